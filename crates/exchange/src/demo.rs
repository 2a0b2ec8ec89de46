//! A believable small business to try Folio with: a design and print studio in Chennai with clients in four
//! languages, two years of invoices, late payers, part payments, mistakes reversed, threads and documents. The same
//! seed gives the same business; its last day is the day it is made.
//!
//! What happens is told as batches of mutations, each with who acts and when. Every one of them was decided here
//! against records in memory, so that a server that starts from the same organisation and series accepts it.

mod bill;
mod cast;
mod files;
mod people;
mod pricing;
mod story;
mod timeline;
mod words;

#[cfg(test)]
mod tests;

use folio_domain::languages::Language;
use folio_domain::mutations::{Mutation, MutationName};
use folio_domain::organisations::Organisation;
use folio_domain::permissions::Role;
use folio_domain::{ClientId, ContactId, MutationId, Refusal, VersionId};
use jiff::Timestamp;

use self::timeline::Timeline;

/// How many invoices the demo business issues when nothing else is asked.
pub const USUAL_INVOICES: u32 = 400;

/// How many days the story lasts.
pub const DAYS: i64 = 730;

/// The pattern of the number series, which begins at 1 and again each year.
pub const SERIES_PATTERN: &str = "YYYY-0000";

/// Why a story cannot be told on: the rules changed, and what happens in it does not keep to them.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{name:?} is refused: {refusal}")]
pub struct DemoError {
    /// The mutation.
    pub name: MutationName,
    /// Why.
    #[source]
    pub refusal: Refusal,
}

/// A person of the story: the number is their place among [`Demo::people`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DemoActor(pub usize);

/// A person with a sign-in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoPerson {
    /// The name.
    pub name: String,
    /// The e-mail address, in a domain that no mail reaches.
    pub email: String,
    /// The role.
    pub role: Role,
    /// The language.
    pub language: Language,
    /// The client that a client's contact belongs to.
    pub client_id: Option<ClientId>,
    /// The contact that the person is.
    pub contact_id: Option<ContactId>,
}

/// A file of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoFile {
    /// The version whose bytes they are.
    pub version_id: VersionId,
    /// The client that it belongs to.
    pub client_id: ClientId,
    /// The file's name.
    pub file_name: String,
    /// The media type.
    pub media_type: &'static str,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// What one person does at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct DemoBatch {
    /// When; the mutations are to be decided with this as the time.
    pub at: Timestamp,
    /// Who.
    pub actor: DemoActor,
    /// What, in order; at most [`BATCH_MAX`].
    pub mutations: Vec<(MutationId, Mutation)>,
    /// The files that the mutations speak of; to be stored as after an upload.
    pub files: Vec<DemoFile>,
}

/// The most mutations of a batch.
pub const BATCH_MAX: usize = 400;

/// The demo business: who is in it, and what happens, in the order of time.
pub struct Demo {
    /// The organisation as it begins.
    pub organisation: Organisation,
    /// The people with a sign-in: the owner first, then staff, the bookkeeper, and contacts of clients.
    pub people: Vec<DemoPerson>,
    /// When it begins.
    pub begins_at: Timestamp,
    timeline: Timeline,
}

/// The demo business of `seed` with about `invoices` invoices, as it is at `now`.
#[must_use]
pub fn demo(seed: u64, invoices: u32, now: Timestamp) -> Demo {
    let timeline = Timeline::new(seed, invoices, now);
    Demo {
        organisation: people::organisation(),
        people: timeline.people(),
        begins_at: timeline.begins_at(),
        timeline,
    }
}

impl Iterator for Demo {
    type Item = Result<DemoBatch, DemoError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.timeline.next_batch()
    }
}
