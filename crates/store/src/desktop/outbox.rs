//! The outbox: every change that was made here, in order, until the server's rows show it.

use folio_domain::ids::MutationId;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row as _};

use crate::database::{Writer, number};
use crate::error::StoreError;
use crate::rows::parse_id;

/// Where a change stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutboxState {
    /// It has not reached the server.
    Waiting,
    /// The server has it; its rows have not come yet.
    Acknowledged,
    /// Its rows have come. Kept for a while, to be offered again should the server lose it to an old backup.
    Kept,
    /// The server refused it, and the person has not seen that yet.
    Refused,
}

impl OutboxState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Acknowledged, Self::Kept, Self::Refused];

    fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Acknowledged => "acknowledged",
            Self::Kept => "kept",
            Self::Refused => "refused",
        }
    }

    fn parse(text: &str) -> Result<Self, StoreError> {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| StoreError::corrupt("outbox", format!("state {text:?}")))
    }
}

/// A change in the outbox. Instants are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutboxEntry {
    /// Its place in the queue.
    pub mid: i64,
    /// Its id.
    pub mutation_id: MutationId,
    /// The version of its arguments.
    pub args_version: u32,
    /// The mutation as JSON.
    pub mutation: String,
    /// When it was made.
    pub made_at: i64,
    /// Until when it does not leave; 0 for not at all.
    pub held_until: i64,
    /// Where it stands.
    pub state: OutboxState,
    /// The server's result as JSON.
    pub result: Option<String>,
    /// When the server's result came.
    pub acknowledged_at: Option<i64>,
}

const COLUMNS: &str =
    "mid, mutation_id, args_version, mutation, made_at, held_until, state, result, acknowledged_at";

fn read(row: &AnyRow) -> Result<OutboxEntry, StoreError> {
    let version: i64 = row.try_get(2)?;
    Ok(OutboxEntry {
        mid: row.try_get(0)?,
        mutation_id: MutationId(parse_id(row.try_get(1)?)?),
        args_version: u32::try_from(version).map_err(|error| StoreError::corrupt("outbox", error))?,
        mutation: row.try_get(3)?,
        made_at: row.try_get(4)?,
        held_until: row.try_get(5)?,
        state: OutboxState::parse(row.try_get(6)?)?,
        result: row.try_get(7)?,
        acknowledged_at: row.try_get(8)?,
    })
}

/// Adds a change.
///
/// # Errors
/// When the database refuses: its id or its place is taken.
pub async fn insert_entry(db: &mut Writer, entry: &OutboxEntry) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO outbox ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)");
    sqlx::query(AssertSqlSafe(sql))
        .bind(entry.mid)
        .bind(entry.mutation_id.to_string())
        .bind(i64::from(entry.args_version))
        .bind(entry.mutation.clone())
        .bind(entry.made_at)
        .bind(entry.held_until)
        .bind(entry.state.as_str())
        .bind(entry.result.clone())
        .bind(entry.acknowledged_at)
        .execute(db)
        .await?;
    Ok(())
}

/// The change with this id.
///
/// # Errors
/// When the database breaks.
pub async fn entry(db: &mut Writer, id: MutationId) -> Result<Option<OutboxEntry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE mutation_id = $1");
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    row.as_ref().map(read).transpose()
}

/// The changes that stand so, oldest first.
///
/// # Errors
/// When the database breaks.
pub async fn entries(db: &mut Writer, states: &[OutboxState]) -> Result<Vec<OutboxEntry>, StoreError> {
    let states: Vec<String> = states
        .iter()
        .map(|state| format!("'{}'", state.as_str()))
        .collect();
    let sql = format!(
        "SELECT {COLUMNS} FROM outbox WHERE state IN ({}) ORDER BY mid",
        states.join(", ")
    );
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(db).await?;
    rows.iter().map(read).collect()
}

/// The oldest changes that wait, held ones too, at most `limit`.
///
/// # Errors
/// When the database breaks.
pub async fn next_to_push(db: &mut Writer, limit: usize) -> Result<Vec<OutboxEntry>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM outbox WHERE state = 'waiting' ORDER BY mid LIMIT {limit}");
    let rows = sqlx::query(AssertSqlSafe(sql)).fetch_all(db).await?;
    rows.iter().map(read).collect()
}

/// How many changes have not arrived, and how many were refused.
///
/// # Errors
/// When the database breaks.
pub async fn waiting_and_refused(db: &mut Writer) -> Result<(i64, i64), StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(CASE WHEN state = 'waiting' THEN 1 ELSE 0 END), 0) AS BIGINT), \
               CAST(COALESCE(SUM(CASE WHEN state = 'refused' THEN 1 ELSE 0 END), 0) AS BIGINT) \
               FROM outbox WHERE state IN ('waiting', 'refused')";
    let row = sqlx::query(sql).fetch_one(db).await?;
    Ok((number(&row, 0)?, number(&row, 1)?))
}

/// Notes where a change stands now.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(
    db: &mut Writer,
    id: MutationId,
    state: OutboxState,
    result: Option<&str>,
    acknowledged_at: Option<i64>,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE outbox SET state = $1, result = COALESCE($2, result), \
         acknowledged_at = COALESCE(acknowledged_at, $3) WHERE mutation_id = $4",
    )
    .bind(state.as_str())
    .bind(result.map(str::to_owned))
    .bind(acknowledged_at)
    .bind(id.to_string())
    .execute(db)
    .await?;
    Ok(())
}

/// Gives a change a new place in the queue, where it waits once more. That a server acknowledged it before stays known.
///
/// # Errors
/// When the database refuses.
pub async fn renumber(db: &mut Writer, id: MutationId, mid: i64) -> Result<(), StoreError> {
    sqlx::query("UPDATE outbox SET mid = $1, state = 'waiting', result = NULL WHERE mutation_id = $2")
        .bind(mid)
        .bind(id.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// Removes a change.
///
/// # Errors
/// When the database refuses.
pub async fn delete_entry(db: &mut Writer, id: MutationId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE mutation_id = $1")
        .bind(id.to_string())
        .execute(db)
        .await?;
    Ok(())
}

/// Removes kept changes that were acknowledged before `before`.
///
/// # Errors
/// When the database refuses.
pub async fn forget_kept(db: &mut Writer, before: i64) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM outbox WHERE state = 'kept' AND acknowledged_at < $1")
        .bind(before)
        .execute(db)
        .await?;
    Ok(())
}
