//! Credit notes as screens and statements see them.

use std::collections::BTreeSet;

use folio_domain::invoices::{CreditInvoice, InvoiceStatus};
use folio_domain::payments::{RefundCredit, ReversePayment, SetOffCredit};
use folio_domain::statements::MovementKind;
use jiff::ToSpan;

use super::*;
use crate::queries::draft_paper;

impl World {
    async fn begin_credit(&self, invoice_id: InvoiceId) -> DraftId {
        let draft_id = DraftId(random_id());
        self.act(&self.owner(), CreditInvoice { draft_id, invoice_id })
            .await;
        draft_id
    }

    /// The credit note that takes all of an invoice back.
    async fn credit(&self, invoice_id: InvoiceId) -> InvoiceId {
        let draft_id = self.begin_credit(invoice_id).await;
        let draft = self.ask(&self.owner(), DraftQuery { draft_id }).await;
        assert_eq!(draft.hindrance, None);
        let issue = IssueInvoice {
            draft_id,
            content_hash: draft.content_hash,
            send: false,
        };
        self.act(&self.owner(), issue).await;
        draft.invoice_id
    }

    async fn detail(&self, invoice_id: InvoiceId) -> InvoiceDetail {
        self.ask(&self.owner(), InvoiceQuery { invoice_id }).await
    }

    async fn listed(&self, filter: InvoiceFilter) -> Vec<String> {
        let page = self
            .ask(
                &self.owner(),
                InvoicesQuery {
                    filter,
                    ..all_invoices()
                },
            )
            .await;
        assert_eq!(usize::try_from(page.count).unwrap(), page.rows.len());
        page.rows.into_iter().map(|row| row.number).collect()
    }
}

#[tokio::test]
async fn a_draft_of_a_credit_note_says_what_it_takes_back() {
    for world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        let draft_id = world.begin_credit(invoice).await;
        let draft = world.ask(&world.owner(), DraftQuery { draft_id }).await;
        let crediting = draft.crediting.unwrap();
        assert_eq!((crediting.invoice_id, crediting.left), (invoice, euros(100)));
        assert_eq!(crediting.number, "2026-0001");
        assert_eq!((draft.totals.total, draft.lines.len()), (euros(100), 1));
        let drafts = world.ask(&world.owner(), DraftsQuery { client_id: None }).await;
        assert!(drafts.rows[0].is_credit_note);
        assert_eq!(drafts.rows[0].total, euros(-100));
        // Whoever issues first wins; the other draft says why it cannot be issued any more.
        world.credit(invoice).await;
        let draft = world.ask(&world.owner(), DraftQuery { draft_id }).await;
        let hindrance = draft.hindrance.unwrap();
        assert_eq!(hindrance.message_key, "refused-nothing-to-credit");
        assert_eq!(draft.crediting.unwrap().left, euros(0));
    }
}

#[tokio::test]
async fn a_credited_invoice_is_owed_by_nobody() {
    for mut world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        world.invoice(0, "Hosting", 30).await;
        let note = world.credit(invoice).await;
        world.pass_hours(24 * 60);
        let today = world.ask(&world.owner(), TodayQuery {}).await;
        assert_eq!(
            (today.owed[0].amount_due, today.owed[0].late),
            (euros(30), euros(30))
        );
        assert_eq!((today.owed[0].invoices, today.owed[0].invoices_late), (1, 1));
        let detail = world.detail(invoice).await;
        assert_eq!((detail.status, detail.days_late), (InvoiceStatus::Credited, 0));
        assert_eq!((detail.paid, detail.set_off), (euros(0), euros(100)));
        assert_eq!((detail.payments.len(), detail.left_to_credit), (0, None));
        assert_eq!(detail.credit_notes[0].invoice_id, note);
        assert_eq!(detail.credit_notes[0].amount, euros(100));
        assert_eq!(
            (detail.set_offs[0].invoice_id, detail.set_offs[0].number.as_str()),
            (note, "CN-2026-0001")
        );
        let detail = world.detail(note).await;
        assert_eq!(detail.invoice.total, euros(-100));
        assert_eq!(detail.face.unwrap().total, euros(100));
        assert_eq!(detail.credit.unwrap().left, euros(0));
        assert_eq!(detail.set_offs[0].invoice_id, invoice);
        assert_eq!((detail.status, detail.days_late), (InvoiceStatus::Paid, 0));
        assert_eq!(world.listed(InvoiceFilter::CreditNotes).await, ["CN-2026-0001"]);
        assert_eq!(world.listed(InvoiceFilter::Open).await, ["2026-0002"]);
        assert_eq!(world.listed(InvoiceFilter::Overdue).await, ["2026-0002"]);
        assert!(world.listed(InvoiceFilter::Paid).await.is_empty());
        let settings = world.ask(&world.owner(), SettingsQuery {}).await;
        assert_eq!(settings.next_credit_number, "CN-2026-0002");
    }
}

