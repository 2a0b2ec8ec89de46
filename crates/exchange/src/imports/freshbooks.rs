//! FreshBooks' CSV exports: clients, and invoices (a row for each line item). A file states no invoice's amount, only
//! its lines', and of payments only whether an invoice is paid and when.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::ImportFormat;
use rust_decimal::Decimal;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::{Findings, Message};
use super::formats::Format;
use super::table::Table;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::Freshbooks,
    kind_of,
    columns: &[
        (Some(FileKind::Clients), OF_CLIENTS),
        (Some(FileKind::Invoices), OF_INVOICES),
    ],
    marks: &[
        "linesubtotal",
        "linetotal",
        "tax1type",
        "tax1amount",
        "dateissued",
        "datepaid",
        "organization",
        "provincestate",
    ],
    always: &[
        (Column::ItemDiscountIsAmount, false),
        (Column::InvoiceInclusive, false),
    ],
    prepare,
    payments_name_no_invoice: false,
    hides_tax: false,
};

const LINE_TOTAL: Column = Column::Own("linetotal");

#[rustfmt::skip]
const OF_CLIENTS: &[Named] = &[
    (Column::ClientName, &["organization", "company", "companyname"]),
    (Column::ContactFirstName, &["firstname"]),
    (Column::ContactLastName, &["lastname"]),
    (Column::ContactEmail, &["email"]),
    (Column::ContactPhone, &["phone", "businessphone"]),
    (Column::ClientPhone, &["mobile", "mobilephone"]),
    (Column::ClientStreet, &["street", "addressline1", "address1"]),
    (Column::ClientSuite, &["street2", "addressline2", "address2"]),
    (Column::ClientCity, &["city"]),
    (Column::ClientRegion, &["provincestate", "state", "province"]),
    (Column::ClientCountry, &["country"]),
    (Column::ClientPostalCode, &["postalcode", "zip", "zipcode"]),
    (Column::ClientTaxId, &["vatnumber", "taxnumber"]),
    (Column::Currency, &["currency", "currencycode"]),
];

#[rustfmt::skip]
const OF_INVOICES: &[Named] = &[
    (Column::ClientName, &["clientname", "client"]),
    (Column::InvoiceNumber, &["invoice", "invoicenumber"]),
    (Column::InvoiceDate, &["dateissued", "invoicedate"]),
    (Column::InvoiceDueDate, &["datedue", "duedate"]),
    (Column::InvoiceStatus, &["invoicestatus", "status"]),
    (Column::InvoicePaidOn, &["datepaid"]),
    (Column::InvoiceReference, &["ponumber"]),
    (Column::Currency, &["currency", "currencycode"]),
    (Column::ItemProduct, &["itemname"]),
    (Column::ItemNotes, &["itemdescription"]),
    (Column::ItemCost, &["rate"]),
    (Column::ItemQuantity, &["quantity"]),
    (Column::ItemDiscount, &["discountpercentage"]),
    (Column::ItemTotal, &["linesubtotal"]),
    (Column::ItemTaxName1, &["tax1type"]),
    (Column::ItemTaxAmount1, &["tax1amount"]),
    (Column::ItemTaxName2, &["tax2type"]),
    (Column::ItemTaxAmount2, &["tax2amount"]),
    (LINE_TOTAL, &["linetotal"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let invoiced: &[&[&str]] = &[
        &["invoice", "invoicenumber"],
        &["clientname", "client"],
        &["linetotal", "linesubtotal", "dateissued"],
    ];
    if meets(invoiced, names) {
        return Some(FileKind::Invoices);
    }
    meets(&[&["organization"], &["email", "firstname"]], names).then_some(FileKind::Clients)
}

fn prepare<'a>(mut tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    for table in tables.iter_mut().filter(|table| table.kind == FileKind::Invoices) {
        amounts(table);
        paid(table, findings);
    }
    tables
}

/// An invoice's amount is what its lines' make together, when all of them can be read.
fn amounts(table: &mut Table<'_>) {
    let head = |table: &Table<'_>, row: &Record| {
        [Column::InvoiceNumber, Column::ClientName, Column::InvoiceDate]
            .map(|column| table.text(row, column).to_owned())
    };
    let mut sums: BTreeMap<[String; 3], Option<Decimal>> = BTreeMap::new();
    for row in &table.rows {
        let total = table.plain_number(row, LINE_TOTAL);
        let sum = sums.entry(head(table, row)).or_insert(Some(Decimal::ZERO));
        *sum = sum.zip(total).and_then(|(sum, total)| sum.checked_add(total));
    }
    table.put(Column::InvoiceAmount, "Line Total", |table, row| {
        let sum = sums.get(&head(table, row)).copied().flatten();
        sum.map(|sum| sum.to_string()).unwrap_or_default()
    });
}

/// What is paid: all of it, nothing, or something that the file does not say.
fn paid(table: &mut Table<'_>, findings: &mut Findings) {
    let mut said: BTreeSet<&str> = BTreeSet::new();
    for row in &table.rows {
        let number = table.text(row, Column::InvoiceNumber);
        if status(table, row).starts_with("partial") && said.insert(number) {
            let params = vec![("number", number.to_owned())];
            findings.doubt(table.file, row.line, (Message::PaidUnknown, params));
        }
    }
    table.put(Column::InvoicePaid, "Invoice Status", |table, row| {
        if matches!(status(table, row).as_str(), "paid" | "auto-paid" | "autopaid") {
            table.text(row, Column::InvoiceAmount).to_owned()
        } else {
            "0".to_owned()
        }
    });
}

fn status(table: &Table<'_>, row: &Record) -> String {
    table.text(row, Column::InvoiceStatus).to_lowercase()
}
