//! How every query reads: within the organisation, and only what the scope shows.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::{ClientId, PrincipalId};
use folio_domain::organisations::Organisation;
use folio_domain::permissions::Role;
use folio_domain::records::{Kind, Place, Record, Side};
use folio_domain::refusals::Refusal;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use sqlx::Row as _;
use sqlx::any::AnyRow;
use uuid::Uuid;

use super::AnswerError;
use super::statement::{Statement, Value};
use crate::rows::parse_id;
use crate::{Scope, Store, StoreError};

/// How many values stand in one `IN (…)`.
const CHUNK: usize = 500;

/// The columns that [`Reader::load`] takes a record from.
const RECORD: &str = "r.id, r.client_id, r.side, r.body";

/// Reads for one asker at one moment.
pub struct Reader<'a> {
    store: &'a Store,
    scope: &'a Scope,
    now: Timestamp,
}

/// A record with its envelope.
#[derive(Clone, Debug)]
pub(super) struct Found<R> {
    pub(super) id: Uuid,
    pub(super) place: Place,
    pub(super) record: R,
}

/// The names of clients.
pub(super) struct Names(BTreeMap<ClientId, String>);

impl Names {
    /// The client's name; empty for none, or for one that the asker may not see.
    pub(super) fn of(&self, client: Option<ClientId>) -> String {
        client
            .and_then(|client| self.0.get(&client))
            .cloned()
            .unwrap_or_default()
    }
}

impl<'a> Reader<'a> {
    pub(super) fn new(store: &'a Store, scope: &'a Scope, now: Timestamp) -> Self {
        Self { store, scope, now }
    }

    /// The moment.
    pub(super) fn now(&self) -> Timestamp {
        self.now
    }

    /// The asker.
    pub(super) fn asker(&self) -> PrincipalId {
        self.scope.actor.principal_id
    }

    /// The organisation's id.
    pub(super) fn org_id(&self) -> folio_domain::ids::OrgId {
        self.scope.org_id
    }

    /// Whether the asker is a client's contact.
    pub(super) fn is_client(&self) -> bool {
        self.scope.actor.access.role == Role::Client
    }

    /// Whether the asker may see the business's own rows of `kind`.
    pub(super) fn shows(&self, kind: Kind) -> bool {
        self.scope.actor.access.shows(kind, Place::INTERNAL)
    }

    /// For what sums up a client's payments: who came by the link of one invoice sees a part of them, and sums of a
    /// part would be wrong.
    ///
    /// # Errors
    /// Not found, for them.
    pub(super) fn must_see_whole_clients(&self) -> Result<(), Refusal> {
        match self.scope.narrowed() {
            Some(_invoice) => Err(Refusal::not_found()),
            None => Ok(()),
        }
    }

    /// The client that a list is about: the one asked for, or the asker's own. It spares the database a search
    /// among others' rows; what may be seen is decided by [`Reader::visible`].
    pub(super) fn client(&self, asked: Option<ClientId>) -> Option<ClientId> {
        asked.or_else(|| self.scope.actor.access.own_client())
    }

    /// Whether the asker may see any record of `kind` at all.
    pub(super) fn may_see(&self, kind: Kind) -> bool {
        let access = &self.scope.actor.access;
        access.role == Role::System || access.grants.iter().any(|grant| grant.kinds.has(kind))
    }

    /// The SQL condition for the rows of `kind` in `alias` that the asker may see.
    pub(super) fn visible(&self, kind: Kind, alias: &str) -> String {
        self.scope.visible(kind, alias)
    }

    /// `SELECT columns FROM the table of kind AS r` and what `joins` says, of the organisation's rows that the asker
    /// may see. Conditions can be added with ` AND …`; `$1` is the organisation.
    pub(super) fn select(&self, kind: Kind, columns: &str, joins: &str) -> Statement {
        let (table, visible) = (kind.table(), self.visible(kind, "r"));
        let text = format!("SELECT {columns} FROM {table} AS r{joins} WHERE r.org_id = $1 AND {visible}");
        Statement::new(text, self.scope.org_id.0)
    }

    /// A join for [`Reader::select`] of the visible rows of `kind`, called `alias`, for which `on` holds.
    pub(super) fn join(&self, how: &str, kind: Kind, alias: &str, on: &str) -> String {
        let (table, visible) = (kind.table(), self.visible(kind, alias));
        format!(" {how} {table} AS {alias} ON {alias}.org_id = r.org_id AND {on} AND {visible}")
    }

    /// As [`Reader::select`], of whole records of `R`, for [`Reader::load`].
    pub(super) fn records<R: Record>(&self) -> Statement {
        self.select(R::KIND, RECORD, "")
    }

    /// The rows of `statement`.
    pub(super) async fn rows(&self, statement: Statement) -> Result<Vec<AnyRow>, AnswerError> {
        Ok(statement.rows(self.store.reader()).await?)
    }

    /// The number in the first column of the only row of `statement`.
    pub(super) async fn number(&self, statement: Statement) -> Result<u32, AnswerError> {
        let rows = self.rows(statement).await?;
        let number: i64 = rows.first().map_or(Ok(0), |row| row.try_get(0))?;
        Ok(u32::try_from(number).unwrap_or(u32::MAX))
    }

    /// The records of `statement`.
    pub(super) async fn load<R: Record>(&self, statement: Statement) -> Result<Vec<Found<R>>, AnswerError> {
        self.rows(statement).await?.iter().map(found).collect()
    }

    /// The record with this id, when the asker may see it.
    pub(super) async fn find<R: Record>(&self, id: impl Into<Uuid>) -> Result<Option<Found<R>>, AnswerError> {
        let statement = self.records::<R>().push(" AND r.id = ").bind(id.into());
        Ok(self.load(statement).await?.pop())
    }

