//! People: the members who sign in, the contacts of clients, and the mails sent to them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use crate::addresses::Address;
use crate::clients::Client;
use crate::decisions::{Context, Decision, Effect, Mutate};
use crate::fields::{FieldEdit, merge};
use crate::ids::{ClientId, ContactId, InvoiceId, PrincipalId};
use crate::languages::Language;
use crate::permissions::Role;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text, require_email, require_text};

/// A person with a sign-in; its id is the principal's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Member {
    /// The name.
    pub name: String,
    /// The e-mail address that the person signs in with.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The client that a client's contact belongs to.
    pub client_id: Option<ClientId>,
    /// The contact that the person is.
    pub contact_id: Option<ContactId>,
    /// When the membership ended; none while it lasts.
    #[ts(type = "string | null")]
    pub ended_at: Option<Timestamp>,
}

record!(Member |me| {
    "role_key": me.role.as_str(),
    "contact_id": me.contact_id.map(|id| id.0),
} search format!("{} {}", me.name, me.email));

/// A contact person of a client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Contact {
    /// The client.
    pub client_id: ClientId,
    /// What the person is called.
    pub first_name: String,
    /// The rest of the name, empty for none.
    pub last_name: String,
    /// The e-mail address, empty for none.
    pub email: String,
    /// The phone number, empty for none.
    pub phone: String,
    /// The language of the person's mails; none for the client's.
    pub language: Option<Language>,
    /// Whether invoices are mailed to the person.
    pub gets_invoices: bool,
}

record!(Contact |me| {
    "client_id": me.client_id.0,
    "email": &me.email,
} search format!("{} {} {}", me.name(), me.email, me.phone));

impl Contact {
    /// The whole name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
            .trim()
            .to_owned()
    }

    /// Checks the texts.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        require_text("first_name", &self.first_name, 100)?;
        limit_text("last_name", &self.last_name, 100)?;
        limit_text("phone", &self.phone, 60)?;
        if self.email.is_empty() {
            Ok(())
        } else {
            require_email(&self.email)
        }
    }
}

/// How a mail fares.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryState {
    /// Waiting for the mail server.
    Queued,
    /// Taken by the mail server.
    Sent,
    /// Refused for good.
    Failed,
    /// No mail server is set up: the link is there to be copied.
    CopyLink,
    /// Not sent by this server: the business was restored while the mail waited, and it may have gone out before.
    NotSent,
}

/// A mail about an invoice to a contact, and how it fares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Delivery {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// The contact.
    pub contact_id: ContactId,
    /// The address that it goes to.
    pub email: String,
    /// How it fares.
    pub state: DeliveryState,
    /// What the mail server said last, empty for nothing.
    pub last_error: String,
    /// When it came into this state.
    #[ts(type = "string")]
    pub at: Timestamp,
}

record!(Delivery |me| { "invoice_id": me.invoice_id.0 });

/// Arguments of [`crate::mutations::Mutation::AddMember`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddMember {
    /// The new principal.
    pub principal_id: PrincipalId,
    /// The member.
    pub member: Member,
}

