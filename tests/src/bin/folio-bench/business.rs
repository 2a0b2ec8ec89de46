//! A business on a real server process, with passwords hashed as they are in earnest.

use std::sync::Arc;

use anyhow::Result;
use folio_replica::HttpLink;
use folio_server::{App, Config, NewBusiness};
use folio_tests::business::organisation;
use folio_tests::caller::{Caller, PASSWORD};
use folio_tests::server::Server;
use url::Url;

const OWNER: &str = "owner@bench.example";

/// A business with a server of its own.
pub struct Business {
    server: Server,
    _home: tempfile::TempDir,
}

impl Business {
    /// Founds it and starts its server.
    pub async fn open() -> Result<Self> {
        let home = tempfile::tempdir()?;
        let app = App::open(Config::new(
            home.path().to_owned(),
            Url::parse("http://127.0.0.1:9/")?,
        ))
        .await?;
        let new = NewBusiness {
            organisation: organisation("Bench"),
            owner_name: "Asha".to_owned(),
            owner_email: OWNER.to_owned(),
            owner_password: Some(PASSWORD.to_owned()),
            number_pattern: String::new(),
            next_number: 1,
        };
        app.found(new).await?;
        app.close().await;
        Ok(Self {
            server: Server::start(home.path())?,
            _home: home,
        })
    }

    /// The owner, signed in on a device and connection of their own.
    pub async fn owner(&self) -> Result<Caller> {
        Caller::sign_in(Arc::new(HttpLink::new(&self.server.address())?), OWNER).await
    }

    /// The server's process.
    pub fn server_pid(&self) -> u32 {
        self.server.pid()
    }
}
