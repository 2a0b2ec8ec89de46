//! Backups: everything of one organisation in one file, encrypted to its recovery code. A backup moves between
//! SQLite and PostgreSQL, and from a desktop's "this computer" to a server.
//!
//! Inside the age envelope lies a tar: `rows/<table>.jsonl`, `files/…` as they lie sealed in the vault, `key`
//! (the organisation's file key), and last `manifest.json` with the hash of each, so that a backup that was cut off
//! has none.
//!
//! An export holds the same rows in an open form, with the files as they are, and nothing that opens anything
//! (`folio_exchange::full_export`).

mod exporting;
mod gathering;
mod lines;
mod loading;
mod restoring;
mod saving;
mod sending;
mod unpacking;
mod unsealing;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufReader, BufWriter, Read as _};
use std::path::{Path, PathBuf};

use folio_domain::ids::OrgId;
use folio_protocol::{Problem, ProblemCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

pub use exporting::Exported;
pub use restoring::{BringBack, BroughtBack, bring_back, restore, restore_with};
pub use sending::download;
pub use unsealing::unseal;

use crate::disk::sync_folder_of;
use crate::errors::ServerError;

/// The first kept an index of words beside the records; it is made anew now.
const FORMATS: [u32; 2] = [1, 2];
const FORMAT: u32 = 2;
const MANIFEST: &str = "manifest.json";
const KEY: &str = "key";

/// What a backup holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of this shape.
    pub format: u32,
    /// The organisation.
    pub org_id: OrgId,
    /// When it was made.
    pub made_at: Timestamp,
    /// SHA-256 of each part, in hex, by its path.
    pub parts: BTreeMap<String, String>,
}

/// Writes the file at `out` by `write`. Nothing is at `out` until it is whole and on the disk.
fn whole_file(
    out: &Path,
    write: impl FnOnce(BufWriter<File>) -> Result<BufWriter<File>, ServerError>,
) -> Result<(), ServerError> {
    let part = part_of(out);
    let written = File::create(&part)
        .map_err(ServerError::io("making a file"))
        .and_then(|file| write(BufWriter::new(file)))
        .and_then(|buffered| {
            let file = buffered
                .into_inner()
                .map_err(|error| ServerError::io("writing a file")(error.into_error()))?;
            file.sync_all().map_err(ServerError::io("syncing a file"))?;
            std::fs::rename(&part, out).map_err(ServerError::io("renaming a file"))?;
            sync_folder_of(out)
        });
    if written.is_err() && part.exists() {
        std::fs::remove_file(&part).map_err(ServerError::io("removing a file"))?;
    }
    written
}

/// Beside `out`, whatever its name is.
fn part_of(out: &Path) -> PathBuf {
    let mut part = out.as_os_str().to_owned();
    part.push(".part");
    part.into()
}

/// SHA-256 of the rest of `file`, in hex.
fn hash_of(file: &mut File) -> Result<String, ServerError> {
    let mut hash = Sha256::new();
    let mut chunk = vec![0; 64 * 1024];
    loop {
        let length = file.read(&mut chunk).map_err(ServerError::io("reading a part"))?;
        match chunk.get(..length) {
            Some(read) if !read.is_empty() => hash.update(read),
            _ => return Ok(hex::encode(hash.finalize())),
        }
    }
}

/// The key that a recovery code is. Blanks and breaks are how people write long codes, and no part of it.
fn identity_of(code: &str) -> Result<age::x25519::Identity, ServerError> {
    let letters = code.chars().filter(|letter| !letter.is_whitespace());
    let code: String = letters.map(|letter| letter.to_ascii_uppercase()).collect();
    code.parse().map_err(|_bad| bad_code())
}

/// What lies sealed in the file at `path`.
fn open_sealed(
    path: &Path,
    identity: &age::x25519::Identity,
) -> Result<age::stream::StreamReader<BufReader<File>>, ServerError> {
    let file = File::open(path).map_err(ServerError::io("opening a sealed file"))?;
    let decryptor = age::Decryptor::new_buffered(BufReader::new(file)).map_err(|_bad| bad_backup())?;
    decryptor
        .decrypt(std::iter::once(identity as &dyn age::Identity))
        .map_err(|_bad| bad_code())
}

fn bad_backup() -> ServerError {
    Problem::new(ProblemCode::Invalid, "problem-bad-backup").into()
}

fn bad_code() -> ServerError {
    Problem::new(ProblemCode::Invalid, "problem-bad-recovery-code").into()
}
