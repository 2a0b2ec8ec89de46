//! Reading what a desktop sealed before its copy was purged: changes that had not reached the server, and files.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::VersionId;
use folio_protocol::unsent::{UNSENT_FORMAT, UnsentChange, UnsentHead, UnsentLine, UnsentPiece};

use super::{hash_of, identity_of, open_sealed};
use crate::errors::ServerError;

/// Tells, line by line, what is in the sealed file at `path`; writes the files in it below `files`, when that is given.
/// Gives whether everything was there that its head speaks of.
///
/// # Errors
/// A code that does not open it, something else than a desktop's unsent work, a file that is there already, or a disk
/// that cannot be written.
pub fn unseal(
    path: &Path,
    code: &str,
    files: Option<&Path>,
    tell: impl FnMut(String) -> Result<(), ServerError>,
) -> Result<bool, ServerError> {
    let opened = open_sealed(path, &identity_of(code)?)?;
    let mut reading = Reading {
        tell,
        folder: files,
        head: None,
        changes: 0,
        files: BTreeMap::new(),
    };
    for line in BufReader::new(opened).lines() {
        let line = line.map_err(|_torn| damaged())?;
        reading.take(serde_json::from_str(&line).map_err(|_other| damaged())?)?;
    }
    reading.end()
}

fn damaged() -> ServerError {
    ServerError::Setting("this is no desktop's unsent work, or it is damaged".to_owned())
}

/// A file as far as it has come.
struct Coming {
    file_name: String,
    size_bytes: i64,
    sha256: String,
    received: i64,
    /// Where it is written, when it is.
    path: Option<PathBuf>,
}

struct Reading<'a, T> {
    tell: T,
    folder: Option<&'a Path>,
    head: Option<UnsentHead>,
    changes: u32,
    files: BTreeMap<VersionId, Coming>,
}

impl<T: FnMut(String) -> Result<(), ServerError>> Reading<'_, T> {
    fn take(&mut self, line: UnsentLine) -> Result<(), ServerError> {
        match (line, &self.head) {
            (UnsentLine::Head(head), None) if head.format == UNSENT_FORMAT => self.take_head(head),
            (UnsentLine::Change(change), Some(_)) => self.take_change(&change),
            (UnsentLine::Piece(piece), Some(_)) => self.take_piece(piece),
            _ => Err(damaged()),
        }
    }

    fn take_head(&mut self, head: UnsentHead) -> Result<(), ServerError> {
        (self.tell)(format!(
            "{}: {} changes and {} files of {}, sealed {}",
            head.org_name, head.changes, head.files, head.person, head.sealed_at
        ))?;
        self.head = Some(head);
        Ok(())
    }

    fn take_change(&mut self, change: &UnsentChange) -> Result<(), ServerError> {
        self.changes += 1;
        (self.tell)(format!(
            "{}  {}  {}  {}",
            change.made_at, change.person, change.name, change.mutation_id
        ))?;
        for line in serde_json::to_string_pretty(&change.args)?.lines() {
            (self.tell)(format!("    {line}"))?;
        }
        Ok(())
    }

    fn take_piece(&mut self, piece: UnsentPiece) -> Result<(), ServerError> {
        let bytes = STANDARD.decode(&piece.bytes).map_err(|_not_base64| damaged())?;
        let coming = match self.files.remove(&piece.version_id) {
            Some(coming) => coming,
            None => begin(self.folder, &piece)?,
        };
        // A piece that was lost on the desktop leaves a gap; what comes after it is not written at a wrong place.
        let fits = coming.received == piece.offset;
        if let (Some(path), true) = (&coming.path, fits) {
            let mut file = OpenOptions::new()
                .append(true)
                .open(path)
                .map_err(ServerError::io("writing a file"))?;
            file.write_all(&bytes)
                .map_err(ServerError::io("writing a file"))?;
        }
        let length = i64::try_from(bytes.len()).map_err(|_huge| damaged())?;
        let received = coming.received + if fits { length } else { 0 };
        self.files.insert(piece.version_id, Coming { received, ..coming });
        Ok(())
    }

    fn end(mut self) -> Result<bool, ServerError> {
        let head = self.head.take().ok_or_else(damaged)?;
        let mut whole = self.changes == head.changes && self.files.len() == head.files as usize;
        for file in self.files.values() {
            let is_whole = file.received == file.size_bytes
                && match &file.path {
                    Some(path) => is_hash(path, &file.sha256)?,
                    None => true,
                };
            whole &= is_whole;
            let state = if is_whole { "whole" } else { "not whole" };
            let place = match &file.path {
                Some(path) => path.display().to_string(),
                None => "not written: say where with --files".to_owned(),
            };
            (self.tell)(format!(
                "file {}, {} bytes, {state}: {place}",
                file.file_name, file.size_bytes
            ))?;
        }
        if !whole {
            (self.tell)("something that was unsent is missing".to_owned())?;
        }
        Ok(whole)
    }
}

/// Makes the file of a first piece, in a folder of its own so that two of one name do not meet.
fn begin(folder: Option<&Path>, piece: &UnsentPiece) -> Result<Coming, ServerError> {
    let path = match folder {
        None => None,
        Some(folder) => {
            // The name came from a desktop: it names a file in that folder and nothing else.
            let name = Path::new(&piece.file_name).file_name();
            let name = name.ok_or_else(damaged)?;
            let own = folder.join(piece.version_id.to_string());
            std::fs::create_dir_all(&own).map_err(ServerError::io("making a folder"))?;
            let path = own.join(name);
            File::create_new(&path).map_err(ServerError::io("making a file"))?;
            Some(path)
        }
    };
    Ok(Coming {
        file_name: piece.file_name.clone(),
        size_bytes: piece.size_bytes,
        sha256: piece.sha256.clone(),
        received: 0,
        path,
    })
}

fn is_hash(path: &Path, sha256: &str) -> Result<bool, ServerError> {
    let mut file = File::open(path).map_err(ServerError::io("opening a file"))?;
    Ok(hash_of(&mut file)? == sha256)
}

#[cfg(test)]
mod tests;
