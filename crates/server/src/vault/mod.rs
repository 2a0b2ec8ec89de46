//! The vault: files on the server's disk, sealed at rest. A file is there when its name is: it is written under
//! another one, synced, and only then renamed.

mod frames;
mod places;
mod pouring;

use std::fs::{File, OpenOptions};
use std::io::{Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

pub use frames::Frames;
pub use places::FilePlace;
pub use pouring::Pouring;

use crate::clock::Source;
use crate::disk::sync_folder_of;
use crate::errors::ServerError;
use crate::keys::Key;
use frames::Seal;

/// What a file that arrives in pieces must become.
#[derive(Clone, Debug)]
pub struct Expected {
    /// Its size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// How far a file is after a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// So many bytes are there; the next piece begins there.
    Partial(u64),
    /// All bytes are there and their hash holds.
    Whole {
        /// The media type by its first bytes.
        media_type: String,
    },
    /// All bytes came, and they are not what was promised; the file begins again.
    WrongHash,
}

/// The folder of sealed files.
#[derive(Clone)]
pub struct Vault {
    folder: PathBuf,
    source: Source,
}

impl Vault {
    /// The vault in `folder`.
    #[must_use]
    pub fn new(folder: PathBuf, source: Source) -> Self {
        Self { folder, source }
    }

    /// Whether the whole file is there.
    #[must_use]
    pub fn has(&self, place: &FilePlace) -> bool {
        place.path(&self.folder).is_file()
    }

    /// Opens a file that is there; none when it is not.
    ///
    /// # Errors
    /// A head that does not open.
    pub fn open(&self, place: &FilePlace, org_key: &Key) -> Result<Option<Frames>, ServerError> {
        match File::open(place.path(&self.folder)) {
            Ok(file) => Ok(Some(Frames::open(file, org_key, &place.context())?)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(ServerError::io("opening a file")(error)),
        }
    }

    /// Opens a file that is there so that its frames begin at the byte `offset`; none when it is not. Its pieces were
    /// all full ones, as [`Vault::pour`] makes them.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_at(
        &self,
        place: &FilePlace,
        org_key: &Key,
        offset: u64,
    ) -> Result<Option<Frames>, ServerError> {
        let opened = self.open(place, org_key)?;
        opened.map(|frames| frames.skipping_to(offset)).transpose()
    }

    /// Begins a file that is written as it comes; one that was there is replaced when it ends.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn pour(&self, place: &FilePlace, org_key: &Key) -> Result<Pouring, ServerError> {
        let path = place.path(&self.folder);
        Pouring::begin(&self.source, path, org_key, &place.context())
    }

    /// All bytes of a file that is there; none when it is not.
    ///
    /// # Errors
    /// Bytes that were changed or cut off.
    pub fn read(&self, place: &FilePlace, org_key: &Key) -> Result<Option<Vec<u8>>, ServerError> {
        let Some(mut frames) = self.open(place, org_key)? else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        while let Some(frame) = frames.next_frame()? {
            bytes.extend(frame);
        }
        Ok(Some(bytes))
    }

    /// SHA-256 of a file that is there, in hex; none when it is not.
    ///
    /// # Errors
    /// Bytes that were changed or cut off.
    pub fn sha256(&self, place: &FilePlace, org_key: &Key) -> Result<Option<String>, ServerError> {
        let Some(frames) = self.open(place, org_key)? else {
            return Ok(None);
        };
        Ok(Some(examine(frames)?.0))
    }

    /// Keeps `bytes`. A file that is there already stays as it is.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn keep(&self, place: &FilePlace, org_key: &Key, bytes: &[u8]) -> Result<(), ServerError> {
        if self.has(place) {
            return Ok(());
        }
        let path = place.path(&self.folder);
        let part = part_of(&path)?;
        let mut file = File::create(&part).map_err(ServerError::io("making a file"))?;
        frames::write_whole(&mut file, &self.source, org_key, &place.context(), bytes)?;
        settle(&file, &part, &path)
    }

    /// Takes a piece that begins at `offset`. One that begins elsewhere than where the file ends changes nothing.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn append(
        &self,
        place: &FilePlace,
        org_key: &Key,
        expected: &Expected,
        offset: u64,
        piece: &[u8],
    ) -> Result<Arrival, ServerError> {
        let path = place.path(&self.folder);
        if self.has(place) {
            return self.whole(place, org_key);
        }
        let part = part_of(&path)?;
        let (mut file, seal) = self.part(&part, place, org_key)?;
        // Two pieces of one file never meet; the lock goes with the file.
        file.lock().map_err(ServerError::io("locking a file"))?;
        if self.has(place) {
            // Whoever held the lock brought the last piece: this handle is the finished file now.
            return self.whole(place, org_key);
        }
        let tail = frames::tail(&mut file, &seal)?;
        let end = tail.received + piece.len() as u64;
        if offset != tail.received
            || end > expected.size_bytes
            || (piece.is_empty() && end < expected.size_bytes)
        {
            return Ok(Arrival::Partial(tail.received));
        }
        let is_last = end == expected.size_bytes;
        let frame = seal.frame(tail.frames, is_last, piece)?;
        file.set_len(tail.position)
            .map_err(ServerError::io("writing a file"))?;
        file.seek(SeekFrom::Start(tail.position))
            .map_err(ServerError::io("writing a file"))?;
        file.write_all(&frame)
            .map_err(ServerError::io("writing a file"))?;
        file.sync_all().map_err(ServerError::io("syncing a file"))?;
        if !is_last {
            return Ok(Arrival::Partial(end));
        }
        self.finish(file, &part, &path, place, org_key, expected)
    }

    fn finish(
        &self,
        file: File,
        part: &Path,
        path: &Path,
        place: &FilePlace,
        org_key: &Key,
        expected: &Expected,
    ) -> Result<Arrival, ServerError> {
        let reading = File::open(part).map_err(ServerError::io("opening a file"))?;
        let (sha256, media_type) = examine(Frames::open(reading, org_key, &place.context())?)?;
        if sha256 != expected.sha256 {
            std::fs::remove_file(part).map_err(ServerError::io("removing a file"))?;
            return Ok(Arrival::WrongHash);
        }
        settle(&file, part, path)?;
        Ok(Arrival::Whole { media_type })
    }

    fn whole(&self, place: &FilePlace, org_key: &Key) -> Result<Arrival, ServerError> {
        let mut frames = self.open(place, org_key)?.ok_or(ServerError::Sealed("a file"))?;
        let first = frames.next_frame()?.unwrap_or_default();
        Ok(Arrival::Whole {
            media_type: media_type(&first),
        })
    }

    fn part(&self, part: &Path, place: &FilePlace, org_key: &Key) -> Result<(File, Seal), ServerError> {
        let mut options = OpenOptions::new();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(part)
            .map_err(ServerError::io("opening a file"))?;
        let context = place.context();
        if let Ok(seal) = Seal::read(&mut file, org_key, &context) {
            return Ok((file, seal));
        }
        // New, or its head was torn by a crash: nothing of it was ever acknowledged.
        let (seal, head) = Seal::new(&self.source, org_key, &context)?;
        file.set_len(0).map_err(ServerError::io("writing a file"))?;
        file.seek(SeekFrom::Start(0))
            .map_err(ServerError::io("writing a file"))?;
        file.write_all(&head).map_err(ServerError::io("writing a file"))?;
        Ok((file, seal))
    }
}

