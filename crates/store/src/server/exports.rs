//! What leaves in bulk, or is compared in bulk with what comes.

use std::collections::BTreeSet;

use folio_domain::ids::OrgId;
use folio_domain::records::{Kind, Row};
use jiff::civil::Date;
use sqlx::{AssertSqlSafe, Row as _};

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
