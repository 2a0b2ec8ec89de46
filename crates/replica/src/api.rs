//! The server's API over a link: tokens, the protocol's version, and problems as the server words them.

use std::sync::Arc;

use bytes::Bytes;
use folio_domain::ids::{InvoiceId, VersionId};
use folio_protocol::commands::{Command, FileProgress};
use folio_protocol::queries::Ask;
use folio_protocol::sessions::{AcceptRequest, RefreshRequest, SignInAnswer, SignInRequest, Tokens};
use folio_protocol::sync::{PullAnswer, PullRequest, PushAnswer, PushRequest};
use folio_protocol::{PROTOCOL_HEADER, PROTOCOL_VERSION, Problem, ProblemCode};
use futures::StreamExt as _;
use http::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, RANGE};
use http::{Method, Request, Response, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;
use uuid::Uuid;
use zeroize::Zeroizing;

use crate::errors::ReplicaError;
use crate::link::{BodyStream, LinkError, ServerLink};
use crate::secrets::SecretKeeper;

/// The most bytes of a problem's words.
const PROBLEM_BYTES_MAX: usize = 64 * 1024;

/// What the desktop takes from the server as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Download {
    /// An invoice's PDF.
    InvoicePdf(InvoiceId),
    /// A document's version.
    Version(VersionId),
    /// A file that was made for the person, from where the last try broke off.
    Save {
        /// The save, as the server calls it.
        save_id: Uuid,
        /// How many bytes are here already.
        offset: u64,
    },
    /// A backup of everything.
    Backup,
}

impl Download {
    fn path(self) -> String {
        match self {
            Self::InvoicePdf(id) => format!("/api/invoices/{id}/pdf"),
            Self::Version(id) => format!("/api/files/{id}"),
            Self::Save { save_id, .. } => format!("/api/saves/{save_id}"),
            Self::Backup => "/api/backup".to_owned(),
        }
    }

    /// Where it begins, when that is not the beginning.
    fn offset(self) -> Option<u64> {
        match self {
            Self::Save { offset, .. } => Some(offset).filter(|offset| *offset > 0),
            _ => None,
        }
    }
}

struct Session {
    access: Option<Zeroizing<String>>,
}

/// The API of one server, for one session.
pub struct Api {
    link: Arc<dyn ServerLink>,
    keeper: Arc<dyn SecretKeeper>,
    /// Under which name the refresh token is kept.
    token_name: String,
    session: Mutex<Session>,
}

impl Api {
    /// The API behind `link`, whose refresh token is kept as `token_name`.
    pub fn new(link: Arc<dyn ServerLink>, keeper: Arc<dyn SecretKeeper>, token_name: String) -> Self {
        Self {
            link,
            keeper,
            token_name,
            session: Mutex::new(Session { access: None }),
        }
    }

