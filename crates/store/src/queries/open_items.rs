//! What stands open: one business's line among several.

use folio_protocol::queries::{OpenItems, OpenItemsQuery, QueryName};

use super::balances::{balances, by_currency};
use super::reader::Reader;
use super::{AnswerError, Question, threads};

impl Question for OpenItemsQuery {
    const NAME: QueryName = QueryName::OpenItemsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<OpenItems, AnswerError> {
        let own = reader.client(None);
        let date = reader.today().await?;
        Ok(OpenItems {
            owed: by_currency(&balances(reader, date, own.map(|client| vec![client])).await?),
            unread: threads::unread_threads(reader).await?,
        })
    }
}
