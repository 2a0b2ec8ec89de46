//! The answers to the questions that screens ask: the same code in a desktop's window, behind the HTTP API, on
//! SQLite and on PostgreSQL. One module for each noun.

mod activity;
mod balances;
mod clients;
mod conflicts;
mod cursor;
mod documents;
mod drafts;
mod home;
mod imports;
mod invoice;
mod invoices;
mod months;
mod numbers;
mod open_items;
mod payments;
mod reader;
mod receipts;
mod search;
mod settings;
mod statement;
mod statements;
mod stationery;
mod suggestions;
#[cfg(test)]
mod tests;
mod threads;
mod today;
mod words;

use std::future::Future;

use folio_domain::refusals::{Reason, Refusal};
use folio_protocol::Problem;
use folio_protocol::queries::*;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::Value;

use self::reader::Reader;
use crate::{Scope, Store, StoreError};

/// Why a query has no answer.
#[derive(Debug, thiserror::Error)]
pub enum AnswerError {
    /// The asker may not ask it, or asks for what is not there.
    #[error("refused: {0}")]
    Refused(Refusal),
    /// The store broke.
    #[error(transparent)]
    Store(StoreError),
}

impl From<Refusal> for AnswerError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<StoreError> for AnswerError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Refused(refusal) => Self::Refused(refusal),
            broken => Self::Store(broken),
        }
    }
}

impl From<sqlx::Error> for AnswerError {
    fn from(error: sqlx::Error) -> Self {
        Self::Store(error.into())
    }
}

impl From<AnswerError> for Problem {
    fn from(error: AnswerError) -> Self {
        match error {
            AnswerError::Refused(refusal) => refusal.into(),
            AnswerError::Store(_) => Self::internal(),
        }
    }
}

/// A query that this module answers.
pub trait Question: Ask + Sync {
    /// Its name, which says who may ask it.
    const NAME: QueryName;

    /// Its answer, of what `reader` may see.
    fn answer(
        &self,
        reader: &Reader<'_>,
    ) -> impl Future<Output = Result<<Self as Ask>::Answer, AnswerError>> + Send;
}

/// The answer to `query`, of what `scope` may see at `now`.
///
/// # Errors
/// A role that may not ask it, a record that is not there (or not the asker's), or a broken store.
pub async fn ask<Q: Question>(
    store: &Store,
    scope: &Scope,
    now: Timestamp,
    query: &Q,
) -> Result<<Q as Ask>::Answer, AnswerError> {
    if !Q::NAME.roles().contains(&scope.actor.access.role) {
        return Err(Refusal::new(Reason::Forbidden).into());
    }
    query.answer(&Reader::new(store, scope, now)).await
}

macro_rules! dispatch {
    ($query:expr, $store:expr, $scope:expr, $now:expr; $($name:ident)*) => {
        match $query {
            $(Query::$name(query) => json(&ask($store, $scope, $now, query).await?),)*
        }
    };
}

/// As [`ask`], for a query whose kind is known only at run time; the answer as JSON.
///
/// # Errors
/// As [`ask`].
pub async fn answer(
    store: &Store,
    scope: &Scope,
    now: Timestamp,
    query: &Query,
) -> Result<Value, AnswerError> {
    dispatch!(query, store, scope, now;
        TodayQuery HomeQuery OpenItemsQuery OrganisationQuery SettingsQuery StationeryQuery ClientsQuery ClientQuery
        InvoicesQuery InvoiceQuery
        DraftsQuery DraftQuery PreviewInvoice LineSuggestions PaymentsQuery ReceiptQuery StatementQuery MonthQuery
        ImportsQuery ThreadsQuery ThreadQuery DocumentsQuery DocumentQuery ActivityQuery ConflictsQuery SearchQuery
    )
}

fn json(answer: &impl Serialize) -> Result<Value, AnswerError> {
    serde_json::to_value(answer).map_err(|error| StoreError::corrupt("answer", error).into())
}
