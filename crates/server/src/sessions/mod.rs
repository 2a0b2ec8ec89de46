//! Sign-in: who is recognised by which token, on which device.

pub mod cookies;
mod credentials;
mod devices;
mod handlers;
mod people;
mod secrets;
mod tokens;

pub use credentials::{Credentials, recognise, recognise_link};
pub use devices::{device_list, end_device};
pub use handlers::{
    answer, refresh, refuse_dead_token, session, session_state, sign_in, sign_in_with, sign_out,
};
pub use people::signed_in;
pub use secrets::Secret;
pub use tokens::{NewSession, Opened, link_family, open_link_session, open_session, sweep};
