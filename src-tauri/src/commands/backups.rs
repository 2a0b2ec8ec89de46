//! Backups and full exports: written where a person says, and brought back on this computer.

use std::sync::Arc;

use folio_domain::permissions::Role;
use folio_protocol::commands::{RestoreHere, RestoredHere, SavedFile};
use folio_protocol::{Problem, ProblemCode};
use folio_replica::{Replica, ReplicaError};
use folio_server::{BringBack, BroughtBack, Source};
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

/// Brings a backup or a full export back; asks for the file.
///
/// # Errors
/// There is a business already, there is no keyring, the code does not open the file, or the file is not whole.
pub async fn restore_here(desktop: &Arc<Desktop>, params: RestoreHere) -> Result<RestoredHere, Problem> {
    require_no_business(desktop).await?;
    let cancelled = || Problem::new(ProblemCode::Changed, "problem-cancelled");
    let file = dialogs::ask_which(&desktop.app).await.ok_or_else(cancelled)?;
    let config = here::config(&desktop.home, &here::fresh_keys(&desktop.home).await?)?;
    let wish = BringBack {
        file: &file,
        code: params.recovery_code.as_deref(),
        next_number: None,
    };
    let back = folio_server::bring_back(config, Source::system(), wish).await;
    let back = back.map_err(here::problem)?;
    let opened = open_owners(desktop, &back).await;
    if opened.is_err() {
        back.app.close().await;
    }
    opened
}

async fn open_owners(desktop: &Arc<Desktop>, back: &BroughtBack) -> Result<RestoredHere, Problem> {
    let mut people = Vec::new();
    for role in Role::PEOPLE {
        let found = back.app.store.principals_of(back.org_id, role).await;
        people.extend(found.map_err(|error| here::problem(error.into()))?);
    }
    let owner = people.iter().find(|person| person.role == Role::Owner);
    let owner = owner.ok_or_else(Problem::not_found)?.principal_id;
    let others = people.iter().filter(|person| person.principal_id != owner);
    let without_password = others.filter(|person| person.password_hash.is_empty()).count();
    let open = desktop.sign_in_here(&back.app, owner).await?;
    desktop.servers.keep(back.app.clone()).await;
    Ok(RestoredHere {
        person: settled(open).await,
        recovery_code: back.recovery_code.clone(),
        without_password: u32::try_from(without_password).unwrap_or(u32::MAX),
    })
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
