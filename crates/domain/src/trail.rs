//! The trail: every change and every look is an entry, chained by hashes so that none can be rewritten unseen.
//! The chain covers a salted commitment to each entry, so that its links can be shown to the bookkeeper without
//! the entries themselves.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use ts_rs::TS;
use uuid::Uuid;

use crate::decisions::{Context, Note};
use crate::ids::{ActivityId, MutationId, PrincipalId};
use crate::permissions::Role;
use crate::record;
use crate::records::Kind;

/// An entry of the trail, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Who.
    pub actor_id: PrincipalId,
    /// Who, by name as it was then.
    pub actor_name: String,
    /// What they were to the business.
    pub actor_role: Role,
    /// What they did: a mutation's name.
    #[ts(type = "MutationName")]
    pub action: String,
    /// The mutation.
    pub mutation_id: MutationId,
    /// The kind of record that it is about.
    pub about_kind: Option<Kind>,
    /// The record that it is about.
    #[ts(type = "string | null")]
    pub about_id: Option<Uuid>,
    /// What a person reads: a number, a title, a name.
    pub label: String,
    /// SHA-256 of the mutation's arguments, in hex: ties the entry to what was done.
    pub args_sha256: String,
    /// Random bytes in hex that keep the commitment from being guessed.
    pub salt: String,
}

record!(Activity |me| {
    "at": me.at,
    "action": &me.action,
    "actor_id": me.actor_id.0,
    "actor_role": me.actor_role.as_str(),
    "about_id": me.about_id,
});

/// An entry of the trail, as a link of its chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailLink {
    /// Its place in the chain, from 1 without a gap.
    #[ts(type = "number")]
    pub position: i64,
    /// The entry.
    pub activity_id: ActivityId,
    /// SHA-256 of the entry with its salt, in hex.
    pub commitment: String,
    /// The hash of the link before; 64 zeros for the first.
    pub previous: String,
    /// SHA-256 over position, commitment and previous, in hex.
    pub hash: String,
}

record!(TrailLink |me| { "position": me.position });

/// The end of a chain.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrailHead {
    /// The position of the last link; 0 for none.
    #[ts(type = "number")]
    pub position: i64,
    /// Its hash; 64 zeros for none.
    pub hash: String,
}

impl Default for TrailHead {
    fn default() -> Self {
        Self {
            position: 0,
            hash: "0".repeat(64),
        }
    }
}

impl Activity {
    /// The entry for the mutation of `ctx`, whose arguments have this hash.
    #[must_use]
    pub fn new(ctx: &Context, action: &str, note: &Note, args_sha256: &str, salt: [u8; 16]) -> Self {
        Self {
            at: ctx.now,
            actor_id: ctx.actor.principal_id,
            actor_name: ctx.actor.name.clone(),
            actor_role: ctx.actor.access.role,
            action: action.to_owned(),
            mutation_id: ctx.mutation_id,
            about_kind: note.about.map(|(kind, _)| kind),
            about_id: note.about.map(|(_, id)| id),
            label: note.label.clone(),
            args_sha256: args_sha256.to_owned(),
            salt: hex::encode(salt),
        }
    }

    /// SHA-256 of the entry with its salt, in hex: every field, each preceded by its length.
    #[must_use]
    pub fn commitment(&self) -> String {
        let mut hash = Sha256::new();
        let about = self.about_id.map(|id| id.to_string()).unwrap_or_default();
        for part in [
            self.salt.as_str(),
            &self.at.to_string(),
            &self.actor_id.to_string(),
            &self.actor_name,
            self.actor_role.as_str(),
            &self.action,
            &self.mutation_id.to_string(),
            self.about_kind.map_or("", Kind::table),
            &about,
            &self.label,
            &self.args_sha256,
        ] {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part.as_bytes());
        }
        hex::encode(hash.finalize())
    }
}

impl TrailHead {
    /// The link that chains `activity` to this head, and the head after it.
    #[must_use]
    pub fn append(&self, activity_id: ActivityId, activity: &Activity) -> (TrailLink, Self) {
        let position = self.position + 1;
        let commitment = activity.commitment();
        let hash = link_hash(position, &commitment, &self.hash);
        let link = TrailLink {
            position,
            activity_id,
            commitment,
            previous: self.hash.clone(),
            hash: hash.clone(),
        };
        (link, Self { position, hash })
    }
}

impl TrailLink {
    /// Whether it follows `head` and its hash is right.
    #[must_use]
    pub fn follows(&self, head: &TrailHead) -> bool {
        self.position == head.position + 1
            && self.previous == head.hash
            && self.hash == link_hash(self.position, &self.commitment, &self.previous)
    }
}

fn link_hash(position: i64, commitment: &str, previous: &str) -> String {
    sha256_hex(format!("{position}\n{commitment}\n{previous}").as_bytes())
}

/// SHA-256 of `bytes`, in hex.
#[must_use]
pub fn sha256_hex(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}
