//! The server as a value: everything that its handlers and jobs share. It knows none of them: the routes are put
//! together in `routes`, the jobs in `worker`.

use std::ops::Deref;
use std::sync::{Arc, Weak};

use folio_domain::ids::OrgId;
use folio_domain::records::{Read, Records};
use folio_store::server::orgs::OrgRow;
use folio_store::{Location, Schema, Store, StoreError, Submitted, load_reads};
use tokio::sync::Notify;

use crate::clock::Source;
use crate::config::{Config, Database, KeySource};
use crate::errors::ServerError;
use crate::keys::{Key, ServerKeys};
use crate::limits::Limits;
use crate::mail::Post;
use crate::passwords::Passwords;
use crate::pokes::Pokes;
use crate::screens::Screens;
use crate::spool::Spool;
use crate::turns::Turns;
use crate::vault::Vault;

const READERS: u32 = 4;

/// What handlers and jobs share.
pub struct Inner {
    /// What the server was told.
    pub config: Config,
    /// The records.
    pub store: Store,
    /// Time and chance.
    pub source: Source,
    /// The keys outside of the database.
    pub keys: ServerKeys,
    /// The files.
    pub vault: Vault,
    /// Files that were made for somebody and wait to be taken.
    pub spool: Spool,
    /// Hashing and checking passwords.
    pub passwords: Passwords,
    /// How often secrets may be tried.
    pub limits: Limits,
    /// Whose backup is being taken.
    pub backing_up: Turns,
    /// Who wants to hear of changes.
    pub pokes: Pokes,
    /// The mail server.
    pub post: Option<Post>,
    /// The screens for browsers.
    pub screens: Screens,
    /// Rings when there is work.
    pub bell: Arc<Notify>,
}

/// A running server. Clones share it.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl App {
    /// Opens what lies in the server's home. It does no jobs by itself.
    ///
    /// # Errors
    /// A home that cannot be read or written, or a setting that cannot be used.
    pub(crate) async fn prepare(config: Config, source: Source) -> Result<Self, ServerError> {
        std::fs::create_dir_all(&config.home).map_err(ServerError::io("making the home"))?;
        let keys = match &config.keys {
            KeySource::Home => ServerKeys::in_folder(&config.home.join("keys"), &source)?,
            KeySource::Given(keys) => keys.clone(),
        };
        let store = Store::open(&location(&config), Schema::Server).await?;
        let inner = Inner {
            post: config.smtp.as_ref().map(Post::new).transpose()?,
            vault: Vault::new(config.home.join("files"), source.clone()),
            spool: Spool::new(config.home.join("spool"), &source),
            passwords: Passwords::new(config.password_cost, source.clone()),
            limits: Limits::default(),
            backing_up: Turns::default(),
            pokes: Pokes::default(),
            screens: Screens::new(config.ui_dist.clone()),
            bell: Arc::new(Notify::new()),
            config,
            store,
            source,
            keys,
        };
        Ok(Self(Arc::new(inner)))
    }

    pub(crate) fn from_inner(inner: Arc<Inner>) -> Self {
        Self(inner)
    }

    /// The server as one holds it who must not keep it open.
    pub(crate) fn downgrade(&self) -> Weak<Inner> {
        Arc::downgrade(&self.0)
    }

    /// Closes the database; what is written is on the disk.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Runs `work` to its end, even when the caller who waits for it leaves.
    ///
    /// # Errors
    /// Those of `work`, or that it ended by itself.
    pub async fn unstoppable<T, E>(
        &self,
        work: impl Future<Output = Result<T, E>> + Send + 'static,
    ) -> Result<T, ServerError>
    where
        T: Send + 'static,
        E: Into<ServerError> + Send + 'static,
    {
        match tokio::spawn(work).await {
            Ok(answer) => answer.map_err(Into::into),
            Err(_panicked) => Err(ServerError::Task),
        }
    }

    /// Runs `work` that blocks, such as reading files, beside the others.
    ///
    /// # Errors
    /// Those of `work`, or that it ended by itself.
    pub async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ServerError> + Send + 'static,
    ) -> Result<T, ServerError> {
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_panicked| ServerError::Task)?
    }

    /// Tells those who may know, and the job runner, what a submission did.
    pub fn announce(&self, org_id: OrgId, submitted: &Submitted) {
        self.pokes.tell(org_id, submitted);
        if submitted.jobs {
            self.bell.notify_one();
        }
    }

    /// The rows that answer `reads`, whoever may see them: for the server's own use.
    ///
    /// # Errors
    /// When the database breaks.
    pub async fn look(&self, org_id: OrgId, reads: Vec<Read>) -> Result<Records, ServerError> {
        let mut transaction = self.store.begin_read().await?;
        let mut records = Records::default();
        for (read, rows) in load_reads(&mut transaction, org_id, reads).await? {
            records.learn(read, rows);
        }
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(records)
    }

    /// The organisation's row.
    ///
    /// # Errors
    /// There is none, or the database breaks.
    pub async fn org(&self, org_id: OrgId) -> Result<OrgRow, ServerError> {
        Ok(self
            .store
            .org(org_id)
            .await?
            .ok_or(StoreError::UnknownOrganisation)?)
    }

    /// The key of the organisation's files.
    ///
    /// # Errors
    /// It was wrapped by keys that this server does not have.
    pub async fn org_key(&self, org_id: OrgId) -> Result<Key, ServerError> {
        self.keys
            .org_key(org_id, &self.org(org_id).await?.wrapped_file_key)
    }
}

fn location(config: &Config) -> Location {
    match &config.database {
        Database::Sqlite { key } => Location::Sqlite {
            path: config.home.join("folio.db"),
            key: *key,
            readers: READERS,
        },
        Database::Postgres { url } => Location::Postgres { url: url.clone() },
    }
}
