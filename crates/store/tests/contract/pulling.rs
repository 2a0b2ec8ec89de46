//! What a pull gives, and to whom.

use super::*;

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
