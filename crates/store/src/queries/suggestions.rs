//! Lines billed before, to choose from.

use folio_domain::ids::ClientId;
use folio_domain::invoices::{Invoice, LineItem};
use folio_domain::records::Kind;
use folio_domain::search::sort_key;
use folio_protocol::queries::{LineSuggestionList, LineSuggestions, QueryName};

use super::reader::Reader;
use super::words::Words;
use super::{AnswerError, Question};

/// How many lines are suggested.
const SUGGESTIONS: usize = 10;
/// How many invoices are looked through for them, of the client and of the others.
const INVOICES: i64 = 40;

impl Question for LineSuggestions {
    const NAME: QueryName = QueryName::LineSuggestions;

    async fn answer(&self, reader: &Reader<'_>) -> Result<LineSuggestionList, AnswerError> {
        let words = Words::parse(&self.text);
        let mut items = Vec::new();
        if self.client_id.is_some() {
            collect(reader, words.as_ref(), self.client_id, &mut items).await?;
        }
        if items.len() < SUGGESTIONS {
            collect(reader, words.as_ref(), None, &mut items).await?;
        }
        Ok(LineSuggestionList { items })
    }
}

/// Adds the lines of the latest invoices of `client`, or of anyone, that have the words and are not there yet.
async fn collect(
    reader: &Reader<'_>,
    words: Option<&Words>,
    client: Option<ClientId>,
    items: &mut Vec<LineItem>,
) -> Result<(), AnswerError> {
    let mut statement = reader
        .records::<Invoice>()
        .when("r.client_id", client.map(|client| client.0));
    if let Some(words) = words {
        statement = words
            .ranked(reader, Kind::Invoice)
            .await?
            .restrict(statement, "r.id");
    }
    let statement = statement
        .push(" ORDER BY r.issue_date DESC, r.id DESC LIMIT ")
        .bind(INVOICES);
    for invoice in reader.load::<Invoice>(statement).await? {
        for line in invoice.record.lines {
            let fits = words.is_none_or(|words| words.fit(&line.item.description));
            let same = |item: &LineItem| sort_key(&item.description) == sort_key(&line.item.description);
            if items.len() < SUGGESTIONS && fits && !items.iter().any(same) {
                items.push(line.item);
            }
        }
    }
    Ok(())
}
