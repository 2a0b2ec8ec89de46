//! When everything that the server had was last here. It is remembered beside the copy, so that a desktop that is
//! started without a network can say how old its copy is.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

use crate::inner::Core;

const NAME: &str = "synced";
/// So seldom it is written while all is well: what a crash loses of it is no more than this.
const WRITE_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// The moment that is remembered in `folder`; none when there is none, or it cannot be understood.
pub(crate) fn read(folder: &Path) -> Option<Timestamp> {
    std::fs::read_to_string(folder.join(NAME))
        .ok()?
        .trim()
        .parse()
        .ok()
}

impl Core {
    /// Notes that a round of sync went through just now.
    pub(crate) fn note_synced(&self) {
        let now = self.clock.now();
        self.set_connection(|connection| {
            connection.offline_since = None;
            connection.problem = None;
            connection.synced_at = Some(now);
        });
        let written = read(&self.setup.folder);
        if written.is_none_or(|written| now.duration_since(written).abs() >= WRITE_EVERY) {
            self.remember_synced();
        }
    }

    /// Writes down when a round of sync last went through.
    pub(crate) fn remember_synced(&self) {
        let Some(at) = self.connection().synced_at else {
            return;
        };
        if let Err(error) = std::fs::write(self.setup.folder.join(NAME), at.to_string()) {
            tracing::debug!(%error, "synced.not_remembered");
        }
    }
}
