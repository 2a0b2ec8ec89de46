//! Frappe Books' CSV exports of its lists: parties, sales invoices and payments. Below the headings, which follow the
//! language of the program, stands a line with the names of its fields; that one is read. An invoice has a row for each
//! line item and, without an item, one for each tax of the whole; a payment one for each invoice that it pays.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::ImportFormat;
use rust_decimal::Decimal;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::Findings;
use super::formats::Format;
use super::table::Table;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::FrappeBooks,
    kind_of,
    columns: &[(None, COLUMNS)],
    marks: &[
        "partyname",
        "partyrole",
        "partytaxid",
        "salesinvoicename",
        "salesinvoiceparty",
        "salesinvoicegrandtotal",
        "salesinvoiceoutstandingamount",
        "salesinvoiceitemrate",
        "salesinvoiceitemquantity",
        "paymentparty",
        "paymentpaymenttype",
        "paymentforreferencename",
        "paymentforamount",
    ],
    always: &[],
    prepare,
    payments_name_no_invoice: false,
    hides_tax: false,
};

const SUBMITTED: Column = Column::Own("submitted");
const CANCELLED: Column = Column::Own("cancelled");
const BASE_TOTAL: Column = Column::Own("base total");
const IS_AMOUNT: Column = Column::Own("discount is an amount");
const PERCENT: Column = Column::Own("discount in percent");
const ITEM_PERCENT: Column = Column::Own("item's discount in percent");
const TAX_OF_WHOLE: Column = Column::Own("account of a tax of the whole");
const RATE_OF_WHOLE: Column = Column::Own("rate of a tax of the whole");
const PART: Column = Column::Own("what is for the invoice");
const PART_OF: Column = Column::Own("what kind of invoice it is");

#[rustfmt::skip]
const COLUMNS: &[Named] = &[
    (Column::ClientName, &["partyname", "salesinvoiceparty", "paymentparty"]),
    (Column::ClientType, &["partyrole"]),
    (Column::ContactEmail, &["partyemail"]),
    (Column::ContactPhone, &["partyphone"]),
    (Column::ClientTaxId, &["partytaxid", "partygstin"]),
    (Column::Currency, &["partycurrency", "salesinvoicecurrency"]),
    (Column::InvoiceNumber, &["salesinvoicename", "paymentforreferencename"]),
    (Column::InvoiceDate, &["salesinvoicedate"]),
    (Column::InvoiceAmount, &["salesinvoicegrandtotal"]),
    (Column::InvoiceBalance, &["salesinvoiceoutstandingamount"]),
    (Column::InvoiceNote, &["salesinvoiceterms"]),
    (Column::InvoiceDiscount, &["salesinvoicediscountamount"]),
    (BASE_TOTAL, &["salesinvoicebasegrandtotal"]),
    (PERCENT, &["salesinvoicediscountpercent"]),
    (IS_AMOUNT, &["salesinvoicesetdiscountamount"]),
    (SUBMITTED, &["salesinvoicesubmitted", "paymentsubmitted"]),
    (CANCELLED, &["salesinvoicecancelled", "paymentcancelled"]),
    (Column::ItemProduct, &["salesinvoiceitemitem"]),
    (Column::ItemNotes, &["salesinvoiceitemdescription"]),
    (Column::ItemQuantity, &["salesinvoiceitemquantity"]),
    (Column::ItemUnit, &["salesinvoiceitemunit"]),
    (Column::ItemCost, &["salesinvoiceitemrate"]),
    (Column::ItemTaxName1, &["salesinvoiceitemtax"]),
    (Column::ItemDiscount, &["salesinvoiceitemitemdiscountamount"]),
    (Column::ItemDiscountIsAmount, &["salesinvoiceitemsetitemdiscountamount"]),
    (ITEM_PERCENT, &["salesinvoiceitemitemdiscountpercent"]),
    (TAX_OF_WHOLE, &["taxsummaryaccount"]),
    (RATE_OF_WHOLE, &["taxsummaryrate"]),
    (Column::PaymentNumber, &["paymentname"]),
    (Column::PaymentDate, &["paymentdate"]),
    (Column::RowType, &["paymentpaymenttype"]),
    (Column::PaymentMethod, &["paymentpaymentmethod"]),
    (Column::PaymentReference, &["paymentreferenceid"]),
    (Column::PaymentAmount, &["paymentamount"]),
    (PART, &["paymentforamount"]),
    (PART_OF, &["paymentforreferencetype"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    if meets(
        &[
            &["salesinvoicename"],
            &["salesinvoiceparty"],
            &["salesinvoicedate"],
        ],
        names,
    ) {
        return Some(FileKind::Invoices);
    }
    if meets(&[&["paymentname"], &["paymentparty"], &["paymentamount"]], names) {
        return Some(FileKind::Payments);
    }
    let party: &[&str] = &["partyrole", "partyemail", "partycurrency", "partytaxid"];
    meets(&[&["partyname"], party], names).then_some(FileKind::Clients)
}

fn prepare<'a>(mut tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    for table in &mut tables {
        match table.kind {
            FileKind::Clients => table.leave_out(findings, |table, row| {
                let role = table.text(row, Column::ClientType);
                let is_supplier = ["supplier", "vendor"].contains(&role.to_lowercase().as_str());
                is_supplier.then(|| role.to_owned())
            }),
            FileKind::Invoices => invoices(table),
            FileKind::Payments => {
                table.leave_out(findings, left_out);
                parts(table);
            }
        }
    }
    tables
}

