//! A person who talks to the server over its API, as an app or as a browser.

use std::sync::Arc;

use anyhow::{Context as _, Result, bail, ensure};
use bytes::Bytes;
use folio_domain::ids::{DeviceId, InvoiceId, MutationId, VersionId};
use folio_domain::mutations::{MUTATIONS_VERSION, Mutation};
use folio_protocol::commands::{FILE_PIECE_BYTES_MAX, FileProgress, MutateRequest};
use folio_protocol::queries::Query;
use folio_protocol::sessions::{
    AcceptRequest, DeviceKind, InviteRequest, LinkAnswer, RefreshRequest, SignInAnswer, SignInRequest,
    SignedIn, Tokens,
};
use folio_protocol::sync::{
    MutationResult, Outcome, PullAnswer, PullRequest, PushAnswer, PushRequest, PushedMutation,
};
use folio_protocol::{PROTOCOL_HEADER, PROTOCOL_VERSION, Problem};
use folio_replica::{LinkError, ServerLink};
use http::{Method, Request, StatusCode, header};
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

use crate::make::fresh;

/// The password of everyone in the tests.
pub const PASSWORD: &str = "kumquat-lantern-orchard";

/// What the server answered.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub body: Bytes,
}

impl Answer {
    /// The body as the value that it holds.
    ///
    /// # Errors
    /// A problem, or a body that is no such value.
    pub fn read<T: DeserializeOwned>(&self) -> Result<T> {
        if !(200..300).contains(&self.status) {
            bail!("{}: {}", self.status, String::from_utf8_lossy(&self.body));
        }
        serde_json::from_slice(&self.body).with_context(|| String::from_utf8_lossy(&self.body).into_owned())
    }

    /// The problem in it, when it is one.
    #[must_use]
    pub fn problem(&self) -> Option<Problem> {
        serde_json::from_slice(&self.body)
            .ok()
            .filter(|_| self.status >= 400)
    }
}

#[derive(Clone, Default)]
enum Credentials {
    #[default]
    None,
    App(Tokens),
    /// The cookies, as a browser sends them back.
    Browser(String),
}

/// A person with a session, or nobody.
#[derive(Clone)]
pub struct Caller {
    link: Arc<dyn ServerLink>,
    credentials: Arc<Mutex<Credentials>>,
    device_id: DeviceId,
    person: Option<SignedIn>,
}

impl Caller {
    /// Nobody.
    #[must_use]
    pub fn nobody(link: Arc<dyn ServerLink>) -> Self {
        Self {
            link,
            credentials: Arc::default(),
            device_id: DeviceId(fresh()),
            person: None,
        }
    }

