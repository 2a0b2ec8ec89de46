//! What a browser asks of its host: `POST /api/command/{name}`. The desktop does its commands itself.

use axum::Json;
use axum::body::{Body, to_bytes};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use folio_protocol::commands::{Command, CommandName, FILE_PIECE_BYTES_MAX, Host, OpenedLink, SyncView};
use folio_protocol::sessions::{AcceptRequest, DeviceKind, SignInRequest};
use folio_protocol::sync::SyncStatus;
use folio_protocol::{Problem, ProblemCode};
use http::HeaderMap;
use serde::Serialize;

use crate::app::App;
use crate::errors::Failure;
use crate::http::{Address, Gate, Session};
use crate::sessions::{self, cookies};
use crate::{files, imports, invitations, invoices, jobs, packs};

const BYTES_MAX: usize = 64 * 1024;
/// A piece in Base64, with what goes around it.
const PIECE_BYTES_MAX: usize = FILE_PIECE_BYTES_MAX / 3 * 4 + 4 * 1024;
/// 20 MiB of files in Base64.
const IMPORT_BYTES_MAX: usize = 28 * 1024 * 1024;

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
        return Err(Failure::new(ProblemCode::Unsupported, "problem-desktop-only"));
    }
    gate_of(name).admit(session.as_ref())?;
    let command = read(name, body).await?;
    let agent = headers
        .get(http::header::USER_AGENT)
        .and_then(|agent| agent.to_str().ok())
        .unwrap_or_default();
    match session {
        None => without_session(&app, address, agent, command).await,
        Some(session) => with_session(&app, address, agent, session, command).await,
    }
}

/// Reads the parameters, once it is known who brings them: only an import is large, and only an owner brings one.
async fn read(name: CommandName, body: Body) -> Result<Command, Failure> {
    let limit = match name {
        CommandName::PreviewImport | CommandName::CommitImport => IMPORT_BYTES_MAX,
        CommandName::PutFilePiece => PIECE_BYTES_MAX,
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
            | CommandName::SyncState
            | CommandName::SignOut => Gate::SignedOrLinked(roles),
            _ => Gate::Signed(roles),
        },
    }
}

/// The commands that need nobody to be signed in.
async fn without_session(
    app: &App,
    address: Address,
    agent: &str,
    command: Command,
) -> Result<Response, Failure> {
    match command {
        Command::Session(_) => Ok(Json(sessions::session_state(app, None)).into_response()),
        Command::SignIn(params) => {
            let (email, password) = (params.email, params.password);
            let device_kind = DeviceKind::Browser;
            let request = SignInRequest {
                email,
                password,
                device_name: browser_name(agent),
                device_kind,
            };
            let (opened, person) = sessions::sign_in_with(app, address, request).await?;
            Ok(with_cookies(app, &opened.tokens, person))
        }
        Command::LookAtInvitation(params) => reply(invitations::look(app, address, &params.link).await),
        Command::AcceptInvitation(params) => {
            let (token, name, password) = (params.link, params.name, params.password);
            let (device_name, device_kind) = (browser_name(agent), DeviceKind::Browser);
            let request = AcceptRequest {
                token,
                name,
                password,
                device_name,
                device_kind,
            };
            let (opened, person) = invitations::accept(app, address, request).await?;
            Ok(with_cookies(app, &opened.tokens, person))
        }
        Command::OpenInvoiceLink(params) => {
            let (answer, tokens) = invoices::open_link(app, address, &params.token).await?;
            let opened = OpenedLink {
                invoice_id: answer.invoice_id,
                person: answer.person,
            };
            Ok(with_cookies(app, &tokens, opened))
        }
        _ => Err(Failure::signed_out()),
    }
}

async fn with_session(
    app: &App,
    address: Address,
    agent: &str,
    session: Session,
    command: Command,
) -> Result<Response, Failure> {
    match command {
        Command::Session(_) => Ok(Json(sessions::session_state(app, Some(session))).into_response()),
        command @ (Command::SignIn(_)
        | Command::LookAtInvitation(_)
        | Command::AcceptInvitation(_)
        | Command::OpenInvoiceLink(_)) => without_session(app, address, agent, command).await,
        Command::SignOut(_) => sessions::sign_out(State(app.clone()), session).await,
        Command::Invite(params) => reply(invitations::invite(app, &session, params.invitation).await),
        Command::InvoiceLink(params) => reply(invoices::invoice_link(app, &session, params.invoice_id).await),
        Command::PaymentCodeOf(params) => {
            reply(invoices::payment_code(app, &session, params.invoice_id).await)
        }
        // An answer that is a file becomes a download.
        Command::SavePdf(params) => {
            invoices::download(State(app.clone()), session, Path(params.invoice_id)).await
        }
        Command::SaveFile(params) => {
            files::download(State(app.clone()), session, Path(params.version_id)).await
        }
        Command::SaveMonthPack(params) => {
            packs::download(State(app.clone()), session, Path((params.year, params.month))).await
        }
        Command::PutFilePiece(piece) => reply(files::bring_piece(app, &session, piece).await),
        Command::PreviewImport(params) => {
            reply(imports::preview(app, &session, params.format, &params.files).await)
        }
        Command::CommitImport(params) => reply(imports::commit(app, &session, params).await),
        Command::Devices(_) => reply(sessions::device_list(app, &session).await),
        Command::EndDevice(params) => reply(sessions::end_device(app, &session, params.device_id).await),
        Command::SyncState(_) => {
            let pending = jobs::pending(app, &session).await?;
            reply(Ok(SyncView {
                status: SyncStatus::UpToDate,
                pending,
            }))
        }
        Command::Undo(params) => reply(jobs::undo(app, &session, params.mutation_id).await),
        Command::StartHere(_)
        | Command::RestoreHere(_)
        | Command::SaveBackup(_)
        | Command::Dismiss(_)
        | Command::SyncNow(_) => Err(Failure(Problem::new(
            ProblemCode::Unsupported,
            "problem-desktop-only",
        ))),
    }
}

fn reply<T: Serialize>(answer: Result<T, Failure>) -> Result<Response, Failure> {
    answer.map(|answer| Json(answer).into_response())
}

fn with_cookies(app: &App, tokens: &folio_protocol::sessions::Tokens, answer: impl Serialize) -> Response {
    let mut response = Json(answer).into_response();
    cookies::set(response.headers_mut(), &app.config, tokens);
    response
}

/// What a person recognises a browser by in the list of devices.
fn browser_name(agent: &str) -> String {
    let browser = ["Firefox", "Edg", "Chrome", "Safari"]
        .into_iter()
        .find(|name| agent.contains(name));
    let system = ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"]
        .into_iter()
        .find(|name| agent.contains(name));
    let browser = match browser {
        Some("Edg") => "Edge",
        Some(name) => name,
        None => "Browser",
    };
    system.map_or_else(|| browser.to_owned(), |system| format!("{browser}, {system}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_told_apart() {
        let agent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36";
        assert_eq!(browser_name(agent), "Chrome, Linux");
        assert_eq!(browser_name(""), "Browser");
    }
}
