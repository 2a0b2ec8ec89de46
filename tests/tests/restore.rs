//! A backup of a busy organisation, brought back in an empty home with the recovery code; and the desktops after it.
//! What else the code opens: the unsent work of a desktop that was purged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "restore/office.rs"]
mod office;
#[path = "restore/scene.rs"]
mod scene;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use folio_domain::documents::FileState;
use folio_domain::ids::MutationId;
use folio_domain::invoices::Invoice;
use folio_domain::records::Kind;
use folio_protocol::commands::MutateRequest;
use folio_replica::Standing;
use folio_tests::business::found_in;
use folio_tests::caller::Caller;
use folio_tests::judge::{Desktops, judge};
use folio_tests::ledger::Ledger;
use folio_tests::make::{fresh, post_message};
use folio_tests::notebook::{self, Note};
use folio_tests::server::{Killed, run};
use folio_tests::storm::{Driver, Storm};
use folio_tests::until::{USUAL, until};
use office::Office;
use scene::{OWNER, Scene};

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_business_comes_back_as_it_was() {
    let (scene, server) = Scene::new().await;
    let home = server.home().to_owned();
    let backup = scene.backup(&home, "quiet.folio");
    let killed = server.stop().unwrap();
    let restored = scene.restore(&backup, "restored");
    let ((old, old_epoch), (new, new_epoch)) = (scene.read(&home).await, scene.read(&restored).await);
    for kind in Kind::ALL {
        assert_eq!(old.rows[kind], new.rows[kind], "{}", kind.table());
    }
    assert_eq!((&old.results, &old.head), (&new.results, &new.head));
    assert_ne!(old_epoch, new_epoch);
    assert!(
        run(&["verify".as_ref(), "--home".as_ref(), restored.as_ref()])
            .unwrap()
            .status
            .success()
    );
    assert!(
        run(&["check".as_ref(), "--home".as_ref(), restored.as_ref()])
            .unwrap()
            .status
            .success()
    );
    let _server = killed.start_other(&restored).unwrap();
    scene.check_files().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_comes_back_without_the_code_or_over_something_else() {
    let (scene, server) = Scene::new().await;
    let home = server.home().to_owned();
    let backup = scene.backup(&home, "sealed.folio");
    let other = found_in(&scene.path("other"), &[("Other", "owner@other.example")])
        .await
        .unwrap()
        .remove(0);
    assert!(
        !scene
            .try_restore(&backup, &other.recovery_code, &scene.path("wrong"))
            .status
            .success()
    );
    assert!(
        !scene
            .try_restore(&backup, "no code", &scene.path("wrong2"))
            .status
            .success()
    );
    assert!(
        !scene
            .try_restore(&backup, &scene.code, &scene.path("other"))
            .status
            .success(),
        "over another home"
    );
    let whole = std::fs::read(&backup).unwrap();
    let torn = scene.path("torn.folio");
    std::fs::write(&torn, &whole[..whole.len() - 100]).unwrap();
    assert!(
        !scene
            .try_restore(&torn, &scene.code, &scene.path("wrong3"))
            .status
            .success(),
        "cut off"
    );
    let mut bent = whole.clone();
    let middle = bent.len() / 2;
    bent[middle] ^= 1;
    std::fs::write(&torn, &bent).unwrap();
    assert!(
        !scene
            .try_restore(&torn, &scene.code, &scene.path("wrong4"))
            .status
            .success(),
        "bent"
    );
    let text = String::from_utf8_lossy(&whole);
    assert!(
        !text.contains("Studio") && !text.contains("invoice"),
        "the backup lies open"
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn desktops_lose_nothing_that_they_were_told_was_saved() {
    let (scene, server) = Scene::new().await;
    let (home, address) = (server.home().to_owned(), server.address());
    let mut office = Office::new(&scene, &address).await;
    office.write(5).await;
    office.desk.settled().await.unwrap();

    let storm = Arc::new(Storm::default());
    let notebook = scene.path("driver.jsonl");
    let driver = Caller::sign_in(scene.link.clone(), OWNER).await.unwrap();
    let driver = tokio::spawn(
        Driver::new(driver, scene.client, &notebook, storm.clone())
            .unwrap()
            .run(),
    );
    until("the storm begins", USUAL, async || Ok(storm.answered() > 8))
        .await
        .unwrap();
    let told_before = notebook::read(&notebook).unwrap();
    let backup = {
        let (folder, home) = (scene.path("busy.folio"), home.clone());
        let saving = tokio::task::spawn_blocking(move || {
            run(&[
                "backup".as_ref(),
                "--home".as_ref(),
                home.as_ref(),
                "--out".as_ref(),
                folder.as_ref(),
            ])
            .map(|output| (folder, output))
        });
        let (folder, output) = saving.await.unwrap().unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        folder
    };
    let answered = storm.answered();
    until("the storm goes on after the backup", USUAL, async || {
        Ok(storm.answered() > answered + 8)
    })
    .await
    .unwrap();
    office.write(7).await;
    office.desk.settled().await.unwrap();
    storm.end();
    driver.await.unwrap().unwrap();
    let killed: Killed = server.stop().unwrap();
    office.write(3).await;

    let restored = scene.restore(&backup, "restored");
    let ((old, old_epoch), (new, new_epoch)) = (scene.read(&home).await, scene.read(&restored).await);
    assert_ne!(old_epoch, new_epoch);
    assert!(
        new.head.position < old.head.position,
        "the backup is of the middle of the storm"
    );
    let findings = judge(&told_before, &new, Desktops::Syncing);
    assert!(findings.is_empty(), "{findings:?}");
    // What came back is the beginning of what there was.
    let position = usize::try_from(new.head.position).unwrap();
    assert_eq!(new.links(), old.links()[..position]);
    let numbers = |ledger: &Ledger| -> BTreeMap<_, String> {
        ledger
            .all::<Invoice>()
            .map(|(id, invoice)| (id, invoice.number.clone()))
            .collect()
    };
    let (old_numbers, new_numbers) = (numbers(&old), numbers(&new));
    assert!(
        new_numbers
            .iter()
            .all(|(id, number)| old_numbers.get(id) == Some(number))
    );

    let server = killed.start_other(&restored).unwrap();
    let mut office = office.sign_in_again(&scene, &address).await;
    office.write(2).await;
    office.desk.settled().await.unwrap();
    scene.check_files().await;
    server.stop().unwrap();
    let (ledger, _) = scene.read(&restored).await;
    assert_eq!(
        office
            .notes
            .iter()
            .filter(|note| matches!(note, Note::Saved { .. }))
            .count(),
        18
    );
    let findings = judge(&office.notes, &ledger, Desktops::Settled);
    assert_eq!(findings, BTreeSet::new());
    let stored = ledger
        .versions()
        .values()
        .filter(|version| version.state == FileState::Stored)
        .count();
    assert_eq!(stored, scene.files.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_purged_desktop_had_not_sent_is_read_with_the_code() {
    let (scene, server) = Scene::new().await;
    let office = Office::new(&scene, &server.address()).await;
    office.desk.settled().await.unwrap();
    // Held, so that it waits although the server is there.
    let held = MutateRequest {
        mutation_id: MutationId(fresh()),
        mutation: post_message(office.thread, "not sent yet"),
        hold_ms: 60_000,
    };
    office.desk.replica.mutate(held.clone()).await.unwrap();
    let device_id = office.desk.replica.device_id();
    let ended = scene
        .owner
        .command("end_device", &serde_json::json!({ "device_id": device_id }))
        .await
        .unwrap();
    assert_eq!(ended.status, 200);
    office.desk.replica.sync_now();
    let mut standing = office.desk.replica.standing();
    let purged = standing.wait_for(|standing| matches!(standing, Standing::Purged(_)));
    let purged = tokio::time::timeout(USUAL, purged)
        .await
        .unwrap()
        .unwrap()
        .clone();
    let Standing::Purged(Some(unsent)) = purged else {
        panic!("{purged:?}")
    };
    assert!(!office.desk.copy().exists());

    let unseal = |code: &str| {
        run(&[
            "unseal".as_ref(),
            unsent.path.as_ref(),
            "--code".as_ref(),
            code.as_ref(),
        ])
        .unwrap()
    };
    let told = unseal(&scene.code);
    let said = String::from_utf8_lossy(&told.stdout);
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    for part in ["post_message", "not sent yet", &held.mutation_id.to_string()] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let other = found_in(&scene.path("other"), &[("Other", "owner@other.example")])
        .await
        .unwrap()
        .remove(0);
    let refused = unseal(&other.recovery_code);
    assert!(!refused.status.success() && refused.stdout.is_empty());
}
