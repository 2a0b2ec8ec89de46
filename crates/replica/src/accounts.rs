//! The accounts of this computer while the app runs: those that a person is signed in to are open and sync, each for
//! itself, and one of them is shown. Whoever asks says for which account; nothing of one is answered for another.

mod follow;
mod packs;
mod rows;

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use async_trait::async_trait;
use folio_protocol::sessions::SignInAnswer;
use folio_protocol::sync::SyncStatus;
use folio_protocol::{Problem, ProblemCode};
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use crate::home::{Account, Home};
use crate::inner::Change;
use crate::link::ServerLink;
use crate::replica::Replica;
use crate::standing::Standing;

/// The ways to the servers of accounts.
#[async_trait]
pub trait Servers: Send + Sync {
    /// The way to an account's server.
    ///
    /// # Errors
    /// The address is none, or the server of this computer does not open.
    async fn link(&self, account: &Account) -> Result<Arc<dyn ServerLink>, Problem>;

    /// Signs a person in again without asking for anything, where that can be: at the server of this computer.
    ///
    /// # Errors
    /// The server refuses.
    async fn sign_in_again(&self, account: &Account) -> Result<Option<SignInAnswer>, Problem>;
}

/// What is told of the accounts.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Something in an account's copy changed.
    Changed {
        /// The account.
        account: Uuid,
        /// Its business's name.
        business: String,
        /// What.
        change: Change,
    },
    /// An account stands otherwise to its server.
    Status {
        /// The account.
        account: Uuid,
        /// How.
        status: SyncStatus,
    },
    /// Which accounts there are, which may be used, or which is shown has changed.
    List,
}

/// A copy that is open.
#[derive(Clone)]
pub struct OpenAccount {
    /// Whose it is.
    pub account: Account,
    /// The copy.
    pub replica: Arc<Replica>,
}

#[derive(Default)]
struct Held {
    open: BTreeMap<Uuid, OpenAccount>,
    /// Why accounts that ought to be open are not.
    trouble: BTreeMap<Uuid, Problem>,
    shown: Option<Uuid>,
    /// What stands in the way of showing one.
    problem: Option<Problem>,
}

/// The accounts of this computer.
pub struct Accounts {
    home: Home,
    servers: Arc<dyn Servers>,
    tell: Box<dyn Fn(Told) + Send + Sync>,
    held: RwLock<Held>,
    /// A copy is open once: they are opened and closed one at a time.
    turn: Mutex<()>,
    /// Whether the account that is shown first has been opened, or could not be.
    ready: watch::Sender<bool>,
}

