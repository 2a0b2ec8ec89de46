//! The server and a desktop are killed in a storm of changes; a judge counts what was acknowledged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

#[path = "faults/planted.rs"]
mod planted;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use folio_domain::ids::{ClientId, OrgId};
use folio_domain::invoices::Invoice;
use folio_domain::records::{Kind, Record as _};
use folio_domain::threads::{Message, Thread};
use folio_replica::{HttpLink, ServerLink};
use folio_store::Schema;
use folio_tests::business::{found_in, join_client};
use folio_tests::caller::Caller;
use folio_tests::desk::{copy_folder, key_of, open_aside};
use folio_tests::judge::{Desktops, judge};
use folio_tests::keeper::FileKeeper;
use folio_tests::ledger::{Ledger, all_rows};
use folio_tests::make::fresh;
use folio_tests::notebook::{self, Note};
use folio_tests::server::Server;
use folio_tests::storm::{Driver, Storm};
use folio_tests::until::{USUAL, until};
use uuid::Uuid;

const DRIVERS: usize = 3;
const OWNER: &str = "owner@studio.example";

fn kills() -> usize {
    let kills = std::env::var("FOLIO_TEST_KILLS")
        .ok()
        .map(|kills| kills.parse().expect("FOLIO_TEST_KILLS is a number"));
    kills.unwrap_or(10)
}

/// Where what was seen is left to be looked at.
fn leave(name: &str, text: &str) {
    if let Some(folder) = std::env::var_os("FOLIO_TEST_ARTIFACTS") {
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(PathBuf::from(folder).join(name), text).unwrap();
    }
}

/// A desktop as a process of its own.
struct Desktop {
    child: Child,
    arguments: DesktopArguments,
}

#[derive(Clone)]
struct DesktopArguments {
    server: String,
    folder: PathBuf,
    notes: PathBuf,
    client: ClientId,
}

impl DesktopArguments {
    fn start(self, settle: bool) -> Result<Desktop> {
        let log = std::fs::OpenOptions::new()
            .create(true)
            .append(true)
            .open(self.folder.with_extension("log"))?;
        let mut command = Command::new(env!("CARGO_BIN_EXE_replica_driver"));
        command.args([
            "--server",
            &self.server,
            "--email",
            OWNER,
            "--client",
            &self.client.to_string(),
        ]);
        command
            .arg("--folder")
            .arg(&self.folder)
            .arg("--notes")
            .arg(&self.notes);
        if settle {
            command.arg("--settle");
        }
        let child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()?;
        Ok(Desktop {
            child,
            arguments: self,
        })
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.folder.with_extension("log")).unwrap_or_default()
    }

    fn saved(&self) -> Result<usize> {
        let notes = notebook::read(&self.notes)?;
        Ok(notes
            .iter()
            .filter(|note| matches!(note, Note::Saved { .. }))
            .count())
    }

    /// Every change that was said to be saved is in the copy, once.
    async fn check(&self) -> Result<usize> {
        let register: serde_json::Value =
            serde_json::from_slice(&std::fs::read(self.folder.join("accounts.json"))?)?;
        let account: Uuid = serde_json::from_value(register["current"].clone())?;
        let org: OrgId = serde_json::from_value(register["accounts"][0]["org_id"].clone())?;
        let keeper = FileKeeper::new(self.folder.join("secrets.json"));
        let key = key_of(&keeper, account)
            .await?
            .context("the desktop has lost its key")?;
        let database = copy_folder(&self.folder, account).join("folio.db");
        let (store, _aside) = open_aside(&database, Some(key), Schema::Desktop).await?;
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        for row in all_rows(&store, org, Kind::Message).await? {
            *found
                .entry(Message::from_body(&row.body).unwrap().text.clone())
                .or_default() += 1;
        }
        for row in all_rows(&store, org, Kind::Thread).await? {
            *found
                .entry(Thread::from_body(&row.body).unwrap().title.clone())
                .or_default() += 1;
        }
        for row in all_rows(&store, org, Kind::Document).await? {
            *found
                .entry(
                    folio_domain::documents::Document::from_body(&row.body)
                        .unwrap()
                        .title
                        .clone(),
                )
                .or_default() += 1;
        }
        store.close().await;
        let mut checked = 0;
        for note in notebook::read(&self.notes)? {
            if let Note::Saved { mutation_id } = note {
                let times = found.get(&mutation_id.to_string()).copied().unwrap_or_default();
                ensure!(
                    times == 1,
                    "{mutation_id} was said to be saved and is on the desktop {times} times"
                );
                checked += 1;
            }
        }
        Ok(checked)
    }
}

impl Desktop {
    fn kill(mut self) -> Result<DesktopArguments> {
        if let Some(status) = self.child.try_wait()? {
            bail!(
                "the desktop had ended by itself: {status}; it said: {}",
                self.arguments.log()
            );
        }
        self.child.kill()?;
        self.child.wait()?;
        Ok(self.arguments.clone())
    }

    /// Waits until it ends by itself.
    async fn finish(mut self) -> Result<()> {
        let log = self.arguments.clone();
        until(
            "the desktop brings what waits",
            Duration::from_secs(120),
            async || match self.child.try_wait()? {
                Some(status) if status.success() => Ok(true),
                Some(status) => bail!("the desktop failed: {status}; it said: {}", log.log()),
                None => Ok(false),
            },
        )
        .await
    }
}

