//! Tables (CSV). Which column means what is a [`Mapping`]: given, or guessed from the headings where they leave no
//! doubt.

mod guess;
mod headings;
mod mapping;
mod rows;
mod running;

use folio_domain::bank::BankColumns;

use super::findings::{Finding, Findings};
use super::model::Statement;
use super::{Format, Hints, Reading, finish};
use crate::tables::decode::decode;

pub use self::guess::TableLook;
pub use self::mapping::{AmountColumns, Column, DateOrder, Given, Mapping, Mark};

/// Guesses what the columns of a table mean, from its headings and from all its cells.
///
/// # Errors
/// What is not certain, in words: a mapping must be given, or what [`Hints`] can say.
pub fn guess_mapping(bytes: &[u8], hints: &Hints) -> Result<Mapping, Finding> {
    guess::mapping(&decode(bytes).text, hints)
}

/// How a table looks, and what can be guessed of it; none for a file without a table.
#[must_use]
pub fn look_at_table(bytes: &[u8], hints: &Hints) -> Option<TableLook> {
    guess::look(&decode(bytes).text, hints)
}

/// The mapping that a person means who says what the columns are.
///
/// # Errors
/// What is missing or in doubt, in words.
pub fn mapping_of(bytes: &[u8], columns: &BankColumns, hints: &Hints) -> Result<Mapping, Finding> {
    guess::said(&decode(bytes).text, columns, hints)
}

/// Reads a table whose columns are known.
#[must_use]
pub fn read_with_mapping(bytes: &[u8], mapping: &Mapping) -> Reading {
    let mut findings = Findings::default();
    let statements = rows::read(&decode(bytes).text, mapping, &mut findings);
    finish(Some(Format::Csv), statements, findings)
}

/// Reads a table by what its headings say.
pub(crate) fn read(text: &str, hints: &Hints, findings: &mut Findings) -> Vec<Statement> {
    match guess::mapping(text, hints) {
        Ok(mapping) => rows::read(text, &mapping, findings),
        Err(finding) => {
            findings.push(finding);
            Vec::new()
        }
    }
}
