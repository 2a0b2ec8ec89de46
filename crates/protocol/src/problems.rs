//! Problems: what goes wrong, as it crosses a wire.

use std::collections::BTreeMap;

use folio_domain::{Code, Refusal};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The kind of problem; screens branch on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// There is no such thing, or it is not yours.
    NotFound,
    /// Your role does not allow it.
    Forbidden,
    /// An argument breaks a rule.
    Invalid,
    /// The record is no longer as it was seen, or was used already.
    Changed,
    /// A limit of size, number or frequency is reached.
    Limit,
    /// Nobody is signed in, or the sign-in has ended.
    Unauthorised,
    /// The server speaks a newer protocol: update the app.
    TooOld,
    /// The access was taken away: the local copy must go.
    Purge,
    /// The server cannot be reached.
    Offline,
    /// This host cannot do it; the text says where it can be done.
    Unsupported,
    /// There is no usable keyring; nothing was stored.
    NoKeyring,
    /// Something broke; the log knows more.
    Internal,
}

impl ProblemCode {
    /// The HTTP status that carries it.
    #[must_use]
    pub fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden => 403,
            Self::Invalid => 422,
            Self::Changed => 409,
            Self::Limit => 429,
            Self::Unauthorised => 401,
            Self::TooOld => 426,
            Self::Purge => 410,
            Self::Offline => 503,
            Self::Unsupported => 501,
            Self::NoKeyring => 424,
            Self::Internal => 500,
        }
    }
}

/// A problem with the text that a person reads.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message_key}")]
pub struct Problem {
    /// The kind of problem.
    pub code: ProblemCode,
    /// The text's id in `errors.ftl`.
    pub message_key: String,
    /// What the text mentions.
    pub params: BTreeMap<String, String>,
}

impl Problem {
    /// A problem with the text `message_key`.
    #[must_use]
    pub fn new(code: ProblemCode, message_key: &str) -> Self {
        Self {
            code,
            message_key: message_key.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// Something broke that the caller cannot mend.
    #[must_use]
    pub fn internal() -> Self {
        Self::new(ProblemCode::Internal, "problem-internal")
    }

    /// Not there, or not yours.
    #[must_use]
    pub fn not_found() -> Self {
        Refusal::not_found().into()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let code = match refusal.code {
            Code::NotFound => ProblemCode::NotFound,
            Code::Forbidden => ProblemCode::Forbidden,
            Code::Invalid => ProblemCode::Invalid,
            Code::Changed => ProblemCode::Changed,
            Code::Limit => ProblemCode::Limit,
        };
        Self {
            code,
            message_key: refusal.message_key,
            params: refusal.params,
        }
    }
}

/// The texts of problems that are no refusals of the domain; `errors.ftl` has each in every language.
pub const MESSAGE_KEYS: &[&str] = &[
    "problem-internal",
    "problem-offline",
    "problem-signed-out",
    "problem-wrong-sign-in",
    "problem-too-many-tries",
    "problem-password-too-short",
    "problem-link-used",
    "problem-link-expired",
    "problem-too-old",
    "problem-purged",
    "problem-purged-kept",
    "problem-no-keyring",
    "problem-keyring-locked",
    "problem-desktop-only",
    "problem-bad-request",
    "problem-body-too-large",
    "problem-mutation-reused",
    "problem-bad-server-address",
    "problem-bad-recovery-code",
    "problem-bad-backup",
    "problem-code-needed",
    "problem-not-whole",
    "problem-home-not-empty",
    "problem-pdf-not-ready",
    "problem-file-not-ready",
    "problem-file-hash",
    "problem-import-unreadable",
    "problem-cancelled",
    "problem-too-late-to-undo",
    "problem-file-not-saved",
    "problem-browser-only",
    "problem-backup-under-way",
];
