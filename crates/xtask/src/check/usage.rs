//! Which messages the code asks for, read from its string literals.

use super::sources::Source;
use std::collections::BTreeSet;

/// The ids that code names.
#[derive(Debug, Default)]
pub struct Usage {
    /// Asked for by a call such as `t('id')`, with the place: these must exist.
    pub asked: BTreeSet<(String, String)>,
    /// Every literal that could be an id: an id among them is in use.
    literals: BTreeSet<String>,
    /// Beginnings of ids that are put together at run time, such as `status-${name}`.
    beginnings: BTreeSet<String>,
}

impl Usage {
    /// Whether code names the message, or could put its id together.
    pub fn has(&self, id: &str) -> bool {
        self.literals.contains(id)
            || self
                .beginnings
                .iter()
                .any(|beginning| id.starts_with(beginning.as_str()))
    }

    /// Reads a file of code.
    pub fn read(&mut self, file: &Source) {
        for (start, opening) in file
            .text
            .char_indices()
            .filter(|(_, letter)| "'\"`".contains(*letter))
        {
            let rest = file.text.get(start + 1..).unwrap_or_default();
            let length = rest.find(|letter| !is_id_letter(letter)).unwrap_or(rest.len());
            let (id, after) = rest.split_at_checked(length).unwrap_or_default();
            if !id.starts_with(|letter: char| letter.is_ascii_lowercase()) {
                continue;
            }
            if after.starts_with(opening) {
                self.literals.insert(id.to_owned());
                // 'status-' + name
                if id.ends_with('-') {
                    self.beginnings.insert(id.to_owned());
                }
                if is_call(file.text.get(..start).unwrap_or_default()) {
                    let line = file.line_at(start);
                    self.asked
                        .insert((id.to_owned(), format!("{}:{line}", file.path)));
                }
            } else if (after.starts_with("${") || after.starts_with('{')) && id.ends_with('-') {
                self.beginnings.insert(id.to_owned());
            }
        }
    }
}

fn is_id_letter(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
}

/// Whether the text ends where the first argument of a call of `t` begins.
fn is_call(before: &str) -> bool {
    let Some(name) = before.trim_end().strip_suffix('(') else {
        return false;
    };
    let Some(rest) = name.strip_suffix('t') else {
        return false;
    };
    !rest.ends_with(|letter: char| letter.is_alphanumeric() || letter == '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    fn usage(text: &str) -> Usage {
        let mut usage = Usage::default();
        usage.read(&of(&[("ui/src/a.svelte", text)]).files[0]);
        usage
    }

    #[test]
    fn calls_name_messages_with_their_place() {
        let usage = usage("x\n{t('invoice-send')} {$t(\n 'late', { days })} {i18n.t(\"due\")} at('no-call')");
        let asked: Vec<_> = usage
            .asked
            .iter()
            .map(|(id, place)| (id.as_str(), place.as_str()))
            .collect();
        assert_eq!(
            asked,
            [
                ("due", "ui/src/a.svelte:3"),
                ("invoice-send", "ui/src/a.svelte:2"),
                ("late", "ui/src/a.svelte:3")
            ]
        );
        assert!(usage.has("no-call") && usage.has("late") && !usage.has("other"));
    }

    #[test]
    fn ids_put_together_are_known_by_their_beginning() {
        let usage = usage("t(`status-${name}`); format!(\"error-{code}\"); 'role-' + role");
        assert!(
            ["status-paid", "error-not-found", "role-owner"]
                .iter()
                .all(|id| usage.has(id))
        );
        assert!(!usage.has("statuses") && !usage.has("x"));
    }
}
