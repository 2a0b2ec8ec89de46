//! A client's home: what do I owe, what is new.

use folio_protocol::queries::{Home, HomeQuery, QueryName};

use super::balances::{balances, by_currency};
use super::invoices::Standing;
use super::reader::Reader;
use super::threads::{self, Which};
use super::{AnswerError, Question, documents, invoices};

/// How many open invoices are shown.
const OPEN_SHOWN: usize = 50;
/// How many of everything else.
const SHOWN: usize = 5;

impl Question for HomeQuery {
    const NAME: QueryName = QueryName::HomeQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<Home, AnswerError> {
        let date = reader.today().await?;
        let own = reader.client(None);
        let newest = "r.issue_date DESC, r.id DESC";
        let open = invoices::standing_ids(reader, Standing::Asks, "r.due_date, r.id", OPEN_SHOWN).await?;
        let credits = invoices::standing_ids(reader, Standing::GivesBack, newest, OPEN_SHOWN).await?;
        let paid = invoices::standing_ids(reader, Standing::Settled, newest, SHOWN).await?;
        let mut unread = threads::rows(reader, own, Which::All, threads::LIST_MAX).await?;
        unread.retain(|thread| thread.unread > 0);
        unread.truncate(SHOWN);
        Ok(Home {
            date,
            owed: by_currency(&balances(reader, date, own.map(|client| vec![client])).await?),
            open: invoices::rows(reader, &open, date).await?,
            credits: invoices::rows(reader, &credits, date).await?,
            paid: invoices::rows(reader, &paid, date).await?,
            unread,
            documents: documents::newest(reader, own, SHOWN).await?,
        })
    }
}
