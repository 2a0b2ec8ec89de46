//! Questions, changes, and bringing devices up to date.

mod cookies;
mod events;
mod handlers;
mod held;
mod submit;

pub use events::events;
pub use handlers::{mutate, pull, push, query};
pub(crate) use held::release;
pub use held::{state, undo};
pub use submit::submit_one;
