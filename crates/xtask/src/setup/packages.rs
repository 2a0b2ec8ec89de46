//! System packages, through Debian's apt.

use crate::processes;
use anyhow::{Context, Result, bail};
use std::process::{Command, Stdio};

/// What compiling the workspace takes: a C compiler, WebKitGTK for the window, perl for OpenSSL.
pub const BUILD: &[&str] = &[
    "build-essential",
    "file",
    "libsoup-3.0-dev",
    "libwebkit2gtk-4.1-dev",
    "perl",
    "pkg-config",
];

/// What the tests take beyond that.
pub const TEST: &[&str] = &[
    "chromium",
    "chromium-driver",
    "dbus",
    "fonts-dejavu-core",
    "fonts-noto-cjk",
    "fonts-noto-core",
    "gnome-keyring",
    "imagemagick",
    "poppler-utils",
    "postgresql",
    "qpdf",
    "webkit2gtk-driver",
    "xauth",
    "xvfb",
];

/// What a place for Python's packages takes.
pub const PYTHON: &[&str] = &["python3-venv"];

/// Accounting programs.
pub const BOOKS: &[&str] = &["hledger", "ledger"];

/// What WeasyPrint sets text with.
pub const PRINTERS: &[&str] = &["libharfbuzz-subset0", "libpango-1.0-0", "libpangoft2-1.0-0"];

/// Installs those of the packages that are missing.
pub fn install(packages: &[&str]) -> Result<()> {
    if !processes::installed("dpkg-query") {
        eprintln!(
            "not a Debian machine: make sure by hand that it has what these packages bring: {}",
            packages.join(" ")
        );
        return Ok(());
    }
    let missing = missing(packages)?;
    if missing.is_empty() {
        return Ok(());
    }
    println!("installing {}", missing.join(" "));
    apt(&missing, &["update", "--quiet=2"])?;
    let mut install = vec!["install", "--yes", "--quiet=2", "--no-install-recommends"];
    install.extend(&missing);
    apt(&missing, &install)
}

fn missing<'a>(packages: &[&'a str]) -> Result<Vec<&'a str>> {
    // A package that dpkg has never heard of makes its status 1, and the others are listed all the same.
    let answer = Command::new("dpkg-query")
        .args(["--show", "--showformat=${Package} ${db:Status-Status}\\n"])
        .args(packages)
        .stderr(Stdio::null())
        .output()
        .context("cannot start dpkg-query")?;
    Ok(absent(packages, &String::from_utf8_lossy(&answer.stdout)))
}

fn absent<'a>(packages: &[&'a str], listed: &str) -> Vec<&'a str> {
    let installed: Vec<&str> = listed
        .lines()
        .filter_map(|line| line.strip_suffix(" installed"))
        .collect();
    packages
        .iter()
        .copied()
        .filter(|package| !installed.contains(package))
        .collect()
}

fn apt(missing: &[&str], arguments: &[&str]) -> Result<()> {
    let mut command = if rustix::process::geteuid().is_root() {
        Command::new("env")
    } else if processes::installed("sudo") {
        let mut sudo = Command::new("sudo");
        sudo.arg("env");
        sudo
    } else {
        bail!(
            "these packages are missing, and only root may install them: apt-get install {}",
            missing.join(" ")
        );
    };
    command
        .args(["DEBIAN_FRONTEND=noninteractive", "apt-get"])
        .args(arguments);
    // Not in a process group of its own: sudo may have to ask for a password at the terminal.
    let status = command
        .stdout(Stdio::null())
        .status()
        .context("cannot start apt-get")?;
    if !status.success() {
        bail!("{} failed", processes::shown(&command));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_installed_counts_as_there() {
        let listed = "qpdf installed\nxvfb config-files\ndbus not-installed\n";
        assert_eq!(
            absent(&["qpdf", "xvfb", "dbus", "file"], listed),
            ["xvfb", "dbus", "file"]
        );
    }

    #[test]
    fn no_package_is_named_twice() {
        let mut all = [BUILD, TEST, PYTHON, BOOKS, PRINTERS].concat();
        let named = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), named);
    }
}
