//! The client's side, in a browser and in a window: what is owed, the invoice, its paper, messages, files.

use std::path::Path;

use anyhow::{Context as _, Result};
use folio_domain::ids::{ClientId, ContactId};
use folio_domain::trail::sha256_hex;
use folio_protocol::queries::{InvoiceDetail, InvoiceQuery, Query};
use folio_tests::business::{issue, paper};
use folio_tests::make::{add_client, add_contact, fresh};
use folio_tests::window::deeds;
use folio_tests::window::office::{self, OWNER, Office};
use folio_tests::window::screen::{Screen, id};

const CLIENT: &str = "Coromandel Textiles";
const FIRST: &str = "farhan@coromandel.example";
const SECOND: &str = "leela@coromandel.example";
const QUESTION: &str = "Could you split the delivery in two?";
const ANSWER: &str = "Of course: half on Monday, half on Friday.";

#[tokio::test(flavor = "multi_thread")]
async fn a_client_comes_by_browser_and_by_window_and_talks_about_an_invoice() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    let witness = office.owner().await?;
    let client_id = ClientId(fresh());
    let people = vec![
        add_client(client_id, CLIENT),
        add_contact(client_id, ContactId(fresh()), "Farhan", FIRST),
        add_contact(client_id, ContactId(fresh()), "Leela", SECOND),
    ];
    witness.apply(people).await?;
    let invoice_id = issue(&witness, client_id, "", &["Weaving", "Dyeing"]).await?;
    let bytes = paper(&witness, invoice_id).await?;
    let number = {
        let query = Query::InvoiceQuery(InvoiceQuery { invoice_id });
        witness.ask::<InvoiceDetail>(query).await?.invoice.number
    };

    let (home, saved) = (office.folder("owner")?, office.folder("saved")?);
    let owner = Screen::window("client-side-owner", &home, &saved, None).await?;
    deeds::connect(&owner, office.wire.address(), OWNER).await?;
    let links = invite_both(&office, &owner, client_id).await?;
    owner.go(&format!("/invoices/{invoice_id}")).await?;
    deeds::status(&owner, "issued").await?;

    let browser = Screen::browser("client-side-browser", &links[0]).await?;
    browser.see(&id("accept")).await?;
    browser.look("30-invitation").await?;
    deeds::accept(&browser, "Farhan Ahmed").await?;
    browser.says(&id("owed"), "25.00").await?;
    browser.look("31-client-home").await?;
    browser.press(&id("invoice-row")).await?;
    browser.says(&id("invoice-number"), &number).await?;
    deeds::status(&owner, "viewed").await?;
    owner.says(&id("viewed-by"), "Farhan Ahmed").await?;
    owner.says(&id("timeline"), "Farhan Ahmed").await?;
    owner.look("32-viewed").await?;
    deeds::look_at_pages(&browser, "33-client-pages").await?;
    browser.press(&id("save-pdf")).await?;
    assert_eq!(sha256_hex(&browser.saved(".pdf").await?), sha256_hex(&bytes));
    browser.look("33-client-invoice").await?;

    talk(&browser, &owner).await?;
    hand_files(&office, &browser, &owner).await?;
    same_in_a_window(&office, &links[1]).await?;
    browser.close().await?;
    owner.close().await
}

/// Invites both contacts from the client's record; the mails bring the links.
async fn invite_both(office: &Office, owner: &Screen, client_id: ClientId) -> Result<[String; 2]> {
    owner.go(&format!("/clients/{client_id}")).await?;
    let mut links = Vec::new();
    for email in [FIRST, SECOND] {
        let contact = format!(
            "{} > li:has([href=\"mailto:{email}\"]) {}",
            id("contacts"),
            id("invite-contact")
        );
        owner.press(&contact).await?;
        owner.press(&id("send-invitation")).await?;
        owner.gone(&id("send-invitation")).await?;
        links.push(office.post.letter(email, "http").await?.link()?);
        owner.press("dialog[open] footer button").await?;
        owner.gone("dialog[open]").await?;
    }
    links.try_into().ok().context("two links")
}

/// A question on the invoice's thread, seen and answered.
async fn talk(browser: &Screen, owner: &Screen) -> Result<()> {
    browser.press(&id("write-message")).await?;
    browser.type_in(&id("message-text"), QUESTION).await?;
    browser.press(&id("send-message")).await?;
    browser.gone("dialog[open]").await?;
    owner.go("/today").await?;
    owner.says(&id("waiting-thread"), QUESTION).await?;
    owner.look("34-today").await?;
    owner.press(&id("waiting-thread")).await?;
    owner.says(&id("message"), QUESTION).await?;
    owner.type_in(&id("message-text"), ANSWER).await?;
    owner.press(&id("send-message")).await?;
    owner.says(&id("message"), ANSWER).await?;
    owner.look("35-thread").await?;
    browser.press(&id("open-thread")).await?;
    browser.says(&id("message"), ANSWER).await?;
    browser.look("36-client-thread").await?;
    Ok(())
}

/// A file of the client's for the business, and one back.
async fn hand_files(office: &Office, browser: &Screen, owner: &Screen) -> Result<()> {
    let (measures, offer) = (
        office.folder.path().join("measures.txt"),
        office.folder.path().join("offer.txt"),
    );
    std::fs::write(&measures, "width 40\nheight 60\n".repeat(1_000))?;
    std::fs::write(&offer, "half now, half later\n")?;
    browser.go("/documents").await?;
    share(browser, &measures).await?;
    browser.says(&id("document-row"), "measures").await?;
    browser.look("37-client-documents").await?;

    owner.go("/documents").await?;
    owner.says(&id("document-row"), "measures").await?;
    owner.press_saying(&id("document-row"), "measures").await?;
    owner.press(&id("save-file")).await?;
    assert_eq!(owner.saved("measures.txt").await?, std::fs::read(&measures)?);
    owner.look("38-document").await?;

    owner.go("/documents").await?;
    owner.hand_over(&id("upload"), &offer).await?;
    owner.choose(&id("client-picker"), CLIENT).await?;
    // Who will see it is said before it is shared.
    owner.says(&id("readers"), "Farhan").await?;
    owner.look("39-share").await?;
    owner.press(&id("share-document")).await?;
    owner.gone("dialog[open]").await?;
    browser.says(&id("document-row"), "offer").await?;
    browser.press_saying(&id("document-row"), "offer").await?;
    browser.press(&id("save-file")).await?;
    assert_eq!(browser.saved("offer.txt").await?, std::fs::read(&offer)?);
    Ok(())
}

async fn share(screen: &Screen, file: &Path) -> Result<()> {
    screen.hand_over(&id("upload"), file).await?;
    screen.press(&id("share-document")).await?;
    screen.gone("dialog[open]").await
}

/// The other contact likes the app better: the same screens, the same facts.
async fn same_in_a_window(office: &Office, link: &str) -> Result<()> {
    let (home, saved) = (office.folder("client")?, office.folder("client-saved")?);
    let window = Screen::window("client-side-window", &home, &saved, None).await?;
    deeds::accept_in_window(&window, link, "Leela Nair").await?;
    window.says(&id("owed"), "25.00").await?;
    window.look("40-client-window").await?;
    window.press(&id("invoice-row")).await?;
    window.press(&id("open-thread")).await?;
    window.says(&id("message"), ANSWER).await?;
    window.go("/documents").await?;
    window.says(&id("document-row"), "offer").await?;
    window.close().await
}
