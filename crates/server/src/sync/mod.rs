//! Questions, changes, and bringing devices up to date.

mod cookies;
mod events;
mod handlers;
mod pokes;
mod submit;

pub use events::events;
pub use handlers::{mutate, pull, push, query};
pub use pokes::Pokes;
pub use submit::submit_one;
