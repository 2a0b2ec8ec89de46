//! What the app holds: the accounts of this computer, and the way to their servers.

use std::sync::Arc;

use folio_domain::ids::PrincipalId;
use folio_protocol::Problem;
use folio_protocol::commands::{BusinessPoke, BusinessStatus, Host, SessionState};
use folio_protocol::sessions::SignInAnswer;
use folio_replica::{Accounts, Home, OpenAccount, Pace, Replica, ServerLink, Standing, SystemClock, Told};
use folio_server::App;
use tauri::{AppHandle, Emitter as _, Manager as _};
use tauri_plugin_notification::NotificationExt as _;
use uuid::Uuid;

use crate::keyring::Keyring;
use crate::places::{Places, device_name};
use crate::servers::DesktopServers;
use crate::{here, window};

/// The app's state; one for the whole process.
pub struct Desktop {
    /// The window's side.
    pub app: AppHandle,
    /// The app's folder.
    pub home: Home,
    /// The accounts of this computer.
    pub accounts: Arc<Accounts>,
    /// The ways to their servers.
    pub servers: Arc<DesktopServers>,
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
        let servers = Arc::new(DesktopServers::new(home.clone()));
        let window = app.clone();
        let accounts = Accounts::new(home.clone(), servers.clone(), move |told| hear(&window, told));
        Ok(Arc::new(Self {
            app,
            home,
            accounts,
            servers,
            _lock: places.lock()?,
        }))
    }

    /// Opens every account that a person is signed in to, the one that was shown last before the others.
    pub fn begin(&self) {
        let accounts = self.accounts.clone();
        tauri::async_runtime::spawn(async move { accounts.begin().await });
    }

    /// Opens the copy of the person that has just signed in, and shows it.
    ///
    /// # Errors
    /// The keyring refuses, or the copy does not open; then what was shown is shown still.
    pub async fn adopt(
        &self,
        server: &str,
        link: Arc<dyn ServerLink>,
        answer: SignInAnswer,
    ) -> Result<OpenAccount, Problem> {
        self.accounts.settled().await;
        self.accounts.adopt(server, link, answer).await
    }

    /// Signs a person of this computer's server in and opens the copy. No password: whoever can open the keyring is
    /// its owner.
    ///
    /// # Errors
    /// There is no such person, or the keyring refuses.
    pub async fn sign_in_here(&self, server: &App, person: PrincipalId) -> Result<OpenAccount, Problem> {
        let answer = server
            .sign_in_here(person, &device_name())
            .await
            .map_err(here::problem)?;
        self.adopt("", DesktopServers::joined(server), answer).await
    }

    /// The copy that a call from the window names.
    ///
    /// # Errors
    /// Nobody is signed in there, or what stands in the way.
    pub async fn replica(&self, account: Option<Uuid>) -> Result<Arc<Replica>, Problem> {
        self.accounts.replica(account).await
    }

    /// The address of the server of the account that is shown; empty for none.
    pub fn server_address(&self) -> String {
        let shown = self.accounts.shown();
        shown.map(|open| open.account.server).unwrap_or_default()
    }

    /// Who is signed in to the account that is shown.
    pub async fn session(&self) -> SessionState {
        self.accounts.settled().await;
        let shown = self.accounts.shown();
        let shown = shown.as_ref();
        SessionState {
            host: Host::Desktop,
            account: shown.map(|open| open.account.id),
            person: shown.map(|open| open.replica.person()),
            locked: shown.is_some_and(|open| *open.replica.standing().borrow() != Standing::Open),
            copying: shown.is_some_and(|open| open.replica.is_copying()),
            here: shown.is_some_and(|open| open.account.is_here()),
            server: shown.map(|open| open.account.server.clone()).unwrap_or_default(),
            by_link: None,
            problem: self.accounts.problem(),
        }
    }

    /// Closes everything; what is written is on the disk.
    pub async fn close(&self) {
        self.accounts.close().await;
        self.servers.close().await;
    }
}

/// Passes on to the window, and to a person who looks elsewhere, what happens to an account.
fn hear(app: &AppHandle, told: Told) {
    match told {
        Told::List => tell(
            app,
            "poke",
            BusinessPoke {
                account: None,
                kinds: Vec::new(),
            },
        ),
        Told::Status { account, status } => tell(app, "sync_status", BusinessStatus { account, status }),
        Told::Changed {
            account,
            business,
            change,
        } => {
            if !is_watched(app, account) {
                for file_name in &change.saved {
                    notify(app, &business, file_name);
                }
                // Who wrote and about what; the words themselves stay inside.
                for (from, subject) in &change.messages {
                    notify(app, &business, &format!("{from}: {subject}"));
                }
            }
            if !change.quiet {
                let account = Some(account);
                let kinds = change.kinds;
                tell(app, "poke", BusinessPoke { account, kinds });
            }
        }
    }
}

fn tell<T: serde::Serialize + Clone>(app: &AppHandle, event: &str, payload: T) {
    if let Err(error) = app.emit(event, payload) {
        tracing::debug!(%error, "window.not_told");
    }
}

/// Whether somebody looks at the window, and at this account in it.
fn is_watched(app: &AppHandle, account: Uuid) -> bool {
    let desktop = app.try_state::<Arc<Desktop>>();
    let shown = desktop.and_then(|desktop| desktop.accounts.shown());
    shown.is_some_and(|shown| shown.account.id == account) && window::is_watched(app)
}

/// Says something in a business's name.
fn notify(app: &AppHandle, business: &str, words: &str) {
    if let Err(error) = app.notification().builder().title(business).body(words).show() {
        tracing::debug!(%error, "notification.not_shown");
    }
}
