//! Making values and mutations with little said.

use folio_domain::Currency;
use folio_domain::clients::{AddClient, Client, EditClient};
use folio_domain::documents::{AddDocument, NewVersion};
use folio_domain::einvoicing::{EinvoiceForm, SetEinvoicing};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{
    ClientId, ContactId, DocumentId, DraftId, InvoiceId, LineId, MessageId, PaymentId, ThreadId, VersionId,
};
use folio_domain::invoices::{AddLine, Billing, CreateDraft, Discount, LineItem, TaxMode};
use folio_domain::languages::Language;
use folio_domain::money::Money;
use folio_domain::mutations::Mutation;
use folio_domain::organisations::EditOrganisation;
use folio_domain::payments::{AllocationPart, PaymentMethod, RecordPayment};
use folio_domain::people::{AddContact, Address, Contact};
use folio_domain::threads::{MessageKind, NewMessage, PostMessage, StartThread, Subject};
use folio_domain::trail::sha256_hex;
use folio_server::Source;
use jiff::civil::Date;
use serde_json::{Value, json};
use uuid::Uuid;

/// A new id.
///
/// # Panics
/// The machine has no source of chance.
#[must_use]
#[allow(clippy::expect_used, reason = "a machine without chance runs no test")]
pub fn fresh() -> Uuid {
    Source::system().id().expect("the machine has a source of chance")
}

/// The euro.
///
/// # Panics
/// Never: EUR is in ISO 4217.
#[must_use]
#[allow(clippy::expect_used, reason = "EUR is a currency")]
pub fn euro() -> Currency {
    Currency::parse("EUR").expect("EUR is a currency")
}

/// The day it is in UTC.
#[must_use]
pub fn today() -> Date {
    Source::system().now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// A client called `name`.
#[must_use]
pub fn client(name: &str) -> Client {
    Client {
        name: name.to_owned(),
        address: Address::default(),
        tax_id: String::new(),
        language: Language::En,
        currency: euro(),
        payment_terms_days: None,
        client_number: String::new(),
    }
}

/// Adds a client called `name`.
#[must_use]
pub fn add_client(client_id: ClientId, name: &str) -> Mutation {
    AddClient {
        client_id,
        client: client(name),
    }
    .into()
}

/// Bills a client of [`add_client`] by e-invoice, with what that asks for of it and of the business, which has no tax
/// id yet.
#[must_use]
pub fn bill_by_einvoice(client_id: ClientId, form: EinvoiceForm) -> Vec<Mutation> {
    let edit = |field: &str, from: Value, to: Value| {
        vec![FieldEdit {
            field: field.to_owned(),
            from,
            to,
        }]
    };
    let address = client("").address;
    let there = Address {
        country: "IN".to_owned(),
        ..address.clone()
    };
    vec![
        EditOrganisation {
            edits: edit("tax_id", json!(""), json!("33AAAAA0000A1Z5")),
        }
        .into(),
        EditClient {
            client_id,
            edits: edit("address", json!(address), json!(there)),
        }
        .into(),
        SetEinvoicing {
            client_id: Some(client_id),
            edits: edit("choice", json!("usual"), json!(form)),
        }
        .into(),
    ]
}

/// Adds a contact to a client.
#[must_use]
pub fn add_contact(client_id: ClientId, contact_id: ContactId, name: &str, email: &str) -> Mutation {
    let contact = Contact {
        client_id,
        first_name: name.to_owned(),
        last_name: String::new(),
        email: email.to_owned(),
        phone: String::new(),
        language: None,
        gets_invoices: true,
    };
    AddContact { contact_id, contact }.into()
}

/// Starts a draft for a client.
#[must_use]
pub fn create_draft(draft_id: DraftId, client: Option<ClientId>, note: &str) -> Mutation {
    let billing = Billing {
        client_id: client,
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    CreateDraft {
        draft_id,
        billing,
        issue_date: None,
        payment_terms_days: 14,
        note: note.to_owned(),
    }
    .into()
}

/// One of something at 12.50.
#[must_use]
pub fn item(description: &str) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: rust_decimal::Decimal::ONE,
        unit: String::new(),
        unit_price: rust_decimal::Decimal::new(1250, 2),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

/// Adds a line to a draft.
#[must_use]
pub fn add_line(draft_id: DraftId, line_id: LineId, description: &str) -> Mutation {
    AddLine {
        draft_id,
        line_id,
        after: None,
        item: item(description),
    }
    .into()
}

/// Records a payment of `minor` cents, set against `invoice`.
#[must_use]
pub fn record_payment(
    client_id: ClientId,
    invoice: Option<InvoiceId>,
    minor: i64,
    reference: &str,
) -> RecordPayment {
    let amount = Money::new(minor, euro());
    RecordPayment {
        payment_id: PaymentId(fresh()),
        client_id,
        received_on: today(),
        amount,
        method: PaymentMethod::BankTransfer,
        reference: reference.to_owned(),
        allocations: invoice
            .map(|invoice_id| AllocationPart { invoice_id, amount })
            .into_iter()
            .collect(),
    }
}

/// A message.
#[must_use]
pub fn message(text: &str) -> NewMessage {
    NewMessage {
        message_id: MessageId(fresh()),
        text: text.to_owned(),
        kind: MessageKind::Text,
        attachments: Vec::new(),
    }
}

/// Starts a thread with a client.
#[must_use]
pub fn start_thread(thread_id: ThreadId, client_id: ClientId, title: &str, text: &str) -> Mutation {
    let subject = Subject::General;
    StartThread {
        thread_id,
        client_id,
        title: title.to_owned(),
        subject,
        message: message(text),
    }
    .into()
}

/// Writes a message to a thread.
#[must_use]
pub fn post_message(thread_id: ThreadId, text: &str) -> Mutation {
    PostMessage {
        thread_id,
        message: message(text),
    }
    .into()
}

/// A version that promises `bytes`.
#[must_use]
pub fn new_version(version_id: VersionId, file_name: &str, bytes: &[u8]) -> NewVersion {
    NewVersion {
        version_id,
        file_name: file_name.to_owned(),
        size_bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        sha256: sha256_hex(bytes),
    }
}

/// Adds a document of a client.
#[must_use]
pub fn add_document(
    document_id: DocumentId,
    client_id: ClientId,
    title: &str,
    shared: bool,
    version: NewVersion,
) -> Mutation {
    AddDocument {
        document_id,
        client_id,
        title: title.to_owned(),
        shared,
        version,
    }
    .into()
}