impl Accounts {
    /// The accounts in `home`, none of them open yet. `tell` hears what changes; it must not wait.
    pub fn new(
        home: Home,
        servers: Arc<dyn Servers>,
        tell: impl Fn(Told) + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self {
            home,
            servers,
            tell: Box::new(tell),
            held: RwLock::default(),
            turn: Mutex::default(),
            ready: watch::Sender::new(false),
        })
    }

    /// Opens the account that was shown last, and after it the others one by one. Whoever asks meanwhile waits for
    /// the first. One that does not open hinders no other.
    pub async fn begin(self: &Arc<Self>) {
        let first = self.open_first().await;
        self.ready.send_replace(true);
        (self.tell)(Told::List);
        let signed_in = match self.home.accounts() {
            Ok(accounts) => accounts.into_iter().filter(|(_, signed_in)| *signed_in),
            Err(error) => {
                tracing::error!(%error, "accounts.not_listed");
                return;
            }
        };
        for (account, _) in signed_in.filter(|(account, _)| Some(account.id) != first) {
            if let Err(problem) = self.open(&account).await {
                tracing::warn!(account = %account.id, key = problem.message_key, "account.not_opened");
            }
            (self.tell)(Told::List);
        }
    }

    async fn open_first(self: &Arc<Self>) -> Option<Uuid> {
        let current = match self.home.current() {
            Ok(current) => current,
            Err(error) => {
                self.write().problem = Some(error.into());
                return None;
            }
        };
        let Some(account) = current else {
            // Whoever was purged is told until they have seen it: the app may have been closed before they looked.
            let unsent = self.home.unsent().ok().flatten();
            self.write().problem = unsent.map(|unsent| unsent.problem());
            return None;
        };
        let opened = self.open(&account).await;
        let mut held = self.write();
        match opened {
            Ok(_) => held.shown = Some(account.id),
            Err(problem) => held.problem = Some(problem),
        }
        Some(account.id)
    }

    /// Opens an account, or gives it when it is open already.
    async fn open(self: &Arc<Self>, account: &Account) -> Result<OpenAccount, Problem> {
        let _turn = self.turn.lock().await;
        if let Some(open) = self.read().open.get(&account.id) {
            return Ok(open.clone());
        }
        match self.open_now(account).await {
            Ok(replica) => Ok(self.take_up(account.clone(), replica)),
            Err(problem) => {
                self.write().trouble.insert(account.id, problem.clone());
                Err(problem)
            }
        }
    }

    async fn open_now(&self, account: &Account) -> Result<Replica, Problem> {
        if !self.home.has_copy(account.id) {
            // The app was ended while it removed a copy.
            self.home.forget(account.id, None)?;
            return Err(Standing::Purged(None).problem().unwrap_or_else(Problem::internal));
        }
        let link = self.servers.link(account).await?;
        Ok(self.home.open(account, link).await?)
    }

    /// Holds a copy that was just opened, and begins to follow it.
    fn take_up(self: &Arc<Self>, account: Account, replica: Replica) -> OpenAccount {
        let open = OpenAccount {
            account,
            replica: Arc::new(replica),
        };
        let mut held = self.write();
        held.trouble.remove(&open.account.id);
        held.open.insert(open.account.id, open.clone());
        drop(held);
        self.follow(&open);
        open.replica.start();
        open
    }

    /// Opens the copy of the person that has just signed in, and shows it. The others stay as they are.
    ///
    /// # Errors
    /// The keyring refuses, or the copy does not open; then what was shown is shown still.
    pub async fn adopt(
        self: &Arc<Self>,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<OpenAccount, Problem> {
        let open = self.renew(server, link, answer).await?;
        self.home.show(Some(open.account.id))?;
        let mut held = self.write();
        held.shown = Some(open.account.id);
        held.problem = None;
        drop(held);
        (self.tell)(Told::List);
        Ok(open)
    }

    async fn renew(
        self: &Arc<Self>,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<OpenAccount, Problem> {
        let _turn = self.turn.lock().await;
        // It may be there, closed to its person until now: a database is open once.
        let id = Account::of(server, &answer).id;
        let before = self.write().open.remove(&id);
        if let Some(before) = before {
            before.replica.close().await;
        }
        let (account, replica) = self.home.renew(server, link, answer).await?;
        Ok(self.take_up(account, replica))
    }

    /// Shows another account. Needs no server.
    ///
    /// # Errors
    /// There is no such account, the person has signed out of it, or it does not open; then what was shown is shown
    /// still.
    pub async fn show(self: &Arc<Self>, id: Uuid) -> Result<OpenAccount, Problem> {
        let accounts = self.home.accounts()?;
        let known = accounts.into_iter().find(|(account, _)| account.id == id);
        let open = match known {
            None => return Err(Problem::not_found()),
            Some((_, false)) => return Err(signed_out()),
            Some((account, true)) => self.open(&account).await?,
        };
        self.home.show(Some(id))?;
        let mut held = self.write();
        held.shown = Some(id);
        held.problem = None;
        Ok(open)
    }

    /// Signs out of one account; its copy stays, closed. Where it was the one that is shown, another that is open
    /// is shown from now on, or none.
    ///
    /// # Errors
    /// It is not open, or the keyring refuses.
    pub async fn sign_out(&self, id: Uuid) -> Result<(), Problem> {
        let turn = self.turn.lock().await;
        let next = self.next_after(id)?;
        let before = self.write().open.remove(&id).ok_or_else(signed_out)?;
        self.home.sign_out(id, next)?;
        self.write().shown = next;
        before.replica.close().await;
        drop(turn);
        (self.tell)(Told::List);
        Ok(before.replica.sign_out().await?)
    }

    /// Which account is shown once `id` is not open any more.
    fn next_after(&self, id: Uuid) -> Result<Option<Uuid>, Problem> {
        let accounts = self.home.accounts()?;
        let held = self.read();
        if held.shown != Some(id) {
            return Ok(held.shown);
        }
        let mut others = accounts.iter().map(|(account, _)| account.id);
        Ok(others.find(|other| *other != id && held.open.contains_key(other)))
    }

    /// The account that is shown.
    #[must_use]
    pub fn shown(&self) -> Option<OpenAccount> {
        let held = self.read();
        held.shown.and_then(|id| held.open.get(&id).cloned())
    }

    /// What stands in the way of showing an account.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        self.read().problem.clone()
    }

    /// The copy of the account that `id` names, and of no other.
    ///
    /// # Errors
    /// It is not open, or there is no such account; what stands in the way.
    pub async fn replica(&self, id: Option<Uuid>) -> Result<Arc<Replica>, Problem> {
        self.settled().await;
        let held = self.read();
        let Some(id) = id else {
            return Err(held.problem.clone().unwrap_or_else(signed_out));
        };
        match (held.open.get(&id), held.trouble.get(&id)) {
            (Some(open), _) => Ok(open.replica.clone()),
            (None, Some(problem)) => Err(problem.clone()),
            (None, None) => Err(signed_out()),
        }
    }

    /// Waits until the account that is shown first has been opened, or could not be.
    pub async fn settled(&self) {
        // An error means that the app is ending; then nothing is open.
        let _ = self.ready.subscribe().wait_for(|ready| *ready).await;
    }

    /// Says no more that an account has ended.
    ///
    /// # Errors
    /// The list cannot be written.
    pub async fn forget_ended(&self, id: Uuid) -> Result<(), Problem> {
        self.home.forget_ended(id).await?;
        let unsent = self.home.unsent()?;
        let mut held = self.write();
        let is_about_an_end = |problem: &Problem| problem.code == ProblemCode::Purge;
        if held.problem.as_ref().is_some_and(is_about_an_end) {
            held.problem = unsent.map(|unsent| unsent.problem());
        }
        drop(held);
        (self.tell)(Told::List);
        Ok(())
    }

    /// Closes everything; what is written is on the disk.
    pub async fn close(&self) {
        let _turn = self.turn.lock().await;
        let open = std::mem::take(&mut self.write().open);
        for open in open.into_values() {
            open.replica.close().await;
        }
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Held> {
        self.held.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn signed_out() -> Problem {
    Problem::new(ProblemCode::Unauthorised, "problem-signed-out")
}
