//! How a sign-in ends: locked, or purged.

use folio_domain::invoices::Draft;
use folio_protocol::{Problem, ProblemCode};

use super::server::{Desk, Server};
use super::{assert_same, change, draft, find};
use crate::secrets::SecretKeeper as _;
use crate::standing::Standing;

#[tokio::test]
async fn a_purge_removes_the_key_and_then_the_files() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let account = desk.home.current().unwrap().unwrap();
    let folder = desk.folder.path().join("accounts").join(account.id.to_string());
    assert!(folder.join("folio.db").exists());

    let other = Problem::new(ProblemCode::Purge, "problem-purged").with("epoch", "another");
    server.fault(|faults| faults.answer = Some(other));
    replica.start();
    let mut standing = replica.standing();
    standing
        .wait_for(|standing| *standing == Standing::Locked)
        .await
        .unwrap();
    assert!(folder.join("folio.db").exists());
    assert_eq!(
        replica.sync_view().await.unwrap_err().message_key,
        "problem-signed-out"
    );
    drop(replica);

    let named = Problem::new(ProblemCode::Purge, "problem-purged").with("epoch", "first");
    server.fault(|faults| faults.answer = Some(named));
    let replica = desk.open().await;
    let mut standing = replica.standing();
    replica.start();
    standing
        .wait_for(|standing| *standing == Standing::Purged(None))
        .await
        .unwrap();
    assert!(!folder.exists());
    let left = std::fs::read_dir(desk.folder.path().join("accounts")).unwrap();
    assert_eq!(left.count(), 0, "nothing was unsent, so nothing is kept");
    for name in ["database", "session"] {
        assert_eq!(
            desk.keeper.get(&format!("{}/{name}", account.id)).await.unwrap(),
            None
        );
    }
    assert!(desk.home.open(&account, desk.link()).await.is_err());
}

#[tokio::test]
async fn an_ended_sign_in_locks_and_signing_in_again_goes_on() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let (id, create) = draft(server.fixture.clients[0].client);
    change(&replica, create).await;
    server
        .fault(|faults| faults.answer = Some(Problem::new(ProblemCode::Unauthorised, "problem-signed-out")));
    replica.start();
    let mut standing = replica.standing();
    standing
        .wait_for(|standing| *standing == Standing::Locked)
        .await
        .unwrap();
    replica.close().await;

    server.fault(|faults| faults.answer = None);
    let again = desk.sign_in(&server.fixture.owner).await;
    assert!(find::<Draft>(&again, id).await.is_some());
    again.core.cycle().await.unwrap();
    assert_eq!(again.sync_view().await.unwrap().pending, vec![]);
    assert_same(&server, &again).await;
}
