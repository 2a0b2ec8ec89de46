//! A month's figures, and what is open before it can be closed.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::clients::Client;
use folio_domain::ids::ClientId;
use folio_domain::invoices::{InvoiceStatus, Origin, Series, series_id};
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_domain::refusals::{Reason, Refusal};
use folio_domain::{Currency, Money, MoneyError};
use folio_protocol::queries::{MonthCheck, MonthCheckKind, MonthQuery, MonthSummary, MonthTotals, QueryName};
use jiff::civil::Date;
use serde::Deserialize;
use sqlx::Row as _;
use uuid::Uuid;

use super::numbers::held_of;
use super::reader::{Found, Reader, id_at, parsed};
use super::statement::Statement;
use super::{AnswerError, Question, payments};

/// How many numbers or names a line of the checklist gives.
const EXAMPLES: usize = 5;

/// What the month needs of an invoice; the rest of its content stays unread.
#[derive(Deserialize)]
struct Billed {
    number: String,
    client_id: ClientId,
    origin: Origin,
    taxable_total: Money,
    tax_total: Money,
    total: Money,
}

impl Billed {
    /// Its place in the number series; none for an imported one.
    fn sequence(&self) -> Option<i64> {
        match self.origin {
            Origin::Issued { sequence, .. } => Some(sequence),
            Origin::Imported { .. } => None,
        }
    }
}

/// An invoice of the month, with what has become of it.
struct Entry {
    billed: Billed,
    unsent: bool,
    pdf_missing: bool,
}

impl Question for MonthQuery {
    const NAME: QueryName = QueryName::MonthQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<MonthSummary, AnswerError> {
        let from = Date::new(self.year, self.month, 1)
            .map_err(|_no_such_month| Refusal::field(Reason::OutOfRange, "month"))?;
        let to = from.last_of_month();
        let entries = entries(reader, from, to).await?;
        let received = received(reader, from, to).await?;
        let checks = vec![
            unallocated(reader, &received).await?,
            gaps(reader, from, &entries).await?,
            numbers(MonthCheckKind::UnsentInvoices, &entries, |entry| entry.unsent),
            numbers(MonthCheckKind::PdfsMissing, &entries, |entry| entry.pdf_missing),
            without_tax_id(reader, &entries).await?,
        ];
        Ok(MonthSummary {
            from,
            to,
            totals: totals(&entries, &received).map_err(Refusal::from)?,
            checks,
        })
    }
}

async fn entries(reader: &Reader<'_>, from: Date, to: Date) -> Result<Vec<Entry>, AnswerError> {
    let joins = reader.join("LEFT JOIN", Kind::InvoiceStanding, "s", "s.id = r.id")
        + &reader.join("LEFT JOIN", Kind::InvoicePdf, "p", "p.id = r.id");
    let statement = reader
        .select(Kind::Invoice, "r.id, r.body, s.status, p.id", &joins)
        .push(" AND r.issue_date >= ")
        .bind(from)
        .push(" AND r.issue_date <= ")
        .bind(to)
        .push(" ORDER BY r.issue_date, r.id");
    let rows = reader.rows(statement).await?;
    let mut entries = rows
        .iter()
        .map(|row| {
            let billed: Billed = parsed(id_at(row, 0)?, row.try_get(1)?)?;
            let issued = matches!(billed.origin, Origin::Issued { .. });
            let status: Option<&str> = row.try_get(2)?;
            let pdf: Option<&str> = row.try_get(3)?;
            Ok(Entry {
                unsent: status == Some(InvoiceStatus::Issued.as_str()),
                // The paper of an imported invoice is the other tool's.
                pdf_missing: issued && pdf.is_none(),
                billed,
            })
        })
        .collect::<Result<Vec<_>, AnswerError>>()?;
    entries.sort_by_key(|entry| entry.billed.sequence());
    Ok(entries)
}

async fn received(reader: &Reader<'_>, from: Date, to: Date) -> Result<Vec<Found<Payment>>, AnswerError> {
    let statement = reader
        .records::<Payment>()
        .push(" AND r.received_on >= ")
        .bind(from)
        .push(" AND r.received_on <= ")
        .bind(to)
        .push(" ORDER BY r.received_on, r.id");
    reader.load(statement).await
}

fn totals(entries: &[Entry], received: &[Found<Payment>]) -> Result<Vec<MonthTotals>, MoneyError> {
    let mut sums: BTreeMap<Currency, MonthTotals> = BTreeMap::new();
    for Entry { billed, .. } in entries {
        let sum = sums
            .entry(billed.total.currency)
            .or_insert_with(|| nothing(billed.total.currency));
        sum.invoices += 1;
        sum.taxable_total = sum.taxable_total.plus(billed.taxable_total)?;
        sum.tax_total = sum.tax_total.plus(billed.tax_total)?;
        sum.total = sum.total.plus(billed.total)?;
    }
    for Found { record: payment, .. } in received {
        let sum = sums
            .entry(payment.amount.currency)
            .or_insert_with(|| nothing(payment.amount.currency));
        sum.payments += 1;
        sum.received = sum.received.plus(payment.amount)?;
    }
    Ok(sums.into_values().collect())
}

