//! Turns: work that an organisation's people do one after the other, because it is heavy.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use folio_domain::ids::OrgId;

/// Whose turn it is at one kind of work, in this process.
#[derive(Clone, Default)]
pub struct Turns(Arc<Mutex<HashSet<OrgId>>>);

/// A turn; it ends when it is dropped, whatever ended the work.
pub struct Turn {
    turns: Turns,
    org_id: OrgId,
}

impl Turns {
    /// The organisation's turn; none while it has one already.
    #[must_use]
    pub fn take(&self, org_id: OrgId) -> Option<Turn> {
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.insert(org_id).then(|| Turn {
            turns: self.clone(),
            org_id,
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut taken = self.turns.0.lock().unwrap_or_else(PoisonError::into_inner);
        taken.remove(&self.org_id);
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn an_organisation_has_one_turn_at_a_time() {
        let turns = Turns::default();
        let [one, other] = [1, 2].map(|number| OrgId(Uuid::from_u128(number)));
        let turn = turns.take(one);
        assert!(turn.is_some() && turns.take(one).is_none());
        assert!(turns.take(other).is_some(), "others do not wait");
        drop(turn);
        assert!(turns.take(one).is_some());
    }
}
