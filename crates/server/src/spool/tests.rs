use folio_protocol::commands::{SaveStage, SaveWish};

use super::*;
use crate::errors::ServerError;

const ORG: OrgId = OrgId(Uuid::from_u128(1));
const NOW: Timestamp = Timestamp::UNIX_EPOCH;

fn fresh(save_id: u128) -> Spooled {
    Spooled {
        save_id: Uuid::from_u128(save_id),
        principal_id: PrincipalId(Uuid::from_u128(2)),
        wish: SaveWish::Everything,
        stage: SaveStage::Making { done: 0, of: 0 },
        at: NOW,
    }
}

/// Two servers over one folder.
fn two() -> (tempfile::TempDir, Spool, Spool) {
    let folder = tempfile::tempdir().unwrap();
    let spool = || Spool::new(folder.path().join("spool"), &Source::system());
    let (one, other) = (spool(), spool());
    (folder, one, other)
}

fn begin(spool: &Spool, save_id: u128) -> (Spooled, Making) {
    let begun = spool.begin::<ServerError>(ORG, NOW, |_all| Ok(Some(fresh(save_id))));
    begun.unwrap().unwrap()
}

#[test]
fn a_maker_that_ended_is_noticed_at_once_by_every_server() {
    let (_folder, one, other) = two();
    let (spooled, making) = begin(&one, 7);
    for spool in [&one, &other] {
        assert_eq!(spool.all(ORG, NOW).len(), 1);
        assert!(spool.find(ORG, spooled.save_id, NOW).is_some());
    }
    drop(making);
    for spool in [&one, &other] {
        assert!(spool.all(ORG, NOW).is_empty());
        assert!(spool.find(ORG, spooled.save_id, NOW).is_none());
    }
    // What was ready by then is there without a maker.
    let ready = Spooled {
        stage: SaveStage::Ready {
            size_bytes: 1,
            sha256: String::new(),
        },
        ..spooled
    };
    assert!(one.update(ORG, &ready).unwrap());
    assert_eq!(other.all(ORG, NOW).len(), 1);
}

#[test]
fn what_a_killed_maker_leaves_is_swept_with_its_part() {
    let (folder, one, other) = two();
    let (_, making) = begin(&one, 7);
    let (living, _held) = begin(&one, 8);
    drop(making);
    let at = folder.path().join("spool").join(ORG.to_string());
    let lost = Uuid::from_u128(7);
    std::fs::write(at.join(format!("{lost}.part")), vec![0; 1000]).unwrap();
    // A part alone: the line went, and the process with it.
    let alone = Uuid::from_u128(9);
    std::fs::write(at.join(format!("{alone}.part")), vec![0; 1000]).unwrap();
    other.sweep(NOW).unwrap();
    let mut left: Vec<String> = std::fs::read_dir(&at)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    left.sort();
    let living = living.save_id;
    assert_eq!(left, [format!("{living}.json"), format!("{living}.lock")]);
}

#[test]
fn of_many_that_begin_at_once_each_sees_those_before_it() {
    let (_folder, one, other) = two();
    let begun = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..40_u128)
            .map(|nth| {
                let spool = if nth % 2 == 0 { &one } else { &other };
                scope.spawn(move || {
                    spool
                        .begin::<ServerError>(ORG, NOW, |all| Ok((all.len() < 4).then(|| fresh(100 + nth))))
                        .unwrap()
                })
            })
            .collect();
        let ended = threads.into_iter().map(|thread| thread.join().unwrap());
        ended.flatten().collect::<Vec<_>>()
    });
    assert_eq!(begun.len(), 4);
}
