use std::time::Duration;

use axum::body::Body;
use folio_domain::permissions::Role;
use futures::StreamExt as _;
use http::Request;
use tower::ServiceExt as _;

use crate::support::{House, Person, house};

/// The stream of a person's pokes, after its first.
async fn listen(house: &House, person: &Person) -> impl futures::Stream<Item = String> + Unpin + use<> {
    let request = Request::get("/api/events")
        .header("x-folio-protocol", "1")
        .header(
            "authorization",
            format!("Bearer {}", person.caller.bearer.as_deref().unwrap()),
        )
        .body(Body::empty())
        .unwrap();
    let response = house.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut stream = Box::pin(
        response
            .into_body()
            .into_data_stream()
            .map(|chunk| String::from_utf8(chunk.unwrap().to_vec()).unwrap()),
    );
    let first = next(&mut stream).await;
    assert!(
        first.contains("event: poke") && first.contains(r#"{"kinds":[]}"#),
        "{first}"
    );
    stream
}

async fn next(stream: &mut (impl futures::Stream<Item = String> + Unpin)) -> String {
    tokio::time::timeout(Duration::from_secs(10), stream.next())
        .await
        .unwrap()
        .unwrap()
}

#[tokio::test]
async fn pokes_go_to_those_who_may_see() {
    let house = house().await;
    let business = house.business("lumen").await;
    let (kite, rook) = (business.client("kite").await, business.client("rook").await);
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    let stranger = business.member(Role::Client, Some(rook.contact_id)).await;
    let (mut owners, mut clients) = (
        listen(&house, &business.owner).await,
        listen(&house, &client).await,
    );
    let mut strangers = listen(&house, &stranger).await;
    business.draft(&kite, "Cards").await;
    let poke = next(&mut owners).await;
    assert!(poke.contains("draft") && !poke.contains("Cards"), "{poke}");
    business.invoice(&kite).await;
    let poke = next(&mut clients).await;
    assert!(
        poke.contains(r#""invoice""#) && !poke.contains("draft") && !poke.contains("activity"),
        "{poke}"
    );
    // The stranger's first poke is of their own: everything before it went by without one.
    business.invoice(&rook).await;
    let poke = next(&mut strangers).await;
    assert!(poke.contains(r#""invoice""#), "{poke}");
    let number: String = house
        .get(&stranger.caller, "/api/session")
        .await
        .json::<serde_json::Value>()["host"]
        .to_string();
    assert_eq!(number, "\"browser\"");
}
