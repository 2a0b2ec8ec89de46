//! Every message stands in every language, speaks of the same things there, and is used.

use super::fluent::{self, Texts};
use super::sources::Sources;
use super::usage::Usage;
use crate::generate;
use crate::workspace::Workspace;
use anyhow::Result;
use std::collections::{BTreeMap, BTreeSet};

/// The language that the others are held against.
const REFERENCE: &str = "en";
/// Complete from the first day; more may come, by adding a folder.
const REQUIRED: &[&str] = &["en", "hi", "ta", "eo"];
/// Where code asks for messages. This crate only speaks to developers.
const CODE: &[&str] = &["crates", "src-tauri/src", "ui/src"];
const NOT_CODE: &str = "crates/xtask/";

pub fn check(_: &Workspace, sources: &Sources) -> Result<Vec<String>> {
    Ok(problems(sources, &generate::text()))
}

fn problems(sources: &Sources, protocol: &str) -> Vec<String> {
    let languages = languages(sources);
    let mut problems: Vec<String> = Vec::new();
    for language in REQUIRED
        .iter()
        .filter(|language| !languages.contains_key(**language))
    {
        problems.push(format!("locales/{language} has no texts"));
    }
    problems.extend(
        languages
            .values()
            .flat_map(|texts| texts.problems.iter().cloned()),
    );
    if let Some(reference) = languages.get(REFERENCE) {
        for (language, texts) in &languages {
            problems.extend(differences(language, reference, texts));
        }
        problems.extend(misused(reference, &usage(sources)));
        let keys = message_keys(protocol);
        let unknown = keys.filter(|key| !reference.messages.contains_key(*key));
        problems.extend(unknown.map(|key| format!("crates/protocol: there is no message {key}")));
    }
    problems
}

/// The messages that an answer of the server may ask a screen to show.
fn message_keys(protocol: &str) -> impl Iterator<Item = &str> {
    let list = protocol
        .split_once("MESSAGE_KEYS = [")
        .and_then(|(_, rest)| rest.split_once(']'));
    list.map_or("", |(list, _)| list).split('\'').skip(1).step_by(2)
}

fn languages(sources: &Sources) -> BTreeMap<&str, Texts> {
    let texts = || sources.below("locales").filter(|file| file.is_kind(&["ftl"]));
    let names: BTreeSet<&str> = texts().filter_map(|file| language(&file.path)).collect();
    let read = |name| {
        (
            name,
            fluent::read(texts().filter(|file| language(&file.path) == Some(name))),
        )
    };
    names.into_iter().map(read).collect()
}

/// The folder below `locales/` that a file lies in.
fn language(path: &str) -> Option<&str> {
    path.strip_prefix("locales/")?
        .split_once('/')
        .map(|(name, _)| name)
}

fn differences(language: &str, reference: &Texts, texts: &Texts) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, expected) in &reference.messages {
        let Some(message) = texts.messages.get(id) else {
            problems.push(format!("locales/{language}: {id} is missing"));
            continue;
        };
        for missing in expected.speaks_of.difference(&message.speaks_of) {
            problems.push(format!("locales/{language}: {id} leaves out {missing}"));
        }
        for extra in message.speaks_of.difference(&expected.speaks_of) {
            problems.push(format!(
                "locales/{language}: {id} speaks of {extra}, which {REFERENCE} does not"
            ));
        }
    }
    for (id, message) in &texts.messages {
        if !reference.messages.contains_key(id) {
            problems.push(format!("locales/{language}: {id} is not in {REFERENCE}"));
        }
        for part in message
            .built_from
            .iter()
            .filter(|part| !texts.messages.contains_key(*part))
        {
            problems.push(format!(
                "locales/{language}: {id} is built from {part}, which does not exist"
            ));
        }
    }
    problems
}

