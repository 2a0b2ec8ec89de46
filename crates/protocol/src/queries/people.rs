//! Clients, contacts, members, settings and conflicts.

use folio_domain::clients::Client;
use folio_domain::einvoicing::{EinvoiceForm, Einvoicing};
use folio_domain::fields::FieldHistory;
use folio_domain::ids::{ClientId, ContactId, OrgId, PrincipalId};
use folio_domain::invoices::Series;
use folio_domain::organisations::Organisation;
use folio_domain::people::{Contact, Member};
use folio_domain::records::Kind;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::overview::Owed;

/// A page of clients, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientsQuery {
    /// That these words find; none for all.
    pub search: Option<String>,
    /// Where the page before ended.
    pub after: Option<String>,
    /// The most rows, at most 500.
    pub limit: u32,
}

/// A client in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientRow {
    /// Its id.
    pub client_id: ClientId,
    /// The client.
    pub client: Client,
    /// What the client owes, by currency.
    pub owed: Vec<Owed>,
    /// The first contact, by name; empty for none.
    pub contact_name: String,
}

/// A page of clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientPage {
    /// The clients.
    pub rows: Vec<ClientRow>,
    /// Where this page ends; none after the last.
    pub next: Option<String>,
}

/// Asks for one client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientQuery {
    /// Which.
    pub client_id: ClientId,
}

/// A contact with its sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContactView {
    /// Its id.
    pub contact_id: ContactId,
    /// The contact.
    pub contact: Contact,
    /// The sign-in, when the person has one; for the business alone.
    pub member_id: Option<PrincipalId>,
}

/// A client with contacts, note and balances.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientDetail {
    /// Its id.
    pub client_id: ClientId,
    /// The client.
    pub client: Client,
    /// The private note; for the business alone, none for others.
    pub note: Option<String>,
    /// How it is billed by e-invoice; for the business alone, none for others.
    pub einvoicing: Option<Einvoicing>,
    /// The form that it is billed in while it says nothing itself; none for no e-invoice.
    pub usual_form: Option<EinvoiceForm>,
    /// The contacts.
    pub contacts: Vec<ContactView>,
    /// What the client owes, by currency.
    pub owed: Vec<Owed>,
    /// Values that lost when two people edited one field; for the business alone.
    pub lost: Vec<LostValue>,
}

/// Asks for the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SettingsQuery {}

/// A person with a sign-in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MemberRow {
    /// Its id.
    pub principal_id: PrincipalId,
    /// The person.
    pub member: Member,
}

/// Settings of the business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Settings {
    /// The organisation.
    pub organisation: Organisation,
    /// The number series of invoices; none before it is set up.
    pub series: Option<Series>,
    /// The number series of credit notes.
    pub credit_series: Series,
    /// The number that the next credit note takes.
    pub next_credit_number: String,
    /// The number that the next invoice would take today.
    pub next_number: String,
    /// The people.
    pub members: Vec<MemberRow>,
    /// The organisation's id.
    pub organisation_id: OrgId,
    /// How every client is billed by e-invoice that says nothing itself.
    pub einvoicing: Einvoicing,
    /// Values of it that lost when two people edited one field.
    pub lost: Vec<LostValue>,
}

/// Asks for values that lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictsQuery {}

/// A value that lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LostValue {
    /// Its id.
    #[ts(type = "string")]
    pub history_id: Uuid,
    /// What happened.
    pub history: FieldHistory,
    /// What the record is called.
    pub about: String,
    /// The record to open.
    pub open_kind: Kind,
    /// The record to open.
    #[ts(type = "string")]
    pub open_id: Uuid,
}

/// Values that lost, newest first, at most 200.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConflictList {
    /// The values.
    pub rows: Vec<LostValue>,
}
