//! MT940 of SWIFT (and MT942, its interim sister), with what banks make of it: with blocks and headers or without,
//! any line end, fields that go on in further lines, pages, and the many ways to write `:86:`.

mod balances;
mod build;
mod details;
mod fields;
mod german;
mod labelled;
mod line61;
mod slashed;

use self::fields::{Field, fields};
use super::findings::{Findings, Place, Rule};
use super::model::Statement;
use super::words::{Say, Words};
use super::{ENTRIES_MAX, Hints};

pub(crate) use self::fields::looks_like;

/// Reads every statement of a file.
pub(crate) fn read(text: &str, hints: &Hints, findings: &mut Findings) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut left = ENTRIES_MAX;
    for message in messages(fields(text, findings)) {
        let entries = message.iter().filter(|field| field.tag == "61").count();
        if entries > left {
            let line = message.first().map_or(0, |field| field.line);
            let english =
                format!("more than {ENTRIES_MAX} entries; this and all later statements were left out");
            let words = Words::new(Say::MoreEntries, english).count("max", ENTRIES_MAX);
            findings.add(Rule::Limit, Place::new(line, ""), words);
            break;
        }
        left -= entries;
        statements.extend(build::statement(&message, hints, findings));
    }
    statements
}

/// The fields of each statement. One begins with `:20:`, after an end mark, and where a file does without both, with
/// the account or the opening balance that follows a closing balance.
fn messages(fields: Vec<Field<'_>>) -> Vec<Vec<Field<'_>>> {
    let mut messages: Vec<Vec<Field<'_>>> = Vec::new();
    let mut current: Vec<Field<'_>> = Vec::new();
    let mut closed = false;
    for field in fields {
        let known = messages.len();
        match field.tag {
            "20" if says_something(&current) => messages.push(std::mem::take(&mut current)),
            "-" => {
                if says_something(&current) {
                    messages.push(std::mem::take(&mut current));
                }
                closed = false;
                continue;
            }
            "25" | "25P" if closed => messages.push(std::mem::take(&mut current)),
            "60F" | "60M" if closed => {
                let account = current
                    .iter()
                    .filter(|known| matches!(known.tag, "20" | "25" | "25P"));
                let account = account.cloned().collect();
                messages.push(std::mem::replace(&mut current, account));
            }
            _ => {}
        }
        if messages.len() > known {
            closed = false;
        }
        closed |= matches!(field.tag, "62F" | "62M");
        current.push(field);
    }
    if says_something(&current) {
        messages.push(current);
    }
    messages
}

fn says_something(fields: &[Field<'_>]) -> bool {
    fields.iter().any(|field| !matches!(field.tag, "940" | "942"))
}
