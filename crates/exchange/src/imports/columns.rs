//! What the columns of other tools' files say, in one vocabulary for all of them.
//!
//! A heading is recognised by its letters and digits alone, so that `*InvoiceNumber`, `Invoice Number` and
//! `invoice_number` are one; `%` counts as the word.

use std::collections::BTreeMap;

use super::formats::Format;

/// What a file lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FileKind {
    Clients,
    Invoices,
    Payments,
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    ClientName,
    ClientNumber,
    ClientStreet,
    ClientSuite,
    ClientStreet3,
    ClientStreet4,
    ClientCity,
    ClientRegion,
    ClientPostalCode,
    ClientCountry,
    ClientTaxId,
    ClientPhone,
    ClientTerms,
    ClientLanguage,
    /// What kind of contact it is, where suppliers stand in the same list.
    ClientType,
    Currency,
    ContactFirstName,
    ContactLastName,
    ContactEmail,
    ContactPhone,
    InvoiceNumber,
    InvoiceAmount,
    InvoiceBalance,
    InvoicePaid,
    /// When the last payment came.
    InvoicePaidOn,
    InvoiceStatus,
    InvoiceDate,
    InvoiceDueDate,
    InvoiceReference,
    InvoiceNote,
    InvoiceTerms,
    InvoiceFooter,
    /// What an invoice without line items is for.
    InvoiceSummary,
    InvoiceDiscount,
    InvoiceDiscountIsAmount,
    InvoiceInclusive,
    InvoiceTaxName1,
    InvoiceTaxRate1,
    InvoiceTaxName2,
    InvoiceTaxRate2,
    InvoiceTaxName3,
    InvoiceTaxRate3,
    Surcharge1,
    Surcharge2,
    Surcharge3,
    Surcharge4,
    ItemProduct,
    ItemNotes,
    ItemQuantity,
    ItemUnit,
    ItemCost,
    /// The amount of the line, for files that have no price.
    ItemTotal,
    ItemDiscount,
    ItemDiscountIsAmount,
    ItemTaxName1,
    ItemTaxRate1,
    /// The tax of the line as an amount, for files that have no rates.
    ItemTaxAmount1,
    ItemTaxName2,
    ItemTaxRate2,
    ItemTaxAmount2,
    ItemTaxName3,
    ItemTaxRate3,
    PaymentNumber,
    PaymentDate,
    PaymentAmount,
    PaymentRefunded,
    PaymentMethod,
    PaymentReference,
    PaymentStatus,
    /// What kind of row it is, where one file has several.
    RowType,
    /// A column that only its own format knows to read, in [`Format::prepare`].
    Own(&'static str),
}

impl Column {
    /// Whether its cells hold numbers.
    pub(crate) fn is_numeric(self) -> bool {
        matches!(
            self,
            Self::InvoiceAmount
                | Self::InvoiceBalance
                | Self::InvoicePaid
                | Self::InvoiceDiscount
                | Self::InvoiceTaxRate1
                | Self::InvoiceTaxRate2
                | Self::InvoiceTaxRate3
                | Self::Surcharge1
                | Self::Surcharge2
                | Self::Surcharge3
                | Self::Surcharge4
                | Self::ItemQuantity
                | Self::ItemCost
                | Self::ItemTotal
                | Self::ItemDiscount
                | Self::ItemTaxRate1
                | Self::ItemTaxAmount1
                | Self::ItemTaxRate2
                | Self::ItemTaxAmount2
                | Self::ItemTaxRate3
                | Self::PaymentAmount
                | Self::PaymentRefunded
        )
    }

    /// Whether its cells hold dates.
    pub(crate) fn is_dated(self) -> bool {
        matches!(
            self,
            Self::InvoiceDate | Self::InvoiceDueDate | Self::InvoicePaidOn | Self::PaymentDate
        )
    }

    /// Whether it tells of a line item.
    pub(crate) fn is_of_item(self) -> bool {
        matches!(
            self,
            Self::ItemProduct | Self::ItemNotes | Self::ItemQuantity | Self::ItemCost | Self::ItemTotal
        )
    }
}

/// A column with the headings that it goes by, folded.
pub(crate) type Named = (Column, &'static [&'static str]);

/// No heading is longer; a cell that is needs no closer look.
const HEADING_CHARS_MAX: usize = 200;

/// A heading's letters and digits in small letters.
pub(crate) fn folded(heading: &str) -> String {
    let mut folded = String::new();
    for character in heading.chars().take(HEADING_CHARS_MAX) {
        match character {
            '%' => folded.push_str("percent"),
            other if other.is_alphanumeric() => folded.extend(other.to_lowercase()),
            _ => {}
        }
    }
    folded
}

/// Whether each of `needs` is met by one of the headings `names`.
pub(crate) fn meets(needs: &[&[&str]], names: &[String]) -> bool {
    needs
        .iter()
        .all(|wanted| names.iter().any(|name| wanted.contains(&name.as_str())))
}

/// What a heading line says: the kind of file, where each column stands, and how sure that is.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    pub(crate) kind: FileKind,
    pub(crate) columns: BTreeMap<Column, usize>,
    /// How many headings are there that no other tool uses.
    pub(crate) marks: usize,
}

impl Heading {
    /// How well the headings fit the format; to be compared with the same of another.
    pub(crate) fn score(&self) -> usize {
        self.columns.len() + self.marks * 8
    }
}

/// Reads `cells` as a heading line of `format`; none when they are no such line.
pub(crate) fn heading(format: &Format, cells: &[String]) -> Option<Heading> {
    let names: Vec<String> = cells.iter().map(|cell| folded(cell)).collect();
    let kind = (format.kind_of)(&names)?;
    let marks = names
        .iter()
        .filter(|name| format.marks.contains(&name.as_str()))
        .count();
    Some(Heading {
        kind,
        columns: columns(format, kind, &names),
        marks,
    })
}

/// Where the columns of a file of that kind stand, by its folded headings.
pub(crate) fn columns(format: &Format, kind: FileKind, names: &[String]) -> BTreeMap<Column, usize> {
    let mut columns = BTreeMap::new();
    for (place, name) in names.iter().enumerate() {
        match column(format, kind, name) {
            // Some files call the client's phone and the contact's alike; the contact's stands behind.
            Some(Column::ClientPhone) if columns.contains_key(&Column::ClientPhone) => {
                columns.entry(Column::ContactPhone).or_insert(place);
            }
            Some(column) => {
                columns.entry(column).or_insert(place);
            }
            None => {}
        }
    }
    columns
}

fn column(format: &Format, kind: FileKind, name: &str) -> Option<Column> {
    let tables = format
        .columns
        .iter()
        .filter(|(of, _)| of.is_none_or(|of| of == kind));
    let mut named = tables.flat_map(|(_, table)| table.iter());
    named
        .find(|(_, names)| names.contains(&name))
        .map(|(column, _)| *column)
}
