//! Records: the rows that a person's database holds, each with an envelope that says whose it is and who may see
//! it. [`Kind`] lists the kinds of record once; the store, the sync and the screens follow that list.

mod body;
mod working_set;

pub use body::{Body, ColumnValue, Kind, Record};
pub use working_set::{Read, Records};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::ids::ClientId;

/// Who may see a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Everyone in the organisation, its clients included.
    Everyone,
    /// The business and the one client that the row belongs to.
    Shared,
    /// The business alone.
    Internal,
}

impl Side {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Everyone, Self::Shared, Self::Internal];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Shared => "shared",
            Self::Internal => "internal",
        }
    }

    /// The side stored as `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|side| side.as_str() == text)
    }
}

/// Where a row lies: the client it belongs to (none: the organisation's own) and who may see it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
pub struct Place {
    /// The client, or none.
    pub client_id: Option<ClientId>,
    /// The side.
    pub side: Side,
}

impl Place {
    /// The organisation's own, for everyone.
    pub const EVERYONE: Self = Self {
        client_id: None,
        side: Side::Everyone,
    };
    /// The organisation's own, for the business alone.
    pub const INTERNAL: Self = Self {
        client_id: None,
        side: Side::Internal,
    };

    /// Shared with `client`.
    #[must_use]
    pub fn shared(client: ClientId) -> Self {
        Self {
            client_id: Some(client),
            side: Side::Shared,
        }
    }

    /// About `client`, for the business alone.
    #[must_use]
    pub fn internal(client: Option<ClientId>) -> Self {
        Self {
            client_id: client,
            side: Side::Internal,
        }
    }
}

/// A row: its envelope and its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The record's id.
    pub id: Uuid,
    /// Where it lies.
    pub place: Place,
    /// The organisation's sequence number at its last change; 0 for a change that no server has seen.
    pub version: i64,
    /// The content.
    pub body: Body,
}

impl Row {
    /// The kind of the content.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.body.kind()
    }
}

/// One change to the rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Write {
    /// The row now has this place and content.
    Put {
        /// The record's id.
        id: Uuid,
        /// Where it lies from now on.
        place: Place,
        /// Its content from now on.
        body: Body,
    },
    /// The row is gone.
    Delete {
        /// The kind of record.
        kind: Kind,
        /// The record's id.
        id: Uuid,
    },
}

impl Write {
    /// A row with `record` in it.
    pub fn put(id: impl Into<Uuid>, place: Place, record: impl Record) -> Self {
        Self::Put {
            id: id.into(),
            place,
            body: record.into_body(),
        }
    }

    /// The kind and id that it touches.
    #[must_use]
    pub fn key(&self) -> (Kind, Uuid) {
        match self {
            Self::Put { id, body, .. } => (body.kind(), *id),
            Self::Delete { kind, id } => (*kind, *id),
        }
    }
}
