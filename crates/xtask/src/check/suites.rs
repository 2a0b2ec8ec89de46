//! Every file of whole-system tests belongs to a suite, so none is forgotten.

use super::sources::Sources;
use crate::suites::{HEADLESS_CHECK, SUITES};
use crate::workspace::Workspace;
use anyhow::{Context, Result};

pub fn check(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let metadata = workspace.metadata()?;
    let tests = metadata
        .packages
        .iter()
        .find(|package| package.name.as_str() == "folio-tests");
    let targets = &tests.context("the crate folio-tests is gone")?.targets;
    let names = targets
        .iter()
        .filter(|target| target.is_test())
        .map(|target| target.name.as_str());
    Ok(forgotten(names).map(problem).collect())
}

fn problem(target: &str) -> String {
    format!("tests/tests/{target}.rs: no suite runs it; name it in crates/xtask/src/suites.rs")
}

fn forgotten<'a>(targets: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    targets.filter(|target| *target != HEADLESS_CHECK && !SUITES.iter().any(|suite| suite.runs_whole(target)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_file_that_no_suite_runs_is_noticed() {
        assert_eq!(
            forgotten(["policy", HEADLESS_CHECK, "odd"].into_iter()).collect::<Vec<_>>(),
            ["odd"]
        );
    }
}
