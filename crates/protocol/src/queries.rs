//! Queries: what screens ask. Each is declared once with its parameters, its answer, the kinds of record that it
//! reads (a change of one of them makes the answer stale) and the roles that may ask.

mod invoices;
mod money;
mod overview;
mod people;
mod stationery;
mod talk;

pub use invoices::*;
pub use money::*;
pub use overview::*;
pub use people::*;
pub use stationery::*;
pub use talk::*;

use folio_domain::permissions::Role;
use folio_domain::receipts::Receipt;
use folio_domain::records::Kind;
use folio_domain::statements::AccountStatement;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

const OWNER: &[Role] = &[Role::Owner];
const BUSINESS: &[Role] = &[Role::Owner, Role::Staff];
const BOOKS: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper];
const TALKERS: &[Role] = &[Role::Owner, Role::Staff, Role::Client];
const CLIENT: &[Role] = &[Role::Client];
const EVERYONE: &[Role] = &[Role::Owner, Role::Staff, Role::Bookkeeper, Role::Client];

/// A query's parameters know its answer.
pub trait Ask {
    /// What it answers.
    type Answer: Serialize + serde::de::DeserializeOwned + Send;
}

macro_rules! queries {
    ($($(#[$doc:meta])* $name:ident = $tag:literal: $answer:ty, reads $reads:expr, roles $roles:expr;)*) => {
        /// A query with its parameters.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "name", content = "params", rename_all = "snake_case")]
        pub enum Query { $($(#[$doc])* #[serde(rename = $tag)] $name($name)),* }

        /// A query's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum QueryName { $($(#[$doc])* #[serde(rename = $tag)] $name),* }

        impl QueryName {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// As on the wire.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $tag),* }
            }

            /// The kinds of record that it reads.
            #[must_use]
            pub fn reads(self) -> &'static [Kind] {
                use Kind::*;
                match self { $(Self::$name => &$reads),* }
            }

            /// The roles that may ask it.
            #[must_use]
            pub fn roles(self) -> &'static [Role] {
                match self { $(Self::$name => $roles),* }
            }
        }

        impl Query {
            /// Its name.
            #[must_use]
            pub fn name(&self) -> QueryName {
                match self { $(Self::$name(_) => QueryName::$name),* }
            }
        }

        $(impl Ask for $name {
            type Answer = $answer;
        })*

        pub(crate) fn typescript(collect: &mut crate::collector::Collector) {
            $(collect.pair::<$name, $answer>("Queries", $tag);)*
        }
    };
}

queries! {
    /// The morning's three answers: who owes, who wrote, what did they look at.
    TodayQuery = "today": Today,
        reads [Invoice, InvoiceStanding, Draft, Thread, Message, ReadMark, Activity, Client], roles BUSINESS;
    /// A client's home: what do I owe, what is new.
    HomeQuery = "home": Home,
        reads [Organisation, Invoice, InvoiceStanding, Thread, Message, ReadMark, Document, DocumentVersion], roles CLIENT;
    /// What is owed and unread: one business's line among several.
    OpenItemsQuery = "open_items": OpenItems, reads [Invoice, InvoiceStanding, Thread, Message, ReadMark], roles EVERYONE;
    /// The organisation's particulars, as everyone sees them.
    OrganisationQuery = "organisation": OrganisationView, reads [Organisation], roles EVERYONE;
    /// Settings of the business: numbering and people.
    SettingsQuery = "settings": Settings, reads [Organisation, Series, Member, Einvoicing, FieldHistory], roles BUSINESS;
    /// How the papers of the business look.
    StationeryQuery = "stationery": StationeryView, reads [Stationery, FieldHistory], roles BUSINESS;
    /// A page of clients.
    ClientsQuery = "clients": ClientPage, reads [Client, Contact, Invoice, InvoiceStanding], roles BOOKS;
    /// A client with contacts, note and balances.
    ClientQuery = "client": ClientDetail,
        reads [Client, ClientNote, Einvoicing, Contact, Member, Invoice, InvoiceStanding, FieldHistory], roles EVERYONE;
    /// A page of invoices.
    InvoicesQuery = "invoices": InvoicePage, reads [Invoice, InvoiceStanding, Client], roles EVERYONE;
    /// An invoice with all that happened to it.
    InvoiceQuery = "invoice": InvoiceDetail,
        reads [Invoice, InvoiceStanding, InvoicePdf, Payment, Allocation, Delivery, Activity, Thread, Organisation],
        roles EVERYONE;
    /// The drafts.
    DraftsQuery = "drafts": DraftList, reads [Draft, DraftLine, Client], roles BUSINESS;
    /// A draft with its lines, totals and lost values.
    DraftQuery = "draft": DraftDetail,
        reads [Draft, DraftLine, Client, Contact, Einvoicing, FieldHistory, Series, Organisation, Invoice], roles BUSINESS;
    /// Totals of content that is being typed.
    PreviewInvoice = "preview_invoice": PreviewAnswer, reads [Invoice], roles BUSINESS;
    /// Descriptions billed before, to choose from.
    LineSuggestions = "line_suggestions": LineSuggestionList, reads [Invoice], roles BUSINESS;
    /// A page of payments.
    PaymentsQuery = "payments": PaymentPage, reads [Payment, Allocation, Invoice, Client], roles EVERYONE;
    /// The receipt of a payment.
    ReceiptQuery = "receipt": Receipt,
        reads [Payment, Allocation, Invoice, Client, Organisation], roles EVERYONE;
    /// A client's statement of account.
    StatementQuery = "statement": AccountStatement,
        reads [Payment, Allocation, Invoice, Client, Organisation], roles EVERYONE;
    /// A month's figures and what is open before it can be closed.
    MonthQuery = "month": MonthSummary,
        reads [Draft, Invoice, InvoiceStanding, InvoicePdf, Payment, Allocation, Series, Client, Organisation], roles BOOKS;
    /// The threads.
    ThreadsQuery = "threads": ThreadList, reads [Thread, Message, ReadMark, Client], roles TALKERS;
    /// A thread with its messages.
    ThreadQuery = "thread": ThreadDetail,
        reads [Thread, Message, ReadMark, Document, DocumentVersion, Invoice, Client], roles TALKERS;
    /// The imports that were made.
    ImportsQuery = "imports": ImportList, reads [ImportRun, ImportPart], roles OWNER;
    /// The documents.
    DocumentsQuery = "documents": DocumentList, reads [Document, DocumentVersion, Client], roles TALKERS;
    /// A document with its versions and who looked at it.
    DocumentQuery = "document": DocumentDetail, reads [Document, DocumentVersion, Activity, Client], roles TALKERS;
    /// A page of the trail.
    ActivityQuery = "activity": ActivityPage, reads [Activity, Client], roles BUSINESS;
    /// Values that lost when two people edited one field.
    ConflictsQuery = "conflicts": ConflictList, reads [FieldHistory, Draft, DraftLine, Client], roles BUSINESS;
    /// What a search finds.
    SearchQuery = "search": SearchAnswer,
        reads [Client, Contact, ClientNote, Draft, DraftLine, Invoice, Payment, Thread, Message, Document, DocumentVersion, Member],
        roles EVERYONE;
}
