//! Sync: push, pull and pokes between a desktop and its server.

use folio_domain::Refusal;
use folio_domain::ids::{ClientId, DeviceId, MutationId};
use folio_domain::mutations::Mutation;
use folio_domain::permissions::Access;
use folio_domain::records::{Kind, Side};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use ts_rs::TS;
use uuid::Uuid;

/// The most mutations of one push.
pub const PUSH_MUTATIONS_MAX: usize = 500;
/// The most bytes of one push's body.
pub const PUSH_BYTES_MAX: usize = 1024 * 1024;
/// The most rows of one pull's page.
pub const PULL_ROWS_MAX: usize = 2_000;

/// A mutation on its way to the server.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PushedMutation {
    /// Its id, for ever: the idempotency key.
    pub mutation_id: MutationId,
    /// Its place in the device's queue; only orders.
    pub mid: i64,
    /// The version of its arguments: [`folio_domain::mutations::MUTATIONS_VERSION`] when it was made.
    pub version: u32,
    /// The mutation.
    pub mutation: Mutation,
    /// Whether a server has taken it before, which was restored since: what it mailed is not mailed again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub again: bool,
}

/// Mutations of one device, in the order of their `mid`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PushRequest {
    /// The device.
    pub device_id: DeviceId,
    /// The mutations.
    pub mutations: Vec<PushedMutation>,
}

/// How a mutation ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "outcome", content = "refusal")]
pub enum Outcome {
    /// It stands.
    Applied,
    /// It was refused.
    Refused(Refusal),
}

/// The result of one mutation; stored, and given again for the same id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MutationResult {
    /// The mutation.
    pub mutation_id: MutationId,
    /// How it ended.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// The results of a push, one for each mutation taken, in order. Fewer than were pushed after a passing fault:
/// the rest may be pushed again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushAnswer {
    /// The results.
    pub results: Vec<MutationResult>,
}

/// Asks for what changed since `cookie`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PullRequest {
    /// The device, whose own mutations' results come with the pages.
    pub device_id: DeviceId,
    /// Where the last page ended; none for a snapshot.
    pub cookie: Option<String>,
}

/// A row as it is sent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WireRow {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Uuid,
    /// The client that it belongs to, or none.
    pub client_id: Option<ClientId>,
    /// Who may see it.
    pub side: Side,
    /// The sequence number of its last change.
    pub version: i64,
    /// The content as JSON.
    pub body: Box<RawValue>,
}

/// A row that is gone, or no longer yours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneRow {
    /// The kind.
    pub kind: Kind,
    /// The id.
    pub id: Uuid,
}

/// A page of changes. To be applied in one transaction, the cookie last.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PullAnswer {
    /// Where this page ends.
    pub cookie: String,
    /// The server's epoch: another one means that a backup was restored.
    pub epoch: String,
    /// What the person may see now.
    pub access: Access,
    /// Rows as they are now.
    pub rows: Vec<WireRow>,
    /// Rows that are gone, or no longer visible.
    pub gone: Vec<GoneRow>,
    /// Results of the device's own mutations up to here.
    pub results: Vec<MutationResult>,
    /// Whether more pages wait.
    pub more: bool,
    /// Whether the snapshot is complete: until then screens stay as they were.
    pub caught_up: bool,
}

/// A poke: something changed, pull. Carries no data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Poke {
    /// The kinds of record that changed; empty for unknown.
    pub kinds: Vec<Kind>,
}

/// How the desktop stands to its server.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "state")]
pub enum SyncStatus {
    /// Everything is on this computer, whose own server it is.
    SavedHere,
    /// So many changes are on their way.
    Syncing {
        /// How many.
        waiting: u32,
    },
    /// Nothing waits.
    UpToDate,
    /// The server cannot be reached.
    Offline {
        /// Since when.
        #[ts(type = "string")]
        since: jiff::Timestamp,
        /// How many changes wait.
        waiting: u32,
    },
    /// Something needs a person: refused changes, an ended sign-in, an app that is too old.
    NeedsAttention {
        /// How many refused changes there are.
        refused: u32,
        /// The problem with the connection, when there is one.
        problem: Option<crate::Problem>,
    },
}
