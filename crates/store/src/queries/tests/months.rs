//! Payments and months.

use folio_domain::imports::{ImportBatch, ImportedInvoice};
use folio_domain::invoices::{Invoice, MarkSent, Origin};
use folio_domain::payments::ReversePayment;

use super::*;

#[tokio::test]
async fn payments_show_what_they_paid_and_turn_pages() {
    for mut world in worlds().await {
        let owner = world.owner();
        let invoice = world.invoice(0, "Website", 100).await;
        let part = world.pay(0, 40, &[(invoice, 30)]).await;
        world.pass_hours(24);
        let wrong = world.pay(1, 5, &[]).await;
        world
            .act(
                &owner,
                ReversePayment {
                    payment_id: wrong,
                    reason: String::new(),
                },
            )
            .await;

        let page = world
            .ask(
                &owner,
                PaymentsQuery {
                    client_id: Some(world.client(0)),
                    after: None,
                    limit: 10,
                },
            )
            .await;
        let [row] = page.rows.as_slice() else {
            panic!("{:?}", page.rows)
        };
        assert_eq!(
            (row.payment_id, row.unallocated, row.reversed),
            (part, euros(10), false)
        );
        assert_eq!(
            (row.paid[0].number.as_str(), row.paid[0].amount),
            ("2026-0001", euros(30))
        );

        let mut after = None;
        let mut seen = Vec::new();
        for _ in 0..3 {
            let page = world
                .ask(
                    &owner,
                    PaymentsQuery {
                        client_id: None,
                        after,
                        limit: 1,
                    },
                )
                .await;
            seen.extend(page.rows.iter().map(|row| (row.payment.amount, row.reversed)));
            after = page.next;
        }
        assert!(after.is_none());
        seen.sort_by_key(|(amount, _)| amount.minor);
        assert_eq!(seen, [(euros(-5), false), (euros(5), true), (euros(40), false)]);
    }
}

#[tokio::test]
async fn a_month_adds_up_and_says_what_is_open() {
    for mut world in worlds().await {
        let (owner, books) = (world.owner(), world.bookkeeper());
        let first = world.invoice(0, "Website", 100).await;
        world.invoice(1, "Logo", 70).await;
        world.act(&owner, MarkSent { invoice_id: first }).await;
        world.pay(0, 120, &[(first, 100)]).await;
        world.pass_hours(24 * 30);
        world.invoice(0, "Hosting", 5).await;

        let month = world.ask(&books, MonthQuery { year: 2026, month: 9 }).await;
        assert_eq!(
            (month.from.to_string(), month.to.to_string()),
            ("2026-09-01".into(), "2026-09-30".into())
        );
        let [sums] = month.totals.as_slice() else {
            panic!("{:?}", month.totals)
        };
        assert_eq!(
            (sums.invoices, sums.total, sums.payments, sums.received),
            (2, euros(170), 1, euros(120))
        );
        let check = |kind| {
            let check = month.checks.iter().find(|check| check.kind == kind).unwrap();
            (check.count, check.items.first().map(|item| item.label.as_str()))
        };
        assert_eq!(
            check(MonthCheckKind::UnallocatedPayments),
            (1, Some("Müller GmbH"))
        );
        assert_eq!(check(MonthCheckKind::NumberGaps), (0, None));
        assert_eq!(check(MonthCheckKind::UnsentInvoices), (1, Some("2026-0002")));
        assert_eq!(check(MonthCheckKind::PdfsMissing), (2, Some("2026-0001")));
        // The business has no tax id itself, and a bookkeeper sees no drafts: neither is judged.
        for absent in [MonthCheckKind::ClientsWithoutTaxId, MonthCheckKind::OldDrafts] {
            assert!(
                month.checks.iter().all(|check| check.kind != absent),
                "{absent:?}"
            );
        }
        assert!(
            world
                .try_ask(
                    &books,
                    MonthQuery {
                        year: 2026,
                        month: 13
                    }
                )
                .await
                .is_err()
        );
    }
}

