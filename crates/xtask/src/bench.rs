//! `cargo xtask bench`: figures of a release build, each against its goal.

use crate::display::Session;
use crate::environment;
use crate::processes;
use crate::setup::{self, Need, printers};
use crate::workspace::{Profile, Workspace};
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::process::Command;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(60 * 60);

#[derive(clap::Args)]
pub struct Options {
    /// Only the figures whose name begins like this, such as `sync` or `paper.bytes`
    name: Option<String>,
    /// One JSON line per figure instead of a table
    #[arg(long)]
    json: bool,
}

/// One measured figure; lower is better for all of them.
#[derive(Debug, Deserialize)]
struct Figure {
    name: String,
    value: f64,
    unit: String,
    goal: Option<f64>,
}

/// Measures; `false` when a goal is missed.
pub fn run(workspace: &Workspace, options: &Options) -> Result<bool> {
    let mut needs = vec![
        Need::BuildPackages,
        Need::TestPackages,
        Need::Screens,
        Need::TauriDriver,
    ];
    if concerns(options.name.as_deref(), "paper") {
        needs.push(Need::Printers);
    }
    setup::satisfy(workspace, &needs)?;
    processes::run(&mut workspace.cargo(["build", "--quiet", "--release", "--workspace", "--bins"]))?;
    let mut bench = Command::new(workspace.binary(Profile::Release, "folio-bench"));
    bench
        .args(&options.name)
        .current_dir(workspace.root())
        .env(environment::APP, workspace.binary(Profile::Release, "folio"))
        .env(
            environment::SERVER,
            workspace.binary(Profile::Release, "folio-server"),
        )
        .env(environment::PRINTERS, printers::PRINTERS.folder(workspace));
    let session = Session::new()?;
    let mut in_session = session.wrap(&bench);
    // The figures of the app open its window.
    let command = if concerns(options.name.as_deref(), "app") {
        &mut in_session
    } else {
        &mut bench
    };
    let mut figures = Vec::new();
    let mut garbled = None;
    let status = processes::stream(command, LIMIT, |line| {
        match serde_json::from_str::<Figure>(line) {
            Ok(figure) => {
                println!(
                    "{}",
                    if options.json {
                        line.to_owned()
                    } else {
                        row(&figure)
                    }
                );
                figures.push(figure);
            }
            // A note on how a figure came about, such as the mix of records, stands beside it.
            Err(_) if !line.starts_with('{') => eprintln!("{line}"),
            Err(error) => garbled = Some(format!("{error} in {line}")),
        }
    })?;
    if let Some(garbled) = garbled {
        bail!("a figure cannot be read: {garbled}");
    }
    if !status.success() {
        bail!("the bench failed: {status}");
    }
    figures.first().context("nothing was measured")?;
    Ok(figures.iter().all(Figure::meets_goal))
}

impl Figure {
    fn meets_goal(&self) -> bool {
        self.goal.is_none_or(|goal| self.value <= goal)
    }
}

/// Whether the figures that begin with `name` are about `noun`; a run of everything is about each.
fn concerns(name: Option<&str>, noun: &str) -> bool {
    name.is_none_or(|name| name.starts_with(noun) || noun.starts_with(name))
}

fn row(figure: &Figure) -> String {
    let verdict = match figure.goal {
        None => String::new(),
        Some(goal) if figure.meets_goal() => format!("goal {goal} met"),
        Some(goal) => format!("GOAL {goal} MISSED"),
    };
    format!(
        "{:<28} {:>12.3} {:<6} {verdict}",
        figure.name, figure.value, figure.unit
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn a_goal_is_the_most_that_a_figure_may_be() {
        let met = figure(r#"{"name":"sync.push_10k_s","value":1.9,"unit":"s","goal":2}"#);
        let missed = figure(r#"{"name":"sync.push_10k_s","value":2.1,"unit":"s","goal":2}"#);
        let free = figure(r#"{"name":"app.pss_mb","value":270,"unit":"MB","goal":null}"#);
        assert_eq!(
            [&met, &missed, &free].map(Figure::meets_goal),
            [true, false, true]
        );
        assert!(row(&missed).contains("MISSED") && !row(&met).contains("MISSED"));
    }

    #[test]
    fn a_figure_concerns_the_noun_that_it_begins_with() {
        assert_eq!(
            [None, Some("app.start_ms"), Some("a"), Some("paper")].map(|name| concerns(name, "app")),
            [true, true, true, false]
        );
    }
}
