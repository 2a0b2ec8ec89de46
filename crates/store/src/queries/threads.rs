//! Threads and their messages.

use std::collections::BTreeMap;

use folio_domain::documents::Document;
use folio_domain::ids::{ClientId, MessageId, ThreadId};
use folio_domain::permissions::Role;
use folio_domain::records::Kind;
use folio_domain::threads::{Message, ReadMark, Subject, Thread};
use folio_protocol::queries::{
    DocumentRow, MessageView, QueryName, ThreadDetail, ThreadList, ThreadQuery, ThreadRow, ThreadsQuery,
};
use sqlx::Row as _;
use uuid::Uuid;

use super::cursor::rows_max;
use super::reader::{Found, Reader, id_at};
use super::statement::Statement;
use super::{AnswerError, Question, documents};

/// The most threads of a list.
pub(super) const LIST_MAX: usize = 500;
/// The most messages that a thread shows, the newest.
const MESSAGES_MAX: i64 = 2_000;

/// Which threads, in which order.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// All, last written first.
    All,
    /// Those whose last message is the client's, last written first.
    Waiting,
    /// The same, longest waiting first.
    LongestWaiting,
}

impl Question for ThreadsQuery {
    const NAME: QueryName = QueryName::ThreadsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ThreadList, AnswerError> {
        let which = if self.waiting_only {
            Which::Waiting
        } else {
            Which::All
        };
        Ok(ThreadList {
            rows: rows(reader, self.client_id, which, LIST_MAX).await?,
        })
    }
}

/// At most `limit` threads of `client`, or of all that the asker may see.
pub(super) async fn rows(
    reader: &Reader<'_>,
    client: Option<ClientId>,
    which: Which,
    limit: usize,
) -> Result<Vec<ThreadRow>, AnswerError> {
    let heads = reader.rows(heads(reader, client, which, limit)).await?;
    let heads = heads
        .iter()
        .map(|row| Ok((id_at(row, 0)?, id_at(row, 1)?)))
        .collect::<Result<Vec<(Uuid, Uuid)>, AnswerError>>()?;
    let mut threads = reader
        .by_ids::<Thread>(heads.iter().map(|(thread, _)| *thread).collect())
        .await?;
    let mut messages = reader
        .by_ids::<Message>(heads.iter().map(|(_, message)| *message).collect())
        .await?;
    let unread = unread(reader, heads.iter().map(|(thread, _)| *thread).collect()).await?;
    let names = reader
        .names(
            threads
                .values()
                .map(|thread| Some(thread.record.client_id))
                .collect(),
        )
        .await?;
    let rows = heads.into_iter().filter_map(|(thread_id, message_id)| {
        let thread = threads.remove(&thread_id)?.record;
        let last = messages.remove(&message_id)?.record;
        Some(ThreadRow {
            thread_id: ThreadId(thread_id),
            client_name: names.of(Some(thread.client_id)),
            thread,
            unread: unread.get(&thread_id).copied().unwrap_or_default(),
            waiting: last.author_role == Role::Client,
            last,
        })
    });
    Ok(rows.collect())
}

/// The ids of threads and of their last messages, each found through the index of its thread.
fn heads(reader: &Reader<'_>, client: Option<ClientId>, which: Which, limit: usize) -> Statement {
    let seen = reader.visible(Kind::Message, "l");
    let last = format!(
        "h.id = (SELECT l.id FROM message AS l WHERE l.org_id = r.org_id AND l.thread_id = r.id AND {seen} \
         ORDER BY l.sent_at DESC, l.id DESC LIMIT 1)"
    );
    let heads = reader.join("JOIN", Kind::Message, "h", &last);
    let threads = reader
        .select(Kind::Thread, "r.id, h.id", &heads)
        .when("r.client_id", reader.client(client).map(|client| client.0));
    let threads = match which {
        Which::All => threads,
        Which::Waiting | Which::LongestWaiting => threads.when("h.author_role", Some(Role::Client.as_str())),
    };
    let order = match which {
        Which::All | Which::Waiting => " ORDER BY h.sent_at DESC, h.id DESC LIMIT ",
        Which::LongestWaiting => " ORDER BY h.sent_at, h.id LIMIT ",
    };
    threads.push(order).bind(rows_max(limit))
}

