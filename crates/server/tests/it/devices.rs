use folio_domain::people::EndMember;
use folio_domain::permissions::Role;
use folio_protocol::commands::DeviceList;
use http::StatusCode;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::support::{Answer, Caller, House, Person, house};

async fn renew(house: &House, refresh: &str) -> Answer {
    let body = json!({ "refresh_token": refresh });
    house.post(&Caller::default(), "/api/session/refresh", body).await
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
    // What the device has not sent it seals to the key that the recovery code opens.
    let code: age::x25519::Identity = business.founded.recovery_code.parse().unwrap();
    let told: Value = serde_json::from_slice(&purge.bytes).unwrap();
    assert_eq!(told["params"]["recovery_recipient"], code.to_public().to_string());
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

#[tokio::test]
async fn who_comes_back_late_is_still_told_to_purge() {
    let house = house().await;
    let business = house.business("lumen").await;
    let staff = business.member(Role::Staff, None).await;
    let principal_id = staff.principal_id;
    let end = EndMember { principal_id };
    house.mutate(&business.owner.caller, end).await.json::<Value>();
    house.hand.forward(SignedDuration::from_hours(24 * 40));
    let late = renew(&house, &staff.refresh).await;
    assert_eq!(
        (late.status, late.problem().as_str()),
        (StatusCode::GONE, "problem-purged")
    );
    let owner = renew(&house, &business.owner.refresh).await;
    assert_eq!(
        owner.status,
        StatusCode::UNAUTHORIZED,
        "whose access was not taken away only signs in again"
    );
}

#[tokio::test]
async fn a_device_is_noted_as_seen_once_in_some_minutes() {
    let house = house().await;
    let mut owner = house.business("lumen").await.owner;
    let signed_in_at = seen_at(&house, &owner).await;
    for (minutes, transactions, seen_after_mins) in [(1, 1, 0), (3, 1, 0), (2, 2, 6), (4, 1, 6)] {
        house.hand.forward(SignedDuration::from_mins(minutes));
        let before = house.log();
        owner = Person::of(renew(&house, &owner.refresh).await.json());
        assert_eq!(house.log().since(&before), Some(transactions));
        let seen = seen_at(&house, &owner).await.duration_since(signed_in_at);
        assert_eq!(seen, SignedDuration::from_mins(seen_after_mins));
    }
}

async fn seen_at(house: &House, person: &Person) -> Timestamp {
    let list: DeviceList = house.command(&person.caller, "devices", json!({})).await.json();
    list.devices[0].seen_at
}
