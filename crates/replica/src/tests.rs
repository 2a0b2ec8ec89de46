//! Two desktops and a server, with faults.

mod accounts;
mod backups;
mod endings;
mod files;
mod papers;
mod saves;
mod server;
mod unsent;

use std::pin::pin;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use folio_domain::clients::AddClient;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, DraftId, MutationId};
use folio_domain::invoices::{Billing, CreateDraft, DiscardDraft, Draft, EditDraft, TaxMode};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Record, Row};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{MutateAnswer, MutateRequest, PendingState};
use folio_protocol::sync::SyncStatus;
use folio_store::testing::{euro, random_id};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::replica::Replica;
use server::{Desk, Server};

fn request(mutation: impl Into<Mutation>) -> MutateRequest {
    MutateRequest {
        mutation_id: MutationId(random_id()),
        mutation: mutation.into(),
        hold_ms: 0,
    }
}

async fn change(replica: &Replica, mutation: impl Into<Mutation>) -> MutateAnswer {
    replica.mutate(request(mutation)).await.unwrap()
}

fn draft(client: ClientId) -> (DraftId, CreateDraft) {
    let draft_id = DraftId(random_id());
    let billing = Billing {
        client_id: Some(client),
        currency: euro(),
        tax_mode: TaxMode::Exclusive,
    };
    let create = CreateDraft {
        draft_id,
        billing,
        issue_date: None,
        payment_terms_days: 14,
        note: String::new(),
    };
    (draft_id, create)
}

fn edit(draft_id: DraftId, field: &str, from: impl Into<Value>, to: impl Into<Value>) -> EditDraft {
    EditDraft {
        draft_id,
        edits: vec![FieldEdit {
            field: field.to_owned(),
            from: from.into(),
            to: to.into(),
        }],
    }
}

async fn row(replica: &Replica, kind: Kind, id: Uuid) -> Option<Row> {
    let mut transaction = replica.core.store.begin_read().await.unwrap();
    let org = replica.person().org_id;
    folio_store::rows::by_ids(&mut transaction, org, kind, &[id])
        .await
        .unwrap()
        .pop()
}

async fn find<R: Record>(replica: &Replica, id: impl Into<Uuid>) -> Option<R> {
    row(replica, R::KIND, id.into())
        .await
        .and_then(|row| R::from_body(&row.body).cloned())
}

/// Every row that the server would send to the replica's person is there, as the server has it.
async fn assert_same(server: &Server, replica: &Replica) {
    let scope = replica.core.scope();
    let page = server
        .store()
        .pull(&scope, replica.device_id(), None, 100_000)
        .await
        .unwrap();
    assert!(page.caught_up);
    for wire in page.rows {
        let expected = folio_store::desktop::row_from_wire(&wire).unwrap();
        let found = row(replica, wire.kind, wire.id).await;
        assert_eq!(
            found.as_ref(),
            Some(&expected),
            "{} {}",
            wire.kind.table(),
            wire.id
        );
    }
    let mut transaction = replica.core.store.begin_read().await.unwrap();
    assert_eq!(
        folio_store::desktop::base_rows(&mut transaction).await.unwrap(),
        vec![]
    );
}

