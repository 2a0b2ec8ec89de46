//! The rooms and the doors between them, as `docs/architecture.md` draws them.

use super::sources::Sources;
use crate::workspace::Workspace;
use anyhow::Result;
use cargo_metadata::Package;
use std::collections::BTreeMap;

/// What each crate of the checkout may depend on.
const DOORS: &[(&str, &[&str])] = &[
    ("folio-domain", &[]),
    ("folio-protocol", &["folio-domain"]),
    ("folio-store", &["folio-domain", "folio-protocol"]),
    ("folio-paper", &["folio-domain"]),
    ("folio-exchange", &["folio-domain"]),
    (
        "folio-server",
        &[
            "folio-domain",
            "folio-protocol",
            "folio-store",
            "folio-paper",
            "folio-exchange",
        ],
    ),
    (
        "folio-replica",
        &[
            "folio-domain",
            "folio-protocol",
            "folio-store",
            "folio-paper",
            "folio-exchange",
        ],
    ),
    // The server only for "this computer": the API in the app's own process.
    (
        "folio",
        &["folio-domain", "folio-protocol", "folio-replica", "folio-server"],
    ),
    ("folio-xtask", &["folio-protocol"]),
];

/// Whole-system tests stand outside the rooms: they may look anywhere, with any tool.
const OUTSIDE: &str = "folio-tests";

/// What only one crate may know.
const OWNERS: &[(&str, &str)] = &[
    ("argon2", "folio-server"),
    ("axum", "folio-server"),
    ("keyring", "folio"),
    ("lettre", "folio-server"),
    ("libsqlite3-sys", "folio-store"),
    ("printpdf", "folio-paper"),
    ("sqlx", "folio-store"),
    ("tauri", "folio"),
    ("tauri-build", "folio"),
    ("webkit2gtk", "folio"),
];

/// Everything the rules of the business may use: values, formats and hashes, nothing that reaches out.
const PURE: &[&str] = &[
    "base64",
    "hex",
    "insta",
    "iso_currency",
    "jiff",
    "proptest",
    "rust_decimal",
    "serde",
    "serde_json",
    "sha2",
    "thiserror",
    "ts-rs",
    "unicode-normalization",
    "unicode-segmentation",
    "uuid",
];

/// The direct dependencies of every crate of the checkout, of any kind.
type Edges = BTreeMap<String, Vec<String>>;

pub fn check(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let metadata = workspace.metadata()?;
    let edges = metadata
        .packages
        .iter()
        .map(|package| (package.name.to_string(), direct(package)))
        .collect();
    Ok(problems(&edges))
}

fn direct(package: &Package) -> Vec<String> {
    let mut names: Vec<_> = package
        .dependencies
        .iter()
        .map(|dependency| dependency.name.clone())
        .collect();
    names.sort();
    names.dedup();
    names
}

fn problems(edges: &Edges) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, needs) in edges.iter().filter(|(name, _)| *name != OUTSIDE) {
        let Some((_, doors)) = DOORS.iter().find(|(room, _)| room == name) else {
            problems.push(format!(
                "{name}: a crate without a place in crates/xtask/src/check/layering.rs"
            ));
            continue;
        };
        for need in needs {
            // A crate depends on itself where its own tests switch one of its features on.
            if need != name && edges.contains_key(need) && !doors.contains(&need.as_str()) {
                problems.push(format!("{name} may not depend on {need}"));
            }
            if let Some(owner) = owner(need)
                && owner != name
            {
                problems.push(format!("{name} may not depend on {need}: only {owner} knows it"));
            }
            if name == "folio-domain" && !PURE.contains(&need.as_str()) {
                problems.push(format!(
                    "{name} may not depend on {need}: it is pure (see PURE in layering.rs)"
                ));
            }
        }
    }
    problems
}

fn owner(dependency: &str) -> Option<&'static str> {
    if dependency.starts_with("tauri-plugin-") {
        return Some("folio");
    }
    OWNERS
        .iter()
        .find(|(owned, _)| *owned == dependency)
        .map(|(_, owner)| *owner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(edges: &[(&str, &[&str])]) -> Vec<String> {
        let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        problems(
            &edges
                .iter()
                .map(|(name, needs)| ((*name).to_owned(), own(needs)))
                .collect(),
        )
    }

    #[test]
    fn the_doors_of_the_plan_are_open() {
        let edges: &[(&str, &[&str])] = &[
            ("folio-domain", &["serde"]),
            ("folio-store", &["folio-domain", "sqlx"]),
            ("folio-tests", &["folio-domain", "folio-store", "sqlx"]),
        ];
        assert_eq!(check(edges), [""; 0]);
    }

    #[test]
    fn other_doors_are_shut() {
        let cases: &[(&str, &str, &str)] = &[
            ("folio-store", "folio-server", "may not depend on folio-server"),
            ("folio-server", "sqlx", "only folio-store knows it"),
            ("folio-replica", "tauri-plugin-dialog", "only folio knows it"),
            ("folio-domain", "tokio", "it is pure"),
            ("folio-new", "serde", "without a place"),
        ];
        for (name, need, expected) in cases {
            let found = check(&[(name, &[need]), ("folio-tests", &[]), ("folio-exchange", &[])]);
            let found = if need.starts_with("folio-") {
                check(&[(name, &[need]), (need, &[])])
            } else {
                found
            };
            assert!(
                found.len() == 1 && found[0].contains(expected),
                "{name} -> {need}: {found:?}"
            );
        }
    }

    #[test]
    fn the_plan_itself_has_no_circle() {
        for (position, (room, doors)) in DOORS.iter().enumerate() {
            let opened = DOORS
                .iter()
                .skip(position)
                .any(|(later, _)| doors.contains(later));
            let allowed = *room == "folio" || *room == "folio-xtask" || !opened;
            assert!(allowed, "{room} leads to a room that comes after it");
        }
    }
}
