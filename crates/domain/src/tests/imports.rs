//! Imports, and taking them back.

use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;
use crate::imports::{ImportBatch, ImportRun, ImportedClient, ImportedInvoice, ImportedPayment, UndoImport};
use crate::invoices::{Credited, MarkSent, Origin, Party, ViewInvoice};
use crate::threads::{MessageKind, NewMessage, StartThread, Subject};

const NUMBER: &str = "OLD-7";

fn invoice(number: &str) -> Invoice {
    let nobody = Party {
        name: String::new(),
        address: Address::default(),
        tax_id: String::new(),
        email: String::new(),
        phone: String::new(),
    };
    let amount = Money::new(10_000, euro());
    Invoice {
        number: number.to_owned(),
        client_id: ClientId(Uuid::nil()),
        origin: Origin::Imported {
            source: "old".to_owned(),
        },
        seller: nobody.clone(),
        bank: BankDetails::default(),
        buyer: nobody,
        language: Language::En,
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
        issue_date: date(2026, 1, 2),
        due_date: date(2026, 1, 30),
        delivered_on: None,
        reference: String::new(),
        note: String::new(),
        discount: Discount::None,
        lines: Vec::new(),
        subtotal: amount,
        discount_total: Money::zero(euro()),
        taxable_total: amount,
        taxes: Vec::new(),
        tax_total: Money::zero(euro()),
        total: amount,
        einvoice: None,
        credits: None,
        issued_at: Timestamp::UNIX_EPOCH,
    }
}

fn payment(key: &str, number: &str, cents: i64) -> ImportedPayment {
    ImportedPayment {
        client_key: "Birch".to_owned(),
        key: key.to_owned(),
        invoice_number: Some(number.to_owned()),
        received_on: date(2026, 1, 9),
        amount: Money::new(cents, euro()),
        method: PaymentMethod::BankTransfer,
        reference: String::new(),
    }
}

fn batch(numbers: &[&str]) -> ImportBatch {
    let contact = Contact {
        client_id: ClientId(Uuid::nil()),
        first_name: "Ada".to_owned(),
        last_name: String::new(),
        email: "ada@birch.example".to_owned(),
        phone: String::new(),
        language: None,
        gets_invoices: true,
    };
    let client = Client {
        name: "Birch".to_owned(),
        address: Address::default(),
        tax_id: String::new(),
        language: Language::En,
        currency: euro(),
        payment_terms_days: None,
        client_number: String::new(),
    };
    let invoices = numbers.iter().map(|number| ImportedInvoice {
        client_key: "Birch".to_owned(),
        invoice: invoice(number),
        sent_at: "2026-01-02T00:00:00Z".parse().ok(),
    });
    ImportBatch {
        source: "old".to_owned(),
        clients: vec![ImportedClient {
            key: "Birch".to_owned(),
            client,
            contacts: vec![contact],
        }],
        invoices: invoices.collect(),
        payments: numbers
            .iter()
            .map(|number| payment(number, number, 4_000))
            .collect(),
        ..ImportBatch::default()
    }
}

fn runs(desk: &Desk) -> BTreeSet<ImportRunId> {
    let rows = desk.records.rows_at(Kind::ImportRun, None);
    rows.map(|row| ImportRunId(row.id)).collect()
}

/// Makes the import; gives its id.
fn import(desk: &mut Desk, batch: ImportBatch) -> ImportRunId {
    let before = runs(desk);
    desk.must(batch);
    let after = runs(desk);
    *after.difference(&before).next().unwrap()
}

fn invoice_of(desk: &Desk, number: &str) -> InvoiceId {
    InvoiceId(desk.records.all::<Invoice>("number_key", number)[0].0)
}

/// Everything that is there, but for the sequence numbers.
fn contents(desk: &Desk) -> BTreeSet<String> {
    let clients = desk.records.rows_at(Kind::Client, None).count();
    assert_eq!(clients, 0, "a client lies at itself");
    let mut contents = BTreeSet::new();
    for kind in Kind::ALL {
        let places = desk.clients().into_iter().map(Some).chain([None]);
        for row in places.flat_map(|client| desk.records.rows_at(*kind, client)) {
            contents.insert(format!("{kind:?} {} {}", row.id, row.body.to_json().unwrap()));
        }
    }
    contents
}

