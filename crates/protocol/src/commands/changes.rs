//! Changes on their way to the server, and what a person may do with them.

use folio_domain::ids::MutationId;
use folio_domain::mutations::Mutation;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problems::Problem;
use crate::sync::SyncStatus;

/// Asks how the sync stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SyncState {}

/// Where a change on its way stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum PendingState {
    /// It is held so that it can be undone.
    Held {
        /// Until when.
        #[ts(type = "string")]
        until: Timestamp,
    },
    /// It waits for the server.
    Waiting,
    /// The server refused it.
    Refused {
        /// Why.
        problem: Problem,
    },
}

/// A change on its way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PendingChange {
    /// Its id.
    pub mutation_id: MutationId,
    /// The change.
    pub mutation: Mutation,
    /// Where it stands.
    pub state: PendingState,
    /// When it was made.
    #[ts(type = "string")]
    pub made_at: Timestamp,
}

/// How the sync stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct SyncView {
    /// In one word.
    pub status: SyncStatus,
    /// Every change that has not arrived, oldest first.
    pub pending: Vec<PendingChange>,
}

/// Takes a held change back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Undo {
    /// The change.
    pub mutation_id: MutationId,
}

/// Lets a refused change go.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct Dismiss {
    /// The change.
    pub mutation_id: MutationId,
}

/// Tries to reach the server now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SyncNow {}

/// Asks a host to make a change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MutateRequest {
    /// The change's id, chosen by the screen.
    pub mutation_id: MutationId,
    /// The change.
    pub mutation: Mutation,
    /// How long it is held so that it can be undone, in milliseconds; 0 for not at all.
    pub hold_ms: u32,
}

/// A host's answer to [`MutateRequest`]. A refusal is a [`Problem`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MutateAnswer {
    /// The change's id.
    pub mutation_id: MutationId,
    /// Whether it stands on the server already; else it is safe on this computer and on its way.
    pub confirmed: bool,
}
