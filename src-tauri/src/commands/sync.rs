//! Changes on their way, and what the server is asked on a person's behalf.

use folio_protocol::Problem;
use folio_protocol::commands::{Command, Dismiss, Done, Undo};
use serde_json::Value;

use crate::desktop::Desktop;

/// Takes a held change back.
///
/// # Errors
/// It has left already.
pub async fn undo(desktop: &Desktop, params: &Undo) -> Result<Done, Problem> {
    desktop.replica().await?.undo(params.mutation_id).await?;
    Ok(Done {})
}

/// Lets a refused change go.
///
/// # Errors
/// It is not there.
pub async fn dismiss(desktop: &Desktop, params: &Dismiss) -> Result<Done, Problem> {
    desktop.replica().await?.dismiss(params.mutation_id).await?;
    Ok(Done {})
}

/// Tries to reach the server now.
///
/// # Errors
/// Nobody is signed in.
pub async fn sync_now(desktop: &Desktop) -> Result<Done, Problem> {
    desktop.replica().await?.sync_now();
    Ok(Done {})
}

/// Asks the server, in the person's name, for what only it can do. What that changed comes with the next pull.
///
/// # Errors
/// The server's problem, or it cannot be reached.
pub async fn ask_server(desktop: &Desktop, command: &Command) -> Result<Value, Problem> {
    let replica = desktop.replica().await?;
    let answer = replica.api().command(command).await?;
    replica.sync_now();
    Ok(answer)
}