#[tokio::test]
async fn a_search_tells_credit_notes_from_invoices() {
    for world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        world.credit(invoice).await;
        let search = SearchQuery {
            text: "website".to_owned(),
            limit: 10,
        };
        let hits = world.ask(&world.owner(), search).await.hits;
        let found = hits.iter().map(|hit| (hit.title.as_str(), hit.is_credit_note));
        let found: BTreeSet<_> = found.collect();
        assert_eq!(
            found,
            BTreeSet::from([("2026-0001", false), ("CN-2026-0001", true)])
        );
    }
}

#[tokio::test]
async fn what_is_owed_is_what_the_list_below_adds_up_to() {
    for mut world in worlds().await {
        let paid = world.invoice(0, "Website", 100).await;
        world.pay(0, 100, &[(paid, 100)]).await;
        world.credit(paid).await;
        world.invoice(0, "Hosting", 30).await;
        world.invoice(1, "Logo", 40).await;
        world.pass_hours(24 * 60);
        let today = world.ask(&world.owner(), TodayQuery {}).await;
        let [owed] = today.owed.as_slice() else {
            panic!("{:?}", today.owed)
        };
        assert_eq!((owed.amount_due, owed.in_credit), (euros(40), euros(70)));
        assert_eq!((owed.late, owed.invoices, owed.invoices_late), (euros(40), 2, 1));
        let listed = today.owing.iter().map(|client| client.owed.amount_due);
        assert_eq!(listed.collect::<Vec<_>>(), [owed.amount_due]);
    }
}

#[tokio::test]
async fn what_is_left_of_a_credit_is_the_clients() {
    for mut world in worlds().await {
        let paid = world.invoice(0, "Website", 100).await;
        world.pay(0, 100, &[(paid, 100)]).await;
        let note = world.credit(paid).await;
        world.pass_hours(24 * 60);
        let open = world.invoice(0, "Hosting", 30).await;
        let home = world.ask(&world.person(0), HomeQuery {}).await;
        assert_eq!(home.credits[0].credit_left, Some(euros(100)));
        assert_eq!(home.open.len(), 1);
        assert_eq!(
            (home.owed[0].amount_due, home.owed[0].in_credit),
            (euros(0), euros(70))
        );
        assert_eq!(home.owed[0].late, euros(0), "a credit is never late");
        let set_off = SetOffCredit {
            payment_id: PaymentId(random_id()),
            credit_note_id: note,
            allocations: vec![AllocationPart {
                invoice_id: open,
                amount: euros(30),
            }],
        };
        world.act(&world.owner(), set_off).await;
        let day = world.ask(&world.owner(), OrganisationQuery {}).await.today;
        let refund_id = PaymentId(random_id());
        let refund = RefundCredit {
            payment_id: refund_id,
            credit_note_id: note,
            paid_on: day,
            amount: euros(50),
            method: PaymentMethod::BankTransfer,
            reference: "back".to_owned(),
        };
        world.act(&world.owner(), refund).await;
        let detail = world.detail(note).await;
        let credit = detail.credit.unwrap();
        assert_eq!((credit.used, credit.left), (euros(80), euros(20)));
        assert_eq!((detail.set_off, detail.paid), (euros(30), euros(-50)));
        // A set-off is no money: the list of payments has what came and what went out.
        let payments = PaymentsQuery {
            client_id: None,
            after: None,
            limit: 10,
        };
        let page = world.ask(&world.owner(), payments).await;
        let amounts: Vec<Money> = page.rows.iter().map(|row| row.payment.amount).collect();
        assert_eq!(amounts, [euros(-50), euros(100)]);
        let refusal = world
            .refusal(
                &world.owner(),
                ReceiptQuery {
                    payment_id: refund_id,
                },
            )
            .await;
        assert_eq!(refusal.message_key, "refused-not-found");
        let month = world
            .ask(
                &world.owner(),
                MonthQuery {
                    year: day.year(),
                    month: day.month(),
                },
            )
            .await;
        assert_eq!(
            (month.totals[0].received, month.totals[0].payments),
            (euros(-50), 1)
        );
        let statement = StatementQuery {
            client_id: world.client(0),
            from: day.saturating_sub(100.days()),
            to: day,
        };
        let statement = world.ask(&world.person(0), statement).await;
        let section = &statement.sections[0];
        assert_eq!(section.closing, euros(-20));
        assert_eq!(section.ageing.credit, euros(20));
        let kinds: Vec<bool> = section
            .movements
            .iter()
            .map(|movement| matches!(movement.what, MovementKind::CreditNote { .. }))
            .collect();
        assert_eq!(
            kinds,
            [false, true, false, false, false],
            "{:?}",
            section.movements
        );
    }
}

