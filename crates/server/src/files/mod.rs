//! Bringing and taking a document's bytes: taken in pieces, served as attachments.

use axum::Json;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::documents::{DocumentVersion, FileState, KeepFile};
use folio_domain::ids::{OrgId, VersionId};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Read};
use folio_protocol::commands::{FILE_PIECE_BYTES_MAX, FileProgress, PutFilePiece};
use folio_protocol::{Problem, ProblemCode};
use futures::stream;
use serde::Deserialize;
use tokio::sync::mpsc;

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Session, attachment};
use crate::vault::{Arrival, Expected, FilePlace, Frames};

/// So many frames of a file are read ahead of a slow reader.
const READ_AHEAD: usize = 2;

/// The version, when the session may see it.
async fn visible_version(
    app: &App,
    session: &Session,
    version_id: VersionId,
) -> Result<(DocumentVersion, FilePlace), Failure> {
    let records = app
        .look(session.org_id, vec![Read::one::<DocumentVersion>(version_id)])
        .await?;
    let scope = session.scope();
    let row = records
        .row(Kind::DocumentVersion, version_id)
        .filter(|row| scope.shows(row));
    let version = row
        .and_then(|_| records.find::<DocumentVersion>(version_id))
        .ok_or_else(Failure::not_found)?;
    let place = FilePlace::Version {
        org_id: session.org_id,
        document_id: version.document_id,
        version_id,
    };
    Ok((version.clone(), place))
}

/// Where a piece begins, as the address of a `PUT` says it.
#[derive(Debug, Deserialize)]
pub struct PieceAt {
    offset: u64,
}

/// `PUT /api/files/{version_id}?offset=N`: a piece as it is.
pub async fn put_piece(
    State(app): State<App>,
    session: Session,
    Path(version_id): Path<VersionId>,
    Query(at): Query<PieceAt>,
    bytes: Bytes,
) -> Result<Json<FileProgress>, Failure> {
    take_piece(&app, &session, version_id, at.offset, bytes.to_vec())
        .await
        .map(Json)
}

/// Takes a piece in Base64, as screens send it.
///
/// # Errors
/// As [`take_piece`].
pub async fn bring_piece(app: &App, session: &Session, piece: PutFilePiece) -> Result<FileProgress, Failure> {
    let unreadable = || Failure::new(ProblemCode::Invalid, "problem-bad-request");
    let bytes = STANDARD.decode(&piece.bytes).map_err(|_bad| unreadable())?;
    let offset = u64::try_from(piece.offset).map_err(|_negative| unreadable())?;
    take_piece(app, session, piece.version_id, offset, bytes).await
}

/// Takes a piece. Only who announced the version, or the business, brings its bytes.
///
/// # Errors
/// A version that is not there or not theirs, or bytes that are not those that were announced.
async fn take_piece(
    app: &App,
    session: &Session,
    version_id: VersionId,
    offset: u64,
    bytes: Vec<u8>,
) -> Result<FileProgress, Failure> {
    if bytes.len() > FILE_PIECE_BYTES_MAX {
        return Err(Failure::new(ProblemCode::Limit, "problem-body-too-large"));
    }
    let (version, place) = visible_version(app, session, version_id).await?;
    if version.state == FileState::Stored {
        return Ok(FileProgress {
            offset: version.size_bytes,
            complete: true,
        });
    }
    if version.added_by_id != session.actor.principal_id {
        return Err(Failure::not_found());
    }
    let work = app.clone();
    let org_id = session.org_id;
    let progress = app
        .unstoppable(async move {
            let key = work.org_key(org_id).await?;
            let size_bytes =
                u64::try_from(version.size_bytes).map_err(|_bad| ServerError::Sealed("a file"))?;
            let expected = Expected {
                size_bytes,
                sha256: version.sha256.clone(),
            };
            let vault = work.vault.clone();
            let arrival = work
                .blocking(move || vault.append(&place, &key, &expected, offset, &bytes))
                .await?;
            settle(&work, org_id, version_id, version.size_bytes, arrival).await
        })
        .await?;
    Ok(progress)
}

async fn settle(
    app: &App,
    org_id: OrgId,
    version_id: VersionId,
    size_bytes: i64,
    arrival: Arrival,
) -> Result<FileProgress, ServerError> {
    match arrival {
        Arrival::Partial(received) => {
            let offset = i64::try_from(received).map_err(|_large| ServerError::Sealed("a file"))?;
            Ok(FileProgress {
                offset,
                complete: false,
            })
        }
        Arrival::WrongHash => Err(Problem::new(ProblemCode::Invalid, "problem-file-hash").into()),
        Arrival::Whole { media_type } => {
            let keep = Mutation::KeepFile(KeepFile {
                version_id,
                media_type,
            });
            let submitted = app
                .store
                .submit_as_system(org_id, vec![keep], app.source.now())
                .await?;
            app.announce(org_id, &submitted);
            Ok(FileProgress {
                offset: size_bytes,
                complete: true,
            })
        }
    }
}

/// `GET /api/files/{version_id}`: always as an attachment, never shown.
pub async fn download(
    State(app): State<App>,
    session: Session,
    Path(version_id): Path<VersionId>,
) -> Result<Response, Failure> {
    let (version, place) = visible_version(&app, &session, version_id).await?;
    let not_ready = || Failure::new(ProblemCode::NotFound, "problem-file-not-ready");
    if version.state != FileState::Stored {
        return Err(not_ready());
    }
    let (vault, key) = (app.vault.clone(), app.org_key(session.org_id).await?);
    let frames = app
        .blocking(move || vault.open(&place, &key))
        .await?
        .ok_or_else(not_ready)?;
    let mut response = attachment(body(frames), &version.media_type, &version.file_name);
    response
        .headers_mut()
        .insert(http::header::CONTENT_LENGTH, version.size_bytes.into());
    Ok(response)
}

/// A file's frames as a body, read as fast as the reader takes them. A frame that does not open breaks the body off.
fn body(mut frames: Frames) -> Body {
    let (sender, receiver) = mpsc::channel::<Result<Vec<u8>, ServerError>>(READ_AHEAD);
    tokio::task::spawn_blocking(move || {
        while let Some(frame) = frames.next_frame().transpose() {
            let is_broken = frame.is_err();
            if sender.blocking_send(frame).is_err() || is_broken {
                break;
            }
        }
    });
    let frames = stream::unfold(receiver, |mut receiver| async {
        let frame = receiver.recv().await?;
        Some((frame, receiver))
    });
    Body::from_stream(frames)
}
