use std::io::{Cursor, Write as _};

use folio_domain::OrgId;
use folio_domain::trail::{TrailHead, sha256_hex};
use serde_json::json;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn head() -> ExportHead {
    ExportHead {
        org_id: OrgId(Uuid::from_u128(7)),
        organisation: "Studio Kolam".to_owned(),
        trail: TrailHead::default(),
    }
}

fn export() -> Vec<u8> {
    let mut writer = ExportWriter::begin(head(), Vec::new()).unwrap();
    let lines = b"{\"id\":1}\n{\"id\":2}\n".repeat(200);
    writer
        .add_lines("records/client.jsonl", 400, &mut lines.as_slice())
        .unwrap();
    writer
        .add::<ExportError>("files/ab/terms.txt", |to| Ok(to.write_all(b"the terms")?))
        .unwrap();
    writer.note_missing("files/cd/lost.txt", "cd");
    writer.finish().unwrap().1
}

/// What becomes of an archive that somebody put together.
fn refusal(bytes: Vec<u8>) -> String {
    let read = ExportReader::open(Cursor::new(bytes)).and_then(|mut reader| reader.verify());
    read.unwrap_err().to_string()
}

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, bytes) in files {
        zip.start_file(*path, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A manifest that lists `files` as (path, size, bytes that the hash is of).
fn manifest(files: &[(&str, u64, &[u8])]) -> Vec<u8> {
    let mut manifest = ExportManifest::new(head());
    manifest.files = files
        .iter()
        .map(|(path, size_bytes, bytes)| ExportedFile {
            path: (*path).to_owned(),
            size_bytes: *size_bytes,
            sha256: sha256_hex(bytes),
        })
        .collect();
    serde_json::to_vec(&manifest).unwrap()
}

#[test]
fn what_was_written_is_read_and_the_same_again() {
    let bytes = export();
    assert_eq!(bytes, export(), "the same business, the same bytes");
    let mut reader = ExportReader::open(Cursor::new(bytes)).unwrap();
    reader.verify().unwrap();
    assert_eq!(reader.manifest().counts["records/client.jsonl"], 400);
    assert_eq!(reader.manifest().missing.len(), 1);
    let by_hash = reader.by_hash();
    let path = &by_hash[&sha256_hex(b"the terms")];
    let mut terms = Vec::new();
    assert!(reader.write_to(path, &mut terms).unwrap());
    assert_eq!(terms, b"the terms");
    assert!(!reader.write_to("files/none", &mut terms).unwrap());
}

#[test]
fn other_programs_unpack_it() {
    let mut zip = zip::ZipArchive::new(Cursor::new(export())).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(
        names,
        [
            "README.txt",
            "records/client.jsonl",
            "files/ab/terms.txt",
            "manifest.json"
        ]
    );
    assert!(zip.by_name("README.txt").unwrap().size() > 1_000);
}

#[test]
fn what_was_cut_or_bent_is_refused_wherever() {
    let whole = export();
    for length in (0..whole.len()).step_by(7) {
        refusal(whole[..length].to_vec());
    }
    let mut unseen = 0;
    for at in 0..whole.len() {
        let mut bent = whole.clone();
        bent[at] ^= 0x10;
        let read = ExportReader::open(Cursor::new(bent)).and_then(|mut reader| {
            reader.verify()?;
            Ok(reader.manifest().clone())
        });
        // Dates, rights and the like are not believed; what is believed has a hash.
        if let Ok(manifest) = read {
            assert_eq!(manifest.counts["records/client.jsonl"], 400);
            unseen += 1;
        }
    }
    assert!(unseen < whole.len() / 3, "{unseen} of {}", whole.len());
}

#[test]
fn names_that_lead_elsewhere_are_refused() {
    for path in [
        "../evil",
        "files/../../evil",
        "/etc/cron.d/evil",
        "C:/evil",
        "files\\..\\evil",
        "files//evil",
        "./evil",
    ] {
        let listed = manifest(&[(path, 1, b"x")]);
        let said = refusal(zip_of(&[(path, b"x"), ("manifest.json", &listed)]));
        assert!(said.contains("no plain path"), "{path}: {said}");
        let hidden = refusal(zip_of(&[(path, b"x"), ("manifest.json", &manifest(&[]))]));
        assert!(hidden.contains("no plain path"), "{path}: {hidden}");
    }
}

#[test]
fn what_the_manifest_does_not_say_is_refused() {
    let said = refusal(zip_of(&[("extra", b"x"), ("manifest.json", &manifest(&[]))]));
    assert!(said.contains("not once in its manifest"), "{said}");
    let said = refusal(zip_of(&[("manifest.json", &manifest(&[("gone", 1, b"x")]))]));
    assert!(said.contains("not in the archive"), "{said}");
    let said = refusal(zip_of(&[
        ("a", b"x"),
        ("manifest.json", &manifest(&[("a", 1, b"y")])),
    ]));
    assert!(said.contains("was changed"), "{said}");
    let twice = manifest(&[("a", 1, b"x"), ("a", 1, b"x")]);
    let said = refusal(zip_of(&[("a", b"x"), ("manifest.json", &twice)]));
    assert!(said.contains("not once"), "{said}");
}

#[test]
fn what_inflates_beyond_its_size_is_refused() {
    let bomb = vec![0; 4 * 1024 * 1024];
    let said = refusal(zip_of(&[
        ("files/ab/bomb", &bomb),
        (
            "manifest.json",
            &manifest(&[("files/ab/bomb", 10, b"0123456789")]),
        ),
    ]));
    assert!(said.contains("was changed"), "{said}");
    let huge = manifest(&[("files/ab/huge", 1 << 40, b"")]);
    let said = refusal(zip_of(&[("files/ab/huge", b""), ("manifest.json", &huge)]));
    assert!(said.contains("larger"), "{said}");
}

#[test]
fn lines_that_fill_a_disk_are_refused_before_they_are_read() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file("records/client.jsonl", SimpleFileOptions::default())
        .unwrap();
    let (chunk, times) = (vec![b' '; 1024 * 1024], 70_u64);
    let mut hash = Sha256::new();
    for _ in 0..times {
        zip.write_all(&chunk).unwrap();
        hash.update(&chunk);
    }
    let mut listed = ExportManifest::new(head());
    listed.files = vec![ExportedFile {
        path: "records/client.jsonl".to_owned(),
        size_bytes: times * chunk.len() as u64,
        sha256: hex::encode(hash.finalize()),
    }];
    zip.start_file("manifest.json", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(&serde_json::to_vec(&listed).unwrap()).unwrap();
    let bomb = zip.finish().unwrap().into_inner();
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    let said = refusal(bomb);
    assert!(said.contains("records/client.jsonl is larger"), "{said}");
}

#[test]
fn names_that_are_one_where_case_is_not_told_apart_are_refused() {
    let listed = manifest(&[("files/ab/Terms", 1, b"x"), ("files/ab/terms", 1, b"x")]);
    let said = refusal(zip_of(&[
        ("files/ab/Terms", b"x"),
        ("files/ab/terms", b"x"),
        ("manifest.json", &listed),
    ]));
    assert!(
        said.contains("files/ab/terms is in the archive and not once"),
        "{said}"
    );
    let second = manifest(&[("Manifest.JSON", 1, b"x")]);
    let said = refusal(zip_of(&[("Manifest.JSON", b"x"), ("manifest.json", &second)]));
    assert!(said.contains("not once"), "{said}");
}

#[test]
fn what_is_no_file_or_has_no_name_is_refused() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.add_symlink("files/ab/link", "/etc/passwd", SimpleFileOptions::default())
        .unwrap();
    let listed = manifest(&[("files/ab/link", 11, b"/etc/passwd")]);
    zip.start_file("manifest.json", SimpleFileOptions::default())
        .unwrap();
    zip.write_all(&listed).unwrap();
    let said = refusal(zip.finish().unwrap().into_inner());
    assert!(said.contains("no plain path"), "{said}");
    // A name whose bytes are no text: put in the place of one of the same length.
    let listed = manifest(&[("files/ab/xy", 1, b"x")]);
    let mut odd = zip_of(&[("files/ab/xy", b"x"), ("manifest.json", &listed)]);
    let places: Vec<usize> = (0..odd.len() - 2)
        .filter(|at| &odd[*at..*at + 3] == b"/xy")
        .collect();
    for at in places {
        odd[at + 1] = 0xff;
    }
    let said = refusal(odd);
    assert!(said.contains("no plain path"), "{said}");
}

#[test]
fn foreign_and_later_archives_are_told_apart() {
    assert!(refusal(b"age-encryption.org/v1".to_vec()).contains("no export"));
    assert!(refusal(zip_of(&[("a", b"x")])).contains("no export"));
    let pack = json!({ "format": "folio month pack 2" }).to_string();
    assert!(refusal(zip_of(&[("manifest.json", pack.as_bytes())])).contains("no export"));
    let later = json!({ "format": "folio export 9" }).to_string();
    assert!(refusal(zip_of(&[("manifest.json", later.as_bytes())])).contains("does not know"));
}

#[test]
fn keys_stand_in_one_order() {
    let value = json!({ "b": { "z": 1, "a": [{ "y": 0, "x": null }] }, "a": "…" });
    assert_eq!(
        json_line(&value),
        "{\"a\":\"…\",\"b\":{\"a\":[{\"x\":null,\"y\":0}],\"z\":1}}\n"
    );
}

#[test]
fn no_path_is_given_twice() {
    let mut paths = Paths::default();
    assert_eq!(
        paths.file("ab12", "../Terms?.txt").as_deref(),
        Some("files/ab12/-Terms-.txt")
    );
    assert_eq!(
        paths.file("ab12", "../terms?.txt"),
        None,
        "the same file on some systems"
    );
    assert!(paths.file("ab13", "terms.txt").is_some());
    assert_eq!(of_kind("invoice", true), "records/invoice.jsonl");
    assert_eq!(of_kind("change", false), "server/change.jsonl");
}
