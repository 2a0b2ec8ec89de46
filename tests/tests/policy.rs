//! Every route, mutation, query and browser command, tried by everyone who could. What each role may is written here
//! a second time, by hand: the table of the code must say the same, and the server must do it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "policy/commands.rs"]
mod commands;
#[path = "policy/mutations.rs"]
mod mutations;
#[path = "policy/queries.rs"]
mod queries;
#[path = "policy/routes.rs"]
mod routes;
#[path = "policy/world.rs"]
mod world;
