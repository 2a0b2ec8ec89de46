//! Beginning a credit note, and what issuing one does to the invoice that it takes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::crediting::{Crediting, crediting_reads};
use super::draft::{Billing, Draft, DraftLine, DraftState};
use super::drafting::put_draft;
use super::invoice::{Invoice, invoice_id, not_issued};
use super::order::between;
use super::standing::{InvoiceStanding, standing_reads};
use crate::allocations::{Allocation, Payment, PaymentMethod};
use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{AllocationId, DraftId, InvoiceId, LineId, PaymentId};
use crate::money::Money;
use crate::records::{Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal};

/// Arguments of [`crate::mutations::Mutation::CreditInvoice`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct CreditInvoice {
    /// The new draft's id.
    pub draft_id: DraftId,
    /// The invoice that it takes back.
    pub invoice_id: InvoiceId,
}

impl Mutate for CreditInvoice {
    fn reads(&self, _ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = crediting_reads(self.invoice_id);
        reads.push(Read::one::<Draft>(self.draft_id));
        reads.push(Read::one::<Invoice>(invoice_id(self.draft_id)));
        let invoice = known.find::<Invoice>(self.invoice_id);
        reads.extend(invoice.map(|invoice| Read::one::<Client>(invoice.client_id)));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        if records.find::<Draft>(self.draft_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        not_issued(records, self.draft_id)?;
        let crediting = Crediting::known(records, self.invoice_id)?;
        let invoice = crediting.invoice;
        let draft = Draft {
            billing: Billing {
                client_id: Some(invoice.client_id),
                currency: invoice.currency,
                tax_mode: invoice.tax_mode,
            },
            issue_date: None,
            payment_terms_days: 0,
            delivered_on: invoice.delivered_on,
            discount: crediting.discount_left()?,
            reference: invoice.reference.clone(),
            note: String::new(),
            credits: Some(self.invoice_id),
            credit_reason: String::new(),
            state: DraftState::Open,
            created_at: ctx.now,
            edited_at: ctx.now,
        };
        let mut writes = Vec::new();
        let mut key = None;
        for (nth, item) in crediting.lines_left().into_iter().enumerate() {
            let order_key = between(key.as_deref(), None);
            key = Some(order_key.clone());
            let line = DraftLine {
                draft_id: self.draft_id,
                order_key,
                item,
            };
            let id = LineId::derived(ctx.mutation_id, &nth.to_string());
            writes.push(Write::put(id, draft.place(), line));
        }
        put_draft(records, self.draft_id, draft, writes)
    }
}

/// What is read to issue a credit note for this invoice.
pub(super) fn issue_reads(invoice_id: InvoiceId) -> Vec<Read> {
    let mut reads = crediting_reads(invoice_id);
    reads.extend(standing_reads(invoice_id));
    reads
}

/// The writes of the new credit note's standing and of that of its invoice. As far as the invoice still asks for
/// something, the credit is set against it.
///
/// # Errors
/// Amounts that cannot be held.
pub(super) fn set_off(
    ctx: &Context,
    records: &Records,
    credited: InvoiceId,
    (note_id, note): (InvoiceId, &Invoice),
) -> Result<Vec<Write>, Refusal> {
    let place = Place::shared(note.client_id);
    let credit = note.total.negated();
    let before: &InvoiceStanding = records.get(credited)?;
    let used = Money::new(credit.minor.min(before.amount_due.minor).max(0), note.currency);
    let mut invoice = before.with_credited(credit)?;
    let mut own = InvoiceStanding::fresh(note);
    let mut writes = Vec::new();
    if used.minor > 0 {
        let parts = records.all::<Allocation>("invoice_id", credited);
        let amounts = parts.iter().map(|(_, part)| part.amount);
        invoice = invoice.with_paid(amounts.chain([used]))?;
        own = own.with_paid([used.negated()])?;
        let payment_id = PaymentId::derived(ctx.mutation_id, "set-off");
        let payment = Payment {
            client_id: note.client_id,
            received_on: note.issue_date,
            amount: Money::zero(note.currency),
            method: PaymentMethod::Other,
            reference: String::new(),
            reverses: None,
            sets_off: Some(note_id),
            reason: String::new(),
            source: None,
            recorded_at: ctx.now,
            recorded_by: ctx.actor.name.clone(),
        };
        writes.push(Write::put(payment_id, place, payment));
        for (part, invoice_id, amount) in [
            ("set-off/invoice", credited, used),
            ("set-off/credit", note_id, used.negated()),
        ] {
            let allocation = Allocation {
                payment_id,
                invoice_id,
                amount,
            };
            let id = AllocationId::derived(ctx.mutation_id, part);
            writes.push(Write::put(id, place, allocation));
        }
    }
    writes.push(Write::put(credited, place, invoice));
    writes.push(Write::put(note_id, place, own));
    Ok(writes)
}
