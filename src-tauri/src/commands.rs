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
    match command {
        Command::Session(_) => reply(Ok(desktop.session().await)),
        Command::SignIn(params) => reply(sessions::sign_in(desktop, params).await),
        Command::SignOut(_) => reply(sessions::sign_out(desktop).await),
        Command::LookAtInvitation(params) => reply(sessions::look_at_invitation(&params).await),
        Command::AcceptInvitation(params) => reply(sessions::accept_invitation(desktop, params).await),
        Command::StartHere(params) => reply(sessions::start_here(desktop, params).await),
        Command::RestoreHere(params) => reply(backups::restore_here(desktop, params).await),
        Command::SaveBackup(_) => reply(backups::save_backup(desktop).await),
        Command::SavePdf(params) => reply(files::save_pdf(desktop, &params).await),
        Command::SaveEinvoice(params) => reply(files::save_einvoice(desktop, &params).await),
        Command::PreviewStationery(params) => {
            reply(desktop.replica().await?.preview_stationery(params).await)
        }
        Command::SaveReceipt(params) => reply(files::save_receipt(desktop, &params).await),
        Command::SaveStatement(params) => reply(files::save_statement(desktop, &params).await),
        Command::OpenBill(params) => reply(desktop.replica().await?.bill(params).await),
        Command::SaveBillAttachment(params) => reply(files::save_bill_attachment(desktop, params).await),
        Command::PutFilePiece(piece) => reply(desktop.replica().await?.put_file_piece(&piece).await),
        Command::SaveFile(params) => reply(files::save_file(desktop, &params).await),
        Command::BeginSave(params) => reply(saves::begin_save(desktop, params).await),
        Command::Saves(_) => reply(saves::saves(desktop).await),
        Command::CancelSave(params) => reply(saves::cancel_save(desktop, &params).await),
        Command::SyncState(_) => reply(desktop.replica().await?.sync_view().await),
        Command::Undo(params) => reply(sync::undo(desktop, &params).await),
        Command::Dismiss(params) => reply(sync::dismiss(desktop, &params).await),
        Command::SyncNow(_) => reply(sync::sync_now(desktop).await),
        command @ (Command::Invite(_)
        | Command::InvoiceLink(_)
        | Command::RevokeInvoiceLinks(_)
        | Command::PaymentCodeOf(_)
        | Command::CheckEinvoice(_)
        | Command::LookAtTables(_)
        | Command::PreviewImport(_)
        | Command::CommitImport(_)
        | Command::CheckImportUndo(_)
        | Command::TakeImportBack(_)
        | Command::Devices(_)
        | Command::EndDevice(_)) => sync::ask_server(desktop, &command).await,
        Command::OpenInvoiceLink(_) => Err(Problem::new(ProblemCode::Unsupported, "problem-browser-only")),
    }
}

fn reply<T: Serialize>(answer: Result<T, Problem>) -> Result<Value, Problem> {
    serde_json::to_value(answer?).map_err(|error| {
        tracing::error!(%error, "command.no_json");
        Problem::internal()
    })
}
