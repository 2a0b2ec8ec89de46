//! Zoho Invoice's CSV exports (Zoho Books writes the same): contacts, invoices (a row for each line item) and
//! customer payments (a row for each invoice that a payment is for).

use std::collections::BTreeSet;

use folio_domain::imports::ImportFormat;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::Findings;
use super::formats::Format;
use super::table::Table;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::ZohoInvoice,
    kind_of,
    columns: &[
        (Some(FileKind::Clients), OF_CONTACTS),
        (Some(FileKind::Invoices), OF_INVOICES),
        (Some(FileKind::Payments), OF_PAYMENTS),
    ],
    marks: &[
        "entitydiscountpercent",
        "entitydiscountamount",
        "isinclusivetax",
        "isdiscountbeforetax",
        "itemdesc",
        "usageunit",
        "purchaseorder",
        "termsconditions",
        "paymenttermslabel",
        "customerpaymentid",
        "amountappliedtoinvoice",
        "unusedamount",
        "invoicepaymentid",
        "customersubtype",
        "emailid",
        "billingattention",
        "billingstreet2",
    ],
    always: &[(Column::ItemDiscountIsAmount, true)],
    prepare,
    payments_name_no_invoice: false,
    hides_tax: false,
};

const DISCOUNT_KIND: Column = Column::Own("discounttype");
const DISCOUNT_BEFORE_TAX: Column = Column::Own("isdiscountbeforetax");
const WHOLE_PERCENT: Column = Column::Own("entitydiscountpercent");
const WHOLE_AMOUNT: Column = Column::Own("entitydiscountamount");
const ITEM_PERCENT: Column = Column::Own("discount");
const APPLIED: Column = Column::Own("amountappliedtoinvoice");
const UNUSED: Column = Column::Own("unusedamount");
const PAYMENT_ID: Column = Column::Own("customerpaymentid");

#[rustfmt::skip]
const OF_CONTACTS: &[Named] = &[
    (Column::ClientName, &["displayname", "customername", "contactname"]),
    (Column::ClientStreet, &["billingaddress"]),
    (Column::ClientSuite, &["billingstreet2"]),
    (Column::ClientCity, &["billingcity"]),
    (Column::ClientRegion, &["billingstate"]),
    (Column::ClientPostalCode, &["billingcode", "billingzip", "billingzipcode"]),
    (Column::ClientCountry, &["billingcountry"]),
    (Column::ClientTaxId, &["gstidentificationnumbergstin", "gstin", "vatnumber", "taxregistrationnumber", "trn",
        "taxid"]),
    (Column::ClientTerms, &["paymentterms"]),
    (Column::ClientType, &["contacttype"]),
    (Column::Currency, &["currencycode", "currency"]),
    (Column::ContactFirstName, &["firstname"]),
    (Column::ContactLastName, &["lastname"]),
    (Column::ContactEmail, &["emailid", "email"]),
    (Column::ContactPhone, &["phone"]),
    (Column::ClientPhone, &["mobilephone"]),
];

