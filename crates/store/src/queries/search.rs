//! What a search finds, of every kind of record that is searched.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::clients::{Client, ClientNote};
use folio_domain::documents::{Document, DocumentVersion};
use folio_domain::ids::ClientId;
use folio_domain::invoices::{Draft, DraftLine, Invoice};
use folio_domain::payments::Payment;
use folio_domain::people::{Contact, Member};
use folio_domain::records::{Kind, Record};
use folio_domain::threads::{Message, Thread};
use folio_protocol::queries::{QueryName, SearchAnswer, SearchHit, SearchQuery};
use uuid::Uuid;

use super::cursor::{page_size, rows_max};
use super::reader::{Found, Reader};
use super::words::Words;
use super::{AnswerError, Question};

/// The most hits.
const HITS_MAX: u32 = 50;

/// A hit whose client's name, or thread's title, is still to be looked up.
struct Hit {
    kind: Kind,
    open: (Kind, Uuid),
    is_credit_note: bool,
    title: String,
    context: Context,
}

/// Where a hit was found.
enum Context {
    Client(Option<ClientId>),
    Text(String),
    /// In a thread, whose title becomes the hit's.
    Thread(String),
}

impl Question for SearchQuery {
    const NAME: QueryName = QueryName::SearchQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<SearchAnswer, AnswerError> {
        let Some(words) = Words::parse(&self.text) else {
            return Ok(SearchAnswer { hits: Vec::new() });
        };
        let limit = page_size(self.limit, HITS_MAX);
        let search = Search { reader, words, limit };
        let hits = shared_out(search.all().await?, limit);
        Ok(SearchAnswer {
            hits: named(reader, hits).await?,
        })
    }
}

struct Search<'a> {
    reader: &'a Reader<'a>,
    words: Words,
    limit: usize,
}

impl Search<'_> {
    /// The hits of each kind; what people look for most stands first.
    async fn all(&self) -> Result<Vec<Vec<Hit>>, AnswerError> {
        let mut all = self.parties().await?;
        all.extend(self.papers().await?);
        all.extend(self.talk().await?);
        Ok(all)
    }

    async fn parties(&self) -> Result<Vec<Vec<Hit>>, AnswerError> {
        let client = |found: &Found<Client>| {
            Hit::new(
                found,
                found.record.name.clone(),
                Context::Text(found.record.address.city.clone()),
            )
        };
        let contact = |found: &Found<Contact>| {
            let hit = Hit::new(
                found,
                found.record.name(),
                Context::Client(Some(found.record.client_id)),
            );
            hit.opening(Kind::Client, found.record.client_id)
        };
        let note = |found: &Found<ClientNote>| {
            let hit = Hit::new(
                found,
                self.words.excerpt(&found.record.text),
                Context::Client(found.place.client_id),
            );
            hit.opening(Kind::Client, found.id)
        };
        let member = |found: &Found<Member>| {
            Hit::new(
                found,
                found.record.name.clone(),
                Context::Text(found.record.email.clone()),
            )
        };
        Ok(vec![
            self.hits(client).await?,
            self.hits(contact).await?,
            self.hits(note).await?,
            self.hits(member).await?,
        ])
    }

    async fn papers(&self) -> Result<Vec<Vec<Hit>>, AnswerError> {
        let invoice = |found: &Found<Invoice>| {
            let hit = Hit::new(
                found,
                found.record.number.clone(),
                Context::Client(Some(found.record.client_id)),
            );
            Hit {
                is_credit_note: found.record.credits.is_some(),
                ..hit
            }
        };
        let draft = |found: &Found<Draft>| {
            let Draft { reference, note, .. } = &found.record;
            let title = if reference.is_empty() {
                self.words.excerpt(note)
            } else {
                reference.clone()
            };
            Hit::new(found, title, Context::Client(found.place.client_id))
        };
        let line = |found: &Found<DraftLine>| {
            let title = self.words.excerpt(&found.record.item.description);
            let hit = Hit::new(found, title, Context::Client(found.place.client_id));
            hit.opening(Kind::Draft, found.record.draft_id)
        };
        let payment = |found: &Found<Payment>| {
            Hit::new(
                found,
                found.record.reference.clone(),
                Context::Client(Some(found.record.client_id)),
            )
        };
        Ok(vec![
            self.hits(invoice).await?,
            self.hits(draft).await?,
            self.hits(line).await?,
            self.hits(payment).await?,
        ])
    }

    async fn talk(&self) -> Result<Vec<Vec<Hit>>, AnswerError> {
        let document = |found: &Found<Document>| {
            Hit::new(
                found,
                found.record.title.clone(),
                Context::Client(Some(found.record.client_id)),
            )
        };
        let version = |found: &Found<DocumentVersion>| {
            let hit = Hit::new(
                found,
                found.record.file_name.clone(),
                Context::Client(found.place.client_id),
            );
            hit.opening(Kind::Document, found.record.document_id)
        };
        let thread = |found: &Found<Thread>| {
            Hit::new(
                found,
                found.record.title.clone(),
                Context::Client(Some(found.record.client_id)),
            )
        };
        let message = |found: &Found<Message>| {
            let hit = Hit::new(
                found,
                String::new(),
                Context::Thread(self.words.excerpt(&found.record.text)),
            );
            hit.opening(Kind::Thread, found.record.thread_id)
        };
        Ok(vec![
            self.hits(document).await?,
            self.hits(version).await?,
            self.hits(thread).await?,
            self.hits(message).await?,
        ])
    }

    /// The newest records of `R` that have the words and that the asker may see, as `hit` shows them.
    async fn hits<R: Record>(&self, hit: impl Fn(&Found<R>) -> Hit) -> Result<Vec<Hit>, AnswerError> {
        let ranked = self.words.ranked(self.reader, R::KIND).await?;
        if ranked.is_nothing() {
            return Ok(Vec::new());
        }
        let statement = ranked.restrict(self.reader.records::<R>(), "r.id");
        // Of very many any will do: who sees them will add a word.
        let order = if ranked.is_common() {
            ""
        } else {
            " ORDER BY r.version DESC, r.id DESC"
        };
        let statement = statement.push(order).push(" LIMIT ").bind(rows_max(self.limit));
        Ok(self.reader.load::<R>(statement).await?.iter().map(hit).collect())
    }
}

