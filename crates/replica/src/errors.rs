//! What can go wrong in the replica, and what of it a person is told.

use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;

use crate::link::LinkError;
use crate::secrets::KeeperError;

/// What goes wrong in the replica.
#[derive(Debug, thiserror::Error)]
pub enum ReplicaError {
    /// The local database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The way to the server.
    #[error(transparent)]
    Link(#[from] LinkError),
    /// The keyring.
    #[error(transparent)]
    Keeper(#[from] KeeperError),
    /// A problem that a person is told; most come from the server.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// A file beside the database.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: &'static str,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// A file beside the database that does not open with this key, or was changed.
    #[error("{0} does not open with this key")]
    Sealed(&'static str),
    /// There is no key that unsent work could be sealed to.
    #[error("the server names no key to seal unsent work to")]
    NoRecipient,
    /// A paper that cannot be drawn up.
    #[error(transparent)]
    Paper(#[from] folio_paper::PaperError),
    /// JSON that does not fit: a server's answer, or our own.
    #[error("unexpected JSON in {what}: {source}")]
    Json {
        /// Where.
        what: &'static str,
        /// What does not fit.
        #[source]
        source: serde_json::Error,
    },
    /// The operating system gives no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    /// A task ended before its work was done.
    #[error("a task ended before its work was done")]
    Task,
}

impl ReplicaError {
    pub(crate) fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Io { what, source }
    }

    pub(crate) fn json(what: &'static str) -> impl FnOnce(serde_json::Error) -> Self {
        move |source| Self::Json { what, source }
    }

    /// Whether trying again later can help.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Store(error) => error.is_passing(),
            Self::Link(LinkError::Unreachable(_) | LinkError::TimedOut | LinkError::Broken(_)) => true,
            Self::Problem(problem) => matches!(
                problem.code,
                ProblemCode::Offline | ProblemCode::Limit | ProblemCode::Internal
            ),
            _ => false,
        }
    }

    /// The kind of problem that the server answered, if that is what it was.
    #[must_use]
    pub fn code(&self) -> Option<ProblemCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }
}

impl From<ReplicaError> for Problem {
    fn from(error: ReplicaError) -> Self {
        match error {
            ReplicaError::Problem(problem) => problem,
            ReplicaError::Store(StoreError::Refused(refusal)) => refusal.into(),
            ReplicaError::Link(LinkError::BadAddress | LinkError::NotEncrypted) => {
                Self::new(ProblemCode::Invalid, "problem-bad-server-address")
            }
            ReplicaError::Link(error) => {
                tracing::debug!(%error, "link.failed");
                Self::new(ProblemCode::Offline, "problem-offline")
            }
            ReplicaError::Keeper(KeeperError::Missing) => {
                Self::new(ProblemCode::NoKeyring, "problem-no-keyring")
            }
            ReplicaError::Keeper(KeeperError::Locked) => {
                Self::new(ProblemCode::NoKeyring, "problem-keyring-locked")
            }
            other => {
                tracing::error!(error = %other, "replica.failed");
                Self::internal()
            }
        }
    }
}
