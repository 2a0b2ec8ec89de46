use folio_domain::clients::SetClientNote;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{DraftId, InvoiceId, PrincipalId};
use folio_domain::invoices::{InvoicePdf, IssueInvoice, KeepPdf, invoice_id};
use folio_domain::mutations::Mutation;
use folio_domain::people::{AddMember, Member};
use folio_domain::permissions::Role;
use folio_domain::records::Kind;
use folio_protocol::sync::{Outcome, PullAnswer, PushAnswer};
use folio_store::StoreError;
use folio_store::testing::refuse_rows;
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{Business, Customer, House, Person, house};

async fn pull_all(house: &House, person: &Person) -> (Vec<folio_protocol::sync::WireRow>, PullAnswer) {
    let (mut rows, mut cookie) = (Vec::new(), Value::Null);
    loop {
        let body = json!({ "device_id": person.device_id, "cookie": cookie });
        let page: PullAnswer = house.post(&person.caller, "/api/pull", body).await.json();
        rows.extend(page.rows.iter().cloned());
        cookie = json!(page.cookie);
        if !page.more {
            return (rows, page);
        }
    }
}

fn note(customer: &Customer, text: &str) -> Mutation {
    let edit = FieldEdit {
        field: "text".to_owned(),
        from: json!(""),
        to: json!(text),
    };
    Mutation::SetClientNote(SetClientNote {
        client_id: customer.client_id,
        edit,
    })
}

#[tokio::test]
async fn what_the_database_does_not_take_is_refused_and_stands_in_no_ones_way() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner;
    let (kite, rook) = (business.client("kite").await, business.client("rook").await);
    refuse_rows(&house.app.store, Kind::ClientNote, "unheard of")
        .await
        .unwrap();
    let pushed = |mid: u32, mutation: Mutation| json!({ "mutation_id": house.id(), "mid": mid, "version": 1, "mutation": mutation });
    let body = json!({ "device_id": owner.device_id, "mutations": [
        pushed(1, note(&kite, "unheard of")),
        pushed(2, note(&kite, "with a \0 in it")),
        pushed(3, note(&rook, "pays late")),
    ] });
    for _ in 0..2 {
        let answer: PushAnswer = house.post(&owner.caller, "/api/push", &body).await.json();
        let refused = |nth: usize| matches!(&answer.results[nth].outcome, Outcome::Refused(refusal) if refusal.message_key == "refused-bad-value");
        assert!(refused(0) && refused(1), "{:?}", answer.results);
        assert_eq!(answer.results[2].outcome, Outcome::Applied);
    }
}

#[tokio::test]
async fn no_one_takes_the_id_of_a_mutation_that_the_server_will_make() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner;
    let member = Member {
        name: "Selvi".to_owned(),
        email: "selvi@lumen.test".to_owned(),
        role: Role::Staff,
        client_id: None,
        contact_id: None,
        ended_at: None,
    };
    let principal_id = PrincipalId(house.id());
    let own = Mutation::AddMember(AddMember { principal_id, member });
    let id = Uuid::new_v5(&owner.org_id.0, &serde_json::to_vec(&own).unwrap());
    let pushed = json!({ "mutation_id": id, "mid": 1, "version": 1, "mutation": own });
    let body = json!({ "device_id": owner.device_id, "mutations": [pushed] });
    let answer: PushAnswer = house.post(&owner.caller, "/api/push", &body).await.json();
    assert!(
        matches!(&answer.results[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "refused-bad-value")
    );
    let (org_id, now) = (owner.org_id, house.source.now());
    house
        .app
        .store
        .submit_as_system(org_id, vec![own], now)
        .await
        .unwrap();
    let unknown = Mutation::KeepPdf(KeepPdf {
        invoice_id: InvoiceId(house.id()),
        pdf: InvoicePdf {
            sha256: String::new(),
            size_bytes: 1,
        },
    });
    let refused = house.app.store.submit_as_system(org_id, vec![unknown], now).await;
    assert!(matches!(refused, Err(StoreError::Refused(_))), "{refused:?}");
}

