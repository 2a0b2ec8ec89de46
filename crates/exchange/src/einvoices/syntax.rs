//! The fatal rules of EN 16931's bindings to UBL and CII (CEN/TS 16931-3-2 and -3-3) that are about elements, and that
//! neither the schema nor the reader of the model checks: the `UBL-*` and `CII-*` of the published validation 1.3.16.

mod cii;
mod ubl;

use super::declared::{Declared, Level, Syntax};
use super::findings::{FINDINGS_MAX, Finding, Source};
use super::tree::{Element, place};

/// Every such rule that the XML below `root` breaks.
pub(super) fn check(root: Element<'_>, declared: &Declared) -> Vec<Finding> {
    let mut found = Found::default();
    match (declared.syntax, declared.level) {
        (Syntax::Ubl, _) => ubl::check(root, &mut found),
        (Syntax::Cii, Level::Core) => cii::check(root, &mut found),
        // The Factur-X profiles have rules of their own for these.
        (Syntax::Cii, _) => cii::profile(root, declared.level, &mut found),
    }
    found.findings
}

/// What is found, up to a limit.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
}

impl Found {
    fn unless(&mut self, holds: bool, rule: &'static str, at: Element<'_>, words: &str) {
        if !holds && self.findings.len() < FINDINGS_MAX {
            self.findings
                .push(Finding::new(Source::En16931, rule, place(at), words));
        }
    }
}

/// How many values differ from each other.
fn distinct(mut values: Vec<String>) -> usize {
    values.sort_unstable();
    values.dedup();
    values.len()
}
