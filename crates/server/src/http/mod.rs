//! What every call goes through: protocol version, credentials, policy, limits, headers.

mod body;
mod caller;
mod gate;
mod headers;

pub use body::Input;
pub use caller::{Address, Session};
pub use gate::{Gate, pass};
pub use headers::{attachment, guard};
