//! The rows that decisions read: loaded in bulk for a whole group of submissions, and shown to each as far as its
//! actor may see them.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::OrgId;
use folio_domain::mutations::{Context, Mutation, Seat, decide};
use folio_domain::records::{Kind, Read, Records, Row, Write};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows;
use crate::scope::Scope;

/// How often reads may depend on what was read before.
const ROUNDS_MAX: usize = 8;

/// The rows of a group in memory, whoever may see them: as they lie in the database, with the writes decided since
/// laid over them.
pub(super) struct Shelf {
    org: OrgId,
    records: Records,
}

impl Shelf {
    pub(super) fn new(org: OrgId) -> Self {
        Self {
            org,
            records: Records::default(),
        }
    }

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    /// Loads the answers to those of `reads` that are not held yet.
    pub(super) async fn load(
        &mut self,
        db: &mut Writer,
        reads: impl IntoIterator<Item = Read>,
    ) -> Result<(), StoreError> {
        let missing: Vec<Read> = reads
            .into_iter()
            .filter(|read| !self.records.holds(read))
            .collect();
        for (read, rows) in load_reads(db, self.org, missing).await? {
            self.records.learn(read, rows);
        }
        Ok(())
    }

    /// Loads what `parts` read and write, as far as it can be known before any of them is decided in earnest: each
    /// is decided for trial, on rows that are then forgotten.
    pub(super) async fn preload(
        &mut self,
        db: &mut Writer,
        parts: &[(&Scope, Vec<(Context, &Mutation)>)],
    ) -> Result<(), StoreError> {
        for _ in 0..ROUNDS_MAX {
            let mut wanted = BTreeSet::new();
            for (scope, mutations) in parts {
                let mut set = WorkingSet::new(scope);
                for (ctx, mutation) in mutations {
                    wanted.extend(set.try_out(self, ctx, mutation));
                }
            }
            if wanted.is_empty() {
                break;
            }
            self.load(db, wanted).await?;
        }
        Ok(())
    }
}

/// The rows that one submission of a group works on: those that its actor may see.
pub(super) struct WorkingSet<'a> {
    scope: &'a Scope,
    records: Records,
    hidden: BTreeSet<(Kind, Uuid)>,
}

impl<'a> WorkingSet<'a> {
    pub(super) fn new(scope: &'a Scope) -> Self {
        Self {
            scope,
            records: Records::default(),
            hidden: BTreeSet::new(),
        }
    }

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    /// Whether the row is there, but not for the actor's eyes.
    pub(super) fn hides(&self, key: (Kind, Uuid)) -> bool {
        self.hidden.contains(&key)
    }

    /// Lays a decided write over these rows and the group's.
    pub(super) fn apply(&mut self, shelf: &mut Shelf, write: &Write, seq: i64) {
        self.records.apply(write, seq);
        shelf.records.apply(write, seq);
    }

    /// Loads what `mutation` reads and is not held yet.
    pub(super) async fn load_for(
        &mut self,
        db: &mut Writer,
        shelf: &mut Shelf,
        ctx: &Context,
        mutation: &Mutation,
    ) -> Result<(), StoreError> {
        for _ in 0..ROUNDS_MAX {
            let missing = mutation.missing_reads(ctx, &self.records);
            if missing.is_empty() {
                break;
            }
            self.load(db, shelf, missing).await?;
        }
        Ok(())
    }

    /// Loads the rows that `writes` touch, to know where they lie and whether they are another's.
    pub(super) async fn load_targets(
        &mut self,
        db: &mut Writer,
        shelf: &mut Shelf,
        writes: &[Write],
    ) -> Result<(), StoreError> {
        let missing = self.targets(writes);
        self.load(db, shelf, missing).await
    }

    pub(super) async fn load(
        &mut self,
        db: &mut Writer,
        shelf: &mut Shelf,
        reads: Vec<Read>,
    ) -> Result<(), StoreError> {
        shelf.load(db, reads.iter().cloned()).await?;
        for read in reads {
            self.take(shelf, read);
        }
        Ok(())
    }

    /// Takes the answer to `read` from the group's rows, as far as the actor may see it.
    fn take(&mut self, shelf: &Shelf, read: Read) {
        let rows = shelf.records.answer(&read);
        let (shown, hidden): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| self.scope.shows(row));
        self.hidden.extend(hidden.iter().map(|row| (row.kind(), row.id)));
        self.records.learn(read, shown);
    }

    fn targets(&self, writes: &[Write]) -> Vec<Read> {
        let reads = writes.iter().map(|write| {
            let (kind, id) = write.key();
            Read::One(kind, id)
        });
        reads.filter(|read| !self.records.holds(read)).collect()
    }

    /// Decides `mutation` for trial over what the group holds, and gives the reads that it still lacks.
    fn try_out(&mut self, shelf: &Shelf, ctx: &Context, mutation: &Mutation) -> Vec<Read> {
        for _ in 0..ROUNDS_MAX {
            let missing = mutation.missing_reads(ctx, &self.records);
            let lacking = lacking(shelf, &missing);
            if !lacking.is_empty() {
                return lacking;
            }
            if missing.is_empty() {
                break;
            }
            for read in missing {
                self.take(shelf, read);
            }
        }
        // A refusal may fall otherwise in earnest; then what it reads is loaded for itself.
        let Ok(decision) = decide(Seat::Server, ctx, mutation, &self.records) else {
            return Vec::new();
        };
        let lacking = lacking(shelf, &self.targets(&decision.writes));
        for write in &decision.writes {
            self.records.apply(write, 0);
        }
        lacking
    }
}

fn lacking(shelf: &Shelf, reads: &[Read]) -> Vec<Read> {
    reads
        .iter()
        .filter(|read| !shelf.records.holds(read))
        .cloned()
        .collect()
}

/// The rows that answer `reads`, whoever may see them; each read once.
///
/// # Errors
/// When the database breaks or a row does not fit.
pub async fn load_reads(
    db: &mut Writer,
    org: OrgId,
    reads: Vec<Read>,
) -> Result<Vec<(Read, Vec<Row>)>, StoreError> {
    let mut ids: BTreeMap<Kind, Vec<Uuid>> = BTreeMap::new();
    let mut values: BTreeMap<(Kind, &'static str), Vec<String>> = BTreeMap::new();
    let mut clients: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    let mut answers: BTreeMap<Read, Vec<Row>> = BTreeMap::new();
    for read in reads {
        match &read {
            Read::One(kind, id) => ids.entry(*kind).or_default().push(*id),
            Read::Where(kind, column, value) => {
                values.entry((*kind, column)).or_default().push(value.clone())
            }
            Read::At(kind, Some(client)) => clients.entry(*kind).or_default().push(client.to_string()),
            Read::At(..) => {}
        }
        answers.insert(read, Vec::new());
    }
    for (read, rows) in &mut answers {
        if let Read::At(kind, None) = read {
            *rows = rows::own(db, org, *kind).await?;
        }
    }
    for (kind, clients) in clients {
        for (_, row) in rows::by_column(db, org, kind, "client_id", &clients).await? {
            let read = Read::At(kind, row.place.client_id);
            answers.entry(read).or_default().push(row);
        }
    }
    for (kind, ids) in ids {
        for row in rows::by_ids(db, org, kind, &ids).await? {
            answers.entry(Read::One(kind, row.id)).or_default().push(row);
        }
    }
    for ((kind, column), values) in values {
        for (value, row) in rows::by_column(db, org, kind, column, &values).await? {
            answers
                .entry(Read::Where(kind, column, value))
                .or_default()
                .push(row);
        }
    }
    Ok(answers.into_iter().collect())
}
