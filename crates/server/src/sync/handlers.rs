//! Queries, mutations, push and pull.

use axum::Json;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use folio_domain::mutations::Mutation;
use folio_protocol::commands::{MutateAnswer, MutateRequest};
use folio_protocol::queries::Query;
use folio_protocol::sync::{
    PULL_ROWS_MAX, PUSH_MUTATIONS_MAX, PullAnswer, PullRequest, PushAnswer, PushRequest,
};
use folio_protocol::{Problem, ProblemCode};
use folio_store::queries::{AnswerError, answer};
use http::HeaderMap;

use super::cookies;
use super::held::hold;
use super::submit::{submit, submit_one};
use crate::app::App;
use crate::errors::Failure;
use crate::http::{Input, Session};
use crate::sessions::refuse_dead_token;

/// `POST /api/query`
pub async fn query(
    State(app): State<App>,
    session: Session,
    Input(query): Input<Query>,
) -> Result<Json<serde_json::Value>, Failure> {
    let answer = answer(&app.store, &session.scope(), app.source.now(), &query).await;
    match answer {
        Ok(answer) => Ok(Json(answer)),
        Err(AnswerError::Refused(refusal)) => Err(Failure(refusal.into())),
        Err(AnswerError::Store(error)) => Err(error.into()),
    }
}

/// `POST /api/mutate`: one change of a browser's, confirmed in the answer.
pub async fn mutate(
    State(app): State<App>,
    session: Session,
    Input(request): Input<MutateRequest>,
) -> Result<Json<MutateAnswer>, Failure> {
    if let Some(invoice_id) = session.by_link {
        // An invoice's link is for looking at it, and for nothing else.
        match &request.mutation {
            Mutation::ViewInvoice(view) if view.invoice_id == invoice_id => {}
            _ => return Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden")),
        }
    }
    let (mutation_id, hold_ms) = (request.mutation_id, request.hold_ms);
    if hold_ms > 0 {
        hold(&app, &session, mutation_id, request.mutation, hold_ms).await?;
        return Ok(Json(MutateAnswer {
            mutation_id,
            confirmed: false,
        }));
    }
    submit_one(&app, &session, mutation_id, request.mutation).await?;
    Ok(Json(MutateAnswer {
        mutation_id,
        confirmed: true,
    }))
}

/// `POST /api/push`
pub async fn push(
    State(app): State<App>,
    session: Session,
    Input(request): Input<PushRequest>,
) -> Result<Json<PushAnswer>, Failure> {
    if request.device_id != session.device_id {
        return Err(Failure::new(ProblemCode::Invalid, "problem-bad-request"));
    }
    if request.mutations.len() > PUSH_MUTATIONS_MAX {
        let problem = Problem::new(ProblemCode::Limit, "refused-too-many").with("max", PUSH_MUTATIONS_MAX);
        return Err(Failure(problem));
    }
    let results = submit(&app, &session, request.mutations).await?;
    Ok(Json(PushAnswer { results }))
}

/// `POST /api/pull`. The gate lets anyone through to here, for this is where a device whose access was taken away is
/// told to purge.
pub async fn pull(
    State(app): State<App>,
    headers: HeaderMap,
    session: Option<Session>,
    Input(request): Input<PullRequest>,
) -> Result<Response, Failure> {
    let Some(session) = session else {
        return Err(refuse_dead_token(&app, &headers).await);
    };
    if session.by_link.is_some() {
        return Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden"));
    }
    let (key, org_id, device_id) = (&app.keys.cookies, session.org_id, session.device_id);
    if request.device_id != device_id {
        return Err(Failure::new(ProblemCode::Invalid, "problem-bad-request"));
    }
    let cookie = request
        .cookie
        .as_deref()
        .map(|cookie| cookies::open(key, org_id, device_id, cookie))
        .transpose()?;
    let page = app
        .store
        .pull(&session.scope(), device_id, cookie, PULL_ROWS_MAX)
        .await?;
    let answer = PullAnswer {
        epoch: page.cookie.epoch.clone(),
        cookie: cookies::seal(key, &app.source, org_id, device_id, &page.cookie)?,
        access: page.access,
        rows: page.rows,
        gone: page.gone,
        results: page.results,
        more: page.more,
        caught_up: page.caught_up,
    };
    Ok(Json(answer).into_response())
}
