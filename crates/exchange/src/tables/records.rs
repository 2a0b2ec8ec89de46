//! Text to records of cells, with the line on which each begins.

/// A record of a separated file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record {
    /// The line on which it begins, from 1, as a text editor counts.
    pub(crate) line: u32,
    /// Its cells, unquoted.
    pub(crate) cells: Vec<String>,
    /// Whether the file ends within a quoted cell of it.
    pub(crate) unclosed: bool,
}

impl Record {
    /// Whether no cell says anything.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// The separators that are tried.
pub(crate) const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];

/// Reads records as RFC 4180 has them, with any of the line ends and any separator. Where a file breaks the rules it
/// is read as spreadsheets do: a quote that does not begin a cell is a character like any other, and so is one
/// within a quoted cell that neither a quote nor the cell's end follows.
pub(crate) struct Records<'a> {
    rest: &'a str,
    separator: char,
    line: u32,
}

impl<'a> Records<'a> {
    pub(crate) fn new(text: &'a str, separator: char) -> Self {
        Self {
            rest: text,
            separator,
            line: 1,
        }
    }

    fn take(&mut self) -> Option<char> {
        let character = self.rest.chars().next()?;
        self.rest = self.rest.get(character.len_utf8()..).unwrap_or_default();
        let ends_line = match character {
            '\n' => true,
            '\r' => !self.rest.starts_with('\n'),
            _ => false,
        };
        if ends_line {
            self.line = self.line.saturating_add(1);
        }
        Some(character)
    }

    /// Whether a cell ends here, blanks aside.
    fn at_cell_end(&self) -> bool {
        let after = self.rest.trim_start_matches(' ');
        after.is_empty() || after.starts_with([self.separator, '\n', '\r'])
    }

    /// Reads a quoted cell from after its first quote up to before its end; false when the file ends first.
    fn quoted(&mut self, cell: &mut String) -> bool {
        while let Some(character) = self.take() {
            if character != '"' {
                cell.push(character);
            } else if self.rest.starts_with('"') {
                self.take();
                cell.push('"');
            } else if self.at_cell_end() {
                self.rest = self.rest.trim_start_matches(' ');
                return true;
            } else {
                cell.push('"');
            }
        }
        false
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        if self.rest.is_empty() {
            return None;
        }
        let mut record = Record {
            line: self.line,
            ..Record::default()
        };
        let mut cell = String::new();
        let mut fresh = true;
        loop {
            if fresh && self.rest.starts_with('"') {
                self.take();
                record.unclosed = !self.quoted(&mut cell);
            }
            fresh = false;
            match self.take() {
                None => break,
                Some('\n') => break,
                Some('\r') => {
                    if self.rest.starts_with('\n') {
                        self.take();
                    }
                    break;
                }
                Some(character) if character == self.separator => {
                    record.cells.push(std::mem::take(&mut cell));
                    fresh = true;
                }
                Some(character) => cell.push(character),
            }
        }
        record.cells.push(cell);
        Some(record)
    }
}
