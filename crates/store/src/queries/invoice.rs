//! One invoice with all that happened to it.

use std::collections::BTreeMap;

use folio_domain::Money;
use folio_domain::ids::{InvoiceId, PaymentId, ThreadId};
use folio_domain::invoices::{Invoice, InvoicePdf, InvoiceStanding};
use folio_domain::payments::{Allocation, Payment};
use folio_domain::people::Delivery;
use folio_domain::records::Kind;
use folio_protocol::queries::{InvoiceDetail, InvoicePayment, InvoiceQuery, QueryName};
use uuid::Uuid;

use super::reader::{Reader, id_at};
use super::{AnswerError, Question, activity, payments};

impl Question for InvoiceQuery {
    const NAME: QueryName = QueryName::InvoiceQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<InvoiceDetail, AnswerError> {
        let id = self.invoice_id;
        let today = reader.today().await?;
        let invoice = reader.get::<Invoice>(id).await?.record;
        let standing = reader.get::<InvoiceStanding>(id).await?.record;
        let pdf = reader.find::<InvoicePdf>(id).await?.map(|found| found.record);
        let mut deliveries: Vec<Delivery> = reader
            .by_column::<Delivery>("r.invoice_id", vec![id.0])
            .await?
            .into_iter()
            .map(|found| found.record)
            .collect();
        deliveries.sort_by_key(|delivery| std::cmp::Reverse(delivery.at));
        Ok(InvoiceDetail {
            invoice_id: id,
            status: standing.status(),
            days_late: standing.days_late(today),
            pdf,
            payments: paid(reader, id, invoice.total).await?,
            deliveries,
            activity: activity::about(reader, id.0).await?,
            thread_id: thread(reader, id).await?,
            today,
            invoice,
            standing,
        })
    }
}

/// The payments and reversals set against an invoice, oldest first.
async fn paid(reader: &Reader<'_>, id: InvoiceId, total: Money) -> Result<Vec<InvoicePayment>, AnswerError> {
    let mut amounts: BTreeMap<PaymentId, i64> = BTreeMap::new();
    for part in reader.by_column::<Allocation>("r.invoice_id", vec![id.0]).await? {
        *amounts.entry(part.record.payment_id).or_default() += part.record.amount.minor;
    }
    let ids: Vec<Uuid> = amounts.keys().map(|payment| payment.0).collect();
    let reversed = payments::reversed(reader, ids.clone()).await?;
    let mut paid: Vec<InvoicePayment> = reader
        .by_ids::<Payment>(ids)
        .await?
        .into_values()
        .map(|found| {
            let payment_id = PaymentId(found.id);
            let minor = amounts.get(&payment_id).copied().unwrap_or_default();
            InvoicePayment {
                payment_id,
                payment: found.record,
                amount: Money::new(minor, total.currency),
                reversed: reversed.contains(&payment_id),
            }
        })
        .collect();
    paid.sort_by_key(|part| {
        (
            part.payment.recorded_at,
            part.payment.reverses.is_some(),
            part.payment_id,
        )
    });
    Ok(paid)
}

/// The first thread about an invoice.
async fn thread(reader: &Reader<'_>, id: InvoiceId) -> Result<Option<ThreadId>, AnswerError> {
    let statement = reader
        .select(Kind::Thread, "r.id", "")
        .when("r.subject_id", Some(id.0))
        .push(" ORDER BY r.id LIMIT 1");
    let rows = reader.rows(statement).await?;
    rows.first().map(|row| Ok(ThreadId(id_at(row, 0)?))).transpose()
}
