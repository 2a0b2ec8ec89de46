//! The fatal rules of EN 16931's bindings to UBL and CII (CEN/TS 16931-3-2 and -3-3) that are about elements, and that
//! neither the schema nor the reader of the model checks: the `UBL-*` and `CII-*` of the published validation 1.3.16.

mod cii;
mod ubl;

use en16931::codes::{contains, generated};

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

/// The reason of an allowance or a charge is a code of its list (UNTDID 5189, UNTDID 7161); an empty code is none.
fn reason_code(code: &str, charge: bool, at: Element<'_>, found: &mut Found) {
    let (list, rule, words) = if charge {
        let words = "this is no code of a charge's reason";
        (generated::CHARGE_REASON_CODES, "BR-CL-20", words)
    } else {
        let words = "this is no code of an allowance's reason";
        (generated::ALLOWANCE_REASON_CODES, "BR-CL-19", words)
    };
    found.unless(contains(list, code), rule, at, words);
}

/// How many values differ from each other.
fn distinct(mut values: Vec<String>) -> usize {
    values.sort_unstable();
    values.dedup();
    values.len()
}
