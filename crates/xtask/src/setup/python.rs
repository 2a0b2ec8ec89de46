//! Other people's programs and libraries from PyPI, which a test or a bench holds Folio's work against. Each set
//! has a folder of its own, and every package of it, those that others need included, one version.

use crate::processes;
use crate::workspace::Workspace;
use anyhow::{Context, Result};
use std::path::PathBuf;
use std::process::Command;

/// Packages that are used together.
pub struct Packages {
    /// What the set is called: its folder below `target/tools`.
    name: &'static str,
    /// Every package with its version, as pip reads it.
    pinned: &'static [&'static str],
}

/// beancount, and openpyxl for the workbook.
pub const BEANCOUNT: Packages = Packages {
    name: "beancount",
    pinned: &[
        "beancount==3.2.3",
        "click==8.5.1",
        "et_xmlfile==2.0.0",
        "openpyxl==3.1.5",
        "python-dateutil==4.0.0",
        "regex==2026.11.15",
        "tzdata==2026.6",
    ],
};

/// typst and WeasyPrint, which print what Folio prints.
pub const PRINTERS: Packages = Packages {
    name: "printers",
    pinned: &[
        "brotli==1.2.1",
        "cffi==2.1.1",
        "cssselect2==0.10.1",
        "fonttools==4.68.0",
        "pillow==13.0.0",
        "pycparser==3.12",
        "pydyf==0.13.0",
        "pyphen==0.18.1",
        "tinycss2==1.5.1",
        "tinyhtml5==2.1.0",
        "typst==0.15.2",
        "weasyprint==70.0",
        "webencodings==0.6.1",
        "zopfli==0.4.3",
    ],
};

/// Written when everything is installed, and says what.
const INSTALLED: &str = "installed";

impl Packages {
    /// The folder with the programs, `python3` among them.
    pub fn programs(&self, workspace: &Workspace) -> PathBuf {
        self.folder(workspace).join("bin")
    }

    fn folder(&self, workspace: &Workspace) -> PathBuf {
        workspace.target("tools").join(self.name)
    }

    /// Installs them, unless they are there at these versions.
    pub fn install(&self, workspace: &Workspace) -> Result<()> {
        let (folder, wanted) = (self.folder(workspace), self.pinned.join("\n"));
        if std::fs::read_to_string(folder.join(INSTALLED)).is_ok_and(|there| there == wanted) {
            return Ok(());
        }
        println!("installing {}", self.pinned.join(" "));
        let mut make = Command::new("python3");
        make.args(["-m", "venv", "--clear"]).arg(&folder);
        processes::run(&mut make).context("a place for Python's packages cannot be made")?;
        let mut install = Command::new(folder.join("bin/pip"));
        install
            .args(["install", "--quiet", "--disable-pip-version-check", "--no-deps"])
            .args(self.pinned);
        processes::run(&mut install).with_context(|| format!("{} cannot be installed", self.name))?;
        std::fs::write(folder.join(INSTALLED), wanted).context("cannot note what is installed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_package_has_one_version() {
        for package in BEANCOUNT.pinned.iter().chain(PRINTERS.pinned) {
            assert_eq!(package.matches("==").count(), 1, "{package}");
        }
    }
}
