//! The tables of a pack.

use std::collections::BTreeMap;

use folio_domain::InvoiceId;
use folio_domain::Money;
use folio_domain::invoices::{Origin, TaxLine};
use folio_domain::payments::PaymentMethod;

use super::{PackError, PackInvoice, PackPayment};

const MARK: &[u8] = &[0xef, 0xbb, 0xbf];

/// A text as a cell that no spreadsheet takes for a formula.
pub(super) fn defused(text: &str) -> String {
    let formula = |first: char| {
        matches!(
            first,
            '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠' | '\0'
        )
    };
    // A spreadsheet looks past blanks.
    if text.starts_with(formula) || text.trim_start().starts_with(formula) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

fn decimal(amount: Money) -> String {
    amount.to_decimal().to_string()
}

fn table<const N: usize>(
    titles: [&str; N],
    rows: impl Iterator<Item = [String; N]>,
) -> Result<Vec<u8>, PackError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(MARK.to_vec());
    writer.write_record(titles)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer
        .into_inner()
        .map_err(|error| PackError::Io(error.into_error()))
}

/// `invoices.csv`.
pub(super) fn invoices(
    invoices: &[PackInvoice<'_>],
    paths: &BTreeMap<InvoiceId, String>,
) -> Result<Vec<u8>, PackError> {
    let titles = [
        "number",
        "issue_date",
        "due_date",
        "client",
        "client_tax_id",
        "client_country",
        "reference",
        "currency",
        "subtotal",
        "discount_total",
        "taxable_total",
        "tax_total",
        "total",
        "amount_paid",
        "amount_due",
        "status",
        "taxes",
        "origin",
        "pdf",
        "invoice_id",
    ];
    let rows = invoices.iter().map(|one| {
        let (invoice, standing) = (one.invoice, one.standing);
        let origin = match &invoice.origin {
            Origin::Issued { .. } => "issued",
            Origin::Imported { source } => source,
        };
        let pdf = one
            .pdf
            .and_then(|_| paths.get(&one.id))
            .cloned()
            .unwrap_or_default();
        [
            defused(&invoice.number),
            invoice.issue_date.to_string(),
            invoice.due_date.to_string(),
            defused(&invoice.buyer.name),
            defused(&invoice.buyer.tax_id),
            defused(&invoice.buyer.address.country),
            defused(&invoice.reference),
            invoice.currency.to_string(),
            decimal(invoice.subtotal),
            decimal(invoice.discount_total),
            decimal(invoice.taxable_total),
            decimal(invoice.tax_total),
            decimal(invoice.total),
            decimal(standing.amount_paid),
            decimal(standing.amount_due),
            standing.status().as_str().to_owned(),
            defused(&taxes(&invoice.taxes)),
            defused(origin),
            pdf,
            one.id.to_string(),
        ]
    });
    table(titles, rows)
}

/// `GST 18%: 180.00 on 1000.00; …`
fn taxes(taxes: &[TaxLine]) -> String {
    let line = |line: &TaxLine| {
        let (name, percent) = (&line.tax.name, line.tax.percent.normalize());
        format!(
            "{name} {percent}%: {} on {}",
            decimal(line.amount),
            decimal(line.base)
        )
    };
    taxes.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// `payments.csv`.
pub(super) fn payments(payments: &[PackPayment<'_>]) -> Result<Vec<u8>, PackError> {
    let titles = [
        "received_on",
        "client",
        "currency",
        "amount",
        "allocated",
        "unallocated",
        "invoices",
        "method",
        "reference",
        "reverses",
        "reason",
        "recorded_by",
        "payment_id",
    ];
    let mut rows = Vec::with_capacity(payments.len());
    for one in payments {
        let payment = one.payment;
        let parts = one.allocations.iter();
        let allocated = Money::sum(payment.amount.currency, parts.clone().map(|(_, amount)| *amount))?;
        let invoices: Vec<String> = parts
            .map(|(number, amount)| format!("{number}: {}", decimal(*amount)))
            .collect();
        rows.push([
            payment.received_on.to_string(),
            defused(one.client_name),
            payment.amount.currency.to_string(),
            decimal(payment.amount),
            decimal(allocated),
            decimal(payment.amount.minus(allocated)?),
            defused(&invoices.join("; ")),
            method(payment.method).to_owned(),
            defused(&payment.reference),
            payment.reverses.map(|id| id.to_string()).unwrap_or_default(),
            defused(&payment.reason),
            defused(&payment.recorded_by),
            one.id.to_string(),
        ]);
    }
    table(titles, rows.into_iter())
}

fn method(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::BankTransfer => "bank_transfer",
        PaymentMethod::Cash => "cash",
        PaymentMethod::Card => "card",
        PaymentMethod::Cheque => "cheque",
        PaymentMethod::Upi => "upi",
        PaymentMethod::Other => "other",
    }
}
