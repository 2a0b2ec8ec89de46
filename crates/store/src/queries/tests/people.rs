//! Clients, contacts, settings.

use folio_domain::clients::{EditClient, SetClientNote};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::PrincipalId;
use folio_domain::people::{AddMember, EditContact, Member};
use folio_domain::permissions::Role;
use serde_json::json;

use super::*;

fn edit(field: &str, from: &str, to: &str) -> FieldEdit {
    FieldEdit {
        field: field.to_owned(),
        from: json!(from),
        to: json!(to),
    }
}

fn all_clients() -> ClientsQuery {
    ClientsQuery {
        search: None,
        after: None,
        limit: 100,
    }
}

#[tokio::test]
async fn clients_are_listed_by_name_with_what_they_owe() {
    for world in worlds().await {
        let books = world.bookkeeper();
        world.invoice(1, "Logo", 70).await;
        world.invoice(1, "Hosting", 30).await;
        let page = world.ask(&books, all_clients()).await;
        let rows: Vec<_> = page
            .rows
            .iter()
            .map(|row| (row.client.name.as_str(), row.contact_name.as_str()))
            .collect();
        assert_eq!(rows, [("Müller GmbH", "Karl"), ("வணிகம் கடை", "மீனா")]);
        assert!(page.rows[0].owed.is_empty());
        assert_eq!(
            (page.rows[1].owed[0].amount_due, page.rows[1].owed[0].invoices),
            (euros(100), 2)
        );

        let first = world
            .ask(
                &books,
                ClientsQuery {
                    limit: 1,
                    ..all_clients()
                },
            )
            .await;
        let second = world
            .ask(
                &books,
                ClientsQuery {
                    limit: 1,
                    after: first.next,
                    ..all_clients()
                },
            )
            .await;
        assert_eq!((second.rows[0].client_id, second.next), (world.client(1), None));

        for words in ["கடை", "மீ", "வணி"] {
            let found = world
                .ask(
                    &books,
                    ClientsQuery {
                        search: Some(words.to_owned()),
                        ..all_clients()
                    },
                )
                .await;
            let found: Vec<_> = found.rows.iter().map(|row| row.client_id).collect();
            assert_eq!(found, [world.client(1)], "{words}");
        }
    }
}

#[tokio::test]
async fn a_client_shows_contacts_note_balance_and_lost_values() {
    for mut world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        let client_id = world.client(0);
        world.invoice(0, "Website", 100).await;
        world
            .act(
                &owner,
                SetClientNote {
                    client_id,
                    edit: edit("text", "", "pays late"),
                },
            )
            .await;
        world
            .act(
                &owner,
                EditClient {
                    client_id,
                    edits: vec![edit("tax_id", "", "DE1")],
                },
            )
            .await;
        world.pass_hours(1);
        world
            .act(
                &owner,
                EditClient {
                    client_id,
                    edits: vec![edit("tax_id", "", "DE2")],
                },
            )
            .await;
        let contact_id = world.fixture.clients[0].contact;
        for phone in ["1", "2"] {
            world.pass_hours(1);
            world
                .act(
                    &karl,
                    EditContact {
                        contact_id,
                        edits: vec![edit("phone", "", phone)],
                    },
                )
                .await;
        }
        let member = Member {
            name: "Karl".to_owned(),
            email: "karl@client.example".to_owned(),
            role: Role::Client,
            client_id: Some(client_id),
            contact_id: Some(contact_id),
            ended_at: None,
        };
        world
            .system(AddMember {
                principal_id: karl.principal_id,
                member,
            })
            .await;

        let detail = world.ask(&owner, ClientQuery { client_id }).await;
        assert_eq!(
            (detail.note.as_deref(), detail.client.tax_id.as_str()),
            (Some("pays late"), "DE2")
        );
        assert_eq!(detail.owed[0].amount_due, euros(100));
        assert_eq!(detail.contacts[0].member_id, Some(karl.principal_id));
        let lost: Vec<_> = detail
            .lost
            .iter()
            .map(|lost| (lost.about.as_str(), lost.history.field.as_str()))
            .collect();
        assert_eq!(lost, [("Karl", "phone"), ("Müller GmbH", "tax_id")]);

        for other in [&karl, &world.bookkeeper()] {
            let theirs = world.ask(other, ClientQuery { client_id }).await;
            assert_eq!(
                (theirs.note, theirs.lost.len(), theirs.contacts[0].member_id),
                (None, 0, None)
            );
        }
        assert_eq!(
            world
                .refusal(
                    &karl,
                    ClientQuery {
                        client_id: world.client(1)
                    }
                )
                .await,
            Refusal::not_found()
        );
    }
}

#[tokio::test]
async fn settings_name_the_next_number_and_the_people() {
    for world in worlds().await {
        let owner = world.owner();
        for (name, role) in [("Zoe", Role::Staff), ("Asha", Role::Owner)] {
            let member = Member {
                name: name.to_owned(),
                email: format!("{name}@studio.example"),
                role,
                client_id: None,
                contact_id: None,
                ended_at: None,
            };
            world
                .system(AddMember {
                    principal_id: PrincipalId(random_id()),
                    member,
                })
                .await;
        }
        world.invoice(0, "Website", 100).await;
        let settings = world.ask(&owner, SettingsQuery {}).await;
        assert_eq!(settings.next_number, "2026-0002");
        assert_eq!(settings.series.unwrap().spent, 1);
        assert_eq!(
            settings
                .members
                .iter()
                .map(|row| row.member.name.as_str())
                .collect::<Vec<_>>(),
            ["Asha", "Zoe"]
        );
        let view = world.ask(&world.person(0), OrganisationQuery {}).await;
        assert_eq!(
            (view.organisation.name.as_str(), view.today.to_string()),
            ("Studio Kaveri", "2026-09-21".into())
        );
    }
}
