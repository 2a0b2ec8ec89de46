//! Receipts and statements, drawn up from the copy.

use folio_domain::Money;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, DraftId, LineId, PaymentId};
use folio_domain::invoices::{AddLine, Billing, CreateDraft, Discount, EditDraft, LineItem, TaxMode};
use folio_domain::languages::Language;
use folio_domain::payments::{PaymentMethod, RecordPayment};
use folio_domain::stationery::{Colour, Logo, LogoChange, SetStationery, Sheet};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{PreviewDraft, PreviewStationery, SaveReceipt, SaveStatement};
use folio_store::testing::{euro, random_id};
use jiff::civil::date;

use super::server::{Desk, Server};
use super::{change, request};

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
async fn the_pages_of_a_draft_need_no_server_and_no_number() {
    let server = Server::new(100).await;
    let (desk, other) = (Desk::new(&server), Desk::new(&server));
    let replica = desk.sign_in(&server.fixture.owner).await;
    let client = other.sign_in(&server.fixture.clients[0].actor).await;
    replica.core.cycle().await.unwrap();
    client.core.cycle().await.unwrap();
    server.fault(|faults| faults.offline = true);

    let draft_id = DraftId(random_id());
    let create = CreateDraft {
        draft_id,
        billing: Billing {
            client_id: None,
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
        },
        issue_date: None,
        payment_terms_days: 14,
        note: String::new(),
    };
    change(&replica, create).await;
    let asked = PreviewDraft {
        draft_id,
        language: Language::Ta,
    };
    let lacking = replica.preview_draft(asked).await.unwrap_err();
    assert_eq!(lacking.message_key, "refused-no-client");
    let nobody = Billing {
        client_id: None,
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let billed = Billing {
        client_id: Some(server.fixture.clients[0].client),
        ..nobody
    };
    let edit = EditDraft {
        draft_id,
        edits: vec![FieldEdit {
            field: "billing".to_owned(),
            from: serde_json::to_value(nobody).unwrap(),
            to: serde_json::to_value(billed).unwrap(),
        }],
    };
    change(&replica, edit).await;
    let lacking = replica.preview_draft(asked).await.unwrap_err();
    assert_eq!(lacking.message_key, "refused-no-lines");
    let line = |description: &str| AddLine {
        draft_id,
        line_id: LineId(random_id()),
        after: None,
        item: LineItem {
            description: description.to_owned(),
            quantity: 1.into(),
            unit: String::new(),
            unit_price: 90.into(),
            discount: Discount::None,
            taxes: Vec::new(),
        },
    };
    change(&replica, line("Letterpress cards")).await;
    let preview = replica.preview_draft(asked).await.unwrap();
    assert_eq!((preview.pages.len(), preview.page_count), (1, 1));
    assert!(preview.pages[0].starts_with("<svg"));
    let hidden = client.preview_draft(asked).await.unwrap_err();
    assert_eq!(hidden.code, ProblemCode::Forbidden);
    change(&replica, line("Cards 🥐")).await;
    let odd = replica.preview_draft(asked).await.unwrap();
    assert_eq!(odd.pages.len(), 1, "a sign stands for the letter");
}

#[tokio::test]
async fn a_sign_stands_for_a_letter_that_no_font_has() {
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
    for paper in [
        replica.receipt(&receipt).await,
        replica.statement(&whole(client_id)).await,
    ] {
        assert!(paper.unwrap().bytes.starts_with(b"%PDF-"));
    }
    replica.sign_out().await.unwrap();
    assert!(
        replica.receipt(&receipt).await.is_err(),
        "a locked copy gives no paper"
    );
}

#[tokio::test]
async fn stationery_is_chosen_and_seen_without_a_server() {
    let server = Server::new(100).await;
    let (desk, other) = (Desk::new(&server), Desk::new(&server));
    let replica = desk.sign_in(&server.fixture.owner).await;
    let client = other.sign_in(&server.fixture.clients[0].actor).await;
    replica.core.cycle().await.unwrap();
    client.core.cycle().await.unwrap();
    server.fault(|faults| faults.offline = true);

    let asked = |logo| PreviewStationery {
        accent: Colour::TEAL,
        sheet: Sheet::A4,
        logo,
    };
    let preview = replica.preview_stationery(asked(LogoChange::Keep)).await.unwrap();
    assert_eq!(preview.pages.len(), 3);
    let refused = client.preview_stationery(asked(LogoChange::Keep)).await;
    assert_eq!(refused.unwrap_err().code, ProblemCode::Forbidden);

    // What cannot be printed is refused before it is kept, so that it never waits for a server to say so.
    let logo = |file: &[u8]| LogoChange::Put(Logo::of(file).unwrap());
    let broken = SetStationery {
        edits: Vec::new(),
        logo: logo(b"\x89PNG\r\n\x1a\n and nothing more"),
    };
    let refused = replica.mutate(request(broken)).await.unwrap_err();
    assert_eq!(refused.message_key, "refused-logo-broken");
    assert!(replica.sync_view().await.unwrap().pending.is_empty());

    let client_id = server.fixture.clients[0].client;
    let before = replica.statement(&whole(client_id)).await.unwrap();
    let good = SetStationery {
        edits: Vec::new(),
        logo: logo(
            b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>",
        ),
    };
    change(&replica, good).await;
    let after = replica.statement(&whole(client_id)).await.unwrap();
    assert!(after.bytes != before.bytes, "the next paper has the logo");
    server.fault(|faults| faults.offline = false);
    replica.core.cycle().await.unwrap();
    client.core.cycle().await.unwrap();
    let theirs = client.statement(&whole(client_id)).await.unwrap();
    assert!(theirs.bytes == after.bytes, "a client's own copy draws it alike");
}
