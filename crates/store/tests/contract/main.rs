//! What the store promises, on every database it runs on.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::clients::{Client, EditClient, SetClientNote};
use folio_domain::documents::{AddDocument, NewVersion, ShareDocument};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::*;
use folio_domain::imports::{ImportBatch, ImportedClient, ImportedPayment};
use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, Discount, Draft, DraftLine, Invoice, IssueInvoice, LineItem, TaxMode,
    ViewInvoice, content_hash, invoice_id,
};
use folio_domain::languages::Language;
use folio_domain::money::Money;
use folio_domain::mutations::{Actor, Mutation};
use folio_domain::payments::{Allocation, PaymentMethod};
use folio_domain::people::{AddMember, Address, EndMember, Member};
use folio_domain::permissions::Role;
use folio_domain::records::{Kind, Record, Row};
use folio_domain::threads::{MessageKind, NewMessage, StartThread, Subject};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_protocol::sync::{Outcome, WireRow};
use folio_store::testing::{Fixture, NOW, TestDatabase, databases, euro, pushed, random_id};
use folio_store::{Cookie, Submission};
use serde_json::json;

mod following;
mod pulling;
mod pushing;

async fn fixtures() -> Vec<(Fixture, TestDatabase)> {
    let mut fixtures = Vec::new();
    for database in databases().await.unwrap() {
        fixtures.push((Fixture::new(database.store.clone()).await.unwrap(), database));
    }
    fixtures
}

fn item(description: &str) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: 2.into(),
        unit: String::new(),
        unit_price: "12.50".parse().unwrap(),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

fn draft(client: ClientId) -> (DraftId, Vec<Mutation>) {
    let draft_id = DraftId(random_id());
    let billing = Billing {
        client_id: Some(client),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let create = CreateDraft {
        draft_id,
        billing,
        issue_date: None,
        payment_terms_days: 14,
        note: String::new(),
    };
    let line = AddLine {
        draft_id,
        line_id: LineId(random_id()),
        after: None,
        item: item("தமிழ் வடிவமைப்பு"),
    };
    (draft_id, vec![create.into(), line.into()])
}

async fn records<R: Record>(fixture: &Fixture, kind: Kind) -> Vec<Row> {
    let page = pull(fixture, &fixture.owner, None).await;
    assert_eq!(R::KIND, kind);
    page.0
        .into_iter()
        .filter(|row| row.kind == kind)
        .map(|row| parse(&row))
        .collect()
}

fn parse(row: &WireRow) -> Row {
    Row {
        id: row.id,
        place: folio_domain::records::Place {
            client_id: row.client_id,
            side: row.side,
        },
        version: row.version,
        body: folio_domain::registry::body_from_json(row.kind, row.body.get()).unwrap(),
    }
}

/// Pulls until nothing waits: rows, gone ones, and where it ended.
async fn pull(
    fixture: &Fixture,
    actor: &Actor,
    cookie: Option<Cookie>,
) -> (Vec<WireRow>, BTreeSet<(Kind, uuid::Uuid)>, Cookie) {
    let (mut rows, mut gone, mut cookie) = (Vec::new(), BTreeSet::new(), cookie);
    for _ in 0..500 {
        let page = fixture
            .store
            .pull(&fixture.scope(actor), fixture.device, cookie, 7)
            .await
            .unwrap();
        rows.extend(page.rows);
        gone.extend(page.gone.iter().map(|row| (row.kind, row.id)));
        cookie = Some(page.cookie.clone());
        if page.caught_up {
            return (rows, gone, page.cookie);
        }
    }
    panic!("the pull never ends");
}

async fn issue(fixture: &Fixture, client: ClientId) -> InvoiceId {
    let (draft_id, mutations) = draft(client);
    fixture.apply(&fixture.owner, mutations).await.unwrap();
    let drafts = records::<Draft>(fixture, Kind::Draft).await;
    let row = drafts.iter().find(|row| row.id == draft_id.0).unwrap();
    let lines = records::<DraftLine>(fixture, Kind::DraftLine).await;
    let lines: Vec<(LineId, &DraftLine)> = lines
        .iter()
        .filter_map(|row| Some((LineId(row.id), DraftLine::from_body(&row.body)?)))
        .filter(|(_, line)| line.draft_id == draft_id)
        .collect();
    let hash = content_hash(Draft::from_body(&row.body).unwrap(), &lines);
    fixture
        .apply(
            &fixture.owner,
            vec![
                IssueInvoice {
                    draft_id,
                    content_hash: hash,
                    send: false,
                }
                .into(),
            ],
        )
        .await
        .unwrap();
    invoice_id(draft_id)
}
