//! Credit notes: from the invoice to the credit that is used up.

use super::*;
use crate::invoices::{CreditInvoice, DeleteLine, InvoiceStatus, credit_series_id};
use crate::payments::{RefundCredit, SetOffCredit};

impl Desk {
    fn credit(&mut self, invoice_id: InvoiceId) -> DraftId {
        let draft_id = DraftId(self.id());
        self.must(CreditInvoice { draft_id, invoice_id });
        draft_id
    }

    fn drop_line(&mut self, draft_id: DraftId, nth: usize) {
        let lines = lines_of(&self.records, draft_id);
        let (line_id, seen) = (lines[nth].0, lines[nth].1.item.clone());
        self.must(DeleteLine {
            draft_id,
            line_id,
            seen,
        });
    }

    fn try_issue(&mut self, draft_id: DraftId) -> Result<Decision, Refusal> {
        let content_hash = self.hash(draft_id);
        let issue = IssueInvoice {
            draft_id,
            content_hash,
            send: false,
        };
        self.run(Role::Staff, issue)
    }

    fn standing(&self, invoice: InvoiceId) -> &InvoiceStanding {
        self.records.get(invoice).unwrap()
    }

    fn invoice(&self, invoice: InvoiceId) -> &Invoice {
        self.records.get(invoice).unwrap()
    }

    /// What the client's allocations of this invoice come to.
    fn allocated(&self, invoice: InvoiceId) -> i64 {
        let parts = self.records.all::<Allocation>("invoice_id", invoice);
        parts.iter().map(|(_, part)| part.amount.minor).sum()
    }

    fn set_off(&mut self, note: InvoiceId, invoice_id: InvoiceId, cents: i64) -> Result<Decision, Refusal> {
        let set_off = SetOffCredit {
            payment_id: PaymentId(self.id()),
            credit_note_id: note,
            allocations: vec![AllocationPart {
                invoice_id,
                amount: Money::new(cents, euro()),
            }],
        };
        self.run(Role::Staff, set_off)
    }

    fn refund(&mut self, note: InvoiceId, cents: i64) -> Result<Decision, Refusal> {
        let refund = RefundCredit {
            payment_id: PaymentId(self.id()),
            credit_note_id: note,
            paid_on: date(2026, 3, 5),
            amount: Money::new(cents, euro()),
            method: PaymentMethod::BankTransfer,
            reference: String::new(),
        };
        self.run(Role::Owner, refund)
    }
}

#[test]
fn a_whole_credit_leaves_nothing_due_on_either() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100", "20"]);
    let invoice = desk.issue(draft);
    let draft = desk.credit(invoice);
    desk.must(EditDraft {
        draft_id: draft,
        edits: vec![FieldEdit {
            field: "credit_reason".to_owned(),
            from: "".into(),
            to: "Sent twice".into(),
        }],
    });
    let note = desk.issue(draft);
    let (billed, credited) = (desk.invoice(invoice), desk.invoice(note));
    assert_eq!(credited.number, "CN-2026-0001");
    assert_eq!(credited.total, billed.total.negated());
    let named = credited.credits.as_ref().unwrap();
    assert_eq!(
        (named.number.as_str(), named.reason.as_str()),
        ("2026-0041", "Sent twice")
    );
    assert_eq!((desk.due(invoice), desk.due(note)), (0, 0));
    assert_eq!(desk.standing(invoice).status(), InvoiceStatus::Credited);
    assert_eq!(desk.standing(note).status(), InvoiceStatus::Paid);
    assert_eq!((desk.allocated(invoice), desk.allocated(note)), (12_000, -12_000));
    let series: &Series = desk.records.get(credit_series_id(desk.org)).unwrap();
    assert_eq!((series.next, series.spent), (2, 1));
    assert_eq!(desk.records.get::<Series>(series_id(desk.org)).unwrap().next, 42);
}

#[test]
fn the_second_of_two_credits_is_refused_and_its_draft_kept() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100", "20"]);
    let invoice = desk.issue(draft);
    let (first, second) = (desk.credit(invoice), desk.credit(invoice));
    desk.drop_line(first, 1);
    desk.try_issue(first).unwrap();
    assert_eq!(desk.standing(invoice).status(), InvoiceStatus::PartiallyPaid);
    let refusal = desk.try_issue(second).unwrap_err();
    assert!(is(&refusal, Reason::OverCredited), "{refusal:?}");
    assert!(desk.records.find::<Draft>(second).is_some());
    desk.drop_line(second, 0);
    desk.try_issue(second).unwrap();
    assert_eq!(desk.standing(invoice).status(), InvoiceStatus::Credited);
    let third = DraftId(desk.id());
    let more = CreditInvoice {
        draft_id: third,
        invoice_id: invoice,
    };
    let refusal = desk.run(Role::Owner, more).unwrap_err();
    assert!(is(&refusal, Reason::NothingToCredit), "{refusal:?}");
}

