use folio_domain::ids::DraftId;
use folio_domain::invoices::{CreditInvoice, SendInvoice, invoice_id};
use folio_domain::permissions::Role;
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::house;

#[tokio::test]
async fn a_credit_note_has_a_paper_and_everything_still_follows_from_the_facts() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invoice = business.invoice(&customer).await;
    let (first, second) = (DraftId(house.id()), DraftId(house.id()));
    for draft_id in [first, second] {
        let credit = CreditInvoice {
            draft_id,
            invoice_id: invoice,
        };
        let answer = house.mutate(&business.owner.caller, credit).await;
        assert_eq!(answer.status, StatusCode::OK);
    }
    let issued = business.issue(first, false).await;
    assert_eq!(
        issued.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&issued.bytes)
    );
    // The other desk comes second: it is told why, and keeps its draft.
    let refused = business.issue(second, false).await;
    assert_ne!(refused.status, StatusCode::OK);
    assert!(String::from_utf8_lossy(&refused.bytes).contains("refused-nothing-to-credit"));
    let draft: Value = house
        .query(&business.owner.caller, "draft", json!({ "draft_id": second }))
        .await
        .json();
    assert_eq!(draft["hindrance"]["message_key"], "refused-nothing-to-credit");
    folio_server::work_off(&house.app).await.unwrap();

    let note = invoice_id(first);
    let client = business.member(Role::Client, Some(customer.contact_id)).await;
    let paper = house
        .get(&client.caller, &format!("/api/invoices/{note}/pdf"))
        .await;
    assert!(paper.bytes.starts_with(b"%PDF-"));
    let detail: Value = house
        .query(&client.caller, "invoice", json!({ "invoice_id": note }))
        .await
        .json();
    assert_eq!(detail["invoice"]["number"], "CN-2026-0001");
    assert_eq!(detail["invoice"]["credits"]["number"], "2026-0001");
    assert_eq!(detail["credit"]["left"]["minor"], 0);
    let billed: Value = house
        .query(&client.caller, "invoice", json!({ "invoice_id": invoice }))
        .await
        .json();
    assert_eq!(billed["status"], "credited");
    assert_eq!(billed["standing"]["amount_due"]["minor"], 0);
    let report = house.app.check(business.owner.org_id).await.unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);

    let sent = house
        .mutate(&business.owner.caller, SendInvoice { invoice_id: note })
        .await;
    assert_eq!(sent.status, StatusCode::OK);
}
