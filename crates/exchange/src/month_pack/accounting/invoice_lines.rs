//! Invoices line by line, without tax, as programs that make invoices of their own take them.

use folio_domain::Money;
use folio_domain::invoices::{InvoiceLine, LineShare, Tax, line_shares};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::month_pack::{PackError, PackInvoice};

/// A line whose quantity times price is its amount, to the minor unit.
pub(super) struct ExactLine<'a> {
    pub(super) taxes: &'a [Tax],
    pub(super) description: String,
    pub(super) quantity: Decimal,
    pub(super) unit_price: Decimal,
    /// Without tax, all discounts taken off.
    pub(super) amount: Money,
    pub(super) tax: Money,
}

/// The lines of an invoice. Where discounts, or prices that contain tax, make the amount another than quantity times
/// price, the line becomes one of that amount, and its description says how many of what price it was.
pub(super) fn exact_lines<'a>(one: &PackInvoice<'a>) -> Result<Vec<ExactLine<'a>>, PackError> {
    let invoice = one.invoice;
    if invoice.lines.is_empty() {
        // Another tool's invoice of which only the sums are known.
        return Ok(vec![ExactLine {
            taxes: &[],
            description: invoice.number.clone(),
            quantity: Decimal::ONE,
            unit_price: invoice.taxable_total.to_decimal(),
            amount: invoice.taxable_total,
            tax: invoice.tax_total,
        }]);
    }
    let shares = line_shares(invoice)?;
    let lines = invoice.lines.iter().zip(shares);
    Ok(lines
        .map(|(line, share)| exact(line, &share, &invoice.number))
        .collect())
}

fn exact<'a>(line: &'a InvoiceLine, share: &LineShare, number: &str) -> ExactLine<'a> {
    let item = &line.item;
    // Every program asks for a description.
    let described = if item.description.trim().is_empty() {
        number
    } else {
        &item.description
    };
    let exactly = item.quantity.checked_mul(item.unit_price) == Some(share.taxable.to_decimal());
    let (description, quantity, unit_price) = if exactly {
        (described.to_owned(), item.quantity, item.unit_price)
    } else {
        let unit = if item.unit.is_empty() {
            String::new()
        } else {
            format!(" {}", item.unit)
        };
        let (quantity, price) = (item.quantity.normalize(), item.unit_price.normalize());
        let description = format!("{described} ({quantity}{unit} × {price})");
        (description, Decimal::ONE, share.taxable.to_decimal())
    };
    ExactLine {
        taxes: &item.taxes,
        description,
        quantity,
        unit_price,
        amount: share.taxable,
        tax: share.tax,
    }
}

/// A day as the programs of the seller's country read it: the month first in the United States, else the day.
pub(super) fn day_of(country: &str, date: Date) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    if country == "US" {
        format!("{month:02}/{day:02}/{year:04}")
    } else {
        format!("{day:02}/{month:02}/{year:04}")
    }
}

/// The invoices in groups of at most `invoices_max`, with at most `rows_max` lines where one has not more by itself.
pub(super) fn in_files<'p, 'a>(
    invoices: &[&'p PackInvoice<'a>],
    invoices_max: usize,
    rows_max: usize,
) -> Vec<Vec<&'p PackInvoice<'a>>> {
    let mut files: Vec<Vec<&PackInvoice<'_>>> = Vec::new();
    let mut rows = 0;
    for one in invoices {
        let lines = one.invoice.lines.len();
        match files.last_mut() {
            Some(file) if file.len() < invoices_max && rows + lines <= rows_max => {
                file.push(one);
                rows += lines;
            }
            _ => {
                files.push(vec![one]);
                rows = lines;
            }
        }
    }
    files
}

/// `stem.csv` for the only file, `stem-2.csv` for the second of several.
pub(super) fn file_name(stem: &str, nth: usize, count: usize) -> String {
    if count == 1 {
        format!("{stem}.csv")
    } else {
        format!("{stem}-{}.csv", nth + 1)
    }
}
