use folio_domain::clients::EditClient;
use folio_domain::einvoicing::{EinvoiceForm, SetEinvoicing};
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, DraftId};
use folio_domain::invoices::invoice_id;
use folio_domain::mutations::Mutation;
use folio_domain::organisations::EditOrganisation;
use folio_domain::permissions::Role;
use folio_exchange::einvoices::{Verdict, report};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::{Business, House, house};

fn edit(field: &str, from: Value, to: Value) -> Vec<FieldEdit> {
    let field = field.to_owned();
    vec![FieldEdit { field, from, to }]
}

fn bill_by(client_id: ClientId, form: EinvoiceForm) -> SetEinvoicing {
    SetEinvoicing {
        client_id: Some(client_id),
        edits: edit("choice", json!("usual"), json!(form)),
    }
}

fn tax_id() -> EditOrganisation {
    EditOrganisation {
        edits: edit("tax_id", json!(""), json!("DE123456789")),
    }
}

fn country(client_id: ClientId) -> EditClient {
    let nowhere = json!({ "street": "", "postal_code": "", "city": "", "region": "", "country": "" });
    let mut there = nowhere.clone();
    there["country"] = json!("FR");
    EditClient {
        client_id,
        edits: edit("address", nowhere, there),
    }
}

async fn apply(house: &House, business: &Business<'_>, mutation: impl Into<Mutation>) {
    let answer = house.mutate(&business.owner.caller, mutation).await;
    assert_eq!(
        answer.status,
        StatusCode::OK,
        "{}",
        String::from_utf8_lossy(&answer.bytes)
    );
}

/// The texts of what the draft's e-invoice still asks for.
async fn asked(house: &House, business: &Business<'_>, draft_id: DraftId) -> Vec<String> {
    let query = json!({ "draft_id": draft_id });
    let detail: Value = house.query(&business.owner.caller, "draft", query).await.json();
    let params = json!({ "draft_id": draft_id, "content_hash": detail["content_hash"] });
    let path = "/api/command/check_einvoice";
    let check: Value = house.post(&business.owner.caller, path, &params).await.json();
    let missing = check["missing"].as_array().unwrap();
    missing
        .iter()
        .map(|each| format!("{} {}", each["place"], each["message_key"]).replace('"', ""))
        .collect()
}

#[tokio::test]
async fn an_incomplete_einvoice_is_refused_before_it_takes_a_number_and_says_what_is_missing() {
    let house = house().await;
    let business = house.business("lumen").await;
    let kite = business.client("kite").await;
    let draft_id = business.draft(&kite, "Business cards").await;
    assert_eq!(
        asked(&house, &business, draft_id).await,
        [""; 0],
        "no e-invoice yet"
    );

    apply(&house, &business, bill_by(kite.client_id, EinvoiceForm::Cii)).await;
    assert_eq!(
        asked(&house, &business, draft_id).await,
        [
            "organisation einvoice-seller-tax-id",
            "client einvoice-buyer-country"
        ]
    );
    let refused = business.issue(draft_id, false).await;
    assert_eq!(refused.problem(), "refused-einvoice-incomplete");

    apply(&house, &business, tax_id()).await;
    apply(&house, &business, country(kite.client_id)).await;
    assert_eq!(asked(&house, &business, draft_id).await, [""; 0]);
    assert_eq!(business.issue(draft_id, false).await.status, StatusCode::OK);
    let query = json!({ "invoice_id": invoice_id(draft_id) });
    let detail: Value = house.query(&business.owner.caller, "invoice", query).await.json();
    assert_eq!(
        detail["invoice"]["number"], "2026-0001",
        "the refusal spent no number"
    );
}

#[tokio::test]
async fn the_einvoice_travels_in_the_paper_and_stays_as_it_was() {
    let house = house().await;
    let business = house.business("lumen").await;
    let kite = business.client("kite").await;
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    apply(&house, &business, tax_id()).await;
    apply(&house, &business, country(kite.client_id)).await;
    let plain = business.invoice(&kite).await;
    apply(&house, &business, bill_by(kite.client_id, EinvoiceForm::FacturX)).await;
    let hybrid = business.invoice(&kite).await;

    let einvoice = format!("/api/invoices/{hybrid}/einvoice");
    let xml = house.get(&client.caller, &einvoice).await;
    assert_eq!(xml.headers["content-type"], "application/xml");
    let checked = report("x", &xml.bytes);
    assert_eq!(checked.verdict, Verdict::Valid, "{}", checked.text());
    let paper = house
        .get(&client.caller, &format!("/api/invoices/{hybrid}/pdf"))
        .await;
    let read = report("x.pdf", &paper.bytes);
    assert_eq!(read.verdict, Verdict::Valid, "{}", read.text());
    let carried = read.attachment.unwrap();
    assert_eq!(
        (carried.name.as_str(), carried.remarks),
        ("factur-x.xml", Vec::new())
    );

    // What is agreed on later is for later invoices.
    let off = SetEinvoicing {
        client_id: Some(kite.client_id),
        edits: edit("choice", json!("factur_x"), json!("off")),
    };
    apply(&house, &business, off).await;
    assert_eq!(house.get(&client.caller, &einvoice).await.bytes, xml.bytes);
    let none = house
        .get(&client.caller, &format!("/api/invoices/{plain}/einvoice"))
        .await;
    assert_eq!(none.problem(), "problem-no-einvoice");
    let rook = business.client("rook").await;
    let other = business.member(Role::Client, Some(rook.contact_id)).await;
    assert_eq!(
        house.get(&other.caller, &einvoice).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn what_holds_for_every_client_is_the_owners_to_say() {
    let house = house().await;
    let business = house.business("lumen").await;
    let usual = || SetEinvoicing {
        client_id: None,
        edits: edit("choice", json!("usual"), json!("peppol")),
    };
    let staff = business.member(Role::Staff, None).await;
    let refused = house.mutate(&staff.caller, usual()).await;
    assert_eq!(refused.problem(), "refused-forbidden");
    apply(&house, &business, usual()).await;
    let kite = business.client("kite").await;
    let query = json!({ "client_id": kite.client_id });
    let detail: Value = house.query(&staff.caller, "client", query.clone()).await.json();
    assert_eq!(detail["usual_form"], "peppol");
    let client = business.member(Role::Client, Some(kite.contact_id)).await;
    let own: Value = house.query(&client.caller, "client", query).await.json();
    assert_eq!(
        (&own["einvoicing"], &own["usual_form"]),
        (&Value::Null, &Value::Null)
    );
}