fn usage(sources: &Sources) -> Usage {
    let mut usage = Usage::default();
    for file in CODE.iter().flat_map(|folder| sources.below(folder)) {
        if !file.is_test() && !file.path.starts_with(NOT_CODE) && file.is_kind(&["rs", "ts", "svelte"]) {
            usage.read(file);
        }
    }
    usage
}

fn misused(reference: &Texts, usage: &Usage) -> Vec<String> {
    let asked = usage
        .asked
        .iter()
        .filter(|(id, _)| !reference.messages.contains_key(id) && !id.ends_with('-'));
    let mut problems: Vec<String> = asked
        .map(|(id, place)| format!("{place}: there is no message {id}"))
        .collect();
    let parts: BTreeSet<&String> = reference
        .messages
        .values()
        .flat_map(|message| &message.built_from)
        .collect();
    for id in reference.messages.keys() {
        if !usage.has(id) && !parts.contains(id) {
            problems.push(format!("locales/{REFERENCE}: nothing uses {id}"));
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::sources::of;

    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let mut all: Vec<_> = REQUIRED
            .iter()
            .map(|name| format!("locales/{name}/a.ftl"))
            .collect();
        all.retain(|path| !files.iter().any(|(given, _)| given == path));
        let mut files = files.to_vec();
        files.extend(all.iter().map(|path| (path.as_str(), "hello = { $name }\n")));
        files.push(("ui/src/a.ts", "t('hello')"));
        problems(
            &of(&files),
            "export const MESSAGE_KEYS = [\n  'hello',\n] as const;",
        )
    }

    #[test]
    fn complete_languages_pass() {
        assert_eq!(found(&[]), [""; 0]);
    }

    #[test]
    fn what_differs_from_english_is_named() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("locales/hi/a.ftl", "# empty\n", &["locales/hi: hello is missing"]),
            (
                "locales/ta/a.ftl",
                "hello = x\n",
                &["locales/ta: hello leaves out $name"],
            ),
            (
                "locales/eo/a.ftl",
                "hello = { $name } { $x }\n",
                &["locales/eo: hello speaks of $x, which en does not"],
            ),
            (
                "locales/eo/a.ftl",
                "hello = { $name }\nmore = x\n",
                &["locales/eo: more is not in en"],
            ),
            (
                "locales/eo/a.ftl",
                "hello = { $name } { gone }\n",
                &["locales/eo: hello is built from gone, which does not exist"],
            ),
        ];
        for (path, text, expected) in cases {
            assert_eq!(found(&[(path, text)]), *expected);
        }
    }

    #[test]
    fn every_message_is_used_and_every_used_message_exists() {
        let gone = found(&[("ui/src/b.svelte", "<p>{t('gone')}</p>")]);
        assert_eq!(gone, ["ui/src/b.svelte:1: there is no message gone"]);
        let unused: Vec<_> = REQUIRED
            .iter()
            .map(|name| format!("locales/{name}/b.ftl"))
            .collect();
        let unused: Vec<_> = unused
            .iter()
            .map(|path| (path.as_str(), "lonely = x\n"))
            .collect();
        assert_eq!(found(&unused), ["locales/en: nothing uses lonely"]);
    }

    #[test]
    fn a_language_without_texts_is_noticed() {
        let files = of(&[("locales/en/a.ftl", "hello = x\n"), ("ui/src/a.ts", "'hello'")]);
        let found = problems(&files, "");
        assert_eq!(
            found,
            ["hi", "ta", "eo"].map(|name| format!("locales/{name} has no texts"))
        );
    }

    #[test]
    fn what_the_server_may_say_has_words() {
        let files = of(&[("locales/en/a.ftl", "a = x\n"), ("ui/src/a.ts", "'a'")]);
        let found = problems(&files, "MESSAGE_KEYS = [\n  'a',\n  'b-c',\n] as const; 'd'");
        assert!(
            found.contains(&"crates/protocol: there is no message b-c".to_owned()),
            "{found:?}"
        );
        assert_eq!(
            found
                .iter()
                .filter(|problem| problem.contains("protocol"))
                .count(),
            1
        );
    }
}
