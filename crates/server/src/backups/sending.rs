//! Sending a backup: it leaves while it is made, so that neither memory nor the disk holds it whole.

use std::io::{Error, ErrorKind, Write};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::response::Response;
use folio_domain::MutationId;
use folio_domain::organisations::TakeBackup;
use folio_protocol::ProblemCode;
use futures::stream;
use tokio::runtime::Handle;
use tokio::sync::mpsc::{Receiver, Sender, channel};

use super::saving::Material;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Session, attachment};
use crate::sync::submit_one;
use crate::turns::Turn;

/// The bytes of a piece.
const PIECE_BYTES: usize = 64 * 1024;
/// How many pieces may wait for the caller.
const PIECES_AHEAD: usize = 8;
/// How long a caller may take no piece before the backup is given up.
const STALL_LIMIT: Duration = Duration::from_secs(60);

/// What the writer tells the answer's body. A body that ends without [`Piece::End`] has broken off.
enum Piece {
    Bytes(Bytes),
    End,
}

/// `GET /api/backup`: taking it is one look, noted in the trail before a byte leaves. One at a time for each business.
pub async fn download(State(app): State<App>, session: Session) -> Result<Response, Failure> {
    let under_way = || Failure::new(ProblemCode::Limit, "problem-backup-under-way");
    let turn = app.backing_up.take(session.org_id).ok_or_else(under_way)?;
    let mutation_id = MutationId(app.source.id()?);
    submit_one(&app, &session, mutation_id, TakeBackup {}.into()).await?;
    let material = app.gather_backup(session.org_id).await?;
    let name = format!("{}.folio-backup", session.person.org_name);
    Ok(attachment(
        body(material, turn),
        "application/octet-stream",
        &name,
    ))
}

fn body(material: Material, turn: Turn) -> Body {
    let (pieces, told) = channel(PIECES_AHEAD);
    let mut pipe = Pipe {
        pieces,
        runtime: Handle::current(),
        piece: Vec::with_capacity(PIECE_BYTES),
    };
    tokio::task::spawn_blocking(move || {
        let written = material.write(&mut pipe).map(|_pipe| ());
        let ended = written.and_then(|()| pipe.flush().map_err(ServerError::io("sending a backup")));
        // Before the end is told: whoever has heard it may take the next one.
        drop(turn);
        let told = ended.and_then(|()| pipe.tell(Piece::End).map_err(ServerError::io("sending a backup")));
        if let Err(error) = told {
            tracing::warn!(%error, "backup.broken_off");
        }
    });
    Body::from_stream(stream::unfold(Some(told), next))
}

/// The next piece of the body, and who tells of those after it.
async fn next(told: Option<Receiver<Piece>>) -> Option<(Result<Bytes, Error>, Option<Receiver<Piece>>)> {
    let mut told = told?;
    match told.recv().await {
        Some(Piece::Bytes(bytes)) => Some((Ok(bytes), Some(told))),
        Some(Piece::End) => None,
        None => Some((Err(Error::other("the backup broke off")), None)),
    }
}

/// Where the backup is written: each full piece waits until the caller has taken those before it.
struct Pipe {
    pieces: Sender<Piece>,
    runtime: Handle,
    piece: Vec<u8>,
}

impl Pipe {
    fn tell(&self, piece: Piece) -> Result<(), Error> {
        let sent = tokio::time::timeout(STALL_LIMIT, self.pieces.send(piece));
        match self.runtime.block_on(sent) {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_gone)) => Err(ErrorKind::BrokenPipe.into()),
            Err(_stalled) => Err(ErrorKind::TimedOut.into()),
        }
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> Result<usize, Error> {
        let room = PIECE_BYTES - self.piece.len();
        let taken = bytes.get(..room).unwrap_or(bytes);
        self.piece.extend_from_slice(taken);
        if self.piece.len() == PIECE_BYTES {
            self.flush()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> Result<(), Error> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let full = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE_BYTES));
        self.tell(Piece::Bytes(full.into()))
    }
}
