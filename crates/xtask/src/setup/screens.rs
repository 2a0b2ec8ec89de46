//! The screens in `ui/`: their packages and their build, each made again only when what it is made from is newer.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// npm writes this file last, so its age is the age of a finished installation.
const INSTALLED: &str = "ui/node_modules/.package-lock.json";
const BUILT: &str = "ui/dist/index.html";

/// The packages that the lock file names; no package's own script is run.
pub fn modules(workspace: &Workspace) -> Result<()> {
    let lock = workspace.path("ui/package-lock.json");
    if newer(&workspace.path(INSTALLED), &[lock])? {
        return Ok(());
    }
    println!("installing the packages of ui/");
    processes::run(&mut workspace.npm(&[
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--loglevel=error",
    ]))
    .context("the packages of ui/ cannot be installed")
}

/// `ui/dist`, from the sources and the texts.
pub fn build(workspace: &Workspace) -> Result<()> {
    modules(workspace)?;
    let made_from = sources(workspace)?;
    if newer(&workspace.path(BUILT), &made_from)? {
        return Ok(());
    }
    println!("building the screens");
    processes::run(&mut workspace.npm(&["run", "--silent", "build", "--", "--logLevel=warn"]))
        .context("the screens cannot be built")
}

/// Everything in `ui/` but what is installed, built or only tests, and the texts of all languages.
fn sources(workspace: &Workspace) -> Result<Vec<PathBuf>> {
    let mut found = vec![workspace.path("locales")];
    let ui = workspace.path("ui");
    for entry in std::fs::read_dir(&ui).with_context(|| format!("cannot read {}", ui.display()))? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let skipped =
            ["node_modules", "tests", "test-results"].contains(&name.as_str()) || name.starts_with("dist");
        if !skipped {
            found.push(path);
        }
    }
    Ok(found)
}

/// Whether `made` is there and nothing below `made_from` changed after it.
fn newer(made: &Path, made_from: &[PathBuf]) -> Result<bool> {
    let Ok(made) = std::fs::metadata(made) else {
        return Ok(false);
    };
    let made_at = made.modified()?;
    for path in made_from {
        if newest(path)? > made_at {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The latest change of a file, or of a folder and all below it: a folder's own time tells of deletions.
fn newest(path: &Path) -> Result<SystemTime> {
    let entry = std::fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut latest = entry.modified()?;
    if entry.is_dir() {
        for child in std::fs::read_dir(path)? {
            latest = latest.max(newest(&child?.path())?);
        }
    }
    Ok(latest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::time::Duration;

    fn age(path: &Path, seconds: u64) {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000 - seconds);
        fs::File::open(path).unwrap().set_modified(time).unwrap();
    }

    #[test]
    fn a_change_deep_below_or_a_deletion_asks_for_a_new_build() {
        let dir = tempfile::tempdir().unwrap();
        let (made, source) = (dir.path().join("made"), dir.path().join("source"));
        let (inner, file) = (source.join("inner"), source.join("inner/file"));
        fs::create_dir_all(&inner).unwrap();
        fs::write(&made, "").unwrap();
        fs::write(&file, "").unwrap();
        let settle =
            || [(&made, 10), (&source, 20), (&inner, 20), (&file, 20)].map(|(path, old)| age(path, old));
        let current = || newer(&made, std::slice::from_ref(&source)).unwrap();
        settle();
        assert!(current());
        age(&file, 5);
        assert!(!current());
        settle();
        age(&inner, 5);
        assert!(!current());
        fs::remove_file(&made).unwrap();
        assert!(!current());
    }
}
