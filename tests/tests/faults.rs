//! The server and a desktop are killed in a storm of changes; a judge counts what was acknowledged.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail, ensure};
use folio_domain::ids::{ClientId, InvoiceId, MutationId, OrgId};
use folio_domain::invoices::{Invoice, InvoiceStanding, Origin};
use folio_domain::records::{Body, Kind, Record, Row};
use folio_domain::threads::{Message, Thread};
use folio_domain::trail::Activity;
use folio_protocol::sync::Outcome;
use folio_replica::{HttpLink, RouterLink, ServerLink};
use folio_server::App;
use folio_store::{Location, Schema, Store};
use folio_tests::business::{config, found, found_in, join_client};
use folio_tests::caller::Caller;
use folio_tests::desk::{copy_folder, key_of, open_aside};
use folio_tests::judge::{Desktops, Finding, judge};
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

/// A small history that is as it should be: what a driver wrote down, and the database that it is about.
struct Calm {
    _folder: tempfile::TempDir,
    org: OrgId,
    store: Store,
    notes: Vec<Note>,
}

impl Calm {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(folder.path()).unwrap()).await.unwrap();
        let org = found(&app, "Studio", OWNER).await.unwrap().org_id;
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Client", "Karl", "karl@client.example")
            .await
            .unwrap()
            .client_id;
        let notebook = folder.path().join("driver.jsonl");
        let mut driver = Driver::new(owner, client, &notebook, Arc::new(Storm::default())).unwrap();
        for _ in 0..3 {
            driver.round().await.unwrap();
        }
        folio_server::work_off(&app).await.unwrap();
        app.close().await;
        let location = Location::Sqlite {
            path: folder.path().join("folio.db"),
            key: None,
            readers: 1,
        };
        let store = Store::open(&location, Schema::Server).await.unwrap();
        Self {
            _folder: folder,
            org,
            store,
            notes: notebook::read(&notebook).unwrap(),
        }
    }

    async fn ledger(&self) -> Ledger {
        Ledger::read(&self.store, self.org).await.unwrap()
    }

    async fn findings(&self) -> BTreeSet<Finding> {
        judge(&self.notes, &self.ledger().await, Desktops::Settled)
    }

    async fn run(&self, sql: &'static str, values: &[&str]) {
        let mut transaction = self.store.begin().await.unwrap();
        let mut query = sqlx::query(sql);
        for value in values {
            query = query.bind((*value).to_owned());
        }
        let changed = query.execute(&mut *transaction).await.unwrap();
        assert_eq!(changed.rows_affected(), 1, "{sql}");
        transaction.commit().await.unwrap();
    }

    /// Writes a row behind the engine's back.
    async fn overwrite(&self, row: Row) {
        let mut transaction = self.store.begin().await.unwrap();
        folio_store::rows::put(&mut transaction, self.org, row.kind(), &[&row])
            .await
            .unwrap();
        transaction.commit().await.unwrap();
    }

    async fn change<R: Record>(&self, row: &Row, change: impl FnOnce(&mut R)) {
        let mut record = R::from_body(&row.body).unwrap().clone();
        change(&mut record);
        let body: Body = record.into_body();
        self.overwrite(Row { body, ..row.clone() }).await;
    }

    async fn rows(&self, kind: Kind) -> Vec<Row> {
        self.ledger().await.rows.remove(&kind).unwrap()
    }

    /// The issued invoices in the order of their numbers.
    async fn invoices(&self) -> Vec<Row> {
        let mut rows = self.rows(Kind::Invoice).await;
        rows.sort_by_key(|row| Invoice::from_body(&row.body).unwrap().number.clone());
        rows
    }

    fn answered(&self) -> MutationId {
        let applied = self.notes.iter().find_map(|note| match note {
            Note::Answered(result) if result.outcome == Outcome::Applied => Some(result.mutation_id),
            _ => None,
        });
        applied.unwrap()
    }
}

fn marked_message(rows: &[Row], calm: &Calm) -> (Row, MutationId) {
    let offered: BTreeSet<String> = calm
        .notes
        .iter()
        .filter_map(|note| match note {
            Note::Offered { mutation_id, .. } => Some(mutation_id.to_string()),
            _ => None,
        })
        .collect();
    let text = |row: &Row| Message::from_body(&row.body).unwrap().text.clone();
    let row = rows.iter().find(|row| offered.contains(&text(row))).unwrap();
    (row.clone(), MutationId(text(row).parse().unwrap()))
}

#[tokio::test]
async fn the_judge_finds_nothing_where_nothing_is_wrong() {
    let calm = Calm::new().await;
    assert_eq!(calm.findings().await, BTreeSet::new());
    assert_eq!(calm.invoices().await.len(), 3);
    assert!(calm.notes.len() > 100);
}

#[tokio::test]
async fn the_judge_sees_a_dropped_acknowledgement() {
    let calm = Calm::new().await;
    let id = calm.answered();
    calm.run(
        "DELETE FROM mutation_result WHERE mutation_id = $1",
        &[&id.to_string()],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::Lost(id)));
}

#[tokio::test]
async fn the_judge_sees_an_outcome_that_was_changed() {
    let calm = Calm::new().await;
    let id = calm.answered();
    let refused = format!(
        r#"{{"mutation_id":"{id}","outcome":"refused","refusal":{{"code":"invalid","message_key":"refused-empty","params":{{}}}}}}"#
    );
    calm.run(
        "UPDATE mutation_result SET result = $2 WHERE mutation_id = $1",
        &[&id.to_string(), &refused],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::OtherOutcome(id)));
}

