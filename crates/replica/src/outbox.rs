//! Changing the copy: a change is decided here at once and waits in the outbox for the server.

use folio_domain::ids::MutationId;
use folio_domain::mutations::MUTATIONS_VERSION;
use folio_domain::refusals::{Reason, Refusal};
use folio_protocol::commands::{MutateAnswer, MutateRequest, PendingChange, PendingState};
use folio_protocol::sync::{MutationResult, Outcome, PUSH_BYTES_MAX};
use folio_protocol::{Problem, ProblemCode};
use folio_store::desktop::{self, OutboxEntry, OutboxState};
use folio_store::{StoreError, Writer};
use jiff::Timestamp;

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::replay::{Workspace, mutation_of, rebase};

/// The most changes that may wait for the server.
const WAITING_MAX: i64 = 10_000;

/// The most bytes of one change: it must fit into a push with what surrounds it.
const MUTATION_BYTES_MAX: usize = PUSH_BYTES_MAX - 4 * 1024;

/// The longest that a change may be held.
const HOLD_MS_MAX: u32 = 60_000;

impl Core {
    pub(crate) async fn mutate(&self, request: &MutateRequest) -> Result<MutateAnswer, ReplicaError> {
        let mutation = serde_json::to_string(&request.mutation).map_err(ReplicaError::json("mutation"))?;
        if mutation.len() > MUTATION_BYTES_MAX {
            return Err(Problem::new(ProblemCode::Limit, "problem-body-too-large").into());
        }
        let mut transaction = self.store.begin().await?;
        // Inside of the transaction: a change comes before what a purge seals, or is not made.
        self.require_open()?;
        let db = &mut *transaction;
        if let Some(known) = desktop::entry(db, request.mutation_id).await? {
            return known_answer(&known, &mutation);
        }
        let (waiting, _) = desktop::waiting_and_refused(db).await?;
        if waiting >= WAITING_MAX {
            return Err(Problem::from(Refusal::new(Reason::TooMany).with("max", WAITING_MAX)).into());
        }
        let mut state = desktop::replica(db).await?.ok_or_else(Problem::internal)?;
        let now = self.clock.now().as_millisecond();
        let hold = i64::from(request.hold_ms.min(HOLD_MS_MAX));
        let entry = OutboxEntry {
            mid: state.next_mid,
            mutation_id: request.mutation_id,
            args_version: MUTATIONS_VERSION,
            mutation,
            made_at: now,
            held_until: if hold == 0 { 0 } else { now + hold },
            state: OutboxState::Waiting,
            result: None,
            acknowledged_at: None,
        };
        let scope = self.scope();
        let mut workspace = Workspace::new(&scope);
        workspace
            .decide(db, &entry, &request.mutation)
            .await?
            .map_err(Problem::from)?;
        let kinds = workspace.save(db).await?;
        desktop::insert_entry(db, &entry).await?;
        state.next_mid += 1;
        desktop::put_replica(db, &state).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        self.tell(kinds, Vec::new());
        Ok(MutateAnswer {
            mutation_id: request.mutation_id,
            confirmed: false,
        })
    }

