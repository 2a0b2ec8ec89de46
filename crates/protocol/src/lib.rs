//! What crosses a wire: requests, answers, error codes and sync pages, declared once. The desktop's window, the
//! browser and the HTTP API all speak it; [`typescript`] writes it down for the screens.

mod collector;
pub mod commands;
pub mod problems;
pub mod queries;
pub mod sessions;
pub mod sync;
pub mod typescript;
pub mod unsent;

pub use problems::{Problem, ProblemCode};

/// The version of the protocol that this build speaks.
pub const PROTOCOL_VERSION: u32 = 1;
/// The oldest version that the server still serves: the previous client.
pub const PROTOCOL_OLDEST: u32 = 1;
/// The header in which every call carries its protocol version.
pub const PROTOCOL_HEADER: &str = "x-folio-protocol";

#[cfg(test)]
mod tests;
