//! The server's binary.

use std::process::ExitCode;

use clap::Parser as _;
use folio_server::cli::{Cli, run};

#[tokio::main]
async fn main() -> ExitCode {
    run(Cli::parse()).await
}
