//! Base rows: the server's version of every row that waiting changes have touched. Rows that a new snapshot has
//! brought are ticked off here too.

use folio_domain::ids::OrgId;
use folio_domain::records::{Kind, Place, Row};
use folio_domain::registry;
use folio_protocol::sync::WireRow;
use serde_json::value::RawValue;
use sqlx::{AssertSqlSafe, Row as _};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{at_once, parse_id, tuples};

/// The row that was sent.
///
/// # Errors
/// When its content does not fit its kind.
pub fn row_from_wire(wire: &WireRow) -> Result<Row, StoreError> {
    let body = registry::body_from_json(wire.kind, wire.body.get())
        .map_err(|error| StoreError::corrupt(format!("{} {}", wire.kind.table(), wire.id), error))?;
    let place = Place {
        client_id: wire.client_id,
        side: wire.side,
    };
    Ok(Row {
        id: wire.id,
        place,
        version: wire.version,
        body,
    })
}

fn wire_json(row: &Row) -> Result<String, StoreError> {
    let corrupt = |error| StoreError::corrupt(row.id, error);
    let body = row
        .body
        .to_json()
        .and_then(RawValue::from_string)
        .map_err(corrupt)?;
    let wire = WireRow {
        kind: row.kind(),
        id: row.id,
        client_id: row.place.client_id,
        side: row.place.side,
        version: row.version,
        body,
    };
    serde_json::to_string(&wire).map_err(corrupt)
}

/// Whether the server's version of a row is kept.
///
/// # Errors
/// When the database breaks.
pub async fn has_base(db: &mut Writer, kind: Kind, id: Uuid) -> Result<bool, StoreError> {
    let row = sqlx::query("SELECT 1 FROM base_row WHERE entity = $1 AND id = $2")
        .bind(kind.table())
        .bind(id.to_string())
        .fetch_optional(db)
        .await?;
    Ok(row.is_some())
}

/// Keeps the server's version of a row, none when it has none; the first one kept stays.
///
/// # Errors
/// When the database refuses.
pub async fn keep_base(db: &mut Writer, kind: Kind, id: Uuid, row: Option<&Row>) -> Result<(), StoreError> {
    let json = row.map(wire_json).transpose()?;
    sqlx::query("INSERT INTO base_row (entity, id, row_json) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING")
        .bind(kind.table())
        .bind(id.to_string())
        .bind(json)
        .execute(db)
        .await?;
    Ok(())
}

/// Every row that waiting changes have touched, with the server's version of it.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn base_rows(db: &mut Writer) -> Result<Vec<(Kind, Uuid, Option<Row>)>, StoreError> {
    let rows = sqlx::query("SELECT entity, id, row_json FROM base_row ORDER BY entity, id")
        .fetch_all(db)
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let entity: &str = row.try_get(0)?;
        let kind =
            Kind::parse(entity).ok_or_else(|| StoreError::corrupt("base row", format!("kind {entity:?}")))?;
        let id = parse_id(row.try_get(1)?)?;
        let base = row.try_get::<Option<&str>, _>(2)?.map(|json| {
            let wire: WireRow = serde_json::from_str(json).map_err(|error| StoreError::corrupt(id, error))?;
            row_from_wire(&wire)
        });
        found.push((kind, id, base.transpose()?));
    }
    Ok(found)
}

/// Forgets all base rows: the tables hold the server's versions again.
///
/// # Errors
/// When the database refuses.
pub async fn clear_base(db: &mut Writer) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM base_row").execute(db).await?;
    Ok(())
}

/// Ticks off rows that the snapshot has brought.
///
/// # Errors
/// When the database refuses.
pub async fn mark_seen(db: &mut Writer, rows: &[(Kind, Uuid)]) -> Result<(), StoreError> {
    for chunk in rows.chunks(at_once(2)) {
        let sql = format!(
            "INSERT INTO seen_row (entity, id) VALUES {} ON CONFLICT DO NOTHING",
            tuples(chunk.len(), 2)
        );
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (kind, id) in chunk {
            query = query.bind(kind.table()).bind(id.to_string());
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Removes the rows that the complete snapshot did not bring, with their search tokens; gives their kinds.
///
/// # Errors
/// When the database refuses.
pub async fn delete_unseen(db: &mut Writer, org: OrgId) -> Result<Vec<Kind>, StoreError> {
    let mut touched = Vec::new();
    for kind in Kind::ALL {
        let table = kind.table();
        let unseen = format!("id NOT IN (SELECT id FROM seen_row WHERE entity = '{table}')");
        let tokens = format!("DELETE FROM search_token WHERE org_id = $1 AND kind = '{table}' AND {unseen}");
        sqlx::query(AssertSqlSafe(tokens))
            .bind(org.to_string())
            .execute(&mut *db)
            .await?;
        let rows = format!("DELETE FROM {table} WHERE org_id = $1 AND {unseen}");
        let done = sqlx::query(AssertSqlSafe(rows))
            .bind(org.to_string())
            .execute(&mut *db)
            .await?;
        if done.rows_affected() > 0 {
            touched.push(*kind);
        }
    }
    Ok(touched)
}

/// Forgets what was ticked off.
///
/// # Errors
/// When the database refuses.
pub async fn clear_seen(db: &mut Writer) -> Result<(), StoreError> {
    sqlx::query("DELETE FROM seen_row").execute(db).await?;
    Ok(())
}
