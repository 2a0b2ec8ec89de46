//! What a browser asks of its host: `POST /api/command/{name}`. The desktop does its commands itself.

mod entrances;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{Command, CommandName, FILE_PIECE_BYTES_MAX, Host};
use http::HeaderMap;
use serde::Serialize;

use entrances::Entrance;

use crate::app::App;
use crate::errors::Failure;
use crate::gate::Gate;
use crate::http::{Address, Session};
use crate::{backups, bank, bills, files, imports, invitations, invoices, papers, saves, sessions, sync};

const BYTES_MAX: usize = 64 * 1024;
/// A piece in Base64, with what goes around it.
const PIECE_BYTES_MAX: usize = FILE_PIECE_BYTES_MAX / 3 * 4 + 4 * 1024;
/// 20 MiB of files in Base64.
const FILES_BYTES_MAX: usize = 28 * 1024 * 1024;

/// `POST /api/command/{name}` with the parameters as the body.
pub async fn command(
    State(app): State<App>,
    Path(name): Path<String>,
    address: Address,
    headers: HeaderMap,
    session: Option<Session>,
    body: Body,
) -> Result<Response, Failure> {
    let known = CommandName::ALL
        .iter()
        .copied()
        .find(|known| known.as_str() == name);
    let name = known.ok_or_else(Failure::not_found)?;
    if !name.hosts().contains(&Host::Browser) {
        return Err(desktop_only());
    }
    gate_of(name).admit(session.as_ref())?;
    let command = read(name, body).await?;
    run(Entrance::new(app, address, &headers), session, command).await
}

fn desktop_only() -> Failure {
    Failure::new(ProblemCode::Unsupported, "problem-desktop-only")
}

/// Reads the parameters, once it is known who brings them: only an import, a bank statement and a bill are large,
/// and no client brings one.
async fn read(name: CommandName, body: Body) -> Result<Command, Failure> {
    let limit = match name {
        CommandName::LookAtTables
        | CommandName::PreviewImport
        | CommandName::CommitImport
        | CommandName::OpenBankStatements
        | CommandName::OpenBill
        | CommandName::SaveBillAttachment => FILES_BYTES_MAX,
        CommandName::PutFilePiece | CommandName::PreviewStationery => PIECE_BYTES_MAX,
        _ => BYTES_MAX,
    };
    let bytes = to_bytes(body, limit).await;
    let bytes = bytes.map_err(|_large| Failure::new(ProblemCode::Limit, "problem-body-too-large"))?;
    let unreadable = |_error| Failure::new(ProblemCode::Invalid, "problem-bad-request");
    let params: serde_json::Value = serde_json::from_slice(&bytes).map_err(unreadable)?;
    serde_json::from_value(serde_json::json!({ "name": name, "params": params })).map_err(unreadable)
}

/// Who may give a command: the protocol says which roles; links open nothing but their invoice.
#[must_use]
pub fn gate_of(name: CommandName) -> Gate {
    match name.roles() {
        [] => Gate::Anyone,
        roles => match name {
            CommandName::PaymentCodeOf
            | CommandName::SavePdf
            | CommandName::SaveEinvoice
            | CommandName::SyncState
            | CommandName::SignOut => Gate::SignedOrLinked(roles),
            _ => Gate::Signed(roles),
        },
    }
}

/// Does `command`: one list of all of them, each given to the feature that it is of. What needs somebody to be signed
/// in asks for the session, and so cannot be done without one.
async fn run(entrance: Entrance, session: Option<Session>, command: Command) -> Result<Response, Failure> {
    use Command as C;
    let app = &entrance.app;
    let who = || session.as_ref().ok_or_else(Failure::signed_out);
    let own = || who().cloned();
    let server = || State(app.clone());
    match command {
        C::Session(_) => reply(Ok(sessions::session_state(app, session))),
        C::SignIn(params) => entrance.sign_in(params).await,
        C::LookAtInvitation(params) => reply(invitations::look(app, entrance.address, &params.link).await),
        C::AcceptInvitation(params) => entrance.accept(params).await,
        C::OpenInvoiceLink(params) => entrance.open_link(params).await,
        C::SignOut(_) => sessions::sign_out(server(), own()?).await,
        C::Invite(params) => reply(invitations::invite(app, who()?, params.invitation).await),
        C::InvoiceLink(params) => reply(invoices::invoice_link(app, who()?, params.invoice_id).await),
        C::RevokeInvoiceLinks(params) => reply(invoices::revoke_links(app, who()?, params.invoice_id).await),
        C::PaymentCodeOf(params) => reply(invoices::payment_code(app, who()?, params.invoice_id).await),
        C::CheckEinvoice(params) => reply(invoices::check_einvoice(app, who()?, params).await),
        C::CheckPaper(params) => reply(invoices::check_draft_paper(app, who()?, params).await),
        C::PreviewDraft(params) => reply(papers::preview_draft(app, who()?, params).await),
        C::PreviewStationery(params) => reply(papers::preview_stationery(app, who()?, params).await),
        // Those whose answer is a file: it becomes a download.
        C::SavePdf(params) => invoices::download(server(), own()?, Path(params.invoice_id)).await,
        C::SaveEinvoice(params) => {
            invoices::download_einvoice(server(), own()?, Path(params.invoice_id)).await
        }
        C::SaveReceipt(params) => papers::receipt(app, who()?, params).await,
        C::SaveStatement(params) => papers::statement(app, who()?, params).await,
        C::SaveFile(params) => files::download(server(), own()?, Path(params.version_id)).await,
        C::SaveBillAttachment(params) => {
            who()?;
            bills::save_attachment(app, params).await
        }
        C::SaveBackup(_) => backups::download(server(), own()?).await,
        C::BeginSave(params) => reply(saves::begin(app, who()?, params).await),
        C::Saves(_) => reply(Ok(saves::list(app, who()?))),
        C::CancelSave(params) => reply(saves::cancel(app, who()?, &params)),
        C::OpenBankStatements(params) => {
            who()?;
            reply(bank::open(app, params).await)
        }
        C::OpenBill(params) => {
            who()?;
            reply(bills::open(app, params).await)
        }
        C::PutFilePiece(piece) => reply(files::bring_piece(app, who()?, piece).await),
        C::LookAtTables(params) => reply(imports::look_at_tables(app, who()?, params).await),
        C::PreviewImport(params) => reply(imports::preview(app, who()?, params).await),
        C::CommitImport(params) => reply(imports::commit(app, who()?, params).await),
        C::CheckImportUndo(params) => reply(imports::check_undo(app, who()?, params.run_id).await),
        C::TakeImportBack(params) => reply(imports::undo(app, who()?, params.run_id).await),
        C::Devices(_) => reply(sessions::device_list(app, who()?).await),
        C::EndDevice(params) => reply(sessions::end_device(app, who()?, params.device_id).await),
        C::SyncState(_) => reply(sync::state(app, who()?).await),
        C::Undo(params) => reply(sync::undo(app, who()?, params.mutation_id).await),
        C::StartHere(_)
        | C::RestoreHere(_)
        | C::Dismiss(_)
        | C::SyncNow(_)
        | C::Businesses(_)
        | C::LookAtBusiness(_)
        | C::ShowBusiness(_)
        | C::SavePacks(_)
        | C::CancelPack(_)
        | C::ForgetEnded(_) => Err(desktop_only()),
    }
}

fn reply<T: Serialize>(answer: Result<T, Failure>) -> Result<Response, Failure> {
    answer.map(|answer| Json(answer).into_response())
}
