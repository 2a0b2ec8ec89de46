use folio_domain::Money;
use folio_domain::ids::PaymentId;
use folio_domain::payments::{AllocationPart, PaymentMethod, RecordPayment};
use folio_domain::permissions::Role;
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::house;

#[tokio::test]
async fn a_client_takes_its_receipt_and_its_statement() {
    let house = house().await;
    let business = house.business("lumen").await;
    let (customer, other) = (business.client("kite").await, business.client("wren").await);
    let invoice_id = business.invoice(&customer).await;
    let payment_id = PaymentId(house.id());
    let amount = Money::new(5_000, "EUR".parse().unwrap());
    let payment = |payment_id, reference: &str| RecordPayment {
        payment_id,
        client_id: customer.client_id,
        received_on: jiff::civil::date(2026, 11, 21),
        amount,
        method: PaymentMethod::BankTransfer,
        reference: reference.to_owned(),
        allocations: Vec::new(),
    };
    let paid = RecordPayment {
        allocations: vec![AllocationPart { invoice_id, amount }],
        ..payment(payment_id, "thanks")
    };
    house.mutate(&business.owner.caller, paid).await.json::<Value>();

    let own = business.member(Role::Client, Some(customer.contact_id)).await;
    let stranger = business.member(Role::Client, Some(other.contact_id)).await;
    let days = json!({ "client_id": customer.client_id, "from": "2026-11-01", "to": "2026-11-30" });
    for (name, params, file_name) in [
        (
            "save_receipt",
            json!({ "payment_id": payment_id }),
            "Receipt kite 2026-11-21.pdf",
        ),
        ("save_statement", days, "Statement kite 2026-11-01 2026-11-30.pdf"),
    ] {
        let paper = house.command(&own.caller, name, params.clone()).await;
        assert_eq!(paper.status, StatusCode::OK, "{name}");
        assert_eq!(paper.headers["content-type"], "application/pdf");
        let disposition = paper.headers["content-disposition"].to_str().unwrap();
        assert!(
            disposition.starts_with("attachment") && disposition.contains(file_name),
            "{disposition}"
        );
        assert!(paper.bytes.starts_with(b"%PDF-"), "{name}");
        let same = house.command(&business.owner.caller, name, params.clone()).await;
        assert!(same.bytes == paper.bytes, "{name}");
        let refused = house.command(&stranger.caller, name, params).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{name}");
    }

    // Dates that make no period are named; for a letter that no font has a sign stands.
    let backwards = json!({ "client_id": customer.client_id, "from": "2026-11-30", "to": "2026-11-01" });
    let refused = house.command(&own.caller, "save_statement", backwards).await;
    assert_eq!(refused.problem(), "refused-out-of-range");
    let unprintable = PaymentId(house.id());
    house
        .mutate(&business.owner.caller, payment(unprintable, "🥐"))
        .await
        .json::<Value>();
    let printed = house
        .command(&own.caller, "save_receipt", json!({ "payment_id": unprintable }))
        .await;
    assert!(printed.bytes.starts_with(b"%PDF-"));
}
