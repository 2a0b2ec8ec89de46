//! Invoices and drafts.

use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::ids::{ClientId, DraftId, InvoiceId, LineId, PaymentId, ThreadId};
use folio_domain::invoices::{
    Draft, Invoice, InvoicePdf, InvoiceStanding, InvoiceStatus, LineItem, PricedContent, Totals,
};
use folio_domain::payments::Payment;
use folio_domain::people::Delivery;
use folio_domain::{Money, Refusal};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::overview::ActivityItem;
use super::people::LostValue;

/// Which invoices a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceFilter {
    /// All.
    #[default]
    All,
    /// Invoices that are not paid yet.
    Open,
    /// Past their due date and not paid.
    Overdue,
    /// Paid.
    Paid,
    /// Issued, not sent yet.
    Unsent,
    /// Credit notes.
    CreditNotes,
}

/// A page of invoices, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoicesQuery {
    /// Which.
    pub filter: InvoiceFilter,
    /// Of this client alone.
    pub client_id: Option<ClientId>,
    /// That these words find; none for all.
    pub search: Option<String>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most rows, at most 500.
    pub limit: u32,
}

/// An invoice in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoiceRow {
    /// Its id.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// The client.
    pub client_id: ClientId,
    /// The client's name.
    pub client_name: String,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// When it is to be paid.
    #[ts(type = "string")]
    pub due_date: Date,
    /// What was asked.
    pub total: Money,
    /// What is left to pay.
    pub amount_due: Money,
    /// The status.
    pub status: InvoiceStatus,
    /// How many days late; 0 for none.
    pub days_late: i32,
    /// What is left of a credit note, above zero; none for an invoice.
    pub credit_left: Option<Money>,
}

/// A page of invoices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoicePage {
    /// The invoices.
    pub rows: Vec<InvoiceRow>,
    /// Where this page ends; none after the last.
    pub next: Option<String>,
    /// How many there are in all that fit the filter (not the search).
    pub count: u32,
}

/// Asks for one invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoiceQuery {
    /// Which.
    pub invoice_id: InvoiceId,
}

/// A payment's part for an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoicePayment {
    /// The payment.
    pub payment_id: PaymentId,
    /// The payment.
    pub payment: Payment,
    /// How much of it went to this invoice.
    pub amount: Money,
    /// Whether it was reversed.
    pub reversed: bool,
}

/// What of a credit was set against an invoice, as either of the two shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SetOff {
    /// The payment of nothing that bears it.
    pub payment_id: PaymentId,
    /// The day.
    #[ts(type = "string")]
    pub on: Date,
    /// The other of the two.
    pub invoice_id: InvoiceId,
    /// Its number; empty where it may not be seen.
    pub number: String,
    /// How much, above zero.
    pub amount: Money,
    /// How it was taken back; none while it stands.
    pub taken_back: Option<TakenBack>,
}

/// That a set-off was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakenBack {
    /// The day.
    #[ts(type = "string")]
    pub on: Date,
    /// Why.
    pub reason: String,
    /// Who did it.
    pub by: String,
}

/// How much of a credit note is used, every amount above zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreditUse {
    /// All that it gives back.
    pub total: Money,
    /// What was set against invoices and paid back.
    pub used: Money,
    /// What is left.
    pub left: Money,
}

/// A credit note of an invoice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreditNoteRow {
    /// The credit note.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// When it was issued.
    #[ts(type = "string")]
    pub issued_at: Timestamp,
    /// What it gives back, above zero.
    pub amount: Money,
}

