//! Bank statements, as banks hand them out: camt.053, MT940, OFX and CSV become one model; what cannot be read is
//! told by line and reason, and what was read is held against rules. Pure: bytes in, values out.
//!
//! `docs/formats/bank.md` says what is read of each format and lists the rules.

mod camt;
mod detect;
mod duplicates;
mod findings;
mod model;
mod mt940;
mod ofx;
mod opened;
mod report;
mod rules;
#[cfg(any(test, feature = "samples"))]
pub mod sample;
mod sheet;
mod text;
mod words;
mod xml;

pub use self::detect::{Format, detect};
pub use self::duplicates::{Duplicate, Fingerprint, Known, Match, duplicates, fingerprint, fingerprints};
pub use self::findings::{Finding, Place, Rule, Severity};
pub use self::model::{Account, Balance, Entry, Stated, Statement, Sum};
pub use self::opened::{Opened, open};
pub use self::report::{Report, Verdict, report, report_with};
pub use self::sheet::{
    AmountColumns, Column, DateOrder, Given, Mapping, Mark, TableLook, guess_mapping, look_at_table,
    mapping_of, read_with_mapping,
};

use self::findings::Findings;
use self::words::{Say, Words};
use crate::tables::decode::decode;
use folio_domain::Currency;

/// The largest file that is read, in bytes.
pub const SIZE_BYTES_MAX: usize = 32 * 1024 * 1024;
/// The most entries that are read of one file.
pub const ENTRIES_MAX: usize = 200_000;

/// What a person knows of a file that the file does not say. Tables often need it; the other formats name both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// The account's currency.
    pub currency: Option<Currency>,
    /// The account.
    pub account: Option<String>,
}

/// What was read of a file, and what was found about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The format; none when the file is in none of those that are read.
    pub format: Option<Format>,
    /// The statements, as the file orders them.
    pub statements: Vec<Statement>,
    /// What could not be read, and which rules are broken. Never empty when there is no statement.
    pub findings: Vec<Finding>,
}

/// Reads a file of any of the formats. The format is told by the content; `name` only serves the words of refusals.
#[must_use]
pub fn read(name: &str, bytes: &[u8], hints: &Hints) -> Reading {
    let mut findings = Findings::default();
    let mut statements = Vec::new();
    let format = match detect(name, bytes) {
        Ok(format) => {
            let decoded = decode(bytes);
            if decoded.guessed {
                findings.add(
                    Rule::Encoding,
                    Place::default(),
                    Words::new(
                        Say::Encoding,
                        "the text is not UTF-8; it was read as Windows-1252 or UTF-16, look at the names",
                    ),
                );
            }
            statements = match format {
                Format::Camt => camt::read(&decoded.text, &mut findings),
                Format::Mt940 => mt940::read(&decoded.text, hints, &mut findings),
                Format::Ofx => ofx::read(&decoded.text, &mut findings),
                Format::Csv => sheet::read(&decoded.text, hints, &mut findings),
            };
            Some(format)
        }
        Err(finding) => {
            findings.push(finding);
            None
        }
    };
    finish(format, statements, findings)
}

/// Holds what was read against the rules, and sees to it that nothing is refused without a reason.
fn finish(format: Option<Format>, statements: Vec<Statement>, mut findings: Findings) -> Reading {
    rules::check(format, &statements, &mut findings);
    if statements.is_empty() && !findings.has_unread() {
        findings.add(
            Rule::Nothing,
            Place::default(),
            Words::new(Say::NoStatement, "there is no statement in this file"),
        );
    }
    Reading {
        format,
        statements,
        findings: findings.into_list(),
    }
}

#[cfg(test)]
mod tests;
