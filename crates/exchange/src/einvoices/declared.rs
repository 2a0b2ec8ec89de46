//! What an e-invoice says it follows: its syntax and the profile in its specification identifier (BT-24).

use super::tree::{Element, text_at};

/// How an e-invoice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Syntax {
    /// UBL 2.1, `Invoice` or `CreditNote`.
    Ubl,
    /// UN/CEFACT Cross Industry Invoice.
    Cii,
}

/// Which rules hold for an e-invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// EN 16931 itself, and every specification that only narrows it (XRechnung, Peppol BIS).
    Core,
    /// Factur-X MINIMUM: the totals only.
    Minimum,
    /// Factur-X BASIC WL: no lines.
    BasicWl,
    /// Factur-X BASIC.
    Basic,
    /// Factur-X EXTENDED: more than EN 16931.
    Extended,
}

/// What an e-invoice declares.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Declared {
    /// How it is written.
    pub syntax: Syntax,
    /// Its specification identifier (BT-24), as it stands.
    pub specification: Option<String>,
    /// The rules that it is checked against.
    pub level: Level,
    /// Whether the identifier names a profile. One of CII must: its schema depends on it.
    pub known: bool,
}

const GUIDELINE: &str = "ExchangedDocumentContext/GuidelineSpecifiedDocumentContextParameter/ID";

impl Declared {
    /// What the XML below `root` declares.
    pub(super) fn of(root: Element<'_>) -> Self {
        if root.tag_name().name() == "CrossIndustryInvoice" {
            let specification = text_at(root, GUIDELINE);
            let level = specification.as_deref().and_then(level_of);
            Self {
                syntax: Syntax::Cii,
                specification,
                level: level.unwrap_or(Level::Core),
                known: level.is_some(),
            }
        } else {
            let specification = text_at(root, "CustomizationID");
            Self {
                syntax: Syntax::Ubl,
                known: specification.is_some(),
                specification,
                level: Level::Core,
            }
        }
    }

    /// The profile in words.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self.level {
            Level::Minimum => "Factur-X MINIMUM",
            Level::BasicWl => "Factur-X BASIC WL",
            Level::Basic => "Factur-X BASIC",
            Level::Extended => "Factur-X EXTENDED",
            Level::Core => self.narrowed().map_or("EN 16931", |profile| profile.id),
        }
    }

    /// The specification that narrows EN 16931, where it is one whose rules are known.
    pub(super) fn narrowed(&self) -> Option<&'static en16931::Profile> {
        en16931::profiles::classify(self.specification.as_deref())
            .profile()
            .filter(|profile| !std::ptr::eq(*profile, &raw const en16931::profiles::EN16931))
            .filter(|_| self.level == Level::Core)
    }
}

/// The profile that a specification identifier of CII names: by its last part, as `…:factur-x.eu:1p0:basic`, else by
/// what it says before `#`, as `urn:cen.eu:en16931:2017#compliant#…`.
fn level_of(specification: &str) -> Option<Level> {
    let last = specification.rsplit(':').next().and_then(named);
    last.or_else(|| {
        let base = specification.split('#').next()?;
        base.rsplit(':').nth(1).and_then(named)
    })
}

fn named(part: &str) -> Option<Level> {
    Some(match part {
        "minimum" => Level::Minimum,
        "basicwl" => Level::BasicWl,
        "basic" => Level::Basic,
        "en16931" => Level::Core,
        "extended" | "extended-ctc-fr" => Level::Extended,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_name_their_profile() {
        let cases = [
            ("urn:factur-x.eu:1p0:minimum", Some(Level::Minimum)),
            ("urn:zugferd.de:2p0:basicwl", Some(Level::BasicWl)),
            (
                "urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic",
                Some(Level::Basic),
            ),
            (
                "urn:cen.eu:en16931:2017:compliant:factur-x.eu:1p0:basic",
                Some(Level::Basic),
            ),
            ("urn:cen.eu:en16931:2017", Some(Level::Core)),
            ("urn:factur-x.eu:1p0:en16931", Some(Level::Core)),
            (
                "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0",
                Some(Level::Core),
            ),
            (
                "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
                Some(Level::Extended),
            ),
            ("urn:ferd:CrossIndustryDocument:invoice:1p0:comfort", None),
            ("", None),
        ];
        for (specification, expect) in cases {
            assert_eq!(level_of(specification), expect, "{specification}");
        }
    }
}