    /// Signs in as an app does.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn sign_in(link: Arc<dyn ServerLink>, email: &str) -> Result<Self> {
        let request = SignInRequest {
            email: email.to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "test".to_owned(),
            device_kind: DeviceKind::Desktop,
        };
        let nobody = Self::nobody(link);
        let answer = nobody.post("/api/session/sign-in", &request).await?.read()?;
        nobody.become_app(answer)
    }

    /// Accepts an invitation as an app does.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn accept(link: Arc<dyn ServerLink>, url: &str, name: &str) -> Result<Self> {
        let request = AcceptRequest {
            token: url.rsplit('#').next().unwrap_or_default().to_owned(),
            name: name.to_owned(),
            password: PASSWORD.to_owned(),
            device_name: "test".to_owned(),
            device_kind: DeviceKind::Desktop,
        };
        let nobody = Self::nobody(link);
        let answer = nobody.post("/api/session/accept", &request).await?.read()?;
        nobody.become_app(answer)
    }

    fn become_app(self, answer: SignInAnswer) -> Result<Self> {
        let tokens = answer.tokens.context("no tokens for an app")?;
        let credentials = Arc::new(Mutex::new(Credentials::App(tokens)));
        Ok(Self {
            credentials,
            device_id: answer.device_id,
            person: Some(answer.person),
            ..self
        })
    }

    /// Signs in as a browser does: the session is in cookies.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn sign_in_browser(link: Arc<dyn ServerLink>, email: &str) -> Result<Self> {
        let params = serde_json::json!({ "server": null, "email": email, "password": PASSWORD });
        Self::open_browser(link, "sign_in", &params).await
    }

    /// Opens an invoice's link as a browser does.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn open_link(link: Arc<dyn ServerLink>, url: &str) -> Result<Self> {
        let token = url.rsplit('#').next().unwrap_or_default();
        Self::open_browser(link, "open_invoice_link", &serde_json::json!({ "token": token })).await
    }

    async fn open_browser(
        link: Arc<dyn ServerLink>,
        command: &str,
        params: &serde_json::Value,
    ) -> Result<Self> {
        let nobody = Self::nobody(link);
        let answer = nobody.post(&format!("/api/command/{command}"), params).await?;
        ensure!(
            answer.status == 200,
            "{}: {}",
            answer.status,
            String::from_utf8_lossy(&answer.body)
        );
        let cookies = answer
            .headers
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|cookie| cookie.to_str().ok());
        let cookies: Vec<&str> = cookies.filter_map(|cookie| cookie.split(';').next()).collect();
        ensure!(!cookies.is_empty(), "no cookies for a browser");
        let credentials = Arc::new(Mutex::new(Credentials::Browser(cookies.join("; "))));
        Ok(Self {
            credentials,
            ..nobody
        })
    }

    /// The person.
    ///
    /// # Errors
    /// It is nobody.
    pub fn person(&self) -> Result<&SignedIn> {
        self.person.as_ref().context("nobody is signed in")
    }

    /// The device that it is to the server.
    #[must_use]
    pub fn device_id(&self) -> DeviceId {
        self.device_id
    }

    /// Makes a call. A dead access token is renewed once.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn call(&self, method: Method, path: &str, body: Bytes) -> Result<Answer, LinkError> {
        let first = self.call_once(method.clone(), path, body.clone()).await?;
        if first.status != StatusCode::UNAUTHORIZED.as_u16() || !self.renew().await? {
            return Ok(first);
        }
        self.call_once(method, path, body).await
    }

    async fn call_once(&self, method: Method, path: &str, body: Bytes) -> Result<Answer, LinkError> {
        let request = self.request(method, path, body).await?;
        let (head, body) = self.link.call(request).await?.into_parts();
        Ok(Answer {
            status: head.status.as_u16(),
            headers: head.headers,
            body,
        })
    }

    async fn request(&self, method: Method, path: &str, body: Bytes) -> Result<Request<Bytes>, LinkError> {
        let content = if method == Method::PUT {
            "application/octet-stream"
        } else {
            "application/json"
        };
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(PROTOCOL_HEADER, PROTOCOL_VERSION)
            .header(header::CONTENT_TYPE, content);
        match &*self.credentials.lock().await {
            Credentials::None => {}
            Credentials::App(tokens) => {
                request = request.header(header::AUTHORIZATION, format!("Bearer {}", tokens.access_token));
            }
            Credentials::Browser(cookies) => {
                request = request.header(header::COOKIE, cookies).header("x-folio", "1")
            }
        }
        request
            .body(body)
            .map_err(|error| LinkError::BadRequest(error.to_string()))
    }

    /// The status that a GET of `path` begins with; what follows is not waited for.
    ///
    /// # Errors
    /// The answer did not begin.
    pub async fn head_of(&self, path: &str) -> Result<u16, LinkError> {
        Ok(self
            .link
            .send(self.request(Method::GET, path, Bytes::new()).await?)
            .await?
            .status()
            .as_u16())
    }

    async fn renew(&self) -> Result<bool, LinkError> {
        let Credentials::App(Tokens { refresh_token, .. }) = self.credentials.lock().await.clone() else {
            return Ok(false);
        };
        let nobody = Self::nobody(self.link.clone());
        let body = serde_json::to_vec(&RefreshRequest { refresh_token }).unwrap_or_default();
        let answer = nobody
            .call_once(Method::POST, "/api/session/refresh", body.into())
            .await?;
        let Some(tokens) = answer
            .read::<SignInAnswer>()
            .ok()
            .and_then(|answer| answer.tokens)
        else {
            return Ok(false);
        };
        *self.credentials.lock().await = Credentials::App(tokens);
        Ok(true)
    }

    async fn post_raw(&self, path: &str, body: &impl Serialize) -> Result<Answer, LinkError> {
        let body = serde_json::to_vec(body).map_err(|error| LinkError::BadRequest(error.to_string()))?;
        self.call(Method::POST, path, body.into()).await
    }

    /// Posts `body`.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn post(&self, path: &str, body: &impl Serialize) -> Result<Answer> {
        Ok(self.post_raw(path, body).await?)
    }

    /// Gets `path`.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn get(&self, path: &str) -> Result<Answer> {
        Ok(self.call(Method::GET, path, Bytes::new()).await?)
    }

    /// Pushes mutations; the error is whether the answer came at all.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn try_push(&self, mutations: &[PushedMutation]) -> Result<Answer, LinkError> {
        let request = PushRequest {
            device_id: self.device_id,
            mutations: mutations.to_vec(),
        };
        self.post_raw("/api/push", &request).await
    }

    /// Pushes mutations and gives their results.
    ///
    /// # Errors
    /// The server refuses the push.
    pub async fn push(&self, mutations: Vec<Mutation>) -> Result<Vec<MutationResult>> {
        let mutations: Vec<PushedMutation> = mutations.into_iter().map(pushed).collect();
        Ok(self.try_push(&mutations).await?.read::<PushAnswer>()?.results)
    }

    /// Pushes one mutation and gives what became of it.
    ///
    /// # Errors
    /// The server refuses the push.
    pub async fn outcome(&self, mutation: impl Into<Mutation>) -> Result<Outcome> {
        let results = self.push(vec![mutation.into()]).await?;
        Ok(results.into_iter().next().context("no result")?.outcome)
    }

    /// Pushes mutations; all must be applied.
    ///
    /// # Errors
    /// One is refused.
    pub async fn apply(&self, mutations: Vec<Mutation>) -> Result<()> {
        let names: Vec<&str> = mutations
            .iter()
            .map(|mutation| mutation.name().as_str())
            .collect();
        for (result, name) in self.push(mutations).await?.iter().zip(names) {
            ensure!(result.outcome == Outcome::Applied, "{name}: {:?}", result.outcome);
        }
        Ok(())
    }

    /// Makes one change as a browser does.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn mutate(&self, mutation: impl Into<Mutation>) -> Result<Answer> {
        let request = MutateRequest {
            mutation_id: MutationId(fresh()),
            mutation: mutation.into(),
            hold_ms: 0,
        };
        self.post("/api/mutate", &request).await
    }

    /// Asks a question.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn query(&self, query: &Query) -> Result<Answer> {
        self.post("/api/query", query).await
    }

    /// Asks a question and reads its answer.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn ask<A: DeserializeOwned>(&self, query: Query) -> Result<A> {
        self.query(&query).await?.read()
    }

    /// Gives a command.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn command(&self, name: &str, params: &serde_json::Value) -> Result<Answer> {
        self.post(&format!("/api/command/{name}"), params).await
    }

    /// Invites a person and gives the link.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn invite(&self, request: &InviteRequest) -> Result<String> {
        Ok(self
            .post("/api/invitations", request)
            .await?
            .read::<LinkAnswer>()?
            .url)
    }

    /// Pulls a page.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn pull(&self, cookie: Option<String>) -> Result<Answer> {
        self.post(
            "/api/pull",
            &PullRequest {
                device_id: self.device_id,
                cookie,
            },
        )
        .await
    }

    /// Pulls until nothing waits.
    ///
    /// # Errors
    /// The server refuses.
    pub async fn pull_all(&self, mut cookie: Option<String>) -> Result<Vec<PullAnswer>> {
        let mut pages = Vec::new();
        for _ in 0..1_000 {
            let page: PullAnswer = self.pull(cookie).await?.read()?;
            cookie = Some(page.cookie.clone());
            let ends = page.caught_up;
            pages.push(page);
            if ends {
                return Ok(pages);
            }
        }
        bail!("the pull never ends")
    }

    /// Brings a version's bytes.
    ///
    /// # Errors
    /// The server refuses a piece.
    pub async fn upload(&self, version: VersionId, bytes: &[u8]) -> Result<()> {
        let mut offset = 0;
        loop {
            let end = bytes.len().min(offset + FILE_PIECE_BYTES_MAX);
            let piece = Bytes::copy_from_slice(bytes.get(offset..end).context("an offset beyond the end")?);
            let path = format!("/api/files/{version}?offset={offset}");
            let progress: FileProgress = self.call(Method::PUT, &path, piece).await?.read()?;
            if progress.complete {
                return Ok(());
            }
            let next = usize::try_from(progress.offset)?;
            ensure!(next > offset, "the upload does not go on");
            offset = next;
        }
    }

    /// Takes a version's bytes.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn file(&self, version: VersionId) -> Result<Answer> {
        self.get(&format!("/api/files/{version}")).await
    }

    /// Takes an invoice's PDF.
    ///
    /// # Errors
    /// The answer did not come.
    pub async fn pdf(&self, invoice: InvoiceId) -> Result<Answer> {
        self.get(&format!("/api/invoices/{invoice}/pdf")).await
    }
}

/// `mutation` as it is pushed, with a new id.
#[must_use]
pub fn pushed(mutation: Mutation) -> PushedMutation {
    PushedMutation {
        again: false,
        mutation_id: MutationId(fresh()),
        mid: 1,
        version: MUTATIONS_VERSION,
        mutation,
    }
}
