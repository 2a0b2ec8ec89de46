use folio_domain::imports::{ImportBatch, ImportedInvoice};
use folio_domain::invoices::{InvoicePdf, SendInvoice};
use folio_domain::permissions::Role;
use folio_domain::records::{Place, Read, Row};
use folio_protocol::sessions::LinkAnswer;
use folio_store::{load_reads, save_rows};
use http::StatusCode;
use jiff::SignedDuration;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use crate::support::{Answer, Caller, house};

fn cookies(answer: &Answer) -> Caller {
    let lines = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|line| line.to_str().unwrap());
    let pairs: Vec<&str> = lines.map(|line| line.split(';').next().unwrap()).collect();
    Caller {
        bearer: None,
        cookies: Some(pairs.join("; ")),
    }
}

#[tokio::test]
async fn an_issued_invoice_has_one_paper_for_everyone() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invoice_id = business.invoice(&customer).await;
    let path = format!("/api/invoices/{invoice_id}/pdf");
    let paper = house.get(&business.owner.caller, &path).await;
    assert!(
        paper.bytes.starts_with(b"%PDF-"),
        "{}",
        String::from_utf8_lossy(&paper.bytes[..200.min(paper.bytes.len())])
    );
    assert_eq!(paper.headers["content-type"], "application/pdf");
    assert!(
        paper.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment")
    );
    let detail: Value = house
        .query(
            &business.owner.caller,
            "invoice",
            json!({ "invoice_id": invoice_id }),
        )
        .await
        .json();
    assert_eq!(detail["pdf"]["sha256"], hex::encode(Sha256::digest(&paper.bytes)));
    assert_eq!(detail["invoice"]["number"], "2026-0001");

    let client = business.member(Role::Client, Some(customer.contact_id)).await;
    assert_eq!(house.get(&client.caller, &path).await.bytes, paper.bytes);
    let other = business.client("rook").await;
    let stranger = business.member(Role::Client, Some(other.contact_id)).await;
    assert_eq!(
        house.get(&stranger.caller, &path).await.status,
        StatusCode::NOT_FOUND
    );
    let elsewhere = house.business("amber").await;
    assert_eq!(
        house.get(&elsewhere.owner.caller, &path).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house.get(&Caller::default(), &path).await.status,
        StatusCode::UNAUTHORIZED
    );
}

#[tokio::test]
async fn a_paper_that_lies_elsewhere_than_its_invoice_is_not_given() {
    let house = house().await;
    let business = house.business("lumen").await;
    let (customer, other) = (business.client("kite").await, business.client("rook").await);
    let invoice_id = business.invoice(&customer).await;
    let mut transaction = house.app.store.begin().await.unwrap();
    let read = Read::one::<InvoicePdf>(invoice_id);
    let loaded = load_reads(&mut transaction, business.owner.org_id, vec![read])
        .await
        .unwrap();
    let paper = loaded[0].1[0].clone();
    let moved = Row {
        place: Place::shared(other.client_id),
        ..paper
    };
    let saved = [((moved.kind(), moved.id), Some(moved))];
    save_rows(&mut transaction, business.owner.org_id, &saved)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
    let path = format!("/api/invoices/{invoice_id}/pdf");
    let answer = house.get(&business.owner.caller, &path).await;
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}

#[tokio::test]
async fn a_check_takes_numbers_of_imported_invoices_for_no_hole() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let first = business.invoice(&customer).await;
    let import = |source: &str, number: &str, detail: &Value| {
        let mut invoice = detail["invoice"].clone();
        invoice["number"] = json!(number);
        invoice["origin"] = json!({ "kind": "imported", "source": source });
        let imported = ImportedInvoice {
            client_key: "old".to_owned(),
            invoice: serde_json::from_value(invoice).unwrap(),
            sent_at: None,
        };
        ImportBatch {
            source: source.to_owned(),
            files_sha256: String::new(),
            clients: Vec::new(),
            invoices: vec![imported],
            payments: Vec::new(),
            ..ImportBatch::default()
        }
    };
    let params = json!({ "invoice_id": first });
    let detail: Value = house
        .query(&business.owner.caller, "invoice", params)
        .await
        .json();
    house
        .mutate(&business.owner.caller, import("old", "2026-0002", &detail))
        .await
        .json::<Value>();
    business.invoice(&customer).await;
    let report = house.app.check(business.owner.org_id).await.unwrap();
    assert_eq!(report.faults, Vec::<String>::new());
}

#[tokio::test]
async fn an_invoice_that_cannot_be_printed_spends_no_number() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let refused = business
        .issue(business.draft(&customer, &"a\n".repeat(300)).await, false)
        .await;
    assert_eq!(refused.problem(), "refused-too-long");
    let problem: Value = serde_json::from_slice(&refused.bytes).unwrap();
    assert_eq!(problem["params"]["field"], "description");
    let invoice_id = business.invoice(&customer).await;
    let detail: Value = house
        .query(
            &business.owner.caller,
            "invoice",
            json!({ "invoice_id": invoice_id }),
        )
        .await
        .json();
    assert_eq!(detail["invoice"]["number"], "2026-0001");
}

