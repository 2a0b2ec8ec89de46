//! Documents: files that the business and a client keep in one place, in immutable versions.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::clients::Client;
use crate::decisions::{Context, Decision, Mutate};
use crate::ids::{ClientId, DocumentId, PrincipalId, VersionId};
use crate::permissions::Role;
use crate::record;
use crate::records::{Kind, Place, Read, Records, Side, Write};
use crate::refusals::{Reason, Refusal, require_text};

/// The most bytes of one version.
pub const FILE_BYTES_MAX: i64 = 100 * 1024 * 1024;

/// A document. Its newest version is derived from its versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// The client it belongs to.
    pub client_id: ClientId,
    /// The title.
    pub title: String,
    /// When it was added.
    #[ts(type = "string")]
    pub added_at: Timestamp,
    /// Who added it.
    pub added_by: String,
}

record!(Document |me| { "client_id": me.client_id.0, "added_at": me.added_at } search me.title.clone());

/// Whether a version's bytes are there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FileState {
    /// The bytes are on their way.
    Awaiting,
    /// The bytes are on the server's disk and their hash holds.
    Stored,
}

/// One version of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentVersion {
    /// The document.
    pub document_id: DocumentId,
    /// The file's name.
    pub file_name: String,
    /// Its size.
    #[ts(type = "number")]
    pub size_bytes: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its media type, found by its first bytes; empty until they are there.
    pub media_type: String,
    /// Whether the bytes are there.
    pub state: FileState,
    /// Who brought it.
    pub added_by_id: PrincipalId,
    /// Who brought it, by name.
    pub added_by: String,
    /// What that person is to the business.
    pub added_by_role: Role,
    /// When.
    #[ts(type = "string")]
    pub added_at: Timestamp,
}

record!(DocumentVersion |me| {
    "document_id": me.document_id.0,
    "sha256_key": &me.sha256,
    "added_at": me.added_at,
} search me.file_name.clone());

/// A version as it is brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NewVersion {
    /// The version's id.
    pub version_id: VersionId,
    /// The file's name.
    pub file_name: String,
    /// Its size.
    #[ts(type = "number")]
    pub size_bytes: i64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

impl NewVersion {
    fn write(&self, ctx: &Context, document_id: DocumentId, place: Place) -> Result<Write, Refusal> {
        require_text("file_name", &self.file_name, 255)?;
        if self.file_name.contains(['/', '\\', '\0']) {
            return Err(Refusal::field(Reason::BadValue, "file_name"));
        }
        if !(0..=FILE_BYTES_MAX).contains(&self.size_bytes) {
            return Err(Refusal::new(Reason::FileTooLarge).with("max", FILE_BYTES_MAX));
        }
        if self.sha256.len() != 64 || !self.sha256.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Refusal::field(Reason::BadValue, "sha256"));
        }
        let version = DocumentVersion {
            document_id,
            file_name: self.file_name.clone(),
            size_bytes: self.size_bytes,
            sha256: self.sha256.to_ascii_lowercase(),
            media_type: String::new(),
            state: FileState::Awaiting,
            added_by_id: ctx.actor.principal_id,
            added_by: ctx.actor.name.clone(),
            added_by_role: ctx.actor.access.role,
            added_at: ctx.now,
        };
        Ok(Write::put(self.version_id, place, version))
    }
}

/// Arguments of [`crate::mutations::Mutation::AddDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddDocument {
    /// The new document's id.
    pub document_id: DocumentId,
    /// The client it belongs to.
    pub client_id: ClientId,
    /// The title.
    pub title: String,
    /// Whether the client sees it from the start; always so when the client adds it.
    pub shared: bool,
    /// Its first version.
    pub version: NewVersion,
}

impl Mutate for AddDocument {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Client>(self.client_id),
            Read::one::<Document>(self.document_id),
            Read::one::<DocumentVersion>(self.version.version_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        records.get::<Client>(self.client_id)?;
        if records.find::<Document>(self.document_id).is_some()
            || records.find::<DocumentVersion>(self.version.version_id).is_some()
        {
            return Err(Refusal::new(Reason::IdTaken));
        }
        require_text("title", &self.title, 200)?;
        let shared = self.shared || ctx.actor.access.role == Role::Client;
        let place = place(self.client_id, shared);
        let document = Document {
            client_id: self.client_id,
            title: self.title.clone(),
            added_at: ctx.now,
            added_by: ctx.actor.name.clone(),
        };
        let writes = vec![
            Write::put(self.document_id, place, document),
            self.version.write(ctx, self.document_id, place)?,
        ];
        Ok(noted(writes, self.client_id, self.document_id, &self.title))
    }
}

