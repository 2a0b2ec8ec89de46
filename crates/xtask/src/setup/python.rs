//! Python programs of other people, each set of them from PyPI into a folder of its own below `target/tools`, every
//! package at one version.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Written when everything is installed, and says what.
const INSTALLED: &str = "installed";

/// Programs that are installed together.
pub struct Programs {
    /// The folder's name, and what a person is told that is installed.
    pub name: &'static str,
    /// Every package, with all that it needs.
    pub packages: &'static [&'static str],
}

impl Programs {
    /// Where `python` and the programs are.
    pub fn folder(&self, workspace: &Workspace) -> PathBuf {
        self.place(workspace).join("bin")
    }

    /// Installs them, unless they are there at these versions.
    pub fn install(&self, workspace: &Workspace) -> Result<()> {
        let (place, wanted) = (self.place(workspace), self.packages.join("\n"));
        if std::fs::read_to_string(place.join(INSTALLED)).is_ok_and(|there| there == wanted) {
            return Ok(());
        }
        println!("installing {}", self.name);
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "--clear"]).arg(&place);
        processes::run(&mut make).context("a place for Python's packages cannot be made")?;
        let mut install = Command::new(place.join("bin/pip"));
        install
            .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(self.packages);
        processes::run(&mut install).with_context(|| format!("{} cannot be installed", self.name))?;
        std::fs::write(place.join(INSTALLED), wanted).context("cannot note what is installed")
    }

    fn place(&self, workspace: &Workspace) -> PathBuf {
        workspace.target("tools").join(self.name)
    }
}