impl Desk {
    /// Every client that was ever here.
    fn clients(&self) -> Vec<ClientId> {
        let imported = crate::imports::imported_id(self.org, "old", Kind::Client, "Birch");
        let own = (100..self.next + 1).map(Uuid::from_u128);
        own.chain([imported]).map(ClientId).collect()
    }
}

#[test]
fn an_import_is_undone_whole_and_can_be_made_again() {
    let mut desk = Desk::new();
    desk.client();
    let before = contents(&desk);
    let run_id = import(&mut desk, batch(&["OLD-7", "OLD-8"]));
    let with = contents(&desk);
    assert_eq!(desk.records.get::<ImportRun>(run_id).unwrap().payments, 2);
    desk.must(UndoImport { run_id });
    assert_eq!(contents(&desk), before);
    let again = import(&mut desk, batch(&["OLD-7", "OLD-8"]));
    assert_ne!(again, run_id);
    assert_eq!(contents(&desk).len(), with.len());
    assert!(desk.run(Role::Staff, UndoImport { run_id: again }).is_err());
}

/// What an undoing says that has happened, after `happens`.
fn touched_by(happens: impl FnOnce(&mut Desk, ClientId, InvoiceId)) -> (String, String) {
    let mut desk = Desk::new();
    let run_id = import(&mut desk, batch(&[NUMBER]));
    let invoice_id = invoice_of(&desk, NUMBER);
    let client_id = desk.records.get::<Invoice>(invoice_id).unwrap().client_id;
    happens(&mut desk, client_id, invoice_id);
    let before = contents(&desk);
    let refusal = desk.run(Role::Owner, UndoImport { run_id }).unwrap_err();
    assert!(is(&refusal, Reason::ImportTouched), "{refusal:?}");
    assert_eq!(contents(&desk), before, "all or nothing");
    (refusal.params["what"].clone(), refusal.params["label"].clone())
}

#[test]
fn what_was_touched_is_named() {
    let told = |what: &str, label: &str| (what.to_owned(), label.to_owned());
    let edited = touched_by(|desk, client_id, _| {
        let edit = FieldEdit {
            field: "name".to_owned(),
            from: "Birch".into(),
            to: "Beech".into(),
        };
        let edits = vec![edit];
        desk.must(crate::clients::EditClient { client_id, edits });
    });
    assert_eq!(edited, told("edited", "Beech"));
    let removed = touched_by(|desk, client_id, _| {
        let contacts = desk.records.all::<Contact>("client_id", client_id);
        let contact_id = ContactId(contacts[0].0);
        desk.must(RemoveContact { contact_id });
    });
    assert_eq!(removed, told("edited", ""));
    let drafted = touched_by(|desk, client_id, _| {
        desk.draft(client_id, &["1"]);
    });
    assert_eq!(drafted, told("added", "Birch"));
    let paid = touched_by(|desk, client_id, invoice_id| {
        desk.pay(client_id, invoice_id, 100).unwrap();
    });
    // The payment lies at the client too, and that is said first.
    assert_eq!(paid, told("added", "Birch"));
    let viewed = touched_by(|desk, _, invoice_id| {
        let mut standing = desk.records.get::<InvoiceStanding>(invoice_id).unwrap().clone();
        let place = Place::shared(standing.client_id);
        standing.viewed_at = Some(Timestamp::UNIX_EPOCH);
        desk.records
            .apply(&Write::put(invoice_id, place, standing), 9_000);
    });
    assert_eq!(viewed, told("viewed", NUMBER));
    let reversed = touched_by(|desk, _, _| {
        let payments = desk.records.all::<Payment>("client_id", imported_client(desk));
        let payment_id = PaymentId(payments[0].0);
        let reason = String::new();
        desk.must(ReversePayment { payment_id, reason });
    });
    assert_eq!(reversed.0, "added");
}

