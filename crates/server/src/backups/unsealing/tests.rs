use std::io::Write as _;

use age::secrecy::ExposeSecret as _;
use folio_domain::ids::{DeviceId, MutationId, OrgId, PrincipalId};
use folio_domain::trail::sha256_hex;
use jiff::Timestamp;
use serde_json::json;
use uuid::Uuid;

use super::*;

const TEXT: &[u8] = b"the lease, signed";

struct Sealed {
    folder: tempfile::TempDir,
    identity: age::x25519::Identity,
}

impl Sealed {
    fn new(lines: &[UnsentLine]) -> Self {
        let sealed = Self {
            folder: tempfile::tempdir().unwrap(),
            identity: age::x25519::Identity::generate(),
        };
        let recipient = sealed.identity.to_public();
        let encryptor =
            age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient)).unwrap();
        let mut out = encryptor
            .wrap_output(File::create(sealed.path()).unwrap())
            .unwrap();
        for line in lines {
            writeln!(out, "{}", serde_json::to_string(line).unwrap()).unwrap();
        }
        out.finish().unwrap();
        sealed
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("unsent.age")
    }

    fn code(&self) -> String {
        self.identity.to_string().expose_secret().to_owned()
    }

    fn open(&self, files: Option<&Path>) -> Result<(bool, String), ServerError> {
        let mut said = String::new();
        let whole = unseal(&self.path(), &self.code(), files, |line| {
            said.push_str(&line);
            said.push('\n');
            Ok(())
        })?;
        Ok((whole, said))
    }
}

fn head(changes: u32, files: u32) -> UnsentLine {
    UnsentLine::Head(UnsentHead {
        format: UNSENT_FORMAT,
        org_id: OrgId(Uuid::from_u128(1)),
        org_name: "Studio Kaveri".to_owned(),
        principal_id: PrincipalId(Uuid::from_u128(2)),
        person: "Mina".to_owned(),
        device_id: DeviceId(Uuid::from_u128(3)),
        sealed_at: Timestamp::UNIX_EPOCH,
        changes,
        files,
    })
}

fn change() -> UnsentLine {
    UnsentLine::Change(UnsentChange {
        mutation_id: MutationId(Uuid::from_u128(4)),
        made_at: Timestamp::UNIX_EPOCH,
        person: "Mina".to_owned(),
        version: 1,
        name: "a_change_of_tomorrow".to_owned(),
        args: json!({ "note": "Thank you" }),
    })
}

fn piece(name: &str, offset: usize, bytes: &[u8]) -> UnsentLine {
    UnsentLine::Piece(UnsentPiece {
        version_id: VersionId(Uuid::from_u128(5)),
        file_name: name.to_owned(),
        size_bytes: i64::try_from(TEXT.len()).unwrap(),
        sha256: sha256_hex(TEXT),
        offset: i64::try_from(offset).unwrap(),
        bytes: STANDARD.encode(bytes),
    })
}

#[test]
fn changes_are_told_and_files_written() {
    let sealed = Sealed::new(&[
        head(1, 1),
        change(),
        piece("lease.txt", 0, &TEXT[..9]),
        piece("lease.txt", 9, &TEXT[9..]),
    ]);
    let (whole, said) = sealed.open(None).unwrap();
    assert!(whole, "{said}");
    for part in [
        "Studio Kaveri: 1 changes and 1 files of Mina",
        "Mina  a_change_of_tomorrow  00000000-0000-0000-0000-000000000004",
        "\"note\": \"Thank you\"",
        "lease.txt, 17 bytes, whole: not written",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let out = sealed.folder.path().join("out");
    assert!(sealed.open(Some(&out)).unwrap().0);
    let written = out.join(Uuid::from_u128(5).to_string()).join("lease.txt");
    assert_eq!(std::fs::read(&written).unwrap(), TEXT);
    assert!(
        sealed.open(Some(&out)).is_err(),
        "what is there is not written over"
    );
}

#[test]
fn another_code_opens_nothing_and_what_is_missing_is_said() {
    let sealed = Sealed::new(&[head(2, 1), change(), piece("lease.txt", 9, &TEXT[9..])]);
    let other = age::x25519::Identity::generate();
    let refused = unseal(&sealed.path(), other.to_string().expose_secret(), None, |_line| {
        Ok(())
    });
    assert_eq!(refused.unwrap_err().to_string(), "problem-bad-recovery-code");
    let (whole, said) = sealed.open(None).unwrap();
    assert!(
        !whole && said.contains("not whole") && said.contains("missing"),
        "{said}"
    );
    let headless = Sealed::new(&[change()]);
    assert!(headless.open(None).is_err());
}

#[test]
fn a_file_stays_in_its_folder() {
    let out_of = "../../../escaped.txt";
    let sealed = Sealed::new(&[head(0, 1), piece(out_of, 0, TEXT)]);
    let out = sealed.folder.path().join("a").join("b");
    assert!(sealed.open(Some(&out)).unwrap().0);
    assert!(
        out.join(Uuid::from_u128(5).to_string())
            .join("escaped.txt")
            .exists()
    );
    assert!(!sealed.folder.path().join("escaped.txt").exists());
    assert!(
        Sealed::new(&[head(0, 1), piece("..", 0, TEXT)])
            .open(Some(&out))
            .is_err()
    );
}
