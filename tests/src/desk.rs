//! A desktop: the replica library with its folder, its secrets and its way to the server.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context as _, Result};
use folio_domain::ids::MutationId;
use folio_domain::mutations::Mutation;
use folio_protocol::commands::MutateRequest;
use folio_protocol::queries::Query;
use folio_protocol::sessions::{DeviceKind, SignInRequest};
use folio_protocol::sync::SyncStatus;
use folio_replica::{Account, Home, Pace, Replica, SecretKeeper, ServerLink, SystemClock};
use folio_store::{Location, Schema, Store};
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::caller::PASSWORD;
use crate::make::fresh;
use crate::until::{USUAL, until};

/// How often a desktop of a test tries.
pub const PACE: Pace = Pace {
    first_ms: 20,
    most_ms: 200,
    idle_ms: 500,
};

/// A desktop with a person at it.
pub struct Desk {
    /// The app's folder.
    pub folder: PathBuf,
    /// The account that is open.
    pub account: Account,
    /// Its copy.
    pub replica: Replica,
    keeper: Arc<dyn SecretKeeper>,
}

impl Desk {
    /// Signs in at a new desktop in `folder`, and waits for the first copy.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn sign_in(
        folder: &Path,
        keeper: Arc<dyn SecretKeeper>,
        server: &str,
        link: Arc<dyn ServerLink>,
        email: &str,
    ) -> Result<Self> {
        let home = Home::new(folder.to_owned(), keeper.clone(), Arc::new(SystemClock), PACE)?;
        let request = SignInRequest {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "desk".to_owned(),
            device_kind: DeviceKind::Desktop,
        };
        let answer = home.sign_in(link.as_ref(), &request).await?;
        let (account, replica) = home.adopt(server, link, answer).await?;
        Self::started(folder, keeper, account, replica).await
    }

    /// Opens the desktop in `folder` again.
    ///
    /// # Errors
    /// Nobody has signed in there, or its copy does not open.
    pub async fn open(
        folder: &Path,
        keeper: Arc<dyn SecretKeeper>,
        link: Arc<dyn ServerLink>,
    ) -> Result<Self> {
        let home = Home::new(folder.to_owned(), keeper.clone(), Arc::new(SystemClock), PACE)?;
        let account = home.current()?.context("nobody has signed in here")?;
        let replica = home.open(&account, link).await?;
        Self::started(folder, keeper, account, replica).await
    }

    async fn started(
        folder: &Path,
        keeper: Arc<dyn SecretKeeper>,
        account: Account,
        replica: Replica,
    ) -> Result<Self> {
        replica.start();
        tokio::time::timeout(USUAL, replica.first_copy())
            .await
            .context("the first copy does not come")?;
        Ok(Self {
            folder: folder.to_owned(),
            account,
            replica,
            keeper,
        })
    }

    /// Makes a change.
    ///
    /// # Errors
    /// It is refused here.
    pub async fn change(&self, mutation: impl Into<Mutation>) -> Result<MutationId> {
        let mutation_id = MutationId(fresh());
        self.replica
            .mutate(MutateRequest {
                mutation_id,
                mutation: mutation.into(),
                hold_ms: 0,
            })
            .await?;
        Ok(mutation_id)
    }

    /// Asks a question.
    ///
    /// # Errors
    /// It is refused.
    pub async fn ask<A: DeserializeOwned>(&self, query: Query) -> Result<A> {
        Ok(serde_json::from_value(self.replica.query(query).await?)?)
    }

    /// Waits until nothing is on its way and the copy follows the server.
    ///
    /// # Errors
    /// It does not come to rest.
    pub async fn settled(&self) -> Result<()> {
        tokio::time::timeout(USUAL, self.replica.synced())
            .await
            .context("no round of sync goes through")?;
        until("the desktop is up to date", USUAL, async || {
            let view = self.replica.sync_view().await?;
            Ok(view.pending.is_empty() && view.status == SyncStatus::UpToDate)
        })
        .await
    }

    /// The folder of the copy.
    #[must_use]
    pub fn copy(&self) -> PathBuf {
        copy_folder(&self.folder, self.account.id)
    }

    /// The key of the copy's database.
    ///
    /// # Errors
    /// There is none.
    pub async fn key(&self) -> Result<[u8; 32]> {
        key_of(self.keeper.as_ref(), self.account.id)
            .await?
            .context("the copy has no key")
    }
}

/// The folder of an account's copy.
#[must_use]
pub fn copy_folder(folder: &Path, account: Uuid) -> PathBuf {
    folder.join("accounts").join(account.to_string())
}

/// The key of an account's database, if the keeper has it.
///
/// # Errors
/// The keeper refuses, or keeps no key there.
pub async fn key_of(keeper: &dyn SecretKeeper, account: Uuid) -> Result<Option<[u8; 32]>> {
    let kept = keeper.get(&format!("{account}/database")).await?;
    Ok(kept.map(|key| <[u8; 32]>::try_from(key.as_slice())).transpose()?)
}

/// Opens a copy of the database `file` with its log, as it lies there now; the file itself is left alone.
///
/// # Errors
/// It cannot be copied or opened.
pub async fn open_aside(
    file: &Path,
    key: Option<[u8; 32]>,
    schema: Schema,
) -> Result<(Store, tempfile::TempDir)> {
    let folder = tempfile::tempdir()?;
    let target = folder.path().join("aside.db");
    std::fs::copy(file, &target)?;
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    if log(file).is_file() {
        std::fs::copy(log(file), log(&target))?;
    }
    let location = Location::Sqlite {
        path: target,
        key,
        readers: 0,
    };
    Ok((Store::open(&location, schema).await?, folder))
}
