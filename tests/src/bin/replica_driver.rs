//! A desktop without a window, for the tests that kill it: makes changes as fast as its copy takes them, and writes
//! down what it was told is saved.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use clap::Parser;
use folio_domain::documents::NewVersion;
use folio_domain::ids::{ClientId, DocumentId, MutationId, ThreadId, VersionId};
use folio_domain::mutations::Mutation;
use folio_protocol::commands::{MutateRequest, PutFilePiece};
use folio_protocol::sync::SyncStatus;
use folio_replica::HttpLink;
use folio_tests::desk::Desk;
use folio_tests::keeper::FileKeeper;
use folio_tests::make::{add_document, fresh, new_version, post_message, start_thread};
use folio_tests::notebook::{Note, Notebook};
use uuid::Uuid;

/// How long the server may be down while the desktop signs in.
const SIGN_IN_LIMIT: Duration = Duration::from_secs(30);
/// How many changes may wait before the driver lets the sync go on.
const WAITING_MAX: u32 = 60;
const MESSAGES_PER_THREAD: usize = 20;

#[derive(Parser)]
struct Arguments {
    /// The server's address.
    #[arg(long)]
    server: String,
    /// The app's folder.
    #[arg(long)]
    folder: PathBuf,
    /// Where notes go.
    #[arg(long)]
    notes: PathBuf,
    /// Who signs in.
    #[arg(long)]
    email: String,
    /// The client whose things are changed.
    #[arg(long)]
    client: Uuid,
    /// Makes no changes: brings what waits to the server, and ends.
    #[arg(long)]
    settle: bool,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    std::fs::create_dir_all(&arguments.folder)?;
    let keeper = Arc::new(FileKeeper::new(arguments.folder.join("secrets.json")));
    let link = Arc::new(HttpLink::new(&arguments.server)?);
    let desk = open(&keeper, &arguments, &link).await?;
    if arguments.settle {
        return desk.settled().await;
    }
    let mut driver = Driver {
        desk,
        notebook: Notebook::open(&arguments.notes)?,
        client_id: ClientId(arguments.client),
    };
    loop {
        driver.round().await?;
    }
}

/// Opens the desktop, signing in the first time. The server may be down at this very moment: it is asked again
/// until it answers.
async fn open(keeper: &Arc<FileKeeper>, arguments: &Arguments, link: &Arc<HttpLink>) -> Result<Desk> {
    let folder = arguments.folder.as_path();
    let deadline = tokio::time::Instant::now() + SIGN_IN_LIMIT;
    loop {
        let (keeper, link) = (keeper.clone(), link.clone());
        let opened = if folder.join("accounts.json").is_file() {
            Desk::open(folder, keeper, link).await
        } else {
            Desk::sign_in(folder, keeper, &arguments.server, link, &arguments.email).await
        };
        match opened {
            Err(_down) if tokio::time::Instant::now() < deadline => {
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            answer => return answer,
        }
    }
}

struct Driver {
    desk: Desk,
    notebook: Notebook,
    client_id: ClientId,
}

impl Driver {
    async fn round(&mut self) -> Result<()> {
        let (thread_id, client_id) = (ThreadId(fresh()), self.client_id);
        self.change(|mark| start_thread(thread_id, client_id, mark, "begins"))
            .await?;
        self.bring_file().await?;
        for _ in 0..MESSAGES_PER_THREAD {
            self.change(|mark| post_message(thread_id, mark)).await?;
            self.let_sync_go_on().await?;
        }
        Ok(())
    }

    async fn change(&mut self, make: impl FnOnce(&str) -> Mutation) -> Result<()> {
        let mutation_id = MutationId(fresh());
        let mutation = make(&mutation_id.to_string());
        self.notebook.write(&[Note::Offered {
            mutation_id,
            action: mutation.name(),
            marked: true,
        }])?;
        self.desk
            .replica
            .mutate(MutateRequest {
                mutation_id,
                mutation,
                hold_ms: 0,
            })
            .await?;
        self.notebook.write(&[Note::Saved { mutation_id }])
    }

    async fn bring_file(&mut self) -> Result<()> {
        let bytes = fresh().to_string().repeat(2_000).into_bytes();
        let (version_id, client_id) = (VersionId(fresh()), self.client_id);
        let version: NewVersion = new_version(version_id, "notes.txt", &bytes);
        let sha256 = version.sha256.clone();
        self.change(|mark| add_document(DocumentId(fresh()), client_id, mark, true, version))
            .await?;
        let piece = PutFilePiece {
            version_id,
            offset: 0,
            bytes: STANDARD.encode(&bytes),
        };
        let progress = self.desk.replica.put_file_piece(&piece).await?;
        progress
            .complete
            .then_some(())
            .context("the piece is not the whole file")?;
        self.notebook.write(&[Note::FileSaved { version_id, sha256 }])
    }

    async fn let_sync_go_on(&self) -> Result<()> {
        let few = |status: &SyncStatus| match status {
            SyncStatus::Syncing { waiting } | SyncStatus::Offline { waiting, .. } => *waiting < WAITING_MAX,
            _ => true,
        };
        // Goes on after a while even so: a desktop without its server is still used.
        let _ = tokio::time::timeout(
            Duration::from_millis(500),
            self.desk.replica.status().wait_for(few),
        )
        .await;
        Ok(())
    }
}
