//! Saves: what the server makes comes over while the person goes on working.

use folio_protocol::Problem;
use folio_protocol::commands::{BeginSave, BegunSave, CancelSave, Done, SaveWish};
use folio_replica::Replica;
use tauri::AppHandle;

use crate::dialogs;

/// Asks where, and begins.
///
/// # Errors
/// The copy is closed to its person, or the place cannot be remembered.
pub async fn begin_save(app: &AppHandle, replica: &Replica, params: BeginSave) -> Result<BegunSave, Problem> {
    let business = replica.person().org_name;
    let name = match params.wish {
        SaveWish::MonthPack { year, month, .. } => format!("{year:04}-{month:02} {business}.zip"),
        SaveWish::Everything => format!("{business} folio-export.zip"),
    };
    let Some(out) = dialogs::ask_where(app, &name).await else {
        return Ok(BegunSave { save_id: None });
    };
    let save_id = replica.begin_save(params.wish, &out)?;
    Ok(BegunSave {
        save_id: Some(save_id),
    })
}

/// Ends one.
///
/// # Errors
/// What there is of it cannot be removed.
pub async fn cancel_save(replica: &Replica, params: &CancelSave) -> Result<Done, Problem> {
    replica.cancel_save(params.save_id).await?;
    Ok(Done {})
}
