//! Everything of a business in one open file: a ZIP with its records as JSON lines, its papers and files under names
//! that people read, and a manifest with the hash of each. It is read without Folio and without a key, and holds
//! nothing that opens anything. The same business gives the same bytes. `docs/formats/export.md` describes it.

mod lines;
mod manifest;
mod names;
mod reading;

#[cfg(test)]
mod tests;

use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};
use zip::result::ZipError;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

pub use lines::json_line;
pub use manifest::{ExportHead, ExportManifest, ExportedFile, MissingFile};
pub use names::{Paths, of_kind};
pub use reading::ExportReader;

/// What the file is, and the version of its form.
pub const EXPORT_FORMAT: &str = "folio export 1";

/// The manifest's path; it comes last, so that an export that broke off has none.
pub const MANIFEST_PATH: &str = "manifest.json";

const README: &str = include_str!("full_export/README.txt");
const README_PATH: &str = "README.txt";

/// Files are compressed little: most of them are in themselves.
const FILE_LEVEL: i64 = 1;

/// Why an export cannot be written or read.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// Not a ZIP, or one that somebody else made.
    #[error("the file is no export of Folio")]
    Foreign,
    /// Made by a later Folio.
    #[error("the export has the form {0:?}, which this Folio does not know")]
    UnknownForm(String),
    /// A name that would lead out of a folder, or is not one at all.
    #[error("the archive holds {0:?}, which is no plain path")]
    BadPath(String),
    /// Something that the manifest does not list, or lists twice.
    #[error("{0} is in the archive and not once in its manifest")]
    Unlisted(String),
    /// Records of a kind that is not known.
    #[error("{0} holds records of a kind that this Folio does not know")]
    UnknownKind(String),
    /// Something that the manifest lists.
    #[error("{0} is not in the archive")]
    Absent(String),
    /// Other bytes than the manifest says.
    #[error("{0} was changed or cut off")]
    Differs(String),
    /// More than such a part may hold.
    #[error("{0} is larger than such a file may be")]
    TooLarge(String),
    /// The archive itself is broken.
    #[error("the archive is damaged: {0}")]
    Zip(#[from] ZipError),
    /// A file that cannot be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The manifest cannot be read or written.
    #[error("the manifest does not fit: {0}")]
    Json(#[from] serde_json::Error),
}

/// Writes an export piece by piece to something that need not be a file.
pub struct ExportWriter<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    manifest: ExportManifest,
}

impl<W: Write> ExportWriter<W> {
    /// Begins an export with the words that say what it is.
    ///
    /// # Errors
    /// `out` takes no more.
    pub fn begin(head: ExportHead, out: W) -> Result<Self, ExportError> {
        let mut writer = Self {
            zip: ZipWriter::new_stream(out),
            manifest: ExportManifest::new(head),
        };
        writer.add(README_PATH, |to| {
            to.write_all(README.as_bytes()).map_err(ExportError::from)
        })?;
        Ok(writer)
    }

    /// Adds what `write` writes at `path`.
    ///
    /// # Errors
    /// Those of `write`; or `out` takes no more.
    pub fn add<E: From<ExportError>>(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        self.start(path)?;
        let mut tally = Tally::new(&mut self.zip);
        write(&mut tally)?;
        let (size_bytes, sha256) = tally.end();
        self.manifest.files.push(ExportedFile {
            path: path.to_owned(),
            size_bytes,
            sha256,
        });
        Ok(())
    }

    /// Adds `count` lines of one kind of record at `path`.
    ///
    /// # Errors
    /// `lines` cannot be read, or `out` takes no more.
    pub fn add_lines(&mut self, path: &str, count: u64, lines: &mut impl Read) -> Result<(), ExportError> {
        self.add(path, |to| {
            io::copy(lines, to).map(|_bytes| ()).map_err(ExportError::from)
        })?;
        self.manifest.counts.insert(path.to_owned(), count);
        Ok(())
    }

    /// Notes a file that should be there, and which the business's own server has lost.
    pub fn note_missing(&mut self, path: &str, sha256: &str) {
        self.manifest.missing.push(MissingFile {
            path: path.to_owned(),
            sha256: sha256.to_owned(),
        });
    }

    /// Ends the export with its manifest.
    ///
    /// # Errors
    /// `out` takes no more.
    pub fn finish(mut self) -> Result<(ExportManifest, W), ExportError> {
        let mut json = serde_json::to_vec_pretty(&self.manifest)?;
        json.push(b'\n');
        self.start(MANIFEST_PATH)?;
        self.zip.write_all(&json)?;
        let out = self.zip.finish()?.into_inner();
        Ok((self.manifest, out))
    }

    fn start(&mut self, path: &str) -> Result<(), ExportError> {
        let is_text = path.ends_with(".jsonl") || !path.contains('/');
        // No clock: the same business has the same bytes whenever it leaves.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level((!is_text).then_some(FILE_LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644)
            .large_file(true);
        Ok(self.zip.start_file(path, options)?)
    }
}

/// Counts and hashes what goes through.
struct Tally<'a> {
    to: &'a mut dyn Write,
    hash: Sha256,
    bytes: u64,
}

impl<'a> Tally<'a> {
    fn new(to: &'a mut dyn Write) -> Self {
        Self {
            to,
            hash: Sha256::new(),
            bytes: 0,
        }
    }

    fn end(self) -> (u64, String) {
        (self.bytes, hex::encode(self.hash.finalize()))
    }
}

impl Write for Tally<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.to.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or(bytes));
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}
