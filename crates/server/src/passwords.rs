//! Passwords: argon2id, one at a time.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use folio_protocol::sessions::PASSWORD_CHARS_MIN;
use folio_protocol::{Problem, ProblemCode};
use tokio::sync::Semaphore;

use crate::clock::Source;
use crate::errors::ServerError;

const PASSWORD_BYTES_MAX: usize = 1024;
const SALT_BYTES: usize = 16;

/// How much work a password's hash is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PasswordCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
}

impl Default for PasswordCost {
    fn default() -> Self {
        Self {
            memory_kib: 64 * 1024,
            passes: 3,
        }
    }
}

/// Hashes and checks passwords, never two at once: each takes 64 MiB, and many at once would be an attack.
#[derive(Clone)]
pub struct Passwords {
    cost: PasswordCost,
    source: Source,
    turn: Arc<Semaphore>,
    dummy: Arc<tokio::sync::OnceCell<String>>,
}

impl Passwords {
    /// With this cost.
    #[must_use]
    pub fn new(cost: PasswordCost, source: Source) -> Self {
        Self {
            cost,
            source,
            turn: Arc::new(Semaphore::new(1)),
            dummy: Arc::new(tokio::sync::OnceCell::new()),
        }
    }

    /// The hash of a new password, as a PHC string.
    ///
    /// # Errors
    /// A password that is too short or absurdly long.
    pub async fn hash(&self, password: &str) -> Result<String, ServerError> {
        let fits = password.chars().count() >= PASSWORD_CHARS_MIN && password.len() <= PASSWORD_BYTES_MAX;
        if !fits {
            let problem = Problem::new(ProblemCode::Invalid, "problem-password-too-short");
            return Err(problem.with("min", PASSWORD_CHARS_MIN).into());
        }
        self.hash_any(password.to_owned()).await
    }

    async fn hash_any(&self, password: String) -> Result<String, ServerError> {
        let salt = self.source.bytes::<SALT_BYTES>()?;
        let cost = self.cost;
        self.alone(move || {
            let hashed = hasher(cost)?.hash_password_with_salt(password.as_bytes(), &salt);
            hashed
                .map(|hash| hash.to_string())
                .map_err(|_bad| ServerError::Sealed("password"))
        })
        .await
    }

    /// Whether `password` is the one behind `hash`. Without a hash it takes as long, and is not.
    ///
    /// # Errors
    /// A stored hash that cannot be read.
    pub async fn matches(&self, password: &str, hash: Option<&str>) -> Result<bool, ServerError> {
        let is_known = hash.is_some();
        let hash = match hash {
            Some(hash) => hash.to_owned(),
            None => self
                .dummy
                .get_or_try_init(|| self.hash_any("nobody's password".to_owned()))
                .await?
                .clone(),
        };
        if password.len() > PASSWORD_BYTES_MAX {
            return Ok(false);
        }
        let password = password.to_owned();
        let cost = self.cost;
        let matches = self
            .alone(move || {
                let hash = PasswordHash::new(&hash).map_err(|_bad| ServerError::Sealed("password hash"))?;
                Ok(hasher(cost)?.verify_password(password.as_bytes(), &hash).is_ok())
            })
            .await?;
        Ok(matches && is_known)
    }

    async fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, ServerError> + Send + 'static,
    ) -> Result<T, ServerError> {
        let permit = self
            .turn
            .clone()
            .acquire_owned()
            .await
            .map_err(|_closed| ServerError::Task)?;
        // The permit goes along, so that a caller who leaves does not let a second hash begin.
        let work = move || {
            let answer = work();
            drop(permit);
            answer
        };
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_ended| ServerError::Task)?
    }
}

fn hasher(cost: PasswordCost) -> Result<Argon2<'static>, ServerError> {
    let params = Params::new(cost.memory_kib, cost.passes, 1, None)
        .map_err(|error| ServerError::Setting(format!("password cost: {error}")))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passwords() -> Passwords {
        Passwords::new(
            PasswordCost {
                memory_kib: 64,
                passes: 1,
            },
            Source::system(),
        )
    }

    #[tokio::test]
    async fn a_password_is_known_by_its_hash() {
        let passwords = passwords();
        let hash = passwords.hash("correct horse").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{hash}");
        assert!(passwords.matches("correct horse", Some(&hash)).await.unwrap());
        assert!(!passwords.matches("correct house", Some(&hash)).await.unwrap());
    }

    #[tokio::test]
    async fn without_a_hash_nothing_matches() {
        assert!(!passwords().matches("nobody's password", None).await.unwrap());
    }

    #[tokio::test]
    async fn a_short_password_is_refused() {
        let refused = passwords().hash("short").await.unwrap_err();
        assert!(
            refused.to_string().contains("problem-password-too-short"),
            "{refused}"
        );
    }
}
