//! What the store promises, on every database it runs on.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at what it did not expect"
)]

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::clients::{Client, EditClient, SetClientNote};
use folio_domain::documents::{AddDocument, NewVersion, ShareDocument};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::*;
use folio_domain::imports::{ImportBatch, ImportedClient, ImportedInvoice, ImportedPayment};
use folio_domain::invoices::{
    AddLine, Billing, CreateDraft, Discount, Draft, DraftLine, Invoice, IssueInvoice, LineItem, TaxMode,
    ViewInvoice, content_hash, invoice_id,
};
use folio_domain::languages::Language;
use folio_domain::money::Money;
use folio_domain::mutations::{Actor, Mutation};
use folio_domain::payments::{Allocation, PaymentMethod};
use folio_domain::people::{AddMember, Address, EndMember, Member};
use folio_domain::permissions::Role;
use folio_domain::records::{Kind, Record, Row};
use folio_domain::threads::{MessageKind, NewMessage, StartThread, Subject};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_protocol::sync::{Outcome, WireRow};
use folio_store::testing::{Fixture, NOW, TestDatabase, databases, euro, pushed, random_id};
use folio_store::{Cookie, Submission};
use serde_json::json;

async fn fixtures() -> Vec<(Fixture, TestDatabase)> {
    let mut fixtures = Vec::new();
    for database in databases().await.unwrap() {
        fixtures.push((Fixture::new(database.store.clone()).await.unwrap(), database));
    }
    fixtures
}

fn item(description: &str) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: 2.into(),
        unit: String::new(),
        unit_price: "12.50".parse().unwrap(),
        discount: Discount::None,
        taxes: Vec::new(),
    }
}

fn draft(client: ClientId) -> (DraftId, Vec<Mutation>) {
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
    let line = AddLine {
        draft_id,
        line_id: LineId(random_id()),
        after: None,
        item: item("தமிழ் வடிவமைப்பு"),
    };
    (draft_id, vec![create.into(), line.into()])
}

async fn records<R: Record>(fixture: &Fixture, kind: Kind) -> Vec<Row> {
    let page = pull(fixture, &fixture.owner, None).await;
    assert_eq!(R::KIND, kind);
    page.0
        .into_iter()
        .filter(|row| row.kind == kind)
        .map(|row| parse(&row))
        .collect()
}

fn parse(row: &WireRow) -> Row {
    Row {
        id: row.id,
        place: folio_domain::records::Place {
            client_id: row.client_id,
            side: row.side,
        },
        version: row.version,
        body: folio_domain::registry::body_from_json(row.kind, row.body.get()).unwrap(),
    }
}

/// Pulls until nothing waits: rows, gone ones, and where it ended.
async fn pull(
    fixture: &Fixture,
    actor: &Actor,
    cookie: Option<Cookie>,
) -> (Vec<WireRow>, BTreeSet<(Kind, uuid::Uuid)>, Cookie) {
    let (mut rows, mut gone, mut cookie) = (Vec::new(), BTreeSet::new(), cookie);
    for _ in 0..500 {
        let page = fixture
            .store
            .pull(&fixture.scope(actor), fixture.device, cookie, 7)
            .await
            .unwrap();
        rows.extend(page.rows);
        gone.extend(page.gone.iter().map(|row| (row.kind, row.id)));
        cookie = Some(page.cookie.clone());
        if page.caught_up {
            return (rows, gone, page.cookie);
        }
    }
    panic!("the pull never ends");
}

async fn issue(fixture: &Fixture, client: ClientId) -> InvoiceId {
    let (draft_id, mutations) = draft(client);
    fixture.apply(&fixture.owner, mutations).await.unwrap();
    let drafts = records::<Draft>(fixture, Kind::Draft).await;
    let row = drafts.iter().find(|row| row.id == draft_id.0).unwrap();
    let lines = records::<DraftLine>(fixture, Kind::DraftLine).await;
    let lines: Vec<(LineId, &DraftLine)> = lines
        .iter()
        .filter_map(|row| Some((LineId(row.id), DraftLine::from_body(&row.body)?)))
        .filter(|(_, line)| line.draft_id == draft_id)
        .collect();
    let hash = content_hash(Draft::from_body(&row.body).unwrap(), &lines);
    fixture
        .apply(
            &fixture.owner,
            vec![
                IssueInvoice {
                    draft_id,
                    content_hash: hash,
                    send: false,
                }
                .into(),
            ],
        )
        .await
        .unwrap();
    invoice_id(draft_id)
}

