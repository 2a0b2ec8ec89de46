//! An API of this checkout with demo data, as a child process.

use crate::interrupt;
use crate::processes::{self, Running};
use crate::workspace::{Profile, Workspace};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::RecvTimeoutError;
use std::time::{Duration, Instant};

const START_LIMIT: Duration = Duration::from_secs(60);
const POLL: Duration = Duration::from_millis(100);

/// Builds every binary, and further targets, with one set of features, so that nothing is compiled twice.
pub fn build(workspace: &Workspace, further_targets: &[&str]) -> Result<()> {
    processes::run(
        workspace
            .cargo(["build", "--quiet", "--workspace", "--bins"])
            .args(further_targets),
    )
}

/// A running API; ended when dropped.
pub struct Server {
    process: Running,
    /// Where it listens, such as `http://127.0.0.1:4810`.
    pub address: String,
}

impl Server {
    /// Makes demo data below `home` unless it is there, prints the sign-ins, and serves it.
    pub fn with_demo_data(workspace: &Workspace, home: &Path, port: u16) -> Result<Self> {
        let program = workspace.binary(Profile::Debug, "folio-server");
        std::fs::create_dir_all(home).with_context(|| format!("cannot make {}", home.display()))?;
        processes::run(Command::new(&program).arg("demo").arg("--home").arg(home))?;
        let mut serve = Command::new(&program);
        serve
            .arg("serve")
            .arg("--home")
            .arg(home)
            .arg("--listen")
            .arg(format!("127.0.0.1:{port}"));
        let mut process = processes::start(serve.stdout(Stdio::piped()))?;
        let address = wait_for_address(&mut process)?;
        Ok(Self { process, address })
    }

    /// Says so when it has ended by itself.
    pub fn check(&mut self) -> Result<()> {
        match self.process.ended()? {
            Some(status) => bail!("the API ended by itself: {status}"),
            None => Ok(()),
        }
    }
}

/// The server's first line says where it listens; what comes after is passed on.
fn wait_for_address(server: &mut Running) -> Result<String> {
    let lines = server.lines()?;
    let deadline = Instant::now() + START_LIMIT;
    while Instant::now() < deadline {
        match lines.recv_timeout(POLL) {
            Ok(line) => {
                if let Some(address) = line.strip_prefix("listening ") {
                    let address = address.trim().to_owned();
                    std::thread::spawn(move || lines.iter().for_each(|line| println!("{line}")));
                    return Ok(address);
                }
                println!("{line}");
            }
            Err(RecvTimeoutError::Disconnected) => bail!("the API ended before it listened"),
            Err(RecvTimeoutError::Timeout) if interrupt::noticed() => bail!("interrupted"),
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
    bail!("the API did not listen within {} s", START_LIMIT.as_secs());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(script: &str) -> Result<String> {
        let mut command = Command::new("sh");
        let mut process = processes::start(command.args(["-c", script]).stdout(Stdio::piped()))?;
        wait_for_address(&mut process)
    }

    #[test]
    fn the_address_is_read_from_the_line_that_names_it() {
        let script = "echo hello; echo listening http://127.0.0.1:9; sleep 600";
        assert_eq!(answer(script).unwrap(), "http://127.0.0.1:9");
    }

    #[test]
    fn a_server_that_ends_at_once_is_told_apart() {
        assert!(
            answer("echo no")
                .unwrap_err()
                .to_string()
                .contains("ended before")
        );
    }
}
