//! Bodies: JSON that fits, or a problem that says so.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequest, Request};
use folio_protocol::ProblemCode;
use http::StatusCode;
use serde::de::DeserializeOwned;

use crate::errors::Failure;

/// A request's body as JSON.
pub struct Input<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Input<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, state: &S) -> Result<Self, Failure> {
        match Json::<T>::from_request(request, state).await {
            Ok(Json(value)) => Ok(Self(value)),
            Err(JsonRejection::BytesRejection(error)) if error.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                Err(Failure::new(ProblemCode::Limit, "problem-body-too-large"))
            }
            Err(error) => {
                // What serde says of the place helps whoever writes a client, and has nothing of the content in it.
                tracing::debug!(status = %error.status(), "request.unreadable");
                Err(Failure::new(ProblemCode::Invalid, "problem-bad-request"))
            }
        }
    }
}
