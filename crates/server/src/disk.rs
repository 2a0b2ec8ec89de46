//! What the disk must be told so that a file is there after a crash.

use std::path::Path;

use crate::errors::ServerError;

/// Makes the name of `path` as durable as its bytes. Systems other than Unix do that by themselves.
///
/// # Errors
/// A folder that cannot be opened or synced.
#[cfg(unix)]
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), ServerError> {
    let folder = path.parent().ok_or(ServerError::Sealed("a file's folder"))?;
    // A bare name lies in the folder that the program runs in.
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let folder = std::fs::File::open(folder).map_err(ServerError::io("opening a folder"))?;
    folder.sync_all().map_err(ServerError::io("syncing a folder"))
}

/// The same where folders cannot be synced.
#[cfg(not(unix))]
pub(crate) fn sync_folder_of(_path: &Path) -> Result<(), ServerError> {
    Ok(())
}
