//! A file of the export, read: its kind, its rows, and how its numbers and dates are written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::columns::{Column, FileKind, heading};
use crate::imports::{FILE_BYTES_MAX, Findings, Message, NamedFile, Trouble};
use crate::tables::dates::{self, DayOrder};
use crate::tables::decode::decode;
use crate::tables::numbers::{self, DecimalMark, Hint, Votes};
use crate::tables::records::{Record, Records, SEPARATORS};

/// A file with a heading.
pub(crate) struct Table<'a> {
    pub(crate) file: &'a str,
    pub(crate) kind: FileKind,
    titles: Vec<String>,
    columns: BTreeMap<Column, usize>,
    pub(crate) rows: Vec<Record>,
    marks: BTreeMap<Column, DecimalMark>,
    order: DayOrder,
}

/// An amount with the currency that stands beside it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) value: Decimal,
    pub(crate) sign: String,
}

const NUMERIC: &[Column] = &[
    Column::InvoiceAmount,
    Column::InvoiceBalance,
    Column::InvoicePaid,
    Column::InvoiceDiscount,
    Column::InvoiceTaxRate1,
    Column::InvoiceTaxRate2,
    Column::InvoiceTaxRate3,
    Column::Surcharge1,
    Column::Surcharge2,
    Column::Surcharge3,
    Column::Surcharge4,
    Column::ItemQuantity,
    Column::ItemCost,
    Column::ItemDiscount,
    Column::ItemTaxRate1,
    Column::ItemTaxRate2,
    Column::ItemTaxRate3,
    Column::PaymentAmount,
    Column::PaymentRefunded,
];

const DATED: &[Column] = &[Column::InvoiceDate, Column::InvoiceDueDate, Column::PaymentDate];

/// A heading is looked for in so many records from the top.
const HEADING_WITHIN: usize = 10;

impl<'a> Table<'a> {
    /// Reads a file. None, with the reason among the findings, when it is none of the export's.
    pub(crate) fn read(file: &NamedFile<'a>, month_first: bool, findings: &mut Findings) -> Option<Self> {
        if file.bytes.len() > FILE_BYTES_MAX {
            let max = format!("{} MB", FILE_BYTES_MAX / 1024 / 1024);
            findings.refuse(file.name, 1, (Message::FileTooLarge, vec![("max", max)]));
            return None;
        }
        let decoded = decode(file.bytes);
        if decoded.text.trim().is_empty() {
            findings.refuse(file.name, 1, (Message::FileEmpty, vec![]));
            return None;
        }
        if decoded.guessed {
            findings.doubt(file.name, 1, (Message::EncodingGuessed, vec![]));
        }
        let Some(mut table) = Self::split(file.name, &decoded.text) else {
            findings.refuse(file.name, 1, (Message::FileUnknown, vec![]));
            return None;
        };
        table.drop_broken(findings);
        table.learn_numbers(findings);
        table.learn_dates(month_first, findings);
        Some(table)
    }

    /// Splits by the separator that gives a heading with the most columns that are known.
    fn split(file: &'a str, text: &str) -> Option<Self> {
        let headed = SEPARATORS.iter().filter_map(|separator| {
            let found = Records::new(text, *separator).take(HEADING_WITHIN).enumerate();
            found
                .filter_map(|(nth, record)| Some((*separator, nth, heading(&record.cells)?)))
                .next()
        });
        let (separator, nth, heading) = headed.max_by_key(|(_, _, heading)| heading.columns.len())?;
        let mut records = Records::new(text, separator).skip(nth);
        let titles = records.next()?.cells;
        Some(Self {
            file,
            kind: heading.kind,
            titles,
            columns: heading.columns,
            rows: records.filter(|record| !record.is_blank()).collect(),
            marks: BTreeMap::new(),
            order: DayOrder::DayFirst,
        })
    }

    fn drop_broken(&mut self, findings: &mut Findings) {
        let (file, width) = (self.file, self.titles.len());
        self.rows.retain(|row| {
            let spilt = row.cells.iter().skip(width).any(|cell| !cell.trim().is_empty());
            if row.unclosed {
                findings.refuse(file, row.line, (Message::QuoteUnclosed, vec![]));
            } else if spilt {
                findings.refuse(file, row.line, (Message::RowTooWide, vec![]));
            }
            !row.unclosed && !spilt
        });
    }

    fn learn_numbers(&mut self, findings: &mut Findings) {
        let mut of_file = Votes::default();
        let mut votes: Vec<(Column, Votes)> = Vec::new();
        for column in NUMERIC.iter().filter(|column| self.columns.contains_key(column)) {
            let mut of_column = Votes::default();
            for row in &self.rows {
                if let Some(written) = numbers::written(self.text(row, *column)) {
                    of_column.add(written.hint());
                }
            }
            of_file.join(of_column);
            votes.push((*column, of_column));
        }
        for (column, of_column) in votes {
            // A column that leaves it open is written as the rest of the file is.
            let decided = of_column.mark().or_else(|| of_file.mark());
            if decided.is_none() && of_column.open > 0 {
                self.doubt_number(column, findings);
            }
            self.marks.insert(column, decided.unwrap_or(DecimalMark::Dot));
        }
    }

    fn doubt_number(&self, column: Column, findings: &mut Findings) {
        for row in &self.rows {
            let text = self.text(row, column);
            let open = numbers::written(text).filter(|written| written.hint() == Hint::Either);
            if let Some(value) = open.and_then(|written| written.value(DecimalMark::Dot)) {
                let read_as = value.normalize().to_string();
                let params = vec![
                    ("column", self.title(column)),
                    ("value", text.to_owned()),
                    ("read_as", read_as),
                ];
                findings.doubt(self.file, row.line, (Message::NumberAmbiguous, params));
                return;
            }
        }
    }

    fn learn_dates(&mut self, month_first: bool, findings: &mut Findings) {
        let (mut days, mut months) = (0_u32, 0_u32);
        let mut open = None;
        for column in DATED.iter().filter(|column| self.columns.contains_key(column)) {
            for row in &self.rows {
                let text = self.text(row, *column);
                match dates::order_of(text) {
                    Some(DayOrder::DayFirst) => days += 1,
                    Some(DayOrder::MonthFirst) => months += 1,
                    None => {}
                }
                if let Some(written @ dates::Written::Open(..)) = dates::written(text)
                    && open.as_ref().is_none_or(|(line, _, _)| row.line < *line)
                {
                    open = Some((row.line, text.to_owned(), written));
                }
            }
        }
        self.order = match (days, months) {
            (0, 0) if month_first => DayOrder::MonthFirst,
            (days, months) if months > days => DayOrder::MonthFirst,
            _ => DayOrder::DayFirst,
        };
        if let ((0, 0), Some((line, value, written))) = ((days, months), open)
            && let Some(date) = written.date(self.order)
        {
            let params = vec![("value", value), ("read_as", date.to_string())];
            findings.doubt(self.file, line, (Message::DateAmbiguous, params));
        }
    }

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

    /// Whether a cell says yes; none when it is empty or says neither.
    pub(crate) fn flag(&self, row: &Record, column: Column) -> Option<bool> {
        match self.text(row, column).to_lowercase().as_str() {
            "1" | "yes" | "true" | "y" | "ja" | "jes" => Some(true),
            "0" | "no" | "false" | "n" | "nein" | "ne" => Some(false),
            _ => None,
        }
    }
}
