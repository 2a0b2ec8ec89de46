//! A backup taken on a desktop whose server is elsewhere.

use folio_protocol::{Problem, ProblemCode};

use super::server::{BACKUP, Desk, Server};
use crate::errors::ReplicaError;

#[tokio::test]
async fn a_backup_is_there_when_it_is_whole() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("Studio Kaveri.folio-backup");
    replica.save_backup(&out).await.unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), BACKUP);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn what_breaks_off_leaves_nothing_and_the_last_backup_as_it_was() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("Studio Kaveri.folio-backup");
    std::fs::write(&out, b"the last one").unwrap();
    server.fault(|faults| faults.torn = true);
    assert!(replica.save_backup(&out).await.unwrap_err().is_passing());
    server.fault(|faults| {
        faults.torn = false;
        faults.answer = Some(Problem::new(ProblemCode::Limit, "problem-backup-under-way"));
    });
    let refused = Problem::from(replica.save_backup(&out).await.unwrap_err());
    assert_eq!(refused.message_key, "problem-backup-under-way");
    server.fault(|faults| faults.answer = None);
    assert_eq!(std::fs::read(&out).unwrap(), b"the last one");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);

    let nowhere = folder.path().join("nowhere").join("x");
    let error = replica.save_backup(&nowhere).await.unwrap_err();
    assert!(matches!(error, ReplicaError::Io { .. }), "{error}");
}