impl Mutate for AddMember {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Member>(self.principal_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        if records.find::<Member>(self.principal_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        require_text("name", &self.member.name, 200)?;
        require_email(&self.member.email)?;
        let writes = vec![Write::put(
            self.principal_id,
            Place::internal(self.member.client_id),
            self.member.clone(),
        )];
        let about = (Kind::Member, self.principal_id.0);
        Ok(Decision::noted(
            writes,
            self.member.client_id,
            about,
            &self.member.name,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::EndMember`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EndMember {
    /// The member.
    pub principal_id: PrincipalId,
}

impl Mutate for EndMember {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Member>(self.principal_id),
            Read::all::<Member>("role_key", Role::Owner.as_str()),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let member: &Member = records.get(self.principal_id)?;
        let owners = records.all::<Member>("role_key", Role::Owner.as_str());
        let owners_left = owners
            .iter()
            .filter(|(id, owner)| *id != self.principal_id.0 && owner.ended_at.is_none())
            .count();
        if member.role == Role::Owner && owners_left == 0 {
            return Err(Refusal::new(Reason::LastOwner));
        }
        let writes = vec![ended(ctx, self.principal_id, member)];
        let about = (Kind::Member, self.principal_id.0);
        Ok(
            Decision::noted(writes, member.client_id, about, &member.name).then(Effect::EndPrincipal {
                principal_id: self.principal_id,
            }),
        )
    }
}

/// Arguments of [`crate::mutations::Mutation::AddContact`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddContact {
    /// The new contact's id.
    pub contact_id: ContactId,
    /// The contact.
    pub contact: Contact,
}

impl Mutate for AddContact {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Client>(self.contact.client_id),
            Read::one::<Contact>(self.contact_id),
        ]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        records.get::<Client>(self.contact.client_id)?;
        if records.find::<Contact>(self.contact_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        self.contact.check()?;
        Ok(contact_put(self.contact_id, self.contact.clone(), Vec::new()))
    }
}

/// Arguments of [`crate::mutations::Mutation::EditContact`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct EditContact {
    /// The contact.
    pub contact_id: ContactId,
    /// The changes.
    pub edits: Vec<FieldEdit>,
}

const EDITABLE: &[&str] = &[
    "first_name",
    "last_name",
    "email",
    "phone",
    "language",
    "gets_invoices",
];

impl Mutate for EditContact {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Contact>(self.contact_id)]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let contact: &Contact = records.get(self.contact_id)?;
        let place = Place::shared(contact.client_id);
        let merged = merge(ctx, self.contact_id.0, place, contact, EDITABLE, &self.edits)?;
        merged.record.check()?;
        Ok(contact_put(self.contact_id, merged.record, merged.losses))
    }
}

/// Arguments of [`crate::mutations::Mutation::RemoveContact`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveContact {
    /// The contact.
    pub contact_id: ContactId,
}

impl Mutate for RemoveContact {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Contact>(self.contact_id),
            Read::all::<Member>("contact_id", self.contact_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let contact: &Contact = records.get(self.contact_id)?;
        let about = (Kind::Contact, self.contact_id.0);
        let mut decision = Decision::noted(Vec::new(), Some(contact.client_id), about, &contact.name());
        // Who is no longer a contact no longer signs in as one.
        for (id, member) in records.all::<Member>("contact_id", self.contact_id) {
            if member.ended_at.is_none() {
                decision.writes.push(ended(ctx, PrincipalId(id), member));
                decision.effects.push(Effect::EndPrincipal {
                    principal_id: PrincipalId(id),
                });
            }
        }
        decision.writes.push(Write::Delete {
            kind: Kind::Contact,
            id: self.contact_id.0,
        });
        Ok(decision)
    }
}

/// Arguments of [`crate::mutations::Mutation::KeepDelivery`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepDelivery {
    /// The delivery's id: one for each mail.
    #[ts(type = "string")]
    pub delivery_id: uuid::Uuid,
    /// The mail and how it fares.
    pub delivery: Delivery,
}

impl Mutate for KeepDelivery {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Contact>(self.delivery.contact_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let contact: &Contact = records.get(self.delivery.contact_id)?;
        let place = Place::internal(Some(contact.client_id));
        let writes = vec![Write::put(self.delivery_id, place, self.delivery.clone())];
        let about = (Kind::Invoice, self.delivery.invoice_id.0);
        Ok(Decision::noted(
            writes,
            Some(contact.client_id),
            about,
            &contact.name(),
        ))
    }
}

/// The write that ends a membership.
fn ended(ctx: &Context, principal_id: PrincipalId, member: &Member) -> Write {
    let ended = Member {
        ended_at: Some(ctx.now),
        ..member.clone()
    };
    Write::put(principal_id, Place::internal(member.client_id), ended)
}

fn contact_put(contact_id: ContactId, contact: Contact, mut writes: Vec<Write>) -> Decision {
    let (client_id, name) = (contact.client_id, contact.name());
    writes.push(Write::put(contact_id, Place::shared(client_id), contact));
    Decision::noted(writes, Some(client_id), (Kind::Contact, contact_id.0), &name)
}
