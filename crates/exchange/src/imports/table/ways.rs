//! How a table writes its numbers and dates: found out from all of its cells together.

use super::Table;
use crate::imports::columns::Column;
use crate::imports::findings::{Findings, Message};
use crate::imports::rates::Rates;
use crate::tables::dates::{self, DayOrder};
use crate::tables::numbers::{self, DecimalMark, Hint, Votes};

impl Table<'_> {
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
}
