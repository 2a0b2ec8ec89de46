use std::path::Path;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::Response;
use folio_domain::documents::{AddDocument, NewVersion};
use folio_domain::ids::{DocumentId, VersionId};
use folio_domain::invoices::SendInvoice;
use folio_domain::mutations::Mutation;
use folio_domain::permissions::Role;
use folio_server::{Config, Smtp, restore, restore_with};
use http::{Method, StatusCode};
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tower::ServiceExt as _;

use crate::support::{Business, Caller, House, Person, house, house_with};

const BYTES: &[u8] = b"the lease, signed";

async fn busy<'a>(house: &'a House) -> (Business<'a>, String, String) {
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invoice_id = business.invoice(&customer).await;
    let (document_id, version_id) = (DocumentId(house.id()), VersionId(house.id()));
    let version = NewVersion {
        version_id,
        file_name: "lease.txt".to_owned(),
        size_bytes: BYTES.len() as i64,
        sha256: hex::encode(Sha256::digest(BYTES)),
    };
    let title = "Lease".to_owned();
    let add = AddDocument {
        document_id,
        client_id: customer.client_id,
        title,
        shared: true,
        version,
    };
    house.mutate(&business.owner.caller, add).await.json::<Value>();
    let at = format!("/api/files/{version_id}?offset=0");
    house
        .send(&business.owner.caller, Method::PUT, &at, Body::from(BYTES))
        .await
        .json::<Value>();
    (
        business,
        format!("/api/invoices/{invoice_id}/pdf"),
        format!("/api/files/{version_id}"),
    )
}

/// The server that a backup is brought back on, with the desktop that the owner signs in with.
async fn brought_back(house: &House, backup: &Path, code: &str) -> (House, Person) {
    // As somebody types it from a sheet.
    let letters: Vec<char> = code.to_lowercase().chars().collect();
    let groups = letters.chunks(4).map(|four| four.iter().collect::<String>());
    let code = &groups.collect::<Vec<_>>().join(" ");
    let (app, _) = restore(empty(house, "new"), house.source.clone(), backup, code)
        .await
        .unwrap();
    let there = House {
        router: app.router(),
        app,
        hand: house.hand.clone(),
        source: house.source.clone(),
        home: tempfile::tempdir().unwrap(),
    };
    let owner = Person::of(there.sign_in("owner@lumen.test").await.json());
    (there, owner)
}

fn empty(house: &House, name: &str) -> Config {
    let mut config = Config {
        home: house.home.path().join(name),
        ..house.app.config.clone()
    };
    config.does_jobs = false;
    config
}

#[tokio::test]
async fn a_backup_brings_everything_back() {
    let house = house().await;
    let (business, paper, file) = busy(&house).await;
    let org_id = business.founded.org_id;
    let out = house.home.path().join("lumen.folio");
    house.app.save_backup(org_id, &out).await.unwrap();
    let stored = std::fs::read(&out).unwrap();
    assert!(stored.starts_with(b"age-encryption.org/v1"));
    assert!(
        !stored
            .windows(5)
            .any(|window| window == b"lumen" || window == b"lease")
    );
    let before = house.get(&business.owner.caller, &paper).await.bytes;
    let head = house.app.verify_trail(org_id, None).await.unwrap().head;

    let (there, owner) = brought_back(&house, &out, &business.founded.recovery_code).await;
    let old_epoch = house.app.org(org_id).await.unwrap().epoch;
    assert_ne!(there.app.org(org_id).await.unwrap().epoch, old_epoch);
    let old = there
        .query(&business.owner.caller, "organisation", json!({}))
        .await;
    assert_eq!(old.status, StatusCode::UNAUTHORIZED, "devices register anew");
    assert_eq!(there.get(&owner.caller, &paper).await.bytes, before);
    assert_eq!(there.get(&owner.caller, &file).await.bytes, BYTES);
    let found: Value = there
        .query(&owner.caller, "search", json!({ "text": "lease", "limit": 10 }))
        .await
        .json();
    assert_eq!(found["hits"].as_array().unwrap().len(), 1);
    assert_eq!(
        there.app.verify_trail(org_id, Some(&head)).await.unwrap().faults,
        Vec::<String>::new()
    );
    let report = there.app.check(org_id).await.unwrap();
    assert_eq!((report.invoices, report.files, report.faults), (1, 2, Vec::new()));
}

