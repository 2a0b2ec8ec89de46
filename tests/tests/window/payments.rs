//! Payments: a part, the rest, and a mistake reversed; everyone who looks sees it at once.

use std::time::Duration;

use anyhow::Result;
use folio_domain::ids::{ClientId, ContactId, DraftId, InvoiceId, LineId};
use folio_domain::invoices::{Billing, CreateDraft, TaxMode};
use folio_tests::business::{issue, issue_draft};
use folio_tests::caller::Caller;
use folio_tests::make::{add_client, add_contact, add_line, euro, fresh, today};
use folio_tests::window::deeds;
use folio_tests::window::office::{self, OWNER, Office};
use folio_tests::window::screen::{Screen, id};
use jiff::ToSpan as _;

const CONTACT: &str = "petro@verda.example";
/// The goal is a second; a machine that others use too gets more.
const AT_ONCE: Duration = Duration::from_secs(5);

#[tokio::test(flavor = "multi_thread")]
async fn a_part_the_rest_and_a_mistake_are_seen_by_everyone_at_once() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    let witness = office.owner().await?;
    let (client_id, contact_id) = (ClientId(fresh()), ContactId(fresh()));
    let client = vec![
        add_client(client_id, "Verda Ponto"),
        add_contact(client_id, contact_id, "Petro", CONTACT),
    ];
    witness.apply(client).await?;
    let late = issue_long_ago(&witness, client_id).await?;
    let invoice_id = issue(&witness, client_id, "", &["Layout", "Proofreading"]).await?;
    let link = office.client_link(&witness, "Petro", CONTACT, contact_id).await?;

    let (home, saved) = (office.folder("owner")?, office.folder("saved")?);
    let owner = Screen::window("payments-owner", &home, &saved, None).await?;
    deeds::connect(&owner, office.wire.address(), OWNER).await?;
    let client = Screen::browser("payments-client", &link).await?;
    deeds::accept(&client, "Petro Novak").await?;
    for screen in [&owner, &client] {
        screen.go(&format!("/invoices/{late}")).await?;
        screen
            .see("header [data-testid=days-late][data-days=\"16\"]")
            .await?;
        screen.go(&format!("/invoices/{invoice_id}")).await?;
        screen.says(&id("amount-due"), "25.00").await?;
    }
    deeds::status(&owner, "viewed").await?;

    deeds::pay(&owner, Some("10"), "first").await?;
    both(&owner, &client, "partially_paid", "15.00").await?;
    owner.look("50-partially-paid").await?;
    client.look("51-client-partially-paid").await?;
    deeds::pay(&owner, None, "rest").await?;
    both(&owner, &client, "paid", "0.00").await?;
    owner.look("52-paid").await?;

    owner
        .press(&format!(
            "{} > li:last-child {}",
            id("payments"),
            id("reverse-payment")
        ))
        .await?;
    owner.type_in(&id("reverse-reason"), "Booked twice").await?;
    owner.look("53-reverse").await?;
    owner.press(&id("confirm-reverse")).await?;
    both(&owner, &client, "partially_paid", "15.00").await?;
    owner.says(&id("payments"), "Booked twice").await?;
    owner.look("54-reversed").await?;
    owner.go("/payments").await?;
    owner.see(&id("payments")).await?;
    owner.look("55-payments").await?;
    client.close().await?;
    owner.close().await
}

/// Both screens show the status and what is left, and how long the client's took is noted.
async fn both(owner: &Screen, client: &Screen, status: &str, due: &str) -> Result<()> {
    let shown = async {
        deeds::status(client, status).await?;
        client.says(&id("amount-due"), due).await?;
        Ok(())
    };
    deeds::timed(&format!("{status} at the client's"), AT_ONCE, shown).await?;
    deeds::status(owner, status).await?;
    owner.says(&id("amount-due"), due).await?;
    Ok(())
}

/// An invoice of thirty days ago that was due after fourteen.
async fn issue_long_ago(witness: &Caller, client_id: ClientId) -> Result<InvoiceId> {
    let draft_id = DraftId(fresh());
    let draft = CreateDraft {
        draft_id,
        billing: Billing {
            client_id: Some(client_id),
            currency: euro(),
            tax_mode: TaxMode::Exclusive,
        },
        issue_date: Some(today().checked_sub(30.days())?),
        payment_terms_days: 14,
        note: String::new(),
    };
    witness
        .apply(vec![
            draft.into(),
            add_line(draft_id, LineId(fresh()), "Translation"),
        ])
        .await?;
    issue_draft(witness, draft_id).await
}
