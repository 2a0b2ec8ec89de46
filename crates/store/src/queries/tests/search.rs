//! Search.

use folio_domain::records::Kind;
use folio_domain::threads::Subject;

use super::*;

async fn hits(world: &World, actor: &Actor, text: &str) -> Vec<(Kind, Kind, String, String)> {
    let answer = world
        .ask(
            actor,
            SearchQuery {
                text: text.to_owned(),
                limit: 50,
            },
        )
        .await;
    answer
        .hits
        .into_iter()
        .map(|hit| (hit.kind, hit.open_kind, hit.title, hit.context))
        .collect()
}

#[tokio::test]
async fn a_search_finds_words_of_every_script_and_opens_the_right_record() {
    for world in worlds().await {
        let (owner, karl) = (world.owner(), world.person(0));
        world.invoice(0, "वेबसाइट का रखरखाव", 100).await;
        let words = "நன்றி, விலைப்பட்டியல் கிடைத்தது";
        world.thread(1, &world.person(1), Subject::General, words).await;
        world.document(0, &owner, "Vertrag Weihnachten", true).await;
        world.draft(Some(world.client(0)), &[("Kerzen gießen", 3)]).await;

        let hit = |kind, open, title: &str, context: &str| (kind, open, title.to_owned(), context.to_owned());
        assert_eq!(
            hits(&world, &owner, "रखरखाव").await,
            [hit(Kind::Invoice, Kind::Invoice, "2026-0001", "Müller GmbH")]
        );
        assert_eq!(
            hits(&world, &owner, "விலைப்").await,
            [hit(
                Kind::Thread,
                Kind::Thread,
                &format!("About {words}"),
                "வணிகம் கடை"
            )]
        );
        assert_eq!(
            hits(&world, &owner, "வணிகம்").await[0],
            hit(Kind::Client, Kind::Client, "வணிகம் கடை", "")
        );
        assert_eq!(hits(&world, &owner, "மீனா").await[0].1, Kind::Client);
        assert_eq!(
            hits(&world, &owner, "weihn vertr").await,
            [] as [(Kind, Kind, String, String); 0],
            "only the last word may be begun"
        );
        assert_eq!(
            hits(&world, &owner, "weihnachten vertr").await,
            [hit(
                Kind::Document,
                Kind::Document,
                "Vertrag Weihnachten",
                "Müller GmbH"
            )]
        );
        assert_eq!(
            hits(&world, &owner, "kerzen").await,
            [hit(Kind::DraftLine, Kind::Draft, "Kerzen gießen", "Müller GmbH")]
        );
        assert!(hits(&world, &karl, "kerzen").await.is_empty());
        assert!(hits(&world, &karl, "நன்றி").await.is_empty());
        assert_eq!(
            hits(&world, &karl, "MULLER").await.len(),
            2,
            "the client and its invoice"
        );
        assert!(hits(&world, &owner, " … ").await.is_empty());
    }
}

#[tokio::test]
async fn a_search_leaves_room_for_every_kind() {
    for world in worlds().await {
        let owner = world.owner();
        for nth in 0..6 {
            world
                .thread(0, &owner, Subject::General, &format!("lamp {nth}"))
                .await;
        }
        world.document(0, &owner, "Lamp", true).await;
        let answer = world
            .ask(
                &owner,
                SearchQuery {
                    text: "lamp".to_owned(),
                    limit: 4,
                },
            )
            .await;
        let kinds: Vec<Kind> = answer.hits.iter().map(|hit| hit.kind).collect();
        assert_eq!(kinds, [Kind::Document, Kind::Thread, Kind::Thread, Kind::Thread]);
    }
}