fn nothing(currency: Currency) -> MonthTotals {
    let zero = Money::zero(currency);
    MonthTotals {
        currency,
        invoices: 0,
        taxable_total: zero,
        tax_total: zero,
        total: zero,
        payments: 0,
        received: zero,
    }
}

fn check(kind: MonthCheckKind, found: impl IntoIterator<Item = String>) -> MonthCheck {
    let mut found = found.into_iter();
    let examples: Vec<String> = found.by_ref().take(EXAMPLES).collect();
    let count = examples.len() + found.count();
    MonthCheck {
        kind,
        count: u32::try_from(count).unwrap_or(u32::MAX),
        examples,
    }
}

fn numbers(kind: MonthCheckKind, entries: &[Entry], fits: impl Fn(&Entry) -> bool) -> MonthCheck {
    check(
        kind,
        entries
            .iter()
            .filter(|entry| fits(entry))
            .map(|entry| entry.billed.number.clone()),
    )
}

/// The payments of the month that stand and are not wholly set against invoices, by the names of who paid.
async fn unallocated(reader: &Reader<'_>, received: &[Found<Payment>]) -> Result<MonthCheck, AnswerError> {
    let ids: Vec<Uuid> = received.iter().map(|payment| payment.id).collect();
    let parts = payments::allocated(reader, &ids).await?;
    let reversed = payments::reversed(reader, ids).await?;
    let names = reader
        .names(
            received
                .iter()
                .map(|payment| Some(payment.record.client_id))
                .collect(),
        )
        .await?;
    let loose = received.iter().filter(|payment| {
        let id = payment.id.into();
        let set = parts.get(&id).map_or(&[][..], Vec::as_slice);
        payment.record.reverses.is_none()
            && !reversed.contains(&id)
            && payments::unallocated(&payment.record, set).minor != 0
    });
    Ok(check(
        MonthCheckKind::UnallocatedPayments,
        loose.map(|payment| names.of(Some(payment.record.client_id))),
    ))
}

/// The numbers that no invoice has, between the last one before those of the month and the last one of the month.
async fn gaps(reader: &Reader<'_>, from: Date, entries: &[Entry]) -> Result<MonthCheck, AnswerError> {
    let kind = MonthCheckKind::NumberGaps;
    let used = || entries.iter().filter_map(|entry| entry.billed.sequence());
    let (Some(lowest), Some(highest)) = (used().min(), used().max()) else {
        return Ok(check(kind, []));
    };
    let series = reader
        .find::<Series>(series_id(reader.org_id()))
        .await?
        .map(|found| found.record);
    // A series that begins again each year uses its numbers again: only those of this year count.
    let yearly = series.as_ref().is_some_and(|series| series.restarts_yearly);
    let issued = || {
        let issued = reader
            .select(Kind::Invoice, "r.sequence", "")
            .push(" AND r.source = 'issued'");
        if !yearly {
            return issued;
        }
        let (begin, end) = (
            format!("{:04}-01-01", from.year()),
            format!("{:04}-12-31", from.year()),
        );
        issued
            .push(" AND r.issue_date >= ")
            .bind(begin)
            .push(" AND r.issue_date <= ")
            .bind(end)
    };
    let before = issued()
        .push(" AND r.sequence < ")
        .bind(lowest)
        .push(" ORDER BY r.sequence DESC LIMIT 1");
    let before = sequences(reader, before).await?.pop_last();
    let first = before.map_or(lowest, |last| last + 1);
    let between = issued()
        .push(" AND r.sequence >= ")
        .bind(first)
        .push(" AND r.sequence <= ")
        .bind(highest);
    let taken = sequences(reader, between).await?;
    let missing = (first..=highest).filter(|number| !taken.contains(number));
    let missing: Vec<String> = missing
        .map(|number| written(series.as_ref(), from.year(), number))
        .collect();
    // A number that an imported invoice holds is passed over, and missing nowhere.
    let held = held_of(reader, &missing).await?;
    Ok(check(
        kind,
        missing.into_iter().filter(|number| !held.contains(number)),
    ))
}

async fn sequences(reader: &Reader<'_>, statement: Statement) -> Result<BTreeSet<i64>, AnswerError> {
    let rows = reader.rows(statement).await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get::<i64, _>(0))
        .collect::<Result<_, _>>()?)
}

/// `number` as the series writes it.
fn written(series: Option<&Series>, year: i16, number: i64) -> String {
    series
        .and_then(|series| series.text(year, number).ok())
        .unwrap_or_else(|| number.to_string())
}

async fn without_tax_id(reader: &Reader<'_>, entries: &[Entry]) -> Result<MonthCheck, AnswerError> {
    let clients = reader
        .by_ids::<Client>(entries.iter().map(|entry| entry.billed.client_id.0).collect())
        .await?;
    let without = clients
        .into_values()
        .filter(|client| client.record.tax_id.is_empty());
    Ok(check(
        MonthCheckKind::ClientsWithoutTaxId,
        without.map(|client| client.record.name),
    ))
}
