//! A month's figures, and what is open before it can be closed.

mod checks;
mod gaps;

use std::collections::BTreeMap;

use folio_domain::ids::{ClientId, InvoiceId};
use folio_domain::invoices::{Credited, InvoiceStatus, Origin};
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_domain::refusals::{Reason, Refusal};
use folio_domain::{Currency, Money, MoneyError};
use folio_protocol::queries::{MonthQuery, MonthSummary, MonthTotals, QueryName};
use jiff::civil::Date;
use serde::Deserialize;
use sqlx::Row as _;

use super::reader::{Found, Reader, id_at, parsed};
use super::{AnswerError, Question};

/// What the month needs of an invoice; the rest of its content stays unread.
#[derive(Deserialize)]
struct Billed {
    number: String,
    client_id: ClientId,
    origin: Origin,
    taxable_total: Money,
    tax_total: Money,
    total: Money,
    #[serde(default)]
    credits: Option<Credited>,
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
    id: InvoiceId,
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
        let checks = checks::all(reader, from, &entries, &received).await?;
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
            let id = id_at(row, 0)?;
            let billed: Billed = parsed(id, row.try_get(1)?)?;
            let issued = matches!(billed.origin, Origin::Issued { .. });
            let status: Option<&str> = row.try_get(2)?;
            let pdf: Option<&str> = row.try_get(3)?;
            Ok(Entry {
                id: InvoiceId(id),
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
        // No money came with a set-off.
        .push(" AND r.sets_off_id IS NULL AND r.received_on >= ")
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
        if billed.credits.is_some() {
            sum.credit_notes += 1;
        } else {
            sum.invoices += 1;
        }
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
        credit_notes: 0,
        taxable_total: zero,
        tax_total: zero,
        total: zero,
        payments: 0,
        received: zero,
    }
}
