//! The app's folder: one database, key and folder for each (server, organisation, account), which of them a person is
//! signed in to, and which is shown.

mod register;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use folio_domain::ids::{OrgId, PrincipalId};
use folio_protocol::sessions::{AcceptRequest, SignInAnswer, SignInRequest};
use folio_store::StoreError;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::api::Api;
use crate::clock::{Clock, random};
use crate::errors::ReplicaError;
use crate::inner::{Setup, key_name};
use crate::link::ServerLink;
use crate::pace::Pace;
use crate::replica::Replica;
use crate::secrets::SecretKeeper;
use crate::standing::Unsent;
use register::Register;

pub use register::Ended;

/// An account that this computer has a copy of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its id, which names its folder and its secrets.
    pub id: Uuid,
    /// The server's address; empty for the server on this computer.
    pub server: String,
    /// The organisation.
    pub org_id: OrgId,
    /// The person's sign-in.
    pub principal_id: PrincipalId,
}

impl Account {
    /// The account of the person who has signed in to `server`.
    pub(crate) fn of(server: &str, answer: &SignInAnswer) -> Self {
        let (org_id, principal_id) = (answer.person.org_id, answer.person.principal_id);
        let id = Uuid::new_v5(&principal_id.0, format!("{org_id}\n{server}").as_bytes());
        Self {
            id,
            server: server.to_owned(),
            org_id,
            principal_id,
        }
    }

    /// Whether its server runs on this computer.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.server.is_empty()
    }
}

/// The app's folder, and what replicas are opened with.
#[derive(Clone)]
pub struct Home {
    folder: PathBuf,
    keeper: Arc<dyn SecretKeeper>,
    clock: Arc<dyn Clock>,
    pace: Pace,
    /// One changes the list of accounts at a time.
    turn: Arc<Mutex<()>>,
}

