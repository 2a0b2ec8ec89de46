//! What a person asks about being signed in: here, by an invitation or a link, and on other devices.

use folio_domain::ids::{DeviceId, InvoiceId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::Host;
use crate::problems::Problem;
use crate::sessions::{DeviceSummary, InviteRequest, SignedIn};

/// Asks who is signed in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Session {}

/// Who is signed in here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SessionState {
    /// The host.
    pub host: Host,
    /// Which of the desktop's businesses is shown: every call from the window names it. None for nobody's, and in a
    /// browser, whose session is one business.
    #[ts(type = "string | null")]
    pub account: Option<Uuid>,
    /// The person; none when nobody is.
    pub person: Option<SignedIn>,
    /// Whether the sign-in has ended while the local copy is still here: sign in again to go on.
    pub locked: bool,
    /// Whether the first copy of the records is still on its way to this computer; until then no query has answers.
    pub copying: bool,
    /// Whether the server runs on this computer, inside the app.
    pub here: bool,
    /// The server's address; empty for none.
    pub server: String,
    /// Whether the session opened by an invoice's link and sees that invoice alone.
    pub by_link: Option<InvoiceId>,
    /// What stands in the way, such as a missing keyring.
    pub problem: Option<Problem>,
}

/// Signs in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignIn {
    /// The server's address; in a browser the one it came from.
    pub server: Option<String>,
    /// The e-mail address.
    pub email: String,
    /// The password.
    pub password: String,
}

/// Signs out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SignOut {}

/// Asks what an invitation says.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LookAtInvitation {
    /// The invitation's link, or in a browser its token.
    pub link: String,
}

/// Accepts an invitation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct AcceptInvitation {
    /// The invitation's link, or in a browser its token.
    pub link: String,
    /// The name that others see.
    pub name: String,
    /// The password for later sign-ins.
    pub password: String,
}

/// Invites a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Invite {
    /// Whom.
    pub invitation: InviteRequest,
}

/// Opens an invoice's link.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenInvoiceLink {
    /// The link's token.
    pub token: String,
}

/// What a link opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenedLink {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Who the mail went to.
    pub person: SignedIn,
}

/// Asks for the devices.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Devices {}

/// The person's devices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DeviceList {
    /// The devices, last seen first.
    pub devices: Vec<DeviceSummary>,
}

/// Ends a device.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct EndDevice {
    /// The device.
    pub device_id: DeviceId,
}
