//! `cargo xtask test`: one suite, or all of them with a table at the end.

mod counts;
mod report;
mod runner;

use crate::interrupt;
use crate::suites::SUITES;
use crate::workspace::Workspace;
use anyhow::{Context, Result, bail};
use runner::Request;
use std::path::PathBuf;

#[derive(clap::Args)]
pub struct Options {
    /// The suite to run; without it all of them, going on after a failure
    suite: Option<String>,
    /// Say which suites there are, what each is for and what it takes
    #[arg(long)]
    list: bool,
    /// A suite's own options (see --list), or the names of the tests to run
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    arguments: Vec<String>,
}

/// Runs what was asked for; `false` when a test failed.
pub fn run(workspace: &Workspace, options: &Options) -> Result<bool> {
    if options.list {
        println!("{}", report::list(SUITES));
        return Ok(true);
    }
    match &options.suite {
        Some(name) => run_with(workspace, name, &options.arguments, &[]),
        None => all(workspace),
    }
}

/// Runs one suite with its arguments and further environment variables.
pub fn run_with(
    workspace: &Workspace,
    name: &str,
    arguments: &[String],
    environment: &[(&'static str, PathBuf)],
) -> Result<bool> {
    let suite = SUITES.iter().find(|suite| suite.name == name).with_context(|| {
        let names: Vec<_> = SUITES.iter().map(|suite| suite.name).collect();
        format!("there is no suite {name}; there are: {}", names.join(", "))
    })?;
    let mut request = Request::parse(suite, arguments)?;
    request.environment.extend(
        environment
            .iter()
            .map(|(name, path)| (*name, path.clone().into_os_string())),
    );
    let result = runner::run(workspace, suite, &request);
    println!("{}", report::table(std::slice::from_ref(&result)));
    Ok(result.counts.failed == 0)
}

fn all(workspace: &Workspace) -> Result<bool> {
    let mut results = Vec::new();
    for suite in SUITES {
        println!("\n== {}: {}", suite.name, suite.about);
        results.push(runner::run(workspace, suite, &Request::in_a_run_of_everything()));
        if interrupt::noticed() {
            bail!("interrupted");
        }
    }
    println!("\n{}", report::table(&results));
    Ok(results.iter().all(|result| result.counts.failed == 0))
}
