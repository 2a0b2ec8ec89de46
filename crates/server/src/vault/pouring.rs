//! A file that is written as it comes, of which nobody knows yet how large it will be.

use std::fs::File;
use std::io::{self, Write};
use std::path::PathBuf;

use super::frames::{FRAME_BYTES_MAX, Seal};
use super::{part_of, settle};
use crate::clock::Source;
use crate::errors::ServerError;
use crate::keys::Key;

/// A file on its way into the vault. It is there once it was finished; one that was not leaves nothing.
pub struct Pouring {
    file: File,
    seal: Seal,
    index: u32,
    /// What is not written yet. A full frame waits until it is known whether it is the last one.
    waiting: Vec<u8>,
    part: PathBuf,
    path: PathBuf,
    is_finished: bool,
}

impl Pouring {
    pub(super) fn begin(
        source: &Source,
        path: PathBuf,
        org_key: &Key,
        context: &str,
    ) -> Result<Self, ServerError> {
        let part = part_of(&path)?;
        let mut file = File::create(&part).map_err(ServerError::io("making a file"))?;
        let (seal, head) = Seal::new(source, org_key, context)?;
        file.write_all(&head).map_err(ServerError::io("writing a file"))?;
        Ok(Self {
            file,
            seal,
            index: 0,
            waiting: Vec::with_capacity(FRAME_BYTES_MAX),
            part,
            path,
            is_finished: false,
        })
    }

    /// Ends the file: it is whole and on the disk.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn finish(mut self) -> Result<(), ServerError> {
        self.write_frame(true)?;
        settle(&self.file, &self.part, &self.path)?;
        self.is_finished = true;
        Ok(())
    }

    fn write_frame(&mut self, is_last: bool) -> Result<(), ServerError> {
        let frame = self.seal.frame(self.index, is_last, &self.waiting)?;
        self.file
            .write_all(&frame)
            .map_err(ServerError::io("writing a file"))?;
        self.index = self
            .index
            .checked_add(1)
            .ok_or(ServerError::Sealed("a file of so many frames"))?;
        self.waiting.clear();
        Ok(())
    }
}

impl Write for Pouring {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.waiting.len() == FRAME_BYTES_MAX {
            self.write_frame(false).map_err(io::Error::other)?;
        }
        let room = FRAME_BYTES_MAX - self.waiting.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.waiting.extend_from_slice(taken);
        Ok(taken.len())
    }

    /// Nothing can be on the disk before a frame is full.
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for Pouring {
    fn drop(&mut self) {
        if !self.is_finished
            && let Err(error) = std::fs::remove_file(&self.part)
        {
            tracing::warn!(%error, "vault.part_remains");
        }
    }
}
