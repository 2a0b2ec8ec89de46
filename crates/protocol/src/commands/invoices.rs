//! Commands about what was issued: links, what a payer scans, and papers.

use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Makes a link to an invoice.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct InvoiceLink {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Ends the links to an invoice: those that were mailed, and those that were copied.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RevokeInvoiceLinks {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Asks what a payer scans.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PaymentCodeOf {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// What a payer scans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentCode {
    /// What the code is called: `EPC` (SEPA), `UPI`, `PIX` or `QR-bill`.
    pub scheme: String,
    /// What is pasted into a banking app instead, where its scheme has that.
    #[serde(default)]
    pub copied: Option<String>,
    /// Whether the Swiss cross stands in its middle, seven parts of forty-six wide.
    #[serde(default)]
    pub has_cross: bool,
    /// The modules of the QR code, row by row, true for dark.
    pub modules: Vec<Vec<bool>>,
}

/// What a payer scans, when there is a code for that currency and account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaymentCodeAnswer {
    /// The code.
    pub code: Option<PaymentCode>,
}

/// Saves an invoice's PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SavePdf {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Saves the receipt of a payment.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveReceipt {
    /// The payment; of a reversal, the payment that it takes back.
    pub payment_id: PaymentId,
}

/// Saves a client's statement of account.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveStatement {
    /// The client.
    pub client_id: ClientId,
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
}
