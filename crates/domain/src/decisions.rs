//! Decisions: what a mutation is given to decide, and what it gives.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::ids::{ClientId, InvoiceId, MutationId, OrgId, PrincipalId};
use crate::permissions::Access;
use crate::records::{Kind, Read, Records, Write};
use crate::refusals::Refusal;

/// Where a mutation runs.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Runs {
    /// At once on the desktop, and again on the server.
    Everywhere,
    /// On the server alone; the desktop shows what [`Mutate::anticipate`] says meanwhile.
    ServerOnly,
}

/// Who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The person's sign-in.
    pub principal_id: PrincipalId,
    /// The person's name, as others see it.
    pub name: String,
    /// The role, and what the person may see.
    pub access: Access,
}

/// All that a decision knows beside the records.
#[derive(Clone, Debug)]
pub struct Context {
    /// The organisation.
    pub org_id: OrgId,
    /// Who acts.
    pub actor: Actor,
    /// The mutation's id.
    pub mutation_id: MutationId,
    /// The time.
    pub now: Timestamp,
    /// The day it is in the organisation's time zone.
    pub today: Date,
}

impl Context {
    /// The id for a record that this mutation creates and names `part`: the same on every machine.
    #[must_use]
    pub fn derive(&self, part: &str) -> Uuid {
        Uuid::new_v5(&self.mutation_id.0, part.as_bytes())
    }
}

/// Work that follows from a decision and is done after it, once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "effect")]
pub enum Effect {
    /// Render the invoice's PDF and keep it.
    RenderInvoice {
        /// The invoice.
        invoice_id: InvoiceId,
    },
    /// Mail the invoice to the client's contacts.
    MailInvoice {
        /// The invoice.
        invoice_id: InvoiceId,
    },
    /// End the sessions and grants of a principal.
    EndPrincipal {
        /// The principal.
        principal_id: PrincipalId,
    },
}

/// What the trail says of a mutation, beside who, when and its name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// The client that it concerns.
    pub client_id: Option<ClientId>,
    /// The record that it is about.
    pub about: Option<(Kind, Uuid)>,
    /// What a person reads: an invoice's number, a document's title.
    pub label: String,
}

/// What a mutation does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decision {
    /// The changes, in order.
    pub writes: Vec<Write>,
    /// The work that follows.
    pub effects: Vec<Effect>,
    /// What the trail says; none when it is not worth an entry (a look that is already noted).
    pub note: Option<Note>,
}

impl Decision {
    /// A decision with these writes, noted in the trail as being about the record `about`.
    #[must_use]
    pub fn noted(writes: Vec<Write>, client_id: Option<ClientId>, about: (Kind, Uuid), label: &str) -> Self {
        let note = Note {
            client_id,
            about: Some(about),
            label: label.to_owned(),
        };
        Self {
            writes,
            effects: Vec::new(),
            note: Some(note),
        }
    }

    /// The same with one more effect.
    #[must_use]
    pub fn then(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }
}

/// What a mutation's arguments can do.
pub trait Mutate {
    /// Where it runs.
    const RUNS: Runs = Runs::Everywhere;

    /// The reads that [`Mutate::decide`] needs, given what is known so far; asked again until it names nothing new.
    fn reads(&self, ctx: &Context, known: &Records) -> Vec<Read>;

    /// What it does.
    ///
    /// # Errors
    /// Why it is refused. A row that the actor may not see is not among `records`, and is refused as not found.
    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal>;

    /// What a desktop shows while the server has not answered, for a mutation that runs on the server only.
    ///
    /// # Errors
    /// Why it would be refused.
    fn anticipate(&self, _ctx: &Context, _records: &Records) -> Result<Decision, Refusal> {
        Ok(Decision::default())
    }
}
