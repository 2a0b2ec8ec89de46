//! What the server's upkeep asks of its own tables.

use folio_domain::ids::OrgId;
use jiff::Timestamp;
use sqlx::Row as _;

use crate::database::{Store, Writer};
use crate::error::StoreError;

/// Whether a family has a refresh token that was not used yet: it was neither signed out nor ended.
///
/// # Errors
/// When the database breaks.
pub async fn family_lives_in(db: &mut Writer, family: &str) -> Result<bool, StoreError> {
    let found = sqlx::query(
        "SELECT 1 FROM session_token WHERE family = $1 AND kind = 'refresh' AND used_at IS NULL LIMIT 1",
    )
    .bind(family.to_owned())
    .fetch_optional(db)
    .await?;
    Ok(found.is_some())
}

/// Closes a job that nobody has begun, with a word that says why. It stays there: its key is not taken a second time.
/// Gives whether there was one.
///
/// # Errors
/// When the database breaks.
pub async fn close_in(
    db: &mut Writer,
    org: OrgId,
    (kind, unique_key): (&str, &str),
    word: &str,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let closed = sqlx::query(
        "UPDATE job SET done_at = $4, last_error = $5 \
         WHERE org_id = $1 AND kind = $2 AND unique_key = $3 AND done_at IS NULL AND attempts = 0",
    )
    .bind(org.to_string())
    .bind(kind.to_owned())
    .bind(unique_key.to_owned())
    .bind(now.as_millisecond())
    .bind(word.to_owned())
    .execute(db)
    .await?;
    Ok(closed.rows_affected() > 0)
}

/// What the jobs of `kind` carry that nobody has begun, the first to run first.
///
/// # Errors
/// When the database breaks.
pub async fn waiting_jobs(store: &Store, org: OrgId, kind: &str) -> Result<Vec<String>, StoreError> {
    let rows = sqlx::query(
        "SELECT payload FROM job WHERE org_id = $1 AND kind = $2 AND done_at IS NULL AND attempts = 0 \
         ORDER BY run_at, job_id LIMIT 500",
    )
    .bind(org.to_string())
    .bind(kind.to_owned())
    .fetch_all(store.reader())
    .await?;
    rows.iter().map(|row| Ok(row.try_get(0)?)).collect()
}
