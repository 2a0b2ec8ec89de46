//! Receipts and statements, drawn up from the copy.

use folio_domain::Money;
use folio_domain::ids::{ClientId, PaymentId};
use folio_domain::payments::{PaymentMethod, RecordPayment};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{SaveReceipt, SaveStatement};
use folio_store::testing::{euro, random_id};
use jiff::civil::date;

use super::change;
use super::server::{Desk, Server};

fn payment(client_id: ClientId, reference: &str) -> RecordPayment {
    RecordPayment {
        payment_id: PaymentId(random_id()),
        client_id,
        received_on: date(2026, 9, 1),
        amount: Money::new(12_345, euro()),
        method: PaymentMethod::Cash,
        reference: reference.to_owned(),
        allocations: Vec::new(),
    }
}

fn whole(client_id: ClientId) -> SaveStatement {
    SaveStatement {
        client_id,
        from: date(2026, 1, 1),
        to: date(2026, 12, 31),
    }
}

#[tokio::test]
async fn papers_need_no_server_and_nobody_gets_anothers() {
    let server = Server::new(100).await;
    let (desk, other) = (Desk::new(&server), Desk::new(&server));
    let replica = desk.sign_in(&server.fixture.owner).await;
    let stranger = other.sign_in(&server.fixture.clients[1].actor).await;
    replica.core.cycle().await.unwrap();
    stranger.core.cycle().await.unwrap();
    server.fault(|faults| faults.offline = true);

    // Recorded here a moment ago, and not known to the server yet.
    let client_id = server.fixture.clients[0].client;
    let paid = payment(client_id, "thanks");
    let receipt = SaveReceipt {
        payment_id: paid.payment_id,
    };
    change(&replica, paid).await;
    let paper = replica.receipt(&receipt).await.unwrap();
    assert!(paper.bytes.starts_with(b"%PDF-"));
    assert!(
        paper.file_name.ends_with(" 2026-09-01.pdf"),
        "{}",
        paper.file_name
    );
    assert_eq!(paper, replica.receipt(&receipt).await.unwrap());
    let statement = replica.statement(&whole(client_id)).await.unwrap();
    assert!(statement.bytes.starts_with(b"%PDF-"));

    for refused in [
        stranger.receipt(&receipt).await,
        stranger.statement(&whole(client_id)).await,
    ] {
        assert_eq!(refused.unwrap_err().code, ProblemCode::NotFound);
    }
    let own = server.fixture.clients[1].client;
    assert!(stranger.statement(&whole(own)).await.is_ok());
}

#[tokio::test]
async fn a_text_that_cannot_be_printed_is_named() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let client_id = server.fixture.clients[0].client;
    let paid = payment(client_id, "thanks 🥐");
    let receipt = SaveReceipt {
        payment_id: paid.payment_id,
    };
    change(&replica, paid).await;
    for refused in [
        replica.receipt(&receipt).await,
        replica.statement(&whole(client_id)).await,
    ] {
        let problem = refused.unwrap_err();
        assert_eq!(problem.message_key, "refused-no-glyph");
        assert_eq!(problem.params["letter"], "🥐");
        assert_eq!(problem.params["field"], "reference");
    }
    replica.sign_out().await.unwrap();
    assert!(
        replica.receipt(&receipt).await.is_err(),
        "a locked copy gives no paper"
    );
}
