use folio_domain::people::{EndMember, RemoveContact};
use folio_domain::permissions::Role;
use folio_protocol::sessions::SignInAnswer;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::support::{Caller, PASSWORD, house};

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
async fn who_is_no_longer_a_contact_no_longer_signs_in() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let person = business.member(Role::Client, Some(customer.contact_id)).await;
    let invite = json!({ "email": "k@kite.test", "name": "Kavita", "role": "client", "contact_id": customer.contact_id });
    let link: Value = house
        .post(&business.owner.caller, "/api/invitations", invite)
        .await
        .json();
    let token = link["url"].as_str().unwrap().split_once('#').unwrap().1;
    let invoices = || json!({ "filter": "all", "client_id": null, "after": null, "limit": 10 });
    let asked = house.query(&person.caller, "invoices", invoices()).await;
    assert_ne!(asked.status, StatusCode::UNAUTHORIZED);
    let contact_id = customer.contact_id;
    house
        .mutate(&business.owner.caller, RemoveContact { contact_id })
        .await
        .json::<Value>();
    let asked = house.query(&person.caller, "invoices", invoices()).await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    let refresh = json!({ "refresh_token": person.refresh });
    let refreshed = house
        .post(&Caller::default(), "/api/session/refresh", refresh)
        .await;
    assert_eq!(refreshed.status, StatusCode::GONE);
    let look = house
        .post(
            &Caller::default(),
            "/api/invitations/look",
            json!({ "token": token }),
        )
        .await;
    assert_eq!(look.problem(), "problem-link-expired");
    let accept = json!({ "token": token, "name": "Kavita", "password": PASSWORD, "device_name": "", "device_kind": "desktop" });
    let accepted = house
        .post(&Caller::default(), "/api/session/accept", accept)
        .await;
    assert_eq!(accepted.problem(), "problem-link-expired");
}

#[tokio::test]
async fn who_has_left_may_be_invited_again() {
    let house = house().await;
    let business = house.business("lumen").await;
    let mut ids = Vec::new();
    for _ in 0..2 {
        let invite =
            json!({ "email": "selvi@lumen.test", "name": "Selvi", "role": "staff", "contact_id": null });
        let link: Value = house
            .post(&business.owner.caller, "/api/invitations", &invite)
            .await
            .json();
        let token = link["url"].as_str().unwrap().split_once('#').unwrap().1;
        let accept = json!({ "token": token, "name": "Selvi", "password": PASSWORD, "device_name": "", "device_kind": "desktop" });
        let signed: SignInAnswer = house
            .post(&Caller::default(), "/api/session/accept", accept)
            .await
            .json();
        let taken = house
            .post(&business.owner.caller, "/api/invitations", &invite)
            .await;
        assert_eq!(taken.problem(), "refused-id-taken");
        let again: SignInAnswer = house.sign_in("selvi@lumen.test").await.json();
        assert_eq!(again.person.principal_id, signed.person.principal_id);
        let principal_id = signed.person.principal_id;
        ids.push(principal_id);
        house
            .mutate(&business.owner.caller, EndMember { principal_id })
            .await
            .json::<Value>();
        let gone = house.sign_in("selvi@lumen.test").await;
        assert_eq!(gone.problem(), "problem-wrong-sign-in");
    }
    assert_ne!(ids[0], ids[1]);
}
