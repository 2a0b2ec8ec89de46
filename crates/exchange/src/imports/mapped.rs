//! Tables that no known tool wrote. What a column means is said by a person, or guessed from its heading.

mod headings;

use std::collections::BTreeMap;

use folio_domain::imports::{ImportFormat, TableField, TableKind, TableMapping};

use super::NamedFile;
use super::columns::{Column, FileKind};
use super::findings::{Findings, Message};
use super::formats::{Format, as_it_is};
use super::table::{Said, Table};
use super::text::Text;
use crate::tables::dates::DayOrder;
use crate::tables::numbers::DecimalMark;
use crate::tables::records::{Record, Records, SEPARATORS};
use headings::guess;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::Table,
    kind_of: |_| None,
    columns: &[],
    marks: &[],
    always: &[],
    prepare: as_it_is,
    payments_name_no_invoice: false,
    hides_tax: false,
};

/// A heading is looked for in so many records from the top.
const HEADING_WITHIN: usize = 10;
/// So many rows are shown.
const ROWS_SHOWN: usize = 6;
/// The most columns that a person can be asked about.
const COLUMNS_MAX: usize = 200;

/// A table as a person sees it before saying what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableLook {
    /// Its headings.
    pub headings: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// What is guessed of it; `month_first` and `decimal_comma` are as they are found out.
    pub guess: TableMapping,
    /// Whether nothing in it decides how dates are written.
    pub dates_open: bool,
    /// Whether nothing in it decides how numbers are written.
    pub numbers_open: bool,
}

/// Looks at tables; files that are none are left out.
#[must_use]
pub fn look(files: &[NamedFile<'_>], month_first: bool) -> Vec<TableLook> {
    let mut findings = Findings::default();
    let texts = files.iter().filter_map(|file| Text::read(file, &mut findings));
    texts.filter_map(|text| look_at(&text, month_first)).collect()
}

fn look_at(text: &Text, month_first: bool) -> Option<TableLook> {
    let found = found(text)?;
    let mut guess = guessed(&text.file, &found);
    let mut findings = Findings::default();
    let (mut dates_open, mut numbers_open) = (false, false);
    if let Some(mut table) = made(text, found.clone(), &guess, &mut findings) {
        let mut doubts = Findings::default();
        table.learn(month_first, &mut doubts);
        let (order, mark) = table.ways();
        guess.month_first = Some(order == DayOrder::MonthFirst);
        guess.decimal_comma = Some(mark == DecimalMark::Comma);
        dates_open = doubts.has(Message::DateAmbiguous);
        numbers_open = doubts.has(Message::NumberAmbiguous);
    }
    let rows = found.rows.iter().take(ROWS_SHOWN).map(|row| row.cells.clone());
    Some(TableLook {
        rows: rows.collect(),
        headings: found.headings,
        guess,
        dates_open,
        numbers_open,
    })
}

/// A table, split where its headings stand.
#[derive(Clone)]
struct Found {
    headings: Vec<String>,
    rows: Vec<Record>,
}

/// The separator and the heading of which most is understood; where nothing is, the first row that is as wide as any.
fn found(text: &Text) -> Option<Found> {
    let candidates = SEPARATORS.iter().flat_map(|separator| {
        let records = Records::new(&text.text, *separator).take(HEADING_WITHIN);
        let scored = records.enumerate().map(|(nth, record)| {
            let filled = record.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            let (_, fields) = guess(&record.cells);
            let known = fields.iter().flatten().count();
            ((known, filled), (*separator, nth))
        });
        scored.collect::<Vec<_>>()
    });
    // Of equals the first row, with the first separator.
    let best = candidates.reduce(|best, other| if other.0 > best.0 { other } else { best });
    let (_, (separator, nth)) = best.filter(|((_, filled), _)| *filled > 0)?;
    let mut records = Records::new(&text.text, separator).skip(nth);
    let mut headings = records.next()?.cells;
    headings.truncate(COLUMNS_MAX);
    Some(Found {
        headings,
        rows: records.filter(|record| !record.is_blank()).collect(),
    })
}

fn guessed(file: &str, found: &Found) -> TableMapping {
    let (kind, fields) = guess(&found.headings);
    TableMapping {
        file: file.to_owned(),
        kind,
        fields,
        month_first: None,
        decimal_comma: None,
    }
}

/// The tables of the files, read as `mappings` say; one of which they say nothing, as its headings let guess.
pub(super) fn tables<'a>(
    texts: &'a [Text],
    mappings: &[TableMapping],
    findings: &mut Findings,
) -> Vec<Table<'a>> {
    let mut tables = Vec::new();
    for text in texts {
        text.doubt_encoding(findings);
        let Some(found) = found(text) else {
            findings.refuse(&text.file, 1, (Message::FileEmpty, vec![]));
            continue;
        };
        let said = mappings.iter().find(|mapping| mapping.file == text.file).cloned();
        let mapping = said.unwrap_or_else(|| guessed(&text.file, &found));
        match made(text, found, &mapping, findings) {
            Some(table) => tables.push(table),
            None => findings.refuse(&text.file, 1, (Message::TableUnread, vec![])),
        }
    }
    tables
}

