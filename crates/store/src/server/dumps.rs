//! An organisation's rows as JSON, out of one database and into another: what backups and exports are made of. Neither
//! the database's kind nor the order of its columns is in them. A record is its envelope and its content; what the
//! database keeps beside them to find it by is made anew where it is loaded.

use folio_domain::ids::{ClientId, OrgId};
use folio_domain::records::{Kind, Place, Row, Side};
use folio_domain::registry;
use futures::TryStreamExt as _;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use sqlx::any::{AnyRow, AnyTypeInfoKind};
use sqlx::{AssertSqlSafe, Column as _, Row as _, ValueRef as _};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{self, at_once, tuples};
use crate::search::index_rows;

/// The server's own tables that are dumped, each with what a row is told apart by. Devices and tokens are not among
/// them: on another server everyone signs in anew.
const SERVER_TABLES: &[(&str, &str)] = &[
    ("org", "org_id"),
    ("change", "client_id, side, entity, id"),
    ("mutation_result", "mutation_id"),
    ("principal", "principal_id"),
    ("access_grant", "grant_id"),
    ("link", "token_hash"),
    ("job", "job_id"),
];

/// The tables that are dumped.
#[must_use]
pub fn tables() -> Vec<&'static str> {
    let own = SERVER_TABLES.iter().map(|(table, _)| *table);
    own.chain(Kind::ALL.iter().map(|kind| kind.table())).collect()
}

/// The kind of record that `table` holds; none for the server's own.
#[must_use]
pub fn kind_of(table: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.table() == table)
}

/// Gives every row of the organisation in `table`, one of [`tables`], to `sink` as a JSON object, in an order that is
/// the same in every database.
///
/// # Errors
/// When the database breaks, or `sink` fails.
pub async fn dump<E: From<StoreError>>(
    db: &mut Writer,
    org: OrgId,
    table: &'static str,
    mut sink: impl FnMut(Value) -> Result<(), E>,
) -> Result<(), E> {
    let kind = kind_of(table);
    let sql = match kind {
        Some(kind) => {
            let order = if kind == Kind::TrailLink {
                "r.position"
            } else {
                "r.id"
            };
            let columns = rows::selection("r");
            format!("SELECT {columns} FROM {table} AS r WHERE r.org_id = $1 ORDER BY {order}")
        }
        None => {
            let order = SERVER_TABLES.iter().find(|(name, _)| *name == table);
            let order = order.map_or("org_id", |(_, order)| *order);
            format!("SELECT * FROM {table} WHERE org_id = $1 ORDER BY {order}")
        }
    };
    let mut found = sqlx::query(AssertSqlSafe(sql)).bind(org.to_string()).fetch(db);
    while let Some(row) = found.try_next().await.map_err(StoreError::from)? {
        sink(match kind {
            Some(kind) => record_json(&rows::from_sql(kind, &row)?)?,
            None => columns_json(&row)?,
        })?;
    }
    Ok(())
}

fn record_json(row: &Row) -> Result<Value, StoreError> {
    let broken = |error| StoreError::corrupt(row.id, error);
    let body: Value = serde_json::from_str(&row.body.to_json().map_err(broken)?).map_err(broken)?;
    Ok(json!({
        "id": row.id,
        "client_id": row.place.client_id,
        "side": row.place.side.as_str(),
        "version": row.version,
        "body": body,
    }))
}

/// A record as [`dump`] gives it. Earlier dumps have the content as text, and columns beside it that are made anew.
#[derive(Deserialize)]
struct RecordLine {
    id: Uuid,
    client_id: Option<ClientId>,
    side: String,
    version: i64,
    body: Value,
}

/// The record of `kind` that a row of [`dump`] is.
///
/// # Errors
/// When it does not fit its kind.
pub fn record_of(kind: Kind, row: Value) -> Result<Row, StoreError> {
    let broken = |error| StoreError::corrupt(kind.table(), error);
    let line: RecordLine = serde_json::from_value(row).map_err(broken)?;
    let side = Side::parse(&line.side).ok_or_else(|| StoreError::corrupt(line.id, "a side"))?;
    let text = match line.body {
        Value::String(text) => text,
        object => object.to_string(),
    };
    Ok(Row {
        id: line.id,
        place: Place {
            client_id: line.client_id,
            side,
        },
        version: line.version,
        body: registry::body_from_json(kind, &text).map_err(broken)?,
    })
}

