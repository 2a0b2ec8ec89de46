//! Payments and what they pay. Append-only: a mistake is reversed, never edited.

mod credits;

pub use crate::allocations::{Allocation, Payment, PaymentMethod};
pub use credits::{RefundCredit, SetOffCredit};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{AllocationId, ClientId, InvoiceId, PaymentId};
use crate::invoices::{Invoice, standing_reads, standing_restated};
use crate::money::Money;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text};

/// A part of a new payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AllocationPart {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// How much, above zero.
    pub amount: Money,
}

/// Arguments of [`crate::mutations::Mutation::RecordPayment`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RecordPayment {
    /// The new payment's id.
    pub payment_id: PaymentId,
    /// The client who paid.
    pub client_id: ClientId,
    /// The day it came.
    #[ts(type = "string")]
    pub received_on: Date,
    /// How much, above zero.
    pub amount: Money,
    /// How.
    pub method: PaymentMethod,
    /// The payer's reference, empty for none.
    pub reference: String,
    /// What it pays; what is left over stays the client's credit.
    pub allocations: Vec<AllocationPart>,
}

impl Mutate for RecordPayment {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let mut reads = vec![
            Read::one::<Client>(self.client_id),
            Read::one::<Payment>(self.payment_id),
        ];
        reads.extend(part_reads(&self.allocations));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let client: &Client = records.get(self.client_id)?;
        if records.find::<Payment>(self.payment_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        self.check()?;
        let place = Place::shared(self.client_id);
        let payment = Payment {
            client_id: self.client_id,
            received_on: self.received_on,
            amount: self.amount,
            method: self.method,
            reference: self.reference.clone(),
            reverses: None,
            sets_off: None,
            reason: String::new(),
            source: None,
            recorded_at: ctx.now,
            recorded_by: ctx.actor.name.clone(),
        };
        let mut writes = vec![Write::put(self.payment_id, place, payment)];
        let set = Setting {
            payment_id: self.payment_id,
            client_id: self.client_id,
        };
        writes.extend(set.against(ctx, records, &self.allocations)?);
        let about = (Kind::Payment, self.payment_id.0);
        Ok(Decision::noted(writes, Some(self.client_id), about, &client.name))
    }
}

impl RecordPayment {
    fn check(&self) -> Result<(), Refusal> {
        if self.amount.minor <= 0 {
            return Err(Refusal::field(Reason::NotPositive, "amount"));
        }
        self.amount.of_one()?;
        limit_text("reference", &self.reference, 200)?;
        check_parts(self.amount, &self.allocations)?;
        Ok(())
    }
}

/// Checks that `parts` name each invoice once, with more than nothing, and come to no more than `amount`.
///
/// # Errors
/// The first part that is wrong, or [`Reason::OverAllocated`].
fn check_parts(amount: Money, parts: &[AllocationPart]) -> Result<(), Refusal> {
    if parts.len() > 200 {
        return Err(Refusal::new(Reason::TooMany).with("max", 200));
    }
    let mut seen = std::collections::BTreeSet::new();
    for part in parts {
        if part.amount.minor <= 0 {
            return Err(Refusal::field(Reason::NotPositive, "allocation"));
        }
        if !seen.insert(part.invoice_id) {
            return Err(Refusal::field(Reason::BadValue, "allocation"));
        }
    }
    let allocated = Money::sum(amount.currency, parts.iter().map(|part| part.amount))?;
    if allocated.minor > amount.minor {
        return Err(Refusal::new(Reason::OverAllocated));
    }
    Ok(())
}

/// What is read to set `parts` against their invoices.
fn part_reads(parts: &[AllocationPart]) -> Vec<Read> {
    let mut reads = Vec::new();
    for part in parts {
        reads.push(Read::one::<Invoice>(part.invoice_id));
        reads.extend(standing_reads(part.invoice_id));
    }
    reads
}

/// A new payment of a client whose parts are set against invoices.
struct Setting {
    payment_id: PaymentId,
    client_id: ClientId,
}

