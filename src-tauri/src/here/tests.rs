//! A business on one computer: the copy and the real server in one process, with no network and no window.

use std::sync::Arc;
use std::time::{Duration, Instant};

use folio_domain::ids::{DraftId, MutationId};
use folio_domain::mutations::Mutation;
use folio_domain::permissions::Role;
use folio_protocol::commands::{MutateRequest, StartHere};
use folio_protocol::queries::Query;
use folio_protocol::sync::SyncStatus;
use folio_replica::{Account, Home, MemoryKeeper, Pace, Replica, RouterLink, SystemClock};
use folio_server::App;
use serde_json::{Value, json};

use super::{config, create, fresh_keys, open};
use crate::commands::sessions::business;

struct Desk {
    home: Home,
    _folder: tempfile::TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let pace = Pace {
        first_ms: 5,
        most_ms: 50,
        idle_ms: 200,
    };
    let keeper = Arc::new(MemoryKeeper::default());
    let home = Home::new(folder.path().to_owned(), keeper, Arc::new(SystemClock), pace).unwrap();
    Desk {
        home,
        _folder: folder,
    }
}

async fn start(home: &Home) -> (App, Account, Replica, String) {
    let server = create(home).await.unwrap();
    let params: StartHere = serde_json::from_value(json!({
        "business_name": "Studio Kaveri", "country": "IN", "currency": "INR", "time_zone": "Asia/Kolkata",
        "language": "en", "owner_name": "Asha", "email": "asha@studio.example", "number_pattern": "", "next_number": 1043
    }))
    .unwrap();
    let founded = server.found(business(params)).await.unwrap();
    assert!(founded.recovery_code.starts_with("AGE-SECRET-KEY-"));
    let answer = server.sign_in_here(founded.owner_id, "test").await.unwrap();
    let link = Arc::new(RouterLink::new(server.router()));
    let (account, replica) = home.adopt("", link, answer).await.unwrap();
    replica.start();
    replica.first_copy().await;
    (server, account, replica, founded.recovery_code)
}

async fn change(replica: &Replica, mutation: Value) {
    let mutation: Mutation = serde_json::from_value(mutation).unwrap();
    let mutation_id = MutationId(fresh().0);
    replica
        .mutate(MutateRequest {
            mutation_id,
            mutation,
            hold_ms: 0,
        })
        .await
        .unwrap();
}

async fn ask(replica: &Replica, query: Value) -> Value {
    let query: Query = serde_json::from_value(query).unwrap();
    replica.query(query).await.unwrap()
}

fn fresh() -> DraftId {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).unwrap();
    serde_json::from_value(json!(format_id(bytes))).unwrap()
}

fn format_id(bytes: [u8; 16]) -> String {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "{}-{}-4{}-8{}-{}",
        &hex[..8],
        &hex[8..12],
        &hex[13..16],
        &hex[17..20],
        &hex[20..]
    )
}

async fn until<T>(what: &str, mut find: impl AsyncFnMut() -> Option<T>) -> T {
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        if let Some(found) = find().await {
            return found;
        }
        assert!(Instant::now() < deadline, "{what}");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Adds a client and issues an invoice to it; gives the invoice's id.
async fn issue(replica: &Replica) -> String {
    let ids: Vec<String> = (0..3).map(|_| fresh().to_string()).collect();
    let (client, draft, line) = (&ids[0], &ids[1], &ids[2]);
    change(
        replica,
        json!({"name": "add_client", "args": {"client_id": client, "client": {
        "name": "Müller GmbH", "address": {}, "tax_id": "", "language": "en", "currency": "EUR",
        "payment_terms_days": null, "client_number": ""}}}),
    )
    .await;
    change(
        replica,
        json!({"name": "create_draft", "args": {"draft_id": draft, "billing": {
        "client_id": client, "currency": "EUR", "tax_mode": "exclusive"},
        "issue_date": null, "payment_terms_days": 14, "note": ""}}),
    )
    .await;
    change(
        replica,
        json!({"name": "add_line", "args": {"draft_id": draft, "line_id": line, "after": null, "item": {
        "description": "Drawings", "quantity": "3", "unit": "hour", "unit_price": "80.50",
        "discount": {"kind": "none"}, "taxes": []}}}),
    )
    .await;
    let seen = ask(replica, json!({"name": "draft", "params": {"draft_id": draft}})).await;
    change(
        replica,
        json!({"name": "issue_invoice", "args": {
        "draft_id": draft, "content_hash": seen["content_hash"], "send": false}}),
    )
    .await;
    seen["invoice_id"].as_str().unwrap().to_owned()
}

async fn numbers(replica: &Replica) -> Vec<String> {
    let params = json!({"filter": "all", "client_id": null, "search": null, "after": null, "limit": 50});
    let page = ask(replica, json!({"name": "invoices", "params": params})).await;
    page["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["number"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_is_issued_and_printed_without_a_network_and_is_there_again() {
    let desk = desk();
    let (server, account, replica, _) = start(&desk.home).await;
    let invoice_id = issue(&replica).await;
    let number = until("the invoice has a number", async || numbers(&replica).await.pop()).await;
    assert!(number.ends_with("1043"), "{number}");
    let invoice = serde_json::from_value(json!(invoice_id)).unwrap();
    let pdf = until("the paper is made", async || {
        replica.invoice_pdf(invoice).await.ok()
    })
    .await;
    assert_eq!(pdf.0, number);
    assert!(pdf.1.starts_with(b"%PDF-"));
    assert_eq!(*replica.status().borrow(), SyncStatus::SavedHere);
    replica.close().await;
    server.close().await;

    // The next start: keys from the keyring, everything as it was.
    let current = desk.home.current().unwrap();
    assert_eq!(current.as_ref(), Some(&account));
    let server = open(&desk.home).await.unwrap();
    let link = Arc::new(RouterLink::new(server.router()));
    let replica = desk.home.open(&account, link).await.unwrap();
    assert_eq!(numbers(&replica).await, vec![number]);
    replica.start();
    let mut status = replica.status();
    status
        .wait_for(|status| *status == SyncStatus::SavedHere)
        .await
        .unwrap();
    replica.close().await;
    server.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_brings_the_business_back_on_an_empty_computer() {
    let (first, second) = (desk(), desk());
    let (server, account, replica, code) = start(&first.home).await;
    issue(&replica).await;
    let number = until("the invoice has a number", async || numbers(&replica).await.pop()).await;
    let backup = first.home.folder().join("studio.folio-backup");
    replica.save_backup(&backup).await.unwrap();
    assert!(!first.home.folder().join("studio.folio-backup.part").exists());
    replica.close().await;
    server.close().await;

    let keys = fresh_keys(&second.home).await.unwrap();
    let config = config(&second.home, &keys).unwrap();
    let (server, org_id) = folio_server::restore(config, folio_server::Source::system(), &backup, &code)
        .await
        .unwrap();
    assert_eq!(org_id, account.org_id);
    let owner = server
        .store
        .principals_of(org_id, Role::Owner)
        .await
        .unwrap()
        .remove(0);
    let answer = server.sign_in_here(owner.principal_id, "test").await.unwrap();
    let link = Arc::new(RouterLink::new(server.router()));
    let (_, replica) = second.home.adopt("", link, answer).await.unwrap();
    replica.start();
    replica.first_copy().await;
    assert_eq!(numbers(&replica).await, vec![number]);
    replica.close().await;
    server.close().await;
}
