//! A keeper of secrets that outlives its process, as the operating system's keyring does.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use folio_replica::{KeeperError, SecretKeeper};

/// Keeps secrets in a file. For tests alone: they lie there in plain text.
pub struct FileKeeper {
    file: Mutex<PathBuf>,
}

impl FileKeeper {
    /// The keeper of the secrets in `file`, which need not be there yet.
    #[must_use]
    pub fn new(file: PathBuf) -> Self {
        Self {
            file: Mutex::new(file),
        }
    }

    fn lock(&self) -> MutexGuard<'_, PathBuf> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut BTreeMap<String, String>)) -> Result<(), KeeperError> {
        let file = self.lock();
        let mut secrets = read(&file)?;
        change(&mut secrets);
        write(&file, &secrets).map_err(|_cannot| KeeperError::Locked)
    }
}

fn read(file: &PathBuf) -> Result<BTreeMap<String, String>, KeeperError> {
    match std::fs::read(file) {
        Ok(json) => serde_json::from_slice(&json).map_err(|_broken| KeeperError::Locked),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(BTreeMap::new()),
        Err(_other) => Err(KeeperError::Locked),
    }
}

fn write(file: &PathBuf, secrets: &BTreeMap<String, String>) -> std::io::Result<()> {
    let fresh = file.with_extension("new");
    let mut target = File::create(&fresh)?;
    target.write_all(&serde_json::to_vec(secrets)?)?;
    target.sync_all()?;
    std::fs::rename(&fresh, file)
}

#[async_trait]
impl SecretKeeper for FileKeeper {
    async fn put(&self, name: &str, secret: &[u8]) -> Result<(), KeeperError> {
        self.change(|secrets| {
            secrets.insert(name.to_owned(), hex::encode(secret));
        })
    }

    async fn get(&self, name: &str) -> Result<Option<zeroize::Zeroizing<Vec<u8>>>, KeeperError> {
        let secrets = read(&self.lock())?;
        let found = secrets
            .get(name)
            .map(hex::decode)
            .transpose()
            .map_err(|_broken| KeeperError::Locked)?;
        Ok(found.map(zeroize::Zeroizing::new))
    }

    async fn delete(&self, name: &str) -> Result<(), KeeperError> {
        self.change(|secrets| {
            secrets.remove(name);
        })
    }
}