    pub(crate) async fn undo(&self, id: MutationId) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin().await?;
        let db = &mut *transaction;
        let entry = desktop::entry(db, id).await?.ok_or_else(Problem::not_found)?;
        if entry.state != OutboxState::Waiting || !is_held(&entry, self.clock.now().as_millisecond()) {
            return Err(Problem::new(ProblemCode::Changed, "problem-too-late-to-undo").into());
        }
        desktop::delete_entry(db, id).await?;
        let kinds = rebase(db, &self.scope()).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        self.tell(kinds, Vec::new());
        Ok(())
    }

    pub(crate) async fn dismiss(&self, id: MutationId) -> Result<(), ReplicaError> {
        let mut transaction = self.store.begin().await?;
        let db = &mut *transaction;
        let entry = desktop::entry(db, id)
            .await?
            .filter(|entry| entry.state == OutboxState::Refused);
        entry.ok_or_else(Problem::not_found)?;
        desktop::delete_entry(db, id).await?;
        transaction.commit().await.map_err(StoreError::from)?;
        Ok(())
    }

    pub(crate) async fn pending(&self) -> Result<Vec<PendingChange>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let entries =
            desktop::entries(&mut transaction, &[OutboxState::Waiting, OutboxState::Refused]).await?;
        drop(transaction);
        let now = self.clock.now().as_millisecond();
        entries.iter().map(|entry| pending_change(entry, now)).collect()
    }

    /// Notes the server's results. Gives whether one of them was a refusal, so that its rows must go.
    pub(crate) async fn note_results(
        &self,
        db: &mut Writer,
        results: &[MutationResult],
        applied: OutboxState,
    ) -> Result<bool, ReplicaError> {
        let now = self.clock.now().as_millisecond();
        let mut any_refused = false;
        for result in results {
            let id = result.mutation_id;
            let Some(entry) = desktop::entry(db, id).await? else {
                continue;
            };
            let is_open = matches!(entry.state, OutboxState::Waiting | OutboxState::Acknowledged);
            if !is_open {
                continue;
            }
            let state = match &result.outcome {
                Outcome::Applied => applied,
                Outcome::Refused(_) => OutboxState::Refused,
            };
            any_refused |= state == OutboxState::Refused;
            let json = serde_json::to_string(result).map_err(ReplicaError::json("result"))?;
            desktop::set_state(db, id, state, Some(&json), Some(now)).await?;
        }
        Ok(any_refused)
    }
}

/// Whether a change may still be undone. One that would be held for longer than any hold was made while the clock was
/// wrong: nothing waits for that.
pub(crate) fn is_held(entry: &OutboxEntry, now: i64) -> bool {
    (1..=i64::from(HOLD_MS_MAX)).contains(&entry.held_until.saturating_sub(now))
}

/// Gives every change that stands so a new place in the queue, in the order they had; they wait once more.
pub(crate) async fn offer_again(
    db: &mut Writer,
    state: &mut desktop::Replica,
    states: &[OutboxState],
) -> Result<(), ReplicaError> {
    for entry in desktop::entries(db, states).await? {
        desktop::renumber(db, entry.mutation_id, state.next_mid).await?;
        state.next_mid += 1;
    }
    Ok(())
}

/// The answer to a change that was made before under the same id.
fn known_answer(known: &OutboxEntry, mutation: &str) -> Result<MutateAnswer, ReplicaError> {
    if known.mutation != mutation {
        return Err(Problem::new(ProblemCode::Changed, "problem-mutation-reused").into());
    }
    match known.state {
        OutboxState::Refused => Err(refusal_of(known)?.into()),
        state => {
            let confirmed = matches!(state, OutboxState::Acknowledged | OutboxState::Kept);
            Ok(MutateAnswer {
                mutation_id: known.mutation_id,
                confirmed,
            })
        }
    }
}

fn refusal_of(entry: &OutboxEntry) -> Result<Problem, ReplicaError> {
    let json = entry.result.as_deref().unwrap_or("null");
    let result: MutationResult = serde_json::from_str(json).map_err(ReplicaError::json("result"))?;
    match result.outcome {
        Outcome::Refused(refusal) => Ok(refusal.into()),
        Outcome::Applied => Ok(Problem::internal()),
    }
}

fn pending_change(entry: &OutboxEntry, now: i64) -> Result<PendingChange, ReplicaError> {
    let instant =
        |millis| Timestamp::from_millisecond(millis).map_err(|error| StoreError::corrupt("outbox", error));
    let state = match entry.state {
        OutboxState::Refused => PendingState::Refused {
            problem: refusal_of(entry)?,
        },
        _ if is_held(entry, now) => PendingState::Held {
            until: instant(entry.held_until)?,
        },
        _ => PendingState::Waiting,
    };
    Ok(PendingChange {
        mutation_id: entry.mutation_id,
        mutation: mutation_of(entry)?,
        state,
        made_at: instant(entry.made_at)?,
    })
}
