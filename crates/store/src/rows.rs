//! Rows of records in and out of their tables; the same for every kind.

use folio_domain::ids::{ClientId, OrgId};
use folio_domain::records::{ColumnValue, Kind, Place, Row, Side};
use folio_domain::registry;
use folio_protocol::sync::WireRow;
use serde_json::value::RawValue;
use sqlx::any::AnyRow;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe, Row as _};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;

/// The columns that [`from_sql`] reads, of the table called `alias`.
#[must_use]
pub fn selection(alias: &str) -> String {
    format!("{alias}.id, {alias}.client_id, {alias}.side, {alias}.version, {alias}.body")
}

/// A row of `kind` from the columns of [`selection`], which begin at column 0.
///
/// # Errors
/// When the row does not fit its kind.
pub fn from_sql(kind: Kind, row: &AnyRow) -> Result<Row, StoreError> {
    let (id, place, version, body) = envelope(row)?;
    let body = registry::body_from_json(kind, body)
        .map_err(|error| StoreError::corrupt(format!("{} {id}", kind.table()), error))?;
    Ok(Row {
        id,
        place,
        version,
        body,
    })
}

/// The same without looking into the content.
///
/// # Errors
/// When the envelope is broken.
pub fn wire_from_sql(kind: Kind, row: &AnyRow) -> Result<WireRow, StoreError> {
    let (id, place, version, body) = envelope(row)?;
    let body = RawValue::from_string(body.to_owned()).map_err(|error| StoreError::corrupt(id, error))?;
    Ok(WireRow {
        kind,
        id,
        client_id: place.client_id,
        side: place.side,
        version,
        body,
    })
}

fn envelope(row: &AnyRow) -> Result<(Uuid, Place, i64, &str), StoreError> {
    let id = parse_id(row.try_get(0)?)?;
    let client_id = row
        .try_get::<Option<&str>, _>(1)?
        .map(parse_id)
        .transpose()?
        .map(ClientId);
    let side: &str = row.try_get(2)?;
    let side = Side::parse(side).ok_or_else(|| StoreError::corrupt(id, format!("side {side:?}")))?;
    Ok((id, Place { client_id, side }, row.try_get(3)?, row.try_get(4)?))
}

/// The id that `text` is.
///
/// # Errors
/// When it is none.
pub fn parse_id(text: &str) -> Result<Uuid, StoreError> {
    Uuid::parse_str(text).map_err(|error| StoreError::corrupt("id", error))
}

/// The rows of `kind` with these ids, in no order.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn by_ids(db: &mut Writer, org: OrgId, kind: Kind, ids: &[Uuid]) -> Result<Vec<Row>, StoreError> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(at_once(1)) {
        let texts = chunk.iter().map(Uuid::to_string).collect::<Vec<_>>();
        for row in by_values(db, org, kind, "id", &texts).await? {
            found.push(from_sql(kind, &row)?);
        }
    }
    Ok(found)
}

/// The rows of `kind` whose `column` has one of these values, each with its value, in no order.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn by_column(
    db: &mut Writer,
    org: OrgId,
    kind: Kind,
    column: &'static str,
    values: &[String],
) -> Result<Vec<(String, Row)>, StoreError> {
    let mut found = Vec::new();
    for chunk in values.chunks(at_once(1)) {
        for row in by_values(db, org, kind, column, chunk).await? {
            found.push((row.try_get::<String, _>(5)?, from_sql(kind, &row)?));
        }
    }
    Ok(found)
}

/// The rows of `kind` that are the organisation's own, in no order.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn own(db: &mut Writer, org: OrgId, kind: Kind) -> Result<Vec<Row>, StoreError> {
    let sql = format!(
        "SELECT {} FROM {} AS r WHERE r.org_id = $1 AND r.client_id IS NULL",
        selection("r"),
        kind.table(),
    );
    let query = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string());
    let found = query.fetch_all(db).await?;
    found.iter().map(|row| from_sql(kind, row)).collect()
}