#[rustfmt::skip]
const OF_INVOICES: &[Named] = &[
    (Column::ClientName, &["customername"]),
    (Column::Currency, &["currencycode", "currency"]),
    (Column::ClientStreet, &["billingaddress"]),
    (Column::ClientSuite, &["billingstreet2"]),
    (Column::ClientCity, &["billingcity"]),
    (Column::ClientRegion, &["billingstate"]),
    (Column::ClientPostalCode, &["billingcode"]),
    (Column::ClientCountry, &["billingcountry"]),
    (Column::ClientTaxId, &["gstidentificationnumbergstin"]),
    (Column::ContactEmail, &["primarycontactemailid", "emailid"]),
    (Column::InvoiceNumber, &["invoicenumber"]),
    (Column::InvoiceDate, &["invoicedate"]),
    (Column::InvoiceDueDate, &["duedate"]),
    (Column::InvoiceStatus, &["invoicestatus"]),
    (Column::InvoiceAmount, &["total"]),
    (Column::InvoiceBalance, &["balance"]),
    (Column::InvoicePaidOn, &["lastpaymentdate"]),
    (Column::InvoiceReference, &["purchaseorder", "purchaseordernumber"]),
    (Column::InvoiceNote, &["notes"]),
    (Column::InvoiceTerms, &["termsconditions"]),
    (Column::InvoiceInclusive, &["isinclusivetax"]),
    (DISCOUNT_KIND, &["discounttype"]),
    (DISCOUNT_BEFORE_TAX, &["isdiscountbeforetax"]),
    (WHOLE_PERCENT, &["entitydiscountpercent"]),
    (WHOLE_AMOUNT, &["entitydiscountamount"]),
    (Column::Surcharge1, &["shippingcharge"]),
    (Column::Surcharge2, &["adjustment"]),
    (Column::Surcharge3, &["roundoff"]),
    (Column::ItemProduct, &["itemname"]),
    (Column::ItemNotes, &["itemdesc", "itemdescription"]),
    (Column::ItemQuantity, &["quantity"]),
    (Column::ItemUnit, &["usageunit"]),
    (Column::ItemCost, &["itemprice", "rate"]),
    (Column::ItemTotal, &["itemtotal"]),
    (Column::ItemDiscount, &["discountamount"]),
    (ITEM_PERCENT, &["discount", "discountpercent"]),
    (Column::ItemTaxName1, &["itemtax", "itemtax1"]),
    (Column::ItemTaxRate1, &["itemtaxpercent", "itemtax1percent"]),
    (Column::ItemTaxAmount1, &["itemtaxamount", "itemtax1amount"]),
    (Column::ItemTaxName2, &["itemtax2"]),
    (Column::ItemTaxRate2, &["itemtax2percent"]),
    (Column::ItemTaxAmount2, &["itemtax2amount"]),
];

#[rustfmt::skip]
const OF_PAYMENTS: &[Named] = &[
    (Column::ClientName, &["customername"]),
    (Column::Currency, &["currencycode", "currency"]),
    (Column::PaymentNumber, &["paymentnumber"]),
    (PAYMENT_ID, &["customerpaymentid", "paymentid"]),
    (Column::PaymentDate, &["date", "paymentdate"]),
    (Column::PaymentAmount, &["amount"]),
    (APPLIED, &["amountappliedtoinvoice"]),
    (UNUSED, &["unusedamount"]),
    (Column::PaymentMethod, &["mode", "paymentmode"]),
    (Column::PaymentReference, &["referencenumber"]),
    (Column::PaymentStatus, &["paymentstatus"]),
    (Column::InvoiceNumber, &["invoicenumber"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let paid: &[&[&str]] = &[
        &["customerpaymentid", "paymentnumber", "amountappliedtoinvoice"],
        &["customername"],
        &["amount"],
    ];
    let invoiced: &[&[&str]] = &[&["invoicenumber"], &["customername"], &["invoicedate"]];
    let contacts: &[&[&str]] = &[
        &["displayname", "customername", "contactname"],
        &["emailid", "billingaddress", "currencycode", "companyname"],
    ];
    if meets(paid, names) {
        Some(FileKind::Payments)
    } else if meets(invoiced, names) {
        Some(FileKind::Invoices)
    } else {
        (meets(contacts, names) && !meets(&[&["invoicenumber"]], names)).then_some(FileKind::Clients)
    }
}

fn prepare<'a>(mut tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    for table in &mut tables {
        match table.kind {
            FileKind::Clients => table.leave_out(findings, |table, row| {
                let kind = table.text(row, Column::ClientType);
                kind.eq_ignore_ascii_case("vendor").then(|| kind.to_owned())
            }),
            FileKind::Invoices => discounts(table),
            FileKind::Payments => parts(table),
        }
    }
    tables
}

