//! Today, the client's home, activity, imports and search.

use folio_domain::ids::{ActivityId, ClientId, ImportRunId};
use folio_domain::imports::ImportRun;
use folio_domain::organisations::Organisation;
use folio_domain::records::Kind;
use folio_domain::trail::Activity;
use folio_domain::{Currency, Money};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::invoices::InvoiceRow;
use super::talk::{DocumentRow, ThreadRow};

/// Asks for the morning's three answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TodayQuery {}

/// What is owed in one currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Owed {
    /// The currency.
    pub currency: Currency,
    /// What clients owe: of each, its open invoices less what is left of its credit notes, where that is above
    /// nothing.
    pub amount_due: Money,
    /// What clients are owed: of each, what is left of its credit notes beyond its open invoices.
    pub in_credit: Money,
    /// Of the amount due, what is late.
    pub late: Money,
    /// How many invoices are open.
    pub invoices: u32,
    /// How many of them are late, where credit notes do not outweigh them.
    pub invoices_late: u32,
}

/// A client who owes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwingClient {
    /// The client.
    pub client_id: ClientId,
    /// The client's name.
    pub client_name: String,
    /// What the client owes, in one of its currencies.
    pub owed: Owed,
    /// The days that the latest invoice is late; 0 for none.
    pub days_late: i32,
}

/// The morning's three answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Today {
    /// The day it is.
    #[ts(type = "string")]
    pub date: Date,
    /// Who owes: sums by currency.
    pub owed: Vec<Owed>,
    /// Who owes: the clients, latest first, at most 12.
    pub owing: Vec<OwingClient>,
    /// Who wrote: threads whose last message is a client's, longest waiting first, at most 12.
    pub waiting: Vec<ThreadRow>,
    /// What did they look at: looks of clients, newest first, at most 12.
    pub looks: Vec<ActivityItem>,
    /// How many drafts there are.
    pub drafts: u32,
}

/// Asks for a client's home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HomeQuery {}

/// A client's home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Home {
    /// The day it is.
    #[ts(type = "string")]
    pub date: Date,
    /// What is owed, by currency.
    pub owed: Vec<Owed>,
    /// Open invoices, due first, at most 50.
    pub open: Vec<InvoiceRow>,
    /// Credit notes with credit left, newest first, at most 50.
    pub credits: Vec<InvoiceRow>,
    /// Paid lately, newest first, at most 5.
    pub paid: Vec<InvoiceRow>,
    /// Threads with something unread, newest first, at most 5.
    pub unread: Vec<ThreadRow>,
    /// The newest documents, at most 5.
    pub documents: Vec<DocumentRow>,
}

/// Asks what stands open, for whoever it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenItemsQuery {}

/// What stands open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenItems {
    /// What is owed, by currency.
    pub owed: Vec<Owed>,
    /// How many threads have something that the asker has not read.
    pub unread: u32,
}

/// Asks for the organisation's particulars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationQuery {}

/// The organisation's particulars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrganisationView {
    /// The organisation.
    pub organisation: Organisation,
    /// The day it is there.
    #[ts(type = "string")]
    pub today: Date,
}

/// Asks for a page of the trail, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityQuery {
    /// About this client alone.
    pub client_id: Option<ClientId>,
    /// What clients did alone.
    pub clients_only: bool,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most entries, at most 200.
    pub limit: u32,
}

/// An entry of the trail in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityItem {
    /// Its id.
    pub activity_id: ActivityId,
    /// The entry.
    pub activity: Activity,
    /// The client that it concerns, by name; empty for none.
    pub client_name: String,
    /// Whether the invoice that it is about is a credit note.
    pub is_credit_note: bool,
}

/// A page of the trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ActivityPage {
    /// The entries.
    pub rows: Vec<ActivityItem>,
    /// Where this page ends; none after the last.
    pub next: Option<String>,
}

/// Asks what words find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchQuery {
    /// The words; each must be found, the last one as the beginning of a word.
    pub text: String,
    /// The most hits, at most 50.
    pub limit: u32,
}

/// Something found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchHit {
    /// What kind of record it is.
    pub kind: Kind,
    /// The record to open: a line's draft, a message's thread, a version's document, the client of a contact or a note,
    /// else itself.
    #[ts(type = "string")]
    pub open_id: Uuid,
    /// What kind of record to open.
    pub open_kind: Kind,
    /// Whether it is a credit note among the invoices.
    pub is_credit_note: bool,
    /// What it is called.
    pub title: String,
    /// Where: the client's name, or a part of the text.
    pub context: String,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SearchAnswer {
    /// The hits.
    pub hits: Vec<SearchHit>,
}

/// Asks for the imports that were made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportsQuery {}

/// An import that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// Its id.
    pub run_id: ImportRunId,
    /// It.
    pub run: ImportRun,
    /// Whether it is known what it brought, so that it can be undone as long as nothing has happened to that.
    pub is_listed: bool,
}

/// The imports that were made, the newest first, at most 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportList {
    /// The imports.
    pub imports: Vec<ImportRow>,
}
