//! Xero's CSV exports: contacts, and sales invoices (a row for each line item). Taxes stand there as a name and an
//! amount, payments as what is paid of an invoice.

use folio_domain::imports::ImportFormat;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::Findings;
use super::formats::Format;
use super::table::Table;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::Xero,
    kind_of,
    columns: &[
        (Some(FileKind::Invoices), OF_INVOICES),
        (Some(FileKind::Clients), OF_CONTACTS),
        (None, OF_ANY),
    ],
    marks: &[
        "contactname",
        "poaddressline1",
        "poattentionto",
        "unitamount",
        "inventoryitemcode",
        "invoiceamountpaid",
        "invoiceamountdue",
        "lineamount",
        "trackingname1",
        "trackingoption1",
        "brandingtheme",
        "planneddate",
        "accountsreceivabletaxcodename",
    ],
    always: &[(Column::ItemDiscountIsAmount, false)],
    prepare,
    payments_name_no_invoice: false,
    hides_tax: false,
};

#[rustfmt::skip]
const OF_ANY: &[Named] = &[
    (Column::ClientName, &["contactname"]),
    (Column::ClientStreet, &["poaddressline1"]),
    (Column::ClientSuite, &["poaddressline2"]),
    (Column::ClientStreet3, &["poaddressline3"]),
    (Column::ClientStreet4, &["poaddressline4"]),
    (Column::ClientCity, &["pocity"]),
    (Column::ClientRegion, &["poregion"]),
    (Column::ClientPostalCode, &["popostalcode"]),
    (Column::ClientCountry, &["pocountry"]),
    (Column::ContactEmail, &["emailaddress"]),
    (Column::ContactFirstName, &["firstname"]),
    (Column::ContactLastName, &["lastname"]),
];

#[rustfmt::skip]
const OF_CONTACTS: &[Named] = &[
    (Column::ClientNumber, &["accountnumber"]),
    (Column::ClientTaxId, &["taxnumber"]),
    (Column::ContactPhone, &["phonenumber"]),
    (Column::ClientPhone, &["mobilenumber"]),
    (Column::Currency, &["currency", "defaultcurrency"]),
];

#[rustfmt::skip]
const OF_INVOICES: &[Named] = &[
    (Column::Currency, &["currency", "currencycode"]),
    (Column::InvoiceNumber, &["invoicenumber"]),
    (Column::InvoiceReference, &["reference"]),
    (Column::InvoiceDate, &["invoicedate"]),
    (Column::InvoiceDueDate, &["duedate"]),
    (Column::InvoiceAmount, &["total"]),
    (Column::InvoicePaid, &["invoiceamountpaid"]),
    (Column::InvoiceBalance, &["invoiceamountdue"]),
    (Column::InvoiceStatus, &["status"]),
    (Column::RowType, &["type"]),
    (Column::ItemNotes, &["description"]),
    (Column::ItemProduct, &["inventoryitemcode"]),
    (Column::ItemQuantity, &["quantity"]),
    (Column::ItemCost, &["unitamount"]),
    (Column::ItemDiscount, &["discount", "discountrate"]),
    (Column::ItemTotal, &["lineamount"]),
    (Column::ItemTaxName1, &["taxtype"]),
    (Column::ItemTaxAmount1, &["taxamount"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let named: &[&str] = &["contactname"];
    if meets(&[named, &["invoicenumber"], &["invoicedate"]], names) {
        return Some(FileKind::Invoices);
    }
    let contact: &[&str] = &["emailaddress", "poaddressline1", "accountnumber", "phonenumber"];
    meets(&[named, contact], names).then_some(FileKind::Clients)
}

/// What is owed for a credit note is below zero, however it is written.
const SIGNED: &[Column] = &[
    Column::InvoiceAmount,
    Column::InvoicePaid,
    Column::InvoiceBalance,
    Column::ItemQuantity,
    Column::ItemTotal,
    Column::ItemTaxAmount1,
];

fn prepare<'a>(mut tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    for table in tables.iter_mut().filter(|table| table.kind == FileKind::Invoices) {
        table.leave_out(findings, |table, row| {
            let kind = table.text(row, Column::RowType);
            let told = kind.to_lowercase();
            let comes =
                told.is_empty() || told == "sales invoice" || told == "sales credit note" || told == "accrec";
            (!comes).then(|| kind.to_owned())
        });
        table.remake(|table, row| {
            let is_credit = table
                .text(row, Column::RowType)
                .eq_ignore_ascii_case("sales credit note");
            let negated = |column: &Column| (*column, format!("-{}", table.text(row, *column)));
            let is_above = |column: &&Column| {
                let text = table.text(row, **column);
                table.has(**column) && !text.is_empty() && !text.starts_with(['-', '('])
            };
            let mut cells: Vec<_> =
                if is_credit && !table.text(row, Column::InvoiceAmount).starts_with(['-', '(']) {
                    SIGNED.iter().filter(is_above).map(negated).collect()
                } else {
                    Vec::new()
                };
            // A product's code means nothing beside a description.
            if table.has(Column::ItemProduct) && !table.text(row, Column::ItemNotes).is_empty() {
                cells.push((Column::ItemProduct, String::new()));
            }
            vec![cells]
        });
    }
    tables
}
