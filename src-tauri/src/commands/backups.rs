//! Backups: written where a person says, and brought back on this computer with the printed code.

use std::sync::Arc;

use folio_domain::ids::OrgId;
use folio_domain::permissions::Role;
use folio_protocol::commands::{RestoreHere, SavedFile};
use folio_protocol::sessions::SignedIn;
use folio_protocol::{Problem, ProblemCode};
use folio_replica::{Replica, ReplicaError};
use folio_server::{App, Source};
use tauri::AppHandle;

use super::sessions::settled;
use crate::desktop::Desktop;
use crate::{dialogs, here};

/// Makes sure that there is no business on this computer yet. A folder that nobody signed in to is what a start that
/// was cut off has left: its code was never shown, so it is set aside.
///
/// # Errors
/// There is one.
pub async fn require_no_business(desktop: &Arc<Desktop>) -> Result<(), Problem> {
    if desktop
        .home
        .accounts()?
        .iter()
        .any(|(account, _)| account.is_here())
    {
        return Err(Problem::new(ProblemCode::Changed, "problem-home-not-empty"));
    }
    let folder = here::folder(&desktop.home);
    if folder.exists() {
        let mut nth = 1;
        while desktop
            .home
            .folder()
            .join(format!("here.unfinished-{nth}"))
            .exists()
        {
            nth += 1;
        }
        let aside = desktop.home.folder().join(format!("here.unfinished-{nth}"));
        tokio::fs::rename(folder, aside).await.map_err(|error| {
            tracing::error!(%error, "here.not_set_aside");
            Problem::internal()
        })?;
    }
    Ok(())
}

/// Brings a backup back; asks for the file.
///
/// # Errors
/// There is a business already, there is no keyring, or the code does not open the file.
pub async fn restore_here(desktop: &Arc<Desktop>, params: RestoreHere) -> Result<SignedIn, Problem> {
    require_no_business(desktop).await?;
    let cancelled = || Problem::new(ProblemCode::Changed, "problem-cancelled");
    let backup = dialogs::ask_which(&desktop.app).await.ok_or_else(cancelled)?;
    let config = here::config(&desktop.home, &here::fresh_keys(&desktop.home).await?)?;
    let restored = folio_server::restore(config, Source::system(), &backup, &params.recovery_code).await;
    let (server, org_id) = restored.map_err(here::problem)?;
    let opened = open_owners(desktop, &server, org_id).await;
    if opened.is_err() {
        server.close().await;
    }
    opened
}

async fn open_owners(desktop: &Arc<Desktop>, server: &App, org_id: OrgId) -> Result<SignedIn, Problem> {
    let owners = server.store.principals_of(org_id, Role::Owner).await;
    let owners = owners.map_err(|error| here::problem(error.into()))?;
    let owner = owners.first().ok_or_else(Problem::not_found)?;
    let open = desktop.sign_in_here(server, owner.principal_id).await?;
    desktop.servers.keep(server.clone()).await;
    Ok(settled(open).await)
}

/// Saves a backup, made by the server wherever it is; asks where.
///
/// # Errors
/// Not allowed, the server cannot be reached, or the file cannot be written.
pub async fn save_backup(app: &AppHandle, replica: &Replica) -> Result<SavedFile, Problem> {
    let name = format!("{}.folio-backup", replica.person().org_name);
    let Some(path) = dialogs::ask_where(app, &name).await else {
        return Ok(SavedFile { file_name: None });
    };
    replica.save_backup(&path).await.map_err(|error| match error {
        ReplicaError::Io { source, .. } => dialogs::cannot_write(&source),
        other => other.into(),
    })?;
    Ok(SavedFile {
        file_name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
    })
}
