//! Coming together again: a server restored, a cursor unknown, a loop that goes on, a disk that tells nothing.

use folio_domain::clients::AddClient;
use folio_domain::ids::ClientId;
use folio_domain::invoices::Draft;
use folio_domain::records::{Kind, Row};
use folio_protocol::commands::MutateRequest;
use folio_protocol::sync::SyncStatus;
use folio_store::testing::random_id;

use super::server::{Desk, Server};
use super::{assert_same, change, draft, edit, find, row, until};

#[tokio::test]
async fn a_restored_server_gets_again_what_it_lost() {
    let server = Server::new(20).await;
    let (one, two) = (Desk::new(&server), Desk::new(&server));
    let (a, b) = (
        one.sign_in(&server.fixture.owner).await,
        two.sign_in(&server.fixture.owner).await,
    );
    let (id, create) = draft(server.fixture.clients[0].client);
    let backup = one.folder.path().join("backup.db");
    a.core.cycle().await.unwrap();
    server.store().copy_to(&backup).await.unwrap();
    change(&a, create).await;
    a.core.cycle().await.unwrap();
    b.core.cycle().await.unwrap();
    server.fault(|faults| faults.offline = true);
    for replica in [&a, &b] {
        assert!(replica.core.cycle().await.unwrap_err().is_passing());
    }
    server.restore(backup).await;
    server.fault(|faults| faults.offline = false);

    change(&a, edit(id, "note", "", "made since")).await;
    for replica in [&a, &b] {
        replica.core.cycle().await.unwrap();
        assert_eq!(
            find::<Draft>(replica, id).await.map(|draft| draft.note),
            Some("made since".to_owned())
        );
        assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
        assert_same(&server, replica).await;
    }
}

#[tokio::test]
async fn an_unknown_cookie_begins_a_snapshot_that_removes_what_is_gone() {
    let server = Server::new(5).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    // A row that the server does not have any more.
    let known = row(&replica, Kind::Client, server.fixture.clients[0].client.0)
        .await
        .unwrap();
    let stray = Row {
        id: random_id(),
        ..known
    };
    let mut transaction = replica.core.store.begin().await.unwrap();
    let changes = vec![((Kind::Client, stray.id), Some(stray.clone()))];
    folio_store::save_rows(&mut transaction, server.fixture.org, &changes)
        .await
        .unwrap();
    let mut state = folio_store::desktop::replica(&mut transaction)
        .await
        .unwrap()
        .unwrap();
    state.cookie = Some("sealed with other keys".to_owned());
    folio_store::desktop::put_replica(&mut transaction, &state)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    assert!(row(&replica, Kind::Client, stray.id).await.is_some());
    replica.core.cycle().await.unwrap();
    assert_eq!(row(&replica, Kind::Client, stray.id).await, None);
    assert_same(&server, &replica).await;
}

#[tokio::test]
async fn the_loop_pushes_by_itself_once_the_server_is_back() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    server.fault(|faults| faults.offline = true);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.start();
    let mut status = replica.status();
    status
        .wait_for(|status| matches!(status, SyncStatus::Offline { .. }))
        .await
        .unwrap();
    server.fault(|faults| faults.offline = false);
    status
        .wait_for(|status| *status == SyncStatus::UpToDate)
        .await
        .unwrap();
    replica.first_copy().await;
    let client = folio_domain::clients::Client {
        name: "Wieland".to_owned(),
        ..find(&replica, server.fixture.clients[0].client).await.unwrap()
    };
    let add = AddClient {
        client_id: ClientId(random_id()),
        client,
    };
    let answer = change(&replica, add.clone()).await;
    until("the change arrives", async || {
        let again = MutateRequest {
            mutation_id: answer.mutation_id,
            mutation: add.clone().into(),
            hold_ms: 0,
        };
        replica.mutate(again).await.unwrap().confirmed
    })
    .await;
}

#[tokio::test]
async fn nothing_of_it_lies_open_on_the_disk() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let canary = "canary-of-the-private-note";
    let (id, create) = draft(server.fixture.clients[0].client);
    change(&replica, create).await;
    change(&replica, edit(id, "note", "", canary)).await;
    replica.close().await;
    let mut files = vec![desk.folder.path().to_owned()];
    let mut seen = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            files.extend(
                std::fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        seen += 1;
        let bytes = std::fs::read(&path).unwrap();
        assert!(
            !bytes
                .windows(canary.len())
                .any(|window| window == canary.as_bytes()),
            "{}",
            path.display()
        );
        assert!(!bytes.starts_with(b"SQLite format 3"), "{}", path.display());
    }
    assert!(seen >= 2);
}
