//! Commands about files.

use folio_domain::ids::VersionId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that was saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// Its name; none when the person changed their mind.
    pub file_name: Option<String>,
}

/// The most bytes of one piece.
pub const FILE_PIECE_BYTES_MAX: usize = 512 * 1024;

/// Brings a piece of a file. Pieces are taken in order; a piece that begins elsewhere is answered with where to go
/// on, and changes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PutFilePiece {
    /// The version.
    pub version_id: VersionId,
    /// Where the piece begins.
    #[ts(type = "number")]
    pub offset: i64,
    /// Its bytes in Base64, at most [`FILE_PIECE_BYTES_MAX`] before coding.
    pub bytes: String,
}

/// How far a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileProgress {
    /// How many bytes are there.
    #[ts(type = "number")]
    pub offset: i64,
    /// Whether it is whole and its hash holds.
    pub complete: bool,
}

/// Saves a document's version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveFile {
    /// The version.
    pub version_id: VersionId,
}
