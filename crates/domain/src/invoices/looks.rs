//! Looks at invoices, and exports of many.

use jiff::{SignedDuration, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::invoice::Invoice;
use super::standing::InvoiceStanding;
use crate::decisions::{Context, Decision, Mutate, Note};
use crate::ids::InvoiceId;
use crate::permissions::Role;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::Refusal;

/// Arguments of [`crate::mutations::Mutation::ViewInvoice`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewInvoice {
    /// The invoice.
    pub invoice_id: InvoiceId,
}

impl Mutate for ViewInvoice {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Invoice>(self.invoice_id),
            Read::one::<InvoiceStanding>(self.invoice_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let invoice: &Invoice = records.get(self.invoice_id)?;
        let standing: &InvoiceStanding = records.get(self.invoice_id)?;
        let mut writes = Vec::new();
        if ctx.actor.access.role == Role::Client && standing.viewed_at.is_none() {
            let viewed = InvoiceStanding {
                viewed_at: Some(ctx.now),
                viewed_by: ctx.actor.name.clone(),
                sent_at: standing.sent_at.or(Some(ctx.now)),
                ..standing.clone()
            };
            writes.push(Write::put(
                self.invoice_id,
                Place::shared(invoice.client_id),
                viewed,
            ));
        }
        let about = (Kind::Invoice, self.invoice_id.0);
        Ok(Decision::noted(
            writes,
            Some(invoice.client_id),
            about,
            &invoice.number,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::ExportPack`]: a bulk export is one look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ExportPack {
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
    /// How many invoices it holds.
    pub invoices: u32,
    /// How many payments it holds.
    pub payments: u32,
}

impl Mutate for ExportPack {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        Vec::new()
    }

    fn decide(&self, _ctx: &Context, _records: &Records) -> Result<Decision, Refusal> {
        let note = Note {
            client_id: None,
            about: None,
            label: format!("{} – {}", self.from, self.to),
        };
        Ok(Decision {
            note: Some(note),
            ..Decision::default()
        })
    }
}

/// Looks of one person at one object within this time are one entry of the trail.
pub const LOOKS_COALESCE: SignedDuration = SignedDuration::from_hours(1);
