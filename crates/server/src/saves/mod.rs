//! Saves: a month's pack, or everything. The server makes the file in its own time; it can be watched, ended, and
//! taken from wherever the last try broke off, for it stays the same file until it goes.

mod making;

use std::io;

use axum::body::{Body, Bytes};
use axum::extract::{Path, State};
use axum::response::Response;
use folio_domain::MutationId;
use folio_domain::ids::{OrgId, PrincipalId};
use folio_domain::organisations::TakeExport;
use folio_domain::permissions::Role;
use folio_exchange::month_pack::days_of;
use folio_protocol::ProblemCode;
use folio_protocol::commands::{BeginSave, BegunSave, CancelSave, Done, Save, SaveList, SaveStage, SaveWish};
use futures::stream;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use uuid::Uuid;

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Session, attachment};
use crate::spool::{Making, Spooled};
use crate::sync::submit_one;
use crate::vault::{FilePlace, Frames};

/// How many files a business has made at once.
const AT_ONCE_MAX: usize = 4;
/// How many files wait for one person; the oldest goes for a new one.
const WAITING_MAX: usize = 12;

/// Begins to make a file for the session's person. The same wish again, while it is being made, is that one.
///
/// # Errors
/// Not allowed, no such month, settings out of range, or too many at once.
pub async fn begin(app: &App, session: &Session, params: BeginSave) -> Result<BegunSave, Failure> {
    let wish = params.wish;
    check(session, wish)?;
    let (work, org_id, principal_id) = (app.clone(), session.org_id, session.actor.principal_id);
    let begun = app
        .blocking(move || Ok(spool(&work, org_id, principal_id, wish)))
        .await??;
    let (spooled, making) = match begun {
        Begun::Same(save_id) => {
            return Ok(BegunSave {
                save_id: Some(save_id),
            });
        }
        Begun::Fresh(spooled, making) => (spooled, making),
    };
    let save_id = spooled.save_id;
    if wish == SaveWish::Everything
        && let Err(error) = note_export(app, session).await
    {
        app.spool.remove(org_id, save_id)?;
        return Err(error.into());
    }
    tokio::spawn(making::make(app.clone(), session.clone(), spooled, making));
    Ok(BegunSave {
        save_id: Some(save_id),
    })
}

/// That an export is taken stands in the trail before anything of it is made.
async fn note_export(app: &App, session: &Session) -> Result<(), ServerError> {
    let mutation_id = MutationId(app.source.id()?);
    submit_one(app, session, mutation_id, TakeExport {}.into()).await?;
    Ok(())
}

/// What became of a wish.
enum Begun {
    /// It is being made already.
    Same(Uuid),
    Fresh(Spooled, Making),
}

fn spool(app: &App, org_id: OrgId, principal_id: PrincipalId, wish: SaveWish) -> Result<Begun, Failure> {
    let now = app.source.now();
    let mut same = None;
    let begun = app.spool.begin(org_id, now, |all| {
        let is_made = |save: &&Spooled| matches!(save.stage, SaveStage::Making { .. });
        let is_own = |save: &&Spooled| save.principal_id == principal_id;
        let mut under_way = all.iter().filter(is_made);
        if let Some(known) = under_way.clone().find(|save| is_own(save) && save.wish == wish) {
            same = Some(known.save_id);
            return Ok(None);
        }
        if under_way.nth(AT_ONCE_MAX - 1).is_some() {
            return Err(Failure::new(ProblemCode::Limit, "problem-saves-under-way"));
        }
        // What was made of the same wish before is of an earlier moment.
        let (earlier, others): (Vec<_>, Vec<_>) =
            all.iter().filter(is_own).partition(|save| save.wish == wish);
        let waiting: Vec<_> = others.into_iter().filter(|save| !is_made(save)).collect();
        let too_many = (waiting.len() + 1).saturating_sub(WAITING_MAX);
        for gone in earlier.into_iter().chain(waiting.into_iter().take(too_many)) {
            app.spool.remove(org_id, gone.save_id)?;
        }
        Ok(Some(Spooled {
            save_id: app.source.id()?,
            principal_id,
            wish,
            stage: SaveStage::Making { done: 0, of: 0 },
            at: now,
        }))
    })?;
    match (begun, same) {
        (Some((spooled, making)), _) => Ok(Begun::Fresh(spooled, making)),
        (None, Some(save_id)) => Ok(Begun::Same(save_id)),
        (None, None) => Err(Failure::not_found()),
    }
}

