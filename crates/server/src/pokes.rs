//! Pokes: "something of these kinds changed", to those who may see it. They carry no data, so that one who misses
//! some only asks again.

use std::collections::BTreeSet;

use folio_domain::ids::OrgId;
use folio_domain::permissions::Access;
use folio_domain::records::{Kind, Place};
use folio_protocol::sync::Poke;
use folio_store::Submitted;
use tokio::sync::broadcast;

/// A listener that falls further behind hears "anything may have changed" instead.
const BACKLOG: usize = 256;

/// What one submission touched.
#[derive(Clone, Debug)]
pub struct Touched {
    org_id: OrgId,
    places: Vec<(Kind, Place)>,
}

impl Touched {
    /// The poke for someone in `org_id` who sees what `access` shows; none when nothing of it is theirs.
    #[must_use]
    pub fn poke_for(&self, org_id: OrgId, access: &Access) -> Option<Poke> {
        if org_id != self.org_id {
            return None;
        }
        let shown = self
            .places
            .iter()
            .filter(|(kind, place)| access.shows(*kind, *place));
        let kinds: BTreeSet<Kind> = shown.map(|(kind, _)| *kind).collect();
        (!kinds.is_empty()).then(|| Poke {
            kinds: kinds.into_iter().collect(),
        })
    }
}

/// Who wants to hear of changes. Listeners of this process; several processes on one database each hear their own.
#[derive(Clone)]
pub struct Pokes(broadcast::Sender<Touched>);

impl Default for Pokes {
    fn default() -> Self {
        Self(broadcast::channel(BACKLOG).0)
    }
}

impl Pokes {
    /// Tells what a submission touched.
    pub fn tell(&self, org_id: OrgId, submitted: &Submitted) {
        if !submitted.places.is_empty() {
            // It fails when nobody listens, which is nobody's loss.
            let _ = self.0.send(Touched {
                org_id,
                places: submitted.places.clone(),
            });
        }
    }

    /// Hears what is touched from now on.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Touched> {
        self.0.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use folio_domain::ids::ClientId;
    use folio_domain::permissions::{Grant, Role};
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_client_hears_of_its_own_alone() {
        let (org, own, other) = (
            OrgId(Uuid::from_u128(1)),
            ClientId(Uuid::from_u128(2)),
            ClientId(Uuid::from_u128(3)),
        );
        let grant = Grant::for_role(Role::Client, Some(own)).unwrap();
        let access = Access {
            role: Role::Client,
            grants: vec![grant],
        };
        let touched = |places: Vec<(Kind, Place)>| Touched { org_id: org, places };
        let internal = (Kind::Draft, Place::internal(Some(own)));
        let shared = (Kind::Invoice, Place::shared(own));
        let foreign = (Kind::Invoice, Place::shared(other));
        assert_eq!(touched(vec![internal, foreign]).poke_for(org, &access), None);
        let poke = touched(vec![internal, shared, foreign])
            .poke_for(org, &access)
            .unwrap();
        assert_eq!(poke.kinds, [Kind::Invoice]);
        assert_eq!(
            touched(vec![shared]).poke_for(OrgId(Uuid::from_u128(9)), &access),
            None
        );
    }
}
