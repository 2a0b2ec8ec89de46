//! A file of an export, read: its kind, its rows, and how its numbers and dates are written.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::columns::{Column, FileKind, Heading, columns, folded, heading};
use super::findings::{Findings, Message, Trouble};
use super::formats::Format;
use super::rates::Rates;
use super::{FILE_BYTES_MAX, NamedFile};
use crate::tables::dates::{self, DayOrder};
use crate::tables::decode::decode;
use crate::tables::folds;
use crate::tables::numbers::{self, DecimalMark, Hint, Votes};
use crate::tables::records::{Record, Records, SEPARATORS};
use crate::tables::workbook::{self, Unreadable};

/// A file that can be read: its text.
pub(crate) struct Text {
    pub(crate) file: String,
    pub(crate) text: String,
    /// Whether its encoding was guessed.
    guessed: bool,
}

/// Where a file's heading stands, as a format reads it.
pub(crate) struct Headed {
    separator: char,
    nth: usize,
    pub(crate) heading: Heading,
}

/// A file, or a part of one, with a heading.
pub(crate) struct Table<'a> {
    pub(crate) file: &'a str,
    pub(crate) kind: FileKind,
    pub(crate) format: &'static Format,
    titles: Vec<String>,
    columns: BTreeMap<Column, usize>,
    pub(crate) rows: Vec<Record>,
    marks: BTreeMap<Column, DecimalMark>,
    order: DayOrder,
    /// How numbers and dates are written, where a person says so.
    said: Said,
    /// What percentage a tax is, by the name that it has in this file.
    pub(crate) rates: Rates,
}

/// How numbers and dates are written, where a person says so.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    pub(crate) order: Option<DayOrder>,
    pub(crate) mark: Option<DecimalMark>,
}

/// An amount with the currency that stands beside it, if any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Amount {
    pub(crate) value: Decimal,
    pub(crate) sign: String,
}

/// A heading is looked for in so many records from the top.
const HEADING_WITHIN: usize = 10;

impl Text {
    /// Decodes a file. None, with the reason among the findings, when nothing can be in it.
    pub(crate) fn read(file: &NamedFile<'_>, findings: &mut Findings) -> Option<Self> {
        if file.bytes.len() > FILE_BYTES_MAX {
            let max = format!("{} MB", FILE_BYTES_MAX / 1024 / 1024);
            findings.refuse(file.name, 1, (Message::FileTooLarge, vec![("max", max)]));
            return None;
        }
        if workbook::is_one(file.bytes) {
            let message = match workbook::sheets(file.bytes) {
                Err(Unreadable::TooLarge) => Message::WorkbookTooLarge,
                Err(Unreadable::Broken) => Message::WorkbookUnreadable,
                Ok(_) => Message::FileEmpty,
            };
            findings.refuse(file.name, 1, (message, vec![]));
            return None;
        }
        let mended = folds::mended(file.bytes);
        let decoded = decode(mended.as_deref().unwrap_or(file.bytes));
        if decoded.text.trim().is_empty() {
            findings.refuse(file.name, 1, (Message::FileEmpty, vec![]));
            return None;
        }
        Some(Self {
            file: file.name.to_owned(),
            text: decoded.text,
            guessed: decoded.guessed,
        })
    }

    /// Says that the encoding was guessed, where it was.
    pub(crate) fn doubt_encoding(&self, findings: &mut Findings) {
        if self.guessed {
            findings.doubt(&self.file, 1, (Message::EncodingGuessed, vec![]));
        }
    }

    /// Splits by the separator that gives a heading with the most columns that the format knows.
    pub(crate) fn headed(&self, format: &Format) -> Option<Headed> {
        let headed = SEPARATORS.iter().filter_map(|separator| {
            let found = Records::new(&self.text, *separator)
                .take(HEADING_WITHIN)
                .enumerate();
            let mut found = found.filter_map(|(nth, record)| {
                Some(Headed {
                    separator: *separator,
                    nth,
                    heading: heading(format, &record.cells)?,
                })
            });
            found.next()
        });
        headed.max_by_key(|headed| headed.heading.columns.len())
    }
}

impl<'a> Table<'a> {
    /// The rows below a heading.
    pub(crate) fn split(
        text: &'a Text,
        headed: Headed,
        format: &'static Format,
        findings: &mut Findings,
    ) -> Self {
        let mut records = Records::new(&text.text, headed.separator).skip(headed.nth);
        let titles = records.next().map(|record| record.cells).unwrap_or_default();
        let mut table = Self {
            file: &text.file,
            kind: headed.heading.kind,
            format,
            titles,
            columns: headed.heading.columns,
            rows: records.filter(|record| !record.is_blank()).collect(),
            marks: BTreeMap::new(),
            order: DayOrder::DayFirst,
            said: Said::default(),
            rates: Rates::default(),
        };
        table.drop_broken(findings);
        table
    }

    /// A table of rows that were no table in their file; the columns stand in this order.
    pub(crate) fn made(
        file: &'a str,
        kind: FileKind,
        format: &'static Format,
        columns: &[(Column, &str)],
        rows: Vec<Record>,
    ) -> Self {
        Self {
            file,
            kind,
            format,
            titles: columns.iter().map(|(_, title)| (*title).to_owned()).collect(),
            columns: columns
                .iter()
                .enumerate()
                .map(|(place, (column, _))| (*column, place))
                .collect(),
            rows,
            marks: BTreeMap::new(),
            order: DayOrder::DayFirst,
            said: Said::default(),
            rates: Rates::default(),
        }
    }

