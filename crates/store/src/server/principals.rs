//! Principals: people's sign-ins.

use folio_domain::ids::{ClientId, ContactId, OrgId, PrincipalId};
use folio_domain::languages::Language;
use folio_domain::permissions::Role;
use jiff::Timestamp;
use sqlx::{AssertSqlSafe, Row as _};

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;

/// A sign-in.
#[derive(Clone, Debug)]
pub struct Principal {
    /// Its id.
    pub principal_id: PrincipalId,
    /// The organisation.
    pub org_id: OrgId,
    /// The e-mail address, lower case: unique on the server among those that have not ended.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The client that a client's contact belongs to.
    pub client_id: Option<ClientId>,
    /// The contact that the person is.
    pub contact_id: Option<ContactId>,
    /// The language to start with.
    pub language: Language,
    /// The argon2id hash of the password, in PHC form.
    pub password_hash: String,
    /// When it ended; none while it lasts.
    pub ended_at: Option<Timestamp>,
}

const COLUMNS: &str =
    "principal_id, org_id, email, name, role, client_id, contact_id, language, password_hash, ended_at";

/// Adds a sign-in.
///
/// # Errors
/// When the e-mail address has one already, or the database breaks.
pub async fn insert_in(db: &mut Writer, principal: &Principal, now: Timestamp) -> Result<(), StoreError> {
    let sql = format!(
        "INSERT INTO principal ({COLUMNS}, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, $10)"
    );
    sqlx::query(AssertSqlSafe(sql))
        .bind(principal.principal_id.to_string())
        .bind(principal.org_id.to_string())
        .bind(principal.email.to_lowercase())
        .bind(principal.name.clone())
        .bind(principal.role.as_str())
        .bind(principal.client_id.map(|id| id.to_string()))
        .bind(principal.contact_id.map(|id| id.to_string()))
        .bind(principal.language.tag())
        .bind(principal.password_hash.clone())
        .bind(now.as_millisecond())
        .execute(db)
        .await?;
    Ok(())
}

/// Ends a sign-in: its grants, devices and tokens with it.
pub(crate) async fn end_in(
    db: &mut Writer,
    org: OrgId,
    principal: PrincipalId,
    now: Timestamp,
) -> Result<(), StoreError> {
    for sql in [
        "UPDATE principal SET ended_at = $3 WHERE org_id = $1 AND principal_id = $2 AND ended_at IS NULL",
        "UPDATE access_grant SET revoked_at = $3 WHERE org_id = $1 AND principal_id = $2 AND revoked_at IS NULL",
        "UPDATE device SET ended_at = $3 WHERE org_id = $1 AND principal_id = $2 AND ended_at IS NULL",
        "UPDATE session_token SET used_at = $3 WHERE org_id = $1 AND principal_id = $2 AND used_at IS NULL",
    ] {
        sqlx::query(sql)
            .bind(org.to_string())
            .bind(principal.to_string())
            .bind(now.as_millisecond())
            .execute(&mut *db)
            .await?;
    }
    Ok(())
}

impl Store {
    /// The sign-in of an e-mail address, in any case of letters, that has not ended.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn principal_by_email(&self, email: &str) -> Result<Option<Principal>, StoreError> {
        let sql = AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM principal WHERE email = $1 AND ended_at IS NULL"
        ));
        let row = sqlx::query(sql)
            .bind(email.trim().to_lowercase())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }

    /// The sign-in with this id.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn principal(&self, id: PrincipalId) -> Result<Option<Principal>, StoreError> {
        let sql = AssertSqlSafe(format!("SELECT {COLUMNS} FROM principal WHERE principal_id = $1"));
        let row = sqlx::query(sql)
            .bind(id.to_string())
            .fetch_optional(self.reader())
            .await?;
        row.map(|row| from_sql(&row)).transpose()
    }

    /// The sign-ins of an organisation with this role that have not ended.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn principals_of(&self, org: OrgId, role: Role) -> Result<Vec<Principal>, StoreError> {
        let sql = AssertSqlSafe(format!(
            "SELECT {COLUMNS} FROM principal WHERE org_id = $1 AND role = $2 AND ended_at IS NULL ORDER BY created_at"
        ));
        let rows = sqlx::query(sql)
            .bind(org.to_string())
            .bind(role.as_str())
            .fetch_all(self.reader())
            .await?;
        rows.iter().map(from_sql).collect()
    }

    /// Changes a sign-in's password.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn set_password_hash(&self, id: PrincipalId, hash: &str) -> Result<(), StoreError> {
        let mut transaction = self.begin().await?;
        sqlx::query("UPDATE principal SET password_hash = $2 WHERE principal_id = $1")
            .bind(id.to_string())
            .bind(hash.to_owned())
            .execute(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(())
    }
}

fn from_sql(row: &sqlx::any::AnyRow) -> Result<Principal, StoreError> {
    let role: String = row.try_get(4)?;
    let language: String = row.try_get(7)?;
    let optional = |index: usize| -> Result<Option<uuid::Uuid>, StoreError> {
        row.try_get::<Option<String>, _>(index)?
            .as_deref()
            .map(parse_id)
            .transpose()
    };
    let ended_at = row.try_get::<Option<i64>, _>(9)?;
    Ok(Principal {
        principal_id: PrincipalId(parse_id(row.try_get(0)?)?),
        org_id: OrgId(parse_id(row.try_get(1)?)?),
        email: row.try_get(2)?,
        name: row.try_get(3)?,
        role: Role::parse(&role).ok_or_else(|| StoreError::corrupt("principal", format!("role {role:?}")))?,
        client_id: optional(5)?.map(ClientId),
        contact_id: optional(6)?.map(ContactId),
        language: Language::parse(&language).unwrap_or_default(),
        password_hash: row.try_get(8)?,
        ended_at: ended_at.map(timestamp).transpose()?,
    })
}

/// An instant from milliseconds.
pub(super) fn timestamp(millisecond: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(millisecond).map_err(|error| StoreError::corrupt("timestamp", error))
}