    /// Signs in; the tokens are not kept yet.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn sign_in(
        link: &dyn ServerLink,
        request: &SignInRequest,
    ) -> Result<SignInAnswer, ReplicaError> {
        open_call(link, "/api/session/sign-in", request).await
    }

    /// Accepts an invitation; the tokens are not kept yet.
    ///
    /// # Errors
    /// As [`Api::sign_in`].
    pub async fn accept(
        link: &dyn ServerLink,
        request: &AcceptRequest,
    ) -> Result<SignInAnswer, ReplicaError> {
        open_call(link, "/api/session/accept", request).await
    }

    /// Asks a command that nobody need be signed in for.
    ///
    /// # Errors
    /// As [`Api::sign_in`].
    pub async fn ask_openly<C: Ask + Serialize>(
        link: &dyn ServerLink,
        name: &str,
        params: &C,
    ) -> Result<C::Answer, ReplicaError> {
        open_call(link, &format!("/api/command/{name}"), params).await
    }

    /// Keeps tokens from now on.
    ///
    /// # Errors
    /// The keyring refuses; then they are not used either.
    pub async fn keep(&self, tokens: Tokens) -> Result<(), ReplicaError> {
        let mut session = self.session.lock().await;
        self.keep_in(&mut session, tokens).await
    }

    async fn keep_in(&self, session: &mut Session, tokens: Tokens) -> Result<(), ReplicaError> {
        let refresh = Zeroizing::new(tokens.refresh_token);
        self.keeper.put(&self.token_name, refresh.as_bytes()).await?;
        session.access = Some(Zeroizing::new(tokens.access_token));
        Ok(())
    }

    /// Ends the session on the server, as far as it can be reached, and forgets the tokens.
    ///
    /// # Errors
    /// The keyring refuses.
    pub async fn sign_out(&self) -> Result<(), ReplicaError> {
        if let Err(error) = self
            .request(Method::POST, "/api/session/sign-out", Bytes::from_static(b"{}"))
            .await
        {
            tracing::info!(%error, "session.sign_out_unheard");
        }
        self.session.lock().await.access = None;
        Ok(self.keeper.delete(&self.token_name).await?)
    }

    /// Brings mutations.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn push(&self, request: &PushRequest) -> Result<PushAnswer, ReplicaError> {
        self.post("/api/push", request).await
    }

    /// Takes a page of changes.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn pull(&self, request: &PullRequest) -> Result<PullAnswer, ReplicaError> {
        self.post("/api/pull", request).await
    }

    /// The stream of pokes.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn events(&self) -> Result<BodyStream, ReplicaError> {
        self.stream("/api/events").await
    }

    /// Takes bytes as they arrive, of which there may be more than memory holds.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn download_stream(&self, what: Download) -> Result<BodyStream, ReplicaError> {
        let offset = what.offset();
        let answer = self.stream_from(&what.path(), offset).await?;
        if offset.is_some() && answer.status() == StatusCode::OK {
            // It begins anew, which whoever goes on from the middle cannot use.
            return Err(LinkError::Broken("the answer does not go on".to_owned()).into());
        }
        open_stream(answer).await
    }

    async fn stream(&self, path: &str) -> Result<BodyStream, ReplicaError> {
        open_stream(self.stream_from(path, None).await?).await
    }

    async fn stream_from(
        &self,
        path: &str,
        offset: Option<u64>,
    ) -> Result<Response<BodyStream>, ReplicaError> {
        let wanted = |token: &str| {
            let mut wanted = request(Method::GET, path, Bytes::new(), Some(token))?;
            if let Some(offset) = offset {
                let range = HeaderValue::from_str(&format!("bytes={offset}-"))
                    .map_err(|error| LinkError::BadRequest(error.to_string()))?;
                wanted.headers_mut().insert(RANGE, range);
            }
            Ok::<_, ReplicaError>(wanted)
        };
        let token = self.access_token(None).await?;
        let answer = self.link.send(wanted(&token)?).await?;
        if answer.status() != StatusCode::UNAUTHORIZED {
            return Ok(answer);
        }
        let token = self.access_token(Some(&token)).await?;
        Ok(self.link.send(wanted(&token)?).await?)
    }

    /// Asks the server to do a command, as a browser would.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn command(&self, command: &Command) -> Result<serde_json::Value, ReplicaError> {
        let whole = serde_json::to_value(command).map_err(ReplicaError::json("command"))?;
        let params = whole.get("params").unwrap_or(&serde_json::Value::Null);
        self.post(&format!("/api/command/{}", command.name().as_str()), params)
            .await
    }

    /// Brings a piece of a version's bytes; gives how far the server is.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn put_piece(
        &self,
        version: VersionId,
        offset: i64,
        piece: Bytes,
    ) -> Result<FileProgress, ReplicaError> {
        let path = format!("/api/files/{version}?offset={offset}");
        let answer = self.request(Method::PUT, &path, piece).await?;
        serde_json::from_slice(&answer).map_err(ReplicaError::json("file progress"))
    }

    /// Takes bytes.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached.
    pub async fn download(&self, what: Download) -> Result<Bytes, ReplicaError> {
        self.request(Method::GET, &what.path(), Bytes::new()).await
    }

    async fn post<Q: Serialize, A: DeserializeOwned>(&self, path: &str, body: &Q) -> Result<A, ReplicaError> {
        let body = serde_json::to_vec(body).map_err(ReplicaError::json("request"))?;
        let answer = self.request(Method::POST, path, body.into()).await?;
        serde_json::from_slice(&answer).map_err(ReplicaError::json("answer"))
    }

    async fn request(&self, method: Method, path: &str, body: Bytes) -> Result<Bytes, ReplicaError> {
        let token = self.access_token(None).await?;
        let answer = self
            .link
            .call(request(method.clone(), path, body.clone(), Some(&token))?)
            .await?;
        if answer.status() != StatusCode::UNAUTHORIZED {
            return checked(answer);
        }
        let token = self.access_token(Some(&token)).await?;
        checked(self.link.call(request(method, path, body, Some(&token))?).await?)
    }

    /// A token that opens the API; another one than `stale`. One call at a time buys a new pair, so that no refresh
    /// token is used twice.
    async fn access_token(&self, stale: Option<&str>) -> Result<Zeroizing<String>, ReplicaError> {
        let mut session = self.session.lock().await;
        if let Some(access) = session
            .access
            .as_ref()
            .filter(|access| stale != Some(access.as_str()))
        {
            return Ok(access.clone());
        }
        session.access = None;
        let kept = self.keeper.get(&self.token_name).await?.ok_or_else(signed_out)?;
        let refresh_token = String::from_utf8(kept.to_vec()).map_err(|_not_text| signed_out())?;
        let answer: SignInAnswer = open_call(
            self.link.as_ref(),
            "/api/session/refresh",
            &RefreshRequest { refresh_token },
        )
        .await?;
        let tokens = answer.tokens.ok_or_else(signed_out)?;
        self.keep_in(&mut session, tokens).await?;
        session.access.clone().ok_or_else(|| signed_out().into())
    }
}