/// Puts records of one kind into their table, which has none of them, and what a search finds them by.
///
/// # Errors
/// When the database breaks.
pub async fn load_records(db: &mut Writer, org: OrgId, kind: Kind, rows: &[Row]) -> Result<(), StoreError> {
    let rows: Vec<&Row> = rows.iter().collect();
    rows::put(db, org, kind, &rows).await?;
    index_rows(db, org, &rows).await
}

/// Puts rows that [`dump`] gave of one of the server's own tables into it, as rows of `org`.
///
/// # Errors
/// When a row does not fit the table, or the database breaks.
pub async fn load(
    db: &mut Writer,
    org: OrgId,
    table: &'static str,
    rows: &mut [Value],
) -> Result<(), StoreError> {
    for row in rows.iter_mut().filter_map(Value::as_object_mut) {
        row.insert("org_id".to_owned(), org.to_string().into());
    }
    let mut rest: &[Value] = rows;
    while let Some(first) = rest.first() {
        let names = columns(table, first)?;
        let same = rest
            .iter()
            .take(at_once(names.len()))
            .take_while(|row| columns(table, row).is_ok_and(|own| own == names))
            .count();
        let (chunk, after) = rest.split_at(same.max(1));
        insert(db, table, &names, chunk).await?;
        rest = after;
    }
    Ok(())
}

async fn insert(db: &mut Writer, table: &str, names: &[&String], rows: &[Value]) -> Result<(), StoreError> {
    let list: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    let sql = format!(
        "INSERT INTO {table} ({}) VALUES {}",
        list.join(", "),
        tuples(rows.len(), names.len())
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for row in rows {
        for name in names {
            query = match row.get(name.as_str()) {
                Some(Value::String(text)) => query.bind(text.clone()),
                Some(Value::Number(number)) if number.is_i64() => query.bind(number.as_i64()),
                Some(Value::Number(number)) => query.bind(number.as_f64()),
                _ => return Err(StoreError::corrupt(table, format!("column {name}"))),
            };
        }
    }
    query.execute(&mut *db).await?;
    Ok(())
}

/// The columns that hold something; the others are null by not being named. Names are checked, for they come from a
/// file.
fn columns<'a>(table: &str, row: &'a Value) -> Result<Vec<&'a String>, StoreError> {
    let fields = row
        .as_object()
        .ok_or_else(|| StoreError::corrupt(table, "a row that is no object"))?;
    let names: Vec<&String> = fields
        .iter()
        .filter(|(_, value)| !value.is_null())
        .map(|(name, _)| name)
        .collect();
    let is_name = |name: &String| {
        !name.is_empty()
            && name
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    };
    if names.iter().all(|name| is_name(name)) {
        Ok(names)
    } else {
        Err(StoreError::corrupt(table, "a column's name"))
    }
}

/// The columns of a row; whose it is goes without saying.
fn columns_json(row: &AnyRow) -> Result<Value, StoreError> {
    let mut fields = Map::new();
    for column in row.columns() {
        let at = column.ordinal();
        let (is_null, kind) = {
            let value = row.try_get_raw(at)?;
            (value.is_null(), value.type_info().kind())
        };
        let value = match kind {
            _ if is_null => Value::Null,
            AnyTypeInfoKind::Text => Value::from(row.try_get::<String, _>(at)?),
            AnyTypeInfoKind::Real | AnyTypeInfoKind::Double => Value::from(row.try_get::<f64, _>(at)?),
            _ => Value::from(row.try_get::<i64, _>(at)?),
        };
        fields.insert(column.name().to_owned(), value);
    }
    fields.remove("org_id");
    Ok(Value::Object(fields))
}