    /// A table whose columns somebody has named; `said` is how it is written, where that is known.
    pub(crate) fn mapped(
        file: &'a str,
        kind: FileKind,
        format: &'static Format,
        (titles, columns, rows): (Vec<String>, BTreeMap<Column, usize>, Vec<Record>),
        said: Said,
        findings: &mut Findings,
    ) -> Self {
        let mut table = Self {
            titles,
            columns,
            said,
            ..Self::made(file, kind, format, &[], rows)
        };
        table.drop_broken(findings);
        table
    }

    /// How dates are written, and most of the numbers.
    pub(crate) fn ways(&self) -> (DayOrder, DecimalMark) {
        let commas = self
            .marks
            .values()
            .filter(|mark| **mark == DecimalMark::Comma)
            .count();
        let mark = if commas * 2 > self.marks.len() {
            DecimalMark::Comma
        } else {
            DecimalMark::Dot
        };
        (self.order, mark)
    }

    /// Finds out how numbers and dates are written.
    pub(crate) fn learn(&mut self, month_first: bool, findings: &mut Findings) {
        self.learn_numbers(findings);
        self.learn_dates(month_first, findings);
        self.rates = Rates::learn(self);
    }

    /// Some of the rows, read as those of a file of `kind`.
    pub(crate) fn part(&self, kind: FileKind, rows: Vec<Record>) -> Self {
        let names: Vec<String> = self.titles.iter().map(|title| folded(title)).collect();
        Self {
            file: self.file,
            kind,
            format: self.format,
            titles: self.titles.clone(),
            columns: columns(self.format, kind, &names),
            rows,
            marks: BTreeMap::new(),
            order: self.order,
            said: self.said,
            rates: Rates::default(),
        }
    }

    /// Adds the columns that the file lacks, under these titles.
    pub(crate) fn add(&mut self, columns: &[(Column, &str)]) {
        for (column, title) in columns {
            if !self.has(*column) {
                self.columns.insert(*column, self.titles.len());
                self.titles.push((*title).to_owned());
            }
        }
    }

    /// Puts in each row's place what `parts` makes of it: for each part the row with these cells instead of its own.
    /// A column that the file lacks is added first.
    pub(crate) fn remake(&mut self, parts: impl Fn(&Self, &Record) -> Vec<Vec<(Column, String)>>) {
        let mut made = Vec::with_capacity(self.rows.len());
        for row in &self.rows {
            for cells in parts(self, row) {
                let mut part = row.clone();
                for (column, value) in cells {
                    let Some(place) = self.columns.get(&column).copied() else {
                        continue;
                    };
                    if part.cells.len() <= place {
                        part.cells.resize(place + 1, String::new());
                    }
                    if let Some(cell) = part.cells.get_mut(place) {
                        *cell = value;
                    }
                }
                made.push(part);
            }
        }
        self.rows = made;
    }

    /// Puts into the column what `value` makes of each row; adds it under `title` where the file lacks it.
    pub(crate) fn put(&mut self, column: Column, title: &str, value: impl Fn(&Self, &Record) -> String) {
        self.add(&[(column, title)]);
        self.remake(|table, row| vec![vec![(column, value(table, row))]]);
    }

    /// Takes the rows away of which `leave` says so, counted by what kind they are, and says so.
    pub(crate) fn leave_out(
        &mut self,
        findings: &mut Findings,
        leave: impl Fn(&Self, &Record) -> Option<String>,
    ) {
        let mut left: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        let kinds: Vec<Option<String>> = self.rows.iter().map(|row| leave(self, row)).collect();
        let mut kinds = kinds.into_iter();
        self.rows.retain(|row| match kinds.next().flatten() {
            Some(kind) => {
                left.entry(kind).or_insert((row.line, 0)).1 += 1;
                false
            }
            None => true,
        });
        for (kind, (line, count)) in left {
            let params = vec![("kind", kind), ("count", count.to_string())];
            findings.refuse(self.file, line, (Message::RowsLeftOut, params));
        }
    }

    /// Whether rows can have line items.
    pub(crate) fn has_items(&self) -> bool {
        self.columns.keys().any(|column| column.is_of_item())
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
        for column in self.columns.keys().filter(|column| column.is_numeric()) {
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
            if let Some(mark) = self.said.mark {
                self.marks.insert(column, mark);
                continue;
            }
            // A column that leaves it open is written as the rest of the file is.
            let decided = of_column.mark().or_else(|| of_file.mark());
            let deciding = if of_column.mark().is_some() {
                of_column
            } else {
                of_file
            };
            let is_open = decided.is_none() || deciding.is_divided();
            if is_open && of_column.open > 0 {
                self.doubt_number(column, decided.unwrap_or(DecimalMark::Dot), findings);
            }
            self.marks.insert(column, decided.unwrap_or(DecimalMark::Dot));
        }
    }

    fn doubt_number(&self, column: Column, mark: DecimalMark, findings: &mut Findings) {
        for row in &self.rows {
            let text = self.text(row, column);
            let open = numbers::written(text).filter(|written| written.hint() == Hint::Either);
            if let Some(value) = open.and_then(|written| written.value(mark)) {
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
        if let Some(order) = self.said.order {
            self.order = order;
            return;
        }
        let (mut days, mut months) = (0_u32, 0_u32);
        let mut open = None;
        for column in self.columns.keys().filter(|column| column.is_dated()) {
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
        // Where nothing decides it, and where the file contradicts itself.
        let is_open = (days == 0) == (months == 0);
        if let Some((line, value, written)) = open.filter(|_| is_open)
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
