//! A business on a real server, and its home brought back elsewhere.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;

use folio_domain::ids::{ClientId, DocumentId, InvoiceId, OrgId, VersionId};
use folio_domain::trail::sha256_hex;
use folio_replica::{HttpLink, ServerLink};
use folio_store::Schema;
use folio_tests::business::{found_in, issue, join_client, paper};
use folio_tests::caller::Caller;
use folio_tests::desk::open_aside;
use folio_tests::ledger::Ledger;
use folio_tests::make::{add_document, fresh, new_version};
use folio_tests::server::{Server, run};

pub const OWNER: &str = "owner@studio.example";

/// A business on a real server, with a client, files and papers.
pub struct Scene {
    folder: tempfile::TempDir,
    pub org: OrgId,
    pub code: String,
    pub link: Arc<dyn ServerLink>,
    pub owner: Caller,
    pub client: ClientId,
    pub files: BTreeMap<VersionId, Vec<u8>>,
    papers: BTreeMap<InvoiceId, Vec<u8>>,
}

impl Scene {
    pub async fn new() -> (Self, Server) {
        let folder = tempfile::tempdir().unwrap();
        let founded = found_in(&folder.path().join("first"), &[("Studio", OWNER)])
            .await
            .unwrap()
            .remove(0);
        let server = Server::start(&folder.path().join("first")).unwrap();
        let link: Arc<dyn ServerLink> = Arc::new(HttpLink::new(&server.address()).unwrap());
        let owner = Caller::sign_in(link.clone(), OWNER).await.unwrap();
        let client = join_client(&owner, &link, "Client", "Karl", "karl@client.example")
            .await
            .unwrap()
            .client_id;
        let (org, code) = (founded.org_id, founded.recovery_code);
        let mut scene = Self {
            folder,
            org,
            code,
            link,
            owner,
            client,
            files: BTreeMap::new(),
            papers: BTreeMap::new(),
        };
        for nth in 0..3 {
            let invoice = issue(&scene.owner, client, "", &["Poster", "Frame"])
                .await
                .unwrap();
            scene
                .papers
                .insert(invoice, paper(&scene.owner, invoice).await.unwrap());
            let bytes = format!("{nth}, ").repeat(100_000 * nth + 10).into_bytes();
            let version = VersionId(fresh());
            let add = add_document(
                DocumentId(fresh()),
                client,
                "Terms",
                true,
                new_version(version, "terms.txt", &bytes),
            );
            scene.owner.apply(vec![add]).await.unwrap();
            scene.owner.upload(version, &bytes).await.unwrap();
            scene.files.insert(version, bytes);
        }
        (scene, server)
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn backup(&self, home: &Path, name: &str) -> PathBuf {
        let out = self.path(name);
        let output = run(&[
            "backup".as_ref(),
            "--home".as_ref(),
            home.as_ref(),
            "--out".as_ref(),
            out.as_ref(),
        ])
        .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        out
    }

    pub fn try_restore(&self, backup: &Path, code: &str, home: &Path) -> Output {
        let arguments: [&OsStr; 7] = [
            "restore".as_ref(),
            "--home".as_ref(),
            home.as_ref(),
            "--in".as_ref(),
            backup.as_ref(),
            "--code".as_ref(),
            code.as_ref(),
        ];
        run(&arguments).unwrap()
    }

    pub fn restore(&self, backup: &Path, name: &str) -> PathBuf {
        let home = self.path(name);
        let output = self.try_restore(backup, &self.code, &home);
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        home
    }

    pub async fn read(&self, home: &Path) -> (Ledger, String) {
        let (store, _aside) = open_aside(&home.join("folio.db"), None, Schema::Server)
            .await
            .unwrap();
        let ledger = Ledger::read(&store, self.org).await.unwrap();
        let epoch = store.org(self.org).await.unwrap().unwrap().epoch;
        store.close().await;
        (ledger, epoch)
    }

    /// Signs in anew and finds every file and paper as it was.
    pub async fn check_files(&self) {
        let owner = Caller::sign_in(self.link.clone(), OWNER).await.unwrap();
        for (version, bytes) in &self.files {
            let answer = owner.file(*version).await.unwrap();
            assert_eq!(
                (answer.status, sha256_hex(&answer.body)),
                (200, sha256_hex(bytes))
            );
        }
        for (invoice, bytes) in &self.papers {
            let answer = owner.pdf(*invoice).await.unwrap();
            assert_eq!(
                (answer.status, sha256_hex(&answer.body)),
                (200, sha256_hex(bytes))
            );
        }
    }
}