impl Hit {
    fn new<R: Record>(found: &Found<R>, title: String, context: Context) -> Self {
        Self {
            kind: R::KIND,
            open: (R::KIND, found.id),
            is_credit_note: false,
            title,
            context,
        }
    }

    fn opening(self, kind: Kind, id: impl Into<Uuid>) -> Self {
        Self {
            open: (kind, id.into()),
            ..self
        }
    }
}

/// At most `limit` of the hits: each kind gets an equal share, and what one leaves goes to the others. Of several
/// hits that open the same record the first stays.
fn shared_out(kinds: Vec<Vec<Hit>>, limit: usize) -> Vec<Hit> {
    let mut seen = BTreeSet::new();
    let mut kinds: Vec<Vec<Hit>> = kinds
        .into_iter()
        .map(|hits| {
            hits.into_iter()
                .filter(|hit| seen.insert(hit.open))
                .collect::<Vec<_>>()
        })
        .filter(|hits| !hits.is_empty())
        .collect();
    let mut shares = vec![0_usize; kinds.len()];
    let mut left = limit;
    loop {
        let before = left;
        for (share, hits) in shares.iter_mut().zip(&kinds) {
            if left > 0 && *share < hits.len() {
                *share += 1;
                left -= 1;
            }
        }
        if left == before {
            break;
        }
    }
    for (hits, share) in kinds.iter_mut().zip(shares) {
        hits.truncate(share);
    }
    kinds.into_iter().flatten().collect()
}

async fn named(reader: &Reader<'_>, hits: Vec<Hit>) -> Result<Vec<SearchHit>, AnswerError> {
    let clients = hits.iter().map(|hit| match hit.context {
        Context::Client(client) => client,
        Context::Text(_) | Context::Thread(_) => None,
    });
    let names = reader.names(clients.collect()).await?;
    let threads = hits
        .iter()
        .filter(|hit| matches!(hit.context, Context::Thread(_)))
        .map(|hit| hit.open.1);
    let threads: BTreeMap<Uuid, Found<Thread>> = reader.by_ids(threads.collect()).await?;
    let rows = hits.into_iter().map(|hit| {
        let (title, context) = match hit.context {
            Context::Client(client) => (hit.title, names.of(client)),
            Context::Text(text) => (hit.title, text),
            Context::Thread(text) => (
                threads
                    .get(&hit.open.1)
                    .map(|thread| thread.record.title.clone())
                    .unwrap_or_default(),
                text,
            ),
        };
        SearchHit {
            kind: hit.kind,
            open_kind: hit.open.0,
            open_id: hit.open.1,
            is_credit_note: hit.is_credit_note,
            title,
            context,
        }
    });
    Ok(rows.collect())
}
