//! What issuing promises.

use super::*;

#[test]
fn issuing_takes_the_next_number_and_the_draft_is_gone() {
    let mut desk = Desk::new();
    let client = desk.client();
    let (first, second) = (desk.draft(client, &["10", "20"]), desk.draft(client, &["5"]));
    let first = desk.issue(first);
    let second_id = desk.issue(second);
    let number = |id: InvoiceId| desk.records.get::<Invoice>(id).unwrap().number.clone();
    assert_eq!(
        (number(first), number(second_id)),
        ("2026-0041".to_owned(), "2026-0042".to_owned())
    );
    assert_eq!(desk.due(first), 3_000);
    assert!(desk.records.find::<Draft>(second).is_none());
    assert!(desk.records.all::<DraftLine>("draft_id", second).is_empty());
    assert_eq!(desk.records.get::<Series>(series_id(desk.org)).unwrap().next, 43);
}

#[test]
fn an_issued_invoice_is_never_written_again() {
    let mut desk = Desk::new();
    let (client, other) = (desk.client(), desk.client());
    let draft_id = desk.draft(client, &["10"]);
    let issued = desk.issue(draft_id);
    let frozen = desk.records.row(Kind::Invoice, issued).unwrap().clone();
    let billing = Billing {
        client_id: Some(other),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let again = CreateDraft {
        draft_id,
        billing,
        issue_date: None,
        payment_terms_days: 14,
        note: String::new(),
    };
    assert!(is(&desk.run(Role::Owner, again).unwrap_err(), Reason::IdTaken));

    // A draft of that id that came to be in spite of it is not issued either.
    let twin = desk.draft(other, &["7"]);
    let draft = desk.records.get::<Draft>(twin).unwrap().clone();
    let line = lines_of(&desk.records, twin)[0].1.clone();
    let place = draft.place();
    let line = DraftLine { draft_id, ..line };
    desk.records.apply(&Write::put(draft_id, place, draft), 1);
    desk.records
        .apply(&Write::put(LineId(Uuid::from_u128(9)), place, line), 1);
    let issue = IssueInvoice {
        draft_id,
        content_hash: desk.hash(draft_id),
        send: false,
    };
    assert!(is(&desk.run(Role::Owner, issue).unwrap_err(), Reason::IdTaken));

    let overwrite = [Write::put(
        issued,
        frozen.place,
        Invoice::from_body(&frozen.body).unwrap().clone(),
    )];
    let removal = [Write::Delete {
        kind: Kind::Invoice,
        id: issued.0,
    }];
    let standing = desk.records.get::<InvoiceStanding>(issued).unwrap().clone();
    let restated = [Write::put(issued, frozen.place, standing)];
    let issuing = MutationName::IssueInvoice;
    assert!(keep_written_once(issuing, &overwrite, &desk.records).is_err());
    assert!(keep_written_once(issuing, &removal, &desk.records).is_err());
    assert!(keep_written_once(MutationName::UndoImport, &removal, &desk.records).is_err());
    assert!(keep_written_once(issuing, &overwrite, &Records::default()).is_ok());
    assert!(keep_written_once(issuing, &restated, &desk.records).is_ok());
    assert_eq!(desk.records.row(Kind::Invoice, issued), Some(&frozen));
}

#[test]
fn nothing_is_issued_that_was_not_seen() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft_id = desk.draft(client, &["10"]);
    let content_hash = desk.hash(draft_id);
    let line_id = LineId(desk.id());
    desk.must(AddLine {
        draft_id,
        line_id,
        after: None,
        item: item("1"),
    });
    let refusal = desk
        .run(
            Role::Owner,
            IssueInvoice {
                draft_id,
                content_hash,
                send: true,
            },
        )
        .unwrap_err();
    assert!(is(&refusal, Reason::DraftChanged), "{refusal:?}");
    assert_eq!(
        desk.records.get::<Series>(series_id(desk.org)).unwrap().next,
        41,
        "no number is spent"
    );
}

#[test]
fn an_invoice_is_not_dated_years_ahead() {
    let mut desk = Desk::new();
    let client = desk.client();
    for (issue_date, fits) in [
        (date(2027, 3, 1), true),
        (date(2027, 3, 2), false),
        (date(2062, 1, 1), false),
    ] {
        let draft_id = desk.draft(client, &["10"]);
        let mut draft = desk.records.get::<Draft>(draft_id).unwrap().clone();
        draft.issue_date = Some(issue_date);
        desk.records.apply(&Write::put(draft_id, draft.place(), draft), 1);
        let content_hash = desk.hash(draft_id);
        let issue = IssueInvoice {
            draft_id,
            content_hash,
            send: false,
        };
        match desk.run(Role::Owner, issue) {
            Ok(_) => assert!(fits, "{issue_date}"),
            Err(refusal) => assert!(
                !fits && is(&refusal, Reason::TooFarAhead),
                "{issue_date} {refusal:?}"
            ),
        }
    }
}

#[test]
fn the_last_arrival_wins_and_the_other_value_is_kept() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft_id = desk.draft(client, &["10"]);
    let edit = |from: &str, to: &str| EditDraft {
        draft_id,
        edits: vec![FieldEdit {
            field: "reference".to_owned(),
            from: from.into(),
            to: to.into(),
        }],
    };
    desk.must(edit("", "PO 1"));
    desk.must(edit("", "PO 2"));
    assert_eq!(desk.records.get::<Draft>(draft_id).unwrap().reference, "PO 2");
    let lost = desk.records.all::<FieldHistory>("about_id", draft_id);
    assert_eq!(lost.len(), 1);
    assert_eq!(lost[0].1.lost, "PO 1");
}

#[test]
fn what_was_seen_does_not_depend_on_the_clock_of_a_desk() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft_id = desk.draft(client, &["10"]);
    let draft = desk.records.get::<Draft>(draft_id).unwrap();
    let elsewhere = Draft {
        created_at: Timestamp::MAX,
        edited_at: Timestamp::MAX,
        ..draft.clone()
    };
    let lines = lines_of(&desk.records, draft_id);
    assert_eq!(content_hash(draft, &lines), content_hash(&elsewhere, &lines));
    let other = Draft {
        note: "other".to_owned(),
        ..draft.clone()
    };
    assert_ne!(content_hash(draft, &lines), content_hash(&other, &lines));
}

#[test]
fn what_asks_for_less_than_nothing_is_no_invoice() {
    let mut desk = Desk::new();
    let client = desk.client();
    for (prices, fits) in [(["10", "-10"], true), (["10", "-10.01"], false)] {
        let draft_id = desk.draft(client, &prices);
        let issue = IssueInvoice {
            draft_id,
            content_hash: desk.hash(draft_id),
            send: false,
        };
        match desk.run(Role::Owner, issue) {
            Ok(_) => assert!(fits, "{prices:?}"),
            Err(refusal) => assert!(!fits && is(&refusal, Reason::BelowNothing), "{refusal:?}"),
        }
    }
}
