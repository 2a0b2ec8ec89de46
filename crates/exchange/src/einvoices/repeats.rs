//! How often elements repeat that should not. The reader of the model compares each that does with each other one, so
//! a file that repeats a hundred thousand of them is refused before it is read; one or two are findings.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use en16931_formats::{cii, ubl};

use super::errors::ReadError;
use super::tree::{Element, children};

/// The most elements in a file that stand beside another of their name where only one may.
const REPEATED_MAX: usize = 1_000;
/// The most elements of one name beside each other, but for lines.
const ALIKE_MAX: usize = 5_000;

const LINES: &[&str] = &[
    "InvoiceLine",
    "CreditNoteLine",
    "IncludedSupplyChainTradeLineItem",
];

/// Each parent, as its last name, and the child that may stand in it once.
static ONCE: LazyLock<BTreeSet<(&str, &str)>> = LazyLock::new(|| {
    let rows = ubl::once::ONCE.iter().chain(cii::once::ONCE);
    rows.map(|(_, _, parent, child)| (last(parent), last(child)))
        .collect()
});

/// The last name of a path, without prefix and test.
fn last(path: &'static str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let name = name.split('[').next().unwrap_or(name);
    name.rsplit(':').next().unwrap_or(name)
}

/// Checks that the XML below `root` repeats no more than can be looked at.
pub(super) fn check(root: Element<'_>) -> Result<(), ReadError> {
    let mut repeated = 0;
    for parent in root.descendants().filter(|node| node.is_element()) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for child in children(parent) {
            *counts.entry(child.tag_name().name()).or_default() += 1;
        }
        let of = parent.tag_name().name();
        for (name, count) in counts {
            if ONCE.contains(&(of, name)) {
                repeated += count - 1;
            }
            if repeated > REPEATED_MAX || count > ALIKE_MAX && !LINES.contains(&name) {
                let line = parent.document().text_pos_at(parent.range().start).row;
                return Err(ReadError::Refused {
                    line: usize::try_from(line).unwrap_or(usize::MAX),
                    why: format!("{name} is repeated in {of}, and more is repeated than is read"),
                });
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(text: &str) -> Option<String> {
        let document = roxmltree::Document::parse(text).unwrap();
        check(document.root_element())
            .err()
            .map(|error| error.to_string())
    }

    #[test]
    fn a_few_are_read_and_very_many_are_not() {
        let party = |times: usize| format!("<Party>{}</Party>", "<PostalAddress/>".repeat(times));
        assert_eq!(why(&party(1_001)), None);
        assert!(
            why(&party(1_002))
                .unwrap()
                .contains("PostalAddress is repeated in Party")
        );
        let spread = format!("<a>{}</a>", party(2).repeat(1_001));
        assert!(why(&spread).is_some());
        assert!(why(&format!("<Invoice>{}</Invoice>", "<Note/>".repeat(5_001))).is_some());
        assert_eq!(
            why(&format!("<Invoice>{}</Invoice>", "<InvoiceLine/>".repeat(5_001))),
            None
        );
    }
}
