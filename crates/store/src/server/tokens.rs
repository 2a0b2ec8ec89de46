//! Session tokens, known by their SHA-256 alone. A refresh token is used once; using one again ends its family.

use folio_domain::ids::{DeviceId, InvoiceId, OrgId, PrincipalId};
use jiff::Timestamp;
use sqlx::Row as _;

use super::principals::timestamp;
use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;

/// What a token is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Opens the API.
    Access,
    /// Buys the next pair.
    Refresh,
}

impl TokenKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Refresh => "refresh",
        }
    }
}

/// A token.
#[derive(Clone, Debug)]
pub struct Token {
    /// SHA-256 of it, in hex.
    pub token_hash: String,
    /// What it is for.
    pub kind: TokenKind,
    /// Tokens that came of one sign-in.
    pub family: String,
    /// The organisation.
    pub org_id: OrgId,
    /// Whose it is.
    pub principal_id: PrincipalId,
    /// The device's.
    pub device_id: DeviceId,
    /// The one invoice that it opens, when it came of an invoice's link.
    pub link_invoice_id: Option<InvoiceId>,
    /// Until when it holds.
    pub expires_at: Timestamp,
    /// When it was used up or ended; none while it holds.
    pub used_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "token_hash, kind, family, org_id, principal_id, device_id, link_invoice_id, expires_at, used_at";

/// Adds a token.
///
/// # Errors
/// When the database breaks.
pub async fn insert_in(db: &mut Writer, token: &Token) -> Result<(), StoreError> {
    let sql = format!("INSERT INTO session_token ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)");
    sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(token.token_hash.clone())
        .bind(token.kind.as_str())
        .bind(token.family.clone())
        .bind(token.org_id.to_string())
        .bind(token.principal_id.to_string())
        .bind(token.device_id.to_string())
        .bind(token.link_invoice_id.map(|id| id.to_string()))
        .bind(token.expires_at.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// Uses a refresh token up. Gives false when it was used before.
///
/// # Errors
/// When the database breaks.
pub async fn use_up_in(db: &mut Writer, token_hash: &str, now: Timestamp) -> Result<bool, StoreError> {
    let used = sqlx::query("UPDATE session_token SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL")
        .bind(token_hash.to_owned())
        .bind(now.as_millisecond())
        .execute(db)
        .await?;
    Ok(used.rows_affected() == 1)
}

/// Ends every token of a family.
///
/// # Errors
/// When the database breaks.
pub async fn end_family_in(db: &mut Writer, family: &str, now: Timestamp) -> Result<(), StoreError> {
    sqlx::query("UPDATE session_token SET used_at = $2 WHERE family = $1 AND used_at IS NULL")
        .bind(family.to_owned())
        .bind(now.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// Removes access tokens that have expired, and refresh tokens that expired before `refresh_before`.
///
/// # Errors
/// When the database breaks.
pub async fn sweep_in(db: &mut Writer, now: Timestamp, refresh_before: Timestamp) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM session_token WHERE (kind = 'access' AND expires_at < $1) OR expires_at < $2")
        .bind(now.as_millisecond())
        .bind(refresh_before.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

impl Store {
    /// The token with this hash, used up or not.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn token(&self, token_hash: &str) -> Result<Option<Token>, StoreError> {
        let sql = sqlx::AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM session_token WHERE token_hash = $1"
        ));
        let row = sqlx::query(sql)
            .bind(token_hash.to_owned())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<Token, StoreError> {
    let kind = match row.try_get::<&str, _>(1)? {
        "access" => TokenKind::Access,
        "refresh" => TokenKind::Refresh,
        other => return Err(StoreError::corrupt("token", format!("kind {other:?}"))),
    };
    let link = row
        .try_get::<Option<String>, _>(6)?
        .as_deref()
        .map(parse_id)
        .transpose()?;
    Ok(Token {
        token_hash: row.try_get(0)?,
        kind,
        family: row.try_get(2)?,
        org_id: OrgId(parse_id(row.try_get(3)?)?),
        principal_id: PrincipalId(parse_id(row.try_get(4)?)?),
        device_id: DeviceId(parse_id(row.try_get(5)?)?),
        link_invoice_id: link.map(InvoiceId),
        expires_at: timestamp(row.try_get(7)?)?,
        used_at: row.try_get::<Option<i64>, _>(8)?.map(timestamp).transpose()?,
    })
}
