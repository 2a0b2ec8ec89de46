//! A trail held against an earlier pack: what somebody rewrote with the database in hand fits together by itself, and
//! the head that the bookkeeper's pack carries gives it away.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "these are tests"
)]

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

use folio_domain::ids::{ActivityId, OrgId};
use folio_domain::invoices::Invoice;
use folio_domain::records::{Kind, Record as _, Row};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_exchange::month_pack::{Manifest, manifest_of};
use folio_replica::{RouterLink, ServerLink};
use folio_server::App;
use folio_store::{Location, Schema, Store};
use folio_tests::business::{config, found, issue, join_client};
use folio_tests::caller::Caller;
use folio_tests::ledger::Ledger;
use folio_tests::server::run;

const OWNER: &str = "owner@studio.example";

/// A business with two invoices, in a home that nobody serves.
struct Scene {
    folder: tempfile::TempDir,
    org: OrgId,
}

impl Scene {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = App::open(config(&folder.path().join("home")).unwrap())
            .await
            .unwrap();
        let org = found(&app, "Studio", OWNER).await.unwrap().org_id;
        let link: Arc<dyn ServerLink> = Arc::new(RouterLink::new(app.router()));
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Client", "Karl", "karl@client.example")
            .await
            .unwrap()
            .client_id;
        for words in ["One", "Two"] {
            issue(&owner, client, "", &[words]).await.unwrap();
        }
        folio_server::work_off(&app).await.unwrap();
        app.close().await;
        Self { folder, org }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn run(&self, command: &str, options: &[&OsStr]) -> Output {
        self.run_in("home", command, options)
    }

    fn run_in(&self, home: &str, command: &str, options: &[&OsStr]) -> Output {
        let home = self.path(home);
        let mut arguments = vec![OsStr::new(command), OsStr::new("--home"), home.as_os_str()];
        arguments.extend(options);
        run(&arguments).unwrap()
    }

    /// Checks the trail: whether it holds, and what was said.
    fn verify(&self, options: &[&OsStr]) -> (bool, String) {
        let output = self.run("verify", options);
        (output.status.success(), String::from_utf8(output.stdout).unwrap())
    }

    fn verify_against(&self, pack: &Path) -> (bool, String) {
        self.verify(&[OsStr::new("--pack"), pack.as_os_str()])
    }

    async fn store(&self) -> Store {
        self.store_in("home").await
    }

    async fn store_in(&self, home: &str) -> Store {
        let location = Location::Sqlite {
            path: self.path(home).join("folio.db"),
            key: None,
            readers: 1,
        };
        Store::open(&location, Schema::Server).await.unwrap()
    }

    /// The pack of the month of the invoices, saved by the program.
    async fn pack(&self, name: &str) -> (PathBuf, Manifest) {
        let store = self.store().await;
        let ledger = Ledger::read(&store, self.org).await.unwrap();
        let issued = ledger.all::<Invoice>().next().unwrap().1.issue_date;
        store.close().await;
        let month = issued.strftime("%Y-%m").to_string();
        let out = self.path(name);
        let output = self.run(
            "export",
            &[
                OsStr::new("--month"),
                OsStr::new(&month),
                OsStr::new("--out"),
                out.as_os_str(),
                OsStr::new("--datev-chart"),
                OsStr::new("04"),
            ],
        );
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let manifest = manifest_of(std::fs::File::open(&out).unwrap()).unwrap();
        (out, manifest)
    }

