//! QuickBooks Online's CSV exports: customers; reports that list transactions (`Invoice List`, `Transaction List by
//! Date`, `A/R Aging Detail`); the report with line items (`Sales by Customer Detail`); and its table for invoices
//! (`InvoiceNo`, `Customer`, …, `ItemAmount`). Reports begin with lines about themselves, may be grouped by customer,
//! and name no invoice with a payment.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::ImportFormat;

use super::columns::{Column, FileKind, Named, meets};
use super::findings::Findings;
use super::formats::Format;
use super::table::Table;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::QuickbooksOnline,
    kind_of,
    columns: &[
        (Some(FileKind::Clients), OF_CUSTOMERS),
        (Some(FileKind::Invoices), OF_TRANSACTIONS),
        (Some(FileKind::Payments), OF_PAYMENTS),
    ],
    marks: &[
        "transactiontype",
        "num",
        "openbalance",
        "memodescription",
        "productservice",
        "productservicefullname",
        "salesprice",
        "customerfullname",
        "phonenumbers",
        "customertype",
        "invoiceno",
        "itemproductservice",
        "itemrate",
        "itemamount",
        "servicedate",
    ],
    always: &[],
    prepare,
    payments_name_no_invoice: true,
    hides_tax: true,
};

/// The amount of the invoice, or of the line where lines are listed.
const AMOUNT: Column = Column::Own("amount");
/// What is open, unless it is what reports call so: a sum that runs along.
const BALANCE: Column = Column::Own("balance");
const TAXABLE: Column = Column::Own("taxable");

#[rustfmt::skip]
const OF_CUSTOMERS: &[Named] = &[
    (Column::ClientName, &["customerfullname", "customer", "customername", "displayname", "name"]),
    (Column::ContactFirstName, &["firstname", "givenname", "fullname"]),
    (Column::ContactLastName, &["lastname", "familyname"]),
    (Column::ContactEmail, &["email", "emailaddress", "mainemail"]),
    (Column::ContactPhone, &["phone", "phonenumbers", "phonenumber", "mainphone"]),
    (Column::ClientPhone, &["mobile"]),
    (Column::ClientStreet, &["streetaddress", "billingstreet", "billingaddressline1", "billingaddress", "billaddress",
        "address", "street"]),
    (Column::ClientSuite, &["billingaddressline2", "streetaddress2"]),
    (Column::ClientCity, &["city", "billingcity"]),
    (Column::ClientRegion, &["state", "billingstate", "province", "billingprovince", "county"]),
    (Column::ClientPostalCode, &["zip", "zipcode", "postalcode", "postcode", "billingzip", "billingzipcode",
        "billingpostalcode"]),
    (Column::ClientCountry, &["country", "billingcountry"]),
    (Column::ClientTaxId, &["taxid", "taxregno", "vatregno", "gstin", "taxregistrationnumber"]),
    (Column::ClientTerms, &["terms"]),
    (Column::Currency, &["currency"]),
];

#[rustfmt::skip]
const OF_TRANSACTIONS: &[Named] = &[
    (Column::ClientName, &["customer", "customerfullname", "customername", "clientfullname", "client", "name"]),
    (Column::ContactEmail, &["email", "customeremail"]),
    (Column::Currency, &["currency", "currencycode"]),
    (Column::RowType, &["transactiontype", "type"]),
    (Column::InvoiceNumber, &["invoiceno", "num", "no", "invoicenumber", "number"]),
    (Column::InvoiceDate, &["invoicedate", "transactiondate", "date"]),
    (Column::InvoiceDueDate, &["duedate"]),
    (Column::InvoiceStatus, &["status"]),
    (Column::InvoiceBalance, &["openbalance", "balancedue"]),
    (Column::InvoiceReference, &["ponumber", "po"]),
    (BALANCE, &["balance"]),
    (Column::InvoiceAmount, &["total", "totalamount"]),
    (AMOUNT, &["amount"]),
    (Column::InvoiceSummary, &["memo", "memodescription", "description"]),
    (Column::ItemProduct, &["itemproductservice", "productservicefullname", "productservice"]),
    (Column::ItemNotes, &["itemdescription"]),
    (Column::ItemQuantity, &["itemquantity", "quantity", "qty"]),
    (Column::ItemCost, &["itemrate", "salesprice", "rate"]),
    (Column::ItemTotal, &["itemamount"]),
    (TAXABLE, &["taxable"]),
    (Column::ItemTaxName1, &["itemtaxcode"]),
    (Column::ItemTaxRate1, &["taxrate"]),
    (Column::ItemTaxAmount1, &["itemtaxamount"]),
];

#[rustfmt::skip]
const OF_PAYMENTS: &[Named] = &[
    (Column::ClientName, &["customer", "customerfullname", "customername", "clientfullname", "client", "name"]),
    (Column::Currency, &["currency", "currencycode"]),
    (Column::PaymentDate, &["transactiondate", "date", "invoicedate"]),
    (Column::PaymentAmount, &["amount", "total"]),
    (Column::PaymentReference, &["num", "no"]),
    (Column::PaymentMethod, &["paymentmethod"]),
];

