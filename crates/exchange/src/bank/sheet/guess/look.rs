//! A table as a person sees it who is to say what its columns mean, and what they say as a mapping.

use folio_domain::Currency;
use folio_domain::bank::{BankColumns, BankField};

use super::{Table, Ways};
use crate::bank::Hints;
use crate::bank::findings::{Finding, Place, Rule};
use crate::bank::sheet::headings::{Meaning, meaning};
use crate::bank::sheet::mapping::{DateOrder, Given, Mapping, Mark};
use crate::bank::sheet::rows::cell_date;
use crate::bank::words::{Say, Words};
use crate::tables::records::{Record, Records, SEPARATORS};

/// So many rows are shown.
const ROWS_SHOWN: usize = 6;
/// The most columns that a person can be asked about.
const COLUMNS_MAX: usize = 100;

/// A table as a person sees it before saying what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableLook {
    /// Its headings; empty texts where it has none.
    pub headings: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// What is guessed of it; how dates and numbers are written is none where nothing decides it.
    pub columns: BankColumns,
    /// The currency, where no column says it but something else does.
    pub currency: Option<Currency>,
    /// The account, where no column says it but something else does.
    pub account: String,
}

/// Looks at a table.
pub(in crate::bank::sheet) fn look(text: &str, hints: &Hints) -> Option<TableLook> {
    let table = any_table(text)?;
    let amounts = table.amounts().ok();
    let currency = amounts
        .as_ref()
        .and_then(|amounts| table.currency(amounts, hints).ok());
    let decimal = amounts.and_then(|amounts| table.decimal(&amounts, currency.as_ref()).ok());
    let booking = table.one(BankField::BookingDate).ok().flatten();
    let value = table.one(BankField::ValueDate).ok().flatten();
    let dates = booking
        .or(value)
        .and_then(|booking| table.dates(booking, value).ok());
    let said = || hints.account.clone().or_else(|| table.preamble_iban());
    Some(TableLook {
        rows: table.shown(),
        columns: BankColumns {
            fields: table.fields(),
            month_first: dates.map(|order| order == DateOrder::MonthFirst),
            decimal_comma: decimal.map(|mark| mark == Mark::Comma),
        },
        currency: match currency {
            Some(Given::Value(currency)) => Some(currency),
            _ => None,
        },
        account: said().unwrap_or_default(),
        headings: table.headings(),
    })
}

/// The mapping that a person means.
pub(in crate::bank::sheet) fn said(
    text: &str,
    columns: &BankColumns,
    hints: &Hints,
) -> Result<Mapping, Finding> {
    let mut table = any_table(text).ok_or_else(|| {
        let words = Words::new(Say::OtherForm, "there is no table in it");
        Finding::new(Rule::Format, Place::new(1, ""), words)
    })?;
    let place_of = |nth: usize, field: BankField| Meaning {
        field,
        rank: nth,
        // A person's word does not say which language the table is in.
        english: true,
        currency: table
            .meanings
            .get(nth)
            .copied()
            .flatten()
            .and_then(|known| known.currency),
    };
    let fields = columns.fields.iter().take(COLUMNS_MAX).enumerate();
    table.meanings = fields
        .map(|(nth, field)| Some(place_of(nth, (*field)?)))
        .collect();
    let ways = Ways {
        decimal: columns
            .decimal_comma
            .map(|comma| if comma { Mark::Comma } else { Mark::Dot }),
        dates: columns.month_first.map(|month| {
            if month {
                DateOrder::MonthFirst
            } else {
                DateOrder::DayFirst
            }
        }),
    };
    let account = table.one(BankField::Account)?;
    table.mapping(account, hints, ways)
}

/// The table whose headings are known, else the one with the most cells in a line.
fn any_table(text: &str) -> Option<Table> {
    super::table(text).ok().or_else(|| widest(text))
}

fn widest(text: &str) -> Option<Table> {
    let candidates = SEPARATORS.into_iter().filter_map(|separator| {
        let records: Vec<Record> = Records::new(text, separator).take(super::PREAMBLE_MAX).collect();
        let filled = |record: &Record| record.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
        let width = records.iter().map(filled).max().filter(|width| *width >= 2)?;
        let at = records.iter().position(|record| filled(record) + 1 >= width)?;
        Some((width, separator, at))
    });
    // Of equals the first separator.
    let (_, separator, at) = candidates.reduce(|best, other| if other.0 > best.0 { other } else { best })?;
    let mut records = Records::new(text, separator);
    let preamble: Vec<Record> = records.by_ref().take(at).collect();
    let first = records.next()?;
    let rows = records.filter(|record| !record.is_blank());
    // A line with a date in it is a row already: then what stands above it, if anything, is passed over.
    let is_row = first
        .cells
        .iter()
        .any(|cell| cell_date(cell, DateOrder::DayFirst).is_some());
    let (header, rows) = if is_row {
        let header = Record {
            line: preamble.last().map_or(0, |record| record.line),
            cells: vec![String::new(); first.cells.len()],
            unclosed: false,
        };
        (header, std::iter::once(first).chain(rows).collect())
    } else {
        (first, rows.collect())
    };
    Some(Table {
        separator,
        header_line: header.line,
        meanings: header.cells.iter().map(|cell| meaning(cell)).collect(),
        header,
        preamble,
        rows,
    })
}

impl Table {
    fn headings(&self) -> Vec<String> {
        let headings = self.header.cells.iter().take(COLUMNS_MAX);
        headings.map(|heading| heading.trim().to_owned()).collect()
    }

    fn shown(&self) -> Vec<Vec<String>> {
        let rows = self.rows.iter().take(ROWS_SHOWN);
        rows.map(|row| row.cells.iter().take(COLUMNS_MAX).cloned().collect())
            .collect()
    }

    /// What each column is guessed to say. Where several could say what one alone can, it is the best heading.
    fn fields(&self) -> Vec<Option<BankField>> {
        let field = |(nth, meaning): (usize, &Option<Meaning>)| {
            let field = (*meaning)?.field;
            (field.may_repeat() || self.all(field).first() == Some(&nth)).then_some(field)
        };
        let meanings = self.meanings.iter().take(COLUMNS_MAX).enumerate();
        meanings.map(field).collect()
    }
}