async fn by_values(
    db: &mut Writer,
    org: OrgId,
    kind: Kind,
    column: &str,
    values: &[String],
) -> Result<Vec<AnyRow>, StoreError> {
    let sql = format!(
        "SELECT {}, r.{column} FROM {} AS r WHERE r.org_id = $1 AND r.{column} IN ({})",
        selection("r"),
        kind.table(),
        placeholders(2, values.len()),
    );
    let mut query = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string());
    for value in values {
        query = query.bind(value.clone());
    }
    Ok(query.fetch_all(db).await?)
}

/// Writes rows of one kind, whether they were there or not.
///
/// # Errors
/// When the database refuses.
pub async fn put(db: &mut Writer, org: OrgId, kind: Kind, rows: &[&Row]) -> Result<(), StoreError> {
    let own = own_columns(kind);
    let names: Vec<&str> = ["org_id", "id", "client_id", "side", "version", "body"]
        .into_iter()
        .chain(own.iter().copied())
        .collect();
    let updates: Vec<String> = names
        .iter()
        .skip(2)
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let (head, tail) = (
        format!("INSERT INTO {} ({}) VALUES ", kind.table(), names.join(", ")),
        format!(" ON CONFLICT (org_id, id) DO UPDATE SET {}", updates.join(", ")),
    );
    for chunk in rows.chunks(at_once(names.len())) {
        let sql = format!("{head}{}{tail}", tuples(chunk.len(), names.len()));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for row in chunk {
            query = bind_row(query, org, row)?;
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// Removes rows of one kind.
///
/// # Errors
/// When the database refuses.
pub async fn delete(db: &mut Writer, org: OrgId, kind: Kind, ids: &[Uuid]) -> Result<(), StoreError> {
    for chunk in ids.chunks(at_once(1)) {
        let sql = format!(
            "DELETE FROM {} WHERE org_id = $1 AND id IN ({})",
            kind.table(),
            placeholders(2, chunk.len())
        );
        let mut query = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string());
        for id in chunk {
            query = query.bind(id.to_string());
        }
        query.execute(&mut *db).await?;
    }
    Ok(())
}

/// The columns of `kind` beside the envelope; its `client_id` is the envelope's.
fn own_columns(kind: Kind) -> Vec<&'static str> {
    registry::columns(kind)
        .iter()
        .copied()
        .filter(|name| *name != "client_id")
        .collect()
}

fn bind_row<'q>(
    mut query: Query<'q, Any, sqlx::any::AnyArguments>,
    org: OrgId,
    row: &Row,
) -> Result<Query<'q, Any, sqlx::any::AnyArguments>, StoreError> {
    let body = row
        .body
        .to_json()
        .map_err(|error| StoreError::corrupt(row.id, error))?;
    query = query
        .bind(org.to_string())
        .bind(row.id.to_string())
        .bind(row.place.client_id.map(|id| id.to_string()))
        .bind(row.place.side.as_str())
        .bind(row.version)
        .bind(body);
    for (name, value) in row.body.columns().iter().zip(row.body.values()) {
        if *name == "client_id" {
            continue;
        }
        query = match value {
            ColumnValue::Text(text) => query.bind(text),
            ColumnValue::Integer(number) => query.bind(number),
        };
    }
    Ok(query)
}

/// How many parameters one statement carries. SQLite's driver asks for each one's name, and each answer takes as long
/// as there are names before it: few long statements cost more than many short ones.
const PARAMETERS: usize = 160;

/// How many rows of `columns` parameters one statement takes.
#[must_use]
pub fn at_once(columns: usize) -> usize {
    (PARAMETERS / columns.max(1)).max(1)
}

/// `$first, …` for `count` parameters.
#[must_use]
pub fn placeholders(first: usize, count: usize) -> String {
    (first..first + count)
        .map(|number| format!("${number}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// `($1, $2), ($3, $4), …` for `rows` rows of `columns` parameters.
#[must_use]
pub fn tuples(rows: usize, columns: usize) -> String {
    (0..rows)
        .map(|row| format!("({})", placeholders(row * columns + 1, columns)))
        .collect::<Vec<_>>()
        .join(", ")
}