#[tokio::test]
async fn a_backup_opens_with_its_code_alone_and_only_whole() {
    let house = house().await;
    let (business, _, _) = busy(&house).await;
    let other = house.business("amber").await;
    let out = house.home.path().join("lumen.folio");
    house
        .app
        .save_backup(business.founded.org_id, &out)
        .await
        .unwrap();
    let attempt = |config, file: std::path::PathBuf, code: String| {
        let source = house.source.clone();
        async move {
            restore(config, source, &file, &code)
                .await
                .err()
                .unwrap()
                .to_string()
        }
    };
    let wrong = attempt(
        empty(&house, "a"),
        out.clone(),
        other.founded.recovery_code.clone(),
    )
    .await;
    assert_eq!(wrong, "problem-bad-recovery-code");
    let nonsense = attempt(empty(&house, "b"), out.clone(), "hello".to_owned()).await;
    assert_eq!(nonsense, "problem-bad-recovery-code");
    let code = business.founded.recovery_code.clone();
    let used = attempt(house.app.config.clone(), out.clone(), code.clone()).await;
    assert_eq!(used, "problem-home-not-empty");
    let mut torn = std::fs::read(&out).unwrap();
    torn.truncate(torn.len() - 3_000);
    let cut = house.home.path().join("cut.folio");
    std::fs::write(&cut, torn).unwrap();
    assert_eq!(attempt(empty(&house, "c"), cut, code).await, "problem-bad-backup");
}

/// An answer whose body nobody has taken yet.
async fn begun(house: &House, caller: &Caller) -> Response {
    let request = house.request(caller, Method::GET, "/api/backup", Body::empty());
    house.router.clone().oneshot(request).await.unwrap()
}

