//! An organisation's rows as JSON lines, out of one database and into another: what a backup is made of. Neither the
//! database's kind nor the order of its columns is in them.

use folio_domain::ids::OrgId;
use folio_domain::records::Kind;
use futures::TryStreamExt as _;
use serde_json::{Map, Value};
use sqlx::any::{AnyRow, AnyTypeInfoKind};
use sqlx::{AssertSqlSafe, Column as _, Row as _, ValueRef as _};

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows::{at_once, tuples};

/// The server's own tables that a backup holds. Devices and tokens are not among them: after a restore everyone signs
/// in anew.
const SERVER_TABLES: &[&str] = &[
    "org",
    "change",
    "mutation_result",
    "principal",
    "access_grant",
    "link",
    "job",
    "search_token",
];

/// The tables of a backup.
#[must_use]
pub fn tables() -> Vec<&'static str> {
    SERVER_TABLES
        .iter()
        .copied()
        .chain(Kind::ALL.iter().map(|kind| kind.table()))
        .collect()
}

/// Gives every row of the organisation in `table`, one of [`tables`], to `sink` as a JSON object.
///
/// # Errors
/// When the database breaks, or `sink` fails.
pub async fn dump<E: From<StoreError>>(
    db: &mut Writer,
    org: OrgId,
    table: &'static str,
    mut sink: impl FnMut(Value) -> Result<(), E>,
) -> Result<(), E> {
    let sql = AssertSqlSafe(format!("SELECT * FROM {table} WHERE org_id = $1"));
    let mut rows = sqlx::query(sql).bind(org.to_string()).fetch(db);
    while let Some(row) = rows.try_next().await.map_err(StoreError::from)? {
        sink(json(&row)?)?;
    }
    Ok(())
}

/// Puts rows that [`dump`] gave into `table`.
///
/// # Errors
/// When a row does not fit the table, or the database breaks.
pub async fn load(db: &mut Writer, table: &'static str, rows: &[Value]) -> Result<(), StoreError> {
    let mut rest = rows;
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

fn json(row: &AnyRow) -> Result<Value, StoreError> {
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
    Ok(Value::Object(fields))
}
