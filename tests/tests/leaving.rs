//! A business leaves with everything in one open file, and comes back from it elsewhere: what it takes along the
//! second time is byte for byte what it took the first time, whichever database lies between. What is not whole is
//! refused and leaves nothing behind.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use folio_domain::ids::{DocumentId, InvoiceId, ThreadId, VersionId};
use folio_domain::permissions::Role;
use folio_domain::trail::sha256_hex;
use folio_exchange::full_export::{ExportError, ExportHead, ExportReader, ExportWriter};
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_tests::business::{config, found, issue, join, join_client, paper};
use folio_tests::caller::Caller;
use folio_tests::make::{add_document, fresh, new_version, start_thread};
use folio_tests::server::run;
use sqlx::{AssertSqlSafe, Connection as _, Executor as _};

const OWNER: &str = "owner@studio.example";
const CONTACT: &str = "karl@client.example";

/// A business with people, papers, a document and a thread, in a home that nobody serves.
struct Scene {
    folder: tempfile::TempDir,
    code: String,
    papers: BTreeMap<InvoiceId, Vec<u8>>,
    version: (VersionId, Vec<u8>),
}

impl Scene {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(&folder.path().join("home")).unwrap())
            .await
            .unwrap();
        let founded = found(&app, "Studio", OWNER).await.unwrap();
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Größe & Söhne", "Karl", CONTACT)
            .await
            .unwrap()
            .client_id;
        join(
            &owner,
            &link,
            Role::Bookkeeper,
            "books@studio.example",
            "Bo",
            None,
        )
        .await
        .unwrap();
        let mut papers = BTreeMap::new();
        for words in ["Plakat", "சுவரொட்டி"] {
            let invoice = issue(&owner, client, "", &[words]).await.unwrap();
            folio_server::work_off(&app).await.unwrap();
            papers.insert(invoice, paper(&owner, invoice).await.unwrap());
        }
        let (version, bytes) = (VersionId(fresh()), b"terms, ".repeat(90_000));
        let file = new_version(version, "terms: final?.txt", &bytes);
        let add = add_document(DocumentId(fresh()), client, "Terms", true, file);
        let thread = start_thread(ThreadId(fresh()), client, "Size", "Which size?");
        owner.apply(vec![add, thread]).await.unwrap();
        owner.upload(version, &bytes).await.unwrap();
        folio_server::work_off(&app).await.unwrap();
        app.close().await;
        Self {
            folder,
            code: founded.recovery_code,
            papers,
            version: (version, bytes),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Runs a command on a home; gives what it said, or what it refused with.
    fn run(&self, command: &str, home: &str, options: &[&OsStr]) -> Result<String, String> {
        let home = self.path(home);
        let mut arguments = vec![OsStr::new(command), OsStr::new("--home"), home.as_os_str()];
        arguments.extend(options);
        let output = run(&arguments).unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        if output.status.success() {
            Ok(text(&output.stdout))
        } else {
            Err(text(&output.stderr))
        }
    }

    fn export(&self, home: &str, name: &str, options: &[&OsStr]) -> PathBuf {
        let out = self.path(name);
        let mut all = vec![OsStr::new("--out"), out.as_os_str()];
        all.extend(options);
        self.run("export-all", home, &all).unwrap();
        out
    }

    fn restore(&self, file: &Path, home: &str, options: &[&OsStr]) -> Result<String, String> {
        let mut all = vec![OsStr::new("--in"), file.as_os_str()];
        all.extend(options);
        self.run("restore", home, &all)
    }

    /// Every file of an export, with its bytes.
    fn content(file: &Path) -> BTreeMap<String, Vec<u8>> {
        let mut export = ExportReader::open(File::open(file).unwrap()).unwrap();
        export.verify().unwrap();
        let mut content = BTreeMap::new();
        for file in export.manifest().files.clone() {
            let mut bytes = Vec::new();
            assert!(export.write_to(&file.path, &mut bytes).unwrap());
            content.insert(file.path, bytes);
        }
        content
    }
}

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
    let papers: Vec<&String> = content
        .keys()
        .filter(|path| path.starts_with("invoices/"))
        .collect();
    assert_eq!(papers.len(), 2);
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

/// An export with one file of it changed, and a manifest that says so: whoever does that has the whole file in hand.
fn forged(file: &Path, changed: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut export = ExportReader::open(File::open(file).unwrap()).unwrap();
    let manifest = export.manifest().clone();
    let head = ExportHead {
        org_id: manifest.org_id,
        organisation: manifest.organisation,
        trail: manifest.trail,
    };
    let mut writer = ExportWriter::begin(head, Vec::new()).unwrap();
    for file in manifest.files.iter().filter(|file| file.path != "README.txt") {
        let mut bytes = Vec::new();
        export.write_to(&file.path, &mut bytes).unwrap();
        if file.path == changed {
            bytes = change(String::from_utf8(bytes).unwrap()).into_bytes();
        }
        writer
            .add::<ExportError>(&file.path, |to| Ok(to.write_all(&bytes)?))
            .unwrap();
    }
    writer.finish().unwrap().1
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_whole_is_refused_and_leaves_nothing_behind() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let whole = std::fs::read(&first).unwrap();
    let month = scene.path("month.zip");
    let options = ["--month", "2026-01", "--out"].map(OsStr::new);
    scene
        .run(
            "export",
            "home",
            &[options[0], options[1], options[2], month.as_os_str()],
        )
        .unwrap();
    let mut bent = whole.clone();
    let middle = bent.len() / 2;
    bent[middle] ^= 1;
    let renamed = |text: String| text.replace("Owner of Studio", "Nobody at all");
    let shorter = |text: String| text.lines().skip(1).map(|line| format!("{line}\n")).collect();
    let lost = |text: String| text.replace(&sha256_hex(&scene.version.1), &"0".repeat(64));
    let cases: [(&str, Vec<u8>, &str); 8] = [
        ("cut", whole[..whole.len() - 100].to_vec(), "no export of Folio"),
        ("bent", bent, "cannot be brought back"),
        ("foreign", std::fs::read(&month).unwrap(), "no export of Folio"),
        ("text", b"PK, hello".to_vec(), "no export of Folio"),
        (
            "rewritten",
            forged(&first, "records/activity.jsonl", renamed),
            "the trail does not hold",
        ),
        (
            "shortened",
            forged(&first, "records/trail_link.jsonl", shorter),
            "the trail does not hold",
        ),
        (
            "without a file",
            forged(&first, "records/document_version.jsonl", lost),
            "is not in it",
        ),
        (
            "without rows that fit",
            forged(&first, "records/client.jsonl", |_| "{\"id\":1}\n".to_owned()),
            "client",
        ),
    ];
    for (name, bytes, reason) in cases {
        let file = scene.path("tried.zip");
        File::create(&file).unwrap().write_all(&bytes).unwrap();
        let said = scene.restore(&file, "tried", &[]).expect_err(name);
        assert!(said.contains(reason), "{name}: {said}");
        assert!(!scene.path("tried").exists(), "{name} leaves something behind");
    }
    let said = scene.restore(&first, "home", &[]).unwrap_err();
    assert!(said.contains("problem-home-not-empty"), "{said}");
    scene.restore(&first, "tried", &[]).unwrap();
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
