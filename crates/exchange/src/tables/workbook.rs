//! Workbooks (XLSX) as separated text, a text for each sheet with something in it. Each row is one line, so that a
//! finding's line is the row that a person sees. What a workbook unpacks to is measured before it is read.

use std::io::{Cursor, Read, sink};

use calamine::{Data, DataRef, Reader as _, Style, Xlsx};
use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive as _;

/// The most bytes that a workbook unpacks to.
pub(crate) const UNPACKED_MAX: u64 = 128 * 1024 * 1024;
/// The most files in it.
const PARTS_MAX: usize = 2_000;
/// The most sheets that are read.
const SHEETS_MAX: usize = 20;
/// The most rows of a sheet, columns of a row, cells and characters of a workbook. Empty places beside cells count as
/// cells do: a few cells far apart are a large sheet.
const ROWS_MAX: u32 = 200_000;
const COLUMNS_MAX: u32 = 300;
const CELLS_MAX: usize = 4_000_000;
const TEXT_MAX: usize = 64 * 1024 * 1024;

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// It is more than is read.
    TooLarge,
    /// It is none, or locked with a password.
    Broken,
}

/// A sheet with something in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sheet {
    pub(crate) name: String,
    /// Its rows as lines with commas between the cells.
    pub(crate) text: String,
}

/// Whether these bytes can be a workbook.
pub(crate) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The sheets of a workbook.
pub(crate) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    measure(bytes)?;
    let broken = |_error| Unreadable::Broken;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let names = book.sheet_names();
    let mut room = Room::default();
    let mut sheets = Vec::new();
    for name in names.into_iter().take(SHEETS_MAX) {
        let rows = rows(&mut book, &name, &mut room)?;
        let text = text_of(&rows);
        if !text.trim_matches([',', '\n']).is_empty() {
            sheets.push(Sheet { name, text });
        }
    }
    Ok(sheets)
}

/// Unpacks everything into nothing, to know how much it is: what a file says of its own size proves nothing.
fn measure(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_error| Unreadable::Broken)?;
    if archive.len() > PARTS_MAX {
        return Err(Unreadable::TooLarge);
    }
    let mut left = UNPACKED_MAX;
    for nth in 0..archive.len() {
        let part = archive.by_index(nth).map_err(|_error| Unreadable::Broken)?;
        let unpacked = std::io::copy(&mut part.take(left + 1), &mut sink());
        let unpacked = unpacked.map_err(|_error| Unreadable::Broken)?;
        left = left.checked_sub(unpacked).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

/// How much has been read.
#[derive(Default)]
struct Room {
    cells: usize,
    characters: usize,
}

impl Room {
    /// Takes room for a text and for as many more places in its row.
    fn take(&mut self, text: &str, places: usize) -> Result<(), Unreadable> {
        self.cells = self.cells.saturating_add(places);
        self.characters = self.characters.saturating_add(text.len());
        if self.cells > CELLS_MAX || self.characters > TEXT_MAX {
            return Err(Unreadable::TooLarge);
        }
        Ok(())
    }
}

type Rows = Vec<Vec<String>>;

fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut Room) -> Result<Rows, Unreadable> {
    let mut rows = Rows::new();
    // A sheet of charts has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else {
        return Ok(rows);
    };
    let percents: Vec<bool> = cells.styles().iter().map(is_percent).collect();
    while let Some((cell, style)) = cells
        .next_cell_with_style_id()
        .map_err(|_error| Unreadable::Broken)?
    {
        let in_percent = percents.get(style).copied().unwrap_or_default();
        let text = written(cell.get_value(), in_percent);
        if text.is_empty() {
            continue;
        }
        let (row, column) = cell.get_position();
        if row >= ROWS_MAX || column >= COLUMNS_MAX {
            return Err(Unreadable::TooLarge);
        }
        let (row, column) = (index(row), index(column));
        let there = rows.get(row).map_or(0, Vec::len);
        room.take(&text, (column + 1).saturating_sub(there))?;
        if rows.len() <= row {
            rows.resize(row + 1, Vec::new());
        }
        if let Some(cells) = rows.get_mut(row) {
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(slot) = cells.get_mut(column) {
                *slot = text;
            }
        }
    }
    Ok(rows)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// Whether a sheet shows numbers of this style as percentages, which it keeps as fractions: `20%` as 0.2.
fn is_percent(style: &Style) -> bool {
    let code = style
        .number_format
        .as_ref()
        .map(|format| format.format_code.as_str());
    let (mut quoted, mut escaped) = (false, false);
    code.unwrap_or_default().chars().any(|character| {
        let is_plain = !quoted && !std::mem::take(&mut escaped);
        match character {
            '"' if is_plain || quoted => quoted = !quoted,
            '\\' if is_plain => escaped = true,
            _ => {}
        }
        is_plain && character == '%'
    })
}

/// A number as it is shown: as far as a binary fraction is exact, and in percent where the sheet shows it so.
fn number(number: f64, in_percent: bool) -> String {
    let Some(exact) = Decimal::from_f64(number) else {
        return number.to_string();
    };
    match exact.checked_mul(Decimal::ONE_HUNDRED) {
        Some(percent) if in_percent => format!("{}%", percent.normalize()),
        _ => exact.normalize().to_string(),
    }
}

/// A cell as people write it: days as ISO 8601 has them, numbers with a dot before decimals, breaks of lines as blanks.
fn written(cell: &DataRef<'_>, in_percent: bool) -> String {
    match Data::from(cell.clone()) {
        Data::Empty => String::new(),
        Data::Int(whole) if in_percent => format!("{}%", i128::from(whole) * 100),
        Data::Int(whole) => whole.to_string(),
        Data::Float(fraction) => number(fraction, in_percent),
        Data::String(text) => text
            .split(['\n', '\r'])
            .collect::<Vec<_>>()
            .join(" ")
            .trim()
            .to_owned(),
        Data::Bool(yes) => if yes { "1" } else { "0" }.to_owned(),
        Data::DateTime(at) if at.is_datetime() => {
            let (year, month, day, ..) = at.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        Data::DateTime(at) => at.as_f64().to_string(),
        Data::DateTimeIso(at) => at.split('T').next().unwrap_or_default().to_owned(),
        Data::DurationIso(text) => text,
        Data::Error(error) => error.to_string(),
    }
}

fn text_of(rows: &Rows) -> String {
    let mut text = String::new();
    for row in rows {
        for (nth, cell) in row.iter().enumerate() {
            if nth > 0 {
                text.push(',');
            }
            if cell.contains([',', '"', ';', '\t', '|']) {
                text.push('"');
                text.push_str(&cell.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(cell);
            }
        }
        text.push('\n');
    }
    text
}
