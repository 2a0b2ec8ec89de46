//! Wave's CSV exports: customers, and the transactions of its books, in which an invoice is a transaction with a row
//! for each line item and one for what the customer owes, and a payment one that takes from it.

use std::collections::BTreeMap;

use folio_domain::imports::ImportFormat;
use rust_decimal::Decimal;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::Findings;
use super::formats::Format;
use super::table::Table;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::Wave,
    kind_of,
    columns: &[
        (Some(FileKind::Clients), OF_CUSTOMERS),
        (Some(FileKind::Invoices), OF_TRANSACTIONS),
        (Some(FileKind::Payments), OF_PAYMENTS),
    ],
    marks: &[
        "amountonecolumn",
        "debitamounttwocolumnapproach",
        "creditamounttwocolumnapproach",
        "transactionlinedescription",
        "otheraccountsforthistransaction",
        "amountbeforesalestax",
        "salestaxname",
        "customercurrency",
        "postalcodezipcode",
        "shiptocontact",
    ],
    always: &[(Column::InvoiceInclusive, false)],
    prepare,
    payments_name_no_invoice: false,
    hides_tax: false,
};

const TRANSACTION: Column = Column::Own("transactionid");
const DESCRIPTION: Column = Column::Own("transactiondescription");
const AMOUNT: Column = Column::Own("amountonecolumn");
/// The account that a payment came on: how it was paid.
const OTHER_ACCOUNTS: Column = Column::Own("otheraccounts");

#[rustfmt::skip]
const OF_CUSTOMERS: &[Named] = &[
    (Column::ClientName, &["customername", "name"]),
    (Column::ContactEmail, &["email"]),
    (Column::ContactFirstName, &["contactfirstname", "firstname"]),
    (Column::ContactLastName, &["contactlastname", "lastname"]),
    (Column::Currency, &["customercurrency", "currency"]),
    (Column::ClientNumber, &["accountnumber"]),
    (Column::ContactPhone, &["phone"]),
    (Column::ClientPhone, &["mobile"]),
    (Column::ClientCountry, &["country"]),
    (Column::ClientRegion, &["provincestate", "province"]),
    (Column::ClientStreet, &["addressline1"]),
    (Column::ClientSuite, &["addressline2"]),
    (Column::ClientCity, &["city"]),
    (Column::ClientPostalCode, &["postalcodezipcode", "postalcode"]),
];

#[rustfmt::skip]
const OF_TRANSACTIONS: &[Named] = &[
    (TRANSACTION, &["transactionid"]),
    (DESCRIPTION, &["transactiondescription"]),
    (AMOUNT, &["amountonecolumn"]),
    (Column::ClientName, &["customer"]),
    (Column::InvoiceNumber, &["invoicenumber"]),
    (Column::InvoiceDate, &["transactiondate"]),
    (Column::RowType, &["accounttype"]),
    (Column::ItemNotes, &["transactionlinedescription"]),
    (Column::ItemTotal, &["amountbeforesalestax"]),
    (Column::ItemTaxName1, &["salestaxname"]),
    (Column::ItemTaxAmount1, &["salestaxamount"]),
];

