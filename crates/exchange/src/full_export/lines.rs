//! Records as lines of JSON.

use serde_json::{Map, Value};

/// `value` as a line of JSON whose keys stand in the order of their bytes at every depth, with the line's end.
#[must_use]
pub fn json_line(value: &Value) -> String {
    let mut line = sorted(value).to_string();
    line.push('\n');
    line
}

/// The same value, built anew in the order of its keys: whether a map keeps the order of insertion or sorts by itself
/// depends on what else is compiled in.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut pairs: Vec<(&String, &Value)> = fields.iter().collect();
            pairs.sort_unstable_by_key(|(name, _)| *name);
            let fields: Map<String, Value> = pairs
                .into_iter()
                .map(|(name, value)| (name.clone(), sorted(value)))
                .collect();
            Value::Object(fields)
        }
        Value::Array(items) => Value::Array(items.iter().map(sorted).collect()),
        plain => plain.clone(),
    }
}
