//! What a cell says, read as its table writes.

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Table;
use crate::imports::columns::Column;
use crate::imports::findings::{Message, Trouble};
use crate::tables::dates;
use crate::tables::numbers::{self, DecimalMark};
use crate::tables::records::Record;

/// An amount with the currency that stands beside it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) value: Decimal,
    pub(crate) sign: String,
}

impl Table<'_> {
    pub(crate) fn has(&self, column: Column) -> bool {
        self.columns.contains_key(&column)
    }

    /// The column's heading as the file has it.
    pub(crate) fn title(&self, column: Column) -> String {
        let title = self
            .columns
            .get(&column)
            .and_then(|place| self.titles.get(*place));
        title.map(|title| title.trim().to_owned()).unwrap_or_default()
    }

    /// The cell's text without blanks around it; empty when the file lacks the column.
    pub(crate) fn text<'r>(&self, row: &'r Record, column: Column) -> &'r str {
        let cell = self.columns.get(&column).and_then(|place| row.cells.get(*place));
        cell.map(|cell| cell.trim()).unwrap_or_default()
    }

    /// The amount in a cell; none when it is empty.
    pub(crate) fn amount(&self, row: &Record, column: Column) -> Result<Option<Amount>, Trouble> {
        let text = self.text(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let mark = self.marks.get(&column).copied().unwrap_or(DecimalMark::Dot);
        let read = numbers::written(text).and_then(|written| {
            Some(Amount {
                value: written.value(mark)?,
                sign: written.sign.clone(),
            })
        });
        read.map(Some).ok_or_else(|| {
            (
                Message::NumberUnreadable,
                vec![("column", self.title(column)), ("value", text.to_owned())],
            )
        })
    }

    /// The number in a cell; zero when it is empty.
    pub(crate) fn number(&self, row: &Record, column: Column) -> Result<Decimal, Trouble> {
        Ok(self
            .amount(row, column)?
            .map_or(Decimal::ZERO, |amount| amount.value))
    }

    /// The number in a cell of a tool that always writes decimals after a dot; none when there is none.
    pub(crate) fn plain_number(&self, row: &Record, column: Column) -> Option<Decimal> {
        numbers::written(self.text(row, column))?.value(DecimalMark::Dot)
    }

    /// The date in a cell; none when it is empty.
    pub(crate) fn date(&self, row: &Record, column: Column) -> Result<Option<Date>, Trouble> {
        let text = self.text(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let date = dates::written(text).and_then(|written| written.date(self.order));
        date.map(Some).ok_or_else(|| {
            (
                Message::DateUnreadable,
                vec![("column", self.title(column)), ("value", text.to_owned())],
            )
        })
    }

    /// Whether a cell says yes; when it is empty or says neither, what the tool always means, if it does.
    pub(crate) fn flag(&self, row: &Record, column: Column) -> Option<bool> {
        let always = self.format.always.iter().find(|(of, _)| *of == column);
        let always = always.map(|(_, yes)| *yes);
        match self.text(row, column).to_lowercase().as_str() {
            "1" | "yes" | "true" | "y" | "ja" | "jes" => Some(true),
            "0" | "no" | "false" | "n" | "nein" | "ne" => Some(false),
            _ => always,
        }
    }
}
