//! What a call brings and an answer carries: who calls and from where, bodies, headers.

mod body;
mod caller;
mod headers;

pub use body::Input;
pub use caller::{Address, Session};
pub use headers::{attachment, guard};