impl Drop for Desktop {
    fn drop(&mut self) {
        // Errors mean that it is gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

async fn read_ledger(database: &Path, org: OrgId) -> Result<Ledger> {
    let (store, _aside) = open_aside(database, None, Schema::Server).await?;
    let ledger = Ledger::read(&store, org).await?;
    store.close().await;
    Ok(ledger)
}

fn read_notes(notebooks: &[PathBuf]) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    for path in notebooks {
        notes.extend(notebook::read(path)?);
    }
    Ok(notes)
}

/// Waits until a push is on its way, and then a moment of chance, so that kills meet pushes at every stage.
async fn moment_to_kill(storm: &Storm, answered: usize) -> Result<()> {
    until("pushes are answered again", USUAL, async || {
        Ok(storm.answered() > answered + 2)
    })
    .await?;
    for _ in 0..200 {
        until("a push is on its way", USUAL, async || Ok(storm.in_flight() > 0)).await?;
        let chance = u64::from(fresh().as_bytes()[15]);
        tokio::time::sleep(Duration::from_micros(chance * 100)).await;
        if storm.in_flight() > 0 {
            return Ok(());
        }
    }
    bail!("no push stays on its way for a moment")
}

#[derive(serde::Serialize)]
struct Report {
    kills: usize,
    kills_with_pushes_in_flight: usize,
    desktop_kills: usize,
    pushes: usize,
    pushes_broken_off: usize,
    acknowledged: usize,
    saved_on_the_desktop: usize,
    invoices: usize,
    trail: i64,
}

/// A desktop that is killed time and again while the storm goes on.
async fn kill_desktops(arguments: DesktopArguments, kills: usize) -> Result<DesktopArguments> {
    let mut arguments = arguments;
    for _ in 0..kills {
        let before = arguments.saved()?;
        let desktop = arguments.start(false)?;
        let watched = desktop.arguments.clone();
        until("the desktop saves changes", USUAL, async || {
            Ok(watched.saved()? > before + 15)
        })
        .await
        .with_context(|| watched.log())?;
        arguments = desktop.kill()?;
        arguments.check().await?;
    }
    Ok(arguments)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn nothing_acknowledged_is_lost_whatever_is_killed_when() {
    let (kills, folder) = (kills(), tempfile::tempdir().unwrap());
    let (home, notes) = (folder.path().join("server"), folder.path().to_owned());
    let org = found_in(&home, &[("Studio", OWNER)]).await.unwrap()[0].org_id;
    let mut server = Some(Server::start(&home).unwrap());
    let address = server.as_ref().unwrap().address();
    let link: Arc<dyn ServerLink> = Arc::new(HttpLink::new(&address).unwrap());
    let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
    let client = join_client(&owner, &link, "Client", "Karl", "karl@client.example")
        .await
        .unwrap()
        .client_id;

    let storm = Arc::new(Storm::default());
    let mut notebooks = Vec::new();
    let mut drivers = Vec::new();
    for nth in 0..DRIVERS {
        let path = notes.join(format!("driver-{nth}.jsonl"));
        let caller = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        drivers.push(tokio::spawn(
            Driver::new(caller, client, &path, storm.clone()).unwrap().run(),
        ));
        notebooks.push(path);
    }
    let desktop = DesktopArguments {
        server: address.clone(),
        folder: notes.join("desktop"),
        notes: notes.join("desktop.jsonl"),
        client,
    };
    std::fs::create_dir_all(&desktop.folder).unwrap();
    notebooks.push(desktop.notes.clone());
    let desktop_kills = (kills * 2 / 5).max(5);
    let mut killed_at: Vec<Instant> = Vec::new();
    let kill_servers = async {
        for nth in 0..kills {
            moment_to_kill(&storm, storm.answered()).await?;
            let killed = server.take().context("no server")?.kill()?;
            killed_at.push(killed.at);
            let ledger = read_ledger(&home.join("folio.db"), org).await?;
            let findings = judge(&read_notes(&notebooks)?, &ledger, Desktops::Syncing);
            ensure!(findings.is_empty(), "after kill {}: {findings:?}", nth + 1);
            server = Some(killed.start_again()?);
        }
        Ok(())
    };
    let (desktop, ()) = tokio::try_join!(kill_desktops(desktop, desktop_kills), kill_servers).unwrap();
    storm.end();
    for driver in drivers {
        driver.await.unwrap().unwrap();
    }
    desktop.clone().start(true).unwrap().finish().await.unwrap();
    let saved = desktop.check().await.unwrap();
    server
        .unwrap()
        .stop()
        .unwrap()
        .start_again()
        .unwrap()
        .stop()
        .unwrap();

    let notes = read_notes(&notebooks).unwrap();
    let ledger = read_ledger(&home.join("folio.db"), org).await.unwrap();
    let findings = judge(&notes, &ledger, Desktops::Settled);
    assert!(findings.is_empty(), "at the end: {findings:?}");

    let flights = storm.flights();
    let met = |at: &&Instant| {
        flights
            .iter()
            .any(|flight| flight.broken && flight.from < **at && flight.until >= **at)
    };
    let report = Report {
        kills,
        kills_with_pushes_in_flight: killed_at.iter().filter(met).count(),
        desktop_kills,
        pushes: flights.len(),
        pushes_broken_off: flights.iter().filter(|flight| flight.broken).count(),
        acknowledged: notes
            .iter()
            .filter(|note| matches!(note, Note::Answered(_)))
            .count(),
        saved_on_the_desktop: saved,
        invoices: ledger.all::<Invoice>().count(),
        trail: ledger.head.position,
    };
    let text = serde_json::to_string_pretty(&report).unwrap();
    println!("{text}");
    leave("faults.json", &text);
    assert!(
        report.kills_with_pushes_in_flight * 5 >= kills * 4,
        "too few kills met a push in flight"
    );
}
