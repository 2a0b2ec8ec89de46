//! Grants: what principals may see.

use folio_domain::ids::{OrgId, PrincipalId};
use folio_domain::permissions::{Access, Grant, Role};
use jiff::Timestamp;
use sqlx::Row as _;
use uuid::Uuid;

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::rows::parse_id;

/// A grant with its id.
#[derive(Clone, Debug)]
pub struct GrantRow {
    /// Its id.
    pub grant_id: Uuid,
    /// Its generation: another one means that what it shows has changed.
    pub generation: i64,
    /// What it shows.
    pub grant: Grant,
}

/// Adds a grant.
///
/// # Errors
/// When the database breaks.
pub async fn insert_in(
    db: &mut Writer,
    org: OrgId,
    principal: PrincipalId,
    grant_id: Uuid,
    grant: &Grant,
) -> Result<(), StoreError> {
    let json = serde_json::to_string(grant).map_err(|error| StoreError::corrupt("grant", error))?;
    sqlx::query(
        "INSERT INTO access_grant (grant_id, org_id, principal_id, gen, grant_json, revoked_at) \
         VALUES ($1, $2, $3, 1, $4, NULL)",
    )
    .bind(grant_id.to_string())
    .bind(org.to_string())
    .bind(principal.to_string())
    .bind(json)
    .execute(db)
    .await?;
    Ok(())
}

/// Revokes a grant.
///
/// # Errors
/// When the database breaks.
pub async fn revoke_in(
    db: &mut Writer,
    org: OrgId,
    grant_id: Uuid,
    now: Timestamp,
) -> Result<(), StoreError> {
    sqlx::query(
        "UPDATE access_grant SET revoked_at = $3 WHERE org_id = $1 AND grant_id = $2 AND revoked_at IS NULL",
    )
    .bind(org.to_string())
    .bind(grant_id.to_string())
    .bind(now.as_millisecond())
    .execute(db)
    .await?;
    Ok(())
}

/// The grants that a principal has.
///
/// # Errors
/// When the database breaks.
pub async fn grants_of(
    db: &mut Writer,
    org: OrgId,
    principal: PrincipalId,
) -> Result<Vec<GrantRow>, StoreError> {
    let rows = sqlx::query(
        "SELECT grant_id, gen, grant_json FROM access_grant \
         WHERE org_id = $1 AND principal_id = $2 AND revoked_at IS NULL ORDER BY grant_id",
    )
    .bind(org.to_string())
    .bind(principal.to_string())
    .fetch_all(db)
    .await?;
    rows.iter()
        .map(|row| {
            let grant_id = parse_id(row.try_get(0)?)?;
            let grant =
                serde_json::from_str(row.try_get(2)?).map_err(|error| StoreError::corrupt("grant", error))?;
            Ok(GrantRow {
                grant_id,
                generation: row.try_get(1)?,
                grant,
            })
        })
        .collect()
}

impl Store {
    /// What a principal with `role` may see.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn access_of(
        &self,
        org: OrgId,
        principal: PrincipalId,
        role: Role,
    ) -> Result<Access, StoreError> {
        let mut connection = self.reader().acquire().await?;
        let grants = grants_of(&mut connection, org, principal).await?;
        Ok(Access {
            role,
            grants: grants.into_iter().map(|row| row.grant).collect(),
        })
    }
}
