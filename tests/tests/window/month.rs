//! The bookkeeper: sees money, sees no notes, and takes the month along in one file.

use std::io::{Cursor, Read as _};

use anyhow::{Context as _, Result};
use folio_domain::clients::SetClientNote;
use folio_domain::fields::FieldEdit;
use folio_domain::ids::{ClientId, ContactId};
use folio_domain::permissions::Role;
use folio_domain::trail::sha256_hex;
use folio_exchange::month_pack::Manifest;
use folio_protocol::sessions::InviteRequest;
use folio_tests::business::{issue, paper};
use folio_tests::make::{add_client, add_contact, fresh, record_payment, today};
use folio_tests::window::deeds;
use folio_tests::window::office::{self, Office};
use folio_tests::window::screen::{Screen, id};

const SECRET: &str = "Twice promised, twice late.";
const BOOKKEEPER: &str = "lakshmi@books.example";

#[tokio::test(flavor = "multi_thread")]
async fn the_bookkeeper_takes_the_month_along_and_sees_no_notes() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    let witness = office.owner().await?;
    let client_id = ClientId(fresh());
    let edit = FieldEdit {
        field: "text".to_owned(),
        from: serde_json::Value::Null,
        to: SECRET.into(),
    };
    let client = vec![
        add_client(client_id, "Sakura Papers"),
        add_contact(client_id, ContactId(fresh()), "Yuki", "yuki@sakura.example"),
        SetClientNote { client_id, edit }.into(),
    ];
    witness.apply(client).await?;
    let mut papers = Vec::new();
    for what in ["Washi", "Ink"] {
        let invoice_id = issue(&witness, client_id, "", &[what]).await?;
        papers.push((invoice_id, sha256_hex(&paper(&witness, invoice_id).await?)));
    }
    witness
        .apply(vec![
            record_payment(client_id, papers.first().map(|(id, _)| *id), 1_250, "wire").into(),
        ])
        .await?;
    let request = InviteRequest {
        email: BOOKKEEPER.to_owned(),
        name: "Lakshmi".to_owned(),
        role: Role::Bookkeeper,
        contact_id: None,
    };
    witness.invite(&request).await?;
    let link = office.post.letter(BOOKKEEPER, "http").await?.link()?;

    let (home, saved) = (office.folder("books")?, office.folder("books-saved")?);
    let books = Screen::window("month-bookkeeper", &home, &saved, None).await?;
    deeds::accept_in_window(&books, &link, "Lakshmi Venkat").await?;
    for path in ["/invoices", "/payments", "/clients"] {
        books.go(path).await?;
        books.says("[role=grid]", "Sakura Papers").await?;
    }
    books.go(&format!("/clients/{client_id}")).await?;
    books.says("[data-screen-title]", "Sakura Papers").await?;
    books.says(&id("contacts"), "Yuki").await?;
    let page: String = books
        .ask("return document.documentElement.outerHTML;", Vec::new())
        .await?;
    assert!(
        !page.contains(SECRET),
        "a note of the business's own is not for the books"
    );
    books.look("60-books-client").await?;

    books
        .go(&format!("/month-end?month={}", today().strftime("%Y-%m")))
        .await?;
    books.see(&id("month-check")).await?;
    books.look("61-month").await?;
    books.press(&id("save-pack")).await?;
    check_pack(
        &books.saved(".zip").await?,
        papers.iter().map(|(_, hash)| hash.as_str()).collect(),
    )?;
    books.close().await
}

/// Every file is what the manifest says, nothing else is in it, and the papers are those that were issued.
fn check_pack(bytes: &[u8], mut papers: Vec<&str>) -> Result<()> {
    let mut pack = zip::ZipArchive::new(Cursor::new(bytes))?;
    let mut read = |path: &str| -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        pack.by_name(path)
            .with_context(|| path.to_owned())?
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let manifest: Manifest = serde_json::from_slice(&read("manifest.json")?)?;
    let mut packed = Vec::new();
    for file in &manifest.files {
        let bytes = read(&file.path)?;
        assert_eq!(sha256_hex(&bytes), file.sha256, "{}", file.path);
        if file.path.ends_with(".pdf") {
            packed.push(file.sha256.as_str());
        }
    }
    let invoices = String::from_utf8(read("invoices.csv")?)?;
    let payments = String::from_utf8(read("payments.csv")?)?;
    let rows_with = |table: &str, words: &str| table.lines().filter(|row| row.contains(words)).count();
    assert_eq!(rows_with(&invoices, "Sakura Papers"), 2, "{invoices}");
    assert_eq!(rows_with(&payments, "wire"), 1, "{payments}");
    assert_eq!(
        pack.len(),
        manifest.files.len() + 1,
        "nothing is in the pack that the manifest does not name"
    );
    packed.sort_unstable();
    papers.sort_unstable();
    assert_eq!(packed, papers, "the papers are those that were issued");
    let [totals] = manifest.totals.as_slice() else {
        anyhow::bail!("one currency: {:?}", manifest.totals)
    };
    assert_eq!((totals.invoices, totals.total.as_str()), (2, "25.00"));
    assert_eq!((totals.payments, totals.received.as_str()), (1, "12.50"));
    Ok(())
}