    /// Changes what an early entry says, and every link after it so that the chain fits together again.
    async fn rewrite(&self, home: &str) {
        let store = self.store_in(home).await;
        let ledger = Ledger::read(&store, self.org).await.unwrap();
        let (mut head, mut changed) = (TrailHead::default(), Vec::new());
        for link in ledger.links() {
            let row = |kind: Kind, id| {
                let rows = ledger.rows[&kind].iter();
                rows.clone().find(|row| row.id == id).unwrap().clone()
            };
            let entry = row(Kind::Activity, link.activity_id.0);
            let mut activity = Activity::from_body(&entry.body).unwrap().clone();
            if link.position == 2 {
                activity.label.push_str(" (never happened)");
            }
            let stored = ledger.rows[&Kind::TrailLink]
                .iter()
                .find(|row| TrailLink::from_body(&row.body).unwrap().position == link.position);
            let (linked, next) = head.append(ActivityId(entry.id), &activity);
            changed.push(Row {
                body: linked.into_body(),
                ..stored.unwrap().clone()
            });
            changed.push(Row {
                body: activity.into_body(),
                ..entry
            });
            head = next;
        }
        let mut transaction = store.begin().await.unwrap();
        for row in &changed {
            folio_store::rows::put(&mut transaction, self.org, row.kind(), &[row])
                .await
                .unwrap();
        }
        sqlx::query("UPDATE org SET trail_hash = $1 WHERE org_id = $2")
            .bind(head.hash)
            .bind(self.org.to_string())
            .execute(&mut *transaction)
            .await
            .unwrap();
        transaction.commit().await.unwrap();
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rewritten_trail_holds_by_itself_and_not_against_an_earlier_pack() {
    let scene = Scene::new().await;
    let (pack, manifest) = scene.pack("month.zip").await;
    assert_eq!(manifest.org_id, scene.org.to_string());
    assert!(manifest.trail.position > 2);
    let paths: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    assert!(
        paths
            .iter()
            .any(|path| path.starts_with("accounting/EXTF_Buchungsstapel_")),
        "{paths:?}"
    );

    // The trail has gone on since, for taking the pack is an entry: the earlier head is still on its way.
    let (holds, said) = scene.verify_against(&pack);
    assert!(holds && said.contains("the trail holds"), "{said}");
    let head = format!("{}@{}", manifest.trail.hash, manifest.trail.position);
    assert!(scene.verify(&[OsStr::new("--head"), OsStr::new(&head)]).0);

    scene.rewrite("home").await;
    let (holds, said) = scene.verify(&[]);
    assert!(holds, "the rewritten chain fits together by itself: {said}");
    for (holds, said) in [
        scene.verify_against(&pack),
        scene.verify(&[OsStr::new("--head"), OsStr::new(&head)]),
    ] {
        assert!(!holds && said.contains("not the hash that was kept"), "{said}");
        assert!(said.contains("the trail does not hold"), "{said}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trail_that_was_cut_and_another_business_s_pack_are_told_apart() {
    let scene = Scene::new().await;
    let (pack, manifest) = scene.pack("month.zip").await;
    let ahead = format!("{}@{}", manifest.trail.hash, manifest.trail.position + 1_000);
    let (holds, said) = scene.verify(&[OsStr::new("--head"), OsStr::new(&ahead)]);
    assert!(!holds && said.contains("shorter"), "{said}");

    let other = Scene::new().await;
    let (whole, said) = other.verify_against(&pack);
    assert!(!whole && said.is_empty(), "{said}");
    let alone = scene.path("manifest.json");
    std::fs::write(&alone, serde_json::to_vec(&manifest).unwrap()).unwrap();
    assert!(scene.verify_against(&alone).0, "a manifest by itself will do");
    std::fs::write(&alone, "not a pack").unwrap();
    assert!(!scene.verify_against(&alone).0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trail_that_left_and_came_back_is_held_by_the_pack_from_before() {
    let scene = Scene::new().await;
    let (pack, _) = scene.pack("month.zip").await;
    let out = scene.path("everything.zip");
    let options = [OsStr::new("--out"), out.as_os_str()];
    assert!(scene.run("export-all", &options).status.success());
    let options = [OsStr::new("--in"), out.as_os_str()];
    assert!(scene.run_in("new", "restore", &options).status.success());
    let against = [OsStr::new("--pack"), pack.as_os_str()];
    let verify = || scene.run_in("new", "verify", &against);
    assert!(verify().status.success());
    scene.rewrite("new").await;
    assert!(scene.run_in("new", "verify", &[]).status.success());
    let found = verify();
    let said = String::from_utf8(found.stdout).unwrap();
    assert!(
        !found.status.success() && said.contains("not the hash that was kept"),
        "{said}"
    );
}