fn signed_out() -> Problem {
    Problem::new(ProblemCode::Unauthorised, "problem-signed-out")
}

async fn open_call<Q: Serialize, A: DeserializeOwned>(
    link: &dyn ServerLink,
    path: &str,
    body: &Q,
) -> Result<A, ReplicaError> {
    let body = serde_json::to_vec(body).map_err(ReplicaError::json("request"))?;
    let answer = checked(link.call(request(Method::POST, path, body.into(), None)?).await?)?;
    serde_json::from_slice(&answer).map_err(ReplicaError::json("answer"))
}

fn request(
    method: Method,
    path: &str,
    body: Bytes,
    token: Option<&str>,
) -> Result<Request<Bytes>, ReplicaError> {
    let content = if method == Method::PUT {
        "application/octet-stream"
    } else {
        "application/json"
    };
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header(PROTOCOL_HEADER, PROTOCOL_VERSION)
        .header(CONTENT_TYPE, content);
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, format!("Bearer {token}"));
    }
    request
        .body(body)
        .map_err(|error| crate::link::LinkError::BadRequest(error.to_string()).into())
}

fn checked(answer: Response<Bytes>) -> Result<Bytes, ReplicaError> {
    let status = answer.status();
    if status.is_success() {
        return Ok(answer.into_body());
    }
    Err(problem(status, answer.body()).into())
}

async fn open_stream(answer: Response<BodyStream>) -> Result<BodyStream, ReplicaError> {
    let status = answer.status();
    let mut body = answer.into_body();
    if status.is_success() {
        return Ok(body);
    }
    let mut words = Vec::new();
    while let Some(Ok(piece)) = body.next().await {
        if words.len() + piece.len() > PROBLEM_BYTES_MAX {
            break;
        }
        words.extend_from_slice(&piece);
    }
    Err(problem(status, &words).into())
}

/// The problem that an answer carries. One that words none, as a proxy's would, is told by its status; a purge is
/// only believed in the server's own words.
fn problem(status: StatusCode, body: &[u8]) -> Problem {
    if let Ok(problem) = serde_json::from_slice::<Problem>(body) {
        return problem;
    }
    match status.as_u16() {
        401 => signed_out(),
        413 => Problem::new(ProblemCode::Limit, "problem-body-too-large"),
        426 => Problem::new(ProblemCode::TooOld, "problem-too-old"),
        429 => Problem::new(ProblemCode::Limit, "problem-too-many-tries"),
        500 => Problem::internal(),
        502..=504 => Problem::new(ProblemCode::Offline, "problem-offline"),
        _ => Problem::new(ProblemCode::Invalid, "problem-bad-request").with("status", status.as_u16()),
    }
}
