//! Receipts and statements.

use folio_domain::payments::ReversePayment;
use folio_domain::refusals::Reason;
use folio_domain::statements::{CurrencyStatement, MovementKind};
use jiff::ToSpan;
use jiff::civil::Date;

use super::*;

async fn today(world: &World) -> Date {
    world.ask(&world.owner(), OrganisationQuery {}).await.today
}

fn moved(section: &CurrencyStatement) -> Vec<(String, Money, Money)> {
    let line = |movement: &folio_domain::statements::Movement| {
        let what = match &movement.what {
            MovementKind::Invoice { number, .. } => number.clone(),
            MovementKind::CreditNote { number, .. } => number.clone(),
            MovementKind::Payment { reference, .. } | MovementKind::Refund { reference, .. } => {
                reference.clone()
            }
            MovementKind::Reversal { .. } => "reversal".to_owned(),
        };
        (what, movement.amount, movement.balance)
    };
    section.movements.iter().map(line).collect()
}

async fn reverse(world: &World, payment_id: PaymentId) {
    let reason = "entered twice".to_owned();
    world
        .act(&world.owner(), ReversePayment { payment_id, reason })
        .await;
}

#[tokio::test]
async fn a_statement_carries_a_clients_balance_from_day_to_day() {
    for mut world in worlds().await {
        let (books, first_day) = (world.bookkeeper(), today(&world).await);
        let first = world.invoice(0, "Website", 100).await;
        world.invoice(1, "Logo of another", 70).await;
        let wrong = world.pay(0, 40, &[(first, 40)]).await;
        world.pass_hours(24 * 20);
        let second_day = today(&world).await;
        reverse(&world, wrong).await;
        world.invoice(0, "Hosting", 25).await;
        world.pay(0, 130, &[(first, 100)]).await;
        world.pass_hours(24 * 20);

        let ask = |from, to| StatementQuery {
            client_id: world.client(0),
            from,
            to,
        };
        let statement = world.ask(&books, ask(second_day, second_day)).await;
        let [section] = statement.sections.as_slice() else {
            panic!("{:?}", statement.sections)
        };
        assert_eq!(section.opening, euros(60));
        assert_eq!(
            moved(section),
            [
                ("2026-0003".to_owned(), euros(25), euros(85)),
                ("transfer 130".to_owned(), euros(-130), euros(-45)),
                ("reversal".to_owned(), euros(40), euros(-5)),
            ]
        );
        assert_eq!(section.closing, euros(-5));
        assert_eq!(
            (section.ageing.not_due, section.ageing.credit),
            (euros(25), euros(30))
        );

        // To its own client it says the same; what it owes is what its open invoices say, less its credit.
        let all = ask(first_day, today(&world).await);
        let statement = world.ask(&world.person(0), all.clone()).await;
        let client = world
            .ask(
                &books,
                ClientQuery {
                    client_id: world.client(0),
                },
            )
            .await;
        let [section] = statement.sections.as_slice() else {
            panic!("{:?}", statement.sections)
        };
        assert_eq!(
            section.closing,
            client.owed[0].amount_due.minus(euros(30)).unwrap()
        );
        assert_eq!(section.ageing.late_30, euros(25));
        assert_eq!(statement, world.ask(&books, all).await);
    }
}

#[tokio::test]
async fn a_period_that_ends_before_it_begins_is_refused() {
    for world in worlds().await {
        let to = today(&world).await;
        let query = StatementQuery {
            client_id: world.client(0),
            from: to + 1.day(),
            to,
        };
        let refusal = world.refusal(&world.owner(), query).await;
        assert_eq!(refusal, Refusal::field(Reason::OutOfRange, "to"));
    }
}

#[tokio::test]
async fn a_receipt_says_what_was_paid_and_whether_it_still_counts() {
    for world in worlds().await {
        let (owner, client) = (world.owner(), world.person(0));
        let (first, second) = (
            world.invoice(0, "Website", 100).await,
            world.invoice(0, "Hosting", 25).await,
        );
        let payment_id = world.pay(0, 130, &[(second, 25), (first, 100)]).await;
        let receipt = world.ask(&client, ReceiptQuery { payment_id }).await;
        let parts: Vec<_> = receipt
            .parts
            .iter()
            .map(|part| (part.number.as_str(), part.total, part.amount))
            .collect();
        assert_eq!(
            parts,
            [
                ("2026-0001", euros(100), euros(100)),
                ("2026-0002", euros(25), euros(25))
            ]
        );
        assert_eq!((receipt.unallocated, receipt.reversed_on), (euros(5), None));

        reverse(&world, payment_id).await;
        let receipt = world.ask(&client, ReceiptQuery { payment_id }).await;
        assert_eq!(receipt.reversed_on, Some(today(&world).await));
        // The reversal has no receipt of its own: it gives the one of what it took back.
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
        let reversal = page
            .rows
            .iter()
            .find(|row| row.payment.reverses.is_some())
            .unwrap();
        let query = ReceiptQuery {
            payment_id: reversal.payment_id,
        };
        assert_eq!(world.ask(&owner, query).await, receipt);
    }
}

#[tokio::test]
async fn anothers_papers_are_not_found() {
    for world in worlds().await {
        let invoice = world.invoice(0, "Website", 100).await;
        let payment_id = world.pay(0, 40, &[(invoice, 40)]).await;
        let to = today(&world).await;
        let statement = StatementQuery {
            client_id: world.client(0),
            from: to,
            to,
        };
        let stranger = world.person(1);
        assert_eq!(
            world.refusal(&stranger, statement.clone()).await,
            Refusal::not_found()
        );
        assert_eq!(
            world.refusal(&stranger, ReceiptQuery { payment_id }).await,
            Refusal::not_found()
        );
        // Nor to who came by the link of one invoice: it shows a part of the payments.
        let linked = world
            .scope(&world.person(0))
            .narrowed_to(invoice, world.client(0));
        let store = &world.fixture.store;
        let answers = [
            ask(store, &linked, world.now, &statement).await.map(drop),
            ask(store, &linked, world.now, &ReceiptQuery { payment_id })
                .await
                .map(drop),
        ];
        for answer in answers {
            assert!(
                matches!(&answer, Err(AnswerError::Refused(refusal)) if *refusal == Refusal::not_found()),
                "{answer:?}"
            );
        }
    }
}
