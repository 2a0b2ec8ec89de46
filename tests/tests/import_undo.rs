//! Imports taken back: on both databases everything is as it was before, and desktops lose what they had pulled.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "these are tests"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::{ClientId, ImportRunId};
use folio_domain::imports::{ImportBatch, ImportFormat, UndoImport, imported_id};
use folio_domain::organisations::Organisation;
use folio_domain::records::Kind;
use folio_exchange::imports::sample::sample;
use folio_exchange::imports::{self, NamedFile, Settings, Taken};
use folio_protocol::commands::{ImportReport, ImportUndoCheck};
use folio_protocol::queries::{ImportList, ImportsQuery, InvoiceFilter, InvoicePage, InvoicesQuery, Query};
use folio_protocol::sync::Outcome;
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_store::Cookie;
use folio_store::server::dumps;
use folio_store::testing::{Fixture, NOW, databases};
use folio_tests::business::{config, found};
use folio_tests::caller::Caller;
use folio_tests::make::record_payment;
use serde_json::{Value, json};
use uuid::Uuid;

/// Every row of every kind of record with its search tokens, but for the trail and the sequence numbers.
async fn export(fixture: &Fixture) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut export = BTreeMap::new();
    let kinds = Kind::ALL
        .iter()
        .filter(|kind| !matches!(kind, Kind::Activity | Kind::TrailLink));
    for table in kinds.map(|kind| kind.table()).chain(["search_token"]) {
        let mut rows = BTreeSet::new();
        let mut transaction = fixture.store.begin().await.unwrap();
        dumps::dump::<folio_store::StoreError>(&mut transaction, fixture.org, table, |mut row| {
            row.as_object_mut().unwrap().remove("version");
            // Tokens of the trail's own entries are none of a record's.
            if !matches!(row["kind"].as_str(), Some("activity" | "trail_link")) {
                assert!(rows.insert(row.to_string()));
            }
            Ok(())
        })
        .await
        .unwrap();
        transaction.rollback().await.unwrap();
        export.insert(table, rows);
    }
    export
}

/// Pulls until nothing waits: the rows that are there afterwards, of those that were, and where it ended.
async fn pull(
    fixture: &Fixture,
    mut rows: BTreeMap<(Kind, Uuid), String>,
    mut cookie: Option<Cookie>,
) -> (BTreeMap<(Kind, Uuid), String>, Cookie) {
    for _ in 0..500 {
        let scope = fixture.scope(&fixture.owner);
        let page = fixture
            .store
            .pull(&scope, fixture.device, cookie, 400)
            .await
            .unwrap();
        for row in &page.rows {
            if !matches!(row.kind, Kind::Activity | Kind::TrailLink) {
                rows.insert((row.kind, row.id), row.body.get().to_owned());
            }
        }
        for gone in &page.gone {
            rows.remove(&(gone.kind, gone.id));
        }
        cookie = Some(page.cookie.clone());
        if page.caught_up {
            return (rows, page.cookie);
        }
    }
    panic!("the pull never ends");
}

/// The batch of a tool's sample.
fn batch(fixture: &Fixture, organisation: &Organisation, format: ImportFormat) -> ImportBatch {
    let export = sample(format, 3, 60);
    let named: Vec<NamedFile<'_>> = export
        .files
        .iter()
        .map(|(name, bytes)| NamedFile { name, bytes })
        .collect();
    let settings = Settings {
        organisation,
        now: NOW,
        numbers_in_use: BTreeSet::new(),
        taken: Taken::none(fixture.org),
        mappings: Vec::new(),
    };
    imports::read(&named, Some(format), &settings).batch
}

async fn organisation(fixture: &Fixture) -> Organisation {
    let reads = vec![folio_domain::organisations::read(fixture.org)];
    let mut transaction = fixture.store.begin_read().await.unwrap();
    let found = folio_store::load_reads(&mut transaction, fixture.org, reads)
        .await
        .unwrap();
    transaction.rollback().await.unwrap();
    let row = &found[0].1[0];
    <Organisation as folio_domain::records::Record>::from_body(&row.body)
        .unwrap()
        .clone()
}

/// The only import that is there.
async fn the_run(fixture: &Fixture) -> ImportRunId {
    let (rows, _) = pull(fixture, BTreeMap::new(), None).await;
    let mut runs = rows.keys().filter(|(kind, _)| *kind == Kind::ImportRun);
    let run = ImportRunId(runs.next().unwrap().1);
    assert_eq!(runs.next(), None);
    run
}

