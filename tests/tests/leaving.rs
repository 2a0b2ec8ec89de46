//! A business leaves with everything in one open file, and comes back from it elsewhere: what it takes along the
//! second time is byte for byte what it took the first time, whichever database lies between. What is not whole is
//! refused and leaves nothing behind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "leaving/forged.rs"]
mod forged;
#[path = "leaving/scene.rs"]
mod scene;
#[path = "leaving/undoing.rs"]
mod undoing;

use std::ffi::OsStr;
use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use folio_domain::records::Kind;
use folio_domain::trail::sha256_hex;
use folio_exchange::full_export::{ExportReader, of_kind};
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_tests::business::config;
use folio_tests::caller::Caller;
use folio_tests::make::fresh;
use scene::{CONTACT, OWNER, Scene};
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

fn same_bytes(one: &Path, other: &Path) {
    let (first, second) = (Scene::content(one), Scene::content(other));
    for (path, bytes) in &first {
        let there = second.get(path).unwrap_or_else(|| panic!("{path} is not there"));
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert!(bytes == there, "{path}:\n{}\n{}", text(bytes), text(there));
    }
    assert_eq!(std::fs::read(one).unwrap(), std::fs::read(other).unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_leaves_again_byte_for_byte() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let content = Scene::content(&first);
    for (path, part) in [
        ("records/client.jsonl", "Größe & Söhne"),
        ("records/message.jsonl", "Which size?"),
        ("server/principal.jsonl", CONTACT),
    ] {
        let text = String::from_utf8_lossy(&content[path]);
        assert!(text.contains(part), "{path}: {text}");
    }
    // Everything that Folio keeps is in it: a kind of record that is new belongs into the scene too.
    for kind in Kind::ALL {
        let path = of_kind(kind.table(), true);
        assert!(
            content.get(&path).is_some_and(|lines| !lines.is_empty()),
            "{path}"
        );
    }
    let papers: Vec<&String> = content
        .keys()
        .filter(|path| path.starts_with("invoices/"))
        .collect();
    assert!(papers.len() >= scene.papers.len() + 5, "{papers:?}");
    assert!(papers[0].ends_with(" Größe & Söhne.pdf"), "{papers:?}");
    let hash = sha256_hex(&scene.version.1);
    assert_eq!(
        content[&format!("files/{hash}/terms- final-.txt")],
        scene.version.1
    );
    // Nothing in it opens anything.
    let open: String = content
        .iter()
        .filter(|(path, _)| path.ends_with(".jsonl"))
        .map(|(_, bytes)| String::from_utf8_lossy(bytes))
        .collect();
    for secret in [
        "$argon2",
        "password_hash",
        "wrapped_file_key",
        "token_hash",
        "age1",
    ] {
        assert!(!open.contains(secret), "{secret}");
    }

    let said = scene.restore(&first, "new", &[]).unwrap();
    let links: Vec<&str> = said
        .lines()
        .filter(|line| line.contains("/invitation#"))
        .collect();
    assert_eq!(links.len(), 3, "{said}");
    assert!(said.contains("recovery code  AGE-SECRET-KEY-1"), "{said}");
    assert!(scene.run("check", "new", &[]).is_ok());
    same_bytes(&first, &scene.export("new", "second.zip", &[]));

    // Each person chooses a password by the link that was printed, and finds what was theirs.
    let app = App::open(config(&scene.path("new")).unwrap()).await.unwrap();
    let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
    assert!(
        Caller::sign_in(link.clone(), OWNER).await.is_err(),
        "there is no password yet"
    );
    let line = links.iter().find(|line| line.contains(CONTACT)).unwrap();
    let url = line.split_whitespace().last().unwrap();
    let contact = Caller::accept(link.clone(), url, "Karl").await.unwrap();
    for (invoice, bytes) in &scene.papers {
        assert_eq!(contact.pdf(*invoice).await.unwrap().body, bytes);
    }
    assert_eq!(contact.file(scene.version.0).await.unwrap().body, scene.version.1);
    assert!(Caller::sign_in(link, CONTACT).await.is_ok());
    app.close().await;
    let another = scene
        .run(
            "password-link",
            "new",
            &[OsStr::new("--email"), OsStr::new(OWNER)],
        )
        .unwrap();
    assert!(another.contains("/invitation#"), "{another}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recovery_code_goes_on_where_it_is_given() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let code = [OsStr::new("--code"), OsStr::new(&scene.code)];
    let said = scene.restore(&first, "new", &code).unwrap();
    assert!(!said.contains("AGE-SECRET-KEY"), "{said}");
    let backup = scene.path("after.folio-backup");
    let out = [OsStr::new("--out"), backup.as_os_str()];
    scene.run("backup", "new", &out).unwrap();
    scene.restore(&backup, "again", &code).unwrap();
    same_bytes(&first, &scene.export("again", "second.zip", &[]));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_database_changes_no_byte() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let url = postgres().await;
    let database = [OsStr::new("--database-url"), OsStr::new(&url)];
    scene.restore(&first, "on-postgres", &database).unwrap();
    let second = scene.export("on-postgres", "second.zip", &database);
    same_bytes(&first, &second);
    let twice = scene.restore(&first, "twice", &database).unwrap_err();
    assert!(twice.contains("problem-home-not-empty"), "{twice}");
    assert!(!scene.path("twice").exists());
    scene.restore(&second, "back", &[]).unwrap();
    same_bytes(&first, &scene.export("back", "third.zip", &[]));
}

/// A fresh database of the server that `FOLIO_TEST_POSTGRES_URL` names.
async fn postgres() -> String {
    let url = std::env::var("FOLIO_TEST_POSTGRES_URL")
        .expect("FOLIO_TEST_POSTGRES_URL is not set: run `cargo xtask test restore`");
    sqlx::any::install_default_drivers();
    let name = format!("folio_leaving_{}", fresh().simple());
    let mut connection = sqlx::AnyConnection::connect(&url).await.unwrap();
    let create = AssertSqlSafe(format!("CREATE DATABASE {name}"));
    connection.execute(create).await.unwrap();
    let (server, _) = url.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_file_does_not_keep_a_business_from_leaving() {
    let scene = Scene::new().await;
    let files = scene.path("home/files");
    let org = std::fs::read_dir(&files).unwrap().next().unwrap().unwrap().path();
    std::fs::remove_file(org.join("versions").join(scene.version.0.to_string())).unwrap();
    let out = scene.path("first.zip");
    let lost = scene.run("export-all", "home", &[OsStr::new("--out"), out.as_os_str()]);
    assert!(lost.is_err(), "the exit code says that something is missing");
    let export = ExportReader::open(File::open(&out).unwrap()).unwrap();
    assert_eq!(export.manifest().missing.len(), 1);
    scene.restore(&out, "new", &[]).unwrap();
    let again = scene.path("second.zip");
    // As before: the exit code says it.
    let _ = scene.run("export-all", "new", &[OsStr::new("--out"), again.as_os_str()]);
    same_bytes(&out, &again);
}
