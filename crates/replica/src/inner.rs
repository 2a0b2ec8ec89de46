//! The core of a replica: what the sync loop and the callers share.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use folio_domain::ids::DeviceId;
use folio_domain::mutations::Actor;
use folio_domain::records::Kind;
use folio_protocol::Problem;
use folio_protocol::sessions::SignedIn;
use folio_protocol::sync::SyncStatus;
use folio_store::{Scope, Store, desktop};
use tokio::sync::{Notify, broadcast, watch};

use crate::api::Api;
use crate::clock::Clock;
use crate::errors::ReplicaError;
use crate::link::ServerLink;
use crate::pace::Pace;
use crate::saving::Saving;
use crate::secrets::SecretKeeper;
use crate::standing::{Connection, Standing, Unsent, status};
use crate::vault::Vault;

/// What a replica is opened with.
#[derive(Clone)]
pub struct Setup {
    /// The folder that is its own; made when it is not there.
    pub folder: PathBuf,
    /// The key of its database.
    pub key: [u8; 32],
    /// Under which name its secrets are kept.
    pub secrets: String,
    /// Whether its server runs on this computer, inside the app.
    pub here: bool,
    /// The way to its server.
    pub link: Arc<dyn ServerLink>,
    /// Where secrets are kept.
    pub keeper: Arc<dyn SecretKeeper>,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// How often it tries.
    pub pace: Pace,
}

/// Something in the copy changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// The kinds of record; empty for any.
    pub kinds: Vec<Kind>,
    /// Messages that have come from others: who wrote, and the thread's subject.
    pub messages: Vec<(String, String)>,
    /// Files that are whole now, where the person wanted them.
    pub saved: Vec<String>,
    /// Whether no record changed.
    pub quiet: bool,
}

impl Change {
    /// Something that is no change of a record.
    pub(crate) fn quiet() -> Self {
        Self {
            quiet: true,
            ..Self::default()
        }
    }
}

/// What the sync loop and the callers share.
pub(crate) struct Core {
    pub(crate) store: Store,
    pub(crate) api: Api,
    pub(crate) vault: Vault,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) pace: Pace,
    pub(crate) wake: Notify,
    /// How many rounds of sync have gone through.
    pub(crate) rounds: watch::Sender<u64>,
    /// Whether the server was out of sight since the last round.
    pub(crate) unsure: AtomicBool,
    pub(crate) standing: watch::Sender<Standing>,
    /// Whether the first copy is complete.
    pub(crate) complete: watch::Sender<bool>,
    pub(crate) setup: Setup,
    pub(crate) person: Mutex<(SignedIn, DeviceId)>,
    pub(crate) connection: Mutex<Connection>,
    pub(crate) status: watch::Sender<SyncStatus>,
    pub(crate) changes: broadcast::Sender<Change>,
    pub(crate) saving: Saving,
}

/// The name of the secret that opens the database of `secrets`.
pub(crate) fn key_name(secrets: &str) -> String {
    format!("{secrets}/database")
}

/// The name of the secret that keeps the session of `secrets`.
pub(crate) fn token_name(secrets: &str) -> String {
    format!("{secrets}/session")
}

impl Core {
    pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
        mutex.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn person(&self) -> (SignedIn, DeviceId) {
        Self::lock(&self.person).clone()
    }

    /// Takes over what the person may see now.
    pub(crate) fn set_person(&self, person: SignedIn) {
        Self::lock(&self.person).0 = person;
    }

    pub(crate) fn scope(&self) -> Scope {
        let (person, _) = self.person();
        let actor = Actor {
            principal_id: person.principal_id,
            name: person.name,
            access: person.access,
        };
        Scope::new(person.org_id, actor)
    }

    pub(crate) fn connection(&self) -> Connection {
        Self::lock(&self.connection).clone()
    }

    pub(crate) fn set_connection(&self, change: impl FnOnce(&mut Connection)) {
        change(&mut Self::lock(&self.connection));
    }

    pub(crate) fn require_open(&self) -> Result<(), Problem> {
        match self.standing.borrow().problem() {
            None => Ok(()),
            Some(problem) => Err(problem),
        }
    }

    /// Tells the window that records changed.
    pub(crate) fn tell(&self, kinds: BTreeSet<Kind>, messages: Vec<(String, String)>) {
        if !kinds.is_empty() {
            // An error means that nobody listens, which is no error.
            let _ = self.changes.send(Change {
                kinds: kinds.into_iter().collect(),
                messages,
                ..Change::default()
            });
        }
    }

    /// Tells the window that everything may have changed.
    pub(crate) fn tell_all(&self) {
        // As in `tell`.
        let _ = self.changes.send(Change::default());
    }

    /// Looks at the outbox and tells how the copy stands.
    pub(crate) async fn tell_status(&self) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let (waiting, refused) = desktop::waiting_and_refused(&mut transaction).await?;
        drop(transaction);
        let count = |number: i64| u32::try_from(number).unwrap_or(u32::MAX);
        let now = status(
            self.setup.here,
            &self.connection(),
            count(waiting),
            count(refused),
        );
        self.status.send_if_modified(|old| {
            let is_new = *old != now;
            *old = now;
            is_new
        });
        Ok(())
    }

    /// Removes the copy: its key first, so that nothing can be read of it whatever happens next; then its files. What
    /// was unsent lies sealed beside it. It is told last: whoever hears of it may drop the replica, which ends this.
    pub(crate) async fn purge(&self, unsent: Option<Unsent>) {
        for name in [key_name(&self.setup.secrets), token_name(&self.setup.secrets)] {
            if let Err(error) = self.setup.keeper.delete(&name).await {
                tracing::error!(%error, "purge.key_remains");
            }
        }
        self.store.close().await;
        let folder = self.setup.folder.clone();
        let removed = tokio::task::spawn_blocking(move || std::fs::remove_dir_all(folder)).await;
        if !matches!(removed, Ok(Ok(()))) {
            tracing::error!("purge.files_remain");
        }
        self.standing.send_replace(Standing::Purged(unsent));
        self.tell_all();
    }
}
