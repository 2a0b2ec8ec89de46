//! Programs that come through rustup and cargo.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::process::Stdio;

const TAURI_DRIVER: &str = "tauri-driver@2.1.0";

/// `rustfmt` and `clippy`, which rustup's smallest profile leaves out.
pub fn lints(workspace: &Workspace) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let mut probe = workspace.cargo([subcommand, "--version"]);
        if !processes::succeeds(probe.stdout(Stdio::null()).stderr(Stdio::null()))? {
            let mut add = std::process::Command::new("rustup");
            processes::run(add.args(["component", "add", component]))
                .with_context(|| format!("cargo {subcommand} is missing"))?;
        }
    }
    Ok(())
}

/// `tauri-driver`, which the tests of the window take.
pub fn tauri_driver(workspace: &Workspace) -> Result<()> {
    if processes::installed("tauri-driver") {
        return Ok(());
    }
    println!("installing {TAURI_DRIVER}");
    processes::run(&mut workspace.cargo(["install", TAURI_DRIVER, "--locked", "--quiet"]))
}
