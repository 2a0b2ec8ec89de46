//! `cargo xtask`: one command for everything a developer does with Folio.
//!
//! Compiles on a machine that has only Rust and a C linker: it depends on no crate that needs a
//! system library, nor on the built screens, because it is what installs the ones and builds the others.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what a command prints is its product"
)]

mod bench;
mod check;
mod display;
mod environment;
mod generate;
mod headless;
mod interrupt;
mod postgres;
mod processes;
mod run;
mod screenshots;
mod server;
mod setup;
mod suites;
mod test;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;
use workspace::Workspace;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Sets up, runs, tests, checks and measures Folio"
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what a fresh Debian machine lacks, and build the screens; safe to run again
    Setup,
    /// Start the API with demo data and open the desktop app
    Run(run::Options),
    /// Run every suite, or the one that is named
    Test(test::Options),
    /// Fast checks of the source: format, lints, layers, sizes, words in every language
    Check(check::Options),
    /// Measure a release build against its goals
    Bench(bench::Options),
    /// Take the screenshots of docs/screenshots anew
    Screenshots,
    /// Write the TypeScript types of the protocol into the UI
    Generate,
}

fn main() -> ExitCode {
    match dispatch(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command; `false` means that it did its work and found something wrong, which it has printed.
fn dispatch(command: Command) -> anyhow::Result<bool> {
    interrupt::watch()?;
    let workspace = Workspace::find()?;
    match command {
        Command::Setup => setup::everything(&workspace).map(|()| true),
        Command::Run(options) => run::run(&workspace, &options),
        Command::Test(options) => test::run(&workspace, &options),
        Command::Check(options) => check::run(&workspace, &options),
        Command::Bench(options) => bench::run(&workspace, &options),
        Command::Screenshots => screenshots::run(&workspace),
        Command::Generate => generate::run(&workspace).map(|()| true),
    }
}
