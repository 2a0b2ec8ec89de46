//! What somebody brings, unpacked: a sealed backup, or an open export. Afterwards both are files of rows in a folder.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Component, Path};

use folio_domain::ids::OrgId;
use folio_exchange::full_export::{ExportError, ExportReader, of_kind};
use folio_protocol::{Problem, ProblemCode};
use folio_store::server::dumps;

use super::{FORMATS, KEY, MANIFEST, Manifest, bad_backup, hash_of, identity_of, open_sealed};
use crate::errors::ServerError;
use crate::keys::Key;

/// What every ZIP begins with, and everything that is sealed.
const ZIP_MAGIC: &[u8] = b"PK";
const SEALED_MAGIC: &[u8] = b"age-encryption.org/";

/// What was unpacked.
pub(super) struct Unpacked {
    /// Whose it is.
    pub(super) org_id: OrgId,
    /// Where the files come from.
    pub(super) files: Files,
}

/// Where the files come from.
pub(super) enum Files {
    /// A backup: they lie unpacked as they are sealed, and this is their key.
    Sealed(Key),
    /// An export: they are in it, open.
    Open(Box<ExportReader<File>>),
}

/// The file of a table's rows below the folder that they are unpacked in.
pub(super) fn rows_of(table: &str) -> String {
    format!("rows/{table}.jsonl")
}

/// Unpacks what lies at `path` into `folder`. Every part was held against its hash.
///
/// # Errors
/// A code that does not open the file, or a file that is not whole, or none of Folio's.
pub(super) fn unpack(path: &Path, code: Option<&str>, folder: &Path) -> Result<Unpacked, ServerError> {
    let file = File::open(path).map_err(ServerError::io("opening the file"))?;
    let mut first = Vec::new();
    file.take(SEALED_MAGIC.len() as u64)
        .read_to_end(&mut first)
        .map_err(ServerError::io("reading the file"))?;
    if first.starts_with(ZIP_MAGIC) {
        open(path, folder).map_err(|error| match error {
            ServerError::Export(error) => ServerError::NotWhole(error.to_string()),
            other => other,
        })
    } else if first == SEALED_MAGIC {
        sealed(path, code.ok_or_else(no_code)?, folder)
    } else {
        Err(bad_backup())
    }
}

fn open(path: &Path, folder: &Path) -> Result<Unpacked, ServerError> {
    let file = File::open(path).map_err(ServerError::io("opening the file"))?;
    let mut export = ExportReader::open(file)?;
    export.verify()?;
    let rows = folder.join("rows");
    std::fs::create_dir_all(&rows).map_err(ServerError::io("making a folder"))?;
    let mut known = BTreeMap::new();
    // No export has links: who brings one with them wants to open something.
    for table in dumps::tables().into_iter().filter(|table| *table != "link") {
        known.insert(of_kind(table, dumps::kind_of(table).is_some()), table);
    }
    let paths: Vec<String> = export
        .manifest()
        .files
        .iter()
        .map(|file| file.path.clone())
        .collect();
    let is_lines = |path: &String| path.starts_with("records/") || path.starts_with("server/");
    for path in paths.into_iter().filter(is_lines) {
        let table = known
            .get(&path)
            .ok_or_else(|| ExportError::UnknownKind(path.clone()))?;
        let mut out = File::create(folder.join(rows_of(table))).map_err(ServerError::io("making a file"))?;
        export.write_to(&path, &mut out)?;
    }
    Ok(Unpacked {
        org_id: export.manifest().org_id,
        files: Files::Open(Box::new(export)),
    })
}

fn no_code() -> ServerError {
    Problem::new(ProblemCode::Invalid, "problem-code-needed").into()
}

fn sealed(path: &Path, code: &str, folder: &Path) -> Result<Unpacked, ServerError> {
    let mut archive = tar::Archive::new(open_sealed(path, &identity_of(code)?)?);
    let (mut hashes, mut manifest) = (BTreeMap::new(), None);
    for entry in archive.entries().map_err(|_bad| bad_backup())? {
        let mut entry = entry.map_err(|_bad| bad_backup())?;
        let path = entry.path().map_err(|_bad| bad_backup())?.into_owned();
        let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
        let name = path
            .to_str()
            .filter(|_| is_plain)
            .ok_or_else(bad_backup)?
            .to_owned();
        if name == MANIFEST {
            manifest = Some(serde_json::from_reader::<_, Manifest>(&mut entry).map_err(|_bad| bad_backup())?);
        } else {
            hashes.insert(name, take(&mut entry, &folder.join(&path))?);
        }
    }
    let manifest = manifest.filter(|manifest| FORMATS.contains(&manifest.format) && manifest.parts == hashes);
    let manifest = manifest.ok_or_else(bad_backup)?;
    let key = std::fs::read(folder.join(KEY)).map_err(ServerError::io("reading a part"))?;
    let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_length| bad_backup())?;
    Ok(Unpacked {
        org_id: manifest.org_id,
        files: Files::Sealed(Key::from_bytes(key)),
    })
}

/// Writes a part to `path`, and gives its SHA-256.
fn take(part: &mut impl Read, path: &Path) -> Result<String, ServerError> {
    let folder = path.parent().ok_or_else(bad_backup)?;
    std::fs::create_dir_all(folder).map_err(ServerError::io("making a folder"))?;
    let mut file = File::create(path).map_err(ServerError::io("making a file"))?;
    std::io::copy(part, &mut file).map_err(|_torn| bad_backup())?;
    file.sync_all().map_err(ServerError::io("syncing a file"))?;
    hash_of(&mut File::open(path).map_err(ServerError::io("opening a file"))?)
}
