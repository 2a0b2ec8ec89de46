//! Who may see what: roles and grants. Who may do what stands in the policy table, [`crate::mutations::mutation_roles`].

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::ClientId;
use crate::records::{Kind, Place, Side};

/// What a person is to the organisation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Owns the business: may do everything.
    Owner,
    /// Works in the business.
    Staff,
    /// Keeps its books: reads money, changes nothing but payments' matching.
    Bookkeeper,
    /// A client's contact person.
    Client,
    /// The server itself, for what its jobs find out; no person has it and no session can be opened for it.
    System,
}

impl Role {
    /// The roles that a person can have.
    pub const PEOPLE: [Self; 4] = [Self::Owner, Self::Staff, Self::Bookkeeper, Self::Client];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Staff => "staff",
            Self::Bookkeeper => "bookkeeper",
            Self::Client => "client",
            Self::System => "system",
        }
    }

    /// The role of a person that is stored as `text`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::PEOPLE.into_iter().find(|role| role.as_str() == text)
    }
}

/// Which clients a grant reaches.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Every client, and the organisation's own.
    All,
    /// One client, and what is for everyone.
    Client(ClientId),
}

/// Which kinds of record a grant shows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kinds {
    /// All kinds.
    All,
    /// What the books need: parties, invoices, payments and the trail's hashes; no drafts, notes or messages.
    Money,
    /// What a client is shown.
    Portal,
}

impl Kinds {
    /// The kinds meant.
    #[must_use]
    pub fn list(self) -> &'static [Kind] {
        match self {
            Self::All => Kind::ALL,
            Self::Money => &[
                Kind::Organisation,
                Kind::Stationery,
                Kind::Series,
                Kind::Client,
                Kind::Contact,
                Kind::Invoice,
                Kind::InvoiceStanding,
                Kind::InvoicePdf,
                Kind::Payment,
                Kind::Allocation,
                Kind::ImportRun,
                Kind::TrailLink,
            ],
            Self::Portal => &[
                Kind::Organisation,
                Kind::Stationery,
                Kind::Client,
                Kind::Contact,
                Kind::Invoice,
                Kind::InvoiceStanding,
                Kind::InvoicePdf,
                Kind::Payment,
                Kind::Allocation,
                Kind::Thread,
                Kind::Message,
                Kind::ReadMark,
                Kind::Document,
                Kind::DocumentVersion,
                Kind::FieldHistory,
            ],
        }
    }

    /// Whether `kind` is among them.
    #[must_use]
    pub fn has(self, kind: Kind) -> bool {
        self.list().contains(&kind)
    }
}

/// A permission to see rows: of these clients, on these sides, of these kinds.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
pub struct Grant {
    /// Which clients.
    pub reach: Reach,
    /// Which sides.
    pub sides: Vec<Side>,
    /// Which kinds.
    pub kinds: Kinds,
}

impl Grant {
    /// The grant that a new member with `role` gets; `client` is whom a client's contact belongs to.
    /// None for a client's contact without a client, and for the system.
    #[must_use]
    pub fn for_role(role: Role, client: Option<ClientId>) -> Option<Self> {
        match role {
            Role::Owner | Role::Staff => Some(Self {
                reach: Reach::All,
                sides: Side::ALL.to_vec(),
                kinds: Kinds::All,
            }),
            Role::Bookkeeper => Some(Self {
                reach: Reach::All,
                sides: Side::ALL.to_vec(),
                kinds: Kinds::Money,
            }),
            Role::Client => client.map(|client| Self {
                reach: Reach::Client(client),
                sides: vec![Side::Everyone, Side::Shared],
                kinds: Kinds::Portal,
            }),
            Role::System => None,
        }
    }

    /// Whether it shows a row of `kind` in `place`.
    #[must_use]
    pub fn shows(&self, kind: Kind, place: Place) -> bool {
        let reached = match self.reach {
            Reach::All => true,
            Reach::Client(client) => match place.client_id {
                Some(owner) => owner == client,
                None => place.side == Side::Everyone,
            },
        };
        reached && self.sides.contains(&place.side) && self.kinds.has(kind)
    }
}

/// What a person may see: the sum of the grants. The system sees everything.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Access {
    /// The role.
    pub role: Role,
    /// The grants.
    pub grants: Vec<Grant>,
}

impl Access {
    /// Whether a row of `kind` in `place` may be seen.
    #[must_use]
    pub fn shows(&self, kind: Kind, place: Place) -> bool {
        self.role == Role::System || self.grants.iter().any(|grant| grant.shows(kind, place))
    }

    /// The one client that the person belongs to, when they are a client's contact.
    #[must_use]
    pub fn own_client(&self) -> Option<ClientId> {
        self.grants.iter().find_map(|grant| match grant.reach {
            Reach::Client(client) => Some(client),
            Reach::All => None,
        })
    }
}
