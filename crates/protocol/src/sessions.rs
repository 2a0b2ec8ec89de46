//! Sign-in: requests and answers of the HTTP API.

use folio_domain::ids::{ClientId, ContactId, DeviceId, InvoiceId, OrgId, PrincipalId};
use folio_domain::languages::Language;
use folio_domain::permissions::{Access, Role};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The fewest characters of a password.
pub const PASSWORD_CHARS_MIN: usize = 10;

/// What kind of device signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeviceKind {
    /// The desktop app: gets its tokens in the answer.
    Desktop,
    /// A browser: gets its tokens in cookies that scripts cannot read.
    Browser,
}

/// `POST /api/session/sign-in`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignInRequest {
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: String,
    /// What the device calls itself, shown in the list of devices.
    pub device_name: String,
    /// What kind it is.
    pub device_kind: DeviceKind,
}

/// `POST /api/session/accept`: accepts an invitation, which is also the first sign-in.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AcceptRequest {
    /// The invitation's token.
    pub token: String,
    /// The name that others see.
    pub name: String,
    /// The password for this and every later sign-in.
    pub password: String,
    /// What the device calls itself.
    pub device_name: String,
    /// What kind it is.
    pub device_kind: DeviceKind,
}

/// `POST /api/session/refresh`
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RefreshRequest {
    /// The refresh token; used up by this.
    pub refresh_token: String,
}

/// Tokens of a session.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Tokens {
    /// Opens the API for ten minutes.
    pub access_token: String,
    /// Buys the next pair, once.
    pub refresh_token: String,
}

/// Answer to signing in, accepting and refreshing. A browser's answer has no tokens: they are in its cookies.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SignInAnswer {
    /// The tokens, for a desktop.
    pub tokens: Option<Tokens>,
    /// The device.
    pub device_id: DeviceId,
    /// Who is signed in.
    pub person: SignedIn,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SignedIn {
    /// The organisation.
    pub org_id: OrgId,
    /// The organisation's name.
    pub org_name: String,
    /// The person's sign-in.
    pub principal_id: PrincipalId,
    /// The person's name.
    pub name: String,
    /// The e-mail address.
    pub email: String,
    /// The role, and what the person may see.
    pub access: Access,
    /// The client that a client's contact belongs to.
    pub client_id: Option<ClientId>,
    /// The contact that the person is.
    pub contact_id: Option<ContactId>,
    /// The language to start with.
    pub language: Language,
}

/// `POST /api/invitations`
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InviteRequest {
    /// Whom to write to.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// The role that the person gets.
    pub role: Role,
    /// The contact that the person is, for a client's.
    pub contact_id: Option<ContactId>,
}

/// A link that opens one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LinkAnswer {
    /// The link.
    pub url: String,
    /// Whether it was mailed; where no mail server is set up it is there to be copied.
    pub mailed: bool,
    /// Until when it opens.
    #[ts(type = "string")]
    pub expires_at: Timestamp,
}

/// What an invitation says before it is accepted: `POST /api/invitations/look`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvitationLook {
    /// Who invites.
    pub org_name: String,
    /// Whom.
    pub name: String,
    /// The e-mail address that will sign in.
    pub email: String,
    /// As what.
    pub role: Role,
    /// The language to ask in.
    pub language: Language,
}

/// `POST /api/links/open`: opens the link of one invoice; the session that it gives sees nothing else.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OpenLinkRequest {
    /// The link's token.
    pub token: String,
}

/// Answer to opening an invoice's link.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenLinkAnswer {
    /// The invoice that it opens.
    pub invoice_id: InvoiceId,
    /// Who the mail went to.
    pub person: SignedIn,
}

/// A device of the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeviceSummary {
    /// The device.
    pub device_id: DeviceId,
    /// What it calls itself.
    pub name: String,
    /// What kind it is.
    pub kind: DeviceKind,
    /// When it was last heard of.
    #[ts(type = "string")]
    pub seen_at: Timestamp,
    /// Whether it is the one that asks.
    pub current: bool,
}
