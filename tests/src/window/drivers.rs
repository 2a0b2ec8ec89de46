//! The programs that drive a window or a browser, each on a port of its own.

use std::ffi::OsString;
use std::fs::{File, TryLockError};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use rustix::process::{Pid, Signal, kill_process};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};

use crate::until::until;

const START_LIMIT: Duration = Duration::from_secs(30);
const SESSION_LIMIT: Duration = Duration::from_secs(90);
const END_LIMIT: Duration = Duration::from_secs(10);
const POLL: Duration = Duration::from_millis(20);

/// A driver; ended in order when dropped, for a killed one leaves its own child on its port.
pub struct Driver {
    child: Child,
    port: u16,
    keeps: Keeps,
}

/// What the screen behind a driver keeps its things in.
enum Keeps {
    /// The app's folder, which one process has at a time.
    Home(PathBuf),
    /// A browser's, which goes with it.
    Profile { _folder: TempDir },
}

impl Driver {
    /// Starts a driver that is asked on the first of `ports`; the others are those of drivers behind it.
    fn start(mut command: Command, ports: &[u16], log: &Path, keeps: Keeps) -> Result<Self> {
        let name = command.get_program().to_owned();
        let log = File::create(log).with_context(|| format!("making {}", log.display()))?;
        command.stdin(Stdio::null()).stdout(log.try_clone()?).stderr(log);
        let child = command
            .spawn()
            .with_context(|| format!("starting {}", name.display()))?;
        let mut driver = Self {
            child,
            port: ports.first().copied().context("a port to ask on")?,
            keeps,
        };
        let deadline = Instant::now() + START_LIMIT;
        let listens = |port: &u16| TcpStream::connect(("127.0.0.1", *port)).is_ok();
        while !ports.iter().all(listens) {
            if let Some(status) = driver.child.try_wait()? {
                bail!("{} ended at once: {status}", name.display());
            }
            ensure!(Instant::now() < deadline, "{} does not listen", name.display());
            std::thread::sleep(POLL);
        }
        Ok(driver)
    }

    async fn session(&self, capabilities: Value) -> Result<WebDriver> {
        let Value::Object(map) = capabilities else {
            bail!("capabilities are an object")
        };
        // An error means that there is one already. Nothing here goes over TLS, but no client is made without.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let builder = WebDriver::builder(format!("http://127.0.0.1:{}", self.port), Capabilities::from(map));
        let connect = builder.request_timeout(SESSION_LIMIT).connect();
        let session = tokio::time::timeout(SESSION_LIMIT, connect)
            .await
            .context("the app hangs at its start")?;
        session.context("the app does not start")
    }

    /// Ends the session and the screen that it drove. A driver answers before it ends the app, and a driver that is
    /// ended meanwhile leaves the app behind; so the app's folder is waited for.
    ///
    /// # Errors
    /// The screen does not end.
    pub async fn end(self, session: WebDriver) -> Result<()> {
        let quit = session.quit().await;
        match &self.keeps {
            // A window that closes itself takes its session along.
            Keeps::Home(home) => until("the app ends", END_LIMIT, async || is_free(home)).await,
            Keeps::Profile { .. } => quit.context("the browser does not end"),
        }
    }
}

/// Whether no app has its things in `home` any more.
fn is_free(home: &Path) -> Result<bool> {
    match File::open(home.join("lock"))?.try_lock() {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // An error means that it is gone already.
        let _ = kill_process(Pid::from_child(&self.child), Signal::TERM);
        let deadline = Instant::now() + END_LIMIT;
        while Instant::now() < deadline {
            match self.child.try_wait() {
                Ok(None) => std::thread::sleep(POLL),
                _ended => return,
            }
        }
        // Only a driver that hangs gets here.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn app() -> Result<PathBuf> {
    let path = std::env::var_os("FOLIO_TEST_APP").context(
        "FOLIO_TEST_APP names no app: run `cargo xtask test window` or `cargo xtask run --headless-check`",
    )?;
    Ok(PathBuf::from(path))
}

/// Starts the app with its things in `home`.
///
/// # Errors
/// It does not start.
pub async fn window(home: &Path, settings: &[(&str, OsString)], log: &Path) -> Result<(Driver, WebDriver)> {
    let app = app()?;
    let (port, native) = (free_port()?, free_port()?);
    let mut command = Command::new("tauri-driver");
    command.args(["--port", &port.to_string(), "--native-port", &native.to_string()]);
    command
        .env("FOLIO_HOME", home)
        .envs(settings.iter().map(|(name, value)| (name, value)));
    let driver = Driver::start(command, &[port, native], log, Keeps::Home(home.to_owned()))?;
    let session = driver
        .session(json!({ "tauri:options": { "application": app } }))
        .await?;
    Ok((driver, session))
}

/// Starts a browser that keeps what it downloads in `downloads`.
///
/// # Errors
/// It does not start.
pub async fn browser(downloads: &Path, log: &Path) -> Result<(Driver, WebDriver)> {
    let port = free_port()?;
    let profile = tempfile::tempdir()?;
    let mut command = Command::new("chromedriver");
    command.arg(format!("--port={port}"));
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--window-size=1280,900",
        "--lang=en",
        &format!("--user-data-dir={}", profile.path().display()),
    ];
    let capabilities = json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "args": arguments, "prefs": { "download.default_directory": downloads, "intl.accept_languages": "en" } },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    let driver = Driver::start(command, &[port], log, Keeps::Profile { _folder: profile })?;
    let session = driver.session(capabilities).await?;
    Ok((driver, session))
}
