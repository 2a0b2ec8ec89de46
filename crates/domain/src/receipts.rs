//! Receipts: that a payment came, and what it was set against. A view of facts, as a statement is.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{ClientId, InvoiceId, PaymentId};
use crate::invoices::Party;
use crate::languages::Language;
use crate::money::{Money, MoneyError};
use crate::payments::PaymentMethod;

/// What of a payment was set against one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReceiptPart {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// What it asked.
    pub total: Money,
    /// How much of the payment.
    pub amount: Money,
}

/// A receipt: everything that its paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Receipt {
    /// The payment.
    pub payment_id: PaymentId,
    /// The client who paid.
    pub client_id: ClientId,
    /// The language of its paper: the client's.
    pub language: Language,
    /// The business, whom it was paid to.
    pub seller: Party,
    /// The client.
    pub buyer: Party,
    /// The day it came.
    #[ts(type = "string")]
    pub received_on: Date,
    /// How much.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// The payer's reference, empty for none.
    pub reference: String,
    /// What it was set against, oldest invoice first.
    pub parts: Vec<ReceiptPart>,
    /// What was set against none: the client's credit while the payment stands.
    pub unallocated: Money,
    /// The day it was reversed; none while it stands.
    #[ts(type = "string | null")]
    pub reversed_on: Option<Date>,
}

/// What of `amount` is set against none of the invoices of `parts`: the client's credit while the payment stands.
///
/// # Errors
/// Sums that cannot be held, or parts in another currency.
pub fn unallocated(amount: Money, parts: &[ReceiptPart]) -> Result<Money, MoneyError> {
    let set = Money::sum(amount.currency, parts.iter().map(|part| part.amount))?;
    amount.minus(set)
}