fn examine(mut frames: Frames) -> Result<(String, String), ServerError> {
    let mut hash = Sha256::new();
    let mut first = None;
    while let Some(frame) = frames.next_frame()? {
        hash.update(&frame);
        first.get_or_insert_with(|| media_type(&frame));
    }
    Ok((
        hex::encode(hash.finalize()),
        first.unwrap_or_else(|| media_type(&[])),
    ))
}

/// The media type of a file that begins with `bytes`. Text has no magic bytes, so what is readable counts as such;
/// everything else unknown is just bytes.
fn media_type(bytes: &[u8]) -> String {
    let found = infer::get(bytes).map(|kind| kind.mime_type().to_owned());
    let is_text = !bytes.is_empty() && !bytes.contains(&0) && std::str::from_utf8(bytes).is_ok();
    let otherwise = if is_text {
        "text/plain"
    } else {
        "application/octet-stream"
    };
    found.unwrap_or_else(|| otherwise.to_owned())
}

fn part_of(path: &Path) -> Result<PathBuf, ServerError> {
    let folder = path.parent().ok_or(ServerError::Sealed("a file's folder"))?;
    std::fs::create_dir_all(folder).map_err(ServerError::io("making a folder"))?;
    Ok(path.with_extension("part"))
}

fn settle(file: &File, part: &Path, path: &Path) -> Result<(), ServerError> {
    file.sync_all().map_err(ServerError::io("syncing a file"))?;
    std::fs::rename(part, path).map_err(ServerError::io("renaming a file"))?;
    sync_folder_of(path)
}

#[cfg(test)]
mod tests;
