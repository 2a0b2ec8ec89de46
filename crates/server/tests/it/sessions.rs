use std::time::Duration;

use folio_protocol::commands::SessionState;
use folio_protocol::sessions::SignInAnswer;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::{Caller, House, PASSWORD, Person, house, house_with};

#[tokio::test]
async fn who_signs_in_is_known_until_the_token_runs_out() {
    let house = house().await;
    let owner = house.business("lumen").await.owner;
    let state: SessionState = house.get(&owner.caller, "/api/session").await.json();
    assert_eq!(state.person.unwrap().org_name, "lumen");
    house.hand.forward(SignedDuration::from_mins(11));
    let state: SessionState = house.get(&owner.caller, "/api/session").await.json();
    assert_eq!(state.person, None);
    let body = json!({ "refresh_token": owner.refresh });
    let renewed: SignInAnswer = house
        .post(&Caller::default(), "/api/session/refresh", body)
        .await
        .json();
    let renewed = Person::of(renewed);
    assert_eq!(renewed.device_id, owner.device_id);
    assert_eq!(
        house
            .query(&renewed.caller, "organisation", json!({}))
            .await
            .status,
        StatusCode::OK
    );
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_password_are_not_told_apart() {
    let house = house().await;
    house.business("lumen").await;
    let unknown = house.sign_in("nobody@lumen.test").await;
    let body = json!({ "email": "owner@lumen.test", "password": "wrong password", "device_name": "", "device_kind": "desktop" });
    let wrong = house.post(&Caller::default(), "/api/session/sign-in", body).await;
    assert_eq!(unknown.status, StatusCode::UNAUTHORIZED);
    assert_eq!((unknown.status, &unknown.bytes), (wrong.status, &wrong.bytes));
}

#[tokio::test]
async fn passwords_are_not_tried_without_end() {
    let house = house().await;
    house.business("lumen").await;
    let mut last = house.sign_in("nobody@lumen.test").await;
    for _ in 0..10 {
        last = house.sign_in("nobody@lumen.test").await;
    }
    assert_eq!(
        (last.status, last.problem().as_str()),
        (StatusCode::TOO_MANY_REQUESTS, "problem-too-many-tries")
    );
    assert_eq!(house.sign_in("owner@lumen.test").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_address_longer_than_any_is_refused_at_the_door() {
    let house = house().await;
    let email = format!("{}@people.test", "a".repeat(10_000));
    assert_eq!(house.sign_in(&email).await.problem(), "refused-too-long");
}

#[tokio::test]
async fn a_refresh_token_shown_again_ends_its_family() {
    let house = house().await;
    let owner = house.business("lumen").await.owner;
    let refresh = |token: String| {
        let house = &house;
        async move {
            house
                .post(
                    &Caller::default(),
                    "/api/session/refresh",
                    json!({ "refresh_token": token }),
                )
                .await
        }
    };
    let next = Person::of(refresh(owner.refresh.clone()).await.json());
    let graced = refresh(owner.refresh.clone()).await;
    assert_eq!(graced.status, StatusCode::OK, "two tabs at once are no theft");
    house.hand.forward(SignedDuration::from_mins(1));
    assert_eq!(
        refresh(owner.refresh.clone()).await.status,
        StatusCode::UNAUTHORIZED
    );
    assert_eq!(
        refresh(next.refresh).await.status,
        StatusCode::UNAUTHORIZED,
        "the thief's pair ends too"
    );
    assert_eq!(
        house.query(&next.caller, "organisation", json!({})).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn signing_out_ends_every_token() {
    let house = house().await;
    let owner = house.business("lumen").await.owner;
    house
        .post(&owner.caller, "/api/session/sign-out", json!({}))
        .await
        .json::<Value>();
    assert_eq!(
        house.query(&owner.caller, "organisation", json!({})).await.status,
        StatusCode::UNAUTHORIZED
    );
    let body = json!({ "refresh_token": owner.refresh });
    let refused = house.post(&Caller::default(), "/api/session/refresh", body).await;
    assert_eq!(
        refused.status,
        StatusCode::UNAUTHORIZED,
        "not even within the time of grace"
    );
    let pull = json!({ "device_id": owner.device_id, "cookie": null });
    assert_eq!(
        house.post(&owner.caller, "/api/pull", pull).await.status,
        StatusCode::UNAUTHORIZED,
        "a lock, no purge"
    );
}

#[tokio::test]
async fn a_browser_gets_cookies_that_renew_themselves() {
    let house = house().await;
    house.business("lumen").await;
    let params = json!({ "server": null, "email": "owner@lumen.test", "password": PASSWORD });
    let answer = house.command(&Caller::default(), "sign_in", params).await;
    assert!(!String::from_utf8_lossy(&answer.bytes).contains("refresh_token"));
    let cookies = |answer: &crate::support::Answer| -> String {
        let lines = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|line| line.to_str().unwrap());
        let pairs: Vec<&str> = lines
            .inspect(|line| assert!(line.contains("HttpOnly; SameSite=Strict"), "{line}"))
            .map(|line| line.split(';').next().unwrap())
            .collect();
        pairs.join("; ")
    };
    let browser = Caller {
        cookies: Some(cookies(&answer)),
        bearer: None,
    };
    assert_eq!(
        house.query(&browser, "organisation", json!({})).await.status,
        StatusCode::OK
    );
    house.hand.forward(SignedDuration::from_mins(20));
    let renewed = house.query(&browser, "organisation", json!({})).await;
    assert_eq!(renewed.status, StatusCode::OK);
    let browser = Caller {
        cookies: Some(cookies(&renewed)),
        bearer: None,
    };
    let plain = http::Request::post("/api/command/sign_out")
        .header("x-folio-protocol", "1")
        .header("content-type", "application/json")
        .header("cookie", browser.cookies.clone().unwrap())
        .body(axum::body::Body::from("{}"))
        .unwrap();
    assert_eq!(
        house.call(plain).await.status,
        StatusCode::FORBIDDEN,
        "without x-folio nothing is changed"
    );
    assert_eq!(
        house.command(&browser, "sign_out", json!({})).await.status,
        StatusCode::OK
    );
    assert_eq!(
        house.query(&browser, "organisation", json!({})).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn tokens_that_open_nothing_are_removed_while_the_server_runs() {
    let house = house_with(|config| config.does_jobs = true).await;
    let owner = house.business("lumen").await.owner;
    let access = hash_of(owner.caller.bearer.as_deref().unwrap());
    let refresh = hash_of(&owner.refresh);
    assert!(house.app.store.token(&access).await.unwrap().is_some());
    house.hand.forward(SignedDuration::from_hours(2));
    swept(&house, &access).await;
    assert!(
        house.app.store.token(&refresh).await.unwrap().is_some(),
        "it still buys the next pair"
    );
    // 30 days it holds; then it tells nothing but a purge, for 90 more.
    house.hand.forward(SignedDuration::from_hours(24 * 121));
    swept(&house, &refresh).await;
}

/// Waits until the server has removed a token.
async fn swept(house: &House, token_hash: &str) {
    house.app.bell.notify_one();
    let gone = async {
        while house.app.store.token(token_hash).await.unwrap().is_some() {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(20), gone).await.unwrap();
}

fn hash_of(token: &str) -> String {
    hex::encode(Sha256::digest(token))
}
