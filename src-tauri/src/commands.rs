//! The commands of the screens, each done by the module of its noun.

mod backups;
mod businesses;
mod files;
mod saves;
pub mod sessions;
mod sync;

use std::sync::Arc;

use folio_protocol::commands::Command;
use folio_protocol::{Problem, ProblemCode};
use folio_replica::Replica;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::desktop::Desktop;

/// Does `command`, for the account that it names where it is about one.
///
/// # Errors
/// A problem that the screen shows.
pub async fn run(desktop: &Arc<Desktop>, account: Option<Uuid>, command: Command) -> Result<Value, Problem> {
    use Command as C;
    match command {
        C::Session(_)
        | C::SignIn(_)
        | C::LookAtInvitation(_)
        | C::AcceptInvitation(_)
        | C::StartHere(_)
        | C::RestoreHere(_) => entrance(desktop, command).await,
        C::SignOut(_) => reply(sessions::sign_out(desktop, account).await),
        C::Businesses(_)
        | C::LookAtBusiness(_)
        | C::ShowBusiness(_)
        | C::SavePacks(_)
        | C::CancelPack(_)
        | C::ForgetEnded(_) => business(desktop, command).await,
        C::OpenInvoiceLink(_) => Err(Problem::new(ProblemCode::Unsupported, "problem-browser-only")),
        command => {
            let replica = desktop.replica(account).await?;
            one(desktop, &replica, command).await
        }
    }
}

/// The commands that need nobody to be signed in.
async fn entrance(desktop: &Arc<Desktop>, command: Command) -> Result<Value, Problem> {
    match command {
        Command::Session(_) => reply(Ok(desktop.session().await)),
        Command::SignIn(params) => reply(sessions::sign_in(desktop, params).await),
        Command::LookAtInvitation(params) => reply(sessions::look_at_invitation(&params).await),
        Command::AcceptInvitation(params) => reply(sessions::accept_invitation(desktop, params).await),
        Command::StartHere(params) => reply(sessions::start_here(desktop, params).await),
        Command::RestoreHere(params) => reply(backups::restore_here(desktop, params).await),
        _ => Err(Problem::internal()),
    }
}

/// The commands about all businesses of this computer.
async fn business(desktop: &Arc<Desktop>, command: Command) -> Result<Value, Problem> {
    match command {
        Command::Businesses(_) => reply(businesses::businesses(desktop).await),
        Command::LookAtBusiness(params) => reply(businesses::look_at(desktop, &params).await),
        Command::ShowBusiness(params) => reply(businesses::show(desktop, &params).await),
        Command::SavePacks(params) => reply(businesses::save_packs(desktop, &params).await),
        Command::CancelPack(params) => reply(businesses::cancel_pack(desktop, &params).await),
        Command::ForgetEnded(params) => reply(businesses::forget_ended(desktop, &params).await),
        _ => Err(Problem::internal()),
    }
}

/// The commands about one business.
async fn one(desktop: &Arc<Desktop>, replica: &Replica, command: Command) -> Result<Value, Problem> {
    use Command as C;
    match command {
        C::SaveBackup(_) => reply(backups::save_backup(&desktop.app, replica).await),
        command @ (C::SavePdf(_)
        | C::SaveEinvoice(_)
        | C::SaveReceipt(_)
        | C::SaveStatement(_)
        | C::SaveBillAttachment(_)
        | C::SaveFile(_)) => file(desktop, replica, command).await,
        C::PreviewStationery(params) => reply(replica.preview_stationery(params).await),
        C::OpenBill(params) => reply(replica.bill(params).await),
        C::PutFilePiece(piece) => reply(replica.put_file_piece(&piece).await),
        C::BeginSave(params) => reply(saves::begin_save(&desktop.app, replica, params).await),
        C::Saves(_) => reply(Ok(replica.saves())),
        C::CancelSave(params) => reply(saves::cancel_save(replica, &params).await),
        C::SyncState(_) => reply(replica.sync_view().await),
        C::Undo(params) => reply(sync::undo(replica, &params).await),
        C::Dismiss(params) => reply(sync::dismiss(replica, &params).await),
        C::SyncNow(_) => reply(Ok(sync::sync_now(replica))),
        command @ (C::Invite(_)
        | C::InvoiceLink(_)
        | C::RevokeInvoiceLinks(_)
        | C::PaymentCodeOf(_)
        | C::CheckEinvoice(_)
        | C::LookAtTables(_)
        | C::PreviewImport(_)
        | C::CommitImport(_)
        | C::CheckImportUndo(_)
        | C::TakeImportBack(_)
        | C::Devices(_)
        | C::EndDevice(_)) => sync::ask_server(replica, &command).await,
        // `run` has done the others.
        _ => Err(Problem::internal()),
    }
}

/// The commands that write one file where the person says.
async fn file(desktop: &Arc<Desktop>, replica: &Replica, command: Command) -> Result<Value, Problem> {
    let app = &desktop.app;
    match command {
        Command::SavePdf(params) => reply(files::save_pdf(app, replica, &params).await),
        Command::SaveEinvoice(params) => reply(files::save_einvoice(app, replica, &params).await),
        Command::SaveReceipt(params) => reply(files::save_receipt(app, replica, &params).await),
        Command::SaveStatement(params) => reply(files::save_statement(app, replica, &params).await),
        Command::SaveBillAttachment(params) => reply(files::save_bill_attachment(app, replica, params).await),
        Command::SaveFile(params) => reply(files::save_file(app, replica, &params).await),
        _ => Err(Problem::internal()),
    }
}

fn reply<T: Serialize>(answer: Result<T, Problem>) -> Result<Value, Problem> {
    serde_json::to_value(answer?).map_err(|error| {
        tracing::error!(%error, "command.no_json");
        Problem::internal()
    })
}
