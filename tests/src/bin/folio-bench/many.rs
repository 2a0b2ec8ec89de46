//! Many invoices, taken over as an import does.

use anyhow::{Result, ensure};
use folio_domain::clients::Client;
use folio_domain::ids::{ClientId, OrgId};
use folio_domain::ids::{DeviceId, MutationId, PrincipalId};
use folio_domain::imports::{ImportBatch, ImportedClient, ImportedInvoice, ImportedPayment};
use folio_domain::invoices::{
    Discount, Invoice, InvoiceLine, LineItem, Origin, PricedContent, TaxMode, buyer, seller, totals,
};
use folio_domain::money::Currency;
use folio_domain::mutations::{Actor, MUTATIONS_VERSION, Mutation};
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::payments::PaymentMethod;
use folio_domain::permissions::{Access, Grant, Role};
use folio_protocol::sync::{Outcome, PushedMutation};
use folio_server::Source;
use folio_store::server::orgs::{self, NewOrg};
use folio_store::{Store, Submission};
use folio_tests::business::organisation;
use folio_tests::make::{client, fresh};
use jiff::{ToSpan, civil::Date};

const CLIENTS: usize = 200;
const BATCH: usize = 2_000;
const OPEN_ONE_IN: usize = 8;

/// Fills an empty database with an organisation that has `count` invoices over two years.
pub async fn fill(store: &Store, count: usize) -> Result<OrgId> {
    let org_id = OrgId(fresh());
    let business = organisation("Bench");
    let now = Source::system().now();
    let new = NewOrg {
        org_id,
        epoch: "first".to_owned(),
        recovery_recipient: String::new(),
        wrapped_file_key: String::new(),
        organisation: business.clone(),
    };
    let mut transaction = store.begin().await?;
    orgs::create_in(&mut transaction, &new, now).await?;
    transaction.commit().await?;

    let last = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    for begin in (0..count).step_by(BATCH) {
        let batch = batch(&business, last, begin..count.min(begin + BATCH))?;
        submit(store, org_id, batch.into()).await?;
    }
    Ok(org_id)
}

async fn submit(store: &Store, org: OrgId, mutation: Mutation) -> Result<()> {
    let access = Access {
        role: Role::Owner,
        grants: Grant::for_role(Role::Owner, None).into_iter().collect(),
    };
    let submission = Submission {
        device_id: DeviceId(fresh()),
        actor: Actor {
            principal_id: PrincipalId(fresh()),
            name: "Asha".to_owned(),
            access,
        },
        mutations: vec![PushedMutation {
            again: false,
            mutation_id: MutationId(fresh()),
            mid: 1,
            version: MUTATIONS_VERSION,
            mutation,
        }],
        refused: std::collections::BTreeMap::new(),
    };
    for result in store
        .submit(org, &submission, Source::system().now())
        .await?
        .results
    {
        ensure!(result.outcome == Outcome::Applied, "{:?}", result.outcome);
    }
    Ok(())
}

fn batch(business: &Organisation, last: Date, numbers: std::ops::Range<usize>) -> Result<ImportBatch> {
    let clients = (0..CLIENTS).map(|nth| {
        let client = client(&format!("Client {nth:03}"));
        ImportedClient {
            key: nth.to_string(),
            client,
            contacts: Vec::new(),
        }
    });
    let (mut invoices, mut payments) = (Vec::new(), Vec::new());
    for nth in numbers.clone() {
        let invoice = invoice(business, last, nth)?;
        let client_key = (nth % CLIENTS).to_string();
        if nth % OPEN_ONE_IN != 0 {
            payments.push(ImportedPayment {
                client_key: client_key.clone(),
                key: nth.to_string(),
                invoice_number: Some(invoice.number.clone()),
                received_on: invoice.due_date,
                amount: invoice.total,
                method: PaymentMethod::BankTransfer,
                reference: String::new(),
            });
        }
        invoices.push(ImportedInvoice {
            client_key,
            invoice,
            sent_at: None,
        });
    }
    let files_sha256 = format!("{numbers:?}");
    Ok(ImportBatch {
        source: "bench".to_owned(),
        files_sha256,
        clients: clients.collect(),
        invoices,
        payments,
        ..ImportBatch::default()
    })
}

fn invoice(business: &Organisation, last: Date, nth: usize) -> Result<Invoice> {
    let issue_date = last.checked_sub(i64::try_from(nth % 730)?.days())?;
    let currency = Currency::parse("EUR")?;
    let billed: Client = client(&format!("Client {:03}", nth % CLIENTS));
    let item = LineItem {
        description: "Business cards, 300 g, two colours".to_owned(),
        quantity: 2.into(),
        unit: String::new(),
        unit_price: rust_decimal::Decimal::new(i64::try_from(1_000 + nth % 90_000)?, 2),
        discount: Discount::None,
        taxes: Vec::new(),
    };
    let content = PricedContent {
        currency,
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: vec![item.clone()],
    };
    let sums = totals(&content)?;
    let lines = sums
        .lines
        .iter()
        .map(|amounts| InvoiceLine {
            item: item.clone(),
            amounts: *amounts,
        })
        .collect();
    Ok(Invoice {
        number: format!("B-{nth:06}"),
        client_id: ClientId(uuid::Uuid::nil()),
        origin: Origin::Imported {
            source: "bench".to_owned(),
        },
        seller: seller(business),
        bank: BankDetails::default(),
        buyer: buyer(&billed, None),
        language: billed.language,
        currency,
        tax_mode: TaxMode::Exclusive,
        issue_date,
        due_date: issue_date.checked_add(14.days())?,
        reference: String::new(),
        note: String::new(),
        discount: Discount::None,
        lines,
        subtotal: sums.subtotal,
        discount_total: sums.discount_total,
        taxable_total: sums.taxable_total,
        taxes: sums.taxes,
        delivered_on: None,
        einvoice: None,
        credits: None,
        tax_total: sums.tax_total,
        total: sums.total,
        issued_at: Source::system().now(),
    })
}
