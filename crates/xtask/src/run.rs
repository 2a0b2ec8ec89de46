//! `cargo xtask run`: the API with demo data, and the desktop app beside it.

use crate::processes::{self, Running};
use crate::server::{self, Server};
use crate::setup::{self, Need};
use crate::workspace::{Profile, Workspace};
use crate::{headless, interrupt};
use anyhow::Result;
use std::net::TcpListener;
use std::process::Command;
use std::time::Duration;

const POLL: Duration = Duration::from_millis(100);

#[derive(clap::Args)]
pub struct Options {
    /// Open the app on a screen that nobody sees, sign in as the demo owner, take a picture, and end
    #[arg(long)]
    headless_check: bool,
    /// Port of the API; another is taken when it is in use
    #[arg(long, default_value_t = 4810)]
    port: u16,
}

/// Runs until the app is closed or the person interrupts.
pub fn run(workspace: &Workspace, options: &Options) -> Result<bool> {
    if options.headless_check {
        return headless::check(workspace);
    }
    setup::satisfy(workspace, &[Need::BuildPackages, Need::Modules, Need::Screens])?;
    server::build(workspace, &[])?;
    let mut server = Server::with_demo_data(workspace, &workspace.target("demo"), port(options.port))?;
    println!("\nthe portal:  {}\n", server.address);
    if has_screen() {
        let mut app = Command::new(workspace.binary(Profile::Debug, "folio"));
        let app = processes::start(app.current_dir(workspace.root()))?;
        println!("Close the window or press Ctrl-C to end.");
        keep(&mut server, Some(app))?;
    } else {
        println!("There is no screen for the desktop app. Press Ctrl-C to end.");
        keep(&mut server, None)?;
    }
    Ok(true)
}

/// Until the app is closed, or without an app until the person interrupts.
fn keep(server: &mut Server, mut app: Option<Running>) -> Result<()> {
    while !interrupt::noticed() {
        server.check()?;
        if let Some(app) = &mut app
            && app.ended()?.is_some()
        {
            return Ok(());
        }
        std::thread::sleep(POLL);
    }
    Ok(())
}

/// A port that stays the same over runs, so that the app finds its server again; any other when it is in use.
fn port(wanted: u16) -> u16 {
    match TcpListener::bind(("127.0.0.1", wanted)) {
        Ok(_) => wanted,
        Err(_) => 0,
    }
}

fn has_screen() -> bool {
    ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_in_use_gives_way() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        assert_eq!(port(taken.local_addr().unwrap().port()), 0);
    }
}
