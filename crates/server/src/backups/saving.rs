//! Saving a backup.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use folio_domain::ids::OrgId;
use folio_store::StoreError;
use folio_store::server::dumps;
use sha2::{Digest, Sha256};

use super::{FORMAT, KEY, MANIFEST, Manifest, hash_of};
use crate::app::App;
use crate::disk::sync_folder_of;
use crate::errors::ServerError;

impl App {
    /// Saves everything of an organisation to `out`, encrypted to its recovery code. The rows are of one moment; every
    /// file that they speak of is there. Nothing is at `out` until the backup is whole and on the disk.
    ///
    /// # Errors
    /// A disk that cannot be written, or an organisation that is not there.
    pub async fn save_backup(&self, org_id: OrgId, out: &Path) -> Result<(), ServerError> {
        let org = self.org(org_id).await?;
        let key = self.org_key(org_id).await?;
        let rows = self.dump(org_id).await?;
        let files = self.config.home.join("files");
        let recipient: age::x25519::Recipient = org
            .recovery_recipient
            .parse()
            .map_err(|_bad| ServerError::Sealed("the recovery key"))?;
        let (out, made_at) = (out.to_owned(), self.source.now());
        self.blocking(move || {
            let part = out.with_extension("part");
            let file = File::create(&part).map_err(ServerError::io("making a backup"))?;
            let encryptor =
                age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
                    .map_err(|_none| ServerError::Sealed("the recovery key"))?;
            let sealed = encryptor
                .wrap_output(BufWriter::new(file))
                .map_err(ServerError::io("writing a backup"))?;
            let manifest = Manifest {
                format: FORMAT,
                org_id,
                made_at,
                parts: BTreeMap::new(),
            };
            let mut archive = Archive {
                tar: tar::Builder::new(sealed),
                manifest,
            };
            for (table, rows) in rows {
                archive.add(&format!("rows/{table}.jsonl"), rows)?;
            }
            archive.add_folder(&files, &files.join(org_id.to_string()))?;
            archive.add_bytes(KEY, key.reveal())?;
            archive.finish()?;
            std::fs::rename(&part, &out).map_err(ServerError::io("renaming a backup"))?;
            sync_folder_of(&out)
        })
        .await
    }

    /// The organisation's rows, each table in a file of its own that is gone when it is closed.
    async fn dump(&self, org_id: OrgId) -> Result<Vec<(&'static str, File)>, ServerError> {
        let folder = self.config.home.join("tmp");
        std::fs::create_dir_all(&folder).map_err(ServerError::io("making a folder"))?;
        let mut transaction = self.store.begin_read().await?;
        let mut dumped = Vec::new();
        for table in dumps::tables() {
            let file = tempfile::tempfile_in(&folder).map_err(ServerError::io("making a backup"))?;
            let mut lines = BufWriter::new(file);
            dumps::dump(
                &mut transaction,
                org_id,
                table,
                |row| -> Result<(), ServerError> {
                    serde_json::to_writer(&mut lines, &row)?;
                    lines
                        .write_all(b"\n")
                        .map_err(ServerError::io("writing a backup"))
                },
            )
            .await?;
            let file = lines
                .into_inner()
                .map_err(|error| ServerError::io("writing a backup")(error.into_error()))?;
            dumped.push((table, file));
        }
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(dumped)
    }
}

struct Archive<W: Write> {
    tar: tar::Builder<W>,
    manifest: Manifest,
}

impl Archive<age::stream::StreamWriter<BufWriter<File>>> {
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

    fn finish(mut self) -> Result<(), ServerError> {
        let manifest = serde_json::to_vec(&self.manifest)?;
        let mut header = header(manifest.len() as u64);
        self.tar
            .append_data(&mut header, MANIFEST, manifest.as_slice())
            .map_err(ServerError::io("writing a backup"))?;
        let sealed = self
            .tar
            .into_inner()
            .map_err(ServerError::io("writing a backup"))?;
        let buffered = sealed.finish().map_err(ServerError::io("writing a backup"))?;
        let file = buffered
            .into_inner()
            .map_err(|error| ServerError::io("writing a backup")(error.into_error()))?;
        file.sync_all().map_err(ServerError::io("syncing a backup"))
    }
}

fn header(size: u64) -> tar::Header {
    let mut header = tar::Header::new_gnu();
    header.set_size(size);
    header.set_mode(0o600);
    header
}