impl Home {
    /// The home in `folder`, made when it is not there.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn new(
        folder: PathBuf,
        keeper: Arc<dyn SecretKeeper>,
        clock: Arc<dyn Clock>,
        pace: Pace,
    ) -> Result<Self, ReplicaError> {
        fs::create_dir_all(folder.join("accounts")).map_err(ReplicaError::io("making the app's folder"))?;
        Ok(Self {
            folder,
            keeper,
            clock,
            pace,
            turn: Arc::default(),
        })
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where secrets are kept.
    #[must_use]
    pub fn keeper(&self) -> &Arc<dyn SecretKeeper> {
        &self.keeper
    }

    /// The account that was shown last.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn current(&self) -> Result<Option<Account>, ReplicaError> {
        let register = self.register()?;
        Ok(register
            .accounts
            .into_iter()
            .find(|account| Some(account.id) == register.current))
    }

    /// What the last purge left sealed, until the person signs in to that account again or has seen it.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn unsent(&self) -> Result<Option<Unsent>, ReplicaError> {
        let ended = self.register()?.ended;
        Ok(ended.into_iter().rev().find_map(|ended| ended.unsent))
    }

    /// The accounts whose access was taken away, until the person has seen it.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn ended(&self) -> Result<Vec<Ended>, ReplicaError> {
        Ok(self.register()?.ended)
    }

    /// Every account that this computer has a copy of, each with whether a person is signed in to it.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn accounts(&self) -> Result<Vec<(Account, bool)>, ReplicaError> {
        let register = self.register()?;
        let signed_in = |account: Account| (account.clone(), register.is_signed_in(account.id));
        Ok(register.accounts.iter().cloned().map(signed_in).collect())
    }

    /// Whether the copy of an account is on the disk.
    #[must_use]
    pub fn has_copy(&self, id: Uuid) -> bool {
        self.account_folder(id).exists()
    }

    /// The name of an account's business, for when its copy is not open; empty when the keyring does not tell it.
    pub async fn name(&self, id: Uuid) -> String {
        let name = self.keeper.get(&name_of(id)).await.ok().flatten();
        name.and_then(|name| String::from_utf8(name.to_vec()).ok())
            .unwrap_or_default()
    }

    /// Keeps the name of an account's business.
    pub async fn keep_name(&self, id: Uuid, name: &str) {
        if let Err(error) = self.keeper.put(&name_of(id), name.as_bytes()).await {
            tracing::warn!(%error, "account.name_not_kept");
        }
    }

    /// Opens the copy of `account`.
    ///
    /// # Errors
    /// The keyring does not give the key, or the copy does not open.
    pub async fn open(&self, account: &Account, link: Arc<dyn ServerLink>) -> Result<Replica, ReplicaError> {
        let key = self.known_key(account.id).await?.ok_or(StoreError::WrongKey)?;
        Replica::open(self.setup(account, link, key), None).await
    }

    /// Signs in to the server behind `link`; [`Home::adopt`] opens the copy.
    ///
    /// # Errors
    /// There is no keyring, the server refuses, or it cannot be reached.
    pub async fn sign_in(
        &self,
        link: &dyn ServerLink,
        request: &SignInRequest,
    ) -> Result<SignInAnswer, ReplicaError> {
        self.probe().await?;
        Api::sign_in(link, request).await
    }

    /// Accepts an invitation; [`Home::adopt`] opens the copy.
    ///
    /// # Errors
    /// As [`Home::sign_in`].
    pub async fn accept(
        &self,
        link: &dyn ServerLink,
        request: &AcceptRequest,
    ) -> Result<SignInAnswer, ReplicaError> {
        // The link is good for one use: nothing of this computer's may fail after it is spent.
        self.probe().await?;
        Api::accept(link, request).await
    }

    /// Opens the copy of the person that has just signed in to `server` (empty for the one on this computer), and
    /// makes it the current one. It may not be open already.
    ///
    /// # Errors
    /// The keyring refuses, or the copy does not open.
    pub async fn adopt(
        &self,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<(Account, Replica), ReplicaError> {
        let (account, replica) = self.renew(server, link, answer).await?;
        self.show(Some(account.id))?;
        Ok((account, replica))
    }

    /// The same, with the current account left as it is.
    ///
    /// # Errors
    /// As [`Home::adopt`].
    pub async fn renew(
        &self,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<(Account, Replica), ReplicaError> {
        let account = Account::of(server, &answer);
        let key = match self.known_key(account.id).await? {
            Some(key) => key,
            None => self.fresh_key(account.id).await?,
        };
        let name = answer.person.org_name.clone();
        let replica = Replica::open(self.setup(&account, link, key), Some(answer)).await?;
        self.keep_name(account.id, &name).await;
        self.change(|register| register.take_in(&account))?;
        Ok((account, replica))
    }

    /// Which account is the current one from now on.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn show(&self, id: Option<Uuid>) -> Result<(), ReplicaError> {
        self.change(|register| {
            // A list from before knows by the current one alone who is signed in.
            if let Some(before) = register.current.filter(|before| register.is_signed_in(*before)) {
                register.set_signed_in(before, true);
            }
            register.current = id;
        })
    }

    /// The person has signed out of an account; its copy stays. `next` is the current one from now on.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn sign_out(&self, id: Uuid, next: Option<Uuid>) -> Result<(), ReplicaError> {
        self.change(|register| {
            register.set_signed_in(id, false);
            register.current = next;
        })
    }

    /// Forgets an account whose copy is gone, and remembers what of it lies sealed.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn forget(&self, id: Uuid, unsent: Option<&Unsent>) -> Result<(), ReplicaError> {
        self.change(|register| register.end(id, unsent))
    }

    /// Says no more that an account has ended.
    ///
    /// # Errors
    /// The list cannot be written.
    pub async fn forget_ended(&self, id: Uuid) -> Result<(), ReplicaError> {
        self.change(|register| register.ended.retain(|ended| ended.id != id))?;
        let is_known = self.register()?.accounts.iter().any(|account| account.id == id);
        if !is_known && let Err(error) = self.keeper.delete(&name_of(id)).await {
            tracing::warn!(%error, "account.name_remains");
        }
        Ok(())
    }

    /// Tries the keyring by writing: a locked one answers a read as if nothing were there.
    ///
    /// # Errors
    /// There is no keyring, or it does not open.
    pub async fn probe(&self) -> Result<(), ReplicaError> {
        self.keeper.put("probe", b"probe").await?;
        Ok(self.keeper.delete("probe").await?)
    }

    fn setup(&self, account: &Account, link: Arc<dyn ServerLink>, key: [u8; 32]) -> Setup {
        Setup {
            folder: self.account_folder(account.id),
            key,
            secrets: account.id.to_string(),
            here: account.is_here(),
            link,
            keeper: self.keeper.clone(),
            clock: self.clock.clone(),
            pace: self.pace,
        }
    }

    fn account_folder(&self, id: Uuid) -> PathBuf {
        self.folder.join("accounts").join(id.to_string())
    }

    async fn key(&self, id: Uuid) -> Result<Option<[u8; 32]>, ReplicaError> {
        let kept = self.keeper.get(&key_name(&id.to_string())).await?;
        kept.map(|key| <[u8; 32]>::try_from(key.as_slice()).map_err(|_length| StoreError::WrongKey.into()))
            .transpose()
    }

    /// The key, when there is one. A locked keyring answers as if there were none; a write tells the two apart.
    async fn known_key(&self, id: Uuid) -> Result<Option<[u8; 32]>, ReplicaError> {
        if let Some(key) = self.key(id).await? {
            return Ok(Some(key));
        }
        self.probe().await?;
        self.key(id).await
    }

    /// A new key. A copy whose key is lost cannot be read by anyone; it is set aside, should the key come back.
    async fn fresh_key(&self, id: Uuid) -> Result<[u8; 32], ReplicaError> {
        let folder = self.account_folder(id);
        if folder.exists() {
            let nth = hex::encode(random::<4>()?);
            let aside = self
                .folder
                .join("accounts")
                .join(format!("{id}.without-key-{nth}"));
            fs::rename(&folder, aside).map_err(ReplicaError::io("setting a copy aside"))?;
        }
        let key = random::<32>()?;
        self.keeper.put(&key_name(&id.to_string()), &key).await?;
        Ok(key)
    }

    fn register(&self) -> Result<Register, ReplicaError> {
        Register::read(&self.folder)
    }

    fn change(&self, change: impl FnOnce(&mut Register)) -> Result<(), ReplicaError> {
        let _turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut register = self.register()?;
        change(&mut register);
        register.write(&self.folder)
    }
}

/// Under which name the keyring keeps the name of an account's business.
fn name_of(id: Uuid) -> String {
    format!("{id}/name")
}
