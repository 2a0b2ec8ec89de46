//! Changes on their way to the server: merged, held, refused, told twice, interrupted.

use std::pin::pin;
use std::task::{Context, Poll};

use folio_domain::ids::{ClientId, MutationId};
use folio_domain::invoices::{DiscardDraft, Draft};
use folio_domain::records::Kind;
use folio_protocol::ProblemCode;
use folio_protocol::commands::{MutateRequest, PendingState};
use folio_protocol::sync::SyncStatus;
use folio_store::testing::random_id;
use serde_json::json;

use super::server::{Desk, Server};
use super::{assert_same, change, draft, edit, find, request};

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
