//! The bookkeeper of several businesses: two servers at one desktop, gone between without a password, and the packs of
//! both with one press.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use folio_domain::ids::ClientId;
use folio_replica::HttpLink;
use folio_tests::business::{found_in, issue};
use folio_tests::caller::{Caller, PASSWORD};
use folio_tests::make::{add_client, fresh, today};
use folio_tests::server::Server;
use folio_tests::until::until;
use folio_tests::window::deeds;
use folio_tests::window::office::{self, BUSINESS, OWNER, Office};
use folio_tests::window::screen::{Screen, id};

const SECOND: &str = "முருகன் ஸ்டோர்ஸ்";
const SECOND_OWNER: &str = "selvi@murugan.example";
const FIRST_CLIENT: &str = "Sakura Papers";
const SECOND_CLIENT: &str = "Lakshmi Traders";
const PACKED_WITHIN: Duration = Duration::from_secs(60);

#[tokio::test(flavor = "multi_thread")]
async fn two_businesses_at_one_desktop_are_gone_between_and_packed_together() -> Result<()> {
    let _turn = office::turn().await;
    let office = Office::open().await?;
    bill(&office.owner().await?, FIRST_CLIENT).await?;
    let second = second_server(&office).await?;

    let (home, saved) = (office.folder("desk")?, office.folder("saved")?);
    let desk = Screen::window("businesses", &home, &saved, None).await?;
    deeds::connect(&desk, office.wire.address(), OWNER).await?;
    sees_only(&desk, FIRST_CLIENT, SECOND_CLIENT).await?;

    // One who thinks better of it is where they were.
    add(&desk).await?;
    desk.press(&id("cancel-add")).await?;
    desk.says("[data-screen-title]", "Clients").await?;
    add(&desk).await?;
    desk.look("70-add-business").await?;
    desk.type_in(&id("server-address"), &second.address()).await?;
    desk.type_in(&id("email"), SECOND_OWNER).await?;
    desk.type_in(&id("password"), PASSWORD).await?;
    desk.press(&id("sign-in")).await?;
    shows(&desk, SECOND).await?;
    sees_only(&desk, SECOND_CLIENT, FIRST_CLIENT).await?;

    switch(&desk, BUSINESS).await?;
    sees_only(&desk, FIRST_CLIENT, SECOND_CLIENT).await?;

    let month = today().strftime("%Y-%m").to_string();
    desk.go(&format!("/businesses?month={month}")).await?;
    desk.says(&id("business"), SECOND).await?;
    desk.see(&id("open-month")).await?;
    desk.look("71-all-businesses").await?;
    desk.press(&id("save-packs")).await?;
    for (business, client) in [(BUSINESS, FIRST_CLIENT), (SECOND, SECOND_CLIENT)] {
        let pack = pack_of(&saved, &format!("{month} {business}.zip")).await?;
        ensure!(pack.contains(client), "{business}: {pack}");
        let other = if client == FIRST_CLIENT {
            SECOND_CLIENT
        } else {
            FIRST_CLIENT
        };
        ensure!(!pack.contains(other), "{business}: {pack}");
    }
    desk.says(&id("packs-ended"), "2").await?;
    let row = format!("{}:last-child {}", id("business"), id("open-month"));
    desk.press(&row).await?;
    shows(&desk, SECOND).await?;
    desk.says("[data-screen-title]", "Month end").await?;
    desk.close().await?;

    // Started again: no password, and the one that was shown last; the server need not be there.
    drop(second);
    let again = Screen::window("businesses-again", &home, &saved, None).await?;
    deeds::inside(&again).await?;
    shows(&again, SECOND).await?;
    sees_only(&again, SECOND_CLIENT, FIRST_CLIENT).await?;
    switch(&again, BUSINESS).await?;
    sees_only(&again, FIRST_CLIENT, SECOND_CLIENT).await?;
    again.close().await
}

/// A second business on a server of its own, with a client that was billed.
async fn second_server(office: &Office) -> Result<Server> {
    let home = office.folder("second-server")?;
    found_in(&home, &[(SECOND, SECOND_OWNER)]).await?;
    let server = Server::start_with(&home, &[])?;
    let link = Arc::new(HttpLink::new(&server.address())?);
    let owner = Caller::sign_in(link, SECOND_OWNER).await?;
    bill(&owner, SECOND_CLIENT).await?;
    Ok(server)
}

async fn bill(owner: &Caller, client: &str) -> Result<()> {
    let client_id = ClientId(fresh());
    owner.apply(vec![add_client(client_id, client)]).await?;
    issue(owner, client_id, "", &["Work"]).await?;
    Ok(())
}

async fn add(desk: &Screen) -> Result<()> {
    desk.press(&format!("{} > button", id("businesses"))).await?;
    desk.press("[role=menu] [href=\"/businesses/add\"]").await?;
    desk.see(&id("server-address")).await?;
    Ok(())
}

async fn switch(desk: &Screen, business: &str) -> Result<()> {
    desk.press(&format!("{} > button", id("businesses"))).await?;
    desk.press_saying("[role=menuitemradio]", business).await?;
    shows(desk, business).await
}

async fn shows(desk: &Screen, business: &str) -> Result<()> {
    desk.says(&id("businesses"), business).await?;
    desk.see("[data-screen-title]").await?;
    Ok(())
}

/// The list of clients has this one, and nothing on the page names the other's.
async fn sees_only(desk: &Screen, client: &str, other: &str) -> Result<()> {
    desk.go("/clients").await?;
    desk.says("[role=grid]", client).await?;
    let script = "return document.documentElement.outerHTML;";
    let page: String = desk.ask(script, Vec::new()).await?;
    ensure!(!page.contains(other), "{other} is of the other business");
    Ok(())
}

/// The table of invoices in the pack that comes to lie in `folder`.
async fn pack_of(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    until(name, PACKED_WITHIN, async || Ok(path.exists())).await?;
    let bytes = std::fs::read(&path)?;
    let mut table = String::new();
    zip::ZipArchive::new(Cursor::new(bytes))?
        .by_name("invoices.csv")
        .context("the table of invoices")?
        .read_to_string(&mut table)?;
    Ok(table)
}
