//! The commands of the screens, each done by the module of its noun.

mod backups;
mod files;
mod saves;
pub mod sessions;
mod sync;

use std::sync::Arc;

use folio_protocol::commands::Command;
use folio_protocol::{Problem, ProblemCode};
use serde::Serialize;
use serde_json::Value;

use crate::desktop::Desktop;

/// Does `command`.
///
/// # Errors
/// A problem that the screen shows.
pub async fn run(desktop: &Arc<Desktop>, command: Command) -> Result<Value, Problem> {
    use Command as C;
    match command {
        C::Session(_) => reply(Ok(desktop.session().await)),
        C::SignIn(params) => reply(sessions::sign_in(desktop, params).await),
        C::SignOut(_) => reply(sessions::sign_out(desktop).await),
        C::LookAtInvitation(params) => reply(sessions::look_at_invitation(&params).await),
        C::AcceptInvitation(params) => reply(sessions::accept_invitation(desktop, params).await),
        C::StartHere(params) => reply(sessions::start_here(desktop, params).await),
        C::RestoreHere(params) => reply(backups::restore_here(desktop, params).await),
        C::SaveBackup(_) => reply(backups::save_backup(desktop).await),
        command @ (C::SavePdf(_)
        | C::SaveEinvoice(_)
        | C::SaveReceipt(_)
        | C::SaveStatement(_)
        | C::SaveBillAttachment(_)
        | C::SaveFile(_)) => file(desktop, command).await,
        C::PreviewStationery(params) => reply(desktop.replica().await?.preview_stationery(params).await),
        C::OpenBill(params) => reply(desktop.replica().await?.bill(params).await),
        C::PutFilePiece(piece) => reply(desktop.replica().await?.put_file_piece(&piece).await),
        command @ (C::BeginSave(_) | C::Saves(_) | C::CancelSave(_)) => save(desktop, command).await,
        C::SyncState(_) => reply(desktop.replica().await?.sync_view().await),
        C::Undo(params) => reply(sync::undo(desktop, &params).await),
        C::Dismiss(params) => reply(sync::dismiss(desktop, &params).await),
        C::SyncNow(_) => reply(sync::sync_now(desktop).await),
        command @ (C::Invite(_)
        | C::InvoiceLink(_)
        | C::RevokeInvoiceLinks(_)
        | C::PaymentCodeOf(_)
        | C::CheckEinvoice(_)
        | C::CheckPaper(_)
        | C::LookAtTables(_)
        | C::PreviewImport(_)
        | C::CommitImport(_)
        | C::CheckImportUndo(_)
        | C::TakeImportBack(_)
        | C::Devices(_)
        | C::EndDevice(_)) => sync::ask_server(desktop, &command).await,
        C::OpenInvoiceLink(_) => Err(Problem::new(ProblemCode::Unsupported, "problem-browser-only")),
    }
}

/// The commands that write one file where the person says.
async fn file(desktop: &Arc<Desktop>, command: Command) -> Result<Value, Problem> {
    match command {
        Command::SavePdf(params) => reply(files::save_pdf(desktop, &params).await),
        Command::SaveEinvoice(params) => reply(files::save_einvoice(desktop, &params).await),
        Command::SaveReceipt(params) => reply(files::save_receipt(desktop, &params).await),
        Command::SaveStatement(params) => reply(files::save_statement(desktop, &params).await),
        Command::SaveBillAttachment(params) => reply(files::save_bill_attachment(desktop, params).await),
        Command::SaveFile(params) => reply(files::save_file(desktop, &params).await),
        _ => Err(Problem::internal()),
    }
}

/// The commands of saves.
async fn save(desktop: &Arc<Desktop>, command: Command) -> Result<Value, Problem> {
    match command {
        Command::BeginSave(params) => reply(saves::begin_save(desktop, params).await),
        Command::Saves(_) => reply(saves::saves(desktop).await),
        Command::CancelSave(params) => reply(saves::cancel_save(desktop, &params).await),
        _ => Err(Problem::internal()),
    }
}

fn reply<T: Serialize>(answer: Result<T, Problem>) -> Result<Value, Problem> {
    serde_json::to_value(answer?).map_err(|error| {
        tracing::error!(%error, "command.no_json");
        Problem::internal()
    })
}
