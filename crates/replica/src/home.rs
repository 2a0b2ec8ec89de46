//! The app's folder: one database, key and folder for each (server, organisation, account), and which of them is
//! open. What stands here in plain text are addresses and ids.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
use crate::vault::sync_folder;

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
    fn new(server: &str, answer: &SignInAnswer) -> Self {
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

#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Register {
    accounts: Vec<Account>,
    current: Option<Uuid>,
    /// What the last purge left sealed; until somebody signs in.
    #[serde(default)]
    unsent: Option<Unsent>,
}

/// The app's folder, and what replicas are opened with.
#[derive(Clone)]
pub struct Home {
    folder: PathBuf,
    keeper: Arc<dyn SecretKeeper>,
    clock: Arc<dyn Clock>,
    pace: Pace,
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

    /// The account that was open last.
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

    /// What the last purge left sealed; none once somebody has signed in.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn unsent(&self) -> Result<Option<Unsent>, ReplicaError> {
        Ok(self.register()?.unsent)
    }

    /// Every account that this computer has a copy of.
    ///
    /// # Errors
    /// The list cannot be read.
    pub fn accounts(&self) -> Result<Vec<Account>, ReplicaError> {
        Ok(self.register()?.accounts)
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
    /// makes it the current one. No other may be open.
    ///
    /// # Errors
    /// The keyring refuses, or the copy does not open.
    pub async fn adopt(
        &self,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<(Account, Replica), ReplicaError> {
        let account = Account::new(server, &answer);
        let key = match self.known_key(account.id).await? {
            Some(key) => key,
            None => self.fresh_key(account.id).await?,
        };
        let replica = Replica::open(self.setup(&account, link, key), Some(answer)).await?;
        let mut register = self.register()?;
        register.accounts.retain(|known| known.id != account.id);
        register.accounts.push(account.clone());
        register.current = Some(account.id);
        register.unsent = None;
        self.write(&register)?;
        Ok((account, replica))
    }

    /// Nobody is signed in any more; the copies stay.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn leave(&self) -> Result<(), ReplicaError> {
        let register = Register {
            current: None,
            ..self.register()?
        };
        self.write(&register)
    }

    /// Forgets an account whose copy is gone, and remembers what of it lies sealed.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn forget(&self, id: Uuid, unsent: Option<&Unsent>) -> Result<(), ReplicaError> {
        let mut register = self.register()?;
        register.unsent = unsent.cloned().or(register.unsent);
        register.accounts.retain(|account| account.id != id);
        register.current = register.current.filter(|current| *current != id);
        self.write(&register)
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
        match fs::read(self.folder.join("accounts.json")) {
            Ok(json) => serde_json::from_slice(&json).map_err(ReplicaError::json("accounts.json")),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Register::default()),
            Err(error) => Err(ReplicaError::io("reading accounts.json")(error)),
        }
    }

    fn write(&self, register: &Register) -> Result<(), ReplicaError> {
        let failed = "writing accounts.json";
        let json = serde_json::to_vec_pretty(register).map_err(ReplicaError::json("accounts.json"))?;
        let fresh = self.folder.join("accounts.json.new");
        let mut file = fs::File::create(&fresh).map_err(ReplicaError::io(failed))?;
        file.write_all(&json).map_err(ReplicaError::io(failed))?;
        file.sync_all().map_err(ReplicaError::io(failed))?;
        fs::rename(&fresh, self.folder.join("accounts.json")).map_err(ReplicaError::io(failed))?;
        sync_folder(&self.folder)
    }
}
