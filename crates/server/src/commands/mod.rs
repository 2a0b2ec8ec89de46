//! What a browser asks of its host: `POST /api/command/{name}`. The desktop does its commands itself.

mod entrances;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{Command, Command as C, CommandName, FILE_PIECE_BYTES_MAX, Host};
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
    let entrance = Entrance::new(app, address, &headers);
    match session {
        None => without_session(&entrance, command).await,
        Some(session) => with_session(&entrance, session, command).await,
    }
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

/// The commands that need nobody to be signed in.
async fn without_session(entrance: &Entrance, command: Command) -> Result<Response, Failure> {
    match command {
        Command::Session(_) => reply(Ok(sessions::session_state(&entrance.app, None))),
        Command::SignIn(params) => entrance.sign_in(params).await,
        Command::LookAtInvitation(params) => {
            reply(invitations::look(&entrance.app, entrance.address, &params.link).await)
        }
        Command::AcceptInvitation(params) => entrance.accept(params).await,
        Command::OpenInvoiceLink(params) => entrance.open_link(params).await,
        _ => Err(Failure::signed_out()),
    }
}

async fn with_session(entrance: &Entrance, session: Session, command: Command) -> Result<Response, Failure> {
    let app = &entrance.app;
    match command {
        C::Session(_) => reply(Ok(sessions::session_state(app, Some(session)))),
        command
        @ (C::SignIn(_) | C::LookAtInvitation(_) | C::AcceptInvitation(_) | C::OpenInvoiceLink(_)) => {
            without_session(entrance, command).await
        }
        C::SignOut(_) => sessions::sign_out(State(app.clone()), session).await,
        C::Invite(params) => reply(invitations::invite(app, &session, params.invitation).await),
        command @ (C::InvoiceLink(_)
        | C::RevokeInvoiceLinks(_)
        | C::PaymentCodeOf(_)
        | C::CheckEinvoice(_)
        | C::CheckPaper(_)) => invoice(app, &session, command).await,
        C::PreviewDraft(params) => reply(papers::preview_draft(app, &session, params).await),
        C::PreviewStationery(params) => reply(papers::preview_stationery(app, &session, params).await),
        command @ (C::SavePdf(_)
        | C::SaveEinvoice(_)
        | C::SaveReceipt(_)
        | C::SaveStatement(_)
        | C::SaveFile(_)
        | C::SaveBillAttachment(_)
        | C::SaveBackup(_)) => download(app, session, command).await,
        command @ (C::BeginSave(_) | C::Saves(_) | C::CancelSave(_)) => save(app, &session, command).await,
        C::OpenBankStatements(params) => reply(bank::open(app, params).await),
        C::OpenBill(params) => reply(bills::open(app, params).await),
        C::PutFilePiece(piece) => reply(files::bring_piece(app, &session, piece).await),
        command @ (C::LookAtTables(_)
        | C::PreviewImport(_)
        | C::CommitImport(_)
        | C::CheckImportUndo(_)
        | C::TakeImportBack(_)) => import(app, &session, command).await,
        C::Devices(_) => reply(sessions::device_list(app, &session).await),
        C::EndDevice(params) => reply(sessions::end_device(app, &session, params.device_id).await),
        C::SyncState(_) => reply(sync::state(app, &session).await),
        C::Undo(params) => reply(sync::undo(app, &session, params.mutation_id).await),
        command => beyond(command.name()),
    }
}

/// What no browser can do. A command that one could, and that nobody does, is a fault that the policy's tests find.
fn beyond(name: CommandName) -> Result<Response, Failure> {
    if name.hosts().contains(&Host::Browser) {
        tracing::error!(command = name.as_str(), "command.done_by_nobody");
        return Err(Failure::new(ProblemCode::Internal, "problem-internal"));
    }
    Err(desktop_only())
}

/// The commands about one invoice.
async fn invoice(app: &App, session: &Session, command: Command) -> Result<Response, Failure> {
    match command {
        Command::InvoiceLink(params) => reply(invoices::invoice_link(app, session, params.invoice_id).await),
        Command::RevokeInvoiceLinks(params) => {
            reply(invoices::revoke_links(app, session, params.invoice_id).await)
        }
        Command::PaymentCodeOf(params) => {
            reply(invoices::payment_code(app, session, params.invoice_id).await)
        }
        Command::CheckEinvoice(params) => reply(invoices::check_einvoice(app, session, params).await),
        Command::CheckPaper(params) => reply(invoices::check_draft_paper(app, session, params).await),
        _ => Err(Failure::not_found()),
    }
}

/// The commands of saves.
async fn save(app: &App, session: &Session, command: Command) -> Result<Response, Failure> {
    match command {
        Command::BeginSave(params) => reply(saves::begin(app, session, params).await),
        Command::Saves(_) => reply(Ok(saves::list(app, session))),
        Command::CancelSave(params) => reply(saves::cancel(app, session, &params)),
        _ => Err(Failure::not_found()),
    }
}

/// The commands of imports.
async fn import(app: &App, session: &Session, command: Command) -> Result<Response, Failure> {
    match command {
        Command::LookAtTables(params) => reply(imports::look_at_tables(app, session, params).await),
        Command::PreviewImport(params) => reply(imports::preview(app, session, params).await),
        Command::CommitImport(params) => reply(imports::commit(app, session, params).await),
        Command::CheckImportUndo(params) => reply(imports::check_undo(app, session, params.run_id).await),
        Command::TakeImportBack(params) => reply(imports::undo(app, session, params.run_id).await),
        _ => Err(Failure::not_found()),
    }
}

/// The commands whose answer is a file: it becomes a download.
async fn download(app: &App, session: Session, command: Command) -> Result<Response, Failure> {
    let server = || State(app.clone());
    match command {
        Command::SavePdf(params) => invoices::download(server(), session, Path(params.invoice_id)).await,
        Command::SaveEinvoice(params) => {
            invoices::download_einvoice(server(), session, Path(params.invoice_id)).await
        }
        Command::SaveReceipt(params) => papers::receipt(app, &session, params).await,
        Command::SaveStatement(params) => papers::statement(app, &session, params).await,
        Command::SaveFile(params) => files::download(server(), session, Path(params.version_id)).await,
        Command::SaveBillAttachment(params) => bills::save_attachment(app, params).await,
        Command::SaveBackup(_) => backups::download(server(), session).await,
        _ => Err(Failure::not_found()),
    }
}

fn reply<T: Serialize>(answer: Result<T, Failure>) -> Result<Response, Failure> {
    answer.map(|answer| Json(answer).into_response())
}
