use folio_domain::ids::{DocumentId, OrgId, VersionId};

use super::*;
use crate::vault::frames::FRAME_BYTES_MAX;

struct Room {
    vault: Vault,
    key: Key,
    place: FilePlace,
    path: PathBuf,
    _home: tempfile::TempDir,
}

fn room() -> Room {
    let home = tempfile::tempdir().unwrap();
    let source = Source::system();
    let place = FilePlace::Version {
        org_id: OrgId(source.id().unwrap()),
        document_id: DocumentId(source.id().unwrap()),
        version_id: VersionId(source.id().unwrap()),
    };
    let vault = Vault::new(home.path().to_owned(), source.clone());
    Room {
        path: place.path(home.path()),
        key: Key::new(&source).unwrap(),
        vault,
        place,
        _home: home,
    }
}

fn expected(bytes: &[u8]) -> Expected {
    Expected {
        size_bytes: bytes.len() as u64,
        sha256: hex::encode(Sha256::digest(bytes)),
    }
}

fn content(length: usize) -> Vec<u8> {
    (0..length).map(|nth| (nth * 31 % 251) as u8).collect()
}

impl Room {
    fn append(&self, expected: &Expected, offset: usize, piece: &[u8]) -> Arrival {
        self.vault
            .append(&self.place, &self.key, expected, offset as u64, piece)
            .unwrap()
    }

    fn read(&self) -> Option<Vec<u8>> {
        self.vault.read(&self.place, &self.key).unwrap()
    }
}

#[test]
fn a_file_comes_back_as_it_was() {
    for length in [
        0,
        1,
        FRAME_BYTES_MAX,
        FRAME_BYTES_MAX + 1,
        3 * FRAME_BYTES_MAX - 7,
    ] {
        let room = room();
        room.vault.keep(&room.place, &room.key, &content(length)).unwrap();
        assert_eq!(room.read().unwrap(), content(length), "{length}");
    }
}

#[test]
fn pieces_make_a_file_and_nothing_shows_before() {
    let room = room();
    let bytes = [b"%PDF-1.7\n".as_slice(), &content(1_000)].concat();
    let expected = expected(&bytes);
    assert_eq!(room.append(&expected, 0, &bytes[..400]), Arrival::Partial(400));
    assert_eq!(room.read(), None);
    assert_eq!(
        room.append(&expected, 0, &bytes[..400]),
        Arrival::Partial(400),
        "a piece again"
    );
    assert_eq!(
        room.append(&expected, 500, &bytes[500..]),
        Arrival::Partial(400),
        "a piece too early"
    );
    let whole = Arrival::Whole {
        media_type: "application/pdf".to_owned(),
    };
    assert_eq!(room.append(&expected, 400, &bytes[400..]), whole);
    assert_eq!(room.append(&expected, 400, &bytes[400..]), whole, "after the end");
    assert_eq!(room.read().unwrap(), bytes);
}

#[test]
fn a_torn_piece_does_not_count() {
    let room = room();
    let bytes = content(3_000);
    let expected = expected(&bytes);
    room.append(&expected, 0, &bytes[..1_000]);
    room.append(&expected, 1_000, &bytes[1_000..2_000]);
    let part = room.path.with_extension("part");
    let torn = std::fs::metadata(&part).unwrap().len() - 5;
    OpenOptions::new()
        .write(true)
        .open(&part)
        .unwrap()
        .set_len(torn)
        .unwrap();
    assert_eq!(
        room.append(&expected, 2_000, &bytes[2_000..]),
        Arrival::Partial(1_000)
    );
    room.append(&expected, 1_000, &bytes[1_000..2_000]);
    assert!(matches!(
        room.append(&expected, 2_000, &bytes[2_000..]),
        Arrival::Whole { .. }
    ));
    assert_eq!(room.read().unwrap(), bytes);
}

#[test]
fn a_piece_whose_bytes_never_reached_the_disk_does_not_count() {
    let room = room();
    let bytes = content(2_000);
    let expected = expected(&bytes);
    room.append(&expected, 0, &bytes[..1_000]);
    let part = room.path.with_extension("part");
    let mut stored = std::fs::read(&part).unwrap();
    let length = stored.len();
    stored[length - 500..].fill(0);
    std::fs::write(&part, stored).unwrap();
    assert_eq!(
        room.append(&expected, 1_000, &bytes[1_000..]),
        Arrival::Partial(0)
    );
}

