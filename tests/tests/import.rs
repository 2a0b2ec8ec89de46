//! A hostile file of another tool: dry run, commit, and once more.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use folio_domain::ids::OrgId;
use folio_domain::imports::ImportFormat;
use folio_domain::invoices::{Invoice, InvoiceStanding, Origin};
use folio_domain::payments::Payment;
use folio_domain::records::Kind;
use folio_exchange::imports::sample::invoice_ninja::{FILE_NAMES, GeneratedExport, sample_invoice_ninja};
use folio_exchange::imports::sample::{ExpectedTotals, SampleExport, sample};
use folio_protocol::commands::{ImportIssue, ImportReport};
use folio_store::{Location, Schema, Store};
use folio_tests::business::found_in;
use folio_tests::judge::{Desktops, judge};
use folio_tests::ledger::Ledger;
use folio_tests::server::run;

const INVOICES: u32 = 400;
const SEED: u64 = 1;

/// An empty business, and the files to import.
struct Scene<E = GeneratedExport> {
    folder: tempfile::TempDir,
    org: OrgId,
    export: E,
    files: Vec<PathBuf>,
    format: &'static [&'static str],
}

impl Scene {
    async fn new() -> Self {
        let export = sample_invoice_ninja(SEED, INVOICES);
        let contents = [&export.clients_csv, &export.invoices_csv, &export.payments_csv];
        let contents = contents.map(Clone::clone);
        let names = FILE_NAMES.iter().map(|name| (*name).to_owned());
        Self::with(
            names.zip(contents).collect(),
            export,
            &["--format", "invoice-ninja"],
        )
        .await
    }
}

impl Scene<SampleExport> {
    /// A tool's files; which tool is to be found out.
    async fn of(format: ImportFormat) -> Self {
        let export = sample(format, SEED, 120);
        Self::with(export.files.clone(), export, &[]).await
    }
}

impl<E> Scene<E> {
    async fn with(given: Vec<(String, Vec<u8>)>, export: E, format: &'static [&'static str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let org = found_in(&folder.path().join("home"), &[("Studio", "owner@studio.example")])
            .await
            .unwrap()[0]
            .org_id;
        let files = given.into_iter().map(|(name, bytes)| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path
        });
        let files = files.collect();
        Self {
            folder,
            org,
            export,
            files,
            format,
        }
    }

    fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    fn import(&self, options: &[&str]) -> String {
        let home = self.home();
        let mut arguments: Vec<&OsStr> = ["import", "--home"]
            .into_iter()
            .map(OsStr::new)
            .chain([home.as_os_str()])
            .collect();
        arguments.extend(self.format.iter().chain(options).map(OsStr::new));
        arguments.extend(self.files.iter().map(|file| Path::as_os_str(file)));
        let output = run(&arguments).unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8(output.stdout).unwrap()
    }

    fn report(&self, options: &[&str]) -> ImportReport {
        serde_json::from_str(self.import(&[options, &["--json"]].concat()).trim()).unwrap()
    }

    async fn ledger(&self) -> Ledger {
        let location = Location::Sqlite {
            path: self.home().join("folio.db"),
            key: None,
            readers: 1,
        };
        let store = Store::open(&location, Schema::Server).await.unwrap();
        let ledger = Ledger::read(&store, self.org).await.unwrap();
        store.close().await;
        ledger
    }

    fn says(&self, command: &str) -> bool {
        let home = self.home();
        run(&[OsStr::new(command), OsStr::new("--home"), home.as_os_str()])
            .unwrap()
            .status
            .success()
    }
}

fn by_currency(amounts: impl Iterator<Item = folio_domain::Money>) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for amount in amounts {
        *sums.entry(amount.currency.code().to_owned()).or_default() += amount.minor;
    }
    sums
}

#[tokio::test]
async fn the_dry_run_names_every_hostile_case_by_its_line() {
    let scene = Scene::new().await;
    let before = scene.ledger().await;
    let report = scene.report(&["--dry-run"]);
    let found: BTreeSet<(String, u32, bool, String)> = report
        .issues
        .iter()
        .map(|issue| {
            (
                issue.file.clone(),
                issue.line,
                issue.refused,
                issue.message_key.clone(),
            )
        })
        .collect();
    let expected: BTreeSet<(String, u32, bool, String)> = scene
        .export
        .expected
        .iter()
        .map(|issue| {
            (
                FILE_NAMES[issue.file].to_owned(),
                issue.line,
                issue.refused,
                issue.message_key.to_owned(),
            )
        })
        .collect();
    assert!(expected.len() > 40, "the sample has lost its hostile cases");
    assert_eq!(
        found.difference(&expected).collect::<Vec<_>>(),
        Vec::<&_>::new(),
        "found, and not planted"
    );
    assert_eq!(
        expected.difference(&found).collect::<Vec<_>>(),
        Vec::<&_>::new(),
        "planted, and not found"
    );
    assert_eq!(report.invoices, scene.export.invoices);
    assert!(!report.committed);

    let told = scene.import(&["--dry-run"]);
    for (file, line, _, key) in &expected {
        let begins = format!("{file}:{line}: ");
        assert!(
            told.lines()
                .any(|said| said.starts_with(&begins) && said.contains(key.as_str())),
            "{begins}{key}"
        );
    }
    let after = scene.ledger().await;
    assert_eq!(
        (before.rows, before.head),
        (after.rows, after.head),
        "a dry run changes nothing"
    );
}

