//! Unsent work: what had not reached the server when the access was taken away is sealed to the organisation's
//! recovery code, before the copy goes. Only the owner, who has the printed code, can open it.

use std::fs;
use std::io::{BufWriter, Write};
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::documents::{DocumentVersion, FileState};
use folio_domain::ids::{DeviceId, VersionId};
use folio_protocol::unsent::{UNSENT_FORMAT, UnsentChange, UnsentHead, UnsentLine, UnsentPiece};
use folio_store::StoreError;
use folio_store::desktop::{self, OutboxEntry, OutboxState};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Deserialize;

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::pull::version_row;
use crate::standing::Unsent;
use crate::vault::{Vault, sync_folder};

const FAILED: &str = "sealing unsent work";

/// A file whose bytes the server does not have whole.
struct WaitingFile {
    version_id: VersionId,
    version: DocumentVersion,
}

impl Core {
    /// Seals what has not reached the server to `recipient`, in a file beside the copy's folder. It is on the disk when
    /// this returns; none when everything had reached the server. Done again, it writes the same file anew.
    ///
    /// # Errors
    /// There is unsent work but no key to seal it to, the copy cannot be read, or the file cannot be written.
    pub(crate) async fn seal_unsent(&self, recipient: Option<&str>) -> Result<Option<Unsent>, ReplicaError> {
        let (entries, files) = (self.waiting_changes().await?, self.waiting_files().await?);
        if entries.is_empty() && files.is_empty() {
            return Ok(None);
        }
        let recipient: age::x25519::Recipient = recipient
            .and_then(|recipient| recipient.parse().ok())
            .ok_or(ReplicaError::NoRecipient)?;
        let (person, device_id) = self.person();
        let now = self.clock.now();
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let head = UnsentHead {
            format: UNSENT_FORMAT,
            org_id: person.org_id,
            org_name: person.org_name,
            principal_id: person.principal_id,
            person: person.name,
            device_id,
            sealed_at: now,
            changes: count(entries.len()),
            files: count(files.len()),
        };
        let changes = entries
            .iter()
            .map(|entry| change_of(entry, &head.person))
            .collect::<Result<Vec<_>, _>>()?;
        let day = now.to_zoned(TimeZone::UTC).date();
        let mark = mark_of(device_id);
        let unsent = Unsent {
            path: self.setup.folder.with_file_name(format!("unsent-{day}{mark}age")),
            changes: head.changes,
            files: head.files,
        };
        let (path, vault) = (unsent.path.clone(), self.vault.clone());
        tokio::task::spawn_blocking(move || {
            write(&path, &recipient, head, changes, &files, &vault)?;
            remove_earlier(&path, &mark)
        })
        .await
        .map_err(|_ended| ReplicaError::Task)??;
        Ok(Some(unsent))
    }

    async fn waiting_changes(&self) -> Result<Vec<OutboxEntry>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        Ok(desktop::entries(&mut transaction, &[OutboxState::Waiting]).await?)
    }

    /// The files that the person has given whole and the server does not have.
    async fn waiting_files(&self) -> Result<Vec<WaitingFile>, ReplicaError> {
        let scope = self.scope();
        let mut transaction = self.store.begin_read().await?;
        let mut waiting = Vec::new();
        for upload in desktop::uploads(&mut transaction).await? {
            let version_id = upload.version_id;
            if upload.received != upload.size_bytes {
                continue;
            }
            let version = version_row(&mut transaction, &scope, version_id.0).await?;
            let Some((version, _)) = version.filter(|(version, _)| version.state != FileState::Stored) else {
                continue;
            };
            waiting.push(WaitingFile { version_id, version });
        }
        Ok(waiting)
    }
}

/// What the name of a device's file says. Another device of the same person, later, says something else.
fn mark_of(device_id: DeviceId) -> String {
    format!("-{device_id}.")
}

/// A mutation as it was written.
#[derive(Deserialize)]
struct Written {
    name: String,
    args: serde_json::Value,
}

