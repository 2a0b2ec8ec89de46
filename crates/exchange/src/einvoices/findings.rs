//! Rules that an e-invoice breaks.

use serde::Serialize;

/// The most findings of one layer that a report lists.
pub(super) const FINDINGS_MAX: usize = 200;

/// Where a rule stands written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The schema of UBL or CII.
    Schema,
    /// EN 16931: its semantic model and its bindings to UBL and CII.
    En16931,
    /// The Factur-X profile.
    Profile,
    /// A specification that narrows EN 16931, such as XRechnung; broken, it is a remark.
    Narrowed,
}

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where the rule stands written.
    pub source: Source,
    /// The rule's id, such as `BR-CO-15`; `XSD` for the schema.
    pub rule: String,
    /// Where it is broken: a line and a path, or business terms of EN 16931.
    pub place: String,
    /// What is wrong.
    pub words: String,
}

impl Finding {
    pub(super) fn new(
        source: Source,
        rule: impl Into<String>,
        place: String,
        words: impl Into<String>,
    ) -> Self {
        Self {
            source,
            rule: rule.into(),
            place,
            words: words.into(),
        }
    }
}
