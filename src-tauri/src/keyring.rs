//! Secrets in the operating system's keyring. There is no other place for them: without a keyring nothing is kept.

use std::time::Duration;

use async_trait::async_trait;
use folio_replica::{KeeperError, SecretKeeper};
use keyring::{Entry, Error};
use zeroize::Zeroizing;

/// How long a person has for the keyring's own question before it counts as locked.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The operating system's keyring.
pub struct Keyring {
    service: String,
}

impl Keyring {
    /// The keyring's entries of `service`.
    pub fn new(service: &str) -> Self {
        Self {
            service: service.to_owned(),
        }
    }

    /// Keyring calls block, on a question to the person even, and must not run inside the runtime's threads.
    async fn call<T: Send + 'static>(
        &self,
        name: &str,
        work: impl FnOnce(&Entry) -> Result<T, Error> + Send + 'static,
    ) -> Result<T, KeeperError> {
        let (service, name) = (self.service.clone(), name.to_owned());
        let job =
            tokio::task::spawn_blocking(move || Entry::new(&service, &name).and_then(|entry| work(&entry)));
        match tokio::time::timeout(TIMEOUT, job).await {
            Err(_elapsed) => Err(KeeperError::Locked),
            Ok(Err(_ended)) => Err(KeeperError::Missing),
            Ok(Ok(answer)) => answer.map_err(|error| {
                tracing::warn!(%error, "keyring.refused");
                match error {
                    Error::NoStorageAccess(_) => KeeperError::Locked,
                    _ => KeeperError::Missing,
                }
            }),
        }
    }
}

#[async_trait]
impl SecretKeeper for Keyring {
    async fn put(&self, name: &str, secret: &[u8]) -> Result<(), KeeperError> {
        let secret = Zeroizing::new(secret.to_vec());
        self.call(name, move |entry| entry.set_secret(&secret)).await
    }

    async fn get(&self, name: &str) -> Result<Option<Zeroizing<Vec<u8>>>, KeeperError> {
        let found = self.call(name, |entry| match entry.get_secret() {
            Ok(secret) => Ok(Some(Zeroizing::new(secret))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(error),
        });
        found.await
    }

    async fn delete(&self, name: &str) -> Result<(), KeeperError> {
        let deleted = self.call(name, |entry| match entry.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(error),
        });
        deleted.await
    }
}
