//! Files beside the database: pieces of what this desktop brings, and copies of what it has shown, each encrypted
//! with a key of this computer. A file is a folder of pieces, each named by where it begins.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::clock::random;
use crate::errors::ReplicaError;

/// The bytes of a piece that is cut here.
const PIECE_BYTES: usize = 512 * 1024;
const NONCE_BYTES: usize = 24;

/// Where the files are, and the key to them.
#[derive(Clone)]
pub(crate) struct Vault {
    folder: PathBuf,
    key: Zeroizing<[u8; 32]>,
}

impl Vault {
    /// The files in `folder` of the copy whose database has this key.
    pub(crate) fn new(folder: PathBuf, database_key: &[u8; 32]) -> Self {
        // The key is random in full, so a hash with a label of its own gives an independent one.
        let derived = Sha256::new()
            .chain_update(b"folio desktop files\0")
            .chain_update(database_key)
            .finalize();
        Self {
            folder,
            key: Zeroizing::new(derived.into()),
        }
    }

    /// Keeps a piece; it is on the disk when this returns.
    pub(crate) async fn put_piece(&self, id: Uuid, offset: i64, piece: Vec<u8>) -> Result<(), ReplicaError> {
        self.blocking(move |vault| vault.write(id, offset, &piece)).await
    }

    /// Keeps a whole file, in place of what was there.
    pub(crate) async fn put_whole(&self, id: Uuid, bytes: Vec<u8>) -> Result<(), ReplicaError> {
        self.blocking(move |vault| {
            vault.remove_now(id)?;
            let mut offset = 0;
            for piece in bytes.chunks(PIECE_BYTES) {
                vault.write(id, offset, piece)?;
                offset += i64::try_from(piece.len()).unwrap_or(i64::MAX);
            }
            Ok(())
        })
        .await
    }

    /// The bytes from `offset` to the end of the piece that holds it; none when it is not there.
    pub(crate) async fn piece_at(&self, id: Uuid, offset: i64) -> Result<Option<Vec<u8>>, ReplicaError> {
        self.blocking(move |vault| {
            let Some(begin) = vault.offsets(id)?.into_iter().rfind(|begin| *begin <= offset) else {
                return Ok(None);
            };
            let piece = vault.read(id, begin)?;
            let skip = usize::try_from(offset - begin).unwrap_or(usize::MAX);
            Ok(piece
                .get(skip..)
                .filter(|rest| !rest.is_empty())
                .map(<[u8]>::to_vec))
        })
        .await
    }

    /// The whole file, when all of its `size` bytes are there and have this SHA-256 (in hex).
    pub(crate) async fn whole(
        &self,
        id: Uuid,
        size: i64,
        sha256: String,
    ) -> Result<Option<Vec<u8>>, ReplicaError> {
        self.blocking(move |vault| {
            let mut bytes = Vec::new();
            for offset in vault.offsets(id)? {
                if usize::try_from(offset).ok() != Some(bytes.len()) {
                    return Ok(None);
                }
                bytes.extend(vault.read(id, offset)?);
            }
            let is_it = usize::try_from(size).ok() == Some(bytes.len())
                && hex::encode(Sha256::digest(&bytes)) == sha256;
            Ok(is_it.then_some(bytes))
        })
        .await
    }

