//! Changes that a browser's person can take back for a moment: "issue and send" waits here, in the database, so that
//! closing the browser neither loses it nor spends a number early.

use std::collections::BTreeMap;

use folio_domain::Refusal;
use folio_domain::ids::MutationId;
use folio_domain::mutations::{MUTATIONS_VERSION, Mutation, mutation_roles};
use folio_domain::refusals::Reason;
use folio_protocol::commands::{Done, PendingChange, PendingState, SyncView};
use folio_protocol::sessions::SignedIn;
use folio_protocol::sync::{Outcome as Taken, PushedMutation, SyncStatus};
use folio_protocol::{Problem, ProblemCode};
use folio_store::server::jobs::{Job, NewJob, enqueue_in};
use folio_store::server::upkeep::{close_in, waiting_jobs};
use folio_store::{StoreError, Submission, submit_in};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::submit::submit_one;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::jobs::{JobKind, Outcome};

const HELD: &str = JobKind::HeldChange.as_str();
/// What the job of a change says that was taken back.
const UNDONE: &str = "undone";
/// The longest that a change is held.
const HOLD_MAX: SignedDuration = SignedDuration::from_secs(60);

#[derive(Serialize, Deserialize)]
struct Held {
    mutation_id: MutationId,
    mutation: Mutation,
    person: SignedIn,
    device_id: folio_domain::ids::DeviceId,
    made_at: Timestamp,
    until: Timestamp,
}

/// Holds a change for `hold_ms`; then it is made. Only what issues or sends is held, and only for one who may.
///
/// # Errors
/// A change that is not held, or that the person's role does not allow; or the database breaks.
pub async fn hold(
    app: &App,
    session: &Session,
    mutation_id: MutationId,
    mutation: Mutation,
    hold_ms: u32,
) -> Result<(), ServerError> {
    if !matches!(mutation, Mutation::IssueInvoice(_) | Mutation::SendInvoice(_)) {
        return Err(Problem::new(ProblemCode::Invalid, "problem-bad-request").into());
    }
    if !mutation_roles(mutation.name()).contains(&session.actor.access.role) {
        return Err(Refusal::new(Reason::Forbidden).into());
    }
    let made_at = app.source.now();
    let length = SignedDuration::from_millis(i64::from(hold_ms)).min(HOLD_MAX);
    let until = made_at.saturating_add(length).unwrap_or(Timestamp::MAX);
    let (person, device_id) = (session.person.clone(), session.device_id);
    let held = Held {
        mutation_id,
        mutation,
        person,
        device_id,
        made_at,
        until,
    };
    let job = NewJob {
        org_id: session.org_id,
        kind: HELD.to_owned(),
        unique_key: mutation_id.to_string(),
        payload: serde_json::to_string(&held)?,
    };
    let work = app.clone();
    app.unstoppable(async move {
        let mut transaction = work.store.begin().await?;
        enqueue_in(&mut transaction, &job, until).await?;
        transaction.commit().await.map_err(StoreError::from)
    })
    .await?;
    app.bell.notify_one();
    Ok(())
}

/// Takes a held change back. Its id is spent with that: whoever sends the change once more is refused.
///
/// # Errors
/// Not found: it has been made, or is another person's.
pub async fn undo(app: &App, session: &Session, mutation_id: MutationId) -> Result<Done, Failure> {
    let too_late = || Failure::new(ProblemCode::NotFound, "refused-not-found");
    let own = held_by(app, session).await?;
    let held = own.into_iter().find(|held| held.mutation_id == mutation_id);
    let submission = refused(session, held.ok_or_else(too_late)?);
    let (work, org_id) = (app.clone(), session.org_id);
    let (job, now) = ((HELD, mutation_id.to_string()), app.source.now());
    let undone = app
        .unstoppable(async move {
            let mut transaction = work.store.begin().await?;
            let job = (job.0, job.1.as_str());
            let undone = close_in(&mut transaction, org_id, job, UNDONE, now).await?
                && submit_in(&mut transaction, org_id, &submission, now)
                    .await?
                    .results
                    .iter()
                    .all(|result| result.outcome != Taken::Applied);
            if undone {
                transaction.commit().await.map_err(StoreError::from)?;
            }
            Ok::<_, StoreError>(undone)
        })
        .await?;
    if undone { Ok(Done {}) } else { Err(too_late()) }
}

/// The held change, refused before it is decided: what is stored under its id.
fn refused(session: &Session, held: Held) -> Submission {
    let refusal = Refusal::new(Reason::Undone);
    Submission {
        device_id: held.device_id,
        actor: session.actor.clone(),
        mutations: vec![PushedMutation {
            again: false,
            mutation_id: held.mutation_id,
            mid: 0,
            version: MUTATIONS_VERSION,
            mutation: held.mutation,
        }],
        refused: BTreeMap::from([(held.mutation_id, refusal)]),
    }
}

/// A browser is always up to date; what it still waits for are the changes of its person that are held.
///
/// # Errors
/// The database breaks.
pub async fn state(app: &App, session: &Session) -> Result<SyncView, Failure> {
    let change = |held: Held| PendingChange {
        mutation_id: held.mutation_id,
        mutation: held.mutation,
        state: PendingState::Held { until: held.until },
        made_at: held.made_at,
    };
    Ok(SyncView {
        status: SyncStatus::UpToDate,
        pending: held_by(app, session).await?.into_iter().map(change).collect(),
    })
}

async fn held_by(app: &App, session: &Session) -> Result<Vec<Held>, ServerError> {
    let mut own = Vec::new();
    for payload in waiting_jobs(&app.store, session.org_id, HELD).await? {
        let held: Held = serde_json::from_str(&payload)?;
        if held.person.principal_id == session.actor.principal_id {
            own.push(held);
        }
    }
    Ok(own)
}

/// Makes a held change, with the person's access as it is now. What the engine refuses is stored as its result.
///
/// # Errors
/// It may succeed later.
pub(crate) async fn release(app: &App, job: &Job) -> Result<Outcome, ServerError> {
    let held: Held = serde_json::from_str(&job.payload)?;
    let principal = app.store.principal(held.person.principal_id).await?;
    let Some(principal) = principal.filter(|principal| principal.ended_at.is_none()) else {
        return Ok(Outcome::Done);
    };
    let access = app
        .store
        .access_of(principal.org_id, principal.principal_id, principal.role)
        .await?;
    let actor = folio_domain::mutations::Actor {
        principal_id: principal.principal_id,
        name: principal.name,
        access,
    };
    let session = Session {
        org_id: job.org_id,
        actor,
        device_id: held.device_id,
        family: String::new(),
        client_id: principal.client_id,
        contact_id: principal.contact_id,
        by_link: None,
        person: held.person,
    };
    match submit_one(app, &session, held.mutation_id, held.mutation).await {
        Ok(()) => Ok(Outcome::Done),
        Err(ServerError::Problem(problem)) => {
            tracing::info!(problem.key = %problem.message_key, "held_change.refused");
            Ok(Outcome::Done)
        }
        Err(error) => Err(error),
    }
}
