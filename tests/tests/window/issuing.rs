//! Issuing and sending: held ten seconds, undone once, done; then once more without a network.

use anyhow::{Context as _, Result};
use folio_domain::trail::sha256_hex;
use folio_protocol::queries::{
    InvoiceDetail, InvoiceFilter, InvoicePage, InvoiceQuery, InvoicesQuery, Query,
};
use folio_tests::business::paper;
use folio_tests::caller::Caller;
use folio_tests::make::today;
use folio_tests::window::deeds::{self, Typed};
use folio_tests::window::office::{self, OWNER, Office};
use folio_tests::window::screen::{Screen, id};

const CLIENT: &str = "Weber Interiors";
const CONTACT: &str = "anna@weber.example";

#[tokio::test(flavor = "multi_thread")]
async fn an_invoice_is_held_undone_issued_and_mailed() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    let witness = office.owner().await?;
    let (home, saved) = (office.folder("owner")?, office.folder("saved")?);
    let owner = Screen::window("issuing-owner", &home, &saved, None).await?;
    deeds::connect(&owner, office.wire.address(), OWNER).await?;
    deeds::add_client(&owner, CLIENT, "EUR", &[("Anna", CONTACT)]).await?;
    deeds::begin_draft(&owner, CLIENT).await?;
    deeds::type_lines(
        &owner,
        &[Typed {
            description: "Catalogue",
            quantity: "4",
            price: "250",
        }],
    )
    .await?;
    owner.says(&id("recipients"), CONTACT).await?;

    owner.press(&id("issue-and-send")).await?;
    deeds::status(&owner, "waiting").await?;
    owner.look("20-held").await?;
    owner.press(&id("undo")).await?;
    deeds::status(&owner, "draft").await?;
    assert!(office.post.letters().is_empty(), "what was undone was not mailed");
    assert!(
        invoices(&witness).await?.rows.is_empty(),
        "what was undone was not issued"
    );

    owner.press(&id("issue-and-send")).await?;
    let number = format!("{}-0001", today().year());
    owner.says(&id("invoice-number"), &number).await?;
    deeds::status(&owner, "sent").await?;
    owner.look("21-sent").await?;
    deeds::look_at_pages(&owner, "25-pages").await?;
    same_paper_everywhere(&office, &witness, &owner).await?;

    issue_without_network(&office, &witness, &owner).await?;
    owner.go("/invoices").await?;
    owner.says(&id("invoice-row"), &number).await?;
    owner.look("24-invoices").await?;
    deeds::find(&owner, "catalogue").await?;
    owner.says(&id("found"), &number).await?;
    owner.look("26-found").await?;
    owner.press(&id("found")).await?;
    owner.says(&id("invoice-number"), &number).await?;
    owner.close().await
}

async fn invoices(witness: &Caller) -> Result<InvoicePage> {
    let query = InvoicesQuery {
        filter: InvoiceFilter::All,
        client_id: None,
        search: None,
        after: None,
        limit: 100,
    };
    witness.ask(Query::InvoicesQuery(query)).await
}

/// The mail's link opens the invoice in a browser; the PDF has the hash that was kept, wherever it is taken.
async fn same_paper_everywhere(office: &Office, witness: &Caller, owner: &Screen) -> Result<()> {
    let row = invoices(witness)
        .await?
        .rows
        .into_iter()
        .next()
        .context("the invoice is on the server")?;
    let kept = paper(witness, row.invoice_id).await?;
    let query = Query::InvoiceQuery(InvoiceQuery {
        invoice_id: row.invoice_id,
    });
    let detail: InvoiceDetail = witness.ask(query).await?;
    let hash = detail.pdf.context("the PDF's hash is kept")?.sha256;
    assert_eq!(sha256_hex(&kept), hash);
    owner.press(&id("save-pdf")).await?;
    assert_eq!(
        sha256_hex(&owner.saved(".pdf").await?),
        hash,
        "the desktop saves the same bytes"
    );

    let link = office.post.letter(CONTACT, &row.number).await?.link()?;
    let client = Screen::browser("issuing-client", &link).await?;
    client.see(&id("open-invoice")).await?;
    client.look("22-invoice-link").await?;
    client.press(&id("open-invoice")).await?;
    client.says(&id("invoice-number"), &row.number).await?;
    assert_eq!(
        client.count("nav.side a").await?,
        0,
        "a link opens its invoice and nothing else"
    );
    client.look("23-invoice-by-link").await?;
    client.press(&id("save-pdf")).await?;
    assert_eq!(
        sha256_hex(&client.saved(".pdf").await?),
        hash,
        "the browser takes the same bytes"
    );
    deeds::status(owner, "viewed").await?;
    owner.says(&id("viewed-by"), "Anna").await?;
    client.close().await
}

/// Without a network an issued draft waits, without a number, and goes out once the network is back.
async fn issue_without_network(office: &Office, witness: &Caller, owner: &Screen) -> Result<()> {
    let draft = deeds::begin_draft(owner, CLIENT).await?;
    deeds::type_lines(
        owner,
        &[Typed {
            description: "Posters",
            quantity: "1",
            price: "75",
        }],
    )
    .await?;
    office.wire.pull();
    owner.see("header button.offline").await?;
    owner.press(&id("issue")).await?;
    deeds::status(owner, "waiting").await?;
    owner.gone(&id("undo")).await?;
    deeds::status(owner, "waiting").await?;
    assert_eq!(owner.path().await?, draft, "it is still a draft");
    assert_eq!(
        owner.count(&id("invoice-number")).await?,
        0,
        "nobody but the server gives numbers"
    );
    assert_eq!(invoices(witness).await?.rows.len(), 1);
    owner.look("23-waiting-offline").await?;
    office.wire.plug();
    let number = format!("{}-0002", today().year());
    owner.says(&id("invoice-number"), &number).await?;
    Ok(())
}
