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
///
/// Where people write commas in numbers, a spreadsheet separates cells by semicolons or tabs and does not see that ours
/// are in quotes. So what follows one of those, or a line's end, begins a cell as well; a list's hyphens stay.
pub(super) fn defused(text: &str) -> String {
    let mut defused = String::with_capacity(text.len() + 1);
    for (nth, piece) in text.split_inclusive([';', '\t', '\r', '\n']).enumerate() {
        let is_odd = nth == 0 && piece.starts_with(['\t', '\r', '\n', '\0']);
        let is_bullet = nth > 0 && piece.starts_with("- ");
        if is_odd || (is_formula(piece) && !is_bullet) {
            defused.push('\'');
        }
        defused.push_str(piece);
    }
    defused
}

/// Whether a spreadsheet could take a cell for a formula. It looks past blanks.
fn is_formula(cell: &str) -> bool {
    let first = cell.trim_start().chars().next();
    first.is_some_and(|first| matches!(first, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '\0'))
}

/// An amount as an exact decimal.
pub(super) fn decimal(amount: Money) -> String {
    amount.to_decimal().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_no_formula_however_a_spreadsheet_separates_cells() {
        for (text, expected) in [
            ("Work", "Work"),
            ("=1+1", "'=1+1"),
            ("  @x", "'  @x"),
            ("＝1", "'＝1"),
            ("\tx", "'\tx"),
            ("\r\nx", "'\r\nx"),
            ("a;=1+1;b", "a;'=1+1;b"),
            ("a; +1", "a;' +1"),
            ("a\n=cmd|' /C calc'!A0", "a\n'=cmd|' /C calc'!A0"),
            ("a\n\nb", "a\n\nb"),
            ("- two\n- three\n", "'- two\n- three\n"),
            ("1-2=3", "1-2=3"),
        ] {
            assert_eq!(defused(text), expected, "{text:?}");
        }
        let below = Money::new(-5, folio_domain::Currency::parse("EUR").unwrap());
        assert_eq!(Cell::Amount(below).written(), "-0.05");
    }
}
