//! Links to a server: over a socket, or to one in this very process. The kind of link is the only difference
//! between the two.

mod http;
mod router;

pub use self::http::HttpLink;
pub use router::RouterLink;

use std::pin::Pin;
use std::time::Duration;

use ::http::{Request, Response};
use async_trait::async_trait;
use bytes::{Bytes, BytesMut};
use futures::{Stream, StreamExt};

/// The most bytes of an answer that is taken whole: a file with what surrounds it.
pub const ANSWER_BYTES_MAX: usize = 128 * 1024 * 1024;

/// How long an answer may take that is taken whole.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(120);

/// Why an answer did not come.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The address is none.
    #[error("not a server's address")]
    BadAddress,
    /// The address is neither HTTPS nor on this computer.
    #[error("only HTTPS may be used beyond this computer")]
    NotEncrypted,
    /// The server cannot be reached.
    #[error("unreachable: {0}")]
    Unreachable(String),
    /// The answer took too long.
    #[error("timed out")]
    TimedOut,
    /// The answer broke off.
    #[error("broken off: {0}")]
    Broken(String),
    /// The answer is larger than anything the server may say.
    #[error("answer too large")]
    TooLarge,
    /// The request cannot be written.
    #[error("bad request: {0}")]
    BadRequest(String),
}

/// A body as it arrives.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, LinkError>> + Send>>;

/// A way to a server. Requests name a path alone.
#[async_trait]
pub trait ServerLink: Send + Sync {
    /// Sends `request` and gives the answer as it arrives.
    ///
    /// # Errors
    /// The server cannot be reached, or the request cannot be written.
    async fn send(&self, request: Request<Bytes>) -> Result<Response<BodyStream>, LinkError>;

    /// Sends `request` and gives the answer whole.
    ///
    /// # Errors
    /// As [`ServerLink::send`]; or the answer breaks off, takes too long, or is too large.
    async fn call(&self, request: Request<Bytes>) -> Result<Response<Bytes>, LinkError> {
        let answer = async {
            let (head, mut body) = self.send(request).await?.into_parts();
            let mut whole = BytesMut::new();
            while let Some(piece) = body.next().await {
                let piece = piece?;
                if whole.len() + piece.len() > ANSWER_BYTES_MAX {
                    return Err(LinkError::TooLarge);
                }
                whole.extend_from_slice(&piece);
            }
            Ok(Response::from_parts(head, whole.freeze()))
        };
        tokio::time::timeout(ANSWER_TIMEOUT, answer)
            .await
            .map_err(|_elapsed| LinkError::TimedOut)?
    }
}
