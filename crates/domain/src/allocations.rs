//! Payments and their allocations as they are kept. What is done with them is in `payments`, what follows from them
//! for an invoice in `invoices`.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{ClientId, InvoiceId, PaymentId};
use crate::money::Money;
use crate::record;

/// How money came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaymentMethod {
    /// By bank transfer.
    #[default]
    BankTransfer,
    /// In cash.
    Cash,
    /// By card.
    Card,
    /// By cheque.
    Cheque,
    /// By UPI (India).
    Upi,
    /// In another way.
    Other,
}

/// A payment, or with `reverses` the reversal of one: then the amount is below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Payment {
    /// The client who paid.
    pub client_id: ClientId,
    /// The day it came.
    #[ts(type = "string")]
    pub received_on: Date,
    /// How much.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// The payer's reference, empty for none.
    pub reference: String,
    /// The payment that this one takes back.
    pub reverses: Option<PaymentId>,
    /// The credit note whose credit it sets against invoices. No money came then: its amount is nothing, and what it
    /// sets against invoices above zero it sets against the credit note below zero.
    #[serde(default)]
    pub sets_off: Option<InvoiceId>,
    /// Why it was reversed; empty for a payment.
    pub reason: String,
    /// The tool that it was imported from; none when it was recorded here.
    pub source: Option<String>,
    /// When it was recorded.
    #[ts(type = "string")]
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub recorded_by: String,
}

record!(Payment |me| {
    "client_id": me.client_id.0,
    "received_on": me.received_on,
    "currency": me.amount.currency.code(),
    "amount": me.amount.minor,
    "reverses_id": me.reverses.map(|id| id.0),
    "sets_off_id": me.sets_off.map(|id| id.0),
} search me.reference.clone());

/// A part of a payment set against one invoice; below zero in a reversal, and against a credit note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Allocation {
    /// The payment.
    pub payment_id: PaymentId,
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// How much.
    pub amount: Money,
}

record!(Allocation |me| {
    "payment_id": me.payment_id.0,
    "invoice_id": me.invoice_id.0,
    "amount": me.amount.minor,
});

impl Payment {
    /// Whether money went to the client: a credit that was paid out.
    #[must_use]
    pub fn is_refund(&self) -> bool {
        self.reverses.is_none() && self.amount.minor < 0
    }
}
