//! Tokens: 256 bits that nobody can guess, of which only the hash is stored.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::clock::Source;
use crate::errors::ServerError;

/// A token as its holder keeps it. Never logged: it has no `Debug` that shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// A new one.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new(source: &Source) -> Result<Self, ServerError> {
        Ok(Self(URL_SAFE_NO_PAD.encode(source.bytes::<32>()?)))
    }

    /// One that a caller brings.
    #[must_use]
    pub fn brought(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As its holder keeps it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What is stored: SHA-256 in hex. The token has 256 bits of its own, so it needs no salt and no slow hash.
    #[must_use]
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}
