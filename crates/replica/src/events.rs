//! The stream of pokes: each says that something changed, and the sync loop pulls.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use folio_protocol::ProblemCode;
use futures::StreamExt;

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::link::BodyStream;
use crate::pace::Pause;

/// The longest line that is kept; a poke's is far shorter.
const LINE_BYTES_MAX: usize = 64 * 1024;

/// Listens until the sign-in ends.
pub(crate) async fn listen(core: Arc<Core>) {
    let mut pause = Pause::new(core.pace);
    loop {
        let ended = follow(&core, &mut pause).await;
        core.unsure.store(true, Ordering::Relaxed);
        if let Err(error) = ended {
            // The sync loop meets the same answer and acts on it.
            if matches!(error.code(), Some(ProblemCode::Unauthorised | ProblemCode::Purge)) {
                core.wake.notify_one();
                return;
            }
            tracing::debug!(%error, "events.unreachable");
        }
        pause.failed();
        tokio::time::sleep(pause.length()).await;
    }
}

async fn follow(core: &Core, pause: &mut Pause) -> Result<(), ReplicaError> {
    let stream = core.api.events().await?;
    pause.well();
    // Whatever was missed while nobody listened.
    core.wake.notify_one();
    let ended = hear(core, stream).await;
    // However it ended, the server may be gone: the sync loop finds out and says so.
    core.wake.notify_one();
    ended
}

async fn hear(core: &Core, mut stream: BodyStream) -> Result<(), ReplicaError> {
    let mut lines = Lines::default();
    while let Some(piece) = stream.next().await {
        if lines.take(&piece?) {
            core.wake.notify_one();
        }
    }
    Ok(())
}

/// Puts the lines of an event stream together.
#[derive(Default)]
struct Lines {
    rest: Vec<u8>,
}

impl Lines {
    /// Takes a piece; whether an event's data was in it. Comments, which keep the connection alive, are none.
    fn take(&mut self, piece: &[u8]) -> bool {
        let mut heard = false;
        for byte in piece {
            match byte {
                b'\n' | b'\r' => {
                    heard |= self.rest.starts_with(b"data:");
                    self.rest.clear();
                }
                _ if self.rest.len() < LINE_BYTES_MAX => self.rest.push(*byte),
                _ => {}
            }
        }
        heard
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn data_is_heard_across_pieces_and_comments_are_not() {
        let mut lines = Lines::default();
        assert!(!lines.take(b": still here\n\nevent: poke\nda"));
        assert!(!lines.take(b"ta: {\"kinds\":[]}"));
        assert!(lines.take(b"\r\n\r\n"));
        assert!(!lines.take(b"\n"));
    }
}
