//! Invitations: how a person gets a sign-in.

mod accepting;
pub mod handlers;
mod inviting;
mod mails;

pub(crate) use accepting::add_member_in;
pub use accepting::{accept, look};
pub use inviting::{invite, invite_in};
pub(crate) use mails::send;

use folio_domain::ids::{ClientId, ContactId, PrincipalId};
use folio_domain::languages::Language;
use folio_domain::permissions::Role;
use serde::{Deserialize, Serialize};

/// The purpose of these links in the database.
const PURPOSE: &str = "invitation";

/// What an invitation's link carries.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Carried {
    email: String,
    name: String,
    role: Role,
    client_id: Option<ClientId>,
    contact_id: Option<ContactId>,
    language: Language,
    /// Someone who has a sign-in already and only chooses a password: an owner set up at the command line.
    principal_id: Option<PrincipalId>,
    inviter: String,
}
