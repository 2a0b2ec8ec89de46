//! What a browser asks of its host: `POST /api/command/{name}`. The desktop does its commands itself.

mod entrances;
mod groups;

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{Command, CommandName, FILE_PIECE_BYTES_MAX, Host};
use http::HeaderMap;
use serde::Serialize;

use entrances::Entrance;
use groups::{Door, Downloads, Group, Imports, Invoices, Own, Work, sorted};

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
            | CommandName::InvoicePages
            | CommandName::SavePdf
            | CommandName::SaveEinvoice
            | CommandName::SyncState
            | CommandName::SignOut => Gate::SignedOrLinked(roles),
            _ => Gate::Signed(roles),
        },
    }
}

/// Does `command`. Only what is done at the door needs nobody to be signed in.
async fn run(entrance: Entrance, session: Option<Session>, command: Command) -> Result<Response, Failure> {
    let app = &entrance.app;
    let signed = |session: Option<Session>| session.ok_or_else(Failure::signed_out);
    match sorted(command) {
        Group::Door(command) => at_the_door(&entrance, session, command).await,
        Group::Own(command) => own(app, signed(session)?, command).await,
        Group::Invoices(command) => invoice(app, &signed(session)?, command).await,
        Group::Downloads(command) => download(app, signed(session)?, command).await,
        Group::Work(command) => work(app, &signed(session)?, command).await,
        Group::Imports(command) => import(app, &signed(session)?, command).await,
        Group::Desktop(_) => Err(desktop_only()),
    }
}

async fn at_the_door(
    entrance: &Entrance,
    session: Option<Session>,
    command: Door,
) -> Result<Response, Failure> {
    let app = &entrance.app;
    match command {
        Door::Session(_) => reply(Ok(sessions::session_state(app, session))),
        Door::SignIn(params) => entrance.sign_in(params).await,
        Door::LookAtInvitation(params) => reply(invitations::look(app, entrance.address, &params.link).await),
        Door::AcceptInvitation(params) => entrance.accept(params).await,
        Door::OpenInvoiceLink(params) => entrance.open_link(params).await,
    }
}

/// What is about the person's own sign-in.
async fn own(app: &App, session: Session, command: Own) -> Result<Response, Failure> {
    match command {
        Own::SignOut(_) => sessions::sign_out(State(app.clone()), session).await,
        Own::Devices(_) => reply(sessions::device_list(app, &session).await),
        Own::EndDevice(params) => reply(sessions::end_device(app, &session, params.device_id).await),
        Own::SyncState(_) => reply(sync::state(app, &session).await),
        Own::Undo(params) => reply(sync::undo(app, &session, params.mutation_id).await),
    }
}

async fn invoice(app: &App, session: &Session, command: Invoices) -> Result<Response, Failure> {
    match command {
        Invoices::InvoiceLink(params) => reply(invoices::invoice_link(app, session, params.invoice_id).await),
        Invoices::RevokeInvoiceLinks(params) => {
            reply(invoices::revoke_links(app, session, params.invoice_id).await)
        }
        Invoices::PaymentCodeOf(params) => {
            reply(invoices::payment_code(app, session, params.invoice_id).await)
        }
        Invoices::InvoicePages(params) => reply(invoices::pages(app, session, params).await),
        Invoices::CheckPaper(params) => reply(invoices::check_draft_paper(app, session, params).await),
        Invoices::CheckEinvoice(params) => reply(invoices::check_einvoice(app, session, params).await),
    }
}

/// The commands whose answer is a file: it becomes a download.
async fn download(app: &App, session: Session, command: Downloads) -> Result<Response, Failure> {
    let server = || State(app.clone());
    match command {
        Downloads::SavePdf(params) => invoices::download(server(), session, Path(params.invoice_id)).await,
        Downloads::SaveEinvoice(params) => {
            invoices::download_einvoice(server(), session, Path(params.invoice_id)).await
        }
        Downloads::SaveReceipt(params) => papers::receipt(app, &session, params).await,
        Downloads::SaveStatement(params) => papers::statement(app, &session, params).await,
        Downloads::SaveFile(params) => files::download(server(), session, Path(params.version_id)).await,
        Downloads::SaveBillAttachment(params) => bills::save_attachment(app, params).await,
        Downloads::SaveBackup(_) => backups::download(server(), session).await,
    }
}

/// What is made or looked at for the business.
async fn work(app: &App, session: &Session, command: Work) -> Result<Response, Failure> {
    match command {
        Work::Invite(params) => reply(invitations::invite(app, session, params.invitation).await),
        Work::PreviewDraft(params) => reply(papers::preview_draft(app, session, params).await),
        Work::PreviewStationery(params) => reply(papers::preview_stationery(app, session, params).await),
        Work::BeginSave(params) => reply(saves::begin(app, session, params).await),
        Work::Saves(_) => reply(Ok(saves::list(app, session))),
        Work::CancelSave(params) => reply(saves::cancel(app, session, &params)),
        Work::OpenBankStatements(params) => reply(bank::open(app, params).await),
        Work::OpenBill(params) => reply(bills::open(app, params).await),
        Work::PutFilePiece(piece) => reply(files::bring_piece(app, session, piece).await),
    }
}

async fn import(app: &App, session: &Session, command: Imports) -> Result<Response, Failure> {
    match command {
        Imports::LookAtTables(params) => reply(imports::look_at_tables(app, session, params).await),
        Imports::PreviewImport(params) => reply(imports::preview(app, session, params).await),
        Imports::CommitImport(params) => reply(imports::commit(app, session, params).await),
        Imports::CheckImportUndo(params) => reply(imports::check_undo(app, session, params.run_id).await),
        Imports::TakeImportBack(params) => reply(imports::undo(app, session, params.run_id).await),
    }
}

fn reply<T: Serialize>(answer: Result<T, Failure>) -> Result<Response, Failure> {
    answer.map(|answer| Json(answer).into_response())
}
