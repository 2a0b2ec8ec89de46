//! The pictures that people see first. `cargo xtask screenshots` keeps them in `docs/screenshots`; in a run of the
//! suite they go with the rest.

use std::path::PathBuf;

use anyhow::Result;
use folio_tests::server::Server;
use folio_tests::window::screen::{Screen, artifacts, id};
use folio_tests::window::{deeds, demo, office};

#[tokio::test(flavor = "multi_thread")]
async fn screenshots_of_the_demo_business() -> Result<()> {
    let _turn = office::turn().await;
    let folder = match std::env::var_os("FOLIO_TEST_SCREENSHOTS") {
        Some(folder) => PathBuf::from(folder),
        None => artifacts()?,
    };
    let home = tempfile::tempdir()?;
    let business = home.path().join("server");
    demo::make(&business)?;
    let server = Server::start(&business)?;
    let owner = Screen::window("screenshots-owner", &home.path().join("owner"), home.path(), None).await?;
    deeds::connect_with(&owner, &server.address(), demo::OWNER, demo::PASSWORD).await?;
    owner.see(&id("owing-client")).await?;
    owner.picture(&folder.join("today.png")).await?;
    owner.go("/invoices").await?;
    owner.see(&id("invoice-row")).await?;
    owner.picture(&folder.join("invoices.png")).await?;
    owner
        .press(&format!(
            "{} [role=row]:has([data-status=paid]) a",
            id("invoices")
        ))
        .await?;
    owner.see(&id("timeline")).await?;
    owner.picture(&folder.join("invoice.png")).await?;
    owner.go("/clients").await?;
    owner
        .press(&format!("{} [role=row][data-index=\"0\"] a", id("clients")))
        .await?;
    owner.see(&id("contacts")).await?;
    owner.picture(&folder.join("client.png")).await?;
    owner.close().await?;

    let client = Screen::browser("screenshots-client", &server.address()).await?;
    deeds::sign_in(&client, demo::CLIENT, demo::PASSWORD).await?;
    client.see("[data-screen-title]").await?;
    client.see(&id("document-row")).await?;
    client.picture(&folder.join("portal.png")).await?;
    client.close().await
}
