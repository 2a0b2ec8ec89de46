//! Lists of invoices.

use std::collections::BTreeMap;

use folio_domain::ids::{ClientId, InvoiceId};
use folio_domain::invoices::{InvoiceStanding, InvoiceStatus};
use folio_domain::records::Kind;
use folio_protocol::queries::{InvoiceFilter, InvoicePage, InvoiceRow, InvoicesQuery, QueryName};
use jiff::civil::Date;
use sqlx::Row as _;
use uuid::Uuid;

use super::cursor::{cut, decode, one_more, page_size, rows_max};
use super::reader::{Reader, id_at, parsed};
use super::statement::Statement;
use super::words::Words;
use super::{AnswerError, Question};
use crate::StoreError;

/// The most rows of a page.
const PAGE_MAX: u32 = 500;

impl Question for InvoicesQuery {
    const NAME: QueryName = QueryName::InvoicesQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<InvoicePage, AnswerError> {
        let today = reader.today().await?;
        let client = reader.client(self.client_id);
        let count = reader
            .number(fitting(reader, self.filter, "COUNT(*)", client, today))
            .await?;
        let size = page_size(self.limit, PAGE_MAX);
        let mut statement = fitting(reader, self.filter, "r.id, r.issue_date", client, today);
        if let Some(words) = self.search.as_deref().and_then(Words::parse) {
            statement = words
                .ranked(reader, Kind::Invoice)
                .await?
                .restrict(statement, "r.id");
        }
        if let Some(after) = &self.after {
            let [date, id] = decode::<2>(after)?;
            statement = statement
                .push(" AND r.issue_date <= ")
                .bind(date.as_str())
                .push(" AND (r.issue_date < ")
                .bind(date.as_str())
                .push(" OR r.id < ")
                .bind(id)
                .push(")");
        }
        let statement = statement
            .push(" ORDER BY r.issue_date DESC, r.id DESC LIMIT ")
            .bind(one_more(size));
        let found = reader.rows(statement).await?;
        let keys = found
            .iter()
            .map(|row| Ok((id_at(row, 0)?, row.try_get::<String, _>(1)?)))
            .collect::<Result<Vec<_>, AnswerError>>()?;
        let (keys, next) = cut(keys, size, |(id, date)| vec![date.clone(), id.to_string()]);
        let ids: Vec<Uuid> = keys.into_iter().map(|(id, _)| id).collect();
        Ok(InvoicePage {
            rows: rows(reader, &ids, today).await?,
            next,
            count,
        })
    }
}

/// `columns` of the invoices that fit `filter`: a table `r` with their ids and dates. For someone who sees every
/// client an index alone can count them, and give them in the order of their dates.
fn fitting(
    reader: &Reader<'_>,
    filter: InvoiceFilter,
    columns: &str,
    client: Option<ClientId>,
    today: Date,
) -> Statement {
    let kind = match filter {
        InvoiceFilter::All | InvoiceFilter::CreditNotes => Kind::Invoice,
        _ => Kind::InvoiceStanding,
    };
    let statement = reader
        .select(kind, columns, "")
        .when("r.client_id", client.map(|client| client.0));
    match filter {
        InvoiceFilter::All => statement,
        InvoiceFilter::CreditNotes => statement.push(" AND r.credits_id IS NOT NULL"),
        // What gives back is due on no day.
        InvoiceFilter::Open => statement.push(" AND r.open = 1 AND r.due_date IS NOT NULL"),
        InvoiceFilter::Overdue => statement.push(" AND r.open = 1 AND r.due_date < ").bind(today),
        InvoiceFilter::Paid => statement
            .push(" AND r.open = 0 AND r.due_date IS NOT NULL AND r.status = ")
            .bind(InvoiceStatus::Paid.as_str()),
        InvoiceFilter::Unsent => statement
            .push(" AND r.open = 1 AND r.status = ")
            .bind(InvoiceStatus::Issued.as_str()),
    }
}

/// The rows of the invoices with these ids, in their order, as far as the asker may see them.
pub(super) async fn rows(
    reader: &Reader<'_>,
    ids: &[Uuid],
    today: Date,
) -> Result<Vec<InvoiceRow>, AnswerError> {
    let standings = reader.join("JOIN", Kind::InvoiceStanding, "s", "s.id = r.id");
    let columns = "r.id, r.client_id, r.number_key, r.issue_date, s.body, r.credits_id";
    let statement = |part| {
        reader
            .select(Kind::Invoice, columns, &standings)
            .among("r.id", part)
    };
    let mut found = BTreeMap::new();
    for row in reader.chunked(ids.to_vec(), statement).await? {
        let id = id_at(&row, 0)?;
        let standing: InvoiceStanding = parsed(id, row.try_get(4)?)?;
        let issue_date: Date = row
            .try_get::<&str, _>(3)?
            .parse()
            .map_err(|error: jiff::Error| StoreError::corrupt(id, error))?;
        let row = InvoiceRow {
            invoice_id: InvoiceId(id),
            number: row.try_get(2)?,
            client_id: standing.client_id,
            client_name: String::new(),
            issue_date,
            due_date: standing.due_date,
            total: standing.total,
            amount_due: standing.amount_due,
            status: standing.status(),
            days_late: standing.days_late(today),
            credit_left: row
                .try_get::<Option<&str>, _>(5)?
                .map(|_credited| standing.amount_due.negated()),
        };
        found.insert(id, row);
    }
    let names = reader
        .names(found.values().map(|row| Some(row.client_id)).collect())
        .await?;
    let mut rows: Vec<InvoiceRow> = ids.iter().filter_map(|id| found.remove(id)).collect();
    for row in &mut rows {
        row.client_name = names.of(Some(row.client_id));
    }
    Ok(rows)
}

/// How invoices stand.
#[derive(Clone, Copy)]
pub(super) enum Standing {
    /// Something is left to pay.
    Asks,
    /// Something is left to give back.
    GivesBack,
    /// Neither.
    Settled,
}

/// The ids of at most `limit` invoices of the asker's own client (or of all that may be seen) that stand so, in this
/// order of their standings `r`.
pub(super) async fn standing_ids(
    reader: &Reader<'_>,
    which: Standing,
    order: &str,
    limit: usize,
) -> Result<Vec<Uuid>, AnswerError> {
    let statement = reader
        .select(Kind::InvoiceStanding, "r.id", "")
        .when("r.client_id", reader.client(None).map(|client| client.0))
        .push(match which {
            Standing::Asks => " AND r.open = 1 AND r.due_date IS NOT NULL",
            Standing::GivesBack => " AND r.open = 1 AND r.due_date IS NULL",
            Standing::Settled => " AND r.open = 0",
        })
        .push(&format!(" ORDER BY {order} LIMIT "))
        .bind(rows_max(limit));
    reader
        .rows(statement)
        .await?
        .iter()
        .map(|row| id_at(row, 0))
        .collect()
}