fn kind_of(names: &[String]) -> Option<FileKind> {
    let table: &[&[&str]] = &[&["invoiceno"], &["customer"], &["invoicedate", "itemamount"]];
    let report: &[&[&str]] = &[
        &["num", "no"],
        &["transactiontype", "type", "openbalance", "duedate", "balance"],
        &["date", "transactiondate", "invoicedate"],
        &["amount", "openbalance", "totalamount", "total"],
    ];
    if meets(table, names) || meets(report, names) {
        return Some(FileKind::Invoices);
    }
    let customers: &[&[&str]] = &[
        &[
            "customerfullname",
            "customer",
            "customername",
            "displayname",
            "name",
        ],
        &["phone", "phonenumbers", "email"],
        &[
            "openbalance",
            "billingaddress",
            "billaddress",
            "streetaddress",
            "billingstreet",
            "company",
            "companyname",
            "customertype",
        ],
    ];
    meets(customers, names).then_some(FileKind::Clients)
}

fn prepare<'a>(tables: Vec<Table<'a>>, findings: &mut Findings) -> Vec<Table<'a>> {
    let mut prepared = Vec::new();
    for mut table in tables {
        match table.kind {
            FileKind::Clients => {
                plain_phones(&mut table);
                prepared.push(table);
            }
            FileKind::Invoices | FileKind::Payments => {
                ungroup(&mut table);
                let payments = payments(&table);
                amounts(&mut table);
                by_kind(&mut table, findings);
                prepared.push(table);
                prepared.extend(payments);
            }
        }
    }
    join(&mut prepared);
    prepared
}

/// `Phone: (555) 0100 Mobile: …` holds more than a number.
fn plain_phones(table: &mut Table<'_>) {
    drop_sums(table);
    table.put(Column::ContactPhone, "Phone", |table, row| {
        let text = table.text(row, Column::ContactPhone);
        let number = text.split_once(':').map_or(text, |(_, number)| number).trim();
        let end = number.find(char::is_alphabetic).unwrap_or(number.len());
        number.get(..end).unwrap_or(number).trim().to_owned()
    });
}

/// What a row's first cell that says something says, and whether no other does.
fn first_said(row: &Record) -> Option<(&str, bool)> {
    let mut said = row
        .cells
        .iter()
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty());
    let first = said.next()?;
    Some((first, said.next().is_none()))
}

fn is_sum(first: &str) -> bool {
    let first = first.to_lowercase();
    first == "total" || first.starts_with("total for ")
}

fn drop_sums(table: &mut Table<'_>) {
    table
        .rows
        .retain(|row| !first_said(row).is_some_and(|(first, _)| is_sum(first)));
}

/// Rows stand under their customer's name, and above a sum; neither is a transaction.
fn ungroup(table: &mut Table<'_>) {
    let mut group = String::new();
    let mut groups: BTreeMap<u32, String> = BTreeMap::new();
    drop_sums(table);
    table.rows.retain(|row| match first_said(row) {
        Some((first, true)) => {
            first.clone_into(&mut group);
            false
        }
        _ => {
            groups.insert(row.line, group.clone());
            true
        }
    });
    if !table.has(Column::ClientName) && groups.values().any(|group| !group.is_empty()) {
        table.put(Column::ClientName, "Customer", |_, row| {
            groups.get(&row.line).cloned().unwrap_or_default()
        });
    }
}

/// Payments among the transactions. Reports write some of them below zero.
fn payments<'a>(table: &Table<'a>) -> Option<Table<'a>> {
    let rows = table.rows.iter().filter(|row| {
        let kind = table.text(row, Column::RowType).to_lowercase();
        matches!(kind.as_str(), "payment" | "received payment")
    });
    let rows: Vec<Record> = rows.cloned().collect();
    if rows.is_empty() {
        return None;
    }
    let names: BTreeMap<u32, String> = rows
        .iter()
        .map(|row| (row.line, table.text(row, Column::ClientName).to_owned()))
        .collect();
    let mut payments = table.part(FileKind::Payments, rows);
    payments.put(Column::ClientName, "Customer", |_, row| {
        names.get(&row.line).cloned().unwrap_or_default()
    });
    payments.put(Column::PaymentAmount, "Amount", |table, row| {
        let amount = table.text(row, Column::PaymentAmount);
        amount
            .trim_start_matches(['-', '('])
            .trim_end_matches(')')
            .to_owned()
    });
    Some(payments)
}

