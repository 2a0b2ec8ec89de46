//! `cargo xtask screenshots`: the pictures of `docs/screenshots`, taken by the window suite.

use crate::environment;
use crate::test;
use crate::workspace::Workspace;
use anyhow::Result;

/// Runs the window suite's `screenshots` test, told where to put them.
pub fn run(workspace: &Workspace) -> Result<bool> {
    let folder = workspace.path("docs/screenshots");
    std::fs::create_dir_all(&folder)?;
    test::run_with(
        workspace,
        "window",
        &["screenshots".into()],
        &[(environment::SCREENSHOTS, folder)],
    )
}
