//! Changes that a browser's person can take back for a moment: "issue and send" waits here, in the database, so that
//! closing the browser neither loses it nor spends a number early.

use folio_domain::ids::MutationId;
use folio_domain::mutations::Mutation;
use folio_protocol::ProblemCode;
use folio_protocol::commands::{Done, PendingChange, PendingState, SyncView};
use folio_protocol::sessions::SignedIn;
use folio_protocol::sync::SyncStatus;
use folio_store::StoreError;
use folio_store::server::jobs::{Job, NewJob, enqueue_in};
use folio_store::server::upkeep::{cancel_in, waiting_jobs};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::submit::submit_one;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::jobs::{JobKind, Outcome};

const HELD: &str = JobKind::HeldChange.as_str();
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

/// Holds a change for `hold_ms`; then it is made.
///
/// # Errors
/// The database breaks.
pub async fn hold(
    app: &App,
    session: &Session,
    mutation_id: MutationId,
    mutation: Mutation,
    hold_ms: u32,
) -> Result<(), ServerError> {
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

/// Takes a held change back.
///
/// # Errors
/// Not found: it has been made, or is another person's.
pub async fn undo(app: &App, session: &Session, mutation_id: MutationId) -> Result<Done, Failure> {
    let own = held_by(app, session)
        .await?
        .into_iter()
        .any(|held| held.mutation_id == mutation_id);
    let (work, org_id) = (app.clone(), session.org_id);
    let cancelled = app
        .unstoppable(async move {
            let mut transaction = work.store.begin().await?;
            let cancelled =
                own && cancel_in(&mut transaction, org_id, HELD, &mutation_id.to_string()).await?;
            transaction.commit().await.map_err(StoreError::from)?;
            Ok::<_, StoreError>(cancelled)
        })
        .await?;
    if cancelled {
        Ok(Done {})
    } else {
        Err(Failure::new(ProblemCode::NotFound, "refused-not-found"))
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
