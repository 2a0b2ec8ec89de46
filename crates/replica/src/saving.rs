//! What is known of saves: those that are to be finished, and those that something works at.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use folio_protocol::commands::{SaveStage, SaveWish};
use serde::{Deserialize, Serialize};
use tokio::task::AbortHandle;
use uuid::Uuid;

/// A save that is to be finished, as it is remembered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Its id on this computer.
    pub(crate) save_id: Uuid,
    /// What it is of.
    pub(crate) wish: SaveWish,
    /// Where it is to be.
    pub(crate) out: PathBuf,
    /// The server's id of it; none before the server has heard of it.
    pub(crate) made_as: Option<Uuid>,
}

impl Wanted {
    pub(crate) fn part(&self) -> PathBuf {
        beside(&self.out, ".part")
    }

    pub(crate) fn file_name(&self) -> String {
        let name = self.out.file_name().unwrap_or_default();
        name.to_string_lossy().into_owned()
    }
}

/// A save with what works at it.
pub(crate) struct Running {
    pub(crate) wanted: Wanted,
    pub(crate) stage: SaveStage,
    pub(crate) task: Option<AbortHandle>,
}

/// The saves of an open copy.
#[derive(Default)]
pub(crate) struct Saving {
    running: Mutex<BTreeMap<Uuid, Running>>,
}

impl Saving {
    /// Those that are under way or have ended since the copy was opened, by their ids.
    pub(crate) fn running(&self) -> MutexGuard<'_, BTreeMap<Uuid, Running>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Ends the work; what was begun is remembered and goes on when the copy is opened again.
    pub(crate) fn end_tasks(&self) {
        for running in self.running().values_mut() {
            running.task.take().iter().for_each(AbortHandle::abort);
        }
    }

    pub(crate) fn wanted(&self) -> Vec<Wanted> {
        let running = self.running();
        let open = running.values().filter(|running| !running.stage.has_ended());
        open.map(|running| running.wanted.clone()).collect()
    }

    pub(crate) fn tell(&self, save_id: Uuid, stage: SaveStage) {
        if let Some(running) = self.running().get_mut(&save_id) {
            running.stage = stage;
        }
    }
}

/// The path with `ending` after its name.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut whole = OsString::from(path);
    whole.push(ending);
    whole.into()
}
