//! What leaves in bulk, or is compared in bulk with what comes.

use std::collections::BTreeSet;

use folio_domain::ids::OrgId;
use folio_domain::payments::Payment;
use folio_domain::records::{Kind, Row};
use jiff::civil::Date;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use crate::database::Store;
use crate::error::StoreError;
use crate::rows;
use crate::scope::Scope;

/// The numbers of invoices that do not come from the tool `source`.
///
/// # Errors
/// When the database breaks.
pub async fn numbers_not_from(
    store: &Store,
    org: OrgId,
    source: &str,
) -> Result<BTreeSet<String>, StoreError> {
    let rows = sqlx::query("SELECT number_key FROM invoice WHERE org_id = $1 AND source <> $2")
        .bind(org.to_string())
        .bind(source.to_owned())
        .fetch_all(store.reader())
        .await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}

/// The payments that imports from the tool `source` brought, and what each of them sets against an invoice: the
/// invoice's number and minor units.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn payments_from(
    store: &Store,
    org: OrgId,
    source: &str,
) -> Result<(BTreeSet<Uuid>, Vec<(String, i64)>), StoreError> {
    let mut transaction = store.begin_read().await?;
    let rows = sqlx::query("SELECT id, body FROM payment WHERE org_id = $1")
        .bind(org.to_string())
        .fetch_all(&mut *transaction)
        .await?;
    let mut payments = BTreeSet::new();
    for row in &rows {
        let payment: Payment =
            serde_json::from_str(row.try_get(1)?).map_err(|error| StoreError::corrupt("payment", error))?;
        if payment.source.as_deref() == Some(source) {
            payments.insert(rows::parse_id(row.try_get(0)?)?);
        }
    }
    let rows = sqlx::query(
        "SELECT a.payment_id, i.number_key, a.amount FROM allocation AS a \
         JOIN invoice AS i ON i.org_id = a.org_id AND i.id = a.invoice_id \
         WHERE a.org_id = $1 AND i.source = $2",
    )
    .bind(org.to_string())
    .bind(source.to_owned())
    .fetch_all(&mut *transaction)
    .await?;
    let mut allocated = Vec::new();
    for row in &rows {
        if payments.contains(&rows::parse_id(row.try_get(0)?)?) {
            allocated.push((row.try_get(1)?, row.try_get(2)?));
        }
    }
    Ok((payments, allocated))
}

/// The invoices with an issue date, and the payments received, from `from` to `until`, both included, that `scope`
/// shows; each kind by date and id.
///
/// # Errors
/// When the database breaks.
pub async fn of_days(
    store: &Store,
    scope: &Scope,
    from: Date,
    until: Date,
) -> Result<(Vec<Row>, Vec<Row>), StoreError> {
    let invoices = between(store, scope, Kind::Invoice, "issue_date", from, until).await?;
    let payments = between(store, scope, Kind::Payment, "received_on", from, until).await?;
    Ok((invoices, payments))
}

async fn between(
    store: &Store,
    scope: &Scope,
    kind: Kind,
    column: &str,
    from: Date,
    until: Date,
) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT {} FROM {} AS r WHERE r.org_id = $1 AND r.{column} >= $2 AND r.{column} <= $3 AND {} \
         ORDER BY r.{column}, r.id",
        rows::selection("r"),
        kind.table(),
        scope.visible(kind, "r"),
    );
    let found = sqlx::query(AssertSqlSafe(sql))
        .bind(scope.org_id.to_string())
        .bind(from.to_string())
        .bind(until.to_string())
        .fetch_all(store.reader())
        .await?;
    found.iter().map(|row| rows::from_sql(kind, row)).collect()
}

/// The records of one kind, a page of `limit` after `after`: for checks over everything.
///
/// # Errors
/// When the database breaks.
pub async fn all_of(
    store: &Store,
    org: OrgId,
    kind: Kind,
    after: &str,
    limit: u32,
) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT {} FROM {} AS r WHERE r.org_id = $1 AND r.id > $2 ORDER BY r.id LIMIT {limit}",
        rows::selection("r"),
        kind.table(),
    );
    let found = sqlx::query(AssertSqlSafe(sql))
        .bind(org.to_string())
        .bind(after.to_owned())
        .fetch_all(store.reader())
        .await?;
    found.iter().map(|row| rows::from_sql(kind, row)).collect()
}
