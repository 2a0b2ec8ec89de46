//! What payments promise.

use super::*;

#[test]
fn payments_are_reversed_never_edited() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    let part = desk.pay(client, invoice, 4_000).unwrap();
    desk.pay(client, invoice, 6_000).unwrap();
    assert_eq!(desk.due(invoice), 0);
    assert!(is(&desk.pay(client, invoice, 1).unwrap_err(), Reason::OverPaid));
    desk.must(ReversePayment {
        payment_id: part,
        reason: "typed twice".to_owned(),
    });
    assert_eq!(desk.due(invoice), 4_000);
    let again = ReversePayment {
        payment_id: part,
        reason: String::new(),
    };
    assert!(is(
        &desk.run(Role::Owner, again).unwrap_err(),
        Reason::CannotReverse
    ));
    let payments: i64 = desk
        .records
        .all::<Payment>("client_id", client)
        .iter()
        .map(|(_, p)| p.amount.minor)
        .sum();
    assert_eq!(payments, 6_000);
}

proptest! {
    #[test]
    fn what_is_paid_never_exceeds_what_was_asked(amounts in prop::collection::vec(1_i64..8_000, 1..12)) {
        let mut desk = Desk::new();
        let client = desk.client();
        let draft = desk.draft(client, &["100"]);
        let invoice = desk.issue(draft);
        let mut paid = 0;
        for cents in amounts {
            let fits = paid + cents <= 10_000;
            prop_assert_eq!(desk.pay(client, invoice, cents).is_ok(), fits);
            paid += if fits { cents } else { 0 };
            prop_assert_eq!(desk.due(invoice), 10_000 - paid);
            let facts: i64 = desk.records.all::<Allocation>("invoice_id", invoice).iter().map(|(_, a)| a.amount.minor).sum();
            prop_assert_eq!(facts, paid);
        }
    }
}