#[tokio::test]
async fn a_mutation_is_applied_once_however_often_it_is_pushed() {
    for (fixture, _database) in fixtures().await {
        let (_, mutations) = draft(fixture.clients[0].client);
        let mutations: Vec<_> = mutations.into_iter().map(pushed).collect();
        let submission = Submission {
            device_id: fixture.device,
            actor: fixture.owner.clone(),
            mutations,
            refused: Default::default(),
        };
        let first = fixture.store.submit(fixture.org, &submission, NOW).await.unwrap();
        let again = fixture.store.submit(fixture.org, &submission, NOW).await.unwrap();
        assert_eq!(first.results, again.results);
        assert!(again.kinds.is_empty(), "nothing changes the second time");
        assert_eq!(records::<Draft>(&fixture, Kind::Draft).await.len(), 1);

        let mut other = submission.clone();
        other.mutations[0].mutation = draft(fixture.clients[1].client).1.remove(0);
        let reused = fixture.store.submit(fixture.org, &other, NOW).await.unwrap();
        assert!(
            matches!(&reused.results[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "problem-mutation-reused")
        );
    }
}

#[tokio::test]
async fn numbers_have_no_gap_when_many_issue_at_once() {
    for (fixture, database) in fixtures().await {
        let fixture = std::sync::Arc::new(fixture);
        let mut tasks = Vec::new();
        for _ in 0..8 {
            let fixture = fixture.clone();
            tasks.push(tokio::spawn(async move {
                issue(&fixture, fixture.clients[0].client).await
            }));
        }
        for task in tasks {
            task.await.unwrap();
        }
        let invoices = records::<Invoice>(&fixture, Kind::Invoice).await;
        let numbers: BTreeSet<String> = invoices
            .iter()
            .map(|row| Invoice::from_body(&row.body).unwrap().number.clone())
            .collect();
        let expected: BTreeSet<String> = (1..=8).map(|nth| format!("2026-{nth:04}")).collect();
        assert_eq!(numbers, expected, "{}", database.name);
    }
}

#[tokio::test]
async fn a_client_sees_its_own_rows_and_nothing_else() {
    for (fixture, _database) in fixtures().await {
        let (first, second) = (&fixture.clients[0], &fixture.clients[1]);
        let invoice = issue(&fixture, first.client).await;
        let note = SetClientNote {
            client_id: first.client,
            edit: FieldEdit {
                field: "text".to_owned(),
                from: json!(""),
                to: json!("pays late"),
            },
        };
        fixture.apply(&fixture.owner, vec![note.into()]).await.unwrap();
        let (own, _, _) = pull(&fixture, &first.actor, None).await;
        let (others, _, _) = pull(&fixture, &second.actor, None).await;
        assert!(own.iter().any(|row| row.id == invoice.0));
        assert!(
            own.iter()
                .all(|row| row.client_id.is_none_or(|client| client == first.client))
        );
        assert!(own.iter().all(|row| !matches!(
            row.kind,
            Kind::ClientNote | Kind::Draft | Kind::Activity | Kind::Series
        )));
        assert!(others.iter().all(|row| row.id != invoice.0));
        let (books, _, _) = pull(&fixture, &fixture.bookkeeper, None).await;
        assert!(books.iter().any(|row| row.id == invoice.0));
        assert!(books.iter().all(|row| !matches!(
            row.kind,
            Kind::ClientNote | Kind::Draft | Kind::Message | Kind::Activity
        )));
    }
}

#[tokio::test]
async fn an_id_of_another_client_cannot_be_taken() {
    for (fixture, _database) in fixtures().await {
        let (first, second) = (&fixture.clients[0], &fixture.clients[1]);
        let document_id = DocumentId(random_id());
        let add = |client: ClientId, title: &str| -> Mutation {
            let version = NewVersion {
                version_id: VersionId(random_id()),
                file_name: "a.pdf".to_owned(),
                size_bytes: 3,
                sha256: "0".repeat(64),
            };
            AddDocument {
                document_id,
                client_id: client,
                title: title.to_owned(),
                shared: true,
                version,
            }
            .into()
        };
        fixture
            .apply(&first.actor, vec![add(first.client, "NDA")])
            .await
            .unwrap();
        let results = fixture
            .submit(&second.actor, vec![add(second.client, "mine now")])
            .await
            .unwrap();
        assert!(matches!(results[0].outcome, Outcome::Refused(_)));
        let look = fixture
            .submit(
                &second.actor,
                vec![
                    ViewInvoice {
                        invoice_id: InvoiceId(document_id.0),
                    }
                    .into(),
                ],
            )
            .await
            .unwrap();
        assert!(
            matches!(&look[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "refused-not-found")
        );
    }
}

#[tokio::test]
async fn a_shared_document_comes_and_goes() {
    for (fixture, _database) in fixtures().await {
        let client = &fixture.clients[0];
        let (_, _, cookie) = pull(&fixture, &client.actor, None).await;
        let document_id = DocumentId(random_id());
        let version = NewVersion {
            version_id: VersionId(random_id()),
            file_name: "offer.pdf".to_owned(),
            size_bytes: 3,
            sha256: "a".repeat(64),
        };
        let add = AddDocument {
            document_id,
            client_id: client.client,
            title: "Offer".to_owned(),
            shared: false,
            version,
        };
        fixture.apply(&fixture.owner, vec![add.into()]).await.unwrap();
        let (rows, _, cookie) = pull(&fixture, &client.actor, Some(cookie)).await;
        assert!(rows.is_empty(), "{rows:?}");
        fixture
            .apply(
                &fixture.owner,
                vec![
                    ShareDocument {
                        document_id,
                        shared: true,
                    }
                    .into(),
                ],
            )
            .await
            .unwrap();
        let (rows, _, cookie) = pull(&fixture, &client.actor, Some(cookie)).await;
        assert_eq!(
            rows.iter().map(|row| row.kind).collect::<BTreeSet<_>>(),
            [Kind::Document, Kind::DocumentVersion].into()
        );
        fixture
            .apply(
                &fixture.owner,
                vec![
                    ShareDocument {
                        document_id,
                        shared: false,
                    }
                    .into(),
                ],
            )
            .await
            .unwrap();
        let (rows, gone, _) = pull(&fixture, &client.actor, Some(cookie)).await;
        assert!(rows.is_empty());
        assert!(gone.contains(&(Kind::Document, document_id.0)) && gone.len() == 2);
    }
}

#[tokio::test]
async fn pulling_changes_gives_what_a_snapshot_gives() {
    for (fixture, database) in fixtures().await {
        let (rows, _, mut cookie) = pull(&fixture, &fixture.owner, None).await;
        let mut held: BTreeMap<(Kind, uuid::Uuid), String> = rows
            .iter()
            .map(|row| ((row.kind, row.id), row.body.get().to_owned()))
            .collect();
        for nth in 0..6 {
            issue(&fixture, fixture.clients[nth % 2].client).await;
            let (rows, gone, next) = pull(&fixture, &fixture.owner, Some(cookie)).await;
            held.extend(
                rows.iter()
                    .map(|row| ((row.kind, row.id), row.body.get().to_owned())),
            );
            for key in gone {
                held.remove(&key);
            }
            cookie = next;
        }
        let (fresh, _, _) = pull(&fixture, &fixture.owner, None).await;
        let fresh: BTreeMap<_, _> = fresh
            .iter()
            .map(|row| ((row.kind, row.id), row.body.get().to_owned()))
            .collect();
        assert_eq!(held, fresh, "{}", database.name);
    }
}

#[tokio::test]
async fn the_trail_is_one_chain_and_looks_are_told_once_an_hour() {
    for (fixture, _database) in fixtures().await {
        let client = &fixture.clients[0];
        let invoice_id = issue(&fixture, client.client).await;
        for _ in 0..3 {
            fixture
                .apply(&client.actor, vec![ViewInvoice { invoice_id }.into()])
                .await
                .unwrap();
        }
        let mut links: Vec<TrailLink> = records::<TrailLink>(&fixture, Kind::TrailLink)
            .await
            .iter()
            .map(|row| TrailLink::from_body(&row.body).unwrap().clone())
            .collect();
        links.sort_by_key(|link| link.position);
        let activities: BTreeMap<uuid::Uuid, Activity> = records::<Activity>(&fixture, Kind::Activity)
            .await
            .iter()
            .map(|row| (row.id, Activity::from_body(&row.body).unwrap().clone()))
            .collect();
        let mut head = TrailHead::default();
        for link in &links {
            assert!(link.follows(&head), "{link:?}");
            assert_eq!(activities[&link.activity_id.0].commitment(), link.commitment);
            head = TrailHead {
                position: link.position,
                hash: link.hash.clone(),
            };
        }
        assert_eq!(fixture.store.org(fixture.org).await.unwrap().unwrap().trail, head);
        let looks = activities
            .values()
            .filter(|activity| activity.action == "view_invoice")
            .count();
        assert_eq!(looks, 1);
    }
}

#[tokio::test]
async fn what_is_written_once_is_not_overwritten() {
    for (fixture, _database) in fixtures().await {
        let import = |cents| -> Mutation {
            let client = Client {
                name: "Old tool's client".to_owned(),
                address: Address::default(),
                tax_id: String::new(),
                language: Language::En,
                currency: euro(),
                payment_terms_days: None,
                client_number: String::new(),
            };
            let payment = ImportedPayment {
                client_key: "c".to_owned(),
                key: "p".to_owned(),
                invoice_number: Some("X-1".to_owned()),
                received_on: jiff::civil::date(2026, 1, 2),
                amount: Money::new(cents, euro()),
                method: PaymentMethod::BankTransfer,
                reference: String::new(),
            };
            let nobody = json!({ "name": "", "address": {}, "tax_id": "", "email": "", "phone": "" });
            let (nothing, total) = (Money::zero(euro()), Money::new(2_500, euro()));
            let invoice = json!({
                "number": "X-1", "client_id": ClientId(random_id()), "origin": { "kind": "imported", "source": "old" },
                "seller": nobody, "bank": {}, "buyer": nobody, "language": "en", "currency": "EUR",
                "tax_mode": "exclusive", "issue_date": "2026-01-01", "due_date": "2026-01-15", "reference": "",
                "note": "", "discount": { "kind": "none" }, "lines": [], "subtotal": total,
                "discount_total": nothing, "taxable_total": total, "taxes": [], "tax_total": nothing,
                "total": total, "issued_at": "2026-01-01T00:00:00Z",
            });
            ImportBatch {
                source: "old".to_owned(),
                files_sha256: String::new(),
                clients: vec![ImportedClient {
                    key: "c".to_owned(),
                    client,
                    contacts: Vec::new(),
                }],
                invoices: vec![ImportedInvoice {
                    client_key: "c".to_owned(),
                    invoice: serde_json::from_value(invoice).unwrap(),
                    sent_at: None,
                }],
                payments: vec![payment],
                ..ImportBatch::default()
            }
            .into()
        };
        fixture.apply(&fixture.owner, vec![import(100)]).await.unwrap();
        // The payment that the import would have met is gone; what was set against the invoice is still there.
        let mut transaction = fixture.store.begin().await.unwrap();
        sqlx::query("DELETE FROM payment")
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        let results = fixture.submit(&fixture.owner, vec![import(900)]).await.unwrap();
        assert!(
            matches!(&results[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "refused-id-taken")
        );
        let allocations = records::<Allocation>(&fixture, Kind::Allocation).await;
        assert_eq!(
            Allocation::from_body(&allocations[0].body).unwrap().amount.minor,
            100
        );
    }
}

#[tokio::test]
async fn a_refusal_is_stored_and_the_rest_goes_on() {
    for (fixture, _database) in fixtures().await {
        let client_id = fixture.clients[0].client;
        let edit = |field: &str| -> Mutation {
            EditClient {
                client_id,
                edits: vec![FieldEdit {
                    field: field.to_owned(),
                    from: json!(""),
                    to: json!("X1"),
                }],
            }
            .into()
        };
        let results = fixture
            .submit(&fixture.owner, vec![edit("nonsense"), edit("client_number")])
            .await
            .unwrap();
        assert!(
            matches!(&results[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "refused-unknown-field")
        );
        assert_eq!(results[1].outcome, Outcome::Applied);
        let page = fixture
            .store
            .pull(&fixture.scope(&fixture.owner), fixture.device, None, 10_000)
            .await
            .unwrap();
        assert!(page.caught_up);
    }
}

#[tokio::test]
async fn ending_a_member_revokes_what_the_member_saw() {
    for (fixture, _database) in fixtures().await {
        let client = &fixture.clients[0];
        let (rows, _, cookie) = pull(&fixture, &client.actor, None).await;
        assert!(!rows.is_empty());
        let member = Member {
            name: "Karl".to_owned(),
            email: "karl@client.example".to_owned(),
            role: Role::Client,
            client_id: Some(client.client),
            contact_id: Some(client.contact),
            ended_at: None,
        };
        let principal_id = client.actor.principal_id;
        fixture
            .store
            .submit_as_system(fixture.org, vec![AddMember { principal_id, member }.into()], NOW)
            .await
            .unwrap();
        fixture
            .apply(&fixture.owner, vec![EndMember { principal_id }.into()])
            .await
            .unwrap();
        let (rows_after, gone, _) = pull(&fixture, &client.actor, Some(cookie)).await;
        assert!(rows_after.is_empty());
        let had: BTreeSet<_> = rows.iter().map(|row| (row.kind, row.id)).collect();
        assert_eq!(gone, had);
        let access = fixture
            .store
            .access_of(fixture.org, principal_id, Role::Client)
            .await
            .unwrap();
        assert!(access.grants.is_empty());
    }
}

#[tokio::test]
async fn a_message_on_another_clients_thread_is_not_found() {
    for (fixture, _database) in fixtures().await {
        let (first, second) = (&fixture.clients[0], &fixture.clients[1]);
        let message = |text: &str| NewMessage {
            message_id: MessageId(random_id()),
            text: text.to_owned(),
            kind: MessageKind::Text,
            attachments: Vec::new(),
        };
        let start = StartThread {
            thread_id: ThreadId(random_id()),
            client_id: first.client,
            title: "Hello".to_owned(),
            subject: Subject::General,
            message: message("hi"),
        };
        let stranger = fixture
            .submit(&second.actor, vec![start.clone().into()])
            .await
            .unwrap();
        assert!(matches!(stranger[0].outcome, Outcome::Refused(_)));
        fixture.apply(&first.actor, vec![start.into()]).await.unwrap();
    }
}

#[tokio::test]
async fn jobs_are_there_once_and_a_lease_that_runs_out_frees_them() {
    for (fixture, _database) in fixtures().await {
        issue(&fixture, fixture.clients[0].client).await;
        let kinds = ["render_invoice", "mail_invoice"];
        let job = fixture
            .store
            .lease_job(&kinds, NOW, 60_000)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((job.kind.as_str(), job.attempts), ("render_invoice", 1));
        assert!(
            fixture
                .store
                .lease_job(&kinds, NOW, 60_000)
                .await
                .unwrap()
                .is_none()
        );
        let later = NOW + jiff::SignedDuration::from_secs(61);
        let again = fixture
            .store
            .lease_job(&kinds, later, 60_000)
            .await
            .unwrap()
            .unwrap();
        assert_eq!((again.job_id, again.attempts), (job.job_id, 2));
        fixture.store.finish_job(job.job_id, later).await.unwrap();
        assert!(
            fixture
                .store
                .lease_job(&kinds, later, 60_000)
                .await
                .unwrap()
                .is_none()
        );
    }
}