#[tokio::test]
async fn a_letter_that_no_font_has_is_told_before_it_is_printed_as_a_sign() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let draft_id = business.draft(&customer, "Cuneiform \u{12000}").await;
    let params = json!({ "draft_id": draft_id });
    let owner = &business.owner.caller;
    let detail: Value = house.query(owner, "draft", params).await.json();
    let asked = json!({ "draft_id": draft_id, "content_hash": detail["content_hash"] });
    let check: Value = house.command(owner, "check_paper", asked.clone()).await.json();
    let expected = json!([{ "letters": "\u{12000}", "place": "draft", "line": 1 }]);
    assert_eq!(check, json!({ "letters": expected, "no_bill": null }));
    let stranger = house.business("kolam").await;
    let check: Value = house
        .command(&stranger.owner.caller, "check_paper", asked)
        .await
        .json();
    assert_eq!(check, json!({ "letters": [], "no_bill": null }));
    let issued = business.issue(draft_id, false).await;
    assert_eq!(issued.status, StatusCode::OK);
}

#[tokio::test]
async fn without_a_mail_server_the_link_is_copied_and_opens_that_invoice_alone() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let (invoice_id, secret_id) = (
        business.invoice(&customer).await,
        business.invoice(&customer).await,
    );
    house
        .mutate(&business.owner.caller, SendInvoice { invoice_id })
        .await
        .json::<Value>();
    folio_server::work_off(&house.app).await.unwrap();
    let params = json!({ "invoice_id": invoice_id });
    let detail: Value = house
        .query(&business.owner.caller, "invoice", params.clone())
        .await
        .json();
    assert_eq!(detail["deliveries"][0]["state"], "copy_link", "{detail}");
    let link: LinkAnswer = house
        .command(&business.owner.caller, "invoice_link", params.clone())
        .await
        .json();
    let token = link.url.split_once('#').unwrap().1;

    let opened = house
        .post(&Caller::default(), "/api/links/open", json!({ "token": token }))
        .await;
    let answer: Value = opened.json();
    assert_eq!(answer["invoice_id"], json!(invoice_id));
    let guest = cookies(&opened);
    let seen: Value = house.query(&guest, "invoice", params.clone()).await.json();
    assert_eq!(seen["invoice"]["number"], "2026-0001");
    assert_eq!(seen["deliveries"], json!([]));
    let secret = json!({ "invoice_id": secret_id });
    assert_eq!(
        house.query(&guest, "invoice", secret).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house
            .get(&guest, &format!("/api/invoices/{secret_id}/pdf"))
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house
            .get(&guest, &format!("/api/invoices/{invoice_id}/pdf"))
            .await
            .status,
        StatusCode::OK
    );
    let code: Value = house.command(&guest, "payment_code", params.clone()).await.json();
    assert_eq!(code["code"]["scheme"], "EPC");
    let home: Value = house.query(&guest, "home", json!({})).await.json();
    assert!(!home.to_string().contains(&secret_id.to_string()), "{home}");
    let view = |invoice_id| folio_domain::invoices::ViewInvoice { invoice_id };
    assert_eq!(
        house.mutate(&guest, view(secret_id)).await.status,
        StatusCode::FORBIDDEN
    );
    house.mutate(&guest, view(invoice_id)).await.json::<Value>();
    let detail: Value = house
        .query(&business.owner.caller, "invoice", params)
        .await
        .json();
    assert_eq!(detail["standing"]["viewed_by"], "Kavita kite");
}

#[tokio::test]
async fn a_link_runs_out_and_can_be_revoked() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let invoice_id = business.invoice(&customer).await;
    let params = json!({ "invoice_id": invoice_id });
    let link: LinkAnswer = house
        .command(&business.owner.caller, "invoice_link", params.clone())
        .await
        .json();
    let token = link.url.split_once('#').unwrap().1.to_owned();
    let nobody = Caller::default();
    let open = || house.post(&nobody, "/api/links/open", json!({ "token": token }));
    let guest = cookies(&open().await);
    let other = house.business("amber").await;
    let foreign = house
        .command(&other.owner.caller, "revoke_invoice_links", params.clone())
        .await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    house
        .command(&business.owner.caller, "revoke_invoice_links", params.clone())
        .await
        .json::<serde_json::Value>();
    assert_eq!(open().await.problem(), "problem-link-expired");
    assert_eq!(
        house.query(&guest, "invoice", params.clone()).await.status,
        StatusCode::UNAUTHORIZED
    );
    let link: LinkAnswer = house
        .command(&business.owner.caller, "invoice_link", params)
        .await
        .json();
    house.hand.forward(SignedDuration::from_hours(24 * 61));
    let token = link.url.split_once('#').unwrap().1;
    let late = house
        .post(&Caller::default(), "/api/links/open", json!({ "token": token }))
        .await;
    assert_eq!(late.problem(), "problem-link-expired");
}
