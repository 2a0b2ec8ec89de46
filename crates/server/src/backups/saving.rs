//! Saving a backup.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use folio_domain::ids::OrgId;
use folio_store::StoreError;
use folio_store::server::dumps;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::lines::{Lines, TableLines};
use super::{FORMAT, KEY, MANIFEST, Manifest, hash_of, whole_file};
use crate::app::App;
use crate::errors::ServerError;
use crate::keys::Key;

/// What a backup is put together from: the rows of one moment, and where the files lie that they speak of.
pub(super) struct Material {
    manifest: Manifest,
    recipient: age::x25519::Recipient,
    key: Key,
    rows: Vec<TableLines>,
    files: PathBuf,
}

impl App {
    /// Saves everything of an organisation to `out`, encrypted to its recovery code. The rows are of one moment; every
    /// file that they speak of is there. Nothing is at `out` until the backup is whole and on the disk.
    ///
    /// # Errors
    /// A disk that cannot be written, or an organisation that is not there.
    pub async fn save_backup(&self, org_id: OrgId, out: &Path) -> Result<(), ServerError> {
        let material = self.gather_backup(org_id).await?;
        let out = out.to_owned();
        self.blocking(move || whole_file(&out, |file| material.write(file)))
            .await
    }

    /// What a backup of the organisation as it is now is put together from.
    ///
    /// # Errors
    /// An organisation that is not there, a key that does not open, or a disk that cannot be written.
    pub(super) async fn gather_backup(&self, org_id: OrgId) -> Result<Material, ServerError> {
        let org = self.org(org_id).await?;
        let recipient = org
            .recovery_recipient
            .parse()
            .map_err(|_bad| ServerError::Sealed("the recovery key"))?;
        let manifest = Manifest {
            format: FORMAT,
            org_id,
            made_at: self.source.now(),
            parts: BTreeMap::new(),
        };
        let key = self.org_key(org_id).await?;
        let mut rows = Lines::new(self.config.home.join("tmp"));
        self.dump(org_id, |table, row| rows.add(table, &row)).await?;
        Ok(Material {
            manifest,
            recipient,
            key,
            rows: rows.end()?,
            files: self.config.home.join("files"),
        })
    }

    /// Gives `sink` every row of the organisation as of one moment, table by table.
    ///
    /// # Errors
    /// The database breaks, or `sink` fails.
    pub(super) async fn dump(
        &self,
        org_id: OrgId,
        mut sink: impl FnMut(&'static str, Value) -> Result<(), ServerError>,
    ) -> Result<(), ServerError> {
        let mut transaction = self.store.begin_read().await?;
        for table in dumps::tables() {
            dumps::dump(&mut transaction, org_id, table, |row| sink(table, row)).await?;
        }
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(())
    }
}

impl Material {
    /// Writes the backup to `out`, piece by piece, and gives `out` back once everything has gone into it.
    ///
    /// # Errors
    /// `out` takes no more, or a file cannot be read.
    pub(super) fn write<W: Write>(self, out: W) -> Result<W, ServerError> {
        let org_files = self.files.join(self.manifest.org_id.to_string());
        let encryptor =
            age::Encryptor::with_recipients(std::iter::once(&self.recipient as &dyn age::Recipient))
                .map_err(|_none| ServerError::Sealed("the recovery key"))?;
        let sealed = encryptor
            .wrap_output(out)
            .map_err(ServerError::io("writing a backup"))?;
        let mut archive = Archive {
            tar: tar::Builder::new(sealed),
            manifest: self.manifest,
        };
        for rows in self.rows {
            archive.add(&format!("rows/{}.jsonl", rows.table), rows.file)?;
        }
        archive.add_folder(&self.files, &org_files)?;
        archive.add_bytes(KEY, self.key.reveal())?;
        archive.finish()
    }
}

struct Archive<W: Write> {
    tar: tar::Builder<age::stream::StreamWriter<W>>,
    manifest: Manifest,
}

impl<W: Write> Archive<W> {
    fn add(&mut self, path: &str, mut file: File) -> Result<(), ServerError> {
        file.seek(SeekFrom::Start(0))
            .map_err(ServerError::io("reading a part"))?;
        let hash = hash_of(&mut file)?;
        file.seek(SeekFrom::Start(0))
            .map_err(ServerError::io("reading a part"))?;
        let mut header = header(file.metadata().map_err(ServerError::io("reading a part"))?.len());
        self.tar
            .append_data(&mut header, path, file)
            .map_err(ServerError::io("writing a backup"))?;
        self.manifest.parts.insert(path.to_owned(), hash);
        Ok(())
    }

    fn add_bytes(&mut self, path: &str, bytes: &[u8]) -> Result<(), ServerError> {
        let mut header = header(bytes.len() as u64);
        self.tar
            .append_data(&mut header, path, bytes)
            .map_err(ServerError::io("writing a backup"))?;
        self.manifest
            .parts
            .insert(path.to_owned(), hex::encode(Sha256::digest(bytes)));
        Ok(())
    }

    /// Adds the whole files below `folder`; those that are still arriving are sent again.
    fn add_folder(&mut self, root: &Path, folder: &Path) -> Result<(), ServerError> {
        if !folder.is_dir() {
            return Ok(());
        }
        let entries = std::fs::read_dir(folder).map_err(ServerError::io("reading a folder"))?;
        let paths: Result<Vec<PathBuf>, std::io::Error> =
            entries.map(|entry| entry.map(|entry| entry.path())).collect();
        for path in paths.map_err(ServerError::io("reading a folder"))? {
            if path.is_dir() {
                self.add_folder(root, &path)?;
            } else if path.extension().is_none() {
                let name = path
                    .strip_prefix(root)
                    .unwrap_or(&path)
                    .to_string_lossy()
                    .replace('\\', "/");
                let file = File::open(&path).map_err(ServerError::io("opening a file"))?;
                self.add(&format!("files/{name}"), file)?;
            }
        }
        Ok(())
    }

    fn finish(mut self) -> Result<W, ServerError> {
        let manifest = serde_json::to_vec(&self.manifest)?;
        let mut header = header(manifest.len() as u64);
        self.tar
            .append_data(&mut header, MANIFEST, manifest.as_slice())
            .map_err(ServerError::io("writing a backup"))?;
        let sealed = self
            .tar
            .into_inner()
            .map_err(ServerError::io("writing a backup"))?;
        sealed.finish().map_err(ServerError::io("writing a backup"))
    }
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header
}
