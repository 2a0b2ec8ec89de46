//! The search index: the tokens of records, kept in the same transaction as the records.

use folio_domain::ids::OrgId;
use folio_domain::records::{Kind, Row};
use folio_domain::search::tokens;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{at_once, placeholders, tuples};

/// Adds the tokens of `rows`, whose old ones are gone.
///
/// # Errors
/// When the database refuses.
pub async fn index_rows(db: &mut Writer, org: OrgId, rows: &[&Row]) -> Result<(), StoreError> {
    let mut lines: Vec<(String, Kind, Uuid)> = Vec::new();
    for row in rows {
        if let Some(text) = row.body.search_text() {
            lines.extend(tokens(&text).into_iter().map(|token| (token, row.kind(), row.id)));
        }
    }
    for chunk in lines.chunks(at_once(4)) {
        let sql = format!(
            "INSERT INTO search_token (org_id, token, kind, id) VALUES {} ON CONFLICT DO NOTHING",
            tuples(chunk.len(), 4)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (token, kind, id) in chunk {
            query = query
                .bind(org.to_string())
                .bind(token.clone())
                .bind(kind.table())
                .bind(id.to_string());
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Removes the tokens of the records of `kind` with these ids.
///
/// # Errors
/// When the database refuses.
pub async fn forget_tokens(db: &mut Writer, org: OrgId, kind: Kind, ids: &[Uuid]) -> Result<(), StoreError> {
    for chunk in ids.chunks(at_once(1)) {
        let sql = format!(
            "DELETE FROM search_token WHERE org_id = $1 AND kind = $2 AND id IN ({})",
            placeholders(3, chunk.len())
        );
        let mut query = sqlx::query(AssertSqlSafe(sql))
            .bind(org.to_string())
            .bind(kind.table());
        for id in chunk {
            query = query.bind(id.to_string());
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}
