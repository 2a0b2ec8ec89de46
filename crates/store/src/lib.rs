//! All of Folio's SQL: one text for SQLite (plain or SQLCipher) and PostgreSQL. The server's database and a
//! desktop's smaller copy of it have the same tables for records, so a screen's query is written once.

mod database;
pub mod desktop;
mod engine;
mod error;
mod feed;
mod migrations;
pub mod queries;
pub mod rows;
mod saving;
mod scope;
mod search;
pub mod server;
mod submissions;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use database::{Location, Store, Transaction, Writer};
pub use engine::{day_in, load_reads, submit_as_system_in, submit_in};
pub use error::StoreError;
pub use feed::{Cookie, GrantPosition, PullPage, SnapshotPosition};
pub use migrations::Schema;
pub use saving::{Saved, save_rows};
pub use scope::Scope;
pub use submissions::{Submission, Submitted};
