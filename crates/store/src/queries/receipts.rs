//! The receipt of a payment.

use folio_domain::clients::Client;
use folio_domain::ids::PaymentId;
use folio_domain::invoices::{Invoice, buyer, seller};
use folio_domain::payments::{Allocation, Payment};
use folio_domain::receipts::{Receipt, ReceiptPart, unallocated};
use folio_domain::refusals::Refusal;
use folio_protocol::queries::{QueryName, ReceiptQuery};

use super::reader::Reader;
use super::{AnswerError, Question, payments};

impl Question for ReceiptQuery {
    const NAME: QueryName = QueryName::ReceiptQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<Receipt, AnswerError> {
        reader.must_see_whole_clients()?;
        let asked = reader.get::<Payment>(self.payment_id).await?;
        let payment_id = asked.record.reverses.unwrap_or(self.payment_id);
        let payment = if payment_id == self.payment_id {
            asked.record
        } else {
            reader.get::<Payment>(payment_id).await?.record
        };
        // Nothing was received.
        if payment.sets_off.is_some() || payment.is_refund() {
            return Err(Refusal::not_found().into());
        }
        let client = reader.get::<Client>(payment.client_id).await?.record;
        let organisation = reader.organisation().await?;
        let set = payments::allocated(reader, &[payment_id.0]).await?;
        let parts = parts(reader, set.into_values().flatten().collect()).await?;
        Ok(Receipt {
            payment_id,
            client_id: payment.client_id,
            language: client.language,
            seller: seller(&organisation),
            buyer: buyer(&client, None),
            received_on: payment.received_on,
            amount: payment.amount,
            method: payment.method,
            reference: payment.reference,
            unallocated: unallocated(payment.amount, &parts).map_err(Refusal::from)?,
            parts,
            reversed_on: reversed_on(reader, payment_id).await?,
        })
    }
}

/// The parts with their invoices, oldest first. One whose invoice the asker may not see leaves no receipt: it would
/// show a credit that is none.
async fn parts(reader: &Reader<'_>, set: Vec<Allocation>) -> Result<Vec<ReceiptPart>, AnswerError> {
    let ids = set.iter().map(|part| part.invoice_id.0).collect();
    let mut invoices = reader.by_ids::<Invoice>(ids).await?;
    let mut parts = Vec::with_capacity(set.len());
    for part in set {
        let invoice = invoices
            .remove(&part.invoice_id.0)
            .ok_or_else(Refusal::not_found)?
            .record;
        parts.push(ReceiptPart {
            invoice_id: part.invoice_id,
            number: invoice.number,
            issue_date: invoice.issue_date,
            total: invoice.total,
            amount: part.amount,
        });
    }
    parts.sort_by(|a, b| (a.issue_date, &a.number).cmp(&(b.issue_date, &b.number)));
    Ok(parts)
}

async fn reversed_on(
    reader: &Reader<'_>,
    payment: PaymentId,
) -> Result<Option<jiff::civil::Date>, AnswerError> {
    let reversals = reader
        .by_column::<Payment>("r.reverses_id", vec![payment.0])
        .await?;
    Ok(reversals.first().map(|reversal| reversal.record.received_on))
}