/// A discount is of the whole or of each line. Off the whole after tax, it is a line below zero; as a percentage it
/// is each line's where there are charges, off which it does not go.
fn discounts(table: &mut Table<'_>) {
    table.add(&[
        (Column::InvoiceDiscount, "Entity Discount Percent"),
        (Column::InvoiceDiscountIsAmount, "Entity Discount Amount"),
        (Column::Surcharge4, "Discount"),
        (Column::ItemDiscount, "Discount"),
        (Column::ItemDiscountIsAmount, "Discount"),
    ]);
    let lines_in_money = table.title(Column::ItemDiscount) != "Discount";
    table.remake(|table, row| {
        let text = |column| table.text(row, column);
        let (percent, amount) = (text(WHOLE_PERCENT), text(WHOLE_AMOUNT));
        let charges = [Column::Surcharge1, Column::Surcharge2, Column::Surcharge3];
        let charged = charges.into_iter().any(|column| says_something(text(column)));
        let is_whole = text(DISCOUNT_KIND).eq_ignore_ascii_case("entity_level");
        let is_after_tax = text(DISCOUNT_BEFORE_TAX).eq_ignore_ascii_case("false");
        let by_percent = says_something(percent);
        // Of the invoice, whether that is money, after its tax, of the line, whether that is money.
        let (invoice, money, after, line, line_money) = match (is_whole, is_after_tax) {
            (true, true) if says_something(amount) => ("", true, format!("-{amount}"), "", true),
            (true, _) if by_percent && charged => ("", true, String::new(), percent, false),
            (true, _) if by_percent => (percent, false, String::new(), "", true),
            (true, _) => (amount, true, String::new(), "", true),
            (false, _) if lines_in_money => ("", true, String::new(), text(Column::ItemDiscount), true),
            (false, _) => {
                let line = text(ITEM_PERCENT);
                (
                    "",
                    true,
                    String::new(),
                    line.trim_end_matches('%'),
                    !line.ends_with('%'),
                )
            }
        };
        let flag = |yes: bool| if yes { "1" } else { "0" }.to_owned();
        vec![vec![
            (Column::InvoiceDiscount, invoice.to_owned()),
            (Column::InvoiceDiscountIsAmount, flag(money)),
            (Column::Surcharge4, after),
            (Column::ItemDiscount, line.to_owned()),
            (Column::ItemDiscountIsAmount, flag(line_money)),
        ]]
    });
}

/// A payment for several invoices has a row for each; what is for none of them comes as a row of its own.
fn parts(table: &mut Table<'_>) {
    table.add(&[
        (Column::PaymentNumber, "Payment Number"),
        (Column::InvoiceNumber, "Invoice Number"),
    ]);
    let mut seen = BTreeSet::new();
    let firsts = table
        .rows
        .iter()
        .filter(|row| seen.insert(own_number(table, row)));
    let firsts: BTreeSet<u32> = firsts.map(|row| row.line).collect();
    table.remake(|table, row| {
        let (id, invoice) = (own_number(table, row), table.text(row, Column::InvoiceNumber));
        let (applied, unused) = (table.text(row, APPLIED), table.text(row, UNUSED));
        let numbered = |part: &str| match id.as_str() {
            "" => String::new(),
            id => format!("{id}/{part}"),
        };
        let has_rest = firsts.contains(&row.line) && says_something(unused) && table.has(APPLIED);
        let mut parts = Vec::new();
        if !has_rest || !invoice.is_empty() {
            let mut cells = vec![(Column::PaymentNumber, numbered(invoice))];
            if says_something(applied) {
                cells.push((Column::PaymentAmount, applied.to_owned()));
            }
            parts.push(cells);
        }
        if has_rest {
            parts.push(vec![
                (Column::PaymentNumber, numbered("unused")),
                (Column::PaymentAmount, unused.to_owned()),
                (Column::InvoiceNumber, String::new()),
            ]);
        }
        parts
    });
}

fn own_number(table: &Table<'_>, row: &Record) -> String {
    let id = table.text(row, PAYMENT_ID);
    let number = if id.is_empty() {
        table.text(row, Column::PaymentNumber)
    } else {
        id
    };
    number.to_owned()
}

/// Whether a number is there that is not nothing.
fn says_something(number: &str) -> bool {
    number.chars().any(|character| matches!(character, '1'..='9'))
}
