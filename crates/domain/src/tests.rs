//! Tests of whole mutations: decided one after the other over records in memory.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use uuid::Uuid;

use crate::clients::{AddClient, Client};
use crate::decisions::{Actor, Context, Decision, Effect};
use crate::fields::{FieldEdit, FieldHistory};
use crate::ids::*;
use crate::invoices::{
    AddLine, Billing, CreateDraft, Discount, Draft, DraftLine, EditDraft, Invoice, InvoiceStanding,
    IssueInvoice, LineItem, Series, SetSeries, TaxMode, content_hash, invoice_id, lines_of, series_id,
};
use crate::languages::Language;
use crate::money::{Currency, Money};
use crate::mutations::{Mutation, MutationName, Seat, decide, keep_written_once};
use crate::organisations::{BankDetails, Organisation};
use crate::payments::{Allocation, AllocationPart, Payment, PaymentMethod, RecordPayment, ReversePayment};
use crate::people::{AddContact, AddMember, Address, Contact, Member, RemoveContact};
use crate::permissions::{Access, Grant, Role};
use crate::records::{Kind, Place, Record as _, Records, Write};
use crate::refusals::{Reason, Refusal};
use crate::search::{sort_key, tokens};
use crate::trail::{Activity, TrailHead};

mod credits;
mod imports;
mod limits;
mod series;

struct Desk {
    org: OrgId,
    records: Records,
    next: u128,
}

impl Desk {
    fn new() -> Self {
        let org = OrgId(Uuid::from_u128(1));
        let mut desk = Self {
            org,
            records: Records::default(),
            next: 100,
        };
        let organisation = Organisation {
            name: "Studio".to_owned(),
            address: Address::default(),
            tax_id: String::new(),
            email: String::new(),
            phone: String::new(),
            hours: String::new(),
            time_zone: "Asia/Kolkata".to_owned(),
            language: Language::En,
            currency: euro(),
            payment_terms_days: 14,
            bank: BankDetails::default(),
            invoice_note: String::new(),
        };
        desk.records
            .apply(&Write::put(org, Place::EVERYONE, organisation), 1);
        desk.must(SetSeries {
            pattern: "YYYY-0000".to_owned(),
            next: 41,
            restarts_yearly: false,
            credit_notes: false,
        });
        desk
    }

    fn id(&mut self) -> Uuid {
        self.next += 1;
        Uuid::from_u128(self.next)
    }

    fn run(&mut self, role: Role, mutation: impl Into<Mutation>) -> Result<Decision, Refusal> {
        let mutation = mutation.into();
        let grants = Grant::for_role(role, Some(ClientId(Uuid::from_u128(7))))
            .into_iter()
            .collect();
        let ctx = Context {
            org_id: self.org,
            actor: Actor {
                principal_id: PrincipalId(Uuid::from_u128(2)),
                name: "Asha".to_owned(),
                access: Access { role, grants },
            },
            mutation_id: MutationId(self.id()),
            now: Timestamp::UNIX_EPOCH,
            today: date(2026, 3, 1),
        };
        let decision = decide(Seat::Server, &ctx, &mutation, &self.records)?;
        // Each mutation has a sequence number of its own.
        let version = i64::try_from(self.next).unwrap();
        for write in &decision.writes {
            self.records.apply(write, version);
        }
        Ok(decision)
    }

    fn must(&mut self, mutation: impl Into<Mutation>) -> Decision {
        self.run(Role::Owner, mutation).unwrap()
    }

    fn client(&mut self) -> ClientId {
        let client_id = ClientId(self.id());
        let client = Client {
            name: "Müller".to_owned(),
            address: Address::default(),
            tax_id: String::new(),
            language: Language::En,
            currency: euro(),
            payment_terms_days: None,
            client_number: String::new(),
        };
        self.must(AddClient { client_id, client });
        client_id
    }

    fn draft(&mut self, client: ClientId, prices: &[&str]) -> DraftId {
        let draft_id = DraftId(self.id());
        let billing = Billing {
            client_id: Some(client),
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
        };
        self.must(CreateDraft {
            draft_id,
            billing,
            issue_date: None,
            payment_terms_days: 14,
            note: String::new(),
        });
        let mut after = None;
        for price in prices {
            let line_id = LineId(self.id());
            self.must(AddLine {
                draft_id,
                line_id,
                after,
                item: item(price),
            });
            after = Some(line_id);
        }
        draft_id
    }

    fn hash(&self, draft: DraftId) -> String {
        content_hash(
            self.records.get::<Draft>(draft).unwrap(),
            &lines_of(&self.records, draft),
        )
    }

    fn issue(&mut self, draft_id: DraftId) -> InvoiceId {
        let content_hash = self.hash(draft_id);
        self.must(IssueInvoice {
            draft_id,
            content_hash,
            send: false,
        });
        invoice_id(draft_id)
    }

    fn pay(&mut self, client_id: ClientId, invoice_id: InvoiceId, cents: i64) -> Result<PaymentId, Refusal> {
        let payment_id = PaymentId(self.id());
        let amount = Money::new(cents, euro());
        let mutation = RecordPayment {
            payment_id,
            client_id,
            received_on: date(2026, 3, 2),
            amount,
            method: PaymentMethod::BankTransfer,
            reference: String::new(),
            allocations: vec![AllocationPart { invoice_id, amount }],
        };
        self.run(Role::Owner, mutation).map(|_| payment_id)
    }

    fn due(&self, invoice: InvoiceId) -> i64 {
        self.records
            .get::<InvoiceStanding>(invoice)
            .unwrap()
            .amount_due
            .minor
    }
}

fn euro() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn item(price: &str) -> LineItem {
    LineItem {
        description: "Work".to_owned(),
        quantity: 1.into(),
        unit: String::new(),
        unit_price: price.parse().unwrap(),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

fn is(refusal: &Refusal, reason: Reason) -> bool {
    refusal.message_key == reason.message_key()
}

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

#[test]
fn who_is_no_longer_a_contact_is_no_longer_a_member() {
    let mut desk = Desk::new();
    let client_id = desk.client();
    let contact_id = ContactId(desk.id());
    let contact = Contact {
        client_id,
        first_name: "Karl".to_owned(),
        last_name: String::new(),
        email: String::new(),
        phone: String::new(),
        language: None,
        gets_invoices: true,
    };
    desk.must(AddContact { contact_id, contact });
    let principal_id = PrincipalId(desk.id());
    let member = Member {
        name: "Karl".to_owned(),
        email: "karl@client.example".to_owned(),
        role: Role::Client,
        client_id: Some(client_id),
        contact_id: Some(contact_id),
        ended_at: None,
    };
    desk.run(Role::System, AddMember { principal_id, member })
        .unwrap();
    let removed = desk.run(Role::Staff, RemoveContact { contact_id }).unwrap();
    assert_eq!(removed.effects, [Effect::EndPrincipal { principal_id }]);
    assert!(
        desk.records
            .get::<Member>(principal_id)
            .unwrap()
            .ended_at
            .is_some()
    );
    assert!(desk.records.find::<Contact>(contact_id).is_none());
}

#[test]
fn the_policy_table_is_closed() {
    let mut desk = Desk::new();
    let series = || SetSeries {
        pattern: "0".to_owned(),
        next: 1,
        restarts_yearly: false,
        credit_notes: false,
    };
    for role in [Role::Staff, Role::Bookkeeper, Role::Client] {
        assert!(
            is(&desk.run(role, series()).unwrap_err(), Reason::Forbidden),
            "{role:?}"
        );
    }
}

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
