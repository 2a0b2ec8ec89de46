//! What every record carries: columns, search words, and the chain of the trail.

use super::*;

#[test]
fn a_rewritten_trail_is_noticed() {
    let mut desk = Desk::new();
    let note = desk
        .must(SetSeries {
            pattern: "0".to_owned(),
            next: 41,
            restarts_yearly: false,
            credit_notes: false,
        })
        .note
        .unwrap();
    let ctx = Context {
        org_id: desk.org,
        actor: Actor {
            principal_id: PrincipalId(Uuid::nil()),
            name: "Asha".to_owned(),
            access: Access {
                role: Role::Owner,
                grants: Vec::new(),
            },
        },
        mutation_id: MutationId(Uuid::from_u128(5)),
        now: Timestamp::UNIX_EPOCH,
        today: date(2026, 1, 1),
    };
    let activity = Activity::new(&ctx, "set_series", &note, "00", [7; 16]);
    let head = TrailHead::default();
    let (first, after) = head.append(ActivityId(Uuid::from_u128(1)), &activity);
    let (second, _) = after.append(ActivityId(Uuid::from_u128(2)), &activity);
    assert!(first.follows(&head) && second.follows(&after));
    let rewritten = Activity {
        label: "other".to_owned(),
        ..activity
    };
    assert_ne!(rewritten.commitment(), first.commitment);
    assert!(!second.follows(&head));
}

#[test]
fn hindi_and_tamil_words_are_found_whole() {
    assert_eq!(tokens("विद्यालय की फ़ीस"), ["विद्यालय", "की", "फ़ीस"]);
    assert_eq!(tokens("தமிழ்நாடு கொள்கை"), ["தமிழ்நாடு", "கொள்கை"]);
    assert_eq!(
        tokens("Müller, ĈIUJ 2026-0041!"),
        ["muller", "ciuj", "2026", "0041"]
    );
    assert!(sort_key("Ärzte") < sort_key("Bauer"));
}

#[test]
fn every_kind_has_its_columns_in_the_envelope_or_beside_it() {
    for kind in Kind::ALL {
        let mut seen = BTreeMap::new();
        for column in crate::registry::columns(*kind) {
            assert!(seen.insert(column, ()).is_none(), "{kind:?} has {column} twice");
        }
        assert_eq!(Kind::parse(kind.table()), Some(*kind));
    }
}