fn imported_client(desk: &Desk) -> ClientId {
    let id = crate::imports::imported_id(desk.org, "old", Kind::Client, "Birch");
    ClientId(id)
}

/// A second import of the same source: its client is the first one's, so that only its invoices tell.
fn second(desk: &mut Desk) -> (ImportRunId, InvoiceId) {
    import(desk, batch(&["OLD-1"]));
    let run_id = import(desk, batch(&["OLD-1", NUMBER]));
    (run_id, invoice_of(desk, NUMBER))
}

/// What an undoing of the second import says, after `happens`.
fn second_touched_by(happens: impl FnOnce(&mut Desk, InvoiceId)) -> String {
    let mut desk = Desk::new();
    let (run_id, invoice_id) = second(&mut desk);
    happens(&mut desk, invoice_id);
    let refusal = desk.run(Role::Owner, UndoImport { run_id }).unwrap_err();
    refusal.params.get("what").cloned().unwrap_or(refusal.message_key)
}

#[test]
fn what_happened_to_an_invoice_of_an_older_client_is_seen_too() {
    let paid = second_touched_by(|desk, id| {
        desk.pay(imported_client(desk), id, 100).unwrap();
    });
    assert_eq!(paid, "paid");
    let reversed = second_touched_by(|desk, id| {
        let parts = desk.records.all::<Allocation>("invoice_id", id);
        let payment_id = parts[0].1.payment_id;
        desk.must(ReversePayment {
            payment_id,
            reason: String::new(),
        });
    });
    assert_eq!(reversed, "paid");
    let discussed = second_touched_by(|desk, id| {
        let (thread_id, message_id) = (ThreadId(desk.id()), MessageId(desk.id()));
        desk.must(StartThread {
            thread_id,
            client_id: imported_client(desk),
            title: "Why".to_owned(),
            subject: Subject::Invoice(id),
            message: NewMessage {
                message_id,
                text: "why".to_owned(),
                kind: MessageKind::Text,
                attachments: Vec::new(),
            },
        });
    });
    assert_eq!(discussed, "discussed");
    let sent = second_touched_by(|desk, id| {
        let mut standing = desk.records.get::<InvoiceStanding>(id).unwrap().clone();
        standing.sent_at = Some(Timestamp::UNIX_EPOCH);
        let place = Place::shared(standing.client_id);
        desk.records.apply(&Write::put(id, place, standing), 9_000);
    });
    assert_eq!(sent, "sent");
    let credited = second_touched_by(|desk, id| {
        let client_id = imported_client(desk);
        let credits = Some(Credited {
            invoice_id: id,
            number: NUMBER.to_owned(),
            issue_date: date(2026, 1, 2),
            reason: String::new(),
        });
        let note = Invoice {
            client_id,
            credits,
            ..invoice("CN-1")
        };
        let (own, place) = (desk.id(), Place::shared(client_id));
        desk.records.apply(&Write::put(own, place, note), 9_000);
    });
    assert_eq!(credited, "credited");
    // The owner's own look, and marking as sent what the other tool had sent, change nothing.
    let mut desk = Desk::new();
    let (run_id, invoice_id) = second(&mut desk);
    desk.must(ViewInvoice { invoice_id });
    desk.must(MarkSent { invoice_id });
    desk.must(UndoImport { run_id });
}

#[test]
fn payments_of_a_later_import_are_undone_before_the_invoices() {
    let mut desk = Desk::new();
    let first = import(&mut desk, batch(&[NUMBER]));
    let before = contents(&desk);
    let mut more = batch(&[NUMBER]);
    more.payments.push(payment("late", NUMBER, 6_000));
    let later = import(&mut desk, more);
    let due = |desk: &Desk| {
        let standing = desk.records.get::<InvoiceStanding>(invoice_of(desk, NUMBER));
        standing.unwrap().amount_due.minor
    };
    assert_eq!(due(&desk), 0);
    let refusal = desk.run(Role::Owner, UndoImport { run_id: first }).unwrap_err();
    assert!(is(&refusal, Reason::ImportTouched));
    desk.must(UndoImport { run_id: later });
    assert_eq!((due(&desk), contents(&desk)), (6_000, before));
    desk.must(UndoImport { run_id: first });
}

