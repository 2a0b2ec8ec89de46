//! What no record may hold.

use super::*;
use crate::money::MINOR_MAX;

#[test]
fn an_amount_that_cannot_be_held_is_refused_without_a_fault() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    for units in [i64::MAX, MINOR_MAX + 1, MINOR_MAX] {
        let refusal = desk.pay(client, invoice, units).unwrap_err();
        assert!(is(&refusal, Reason::AmountTooLarge), "{units} {refusal:?}");
    }
    assert!(is(
        &desk.pay(client, invoice, i64::MIN).unwrap_err(),
        Reason::NotPositive
    ));
    let (least, one) = (Money::new(i64::MIN, euro()), Money::new(1, euro()));
    assert!(least.in_range().is_err() && least.plus(one).is_err());
    assert!(one.minus(least).is_err() && least.minus(one).is_err());
    assert!(least.negated().in_range().is_err());
}

#[test]
fn an_invoice_that_would_keep_a_month_from_being_summed_up_is_not_issued() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft_id = desk.draft(client, &["900719925474.10"]);
    let content_hash = desk.hash(draft_id);
    let issue = IssueInvoice {
        draft_id,
        content_hash,
        send: false,
    };
    let refusal = desk.run(Role::Owner, issue).unwrap_err();
    assert!(is(&refusal, Reason::AmountTooLarge), "{refusal:?}");
    let draft = desk.draft(client, &["900719925474.09"]);
    let invoice = desk.issue(draft);
    desk.pay(client, invoice, MINOR_MAX / 100).unwrap();
    assert_eq!(desk.due(invoice), 0, "what can be asked can be paid");
}

#[test]
fn a_text_with_nul_is_found_wherever_it_stands() {
    let edit = |field: &str, to: serde_json::Value| -> Mutation {
        let edit = FieldEdit {
            field: field.to_owned(),
            from: "".into(),
            to,
        };
        EditDraft {
            draft_id: DraftId(Uuid::nil()),
            edits: vec![edit],
        }
        .into()
    };
    for (mutation, fits) in [
        (edit("note", "\\u0000 is how JSON writes it".into()), true),
        (edit("note", "\0".into()), false),
        (edit("no\0te", "".into()), false),
        (edit("billing", serde_json::json!({ "a": ["\0"] })), false),
        (edit("billing", serde_json::json!({ "\0": 1 })), false),
    ] {
        assert_eq!(mutation.check_texts().is_ok(), fits, "{mutation:?}");
    }
}
