//! Tables as CSV: RFC 4180 in UTF-8 with a byte order mark, without which spreadsheets take it for something else.

use folio_domain::Money;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::PackError;

const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    /// What a person wrote: defused wherever it is shown.
    Text(String),
    /// What the program wrote: a status, an id, nothing.
    Word(String),
    /// An amount.
    Amount(Money),
    /// A number that is no amount: a quantity, a price, a position.
    Number(Decimal),
    /// A day.
    Day(Date),
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(super) fn word(word: impl ToString) -> Self {
        Self::Word(word.to_string())
    }

    pub(super) fn none() -> Self {
        Self::Word(String::new())
    }

    /// As CSV has it: amounts are exact decimals with a dot and no grouping, days ISO 8601.
    fn written(&self) -> String {
        match self {
            Self::Text(text) => defused(text),
            Self::Word(word) => word.clone(),
            Self::Amount(amount) => decimal(*amount),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.to_string(),
        }
    }
}

/// A table with its titles.
pub(super) struct Table {
    pub(super) titles: Vec<&'static str>,
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    pub(super) fn csv(&self) -> Result<Vec<u8>, PackError> {
        let mut writer = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(MARK.to_vec());
        writer.write_record(&self.titles)?;
        for row in &self.rows {
            writer.write_record(row.iter().map(Cell::written))?;
        }
        writer
            .into_inner()
            .map_err(|error| PackError::Io(error.into_error()))
    }
}

/// A text as a cell that no spreadsheet takes for a formula: an apostrophe before it, where it could be one.
pub(super) fn defused(text: &str) -> String {
    let formula = |first: char| {
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '\0'
        )
    };
    // A spreadsheet looks past blanks.
    if text.starts_with(formula) || text.trim_start().starts_with(formula) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// An amount as an exact decimal.
pub(super) fn decimal(amount: Money) -> String {
    amount.to_decimal().to_string()
}
