//! What is to be finished, beside the copy: places on this computer and what is to be there.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::errors::ReplicaError;
use crate::saving::Wanted;
use crate::vault::sync_folder;

const NAME: &str = "saves.json";

/// The saves that were not finished; none when it was never written, or cannot be understood.
pub(super) fn read(folder: &Path) -> Result<Vec<Wanted>, ReplicaError> {
    match fs::read(folder.join(NAME)) {
        Ok(json) => Ok(serde_json::from_slice(&json).unwrap_or_else(|error| {
            tracing::warn!(%error, "saves.forgotten");
            Vec::new()
        })),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(ReplicaError::io("reading the saves")(error)),
    }
}

/// Remembers `wanted`, and nothing else.
pub(super) fn write(folder: &Path, wanted: &[Wanted]) -> Result<(), ReplicaError> {
    let failed = "remembering the saves";
    let fresh = folder.join(format!("{NAME}.new"));
    let json = serde_json::to_vec(wanted).map_err(ReplicaError::json("saves"))?;
    let mut file = fs::File::create(&fresh).map_err(ReplicaError::io(failed))?;
    file.write_all(&json).map_err(ReplicaError::io(failed))?;
    file.sync_all().map_err(ReplicaError::io(failed))?;
    fs::rename(&fresh, folder.join(NAME)).map_err(ReplicaError::io(failed))?;
    sync_folder(folder)
}