#[tokio::test]
async fn an_undone_import_leaves_every_table_as_it_was() {
    for database in databases().await.unwrap() {
        let fixture = Fixture::new(database.store.clone()).await.unwrap();
        let organisation = organisation(&fixture).await;
        for format in ImportFormat::ALL.iter().copied() {
            let about = format!("{format:?} on {}", database.name);
            let before = export(&fixture).await;
            let (desktop, cookie) = pull(&fixture, BTreeMap::new(), None).await;
            let import = batch(&fixture, &organisation, format);
            assert!(!import.clients.is_empty(), "{about}");
            fixture
                .apply(&fixture.owner, vec![import.clone().into()])
                .await
                .unwrap();
            let with = export(&fixture).await;
            assert!(with["client"].len() > before["client"].len(), "{about}");
            let (pulled, cookie) = pull(&fixture, desktop.clone(), Some(cookie)).await;
            assert!(pulled.len() > desktop.len() + import.invoices.len());

            let run_id = the_run(&fixture).await;
            let undo = UndoImport { run_id };
            fixture.apply(&fixture.owner, vec![undo.into()]).await.unwrap();
            assert_eq!(export(&fixture).await, before, "{about}");
            let (pulled, _) = pull(&fixture, pulled, Some(cookie)).await;
            assert_eq!(pulled, desktop, "{about}: a desktop keeps what is gone");

            // The same files come again as they came, and go again.
            fixture.apply(&fixture.owner, vec![import.into()]).await.unwrap();
            let again = export(&fixture).await;
            for (table, rows) in with.iter().filter(|(table, _)| !table.starts_with("import_")) {
                assert_eq!(rows, &again[table], "{about}: {table}");
            }
            let run_id = the_run(&fixture).await;
            let undo = UndoImport { run_id };
            fixture.apply(&fixture.owner, vec![undo.into()]).await.unwrap();
            assert_eq!(export(&fixture).await, before, "{about}");
        }
    }
}

#[tokio::test]
async fn of_two_imports_at_once_the_second_is_refused() {
    for database in databases().await.unwrap() {
        let fixture = Fixture::new(database.store.clone()).await.unwrap();
        let organisation = organisation(&fixture).await;
        let one = |format| ImportBatch {
            after: Some(BTreeSet::new()),
            ..batch(&fixture, &organisation, format)
        };
        let both = (
            fixture.submit(&fixture.owner, vec![one(ImportFormat::Xero).into()]),
            fixture.submit(&fixture.owner, vec![one(ImportFormat::Wave).into()]),
        );
        let (first, second) = futures::join!(both.0, both.1);
        let refused: Vec<String> = [first, second]
            .into_iter()
            .filter_map(|results| match &results.unwrap()[0].outcome {
                Outcome::Refused(refusal) => Some(refusal.message_key.clone()),
                Outcome::Applied => None,
            })
            .collect();
        assert_eq!(refused, ["refused-import-meanwhile"], "{}", database.name);
        the_run(&fixture).await;
    }
}

#[tokio::test]
async fn of_an_undoing_and_a_payment_at_once_one_is_refused() {
    for database in databases().await.unwrap() {
        let fixture = Fixture::new(database.store.clone()).await.unwrap();
        let organisation = organisation(&fixture).await;
        let import = batch(&fixture, &organisation, ImportFormat::Xero);
        let key = &import.clients[0].key;
        let client_id = ClientId(imported_id(fixture.org, &import.source, Kind::Client, key));
        // Whichever comes first: over several rounds both orders are met.
        for round in 0..6 {
            fixture
                .apply(&fixture.owner, vec![import.clone().into()])
                .await
                .unwrap();
            let run_id = the_run(&fixture).await;
            let undo = || vec![UndoImport { run_id }.into()];
            let payment = record_payment(client_id, None, 100, "at once");
            let pay = || vec![payment.clone().into()];
            let (first, second) = if round % 2 == 0 {
                let both = (
                    fixture.submit(&fixture.owner, undo()),
                    fixture.submit(&fixture.owner, pay()),
                );
                futures::join!(both.0, both.1)
            } else {
                let both = (
                    fixture.submit(&fixture.owner, pay()),
                    fixture.submit(&fixture.owner, undo()),
                );
                futures::join!(both.0, both.1)
            };
            let refused: Vec<String> = [first, second]
                .into_iter()
                .filter_map(|results| match &results.unwrap()[0].outcome {
                    Outcome::Refused(refusal) => Some(refusal.message_key.clone()),
                    Outcome::Applied => None,
                })
                .collect();
            let about = format!("{}, round {round}", database.name);
            match refused.as_slice() {
                // The client had gone before the payment came.
                [key] if key == "refused-not-found" => {}
                // The payment came first: it is reversed by nobody, so the import stays.
                [key] if key == "refused-import-touched" => break,
                other => panic!("{about}: {other:?}"),
            }
        }
    }
}

