//! The API through its router, without a socket.

mod backups;
mod events;
mod files;
mod invoices;
mod mails;
mod packs;
mod policy;
mod sessions;
mod support;
mod sync;
