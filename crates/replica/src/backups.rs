//! Backups: made by the server, and written here while they arrive.

use std::path::Path;

use futures::StreamExt as _;
use tokio::fs::{self, File};
use tokio::io::AsyncWriteExt as _;

use crate::api::{Api, Download};
use crate::errors::ReplicaError;
use crate::link::BodyStream;
use crate::saving::beside;
use crate::vault::sync_folder;

/// Writes a backup of everything to `out`. Nothing is there until it is whole and on the disk.
///
/// # Errors
/// The server's problem, it cannot be reached, the answer breaks off, or the file cannot be written.
pub(crate) async fn save(api: &Api, out: &Path) -> Result<(), ReplicaError> {
    let arriving = api.download_stream(Download::Backup).await?;
    let part = beside(out, ".part");
    let kept = keep(arriving, &part, out).await;
    if kept.is_err()
        && let Err(error) = fs::remove_file(&part).await
    {
        tracing::warn!(%error, "backup.part_remains");
    }
    kept
}

async fn keep(mut arriving: BodyStream, part: &Path, out: &Path) -> Result<(), ReplicaError> {
    let failed = "writing a backup";
    let mut file = File::create(part).await.map_err(ReplicaError::io(failed))?;
    while let Some(piece) = arriving.next().await {
        file.write_all(&piece?).await.map_err(ReplicaError::io(failed))?;
    }
    file.flush().await.map_err(ReplicaError::io(failed))?;
    file.sync_all().await.map_err(ReplicaError::io(failed))?;
    fs::rename(part, out).await.map_err(ReplicaError::io(failed))?;
    let folder = out.parent().unwrap_or(Path::new("/")).to_owned();
    tokio::task::spawn_blocking(move || sync_folder(&folder))
        .await
        .map_err(|_ended| ReplicaError::Task)?
}
