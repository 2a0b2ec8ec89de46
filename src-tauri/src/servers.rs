//! The ways to the servers of the accounts: over a socket, or to the server of this computer, which is opened once, by
//! whichever account needs it first.

use std::sync::Arc;

use async_trait::async_trait;
use folio_protocol::Problem;
use folio_protocol::sessions::SignInAnswer;
use folio_replica::{Account, Home, HttpLink, ReplicaError, RouterLink, ServerLink, Servers};
use folio_server::App;
use tokio::sync::Mutex;

use crate::here;
use crate::places::device_name;

/// The ways to the servers of this computer's accounts.
pub struct DesktopServers {
    home: Home,
    here: Mutex<Option<App>>,
}

impl DesktopServers {
    /// The ways to the servers of the accounts in `home`.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            here: Mutex::default(),
        }
    }

    /// A link to a server in this process.
    pub fn joined(server: &App) -> Arc<dyn ServerLink> {
        Arc::new(RouterLink::new(server.router()))
    }

    /// The server of this computer, which has been set up before.
    ///
    /// # Errors
    /// The keyring does not give its keys, or its database does not open.
    pub async fn here(&self) -> Result<App, Problem> {
        let mut held = self.here.lock().await;
        if let Some(server) = held.as_ref() {
            return Ok(server.clone());
        }
        let server = here::open(&self.home).await?;
        *held = Some(server.clone());
        Ok(server)
    }

    /// Keeps the server of this computer, just set up, running from now on.
    pub async fn keep(&self, server: App) {
        *self.here.lock().await = Some(server);
    }

    /// Closes the server of this computer.
    pub async fn close(&self) {
        if let Some(server) = self.here.lock().await.take() {
            server.close().await;
        }
    }
}

#[async_trait]
impl Servers for DesktopServers {
    async fn link(&self, account: &Account) -> Result<Arc<dyn ServerLink>, Problem> {
        if account.is_here() {
            return Ok(Self::joined(&self.here().await?));
        }
        Ok(Arc::new(
            HttpLink::new(&account.server).map_err(ReplicaError::from)?,
        ))
    }

    async fn sign_in_again(&self, account: &Account) -> Result<Option<SignInAnswer>, Problem> {
        if !account.is_here() {
            return Ok(None);
        }
        let server = self.here().await?;
        let answer = server.sign_in_here(account.principal_id, &device_name()).await;
        answer.map(Some).map_err(here::problem)
    }
}
