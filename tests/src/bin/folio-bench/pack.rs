//! A month's pack of many invoices of which no paper is laid out yet: how long it takes, and what the server holds
//! in memory meanwhile.

use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};
use folio_domain::invoices::Invoice;
use folio_protocol::commands::{BegunSave, SaveList, SaveStage};
use folio_replica::{HttpLink, RouterLink, ServerLink};
use folio_server::{App, Config};
use folio_store::Schema;
use folio_tests::business::{config, found, issue, join_client};
use folio_tests::caller::Caller;
use folio_tests::desk::open_aside;
use folio_tests::ledger::Ledger;
use folio_tests::server::Server;
use serde_json::{Value, json};

use crate::figure::Report;
use crate::sync::Memory;

const INVOICES: usize = 1_000;
const OWNER: &str = "owner@bench.example";
const LINES: [&str; 5] = [
    "Design of the catalogue, with two rounds of corrections",
    "Business cards, 300 g, two colours",
    "Poster A1, matt",
    "Proof by post",
    "Delivery",
];
const ASK_EVERY: Duration = Duration::from_millis(20);

pub async fn measure(report: &Report) -> Result<()> {
    let home = tempfile::tempdir()?;
    let month = fill(home.path()).await?;
    let server = Server::start(home.path())?;
    let owner = Caller::sign_in(Arc::new(HttpLink::new(&server.address())?), OWNER).await?;
    let memory = Memory::watch(server.pid());
    let begin = Instant::now();
    let wish = json!({ "wish": month });
    let begun: BegunSave = owner.command("begin_save", &wish).await?.read()?;
    let size_bytes = loop {
        let list: SaveList = owner.command("saves", &json!({})).await?.read()?;
        let save = list
            .saves
            .into_iter()
            .find(|save| Some(save.save_id) == begun.save_id);
        match save.context("the save is gone")?.stage {
            SaveStage::Ready { size_bytes, .. } => break size_bytes,
            SaveStage::Making { .. } => tokio::time::sleep(ASK_EVERY).await,
            other => bail!("{other:?}"),
        }
    };
    report.note(&format!(
        "a pack of {INVOICES} invoices, {size_bytes} bytes, no paper laid out before"
    ));
    report.figure("paper.pack_1000_s", begin.elapsed().as_secs_f64(), "s", 10.0);
    report.figure("paper.pack_rss_mb", memory.peak_mb(), "MB", 200.0);
    Ok(())
}

/// Issues the invoices in a home that nobody serves, so that no paper is laid out; gives what the pack is of.
async fn fill(home: &std::path::Path) -> Result<Value> {
    let app = App::open(Config {
        does_jobs: false,
        ..config(home)?
    })
    .await?;
    let org = found(&app, "Bench", OWNER).await?.org_id;
    let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
    let owner = Caller::sign_in(link.clone(), OWNER).await?;
    let client = join_client(&owner, &link, "Kumari & Söhne", "Meena", "meena@client.example").await?;
    for _ in 0..INVOICES {
        issue(&owner, client.client_id, "Thank you", &LINES).await?;
    }
    app.close().await;
    let (store, _aside) = open_aside(&home.join("folio.db"), None, Schema::Server).await?;
    let ledger = Ledger::read(&store, org).await?;
    store.close().await;
    let (_, first) = ledger.all::<Invoice>().next().context("there are invoices")?;
    let (year, month) = (first.issue_date.year(), first.issue_date.month());
    Ok(json!({ "what": "month_pack", "year": year, "month": month }))
}
