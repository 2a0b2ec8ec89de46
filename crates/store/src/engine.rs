//! The server's engine: takes mutations, decides them in order inside one transaction, and writes rows, change
//! feed, results, trail and jobs together, or nothing.

mod commit;
mod doors;
mod grouping;
mod looks;
mod reads;

pub use reads::load_reads;

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::{DeviceId, MutationId, OrgId};
use folio_domain::mutations::{Context, Effect, Mutation, Seat, decide, keep_written_once};
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
use reads::{Shelf, WorkingSet};

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
    /// As [`Store::submit`], and the first refusal; then nothing of it is written.
    pub async fn submit_as_system(
        &self,
        org: OrgId,
        mutations: Vec<Mutation>,
        now: Timestamp,
    ) -> Result<Submitted, StoreError> {
        let mut transaction = self.begin().await?;
        let submitted = submit_as_system_in(&mut transaction, org, mutations, now).await?;
        for result in &submitted.results {
            if let Outcome::Refused(refusal) = &result.outcome {
                return Err(refusal.clone().into());
            }
        }
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
    let submitted = submit_group_in(db, org, &[(submission, now)]).await?;
    // One was given, and each gets its answer.
    Ok(submitted.into_iter().next().unwrap_or_default())
}

/// Takes submissions one after another inside a transaction; what they read and leave behind is read and written for
/// all of them together. Gives one answer for each.
async fn submit_group_in(
    db: &mut Writer,
    org: OrgId,
    group: &[(&Submission, Timestamp)],
) -> Result<Vec<Submitted>, StoreError> {
    let pushed = || group.iter().flat_map(|(submission, _)| &submission.mutations);
    let count = i64::try_from(pushed().count()).unwrap_or(i64::MAX);
    let state = advance(db, org, count).await?;
    let mut answers = commit::stored_results(db, org, pushed()).await?;
    let mut shelf = Shelf::new(org);
    let zone = time_zone(db, &mut shelf, org).await?;
    let parts: Vec<Part<'_>> = group
        .iter()
        .map(|(submission, now)| Part::new(org, submission, *now, &zone))
        .collect();
    let trials: Vec<_> = parts.iter().map(Part::mutations).collect();
    shelf.preload(db, &trials).await?;

    let mut ledger = Ledger::new(org, state);
    let mut submitted = Vec::with_capacity(parts.len());
    for part in &parts {
        let results = submit_part(db, part, &mut shelf, &mut ledger, &mut answers).await?;
        let (places, jobs) = ledger.end_part();
        let kinds: BTreeSet<Kind> = places.iter().map(|(kind, _)| *kind).collect();
        submitted.push(Submitted {
            results,
            kinds: kinds.into_iter().collect(),
            places,
            jobs,
        });
    }
    // Each has its own moment; the jobs of all are due by the last.
    if let Some(now) = group.iter().map(|(_, now)| *now).max() {
        ledger.write(db, shelf.records(), now).await?;
    }
    Ok(submitted)
}

/// One submission of a group, with whose eyes it reads and what day it is to it.
struct Part<'a> {
    submission: &'a Submission,
    refused: BTreeMap<MutationId, Refusal>,
    scope: Scope,
    now: Timestamp,
    today: jiff::civil::Date,
}

impl<'a> Part<'a> {
    fn new(org: OrgId, submission: &'a Submission, now: Timestamp, zone: &str) -> Self {
        Self {
            submission,
            refused: hindered(submission),
            scope: Scope::new(org, submission.actor.clone()),
            now,
            today: day_in(zone, now),
        }
    }

    fn context(&self, mutation_id: MutationId) -> Context {
        Context {
            org_id: self.scope.org_id,
            actor: self.scope.actor.clone(),
            mutation_id,
            now: self.now,
            today: self.today,
        }
    }

    fn mutations(&self) -> (&Scope, Vec<(Context, &Mutation)>) {
        let mutations = self.submission.mutations.iter();
        let open = mutations.filter(|pushed| !self.refused.contains_key(&pushed.mutation_id));
        let with_context = open.map(|pushed| (self.context(pushed.mutation_id), &pushed.mutation));
        (&self.scope, with_context.collect())
    }
}

