//! Settling a database: it becomes the signed-in person's, or says whose it is.

use folio_protocol::sessions::SignInAnswer;
use folio_protocol::{Problem, ProblemCode};
use folio_store::desktop::{self, CatchUp, OutboxState};
use folio_store::{Store, StoreError, Writer};

use crate::errors::ReplicaError;
use crate::outbox::offer_again;

/// Makes the database the signed-in person's, or finds whose it is.
pub(crate) async fn settle(
    store: &Store,
    signed_in: Option<SignInAnswer>,
) -> Result<desktop::Replica, ReplicaError> {
    let mut transaction = store.begin().await?;
    let db = &mut *transaction;
    let known = desktop::replica(db).await?;
    let state = match (known, signed_in) {
        (Some(known), None) => known,
        (None, None) => return Err(Problem::new(ProblemCode::Unauthorised, "problem-signed-out").into()),
        (Some(known), Some(answer)) if known.principal_id != answer.person.principal_id => {
            return Err(Problem::not_found().into());
        }
        (known, Some(answer)) => taken_over(db, known, &answer).await?,
    };
    transaction.commit().await.map_err(StoreError::from)?;
    Ok(state)
}

async fn taken_over(
    db: &mut Writer,
    known: Option<desktop::Replica>,
    answer: &SignInAnswer,
) -> Result<desktop::Replica, ReplicaError> {
    let person = serde_json::to_string(&answer.person).map_err(ReplicaError::json("person"))?;
    let mut state = known.unwrap_or_else(|| desktop::Replica {
        org_id: answer.person.org_id,
        principal_id: answer.person.principal_id,
        device_id: answer.device_id,
        person: String::new(),
        cookie: None,
        epoch: String::new(),
        caught_up: CatchUp::First,
        next_mid: 1,
    });
    state.person = person;
    if state.device_id != answer.device_id {
        // To the server this is another device, with a queue and a cookie of its own.
        state.device_id = answer.device_id;
        state.start_snapshot();
        offer_again(db, &mut state, &[OutboxState::Acknowledged, OutboxState::Waiting]).await?;
    }
    desktop::put_replica(db, &state).await?;
    Ok(state)
}
