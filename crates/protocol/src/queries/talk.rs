//! Threads and documents.

use folio_domain::documents::{Document, DocumentVersion};
use folio_domain::ids::{ClientId, DocumentId, MessageId, ThreadId, VersionId};
use folio_domain::threads::{Message, ReadMark, Thread};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::overview::ActivityItem;

/// Asks for the threads, last written first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadsQuery {
    /// Of this client alone.
    pub client_id: Option<ClientId>,
    /// Those alone that wait for the business to answer.
    pub waiting_only: bool,
}

/// A thread in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadRow {
    /// Its id.
    pub thread_id: ThreadId,
    /// The thread.
    pub thread: Thread,
    /// The client's name.
    pub client_name: String,
    /// The last message.
    pub last: Message,
    /// How many messages of others the asker has not read.
    pub unread: u32,
    /// Whether the last message is the client's.
    pub waiting: bool,
}

/// The threads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadList {
    /// At most 500.
    pub rows: Vec<ThreadRow>,
}

/// Asks for one thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadQuery {
    /// Which.
    pub thread_id: ThreadId,
}

/// A message in its thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MessageView {
    /// Its id.
    pub message_id: MessageId,
    /// The message.
    pub message: Message,
    /// The documents that go with it, as far as they are there.
    pub attachments: Vec<DocumentRow>,
    /// Whether the asker wrote it.
    pub mine: bool,
}

/// A thread with its messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThreadDetail {
    /// Its id.
    pub thread_id: ThreadId,
    /// The thread.
    pub thread: Thread,
    /// The client's name.
    pub client_name: String,
    /// The number or title of what it is about; empty for nothing in particular.
    pub subject_label: String,
    /// Whether the invoice that it is about is a credit note.
    pub is_credit_note: bool,
    /// The messages, oldest first.
    pub messages: Vec<MessageView>,
    /// How far each person has read.
    pub read_marks: Vec<ReadMark>,
}

/// Asks for the documents, newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentsQuery {
    /// Of this client alone.
    pub client_id: Option<ClientId>,
}

/// A document in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRow {
    /// Its id.
    pub document_id: DocumentId,
    /// The document.
    pub document: Document,
    /// The client's name.
    pub client_name: String,
    /// Whether the client sees it.
    pub shared: bool,
    /// Its newest version's id.
    pub version_id: VersionId,
    /// Its newest version.
    pub version: DocumentVersion,
    /// How many versions there are.
    pub versions: u32,
}

/// The documents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentList {
    /// At most 500.
    pub rows: Vec<DocumentRow>,
}

/// Asks for one document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentQuery {
    /// Which.
    pub document_id: DocumentId,
}

/// A version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct VersionView {
    /// Its id.
    pub version_id: VersionId,
    /// The version.
    pub version: DocumentVersion,
}

/// A document with its versions and who looked at it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentDetail {
    /// Its id.
    pub document_id: DocumentId,
    /// The document.
    pub document: Document,
    /// The client's name.
    pub client_name: String,
    /// Whether the client sees it.
    pub shared: bool,
    /// Its versions, newest first.
    pub versions: Vec<VersionView>,
    /// What happened to it, newest first; for the business alone.
    pub activity: Vec<ActivityItem>,
}