async fn until(what: &str, mut holds: impl AsyncFnMut() -> bool) {
    let deadline = Instant::now() + Duration::from_secs(20);
    while !holds().await {
        assert!(Instant::now() < deadline, "{what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn offline_edits_of_two_desktops_merge_field_by_field() {
    let server = Server::new(7).await;
    let (one, two) = (Desk::new(&server), Desk::new(&server));
    let (a, b) = (
        one.sign_in(&server.fixture.owner).await,
        two.sign_in(&server.fixture.owner).await,
    );
    a.core.cycle().await.unwrap();
    assert_same(&server, &a).await;
    let (id, create) = draft(server.fixture.clients[0].client);
    assert!(!change(&a, create).await.confirmed);
    a.core.cycle().await.unwrap();
    b.core.cycle().await.unwrap();

    server.fault(|faults| faults.offline = true);
    change(&a, edit(id, "reference", "", "PO 7")).await;
    change(&a, edit(id, "note", "", "Thank you")).await;
    change(&b, edit(id, "payment_terms_days", 14, 30)).await;
    change(&b, edit(id, "note", "", "Many thanks")).await;
    assert!(a.core.cycle().await.unwrap_err().is_passing());
    assert_eq!(find::<Draft>(&a, id).await.unwrap().reference, "PO 7");

    server.fault(|faults| faults.offline = false);
    for replica in [&a, &b, &a] {
        replica.core.cycle().await.unwrap();
    }
    for replica in [&a, &b] {
        let draft: Draft = find(replica, id).await.unwrap();
        let expected = ("PO 7", 30, "Many thanks");
        assert_eq!(
            (
                draft.reference.as_str(),
                draft.payment_terms_days,
                draft.note.as_str()
            ),
            expected
        );
        assert_same(&server, replica).await;
        let answer = replica
            .query(serde_json::from_value(json!({"name": "conflicts", "params": {}})).unwrap())
            .await;
        assert!(answer.unwrap().to_string().contains("Thank you"));
    }
    assert_eq!(*a.status().borrow(), SyncStatus::UpToDate);
}

#[tokio::test]
async fn the_same_change_twice_is_one_change() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let (_, create) = draft(server.fixture.clients[0].client);
    let once = request(create);
    let answer = replica.mutate(once.clone()).await.unwrap();
    assert_eq!(replica.mutate(once.clone()).await.unwrap(), answer);
    let other = MutateRequest {
        mutation: draft(server.fixture.clients[1].client).1.into(),
        ..once.clone()
    };
    assert_eq!(
        replica.mutate(other).await.unwrap_err().message_key,
        "problem-mutation-reused"
    );
    replica.core.cycle().await.unwrap();
    assert!(replica.mutate(once).await.unwrap().confirmed);
    assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
}

#[tokio::test]
async fn a_refusal_here_stores_nothing() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let (id, create) = draft(ClientId(random_id()));
    assert_eq!(
        replica.mutate(request(create)).await.unwrap_err().code,
        ProblemCode::NotFound
    );
    assert_eq!(find::<Draft>(&replica, id).await, None);
    assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
}

#[tokio::test]
async fn a_held_change_waits_and_can_be_undone() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let (id, create) = draft(server.fixture.clients[0].client);
    replica.core.cycle().await.unwrap();
    change(&replica, create).await;
    replica.core.cycle().await.unwrap();

    let held = MutateRequest {
        hold_ms: 10_000,
        ..request(edit(id, "reference", "", "PO 1"))
    };
    replica.mutate(held.clone()).await.unwrap();
    change(&replica, edit(id, "note", "", "after it")).await;
    replica.core.cycle().await.unwrap();
    let pending = replica.sync_view().await.unwrap().pending;
    assert!(matches!(pending[0].state, PendingState::Held { .. }));
    assert_eq!(pending[1].state, PendingState::Waiting);

    replica.undo(held.mutation_id).await.unwrap();
    let draft: Draft = find(&replica, id).await.unwrap();
    assert_eq!((draft.reference.as_str(), draft.note.as_str()), ("", "after it"));
    replica.core.cycle().await.unwrap();
    assert_same(&server, &replica).await;

    let held = MutateRequest {
        mutation_id: MutationId(random_id()),
        ..held
    };
    replica.mutate(held.clone()).await.unwrap();
    desk.clock.forward(10_001);
    assert_eq!(
        replica.undo(held.mutation_id).await.unwrap_err().message_key,
        "problem-too-late-to-undo"
    );
    replica.core.cycle().await.unwrap();
    assert_eq!(find::<Draft>(&replica, id).await.unwrap().reference, "PO 1");
    assert_same(&server, &replica).await;
}

#[tokio::test]
async fn a_clock_that_was_wrong_holds_nothing_up() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    let (id, create) = draft(server.fixture.clients[0].client);
    replica.core.cycle().await.unwrap();
    change(&replica, create).await;
    let held = MutateRequest {
        hold_ms: 10_000,
        ..request(edit(id, "reference", "", "PO 1"))
    };
    replica.mutate(held).await.unwrap();
    desk.clock.forward(-24 * 60 * 60 * 1_000);
    change(&replica, edit(id, "note", "", "after it")).await;
    assert_eq!(
        replica.sync_view().await.unwrap().pending[1].state,
        PendingState::Waiting
    );
    replica.core.cycle().await.unwrap();
    assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
    assert_same(&server, &replica).await;
}

