//! Changes on their way, and what the server is asked on a person's behalf.

use folio_protocol::Problem;
use folio_protocol::commands::{Command, Dismiss, Done, Undo};
use folio_replica::Replica;
use serde_json::Value;

/// Takes a held change back.
///
/// # Errors
/// It has left already.
pub async fn undo(replica: &Replica, params: &Undo) -> Result<Done, Problem> {
    replica.undo(params.mutation_id).await?;
    Ok(Done {})
}

/// Lets a refused change go.
///
/// # Errors
/// It is not there.
pub async fn dismiss(replica: &Replica, params: &Dismiss) -> Result<Done, Problem> {
    replica.dismiss(params.mutation_id).await?;
    Ok(Done {})
}

/// Tries to reach the server now.
pub fn sync_now(replica: &Replica) -> Done {
    replica.sync_now();
    Done {}
}

/// Asks the server, in the person's name, for what only it can do. What that changed comes with the next pull.
///
/// # Errors
/// The server's problem, or it cannot be reached.
pub async fn ask_server(replica: &Replica, command: &Command) -> Result<Value, Problem> {
    let answer = replica.api().command(command).await?;
    replica.sync_now();
    Ok(answer)
}