fn says_yes(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "1" | "true")
}

fn says_no(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "0" | "false")
}

/// A day where the program writes an instant.
fn day(text: &str) -> String {
    text.split_once('T').map_or(text, |(day, _)| day).to_owned()
}

/// The taxes of an invoice: their names on its lines, and the rates of the whole added up.
#[derive(Default)]
struct Taxes {
    names: BTreeSet<String>,
    rate: Decimal,
}

/// Rows of taxes become the rates of the lines; discounts, status and days are brought into the common shape.
fn invoices(table: &mut Table<'_>) {
    let mut taxes: BTreeMap<String, Taxes> = BTreeMap::new();
    for row in &table.rows {
        let of = taxes
            .entry(table.text(row, Column::InvoiceNumber).to_owned())
            .or_default();
        let name = table.text(row, Column::ItemTaxName1);
        if !name.is_empty() {
            of.names.insert(name.to_owned());
        }
        let rate = table.plain_number(row, RATE_OF_WHOLE).unwrap_or_default();
        of.rate = of.rate.saturating_add(rate);
    }
    table.add(&[
        (Column::ItemTaxRate1, "Tax"),
        (Column::InvoiceStatus, "Submitted"),
        (Column::InvoiceDiscount, "Discount"),
        (Column::InvoiceDiscountIsAmount, "Discount"),
        (Column::ItemDiscount, "Discount"),
        (Column::ItemDiscountIsAmount, "Discount"),
    ]);
    table.remake(|table, row| {
        let text = |column| table.text(row, column);
        if !text(TAX_OF_WHOLE).is_empty() {
            return Vec::new();
        }
        let flag = |yes: bool| if yes { "1" } else { "0" }.to_owned();
        let (whole, line) = (
            says_yes(text(IS_AMOUNT)),
            says_yes(text(Column::ItemDiscountIsAmount)),
        );
        let off = |money: bool, amount: Column, percent: Column| {
            let column = if money { amount } else { percent };
            text(column).to_owned()
        };
        let rate = taxes
            .get(text(Column::InvoiceNumber))
            .and_then(|taxes| rate_of(text(Column::ItemTaxName1), taxes));
        vec![vec![
            (Column::InvoiceDate, day(text(Column::InvoiceDate))),
            (Column::InvoiceStatus, status(text(SUBMITTED), text(CANCELLED))),
            (Column::InvoiceBalance, balance(table, row)),
            (
                Column::ItemTaxRate1,
                rate.map(|rate| rate.to_string()).unwrap_or_default(),
            ),
            (
                Column::InvoiceDiscount,
                off(whole, Column::InvoiceDiscount, PERCENT),
            ),
            (Column::InvoiceDiscountIsAmount, flag(whole)),
            (
                Column::ItemDiscount,
                off(line, Column::ItemDiscount, ITEM_PERCENT),
            ),
            (Column::ItemDiscountIsAmount, flag(line)),
        ]]
    });
}

