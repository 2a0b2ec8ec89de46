//! What the window may call: three commands, and nothing else. Each call names the account that it is for, so that what
//! was typed in one business never lands in another, whichever is shown by then.

use std::sync::Arc;

use folio_protocol::Problem;
use folio_protocol::commands::{Command, MutateAnswer, MutateRequest};
use folio_protocol::queries::Query;
use serde_json::Value;
use tauri::State;
use uuid::Uuid;

use crate::commands;
use crate::desktop::Desktop;

/// Answers a screen's question.
///
/// # Errors
/// A problem that the screen shows.
#[tauri::command]
pub async fn query(
    desktop: State<'_, Arc<Desktop>>,
    account: Option<Uuid>,
    query: Query,
) -> Result<Value, Problem> {
    desktop.replica(account).await?.query(query).await
}

/// Makes a change.
///
/// # Errors
/// Why it is refused.
#[tauri::command]
pub async fn mutate(
    desktop: State<'_, Arc<Desktop>>,
    account: Option<Uuid>,
    request: MutateRequest,
) -> Result<MutateAnswer, Problem> {
    desktop.replica(account).await?.mutate(request).await
}

/// Does what a person asks of the app itself.
///
/// # Errors
/// A problem that the screen shows.
#[tauri::command]
pub async fn command(
    desktop: State<'_, Arc<Desktop>>,
    account: Option<Uuid>,
    command: Command,
) -> Result<Value, Problem> {
    commands::run(desktop.inner(), account, command).await
}
