//! Lists of payments.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::Money;
use folio_domain::ids::PaymentId;
use folio_domain::payments::{Allocation, Payment};
use folio_domain::records::Kind;
use folio_protocol::queries::{PaidInvoice, PaymentPage, PaymentRow, PaymentsQuery, QueryName};
use uuid::Uuid;

use super::cursor::{cut, decode, one_more, page_size};
use super::reader::{Found, Reader, id_at};
use super::statement::Statement;
use super::{AnswerError, Question};

/// The most rows of a page.
const PAGE_MAX: u32 = 500;

impl Question for PaymentsQuery {
    const NAME: QueryName = QueryName::PaymentsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<PaymentPage, AnswerError> {
        let size = page_size(self.limit, PAGE_MAX);
        let client = reader.client(self.client_id).map(|client| client.0);
        // No money came with a set-off.
        let statement = reader
            .records::<Payment>()
            .when("r.client_id", client)
            .push(" AND r.sets_off_id IS NULL");
        let (found, next) = newest_first(reader, statement, self.after.as_deref(), size).await?;
        Ok(PaymentPage {
            rows: rows(reader, found).await?,
            next,
        })
    }
}

/// A page of the payments that `statement` asks for, the newest day first, and where the next begins.
pub(super) async fn newest_first(
    reader: &Reader<'_>,
    mut statement: Statement,
    after: Option<&str>,
    size: usize,
) -> Result<(Vec<Found<Payment>>, Option<String>), AnswerError> {
    if let Some(after) = after {
        let [date, id] = decode::<2>(after)?;
        statement = statement
            .push(" AND r.received_on <= ")
            .bind(date.as_str())
            .push(" AND (r.received_on < ")
            .bind(date.as_str())
            .push(" OR r.id < ")
            .bind(id)
            .push(")");
    }
    let statement = statement
        .push(" ORDER BY r.received_on DESC, r.id DESC LIMIT ")
        .bind(one_more(size));
    let found = reader.load::<Payment>(statement).await?;
    Ok(cut(found, size, |payment| {
        vec![payment.record.received_on.to_string(), payment.id.to_string()]
    }))
}

async fn rows(reader: &Reader<'_>, found: Vec<Found<Payment>>) -> Result<Vec<PaymentRow>, AnswerError> {
    let ids: Vec<Uuid> = found.iter().map(|payment| payment.id).collect();
    let mut parts = allocated(reader, &ids).await?;
    let invoices = parts.values().flatten().map(|part| part.invoice_id.0);
    let numbers = reader
        .texts(Kind::Invoice, "number_key", invoices.collect())
        .await?;
    let reversed = reversed(reader, ids).await?;
    let names = reader
        .names(
            found
                .iter()
                .map(|payment| Some(payment.record.client_id))
                .collect(),
        )
        .await?;
    let rows = found.into_iter().map(|payment| {
        let payment_id = PaymentId(payment.id);
        let parts = parts.remove(&payment_id).unwrap_or_default();
        PaymentRow {
            payment_id,
            client_name: names.of(Some(payment.record.client_id)),
            unallocated: unallocated(&payment.record, &parts),
            reversed: reversed.contains(&payment_id),
            paid: parts
                .into_iter()
                .map(|part| PaidInvoice {
                    invoice_id: part.invoice_id,
                    number: numbers.get(&part.invoice_id.0).cloned().unwrap_or_default(),
                    amount: part.amount,
                })
                .collect(),
            payment: payment.record,
        }
    });
    Ok(rows.collect())
}

/// The allocations of these payments.
pub(super) async fn allocated(
    reader: &Reader<'_>,
    payments: &[Uuid],
) -> Result<BTreeMap<PaymentId, Vec<Allocation>>, AnswerError> {
    let mut parts: BTreeMap<PaymentId, Vec<Allocation>> = BTreeMap::new();
    for found in reader
        .by_column::<Allocation>("r.payment_id", payments.to_vec())
        .await?
    {
        parts
            .entry(found.record.payment_id)
            .or_default()
            .push(found.record);
    }
    Ok(parts)
}

/// What of `payment` is set against no invoice.
pub(super) fn unallocated(payment: &Payment, parts: &[Allocation]) -> Money {
    let set: i64 = parts.iter().map(|part| part.amount.minor).sum();
    Money::new(payment.amount.minor - set, payment.amount.currency)
}

/// Those of these payments that were reversed.
pub(super) async fn reversed(
    reader: &Reader<'_>,
    payments: Vec<Uuid>,
) -> Result<BTreeSet<PaymentId>, AnswerError> {
    let statement = |part| {
        reader
            .select(Kind::Payment, "r.reverses_id", "")
            .among("r.reverses_id", part)
    };
    let rows = reader.chunked(payments, statement).await?;
    rows.iter().map(|row| Ok(PaymentId(id_at(row, 0)?))).collect()
}
