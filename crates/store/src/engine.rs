//! The server's engine: takes mutations, decides them in order inside one transaction, and writes rows, change
//! feed, results, trail and jobs together, or nothing.

mod commit;
mod grouping;
mod looks;
mod reads;

pub use reads::load_reads;

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::{DeviceId, MutationId, OrgId};
use folio_domain::mutations::{Context, Effect, Mutation, Seat, decide};
use folio_domain::organisations::Organisation;
use folio_domain::records::{Kind, Write};
use folio_domain::trail::{Activity, TrailHead, sha256_hex};
use folio_domain::{Refusal, organisations};
use folio_protocol::sync::{MutationResult, Outcome, PushedMutation};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use sqlx::Row as _;
use uuid::Uuid;

use crate::database::{Store, Writer};
use crate::error::StoreError;
use crate::scope::{Scope, system_actor};
use crate::submissions::{Submission, Submitted};
use commit::Ledger;
use reads::WorkingSet;

/// The organisation's counters, as its row gives them when a transaction begins.
struct OrgState {
    first_seq: i64,
    trail: TrailHead,
}

impl Store {
    /// Takes mutations of the server itself: what its jobs find out. Ids are derived from the mutations, so that
    /// a job that is run twice finds its own result.
    ///
    /// # Errors
    /// As [`Store::submit`].
    pub async fn submit_as_system(
        &self,
        org: OrgId,
        mutations: Vec<Mutation>,
        now: Timestamp,
    ) -> Result<Submitted, StoreError> {
        let mut transaction = self.begin().await?;
        let submitted = submit_as_system_in(&mut transaction, org, mutations, now).await?;
        transaction.commit().await?;
        Ok(submitted)
    }
}

/// [`Store::submit_as_system`] inside a transaction that the caller began and will commit.
///
/// # Errors
/// As [`Store::submit`].
pub async fn submit_as_system_in(
    db: &mut Writer,
    org: OrgId,
    mutations: Vec<Mutation>,
    now: Timestamp,
) -> Result<Submitted, StoreError> {
    let mutations = mutations.into_iter().enumerate().map(|(nth, mutation)| {
        let args = serde_json::to_vec(&mutation).map_err(|error| StoreError::corrupt("mutation", error))?;
        Ok(PushedMutation {
            again: false,
            mutation_id: MutationId(Uuid::new_v5(&org.0, &args)),
            mid: i64::try_from(nth).unwrap_or(i64::MAX),
            version: folio_domain::mutations::MUTATIONS_VERSION,
            mutation,
        })
    });
    let mutations = mutations.collect::<Result<Vec<_>, StoreError>>()?;
    let refused = BTreeMap::new();
    let submission = Submission {
        device_id: DeviceId(Uuid::nil()),
        actor: system_actor(),
        mutations,
        refused,
    };
    submit_in(db, org, &submission, now).await
}

/// [`Store::submit`] inside a transaction that the caller began and will commit.
///
/// # Errors
/// As [`Store::submit`].
pub async fn submit_in(
    db: &mut Writer,
    org: OrgId,
    submission: &Submission,
    now: Timestamp,
) -> Result<Submitted, StoreError> {
    let count = i64::try_from(submission.mutations.len()).unwrap_or(i64::MAX);
    let state = advance(db, org, count).await?;
    let known = commit::stored_results(db, org, &submission.mutations).await?;
    let scope = Scope::new(org, submission.actor.clone());
    let mut set = WorkingSet::new(&scope);
    let today = today(db, &mut set, org, now).await?;
    let context = |mutation_id| Context {
        org_id: org,
        actor: scope.actor.clone(),
        mutation_id,
        now,
        today,
    };

    set.preload(
        db,
        submission
            .mutations
            .iter()
            .map(|pushed| (context(pushed.mutation_id), &pushed.mutation)),
    )
    .await?;
    let mut ledger = Ledger::new(org, submission.device_id, state);
    let mut answers: BTreeMap<MutationId, (String, MutationResult)> = known;
    let mut results = Vec::with_capacity(submission.mutations.len());
    for pushed in &submission.mutations {
        let args = args_json(&pushed.mutation)?;
        let args_sha256 = sha256_hex(args.as_bytes());
        if let Some((stored_args, result)) = answers.get(&pushed.mutation_id) {
            results.push(replayed(stored_args, &args_sha256, result));
            continue;
        }
        let ctx = context(pushed.mutation_id);
        let decided = match submission.refused.get(&pushed.mutation_id) {
            Some(refusal) => Err(refusal.clone()),
            None => decide_one(db, &mut set, &mut ledger, &ctx, pushed, &args_sha256).await?,
        };
        let outcome = match decided {
            Ok(()) => Outcome::Applied,
            Err(refusal) => Outcome::Refused(refusal),
        };
        let result = MutationResult {
            mutation_id: pushed.mutation_id,
            outcome,
        };
        ledger.result(pushed, &args_sha256, &result)?;
        answers.insert(pushed.mutation_id, (args_sha256, result.clone()));
        results.push(result);
    }
    let (places, jobs) = ledger.write(db, &set, now).await?;
    let kinds: BTreeSet<Kind> = places.iter().map(|(kind, _)| *kind).collect();
    Ok(Submitted {
        results,
        kinds: kinds.into_iter().collect(),
        places,
        jobs,
    })
}

