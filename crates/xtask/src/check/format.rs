//! rustfmt and clippy, which print what they find themselves.

use super::sources::Sources;
use crate::processes;
use crate::workspace::Workspace;
use anyhow::Result;

/// Every Rust file is laid out as rustfmt would.
pub fn rustfmt(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let mut fmt = workspace.cargo(["fmt", "--all", "--check", "--", "--files-with-diff"]);
    verdict(&mut fmt, "these files are not formatted: run `cargo fmt --all`")
}

/// No lint of the workspace finds anything, in tests neither.
pub fn clippy(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let mut clippy = workspace.cargo([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    verdict(&mut clippy, "clippy found something, see above")
}

fn verdict(command: &mut std::process::Command, problem: &str) -> Result<Vec<String>> {
    let passed = processes::succeeds(command)?;
    Ok(if passed {
        Vec::new()
    } else {
        vec![problem.to_owned()]
    })
}
