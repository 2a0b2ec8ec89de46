//! What is set against an invoice: payments, reversals, and the credit of credit notes.

use std::collections::BTreeMap;

use folio_domain::ids::{InvoiceId, PaymentId};
use folio_domain::payments::{Allocation, Payment};
use folio_domain::records::Kind;
use folio_domain::refusals::Refusal;
use folio_domain::{Currency, Money};
use folio_protocol::queries::{InvoicePayment, SetOff, TakenBack};
use uuid::Uuid;

use crate::queries::reader::Reader;
use crate::queries::{AnswerError, payments};

/// What is set against one invoice, oldest first, with what each kind comes to.
pub(super) struct Set {
    pub(super) payments: Vec<InvoicePayment>,
    pub(super) paid: Money,
    pub(super) set_offs: Vec<SetOff>,
    pub(super) set_off: Money,
}

pub(super) async fn against(
    reader: &Reader<'_>,
    id: InvoiceId,
    currency: Currency,
) -> Result<Set, AnswerError> {
    let mut paid = parts(reader, id, currency).await?;
    paid.sort_by_key(|part| {
        (
            part.payment.recorded_at,
            part.payment.reverses.is_some(),
            part.payment_id,
        )
    });
    let (credits, payments): (Vec<_>, Vec<_>) =
        paid.into_iter().partition(|part| part.payment.sets_off.is_some());
    let set_offs = set_offs(reader, id, credits).await?;
    let standing = set_offs.iter().filter(|part| part.taken_back.is_none());
    let standing = standing.map(|part| part.amount).collect();
    let sum = |amounts: Vec<Money>| Money::sum(currency, amounts).map_err(Refusal::from);
    Ok(Set {
        paid: sum(payments.iter().map(|part| part.amount).collect())?,
        set_off: sum(standing)?,
        payments,
        set_offs,
    })
}

async fn parts(
    reader: &Reader<'_>,
    id: InvoiceId,
    currency: Currency,
) -> Result<Vec<InvoicePayment>, AnswerError> {
    let mut amounts: BTreeMap<PaymentId, i64> = BTreeMap::new();
    for part in reader.by_column::<Allocation>("r.invoice_id", vec![id.0]).await? {
        *amounts.entry(part.record.payment_id).or_default() += part.record.amount.minor;
    }
    let ids: Vec<Uuid> = amounts.keys().map(|payment| payment.0).collect();
    let reversed = payments::reversed(reader, ids.clone()).await?;
    let found = reader.by_ids::<Payment>(ids).await?.into_values();
    let parts = found.map(|found| {
        let payment_id = PaymentId(found.id);
        let minor = amounts.get(&payment_id).copied().unwrap_or_default();
        InvoicePayment {
            payment_id,
            payment: found.record,
            amount: Money::new(minor, currency),
            reversed: reversed.contains(&payment_id),
        }
    });
    Ok(parts.collect())
}

/// Each set-off with the other side of it: of an invoice the credit note, of a credit note the invoices. Of one that
/// was taken back, how.
async fn set_offs(
    reader: &Reader<'_>,
    id: InvoiceId,
    parts: Vec<InvoicePayment>,
) -> Result<Vec<SetOff>, AnswerError> {
    let (reversals, parts): (Vec<_>, Vec<_>) = parts
        .into_iter()
        .partition(|part| part.payment.reverses.is_some());
    let taken_back: BTreeMap<PaymentId, Payment> = reversals
        .into_iter()
        .filter_map(|part| Some((part.payment.reverses?, part.payment)))
        .collect();
    let ids: Vec<Uuid> = parts.iter().map(|part| part.payment_id.0).collect();
    let allocated = payments::allocated(reader, &ids).await?;
    let mut set_offs = Vec::new();
    for part in parts {
        let one = |invoice_id, amount| SetOff {
            payment_id: part.payment_id,
            on: part.payment.received_on,
            invoice_id,
            number: String::new(),
            amount,
            taken_back: taken_back.get(&part.payment_id).map(|reversal| TakenBack {
                on: reversal.received_on,
                reason: reversal.reason.clone(),
                by: reversal.recorded_by.clone(),
            }),
        };
        match part.payment.sets_off {
            Some(note) if note != id => set_offs.push(one(note, part.amount)),
            _ => {
                let others = allocated.get(&part.payment_id).into_iter().flatten();
                let others = others.filter(|other| other.invoice_id != id);
                set_offs.extend(others.map(|other| one(other.invoice_id, other.amount)));
            }
        }
    }
    let others = set_offs.iter().map(|part| part.invoice_id.0).collect();
    let numbers = reader.texts(Kind::Invoice, "number_key", others).await?;
    for part in &mut set_offs {
        part.number = numbers.get(&part.invoice_id.0).cloned().unwrap_or_default();
    }
    Ok(set_offs)
}
