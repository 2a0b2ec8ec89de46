//! The commands of the screens, each done by the module of its noun.

mod backups;
mod businesses;
mod files;
mod groups;
mod saves;
pub mod sessions;
mod sync;

use std::sync::Arc;

use folio_protocol::commands::Command;
use folio_protocol::{Problem, ProblemCode};
use folio_replica::Replica;
use serde::Serialize;
use serde_json::Value;
use tauri::AppHandle;
use uuid::Uuid;

use crate::desktop::Desktop;
use groups::{AllBusinesses, Entrance, Exit, Group, InCopy, Saved, sorted};

/// Does `command`, for the account that it names where it is about one.
///
/// # Errors
/// A problem that the screen shows.
pub async fn run(desktop: &Arc<Desktop>, account: Option<Uuid>, command: Command) -> Result<Value, Problem> {
    match sorted(command) {
        Group::Entrance(command) => at_the_entrance(desktop, command).await,
        Group::AllBusinesses(command) => over_businesses(desktop, command).await,
        Group::Exit(Exit::SignOut(_)) => reply(sessions::sign_out(desktop, account).await),
        Group::Saved(command) => save(&desktop.app, desktop.replica(account).await?.as_ref(), command).await,
        Group::InCopy(command) => with_copy(desktop.replica(account).await?.as_ref(), command).await,
        Group::AtServer(command) => {
            sync::ask_server(desktop.replica(account).await?.as_ref(), &command.into()).await
        }
        Group::Browser(_) => Err(Problem::new(ProblemCode::Unsupported, "problem-browser-only")),
    }
}

async fn at_the_entrance(desktop: &Arc<Desktop>, command: Entrance) -> Result<Value, Problem> {
    match command {
        Entrance::Session(_) => reply(Ok(desktop.session().await)),
        Entrance::SignIn(params) => reply(sessions::sign_in(desktop, params).await),
        Entrance::LookAtInvitation(params) => reply(sessions::look_at_invitation(&params).await),
        Entrance::AcceptInvitation(params) => reply(sessions::accept_invitation(desktop, params).await),
        Entrance::StartHere(params) => reply(sessions::start_here(desktop, params).await),
        Entrance::RestoreHere(params) => reply(backups::restore_here(desktop, params).await),
    }
}

async fn over_businesses(desktop: &Arc<Desktop>, command: AllBusinesses) -> Result<Value, Problem> {
    match command {
        AllBusinesses::Businesses(_) => reply(businesses::businesses(desktop).await),
        AllBusinesses::LookAtBusiness(params) => reply(businesses::look_at(desktop, &params).await),
        AllBusinesses::ShowBusiness(params) => reply(businesses::show(desktop, &params).await),
        AllBusinesses::SavePacks(params) => reply(businesses::save_packs(desktop, &params).await),
        AllBusinesses::CancelPack(params) => reply(businesses::cancel_pack(desktop, &params).await),
        AllBusinesses::ForgetEnded(params) => reply(businesses::forget_ended(desktop, &params).await),
    }
}

async fn save(app: &AppHandle, replica: &Replica, command: Saved) -> Result<Value, Problem> {
    match command {
        Saved::SaveBackup(_) => reply(backups::save_backup(app, replica).await),
        Saved::SavePdf(params) => reply(files::save_pdf(app, replica, &params).await),
        Saved::SaveEinvoice(params) => reply(files::save_einvoice(app, replica, &params).await),
        Saved::SaveReceipt(params) => reply(files::save_receipt(app, replica, &params).await),
        Saved::SaveStatement(params) => reply(files::save_statement(app, replica, &params).await),
        Saved::SaveBillAttachment(params) => reply(files::save_bill_attachment(app, replica, params).await),
        Saved::SaveFile(params) => reply(files::save_file(app, replica, &params).await),
        Saved::BeginSave(params) => reply(saves::begin_save(app, replica, params).await),
        Saved::Saves(_) => reply(Ok(replica.saves())),
        Saved::CancelSave(params) => reply(saves::cancel_save(replica, &params).await),
    }
}

async fn with_copy(replica: &Replica, command: InCopy) -> Result<Value, Problem> {
    match command {
        InCopy::PreviewDraft(params) => reply(replica.preview_draft(params).await),
        InCopy::InvoicePages(params) => reply(replica.invoice_pages(params).await),
        InCopy::PreviewStationery(params) => reply(replica.preview_stationery(params).await),
        InCopy::OpenBankStatements(params) => reply(replica.bank_statements(params).await),
        InCopy::OpenBill(params) => reply(replica.bill(params).await),
        InCopy::PutFilePiece(piece) => reply(replica.put_file_piece(&piece).await),
        InCopy::SyncState(_) => reply(replica.sync_view().await),
        InCopy::Undo(params) => reply(sync::undo(replica, &params).await),
        InCopy::Dismiss(params) => reply(sync::dismiss(replica, &params).await),
        InCopy::SyncNow(_) => reply(Ok(sync::sync_now(replica))),
    }
}

fn reply<T: Serialize>(answer: Result<T, Problem>) -> Result<Value, Problem> {
    serde_json::to_value(answer?).map_err(|error| {
        tracing::error!(%error, "command.no_json");
        Problem::internal()
    })
}
