//! Keys: the server's two lie outside of the database; each organisation has one, wrapped by the server's; each
//! file has one, wrapped by its organisation's.

use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use folio_domain::ids::OrgId;
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::clock::Source;
use crate::disk::sync_folder_of;
use crate::errors::ServerError;

const NONCE_BYTES: usize = 24;
/// The bytes of a wrapped key: nonce, key and tag.
pub const WRAPPED_BYTES: usize = NONCE_BYTES + 32 + 16;

/// A key of XChaCha20-Poly1305. Wiped when it is dropped, and without a `Debug` that shows it.
#[derive(Clone, PartialEq, Eq, Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    /// The key with these bytes.
    #[must_use]
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// A new one.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new(source: &Source) -> Result<Self, ServerError> {
        Ok(Self(source.bytes()?))
    }

    /// Its bytes, to be kept where only the server's user reads them.
    #[must_use]
    pub fn reveal(&self) -> &[u8; 32] {
        &self.0
    }

    pub(crate) fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }

    /// Seals `plain`, bound to `context`: nonce, then ciphertext.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn seal(&self, source: &Source, context: &str, plain: &[u8]) -> Result<Vec<u8>, ServerError> {
        let nonce: [u8; NONCE_BYTES] = source.bytes()?;
        let payload = Payload {
            msg: plain,
            aad: context.as_bytes(),
        };
        let sealed = self
            .cipher()
            .encrypt(&nonce.into(), payload)
            .map_err(|_error| ServerError::Sealed("seal"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`Key::seal`] made.
    ///
    /// # Errors
    /// Another key, another context, or changed bytes.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<Vec<u8>, ServerError> {
        let (nonce, sealed) = sealed
            .split_at_checked(NONCE_BYTES)
            .ok_or(ServerError::Sealed("seal"))?;
        let nonce = XNonce::try_from(nonce).map_err(|_length| ServerError::Sealed("seal"))?;
        let payload = Payload {
            msg: sealed,
            aad: context.as_bytes(),
        };
        self.cipher()
            .decrypt(&nonce, payload)
            .map_err(|_error| ServerError::Sealed("seal"))
    }

    /// Seals another key.
    ///
    /// # Errors
    /// As [`Key::seal`].
    pub fn wrap(&self, source: &Source, context: &str, key: &Self) -> Result<Vec<u8>, ServerError> {
        self.seal(source, context, &key.0)
    }

    /// Opens what [`Key::wrap`] made.
    ///
    /// # Errors
    /// As [`Key::open`].
    pub fn unwrap_key(&self, context: &str, wrapped: &[u8]) -> Result<Self, ServerError> {
        let mut plain = self.open(context, wrapped)?;
        let key = <[u8; 32]>::try_from(plain.as_slice()).map_err(|_length| ServerError::Sealed("key"))?;
        plain.zeroize();
        Ok(Self(key))
    }
}

/// The server's keys: one wraps the organisations' keys, one seals pull cookies.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerKeys {
    /// Wraps the organisations' keys.
    pub files: Key,
    /// Seals pull cookies.
    pub cookies: Key,
}

impl ServerKeys {
    /// New ones.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new(source: &Source) -> Result<Self, ServerError> {
        Ok(Self {
            files: Key::new(source)?,
            cookies: Key::new(source)?,
        })
    }

    /// Those in `folder`, made when the folder has none yet.
    ///
    /// # Errors
    /// A folder that cannot be read or written, or a file that holds no key.
    pub fn in_folder(folder: &Path, source: &Source) -> Result<Self, ServerError> {
        std::fs::create_dir_all(folder).map_err(ServerError::io("making the folder of keys"))?;
        Ok(Self {
            files: key_file(&folder.join("files.key"), source)?,
            cookies: key_file(&folder.join("cookies.key"), source)?,
        })
    }

    /// Writes them into `folder`, which has none yet.
    ///
    /// # Errors
    /// A folder that cannot be written, or that has keys already.
    pub fn write_to(&self, folder: &Path) -> Result<(), ServerError> {
        std::fs::create_dir_all(folder).map_err(ServerError::io("making the folder of keys"))?;
        write_key(&folder.join("files.key"), &self.files)?;
        write_key(&folder.join("cookies.key"), &self.cookies)
    }

    /// A new key for an organisation, and the same as it is stored.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new_org_key(&self, source: &Source, org_id: OrgId) -> Result<String, ServerError> {
        Ok(STANDARD.encode(self.wrap_org_key(source, org_id, &Key::new(source)?)?))
    }

    /// An organisation's key, wrapped.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn wrap_org_key(&self, source: &Source, org_id: OrgId, key: &Key) -> Result<Vec<u8>, ServerError> {
        self.files.wrap(source, &org_context(org_id), key)
    }

    /// The key of an organisation as [`ServerKeys::new_org_key`] gave it to be stored.
    ///
    /// # Errors
    /// It was wrapped by other keys, or for another organisation.
    pub fn org_key(&self, org_id: OrgId, stored: &str) -> Result<Key, ServerError> {
        let wrapped = STANDARD
            .decode(stored)
            .map_err(|_bad| ServerError::Sealed("an organisation's key"))?;
        self.files.unwrap_key(&org_context(org_id), &wrapped)
    }
}

fn org_context(org_id: OrgId) -> String {
    format!("folio/organisation/{org_id}")
}

fn key_file(path: &Path, source: &Source) -> Result<Key, ServerError> {
    match std::fs::read_to_string(path) {
        Ok(text) => {
            let mut bytes = [0; 32];
            hex::decode_to_slice(text.trim(), &mut bytes)
                .map_err(|_bad| ServerError::Setting(format!("{} holds no key", path.display())))?;
            Ok(Key(bytes))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let key = Key::new(source)?;
            write_key(path, &key)?;
            Ok(key)
        }
        Err(error) => Err(ServerError::io("reading a key")(error)),
    }
}

fn write_key(path: &Path, key: &Key) -> Result<(), ServerError> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(ServerError::io("writing a key"))?;
    file.write_all(hex::encode(key.0).as_bytes())
        .map_err(ServerError::io("writing a key"))?;
    file.sync_all().map_err(ServerError::io("writing a key"))?;
    sync_folder_of(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_key_opens_in_its_place_alone() {
        let source = Source::system();
        let keys = ServerKeys::new(&source).unwrap();
        let (one, other) = (OrgId(source.id().unwrap()), OrgId(source.id().unwrap()));
        let stored = keys.new_org_key(&source, one).unwrap();
        assert!(keys.org_key(one, &stored).is_ok());
        assert!(keys.org_key(other, &stored).is_err());
        assert!(ServerKeys::new(&source).unwrap().org_key(one, &stored).is_err());
    }

    #[test]
    fn keys_stay_the_same_and_are_nobody_elses() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("keys");
        let source = Source::system();
        let first = ServerKeys::in_folder(&folder, &source).unwrap();
        assert!(first == ServerKeys::in_folder(&folder, &source).unwrap());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = std::fs::metadata(folder.join("files.key"))
                .unwrap()
                .permissions()
                .mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }
}
