use std::io::Read as _;

use folio_domain::permissions::Role;
use http::StatusCode;
use serde_json::Value;

use crate::support::house;

#[tokio::test]
async fn the_bookkeeper_takes_a_month() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    business.invoice(&customer).await;
    business.invoice(&customer).await;
    let books = business.member(Role::Bookkeeper, None).await;
    let pack = house.get(&books.caller, "/api/packs/2026/11").await;
    assert_eq!(
        pack.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&pack.bytes)
    );
    assert_eq!(pack.headers["content-type"], "application/zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&pack.bytes)).unwrap();
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.unwrap().into_owned())
        .collect();
    assert_eq!(
        names.iter().filter(|name| name.ends_with(".pdf")).count(),
        2,
        "{names:?}"
    );
    let manifest: Value = serde_json::from_reader(archive.by_name("manifest.json").unwrap()).unwrap();
    assert!(
        manifest.to_string().contains("246.90") || manifest.to_string().contains("24690"),
        "{manifest}"
    );
    let empty = house.get(&books.caller, "/api/packs/2026/10").await;
    assert_eq!(empty.status, StatusCode::OK);
    assert_eq!(
        house.get(&books.caller, "/api/packs/2026/13").await.status,
        StatusCode::NOT_FOUND
    );
    // The business is a German one: there is a file for DATEV unasked, and with what DATEV must be told when asked.
    let head_of_batch = |bytes: &[u8]| -> String {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut file = archive
            .by_name("accounting/EXTF_Buchungsstapel_2026-11.csv")
            .unwrap();
        let mut batch = Vec::new();
        file.read_to_end(&mut batch).unwrap();
        String::from_utf8_lossy(&batch).lines().next().unwrap().to_owned()
    };
    let unasked = head_of_batch(&pack.bytes);
    assert!(
        unasked.contains(";1001;1;20260101;4;20261101;20261130;"),
        "{unasked}"
    );
    let asked = "/api/packs/2026/11?adviser_number=29098&chart=skr04&year_begins_in=12";
    let asked = head_of_batch(&house.get(&books.caller, asked).await.bytes);
    assert!(
        asked.contains(";29098;1;20251201;4;20261101;20261130;"),
        "{asked}"
    );
    assert!(asked.contains(";\"04\";"), "{asked}");
    for (wrong, status) in [
        ("adviser_number=1", StatusCode::UNPROCESSABLE_ENTITY),
        ("chart=skr49", StatusCode::UNPROCESSABLE_ENTITY),
    ] {
        let answer = house
            .get(&books.caller, &format!("/api/packs/2026/11?{wrong}"))
            .await;
        assert_eq!(answer.status, status, "{wrong}");
    }
    let client = business.member(Role::Client, Some(customer.contact_id)).await;
    assert_eq!(
        house.get(&client.caller, "/api/packs/2026/11").await.status,
        StatusCode::FORBIDDEN
    );
}
