use proptest::prelude::*;

use crate::invoices::order::between;

#[test]
fn there_is_always_room() {
    let first = between(None, None);
    let before = between(None, Some(&first));
    let after = between(Some(&first), None);
    assert!(before < first && first < after);
}

proptest! {
    #[test]
    fn a_key_lies_between_its_neighbours(places in prop::collection::vec(any::<prop::sample::Index>(), 1..200)) {
        let mut keys: Vec<String> = Vec::new();
        for place in places {
            let at = place.index(keys.len() + 1);
            let low = at.checked_sub(1).map(|before| keys[before].clone());
            let high = keys.get(at).cloned();
            keys.insert(at, between(low.as_deref(), high.as_deref()));
        }
        prop_assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{keys:?}");
    }
}
