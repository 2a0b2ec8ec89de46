//! The morning's three answers: who owes, who wrote, what did they look at.

use std::cmp::Reverse;

use folio_domain::records::Kind;
use folio_protocol::queries::{OwingClient, QueryName, Today, TodayQuery};

use super::balances::{balances, by_currency};
use super::reader::Reader;
use super::threads::{self, Which};
use super::{AnswerError, Question, activity};

/// How many of each are shown.
const SHOWN: usize = 12;

impl Question for TodayQuery {
    const NAME: QueryName = QueryName::TodayQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<Today, AnswerError> {
        let date = reader.today().await?;
        let mut open = balances(reader, date, None).await?;
        let owed = by_currency(&open);
        open.retain(|balance| balance.owed.amount_due.minor > 0);
        open.sort_by_key(|balance| (Reverse(balance.days_late), Reverse(balance.owed.amount_due.minor)));
        open.truncate(SHOWN);
        let names = reader
            .names(open.iter().map(|balance| Some(balance.client_id)).collect())
            .await?;
        let owing = open.into_iter().map(|balance| OwingClient {
            client_id: balance.client_id,
            client_name: names.of(Some(balance.client_id)),
            owed: balance.owed,
            days_late: balance.days_late,
        });
        Ok(Today {
            date,
            owed,
            owing: owing.collect(),
            waiting: threads::rows(reader, None, Which::LongestWaiting, SHOWN).await?,
            looks: activity::looks(reader, SHOWN).await?,
            drafts: reader.number(reader.select(Kind::Draft, "COUNT(*)", "")).await?,
        })
    }
}
