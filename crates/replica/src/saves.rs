//! Saves: files that the server makes and that come over in their own time. Each is written beside the place that the
//! person chose and renamed when it is whole; what broke off goes on from where it was, also after the app was closed.

mod register;
mod running;

use std::path::Path;
use std::sync::Arc;

use folio_protocol::Problem;
use folio_protocol::commands::{CancelSave, Command, Save, SaveList, SaveStage, SaveWish};
use tokio::task::AbortHandle;
use uuid::{Builder, Uuid};

use crate::clock::random;
use crate::errors::ReplicaError;
use crate::inner::{Change, Core};
use crate::saving::{Running, Wanted};

impl Core {
    /// Begins to save what `wish` is of at `out`.
    pub(crate) fn begin_save(self: &Arc<Self>, wish: SaveWish, out: &Path) -> Result<Uuid, ReplicaError> {
        if let Some(there) = self.saving.wanted().into_iter().find(|wanted| wanted.out == out) {
            if there.wish == wish {
                return Ok(there.save_id);
            }
            // Two files cannot be at one place: the later wish stands.
            let before = self.saving.running().remove(&there.save_id);
            before
                .and_then(|before| before.task)
                .iter()
                .for_each(AbortHandle::abort);
        }
        let wanted = Wanted {
            save_id: self.fresh_id()?,
            wish,
            out: out.to_owned(),
            made_as: None,
        };
        let save_id = wanted.save_id;
        // What lies there from another try is of something else.
        remove_if_there(&wanted.part())?;
        self.take_up_save(wanted, None);
        self.remember_saves()?;
        Ok(save_id)
    }

    /// An id that carries the time, so that saves stand in their order.
    fn fresh_id(&self) -> Result<Uuid, ReplicaError> {
        let millis = u64::try_from(self.clock.now().as_millisecond()).unwrap_or_default();
        Ok(Builder::from_unix_timestamp_millis(millis, &random::<10>()?).into_uuid())
    }

    /// Goes on with what was not finished when the copy was closed.
    pub(crate) fn go_on_with_saves(self: &Arc<Self>) -> Result<(), ReplicaError> {
        for wanted in register::read(&self.setup.folder)? {
            let is_known = self.saving.running().contains_key(&wanted.save_id);
            if !is_known {
                self.take_up_save(wanted, Some(SaveStage::Waiting));
            }
        }
        Ok(())
    }

    fn take_up_save(self: &Arc<Self>, wanted: Wanted, stage: Option<SaveStage>) {
        let save_id = wanted.save_id;
        let running = Running {
            wanted: wanted.clone(),
            stage: stage.unwrap_or(SaveStage::Making { done: 0, of: 0 }),
            task: None,
        };
        self.saving.running().insert(save_id, running);
        let task = tokio::spawn(running::run(self.clone(), wanted)).abort_handle();
        if let Some(running) = self.saving.running().get_mut(&save_id) {
            running.task = Some(task);
        }
    }

    /// Notes which saves are to be finished.
    fn remember_saves(&self) -> Result<(), ReplicaError> {
        register::write(&self.setup.folder, &self.saving.wanted())
    }

    /// Notes what the server calls a save.
    fn remember_made_as(&self, save_id: Uuid, made_as: Option<Uuid>) -> Result<(), ReplicaError> {
        if let Some(running) = self.saving.running().get_mut(&save_id) {
            running.wanted.made_as = made_as;
        }
        self.remember_saves()
    }

    /// Ends a save for good or bad.
    fn end_save(&self, wanted: &Wanted, stage: SaveStage) {
        let is_done = stage == SaveStage::Done;
        self.saving.tell(wanted.save_id, stage);
        if let Err(error) = self.remember_saves() {
            tracing::warn!(%error, "save.not_forgotten");
        }
        if is_done {
            // An error means that no window listens.
            let _ = self.changes.send(Change {
                saved: vec![wanted.file_name()],
                ..Change::quiet()
            });
        }
    }

    /// The saves, oldest first.
    pub(crate) fn saves(&self) -> SaveList {
        let running = self.saving.running();
        let saves = running.values().map(|running| Save {
            save_id: running.wanted.save_id,
            wish: running.wanted.wish,
            file_name: running.wanted.file_name(),
            stage: running.stage.clone(),
        });
        SaveList {
            saves: saves.collect(),
        }
    }

    /// Ends a save; what there is of it goes.
    pub(crate) async fn cancel_save(&self, save_id: Uuid) -> Result<(), ReplicaError> {
        let Some(running) = self.saving.running().remove(&save_id) else {
            return Ok(());
        };
        running.task.iter().for_each(AbortHandle::abort);
        self.remember_saves()?;
        if running.stage.has_ended() {
            return Ok(());
        }
        remove_if_there(&running.wanted.part())?;
        self.give_back(&running.wanted).await;
        Ok(())
    }

    /// Tells the server that a file is not needed any more. It goes by itself when that is not heard.
    async fn give_back(&self, wanted: &Wanted) {
        let Some(save_id) = wanted.made_as else { return };
        let told = self
            .api
            .command(&Command::CancelSave(CancelSave { save_id }))
            .await;
        if let Err(error) = told {
            tracing::debug!(%error, "save.not_given_back");
        }
    }
}

/// What a person is told of a save that failed.
fn problem_of(error: ReplicaError) -> Problem {
    match error {
        ReplicaError::Io { what, source } => {
            tracing::warn!(what, error = %source, "save.not_written");
            Problem::new(folio_protocol::ProblemCode::Invalid, "problem-file-not-saved")
        }
        other => other.into(),
    }
}

fn remove_if_there(path: &Path) -> Result<(), ReplicaError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(ReplicaError::io("removing a part of a save")(error))
        }
        _ => Ok(()),
    }
}
