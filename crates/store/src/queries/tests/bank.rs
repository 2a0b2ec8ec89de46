//! Payments that stand, and invoices that are mentioned.

use std::collections::BTreeSet;

use folio_domain::payments::ReversePayment;
use jiff::civil::date;

use super::*;

fn days(after: Option<String>, limit: u32) -> RecordedPayments {
    RecordedPayments {
        from: date(2000, 1, 1),
        to: date(2100, 1, 1),
        after,
        limit,
    }
}

fn mentioned(text: &str) -> MentionedInvoiceQuery {
    MentionedInvoiceQuery {
        text: text.to_owned(),
        currency: euro(),
    }
}

#[tokio::test]
async fn payments_that_stand_come_page_by_page() {
    for world in worlds().await {
        let books = world.bookkeeper();
        let mut made = Vec::new();
        for amount in [10, 20, 30] {
            made.push(world.pay(0, amount, &[]).await);
        }
        let reason = "entered twice".to_owned();
        world
            .act(
                &world.owner(),
                ReversePayment {
                    payment_id: made[1],
                    reason,
                },
            )
            .await;
        let all = world.ask(&books, days(None, 100)).await;
        let ids: BTreeSet<PaymentId> = all.rows.iter().map(|row| row.payment_id).collect();
        assert_eq!(ids, BTreeSet::from([made[0], made[2]]));
        assert_eq!(all.next, None);
        let reference = all.rows.iter().find(|row| row.payment_id == made[0]).unwrap();
        assert_eq!(
            (reference.reference.as_str(), reference.amount),
            ("transfer 10", euros(10))
        );

        let mut paged = BTreeSet::new();
        let mut after = None;
        loop {
            let page = world.ask(&books, days(after, 1)).await;
            paged.extend(page.rows.iter().map(|row| row.payment_id));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(paged, ids);
        let before = RecordedPayments {
            to: date(2000, 1, 2),
            ..days(None, 100)
        };
        assert_eq!(world.ask(&books, before).await.rows, []);
    }
}

#[tokio::test]
async fn only_an_open_invoice_that_is_mentioned_alone_is_found() {
    for world in worlds().await {
        let owner = world.owner();
        let first = world.invoice(0, "Website", 100).await;
        let second = world.invoice(1, "Logo", 70).await;
        let number = async |invoice_id| {
            let detail = world.ask(&owner, InvoiceQuery { invoice_id }).await;
            detail.invoice.number
        };
        let (one, two) = (number(first).await, number(second).await);
        let found =
            |answer: MentionedInvoiceAnswer| answer.invoice.map(|found| (found.invoice_id, found.client_id));
        let ask = async |text: String| found(world.ask(&owner, mentioned(&text)).await);
        let of = |id: InvoiceId, client: ClientId| Some((id, client));
        assert_eq!(
            ask(format!("for {one}, thanks")).await,
            of(first, world.client(0))
        );
        assert_eq!(ask(two.clone()).await, of(second, world.client(1)));
        assert_eq!(ask(format!("{one} and {two}")).await, None);
        assert_eq!(ask("nothing".to_owned()).await, None);
        // What is paid is asked of nobody any more.
        world.pay(0, 100, &[(first, 100)]).await;
        assert_eq!(ask(format!("{one} and {two}")).await, of(second, world.client(1)));
        assert_eq!(ask(one).await, None);
    }
}
