//! Folio's API server, as a library: [`App`] is the server, [`App::router`] its HTTP API with the screens for
//! browsers. The binary `folio-server` puts a socket before it; the desktop's "this computer" calls the router
//! in its own process.

pub mod app;
mod backups;
mod bank;
mod bills;
mod checks;
pub mod cli;
pub mod clock;
mod commands;
pub mod config;
pub mod demo;
mod disk;
mod errors;
mod files;
mod gate;
mod http;
pub mod imports;
mod invitations;
mod invoices;
mod jobs;
mod keys;
mod limits;
mod mail;
mod packs;
mod papers;
mod passwords;
mod pokes;
mod portal;
mod routes;
mod saves;
mod screens;
mod sessions;
mod setup;
mod spool;
mod sync;
mod trail;
mod turns;
mod vault;
mod worker;

pub use app::App;
pub use backups::{BringBack, BroughtBack, Exported, bring_back, restore, restore_with};
pub use checks::CheckReport;
pub use clock::Source;
pub use config::{Config, Database, KeySource, Smtp};
pub use errors::{Failure, ServerError};
pub use gate::Gate;
pub use http::Session;
pub use keys::{Key, ServerKeys};
pub use passwords::PasswordCost;
pub use routes::Route;
pub use setup::{Founded, NewBusiness};
pub use trail::TrailReport;
pub use worker::work_off;