#[tokio::test]
async fn the_judge_sees_a_doubled_mutation() {
    let calm = Calm::new().await;
    let (row, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.overwrite(Row { id: fresh(), ..row }).await;
    assert_eq!(calm.findings().await, [Finding::Twice(id)].into());
}

#[tokio::test]
async fn the_judge_sees_a_doubled_trail_entry() {
    let calm = Calm::new().await;
    let row = calm
        .rows(Kind::Activity)
        .await
        .into_iter()
        .find(|row| Activity::from_body(&row.body).unwrap().action == "post_message");
    let row = row.unwrap();
    let id = Activity::from_body(&row.body).unwrap().mutation_id;
    calm.overwrite(Row { id: fresh(), ..row }).await;
    assert!(calm.findings().await.contains(&Finding::TrailEntries(id, 2)));
}

#[tokio::test]
async fn the_judge_sees_a_row_that_is_gone() {
    let calm = Calm::new().await;
    let (row, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.run("DELETE FROM message WHERE id = $1", &[&row.id.to_string()])
        .await;
    assert_eq!(calm.findings().await, [Finding::RowLost(id)].into());
}

#[tokio::test]
async fn the_judge_sees_a_row_that_nobody_was_told_of() {
    let mut calm = Calm::new().await;
    let (_, id) = marked_message(&calm.rows(Kind::Message).await, &calm);
    calm.run(
        "DELETE FROM mutation_result WHERE mutation_id = $1",
        &[&id.to_string()],
    )
    .await;
    calm.notes
        .retain(|note| !matches!(note, Note::Answered(result) if result.mutation_id == id));
    assert!(calm.findings().await.contains(&Finding::RowFromNowhere(id)));
}

#[tokio::test]
async fn the_judge_sees_a_number_used_again() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    let first = Invoice::from_body(&rows[0].body).unwrap().clone();
    calm.change::<Invoice>(&rows[1], |invoice| {
        invoice.number.clone_from(&first.number);
        invoice.origin = match (&first.origin, &invoice.origin) {
            (Origin::Issued { sequence, .. }, Origin::Issued { draft_id, .. }) => Origin::Issued {
                draft_id: *draft_id,
                sequence: *sequence,
            },
            _ => panic!("not issued"),
        };
    })
    .await;
    let findings = calm.findings().await;
    assert!(
        findings.contains(&Finding::NumberTwice(first.number)),
        "{findings:?}"
    );
    assert!(findings.contains(&Finding::NumberMissing(2)), "{findings:?}");
    assert!(
        findings.contains(&Finding::NumberChanged(InvoiceId(rows[1].id))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn the_judge_sees_a_number_that_was_skipped() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    calm.change::<Invoice>(&rows[2], |invoice| {
        if let Origin::Issued { sequence, .. } = &mut invoice.origin {
            *sequence += 1;
        }
    })
    .await;
    let findings = calm.findings().await;
    assert_eq!(
        findings,
        [Finding::NumberMissing(3), Finding::SeriesCounter].into()
    );
}

#[tokio::test]
async fn the_judge_sees_an_invoice_that_is_gone() {
    let calm = Calm::new().await;
    let rows = calm.invoices().await;
    calm.run("DELETE FROM invoice WHERE id = $1", &[&rows[2].id.to_string()])
        .await;
    let findings = calm.findings().await;
    assert!(findings.contains(&Finding::SeriesCounter), "{findings:?}");
    assert!(
        findings.contains(&Finding::NumberChanged(InvoiceId(rows[2].id))),
        "{findings:?}"
    );
}

#[tokio::test]
async fn the_judge_sees_a_standing_that_does_not_follow() {
    let calm = Calm::new().await;
    let rows = calm.rows(Kind::InvoiceStanding).await;
    calm.change::<InvoiceStanding>(&rows[0], |standing| standing.amount_paid.minor += 1)
        .await;
    assert_eq!(
        calm.findings().await,
        [Finding::Standing(InvoiceId(rows[0].id))].into()
    );
}

#[tokio::test]
async fn the_judge_sees_a_rewritten_trail() {
    let calm = Calm::new().await;
    let rows = calm.rows(Kind::Activity).await;
    calm.change::<Activity>(&rows[5], |activity| activity.label.push('!'))
        .await;
    assert_eq!(
        calm.findings().await,
        [Finding::TrailRewritten(rows[5].id)].into()
    );
}

#[tokio::test]
async fn the_judge_sees_a_trail_that_was_cut() {
    let calm = Calm::new().await;
    let ledger = calm.ledger().await;
    let last = ledger.links().last().unwrap().activity_id;
    calm.run("DELETE FROM activity WHERE id = $1", &[&last.to_string()])
        .await;
    calm.run(
        "DELETE FROM trail_link WHERE position = (SELECT MAX(position) FROM trail_link)",
        &[],
    )
    .await;
    assert!(calm.findings().await.contains(&Finding::TrailHead));
}

#[tokio::test]
async fn the_judge_sees_a_saved_change_that_never_arrived() {
    let mut calm = Calm::new().await;
    let id = MutationId(fresh());
    calm.notes.push(Note::Saved { mutation_id: id });
    assert_eq!(calm.findings().await, [Finding::Lost(id)].into());
}