/// How many threads have something of others that the asker has not read.
pub(super) async fn unread_threads(reader: &Reader<'_>) -> Result<u32, AnswerError> {
    let statement = reader
        .select(Kind::Message, "COUNT(DISTINCT r.thread_id)", &own_marks(reader))
        .with(reader.asker().0)
        .push(UNREAD);
    reader.number(statement).await
}

/// What is another's and newer than the asker's read mark.
const UNREAD: &str = " AND r.author_id <> $2 AND (k.up_to IS NULL OR r.sent_at > k.up_to)";

fn own_marks(reader: &Reader<'_>) -> String {
    let own = "k.thread_id = r.thread_id AND k.principal_id = $2";
    reader.join("LEFT JOIN", Kind::ReadMark, "k", own)
}

/// How many messages of others the asker has not read, by thread.
async fn unread(reader: &Reader<'_>, threads: Vec<Uuid>) -> Result<BTreeMap<Uuid, u32>, AnswerError> {
    let marks = own_marks(reader);
    let statement = |part| {
        reader
            .select(Kind::Message, "r.thread_id, COUNT(*)", &marks)
            .with(reader.asker().0)
            .among("r.thread_id", part)
            .push(UNREAD)
            .push(" GROUP BY r.thread_id")
    };
    let rows = reader.chunked(threads, statement).await?;
    rows.iter()
        .map(|row| {
            Ok((
                id_at(row, 0)?,
                u32::try_from(row.try_get::<i64, _>(1)?).unwrap_or(u32::MAX),
            ))
        })
        .collect()
}

impl Question for ThreadQuery {
    const NAME: QueryName = QueryName::ThreadQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ThreadDetail, AnswerError> {
        let thread = reader.get::<Thread>(self.thread_id).await?.record;
        let statement = reader
            .records::<Message>()
            .when("r.thread_id", Some(self.thread_id.0))
            .push(" ORDER BY r.sent_at DESC, r.id DESC LIMIT ")
            .bind(MESSAGES_MAX);
        let mut messages = reader.load::<Message>(statement).await?;
        messages.reverse();
        let attached = messages
            .iter()
            .flat_map(|message| &message.record.attachments)
            .map(|id| id.0);
        let attached = reader.by_ids::<Document>(attached.collect()).await?;
        let attached = documents::rows(reader, attached.into_values().collect()).await?;
        let attached: BTreeMap<Uuid, DocumentRow> =
            attached.into_iter().map(|row| (row.document_id.0, row)).collect();
        let marks = reader
            .by_column::<ReadMark>("r.thread_id", vec![self.thread_id.0])
            .await?;
        let names = reader.names(vec![Some(thread.client_id)]).await?;
        Ok(ThreadDetail {
            thread_id: self.thread_id,
            client_name: names.of(Some(thread.client_id)),
            subject_label: subject_label(reader, thread.subject).await?,
            thread,
            messages: messages
                .into_iter()
                .map(|message| view(reader, message, &attached))
                .collect(),
            read_marks: marks.into_iter().map(|found| found.record).collect(),
        })
    }
}

fn view(reader: &Reader<'_>, message: Found<Message>, attached: &BTreeMap<Uuid, DocumentRow>) -> MessageView {
    let attachments = message
        .record
        .attachments
        .iter()
        .filter_map(|id| attached.get(&id.0).cloned())
        .collect();
    MessageView {
        message_id: MessageId(message.id),
        attachments,
        mine: message.record.author_id == reader.asker(),
        message: message.record,
    }
}

/// The number or title of what a thread is about, as far as the asker may see it.
async fn subject_label(reader: &Reader<'_>, subject: Subject) -> Result<String, AnswerError> {
    match subject {
        Subject::General => Ok(String::new()),
        Subject::Invoice(id) => {
            let numbers = reader.texts(Kind::Invoice, "number_key", vec![id.0]).await?;
            Ok(numbers.into_values().next().unwrap_or_default())
        }
        Subject::Document(id) => Ok(reader
            .find::<Document>(id)
            .await?
            .map(|found| found.record.title)
            .unwrap_or_default()),
    }
}