/// Arguments of [`crate::mutations::Mutation::AddVersion`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct AddVersion {
    /// The document.
    pub document_id: DocumentId,
    /// The version.
    pub version: NewVersion,
}

impl Mutate for AddVersion {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![
            Read::one::<Document>(self.document_id),
            Read::one::<DocumentVersion>(self.version.version_id),
        ]
    }

    fn decide(&self, ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let (place, document) = placed(records, self.document_id)?;
        if records.find::<DocumentVersion>(self.version.version_id).is_some() {
            return Err(Refusal::new(Reason::IdTaken));
        }
        let writes = vec![self.version.write(ctx, self.document_id, place)?];
        Ok(noted(
            writes,
            document.client_id,
            self.document_id,
            &document.title,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::ShareDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ShareDocument {
    /// The document.
    pub document_id: DocumentId,
    /// Whether the client sees it from now on.
    pub shared: bool,
}

impl Mutate for ShareDocument {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        with_versions(self.document_id)
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let (_, document) = placed(records, self.document_id)?;
        let place = place(document.client_id, self.shared);
        let mut writes = vec![Write::put(self.document_id, place, document.clone())];
        for (id, version) in records.all::<DocumentVersion>("document_id", self.document_id) {
            writes.push(Write::put(id, place, version.clone()));
        }
        Ok(noted(
            writes,
            document.client_id,
            self.document_id,
            &document.title,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::RemoveDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct RemoveDocument {
    /// The document.
    pub document_id: DocumentId,
}

impl Mutate for RemoveDocument {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        with_versions(self.document_id)
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let (_, document) = placed(records, self.document_id)?;
        let mut writes = vec![Write::Delete {
            kind: Kind::Document,
            id: self.document_id.0,
        }];
        for (id, _) in records.all::<DocumentVersion>("document_id", self.document_id) {
            writes.push(Write::Delete {
                kind: Kind::DocumentVersion,
                id,
            });
        }
        Ok(noted(
            writes,
            document.client_id,
            self.document_id,
            &document.title,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::ViewDocument`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ViewDocument {
    /// The document.
    pub document_id: DocumentId,
}

impl Mutate for ViewDocument {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<Document>(self.document_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let document: &Document = records.get(self.document_id)?;
        Ok(noted(
            Vec::new(),
            document.client_id,
            self.document_id,
            &document.title,
        ))
    }
}

/// Arguments of [`crate::mutations::Mutation::KeepFile`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct KeepFile {
    /// The version whose bytes are safe.
    pub version_id: VersionId,
    /// The media type found by its first bytes.
    pub media_type: String,
}

impl Mutate for KeepFile {
    fn reads(&self, _ctx: &Context, _known: &Records) -> Vec<Read> {
        vec![Read::one::<DocumentVersion>(self.version_id)]
    }

    fn decide(&self, _ctx: &Context, records: &Records) -> Result<Decision, Refusal> {
        let row = records
            .row(Kind::DocumentVersion, self.version_id)
            .ok_or_else(Refusal::not_found)?;
        let version: &DocumentVersion = records.get(self.version_id)?;
        if version.state == FileState::Stored {
            return Ok(Decision::default());
        }
        let stored = DocumentVersion {
            state: FileState::Stored,
            media_type: self.media_type.clone(),
            ..version.clone()
        };
        let writes = vec![Write::put(self.version_id, row.place, stored)];
        let about = (Kind::Document, version.document_id.0);
        Ok(Decision::noted(
            writes,
            row.place.client_id,
            about,
            &version.file_name,
        ))
    }
}

fn with_versions(document_id: DocumentId) -> Vec<Read> {
    vec![
        Read::one::<Document>(document_id),
        Read::all::<DocumentVersion>("document_id", document_id),
    ]
}

fn place(client_id: ClientId, shared: bool) -> Place {
    Place {
        client_id: Some(client_id),
        side: if shared { Side::Shared } else { Side::Internal },
    }
}

fn placed(records: &Records, id: DocumentId) -> Result<(Place, &Document), Refusal> {
    let row = records.row(Kind::Document, id).ok_or_else(Refusal::not_found)?;
    Ok((row.place, records.get(id)?))
}

fn noted(writes: Vec<Write>, client_id: ClientId, id: DocumentId, label: &str) -> Decision {
    Decision::noted(writes, Some(client_id), (Kind::Document, Uuid::from(id)), label)
}