    /// The record with this id.
    ///
    /// # Errors
    /// Not found: there is none, or the asker may not see it.
    pub(super) async fn get<R: Record>(&self, id: impl Into<Uuid>) -> Result<Found<R>, AnswerError> {
        self.find(id).await?.ok_or_else(|| Refusal::not_found().into())
    }

    /// The records with these ids, as far as the asker may see them.
    pub(super) async fn by_ids<R: Record>(
        &self,
        ids: Vec<Uuid>,
    ) -> Result<BTreeMap<Uuid, Found<R>>, AnswerError> {
        let found = self.by_column::<R>("r.id", ids).await?;
        Ok(found.into_iter().map(|found| (found.id, found)).collect())
    }

    /// The records of which `column` has one of `values`, by id.
    pub(super) async fn by_column<R: Record>(
        &self,
        column: &str,
        values: Vec<Uuid>,
    ) -> Result<Vec<Found<R>>, AnswerError> {
        let mut records = Vec::new();
        for row in self
            .chunked(values, |part| self.records::<R>().among(column, part))
            .await?
        {
            records.push(found(&row)?);
        }
        records.sort_by_key(|found| found.id);
        Ok(records)
    }

    /// The rows of the statement that `make` makes of `values`, some at a time, each value once.
    pub(super) async fn chunked(
        &self,
        values: Vec<Uuid>,
        make: impl Fn(Vec<Value>) -> Statement,
    ) -> Result<Vec<AnyRow>, AnswerError> {
        let values: Vec<Uuid> = values.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        let mut rows = Vec::new();
        for part in values.chunks(CHUNK) {
            rows.extend(
                self.rows(make(part.iter().copied().map(Value::from).collect()))
                    .await?,
            );
        }
        Ok(rows)
    }

    /// The text of `column` of the rows of `kind` with these ids, by id.
    pub(super) async fn texts(
        &self,
        kind: Kind,
        column: &str,
        ids: Vec<Uuid>,
    ) -> Result<BTreeMap<Uuid, String>, AnswerError> {
        let columns = format!("r.id, r.{column}");
        let rows = self
            .chunked(ids, |part| self.select(kind, &columns, "").among("r.id", part))
            .await?;
        rows.iter()
            .map(|row| {
                Ok((
                    id_at(row, 0)?,
                    row.try_get::<Option<String>, _>(1)?.unwrap_or_default(),
                ))
            })
            .collect()
    }

    /// Which of these invoices are credit notes.
    pub(super) async fn credit_notes(
        &self,
        invoices: impl IntoIterator<Item = Uuid>,
    ) -> Result<BTreeSet<Uuid>, AnswerError> {
        let invoices: BTreeSet<Uuid> = invoices.into_iter().collect();
        let credited = self.texts(Kind::Invoice, "credits_id", invoices.into_iter().collect());
        let notes = credited
            .await?
            .into_iter()
            .filter(|(_, credited)| !credited.is_empty());
        Ok(notes.map(|(id, _)| id).collect())
    }

    /// The names of these clients.
    pub(super) async fn names(&self, clients: Vec<Option<ClientId>>) -> Result<Names, AnswerError> {
        let ids = clients.into_iter().flatten().map(|client| client.0).collect();
        let texts = self.texts(Kind::Client, "name", ids).await?;
        Ok(Names(
            texts.into_iter().map(|(id, name)| (ClientId(id), name)).collect(),
        ))
    }

    /// The organisation's particulars.
    ///
    /// # Errors
    /// Not found, while the organisation is being set up.
    pub(super) async fn organisation(&self) -> Result<Organisation, AnswerError> {
        Ok(self.get::<Organisation>(self.scope.org_id).await?.record)
    }

    /// The day it is in the organisation's time zone; in UTC while there is no organisation.
    pub(super) async fn today(&self) -> Result<Date, AnswerError> {
        let organisation = self.find::<Organisation>(self.scope.org_id).await?;
        Ok(organisation.map_or_else(
            || self.day_in("UTC"),
            |found| self.day_in(&found.record.time_zone),
        ))
    }

    /// The day it is in this time zone; in UTC for an unknown one, which no organisation has.
    pub(super) fn day_in(&self, time_zone: &str) -> Date {
        let zone = TimeZone::get(time_zone).unwrap_or(TimeZone::UTC);
        self.now.to_zoned(zone).date()
    }
}

/// The id in column `index`.
pub(super) fn id_at(row: &AnyRow, index: usize) -> Result<Uuid, AnswerError> {
    Ok(parse_id(row.try_get(index)?)?)
}

/// The id in column `index`, when there is one.
pub(super) fn some_id_at(row: &AnyRow, index: usize) -> Result<Option<Uuid>, AnswerError> {
    let text: Option<&str> = row.try_get(index)?;
    Ok(text.map(parse_id).transpose()?)
}

/// The record in the columns of [`Reader::records`].
pub(super) fn found<R: Record>(row: &AnyRow) -> Result<Found<R>, AnswerError> {
    let id = id_at(row, 0)?;
    let client_id = some_id_at(row, 1)?.map(ClientId);
    let side: &str = row.try_get(2)?;
    let side = Side::parse(side).ok_or_else(|| StoreError::corrupt(id, format!("side {side:?}")))?;
    Ok(Found {
        id,
        place: Place { client_id, side },
        record: parsed(id, row.try_get(3)?)?,
    })
}

/// What the JSON of a row with this id holds.
pub(super) fn parsed<T: serde::de::DeserializeOwned>(id: Uuid, body: &str) -> Result<T, AnswerError> {
    serde_json::from_str(body).map_err(|error| StoreError::corrupt(id, error).into())
}
