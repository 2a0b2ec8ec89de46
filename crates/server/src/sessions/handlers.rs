//! Signing in and out.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use folio_domain::ids::PrincipalId;
use folio_domain::refusals::limit_text;
use folio_protocol::commands::{Host, SessionState};
use folio_protocol::sessions::{DeviceKind, RefreshRequest, SignInAnswer, SignInRequest, SignedIn};
use folio_protocol::{Problem, ProblemCode};
use folio_store::StoreError;
use folio_store::server::tokens::{TokenKind, end_family_in};
use http::HeaderMap;

use super::tokens::{NewSession, Opened, open_session, renew};
use super::{Secret, cookies, signed_in};
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Address, Input, Session};

/// No e-mail address is longer (RFC 5321, 4.5.3.1.3, less the angle brackets).
const EMAIL_CHARS_MAX: usize = 254;

/// `POST /api/session/sign-in`
pub async fn sign_in(
    State(app): State<App>,
    address: Address,
    Input(request): Input<SignInRequest>,
) -> Result<Response, Failure> {
    let kind = request.device_kind;
    let (opened, person) = sign_in_with(&app, address, request).await?;
    Ok(answer(&app, kind, opened, person))
}

/// Signs a person in by e-mail address and password. It takes as long, and says the same, whether the address is
/// unknown or the password wrong.
///
/// # Errors
/// Wrong, or tried too often.
pub async fn sign_in_with(
    app: &App,
    address: Address,
    request: SignInRequest,
) -> Result<(Opened, SignedIn), Failure> {
    limit_text("email", &request.email, EMAIL_CHARS_MAX).map_err(|refusal| Failure(refusal.into()))?;
    app.limits
        .count(&request.email, address.0, app.source.now())
        .map_err(Failure)?;
    let principal = app.store.principal_by_email(&request.email).await?;
    let principal = principal.filter(|principal| principal.ended_at.is_none());
    let hash = principal
        .as_ref()
        .map(|principal| principal.password_hash.as_str());
    // Someone who was never given a password has an empty one, which no password matches.
    let hash = hash.filter(|hash| !hash.is_empty());
    let matches = app.passwords.matches(&request.password, hash).await?;
    let Some(principal) = principal.filter(|_| matches) else {
        return Err(Failure::new(ProblemCode::Unauthorised, "problem-wrong-sign-in"));
    };
    app.limits.forgive(&request.email);
    let new = NewSession {
        org_id: principal.org_id,
        principal_id: principal.principal_id,
        device_name: request.device_name,
        device_kind: request.device_kind,
    };
    let opened = open_session(app, new).await?;
    let access = app
        .store
        .access_of(principal.org_id, principal.principal_id, principal.role)
        .await?;
    Ok((opened, signed_in(app, &principal, access).await?))
}

/// `POST /api/session/refresh`: a desktop brings its token in the body; a browser's came in its cookie, and the gate
/// has renewed it already when that was due.
pub async fn refresh(
    State(app): State<App>,
    session: Option<Session>,
    Input(request): Input<RefreshRequest>,
) -> Result<Response, Failure> {
    if let Some(session) = session.filter(|_| request.refresh_token.is_empty()) {
        let answer = SignInAnswer {
            tokens: None,
            device_id: session.device_id,
            person: session.person,
        };
        return Ok(Json(answer).into_response());
    }
    let secret = Secret::brought(&request.refresh_token);
    let old = app
        .store
        .token(&secret.hash())
        .await?
        .ok_or_else(Failure::signed_out)?;
    let tokens = renew(&app, &secret).await?;
    let principal = app
        .store
        .principal(old.principal_id)
        .await?
        .ok_or_else(Failure::signed_out)?;
    let access = app
        .store
        .access_of(principal.org_id, principal.principal_id, principal.role)
        .await?;
    let person = signed_in(&app, &principal, access).await?;
    let opened = Opened {
        device_id: old.device_id,
        tokens,
    };
    Ok(answer(&app, DeviceKind::Desktop, opened, person))
}

/// `POST /api/session/sign-out`: ends the sign-in with all its tokens.
pub async fn sign_out(State(app): State<App>, session: Session) -> Result<Response, Failure> {
    let ending = app.clone();
    app.unstoppable(async move {
        let mut transaction = ending.store.begin().await?;
        end_family_in(&mut transaction, &session.family, ending.source.now()).await?;
        transaction.commit().await.map_err(StoreError::from)
    })
    .await?;
    let mut response = Json(folio_protocol::commands::Done {}).into_response();
    cookies::clear(response.headers_mut(), &app.config);
    Ok(response)
}

/// `GET /api/session`: who is signed in here, if anyone.
pub async fn session(State(app): State<App>, session: Option<Session>) -> Json<SessionState> {
    Json(session_state(&app, session))
}

/// Who is signed in, as a browser's screens ask it.
#[must_use]
pub fn session_state(app: &App, session: Option<Session>) -> SessionState {
    SessionState {
        host: Host::Browser,
        account: None,
        locked: false,
        copying: false,
        here: false,
        server: app.config.base_url.to_string(),
        by_link: session.as_ref().and_then(|session| session.by_link),
        person: session.map(|session| session.person),
        problem: None,
    }
}

/// The answer to a sign-in: a desktop gets its tokens in it, a browser in cookies.
#[must_use]
pub fn answer(app: &App, kind: DeviceKind, opened: Opened, person: SignedIn) -> Response {
    let Opened { device_id, tokens } = opened;
    match kind {
        DeviceKind::Desktop => Json(SignInAnswer {
            tokens: Some(tokens),
            device_id,
            person,
        })
        .into_response(),
        DeviceKind::Browser => {
            let mut response = Json(SignInAnswer {
                tokens: None,
                device_id,
                person,
            })
            .into_response();
            cookies::set(response.headers_mut(), &app.config, &tokens);
            response
        }
    }
}

impl App {
    /// Signs a person in without a password: for the app's own process, which holds the database's key.
    ///
    /// # Errors
    /// There is no such person, or the membership has ended.
    pub async fn sign_in_here(
        &self,
        principal_id: PrincipalId,
        device_name: &str,
    ) -> Result<SignInAnswer, ServerError> {
        let principal = self.store.principal(principal_id).await?;
        let principal = principal.filter(|principal| principal.ended_at.is_none());
        let principal = principal.ok_or_else(Problem::not_found)?;
        let new = NewSession {
            org_id: principal.org_id,
            principal_id,
            device_name: device_name.to_owned(),
            device_kind: DeviceKind::Desktop,
        };
        let Opened { device_id, tokens } = open_session(self, new).await?;
        let access = self
            .store
            .access_of(principal.org_id, principal_id, principal.role)
            .await?;
        let person = signed_in(self, &principal, access).await?;
        Ok(SignInAnswer {
            tokens: Some(tokens),
            device_id,
            person,
        })
    }
}

/// Tells a caller whose token no longer opens to purge, when its access was taken away; else that nobody is signed in.
///
/// # Errors
/// Always: one of the two.
pub async fn refuse_dead_token(app: &App, headers: &HeaderMap) -> Failure {
    let super::Credentials::Bearer(secret) = super::Credentials::of(headers) else {
        return Failure::signed_out();
    };
    let token = match app.store.token(&secret.hash()).await {
        Ok(token) => token,
        Err(error) => return error.into(),
    };
    match token.filter(|token| token.kind == TokenKind::Access && token.link_invoice_id.is_none()) {
        None => Failure::signed_out(),
        Some(token) => match super::devices::living_device(app, &token).await {
            Ok(_device) => Failure::signed_out(),
            Err(purge) => purge.into(),
        },
    }
}
