//! Deciding on the local copy: what one change does at once, and what all waiting ones do again over rows that have
//! come from the server.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::Refusal;
use folio_domain::mutations::{Context, Mutation, Seat, decide, keep_written_once};
use folio_domain::organisations::{self, Organisation};
use folio_domain::records::{Kind, Read, Records, Row, Write};
use folio_store::desktop::{self, OutboxEntry, OutboxState};
use folio_store::{Saved, Scope, StoreError, Writer, day_in, load_reads, save_rows};
use jiff::Timestamp;
use uuid::Uuid;

use crate::errors::ReplicaError;

/// How often reads may depend on what was read before.
const ROUNDS_MAX: usize = 8;

type Key = (Kind, Uuid);

/// The rows in memory that decisions work on, and what they were before.
pub(crate) struct Workspace<'a> {
    scope: &'a Scope,
    records: Records,
    /// Touched rows as they were before the first decision.
    before: BTreeMap<Key, Option<Row>>,
}

impl<'a> Workspace<'a> {
    pub(crate) fn new(scope: &'a Scope) -> Self {
        Self {
            scope,
            records: Records::default(),
            before: BTreeMap::new(),
        }
    }

    async fn load(&mut self, db: &mut Writer, reads: Vec<Read>) -> Result<(), StoreError> {
        for (read, rows) in load_reads(db, self.scope.org_id, reads).await? {
            let shown = rows.into_iter().filter(|row| self.scope.shows(row)).collect();
            self.records.learn(read, shown);
        }
        Ok(())
    }

    async fn context(&mut self, db: &mut Writer, entry: &OutboxEntry) -> Result<Context, ReplicaError> {
        let org_id = self.scope.org_id;
        let own = organisations::read(org_id);
        if !self.records.holds(&own) {
            self.load(db, vec![own]).await?;
        }
        let organisation = self.records.find::<Organisation>(org_id);
        let zone = organisation.map_or("UTC", |organisation| organisation.time_zone.as_str());
        let now = Timestamp::from_millisecond(entry.made_at)
            .map_err(|error| StoreError::corrupt("outbox", error))?;
        let today = day_in(zone, now);
        Ok(Context {
            org_id,
            actor: self.scope.actor.clone(),
            mutation_id: entry.mutation_id,
            now,
            today,
        })
    }

    /// Decides `mutation`, made as `entry` says, and lays what it does over the rows. The inner result is the
    /// rulebook's; a refusal changes nothing.
    pub(crate) async fn decide(
        &mut self,
        db: &mut Writer,
        entry: &OutboxEntry,
        mutation: &Mutation,
    ) -> Result<Result<(), Refusal>, ReplicaError> {
        if let Err(refusal) = mutation.check_texts() {
            return Ok(Err(refusal));
        }
        let ctx = self.context(db, entry).await?;
        for _ in 0..ROUNDS_MAX {
            let missing = mutation.missing_reads(&ctx, &self.records);
            if missing.is_empty() {
                break;
            }
            self.load(db, missing).await?;
        }
        let decision = match decide(Seat::Desktop, &ctx, mutation, &self.records) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(refusal)),
        };
        self.load_targets(db, &decision.writes).await?;
        if let Err(refusal) = keep_written_once(mutation.name(), &decision.writes, &self.records) {
            return Ok(Err(refusal));
        }
        for write in &decision.writes {
            let (kind, id) = write.key();
            let before = self.records.row(kind, id).cloned();
            self.before.entry((kind, id)).or_insert(before);
            self.records.apply(write, 0);
        }
        Ok(Ok(()))
    }

    async fn load_targets(&mut self, db: &mut Writer, writes: &[Write]) -> Result<(), StoreError> {
        let reads = writes.iter().map(|write| {
            let (kind, id) = write.key();
            Read::One(kind, id)
        });
        let missing: Vec<Read> = reads.filter(|read| !self.records.holds(read)).collect();
        self.load(db, missing).await
    }

    /// Writes the rows, keeping the server's version of each that was not touched before. Gives the kinds.
    pub(crate) async fn save(self, db: &mut Writer) -> Result<BTreeSet<Kind>, StoreError> {
        for ((kind, id), before) in &self.before {
            desktop::keep_base(db, *kind, *id, before.as_ref()).await?;
        }
        let changes: Vec<Saved> = self
            .before
            .keys()
            .map(|key| (*key, self.records.row(key.0, key.1).cloned()))
            .collect();
        save_rows(db, self.scope.org_id, &changes).await?;
        Ok(self.before.into_keys().map(|(kind, _)| kind).collect())
    }
}

/// Brings the rows back to the server's versions, with `news` from the server laid over them. Gives the kinds.
pub(crate) async fn restore(
    db: &mut Writer,
    scope: &Scope,
    news: Vec<Saved>,
) -> Result<BTreeSet<Kind>, ReplicaError> {
    let mut changes: BTreeMap<Key, Option<Row>> = BTreeMap::new();
    for (kind, id, base) in desktop::base_rows(db).await? {
        changes.insert((kind, id), base);
    }
    changes.extend(news);
    let changes: Vec<Saved> = changes.into_iter().collect();
    save_rows(db, scope.org_id, &changes).await?;
    desktop::clear_base(db).await?;
    Ok(changes.into_iter().map(|((kind, _), _)| kind).collect())
}

/// Lays everything that is on its way over the server's rows once more. What is refused now stays in the outbox,
/// for the server's word counts, but is not shown. Gives the kinds.
pub(crate) async fn replay(db: &mut Writer, scope: &Scope) -> Result<BTreeSet<Kind>, ReplicaError> {
    let entries = desktop::entries(db, &[OutboxState::Waiting, OutboxState::Acknowledged]).await?;
    let mut workspace = Workspace::new(scope);
    for entry in &entries {
        let mutation = mutation_of(entry)?;
        if let Err(refusal) = workspace.decide(db, entry, &mutation).await? {
            tracing::debug!(mutation.id = %entry.mutation_id, key = refusal.message_key, "replay.not_shown");
        }
    }
    Ok(workspace.save(db).await?)
}

/// [`restore`] and [`replay`] without news: after a change has left the outbox.
pub(crate) async fn rebase(db: &mut Writer, scope: &Scope) -> Result<BTreeSet<Kind>, ReplicaError> {
    let mut kinds = restore(db, scope, Vec::new()).await?;
    kinds.extend(replay(db, scope).await?);
    Ok(kinds)
}

/// The mutation of an entry.
pub(crate) fn mutation_of(entry: &OutboxEntry) -> Result<Mutation, ReplicaError> {
    serde_json::from_str(&entry.mutation).map_err(ReplicaError::json("outbox"))
}
