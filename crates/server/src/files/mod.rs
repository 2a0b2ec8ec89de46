//! Files: sealed at rest, taken in pieces, served as attachments.

mod frames;
mod handlers;
mod keys;
mod vault;

pub use handlers::{bring_piece, download, put_piece};
pub use keys::{Key, ServerKeys};
pub(crate) use vault::sync_folder_of;
pub use vault::{FilePlace, Vault};