fn status(submitted: &str, cancelled: &str) -> String {
    let status = if says_yes(cancelled) {
        "cancelled"
    } else if says_no(submitted) {
        "draft"
    } else {
        ""
    };
    status.to_owned()
}

/// The percentage of a line's tax: the one in its name (`GST-18`); where the name has none and all lines bear the same
/// tax, the rates of the whole together.
fn rate_of(name: &str, taxes: &Taxes) -> Option<Decimal> {
    if name.is_empty() {
        return None;
    }
    let numbers = name.split(|character: char| !character.is_ascii_digit() && character != '.');
    let mut numbers = numbers.filter_map(|run| run.trim_matches('.').parse::<Decimal>().ok());
    match (numbers.next(), numbers.next()) {
        (Some(rate), None) => Some(rate),
        _ => (taxes.names.len() == 1).then_some(taxes.rate),
    }
}

/// What is open stands in the currency of the business. Of an invoice in another currency it says whether all or
/// nothing is paid; else it says nothing that can be used, and the payments tell.
fn balance(table: &Table<'_>, row: &Record) -> String {
    let open = table.text(row, Column::InvoiceBalance);
    let number = |column| table.plain_number(row, column);
    let (Some(total), Some(base)) = (number(Column::InvoiceAmount), number(BASE_TOTAL)) else {
        return open.to_owned();
    };
    match number(Column::InvoiceBalance) {
        Some(open) if total != base && open == base => total.to_string(),
        Some(open) if total != base && !open.is_zero() => String::new(),
        _ => open.to_owned(),
    }
}

/// What money went out, is for a purchase, or was never entered for good, is no payment of a client.
fn left_out(table: &Table<'_>, row: &Record) -> Option<String> {
    let (kind, of) = (table.text(row, Column::RowType), table.text(row, PART_OF));
    if kind.eq_ignore_ascii_case("pay") {
        Some(kind.to_owned())
    } else if of.eq_ignore_ascii_case("PurchaseInvoice") {
        Some(of.to_owned())
    } else {
        says_no(table.text(row, SUBMITTED)).then(|| "Draft".to_owned())
    }
}

/// A payment for several invoices has a row for each; what is for none of them comes as a row of its own.
fn parts(table: &mut Table<'_>) {
    table.add(&[
        (Column::PaymentStatus, "Cancelled"),
        (Column::InvoiceNumber, "Reference"),
    ]);
    let mut sums: BTreeMap<String, (u32, Decimal)> = BTreeMap::new();
    for row in &table.rows {
        let number = table.text(row, Column::PaymentNumber).to_owned();
        let sum = sums.entry(number).or_insert((row.line, Decimal::ZERO));
        sum.1 = sum
            .1
            .saturating_add(table.plain_number(row, PART).unwrap_or_default());
    }
    table.remake(|table, row| {
        let text = |column| table.text(row, column);
        let number = text(Column::PaymentNumber);
        let status = if says_yes(text(CANCELLED)) {
            "cancelled"
        } else {
            ""
        };
        let common = vec![
            (Column::PaymentStatus, status.to_owned()),
            (Column::PaymentDate, day(text(Column::PaymentDate))),
        ];
        let invoice = text(Column::InvoiceNumber);
        if invoice.is_empty() || text(PART).is_empty() {
            return vec![common];
        }
        let mut part = common.clone();
        part.push((Column::PaymentNumber, format!("{number}/{invoice}")));
        part.push((Column::PaymentAmount, text(PART).to_owned()));
        let mut made = vec![part];
        let whole = table.plain_number(row, Column::PaymentAmount);
        let rest = match (sums.get(number), whole) {
            (Some((line, sum)), Some(whole)) if *line == row.line && whole > *sum => whole - *sum,
            _ => Decimal::ZERO,
        };
        if !rest.is_zero() {
            let mut credit = common;
            credit.push((Column::PaymentNumber, format!("{number}/unused")));
            credit.push((Column::PaymentAmount, rest.to_string()));
            credit.push((Column::InvoiceNumber, String::new()));
            made.push(credit);
        }
        made
    });
}
