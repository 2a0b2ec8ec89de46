//! The desktop's side of Folio: a smaller copy of the server's records that answers without a network, an outbox
//! for what was changed here, and the loop that brings both together. Knows nothing of windows.

mod accounts;
mod api;
mod backups;
mod bills;
mod clock;
mod errors;
mod events;
mod file_names;
mod files;
mod home;
mod inner;
pub mod link;
mod outbox;
mod pace;
mod papers;
mod pull;
mod push;
mod replay;
mod replica;
mod saves;
mod saving;
mod secrets;
mod settle;
mod standing;
mod sync;
mod synced;
#[cfg(test)]
mod tests;
mod unsent;
mod vault;

pub use accounts::{Accounts, OpenAccount, Servers, Told};
pub use api::{Api, Download};
pub use clock::{Clock, SystemClock};
pub use errors::ReplicaError;
pub use file_names::plain_name;
pub use folio_paper::Paper;
pub use home::{Account, Ended, Home};
pub use inner::{Change, Setup};
pub use link::{HttpLink, LinkError, RouterLink, ServerLink};
pub use pace::Pace;
pub use replica::Replica;
pub use secrets::{KeeperError, MemoryKeeper, SecretKeeper};
pub use standing::{Standing, Unsent};
