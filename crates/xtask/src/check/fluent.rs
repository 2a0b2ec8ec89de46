//! The texts of one language: its messages, and what each of them speaks of.

use super::sources::Source;
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;
use std::collections::{BTreeMap, BTreeSet};

/// What a translator may not change about a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Variables, attributes (`.title`) and functions by name, over all its variants.
    pub speaks_of: BTreeSet<String>,
    /// Other messages and terms (with their `-`) that it is built from.
    pub built_from: BTreeSet<String>,
}

/// All files of one language together.
#[derive(Debug, Default)]
pub struct Texts {
    /// By id; terms with their leading `-`.
    pub messages: BTreeMap<String, Message>,
    /// What is wrong with the files themselves.
    pub problems: Vec<String>,
}

/// Reads the files of a language.
pub fn read<'a>(files: impl Iterator<Item = &'a Source>) -> Texts {
    let mut texts = Texts::default();
    for file in files {
        let resource = match parser::parse(file.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    // Where the message that cannot be read begins, which helps more than where the parser gave up.
                    let start = error.slice.as_ref().map_or(error.pos.start, |junk| junk.start);
                    let line = file.line_at(start);
                    texts.problems.push(format!("{}:{line}: {error}", file.path));
                }
                resource
            }
        };
        for entry in resource.body {
            add(&mut texts, &file.path, entry);
        }
    }
    texts
}

fn add(texts: &mut Texts, path: &str, entry: Entry<&str>) {
    let mut message = Message::default();
    let id = match entry {
        Entry::Message(entry) => {
            entry.value.iter().for_each(|pattern| message.pattern(pattern));
            for attribute in &entry.attributes {
                message.speaks_of.insert(format!(".{}", attribute.id.name));
                message.pattern(&attribute.value);
            }
            entry.id.name.to_owned()
        }
        Entry::Term(term) => {
            // A language declines a term by attributes and variables of its own.
            message.pattern(&term.value);
            message.speaks_of.clear();
            format!("-{}", term.id.name)
        }
        Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => return,
    };
    if texts.messages.contains_key(&id) {
        texts
            .problems
            .push(format!("{path}: {id} stands twice in this language"));
    }
    texts.messages.insert(id, message);
}

impl Message {
    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                self.inline(selector);
                variants.iter().for_each(|variant| self.pattern(&variant.value));
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.speaks_of.insert(format!("${}", id.name));
            }
            InlineExpression::FunctionReference { id, arguments } => {
                // NUMBER only chooses plurals, which a language without them does not need.
                if id.name != "NUMBER" {
                    self.speaks_of.insert(format!("{}()", id.name));
                }
                self.arguments(arguments);
            }
            InlineExpression::MessageReference { id, .. } => {
                self.built_from.insert(id.name.to_owned());
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                self.built_from.insert(format!("-{}", id.name));
                arguments.iter().for_each(|arguments| self.arguments(arguments));
            }
            InlineExpression::Placeable { expression } => self.expression(expression),
            InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        }
    }

    fn arguments(&mut self, arguments: &CallArguments<&str>) {
        arguments
            .positional
            .iter()
            .for_each(|argument| self.inline(argument));
        arguments
            .named
            .iter()
            .for_each(|argument| self.inline(&argument.value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    fn texts(text: &str) -> Texts {
        read(of(&[("locales/en/a.ftl", text)]).files.iter())
    }

    #[test]
    fn variables_are_found_in_every_variant_and_attribute() {
        let text = "late = { $days ->\n    [one] { $name } is late\n   *[other] { -app }: { NUMBER($days) } { greet }\n }\n    .title = { $who }\n";
        let texts = texts(text);
        assert_eq!(texts.problems, [""; 0]);
        let late = &texts.messages["late"];
        assert_eq!(
            late.speaks_of.iter().collect::<Vec<_>>(),
            ["$days", "$name", "$who", ".title"]
        );
        assert_eq!(late.built_from.iter().collect::<Vec<_>>(), ["-app", "greet"]);
    }

    #[test]
    fn junk_and_doubles_are_problems_with_a_place() {
        let broken = texts("good = yes\n\nbad = { $x\n\ngood = again\n");
        assert!(
            broken
                .problems
                .iter()
                .any(|problem| problem.starts_with("locales/en/a.ftl:3")),
            "{:?}",
            broken.problems
        );
        assert!(
            broken
                .problems
                .iter()
                .any(|problem| problem.contains("good stands twice"))
        );
    }
}
