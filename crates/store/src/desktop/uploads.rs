//! Files that this desktop brings.

use folio_domain::ids::VersionId;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::parse_id;

/// A file on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The version whose bytes they are.
    pub version_id: VersionId,
    /// The size of the whole.
    pub size_bytes: i64,
    /// How many bytes the person has given.
    pub received: i64,
    /// How many of them the server has.
    pub sent: i64,
}

fn read(row: &AnyRow) -> Result<Upload, StoreError> {
    Ok(Upload {
        version_id: VersionId(parse_id(row.try_get(0)?)?),
        size_bytes: row.try_get(1)?,
        received: row.try_get(2)?,
        sent: row.try_get(3)?,
    })
}

/// The file that is brought for `version`.
///
/// # Errors
/// When the database breaks.
pub async fn upload(db: &mut Writer, version: VersionId) -> Result<Option<Upload>, StoreError> {
    let row = sqlx::query("SELECT version_id, size_bytes, received, sent FROM upload WHERE version_id = $1")
        .bind(version.to_string())
        .fetch_optional(db)
        .await?;
    row.as_ref().map(read).transpose()
}

/// Every file on its way.
///
/// # Errors
/// When the database breaks.
pub async fn uploads(db: &mut Writer) -> Result<Vec<Upload>, StoreError> {
    let rows = sqlx::query("SELECT version_id, size_bytes, received, sent FROM upload ORDER BY version_id")
        .fetch_all(db)
        .await?;
    rows.iter().map(read).collect()
}

/// Notes how far a file is.
///
/// # Errors
/// When the database refuses.
pub async fn put_upload(db: &mut Writer, upload: &Upload) -> Result<(), StoreError> {
    sqlx::query(
        "INSERT INTO upload (version_id, size_bytes, received, sent) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (version_id) DO UPDATE SET size_bytes = excluded.size_bytes, received = excluded.received, \
         sent = excluded.sent",
    )
    .bind(upload.version_id.to_string())
    .bind(upload.size_bytes)
    .bind(upload.received)
    .bind(upload.sent)
    .execute(db)
    .await?;
    Ok(())
}

/// Forgets a file: the server has it, or it is not wanted any more.
///
/// # Errors
/// When the database refuses.
pub async fn delete_upload(db: &mut Writer, version: VersionId) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM upload WHERE version_id = $1")
        .bind(version.to_string())
        .execute(db)
        .await?;
    Ok(())
}
