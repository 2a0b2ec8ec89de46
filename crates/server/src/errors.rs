//! What goes wrong in the server, and what of it a caller is told.

use axum::response::{IntoResponse, Response};
use folio_domain::Refusal;
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use http::StatusCode;

/// What goes wrong in the server.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A file or a socket.
    #[error("{what}: {source}")]
    Io {
        /// What was being done.
        what: &'static str,
        /// What the system says.
        #[source]
        source: std::io::Error,
    },
    /// The operating system gives no random bytes.
    #[error("no random bytes")]
    NoRandomness,
    /// Something sealed does not open: another key, another place, or changed bytes.
    #[error("{0} does not open with this key")]
    Sealed(&'static str),
    /// A setting that cannot be used.
    #[error("{0}")]
    Setting(String),
    /// JSON of our own that does not fit.
    #[error("unexpected JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A mail that cannot be written or sent; it may go through later.
    #[error("mail: {0}")]
    Mail(String),
    /// A paper that cannot be made.
    #[error(transparent)]
    Paper(#[from] folio_paper::PaperError),
    /// A text that is missing or broken.
    #[error("the text {0} is missing")]
    Text(String),
    /// An export that cannot be written, or that is not whole.
    #[error(transparent)]
    Export(#[from] folio_exchange::full_export::ExportError),
    /// A file that was to be brought back and says what cannot be.
    #[error("the file cannot be brought back: {0}")]
    NotWhole(String),
    /// A problem that a person is told.
    #[error(transparent)]
    Problem(#[from] Problem),
    /// Work that ended by itself.
    #[error("a task ended before its work was done")]
    Task,
}

impl ServerError {
    /// Wraps an I/O error of `what`.
    pub fn io(what: &'static str) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Io { what, source }
    }
}

impl From<Refusal> for ServerError {
    fn from(refusal: Refusal) -> Self {
        Self::Problem(refusal.into())
    }
}

/// An error as a caller is told it: what a person can act upon as it is, everything else as "internal", logged here.
#[derive(Debug)]
pub struct Failure(pub Problem);

impl Failure {
    /// A problem of this kind with this text.
    #[must_use]
    pub fn new(code: ProblemCode, message_key: &str) -> Self {
        Self(Problem::new(code, message_key))
    }

    /// Nobody is signed in, or the sign-in has ended.
    #[must_use]
    pub fn signed_out() -> Self {
        Self::new(ProblemCode::Unauthorised, "problem-signed-out")
    }

    /// Not there, or not yours.
    #[must_use]
    pub fn not_found() -> Self {
        Self(Problem::not_found())
    }
}

impl<E: Into<ServerError>> From<E> for Failure {
    fn from(error: E) -> Self {
        match error.into() {
            ServerError::Problem(problem) => Self(problem),
            ServerError::Store(StoreError::Refused(refusal)) => Self(refusal.into()),
            ServerError::NotWhole(found) => {
                let problem = Problem::new(ProblemCode::Invalid, "problem-not-whole");
                Self(problem.with("found", found))
            }
            other => {
                tracing::error!(error = %other, "request.failed");
                Self(Problem::internal())
            }
        }
    }
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.0.code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self.0)).into_response();
        response.headers_mut().insert(
            http::header::CACHE_CONTROL,
            http::HeaderValue::from_static("no-store"),
        );
        response
    }
}