/// A business with its owner at a server.
struct Office {
    owner: Caller,
    _app: App,
    _folder: tempfile::TempDir,
}

impl Office {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(folder.path()).unwrap()).await.unwrap();
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        found(&app, "Studio", "owner@studio.example").await.unwrap();
        let owner = Caller::sign_in(link, "owner@studio.example").await.unwrap();
        Self {
            owner,
            _app: app,
            _folder: folder,
        }
    }

    async fn command(&self, name: &str, params: Value) -> folio_tests::caller::Answer {
        self.owner.command(name, &params).await.unwrap()
    }

    async fn runs(&self) -> ImportList {
        self.owner
            .ask(Query::ImportsQuery(ImportsQuery {}))
            .await
            .unwrap()
    }
}

fn files(format: ImportFormat) -> Value {
    let files = sample(format, 3, 30).files.into_iter();
    files
        .map(|(name, bytes)| json!({ "name": name, "bytes": STANDARD.encode(bytes) }))
        .collect()
}

#[tokio::test]
async fn an_owner_sees_what_would_go_and_takes_it_back() {
    let office = Office::new().await;
    let files = files(ImportFormat::ZohoInvoice);
    let preview = office.command("preview_import", json!({ "files": files })).await;
    let report: ImportReport = preview.read().unwrap();
    let params = json!({
        "files": files, "files_sha256": report.files_sha256, "after": report.after,
    });
    let committed = office.command("commit_import", params.clone()).await;
    assert_eq!(committed.status, 200);
    let again = office.command("commit_import", params).await;
    assert_eq!(
        again.problem().unwrap().message_key,
        "refused-import-meanwhile",
        "what the person saw is not what would come"
    );
    let list = office.runs().await;
    let row = &list.imports[0];
    assert!(row.is_listed);
    assert_eq!(row.run.files.len(), files.as_array().unwrap().len());
    let about = json!({ "run_id": row.run_id });

    let check: ImportUndoCheck = office
        .command("check_import_undo", about.clone())
        .await
        .read()
        .unwrap();
    assert_eq!(
        (check.clients, check.invoices, check.payments),
        (row.run.clients, row.run.invoices, row.run.payments)
    );
    assert_eq!(check.problem, None);
    for sums in &check.sums {
        let totals = report
            .totals
            .iter()
            .find(|totals| totals.currency == sums.currency);
        assert_eq!(
            totals.map(|totals| (totals.invoiced, totals.paid)),
            Some((sums.invoiced, sums.paid))
        );
    }
    assert_eq!(office.runs().await.imports.len(), 1, "looking changes nothing");

    // A link that a client may open stands in the way; it is taken back, and no longer does.
    let page: InvoicePage = office
        .owner
        .ask(Query::InvoicesQuery(InvoicesQuery {
            filter: InvoiceFilter::All,
            client_id: None,
            search: None,
            after: None,
            limit: 50,
        }))
        .await
        .unwrap();
    let mut linked = None;
    for row in &page.rows {
        let answer = office
            .command("invoice_link", json!({ "invoice_id": row.invoice_id }))
            .await;
        if answer.status == 200 {
            linked = Some((row.invoice_id, row.number.clone()));
            break;
        }
    }
    let (invoice_id, number) = linked.unwrap();
    let check: ImportUndoCheck = office
        .command("check_import_undo", about.clone())
        .await
        .read()
        .unwrap();
    let problem = check.problem.unwrap();
    assert_eq!(problem.message_key, "refused-import-touched");
    assert_eq!(
        (problem.params["what"].as_str(), &problem.params["label"]),
        ("linked", &number)
    );
    assert_ne!(
        office.command("take_import_back", about.clone()).await.status,
        200
    );
    let ended = office
        .command("revoke_invoice_links", json!({ "invoice_id": invoice_id }))
        .await;
    assert_eq!(ended.status, 200);

    assert_eq!(
        office.command("take_import_back", about.clone()).await.status,
        200
    );
    assert_eq!(office.runs().await.imports, []);
    assert_eq!(office.command("take_import_back", about).await.status, 404);
}
