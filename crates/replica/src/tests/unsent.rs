//! A purge while changes wait: they lie sealed to the owner's code, and nowhere else.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::DraftId;
use folio_protocol::unsent::{RECOVERY_RECIPIENT, UnsentChange, UnsentLine};
use folio_protocol::{Problem, ProblemCode};

use super::files::{announce, bring};
use super::server::{Desk, Server};
use super::{change, draft, request};
use crate::errors::ReplicaError;
use crate::replica::Replica;
use crate::standing::{Standing, Unsent};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;
const LEASE: &[u8] = b"the lease, signed";

fn purge(recipient: Option<&age::x25519::Identity>) -> Problem {
    let purge = Problem::new(ProblemCode::Purge, "problem-purged").with("epoch", "first");
    match recipient {
        Some(identity) => purge.with(RECOVERY_RECIPIENT, identity.to_public()),
        None => purge,
    }
}

/// What the file holds, to whoever has this code.
fn opened(path: &Path, code: &age::x25519::Identity) -> Option<Vec<UnsentLine>> {
    let decryptor = age::Decryptor::new_buffered(BufReader::new(File::open(path).unwrap())).unwrap();
    let opened = decryptor
        .decrypt(std::iter::once(code as &dyn age::Identity))
        .ok()?;
    let lines = BufReader::new(opened).lines();
    Some(
        lines
            .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
            .collect(),
    )
}

fn changes(lines: &[UnsentLine]) -> Vec<&UnsentChange> {
    let found = lines.iter().filter_map(|line| match line {
        UnsentLine::Change(change) => Some(change),
        _ => None,
    });
    found.collect()
}

/// The sealed files beside the copies.
fn kept(desk: &Desk) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(desk.folder.path().join("accounts")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    paths.filter(|path| path.is_file()).collect()
}

fn copy(desk: &Desk) -> PathBuf {
    let account = desk.home.current().unwrap().unwrap();
    desk.folder.path().join("accounts").join(account.id.to_string())
}

/// A desktop with a draft that has not reached the server.
async fn with_a_draft(server: &Server, desk: &Desk) -> (Replica, DraftId) {
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    server.fault(|faults| faults.offline = true);
    let (id, create) = draft(server.fixture.clients[0].client);
    change(&replica, create).await;
    (replica, id)
}

fn tell_to_purge(server: &Server, recipient: Option<&age::x25519::Identity>) {
    server.fault(|faults| {
        faults.offline = false;
        faults.answer = Some(purge(recipient));
    });
}