/// Takes one submission of a group: a result for each of its mutations.
async fn submit_part(
    db: &mut Writer,
    part: &Part<'_>,
    shelf: &mut Shelf,
    ledger: &mut Ledger,
    answers: &mut BTreeMap<MutationId, (String, MutationResult)>,
) -> Result<Vec<MutationResult>, StoreError> {
    let submission = part.submission;
    let mut set = WorkingSet::new(&part.scope);
    let mut results = Vec::with_capacity(submission.mutations.len());
    for pushed in &submission.mutations {
        let args = args_json(&pushed.mutation)?;
        let args_sha256 = sha256_hex(args.as_bytes());
        if let Some((stored_args, result)) = answers.get(&pushed.mutation_id) {
            results.push(replayed(stored_args, &args_sha256, result));
            continue;
        }
        let ctx = part.context(pushed.mutation_id);
        let decided = match part.refused.get(&pushed.mutation_id) {
            Some(refusal) => Err(refusal.clone()),
            None => decide_one(db, &mut set, shelf, ledger, &ctx, pushed, &args_sha256).await?,
        };
        let outcome = match decided {
            Ok(()) => Outcome::Applied,
            Err(refusal) => Outcome::Refused(refusal),
        };
        let result = MutationResult {
            mutation_id: pushed.mutation_id,
            outcome,
        };
        ledger.result(submission.device_id, pushed, &args_sha256, &result)?;
        answers.insert(pushed.mutation_id, (args_sha256, result.clone()));
        results.push(result);
    }
    Ok(results)
}

/// The mutations that are refused before their records are even read, with the reasons.
fn hindered(submission: &Submission) -> BTreeMap<MutationId, Refusal> {
    let texts = submission.mutations.iter().filter_map(|pushed| {
        let refusal = pushed.mutation.check_texts().err()?;
        Some((pushed.mutation_id, refusal))
    });
    texts.chain(submission.refused.clone()).collect()
}

/// Decides one mutation and lays what it does over the working set. The inner result is the domain's.
async fn decide_one(
    db: &mut Writer,
    set: &mut WorkingSet<'_>,
    shelf: &mut Shelf,
    ledger: &mut Ledger,
    ctx: &Context,
    pushed: &PushedMutation,
    args_sha256: &str,
) -> Result<Result<(), Refusal>, StoreError> {
    let mutation = &pushed.mutation;
    set.load_for(db, shelf, ctx, mutation).await?;
    let decision = match decide(Seat::Server, ctx, mutation, set.records()) {
        Ok(decision) => decision,
        Err(refusal) => return Ok(Err(refusal)),
    };
    set.load_targets(db, shelf, &decision.writes).await?;
    if decision
        .writes
        .iter()
        .any(|write| matches!(write, Write::Put { .. }) && set.hides(write.key()))
    {
        // The id is another's, whom the actor may not see.
        return Ok(Err(Refusal::not_found()));
    }
    if let Err(refusal) = keep_written_once(mutation.name(), &decision.writes, set.records()) {
        return Ok(Err(refusal));
    }
    if let Some(refusal) = doors::hindrance(db, ctx, mutation, set.records()).await? {
        return Ok(Err(refusal));
    }
    let seq = ledger.next_seq();
    for write in &decision.writes {
        ledger.touch(set.records(), write, seq);
        set.apply(shelf, write, seq);
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

/// The name of the organisation's time zone.
async fn time_zone(db: &mut Writer, shelf: &mut Shelf, org: OrgId) -> Result<String, StoreError> {
    shelf.load(db, [organisations::read(org)]).await?;
    let organisation = shelf.records().find::<Organisation>(org);
    Ok(organisation.map_or_else(|| "UTC".to_owned(), |organisation| organisation.time_zone.clone()))
}

/// The day it is at `now` in the time zone called `name`; in UTC when there is no such zone.
#[must_use]
pub fn day_in(name: &str, now: Timestamp) -> jiff::civil::Date {
    now.to_zoned(TimeZone::get(name).unwrap_or(TimeZone::UTC)).date()
}
