//! The tables as one XLSX workbook. The same tables give the same bytes: the workbook's own date is fixed.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet};

use super::PackError;
use super::cells::{Cell, Table, defused};

/// The most characters that a cell of a workbook holds.
const CELL_CHARS_MAX: usize = 32_767;

/// The most digits of a number that a spreadsheet keeps: more are written as text, so that none is lost.
const DIGITS_MAX: usize = 15;

/// A workbook with a sheet for each table.
pub(super) fn workbook(sheets: &[(&str, &Table)]) -> Result<Vec<u8>, PackError> {
    let mut workbook = Workbook::new();
    // When a pack was made says its manifest's trail; a clock here would make two packs of one month differ.
    let properties = DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    for (name, table) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name)?;
        fill(sheet, table)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, table: &Table) -> Result<(), PackError> {
    let bold = Format::new().set_bold();
    for (column, title) in (0_u16..).zip(&table.titles) {
        sheet.write_string_with_format(0, column, *title, &bold)?;
        sheet.set_column_width(column, width(table, usize::from(column), title))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (1_u32..).zip(&table.rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            write(sheet, row, column, cell)?;
        }
    }
    let last_column = u16::try_from(table.titles.len().saturating_sub(1)).unwrap_or(0);
    let last_row = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

/// Wide enough for what stands in the column, within reason.
fn width(table: &Table, column: usize, title: &str) -> f64 {
    let cells = table.rows.iter().filter_map(|row| row.get(column));
    let longest = cells.map(|cell| match cell {
        Cell::Text(text) | Cell::Word(text) => text.chars().count(),
        Cell::Amount(amount) => amount.to_decimal().to_string().len() + 3,
        Cell::Number(number) => number.to_string().len(),
        Cell::Day(_) => 10,
    });
    let chars = longest.max().unwrap_or(0).max(title.len()).clamp(8, 48);
    u32::try_from(chars).map_or(8.0, f64::from) + 2.0
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), PackError> {
    match cell {
        Cell::Text(text) => text_cell(sheet, row, column, &defused(text))?,
        Cell::Word(word) => text_cell(sheet, row, column, word)?,
        Cell::Amount(amount) => {
            let digits = usize::try_from(amount.currency.digits()).unwrap_or(2);
            let shown = if digits == 0 {
                "#,##0".to_owned()
            } else {
                format!("#,##0.{}", "0".repeat(digits))
            };
            number_cell(sheet, row, column, &amount.to_decimal().to_string(), &shown)?;
        }
        Cell::Number(number) => number_cell(sheet, row, column, &number.to_string(), "General")?,
        Cell::Day(day) => {
            let parts = (
                u16::try_from(day.year()),
                u8::try_from(day.month()),
                u8::try_from(day.day()),
            );
            let date = match parts {
                (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
                _ => None,
            };
            match date {
                Some(date) => {
                    let iso = Format::new().set_num_format("yyyy-mm-dd");
                    sheet.write_datetime_with_format(row, column, &date, &iso)?;
                }
                // A spreadsheet knows no day before 1900.
                None => text_cell(sheet, row, column, &day.to_string())?,
            }
        }
    }
    Ok(())
}

fn number_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    exact: &str,
    shown: &str,
) -> Result<(), PackError> {
    let digits = exact.bytes().filter(u8::is_ascii_digit).count();
    match exact.parse::<f64>() {
        Ok(number) if digits <= DIGITS_MAX => {
            let format = Format::new().set_num_format(shown);
            sheet.write_number_with_format(row, column, number, &format)?;
            Ok(())
        }
        _ => text_cell(sheet, row, column, exact),
    }
}

/// A text; one that is too long for a cell ends in dots, and stands whole in the CSV.
fn text_cell(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), PackError> {
    if text.encode_utf16().count() <= CELL_CHARS_MAX {
        sheet.write_string(row, column, text)?;
    } else {
        let cut: String = text.chars().take(CELL_CHARS_MAX / 2 - 1).collect();
        sheet.write_string(row, column, format!("{cut}…"))?;
    }
    Ok(())
}
