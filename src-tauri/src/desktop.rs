//! What the app holds: the copy that is open, the server of this computer when it runs, and what stands in the way.

use std::sync::{Arc, Mutex, PoisonError};

use folio_domain::ids::PrincipalId;
use folio_protocol::commands::{Host, SessionState};
use folio_protocol::sessions::SignInAnswer;
use folio_protocol::sync::Poke;
use folio_protocol::{Problem, ProblemCode};
use folio_replica::{
    Account, Change, Home, HttpLink, Pace, Replica, ReplicaError, RouterLink, ServerLink, Standing,
    SystemClock,
};
use folio_server::App;
use tauri::{AppHandle, Emitter as _};
use tauri_plugin_notification::NotificationExt as _;
use tokio::sync::RwLock;
use tokio::sync::broadcast::error::RecvError;

use crate::here;
use crate::keyring::Keyring;
use crate::places::{Places, device_name};
use crate::window;

/// The copy that is open.
#[derive(Clone)]
pub struct Open {
    /// Whose it is.
    pub account: Account,
    /// The copy.
    pub replica: Arc<Replica>,
}

#[derive(Default)]
struct Held {
    open: Option<Open>,
    here: Option<App>,
    problem: Option<Problem>,
}

/// The app's state; one for the whole process.
pub struct Desktop {
    /// The window's side.
    pub app: AppHandle,
    /// The app's folder.
    pub home: Home,
    held: Arc<RwLock<Held>>,
    address: Mutex<String>,
    /// Keeps the folder this process's own.
    _lock: std::fs::File,
}

impl Desktop {
    /// The app in its folder, with nothing open yet.
    ///
    /// # Errors
    /// The folder cannot be used.
    pub fn new(app: AppHandle, places: &Places) -> anyhow::Result<Arc<Self>> {
        let keeper = Arc::new(Keyring::new(places.service()));
        let home = Home::new(
            places.home().to_owned(),
            keeper,
            Arc::new(SystemClock),
            Pace::default(),
        )?;
        let (held, address) = (Arc::default(), Mutex::default());
        Ok(Arc::new(Self {
            app,
            home,
            held,
            address,
            _lock: places.lock()?,
        }))
    }

    /// Opens what was open last. Whoever asks meanwhile waits for it.
    pub fn begin(self: &Arc<Self>) {
        let desktop = self.clone();
        let mut held = tauri::async_runtime::block_on(self.held.clone().write_owned());
        tauri::async_runtime::spawn(async move {
            match desktop.open_last(&mut held).await {
                Ok(open) => held.open = open,
                Err(problem) => held.problem = Some(problem),
            }
        });
    }

    async fn open_last(self: &Arc<Self>, held: &mut Held) -> Result<Option<Open>, Problem> {
        let Some(account) = self.home.current()? else {
            // Whoever was purged is told until somebody signs in: the app may have been closed before they looked.
            return match self.home.unsent()? {
                Some(unsent) => Err(unsent.problem()),
                None => Ok(None),
            };
        };
        let link: Arc<dyn ServerLink> = if account.is_here() {
            let server = here::open(&self.home).await?;
            held.here = Some(server.clone());
            Arc::new(RouterLink::new(server.router()))
        } else {
            Arc::new(HttpLink::new(&account.server).map_err(ReplicaError::from)?)
        };
        let replica = self.home.open(&account, link).await?;
        Ok(Some(self.take_up(account, replica)))
    }

    /// Begins to follow a copy: its sync, and what the window hears of it.
    fn take_up(self: &Arc<Self>, account: Account, replica: Replica) -> Open {
        account
            .server
            .clone_into(&mut self.address.lock().unwrap_or_else(PoisonError::into_inner));
        let open = Open {
            account,
            replica: Arc::new(replica),
        };
        let business = open.replica.person().org_name;
        tauri::async_runtime::spawn(tell_changes(self.app.clone(), business, open.replica.changes()));
        tauri::async_runtime::spawn(tell_status(self.app.clone(), open.replica.status()));
        tauri::async_runtime::spawn(
            self.clone()
                .watch_standing(open.account.clone(), open.replica.standing()),
        );
        let replica = open.replica.clone();
        tauri::async_runtime::spawn(async move { replica.start() });
        open
    }

