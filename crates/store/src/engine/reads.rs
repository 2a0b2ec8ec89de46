//! The rows that decisions read, loaded in bulk and filtered by what the actor may see.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::OrgId;
use folio_domain::mutations::{Context, Mutation};
use folio_domain::records::{Kind, Read, Records, Row, Write};
use uuid::Uuid;

use crate::database::Writer;
use crate::error::StoreError;
use crate::rows;
use crate::scope::Scope;

/// How often reads may depend on what was read before.
const ROUNDS_MAX: usize = 8;

/// The rows in memory that a submission works on.
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

    pub(super) fn apply(&mut self, write: &Write, seq: i64) {
        self.records.apply(write, seq);
    }

    /// Loads what all of `mutations` read, as far as it is known before any of them is decided.
    pub(super) async fn preload<'m>(
        &mut self,
        db: &mut Writer,
        mutations: impl Iterator<Item = (Context, &'m Mutation)>,
    ) -> Result<(), StoreError> {
        let mutations: Vec<(Context, &Mutation)> = mutations.collect();
        for _ in 0..ROUNDS_MAX {
            let missing: BTreeSet<Read> = mutations
                .iter()
                .flat_map(|(ctx, mutation)| mutation.missing_reads(ctx, &self.records))
                .collect();
            if missing.is_empty() {
                break;
            }
            self.load(db, missing.into_iter().collect()).await?;
        }
        Ok(())
    }

    /// Loads what `mutation` reads and is not held yet.
    pub(super) async fn load_for(
        &mut self,
        db: &mut Writer,
        ctx: &Context,
        mutation: &Mutation,
    ) -> Result<(), StoreError> {
        for _ in 0..ROUNDS_MAX {
            let missing = mutation.missing_reads(ctx, &self.records);
            if missing.is_empty() {
                break;
            }
            self.load(db, missing).await?;
        }
        Ok(())
    }

    /// Loads the rows that `writes` touch, to know where they lie and whether they are another's.
    pub(super) async fn load_targets(&mut self, db: &mut Writer, writes: &[Write]) -> Result<(), StoreError> {
        let reads = writes.iter().map(|write| {
            let (kind, id) = write.key();
            Read::One(kind, id)
        });
        let missing: Vec<Read> = reads.filter(|read| !self.records.holds(read)).collect();
        self.load(db, missing).await
    }

    pub(super) async fn load(&mut self, db: &mut Writer, reads: Vec<Read>) -> Result<(), StoreError> {
        for (read, rows) in load_reads(db, self.scope.org_id, reads).await? {
            let (shown, hidden): (Vec<Row>, Vec<Row>) =
                rows.into_iter().partition(|row| self.scope.shows(row));
            self.hidden.extend(hidden.iter().map(|row| (row.kind(), row.id)));
            self.records.learn(read, shown);
        }
        Ok(())
    }
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
    let mut answers: BTreeMap<Read, Vec<Row>> = BTreeMap::new();
    for read in reads {
        match &read {
            Read::One(kind, id) => ids.entry(*kind).or_default().push(*id),
            Read::Where(kind, column, value) => {
                values.entry((*kind, column)).or_default().push(value.clone())
            }
        }
        answers.insert(read, Vec::new());
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
