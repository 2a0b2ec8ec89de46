use std::time::{Duration, Instant};

use axum::body::Body;
use folio_domain::people::EndMember;
use folio_domain::permissions::Role;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt as _;

use crate::support::{Caller, House, house};

async fn begin(house: &House, caller: &Caller, wish: Value) -> String {
    let begun: Value = house
        .command(caller, "begin_save", json!({ "wish": wish }))
        .await
        .json();
    begun["save_id"].as_str().unwrap().to_owned()
}

async fn saves(house: &House, caller: &Caller) -> Vec<Value> {
    let list: Value = house.command(caller, "saves", json!({})).await.json();
    list["saves"].as_array().unwrap().clone()
}

/// Waits until a save is ready, and gives it.
async fn ready(house: &House, caller: &Caller, save_id: &str) -> Value {
    let deadline = Instant::now() + Duration::from_secs(30);
    loop {
        let all = saves(house, caller).await;
        let save = all
            .iter()
            .find(|save| save["save_id"] == save_id)
            .unwrap()
            .clone();
        match save["stage"]["stage"].as_str().unwrap() {
            "ready" => return save,
            "making" => assert!(Instant::now() < deadline, "{save}"),
            _ => panic!("{save}"),
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// The file from `offset` on, with the status of the answer.
async fn take(
    house: &House,
    caller: &Caller,
    save_id: &str,
    headers: &[(&str, &str)],
) -> (StatusCode, Vec<u8>) {
    let at = format!("/api/saves/{save_id}");
    let mut request = house.request(caller, Method::GET, &at, Body::empty());
    for (name, value) in headers {
        let name: http::HeaderName = name.parse().unwrap();
        request.headers_mut().insert(name, value.parse().unwrap());
    }
    let response = house.router.clone().oneshot(request).await.unwrap();
    let status = response.status();
    let bytes = axum::body::to_bytes(response.into_body(), usize::MAX)
        .await
        .unwrap();
    (status, bytes.to_vec())
}

fn month() -> Value {
    json!({ "what": "month_pack", "year": 2026, "month": 11, "datev": null })
}

#[tokio::test]
async fn a_pack_is_made_once_and_taken_from_anywhere() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    let books = business.member(Role::Bookkeeper, None).await.caller;
    let save_id = begin(&house, &books, month()).await;
    let save = ready(&house, &books, &save_id).await;
    assert_eq!(save["file_name"], "2026-11 lumen.zip");
    let (status, whole) = take(&house, &books, &save_id, &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(whole.len() as u64, save["stage"]["size_bytes"].as_u64().unwrap());
    assert!(whole.starts_with(b"PK"));
    let tag = format!("\"{}\"", save["stage"]["sha256"].as_str().unwrap());
    for (headers, expected, from) in [
        (vec![("range", "bytes=1000-")], StatusCode::PARTIAL_CONTENT, 1000),
        (
            vec![("range", "bytes=1000-"), ("if-range", &tag)],
            StatusCode::PARTIAL_CONTENT,
            1000,
        ),
        (
            vec![("range", "bytes=1000-"), ("if-range", "\"other\"")],
            StatusCode::OK,
            0,
        ),
        (vec![("range", "bytes=99999999-")], StatusCode::OK, 0),
    ] {
        let (status, rest) = take(&house, &books, &save_id, &headers).await;
        assert_eq!(status, expected, "{headers:?}");
        assert!(rest == whole[from..], "{headers:?}");
    }
    // At rest it is sealed.
    let at = house
        .home
        .path()
        .join("home/spool")
        .join(business.founded.org_id.to_string());
    let stored = std::fs::read(at.join(&save_id)).unwrap();
    assert!(!stored.windows(8).any(|window| window == b"manifest"));

    let owner = &business.owner.caller;
    assert_eq!(
        take(&house, owner, &save_id, &[]).await.0,
        StatusCode::NOT_FOUND,
        "another's"
    );
    assert!(saves(&house, owner).await.is_empty());
    house
        .command(&books, "cancel_save", json!({ "save_id": save_id }))
        .await
        .json::<Value>();
    assert_eq!(take(&house, &books, &save_id, &[]).await.0, StatusCode::NOT_FOUND);
    assert_eq!(std::fs::read_dir(&at).unwrap().count(), 0);
}

#[tokio::test]
async fn papers_that_were_missing_are_laid_out_for_the_pack() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    for _ in 0..5 {
        business.invoice_without_paper(&customer).await;
    }
    let owner = &business.owner.caller;
    let save_id = begin(&house, owner, month()).await;
    ready(&house, owner, &save_id).await;
    let (_, bytes) = take(&house, owner, &save_id, &[]).await;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let manifest: Value = serde_json::from_reader(archive.by_name("manifest.json").unwrap()).unwrap();
    assert_eq!(manifest["pdfs_missing"], json!([]));
    assert_eq!(
        house.app.check(business.founded.org_id).await.unwrap().faults,
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn everything_is_the_owners_alone_and_stands_in_the_trail() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    let everything = json!({ "what": "everything" });
    let staff = business.member(Role::Staff, None).await.caller;
    let refused = house
        .command(&staff, "begin_save", json!({ "wish": everything }))
        .await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let owner = &business.owner.caller;
    let save_id = begin(&house, owner, everything).await;
    let save = ready(&house, owner, &save_id).await;
    assert_eq!(save["file_name"], "lumen folio-export.zip");
    let (_, bytes) = take(&house, owner, &save_id, &[]).await;
    let file = house.home.path().join("everything.zip");
    std::fs::write(&file, bytes).unwrap();
    let trail: Value = house
        .query(
            owner,
            "activity",
            json!({ "client_id": null, "clients_only": false, "after": null, "limit": 100 }),
        )
        .await
        .json();
    assert!(trail.to_string().contains("take_export"), "{trail}");
    let mut config = house.app.config.clone();
    config.home = house.home.path().join("new");
    let wish = folio_server::BringBack {
        file: &file,
        code: None,
        next_number: None,
    };
    let back = folio_server::bring_back(config, house.source.clone(), wish)
        .await
        .unwrap();
    assert!(back.is_open && back.recovery_code.is_some());
    let report = back.app.check(back.org_id).await.unwrap();
    assert_eq!((report.invoices, report.faults), (1, Vec::new()));
}

#[tokio::test]
async fn what_nobody_takes_goes_and_a_maker_that_ended_has_made_nothing() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    let save_id = begin(&house, owner, month()).await;
    ready(&house, owner, &save_id).await;
    let at = house
        .home
        .path()
        .join("home/spool")
        .join(business.founded.org_id.to_string());
    let line = at.join(format!("{save_id}.json"));
    let text = std::fs::read_to_string(&line).unwrap();
    // As a server leaves it that was killed while it made the file.
    let mut left: Value = serde_json::from_str(&text).unwrap();
    left["stage"] = json!({ "stage": "making", "done": 1, "of": 2 });
    std::fs::write(&line, left.to_string()).unwrap();
    assert!(saves(&house, owner).await.is_empty());
    let again = begin(&house, owner, month()).await;
    assert_ne!(again, save_id);
    ready(&house, owner, &again).await;
}

#[tokio::test]
async fn a_thousand_wishes_make_few_files_and_leave_few() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    let owner = &business.owner.caller;
    let at = house
        .home
        .path()
        .join("home/spool")
        .join(business.founded.org_id.to_string());
    let (mut begun, mut refused) = (0, 0);
    for nth in 0..1_000_u32 {
        let wish =
            json!({ "what": "month_pack", "year": 2000 + nth / 12, "month": nth % 12 + 1, "datev": null });
        let answer = house.command(owner, "begin_save", json!({ "wish": wish })).await;
        match answer.status {
            StatusCode::OK => begun += 1,
            status => {
                assert!(status.is_client_error(), "{status}");
                assert_eq!(answer.problem(), "problem-saves-under-way");
                refused += 1;
            }
        }
        let making = saves(&house, owner).await;
        let making = making.iter().filter(|save| save["stage"]["stage"] == "making");
        assert!(making.count() <= 4);
    }
    assert!(begun >= 4, "{begun} begun, {refused} refused");
    let deadline = Instant::now() + Duration::from_secs(60);
    loop {
        let all = saves(&house, owner).await;
        if all.iter().all(|save| save["stage"]["stage"] == "ready") {
            assert!(all.len() <= 16, "{}", all.len());
            break;
        }
        assert!(Instant::now() < deadline);
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let files = std::fs::read_dir(&at).unwrap().count();
    assert!(files <= 16 * 3, "{files}");
}

#[tokio::test]
async fn a_save_asked_twice_at_once_is_one() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    let both = futures::join!(begin(&house, owner, month()), begin(&house, owner, month()));
    ready(&house, owner, &both.1).await;
    let all = saves(&house, owner).await;
    assert_eq!(all.len(), 1, "{all:?}");
}

#[tokio::test]
async fn who_lost_their_role_takes_nothing_that_was_begun_before() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    let member = business.member(Role::Bookkeeper, None).await;
    let save_id = begin(&house, &member.caller, month()).await;
    ready(&house, &member.caller, &save_id).await;
    let principal_id = member.principal_id;
    let ended = house
        .mutate(&business.owner.caller, EndMember { principal_id })
        .await;
    assert_eq!(ended.status, StatusCode::OK);
    let (status, bytes) = take(&house, &member.caller, &save_id, &[]).await;
    assert!(status.is_client_error(), "{status}");
    assert!(!bytes.starts_with(b"PK"));
}

#[tokio::test]
async fn who_stops_reading_keeps_nobody_waiting() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    let owner = &business.owner.caller;
    let save_id = begin(&house, owner, month()).await;
    ready(&house, owner, &save_id).await;
    let at = format!("/api/saves/{save_id}");
    let request = house.request(owner, Method::GET, &at, Body::empty());
    let unread = house.router.clone().oneshot(request).await.unwrap();
    // Cancelled while it is handed over: what is on its way arrives whole, and nobody else gets it.
    house
        .command(owner, "cancel_save", json!({ "save_id": save_id }))
        .await
        .json::<Value>();
    let again = begin(&house, owner, month()).await;
    ready(&house, owner, &again).await;
    assert_eq!(take(&house, owner, &again, &[]).await.0, StatusCode::OK);
    let whole = axum::body::to_bytes(unread.into_body(), usize::MAX)
        .await
        .unwrap();
    assert!(zip::ZipArchive::new(std::io::Cursor::new(whole.to_vec())).is_ok());
    assert_eq!(take(&house, owner, &save_id, &[]).await.0, StatusCode::NOT_FOUND);
}
