//! What whole-system tests share: a real server as a child process, people who talk to it over HTTP, desktops, and
//! the judge of what the faults leave behind.

pub mod business;
pub mod caller;
pub mod desk;
pub mod judge;
pub mod keeper;
pub mod ledger;
pub mod make;
pub mod notebook;
pub mod scan;
pub mod server;
pub mod storm;
pub mod until;
pub mod window;