#[tokio::test]
async fn what_the_server_refuses_is_taken_back_and_shown() {
    let server = Server::new(100).await;
    let (one, two) = (Desk::new(&server), Desk::new(&server));
    let (a, b) = (
        one.sign_in(&server.fixture.owner).await,
        two.sign_in(&server.fixture.owner).await,
    );
    let (id, create) = draft(server.fixture.clients[0].client);
    a.core.cycle().await.unwrap();
    change(&a, create).await;
    a.core.cycle().await.unwrap();
    b.core.cycle().await.unwrap();
    change(&a, DiscardDraft { draft_id: id }).await;
    let late = request(edit(id, "note", "", "too late"));
    b.mutate(late.clone()).await.unwrap();
    a.core.cycle().await.unwrap();
    b.core.cycle().await.unwrap();
    assert_eq!(find::<Draft>(&b, id).await, None);
    assert_eq!(
        *b.status().borrow(),
        SyncStatus::NeedsAttention {
            refused: 1,
            problem: None
        }
    );
    let view = b.sync_view().await.unwrap();
    assert!(matches!(&view.pending[0].state, PendingState::Refused { .. }));
    assert!(b.mutate(late.clone()).await.is_err());
    b.dismiss(late.mutation_id).await.unwrap();
    assert_eq!(b.sync_view().await.unwrap().status, SyncStatus::UpToDate);
    assert_same(&server, &b).await;
}

#[tokio::test]
async fn a_lost_answer_doubles_nothing() {
    let server = Server::new(100).await;
    let desk = Desk::new(&server);
    let replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let (id, create) = draft(server.fixture.clients[0].client);
    change(&replica, create).await;
    for path in ["/api/push", "/api/pull"] {
        server.fault(|faults| faults.lose_answers = (path.to_owned(), 1));
        assert!(replica.core.cycle().await.unwrap_err().is_passing());
        assert!(find::<Draft>(&replica, id).await.is_some());
    }
    replica.core.cycle().await.unwrap();
    assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
    assert_same(&server, &replica).await;
}

/// Whatever is dropped at whichever await: nothing acknowledged is lost and nothing is done twice.
#[tokio::test]
async fn a_crash_between_any_two_steps_is_survived() {
    let server = Server::new(9).await;
    let desk = Desk::new(&server);
    let client = server.fixture.clients[0].client;
    let mut replica = desk.sign_in(&server.fixture.owner).await;
    replica.core.cycle().await.unwrap();
    let mut made = Vec::new();
    for crash_after in 0..60 {
        let (id, create) = draft(client);
        change(&replica, create).await;
        made.push(id);
        poll_so_often(crash_after, replica.core.cycle()).await;
        drop(replica);
        replica = desk.open().await;
        for id in &made {
            assert!(
                find::<Draft>(&replica, *id).await.is_some(),
                "{id} after {crash_after} polls"
            );
        }
    }
    replica.core.cycle().await.unwrap();
    assert_eq!(replica.sync_view().await.unwrap().pending, vec![]);
    assert_same(&server, &replica).await;
    let trail = server
        .store()
        .pull(&replica.core.scope(), replica.device_id(), None, 100_000)
        .await
        .unwrap();
    let drafts = trail.rows.iter().filter(|row| row.kind == Kind::Draft).count();
    assert_eq!(drafts, made.len());
}

/// Polls `work` at most `times` times, then drops it. Each poll waits until the work can go on.
async fn poll_so_often<T>(times: u32, work: impl Future<Output = T>) {
    let mut work = pin!(work);
    let mut left = times;
    std::future::poll_fn(|context: &mut Context<'_>| {
        if left == 0 {
            return Poll::Ready(());
        }
        left -= 1;
        match work.as_mut().poll(context) {
            Poll::Ready(_) => Poll::Ready(()),
            Poll::Pending => Poll::Pending,
        }
    })
    .await;
}

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
