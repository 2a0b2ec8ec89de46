//! The API through its router, without a socket.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    reason = "a test may stop at what it did not expect"
)]

mod backups;
mod bank;
mod credits;
mod devices;
mod einvoices;
mod events;
mod files;
mod invitations;
mod invoices;
mod mails;
mod packs;
mod papers;
mod policy;
mod saves;
mod sessions;
mod stationery;
mod support;
mod sync;
