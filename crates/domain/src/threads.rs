//! Threads of messages between the business and a client.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::decisions::{Context, Decision, Mutate};
use crate::documents::Document;
use crate::ids::{ClientId, DocumentId, InvoiceId, MessageId, PrincipalId, ThreadId};
use crate::invoices::Invoice;
use crate::permissions::Role;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Write};
use crate::refusals::{Reason, Refusal, limit_text, require_text};

/// What a thread is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "id")]
pub enum Subject {
    /// Nothing in particular.
    General,
    /// An invoice.
    Invoice(InvoiceId),
    /// A document.
    Document(DocumentId),
}

impl Subject {
    fn id(self) -> Option<Uuid> {
        match self {
            Self::General => None,
            Self::Invoice(id) => Some(id.0),
            Self::Document(id) => Some(id.0),
        }
    }
}

/// A thread. What was written last is derived from its messages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Thread {
    /// The client.
    pub client_id: ClientId,
    /// The title.
    pub title: String,
    /// What it is about.
    pub subject: Subject,
    /// When it was started.
    #[ts(type = "string")]
    pub started_at: Timestamp,
}

record!(Thread |me| {
    "client_id": me.client_id.0,
    "subject_id": me.subject.id(),
} search me.title.clone());

/// What kind of message it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum MessageKind {
    /// Words.
    Text,
    /// "Call me about this": the client asks to be called.
    CallRequest {
        /// The number to call.
        phone: String,
    },
}

/// A message; never changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Message {
    /// The thread.
    pub thread_id: ThreadId,
    /// The words; may be empty in a call request or with an attachment.
    pub text: String,
    /// What kind of message it is.
    pub kind: MessageKind,
    /// The documents that go with it.
    pub attachments: Vec<DocumentId>,
    /// Who wrote it.
    pub author_id: PrincipalId,
    /// Who wrote it, by name.
    pub author_name: String,
    /// What the author is to the business.
    pub author_role: Role,
    /// When the server took it; the time of the desk until then.
    #[ts(type = "string")]
    pub sent_at: Timestamp,
}

record!(Message |me| {
    "thread_id": me.thread_id.0,
    "author_id": me.author_id.0,
    "author_role": me.author_role.as_str(),
    "sent_at": me.sent_at,
} search me.text.clone());

/// How far a person has read a thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReadMark {
    /// The thread.
    pub thread_id: ThreadId,
    /// The reader.
    pub principal_id: PrincipalId,
    /// The reader's name.
    pub reader_name: String,
    /// What the reader is to the business.
    pub reader_role: Role,
    /// Everything sent up to here is read.
    #[ts(type = "string")]
    pub up_to: Timestamp,
}

record!(ReadMark |me| { "thread_id": me.thread_id.0, "principal_id": me.principal_id.0, "up_to": me.up_to });

/// A message as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewMessage {
    /// The message's id.
    pub message_id: MessageId,
    /// The words.
    pub text: String,
    /// What kind of message it is.
    pub kind: MessageKind,
    /// The documents that go with it.
    pub attachments: Vec<DocumentId>,
}

impl NewMessage {
    fn reads(&self) -> Vec<Read> {
        self.attachments
            .iter()
            .map(|id| Read::one::<Document>(*id))
            .chain([Read::one::<Message>(self.message_id)])
            .collect()
    }

    fn write(
        &self,
        ctx: &Context,
        records: &Records,
        thread_id: ThreadId,
        client: ClientId,
    ) -> Result<Write, Refusal> {
        if records.find::<Message>(self.message_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        limit_text("text", &self.text, 20_000)?;
        if self.kind == MessageKind::Text && self.attachments.is_empty() {
            require_text("text", &self.text, 20_000)?;
        }
        if let MessageKind::CallRequest { phone } = &self.kind {
            require_text("phone", phone, 60)?;
        }
        for document in &self.attachments {
            let row = records
                .row(Kind::Document, *document)
                .ok_or_else(Refusal::not_found)?;
            if row.place != Place::shared(client) {
                return Err(Refusal::not_found());
            }
        }
        let message = Message {
            thread_id,
            text: self.text.clone(),
            kind: self.kind.clone(),
            attachments: self.attachments.clone(),
            author_id: ctx.actor.principal_id,
            author_name: ctx.actor.name.clone(),
            author_role: ctx.actor.access.role,
            sent_at: ctx.now,
        };
        Ok(Write::put(self.message_id, Place::shared(client), message))
    }
}

/// Arguments of [`crate::mutations::Mutation::StartThread`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StartThread {
    /// The new thread's id.
    pub thread_id: ThreadId,
    /// The client.
    pub client_id: ClientId,
    /// The title.
    pub title: String,
    /// What it is about.
    pub subject: Subject,
    /// Its first message.
    pub message: NewMessage,
}