/// What the columns of amounts mean depends on what is listed: invoices, or their lines.
fn amounts(table: &mut Table<'_>) {
    let lists_lines = table.has(Column::ItemProduct) || table.has(Column::ItemQuantity);
    let meant = if lists_lines {
        Column::ItemTotal
    } else {
        Column::InvoiceAmount
    };
    if table.has(AMOUNT) && !table.has(meant) {
        table.put(meant, "Amount", |table, row| table.text(row, AMOUNT).to_owned());
    }
    let runs_along = table.has(Column::RowType) || lists_lines;
    if table.has(BALANCE) && !table.has(Column::InvoiceBalance) && !runs_along {
        table.put(Column::InvoiceBalance, "Balance", |table, row| {
            table.text(row, BALANCE).to_owned()
        });
    }
    if lists_lines && !table.has(Column::ItemNotes) && table.has(Column::InvoiceSummary) {
        table.put(Column::ItemNotes, "Memo/Description", |table, row| {
            table.text(row, Column::InvoiceSummary).to_owned()
        });
    }
    if table.has(TAXABLE) {
        table.put(Column::ItemTaxRate1, "TaxRate", |table, row| {
            let taxed = !table.text(row, TAXABLE).to_lowercase().starts_with('n');
            if taxed {
                table.text(row, Column::ItemTaxRate1).to_owned()
            } else {
                String::new()
            }
        });
    }
}

/// Invoices, sales that were paid at once, and credits come; the rest is left out.
fn by_kind(table: &mut Table<'_>, findings: &mut Findings) {
    let kind = |table: &Table<'_>, row: &Record| table.text(row, Column::RowType).to_lowercase();
    table.rows = {
        let rows = table
            .rows
            .iter()
            .filter(|row| !matches!(kind(table, row).as_str(), "payment" | "received payment"));
        rows.cloned().collect()
    };
    table.leave_out(findings, |table, row| {
        let known = matches!(
            kind(table, row).as_str(),
            "" | "invoice" | "credit memo" | "credit note" | "sales receipt"
        );
        (!known).then(|| table.text(row, Column::RowType).to_owned())
    });
    table.add(&[
        (Column::InvoiceStatus, "Status"),
        (Column::InvoiceBalance, "Open Balance"),
    ]);
    let lists_lines = table.has_items();
    table.remake(|table, row| {
        let mut cells = Vec::new();
        let memo = table.text(row, Column::InvoiceSummary).to_lowercase();
        if memo == "void" || memo == "voided" || memo.starts_with("voided -") {
            cells.push((Column::InvoiceStatus, "void".to_owned()));
        }
        match kind(table, row).as_str() {
            "sales receipt" => cells.push((Column::InvoiceBalance, "0".to_owned())),
            "credit memo" | "credit note" if !lists_lines => {
                for column in [Column::InvoiceAmount, Column::InvoiceBalance] {
                    let text = table.text(row, column);
                    if text.starts_with(|digit: char| digit.is_ascii_digit()) {
                        cells.push((column, format!("-{text}")));
                    }
                }
            }
            _ => {}
        }
        vec![cells]
    });
}

/// Where one file lists the lines of invoices and another their amounts, the first takes these from the second.
fn join(tables: &mut Vec<Table<'_>>) {
    let of_head = [
        Column::InvoiceAmount,
        Column::InvoiceBalance,
        Column::InvoiceDueDate,
    ];
    let mut heads: BTreeMap<String, [String; 3]> = BTreeMap::new();
    let is_list = |table: &Table<'_>| {
        table.kind == FileKind::Invoices && !table.has_items() && table.has(Column::InvoiceAmount)
    };
    for table in tables.iter().filter(|table| is_list(table)) {
        for row in &table.rows {
            let said = of_head.map(|column| table.text(row, column).to_owned());
            heads
                .entry(table.text(row, Column::InvoiceNumber).to_owned())
                .or_insert(said);
        }
    }
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let detailed = |table: &&mut Table<'_>| {
        table.kind == FileKind::Invoices && table.has_items() && !table.has(Column::InvoiceAmount)
    };
    for table in tables.iter_mut().filter(detailed) {
        let numbers = table
            .rows
            .iter()
            .map(|row| table.text(row, Column::InvoiceNumber));
        let known: BTreeSet<String> = numbers
            .filter(|number| heads.contains_key(*number))
            .map(str::to_owned)
            .collect();
        if known.is_empty() {
            continue;
        }
        taken.extend(known);
        table.add(&[
            (Column::InvoiceAmount, "Amount"),
            (Column::InvoiceDueDate, "Due Date"),
        ]);
        table.remake(|table, row| {
            let head = heads.get(table.text(row, Column::InvoiceNumber));
            let cells = head.map(|head| of_head.into_iter().zip(head.iter().cloned()).collect());
            vec![cells.unwrap_or_default()]
        });
    }
    for table in tables.iter_mut().filter(|table| is_list(table)) {
        let (numbers, rows) = (
            table
                .rows
                .iter()
                .map(|row| taken.contains(table.text(row, Column::InvoiceNumber)))
                .collect::<Vec<bool>>(),
            std::mem::take(&mut table.rows),
        );
        let kept = rows.into_iter().zip(numbers).filter(|(_, taken)| !taken);
        table.rows = kept.map(|(row, _)| row).collect();
    }
}