/// Waits until the copy is purged, and gives what was kept.
async fn purged(replica: &Replica) -> Option<Unsent> {
    replica.start();
    let mut standing = replica.standing();
    let ended = standing.wait_for(|standing| matches!(standing, Standing::Purged(_)));
    match ended.await.unwrap().clone() {
        Standing::Purged(unsent) => unsent,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_was_unsent_opens_with_the_owners_code_alone() {
    let (server, code) = (Server::new(100).await, age::x25519::Identity::generate());
    let desk = Desk::new(&server);
    let (replica, id) = with_a_draft(&server, &desk).await;
    let version = announce(&server, &replica, LEASE).await;
    bring(&replica, version, 0, LEASE).await.unwrap();
    let folder = copy(&desk);
    tell_to_purge(&server, Some(&code));
    let unsent = purged(&replica).await.unwrap();
    assert!(!folder.exists());
    assert_eq!((unsent.changes, unsent.files), (2, 1));
    assert_eq!(kept(&desk), vec![unsent.path.clone()]);
    let told = replica.sync_view().await.unwrap_err();
    assert_eq!(
        (told.message_key.as_str(), told.params["changes"].as_str()),
        ("problem-purged-kept", "2")
    );
    assert_eq!(told.params["path"], unsent.path.display().to_string());

    let stored = std::fs::read(&unsent.path).unwrap();
    assert!(!stored.windows(LEASE.len()).any(|window| window == LEASE));
    assert_eq!(opened(&unsent.path, &age::x25519::Identity::generate()), None);
    let lines = opened(&unsent.path, &code).unwrap();
    let UnsentLine::Head(head) = &lines[0] else {
        panic!("{:?}", lines[0])
    };
    assert_eq!((head.changes, head.files), (2, 1));
    assert_eq!(head.device_id, replica.device_id());
    let found = changes(&lines);
    assert_eq!(found[0].name, "create_draft");
    assert_eq!(found[0].args["draft_id"], id.to_string());
    assert_eq!(found[0].person, server.fixture.owner.name);
    assert_eq!(found[1].name, "add_document");
    let UnsentLine::Piece(piece) = lines.last().unwrap() else {
        panic!("no piece")
    };
    assert_eq!((piece.version_id, piece.offset), (version, 0));
    assert_eq!(STANDARD.decode(&piece.bytes).unwrap(), LEASE);
}

#[tokio::test]
async fn a_crash_between_sealing_and_removing_is_made_good() {
    let (server, code) = (Server::new(100).await, age::x25519::Identity::generate());
    let desk = Desk::new(&server);
    let (replica, _) = with_a_draft(&server, &desk).await;
    let recipient = code.to_public().to_string();
    let first = replica.core.seal_unsent(Some(&recipient)).await.unwrap().unwrap();
    // The app is killed here, and opened the next day; the person goes on before the server is heard.
    replica.close().await;
    desk.clock.forward(DAY_MS);
    let replica = desk.open().await;
    change(&replica, draft(server.fixture.clients[0].client).1).await;
    let folder = copy(&desk);
    tell_to_purge(&server, Some(&code));
    let unsent = purged(&replica).await.unwrap();
    assert!(!folder.exists());
    assert_ne!(unsent.path, first.path);
    assert_eq!(kept(&desk), vec![unsent.path.clone()], "one file holds all of it");
    assert_eq!(changes(&opened(&unsent.path, &code).unwrap()).len(), 2);
}

#[tokio::test]
async fn what_cannot_be_sealed_is_not_removed() {
    let (server, code) = (Server::new(100).await, age::x25519::Identity::generate());
    let desk = Desk::new(&server);
    let (replica, _) = with_a_draft(&server, &desk).await;
    let folder = copy(&desk);
    tell_to_purge(&server, None);
    replica.start();
    let mut standing = replica.standing();
    standing
        .wait_for(|standing| *standing == Standing::Locked)
        .await
        .unwrap();
    assert!(folder.join("folio.db").exists());
    assert_eq!(kept(&desk), Vec::<PathBuf>::new());
    let refused = replica.core.seal_unsent(Some("no key")).await;
    assert!(matches!(refused, Err(ReplicaError::NoRecipient)));
    replica.close().await;

    tell_to_purge(&server, Some(&code));
    let replica = desk.open().await;
    assert_eq!(purged(&replica).await.unwrap().changes, 1);
    assert!(!folder.exists());
}

#[tokio::test]
async fn nothing_is_taken_on_once_the_end_has_begun() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let (replica, _) = with_a_draft(&server, &desk).await;
    let late = request(draft(server.fixture.clients[0].client).1);
    replica.core.standing.send_replace(Standing::Ending);
    // Past the door already, as a change is that waited for the database.
    let refused = replica.core.mutate(&late).await.unwrap_err();
    assert_eq!(refused.code(), Some(ProblemCode::Purge));
    assert_eq!(replica.core.pending().await.unwrap().len(), 1);
}

#[tokio::test]
async fn the_app_remembers_what_was_kept_until_somebody_signs_in() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    desk.sign_in(&server.fixture.owner).await.close().await;
    let account = desk.home.current().unwrap().unwrap();
    assert_eq!(desk.home.unsent().unwrap(), None);
    let unsent = Unsent {
        path: "unsent.age".into(),
        changes: 3,
        files: 0,
    };
    desk.home.forget(account.id, Some(&unsent)).unwrap();
    assert_eq!(desk.home.current().unwrap(), None);
    desk.home.forget(account.id, None).unwrap();
    assert_eq!(desk.home.unsent().unwrap(), Some(unsent));
    desk.sign_in(&server.fixture.owner).await.close().await;
    assert_eq!(desk.home.unsent().unwrap(), None);
}
