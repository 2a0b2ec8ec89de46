//! Where the app keeps its things. `FOLIO_HOME` names another folder, with keyring entries of its own.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail};
use tauri::{AppHandle, Manager};

const HOME: &str = "FOLIO_HOME";
const SERVICE: &str = "org.folio.desktop";

/// Whether the folder is named from outside.
pub fn is_set() -> bool {
    std::env::var_os(HOME).is_some()
}

/// The app's folder, held by this process alone.
pub struct Places {
    home: PathBuf,
    service: String,
    lock: File,
}

impl Places {
    /// Finds the folder, makes it when it is not there, and locks it.
    ///
    /// # Errors
    /// The folder cannot be made, or another process has it.
    pub fn find(app: &AppHandle) -> anyhow::Result<Self> {
        let (home, service) = match std::env::var_os(HOME) {
            Some(home) => {
                let home = PathBuf::from(home);
                let service = format!("{SERVICE} {}", home.display());
                (home, service)
            }
            None => (
                app.path().app_data_dir().context("finding the app's folder")?,
                SERVICE.to_owned(),
            ),
        };
        fs::create_dir_all(&home).with_context(|| format!("making {}", home.display()))?;
        let lock = File::create(home.join("lock")).context("making the lock")?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { home, service, lock }),
            Err(TryLockError::WouldBlock) => bail!("Folio is open already in {}", home.display()),
            Err(TryLockError::Error(error)) => Err(error).context("locking the app's folder"),
        }
    }

    /// The folder.
    pub fn home(&self) -> &Path {
        &self.home
    }

    /// Under which service the keyring keeps this folder's secrets.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The lock, for as long as the app runs.
    ///
    /// # Errors
    /// The system has no more file handles.
    pub fn lock(&self) -> anyhow::Result<File> {
        self.lock.try_clone().context("keeping the lock")
    }
}

/// What this computer is called in the list of devices.
pub fn device_name() -> String {
    let named = std::fs::read_to_string("/etc/hostname").ok();
    let named = named.or_else(|| std::env::var("COMPUTERNAME").ok());
    let name = named
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty());
    name.unwrap_or_else(|| "Folio".to_owned())
}
