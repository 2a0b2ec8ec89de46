//! The generated TypeScript is what the protocol says now.

use super::sources::Sources;
use crate::generate;
use crate::workspace::Workspace;
use anyhow::Result;

pub fn check(workspace: &Workspace, _: &Sources) -> Result<Vec<String>> {
    let stale = generate::stale(workspace)?;
    Ok(stale
        .into_iter()
        .map(|path| format!("{path} is not up to date: run `cargo xtask generate`"))
        .collect())
}
