//! Field-by-field edits of one record by several people. An edit says what the field was when the person saw it;
//! where the field has moved on since, the last arrival wins and the other value is kept as [`FieldHistory`].

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;
use uuid::Uuid;

use crate::decisions::Context;
use crate::record;
use crate::records::{Kind, Place, Record, Write};
use crate::refusals::{Reason, Refusal};

/// A change of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldEdit {
    /// The field's name, as in the record's JSON.
    pub field: String,
    /// The value that the person saw.
    #[ts(type = "unknown")]
    pub from: Value,
    /// The value that it shall have.
    #[ts(type = "unknown")]
    pub to: Value,
}

/// A value that lost when two people edited one field: kept and shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldHistory {
    /// The kind of the record that was edited.
    pub about_kind: Kind,
    /// The record that was edited.
    #[ts(type = "string")]
    pub about_id: Uuid,
    /// The field's name; `deleted` when an edit met a record that the other had deleted.
    pub field: String,
    /// The value that was replaced.
    #[ts(type = "unknown")]
    pub lost: Value,
    /// The value that stands.
    #[ts(type = "unknown")]
    pub kept: Value,
    /// Who brought the value that stands.
    pub kept_by: String,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
}

record!(FieldHistory |me| { "about_id": me.about_id, "at": me.at });

/// The outcome of a merge: the record as it is now, and the values that lost.
pub struct Merged<R> {
    /// The record with every edit in it.
    pub record: R,
    /// One write of a [`FieldHistory`] for each value that lost.
    pub losses: Vec<Write>,
}

/// Lays `edits` over `record`, which has `id` and lies in `place`. Only fields in `editable` may be touched.
///
/// # Errors
/// An unknown field, or a value that does not fit its field.
pub fn merge<R: Record>(
    ctx: &Context,
    id: Uuid,
    place: Place,
    record: &R,
    editable: &[&str],
    edits: &[FieldEdit],
) -> Result<Merged<R>, Refusal> {
    let mut json = to_object(record)?;
    let mut losses = Vec::new();
    for edit in edits {
        if !editable.contains(&edit.field.as_str()) {
            return Err(Refusal::field(Reason::UnknownField, &edit.field));
        }
        let current = json.get(&edit.field).cloned().unwrap_or(Value::Null);
        if current != edit.from && current != edit.to {
            let history = FieldHistory {
                about_kind: R::KIND,
                about_id: id,
                field: edit.field.clone(),
                lost: current,
                kept: edit.to.clone(),
                kept_by: ctx.actor.name.clone(),
                at: ctx.now,
            };
            losses.push(Write::put(
                ctx.derive(&format!("{id}/{}", edit.field)),
                place,
                history,
            ));
        }
        json.insert(edit.field.clone(), edit.to.clone());
        check_fits::<R>(&json, &edit.field)?;
    }
    let record = serde_json::from_value(Value::Object(json))
        .map_err(|_misfit| Refusal::field(Reason::BadValue, "record"))?;
    Ok(Merged { record, losses })
}

fn check_fits<R: Record>(json: &serde_json::Map<String, Value>, field: &str) -> Result<(), Refusal> {
    serde_json::from_value::<R>(Value::Object(json.clone()))
        .map(|_fits| ())
        .map_err(|_misfit| Refusal::field(Reason::BadValue, field))
}

fn to_object<R: Record>(record: &R) -> Result<serde_json::Map<String, Value>, Refusal> {
    match serde_json::to_value(record) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(Refusal::field(Reason::BadValue, "record")),
    }
}
