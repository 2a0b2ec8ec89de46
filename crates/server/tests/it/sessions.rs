use folio_domain::people::EndMember;
use folio_domain::permissions::Role;
use folio_protocol::commands::{DeviceList, SessionState};
use folio_protocol::sessions::SignInAnswer;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{Caller, PASSWORD, Person, house};

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
async fn an_invitation_is_good_once() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invite = json!({ "email": "k@kite.test", "name": "Kavita", "role": "client", "contact_id": customer.contact_id });
    let link: Value = house
        .post(&business.owner.caller, "/api/invitations", invite)
        .await
        .json();
    assert_eq!(link["mailed"], false);
    let token = link["url"]
        .as_str()
        .unwrap()
        .split_once('#')
        .unwrap()
        .1
        .to_owned();
    let look = json!({ "token": token });
    for _ in 0..2 {
        let seen: Value = house
            .post(&Caller::default(), "/api/invitations/look", &look)
            .await
            .json();
        assert_eq!(
            (&seen["org_name"], &seen["role"]),
            (&json!("lumen"), &json!("client"))
        );
    }
    let accept = |password: &str| json!({ "token": token, "name": "Kavita", "password": password, "device_name": "", "device_kind": "desktop" });
    let short = house
        .post(&Caller::default(), "/api/session/accept", accept("short"))
        .await;
    assert_eq!(short.problem(), "problem-password-too-short");
    let signed: SignInAnswer = house
        .post(&Caller::default(), "/api/session/accept", accept(PASSWORD))
        .await
        .json();
    assert_eq!(signed.person.client_id, Some(customer.client_id));
    let again = house
        .post(&Caller::default(), "/api/session/accept", accept(PASSWORD))
        .await;
    assert_eq!(again.problem(), "problem-link-used");
}

#[tokio::test]
async fn an_invitation_runs_out_after_three_days() {
    let house = house().await;
    let business = house.business("lumen").await;
    let invite = json!({ "email": "s@lumen.test", "name": "Selvi", "role": "staff", "contact_id": null });
    let link: Value = house
        .post(&business.owner.caller, "/api/invitations", invite)
        .await
        .json();
    house.hand.forward(SignedDuration::from_hours(73));
    let token = link["url"]
        .as_str()
        .unwrap()
        .split_once('#')
        .unwrap()
        .1
        .to_owned();
    let late = house
        .post(
            &Caller::default(),
            "/api/invitations/look",
            json!({ "token": token }),
        )
        .await;
    assert_eq!(late.problem(), "problem-link-expired");
}

#[tokio::test]
async fn who_is_ended_is_told_to_purge() {
    let house = house().await;
    let business = house.business("lumen").await;
    let staff = business.member(Role::Staff, None).await;
    let end = EndMember {
        principal_id: staff.principal_id,
    };
    house.mutate(&business.owner.caller, end).await.json::<Value>();
    assert_eq!(
        house.query(&staff.caller, "organisation", json!({})).await.status,
        StatusCode::UNAUTHORIZED
    );
    let pull = json!({ "device_id": staff.device_id, "cookie": null });
    let purge = house.post(&staff.caller, "/api/pull", pull).await;
    assert_eq!(
        (purge.status, purge.problem().as_str()),
        (StatusCode::GONE, "problem-purged")
    );
    let body = json!({ "refresh_token": staff.refresh });
    let purge = house.post(&Caller::default(), "/api/session/refresh", body).await;
    assert_eq!(purge.status, StatusCode::GONE);
    let unknown = Caller {
        bearer: Some("unknown".to_owned()),
        cookies: None,
    };
    let pull = json!({ "device_id": staff.device_id, "cookie": null });
    assert_eq!(
        house.post(&unknown, "/api/pull", pull).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn a_lost_device_is_ended_from_another() {
    let house = house().await;
    let lost = house.business("lumen").await.owner;
    let kept = Person::of(house.sign_in("owner@lumen.test").await.json());
    let list: DeviceList = house.command(&kept.caller, "devices", json!({})).await.json();
    assert_eq!(list.devices.len(), 2);
    assert_eq!(list.devices.iter().filter(|device| device.current).count(), 1);
    house
        .command(&kept.caller, "end_device", json!({ "device_id": lost.device_id }))
        .await
        .json::<Value>();
    let pull = json!({ "device_id": lost.device_id, "cookie": null });
    assert_eq!(
        house.post(&lost.caller, "/api/pull", pull).await.status,
        StatusCode::GONE
    );
    let again = house
        .command(&kept.caller, "end_device", json!({ "device_id": lost.device_id }))
        .await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}
