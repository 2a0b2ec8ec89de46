//! Payments and the month.

use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::payments::Payment;
use folio_domain::{Currency, Money};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// A page of payments, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentsQuery {
    /// Of this client alone.
    pub client_id: Option<ClientId>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most rows, at most 500.
    pub limit: u32,
}

/// What a payment paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaidInvoice {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// How much of the payment.
    pub amount: Money,
}

/// A payment in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentRow {
    /// Its id.
    pub payment_id: PaymentId,
    /// The payment.
    pub payment: Payment,
    /// The client's name.
    pub client_name: String,
    /// What it paid.
    pub paid: Vec<PaidInvoice>,
    /// What is not set against an invoice.
    pub unallocated: Money,
    /// Whether it was reversed.
    pub reversed: bool,
}

/// A page of payments.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentPage {
    /// The payments.
    pub rows: Vec<PaymentRow>,
    /// Where this page ends; none after the last.
    pub next: Option<String>,
}

/// Asks for the receipt of a payment; of the payment that a reversal takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceiptQuery {
    /// Which.
    pub payment_id: PaymentId,
}

/// Asks for a client's statement of account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StatementQuery {
    /// The client.
    pub client_id: ClientId,
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
}

/// Asks for a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthQuery {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

/// Sums in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthTotals {
    /// The currency.
    pub currency: Currency,
    /// How many invoices, without credit notes.
    pub invoices: u32,
    /// How many credit notes.
    pub credit_notes: u32,
    /// The sum of both without tax; a credit note's is below zero.
    pub taxable_total: Money,
    /// Their tax.
    pub tax_total: Money,
    /// Their sum.
    pub total: Money,
    /// How many payments, reversals included.
    pub payments: u32,
    /// The sum of the payments.
    pub received: Money,
}

/// A thing to look at before a month is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MonthCheckKind {
    /// Drafts of the month or one before; absent for those who see no drafts.
    OldDrafts,
    /// Payments with a part that is set against no invoice.
    UnallocatedPayments,
    /// Numbers missing in the series.
    NumberGaps,
    /// Invoices that have not reached the client.
    UnsentInvoices,
    /// Invoices whose PDF is not rendered yet.
    PdfsMissing,
    /// Billed clients without a tax id; absent where the business has none itself.
    ClientsWithoutTaxId,
}

/// One line of the checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthCheck {
    /// What is looked at.
    pub kind: MonthCheckKind,
    /// How many there are; 0 is good.
    pub count: u32,
    /// The first of them.
    pub items: Vec<MonthCheckItem>,
}

/// A thing that a line of the checklist counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthCheckItem {
    /// What is to be opened: the draft, the invoice, or the client; none for a number that is missing.
    #[ts(type = "string | null")]
    pub id: Option<Uuid>,
    /// Its number, or the client's name; empty for a draft without a client.
    pub label: String,
}

/// A month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MonthSummary {
    /// Its first day.
    #[ts(type = "string")]
    pub from: Date,
    /// Its last day.
    #[ts(type = "string")]
    pub to: Date,
    /// Sums by currency.
    pub totals: Vec<MonthTotals>,
    /// The checklist.
    pub checks: Vec<MonthCheck>,
}
