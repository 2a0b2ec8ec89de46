//! What is done with the credit of a credit note: it pays other invoices, or is paid out.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AllocationPart, Setting, check_parts, part_reads};
use crate::allocations::{Allocation, Payment, PaymentMethod};
use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{AllocationId, InvoiceId, PaymentId};
use crate::invoices::{Invoice, standing_reads, standing_restated};
use crate::money::Money;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text};

/// Arguments of [`crate::mutations::Mutation::SetOffCredit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SetOffCredit {
    /// The id of the new payment of nothing that bears the allocations.
    pub payment_id: PaymentId,
    /// The credit note.
    pub credit_note_id: InvoiceId,
    /// What its credit pays.
    pub allocations: Vec<AllocationPart>,
}

impl Mutate for SetOffCredit {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let mut reads = note_reads(self.payment_id, self.credit_note_id);
        reads.extend(part_reads(&self.allocations));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let note = credit_note(records, self.credit_note_id)?;
        let amounts = self.allocations.iter().map(|part| part.amount);
        let used = Money::sum(note.currency, amounts)?;
        if used.minor <= 0 {
            return Err(Refusal::field(Reason::NotPositive, "allocation"));
        }
        check_parts(used, &self.allocations)?;
        let payment = Payment {
            sets_off: Some(self.credit_note_id),
            ..fresh(ctx, note, ctx.today, Money::zero(note.currency))
        };
        let set = Setting {
            payment_id: self.payment_id,
            client_id: note.client_id,
        };
        let mut writes = spend(
            ctx,
            records,
            (self.payment_id, payment),
            (self.credit_note_id, used),
        )?;
        writes.extend(set.against(ctx, records, &self.allocations)?);
        let about = (Kind::Invoice, self.credit_note_id.0);
        Ok(Decision::noted(writes, Some(note.client_id), about, &note.number))
    }
}

/// Arguments of [`crate::mutations::Mutation::RefundCredit`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RefundCredit {
    /// The new payment's id.
    pub payment_id: PaymentId,
    /// The credit note.
    pub credit_note_id: InvoiceId,
    /// The day it was paid out.
    #[ts(type = "string")]
    pub paid_on: Date,
    /// How much, above zero.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// The reference, empty for none.
    pub reference: String,
}

impl Mutate for RefundCredit {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        note_reads(self.payment_id, self.credit_note_id)
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let note = credit_note(records, self.credit_note_id)?;
        if self.amount.minor <= 0 {
            return Err(Refusal::field(Reason::NotPositive, "amount"));
        }
        self.amount.of_one()?;
        limit_text("reference", &self.reference, 200)?;
        let payment = Payment {
            method: self.method,
            reference: self.reference.clone(),
            ..fresh(ctx, note, self.paid_on, self.amount.negated())
        };
        let of = (self.credit_note_id, self.amount);
        let writes = spend(ctx, records, (self.payment_id, payment), of)?;
        let about = (Kind::Invoice, self.credit_note_id.0);
        Ok(Decision::noted(writes, Some(note.client_id), about, &note.number))
    }
}

fn note_reads(payment: PaymentId, note: InvoiceId) -> Vec<Read> {
    let mut reads = vec![Read::one::<Payment>(payment), Read::one::<Invoice>(note)];
    reads.extend(standing_reads(note));
    reads
}

/// The credit note.
///
/// # Errors
/// Not found, also where it is an invoice.
fn credit_note(records: &Records, id: InvoiceId) -> Result<&Invoice, Refusal> {
    let note: &Invoice = records.get(id)?;
    if note.is_credit_note() {
        Ok(note)
    } else {
        Err(Refusal::not_found())
    }
}

fn fresh(ctx: &Context, note: &Invoice, day: Date, amount: Money) -> Payment {
    Payment {
        client_id: note.client_id,
        received_on: day,
        amount,
        method: PaymentMethod::Other,
        reference: String::new(),
        reverses: None,
        sets_off: None,
        reason: String::new(),
        source: None,
        recorded_at: ctx.now,
        recorded_by: ctx.actor.name.clone(),
    }
}

/// The writes that take `used` from the credit note by this payment.
///
/// # Errors
/// The payment's id is taken, or the credit note has less left.
fn spend(
    ctx: &Context,
    records: &Records,
    (payment_id, payment): (PaymentId, Payment),
    (note_id, used): (InvoiceId, Money),
) -> Result<Vec<Write>, Refusal> {
    if records.find::<Payment>(payment_id).is_some() {
        return Err(Refusal::new(Reason::IdTaken));
    }
    let (after, restated) = standing_restated(records, note_id, used.negated())?;
    if after.amount_due.minor > 0 {
        return Err(Refusal::new(Reason::OverSetOff));
    }
    let place = Place::shared(payment.client_id);
    let allocation = Allocation {
        payment_id,
        invoice_id: note_id,
        amount: used.negated(),
    };
    let id = AllocationId::derived(ctx.mutation_id, "credit");
    Ok(vec![
        Write::put(payment_id, place, payment),
        Write::put(id, place, allocation),
        restated,
    ])
}
