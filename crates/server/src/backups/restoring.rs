//! Bringing a business back: from a backup, or from an export.

use std::path::Path;

use age::secrecy::ExposeSecret as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::OrgId;
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::server::dumps;

use super::gathering::Gathered;
use super::identity_of;
use super::loading::{Change, load_table};
use super::unpacking::{Files, Unpacked, rows_of, unpack};
use crate::app::App;
use crate::clock::Source;
use crate::config::Config;
use crate::errors::ServerError;
use crate::invoices;
use crate::keys::Key;

/// What is to be brought back, and how.
#[derive(Clone, Copy, Debug)]
pub struct BringBack<'a> {
    /// A backup or an export.
    pub file: &'a Path,
    /// The recovery code. A backup opens with it alone. After an export it goes on as the business's code; without
    /// it the business gets a new one.
    pub code: Option<&'a str>,
    /// The number that the next invoice takes, where invoices were issued after the file was made.
    pub next_number: Option<i64>,
}

/// A business that was brought back.
pub struct BroughtBack {
    /// The server.
    pub app: App,
    /// The organisation.
    pub org_id: OrgId,
    /// Whether it came from an export, which holds no passwords: each person needs a link to choose one.
    pub is_open: bool,
    /// The new recovery code, where it got one: it is told once and stored nowhere.
    pub recovery_code: Option<String>,
}

/// Brings a backup back into a home that has nothing yet, and opens it. The epoch is another one afterwards: devices
/// register anew, and offer again what they had been told was saved. Nothing is mailed that waited to be mailed when
/// the backup was made, for it has gone out since; its deliveries say so.
///
/// # Errors
/// A home that is in use, a code that does not open the file, or a file that is not whole.
pub async fn restore(
    config: Config,
    source: Source,
    backup: &Path,
    code: &str,
) -> Result<(App, OrgId), ServerError> {
    restore_with(config, source, backup, code, None).await
}

/// The same, and the next invoice takes `next_number`, where invoices were issued after the backup was made.
///
/// # Errors
/// As [`restore`]; or a number below the one that the backup gives.
pub async fn restore_with(
    config: Config,
    source: Source,
    backup: &Path,
    code: &str,
    next_number: Option<i64>,
) -> Result<(App, OrgId), ServerError> {
    let wish = BringBack {
        file: backup,
        code: Some(code),
        next_number,
    };
    let back = bring_back(config, source, wish).await?;
    Ok((back.app, back.org_id))
}

/// Brings a business back as [`restore`] does, also from an export. What is refused leaves nothing behind.
///
/// # Errors
/// As [`restore_with`].
pub async fn bring_back(
    config: Config,
    source: Source,
    wish: BringBack<'_>,
) -> Result<BroughtBack, ServerError> {
    let is_used = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    let home = config.home.clone();
    if is_used(&home) {
        return Err(Problem::new(ProblemCode::Changed, "problem-home-not-empty").into());
    }
    if let Some(code) = wish.code {
        identity_of(code)?;
    }
    let was_there = home.is_dir();
    let staging = home.join("restoring");
    std::fs::create_dir_all(&staging).map_err(ServerError::io("making a folder"))?;
    let (file, code, folder) = (
        wish.file.to_owned(),
        wish.code.map(str::to_owned),
        staging.clone(),
    );
    let unpacked = tokio::task::spawn_blocking(move || unpack(&file, code.as_deref(), &folder)).await;
    let restored = match unpacked.map_err(|_panicked| ServerError::Task)? {
        Ok(unpacked) => open_and_load(config, source, &staging, unpacked, wish).await,
        Err(error) => Err(error),
    };
    // What was unpacked is not kept, whatever came of it: it lies open on the disk.
    let cleared = match &restored {
        Ok(_) => std::fs::remove_dir_all(&staging),
        // The home itself may be a disk of its own, which cannot be removed.
        Err(_) if was_there => clear(&home),
        Err(_) => std::fs::remove_dir_all(&home),
    };
    match (restored, cleared) {
        (Err(refused), Err(error)) => {
            tracing::error!(%error, "restore.left_behind");
            Err(refused)
        }
        (restored, cleared) => {
            cleared.map_err(ServerError::io("removing what was unpacked"))?;
            restored
        }
    }
}

/// Removes what lies in `folder`.
fn clear(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            std::fs::remove_dir_all(entry.path())?;
        } else {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

async fn open_and_load(
    config: Config,
    source: Source,
    staging: &Path,
    unpacked: Unpacked,
    wish: BringBack<'_>,
) -> Result<BroughtBack, ServerError> {
    let app = App::prepare(config, source).await?;
    let loaded = load(&app, staging, unpacked, wish).await;
    match &loaded {
        Ok(_) => app.begin_jobs(),
        Err(_) => app.close().await,
    }
    loaded
}

async fn load(
    app: &App,
    staging: &Path,
    unpacked: Unpacked,
    wish: BringBack<'_>,
) -> Result<BroughtBack, ServerError> {
    if !app.store.orgs().await?.is_empty() {
        return Err(Problem::new(ProblemCode::Changed, "problem-home-not-empty").into());
    }
    let Unpacked { org_id, files } = unpacked;
    let (key, recovery) = match &files {
        Files::Sealed(key) => (key.clone(), None),
        Files::Open(_) => (Key::new(&app.source)?, Some(Recovery::of(wish.code)?)),
    };
    let wrapped = app.keys.wrap_org_key(&app.source, org_id, &key)?;
    let mut change = Change {
        wrapped_key: STANDARD.encode(&wrapped),
        epoch: app.source.id()?.to_string(),
        recipient: recovery.as_ref().map(|recovery| recovery.recipient.clone()),
        now: app.source.now(),
        next_number: wish.next_number,
        closed: Vec::new(),
    };
    let told = match &files {
        Files::Open(export) => Some(export.manifest().trail.clone()),
        Files::Sealed(_) => None,
    };
    let mut gathered = Gathered::new(org_id, told);
    let mut transaction = app.store.begin().await?;
    for table in dumps::tables() {
        let path = staging.join(rows_of(table));
        load_table(&mut transaction, org_id, table, path, &mut change, &mut gathered).await?;
    }
    gathered.check()?;
    invoices::give_up_mails(app, &mut transaction, org_id, &change.closed).await?;
    let (vault, home, staged) = (app.vault.clone(), app.config.home.clone(), staging.join("files"));
    let is_open = matches!(files, Files::Open(_));
    app.blocking(move || match files {
        Files::Sealed(_) if staged.is_dir() => {
            std::fs::rename(staged, home.join("files")).map_err(ServerError::io("moving the files"))
        }
        Files::Sealed(_) => Ok(()),
        Files::Open(export) => gathered.keep_files(*export, &vault, &key),
    })
    .await?;
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(BroughtBack {
        app: app.clone(),
        org_id,
        is_open,
        recovery_code: recovery.and_then(|recovery| recovery.code),
    })
}

/// The key of the backups to come.
struct Recovery {
    recipient: String,
    /// The code, where it is a new one.
    code: Option<String>,
}

impl Recovery {
    fn of(code: Option<&str>) -> Result<Self, ServerError> {
        if let Some(code) = code {
            let recipient = identity_of(code)?.to_public().to_string();
            return Ok(Self {
                recipient,
                code: None,
            });
        }
        let identity = age::x25519::Identity::generate();
        Ok(Self {
            recipient: identity.to_public().to_string(),
            code: Some(identity.to_string().expose_secret().to_owned()),
        })
    }
}