/// Decides one mutation and lays what it does over the working set. The inner result is the domain's.
async fn decide_one(
    db: &mut Writer,
    set: &mut WorkingSet<'_>,
    ledger: &mut Ledger,
    ctx: &Context,
    pushed: &PushedMutation,
    args_sha256: &str,
) -> Result<Result<(), Refusal>, StoreError> {
    let mutation = &pushed.mutation;
    set.load_for(db, ctx, mutation).await?;
    let decision = match decide(Seat::Server, ctx, mutation, set.records()) {
        Ok(decision) => decision,
        Err(refusal) => return Ok(Err(refusal)),
    };
    set.load_targets(db, &decision.writes).await?;
    if decision
        .writes
        .iter()
        .any(|write| matches!(write, Write::Put { .. }) && set.hides(write.key()))
    {
        // The id is another's, whom the actor may not see.
        return Ok(Err(Refusal::not_found()));
    }
    let seq = ledger.next_seq();
    for write in &decision.writes {
        ledger.touch(set.records(), write, seq);
        set.apply(write, seq);
    }
    if let Some(note) = &decision.note
        && !looks::is_noted(db, ledger, ctx, mutation.name(), note).await?
    {
        let activity = Activity::new(ctx, mutation.name().as_str(), note, args_sha256, commit::salt()?);
        ledger.note(ctx, activity, note, seq);
    }
    let is_wanted = |effect: &Effect| !(pushed.again && matches!(effect, Effect::MailInvoice { .. }));
    for effect in decision.effects.into_iter().filter(is_wanted) {
        ledger.effect(ctx.mutation_id, effect)?;
    }
    Ok(Ok(()))
}

fn replayed(stored_args: &str, args_sha256: &str, result: &MutationResult) -> MutationResult {
    if stored_args == args_sha256 {
        return result.clone();
    }
    let refusal = Refusal {
        code: folio_domain::Code::Changed,
        message_key: "problem-mutation-reused".to_owned(),
        params: BTreeMap::new(),
    };
    MutationResult {
        mutation_id: result.mutation_id,
        outcome: Outcome::Refused(refusal),
    }
}

fn args_json(mutation: &Mutation) -> Result<String, StoreError> {
    serde_json::to_string(mutation).map_err(|error| StoreError::corrupt("mutation", error))
}

/// Updates the organisation's row first, so that no other transaction writes to it until this one ends.
async fn advance(db: &mut Writer, org: OrgId, count: i64) -> Result<OrgState, StoreError> {
    let row = sqlx::query(
        "UPDATE org SET seq = seq + $2 WHERE org_id = $1 RETURNING seq, trail_position, trail_hash",
    )
    .bind(org.to_string())
    .bind(count)
    .fetch_optional(db)
    .await?
    .ok_or(StoreError::UnknownOrganisation)?;
    let trail = TrailHead {
        position: row.try_get(1)?,
        hash: row.try_get(2)?,
    };
    Ok(OrgState {
        first_seq: row.try_get::<i64, _>(0)? - count + 1,
        trail,
    })
}

/// The day it is in the organisation's time zone.
async fn today(
    db: &mut Writer,
    set: &mut WorkingSet<'_>,
    org: OrgId,
    now: Timestamp,
) -> Result<jiff::civil::Date, StoreError> {
    set.load(db, vec![organisations::read(org)]).await?;
    let zone = set
        .records()
        .find::<Organisation>(org)
        .map(|organisation| organisation.time_zone.clone());
    Ok(day_in(zone.as_deref().unwrap_or("UTC"), now))
}

/// The day it is at `now` in the time zone called `name`; in UTC when there is no such zone.
#[must_use]
pub fn day_in(name: &str, now: Timestamp) -> jiff::civil::Date {
    now.to_zoned(TimeZone::get(name).unwrap_or(TimeZone::UTC)).date()
}