    /// Removes a file.
    pub(crate) async fn remove(&self, id: Uuid) -> Result<(), ReplicaError> {
        self.blocking(move |vault| vault.remove_now(id)).await
    }

    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> Result<T, ReplicaError> + Send + 'static,
    ) -> Result<T, ReplicaError> {
        let vault = self.clone();
        tokio::task::spawn_blocking(move || work(&vault))
            .await
            .map_err(|_ended| ReplicaError::Task)?
    }

    fn write(&self, id: Uuid, offset: i64, piece: &[u8]) -> Result<(), ReplicaError> {
        let failed = "writing a piece of a file";
        let folder = self.folder.join(id.to_string());
        fs::create_dir_all(&folder).map_err(ReplicaError::io(failed))?;
        let nonce: [u8; NONCE_BYTES] = random()?;
        let payload = Payload {
            msg: piece,
            aad: &place(id, offset),
        };
        let sealed = self
            .cipher()
            .encrypt(&XNonce::from(nonce), payload)
            .map_err(|_cannot| ReplicaError::Sealed("a file's piece"))?;
        let fresh = folder.join(format!("{offset:016x}.new"));
        let mut file = fs::File::create(&fresh).map_err(ReplicaError::io(failed))?;
        file.write_all(&nonce).map_err(ReplicaError::io(failed))?;
        file.write_all(&sealed).map_err(ReplicaError::io(failed))?;
        file.sync_all().map_err(ReplicaError::io(failed))?;
        fs::rename(&fresh, folder.join(format!("{offset:016x}"))).map_err(ReplicaError::io(failed))?;
        sync_folder(&folder)
    }

    /// The piece that begins at `offset`.
    pub(crate) fn read(&self, id: Uuid, offset: i64) -> Result<Vec<u8>, ReplicaError> {
        let path = self.folder.join(id.to_string()).join(format!("{offset:016x}"));
        let sealed = fs::read(path).map_err(ReplicaError::io("reading a piece of a file"))?;
        let (nonce, sealed) = sealed
            .split_first_chunk::<NONCE_BYTES>()
            .ok_or(ReplicaError::Sealed("a file's piece"))?;
        let payload = Payload {
            msg: sealed,
            aad: &place(id, offset),
        };
        self.cipher()
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_other_key| ReplicaError::Sealed("a file's piece"))
    }

    /// Where the pieces begin, in order; pieces that were not finished do not count.
    pub(crate) fn offsets(&self, id: Uuid) -> Result<Vec<i64>, ReplicaError> {
        let entries = match fs::read_dir(self.folder.join(id.to_string())) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(ReplicaError::io("listing a file's pieces")(error)),
        };
        let mut offsets = Vec::new();
        for entry in entries {
            let name = entry
                .map_err(ReplicaError::io("listing a file's pieces"))?
                .file_name();
            offsets.extend(name.to_str().and_then(|name| i64::from_str_radix(name, 16).ok()));
        }
        offsets.sort_unstable();
        Ok(offsets)
    }

    fn remove_now(&self, id: Uuid) -> Result<(), ReplicaError> {
        match fs::remove_dir_all(self.folder.join(id.to_string())) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(ReplicaError::io("removing a file")(error))
            }
            _ => Ok(()),
        }
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new((&*self.key).into())
    }
}

/// What binds a piece to its place, so that pieces cannot be swapped.
fn place(id: Uuid, offset: i64) -> [u8; 24] {
    let mut place = [0; 24];
    let (name, begin) = place.split_at_mut(16);
    name.copy_from_slice(id.as_bytes());
    begin.copy_from_slice(&offset.to_be_bytes());
    place
}

/// Brings a folder's list of names to the disk.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), ReplicaError> {
    #[cfg(unix)]
    fs::File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(ReplicaError::io("syncing a folder"))?;
    #[cfg(not(unix))]
    let _ = folder; // Elsewhere a folder cannot be opened as a file; the rename is durable by itself.
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn pieces_come_back_and_lie_encrypted() {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::new(folder.path().to_owned(), &[7; 32]);
        let (id, text) = (Uuid::from_u128(1), b"the quick brown fox".to_vec());
        let sha256 = hex::encode(Sha256::digest(&text));
        vault.put_piece(id, 0, text[..4].to_vec()).await.unwrap();
        vault.put_piece(id, 4, text[4..].to_vec()).await.unwrap();
        assert_eq!(
            vault.whole(id, 19, sha256.clone()).await.unwrap().as_deref(),
            Some(&text[..])
        );
        assert_eq!(vault.whole(id, 20, sha256.clone()).await.unwrap(), None);
        assert_eq!(vault.piece_at(id, 6).await.unwrap().as_deref(), Some(&text[6..]));
        assert_eq!(vault.piece_at(id, 19).await.unwrap(), None);

        for entry in fs::read_dir(folder.path().join(id.to_string())).unwrap() {
            let sealed = fs::read(entry.unwrap().path()).unwrap();
            assert!(
                !sealed
                    .windows(5)
                    .any(|window| text.windows(5).any(|part| part == window))
            );
        }
        let other = Vault::new(folder.path().to_owned(), &[8; 32]);
        assert!(matches!(
            other.whole(id, 19, sha256).await,
            Err(ReplicaError::Sealed(_))
        ));
        vault.remove(id).await.unwrap();
        assert_eq!(vault.piece_at(id, 0).await.unwrap(), None);
    }
}