/// An invoice with all that happened to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct InvoiceDetail {
    /// Its id.
    pub invoice_id: InvoiceId,
    /// The invoice.
    pub invoice: Invoice,
    /// What its paper says; none for an invoice, whose paper says what it says.
    pub face: Option<Invoice>,
    /// How much of it is used; none for an invoice.
    pub credit: Option<CreditUse>,
    /// Where it stands.
    pub standing: InvoiceStanding,
    /// The status.
    pub status: InvoiceStatus,
    /// How many days late; 0 for none.
    pub days_late: i32,
    /// Its PDF; none until it is rendered.
    pub pdf: Option<InvoicePdf>,
    /// Its payments and reversals, oldest first; without set-offs.
    pub payments: Vec<InvoicePayment>,
    /// What they come to; below zero for a credit that was paid out.
    pub paid: Money,
    /// The set-offs, oldest first, those that were taken back included.
    pub set_offs: Vec<SetOff>,
    /// What those that stand come to.
    pub set_off: Money,
    /// The credit notes that take it back, oldest first.
    pub credit_notes: Vec<CreditNoteRow>,
    /// What no credit note has taken back; none where nothing is left, and for a credit note.
    pub left_to_credit: Option<Money>,
    /// Its mails; for the business alone.
    pub deliveries: Vec<Delivery>,
    /// What happened to it, newest first; for the business alone.
    pub activity: Vec<ActivityItem>,
    /// The thread about it, when there is one.
    pub thread_id: Option<ThreadId>,
    /// The day it is in the organisation's time zone.
    #[ts(type = "string")]
    pub today: Date,
}

/// Asks for the drafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftsQuery {
    /// Of this client alone.
    pub client_id: Option<ClientId>,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftRow {
    /// Its id.
    pub draft_id: DraftId,
    /// The client's name; empty while none is chosen.
    pub client_name: String,
    /// What it adds up to; below zero for a credit note.
    pub total: Money,
    /// Whether it waits for the server to issue it.
    pub waiting: bool,
    /// When it was last edited.
    #[ts(type = "string")]
    pub edited_at: Timestamp,
    /// Whether it is the draft of a credit note.
    pub is_credit_note: bool,
}

/// The drafts, last edited first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftList {
    /// The drafts.
    pub rows: Vec<DraftRow>,
}

/// Asks for one draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftQuery {
    /// Which.
    pub draft_id: DraftId,
}

/// A line of a draft with its amounts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftLineView {
    /// Its id.
    pub line_id: LineId,
    /// What it says.
    pub item: LineItem,
    /// What it comes to.
    pub net: Money,
}

/// The invoice that a draft takes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CreditingView {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// What it asked.
    pub total: Money,
    /// What of that no credit note has taken back.
    pub left: Money,
}

/// A draft with its lines, totals and lost values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct DraftDetail {
    /// Its id.
    pub draft_id: DraftId,
    /// The draft.
    pub draft: Draft,
    /// The invoice that it takes back; none for the draft of an invoice.
    pub crediting: Option<CreditingView>,
    /// The client's name; empty while none is chosen.
    pub client_name: String,
    /// To whom it would be mailed.
    pub recipients: Vec<String>,
    /// The form of e-invoice that goes out with it; none for the paper alone.
    pub einvoice: Option<EinvoiceForm>,
    /// Its lines, in order.
    pub lines: Vec<DraftLineView>,
    /// Its amounts.
    pub totals: Totals,
    /// The hash that issuing carries.
    pub content_hash: String,
    /// Why it cannot be issued yet; none when it can.
    pub hindrance: Option<Refusal>,
    /// The invoice that issuing it creates.
    pub invoice_id: InvoiceId,
    /// Values that lost when two people edited one field, newest first.
    pub lost: Vec<LostValue>,
}

/// Asks for totals of content that is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewInvoice {
    /// The content.
    pub content: PricedContent,
    /// The invoice that it takes back; none for an invoice.
    #[serde(default)]
    pub credits: Option<InvoiceId>,
}

/// Totals, or why there are none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewAnswer {
    /// The amounts; none when they cannot be computed.
    pub totals: Option<Totals>,
    /// Why not.
    pub hindrance: Option<Refusal>,
}

/// Asks for lines billed before whose description begins with or contains these words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineSuggestions {
    /// The words; empty for the latest.
    pub text: String,
    /// Of this client first.
    pub client_id: Option<ClientId>,
}

/// Lines billed before, best first, at most 10.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LineSuggestionList {
    /// The lines.
    pub items: Vec<LineItem>,
}
