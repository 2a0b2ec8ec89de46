//! Exports that somebody bent, cut or put together: each is refused by what is wrong and where, and leaves nothing.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use folio_domain::trail::sha256_hex;
use folio_exchange::full_export::{ExportError, ExportHead, ExportReader, ExportWriter};
use serde_json::{Value, json};

use crate::scene::Scene;

/// An export with one file of it changed, and a manifest that says so: whoever does that has the whole file in hand.
fn forged(file: &Path, changed: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    with_more(file, changed, change, None)
}

/// The same, with one more file at the end.
fn with_more(
    file: &Path,
    changed: &str,
    change: impl Fn(String) -> String,
    more: Option<(&str, &str)>,
) -> Vec<u8> {
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
    if let Some((path, text)) = more {
        writer
            .add::<ExportError>(path, |to| Ok(to.write_all(text.as_bytes())?))
            .unwrap();
    }
    writer.finish().unwrap().1
}

/// Changes the first line of a file of rows.
fn in_first(change: impl Fn(&mut Value)) -> impl Fn(String) -> String {
    move |text| {
        let (first, rest) = text.split_once('\n').unwrap();
        let mut row: Value = serde_json::from_str(first).unwrap();
        change(&mut row);
        format!("{row}\n{rest}")
    }
}

/// The id of something that is not in the business.
const OTHER: &str = "0193aaaa-0000-7000-8000-000000000000";

fn is_empty(folder: &Path) -> bool {
    std::fs::read_dir(folder).unwrap().next().is_none()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_together_by_hand_is_refused_by_its_place() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let same = |text: String| text;
    let link = json!({
        "token_hash": "00", "purpose": "invoice", "about_id": OTHER, "payload": "{}", "single_use": 0,
        "expires_at": 9_000_000_000_000_i64,
    });
    let twice = |text: String| {
        let line = text.lines().next().unwrap().to_owned();
        format!("{text}{line}\n")
    };
    let cases: Vec<(&str, Vec<u8>, &[&str])> = vec![
        (
            "a link that would open something",
            with_more(
                &first,
                "",
                same,
                Some(("server/link.jsonl", &format!("{link}\n"))),
            ),
            &["server/link.jsonl", "does not know"],
        ),
        (
            "an unknown kind",
            with_more(&first, "", same, Some(("records/robot.jsonl", "{}\n"))),
            &["records/robot.jsonl", "does not know"],
        ),
        (
            "a field of a later version",
            forged(
                &first,
                "records/client.jsonl",
                in_first(|row| row["body"]["mood"] = json!("good")),
            ),
            &["records/client.jsonl, line 1", "mood", "later"],
        ),
        (
            "another business",
            forged(
                &first,
                "records/organisation.jsonl",
                in_first(|row| row["id"] = json!(OTHER)),
            ),
            &["records/organisation.jsonl, line 1", OTHER],
        ),
        (
            "no business",
            forged(&first, "records/organisation.jsonl", |_| String::new()),
            &["the business itself is not in it"],
        ),
        (
            "a record twice",
            forged(&first, "records/contact.jsonl", twice),
            &["records/contact.jsonl"],
        ),
        (
            "an end of the trail that the manifest does not name",
            forged(
                &first,
                "server/org.jsonl",
                in_first(|row| row["trail_hash"] = json!("0".repeat(64))),
            ),
            &["the trail does not hold"],
        ),
        (
            "a column that is none",
            forged(
                &first,
                "server/principal.jsonl",
                in_first(|row| row["x) VALUES (1); --"] = json!(1)),
            ),
            &["server/principal.jsonl, line 1"],
        ),
        (
            "no JSON",
            forged(&first, "records/payment.jsonl", |text| {
                format!("{text}{{\"id\":\n")
            }),
            &["records/payment.jsonl, line"],
        ),
    ];
    let tried = scene.path("tried");
    for (name, bytes, said) in cases {
        let file = scene.path("tried.zip");
        std::fs::write(&file, bytes).unwrap();
        let refused = scene.restore(&file, "tried", &[]).expect_err(name);
        for part in said {
            assert!(refused.contains(part), "{name}: {refused}");
        }
        assert!(!tried.exists(), "{name} leaves something behind");
        // A home that was there stays, as empty as it was: it may be a disk of its own.
        std::fs::create_dir(&tried).unwrap();
        scene.restore(&file, "tried", &[]).expect_err(name);
        assert!(is_empty(&tried), "{name} leaves something behind");
        std::fs::remove_dir(&tried).unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_open_something_is_made_anew_whatever_the_file_says() {
    let scene = Scene::new().await;
    let first = scene.export("home", "first.zip", &[]);
    let hash = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHQ$c29tZWhhc2g";
    let bent = forged(
        &first,
        "server/principal.jsonl",
        in_first(|row| row["password_hash"] = json!(hash)),
    );
    let file = scene.path("bent.zip");
    std::fs::write(&file, bent).unwrap();
    let bent = forged(
        &file,
        "server/org.jsonl",
        in_first(|row| {
            row["epoch"] = json!("the-epoch-of-another");
            row["wrapped_file_key"] = json!("AAAA");
            row["recovery_recipient"] = json!("age1of-somebody-else");
        }),
    );
    std::fs::write(&file, bent).unwrap();
    scene.restore(&file, "new", &[]).unwrap();
    let kept = std::fs::read(scene.path("new/folio.db")).unwrap();
    let kept = String::from_utf8_lossy(&kept);
    for secret in [hash, "the-epoch-of-another", "age1of-somebody-else"] {
        assert!(!kept.contains(secret), "{secret}");
    }
    // So it is the business that left, and leaves again as it did.
    let again = scene.export("new", "again.zip", &[]);
    assert_eq!(std::fs::read(&first).unwrap(), std::fs::read(&again).unwrap());
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
