//! What a push promises: once, in one order, with every refusal kept.

use super::*;

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
            ImportBatch {
                source: "old".to_owned(),
                files_sha256: String::new(),
                clients: vec![ImportedClient {
                    key: "c".to_owned(),
                    client,
                    contacts: Vec::new(),
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