impl Setting {
    /// The writes that set `parts` against their invoices.
    ///
    /// # Errors
    /// An invoice of another client, or one that asks for less.
    fn against(
        &self,
        ctx: &Context,
        records: &Records,
        parts: &[AllocationPart],
    ) -> Result<Vec<Write>, Refusal> {
        let place = Place::shared(self.client_id);
        let mut writes = Vec::new();
        for (nth, part) in parts.iter().enumerate() {
            let invoice: &Invoice = records.get(part.invoice_id)?;
            if invoice.client_id != self.client_id {
                return Err(Refusal::new(Reason::OtherClient).with("number", &invoice.number));
            }
            let (standing, restated) = standing_restated(records, part.invoice_id, part.amount)?;
            if standing.amount_due.minor < 0 {
                return Err(Refusal::new(Reason::OverPaid).with("number", &invoice.number));
            }
            let id = AllocationId::derived(ctx.mutation_id, &nth.to_string());
            let allocation = Allocation {
                payment_id: self.payment_id,
                invoice_id: part.invoice_id,
                amount: part.amount,
            };
            writes.extend([Write::put(id, place, allocation), restated]);
        }
        Ok(writes)
    }
}

/// Arguments of [`crate::mutations::Mutation::ReversePayment`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ReversePayment {
    /// The payment.
    pub payment_id: PaymentId,
    /// Why.
    pub reason: String,
}

impl Mutate for ReversePayment {
    fn reads(&self, _ctx: &Context, known: &Records) -> Vec<Read> {
        let mut reads = vec![
            Read::one::<Payment>(self.payment_id),
            Read::all::<Payment>("reverses_id", self.payment_id),
            Read::all::<Allocation>("payment_id", self.payment_id),
        ];
        for (_, allocation) in known.all::<Allocation>("payment_id", self.payment_id) {
            reads.push(Read::one::<Invoice>(allocation.invoice_id));
            reads.extend(standing_reads(allocation.invoice_id));
        }
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let payment: &Payment = records.get(self.payment_id)?;
        let reversed = !records.all::<Payment>("reverses_id", self.payment_id).is_empty();
        if reversed || payment.reverses.is_some() {
            return Err(Refusal::new(Reason::CannotReverse));
        }
        limit_text("reason", &self.reason, 500)?;
        let place = Place::shared(payment.client_id);
        let id = PaymentId::derived(ctx.mutation_id, "reversal");
        let reversal = Payment {
            amount: payment.amount.negated(),
            received_on: ctx.today,
            reverses: Some(self.payment_id),
            reason: self.reason.clone(),
            source: None,
            recorded_at: ctx.now,
            recorded_by: ctx.actor.name.clone(),
            ..payment.clone()
        };
        let mut writes = vec![Write::put(id, place, reversal)];
        for (part_id, part) in records.all::<Allocation>("payment_id", self.payment_id) {
            let (_, restated) = standing_restated(records, part.invoice_id, part.amount.negated())?;
            let back = Allocation {
                payment_id: id,
                amount: part.amount.negated(),
                ..part.clone()
            };
            let back_id = AllocationId::derived(ctx.mutation_id, &part_id.to_string());
            writes.extend([Write::put(back_id, place, back), restated]);
        }
        let (about, label) = self.noted(payment, records)?;
        Ok(Decision::noted(writes, Some(payment.client_id), about, &label))
    }
}

impl ReversePayment {
    /// What the trail says it is about: the payment by its reference; of a set-off, which is no payment to anybody who
    /// reads, the credit note with the reason.
    fn noted(&self, payment: &Payment, records: &Records) -> Result<((Kind, uuid::Uuid), String), Refusal> {
        let Some(note_id) = payment.sets_off else {
            return Ok(((Kind::Payment, self.payment_id.0), payment.reference.clone()));
        };
        let note: &Invoice = records.get(note_id)?;
        let label = match self.reason.trim() {
            "" => note.number.clone(),
            reason => format!("{} ({reason})", note.number),
        };
        Ok(((Kind::Invoice, note_id.0), label))
    }
}
