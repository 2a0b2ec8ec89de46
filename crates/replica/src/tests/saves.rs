//! Saves: what the server makes comes over once, whatever breaks off on the way.

use std::path::Path;
use std::time::{Duration, Instant};

use folio_protocol::commands::{SaveStage, SaveWish};
use uuid::Uuid;

use super::server::{Desk, Server, pack};
use crate::replica::Replica;

const MONTH: SaveWish = SaveWish::MonthPack {
    year: 2026,
    month: 2,
    datev: None,
};

fn stage(replica: &Replica, save_id: Uuid) -> Option<SaveStage> {
    let saves = replica.saves().saves;
    saves
        .into_iter()
        .find(|save| save.save_id == save_id)
        .map(|save| save.stage)
}

async fn wait_for(what: &str, mut holds: impl FnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds() {
        assert!(Instant::now() < deadline, "{what}");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

fn files_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_save_is_there_when_it_is_whole() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let mut changes = replica.changes();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("2026-02 Studio.zip");
    std::fs::write(&out, b"the last one").unwrap();
    let save_id = replica.begin_save(MONTH, &out).unwrap();
    wait_for("it is done", || stage(&replica, save_id) == Some(SaveStage::Done)).await;
    assert_eq!(std::fs::read(&out).unwrap(), pack());
    assert_eq!(files_in(folder.path()), ["2026-02 Studio.zip"]);
    let told = changes.recv().await.unwrap();
    assert_eq!(told.saved, ["2026-02 Studio.zip"]);
    assert!(told.quiet, "no record has changed");
    wait_for("the server may let it go", || {
        server.saves.lock().unwrap().is_empty()
    })
    .await;
}

#[tokio::test]
async fn what_breaks_off_goes_on_where_it_was_also_after_a_restart() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let (out, part) = (folder.path().join("a.zip"), folder.path().join("a.zip.part"));
    let length = || std::fs::metadata(&part).map_or(0, |part| part.len());
    server.fault(|faults| faults.torn_saves = true);
    let save_id = replica.begin_save(MONTH, &out).unwrap();
    wait_for("some of it is here", || length() >= 3_000).await;
    server.fault(|faults| faults.offline = true);
    wait_for("it waits", || {
        stage(&replica, save_id) == Some(SaveStage::Waiting)
    })
    .await;
    replica.close().await;
    assert!(!out.exists() && length() < pack().len() as u64);
    let begun = length();

    server.fault(|faults| (faults.torn_saves, faults.offline) = (false, false));
    server.calls.lock().unwrap().clear();
    let replica = desk.open().await;
    replica.start();
    wait_for("it is done", || stage(&replica, save_id) == Some(SaveStage::Done)).await;
    assert_eq!(std::fs::read(&out).unwrap(), pack());
    assert!(begun >= 3_000);
    let calls = server.calls.lock().unwrap().clone();
    assert!(
        !calls.iter().any(|path| path.ends_with("begin_save")),
        "{calls:?}"
    );
    replica.close().await;
    let again = desk.open().await;
    again.start();
    assert!(again.saves().saves.is_empty(), "what is done is forgotten");
}

#[tokio::test]
async fn what_the_server_has_let_go_is_made_anew() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.zip");
    server.fault(|faults| faults.torn_saves = true);
    let save_id = replica.begin_save(MONTH, &out).unwrap();
    let part = folder.path().join("a.zip.part");
    wait_for("some of it is here", || part.exists()).await;
    server.fault(|faults| faults.offline = true);
    wait_for("it waits", || {
        stage(&replica, save_id) == Some(SaveStage::Waiting)
    })
    .await;
    // What is here is the beginning of something else by now.
    server.saves.lock().unwrap().clear();
    std::fs::write(&part, [7; 400]).unwrap();
    server.fault(|faults| (faults.torn_saves, faults.offline) = (false, false));
    wait_for("it is done", || stage(&replica, save_id) == Some(SaveStage::Done)).await;
    assert_eq!(std::fs::read(&out).unwrap(), pack());
}

#[tokio::test]
async fn a_save_that_is_not_wanted_leaves_nothing() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a.zip");
    server.fault(|faults| faults.torn_saves = true);
    let save_id = replica.begin_save(MONTH, &out).unwrap();
    let part = folder.path().join("a.zip.part");
    wait_for("some of it is here", || part.exists()).await;
    replica.cancel_save(save_id).await.unwrap();
    assert_eq!(stage(&replica, save_id), None);
    assert_eq!(files_in(folder.path()), Vec::<String>::new());
    assert!(server.saves.lock().unwrap().is_empty());
}

#[tokio::test]
async fn what_cannot_be_made_or_written_says_why() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let failed = |save_id| match stage(&replica, save_id) {
        Some(SaveStage::Failed { problem }) => Some(problem.message_key),
        _ => None,
    };
    let nowhere = replica
        .begin_save(MONTH, &folder.path().join("nowhere/a.zip"))
        .unwrap();
    wait_for("it fails", || failed(nowhere).is_some()).await;
    assert_eq!(failed(nowhere).unwrap(), "problem-file-not-saved");
    let forbidden = folio_protocol::Problem::new(folio_protocol::ProblemCode::Forbidden, "refused-forbidden");
    server.fault(|faults| faults.answer = Some(forbidden));
    let refused = replica
        .begin_save(SaveWish::Everything, &folder.path().join("b.zip"))
        .unwrap();
    wait_for("it is refused", || failed(refused).is_some()).await;
    assert_eq!(failed(refused).unwrap(), "refused-forbidden");
    assert_eq!(files_in(folder.path()), Vec::<String>::new());
}