/// The table; none where a person leaves it out, or a column is missing without which nothing can come of it.
fn made<'a>(
    text: &'a Text,
    found: Found,
    mapping: &TableMapping,
    findings: &mut Findings,
) -> Option<Table<'a>> {
    let kind = mapping.kind?;
    let mut columns: BTreeMap<Column, usize> = BTreeMap::new();
    for (place, field) in mapping.fields.iter().enumerate() {
        if let Some(field) = field.filter(|field| field.kinds().contains(&kind)) {
            columns.entry(column(field)).or_insert(place);
        }
    }
    let needs: &[Column] = match kind {
        TableKind::Clients => &[Column::ClientName],
        TableKind::Invoices => &[Column::ClientName, Column::InvoiceNumber, Column::InvoiceDate],
        TableKind::Payments => &[Column::PaymentDate, Column::PaymentAmount],
    };
    if !needs.iter().all(|need| columns.contains_key(need)) {
        return None;
    }
    let kind = match kind {
        TableKind::Clients => FileKind::Clients,
        TableKind::Invoices => FileKind::Invoices,
        TableKind::Payments => FileKind::Payments,
    };
    let order = mapping.month_first.map(|first| {
        if first {
            DayOrder::MonthFirst
        } else {
            DayOrder::DayFirst
        }
    });
    let mark = mapping.decimal_comma.map(|comma| {
        if comma {
            DecimalMark::Comma
        } else {
            DecimalMark::Dot
        }
    });
    let said = Said { order, mark };
    Some(Table::mapped(
        &text.file,
        kind,
        &FORMAT,
        (found.headings, columns, found.rows),
        said,
        findings,
    ))
}

fn column(field: TableField) -> Column {
    match field {
        TableField::ClientName => Column::ClientName,
        TableField::ClientNumber => Column::ClientNumber,
        TableField::FirstName => Column::ContactFirstName,
        TableField::LastName => Column::ContactLastName,
        TableField::Email => Column::ContactEmail,
        TableField::Phone => Column::ContactPhone,
        TableField::Street => Column::ClientStreet,
        TableField::Street2 => Column::ClientSuite,
        TableField::PostalCode => Column::ClientPostalCode,
        TableField::City => Column::ClientCity,
        TableField::Region => Column::ClientRegion,
        TableField::Country => Column::ClientCountry,
        TableField::TaxId => Column::ClientTaxId,
        TableField::PaymentTerms => Column::ClientTerms,
        TableField::Currency => Column::Currency,
        TableField::InvoiceNumber => Column::InvoiceNumber,
        TableField::InvoiceDate => Column::InvoiceDate,
        TableField::DueDate => Column::InvoiceDueDate,
        TableField::Status => Column::InvoiceStatus,
        TableField::Reference => Column::InvoiceReference,
        TableField::Note => Column::InvoiceNote,
        TableField::Description => Column::ItemNotes,
        TableField::Quantity => Column::ItemQuantity,
        TableField::Unit => Column::ItemUnit,
        TableField::Price => Column::ItemCost,
        TableField::LineDiscount => Column::ItemDiscount,
        TableField::LineTotal => Column::ItemTotal,
        TableField::TaxName => Column::ItemTaxName1,
        TableField::TaxPercent => Column::ItemTaxRate1,
        TableField::TaxAmount => Column::ItemTaxAmount1,
        TableField::Total => Column::InvoiceAmount,
        TableField::Paid => Column::InvoicePaid,
        TableField::PaidOn => Column::InvoicePaidOn,
        TableField::Balance => Column::InvoiceBalance,
        TableField::PaymentNumber => Column::PaymentNumber,
        TableField::PaymentDate => Column::PaymentDate,
        TableField::PaymentAmount => Column::PaymentAmount,
        TableField::PaymentMethod => Column::PaymentMethod,
        TableField::PaymentReference => Column::PaymentReference,
    }
}