#[test]
fn an_import_that_holds_a_place_in_the_own_series_stays() {
    // 2026-0041 is issued; 2026-0042 came with the import, so the next one is 2026-0043.
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["1"]);
    desk.issue(draft);
    let run_id = import(&mut desk, batch(&["2026-0042", "2026-0040"]));
    let open = desk.records.clone();
    desk.must(UndoImport { run_id });
    desk.records = open;
    let draft = desk.draft(client, &["1"]);
    let issued = desk.issue(draft);
    assert_eq!(desk.records.get::<Invoice>(issued).unwrap().number, "2026-0043");
    let refusal = desk.run(Role::Owner, UndoImport { run_id }).unwrap_err();
    assert_eq!(
        (refusal.params["what"].as_str(), refusal.params["label"].as_str()),
        ("numbered", "2026-0042")
    );
}

#[test]
fn an_import_that_was_put_together_before_another_is_refused() {
    let mut desk = Desk::new();
    let after = Some(runs(&desk));
    let one = ImportBatch {
        after: after.clone(),
        ..batch(&["OLD-1"])
    };
    let other = ImportBatch {
        after,
        ..batch(&["OLD-2"])
    };
    let run_id = import(&mut desk, one);
    let refusal = desk.run(Role::Owner, other.clone()).unwrap_err();
    assert!(is(&refusal, Reason::ImportMeanwhile));
    desk.must(UndoImport { run_id });
    desk.must(other);
}

#[test]
fn an_import_of_which_nobody_knows_what_it_brought_stays() {
    let mut desk = Desk::new();
    let run_id = import(&mut desk, batch(&[NUMBER]));
    let parts: Vec<Uuid> = desk
        .records
        .rows_at(Kind::ImportPart, None)
        .map(|row| row.id)
        .collect();
    for id in parts {
        let kind = Kind::ImportPart;
        desk.records.apply(&Write::Delete { kind, id }, 9_000);
    }
    let refusal = desk.run(Role::Owner, UndoImport { run_id }).unwrap_err();
    assert!(is(&refusal, Reason::ImportNotKept));
}

#[test]
fn an_import_brings_no_invoice_of_the_own_series_and_no_credit_note() {
    let mut desk = Desk::new();
    let mut refused = |change: &dyn Fn(&mut ImportBatch)| {
        let mut batch = batch(&[NUMBER]);
        change(&mut batch);
        let refusal = desk.run(Role::Owner, batch).unwrap_err();
        assert!(is(&refusal, Reason::BadValue), "{refusal:?}");
        refusal.params.get("field").cloned().unwrap_or_default()
    };
    let issued = refused(&|batch| {
        batch.invoices[0].invoice.origin = Origin::Issued {
            draft_id: DraftId(Uuid::nil()),
            sequence: 42,
        };
    });
    let of_another = refused(&|batch| {
        batch.invoices[0].invoice.origin = Origin::Imported {
            source: "another".to_owned(),
        };
    });
    let credits = refused(&|batch| {
        batch.invoices[0].invoice.credits = Some(Credited {
            invoice_id: InvoiceId(Uuid::nil()),
            number: "2026-0041".to_owned(),
            issue_date: date(2026, 1, 2),
            reason: String::new(),
        });
    });
    let mixed = refused(&|batch| {
        batch.invoices[0].invoice.total = Money::new(10_000, Currency::parse("USD").unwrap());
    });
    let twice = refused(&|batch| {
        let again = batch.invoices[0].clone();
        batch.invoices.push(again);
    });
    let of_none = refused(&|batch| batch.payments.push(payment("odd", "2026-0041", 1)));
    assert_eq!(
        [issued, of_another, credits, mixed, twice, of_none],
        [
            "origin",
            "origin",
            "origin",
            "currency",
            "number",
            "invoice_number"
        ]
    );
}
