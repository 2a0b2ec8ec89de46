//! Every direct dependency has a line in `docs/dependencies.md` that says what it is for, and no line is left over; what
//! comes from PyPI for tests is among them.

use super::sources::Sources;
use crate::setup;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

const PAGE: &str = "docs/dependencies.md";
const PACKAGES: &str = "ui/package.json";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Packages {
    #[serde(default)]
    dependencies: BTreeMap<String, String>,
    #[serde(default)]
    dev_dependencies: BTreeMap<String, String>,
}

pub fn check(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let read =
        |path| std::fs::read_to_string(workspace.path(path)).with_context(|| format!("cannot read {path}"));
    let packages: Packages = serde_json::from_str(&read(PACKAGES)?).with_context(|| PACKAGES.to_owned())?;
    let mut used: BTreeSet<String> = packages
        .dependencies
        .into_keys()
        .chain(packages.dev_dependencies.into_keys())
        .collect();
    for package in workspace.metadata()?.packages {
        // Crates of the checkout have a path and no source.
        let external = package
            .dependencies
            .into_iter()
            .filter(|dependency| dependency.source.is_some());
        used.extend(external.map(|dependency| dependency.name));
    }
    Ok(problems(&used, &setup::python_packages(), &read(PAGE)?))
}

/// What is pinned may have a line: those of it that others need have none.
fn problems(used: &BTreeSet<String>, pinned: &BTreeSet<&str>, page: &str) -> Vec<String> {
    let listed: BTreeSet<String> = page.lines().filter_map(listed).collect();
    let missing = used
        .difference(&listed)
        .map(|name| format!("{PAGE}: {name} has no line"));
    let left_over = listed
        .difference(used)
        .filter(|name| !pinned.contains(name.as_str()))
        .map(|name| format!("{PAGE}: {name} is no longer a dependency"));
    missing.chain(left_over).collect()
}

/// The name in the first column of a row.
fn listed(line: &str) -> Option<String> {
    let (name, _) = line.strip_prefix("| `")?.split_once("` |")?;
    Some(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_and_left_over_lines_are_named() {
        let used = ["serde", "new"].map(str::to_owned).into();
        let pinned = ["typst"].into();
        let page = "| crate | what for |\n|---|---|\n| `serde` | shapes |\n| `old` | nothing |\n| `typst` | prints |\n";
        let expected = [
            "docs/dependencies.md: new has no line",
            "docs/dependencies.md: old is no longer a dependency",
        ];
        assert_eq!(problems(&used, &pinned, page), expected);
    }
}
