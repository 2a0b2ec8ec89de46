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

/// Removes jobs that were done before `done_before`, and links that expired before `expired_before`.
///
/// # Errors
/// When the database breaks.
pub async fn sweep_in(
    db: &mut Writer,
    done_before: Timestamp,
    expired_before: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM job WHERE done_at < $1")
        .bind(done_before.as_millisecond())
        .execute(&mut *db)
        .await?;
    sqlx::query("DELETE FROM link WHERE expires_at < $1")
        .bind(expired_before.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::server::jobs::{NewJob, enqueue_in};
    use crate::server::links::{Link, insert_in};
    use crate::testing::{NOW, sqlite};

    fn job() -> NewJob {
        NewJob {
            org_id: OrgId(uuid::Uuid::from_u128(1)),
            kind: "render_invoice".to_owned(),
            unique_key: "one".to_owned(),
            payload: "{}".to_owned(),
        }
    }

    #[tokio::test]
    async fn what_is_long_over_is_removed() {
        let database = sqlite().await.unwrap();
        let store = &database.store;
        let link = Link {
            token_hash: "hash".to_owned(),
            org_id: job().org_id,
            purpose: "invoice".to_owned(),
            about_id: String::new(),
            payload: String::new(),
            single_use: false,
            expires_at: NOW,
            used_at: None,
            revoked_at: None,
        };
        let mut transaction = store.begin().await.unwrap();
        enqueue_in(&mut transaction, &job(), NOW).await.unwrap();
        insert_in(&mut transaction, &link).await.unwrap();
        transaction.commit().await.unwrap();
        let leased = store
            .lease_job(&["render_invoice"], NOW, 1)
            .await
            .unwrap()
            .unwrap();
        store.finish_job(leased.job_id, NOW).await.unwrap();

        for (before, is_there) in [(NOW, true), (NOW + SignedDuration::from_secs(1), false)] {
            let mut transaction = store.begin().await.unwrap();
            sweep_in(&mut transaction, before, before).await.unwrap();
            enqueue_in(&mut transaction, &job(), NOW).await.unwrap();
            transaction.commit().await.unwrap();
            assert_eq!(store.link("hash").await.unwrap().is_some(), is_there);
            assert_eq!(store.next_job_at().await.unwrap().is_none(), is_there);
        }
        let mut transaction = store.begin().await.unwrap();
        let later = NOW + SignedDuration::from_hours(1);
        sweep_in(&mut transaction, later, later).await.unwrap();
        transaction.commit().await.unwrap();
        assert!(store.next_job_at().await.unwrap().is_some(), "it is not done yet");
    }
}
