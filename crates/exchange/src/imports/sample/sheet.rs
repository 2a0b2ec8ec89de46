//! Writing separated files, counting lines.

use folio_domain::Money;
use jiff::civil::Date;

/// A separated file as it grows.
pub(super) struct Sheet {
    separator: char,
    pub(super) text: String,
    line: u32,
}

impl Sheet {
    pub(super) fn new(separator: char, titles: &[&str]) -> Self {
        Self::below(separator, &[], titles)
    }

    /// A file that begins with lines about itself.
    pub(super) fn below(separator: char, preamble: &[&str], titles: &[&str]) -> Self {
        let mut sheet = Self {
            separator,
            text: String::new(),
            line: 1,
        };
        for line in preamble {
            sheet.text.push_str(line);
            sheet.text.push_str("\r\n");
            sheet.line += 1;
        }
        sheet.row(titles);
        sheet
    }

    /// Writes a row and gives the line on which it begins.
    pub(super) fn row(&mut self, cells: &[&str]) -> u32 {
        let line = self.line;
        for (nth, cell) in cells.iter().enumerate() {
            if nth > 0 {
                self.text.push(self.separator);
            }
            if cell.contains([self.separator, '"', '\n', '\r']) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
            self.line += u32::try_from(cell.matches('\n').count()).unwrap_or_default();
        }
        self.text.push_str("\r\n");
        self.line += 1;
        line
    }

    /// Writes a row of empty cells.
    pub(super) fn blank(&mut self) {
        self.row(&["", "", ""]);
    }

    /// Writes a beginning without an end and gives its line.
    pub(super) fn torn(&mut self, text: &str) -> u32 {
        self.text.push_str(text);
        self.line
    }
}

/// `1.234,50`, below zero in parentheses.
pub(super) fn comma(amount: Money) -> String {
    let plain = grouped(amount, '.', ',');
    if amount.minor < 0 {
        format!("({plain})")
    } else {
        plain
    }
}

/// `1,234.50`.
pub(super) fn dot(amount: Money) -> String {
    let plain = grouped(amount, ',', '.');
    if amount.minor < 0 {
        format!("-{plain}")
    } else {
        plain
    }
}

/// `03/04/2026` for the third of April.
pub(super) fn day_first(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

fn grouped(amount: Money, group: char, decimal: char) -> String {
    let text = amount.to_decimal().abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut out = String::new();
    for (nth, digit) in whole.chars().enumerate() {
        if nth > 0 && (whole.len() - nth) % 3 == 0 {
            out.push(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(decimal);
        out.push_str(fraction);
    }
    out
}
