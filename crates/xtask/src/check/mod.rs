//! `cargo xtask check`: what can be held without running Folio. Each check is a module with tests of its own.

mod banned;
mod circles;
mod dependencies;
mod fluent;
mod format;
mod generated;
mod handlers;
mod layering;
mod sizes;
mod sources;
mod suites;
mod usage;
mod words;

use crate::setup::{self, Need};
use crate::workspace::Workspace;
use anyhow::{Result, bail};
use sources::Sources;

#[derive(clap::Args)]
pub struct Options {
    /// Only this check
    name: Option<String>,
}

/// A check gives the problems it found, each a line that a person can act on.
type Check = fn(&Workspace, &Sources) -> Result<Vec<String>>;

/// What is quick comes first.
const CHECKS: &[(&str, Check)] = &[
    ("format", format::rustfmt),
    ("layering", layering::check),
    ("dependencies", dependencies::check),
    ("sizes", sizes::check),
    ("handlers", handlers::check),
    ("circles", circles::check),
    ("words", words::check),
    ("generated", generated::check),
    ("banned", banned::check),
    ("suites", suites::check),
    ("clippy", format::clippy),
];

/// Runs what was asked for; `false` when a check found something.
pub fn run(workspace: &Workspace, options: &Options) -> Result<bool> {
    let wanted: Vec<_> = CHECKS
        .iter()
        .filter(|(name, _)| options.name.as_deref().is_none_or(|wanted| wanted == *name))
        .collect();
    if wanted.is_empty() {
        let names: Vec<_> = CHECKS.iter().map(|(name, _)| *name).collect();
        bail!("there is no such check; there are: {}", names.join(", "));
    }
    // Compiling the whole workspace is what clippy needs; the others read files.
    if wanted.iter().any(|(name, _)| *name == "clippy") {
        setup::satisfy(
            workspace,
            &[Need::BuildPackages, Need::Lints, Need::Modules, Need::Screens],
        )?;
    }
    Ok(hold(workspace, &wanted)?.1 == 0)
}

/// Runs every check; gives how many passed and how many did not.
pub fn all(workspace: &Workspace) -> Result<(u64, u64)> {
    hold(workspace, &CHECKS.iter().collect::<Vec<_>>())
}

fn hold(workspace: &Workspace, checks: &[&(&str, Check)]) -> Result<(u64, u64)> {
    let sources = Sources::read(workspace)?;
    let (mut passed, mut failed) = (0, 0);
    for (name, check) in checks {
        let problems = check(workspace, &sources).unwrap_or_else(|error| vec![format!("{error:#}")]);
        if problems.is_empty() {
            passed += 1;
            println!("check {name:<12} ok");
        } else {
            failed += 1;
            println!("check {name:<12} FAILED");
            problems.iter().for_each(|problem| println!("  {problem}"));
        }
    }
    Ok((passed, failed))
}
