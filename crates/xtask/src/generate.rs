//! `cargo xtask generate`: the TypeScript types of the protocol, which the UI is written against.

use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::path::Path;

/// Holds generated files and nothing else.
pub const FOLDER: &str = "ui/src/transport/generated";

/// Writes the files that differ and removes those that are no longer generated.
pub fn run(workspace: &Workspace) -> Result<()> {
    let folder = workspace.path(FOLDER);
    std::fs::create_dir_all(&folder).with_context(|| format!("cannot make {FOLDER}"))?;
    let wanted = wanted();
    for name in differing(&wanted, &present(&folder)?) {
        let path = folder.join(&name);
        match wanted.get(&name) {
            Some(text) => {
                std::fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?
            }
            None => {
                std::fs::remove_file(&path).with_context(|| format!("cannot remove {}", path.display()))?
            }
        }
    }
    Ok(())
}

/// The paths that `run` would write or remove.
pub fn stale(workspace: &Workspace) -> Result<Vec<String>> {
    let differing = differing(&wanted(), &present(&workspace.path(FOLDER))?);
    Ok(differing
        .into_iter()
        .map(|name| format!("{FOLDER}/{name}"))
        .collect())
}

type Files = BTreeMap<String, String>;

/// What the protocol says now.
pub fn text() -> String {
    folio_protocol::typescript::generate()
}

fn wanted() -> Files {
    Files::from([("index.ts".to_owned(), text())])
}

fn present(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    if folder.is_dir() {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let text = std::fs::read_to_string(entry.path())?;
            files.insert(entry.file_name().to_string_lossy().into_owned(), text);
        }
    }
    Ok(files)
}

fn differing(wanted: &Files, present: &Files) -> Vec<String> {
    let mut names: Vec<&String> = wanted.keys().chain(present.keys()).collect();
    names.sort();
    names.dedup();
    names
        .into_iter()
        .filter(|name| wanted.get(*name) != present.get(*name))
        .cloned()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_changed_and_left_over_files_differ() {
        let files = |entries: &[(&str, &str)]| {
            entries
                .iter()
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect::<Files>()
        };
        let wanted = files(&[("same.ts", "1"), ("changed.ts", "2"), ("new.ts", "3")]);
        let present = files(&[("same.ts", "1"), ("changed.ts", "1"), ("left.ts", "4")]);
        assert_eq!(differing(&wanted, &present), ["changed.ts", "left.ts", "new.ts"]);
    }
}
