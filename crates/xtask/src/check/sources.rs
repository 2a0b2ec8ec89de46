//! The source files of the checkout, read once for all checks.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::Path;

/// Where people write source; everything else is installed, built, or prose.
const ROOTS: &[&str] = &["crates", "src-tauri", "tests", "ui", "locales", "migrations"];
const KINDS: &[&str] = &["css", "ftl", "html", "js", "mjs", "rs", "sql", "svelte", "ts"];
const NOT_WRITTEN: &[&str] = &[
    "node_modules",
    "dist",
    "dist-test",
    "generated",
    "gen",
    "test-results",
    "target",
];

/// A file and its text.
pub struct Source {
    /// From the root of the checkout, with `/`.
    pub path: String,
    pub text: String,
}

impl Source {
    /// Whether the name ends in one of these, without the dot.
    pub fn is_kind(&self, kinds: &[&str]) -> bool {
        self.path
            .rsplit_once('.')
            .is_some_and(|(_, kind)| kinds.contains(&kind))
    }

    /// The line, from 1, in which a byte of the text stands.
    pub fn line_at(&self, position: usize) -> usize {
        self.text
            .get(..position)
            .unwrap_or_default()
            .matches('\n')
            .count()
            + 1
    }

    /// Whether the whole file is tests, by the habits of the checkout.
    pub fn is_test(&self) -> bool {
        let (folders, name) = self.path.rsplit_once('/').unwrap_or(("", &self.path));
        folders.split('/').any(|folder| folder == "tests") || name == "tests.rs" || name.contains(".test.")
    }
}

/// All of them, in the order of their paths.
pub struct Sources {
    pub files: Vec<Source>,
}

impl Sources {
    /// Reads the checkout.
    pub fn read(workspace: &Workspace) -> Result<Self> {
        let mut files = Vec::new();
        for root in ROOTS {
            let folder = workspace.path(root);
            if folder.is_dir() {
                collect(workspace.root(), &folder, &mut files)?;
            }
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(Self { files })
    }

    /// Those below a folder.
    pub fn below<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a Source> {
        self.files.iter().filter(move |file| {
            file.path
                .strip_prefix(folder)
                .is_some_and(|rest| folder.is_empty() || rest.starts_with('/'))
        })
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<Source>) -> Result<()> {
    for entry in std::fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or_default();
        if path.is_dir() {
            if !NOT_WRITTEN.contains(&name) && !name.starts_with('.') {
                collect(root, &path, files)?;
            }
        } else if KINDS
            .iter()
            .any(|kind| path.extension().is_some_and(|extension| extension == *kind))
        {
            let text =
                std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
            let path = path.strip_prefix(root)?.to_string_lossy().into_owned();
            files.push(Source { path, text });
        }
    }
    Ok(())
}

#[cfg(test)]
pub fn of(files: &[(&str, &str)]) -> Sources {
    let file = |(path, text): &(&str, &str)| Source {
        path: (*path).to_owned(),
        text: (*text).to_owned(),
    };
    Sources {
        files: files.iter().map(file).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_tests_are_told_by_their_place_or_name() {
        let cases = [
            ("crates/store/src/invoices/tests.rs", true),
            ("tests/tests/policy.rs", true),
            ("ui/src/i18n/money.test.ts", true),
            ("crates/store/src/latest.rs", false),
        ];
        for (path, expected) in cases {
            assert_eq!(of(&[(path, "")]).files[0].is_test(), expected, "{path}");
        }
    }

    #[test]
    fn a_folder_is_not_a_mere_prefix() {
        let sources = of(&[("ui/src/a.ts", ""), ("ui/src-old/b.ts", "")]);
        assert_eq!(sources.below("ui/src").count(), 1);
    }
}
