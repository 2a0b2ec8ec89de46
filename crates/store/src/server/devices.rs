//! Devices and browser sessions.

use folio_domain::ids::{DeviceId, OrgId, PrincipalId};
use jiff::Timestamp;
use sqlx::Row as _;

use super::principals::timestamp;
use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;

/// A device.
#[derive(Clone, Debug)]
pub struct Device {
    /// Its id.
    pub device_id: DeviceId,
    /// The organisation.
    pub org_id: OrgId,
    /// Whose it is.
    pub principal_id: PrincipalId,
    /// What it calls itself.
    pub name: String,
    /// `desktop` or `browser`.
    pub kind: String,
    /// When it was last heard of.
    pub seen_at: Timestamp,
    /// When it was ended; none while it is not.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str = "device_id, org_id, principal_id, name, kind, seen_at, ended_at";

/// Adds a device.
///
/// # Errors
/// When the database breaks.
pub async fn insert_in(db: &mut Writer, device: &Device) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO device (device_id, org_id, principal_id, name, kind, last_mid, created_at, seen_at, ended_at) \
         VALUES ($1, $2, $3, $4, $5, 0, $6, $6, NULL)",
    )
    .bind(device.device_id.to_string())
    .bind(device.org_id.to_string())
    .bind(device.principal_id.to_string())
    .bind(device.name.clone())
    .bind(device.kind.clone())
    .bind(device.seen_at.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

/// Ends a device of a principal: its tokens with it. Gives whether there was one.
///
/// # Errors
/// When the database breaks.
pub async fn end_in(
    db: &mut Writer,
    principal: PrincipalId,
    device: DeviceId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let ended = sqlx::query(
        "UPDATE device SET ended_at = $3 WHERE device_id = $1 AND principal_id = $2 AND ended_at IS NULL",
    )
    .bind(device.to_string())
    .bind(principal.to_string())
    .bind(now.as_millisecond())
    .execute(&mut *db)
    .await?;
    sqlx::query("UPDATE session_token SET used_at = $3 WHERE device_id = $1 AND principal_id = $2 AND used_at IS NULL")
        .bind(device.to_string())
        .bind(principal.to_string())
        .bind(now.as_millisecond())
        .execute(&mut *db)
        .await?;
    Ok(ended.rows_affected() > 0)
}

impl Store {
    /// The device with this id.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn device(&self, id: DeviceId) -> Result<Option<Device>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM device WHERE device_id = $1"));
        let row = sqlx::query(sql)
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }

    /// The devices of a principal that have not ended, last seen first.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn devices_of(&self, principal: PrincipalId) -> Result<Vec<Device>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM device WHERE principal_id = $1 AND ended_at IS NULL ORDER BY seen_at DESC, device_id"
        ));
        let rows = sqlx::query(sql)
            .bind(principal.to_string())
            .fetch_all(self.reader())
            .await?;
        rows.iter().map(from_sql).collect()
    }

    /// Notes that a device was heard of.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn device_seen(&self, id: DeviceId, now: Timestamp) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE device SET seen_at = $2 WHERE device_id = $1")
            .bind(id.to_string())
            .bind(now.as_millisecond())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<Device, StoreError> {
    Ok(Device {
        device_id: DeviceId(parse_id(row.try_get(0)?)?),
        org_id: OrgId(parse_id(row.try_get(1)?)?),
        principal_id: PrincipalId(parse_id(row.try_get(2)?)?),
        name: row.try_get(3)?,
        kind: row.try_get(4)?,
        seen_at: timestamp(row.try_get(5)?)?,
        ended_at: row.try_get::<Option<i64>, _>(6)?.map(timestamp).transpose()?,
    })
}
