//! `cargo xtask run --headless-check`: the real window on a screen that nobody sees, driven by
//! `tests/tests/headless_check.rs` against a server with fresh demo data.

use crate::display::Session;
use crate::environment;
use crate::processes;
use crate::server::{self, Server};
use crate::setup;
use crate::suites::HEADLESS_CHECK;
use crate::workspace::{Profile, Workspace};
use anyhow::{Context, Result, bail};

const PICTURE: &str = "headless-check.png";

/// Signs in as the demo owner and leaves a picture under `target/`; `false` when the window did not do it.
pub fn check(workspace: &Workspace) -> Result<bool> {
    setup::everything(workspace)?;
    // With the test, so that both share one set of features and one build.
    server::build(workspace, &["--test", HEADLESS_CHECK])?;
    let picture = workspace.target(PICTURE);
    if picture.exists() {
        std::fs::remove_file(&picture).context("the last picture cannot be removed")?;
    }
    let home = tempfile::tempdir()?;
    let server = Server::with_demo_data(workspace, home.path(), 0)?;
    let mut test = workspace.cargo([
        "test",
        "--quiet",
        "--workspace",
        "--test",
        HEADLESS_CHECK,
        "--",
        "--nocapture",
    ]);
    test.env(environment::APP, workspace.binary(Profile::Debug, "folio"))
        .env(environment::SERVER_URL, &server.address)
        .env(environment::SCREENSHOT, &picture);
    if !processes::succeeds(&mut Session::new()?.wrap(&test))? {
        return Ok(false);
    }
    if !picture.is_file() {
        bail!("the check passed and left no picture at {}", picture.display());
    }
    println!("the demo owner signed in: {}", picture.display());
    Ok(true)
}
