//! Reading an export that somebody brings: nothing of it is believed before its hash was found.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Read, Seek, Write};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::{EXPORT_FORMAT, ExportError, ExportManifest, ExportedFile, MANIFEST_PATH};

/// The most bytes of a manifest.
const MANIFEST_BYTES_MAX: u64 = 256 * 1024 * 1024;
/// The most bytes of one paper or document: what a person may bring, and some.
const FILE_BYTES_MAX: u64 = 128 * 1024 * 1024;
/// The most bytes of the lines of one kind of record.
const LINES_BYTES_MAX: u64 = 16 * 1024 * 1024 * 1024;
/// Lines are compressed to a twentieth; what claims to be far more than that is made to fill a disk.
const LINES_SMALL: u64 = 64 * 1024 * 1024;
const LINES_RATIO_MAX: u64 = 250;
/// The most files.
const FILES_MAX: usize = 2_000_000;

/// An export whose names and sizes are as its manifest says.
pub struct ExportReader<R: Read + Seek> {
    zip: ZipArchive<R>,
    manifest: ExportManifest,
}

impl<R: Read + Seek> ExportReader<R> {
    /// Opens an export: looks at the manifest and at every name and size, and at no content yet.
    ///
    /// # Errors
    /// Not an export; a path that leads elsewhere; something that the manifest does not list, or that is larger than
    /// it may be.
    pub fn open(file: R) -> Result<Self, ExportError> {
        let mut zip = ZipArchive::new(file).map_err(|_broken| ExportError::Foreign)?;
        if zip.len() > FILES_MAX {
            return Err(ExportError::TooLarge("the list of files".to_owned()));
        }
        let manifest = manifest_of(&mut zip)?;
        let reader = Self { zip, manifest };
        reader.check_names()?;
        Ok(reader)
    }

    /// What it says of itself.
    #[must_use]
    pub fn manifest(&self) -> &ExportManifest {
        &self.manifest
    }

    fn check_names(&self) -> Result<(), ExportError> {
        let mut listed: BTreeSet<&str> = BTreeSet::new();
        // Two names that are one where case is not told apart would be one file to whoever unpacks it.
        let mut folded_names: BTreeSet<String> = BTreeSet::new();
        for file in &self.manifest.files {
            if !is_plain(&file.path) {
                return Err(ExportError::BadPath(file.path.clone()));
            }
            if file.size_bytes > bytes_max(&file.path) {
                return Err(ExportError::TooLarge(file.path.clone()));
            }
            let folded = file.path.to_lowercase();
            if folded == MANIFEST_PATH || !folded_names.insert(folded) || !listed.insert(&file.path) {
                return Err(ExportError::Unlisted(file.path.clone()));
            }
        }
        let mut found = 0_usize;
        for name in self.zip.file_names_raw() {
            let shown = || String::from_utf8_lossy(name).into_owned();
            let name = std::str::from_utf8(name).map_err(|_other| ExportError::BadPath(shown()))?;
            if name == MANIFEST_PATH {
                continue;
            }
            if !is_plain(name) {
                return Err(ExportError::BadPath(shown()));
            }
            if !listed.contains(name) {
                return Err(ExportError::Unlisted(shown()));
            }
            found += 1;
        }
        if found == listed.len() {
            return Ok(());
        }
        let names: BTreeSet<String> = self
            .zip
            .file_names_raw()
            .map(|name| String::from_utf8_lossy(name).into_owned())
            .collect();
        let absent = listed.into_iter().find(|path| !names.contains(*path));
        Err(absent.map_or(ExportError::Foreign, |path| ExportError::Absent(path.to_owned())))
    }

    /// Reads every file once, against its hash.
    ///
    /// # Errors
    /// Bytes that were changed or cut off.
    pub fn verify(&mut self) -> Result<(), ExportError> {
        for file in self.manifest.files.clone() {
            self.copy(&file, &mut io::sink())?;
        }
        Ok(())
    }

    /// Writes the file at `path` to `to`; says whether it is there.
    ///
    /// # Errors
    /// Bytes that were changed or cut off, or `to` takes no more.
    pub fn write_to(&mut self, path: &str, to: &mut dyn Write) -> Result<bool, ExportError> {
        let Some(file) = self.manifest.files.iter().find(|file| file.path == path).cloned() else {
            return Ok(false);
        };
        self.copy(&file, to)?;
        Ok(true)
    }

    /// The path of a paper or document by the hash of its bytes, for each hash.
    #[must_use]
    pub fn by_hash(&self) -> BTreeMap<String, String> {
        let files = self.manifest.files.iter();
        files
            .filter(|file| file.path.starts_with("invoices/") || file.path.starts_with("files/"))
            .map(|file| (file.sha256.clone(), file.path.clone()))
            .collect()
    }

    fn copy(&mut self, file: &ExportedFile, to: &mut dyn Write) -> Result<(), ExportError> {
        let differs = || ExportError::Differs(file.path.clone());
        let mut entry = self
            .zip
            .by_name(&file.path)
            .map_err(|_broken| ExportError::Absent(file.path.clone()))?;
        if !entry.is_file() {
            return Err(ExportError::BadPath(file.path.clone()));
        }
        let is_bomb = file.size_bytes > LINES_SMALL
            && file.size_bytes / LINES_RATIO_MAX > entry.compressed_size()
            && bytes_max(&file.path) == LINES_BYTES_MAX;
        if is_bomb {
            return Err(ExportError::TooLarge(file.path.clone()));
        }
        let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0_u64, vec![0; 64 * 1024]);
        loop {
            let length = entry.read(&mut chunk).map_err(|_torn| differs())?;
            let Some(read) = chunk.get(..length).filter(|read| !read.is_empty()) else {
                break;
            };
            bytes += length as u64;
            // What inflates to more than it says stops here, before a disk is full.
            if bytes > file.size_bytes {
                return Err(differs());
            }
            hash.update(read);
            to.write_all(read)?;
        }
        if bytes != file.size_bytes || hex::encode(hash.finalize()) != file.sha256 {
            return Err(differs());
        }
        Ok(())
    }
}

fn manifest_of<R: Read + Seek>(zip: &mut ZipArchive<R>) -> Result<ExportManifest, ExportError> {
    let manifest = zip.by_name(MANIFEST_PATH).map_err(|_none| ExportError::Foreign)?;
    if manifest.size() > MANIFEST_BYTES_MAX {
        return Err(ExportError::TooLarge(MANIFEST_PATH.to_owned()));
    }
    let mut json = Vec::new();
    manifest
        .take(MANIFEST_BYTES_MAX)
        .read_to_end(&mut json)
        .map_err(|_torn| ExportError::Differs(MANIFEST_PATH.to_owned()))?;
    let value: serde_json::Value = serde_json::from_slice(&json).map_err(|_other| ExportError::Foreign)?;
    match value.get("format").and_then(|format| format.as_str()) {
        Some(EXPORT_FORMAT) => Ok(serde_json::from_value(value)?),
        Some(other) if other.starts_with("folio export ") => Err(ExportError::UnknownForm(other.to_owned())),
        _ => Err(ExportError::Foreign),
    }
}

fn bytes_max(path: &str) -> u64 {
    if path.ends_with(".jsonl") && !path.starts_with("files/") {
        LINES_BYTES_MAX
    } else {
        FILE_BYTES_MAX
    }
}

/// Whether `path` names a file below the folder that it is unpacked in, on every system.
fn is_plain(path: &str) -> bool {
    let parts = || path.split('/');
    !path.is_empty()
        && !path.contains(['\\', ':', '\0'])
        && parts().all(|part| !part.is_empty() && part != "." && part != "..")
}
