//! A business on a server of its own with a mail server, and its owner as a witness beside the screens.

use std::sync::Arc;

use anyhow::Result;
use folio_domain::ids::ContactId;
use folio_domain::permissions::Role;
use folio_protocol::sessions::InviteRequest;
use folio_replica::{HttpLink, ServerLink};
use tempfile::TempDir;
use tokio::sync::{Mutex, MutexGuard};

use super::letters::PostOffice;
use super::wire::Wire;
use crate::business::found_in;
use crate::caller::Caller;
use crate::server::Server;

/// The owner's address.
pub const OWNER: &str = "meera@studio.example";
/// The business.
pub const BUSINESS: &str = "Studio Kolam";

/// Windows and browsers share two cores and one keyring: one test at a time.
static TURN: Mutex<()> = Mutex::const_new(());

/// Waits for the test's turn; it lasts until dropped.
pub async fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().await
}

/// A business on a server of its own.
pub struct Office {
    /// The server.
    pub server: Server,
    /// Where its mails go.
    pub post: PostOffice,
    /// The wire between the owner's desktop and the server.
    pub wire: Wire,
    /// Folders of this test.
    pub folder: TempDir,
}

impl Office {
    /// Sets the business up and serves it.
    ///
    /// # Errors
    /// The server does not start.
    pub async fn open() -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let home = folder.path().join("server");
        std::fs::create_dir_all(&home)?;
        found_in(&home, &[(BUSINESS, OWNER)]).await?;
        let post = PostOffice::open().await?;
        let settings = [
            ("FOLIO_SMTP_URL", post.url()),
            ("FOLIO_SMTP_FROM", "folio@studio.example".to_owned()),
        ];
        let server = Server::start_with(&home, &settings)?;
        let wire = Wire::to(&server.address()).await?;
        Ok(Self {
            server,
            post,
            wire,
            folder,
        })
    }

    /// A new folder of this name.
    ///
    /// # Errors
    /// It cannot be made.
    pub fn folder(&self, name: &str) -> Result<std::path::PathBuf> {
        let folder = self.folder.path().join(name);
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }

    /// A way to the server that nobody pulls.
    ///
    /// # Errors
    /// The address is none.
    pub fn link(&self) -> Result<Arc<dyn ServerLink>> {
        Ok(Arc::new(HttpLink::new(&self.server.address())?))
    }

    /// The owner over the API: what the screens show is compared with what the server says.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn owner(&self) -> Result<Caller> {
        Caller::sign_in(self.link()?, OWNER).await
    }

    /// The link of a contact's invitation.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn client_link(
        &self,
        owner: &Caller,
        name: &str,
        email: &str,
        contact_id: ContactId,
    ) -> Result<String> {
        let request = InviteRequest {
            email: email.to_owned(),
            name: name.to_owned(),
            role: Role::Client,
            contact_id: Some(contact_id),
        };
        owner.invite(&request).await
    }
}
