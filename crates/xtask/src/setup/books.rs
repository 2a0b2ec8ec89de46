//! Other people's accounting programs, which read in a test what Folio writes for them. ledger and hledger are
//! Debian's packages; beancount, and openpyxl for the workbook, come from PyPI into a folder of their own, every
//! package of them at one version.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// beancount with all that it needs.
const PACKAGES: [&str; 7] = [
    "beancount==3.2.3",
    "click==8.5.1",
    "et_xmlfile==2.0.0",
    "openpyxl==3.1.5",
    "python-dateutil==4.0.0",
    "regex==2026.11.15",
    "tzdata==2026.6",
];

/// Written when everything is installed, and says what.
const INSTALLED: &str = "installed";

/// The folder with beancount's programs.
pub fn programs(workspace: &Workspace) -> PathBuf {
    folder(workspace).join("bin")
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target("tools/beancount")
}

/// Installs beancount, unless it is there at these versions.
pub fn beancount(workspace: &Workspace) -> Result<()> {
    let (folder, wanted) = (folder(workspace), PACKAGES.join("\n"));
    if std::fs::read_to_string(folder.join(INSTALLED)).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    println!("installing beancount");
    let mut make = Command::new("python3");
    make.args(["-m", "venv", "--clear"]).arg(&folder);
    processes::run(&mut make).context("a place for Python's packages cannot be made")?;
    let mut install = Command::new(folder.join("bin/pip"));
    install
        .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps"])
        .args(PACKAGES);
    processes::run(&mut install).context("beancount cannot be installed")?;
    std::fs::write(folder.join(INSTALLED), wanted).context("cannot note what is installed")
}
