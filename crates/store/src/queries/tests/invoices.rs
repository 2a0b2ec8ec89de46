//! Invoices, in a list and one by one.

use folio_domain::invoices::{InvoicePdf, InvoiceStatus, KeepPdf, MarkSent, ViewInvoice};
use folio_domain::payments::ReversePayment;
use folio_domain::people::{Delivery, DeliveryState, KeepDelivery};
use folio_domain::threads::Subject;

use super::*;

#[tokio::test]
async fn the_list_of_invoices_filters_counts_searches_and_turns_pages() {
    for mut world in worlds().await {
        let owner = world.owner();
        let mut ids = Vec::new();
        for (nth, words) in [
            (0, "Website"),
            (1, "வலைத்தளம் வடிவமைப்பு"),
            (0, "वेबसाइट रखरखाव"),
            (1, "Logo"),
            (0, "Hosting"),
        ] {
            ids.push(world.invoice(nth, words, 10).await);
            world.pass_hours(24);
        }
        world.pay(0, 10, &[(ids[0], 10)]).await;
        world.act(&owner, MarkSent { invoice_id: ids[1] }).await;
        world.pass_hours(24 * 11);
        let found = async |filter, client_id, search: Option<&str>| {
            let search = search.map(str::to_owned);
            let page = world
                .ask(
                    &owner,
                    InvoicesQuery {
                        filter,
                        client_id,
                        search,
                        ..all_invoices()
                    },
                )
                .await;
            let found = page
                .rows
                .iter()
                .map(|row| ids.iter().position(|id| *id == row.invoice_id).unwrap());
            (found.collect::<Vec<_>>(), page.count)
        };
        use InvoiceFilter as F;
        assert_eq!(found(F::All, None, None).await, (vec![4, 3, 2, 1, 0], 5));
        assert_eq!(found(F::Open, None, None).await, (vec![4, 3, 2, 1], 4));
        assert_eq!(found(F::Paid, None, None).await, (vec![0], 1));
        assert_eq!(found(F::Unsent, None, None).await, (vec![4, 3, 2], 3));
        assert_eq!(found(F::Overdue, None, None).await, (vec![1], 1));
        assert_eq!(found(F::Open, Some(world.client(1)), None).await, (vec![3, 1], 2));
        assert_eq!(
            found(F::All, Some(world.client(0)), None).await,
            (vec![4, 2, 0], 3)
        );
        assert_eq!(found(F::All, None, Some("வலைத்")).await, (vec![1], 5));
        assert_eq!(found(F::All, None, Some("रखर")).await, (vec![2], 5));
        assert_eq!(found(F::All, None, Some("2026-0004")).await, (vec![3], 5));
        assert_eq!(found(F::Open, None, Some("müll host")).await, (Vec::new(), 4));
        assert_eq!(found(F::Open, None, Some("muller host")).await, (vec![4], 4));

        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = world
                .ask(
                    &owner,
                    InvoicesQuery {
                        after,
                        limit: 2,
                        ..all_invoices()
                    },
                )
                .await;
            seen.extend(page.rows.iter().map(|row| row.number.clone()));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(
            seen,
            ["2026-0005", "2026-0004", "2026-0003", "2026-0002", "2026-0001"]
        );
        let strange = InvoicesQuery {
            after: Some("?".to_owned()),
            ..all_invoices()
        };
        assert_eq!(
            world.refusal(&owner, strange).await.message_key,
            "refused-bad-value"
        );
    }
}

#[tokio::test]
async fn an_invoice_shows_all_that_happened_to_it() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let invoice_id = world.invoice(0, "Website", 100).await;
        let first = world.pay(0, 30, &[(invoice_id, 30)]).await;
        world.pass_hours(1);
        world
            .act(
                &owner,
                ReversePayment {
                    payment_id: first,
                    reason: "twice".to_owned(),
                },
            )
            .await;
        world.act(&karl, ViewInvoice { invoice_id }).await;
        let thread = world
            .thread(0, &karl, Subject::Invoice(invoice_id), "why so much")
            .await;
        let pdf = InvoicePdf {
            sha256: "ab".repeat(32),
            size_bytes: 9,
        };
        world
            .system(KeepPdf {
                invoice_id,
                pdf: pdf.clone(),
            })
            .await;
        let delivery = Delivery {
            invoice_id,
            contact_id: world.fixture.clients[0].contact,
            email: "karl@client.example".to_owned(),
            state: DeliveryState::Sent,
            last_error: String::new(),
            at: world.now,
        };
        world
            .system(KeepDelivery {
                delivery_id: random_id(),
                delivery,
            })
            .await;

        let detail = world.ask(&owner, InvoiceQuery { invoice_id }).await;
        assert_eq!(
            (detail.status, detail.days_late, detail.pdf),
            (InvoiceStatus::Viewed, 0, Some(pdf))
        );
        let paid: Vec<_> = detail
            .payments
            .iter()
            .map(|part| (part.amount, part.reversed))
            .collect();
        assert_eq!(paid, [(euros(30), true), (euros(-30), false)]);
        assert_eq!((detail.deliveries.len(), detail.thread_id), (1, Some(thread)));
        assert!(
            detail
                .activity
                .iter()
                .any(|entry| entry.activity.actor_name == "Karl")
        );

        let theirs = world.ask(&karl, InvoiceQuery { invoice_id }).await;
        assert_eq!(
            (theirs.standing.amount_due, theirs.payments.len()),
            (euros(100), 2)
        );
        assert!(theirs.deliveries.is_empty() && theirs.activity.is_empty());
    }
}

#[tokio::test]
async fn a_link_opens_one_invoice_and_nothing_else() {
    for world in worlds().await {
        let karl = world.person(0);
        let invoice_id = world.invoice(0, "Website", 100).await;
        let other = world.invoice(0, "Hosting", 50).await;
        let scope = world.scope(&karl).narrowed_to(invoice_id, world.client(0));
        let store = &world.fixture.store;
        let page = ask(store, &scope, world.now, &all_invoices()).await.unwrap();
        assert_eq!(
            page.rows.iter().map(|row| row.invoice_id).collect::<Vec<_>>(),
            [invoice_id]
        );
        assert_eq!(page.count, 1);
        assert!(
            ask(store, &scope, world.now, &InvoiceQuery { invoice_id: other })
                .await
                .is_err()
        );
        let detail = ask(store, &scope, world.now, &InvoiceQuery { invoice_id })
            .await
            .unwrap();
        assert_eq!(detail.invoice.buyer.name, "Müller GmbH");
    }
}
