//! A business whose server is this computer, and its backups.

use folio_domain::Currency;
use folio_domain::languages::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::sessions::SignedIn;

/// Starts a business on this computer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct StartHere {
    /// The business's name.
    pub business_name: String,
    /// Its country, ISO 3166-1 alpha-2.
    pub country: String,
    /// Its currency.
    pub currency: Currency,
    /// Its IANA time zone.
    pub time_zone: String,
    /// Its language.
    pub language: Language,
    /// The owner's name.
    pub owner_name: String,
    /// The owner's e-mail address.
    pub email: String,
    /// The pattern of invoice numbers; empty for the usual one.
    pub number_pattern: String,
    /// The number that the first invoice takes: one more than the old tool's last.
    #[ts(type = "number")]
    pub next_number: i64,
}

/// A business started on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StartedHere {
    /// The owner, signed in.
    pub person: SignedIn,
    /// The code to print: it alone opens the backups.
    pub recovery_code: String,
}

/// Brings a backup or a full export back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct RestoreHere {
    /// The code that was printed. A backup opens with it alone; after an export it goes on as the business's code, and
    /// without it the business gets a new one.
    pub recovery_code: Option<String>,
}

/// A business that was brought back on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RestoredHere {
    /// The owner, signed in.
    pub person: SignedIn,
    /// The code to print, where the business got a new one: it alone opens the backups to come.
    pub recovery_code: Option<String>,
    /// How many other people have a sign-in and, after an export, no password any more.
    pub without_password: u32,
}

/// Saves a backup.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveBackup {}
