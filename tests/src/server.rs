//! A real `folio-server` as a child process.

use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};

const START_LIMIT: Duration = Duration::from_secs(60);
const STOP_LIMIT: Duration = Duration::from_secs(30);
const POLL: Duration = Duration::from_millis(5);

/// The server's binary: what `FOLIO_TEST_SERVER` names, else the one beside the tests.
///
/// # Errors
/// There is none.
pub fn program() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("FOLIO_TEST_SERVER") {
        return Ok(path.into());
    }
    let test = std::env::current_exe()?;
    let folder = test
        .parent()
        .and_then(Path::parent)
        .context("the test has no folder")?;
    let path = folder.join("folio-server");
    ensure!(
        path.is_file(),
        "FOLIO_TEST_SERVER is not set and {} is not there: run `cargo xtask test`, or `cargo build --workspace --bins`",
        path.display()
    );
    Ok(path)
}

/// Runs the server's binary to its end.
///
/// # Errors
/// It cannot be started.
pub fn run(arguments: &[&std::ffi::OsStr]) -> Result<Output> {
    let program = program()?;
    Command::new(&program)
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("running {}", program.display()))
}

/// A running server; ended when dropped.
pub struct Server {
    child: Child,
    place: Place,
}

/// Where a server serves what, and what it is told beside.
#[derive(Clone)]
struct Place {
    home: PathBuf,
    port: u16,
    settings: Vec<(String, String)>,
}

impl Server {
    /// Serves `home` on a free port.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(home: &Path) -> Result<Self> {
        Self::start_with(home, &[])
    }

    /// The same with settings in its environment.
    ///
    /// # Errors
    /// It does not start.
    pub fn start_with(home: &Path, settings: &[(&str, String)]) -> Result<Self> {
        // Free now, and nobody else is told of it: a server that is started again keeps its address.
        let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        Self::start_at(Place {
            home: home.to_owned(),
            port,
            settings,
        })
    }

    fn start_at(place: Place) -> Result<Self> {
        let log = OpenOptions::new()
            .create(true)
            .append(true)
            .open(log_file(&place.home))?;
        let mut child = Command::new(program()?)
            .args(["serve", "--home"])
            .arg(&place.home)
            .args(["--listen", &format!("127.0.0.1:{}", place.port)])
            .env("FOLIO_LOG", "info")
            .envs(place.settings.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(log.try_clone()?)
            .spawn()
            .context("starting the server")?;
        let listens = listening(&mut child, log)?;
        let server = Self { child, place };
        match listens.recv_timeout(START_LIMIT) {
            Ok(()) => Ok(server),
            Err(_silent) => bail!("the server does not listen; it said: {}", server.log()?),
        }
    }

    /// Its address.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.place.port)
    }

    /// Its process.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Its home.
    #[must_use]
    pub fn home(&self) -> &Path {
        &self.place.home
    }

    /// All that it has said so far, in this life and those before.
    ///
    /// # Errors
    /// The log cannot be read.
    pub fn log(&self) -> Result<String> {
        Ok(String::from_utf8_lossy(&std::fs::read(log_file(&self.place.home))?).into_owned())
    }

    /// Ends it at once, in the middle of whatever it does (SIGKILL), and gives what starts it again.
    ///
    /// # Errors
    /// It had ended by itself.
    pub fn kill(mut self) -> Result<Killed> {
        if let Some(status) = self.child.try_wait()? {
            bail!(
                "the server had ended by itself: {status}; it said: {}",
                self.log()?
            );
        }
        self.child.kill()?;
        let at = Instant::now();
        self.child.wait()?;
        Ok(Killed {
            place: self.place.clone(),
            at,
        })
    }

    /// Ends it as an operator does (SIGTERM), and waits until it is gone.
    ///
    /// # Errors
    /// It does not end.
    pub fn stop(mut self) -> Result<Killed> {
        kill_process(Pid::from_child(&self.child), Signal::TERM)?;
        let deadline = Instant::now() + STOP_LIMIT;
        while self.child.try_wait()?.is_none() {
            ensure!(Instant::now() < deadline, "the server does not end");
            std::thread::sleep(POLL);
        }
        Ok(Killed {
            place: self.place.clone(),
            at: Instant::now(),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Errors mean that it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server that is down.
pub struct Killed {
    place: Place,
    /// When it was ended.
    pub at: Instant,
}

impl Killed {
    /// Starts it again where it was.
    ///
    /// # Errors
    /// It does not start.
    pub fn start_again(self) -> Result<Server> {
        Server::start_at(self.place)
    }

    /// Starts another home at its address.
    ///
    /// # Errors
    /// It does not start.
    pub fn start_other(self, home: &Path) -> Result<Server> {
        Server::start_at(Place {
            home: home.to_owned(),
            ..self.place
        })
    }
}

fn log_file(home: &Path) -> PathBuf {
    home.join("server.log")
}

/// Rings once the server says that it listens; keeps what else it says.
fn listening(child: &mut Child, mut log: File) -> Result<Receiver<()>> {
    let (sender, receiver) = channel();
    let lines = BufReader::new(child.stdout.take().context("no standard output")?).lines();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if line.starts_with("listening ") {
                // An error means that nobody waits any more.
                let _ = sender.send(());
            }
            // A log that cannot be written shows in the test that reads it.
            let _ = writeln!(log, "{line}");
        }
    });
    Ok(receiver)
}
