//! No byte of one client in any answer to, or file of, another.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "isolation/probe.rs"]
mod probe;
#[path = "isolation/scene.rs"]
mod scene;

use std::collections::BTreeSet;

use folio_domain::documents::ShareDocument;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{DraftId, LineId};
use folio_domain::invoices::{Billing, EditDraft, TaxMode};
use folio_domain::people::EndMember;
use folio_replica::Standing;
use folio_tests::business::{issue_draft, paper};
use folio_tests::make::{add_line, create_draft, euro, fresh};
use folio_tests::scan::{Hay, find};
use folio_tests::until::USUAL;
use serde_json::json;

use probe::probe;
use scene::{Person, Scene};

fn found(hay: &[Hay], canaries: &[&str]) -> BTreeSet<String> {
    find(hay, canaries)
        .unwrap()
        .into_iter()
        .map(|(_, canary)| canary)
        .collect()
}

/// None of these canaries is anywhere near `person`.
async fn assert_clean(person: &Person, canaries: &[&str], when: &str) {
    let hay = person.hay().await;
    let found = find(&hay, canaries).unwrap();
    assert!(found.is_empty(), "{when}, {}: {found:?}", person.email);
}

async fn share(scene: &Scene, shared: bool) {
    scene
        .owner
        .apply(vec![
            ShareDocument {
                document_id: scene.things.document,
                shared,
            }
            .into(),
        ])
        .await
        .unwrap();
}

async fn move_draft(
    scene: &Scene,
    draft_id: DraftId,
    from: folio_domain::ids::ClientId,
    to: folio_domain::ids::ClientId,
) {
    let billing = |client| Billing {
        client_id: Some(client),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let edit = FieldEdit {
        field: "billing".to_owned(),
        from: json!(billing(from)),
        to: json!(billing(to)),
    };
    scene
        .owner
        .apply(vec![
            EditDraft {
                draft_id,
                edits: vec![edit],
            }
            .into(),
        ])
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_clients_bytes_never_reach_another() {
    let mut scene = Scene::new().await;
    let canaries = scene.things.canaries.clone();
    let all: Vec<&str> = canaries.all();
    let strangers = |scene: &Scene| [scene.second.clone(), scene.elsewhere.clone()];

    // As it is at first: the document is not shared yet.
    scene.settle().await;
    for stranger in strangers(&scene) {
        probe(&stranger, &scene.things).await;
        assert_clean(&stranger, &all, "at first").await;
    }
    let internal = [
        canaries.note.as_str(),
        &canaries.title,
        &canaries.file_name,
        &canaries.bytes,
    ];
    assert_clean(&scene.first, &internal, "what is internal").await;

    share(&scene, true).await;
    scene.settle().await;
    scene.first.open_everything(&scene.things).await;
    scene.assert_found_at_home(&canaries).await;
    for stranger in strangers(&scene) {
        probe(&stranger, &scene.things).await;
        assert_clean(&stranger, &all, "after sharing").await;
    }

    share(&scene, false).await;
    scene.settle().await;
    let live = scene.first.rows().await;
    assert_eq!(
        found(&live, &[&canaries.title, &canaries.file_name]),
        BTreeSet::new(),
        "what is taken back is gone"
    );
    for stranger in strangers(&scene) {
        probe(&stranger, &scene.things).await;
        assert_clean(&stranger, &all, "after unsharing").await;
    }

    // A draft that was made out to another client by mistake, and goes back before it is issued.
    let (draft, moved) = (DraftId(fresh()), scene.things.canaries.moved.clone());
    let (first, second) = (scene.first.client(), scene.second.client());
    let create = create_draft(draft, Some(first), &moved);
    scene
        .owner
        .apply(vec![create, add_line(draft, LineId(fresh()), &moved)])
        .await
        .unwrap();
    move_draft(&scene, draft, first, second).await;
    scene.settle().await;
    probe(&scene.second, &scene.things).await;
    assert_clean(&scene.second, &all, "while a draft lies with them").await;
    move_draft(&scene, draft, second, first).await;
    let invoice = issue_draft(&scene.owner, draft).await.unwrap();
    paper(&scene.owner, invoice).await.unwrap();
    scene.settle().await;
    scene.things.moved = Some(invoice);
    for stranger in strangers(&scene) {
        probe(&stranger, &scene.things).await;
        assert_clean(&stranger, &all, "after moving").await;
    }
    scene.first.open_everything(&scene.things).await;
    assert!(
        found(&scene.first.hay().await, &[&moved]).contains(&moved),
        "the invoice came to whom it is for"
    );

    revoke(&scene, &all).await;
    let log = Hay {
        name: "the server's log".to_owned(),
        bytes: scene.server.log().unwrap().into_bytes(),
    };
    assert!(
        scene.server.log().unwrap().contains("listening "),
        "the log is not kept"
    );
    let own = scene.things.own.clone();
    let logged: Vec<&str> = all.iter().copied().chain([own.as_str()]).collect();
    assert_eq!(found(&[log], &logged), BTreeSet::new(), "names in the log");
}

/// The first client's contact is removed from the business: the copy goes, and what was asked later stays empty.
async fn revoke(scene: &Scene, all: &[&str]) {
    let principal_id = scene.first.app.person().unwrap().principal_id;
    let copy = scene.first.desk.copy();
    assert!(copy.exists());
    scene
        .owner
        .apply(vec![EndMember { principal_id }.into()])
        .await
        .unwrap();
    scene.first.desk.replica.sync_now();
    let mut standing = scene.first.desk.replica.standing();
    tokio::time::timeout(
        USUAL,
        standing.wait_for(|standing| matches!(standing, Standing::Purged(_))),
    )
    .await
    .unwrap()
    .unwrap();
    folio_tests::until::until("the copy is gone", USUAL, async || Ok(!copy.exists()))
        .await
        .unwrap();
    assert!(scene.first.desk.key().await.is_err(), "the key is gone");
    let left = folio_tests::scan::files_below(&scene.first.desk.folder).unwrap();
    assert_eq!(found(&left, all), BTreeSet::new());
    for stranger in [&scene.second, &scene.elsewhere] {
        probe(stranger, &scene.things).await;
        assert_clean(stranger, all, "after revocation").await;
    }
    let before = scene.first.link.seen().len();
    probe(&scene.first, &scene.things).await;
    let after = scene.first.link.seen().split_off(before);
    assert_eq!(
        found(&after, all),
        BTreeSet::new(),
        "answers to a person whose membership ended"
    );
}
