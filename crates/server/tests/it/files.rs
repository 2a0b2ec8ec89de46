use axum::body::Body;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::documents::{AddDocument, NewVersion, ShareDocument};
use folio_domain::ids::{DocumentId, VersionId};
use folio_domain::permissions::Role;
use folio_protocol::commands::FileProgress;
use http::{Method, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::{Business, Customer, Person, house};

async fn announce(
    business: &Business<'_>,
    who: &Person,
    customer: &Customer,
    bytes: &[u8],
) -> (DocumentId, VersionId) {
    let house = business.house;
    let (document_id, version_id) = (DocumentId(house.id()), VersionId(house.id()));
    let version = NewVersion {
        version_id,
        file_name: "விலை – कीमत.txt".to_owned(),
        size_bytes: bytes.len() as i64,
        sha256: hex::encode(Sha256::digest(bytes)),
    };
    let title = "Prices".to_owned();
    let add = AddDocument {
        document_id,
        client_id: customer.client_id,
        title,
        shared: false,
        version,
    };
    house.mutate(&who.caller, add).await.json::<Value>();
    (document_id, version_id)
}

#[tokio::test]
async fn a_file_comes_in_pieces_and_goes_out_whole() {
    let house = house().await;
    let business = house.business("lumen").await;
    let (kite, rook) = (business.client("kite").await, business.client("rook").await);
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    let stranger = business.member(Role::Client, Some(rook.contact_id)).await;
    let books = business.member(Role::Bookkeeper, None).await;
    let bytes: Vec<u8> = (0..1_200_000_u32)
        .map(|nth| b'a' + (nth * 7 % 26) as u8)
        .collect();
    let (_, version_id) = announce(&business, &client, &kite, &bytes).await;
    let path = format!("/api/files/{version_id}");
    assert_eq!(
        house.get(&client.caller, &path).await.problem(),
        "problem-file-not-ready"
    );

    let piece = 512 * 1024;
    let first = json!({ "version_id": version_id, "offset": 0, "bytes": STANDARD.encode(&bytes[..piece]) });
    let progress: FileProgress = house
        .command(&client.caller, "put_file_piece", first)
        .await
        .json();
    assert_eq!(
        progress,
        FileProgress {
            offset: piece as i64,
            complete: false
        }
    );
    assert_eq!(
        house
            .command(
                &stranger.caller,
                "put_file_piece",
                json!({ "version_id": version_id, "offset": 0, "bytes": "" })
            )
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    for offset in [0, piece, 2 * piece] {
        let end = bytes.len().min(offset + piece);
        let at = format!("{path}?offset={offset}");
        let body = Body::from(bytes[offset..end].to_vec());
        house
            .send(&client.caller, Method::PUT, &at, body)
            .await
            .json::<FileProgress>();
    }
    let whole = house.get(&business.owner.caller, &path).await;
    assert_eq!(whole.status, StatusCode::OK);
    assert!(whole.bytes == bytes);
    assert_eq!(whole.headers["content-type"], "text/plain");
    assert_eq!(whole.headers["x-content-type-options"], "nosniff");
    assert!(
        whole.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    assert_eq!(
        house.get(&stranger.caller, &path).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house.get(&books.caller, &path).await.status,
        StatusCode::FORBIDDEN
    );
}

#[tokio::test]
async fn a_file_that_is_not_shared_is_not_the_clients() {
    let house = house().await;
    let business = house.business("lumen").await;
    let kite = business.client("kite").await;
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    let (document_id, version_id) = announce(&business, &business.owner, &kite, b"draft contract").await;
    let path = format!("/api/files/{version_id}");
    let at = format!("{path}?offset=0");
    let body = Body::from("draft contract");
    let progress: FileProgress = house
        .send(&business.owner.caller, Method::PUT, &at, body)
        .await
        .json();
    assert!(progress.complete);
    assert_eq!(
        house.get(&client.caller, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let share = |shared| ShareDocument { document_id, shared };
    house
        .mutate(&business.owner.caller, share(true))
        .await
        .json::<Value>();
    assert_eq!(house.get(&client.caller, &path).await.bytes, b"draft contract");
    house
        .mutate(&business.owner.caller, share(false))
        .await
        .json::<Value>();
    assert_eq!(
        house.get(&client.caller, &path).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn other_bytes_than_announced_are_refused() {
    let house = house().await;
    let business = house.business("lumen").await;
    let kite = business.client("kite").await;
    let (_, version_id) = announce(&business, &business.owner, &kite, b"what was promised").await;
    let at = format!("/api/files/{version_id}?offset=0");
    let answer = house
        .send(
            &business.owner.caller,
            Method::PUT,
            &at,
            Body::from("something elsewh"),
        )
        .await;
    assert!(!answer.json::<FileProgress>().complete);
    let at = format!("/api/files/{version_id}?offset=16");
    let answer = house
        .send(&business.owner.caller, Method::PUT, &at, Body::from("!"))
        .await;
    assert_eq!(answer.problem(), "problem-file-hash");
}
