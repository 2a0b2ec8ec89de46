//! What the screen of bank statements asks of the records.

use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::{Currency, Money};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the payments that came within some days and stand: neither reversed nor reversals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordedPayments {
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most rows, at most 2,000.
    pub limit: u32,
}

/// A payment, as far as it is told apart from others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordedPayment {
    /// Its id.
    pub payment_id: PaymentId,
    /// The day it came.
    #[ts(type = "string")]
    pub received_on: Date,
    /// How much.
    pub amount: Money,
    /// The payer's reference, empty for none.
    pub reference: String,
}

/// A page of payments that stand, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordedPaymentPage {
    /// The payments.
    pub rows: Vec<RecordedPayment>,
    /// Where this page ends; none after the last.
    pub next: Option<String>,
}

/// Asks which open invoice a payer's words mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MentionedInvoiceQuery {
    /// The words.
    pub text: String,
    /// The currency that was paid in.
    pub currency: Currency,
}

/// An open invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MentionedInvoice {
    /// Its id.
    pub invoice_id: InvoiceId,
    /// Whom it bills.
    pub client_id: ClientId,
    /// Its number.
    pub number: String,
}

/// The only open invoice that is mentioned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MentionedInvoiceAnswer {
    /// It; none where the words mention several, or none.
    pub invoice: Option<MentionedInvoice>,
}
