//! Sign-in: passwords, tokens, devices.

pub mod cookies;
mod credentials;
mod devices;
mod handlers;
mod limits;
mod passwords;
mod people;
mod secrets;
mod tokens;

pub use credentials::{Credentials, recognise, recognise_link};
pub use devices::{device_list, end_device};
pub use handlers::{
    accept, refresh, refuse_dead_token, session, session_state, sign_in, sign_in_with, sign_out,
};
pub use limits::Limits;
pub use passwords::{PasswordCost, Passwords};
pub use people::signed_in;
pub use secrets::Secret;
pub use tokens::{NewSession, Opened, link_family, open_link_session, open_session};
