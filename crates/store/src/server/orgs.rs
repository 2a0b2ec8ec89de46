//! Organisations: counters, epoch and keys.

use folio_domain::ids::OrgId;
use folio_domain::organisations::Organisation;
use folio_domain::records::{Place, Record, Row};
use folio_domain::trail::TrailHead;
use jiff::Timestamp;
use sqlx::Row as _;

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;
use crate::saving::save_rows;

/// An organisation to create.
#[derive(Clone, Debug)]
pub struct NewOrg {
    /// Its id.
    pub org_id: OrgId,
    /// Its epoch.
    pub epoch: String,
    /// The public key that backups are encrypted to.
    pub recovery_recipient: String,
    /// The key of its files, wrapped by a key outside the database.
    pub wrapped_file_key: String,
    /// Its particulars.
    pub organisation: Organisation,
}

/// An organisation's row.
#[derive(Clone, Debug)]
pub struct OrgRow {
    /// Its id.
    pub org_id: OrgId,
    /// Its last sequence number.
    pub seq: i64,
    /// Its epoch.
    pub epoch: String,
    /// The end of its trail.
    pub trail: TrailHead,
    /// The public key that backups are encrypted to.
    pub recovery_recipient: String,
    /// The key of its files, wrapped by a key outside the database.
    pub wrapped_file_key: String,
}

const COLUMNS: &str = "org_id, seq, epoch, trail_position, trail_hash, recovery_recipient, wrapped_file_key";

/// Creates an organisation with its record.
///
/// # Errors
/// When it is there already, or the database breaks.
pub async fn create_in(db: &mut Writer, new: &NewOrg, now: Timestamp) -> Result<(), StoreError> {
    new.organisation.check()?;
    let head = TrailHead::default();
    sqlx::query(
        "INSERT INTO org (org_id, seq, epoch, trail_position, trail_hash, recovery_recipient, wrapped_file_key, created_at) \
         VALUES ($1, 1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(new.org_id.to_string())
    .bind(new.epoch.clone())
    .bind(head.position)
    .bind(head.hash)
    .bind(new.recovery_recipient.clone())
    .bind(new.wrapped_file_key.clone())
    .bind(now.as_millisecond())
    .execute(&mut *db)
    .await?;
    let row = Row {
        id: new.org_id.0,
        place: Place::EVERYONE,
        version: 1,
        body: new.organisation.clone().into_body(),
    };
    let key = (row.kind(), row.id);
    save_rows(db, new.org_id, &[(key, Some(row))]).await?;
    sqlx::query(
        "INSERT INTO change (org_id, client_id, side, entity, id, seq) VALUES ($1, '', $2, $3, $1, 1)",
    )
    .bind(new.org_id.to_string())
    .bind(Place::EVERYONE.side.as_str())
    .bind(key.0.table())
    .execute(&mut *db)
    .await?;
    Ok(())
}

impl Store {
    /// The organisation's row, when there is one.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn org(&self, org: OrgId) -> Result<Option<OrgRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM org WHERE org_id = $1"));
        let row = sqlx::query(sql)
            .bind(org.to_string())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }

    /// All organisations.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn orgs(&self) -> Result<Vec<OrgRow>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM org ORDER BY org_id"));
        let rows = sqlx::query(sql).fetch_all(self.reader()).await?;
        rows.iter().map(from_sql).collect()
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<OrgRow, StoreError> {
    Ok(OrgRow {
        org_id: OrgId(parse_id(row.try_get(0)?)?),
        seq: row.try_get(1)?,
        epoch: row.try_get(2)?,
        trail: TrailHead {
            position: row.try_get(3)?,
            hash: row.try_get(4)?,
        },
        recovery_recipient: row.try_get(5)?,
        wrapped_file_key: row.try_get(6)?,
    })
}
