//! E-invoices: what a draft still needs for one, and the file.

use std::collections::BTreeMap;

use folio_domain::ids::{DraftId, InvoiceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Saves the e-invoice that travels in an invoice's PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveEinvoice {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

/// Asks what the e-invoice of a draft still asks for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckEinvoice {
    /// The draft.
    pub draft_id: DraftId,
    /// The hash of its content as the person saw it.
    pub content_hash: String,
}

/// What is missing; nothing when the draft can be issued, when its client gets no e-invoice, or when something else
/// keeps it from being issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EinvoiceCheck {
    /// What must be filled in or chosen otherwise.
    pub missing: Vec<EinvoiceMissing>,
}

/// Where something that is missing is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EinvoicePlace {
    /// The settings of the business.
    Organisation,
    /// The client's page.
    Client,
    /// The draft.
    Draft,
}

/// Something that an e-invoice still asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EinvoiceMissing {
    /// Where it is filled in.
    pub place: EinvoicePlace,
    /// The field there; empty where a rule names none.
    pub field: String,
    /// The text's id in `einvoicing.ftl`.
    pub message_key: String,
    /// What the text mentions.
    pub params: BTreeMap<String, String>,
}
