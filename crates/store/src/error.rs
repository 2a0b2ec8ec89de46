//! What can go wrong in the store.

use folio_domain::Refusal;

/// An error of the store.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The database refused or broke.
    #[error("database: {0}")]
    Database(#[from] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("migration: {0}")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// A stored row does not fit its kind.
    #[error("corrupt {what}: {source}")]
    Corrupt {
        /// Which row.
        what: String,
        /// What does not fit.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The database's file is not encrypted although a key was given.
    #[error("this build cannot encrypt its database")]
    NotEncrypted,
    /// The key does not open the file, or the file is no database.
    #[error("the key does not open the database")]
    WrongKey,
    /// There is no such organisation.
    #[error("unknown organisation")]
    UnknownOrganisation,
    /// A caller's argument breaks a rule.
    #[error("refused: {0}")]
    Refused(#[from] Refusal),
}

impl StoreError {
    /// A row that does not fit its kind.
    pub fn corrupt(
        what: impl std::fmt::Display,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Corrupt {
            what: what.to_string(),
            source: source.into(),
        }
    }

    /// Whether it is the data that the database does not take, so that trying again never helps.
    #[must_use]
    pub fn is_by_data(&self) -> bool {
        let Self::Database(sqlx::Error::Database(error)) = self else {
            return false;
        };
        error.code().is_some_and(|code| {
            // The primary result code: SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH.
            let by_sqlite = code.len() < 5
                && code
                    .parse::<i32>()
                    .is_ok_and(|code| matches!(code & 0xff, 18..=20));
            // data_exception, integrity_constraint_violation, program_limit_exceeded.
            let by_postgres =
                code.len() == 5 && ["22", "23", "54"].iter().any(|class| code.starts_with(class));
            by_sqlite || by_postgres
        })
    }

    /// Whether trying again later can help: the database was busy or could not be reached.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut | sqlx::Error::WorkerCrashed) => {
                true
            }
            Self::Database(sqlx::Error::Database(error)) => {
                // SQLITE_BUSY, SQLITE_LOCKED; serialization_failure, deadlock_detected.
                error
                    .code()
                    .is_some_and(|code| matches!(code.as_ref(), "5" | "6" | "40001" | "40P01"))
            }
            _ => false,
        }
    }
}
