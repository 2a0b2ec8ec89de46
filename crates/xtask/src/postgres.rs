//! A PostgreSQL of one's own for a test run: made empty, on a free port of this machine only, gone afterwards.

use crate::processes;
use anyhow::{Context, Result};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

/// PostgreSQL refuses to run as root; Debian's package brings this account for it.
const ACCOUNT: &str = "postgres";
const ROLE: &str = "folio";
/// Between choosing a free port and listening on it somebody else may take it.
const START_ATTEMPTS: u32 = 3;

/// A running PostgreSQL; stopped and removed when dropped.
pub struct Postgres {
    programs: PathBuf,
    home: PathBuf,
    as_account: bool,
    port: u16,
}

impl Postgres {
    /// Makes an empty cluster in a temporary folder and starts it.
    pub fn start() -> Result<Self> {
        let as_account = rustix::process::geteuid().is_root();
        let mut postgres = Self {
            programs: programs()?,
            home: make_home(as_account)?,
            as_account,
            port: 0,
        };
        postgres.init()?;
        for attempt in 1.. {
            postgres.port = free_port()?;
            match postgres.launch() {
                Ok(()) => break,
                Err(error) if attempt == START_ATTEMPTS => return Err(error),
                Err(_) => {}
            }
        }
        Ok(postgres)
    }

    /// The address of its database.
    pub fn url(&self) -> String {
        format!("postgres://{ROLE}@127.0.0.1:{}/postgres", self.port)
    }

    fn init(&self) -> Result<()> {
        let mut init = self.program("initdb");
        init.args([
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
            "--username",
            ROLE,
        ]);
        processes::output(init.arg("-D").arg(self.cluster())).map(drop)
    }

    fn launch(&self) -> Result<()> {
        let log = self.home.join("log");
        // Nothing here outlives the run, so nothing needs to survive a loss of power.
        let settings = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c max_connections=200 -c fsync=off -c full_page_writes=off",
            self.port,
            self.home.display(),
        );
        let mut start = self.control();
        start
            .arg("-l")
            .arg(&log)
            .args(["-w", "-t", "60", "-o", &settings, "start"]);
        processes::run(start.stdout(std::process::Stdio::null())).with_context(|| {
            format!(
                "PostgreSQL does not start: {}",
                std::fs::read_to_string(&log).unwrap_or_default().trim()
            )
        })
    }

    fn control(&self) -> Command {
        let mut control = self.program("pg_ctl");
        control.arg("-D").arg(self.cluster());
        control
    }

    fn cluster(&self) -> PathBuf {
        self.home.join("cluster")
    }

    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = if self.as_account {
            let mut switch = Command::new("runuser");
            switch.args(["-u", ACCOUNT, "--"]).arg(path);
            switch
        } else {
            Command::new(path)
        };
        // The account may not read the folder that xtask was called in.
        command.current_dir(&self.home);
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if self.cluster().join("postmaster.pid").exists()
            && let Err(error) = processes::output(self.control().args(["-w", "-m", "immediate", "stop"]))
        {
            eprintln!("PostgreSQL could not be stopped: {error:#}");
        }
        if let Err(error) = std::fs::remove_dir_all(&self.home) {
            eprintln!("{} could not be removed: {error}", self.home.display());
        }
    }
}

/// The newest installed programs; Debian keeps them off the path.
fn programs() -> Result<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .map(|version| version.path().join("bin"))
        .filter(|bin| bin.join("initdb").is_file())
        .max_by_key(|bin| version_of(bin));
    newest.context("PostgreSQL is not installed: run `cargo xtask setup`")
}

fn version_of(bin: &Path) -> u32 {
    let version = bin
        .parent()
        .and_then(Path::file_name)
        .and_then(|name| name.to_str());
    version.and_then(|name| name.parse().ok()).unwrap_or(0)
}

fn make_home(as_account: bool) -> Result<PathBuf> {
    let home = tempfile::Builder::new()
        .prefix("folio-postgres-")
        .tempdir()?
        .keep();
    if as_account {
        let owner = format!("{ACCOUNT}:");
        processes::output(Command::new("chown").arg(owner).arg(&home))
            .context("as root, PostgreSQL needs the account that Debian's package makes")?;
    }
    Ok(home)
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_version_wins_by_number() {
        assert!(
            version_of(Path::new("/usr/lib/postgresql/15/bin"))
                > version_of(Path::new("/usr/lib/postgresql/9/bin"))
        );
        assert_eq!(version_of(Path::new("/usr/lib/postgresql/x/bin")), 0);
    }
}
