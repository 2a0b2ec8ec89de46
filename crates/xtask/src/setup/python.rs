//! Packages from PyPI that tests take: each set in a folder of its own below `target/tools`, every package of it at one
//! version.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Written when everything is installed, and says what.
const INSTALLED: &str = "installed";

/// A set of packages.
pub struct Tools {
    /// What it is called.
    pub name: &'static str,
    /// The packages with their versions, all that they need among them.
    pub packages: &'static [&'static str],
}

impl Tools {
    /// The folder with the programs of the set, Python among them.
    pub fn programs(&self, workspace: &Workspace) -> PathBuf {
        self.folder(workspace).join("bin")
    }

    fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.target(&format!("tools/{}", self.name))
    }

    /// Installs the set, unless it is there at these versions.
    pub fn install(&self, workspace: &Workspace) -> Result<()> {
        let (folder, wanted) = (self.folder(workspace), self.packages.join("\n"));
        if std::fs::read_to_string(folder.join(INSTALLED)).is_ok_and(|there| there == wanted) {
            return Ok(());
        }
        println!("installing {}", self.name);
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "--clear"]).arg(&folder);
        processes::run(&mut make).context("a place for Python's packages cannot be made")?;
        let mut install = Command::new(folder.join("bin/pip"));
        install
            .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(self.packages);
        processes::run(&mut install).with_context(|| format!("{} cannot be installed", self.name))?;
        std::fs::write(folder.join(INSTALLED), wanted).context("cannot note what is installed")
    }
}
