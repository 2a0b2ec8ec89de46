//! Threads, documents and the trail.

use folio_domain::documents::{AddVersion, ShareDocument, ViewDocument};
use folio_domain::threads::{MarkRead, Subject};

use super::*;

fn threads() -> ThreadsQuery {
    ThreadsQuery {
        client_id: None,
        waiting_only: false,
    }
}

#[tokio::test]
async fn threads_know_who_waits_and_what_is_unread() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let first = world.thread(0, &karl, Subject::General, "first").await;
        world.pass_hours(1);
        let second = world.thread(1, &owner, Subject::General, "second").await;
        world.pass_hours(1);
        world.post(&karl, first, "again", &[]).await;

        let list = world.ask(&owner, threads()).await;
        let rows: Vec<_> = list
            .rows
            .iter()
            .map(|row| (row.thread_id, row.unread, row.waiting))
            .collect();
        assert_eq!(rows, [(first, 2, true), (second, 0, false)]);
        assert_eq!(
            (list.rows[0].last.text.as_str(), list.rows[0].client_name.as_str()),
            ("again", "Müller GmbH")
        );
        let waiting = world
            .ask(
                &owner,
                ThreadsQuery {
                    waiting_only: true,
                    ..threads()
                },
            )
            .await;
        assert_eq!(
            waiting.rows.iter().map(|row| row.thread_id).collect::<Vec<_>>(),
            [first]
        );

        world
            .act(
                &owner,
                MarkRead {
                    thread_id: first,
                    up_to: world.now,
                },
            )
            .await;
        assert_eq!(world.ask(&owner, threads()).await.rows[0].unread, 0);
        world.pass_hours(1);
        world.post(&owner, first, "answer", &[]).await;
        let theirs = world.ask(&karl, threads()).await;
        let rows: Vec<_> = theirs
            .rows
            .iter()
            .map(|row| (row.thread_id, row.unread, row.waiting))
            .collect();
        assert_eq!(rows, [(first, 1, false)]);
    }
}

#[tokio::test]
async fn a_thread_shows_its_messages_with_what_is_attached() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let invoice = world.invoice(0, "Website", 100).await;
        let thread_id = world
            .thread(0, &karl, Subject::Invoice(invoice), "question")
            .await;
        let document = world.document(0, &owner, "Contract", true).await;
        world.pass_hours(1);
        world.post(&owner, thread_id, "see this", &[document]).await;
        world
            .act(
                &karl,
                MarkRead {
                    thread_id,
                    up_to: world.now,
                },
            )
            .await;

        let thread = world.ask(&karl, ThreadQuery { thread_id }).await;
        assert_eq!(
            (thread.subject_label.as_str(), thread.client_name.as_str()),
            ("2026-0001", "Müller GmbH")
        );
        let messages: Vec<_> = thread
            .messages
            .iter()
            .map(|view| (view.message.text.as_str(), view.mine))
            .collect();
        assert_eq!(messages, [("question", true), ("see this", false)]);
        assert_eq!(thread.messages[1].attachments[0].document.title, "Contract");
        assert_eq!(thread.read_marks.len(), 1);

        // What is taken back is no longer there, though the message that brought it is.
        world
            .act(
                &owner,
                ShareDocument {
                    document_id: document,
                    shared: false,
                },
            )
            .await;
        let thread = world.ask(&karl, ThreadQuery { thread_id }).await;
        assert!(thread.messages[1].attachments.is_empty());
        let mina = world.person(1);
        assert_eq!(
            world.refusal(&mina, ThreadQuery { thread_id }).await,
            Refusal::not_found()
        );
    }
}

#[tokio::test]
async fn documents_show_their_newest_version_and_who_looked() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let plan = world.document(0, &owner, "Plan", false).await;
        world.pass_hours(1);
        let contract = world.document(0, &owner, "Contract", true).await;
        world.pass_hours(1);
        world
            .act(
                &karl,
                AddVersion {
                    document_id: contract,
                    version: version("signed.pdf"),
                },
            )
            .await;
        world
            .act(
                &karl,
                ViewDocument {
                    document_id: contract,
                },
            )
            .await;

        let list = world
            .ask(
                &owner,
                DocumentsQuery {
                    client_id: Some(world.client(0)),
                },
            )
            .await;
        let rows: Vec<_> = list
            .rows
            .iter()
            .map(|row| (row.document_id, row.shared, row.versions))
            .collect();
        assert_eq!(rows, [(contract, true, 2), (plan, false, 1)]);
        assert_eq!(list.rows[0].version.file_name, "signed.pdf");

        let detail = world
            .ask(
                &owner,
                DocumentQuery {
                    document_id: contract,
                },
            )
            .await;
        let names: Vec<_> = detail
            .versions
            .iter()
            .map(|view| view.version.file_name.as_str())
            .collect();
        assert_eq!(names, ["signed.pdf", "Contract.pdf"]);
        assert!(
            detail
                .activity
                .iter()
                .any(|entry| entry.activity.actor_id == karl.principal_id)
        );

        let theirs = world.ask(&karl, DocumentsQuery { client_id: None }).await;
        assert_eq!(
            theirs.rows.iter().map(|row| row.document_id).collect::<Vec<_>>(),
            [contract]
        );
        assert!(
            world
                .ask(
                    &karl,
                    DocumentQuery {
                        document_id: contract
                    }
                )
                .await
                .activity
                .is_empty()
        );
        assert_eq!(
            world.refusal(&karl, DocumentQuery { document_id: plan }).await,
            Refusal::not_found()
        );
    }
}

#[tokio::test]
async fn the_trail_turns_pages_and_shows_what_clients_did() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        world.pass_hours(1);
        let thread = world.thread(0, &karl, Subject::General, "hello").await;
        world.pass_hours(1);
        world.post(&owner, thread, "hello yourself", &[]).await;
        let query = ActivityQuery {
            client_id: None,
            clients_only: false,
            after: None,
            limit: 200,
        };
        let all = world.ask(&owner, query.clone()).await.rows;
        assert!(all.len() > 5 && all.is_sorted_by(|left, right| left.activity.at >= right.activity.at));

        let (mut seen, mut after) = (Vec::new(), None);
        loop {
            let page = world
                .ask(
                    &owner,
                    ActivityQuery {
                        after,
                        limit: 2,
                        ..query.clone()
                    },
                )
                .await;
            seen.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, all);
        let theirs = world
            .ask(
                &owner,
                ActivityQuery {
                    clients_only: true,
                    ..query.clone()
                },
            )
            .await
            .rows;
        assert_eq!(
            theirs
                .iter()
                .map(|entry| entry.activity.about_id)
                .collect::<Vec<_>>(),
            [Some(thread.0)]
        );
        let about = world
            .ask(
                &owner,
                ActivityQuery {
                    client_id: Some(world.client(1)),
                    ..query
                },
            )
            .await
            .rows;
        assert!(!about.is_empty() && about.iter().all(|entry| entry.client_name == "வணிகம் கடை"));
    }
}
