//! What a desktop had not sent when its access was taken away: the lines of the file that it seals to the
//! organisation's recovery code. One JSON object a line: the head, then the changes in the order in which they were
//! made, then the pieces of the files, each file's in order.

use folio_domain::ids::{DeviceId, MutationId, OrgId, PrincipalId, VersionId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The version of this shape.
pub const UNSENT_FORMAT: u32 = 1;

/// The parameter of a purge that names the public key that unsent work is sealed to.
pub const RECOVERY_RECIPIENT: &str = "recovery_recipient";

/// A line of the file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum UnsentLine {
    /// The first.
    Head(UnsentHead),
    /// A change.
    Change(UnsentChange),
    /// A piece of a file.
    Piece(UnsentPiece),
}

/// Whose work it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsentHead {
    /// The version of this shape.
    pub format: u32,
    /// The organisation.
    pub org_id: OrgId,
    /// The organisation's name.
    pub org_name: String,
    /// The person's sign-in.
    pub principal_id: PrincipalId,
    /// The person's name.
    pub person: String,
    /// The device.
    pub device_id: DeviceId,
    /// When it was sealed.
    pub sealed_at: Timestamp,
    /// How many changes follow.
    pub changes: u32,
    /// How many files follow.
    pub files: u32,
}

/// A change that had not reached the server. Its name and arguments stay as they were written, so that they can be
/// read whatever version wrote them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnsentChange {
    /// Its id.
    pub mutation_id: MutationId,
    /// When it was made.
    pub made_at: Timestamp,
    /// Who made it.
    pub person: String,
    /// The version of its arguments.
    pub version: u32,
    /// Its name.
    pub name: String,
    /// Its arguments.
    pub args: serde_json::Value,
}

/// A piece of a file that had not reached the server whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsentPiece {
    /// The document's version whose file it is.
    pub version_id: VersionId,
    /// The file's name.
    pub file_name: String,
    /// The size of the whole.
    pub size_bytes: i64,
    /// SHA-256 of the whole, in hex.
    pub sha256: String,
    /// Where the piece begins.
    pub offset: i64,
    /// Its bytes in Base64.
    pub bytes: String,
}