#[test]
fn what_a_credit_leaves_over_pays_another_invoice_or_is_paid_out() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let paid = desk.issue(draft);
    desk.pay(client, paid, 7_000).unwrap();
    let draft = desk.credit(paid);
    let note = desk.issue(draft);
    assert_eq!((desk.due(paid), desk.due(note)), (0, -7_000));
    let draft = desk.draft(client, &["30"]);
    let other = desk.issue(draft);
    let refusal = desk.set_off(note, other, 3_001).unwrap_err();
    assert!(is(&refusal, Reason::OverPaid), "{refusal:?}");
    desk.set_off(note, other, 3_000).unwrap();
    assert_eq!((desk.due(other), desk.due(note)), (0, -4_000));
    assert!(is(&desk.refund(note, 4_001).unwrap_err(), Reason::OverSetOff));
    assert!(is(&desk.refund(note, 0).unwrap_err(), Reason::NotPositive));
    desk.refund(note, 4_000).unwrap();
    assert_eq!(desk.due(note), 0);
    assert!(is(&desk.refund(note, 1).unwrap_err(), Reason::OverSetOff));
    assert!(
        is(&desk.refund(paid, 1).unwrap_err(), Reason::NotFound),
        "an invoice"
    );
    assert_eq!(desk.allocated(note), -10_000);
}

#[test]
fn a_set_off_of_another_client_is_refused() {
    let mut desk = Desk::new();
    let (client, stranger) = (desk.client(), desk.client());
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    desk.pay(client, invoice, 10_000).unwrap();
    let draft = desk.credit(invoice);
    let note = desk.issue(draft);
    let draft = desk.draft(stranger, &["100"]);
    let theirs = desk.issue(draft);
    let refusal = desk.set_off(note, theirs, 100).unwrap_err();
    assert!(is(&refusal, Reason::OtherClient), "{refusal:?}");
}

#[test]
fn a_set_off_is_taken_back_like_a_payment() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    let draft = desk.credit(invoice);
    let note = desk.issue(draft);
    let parts = desk.records.all::<Allocation>("invoice_id", note);
    let payment_id = parts[0].1.payment_id;
    desk.must(ReversePayment {
        payment_id,
        reason: String::new(),
    });
    assert_eq!((desk.due(invoice), desk.due(note)), (10_000, -10_000));
    desk.set_off(note, invoice, 10_000).unwrap();
    assert_eq!((desk.due(invoice), desk.due(note)), (0, 0));
}

#[test]
fn a_credit_note_keeps_whom_and_in_what_it_credits() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    let draft_id = desk.credit(invoice);
    let billing = desk.records.get::<Draft>(draft_id).unwrap().billing;
    let edit = EditDraft {
        draft_id,
        edits: vec![FieldEdit {
            field: "billing".to_owned(),
            from: serde_json::to_value(billing).unwrap(),
            to: serde_json::to_value(billing).unwrap(),
        }],
    };
    let refusal = desk.run(Role::Owner, edit).unwrap_err();
    assert!(is(&refusal, Reason::CreditFixed), "{refusal:?}");
    let note = desk.issue(draft_id);
    let draft_id = DraftId(desk.id());
    let again = CreditInvoice {
        draft_id,
        invoice_id: note,
    };
    let refusal = desk.run(Role::Owner, again).unwrap_err();
    assert!(is(&refusal, Reason::CreditOfCredit), "{refusal:?}");
}

#[test]
fn a_credit_note_is_not_dated_before_its_invoice() {
    let mut desk = Desk::new();
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    let draft_id = desk.credit(invoice);
    let mut draft = desk.records.get::<Draft>(draft_id).unwrap().clone();
    draft.issue_date = Some(date(2026, 2, 28));
    desk.records.apply(&Write::put(draft_id, draft.place(), draft), 1);
    let refusal = desk.try_issue(draft_id).unwrap_err();
    assert!(is(&refusal, Reason::CreditBeforeInvoice), "{refusal:?}");
}

#[test]
fn both_series_are_never_written_alike() {
    let mut desk = Desk::new();
    let set = |pattern: &str, next, credit_notes| SetSeries {
        pattern: pattern.to_owned(),
        next,
        restarts_yearly: false,
        credit_notes,
    };
    let alike = |refusal: Refusal| is(&refusal, Reason::SamePattern);
    assert!(alike(
        desk.run(Role::Owner, set("YYYY-0000", 1, true)).unwrap_err()
    ));
    assert!(alike(
        desk.run(Role::Owner, set("CN-YYYY-0000", 41, false)).unwrap_err()
    ));
    // Written otherwise, and the same on paper.
    for pattern in ["YYYY-####", "YYYY-0"] {
        assert!(
            alike(desk.run(Role::Owner, set(pattern, 1, true)).unwrap_err()),
            "{pattern}"
        );
    }
    desk.must(set("G-000", 7, true));
    let client = desk.client();
    let draft = desk.draft(client, &["100"]);
    let invoice = desk.issue(draft);
    let draft = desk.credit(invoice);
    let note = desk.issue(draft);
    assert_eq!(desk.invoice(note).number, "G-007");
}