#[tokio::test]
async fn the_owner_takes_a_backup_from_anywhere() {
    let house = house().await;
    let (business, paper, file) = busy(&house).await;
    let owner = &business.owner.caller;
    let before = house.get(owner, &paper).await.bytes;
    let backup = house.get(owner, "/api/backup").await;
    assert_eq!(
        backup.headers["content-disposition"],
        "attachment; filename=\"lumen.folio-backup\"; filename*=UTF-8''lumen.folio-backup"
    );
    // A browser asks by its command; within the hour that is the same look.
    let again = house.command(owner, "save_backup", json!({})).await;
    assert!(again.bytes.starts_with(b"age-encryption.org/v1"));
    let trail: Value = house
        .query(
            owner,
            "activity",
            json!({ "client_id": null, "clients_only": false, "after": null, "limit": 100 }),
        )
        .await
        .json();
    let taken = |trail: &Value| {
        let rows = trail["rows"].as_array().unwrap();
        let noted = rows
            .iter()
            .filter(|row| row["activity"]["action"] == "take_backup");
        noted
            .map(|row| row["activity"]["label"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(taken(&trail), vec![json!("lumen")], "{trail}");

    let out = house.home.path().join("taken.folio-backup");
    std::fs::write(&out, &backup.bytes).unwrap();
    let (there, owner) = brought_back(&house, &out, &business.founded.recovery_code).await;
    assert_eq!(there.get(&owner.caller, &paper).await.bytes, before);
    assert_eq!(there.get(&owner.caller, &file).await.bytes, BYTES);
    let report = there.app.check(business.founded.org_id).await.unwrap();
    assert_eq!((report.invoices, report.files, report.faults), (1, 2, Vec::new()));
}

#[tokio::test]
async fn only_the_owner_takes_a_backup_and_one_at_a_time() {
    let house = house().await;
    let (business, _, _) = busy(&house).await;
    let other = house.business("amber").await;
    let staff = business.member(Role::Staff, None).await;
    let refused = house.get(&staff.caller, "/api/backup").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);

    // Larger than what may wait for a caller who takes nothing.
    let folder = house
        .home
        .path()
        .join("home/files")
        .join(business.founded.org_id.to_string());
    std::fs::write(folder.join("large"), vec![7; 4 * 1024 * 1024]).unwrap();
    let owner = &business.owner.caller;
    let first = begun(&house, owner).await;
    assert_eq!(first.status(), StatusCode::OK);
    let second = house.get(owner, "/api/backup").await;
    assert_eq!(
        (second.status, second.problem().as_str()),
        (StatusCode::TOO_MANY_REQUESTS, "problem-backup-under-way")
    );
    assert_eq!(
        house.get(&other.owner.caller, "/api/backup").await.status,
        StatusCode::OK
    );
    // A caller who goes away ends the turn.
    drop(first);
    let deadline = Instant::now() + Duration::from_secs(20);
    while house.get(owner, "/api/backup").await.status != StatusCode::OK {
        assert!(Instant::now() < deadline, "the turn has not ended");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_backup_that_cannot_be_finished_does_not_look_whole() {
    let house = house().await;
    let (business, _, _) = busy(&house).await;
    let folder = house
        .home
        .path()
        .join("home/files")
        .join(business.founded.org_id.to_string());
    let lost = folder.join("lost");
    std::os::unix::fs::symlink(folder.join("nowhere"), &lost).unwrap();
    let begun = begun(&house, &business.owner.caller).await;
    assert_eq!(begun.status(), StatusCode::OK);
    assert!(begun.into_body().collect().await.is_err());
}

#[tokio::test]
async fn what_waited_to_be_mailed_is_not_mailed_again() {
    let smtp = Smtp {
        // Nobody listens there: whoever tried would put the mail off.
        url: "smtp://127.0.0.1:9".to_owned(),
        from: "folio@lumen.test".to_owned(),
    };
    let house = house_with(|config| config.smtp = Some(smtp)).await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let owner = &business.owner.caller;
    // One mail was tried; of another the job has not begun; a third invoice would be issued in a moment.
    let tried = business.invoice(&customer).await;
    house
        .mutate(owner, SendInvoice { invoice_id: tried })
        .await
        .json::<Value>();
    folio_server::work_off(&house.app).await.unwrap();
    let fresh = business.invoice(&customer).await;
    house
        .mutate(owner, SendInvoice { invoice_id: fresh })
        .await
        .json::<Value>();
    let send = Mutation::from(SendInvoice { invoice_id: fresh });
    let held = json!({ "mutation_id": house.id(), "mutation": send, "hold_ms": 10_000 });
    house.post(owner, "/api/mutate", held).await.json::<Value>();
    let out = house.home.path().join("lumen.folio");
    house
        .app
        .save_backup(business.founded.org_id, &out)
        .await
        .unwrap();

    let code = &business.founded.recovery_code;
    let (config, source) = (empty(&house, "low"), house.source.clone());
    let low = restore_with(config, source, &out, code, Some(2)).await;
    assert!(low.err().unwrap().to_string().contains("--next-number"));
    let (config, source) = (empty(&house, "new"), house.source.clone());
    let (app, _) = restore_with(config, source, &out, code, Some(40)).await.unwrap();
    assert_eq!(app.store.next_job_at().await.unwrap(), None);
    let there = House {
        router: app.router(),
        app,
        hand: house.hand.clone(),
        source: house.source.clone(),
        home: tempfile::tempdir().unwrap(),
    };
    let owner = Person::of(there.sign_in("owner@lumen.test").await.json());
    for invoice_id in [tried, fresh] {
        let params = json!({ "invoice_id": invoice_id });
        let detail: Value = there.query(&owner.caller, "invoice", params).await.json();
        let states: Vec<&Value> = detail["deliveries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|delivery| &delivery["state"])
            .collect();
        assert_eq!(states, ["not_sent"]);
    }
    let restored = Business {
        house: &there,
        owner: owner.clone(),
        founded: business.founded.clone(),
    };
    let invoice_id = restored.invoice(&customer).await;
    let params = json!({ "invoice_id": invoice_id });
    let detail: Value = there.query(&owner.caller, "invoice", params).await.json();
    assert_eq!(detail["invoice"]["number"], "2026-0040", "{detail}");
}
