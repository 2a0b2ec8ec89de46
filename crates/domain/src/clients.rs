//! Clients: whom the business bills, and its private note on each.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::addresses::Address;
use crate::decisions::{Context, Decision, Mutate};
use crate::fields::{FieldEdit, merge};
use crate::ids::ClientId;
use crate::languages::Language;
use crate::money::Currency;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text, require_text};
use crate::search::sort_key;

/// A client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Client {
    /// The name that invoices are made out to.
    pub name: String,
    /// The address.
    pub address: Address,
    /// The tax id, empty for none.
    pub tax_id: String,
    /// The language of what the client gets.
    pub language: Language,
    /// The currency that the client is billed in.
    pub currency: Currency,
    /// Days until an invoice is due; none for the organisation's own rule.
    pub payment_terms_days: Option<i32>,
    /// The number that the business knows the client by, empty for none.
    pub client_number: String,
}

record!(Client |me| {
    "sort_key": sort_key(&me.name),
    "name": &me.name,
    "language": me.language.tag(),
    "currency": me.currency.code(),
} search format!("{} {} {} {}", me.name, me.client_number, me.address.city, me.tax_id));

/// The business's private note on a client; its id is the client's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ClientNote {
    /// The note.
    pub text: String,
}

record!(ClientNote |me| {} search me.text.clone());

impl Client {
    /// Checks its texts and numbers.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        require_text("name", &self.name, 200)?;
        self.address.check()?;
        limit_text("tax_id", &self.tax_id, 40)?;
        limit_text("client_number", &self.client_number, 40)?;
        if self
            .payment_terms_days
            .is_some_and(|days| !(0..=365).contains(&days))
        {
            return Err(Refusal::field(Reason::OutOfRange, "payment_terms_days"));
        }
        Ok(())
    }
}

/// Arguments of [`crate::mutations::Mutation::AddClient`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddClient {
    /// The new client's id.
    pub client_id: ClientId,
    /// The client.
    pub client: Client,
}

impl Mutate for AddClient {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Client>(self.client_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        if records.find::<Client>(self.client_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        self.client.check()?;
        let writes = vec![Write::put(
            self.client_id,
            Place::shared(self.client_id),
            self.client.clone(),
        )];
        Ok(noted(writes, self.client_id, &self.client.name))
    }
}

/// Arguments of [`crate::mutations::Mutation::EditClient`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditClient {
    /// The client.
    pub client_id: ClientId,
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const EDITABLE: &[&str] = &[
    "name",
    "address",
    "tax_id",
    "language",
    "currency",
    "payment_terms_days",
    "client_number",
];

impl Mutate for EditClient {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Client>(self.client_id)]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let client: &Client = records.get(self.client_id)?;
        // What the business argued about stays inside: the losses lie beside the note, not beside the client.
        let inside = Place::internal(Some(self.client_id));
        let merged = merge(ctx, self.client_id.0, inside, client, EDITABLE, &self.edits)?;
        merged.record.check()?;
        let label = merged.record.name.clone();
        let mut writes = merged.losses;
        writes.push(Write::put(
            self.client_id,
            Place::shared(self.client_id),
            merged.record,
        ));
        Ok(noted(writes, self.client_id, &label))
    }
}

/// Arguments of [`crate::mutations::Mutation::SetClientNote`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetClientNote {
    /// The client.
    pub client_id: ClientId,
    /// The change of the note's `text`.
    pub edit: FieldEdit,
}

impl Mutate for SetClientNote {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Client>(self.client_id),
            Read::one::<ClientNote>(self.client_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let client: &Client = records.get(self.client_id)?;
        let empty = ClientNote { text: String::new() };
        let note = records.find::<ClientNote>(self.client_id).unwrap_or(&empty);
        let place = Place::internal(Some(self.client_id));
        let merged = merge(
            ctx,
            self.client_id.0,
            place,
            note,
            &["text"],
            std::slice::from_ref(&self.edit),
        )?;
        limit_text("text", &merged.record.text, 20_000)?;
        let mut writes = merged.losses;
        writes.push(Write::put(self.client_id, place, merged.record));
        Ok(noted(writes, self.client_id, &client.name))
    }
}

fn noted(writes: Vec<Write>, client_id: ClientId, label: &str) -> Decision {
    Decision::noted(writes, Some(client_id), (Kind::Client, client_id.0), label)
}
