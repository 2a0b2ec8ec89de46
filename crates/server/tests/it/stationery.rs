use folio_domain::Money;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::PaymentId;
use folio_domain::payments::{PaymentMethod, RecordPayment};
use folio_domain::permissions::Role;
use folio_domain::stationery::{Logo, LogoChange, PictureKind, SetStationery};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::house;

const DRAWING: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><rect width='30' height='20'/></svg>";

fn template(from: &str, to: &str) -> SetStationery {
    SetStationery {
        edits: vec![FieldEdit {
            field: "template".to_owned(),
            from: json!(from),
            to: json!(to),
        }],
        logo: LogoChange::Keep,
    }
}

fn logo(file: &[u8]) -> SetStationery {
    SetStationery {
        edits: Vec::new(),
        logo: LogoChange::Put(Logo::of(file).unwrap()),
    }
}

#[tokio::test]
async fn papers_look_as_the_owner_chose_and_what_is_issued_stays_as_it_is() {
    let house = house().await;
    let business = house.business("lumen").await;
    let customer = business.client("kite").await;
    let owner = &business.owner.caller;
    let own = business.member(Role::Client, Some(customer.contact_id)).await;
    let invoice_id = business.invoice(&customer).await;
    let pdf = format!("/api/invoices/{invoice_id}/pdf");
    let issued = house.get(owner, &pdf).await;
    assert_eq!(issued.status, StatusCode::OK);

    let payment = RecordPayment {
        payment_id: PaymentId(house.id()),
        client_id: customer.client_id,
        received_on: jiff::civil::date(2026, 11, 21),
        amount: Money::new(5_000, "EUR".parse().unwrap()),
        method: PaymentMethod::Cash,
        reference: String::new(),
        allocations: Vec::new(),
    };
    let params = json!({ "payment_id": payment.payment_id });
    house.mutate(owner, payment).await.json::<Value>();
    let quiet = house.command(&own.caller, "save_receipt", params.clone()).await;

    for change in [template("ledger", "bold"), logo(DRAWING)] {
        house.mutate(owner, change).await.json::<Value>();
    }
    // A client's own paper follows, without the client asking for the settings.
    let loud = house.command(&own.caller, "save_receipt", params.clone()).await;
    assert_eq!(loud.status, StatusCode::OK);
    assert!(loud.bytes != quiet.bytes);
    assert!(loud.bytes == house.command(owner, "save_receipt", params).await.bytes);
    let asked = house.query(&own.caller, "stationery", json!({})).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(
        issued.bytes == house.get(owner, &pdf).await.bytes,
        "what is issued stays as it is"
    );

    let view: Value = house.query(owner, "stationery", json!({})).await.json();
    assert_eq!(view["stationery"]["template"], "bold");
    assert_eq!(view["stationery"]["logo"]["kind"], "image/svg+xml");
    let removed = SetStationery {
        edits: Vec::new(),
        logo: LogoChange::Remove,
    };
    house.mutate(owner, removed).await.json::<Value>();
    let view: Value = house.query(owner, "stationery", json!({})).await.json();
    assert_eq!(
        (&view["stationery"]["template"], &view["stationery"]["logo"]),
        (&json!("bold"), &Value::Null)
    );
}

#[tokio::test]
async fn a_logo_that_no_paper_could_show_is_refused_and_the_old_one_stays() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    house.mutate(owner, logo(DRAWING)).await.json::<Value>();
    let broken = logo(b"\x89PNG\r\n\x1a\n and nothing more");
    let text = logo(b"<svg xmlns='http://www.w3.org/2000/svg'><text>Hi</text></svg>");
    let other = SetStationery {
        edits: Vec::new(),
        logo: LogoChange::Put(Logo {
            kind: PictureKind::Png,
            bytes: "R0lGODlh".to_owned(),
        }),
    };
    for (change, expect) in [
        (broken, "refused-logo-broken"),
        (text, "refused-logo-text"),
        (other, "refused-logo-kind"),
        (template("ledger", "fancy"), "refused-bad-value"),
    ] {
        assert_eq!(house.mutate(owner, change).await.problem(), expect);
    }
    let view: Value = house.query(owner, "stationery", json!({})).await.json();
    assert_eq!(view["stationery"]["logo"]["kind"], "image/svg+xml");
}

#[tokio::test]
async fn a_preview_shows_every_template_and_changes_nothing() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    let put = json!({ "kind": "put", "logo": Logo::of(DRAWING).unwrap() });
    let params = json!({ "accent": "#ffe600", "sheet": "us_letter", "logo": put });
    let preview: Value = house.command(owner, "preview_stationery", params).await.json();
    let pages = preview["pages"].as_array().unwrap();
    assert_eq!(pages.len(), 3);
    for page in pages {
        let svg = page["svg"].as_str().unwrap();
        assert!(
            svg.starts_with("<svg") && svg.contains("viewBox=\"0 0 612 792\""),
            "{}",
            page["template"]
        );
        assert!(svg.contains("data:image/png;base64,"));
    }
    assert_ne!(preview["accent"], "#ffe600", "too pale to be printed");
    let view: Value = house.query(owner, "stationery", json!({})).await.json();
    assert_eq!(view["stationery"]["logo"], Value::Null);
    assert_eq!(view["stationery"]["accent"], "#0f5c5c");

    let params = json!({ "accent": "teal", "sheet": "usual" });
    let refused = house.command(owner, "preview_stationery", params).await;
    assert_eq!(refused.problem(), "problem-bad-request");
}
