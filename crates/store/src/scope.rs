//! Scopes: the only way to read. A scope says who asks and what they may see.

use folio_domain::ids::{ClientId, InvoiceId, OrgId, PrincipalId};
use folio_domain::mutations::Actor;
use folio_domain::permissions::{Access, Reach, Role};
use folio_domain::records::{Kind, Row, Side};
use uuid::Uuid;

/// Who asks, and what they may see. Made by a session, or by the replica for its person.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The organisation.
    pub org_id: OrgId,
    /// The person.
    pub actor: Actor,
    narrowed: Option<(InvoiceId, ClientId)>,
}

impl Scope {
    /// The scope of `actor`.
    #[must_use]
    pub fn new(org_id: OrgId, actor: Actor) -> Self {
        Self {
            org_id,
            actor,
            narrowed: None,
        }
    }

    /// The scope of the server itself: sees everything of the organisation.
    #[must_use]
    pub fn system(org_id: OrgId) -> Self {
        Self::new(org_id, system_actor())
    }

    /// The same, narrowed to one invoice of `client` and what belongs to it: what the invoice's link opens.
    #[must_use]
    pub fn narrowed_to(mut self, invoice: InvoiceId, client: ClientId) -> Self {
        self.narrowed = Some((invoice, client));
        self
    }

    /// The one invoice that it is narrowed to, if any.
    #[must_use]
    pub fn narrowed(&self) -> Option<InvoiceId> {
        self.narrowed.map(|(invoice, _)| invoice)
    }

    /// Whether `row` may be seen.
    #[must_use]
    pub fn shows(&self, row: &Row) -> bool {
        self.narrowed.is_none() && self.actor.access.shows(row.kind(), row.place)
    }

    /// The SQL condition that holds for the rows of `kind` that may be seen; `alias` names their table. The text
    /// holds nothing but ids and names of this crate.
    #[must_use]
    pub fn visible(&self, kind: Kind, alias: &str) -> String {
        let access = access_condition(&self.actor.access, kind, alias);
        match self.narrowed {
            None => access,
            Some((invoice, client)) => {
                format!(
                    "({access} AND {})",
                    narrowed_condition(kind, alias, invoice, client)
                )
            }
        }
    }
}

/// The server itself as an actor.
pub(crate) fn system_actor() -> Actor {
    let access = Access {
        role: Role::System,
        grants: Vec::new(),
    };
    Actor {
        principal_id: PrincipalId(Uuid::nil()),
        name: String::new(),
        access,
    }
}

fn access_condition(access: &Access, kind: Kind, alias: &str) -> String {
    if access.role == Role::System {
        return "1 = 1".to_owned();
    }
    let conditions: Vec<String> = access
        .grants
        .iter()
        .filter(|grant| grant.kinds.has(kind))
        .map(|grant| {
            if grant.reach == Reach::All && Side::ALL.iter().all(|side| grant.sides.contains(side)) {
                // Said plainly, so that an index alone can answer a count.
                return "1 = 1".to_owned();
            }
            let sides: Vec<String> = grant
                .sides
                .iter()
                .map(|side| format!("'{}'", side.as_str()))
                .collect();
            let sides = format!("{alias}.side IN ({})", sides.join(", "));
            match grant.reach {
                Reach::All => sides,
                Reach::Client(client) => format!(
                    "({alias}.client_id = '{client}' OR {alias}.client_id IS NULL AND {alias}.side = '{}') \
                     AND {sides}",
                    Side::Everyone.as_str()
                ),
            }
        })
        .collect();
    if conditions.is_empty() {
        "1 = 0".to_owned()
    } else {
        format!("(({}))", conditions.join(") OR ("))
    }
}

fn narrowed_condition(kind: Kind, alias: &str, invoice: InvoiceId, client: ClientId) -> String {
    match kind {
        Kind::Organisation => "1 = 1".to_owned(),
        Kind::Client => format!("{alias}.id = '{client}'"),
        Kind::Invoice | Kind::InvoiceStanding | Kind::InvoicePdf => format!("{alias}.id = '{invoice}'"),
        Kind::Allocation => format!("{alias}.invoice_id = '{invoice}'"),
        Kind::Payment => format!(
            "EXISTS (SELECT 1 FROM allocation AS part WHERE part.org_id = {alias}.org_id \
             AND part.payment_id = {alias}.id AND part.invoice_id = '{invoice}')"
        ),
        _ => "1 = 0".to_owned(),
    }
}
