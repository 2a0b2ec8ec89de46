//! Saves: what the server makes comes over while the person goes on working.

use folio_protocol::Problem;
use folio_protocol::commands::{BeginSave, BegunSave, CancelSave, Done, SaveList, SaveWish};

use crate::desktop::Desktop;
use crate::dialogs;

/// Asks where, and begins.
///
/// # Errors
/// Nobody is signed in, or the place cannot be remembered.
pub async fn begin_save(desktop: &Desktop, params: BeginSave) -> Result<BegunSave, Problem> {
    let replica = desktop.replica().await?;
    let business = replica.person().org_name;
    let name = match params.wish {
        SaveWish::MonthPack { year, month, .. } => format!("{year:04}-{month:02} {business}.zip"),
        SaveWish::Everything => format!("{business} folio-export.zip"),
    };
    let Some(out) = dialogs::ask_where(&desktop.app, &name).await else {
        return Ok(BegunSave { save_id: None });
    };
    let save_id = replica.begin_save(params.wish, &out)?;
    Ok(BegunSave {
        save_id: Some(save_id),
    })
}

/// How far they are.
///
/// # Errors
/// Nobody is signed in.
pub async fn saves(desktop: &Desktop) -> Result<SaveList, Problem> {
    Ok(desktop.replica().await?.saves())
}

/// Ends one.
///
/// # Errors
/// Nobody is signed in, or what there is of it cannot be removed.
pub async fn cancel_save(desktop: &Desktop, params: &CancelSave) -> Result<Done, Problem> {
    desktop.replica().await?.cancel_save(params.save_id).await?;
    Ok(Done {})
}
