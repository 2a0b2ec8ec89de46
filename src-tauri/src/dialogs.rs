//! Open and save dialogs. Tests cannot drive the system's own: `FOLIO_TEST_SAVE_DIR` names a folder that every save
//! goes to, `FOLIO_TEST_OPEN_FILE` the file that every open dialog gives.

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use folio_protocol::commands::SavedFile;
use folio_protocol::{Problem, ProblemCode};
use folio_replica::plain_name;
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FilePath};
use tokio::sync::oneshot;

/// Asks where to save a file called `name` and writes `bytes` there. Says no name when the person changed their mind.
///
/// # Errors
/// The file cannot be written.
pub async fn save(app: &AppHandle, name: &str, bytes: Vec<u8>) -> Result<SavedFile, Problem> {
    let Some(path) = ask_where(app, name).await else {
        return Ok(SavedFile { file_name: None });
    };
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    let written = tokio::task::spawn_blocking(move || write(&path, &bytes)).await;
    match written {
        Ok(Ok(())) => Ok(SavedFile { file_name }),
        Ok(Err(error)) => Err(cannot_write(&error)),
        Err(_ended) => Err(Problem::internal()),
    }
}

/// Asks where to save a file called `name`; none when the person changed their mind.
pub async fn ask_where(app: &AppHandle, name: &str) -> Option<PathBuf> {
    let name = plain_name(name);
    if let Some(folder) = set_from_outside("FOLIO_TEST_SAVE_DIR") {
        return Some(PathBuf::from(folder).join(name));
    }
    let (tell, told) = oneshot::channel();
    // The dialog may be closed with the app; then nobody listens.
    app.dialog()
        .file()
        .set_file_name(name)
        .save_file(move |path| drop(tell.send(path)));
    path_of(told.await.ok().flatten())
}

/// Asks for a file to open; none when the person changed their mind.
pub async fn ask_which(app: &AppHandle) -> Option<PathBuf> {
    if let Some(file) = set_from_outside("FOLIO_TEST_OPEN_FILE") {
        return Some(PathBuf::from(file));
    }
    let (tell, told) = oneshot::channel();
    // As in `ask_where`.
    app.dialog().file().pick_file(move |path| drop(tell.send(path)));
    path_of(told.await.ok().flatten())
}

/// Asks for a folder to save several files in; none when the person changed their mind.
pub async fn ask_folder(app: &AppHandle) -> Option<PathBuf> {
    if let Some(folder) = set_from_outside("FOLIO_TEST_SAVE_DIR") {
        return Some(PathBuf::from(folder));
    }
    let (tell, told) = oneshot::channel();
    // As in `ask_where`.
    app.dialog().file().pick_folder(move |path| drop(tell.send(path)));
    path_of(told.await.ok().flatten())
}

/// Tells a person that a file cannot be written.
pub fn cannot_write(error: &std::io::Error) -> Problem {
    tracing::warn!(%error, "file.not_saved");
    Problem::new(ProblemCode::Invalid, "problem-file-not-saved")
}

fn set_from_outside(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

fn path_of(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|path| path.into_path().ok())
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = std::fs::File::create(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}
