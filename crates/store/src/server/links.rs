//! Links that open one thing, known by the SHA-256 of their token alone.

use folio_domain::ids::OrgId;
use jiff::Timestamp;
use sqlx::Row as _;

use super::principals::timestamp;
use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;

/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// SHA-256 of its token, in hex.
    pub token_hash: String,
    /// The organisation.
    pub org_id: OrgId,
    /// What it opens: `invitation`, `invoice`, `sign_in`.
    pub purpose: String,
    /// What it is about: a contact's, principal's or invoice's id, or an e-mail address.
    pub about_id: String,
    /// What it carries, as JSON.
    pub payload: String,
    /// Whether it opens once only.
    pub single_use: bool,
    /// Until when it opens.
    pub expires_at: Timestamp,
    /// When it was used; none before.
    pub used_at: Option<Timestamp>,
    /// When it was revoked; none while it is not.
    pub revoked_at: Option<Timestamp>,
}

impl Link {
    /// Whether it can be opened at `now`.
    #[must_use]
    pub fn opens(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && self.expires_at > now && !(self.single_use && self.used_at.is_some())
    }
}

const COLUMNS: &str =
    "token_hash, org_id, purpose, about_id, payload, single_use, expires_at, used_at, revoked_at";

/// Adds a link.
///
/// # Errors
/// When the database breaks.
pub async fn insert_in(db: &mut Writer, link: &Link) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO link ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, NULL, NULL)");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(link.token_hash.clone())
        .bind(link.org_id.to_string())
        .bind(link.purpose.clone())
        .bind(link.about_id.clone())
        .bind(link.payload.clone())
        .bind(i64::from(link.single_use))
        .bind(link.expires_at.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// Uses a link. Gives false when it no longer opens: of two who use a single-use link at once, one succeeds.
///
/// # Errors
/// When the database breaks.
pub async fn use_in(db: &mut Writer, token_hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let used = sqlx::query(
        "UPDATE link SET used_at = $2 WHERE token_hash = $1 AND revoked_at IS NULL AND expires_at > $2 \
         AND (single_use = 0 OR used_at IS NULL)",
    )
    .bind(token_hash.to_owned())
    .bind(now.as_millisecond())
    .execute(db)
    .await?;
    Ok(used.rows_affected() == 1)
}

/// Revokes the links of one purpose about one thing.
///
/// # Errors
/// When the database breaks.
pub async fn revoke_in(
    db: &mut Writer,
    org: OrgId,
    purpose: &str,
    about_id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE link SET revoked_at = $4 WHERE org_id = $1 AND purpose = $2 AND about_id = $3 AND revoked_at IS NULL",
    )
    .bind(org.to_string())
    .bind(purpose.to_owned())
    .bind(about_id.to_owned())
    .bind(now.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

impl Store {
    /// The link whose token has this hash, whether it still opens or not.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn link(&self, token_hash: &str) -> Result<Option<Link>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM link WHERE token_hash = $1"));
        let row = sqlx::query(sql)
            .bind(token_hash.to_owned())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<Link, StoreError> {
    Ok(Link {
        token_hash: row.try_get(0)?,
        org_id: OrgId(parse_id(row.try_get(1)?)?),
        purpose: row.try_get(2)?,
        about_id: row.try_get(3)?,
        payload: row.try_get(4)?,
        single_use: row.try_get::<i64, _>(5)? != 0,
        expires_at: timestamp(row.try_get(6)?)?,
        used_at: row.try_get::<Option<i64>, _>(7)?.map(timestamp).transpose()?,
        revoked_at: row.try_get::<Option<i64>, _>(8)?.map(timestamp).transpose()?,
    })
}