#[tokio::test]
async fn a_pushed_change_is_taken_once_and_pulled() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner;
    let (_, start) = pull_all(&house, owner).await;
    assert!(start.caught_up);
    let customer = business.client("kite").await;
    let id = house.id();
    let pushed =
        json!({ "mutation_id": id, "mid": 1, "version": 1, "mutation": note(&customer, "pays late") });
    let body = json!({ "device_id": owner.device_id, "mutations": [pushed] });
    for _ in 0..2 {
        let answer: PushAnswer = house.post(&owner.caller, "/api/push", &body).await.json();
        assert_eq!(answer.results[0].outcome, Outcome::Applied);
    }
    let other =
        json!({ "mutation_id": id, "mid": 2, "version": 1, "mutation": note(&customer, "something else") });
    let body = json!({ "device_id": owner.device_id, "mutations": [other] });
    let answer: PushAnswer = house.post(&owner.caller, "/api/push", &body).await.json();
    assert!(
        matches!(&answer.results[0].outcome, Outcome::Refused(refusal) if refusal.message_key == "problem-mutation-reused")
    );

    let body = json!({ "device_id": owner.device_id, "cookie": start.cookie });
    let page: PullAnswer = house.post(&owner.caller, "/api/pull", body).await.json();
    let notes: Vec<_> = page
        .rows
        .iter()
        .filter(|row| row.kind == Kind::ClientNote)
        .collect();
    assert_eq!(notes.len(), 1);
    assert!(notes[0].body.get().contains("pays late"));
    assert!(page.results.iter().any(|result| result.mutation_id.0 == id));
}

#[tokio::test]
async fn a_client_pulls_nothing_of_another() {
    let house = house().await;
    let business = house.business("lumen").await;
    let (kite, rook) = (business.client("kite").await, business.client("rook").await);
    business.invoice(&kite).await;
    house
        .mutate(&business.owner.caller, note(&kite, "canary-note"))
        .await
        .json::<Value>();
    let member = business.member(Role::Client, Some(rook.contact_id)).await;
    let (rows, _) = pull_all(&house, &member).await;
    assert!(
        rows.iter()
            .all(|row| row.client_id.is_none_or(|client| client == rook.client_id))
    );
    let text = serde_json::to_string(&rows).unwrap();
    assert!(!text.contains("canary-note") && !text.contains("kite"), "{text}");
    assert!(rows.iter().any(|row| row.kind == Kind::Client));
    let kites = business.member(Role::Client, Some(kite.contact_id)).await;
    let (rows, _) = pull_all(&house, &kites).await;
    assert!(
        rows.iter().any(|row| row.kind == Kind::Invoice),
        "the same look finds it at its own client"
    );
    assert!(!serde_json::to_string(&rows).unwrap().contains("canary-note"));
}

#[tokio::test]
async fn a_push_has_limits() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner;
    let customer = business.client("kite").await;
    let pushed: Vec<Value> = (0..501)
        .map(|mid| json!({ "mutation_id": house.id(), "mid": mid, "version": 1, "mutation": note(&customer, "x") }))
        .collect();
    let body = json!({ "device_id": owner.device_id, "mutations": pushed });
    assert_eq!(
        house.post(&owner.caller, "/api/push", &body).await.status,
        StatusCode::TOO_MANY_REQUESTS
    );
    let large = json!({ "device_id": owner.device_id, "mutations": [], "x": "y".repeat(1024 * 1024) });
    assert_eq!(
        house.post(&owner.caller, "/api/push", &large).await.problem(),
        "problem-body-too-large"
    );
    let foreign = json!({ "device_id": house.id(), "mutations": [] });
    assert_eq!(
        house.post(&owner.caller, "/api/push", &foreign).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn an_old_client_is_told_so() {
    let house = house().await;
    let request = http::Request::post("/api/pull")
        .header("x-folio-protocol", "0")
        .body(axum::body::Body::empty());
    let answer = house.call(request.unwrap()).await;
    assert_eq!(
        (answer.status.as_u16(), answer.problem().as_str()),
        (426, "problem-too-old")
    );
}

/// What a browser asks for: a draft to be issued after ten seconds.
async fn held_issue(house: &House, business: &Business<'_>, customer: &Customer) -> Value {
    let draft_id = business.draft(customer, "Business cards").await;
    let detail: Value = house
        .query(&business.owner.caller, "draft", json!({ "draft_id": draft_id }))
        .await
        .json();
    let content_hash = detail["content_hash"].as_str().unwrap().to_owned();
    let issue = Mutation::IssueInvoice(IssueInvoice {
        draft_id,
        content_hash,
        send: true,
    });
    json!({ "mutation_id": house.id(), "mutation": issue, "hold_ms": 10_000 })
}

#[tokio::test]
async fn a_held_change_can_be_taken_back() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    let customer = business.client("kite").await;
    let first = held_issue(&house, &business, &customer).await;
    let second = held_issue(&house, &business, &customer).await;
    for body in [&first, &second] {
        let answer: Value = house.post(owner, "/api/mutate", body).await.json();
        assert_eq!(answer["confirmed"], false);
    }
    let view: Value = house.command(owner, "sync_state", json!({})).await.json();
    assert_eq!(view["pending"].as_array().unwrap().len(), 2);
    let staff = business.member(Role::Staff, None).await;
    let taken_back = json!({ "mutation_id": second["mutation_id"] });
    let foreign = house.command(&staff.caller, "undo", taken_back.clone()).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    house
        .command(owner, "undo", taken_back.clone())
        .await
        .json::<Value>();
    let twice = house.command(owner, "undo", taken_back).await;
    assert_eq!(twice.status, StatusCode::NOT_FOUND);

    // Another window still has the change, and asks what came of it.
    for hold_ms in [10_000, 0] {
        let mut again = second.clone();
        again["hold_ms"] = json!(hold_ms);
        let answer = house.post(owner, "/api/mutate", again).await;
        match hold_ms {
            0 => assert_eq!(answer.problem(), "refused-undone"),
            _ => assert_eq!(answer.json::<Value>()["confirmed"], false),
        }
    }
    house.hand.forward(jiff::SignedDuration::from_secs(11));
    folio_server::work_off(&house.app).await.unwrap();
    let invoices = json!({ "filter": "all", "client_id": null, "search": null, "after": null, "limit": 10 });
    let found: Value = house.query(owner, "invoices", invoices).await.json();
    assert_eq!(found["rows"].as_array().unwrap().len(), 1, "{found}");
}