#[test]
fn other_bytes_than_promised_begin_again() {
    let room = room();
    let bytes = content(100);
    let promised = Expected {
        sha256: "0".repeat(64),
        ..expected(&bytes)
    };
    assert_eq!(room.append(&promised, 0, &bytes), Arrival::WrongHash);
    assert_eq!(
        room.append(&expected(&bytes), 1, &bytes[1..]),
        Arrival::Partial(0)
    );
}

#[test]
fn more_bytes_than_promised_are_not_taken() {
    let room = room();
    assert_eq!(
        room.append(&expected(&content(10)), 0, &content(11)),
        Arrival::Partial(0)
    );
}

#[test]
fn a_file_opens_in_its_own_place_alone() {
    let room = room();
    room.vault
        .keep(&room.place, &room.key, b"secret of one client")
        .unwrap();
    let FilePlace::Version {
        org_id, version_id, ..
    } = room.place
    else {
        unreachable!()
    };
    let document_id = DocumentId(Source::system().id().unwrap());
    let elsewhere = FilePlace::Version {
        org_id,
        document_id,
        version_id,
    };
    assert!(room.vault.read(&elsewhere, &room.key).is_err());
    assert!(
        room.vault
            .read(&room.place, &Key::new(&Source::system()).unwrap())
            .is_err()
    );
    let stored = std::fs::read(&room.path).unwrap();
    assert!(!stored.windows(6).any(|window| window == b"secret"));
}

#[test]
fn changed_and_shortened_files_do_not_open() {
    let room = room();
    room.vault
        .keep(&room.place, &room.key, &content(FRAME_BYTES_MAX * 2))
        .unwrap();
    let stored = std::fs::read(&room.path).unwrap();
    let mut changed = stored.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&room.path, changed).unwrap();
    assert!(room.vault.read(&room.place, &room.key).is_err());
    let one_frame = stored.len() - FRAME_BYTES_MAX - 20;
    std::fs::write(&room.path, &stored[..one_frame]).unwrap();
    assert!(room.vault.read(&room.place, &room.key).is_err());
}

#[test]
fn types_are_known_by_first_bytes() {
    assert_eq!(media_type(b"\x89PNG\r\n\x1a\n rest"), "image/png");
    assert_eq!(media_type("தமிழ்".as_bytes()), "text/plain");
    assert_eq!(media_type(&[0, 1, 2]), "application/octet-stream");
    assert_eq!(media_type(b"<html><script>"), "text/html");
}

#[test]
fn what_is_poured_is_read_from_anywhere() {
    for length in [0, 1, FRAME_BYTES_MAX, FRAME_BYTES_MAX + 1, 2 * FRAME_BYTES_MAX] {
        let room = room();
        let bytes = content(length);
        let mut pouring = room.vault.pour(&room.place, &room.key).unwrap();
        bytes
            .chunks(100_001)
            .for_each(|piece| pouring.write_all(piece).unwrap());
        assert_eq!(room.read(), None, "nothing shows before the end");
        pouring.finish().unwrap();
        for offset in [0, 1, 77_777, FRAME_BYTES_MAX - 1, FRAME_BYTES_MAX, length] {
            let Some(rest) = bytes.get(offset..) else { continue };
            let opened = room.vault.open_at(&room.place, &room.key, offset as u64);
            let mut frames = opened.unwrap().unwrap();
            let mut read = Vec::new();
            while let Some(frame) = frames.next_frame().unwrap() {
                read.extend(frame);
            }
            assert!(read == rest, "{offset} of {length}");
        }
    }
}

#[test]
fn what_was_not_finished_leaves_nothing() {
    let room = room();
    let mut pouring = room.vault.pour(&room.place, &room.key).unwrap();
    pouring.write_all(&content(2 * FRAME_BYTES_MAX)).unwrap();
    drop(pouring);
    assert_eq!(room.read(), None);
    assert_eq!(std::fs::read_dir(room.path.parent().unwrap()).unwrap().count(), 0);
}
