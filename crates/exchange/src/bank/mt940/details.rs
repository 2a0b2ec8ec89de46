//! What `:86:` says of an entry, in whichever of the ways banks write it.

use super::{german, labelled, slashed};
use crate::bank::text;

/// What is known of an entry beyond its amount and dates.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Details {
    pub(super) remittance: String,
    pub(super) counterparty: Option<String>,
    /// An IBAN or another number.
    pub(super) account: Option<String>,
    pub(super) bank: Option<String>,
    pub(super) end_to_end_id: Option<String>,
    /// The owner's own reference.
    pub(super) reference: Option<String>,
    /// The code of the kind of business (three digits).
    pub(super) code: Option<String>,
}

/// The width to which SWIFT cuts lines.
const WIDTH: usize = 65;

/// Reads the lines of one or several `:86:`. `reference` is what `:61:` says there: some banks repeat it.
pub(super) fn read(lines: &[&str], reference: &str) -> Details {
    let joined = lines.concat();
    german::read(&joined)
        .or_else(|| slashed::read(&joined))
        .or_else(|| labelled::read(&flow(lines)))
        .unwrap_or_else(|| free(lines, reference))
}

/// Free text. Where it begins with an account (the one that `:61:` names, or an IBAN), the rest of that line is a
/// name.
fn free(lines: &[&str], reference: &str) -> Details {
    let mut details = Details::default();
    let mut lines = lines;
    if let Some((first, rest)) = lines.split_first() {
        let (number, name) = first.trim().split_once(' ').unwrap_or((first.trim(), ""));
        let repeated = number.len() >= 5 && number == reference.trim();
        if repeated || text::iban_checks(number) {
            details.account = text::some(number);
            details.counterparty = text::some(name);
            lines = rest;
        }
    }
    details.remittance = text::tidy(&flow(lines));
    details
}

/// Lines as one text: a line that is cut at the full width goes on in the next, others are words apart.
pub(super) fn flow(lines: &[&str]) -> String {
    let mut flowing = String::new();
    let mut full = true;
    for line in lines {
        if !full {
            flowing.push(' ');
        }
        full = line.chars().count() >= WIDTH;
        flowing.push_str(line);
    }
    flowing
}

/// The lines of `:NS:` as Austrian and Hungarian banks write them behind an entry: two digits say what a line is.
pub(super) fn non_swift(lines: &[&str]) -> Details {
    let mut details = Details::default();
    let (mut about, mut name) = (Vec::new(), Vec::new());
    for line in lines {
        let Some((code, rest)) = line.split_at_checked(2) else {
            continue;
        };
        match code.parse::<u8>() {
            Ok(1..=14) => about.push(rest),
            Ok(15 | 16) => name.push(rest),
            Ok(33) => details.bank = text::some(rest),
            Ok(34) => details.account = text::some(rest),
            _ => {}
        }
    }
    details.remittance = text::tidy(&about.join(" "));
    details.counterparty = text::some(&german::glued(&name).0);
    details
}