#[tokio::test]
async fn what_a_desktop_offers_again_is_not_mailed_again() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let owner = &business.owner;
    for (mid, again) in [(1, true), (2, false)] {
        let issue = held_issue(&house, &business, &customer).await;
        let draft_id = issue["mutation"]["args"]["draft_id"].as_str().unwrap();
        let invoice_id = invoice_id(DraftId(draft_id.parse().unwrap()));
        let pushed = json!({
            "mutation_id": issue["mutation_id"], "mid": mid, "version": 1, "mutation": issue["mutation"], "again": again,
        });
        let body = json!({ "device_id": owner.device_id, "mutations": [pushed] });
        let answer: PushAnswer = house.post(&owner.caller, "/api/push", body).await.json();
        assert_eq!(answer.results[0].outcome, Outcome::Applied);
        folio_server::work_off(&house.app).await.unwrap();
        let params = json!({ "invoice_id": invoice_id });
        let detail: Value = house.query(&owner.caller, "invoice", params).await.json();
        assert_eq!(detail["deliveries"].as_array().unwrap().is_empty(), again);
    }
}

#[tokio::test]
async fn only_what_issues_or_sends_is_held_and_for_those_who_may() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let other = json!({ "mutation_id": house.id(), "mutation": note(&customer, "x"), "hold_ms": 10_000 });
    let refused = house.post(&business.owner.caller, "/api/mutate", other).await;
    assert_eq!(refused.problem(), "problem-bad-request");
    let issue = held_issue(&house, &business, &customer).await;
    let member = business.member(Role::Client, Some(customer.contact_id)).await;
    let refused = house.post(&member.caller, "/api/mutate", issue).await;
    assert_eq!(refused.problem(), "refused-forbidden");
    assert_eq!(house.app.store.next_job_at().await.unwrap(), None);
}

#[tokio::test]
async fn a_push_is_one_transaction() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner;
    let customer = business.client("kite").await;
    // Long enough for a device's last call to be noted anew, if a push noted it.
    house.hand.forward(SignedDuration::from_mins(9));
    for (mid, texts) in [(1, ["late", "never"]), (3, ["often", "always"])] {
        let pushed = texts.iter().zip(mid..).map(|(text, mid)| {
            json!({ "mutation_id": house.id(), "mid": mid, "version": 1, "mutation": note(&customer, text) })
        });
        let body = json!({ "device_id": owner.device_id, "mutations": pushed.collect::<Vec<_>>() });
        let before = house.log();
        let answer: PushAnswer = house.post(&owner.caller, "/api/push", body).await.json();
        assert_eq!(answer.results.len(), 2);
        assert_eq!(house.log().since(&before), Some(1));
    }
}
