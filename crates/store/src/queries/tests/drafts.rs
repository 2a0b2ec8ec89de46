//! Drafts, previews and suggested lines.

use folio_domain::fields::FieldEdit;
use folio_domain::invoices::{EditDraft, PricedContent, TaxMode};
use serde_json::json;

use super::*;

#[tokio::test]
async fn a_draft_shows_its_lines_totals_and_what_it_lacks() {
    for mut world in worlds().await {
        let owner = world.owner();
        let draft_id = world.draft(None, &[]).await;
        let detail = world.ask(&owner, DraftQuery { draft_id }).await;
        assert_eq!(detail.hindrance.unwrap().message_key, "refused-no-client");

        let draft_id = world.draft(Some(world.client(0)), &[]).await;
        let detail = world.ask(&owner, DraftQuery { draft_id }).await;
        assert_eq!(detail.hindrance.unwrap().message_key, "refused-no-lines");

        let unnamed = world.draft(Some(world.client(0)), &[(" ", 5)]).await;
        let detail = world.ask(&owner, DraftQuery { draft_id: unnamed }).await;
        assert_eq!(
            detail.hindrance.unwrap().params.get("field").unwrap(),
            "description"
        );

        let draft_id = world
            .draft(Some(world.client(0)), &[("One", 1), ("Two", 2), ("Three", 3)])
            .await;
        for (from, to) in [("", "PO 1"), ("", "PO 2")] {
            world.pass_hours(1);
            let edit = FieldEdit {
                field: "reference".to_owned(),
                from: json!(from),
                to: json!(to),
            };
            world
                .act(
                    &owner,
                    EditDraft {
                        draft_id,
                        edits: vec![edit],
                    },
                )
                .await;
        }
        let detail = world.ask(&owner, DraftQuery { draft_id }).await;
        assert_eq!(detail.hindrance, None);
        assert_eq!(detail.totals.total, euros(6));
        let lines: Vec<_> = detail
            .lines
            .iter()
            .map(|line| (line.item.description.as_str(), line.net))
            .collect();
        assert_eq!(lines, [("One", euros(1)), ("Two", euros(2)), ("Three", euros(3))]);
        assert_eq!(
            (detail.client_name.as_str(), detail.recipients.len()),
            ("Müller GmbH", 1)
        );
        let [lost] = detail.lost.as_slice() else {
            panic!("{:?}", detail.lost)
        };
        assert_eq!(
            (lost.about.as_str(), &lost.history.lost),
            ("PO 2", &json!("PO 1"))
        );

        let list = world
            .ask(
                &owner,
                DraftsQuery {
                    client_id: Some(world.client(0)),
                },
            )
            .await;
        assert_eq!(
            (list.rows.len(), list.rows[0].draft_id, list.rows[0].total),
            (3, draft_id, euros(6))
        );
        let conflicts = world.ask(&owner, ConflictsQuery {}).await;
        assert_eq!(conflicts.rows, detail.lost);
    }
}

#[tokio::test]
async fn a_preview_gives_totals_or_why_there_are_none() {
    for world in worlds().await {
        let content = |price| PricedContent {
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
            discount: Discount::None,
            lines: vec![item("One", price), item("Two", price)],
        };
        let good = world
            .ask(
                &world.owner(),
                PreviewInvoice {
                    content: content(7),
                    credits: None,
                },
            )
            .await;
        assert_eq!((good.totals.unwrap().total, good.hindrance), (euros(14), None));
        let bad = world
            .ask(
                &world.owner(),
                PreviewInvoice {
                    content: content(i64::MAX),
                    credits: None,
                },
            )
            .await;
        assert_eq!((bad.totals, bad.hindrance.is_some()), (None, true));
    }
}

#[tokio::test]
async fn lines_billed_before_are_suggested_the_clients_own_first() {
    for mut world in worlds().await {
        let owner = world.owner();
        for (nth, words) in [
            (0, "Website care"),
            (1, "Website design"),
            (1, "Printing"),
            (0, "website care"),
        ] {
            world.invoice(nth, words, 10).await;
            world.pass_hours(24);
        }
        let suggested = async |text: &str, client_id| {
            let list = world
                .ask(
                    &owner,
                    LineSuggestions {
                        text: text.to_owned(),
                        client_id,
                    },
                )
                .await;
            list.items
                .into_iter()
                .map(|item| item.description)
                .collect::<Vec<_>>()
        };
        assert_eq!(
            suggested("web", Some(world.client(0))).await,
            ["website care", "Website design"]
        );
        assert_eq!(
            suggested("", None).await,
            ["website care", "Printing", "Website design"]
        );
        assert_eq!(suggested("nothing", None).await, [""; 0]);
    }
}
