//! Jobs: work to be done once, leased in the database, so that several servers can share it and none is lost.

use folio_domain::ids::OrgId;
use jiff::Timestamp;
use sqlx::Row as _;
use uuid::Uuid;

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::{parse_id, placeholders};

/// A job to add.
#[derive(Clone, Debug)]
pub struct NewJob {
    /// The organisation.
    pub org_id: OrgId,
    /// What kind of work.
    pub kind: String,
    /// What keeps it from being there twice.
    pub unique_key: String,
    /// What the work needs, as JSON.
    pub payload: String,
}

/// A leased job.
#[derive(Clone, Debug)]
pub struct Job {
    /// Its id.
    pub job_id: Uuid,
    /// The organisation.
    pub org_id: OrgId,
    /// What kind of work.
    pub kind: String,
    /// What keeps it from being there twice.
    pub unique_key: String,
    /// What the work needs, as JSON.
    pub payload: String,
    /// How often it was begun, this time included.
    pub attempts: i64,
}

/// Adds a job, to run at once, unless it is there already.
///
/// # Errors
/// When the database breaks.
pub async fn enqueue_in(db: &mut Writer, job: &NewJob, now: Timestamp) -> Result<(), StoreError> {
    let job_id = Uuid::new_v5(
        &job.org_id.0,
        format!("job/{}/{}", job.kind, job.unique_key).as_bytes(),
    );
    sqlx::query(
        "INSERT INTO job (job_id, org_id, kind, unique_key, payload, run_at, lease_until, attempts, last_error, done_at) \
         VALUES ($1, $2, $3, $4, $5, $6, 0, 0, '', NULL) ON CONFLICT DO NOTHING",
    )
    .bind(job_id.to_string())
    .bind(job.org_id.to_string())
    .bind(job.kind.clone())
    .bind(job.unique_key.clone())
    .bind(job.payload.clone())
    .bind(now.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

impl Store {
    /// Leases the next job of one of `kinds` that is due, for `lease_ms`. A lease that runs out frees it again.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn lease_job(
        &self,
        kinds: &[&str],
        now: Timestamp,
        lease_ms: i64,
    ) -> Result<Option<Job>, StoreError> {
        let mut transaction = self.begin().await?;
        let skip = if self.is_postgres() {
            " FOR UPDATE SKIP LOCKED"
        } else {
            ""
        };
        let sql = format!(
            "UPDATE job SET lease_until = $1, attempts = attempts + 1 WHERE job_id = (\
               SELECT job_id FROM job WHERE done_at IS NULL AND run_at <= $2 AND lease_until <= $2 AND kind IN ({}) \
               ORDER BY run_at, job_id LIMIT 1{skip}) \
             RETURNING job_id, org_id, kind, unique_key, payload, attempts",
            placeholders(3, kinds.len())
        );
        let mut query = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(now.as_millisecond() + lease_ms)
            .bind(now.as_millisecond());
        for kind in kinds {
            query = query.bind((*kind).to_owned());
        }
        let row = query.fetch_optional(&mut *transaction).await?;
        let job = row.map(|row| from_sql(&row)).transpose()?;
        transaction.commit().await?;
        Ok(job)
    }

    /// Notes that a job is done.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn finish_job(&self, job_id: Uuid, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE job SET done_at = $2, last_error = '' WHERE job_id = $1")
            .bind(job_id.to_string())
            .bind(now.as_millisecond())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Notes that a job failed and when it is tried again.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn fail_job(&self, job_id: Uuid, error: &str, run_at: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE job SET lease_until = 0, last_error = $2, run_at = $3 WHERE job_id = $1")
            .bind(job_id.to_string())
            .bind(error.to_owned())
            .bind(run_at.as_millisecond())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }

    /// When the next job is due; none when there is none.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn next_job_at(&self) -> Result<Option<Timestamp>, StoreError> {
        let sql = "SELECT MIN(CASE WHEN lease_until > run_at THEN lease_until ELSE run_at END) FROM job \
                   WHERE done_at IS NULL";
        let row = sqlx::query(sql).fetch_one(self.reader()).await?;
        row.try_get::<Option<i64>, _>(0)?
            .map(super::principals::timestamp)
            .transpose()
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<Job, StoreError> {
    Ok(Job {
        job_id: parse_id(row.try_get(0)?)?,
        org_id: OrgId(parse_id(row.try_get(1)?)?),
        kind: row.try_get(2)?,
        unique_key: row.try_get(3)?,
        payload: row.try_get(4)?,
        attempts: row.try_get(5)?,
    })
}
