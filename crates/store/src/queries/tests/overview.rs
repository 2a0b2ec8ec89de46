//! Today, and a client's home.

use folio_domain::invoices::{InvoiceStatus, ViewInvoice};
use folio_domain::threads::{MarkRead, Subject};

use super::*;

#[tokio::test]
async fn today_says_who_owes_who_wrote_and_who_looked() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let late = world.invoice(0, "Website", 100).await;
        let paid = world.invoice(0, "Hosting", 50).await;
        world.pay(0, 50, &[(paid, 50)]).await;
        world.pass_hours(24 * 20);
        let fresh = world.invoice(1, "Logo", 70).await;
        world.act(&karl, ViewInvoice { invoice_id: late }).await;
        world.act(&owner, ViewInvoice { invoice_id: fresh }).await;
        let waiting = world.thread(0, &karl, Subject::General, "help").await;
        let answered = world.thread(0, &karl, Subject::General, "thanks").await;
        world.pass_hours(1);
        world.post(&owner, answered, "welcome", &[]).await;
        world.draft(None, &[]).await;

        let today = world.ask(&owner, TodayQuery {}).await;
        let [owed] = today.owed.as_slice() else {
            panic!("{:?}", today.owed)
        };
        assert_eq!((owed.amount_due, owed.late), (euros(170), euros(100)));
        assert_eq!((owed.invoices, owed.invoices_late), (2, 1));
        let owing: Vec<_> = today
            .owing
            .iter()
            .map(|client| (client.client_name.as_str(), client.days_late))
            .collect();
        assert_eq!(owing, [("Müller GmbH", 6), ("வணிகம் கடை", 0)]);
        assert_eq!(
            today
                .waiting
                .iter()
                .map(|thread| thread.thread_id)
                .collect::<Vec<_>>(),
            [waiting]
        );
        let [look] = today.looks.as_slice() else {
            panic!("{:?}", today.looks)
        };
        assert_eq!(
            (look.activity.about_id, look.client_name.as_str()),
            (Some(late.0), "Müller GmbH")
        );
        assert_eq!(today.drafts, 1);
    }
}

#[tokio::test]
async fn today_is_the_day_in_the_organisations_time_zone() {
    for mut world in worlds().await {
        // 18:43 UTC is past midnight in India.
        world.now = "2026-09-21T18:43:00Z".parse().unwrap();
        assert_eq!(
            world.ask(&world.owner(), TodayQuery {}).await.date.to_string(),
            "2026-09-22"
        );
    }
}

#[tokio::test]
async fn a_client_sees_at_home_what_is_owed_and_what_is_new() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let open = world.invoice(0, "Website", 100).await;
        let paid = world.invoice(0, "Hosting", 50).await;
        world.invoice(1, "Logo", 70).await;
        world.pay(0, 50, &[(paid, 50)]).await;
        world.pass_hours(1);
        let thread = world.thread(0, &owner, Subject::Invoice(open), "question").await;
        world.thread(0, &karl, Subject::General, "own words").await;
        let shared = world.document(0, &owner, "Contract", true).await;
        world.document(0, &owner, "Internal plan", false).await;

        let home = world.ask(&karl, HomeQuery {}).await;
        assert_eq!(
            home.owed.iter().map(|owed| owed.amount_due).collect::<Vec<_>>(),
            [euros(100)]
        );
        assert_eq!(
            home.open.iter().map(|row| row.invoice_id).collect::<Vec<_>>(),
            [open]
        );
        assert_eq!(
            home.paid
                .iter()
                .map(|row| (row.invoice_id, row.status))
                .collect::<Vec<_>>(),
            [(paid, InvoiceStatus::Paid)]
        );
        assert_eq!(
            home.unread
                .iter()
                .map(|row| (row.thread_id, row.unread))
                .collect::<Vec<_>>(),
            [(thread, 1)]
        );
        assert_eq!(
            home.documents
                .iter()
                .map(|row| row.document_id)
                .collect::<Vec<_>>(),
            [shared]
        );
    }
}

#[tokio::test]
async fn what_stands_open_is_each_askers_own() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        world.invoice(0, "Website", 100).await;
        world.invoice(1, "Logo", 70).await;
        let thread = world.thread(0, &karl, Subject::General, "first").await;
        world.pass_hours(1);
        world
            .thread(1, &world.person(1), Subject::General, "second")
            .await;
        let sums = |items: &OpenItems| items.owed.iter().map(|owed| owed.amount_due).collect::<Vec<_>>();

        let all = world.ask(&owner, OpenItemsQuery {}).await;
        assert_eq!((sums(&all), all.unread), (vec![euros(170)], 2));
        let own = world.ask(&karl, OpenItemsQuery {}).await;
        assert_eq!((sums(&own), own.unread), (vec![euros(100)], 0));

        let up_to = world.now;
        world
            .act(
                &owner,
                MarkRead {
                    thread_id: thread,
                    up_to,
                },
            )
            .await;
        assert_eq!(world.ask(&owner, OpenItemsQuery {}).await.unread, 1);
    }
}