    /// Opens the copy of the person that has just signed in, in the place of the one before.
    ///
    /// # Errors
    /// The keyring refuses, or the copy does not open; then nothing is open.
    pub async fn adopt(
        self: &Arc<Self>,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<Open, Problem> {
        let mut held = self.held.write().await;
        // It may be the same copy, closed to its person until now: a database is open once.
        if let Some(before) = held.open.take() {
            before.replica.close().await;
        }
        let (account, replica) = self.home.adopt(server, link, answer).await?;
        let open = self.take_up(account, replica);
        held.open = Some(open.clone());
        held.problem = None;
        drop(held);
        self.tell(&Change::default());
        Ok(open)
    }

    /// Signs a person of this computer's server in and opens the copy. No password: whoever can open the keyring is
    /// its owner.
    ///
    /// # Errors
    /// There is no such person, or the keyring refuses.
    pub async fn sign_in_here(self: &Arc<Self>, server: &App, person: PrincipalId) -> Result<Open, Problem> {
        let answer = server
            .sign_in_here(person, &device_name())
            .await
            .map_err(here::problem)?;
        let link = Arc::new(RouterLink::new(server.router()));
        self.adopt("", link, answer).await
    }

    /// Closes the copy that is open; the window shows its entrance.
    pub async fn leave(&self) -> Result<(), Problem> {
        let before = self.held.write().await.open.take();
        self.home.leave()?;
        if let Some(before) = before {
            before.replica.close().await;
        }
        self.tell(&Change::default());
        Ok(())
    }

    /// The copy that is open.
    ///
    /// # Errors
    /// Nobody is signed in, or what stands in the way.
    pub async fn open(&self) -> Result<Open, Problem> {
        let held = self.held.read().await;
        let missing = || {
            held.problem
                .clone()
                .unwrap_or_else(|| Problem::new(ProblemCode::Unauthorised, "problem-signed-out"))
        };
        held.open.clone().ok_or_else(missing)
    }

    /// The same, as the replica alone.
    ///
    /// # Errors
    /// As [`Desktop::open`].
    pub async fn replica(&self) -> Result<Arc<Replica>, Problem> {
        Ok(self.open().await?.replica)
    }

    /// The server of this computer, when it runs.
    pub async fn server_here(&self) -> Option<App> {
        self.held.read().await.here.clone()
    }

    /// Keeps the server of this computer running from now on.
    pub async fn keep_server(&self, server: App) {
        self.held.write().await.here = Some(server);
    }

    /// The address of the server that the app is signed in to; empty for none.
    pub fn server_address(&self) -> String {
        self.address
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Who is signed in.
    pub async fn session(&self) -> SessionState {
        let held = self.held.read().await;
        let open = held.open.as_ref();
        SessionState {
            host: Host::Desktop,
            person: open.map(|open| open.replica.person()),
            locked: open.is_some_and(|open| *open.replica.standing().borrow() != Standing::Open),
            copying: open.is_some_and(|open| open.replica.is_copying()),
            here: open.is_some_and(|open| open.account.is_here()),
            server: open.map(|open| open.account.server.clone()).unwrap_or_default(),
            by_link: None,
            problem: held.problem.clone(),
        }
    }

    /// Closes everything; what is written is on the disk.
    pub async fn close(self: Arc<Self>) {
        let mut held = self.held.write().await;
        if let Some(open) = held.open.take() {
            open.replica.close().await;
        }
        if let Some(server) = held.here.take() {
            server.close().await;
        }
    }

    fn tell(&self, change: &Change) {
        tell(
            &self.app,
            "poke",
            Poke {
                kinds: change.kinds.clone(),
            },
        );
    }

    /// Follows whether the copy may be used. One whose server is in this process comes back by itself.
    async fn watch_standing(
        self: Arc<Self>,
        account: Account,
        mut standing: tokio::sync::watch::Receiver<Standing>,
    ) {
        let Ok(ended) = standing
            .wait_for(|standing| matches!(standing, Standing::Locked | Standing::Purged(_)))
            .await
            .map(|ended| ended.clone())
        else {
            return;
        };
        match &ended {
            Standing::Purged(unsent) => {
                if let Err(error) = self.home.forget(account.id, unsent.as_ref()) {
                    tracing::error!(%error, "account.not_forgotten");
                }
                let mut held = self.held.write().await;
                if held.open.take_if(|open| open.account.id == account.id).is_some() {
                    held.problem = ended.problem();
                }
            }
            Standing::Locked if account.is_here() => self.come_back(&account).await,
            Standing::Locked | Standing::Ending | Standing::Open => {}
        }
        self.tell(&Change::default());
    }

    async fn come_back(self: &Arc<Self>, account: &Account) {
        let Some(server) = self.server_here().await else {
            return;
        };
        // Signing out locks too; then another, or nobody, is open by now.
        let is_open = self.open().await.is_ok_and(|open| open.account.id == account.id);
        if !is_open {
            return;
        }
        if let Err(problem) = self.sign_in_here(&server, account.principal_id).await {
            tracing::error!(key = problem.message_key, "here.not_signed_in");
        }
    }
}

fn tell<T: serde::Serialize + Clone>(app: &AppHandle, event: &str, payload: T) {
    if let Err(error) = app.emit(event, payload) {
        tracing::debug!(%error, "window.not_told");
    }
}

/// Says in the business's name which file is there now, and who wrote about what.
async fn tell_changes(
    app: AppHandle,
    business: String,
    mut changes: tokio::sync::broadcast::Receiver<Change>,
) {
    loop {
        let change = match changes.recv().await {
            Ok(change) => change,
            // The window reads everything again.
            Err(RecvError::Lagged(_)) => Change::default(),
            Err(RecvError::Closed) => return,
        };
        if !change.quiet {
            tell(&app, "poke", Poke { kinds: change.kinds });
        }
        if !window::is_watched(&app) {
            change
                .saved
                .iter()
                .for_each(|file_name| notify(&app, &business, file_name));
            change
                .messages
                .iter()
                .for_each(|(from, subject)| notify(&app, from, subject));
        }
    }
}

async fn tell_status(
    app: AppHandle,
    mut status: tokio::sync::watch::Receiver<folio_protocol::sync::SyncStatus>,
) {
    loop {
        let now = status.borrow_and_update().clone();
        tell(&app, "sync_status", now);
        if status.changed().await.is_err() {
            return;
        }
    }
}

/// Says who wrote and about what; the words themselves stay inside.
fn notify(app: &AppHandle, from: &str, subject: &str) {
    if let Err(error) = app.notification().builder().title(from).body(subject).show() {
        tracing::debug!(%error, "notification.not_shown");
    }
}
