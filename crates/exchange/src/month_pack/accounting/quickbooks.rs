//! Invoices as QuickBooks Online imports them: a row for each line, the invoice's own columns repeated.
//!
//! It takes at most 100 invoices and 1,000 rows in a file, so a larger month has several. It has no invoice below
//! zero: those are left out, and the manifest names them.

use super::invoice_lines::{day_of, exact_lines, file_name, in_files};
use super::{MadeFile, Month};
use crate::month_pack::cells::{Cell, Table};
use crate::month_pack::manifest::{LeftOut, LeftOutReason};
use crate::month_pack::rows::labels;
use crate::month_pack::{PackError, PackInvoice};

const INVOICES_MAX: usize = 100;
const ROWS_MAX: usize = 1_000;

/// The item that lines are booked under; QuickBooks asks once what an unknown one is.
const ITEM: &str = "Sales";

pub(super) fn files(month: &Month<'_, '_>) -> Result<Vec<MadeFile>, PackError> {
    let (taken, credits): (Vec<_>, Vec<_>) = month
        .invoices
        .iter()
        .partition(|one| one.invoice.total.minor >= 0);
    let parts = in_files(&taken, INVOICES_MAX, ROWS_MAX);
    let mut files = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        let name = file_name("quickbooks-invoices", nth, parts.len());
        files.push(MadeFile::new(&name, table(part, month.seller_country())?.csv()?));
    }
    if files.is_empty() {
        let name = file_name("quickbooks-invoices", 0, 1);
        files.push(MadeFile::new(&name, table(&[], "")?.csv()?));
    }
    if let Some(last) = files.last_mut() {
        let path = last.path.clone();
        last.left_out = credits
            .iter()
            .map(|one| LeftOut {
                path: path.clone(),
                number: one.invoice.number.clone(),
                reason: LeftOutReason::BelowZero,
            })
            .collect();
    }
    Ok(files)
}

fn table(invoices: &[&PackInvoice<'_>], country: &str) -> Result<Table, PackError> {
    let titles = vec![
        "*InvoiceNo",
        "*Customer",
        "*InvoiceDate",
        "*DueDate",
        "Terms",
        "Location",
        "Memo",
        "Item(Product/Service)",
        "ItemDescription",
        "ItemQuantity",
        "ItemRate",
        "*ItemAmount",
        "*ItemTaxCode",
        "ItemTaxAmount",
        "Currency",
        "ServiceDate",
    ];
    let mut rows = Vec::new();
    for one in invoices {
        let invoice = one.invoice;
        for line in exact_lines(one)? {
            let taxes = labels(line.taxes);
            rows.push(vec![
                Cell::text(&invoice.number),
                Cell::text(&invoice.buyer.name),
                Cell::Word(day_of(country, invoice.issue_date)),
                Cell::Word(day_of(country, invoice.due_date)),
                Cell::none(),
                Cell::none(),
                Cell::text(&invoice.reference),
                Cell::word(ITEM),
                Cell::Text(line.description),
                Cell::Number(line.quantity),
                Cell::Number(line.unit_price),
                Cell::Amount(line.amount),
                if taxes.is_empty() {
                    Cell::word("No tax")
                } else {
                    Cell::Text(taxes)
                },
                Cell::Amount(line.tax),
                Cell::word(invoice.currency),
                Cell::none(),
            ]);
        }
    }
    Ok(Table { titles, rows })
}
