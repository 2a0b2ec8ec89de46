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
    let client = business.member(Role::Client, Some(customer.contact_id)).await;
    assert_eq!(
        house.get(&client.caller, "/api/packs/2026/11").await.status,
        StatusCode::FORBIDDEN
    );
}
