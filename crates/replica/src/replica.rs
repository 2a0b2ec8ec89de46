//! The replica: one person's copy of one organisation, open.

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use folio_domain::bank::BankStatements;
use folio_domain::bills::Bill;
use folio_domain::ids::{DeviceId, InvoiceId, MutationId, VersionId};
use folio_domain::mutations::Mutation;
use folio_exchange::bills::BillFile;
use folio_paper::Paper;
use folio_protocol::Problem;
use folio_protocol::commands::{
    FileProgress, InvoicePages, MutateAnswer, MutateRequest, OpenBankStatements, OpenBill, PaperPages,
    PreviewDraft, PreviewStationery, PutFilePiece, SaveBillAttachment, SaveList, SaveReceipt, SaveStatement,
    SaveWish, StationeryPreview, SyncView,
};
use folio_protocol::queries::Query;
use folio_protocol::sessions::{SignInAnswer, SignedIn};
use folio_protocol::sync::SyncStatus;
use folio_store::desktop::CatchUp;
use folio_store::queries::AnswerError;
use folio_store::{Location, Schema, Store};
use jiff::Timestamp;
use tokio::sync::{Notify, broadcast, watch};
use tokio::task::AbortHandle;
use uuid::Uuid;

use crate::api::Api;
use crate::errors::ReplicaError;
use crate::inner::{Change, Core, Setup, token_name};
use crate::saving::Saving;
use crate::settle::settle;
use crate::standing::{Connection, Standing, status};
use crate::vault::Vault;

/// How many changes the window may lag behind before it is told to read everything again.
const CHANGES_KEPT: usize = 64;

/// One person's copy of one organisation. Closing it (or dropping it) ends its sync.
pub struct Replica {
    pub(crate) core: Arc<Core>,
    tasks: Mutex<Vec<AbortHandle>>,
}

impl Replica {
    /// Opens the copy in the setup's folder. `signed_in` is the answer to a sign-in that has just been; without one
    /// the copy must be there already.
    ///
    /// # Errors
    /// The copy cannot be opened, is another person's, or is not there.
    pub async fn open(setup: Setup, signed_in: Option<SignInAnswer>) -> Result<Self, ReplicaError> {
        std::fs::create_dir_all(&setup.folder).map_err(ReplicaError::io("making the copy's folder"))?;
        let location = Location::Sqlite {
            path: setup.folder.join("folio.db"),
            key: Some(setup.key),
            readers: 0,
        };
        let store = Store::open(&location, Schema::Desktop).await?;
        let api = Api::new(
            setup.link.clone(),
            setup.keeper.clone(),
            token_name(&setup.secrets),
        );
        let tokens = signed_in.as_ref().and_then(|answer| answer.tokens.clone());
        let state = settle(&store, signed_in).await?;
        if let Some(tokens) = tokens {
            api.keep(tokens).await?;
        }
        let person: SignedIn = serde_json::from_str(&state.person).map_err(ReplicaError::json("person"))?;
        let connection = Connection {
            complete: state.caught_up != CatchUp::First,
            synced_at: crate::synced::read(&setup.folder),
            ..Connection::default()
        };
        let core = Arc::new(Core {
            vault: Vault::new(setup.folder.join("files"), &setup.key),
            store,
            api,
            clock: setup.clock.clone(),
            pace: setup.pace,
            wake: Notify::new(),
            rounds: watch::Sender::new(0),
            unsure: AtomicBool::new(true),
            standing: watch::Sender::new(Standing::Open),
            complete: watch::Sender::new(connection.complete),
            person: Mutex::new((person, state.device_id)),
            status: watch::Sender::new(status(setup.here, &connection, 0, 0)),
            connection: Mutex::new(connection),
            changes: broadcast::Sender::new(CHANGES_KEPT),
            saving: Saving::default(),
            setup,
        });
        core.tell_status().await?;
        Ok(Self {
            core,
            tasks: Mutex::default(),
        })
    }

    /// Begins to sync; from now on the copy follows its server.
    pub fn start(&self) {
        let mut tasks = Core::lock(&self.tasks);
        if tasks.is_empty() {
            *tasks = vec![
                tokio::spawn(crate::sync::run(self.core.clone())).abort_handle(),
                tokio::spawn(crate::events::listen(self.core.clone())).abort_handle(),
            ];
        }
        drop(tasks);
        if let Err(error) = self.core.go_on_with_saves() {
            tracing::warn!(%error, "saves.not_gone_on_with");
        }
    }

    /// Ends the sync and closes the database.
    pub async fn close(&self) {
        self.end_tasks();
        if self.core.setup.folder.exists() {
            self.core.remember_synced();
        }
        self.core.store.close().await;
    }

    fn end_tasks(&self) {
        for task in Core::lock(&self.tasks).drain(..) {
            task.abort();
        }
        self.core.saving.end_tasks();
    }

    /// Whose copy it is.
    #[must_use]
    pub fn person(&self) -> SignedIn {
        self.core.person().0
    }

