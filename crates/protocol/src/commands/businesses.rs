//! The businesses of one desktop: each with a server and a sign-in of its own, one of them shown in the window.

use folio_domain::permissions::Role;
use folio_domain::records::Kind;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use super::saves::Save;
use crate::problems::Problem;
use crate::queries::Owed;
use crate::sync::SyncStatus;

/// Asks for the businesses.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Businesses {}

/// The businesses of this desktop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct BusinessList {
    /// Those that there is a copy of, in the order in which they came.
    pub businesses: Vec<Business>,
    /// Those whose copy is gone because the access was taken away, until a person has seen it.
    pub ended: Vec<EndedBusiness>,
}

/// A business with how its copy stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Business {
    /// The account: this person's sign-in at that server, on this computer.
    #[ts(type = "string")]
    pub account: Uuid,
    /// The business's name; empty where the keyring does not tell it.
    pub name: String,
    /// Its server's address; empty for the one on this computer.
    pub server: String,
    /// Whether it is the one in the window.
    pub shown: bool,
    /// The person's name there, when the copy is open.
    pub person: Option<String>,
    /// The person's role there, when the copy is open.
    pub role: Option<Role>,
    /// Whether the copy may be used.
    pub state: BusinessState,
    /// How it stands to its server, when it is open.
    pub status: Option<SyncStatus>,
    /// When everything that the server had was last here; none for never, or while it is not open.
    #[ts(type = "string | null")]
    pub synced_at: Option<Timestamp>,
    /// The month's packs that are being saved, or have ended since the app was started, oldest first.
    pub packs: Vec<Save>,
}

/// Whether a business's copy may be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum BusinessState {
    /// It is its turn in a moment: the copies are opened one by one.
    Opening,
    /// It may.
    Open,
    /// The first copy is on its way.
    Copying,
    /// The sign-in has ended; the copy is closed until the person signs in again.
    Locked,
    /// The person has signed out; the copy is closed until they sign in again.
    SignedOut,
    /// It cannot be opened.
    Failed {
        /// Why.
        problem: Problem,
    },
}

/// A business that the person has no access to any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndedBusiness {
    /// The account.
    #[ts(type = "string")]
    pub account: Uuid,
    /// The business's name; empty where the keyring does not tell it.
    pub name: String,
    /// What was done, and where unsent work lies.
    pub problem: Problem,
}

/// Asks about one business.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LookAtBusiness {
    /// The account.
    #[ts(type = "string")]
    pub account: Uuid,
    /// The month's year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

/// What stands open in one business.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BusinessLook {
    /// What is owed, by currency.
    pub owed: Vec<Owed>,
    /// How many threads have something unread.
    pub unread: u32,
    /// The month's end; none for a role that closes no months.
    pub month: Option<BusinessMonth>,
}

/// How far a business's month is from being closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BusinessMonth {
    /// How many points of the checklist stand open.
    pub open: u32,
    /// How many points it has.
    pub points: u32,
}

/// Shows another business.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ShowBusiness {
    /// The account.
    #[ts(type = "string")]
    pub account: Uuid,
}

/// Begins to save the packs of a month into one folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SavePacks {
    /// Whose.
    #[ts(type = "Array<string>")]
    pub accounts: Vec<Uuid>,
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
}

/// Packs that were begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BegunPacks {
    /// How many are on their way; none when the person changed their mind.
    pub begun: Option<u32>,
    /// Those that could not be begun.
    pub refused: Vec<RefusedPack>,
}

/// A pack that could not be begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RefusedPack {
    /// Whose.
    #[ts(type = "string")]
    pub account: Uuid,
    /// Why.
    pub problem: Problem,
}

/// Ends the save of a pack; what there is of it goes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CancelPack {
    /// Whose.
    #[ts(type = "string")]
    pub account: Uuid,
    /// The save.
    #[ts(type = "string")]
    pub save_id: Uuid,
}

/// Says no more that a business has ended.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ForgetEnded {
    /// The account.
    #[ts(type = "string")]
    pub account: Uuid,
}

/// Records of a business changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BusinessPoke {
    /// Which; none when it is the list of businesses, or which of them is shown.
    #[ts(type = "string | null")]
    pub account: Option<Uuid>,
    /// The kinds of record; empty for any.
    pub kinds: Vec<Kind>,
}

/// A business stands otherwise to its server than before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BusinessStatus {
    /// Which.
    #[ts(type = "string")]
    pub account: Uuid,
    /// How.
    pub status: SyncStatus,
}
