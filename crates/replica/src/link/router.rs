//! The link to a server in this very process: no socket between.

use std::convert::Infallible;

use ::http::{Request, Response};
use async_trait::async_trait;
use bytes::Bytes;
use futures::{StreamExt, TryStreamExt};
use http_body_util::{BodyExt, BodyStream as Frames, Full};
use tower::{Service, ServiceExt};

use super::{BodyStream, LinkError, ServerLink};

/// A link to a server that is a tower service, such as its router.
#[derive(Clone)]
pub struct RouterLink<S> {
    service: S,
}

impl<S> RouterLink<S> {
    /// A link to `service`.
    pub fn new(service: S) -> Self {
        Self { service }
    }
}

#[async_trait]
impl<S, B> ServerLink for RouterLink<S>
where
    S: Service<Request<Full<Bytes>>, Response = Response<B>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send,
    B: BodyExt<Data = Bytes> + Send + 'static,
    B::Error: std::fmt::Display + Send,
{
    async fn send(&self, request: Request<Bytes>) -> Result<Response<BodyStream>, LinkError> {
        let service = self.service.clone();
        let answer = service.oneshot(request.map(Full::new)).await;
        let (head, body) = answer.unwrap_or_else(|never| match never {}).into_parts();
        let frames = TryStreamExt::map_err(Frames::new(body), |error| LinkError::Broken(error.to_string()));
        let pieces = frames
            .try_filter_map(|frame| async move { Ok(frame.into_data().ok()) })
            .boxed();
        Ok(Response::from_parts(head, pieces))
    }
}
