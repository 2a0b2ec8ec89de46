//! The desktop's own tables: who it belongs to, what waits for the server, the server's version of the rows that
//! waiting changes have touched, and the files that it brings.

mod base;
mod outbox;
mod uploads;

pub use base::{
    base_rows, clear_base, clear_seen, delete_unseen, has_base, keep_base, mark_seen, row_from_wire,
};
pub use outbox::{
    OutboxEntry, OutboxState, delete_entry, entries, entry, forget_kept, insert_entry, next_to_push,
    renumber, set_state, waiting_and_refused,
};
pub use uploads::{Upload, delete_upload, put_upload, upload, uploads};

use folio_domain::ids::{DeviceId, OrgId, PrincipalId};
use sqlx::Row as _;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::parse_id;

/// How far the copy is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchUp {
    /// The first snapshot is on its way; what is there is not the whole.
    First,
    /// It follows the server.
    Done,
    /// A new snapshot is on its way; the old rows stay until it is complete.
    Again,
}

impl CatchUp {
    fn number(self) -> i64 {
        match self {
            Self::First => 0,
            Self::Done => 1,
            Self::Again => 2,
        }
    }

    fn parse(number: i64) -> Self {
        match number {
            0 => Self::First,
            1 => Self::Done,
            _ => Self::Again,
        }
    }
}

/// Whose copy it is, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replica {
    /// The organisation.
    pub org_id: OrgId,
    /// The person's sign-in.
    pub principal_id: PrincipalId,
    /// The device that pushes.
    pub device_id: DeviceId,
    /// The person as JSON.
    pub person: String,
    /// Where the last page ended; none before the first page of a snapshot.
    pub cookie: Option<String>,
    /// The server's epoch; empty while unknown.
    pub epoch: String,
    /// How far it is.
    pub caught_up: CatchUp,
    /// The place that the next change gets in the queue.
    pub next_mid: i64,
}

impl Replica {
    /// Begins with a new snapshot at the next pull. The old rows stay until it is complete.
    pub fn start_snapshot(&mut self) {
        self.cookie = None;
        if self.caught_up == CatchUp::Done {
            self.caught_up = CatchUp::Again;
        }
    }
}

/// Whose copy it is; none in a new database.
///
/// # Errors
/// When the database breaks.
pub async fn replica(db: &mut Writer) -> Result<Option<Replica>, StoreError> {
    let row = sqlx::query(
        "SELECT org_id, principal_id, device_id, person, cookie, epoch, caught_up, next_mid FROM replica WHERE one = 1",
    )
    .fetch_optional(db)
    .await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Replica {
        org_id: OrgId(parse_id(row.try_get(0)?)?),
        principal_id: PrincipalId(parse_id(row.try_get(1)?)?),
        device_id: DeviceId(parse_id(row.try_get(2)?)?),
        person: row.try_get(3)?,
        cookie: row.try_get(4)?,
        epoch: row.try_get(5)?,
        caught_up: CatchUp::parse(row.try_get(6)?),
        next_mid: row.try_get(7)?,
    }))
}

/// Writes down whose copy it is and how far it is.
///
/// # Errors
/// When the database refuses.
pub async fn put_replica(db: &mut Writer, replica: &Replica) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO replica (one, org_id, principal_id, device_id, person, cookie, epoch, caught_up, next_mid) \
         VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (one) DO UPDATE SET org_id = excluded.org_id, \
         principal_id = excluded.principal_id, device_id = excluded.device_id, person = excluded.person, \
         cookie = excluded.cookie, epoch = excluded.epoch, caught_up = excluded.caught_up, \
         next_mid = excluded.next_mid",
    )
    .bind(replica.org_id.to_string())
    .bind(replica.principal_id.to_string())
    .bind(replica.device_id.to_string())
    .bind(replica.person.clone())
    .bind(replica.cookie.clone())
    .bind(replica.epoch.clone())
    .bind(replica.caught_up.number())
    .bind(replica.next_mid)
    .execute(db)
    .await?;
    Ok(())
}