    /// The device that it is to the server.
    #[must_use]
    pub fn device_id(&self) -> DeviceId {
        self.core.person().1
    }

    /// The server's API, as the person.
    #[must_use]
    pub fn api(&self) -> &Api {
        &self.core.api
    }

    /// Whether its server runs on this computer.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.core.setup.here
    }

    /// When everything that the server had was last here; none for never.
    #[must_use]
    pub fn synced_at(&self) -> Option<Timestamp> {
        self.core.connection().synced_at
    }

    /// Whether it may be used, now and from now on.
    #[must_use]
    pub fn standing(&self) -> watch::Receiver<Standing> {
        self.core.standing.subscribe()
    }

    /// How it stands to its server, now and from now on.
    #[must_use]
    pub fn status(&self) -> watch::Receiver<SyncStatus> {
        self.core.status.subscribe()
    }

    /// What changes in it from now on.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.core.changes.subscribe()
    }

    /// Answers a screen's question.
    ///
    /// # Errors
    /// A problem: not allowed, not found, or locked.
    pub async fn query(&self, query: Query) -> Result<serde_json::Value, Problem> {
        self.core.require_open()?;
        let (scope, now) = (self.core.scope(), self.core.clock.now());
        folio_store::queries::answer(&self.core.store, &scope, now, &query)
            .await
            .map_err(|error| {
                if let AnswerError::Store(error) = &error {
                    tracing::error!(%error, query = query.name().as_str(), "query.failed");
                }
                error.into()
            })
    }

    /// Tries to reach the server now.
    pub fn sync_now(&self) {
        self.core.wake.notify_one();
    }

    /// Waits until a round of sync that begins after this call has gone through: what the server had by then is
    /// here. Waits as long as the server cannot be reached.
    pub async fn synced(&self) {
        let mut rounds = self.core.rounds.subscribe();
        // The round that may be under way began before.
        for _ in 0..2 {
            let before = *rounds.borrow_and_update();
            self.core.wake.notify_one();
            if rounds.wait_for(|rounds| *rounds > before).await.is_err() {
                return;
            }
        }
    }

    /// Whether the first copy is still on its way.
    #[must_use]
    pub fn is_copying(&self) -> bool {
        !*self.core.complete.borrow()
    }

    /// Waits until the first copy is complete. Gives up when the copy is closed to its person.
    pub async fn first_copy(&self) {
        let mut complete = self.core.complete.subscribe();
        let mut standing = self.core.standing.subscribe();
        let complete = complete.wait_for(|complete| *complete);
        let closed = standing.wait_for(|standing| *standing != Standing::Open);
        tokio::select! {
            _ = complete => {}
            _ = closed => {}
        }
    }

    /// Ends the session; the copy stays, closed.
    ///
    /// # Errors
    /// The keyring refuses.
    pub async fn sign_out(&self) -> Result<(), ReplicaError> {
        self.end_tasks();
        self.core.api.sign_out().await?;
        self.core.standing.send_replace(Standing::Locked);
        Ok(())
    }

    /// Makes a change: decides it, writes its rows and puts it into the outbox, or nothing of it.
    ///
    /// # Errors
    /// Why it is refused.
    pub async fn mutate(&self, request: MutateRequest) -> Result<MutateAnswer, Problem> {
        self.core.require_open()?;
        if let Mutation::SetStationery(change) = &request.mutation {
            self.core.check_logo(change).await?;
        }
        let answer = self.core.mutate(&request).await?;
        self.core.tell_status().await?;
        self.core.wake.notify_one();
        Ok(answer)
    }

    /// Takes a held change back; what came after it stays.
    ///
    /// # Errors
    /// It has left already, or is not there.
    pub async fn undo(&self, id: MutationId) -> Result<(), Problem> {
        self.core.require_open()?;
        self.core.undo(id).await?;
        self.core.tell_status().await?;
        self.core.wake.notify_one();
        Ok(())
    }

    /// Lets a refused change go.
    ///
    /// # Errors
    /// It is not there, or was not refused.
    pub async fn dismiss(&self, id: MutationId) -> Result<(), Problem> {
        self.core.require_open()?;
        self.core.dismiss(id).await?;
        self.core.tell_status().await?;
        self.core.tell_all();
        Ok(())
    }

    /// How the sync stands, with every change that has not arrived.
    ///
    /// # Errors
    /// The copy cannot be read.
    pub async fn sync_view(&self) -> Result<SyncView, Problem> {
        self.core.require_open()?;
        self.core.tell_status().await?;
        let pending = self.core.pending().await?;
        let status = self.status().borrow().clone();
        Ok(SyncView { status, pending })
    }

    /// Takes a piece of a version's bytes; it is safe on this computer when this returns.
    ///
    /// # Errors
    /// There is no such version, the piece is too large, or the whole is not what its row says.
    pub async fn put_file_piece(&self, piece: &PutFilePiece) -> Result<FileProgress, Problem> {
        self.core.require_open()?;
        let progress = self.core.put_file_piece(piece).await?;
        if progress.complete {
            self.core.wake.notify_one();
        }
        Ok(progress)
    }

    /// A version's name and bytes, from here or from the server.
    ///
    /// # Errors
    /// Not there, not yet there, or the server cannot be reached.
    pub async fn file(&self, version: VersionId) -> Result<(String, Vec<u8>), Problem> {
        self.core.require_open()?;
        Ok(self.core.file(version).await?)
    }

    /// An invoice's number and PDF, from here or from the server.
    ///
    /// # Errors
    /// Not there, not rendered yet, or the server cannot be reached.
    pub async fn invoice_pdf(&self, invoice: InvoiceId) -> Result<(String, Vec<u8>), Problem> {
        self.core.require_open()?;
        Ok(self.core.invoice_pdf(invoice).await?)
    }

    /// An invoice's number and the e-invoice that travels in its PDF.
    ///
    /// # Errors
    /// As [`Replica::invoice_pdf`], or the invoice has none.
    pub async fn einvoice(&self, invoice: InvoiceId) -> Result<(String, Vec<u8>), Problem> {
        self.core.require_open()?;
        Ok(self.core.einvoice(invoice).await?)
    }

    /// What bank statements that a person opens together say.
    ///
    /// # Errors
    /// More files or bytes than are read.
    pub async fn bank_statements(&self, params: OpenBankStatements) -> Result<BankStatements, Problem> {
        self.core.require_open()?;
        Ok(self.core.bank_statements(params).await?)
    }

    /// What a bill that somebody received says.
    ///
    /// # Errors
    /// More bytes than are read.
    pub async fn bill(&self, params: OpenBill) -> Result<Bill, Problem> {
        self.core.require_open()?;
        Ok(self.core.bill(params).await?)
    }

    /// A file that is inside such a bill.
    ///
    /// # Errors
    /// There is no such file in it.
    pub async fn bill_attachment(&self, params: SaveBillAttachment) -> Result<BillFile, Problem> {
        self.core.require_open()?;
        Ok(self.core.bill_attachment(params).await?)
    }

    /// The receipt of a payment, drawn up here.
    ///
    /// # Errors
    /// Not there, or a text on it that cannot be printed.
    pub async fn receipt(&self, params: &SaveReceipt) -> Result<Paper, Problem> {
        self.core.require_open()?;
        Ok(self.core.receipt(params).await?)
    }

    /// A client's statement of account, drawn up here.
    ///
    /// # Errors
    /// Not there, too long, or a text on it that cannot be printed.
    pub async fn statement(&self, params: &SaveStatement) -> Result<Paper, Problem> {
        self.core.require_open()?;
        Ok(self.core.statement(params).await?)
    }

    /// How a sample invoice looks on the stationery asked about, drawn here.
    ///
    /// # Errors
    /// A logo that cannot be printed, or a letter of the business's particulars that no font has.
    pub async fn preview_stationery(&self, params: PreviewStationery) -> Result<StationeryPreview, Problem> {
        self.core.require_open()?;
        Ok(self.core.preview_stationery(params).await?)
    }

    /// How a draft would be printed, drawn here.
    ///
    /// # Errors
    /// Not there, a draft that lacks its client or lines, or a text on it that cannot be printed.
    pub async fn preview_draft(&self, params: PreviewDraft) -> Result<PaperPages, Problem> {
        self.core.require_open()?;
        Ok(self.core.preview_draft(params).await?)
    }

    /// How an invoice or a credit note is printed, drawn from its PDF.
    ///
    /// # Errors
    /// As [`Replica::invoice_pdf`].
    pub async fn invoice_pages(&self, params: InvoicePages) -> Result<PaperPages, Problem> {
        self.core.require_open()?;
        Ok(self.core.invoice_pages(params).await?)
    }

    /// Begins to save a month's pack, or everything, at `out`. Nothing is there until it is whole; it goes on by
    /// itself, also after the copy was closed and opened again.
    ///
    /// # Errors
    /// The copy is closed to its person, or the place cannot be remembered.
    pub fn begin_save(&self, wish: SaveWish, out: &Path) -> Result<Uuid, Problem> {
        self.core.require_open()?;
        Ok(self.core.begin_save(wish, out)?)
    }

    /// The saves that are under way or have ended since the copy was opened, oldest first.
    #[must_use]
    pub fn saves(&self) -> SaveList {
        self.core.saves()
    }

    /// Ends a save; what there is of it goes.
    ///
    /// # Errors
    /// What there is of it cannot be removed.
    pub async fn cancel_save(&self, save_id: Uuid) -> Result<(), Problem> {
        Ok(self.core.cancel_save(save_id).await?)
    }

    /// Writes a backup of everything, made by the server, to `out`. Nothing is there until it is whole.
    ///
    /// # Errors
    /// Not allowed, the server cannot be reached, or the file cannot be written.
    pub async fn save_backup(&self, out: &Path) -> Result<(), ReplicaError> {
        self.core.require_open()?;
        crate::backups::save(&self.core.api, out).await
    }
}

impl Drop for Replica {
    fn drop(&mut self) {
        self.end_tasks();
    }
}