fn check(session: &Session, wish: SaveWish) -> Result<(), Failure> {
    match wish {
        SaveWish::Everything if session.actor.access.role != Role::Owner => {
            Err(Failure::new(ProblemCode::Forbidden, "refused-forbidden"))
        }
        SaveWish::Everything => Ok(()),
        SaveWish::MonthPack { year, month, datev } => {
            days_of(year, month).map_err(|_no_month| Failure::not_found())?;
            datev
                .map_or(Ok(()), |settings| settings.check())
                .map_err(ServerError::from)?;
            Ok(())
        }
    }
}

/// The saves of the session's person.
#[must_use]
pub fn list(app: &App, session: &Session) -> SaveList {
    let all = app.spool.all(session.org_id, app.source.now());
    let own = all
        .into_iter()
        .filter(|save| save.principal_id == session.actor.principal_id);
    let saves = own.map(|save| Save {
        save_id: save.save_id,
        wish: save.wish,
        file_name: file_name(&session.person.org_name, save.wish),
        stage: save.stage,
    });
    SaveList {
        saves: saves.collect(),
    }
}

/// What the file is called.
fn file_name(org_name: &str, wish: SaveWish) -> String {
    match wish {
        SaveWish::MonthPack { year, month, .. } => format!("{year:04}-{month:02} {org_name}.zip"),
        SaveWish::Everything => format!("{org_name} folio-export.zip"),
    }
}

/// Ends a save.
///
/// # Errors
/// A disk that cannot be written.
pub fn cancel(app: &App, session: &Session, params: &CancelSave) -> Result<Done, Failure> {
    if own(app, session, params.save_id).is_ok() {
        app.spool.remove(session.org_id, params.save_id)?;
    }
    Ok(Done {})
}

fn own(app: &App, session: &Session, save_id: Uuid) -> Result<Spooled, Failure> {
    let found = app.spool.find(session.org_id, save_id, app.source.now());
    // What the person may not ask for any more they do not get either.
    found
        .filter(|save| save.principal_id == session.actor.principal_id && check(session, save.wish).is_ok())
        .ok_or_else(Failure::not_found)
}

/// `GET /api/saves/{save_id}`: the file, from where a `Range` says that the last try broke off.
pub async fn download(
    State(app): State<App>,
    session: Session,
    Path(save_id): Path<Uuid>,
    headers: HeaderMap,
) -> Result<Response, Failure> {
    let save = own(&app, &session, save_id)?;
    let SaveStage::Ready { size_bytes, sha256 } = save.stage else {
        return Err(Failure::not_found());
    };
    let tag = format!("\"{sha256}\"");
    let begin = begin_of(&headers, &tag).filter(|begin| *begin < size_bytes);
    let (place, vault) = (
        FilePlace::Save {
            org_id: session.org_id,
            save_id,
        },
        app.spool.vault.clone(),
    );
    let key = app.org_key(session.org_id).await?;
    let offset = begin.unwrap_or(0);
    let frames = app
        .blocking(move || vault.open_at(&place, &key, offset))
        .await?
        .ok_or_else(Failure::not_found)?;
    let name = file_name(&session.person.org_name, save.wish);
    let mut response = attachment(body(frames), "application/zip", &name);
    let headers = response.headers_mut();
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    headers.insert(header::CONTENT_LENGTH, (size_bytes - offset).into());
    let value = |text: String| HeaderValue::from_str(&text).map_err(|_never| Failure::not_found());
    headers.insert(header::ETAG, value(tag)?);
    if begin.is_some() {
        let range = format!("bytes {offset}-{}/{size_bytes}", size_bytes - 1);
        headers.insert(header::CONTENT_RANGE, value(range)?);
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
    }
    Ok(response)
}

/// Where the caller wants to go on: only of the very file that they have the beginning of.
fn begin_of(headers: &HeaderMap, tag: &str) -> Option<u64> {
    let text = |name| headers.get(name).and_then(|value| value.to_str().ok());
    let is_other = text(header::IF_RANGE).is_some_and(|known| known != tag);
    let range = text(header::RANGE).filter(|_| !is_other)?;
    range.strip_prefix("bytes=")?.strip_suffix('-')?.parse().ok()
}

fn body(frames: Frames) -> Body {
    let next = |frames: Option<Frames>| async {
        let mut frames = frames?;
        let read = tokio::task::spawn_blocking(move || (frames.next_frame(), frames)).await;
        match read {
            Ok((Ok(Some(bytes)), frames)) => Some((Ok(Bytes::from(bytes)), Some(frames))),
            Ok((Ok(None), _)) => None,
            Ok((Err(error), _)) => Some((Err(io::Error::other(error)), None)),
            Err(ended) => Some((Err(io::Error::other(ended)), None)),
        }
    };
    Body::from_stream(stream::unfold(Some(frames), next))
}