#[tokio::test]
async fn a_number_that_an_imported_invoice_holds_is_passed_over_and_missing_nowhere() {
    for world in worlds().await {
        let owner = world.owner();
        let first = world.invoice(0, "One", 1).await;
        let invoice = world
            .ask(&owner, InvoiceQuery { invoice_id: first })
            .await
            .invoice;
        let imported = |number: &str| ImportedInvoice {
            client_key: "old".to_owned(),
            invoice: Invoice {
                number: number.to_owned(),
                origin: Origin::Imported {
                    source: "old".to_owned(),
                },
                ..invoice.clone()
            },
            sent_at: None,
        };
        world
            .act(
                &owner,
                ImportBatch {
                    source: "old".to_owned(),
                    files_sha256: String::new(),
                    clients: Vec::new(),
                    invoices: vec![imported("2026-0002"), imported("2026-0003")],
                    payments: Vec::new(),
                    ..ImportBatch::default()
                },
            )
            .await;
        let next = |settings: Settings| settings.next_number;
        assert_eq!(next(world.ask(&owner, SettingsQuery {}).await), "2026-0004");
        let second = world.invoice(0, "Two", 1).await;
        let second = world
            .ask(&owner, InvoiceQuery { invoice_id: second })
            .await
            .invoice;
        assert_eq!(second.number, "2026-0004");
        assert_eq!(next(world.ask(&owner, SettingsQuery {}).await), "2026-0005");
        let month = MonthQuery { year: 2026, month: 9 };
        let checks = world.ask(&world.bookkeeper(), month).await.checks;
        let gaps = checks
            .iter()
            .find(|check| check.kind == MonthCheckKind::NumberGaps);
        assert_eq!(gaps.unwrap().count, 0);
    }
}

#[tokio::test]
async fn a_number_that_no_invoice_has_is_found() {
    for world in worlds().await {
        for words in ["One", "Two", "Three", "Four"] {
            world.invoice(0, words, 1).await;
        }
        // Not even the owner can do this through the app: someone with the database's file in hand can.
        let mut transaction = world.fixture.store.begin().await.unwrap();
        sqlx::query("DELETE FROM invoice WHERE number_key = $1")
            .bind("2026-0003")
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        let month = world
            .ask(&world.bookkeeper(), MonthQuery { year: 2026, month: 9 })
            .await;
        let gaps = month
            .checks
            .iter()
            .find(|check| check.kind == MonthCheckKind::NumberGaps)
            .unwrap();
        assert_eq!(
            (gaps.count, gaps.items[0].label.as_str(), gaps.items[0].id),
            (1, "2026-0003", None)
        );
    }
}

#[tokio::test]
async fn the_checklist_names_what_is_to_be_mended_and_where() {
    for mut world in worlds().await {
        let (owner, books) = (world.owner(), world.bookkeeper());
        let invoice = world.invoice(0, "Website", 100).await;
        let draft = world.draft(Some(world.client(1)), &[("Logo", 70)]).await;
        world.draft(None, &[]).await;
        world.pay(1, 5, &[]).await;
        world.register().await;
        world.pass_hours(24 * 40);
        world.draft(Some(world.client(0)), &[("Next month", 1)]).await;

        let september = MonthQuery { year: 2026, month: 9 };
        let month = world.ask(&owner, september.clone()).await;
        let items = |kind| {
            let check = month.checks.iter().find(|check| check.kind == kind).unwrap();
            assert_eq!(check.count as usize, check.items.len());
            let ids = check.items.iter().map(|item| item.id);
            ids.collect::<Vec<_>>()
        };
        assert_eq!(
            items(MonthCheckKind::OldDrafts).len(),
            2,
            "none of the month after"
        );
        assert!(items(MonthCheckKind::OldDrafts).contains(&Some(draft.0)));
        assert_eq!(items(MonthCheckKind::UnsentInvoices), [Some(invoice.0)]);
        assert_eq!(items(MonthCheckKind::PdfsMissing), [Some(invoice.0)]);
        assert_eq!(
            items(MonthCheckKind::UnallocatedPayments),
            [Some(world.client(1).0)]
        );
        assert_eq!(
            items(MonthCheckKind::ClientsWithoutTaxId),
            [Some(world.client(0).0)]
        );
        assert!(items(MonthCheckKind::NumberGaps).is_empty());
        let seen = world.ask(&books, september).await.checks;
        assert!(seen.iter().all(|check| check.kind != MonthCheckKind::OldDrafts));
        let shown = serde_json::to_string(&seen).unwrap();
        assert!(!shown.contains(&draft.to_string()), "{shown}");
        let before = MonthQuery { year: 2026, month: 8 };
        let clear = world.ask(&owner, before).await.checks;
        assert!(clear.iter().all(|check| check.count == 0), "{clear:?}");
    }
}
