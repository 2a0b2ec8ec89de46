//! How the copy stands to its server, as a person is told.

use std::path::PathBuf;

use folio_protocol::sync::SyncStatus;
use folio_protocol::{Problem, ProblemCode};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whether the copy may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It may.
    Open,
    /// The sign-in has ended; the copy stays, closed, until the person signs in again.
    Locked,
    /// The access was taken away; what had not reached the server is being sealed before the copy goes.
    Ending,
    /// The access was taken away and the copy is gone, save what lies sealed.
    Purged(Option<Unsent>),
}

impl Standing {
    /// Why the copy may not be used; none when it may.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        match self {
            Self::Open => None,
            Self::Locked => Some(Problem::new(ProblemCode::Unauthorised, "problem-signed-out")),
            Self::Ending | Self::Purged(None) => Some(Problem::new(ProblemCode::Purge, "problem-purged")),
            Self::Purged(Some(unsent)) => Some(unsent.problem()),
        }
    }
}

/// Unsent work that lies sealed on this computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsent {
    /// The file.
    pub path: PathBuf,
    /// How many changes it holds.
    pub changes: u32,
    /// How many files it holds.
    pub files: u32,
}

impl Unsent {
    /// What the person is told.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem::new(ProblemCode::Purge, "problem-purged-kept")
            .with("changes", self.changes)
            .with("files", self.files)
            .with("path", self.path.display())
    }
}

/// What is known of the way to the server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Connection {
    /// When a round of sync last went through.
    pub synced_at: Option<Timestamp>,
    /// Since when the server cannot be reached.
    pub offline_since: Option<Timestamp>,
    /// What a person has to look at.
    pub problem: Option<Problem>,
    /// Whether the first copy is complete.
    pub complete: bool,
}

/// The state that a person sees.
pub(crate) fn status(here: bool, connection: &Connection, waiting: u32, refused: u32) -> SyncStatus {
    if refused > 0 || connection.problem.is_some() {
        return SyncStatus::NeedsAttention {
            refused,
            problem: connection.problem.clone(),
        };
    }
    if here {
        return SyncStatus::SavedHere;
    }
    match connection.offline_since {
        Some(since) => SyncStatus::Offline { since, waiting },
        None if waiting > 0 || !connection.complete => SyncStatus::Syncing { waiting },
        None => SyncStatus::UpToDate,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_worst_is_said() {
        let since = Timestamp::UNIX_EPOCH;
        let problem = Some(Problem::new(ProblemCode::TooOld, "problem-too-old"));
        let fine = Connection {
            complete: true,
            ..Connection::default()
        };
        let offline = Connection {
            offline_since: Some(since),
            ..fine.clone()
        };
        let stuck = Connection {
            problem: problem.clone(),
            ..offline.clone()
        };
        for (here, connection, waiting, refused, expected) in [
            (false, &fine, 0, 0, SyncStatus::UpToDate),
            (false, &fine, 2, 0, SyncStatus::Syncing { waiting: 2 }),
            (
                false,
                &Connection::default(),
                0,
                0,
                SyncStatus::Syncing { waiting: 0 },
            ),
            (false, &offline, 2, 0, SyncStatus::Offline { since, waiting: 2 }),
            (
                false,
                &stuck,
                2,
                0,
                SyncStatus::NeedsAttention { refused: 0, problem },
            ),
            (true, &fine, 0, 0, SyncStatus::SavedHere),
            (
                true,
                &fine,
                1,
                1,
                SyncStatus::NeedsAttention {
                    refused: 1,
                    problem: None,
                },
            ),
        ] {
            assert_eq!(status(here, connection, waiting, refused), expected);
        }
    }
}