#[tokio::test]
async fn the_numbers_of_both_series_have_no_gap_of_each_other() {
    for world in worlds().await {
        let first = world.invoice(0, "Website", 100).await;
        world.credit(first).await;
        let second = world.invoice(0, "Hosting", 30).await;
        world.credit(second).await;
        let day = world.ask(&world.owner(), OrganisationQuery {}).await.today;
        let (year, month) = (day.year(), day.month());
        let month = world.ask(&world.owner(), MonthQuery { year, month }).await;
        let gaps = month
            .checks
            .iter()
            .find(|check| check.kind == MonthCheckKind::NumberGaps)
            .unwrap();
        assert_eq!(gaps.count, 0, "{:?}", gaps.items);
        assert_eq!((month.totals[0].total, month.totals[0].payments), (euros(0), 0));
        assert_eq!((month.totals[0].invoices, month.totals[0].credit_notes), (2, 2));
    }
}

#[tokio::test]
async fn a_set_off_that_was_taken_back_is_told_with_its_reason() {
    for world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        let note = world.credit(invoice).await;
        let payment_id = world.detail(note).await.set_offs[0].payment_id;
        let reverse = ReversePayment {
            payment_id,
            reason: "Wrong invoice".to_owned(),
        };
        world.act(&world.owner(), reverse).await;
        for (id, left) in [(invoice, euros(100)), (note, euros(-100))] {
            let detail = world.detail(id).await;
            assert_eq!((detail.standing.amount_due, detail.set_off), (left, euros(0)));
            let taken_back = detail.set_offs[0].taken_back.as_ref().unwrap();
            assert_eq!(taken_back.reason, "Wrong invoice");
            assert_eq!(detail.set_offs.len(), 1);
        }
        let note = world.detail(note).await;
        let told = note
            .activity
            .iter()
            .find(|item| item.activity.action == "reverse_payment")
            .unwrap();
        assert_eq!(told.activity.label, "CN-2026-0001 (Wrong invoice)");
        assert!(note.activity.iter().all(|item| item.is_credit_note));
        let invoice = world.detail(invoice).await;
        assert!(invoice.activity.iter().all(|item| !item.is_credit_note));
    }
}

#[tokio::test]
async fn a_draft_has_a_paper_without_a_number_for_the_business_alone() {
    for world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        let draft_id = world.begin_credit(invoice).await;
        let paper_for = async |actor: &Actor| {
            draft_paper(&world.fixture.store, &world.scope(actor), world.now, draft_id).await
        };
        let paper = paper_for(&world.owner()).await.unwrap();
        assert_eq!((paper.number.as_str(), paper.total), ("", euros(-100)));
        assert_eq!(paper.credits.unwrap().number, "2026-0001");
        for stranger in [world.person(0), world.bookkeeper()] {
            assert!(matches!(paper_for(&stranger).await, Err(AnswerError::Refused(_))));
        }
    }
}
