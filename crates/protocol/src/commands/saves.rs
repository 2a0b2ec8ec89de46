//! Saves: files that the server makes while the person goes on working, and that come over in their own time.

use folio_domain::books::DatevSettings;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::problems::Problem;

/// What is to be made and saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum SaveWish {
    /// A month's pack.
    MonthPack {
        /// The year.
        year: i16,
        /// The month, 1 to 12.
        month: i8,
        /// What DATEV must be told, when it is known.
        #[serde(default)]
        datev: Option<DatevSettings>,
    },
    /// Everything of the business, in a form that needs no Folio and no key.
    Everything,
}

/// Begins a save; the desktop asks where.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BeginSave {
    /// What.
    pub wish: SaveWish,
}

/// A save that was begun.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BegunSave {
    /// Its id; none when the person changed their mind.
    #[ts(type = "string | null")]
    pub save_id: Option<Uuid>,
}

/// Asks for the saves.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Saves {}

/// The person's saves that are under way, or have ended a short while ago.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SaveList {
    /// The saves, oldest first.
    pub saves: Vec<Save>,
}

/// A save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Save {
    /// Its id.
    #[ts(type = "string")]
    pub save_id: Uuid,
    /// What it is of.
    pub wish: SaveWish,
    /// The file's name.
    pub file_name: String,
    /// How far it is.
    pub stage: SaveStage,
}

/// How far a save is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "stage")]
pub enum SaveStage {
    /// The server makes the file.
    Making {
        /// How many of its parts are done.
        #[ts(type = "number")]
        done: u64,
        /// How many there are; 0 while that is not known.
        #[ts(type = "number")]
        of: u64,
    },
    /// The server has the file ready.
    Ready {
        /// Its bytes.
        #[ts(type = "number")]
        size_bytes: u64,
        /// SHA-256 of them, in hex.
        sha256: String,
    },
    /// The file is on its way to this computer.
    Arriving {
        /// How many bytes are here.
        #[ts(type = "number")]
        done: u64,
        /// How many there are.
        #[ts(type = "number")]
        of: u64,
    },
    /// The server cannot be reached; it goes on from where it is when it can.
    Waiting,
    /// The file is on the disk.
    Done,
    /// It has ended without a file.
    Failed {
        /// Why.
        problem: Problem,
    },
}

impl SaveStage {
    /// Whether nothing more will happen by itself.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Done | Self::Failed { .. })
    }
}

/// Ends a save; what there is of it goes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CancelSave {
    /// The save.
    #[ts(type = "string")]
    pub save_id: Uuid,
}