fn change_of(entry: &OutboxEntry, person: &str) -> Result<UnsentChange, ReplicaError> {
    let written: Written = serde_json::from_str(&entry.mutation).map_err(ReplicaError::json("outbox"))?;
    let made_at =
        Timestamp::from_millisecond(entry.made_at).map_err(|error| StoreError::corrupt("outbox", error))?;
    Ok(UnsentChange {
        mutation_id: entry.mutation_id,
        made_at,
        person: person.to_owned(),
        version: entry.args_version,
        name: written.name,
        args: written.args,
    })
}

/// Writes the sealed file: beside its place first, so that what is in its place is whole.
fn write(
    path: &Path,
    recipient: &age::x25519::Recipient,
    head: UnsentHead,
    changes: Vec<UnsentChange>,
    files: &[WaitingFile],
    vault: &Vault,
) -> Result<(), ReplicaError> {
    let part = path.with_extension("part");
    let file = fs::File::create(&part).map_err(ReplicaError::io(FAILED))?;
    let encryptor = age::Encryptor::with_recipients(std::iter::once(recipient as &dyn age::Recipient))
        .map_err(|_none| ReplicaError::NoRecipient)?;
    let mut sealed = encryptor
        .wrap_output(BufWriter::new(file))
        .map_err(ReplicaError::io(FAILED))?;
    put(&mut sealed, &UnsentLine::Head(head))?;
    for change in changes {
        put(&mut sealed, &UnsentLine::Change(change))?;
    }
    for file in files {
        put_pieces(&mut sealed, file, vault)?;
    }
    let buffered = sealed.finish().map_err(ReplicaError::io(FAILED))?;
    let file = buffered
        .into_inner()
        .map_err(|error| ReplicaError::io(FAILED)(error.into_error()))?;
    file.sync_all().map_err(ReplicaError::io(FAILED))?;
    fs::rename(&part, path).map_err(ReplicaError::io(FAILED))?;
    sync_folder(path.parent().unwrap_or(Path::new("/")))
}

fn put(sealed: &mut impl Write, line: &UnsentLine) -> Result<(), ReplicaError> {
    let mut json = serde_json::to_vec(line).map_err(ReplicaError::json("unsent work"))?;
    json.push(b'\n');
    sealed.write_all(&json).map_err(ReplicaError::io(FAILED))
}

/// Adds a file's pieces. Those that do not open any more are left out, for they are lost already: whoever opens the
/// file is told that it is not whole.
fn put_pieces(sealed: &mut impl Write, file: &WaitingFile, vault: &Vault) -> Result<(), ReplicaError> {
    let id = file.version_id.0;
    let offsets = vault.offsets(id)?;
    if offsets.is_empty() && file.version.size_bytes == 0 {
        return put_piece(sealed, file, 0, &[]);
    }
    for offset in offsets {
        match vault.read(id, offset) {
            Ok(bytes) => put_piece(sealed, file, offset, &bytes)?,
            Err(error) => tracing::error!(version.id = %id, %error, "unsent.piece_unreadable"),
        }
    }
    Ok(())
}

fn put_piece(
    sealed: &mut impl Write,
    file: &WaitingFile,
    offset: i64,
    bytes: &[u8],
) -> Result<(), ReplicaError> {
    let piece = UnsentPiece {
        version_id: file.version_id,
        file_name: file.version.file_name.clone(),
        size_bytes: file.version.size_bytes,
        sha256: file.version.sha256.clone(),
        offset,
        bytes: STANDARD.encode(bytes),
    };
    put(sealed, &UnsentLine::Piece(piece))
}

/// Removes what the same device sealed on an earlier day, before a crash: the file at `path` holds all of it.
fn remove_earlier(path: &Path, mark: &str) -> Result<(), ReplicaError> {
    let folder = path.parent().unwrap_or(Path::new("/"));
    for entry in fs::read_dir(folder).map_err(ReplicaError::io(FAILED))? {
        let other = entry.map_err(ReplicaError::io(FAILED))?;
        let name = other.file_name();
        let is_earlier = name
            .to_str()
            .is_some_and(|name| name.starts_with("unsent-") && name.contains(mark));
        if is_earlier && other.path() != path {
            fs::remove_file(other.path()).map_err(ReplicaError::io(FAILED))?;
        }
    }
    Ok(())
}
