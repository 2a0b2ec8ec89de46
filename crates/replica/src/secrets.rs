//! Where secrets lie: in the operating system's keyring. Nothing secret is on the disk in plain text.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use async_trait::async_trait;
use zeroize::Zeroizing;

/// Why a secret could not be kept or found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeeperError {
    /// There is no keyring on this computer.
    #[error("there is no keyring")]
    Missing,
    /// The keyring is there but does not open.
    #[error("the keyring does not open")]
    Locked,
}

/// Keeps secrets by name.
#[async_trait]
pub trait SecretKeeper: Send + Sync {
    /// Keeps `secret` under `name`, in place of what was there.
    ///
    /// # Errors
    /// There is no keyring, or it does not open; then nothing is kept.
    async fn put(&self, name: &str, secret: &[u8]) -> Result<(), KeeperError>;

    /// The secret called `name`, if there is one.
    ///
    /// # Errors
    /// There is no keyring, or it does not open.
    async fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeeperError>;

    /// Forgets the secret called `name`; one that is not there is forgotten already.
    ///
    /// # Errors
    /// There is no keyring, or it does not open.
    async fn delete(&self, name: &str) -> Result<(), KeeperError>;
}

/// Keeps secrets in memory, for tests.
#[derive(Default)]
pub struct MemoryKeeper {
    secrets: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemoryKeeper {
    fn secrets(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Vec<u8>>> {
        self.secrets.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl SecretKeeper for MemoryKeeper {
    async fn put(&self, name: &str, secret: &[u8]) -> Result<(), KeeperError> {
        self.secrets().insert(name.to_owned(), secret.to_vec());
        Ok(())
    }

    async fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeeperError> {
        Ok(self.secrets().get(name).cloned().map(Zeroizing::new))
    }

    async fn delete(&self, name: &str) -> Result<(), KeeperError> {
        self.secrets().remove(name);
        Ok(())
    }
}
