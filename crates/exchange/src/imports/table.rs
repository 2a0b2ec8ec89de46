//! A file of an export, read: its kind, its rows, and how its numbers and dates are written.

mod cells;
mod ways;

use std::collections::BTreeMap;

use super::columns::{Column, FileKind, columns, folded};
use super::findings::{Findings, Message};
use super::formats::Format;
use super::rates::Rates;
use super::text::{Headed, Text};
use crate::tables::dates::DayOrder;
use crate::tables::numbers::DecimalMark;
use crate::tables::records::{Record, Records};

pub(crate) use cells::Amount;

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
}
