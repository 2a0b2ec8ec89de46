//! The tables that people read: invoices, their lines, payments, and the sums.

use std::collections::BTreeMap;

use folio_domain::invoices::{Discount, Origin, Tax, TaxLine, line_shares};
use folio_domain::payments::PaymentMethod;
use folio_domain::{InvoiceId, Money};
use rust_decimal::Decimal;

use super::cells::{Cell, Table, decimal};
use super::{PackError, PackInvoice, PackPayment, PackTotals};

/// `invoices.csv`.
pub(super) fn invoices(invoices: &[PackInvoice<'_>], paths: &BTreeMap<InvoiceId, String>) -> Table {
    let titles = vec![
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
        "credits",
        "pdf",
        "invoice_id",
    ];
    let row = |one: &PackInvoice<'_>| {
        let (invoice, standing) = (one.invoice, one.standing);
        let origin = match &invoice.origin {
            Origin::Issued { .. } => "issued",
            Origin::Imported { source } => source,
        };
        let pdf = one.pdf.and_then(|_| paths.get(&one.id));
        vec![
            Cell::text(&invoice.number),
            Cell::Day(invoice.issue_date),
            invoice.falls_due().map_or_else(Cell::none, Cell::Day),
            Cell::text(&invoice.buyer.name),
            Cell::text(&invoice.buyer.tax_id),
            Cell::text(&invoice.buyer.address.country),
            Cell::text(&invoice.reference),
            Cell::word(invoice.currency),
            Cell::Amount(invoice.subtotal),
            Cell::Amount(invoice.discount_total),
            Cell::Amount(invoice.taxable_total),
            Cell::Amount(invoice.tax_total),
            Cell::Amount(invoice.total),
            Cell::Amount(standing.amount_paid),
            Cell::Amount(standing.amount_due),
            Cell::word(standing.status().as_str()),
            Cell::Text(taxes(&invoice.taxes)),
            Cell::text(origin),
            invoice
                .credits
                .as_ref()
                .map_or_else(Cell::none, |credited| Cell::text(&credited.number)),
            pdf.map_or_else(Cell::none, Cell::word),
            Cell::word(one.id),
        ]
    };
    Table {
        titles,
        rows: invoices.iter().map(row).collect(),
    }
}

/// `GST 18%: 180.00 on 1000.00; …`
fn taxes(taxes: &[TaxLine]) -> String {
    let line = |line: &TaxLine| {
        let (amount, base) = (decimal(line.amount), decimal(line.base));
        format!("{}: {amount} on {base}", label(&line.tax))
    };
    taxes.iter().map(line).collect::<Vec<_>>().join("; ")
}

/// `GST 18%`
pub(super) fn label(tax: &Tax) -> String {
    format!("{} {}%", tax.name, tax.percent.normalize())
}

/// `CGST 9% + SGST 9%`; empty for none.
pub(super) fn labels(taxes: &[Tax]) -> String {
    taxes.iter().map(label).collect::<Vec<_>>().join(" + ")
}

/// The lines of all invoices, each with its share of the invoice's discount and taxes.
pub(super) fn lines(invoices: &[PackInvoice<'_>]) -> Result<Table, PackError> {
    let titles = vec![
        "number",
        "line",
        "description",
        "quantity",
        "unit",
        "unit_price",
        "discount",
        "currency",
        "net",
        "taxable",
        "tax",
        "taxes",
        "invoice_id",
    ];
    let mut rows = Vec::new();
    for one in invoices {
        let shares = line_shares(one.invoice)?;
        for (at, (line, share)) in (1_u32..).zip(one.invoice.lines.iter().zip(shares)) {
            let discount = match line.item.discount {
                Discount::None => Cell::none(),
                Discount::Percent(percent) => Cell::word(format!("{}%", percent.normalize())),
                Discount::Amount(amount) => Cell::Number(amount),
            };
            rows.push(vec![
                Cell::text(&one.invoice.number),
                Cell::Number(Decimal::from(at)),
                Cell::text(&line.item.description),
                Cell::Number(line.item.quantity),
                Cell::text(&line.item.unit),
                Cell::Number(line.item.unit_price),
                discount,
                Cell::word(one.invoice.currency),
                Cell::Amount(line.amounts.net),
                Cell::Amount(share.taxable),
                Cell::Amount(share.tax),
                Cell::Text(labels(&line.item.taxes)),
                Cell::word(one.id),
            ]);
        }
    }
    Ok(Table { titles, rows })
}

/// `payments.csv`.
pub(super) fn payments(payments: &[PackPayment<'_>]) -> Result<Table, PackError> {
    let titles = vec![
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
        let allocated = allocated(one)?;
        let invoices: Vec<String> = one
            .allocations
            .iter()
            .map(|part| format!("{}: {}", part.number, decimal(part.amount)))
            .collect();
        rows.push(vec![
            Cell::Day(payment.received_on),
            Cell::text(one.client_name),
            Cell::word(payment.amount.currency),
            Cell::Amount(payment.amount),
            Cell::Amount(allocated),
            Cell::Amount(payment.amount.minus(allocated)?),
            Cell::Text(invoices.join("; ")),
            Cell::word(method(payment.method)),
            Cell::text(&payment.reference),
            payment.reverses.map_or_else(Cell::none, Cell::word),
            Cell::text(&payment.reason),
            Cell::text(&payment.recorded_by),
            Cell::word(one.id),
        ]);
    }
    Ok(Table { titles, rows })
}

/// What of a payment is set against invoices.
pub(super) fn allocated(one: &PackPayment<'_>) -> Result<Money, PackError> {
    let parts = one.allocations.iter().map(|part| part.amount);
    Ok(Money::sum(one.payment.amount.currency, parts)?)
}

/// The sums by currency.
pub(super) fn totals(totals: &[PackTotals]) -> Table {
    let titles = vec![
        "currency",
        "invoices",
        "taxable_total",
        "tax_total",
        "total",
        "payments",
        "received",
    ];
    let amount = |text: &str| {
        text.parse()
            .map_or_else(|_not_a_number| Cell::text(text), Cell::Number)
    };
    let row = |sum: &PackTotals| {
        vec![
            Cell::word(sum.currency),
            Cell::Number(Decimal::from(sum.invoices)),
            amount(&sum.taxable_total),
            amount(&sum.tax_total),
            amount(&sum.total),
            Cell::Number(Decimal::from(sum.payments)),
            amount(&sum.received),
        ]
    };
    Table {
        titles,
        rows: totals.iter().map(row).collect(),
    }
}

/// A payment's method as stored.
pub(super) fn method(method: PaymentMethod) -> &'static str {
    match method {
        PaymentMethod::BankTransfer => "bank_transfer",
        PaymentMethod::Cash => "cash",
        PaymentMethod::Card => "card",
        PaymentMethod::Cheque => "cheque",
        PaymentMethod::Upi => "upi",
        PaymentMethod::Other => "other",
    }
}
