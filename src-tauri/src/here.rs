//! The server of this computer: the same API, in this process, joined without a socket. Its database and files are
//! encrypted with keys that lie in the keyring.

use std::path::PathBuf;

use folio_protocol::{Problem, ProblemCode};
use folio_replica::{Home, ReplicaError};
use folio_server::{App, Config, Database, Failure, Key, KeySource, ServerError, ServerKeys};
use url::Url;
use zeroize::Zeroizing;

const DATABASE: &str = "here/database";
const FILES: &str = "here/files";
const COOKIES: &str = "here/cookies";

/// The folder of the server of this computer.
pub fn folder(home: &Home) -> PathBuf {
    home.folder().join("here")
}

/// The server of this computer, which has been set up before.
///
/// # Errors
/// The keyring does not give its keys, or its database does not open.
pub async fn open(home: &Home) -> Result<App, Problem> {
    let mut keys = Vec::with_capacity(3);
    for name in [DATABASE, FILES, COOKIES] {
        match key(home, name).await? {
            Some(key) => keys.push(key),
            // A locked keyring answers as if nothing were there: a write tells.
            None => {
                home.probe().await?;
                return Err(Problem::new(ProblemCode::NoKeyring, "problem-keyring-locked"));
            }
        }
    }
    open_with(home, keys).await
}

/// The server of this computer with fresh keys, in a folder of its own that must not be there.
///
/// # Errors
/// There is no keyring, or the folder cannot be made.
pub async fn create(home: &Home) -> Result<App, Problem> {
    open_with(home, fresh_keys(home).await?).await
}

/// Makes new keys and keeps them in the keyring.
///
/// # Errors
/// There is no keyring, or it does not open.
pub async fn fresh_keys(home: &Home) -> Result<Vec<Zeroizing<[u8; 32]>>, Problem> {
    home.probe().await?;
    let mut keys = Vec::with_capacity(3);
    for name in [DATABASE, FILES, COOKIES] {
        let mut key = Zeroizing::new([0; 32]);
        getrandom::fill(key.as_mut_slice()).map_err(|_no_source| Problem::internal())?;
        home.keeper()
            .put(name, key.as_slice())
            .await
            .map_err(ReplicaError::from)?;
        keys.push(key);
    }
    Ok(keys)
}

async fn key(home: &Home, name: &str) -> Result<Option<Zeroizing<[u8; 32]>>, Problem> {
    let kept = home.keeper().get(name).await.map_err(ReplicaError::from)?;
    let key = kept.and_then(|kept| <[u8; 32]>::try_from(kept.as_slice()).ok());
    Ok(key.map(Zeroizing::new))
}

/// What the server of this computer is told.
///
/// # Errors
/// Not three keys.
pub fn config(home: &Home, keys: &[Zeroizing<[u8; 32]>]) -> Result<Config, Problem> {
    let [database, files, cookies] = keys else {
        return Err(Problem::internal());
    };
    // Nobody reaches it from elsewhere; the address stands in no mail, for there is no mail server.
    let address = Url::parse("http://localhost/").map_err(|_constant| Problem::internal())?;
    let mut config = Config::new(folder(home), address);
    config.database = Database::Sqlite {
        key: Some(**database),
    };
    config.keys = KeySource::Given(ServerKeys {
        files: Key::from_bytes(**files),
        cookies: Key::from_bytes(**cookies),
    });
    Ok(config)
}

async fn open_with(home: &Home, keys: Vec<Zeroizing<[u8; 32]>>) -> Result<App, Problem> {
    App::open(config(home, &keys)?).await.map_err(problem)
}

/// An error of the server as a person is told it.
pub fn problem(error: ServerError) -> Problem {
    Failure::from(error).0
}

#[cfg(test)]
mod tests;