#[rustfmt::skip]
const OF_PAYMENTS: &[Named] = &[
    (Column::ClientName, &["customer"]),
    (Column::InvoiceNumber, &["invoicenumber"]),
    (Column::PaymentNumber, &["transactionid"]),
    (Column::PaymentDate, &["transactiondate"]),
    (Column::PaymentAmount, &["amountonecolumn"]),
    (OTHER_ACCOUNTS, &["otheraccountsforthistransaction"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let booked: &[&[&str]] = &[
        &["transactionid"],
        &["transactiondate"],
        &["amountonecolumn"],
        &["invoicenumber"],
        &["accounttype"],
    ];
    if meets(booked, names) {
        return Some(FileKind::Invoices);
    }
    let customers: &[&[&str]] = &[
        &["customername"],
        &["email", "contactfirstname"],
        &["customercurrency", "postalcodezipcode", "addressline1"],
    ];
    meets(customers, names).then_some(FileKind::Clients)
}

/// The account that holds what customers owe.
const OWED: &str = "system receivable invoice";

fn prepare<'a>(tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    let mut prepared = Vec::new();
    for table in tables {
        if table.kind == FileKind::Invoices {
            prepared.extend(booked(table, findings));
        } else {
            prepared.push(table);
        }
    }
    prepared
}

/// Invoices and payments from the books' transactions. What belongs to no invoice is left out.
fn booked<'a>(mut table: Table<'a>, findings: &mut Findings) -> Vec<Table<'a>> {
    let invoice_of: BTreeMap<String, String> = table
        .rows
        .iter()
        .filter(|row| is_owed(&table, row))
        .map(|row| {
            (
                table.text(row, TRANSACTION).to_owned(),
                table.text(row, Column::InvoiceNumber).to_owned(),
            )
        })
        .filter(|(_, number)| !number.is_empty())
        .collect();
    table.leave_out(findings, |table, row| {
        let known = invoice_of.contains_key(table.text(row, TRANSACTION));
        (!known).then(|| table.text(row, Column::RowType).to_owned())
    });
    let (payments, mut invoices): (Vec<Record>, Vec<Record>) = (
        table
            .rows
            .iter()
            .filter(|row| is_payment(&table, row))
            .cloned()
            .collect(),
        table
            .rows
            .iter()
            .filter(|row| is_item(&table, row))
            .cloned()
            .collect(),
    );
    let owed = Owed::of(&table);
    invoices.sort_by_key(|row| row.line);
    let mut payments = table.part(FileKind::Payments, payments);
    payments.remake(|table, row| {
        let amount = table.text(row, Column::PaymentAmount);
        let came = amount
            .strip_prefix('-')
            .map_or_else(|| format!("-{amount}"), str::to_owned);
        vec![vec![(Column::PaymentAmount, came)]]
    });
    let mut invoices = table.part(FileKind::Invoices, invoices);
    invoices.add(&[
        (Column::InvoiceAmount, "Amount (One column)"),
        (Column::InvoicePaid, "Amount (One column)"),
    ]);
    invoices.remake(|table, row| {
        let number = table.text(row, Column::InvoiceNumber);
        let sum = |sums: &BTreeMap<String, Decimal>| sums.get(number).map(Decimal::to_string);
        vec![vec![
            (Column::InvoiceAmount, sum(&owed.invoiced).unwrap_or_default()),
            (
                Column::InvoicePaid,
                sum(&owed.paid).unwrap_or_else(|| "0".to_owned()),
            ),
            (Column::ItemNotes, described(table, row)),
        ]]
    });
    vec![invoices, payments]
}

fn is_owed(table: &Table<'_>, row: &Record) -> bool {
    table.text(row, Column::RowType).eq_ignore_ascii_case(OWED)
}

fn is_payment(table: &Table<'_>, row: &Record) -> bool {
    is_owed(table, row) && table.text(row, DESCRIPTION).to_lowercase().contains("payment")
}

fn is_item(table: &Table<'_>, row: &Record) -> bool {
    let kind = table.text(row, Column::RowType).to_lowercase();
    matches!(
        kind.as_str(),
        "income" | "other income" | "discount" | "discounts"
    )
}

/// What customers owe, by invoice.
#[derive(Default)]
struct Owed {
    invoiced: BTreeMap<String, Decimal>,
    paid: BTreeMap<String, Decimal>,
}

impl Owed {
    fn of(table: &Table<'_>) -> Self {
        let mut owed = Self::default();
        for row in table.rows.iter().filter(|row| is_owed(table, row)) {
            let Some(amount) = table.plain_number(row, AMOUNT) else {
                continue;
            };
            let (sums, amount) = if is_payment(table, row) {
                (&mut owed.paid, -amount)
            } else {
                (&mut owed.invoiced, amount)
            };
            let number = table.text(row, Column::InvoiceNumber).to_owned();
            let sum = sums.entry(number).or_default();
            *sum = sum.saturating_add(amount);
        }
        owed
    }
}

/// The line's own words, without the customer and the number that Wave puts before them.
fn described(table: &Table<'_>, row: &Record) -> String {
    let whole = table.text(row, Column::ItemNotes);
    let before = table.text(row, DESCRIPTION);
    let own = whole.strip_prefix(before).unwrap_or(whole);
    let own = own.trim_start_matches([' ', '-']);
    if own.is_empty() { whole } else { own }.to_owned()
}