impl Mutate for StartThread {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let mut reads = self.message.reads();
        reads.push(Read::one::<Thread>(self.thread_id));
        reads.push(Read::one::<crate::clients::Client>(self.client_id));
        match self.subject {
            Subject::General => {}
            Subject::Invoice(id) => reads.push(Read::one::<Invoice>(id)),
            Subject::Document(id) => reads.push(Read::one::<Document>(id)),
        }
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        records.get::<crate::clients::Client>(self.client_id)?;
        if records.find::<Thread>(self.thread_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        require_text("title", &self.title, 200)?;
        let subject_row = match self.subject {
            Subject::General => None,
            Subject::Invoice(id) => Some(records.row(Kind::Invoice, id).ok_or_else(Refusal::not_found)?),
            Subject::Document(id) => Some(records.row(Kind::Document, id).ok_or_else(Refusal::not_found)?),
        };
        if subject_row.is_some_and(|row| row.place.client_id != Some(self.client_id)) {
            return Err(Refusal::new(Reason::OtherClient));
        }
        let thread = Thread {
            client_id: self.client_id,
            title: self.title.clone(),
            subject: self.subject,
            started_at: ctx.now,
        };
        let writes = vec![
            Write::put(self.thread_id, Place::shared(self.client_id), thread),
            self.message.write(ctx, records, self.thread_id, self.client_id)?,
        ];
        let about = (Kind::Thread, self.thread_id.0);
        Ok(Decision::noted(writes, Some(self.client_id), about, &self.title))
    }
}

/// Arguments of [`crate::mutations::Mutation::PostMessage`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct PostMessage {
    /// The thread.
    pub thread_id: ThreadId,
    /// The message.
    pub message: NewMessage,
}

impl Mutate for PostMessage {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        let mut reads = self.message.reads();
        reads.push(Read::one::<Thread>(self.thread_id));
        reads
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let thread: &Thread = records.get(self.thread_id)?;
        let writes = vec![
            self.message
                .write(ctx, records, self.thread_id, thread.client_id)?,
        ];
        let about = (Kind::Thread, self.thread_id.0);
        Ok(Decision::noted(
            writes,
            Some(thread.client_id),
            about,
            &thread.title,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::MarkRead`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct MarkRead {
    /// The thread.
    pub thread_id: ThreadId,
    /// Everything sent up to here is read.
    #[ts(type = "string")]
    pub up_to: Timestamp,
}

impl MarkRead {
    fn mark_id(&self, ctx: &Context) -> Uuid {
        Uuid::new_v5(&self.thread_id.0, ctx.actor.principal_id.0.as_bytes())
    }
}

impl Mutate for MarkRead {
    fn reads(&self, ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Thread>(self.thread_id),
            Read::one::<ReadMark>(self.mark_id(ctx)),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let thread: &Thread = records.get(self.thread_id)?;
        let id = self.mark_id(ctx);
        let up_to = self.up_to.min(ctx.now);
        if records
            .find::<ReadMark>(id)
            .is_some_and(|mark| mark.up_to >= up_to)
        {
            return Ok(Decision::default());
        }
        let mark = ReadMark {
            thread_id: self.thread_id,
            principal_id: ctx.actor.principal_id,
            reader_name: ctx.actor.name.clone(),
            reader_role: ctx.actor.access.role,
            up_to,
        };
        let writes = vec![Write::put(id, Place::shared(thread.client_id), mark)];
        let about = (Kind::Thread, self.thread_id.0);
        Ok(Decision::noted(
            writes,
            Some(thread.client_id),
            about,
            &thread.title,
        ))
    }
}
