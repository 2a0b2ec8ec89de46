//! What a server is told when it starts.

use std::net::SocketAddr;
use std::path::PathBuf;

use url::Url;

use crate::errors::ServerError;
use crate::keys::ServerKeys;
use crate::passwords::PasswordCost;

/// Where the records lie.
#[derive(Clone)]
pub enum Database {
    /// A SQLite file in the home, encrypted (SQLCipher) when there is a key.
    Sqlite {
        /// The key of the file.
        key: Option<[u8; 32]>,
    },
    /// A PostgreSQL server.
    Postgres {
        /// Its address with user and database.
        url: String,
    },
}

/// Where the keys come from that seal files and cookies.
#[derive(Clone)]
pub enum KeySource {
    /// From `keys/` in the home, made at the first start and readable by the server's user alone.
    Home,
    /// From the caller: a desktop keeps them in the operating system's keyring.
    Given(ServerKeys),
}

/// The mail server.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// `smtp://`, `smtps://` or `smtp://…?tls=required`, with user and password when it asks for them.
    pub url: String,
    /// The address that mails come from.
    pub from: String,
}

/// What a server is told when it starts.
#[derive(Clone)]
pub struct Config {
    /// The folder with everything that is the server's.
    pub home: PathBuf,
    /// Where the records lie.
    pub database: Database,
    /// Where the keys come from.
    pub keys: KeySource,
    /// The address that people's browsers and mails use.
    pub base_url: Url,
    /// The mail server; none: links are shown to be copied.
    pub smtp: Option<Smtp>,
    /// Whether the last `X-Forwarded-For` entry is believed: only behind a proxy that sets it.
    pub trusts_proxy: bool,
    /// Screens from this folder instead of those built in.
    pub ui_dist: Option<PathBuf>,
    /// How much work a password's hash is.
    pub password_cost: PasswordCost,
    /// Whether this process does jobs; where several share a database, one that does is enough.
    pub does_jobs: bool,
}

impl Config {
    /// A server in `home` on SQLite that answers at `base_url`, with everything else as usual.
    #[must_use]
    pub fn new(home: PathBuf, base_url: Url) -> Self {
        Self {
            home,
            database: Database::Sqlite { key: None },
            keys: KeySource::Home,
            base_url,
            smtp: None,
            trusts_proxy: false,
            ui_dist: None,
            password_cost: PasswordCost::default(),
            does_jobs: true,
        }
    }

    /// Whether cookies are for HTTPS alone: always, save where the server answers on this machine over plain HTTP.
    #[must_use]
    pub fn secure_cookies(&self) -> bool {
        let is_loopback = match self.base_url.host() {
            Some(url::Host::Domain(name)) => name == "localhost",
            Some(url::Host::Ipv4(address)) => address.is_loopback(),
            Some(url::Host::Ipv6(address)) => address.is_loopback(),
            None => false,
        };
        !(self.base_url.scheme() == "http" && is_loopback)
    }
}

/// The address under which a server that listens on `address` is reached without a proxy.
///
/// # Errors
/// An address that makes no URL.
pub fn base_url_of(address: SocketAddr) -> Result<Url, ServerError> {
    Url::parse(&format!("http://{address}")).map_err(|error| ServerError::Setting(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cookies_are_plain_on_this_machine_alone() {
        for (url, secure) in [
            ("http://127.0.0.1:4810", false),
            ("http://localhost:4810", false),
            ("http://[::1]:4810", false),
            ("http://192.168.1.4:4810", true),
            ("https://folio.example", true),
        ] {
            let config = Config::new(PathBuf::from("/nowhere"), Url::parse(url).unwrap());
            assert_eq!(config.secure_cookies(), secure, "{url}");
        }
    }
}
