use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::bank::{BANK_FILES_MAX, BankAsk, BankStatements, BankVerdict};
use folio_domain::ids::PaymentId;
use folio_domain::payments::{PaymentMethod, RecordPayment, ReversePayment};
use folio_domain::permissions::Role;
use folio_protocol::queries::{MentionedInvoiceAnswer, RecordedPaymentPage};
use http::StatusCode;
use serde_json::{Value, json};

use crate::support::{Caller, House, house};

const NOTHING_SAID: &str = r#"{ "columns": null, "currency": null, "account": "" }"#;

fn given(name: &str, text: &str) -> Value {
    let said: Value = serde_json::from_str(NOTHING_SAID).unwrap();
    json!({ "file": { "name": name, "bytes": STANDARD.encode(text) }, "said": said })
}

/// A statement of one day in which a payer says what the payment is for.
fn statement(about: &str) -> String {
    format!(
        ":20:NOV\n:25:DE02120300000000202051\n:28C:7/1\n:60F:C261119EUR1000,00\n\
         :61:2611201120C119,00NTRFNONREF//BANK-4711\n:86:{about}\n:62F:C261120EUR1119,00\n-\n"
    )
}

async fn open(house: &House, caller: &Caller, files: Vec<Value>) -> BankStatements {
    let answer = house
        .command(caller, "open_bank_statements", json!({ "files": files }))
        .await;
    assert_eq!(answer.status, StatusCode::OK);
    answer.json()
}

async fn recorded(house: &House, caller: &Caller) -> RecordedPaymentPage {
    let days = json!({ "from": "2026-11-01", "to": "2026-12-04", "after": null, "limit": 100 });
    house.query(caller, "recorded_payments", days).await.json()
}

#[tokio::test]
async fn a_statement_is_opened_and_its_entry_recorded_once() {
    let house = house().await;
    let business = house.business("lumen").await;
    let owner = &business.owner.caller;
    let customer = business.client("kite").await;
    let invoice_id = business.invoice_without_paper(&customer).await;
    let invoice: Value = house
        .query(owner, "invoice", json!({ "invoice_id": invoice_id }))
        .await
        .json();
    let number = invoice["invoice"]["number"].as_str().unwrap();

    let file = statement(&format!("Invoice {number} with thanks"));
    let files = vec![
        given("nov.sta", &file),
        given("again.sta", &file),
        given("x.pdf", "%PDF-1.7"),
    ];
    let opened = open(&house, owner, files).await;
    let verdicts: Vec<BankVerdict> = opened.files.iter().map(|file| file.verdict).collect();
    let (valid, unreadable) = (BankVerdict::Valid, BankVerdict::Unreadable);
    assert_eq!(verdicts, [valid, valid, unreadable]);
    assert_eq!(opened.accounts[0].adds_up, Some(true));
    let [entry] = opened.entries.as_slice() else {
        panic!("{:?}", opened.entries)
    };
    assert_eq!((entry.times, entry.bank_reference.as_str()), (2, "BANK-4711"));

    let asked = json!({ "text": entry.remittance, "currency": "EUR" });
    let mentioned: MentionedInvoiceAnswer = house.query(owner, "mentioned_invoice", asked).await.json();
    let mentioned = mentioned.invoice.unwrap();
    assert_eq!(
        (mentioned.invoice_id, mentioned.client_id),
        (invoice_id, customer.client_id)
    );
    let asked = json!({ "text": entry.remittance, "currency": "USD" });
    let elsewhere: MentionedInvoiceAnswer = house.query(owner, "mentioned_invoice", asked).await.json();
    assert_eq!(elsewhere.invoice, None);

    assert_eq!(recorded(&house, owner).await.rows, []);
    let payment_id = PaymentId(house.id());
    let payment = RecordPayment {
        payment_id,
        client_id: mentioned.client_id,
        received_on: entry.booking_date,
        amount: entry.amount,
        method: PaymentMethod::BankTransfer,
        reference: entry.bank_reference.clone(),
        allocations: Vec::new(),
    };
    house.mutate(owner, payment).await.json::<Value>();
    let books = business.member(Role::Bookkeeper, None).await;
    let rows = recorded(&house, &books.caller).await.rows;
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].payment_id, rows[0].amount, rows[0].reference.as_str()),
        (payment_id, entry.amount, "BANK-4711")
    );
    // What is taken back may be recorded anew.
    let reason = "entered twice".to_owned();
    house
        .mutate(owner, ReversePayment { payment_id, reason })
        .await
        .json::<Value>();
    assert_eq!(recorded(&house, owner).await.rows, []);
}

#[tokio::test]
async fn a_table_asks_for_its_columns_and_is_read_as_said() {
    let house = house().await;
    let business = house.business("lumen").await;
    let books = business.member(Role::Bookkeeper, None).await;
    let mut file = given("export.csv", "03/04/2026,Kite,12.50\n05/06/2026,Wren,-3.00\n");
    let asked = open(&house, &books.caller, vec![file.clone()]).await;
    assert_eq!(asked.files[0].ask, Some(BankAsk::Columns));
    file["said"] = json!({
        "columns": {
            "fields": ["booking_date", "counterparty", "amount"], "month_first": true, "decimal_comma": false,
        },
        "currency": "EUR",
        "account": "",
    });
    let read = open(&house, &books.caller, vec![file]).await;
    let days: Vec<String> = read
        .entries
        .iter()
        .map(|entry| entry.booking_date.to_string())
        .collect();
    assert_eq!(days, ["2026-05-06", "2026-03-04"]);
}

#[tokio::test]
async fn more_files_than_are_read_are_refused() {
    let house = house().await;
    let business = house.business("lumen").await;
    let many = vec![given("a.sta", ""); BANK_FILES_MAX + 1];
    let params = json!({ "files": many });
    let refused = house
        .command(&business.owner.caller, "open_bank_statements", params)
        .await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    let mut broken = given("a.sta", "");
    broken["file"]["bytes"] = json!("no base64!");
    let params = json!({ "files": [broken] });
    let refused = house
        .command(&business.owner.caller, "open_bank_statements", params)
        .await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}
