//! Folio's API server, as a library: [`App`] is the server, [`App::router`] its HTTP API with the screens for
//! browsers. The binary `folio-server` puts a socket before it; the desktop's "this computer" calls the router
//! in its own process.

pub mod app;
mod backups;
mod checks;
pub mod cli;
pub mod clock;
mod commands;
pub mod config;
pub mod demo;
mod errors;
mod files;
mod http;
pub mod imports;
mod invitations;
mod invoices;
mod jobs;
mod mail;
mod packs;
mod portal;
mod routes;
mod sessions;
mod setup;
mod sync;
mod trail;

pub use app::App;
pub use backups::restore;
pub use checks::CheckReport;
pub use clock::Source;
pub use config::{Config, Database, KeySource, Smtp};
pub use errors::{Failure, ServerError};
pub use files::{Key, ServerKeys};
pub use http::{Gate, Session};
pub use jobs::work_off;
pub use routes::Route;
pub use sessions::PasswordCost;
pub use setup::{Founded, NewBusiness};
pub use trail::TrailReport;