/// That the business's invoices and what is due of them are what the source states.
fn agree(ledger: &Ledger, stated: &[ExpectedTotals]) {
    let stated = |pick: fn(&ExpectedTotals) -> i64| -> BTreeMap<String, i64> {
        let sums = stated.iter();
        sums.map(|totals| (totals.currency.code().to_owned(), pick(totals)))
            .collect()
    };
    assert_eq!(
        by_currency(ledger.all::<Invoice>().map(|(_, invoice)| invoice.total)),
        stated(|totals| totals.invoiced)
    );
    let due = ledger
        .all::<InvoiceStanding>()
        .map(|(_, standing)| standing.amount_due);
    assert_eq!(by_currency(due), stated(|totals| totals.balance));
}

#[tokio::test]
async fn what_came_agrees_with_the_source_to_the_cent() {
    let scene = Scene::new().await;
    let report = scene.report(&[]);
    assert!(report.committed);
    let ledger = scene.ledger().await;

    agree(&ledger, &scene.export.totals);
    for totals in &report.totals {
        assert_eq!(
            (totals.source_invoiced, totals.source_balance),
            (totals.invoiced, totals.balance)
        );
    }
    assert_eq!(judge(&[], &ledger, Desktops::Settled), BTreeSet::new());
    assert!(scene.says("verify") && scene.says("check"));
}

#[tokio::test]
async fn imported_numbers_stay_as_they_were_and_spend_none_of_the_series() {
    let scene = Scene::new().await;
    scene.import(&[]);
    let ledger = scene.ledger().await;
    let source = String::from_utf8(scene.export.invoices_csv.clone()).unwrap();
    let cells: BTreeSet<&str> = source.split([';', '\n', '\r', '"']).collect();
    let mut count = 0;
    for (_, invoice) in ledger.all::<Invoice>() {
        assert!(matches!(invoice.origin, Origin::Imported { .. }));
        assert!(
            cells.contains(invoice.number.as_str()),
            "{} is not in the source",
            invoice.number
        );
        count += 1;
    }
    assert_eq!(count, scene.export.invoices);
    let series = ledger.series(false).unwrap();
    assert_eq!((series.next, series.spent), (1, 0));
}

#[tokio::test]
async fn a_second_import_of_the_same_files_adds_nothing() {
    let scene = Scene::new().await;
    let first = scene.report(&[]);
    let before = scene.ledger().await;
    let second = scene.report(&[]);
    let after = scene.ledger().await;
    assert_eq!(first.known, 0);
    // What the source calls paid without a payment's row is made up for once; then there is nothing to make up for.
    let is_made_up = |issue: &&ImportIssue| issue.message_key == "import-paid-unrecorded";
    let made_up = first.issues.iter().filter(is_made_up).count();
    let known = first.clients + first.invoices + first.payments;
    assert_eq!(second.known, known - u32::try_from(made_up).unwrap());
    for kind in Kind::ALL {
        assert_eq!(before.rows[kind], after.rows[kind], "{}", kind.table());
    }
    assert_eq!(before.head, after.head);
    assert!(after.all::<Payment>().count() > 100);
}

#[tokio::test]
async fn every_tool_s_files_come_once_and_to_the_cent() {
    let others = ImportFormat::ALL.iter().copied();
    for format in others.filter(|format| *format != ImportFormat::InvoiceNinja) {
        let mut scene = Scene::of(format).await;
        if format == ImportFormat::Table {
            scene.format = &["--format", "table"];
        }
        let report = scene.report(&[]);
        assert_eq!(report.format, Some(format));
        assert_eq!(report.invoices, scene.export.invoices, "{format:?}");
        let before = scene.ledger().await;
        agree(&before, &scene.export.totals);
        assert_eq!(
            judge(&[], &before, Desktops::Settled),
            BTreeSet::new(),
            "{format:?}"
        );
        scene.report(&[]);
        let after = scene.ledger().await;
        for kind in Kind::ALL {
            assert_eq!(
                before.rows[kind],
                after.rows[kind],
                "{format:?}: {}",
                kind.table()
            );
        }
        assert!(scene.says("verify") && scene.says("check"), "{format:?}");
    }
}
