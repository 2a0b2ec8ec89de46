//! The rows that a decision reads, and the reads that it declares.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::{Kind, Record, Row, Write};
use crate::ids::ClientId;
use crate::refusals::Refusal;

/// A read that a mutation declares.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Read {
    /// One row.
    One(Kind, Uuid),
    /// All rows of a kind whose column (one of the kind's columns, named `…_id` or `…_key`) has this value.
    Where(Kind, &'static str, String),
    /// All rows of a kind that lie at this client; with none, the organisation's own.
    At(Kind, Option<ClientId>),
}

impl Read {
    /// The row of `R` with this id.
    pub fn one<R: Record>(id: impl Into<Uuid>) -> Self {
        Self::One(R::KIND, id.into())
    }

    /// The rows of `R` whose `column` is `value`.
    pub fn all<R: Record>(column: &'static str, value: impl ToString) -> Self {
        Self::Where(R::KIND, column, value.to_string())
    }

    /// The rows of `R` that are the organisation's own.
    #[must_use]
    pub fn own<R: Record>() -> Self {
        Self::At(R::KIND, None)
    }
}

/// Rows held in memory: what has been read, with the writes decided since laid over it.
#[derive(Clone, Debug, Default)]
pub struct Records {
    rows: BTreeMap<(Kind, Uuid), Option<Row>>,
    by_column: BTreeMap<(Kind, &'static str, String), BTreeSet<Uuid>>,
    by_client: BTreeMap<(Kind, Option<ClientId>), BTreeSet<Uuid>>,
    read: BTreeSet<Read>,
}

impl Records {
    /// Whether the answer to `read` is held.
    #[must_use]
    pub fn holds(&self, read: &Read) -> bool {
        match read {
            Read::One(kind, id) => self.rows.contains_key(&(*kind, *id)),
            Read::Where(..) | Read::At(..) => self.read.contains(read),
        }
    }

    /// The rows that answer `read`, with the writes decided since; whole only once the answer is held.
    #[must_use]
    pub fn answer(&self, read: &Read) -> Vec<Row> {
        match read {
            Read::One(kind, id) => self.row(*kind, *id).cloned().into_iter().collect(),
            Read::Where(kind, column, value) => {
                let ids = self.by_column.get(&(*kind, *column, value.clone()));
                let rows = ids.into_iter().flatten().filter_map(|id| self.row(*kind, *id));
                rows.cloned().collect()
            }
            Read::At(kind, client) => self.rows_at(*kind, *client).cloned().collect(),
        }
    }

    /// Notes that `rows` is the whole answer to `read`. A row that is held already stays as it is: what was
    /// decided since it was read counts.
    pub fn learn(&mut self, read: Read, rows: Vec<Row>) {
        if let (Read::One(kind, id), true) = (&read, rows.is_empty()) {
            self.rows.entry((*kind, *id)).or_insert(None);
        }
        for row in rows {
            if !self.rows.contains_key(&(row.kind(), row.id)) {
                self.insert(row);
            }
        }
        self.read.insert(read);
    }

    /// Lays a decided write over the rows.
    pub fn apply(&mut self, write: &Write, version: i64) {
        let (kind, id) = write.key();
        self.forget(kind, id);
        match write {
            Write::Put { id, place, body } => {
                self.insert(Row {
                    id: *id,
                    place: *place,
                    version,
                    body: body.clone(),
                });
            }
            Write::Delete { kind, id } => {
                self.rows.insert((*kind, *id), None);
            }
        }
    }

    /// The row, when there is one.
    #[must_use]
    pub fn row(&self, kind: Kind, id: impl Into<Uuid>) -> Option<&Row> {
        self.rows.get(&(kind, id.into()))?.as_ref()
    }

    /// The record with this id, when there is one.
    pub fn find<R: Record>(&self, id: impl Into<Uuid>) -> Option<&R> {
        R::from_body(&self.row(R::KIND, id)?.body)
    }

    /// The record with this id.
    ///
    /// # Errors
    /// Not found: there is none, or the actor may not see it.
    pub fn get<R: Record>(&self, id: impl Into<Uuid>) -> Result<&R, Refusal> {
        self.find(id).ok_or_else(Refusal::not_found)
    }

    /// The rows of `R` whose `column` is `value`, by id.
    pub fn all<R: Record>(&self, column: &'static str, value: impl ToString) -> Vec<(Uuid, &R)> {
        self.by_column
            .get(&(R::KIND, column, value.to_string()))
            .into_iter()
            .flatten()
            .filter_map(|id| Some((*id, self.find::<R>(*id)?)))
            .collect()
    }

    /// The rows of a kind that lie at `client`, or with none are the organisation's own, by id.
    pub fn rows_at(&self, kind: Kind, client: Option<ClientId>) -> impl Iterator<Item = &Row> {
        let ids = self.by_client.get(&(kind, client));
        ids.into_iter()
            .flatten()
            .filter_map(move |id| self.row(kind, *id))
    }

    fn insert(&mut self, row: Row) {
        let at = (row.kind(), row.place.client_id);
        self.by_client.entry(at).or_default().insert(row.id);
        for (column, value) in lookups(&row) {
            self.by_column
                .entry((row.kind(), column, value))
                .or_default()
                .insert(row.id);
        }
        self.rows.insert((row.kind(), row.id), Some(row));
    }

    fn forget(&mut self, kind: Kind, id: Uuid) {
        if let Some(Some(old)) = self.rows.remove(&(kind, id)) {
            if let Some(ids) = self.by_client.get_mut(&(kind, old.place.client_id)) {
                ids.remove(&id);
            }
            for (column, value) in lookups(&old) {
                if let Some(ids) = self.by_column.get_mut(&(kind, column, value)) {
                    ids.remove(&id);
                }
            }
        }
    }
}

fn lookups(row: &Row) -> impl Iterator<Item = (&'static str, String)> {
    let names = row.body.columns().iter();
    names
        .zip(row.body.values())
        .filter(|(name, _)| name.ends_with("_id") || name.ends_with("_key"))
        .filter_map(|(name, value)| Some((*name, value.lookup()?)))
}
