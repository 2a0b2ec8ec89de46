//! The sync loop: push, pull, files; again when something is to be done, and after a pause when it failed.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use folio_protocol::unsent::RECOVERY_RECIPIENT;
use folio_protocol::{Problem, ProblemCode};
use folio_store::desktop;

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::pace::Pause;
use crate::standing::Standing;

/// Whether the loop goes on after a failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum After {
    Again,
    End,
}

/// Syncs until the copy is locked or gone.
pub(crate) async fn run(core: Arc<Core>) {
    let mut pause = Pause::new(core.pace);
    loop {
        match core.cycle().await {
            Ok(()) => {
                pause.well();
                core.rounds.send_modify(|rounds| *rounds += 1);
                core.note_synced();
            }
            Err(error) => {
                pause.failed();
                if core.trouble(error).await == After::End {
                    return;
                }
            }
        }
        if let Err(error) = core.tell_status().await {
            tracing::error!(%error, "sync.status_failed");
        }
        let held = core.held_ms().await.ok().flatten().map(Duration::from_millis);
        let pause = pause.length();
        tokio::select! {
            () = core.wake.notified() => {}
            () = tokio::time::sleep(held.map_or(pause, |held| held.min(pause))) => {}
        }
    }
}

impl Core {
    /// One round. Changes that a restored server lost go out in the same round.
    pub(crate) async fn cycle(&self) -> Result<(), ReplicaError> {
        let done = self.round().await;
        if done.is_err() {
            self.unsure.store(true, Ordering::Relaxed);
        }
        done
    }

    async fn round(&self) -> Result<(), ReplicaError> {
        // The server was out of sight: should a backup have been restored on it meanwhile, what it lost must go
        // before what was made since, which may build on it. Its epoch comes with a pull.
        if self.unsure.swap(false, Ordering::Relaxed) {
            self.pull_all().await?;
        }
        self.push_all().await?;
        if self.pull_all().await? {
            self.push_all().await?;
            self.pull_all().await?;
        }
        self.send_files().await
    }

    async fn trouble(&self, error: ReplicaError) -> After {
        let code = error.code();
        match code {
            Some(ProblemCode::Unauthorised) => {
                tracing::info!("sync.locked");
                self.standing.send_replace(Standing::Locked);
                self.tell_all();
                return After::End;
            }
            Some(ProblemCode::Purge) => {
                self.answer_purge(&error).await;
                return After::End;
            }
            _ => {}
        }
        let now = self.clock.now();
        if error.is_passing() {
            tracing::info!(%error, "sync.unreachable");
            if self.connection().offline_since.is_none() {
                self.remember_synced();
            }
            self.set_connection(|connection| {
                connection.offline_since.get_or_insert(now);
            });
        } else {
            let problem = Problem::from(error);
            tracing::warn!(key = problem.message_key, "sync.stuck");
            self.set_connection(|connection| connection.problem = Some(problem));
        }
        After::Again
    }

    /// Only a purge that names this copy's epoch purges; one of another epoch, as a restored or moved server would
    /// say, locks. What had not reached the server is sealed before anything goes.
    async fn answer_purge(&self, error: &ReplicaError) {
        let ReplicaError::Problem(problem) = error else {
            return;
        };
        let known = match self.store.begin_read().await {
            Ok(mut transaction) => desktop::replica(&mut transaction).await.ok().flatten(),
            Err(_broken) => None,
        };
        let epoch = known.map(|state| state.epoch).unwrap_or_default();
        let named = problem.params.get("epoch");
        if named.is_some_and(|named| !epoch.is_empty() && *named != epoch) {
            tracing::warn!("sync.purge_of_another_epoch");
            self.standing.send_replace(Standing::Locked);
            self.tell_all();
            return;
        }
        tracing::warn!("sync.purge");
        self.standing.send_replace(Standing::Ending);
        self.tell_all();
        let recipient = problem.params.get(RECOVERY_RECIPIENT);
        match self.seal_unsent(recipient.map(String::as_str)).await {
            Ok(unsent) => self.purge(unsent).await,
            Err(error) => {
                // What is not sealed would be lost: the copy stays, closed, and the next start tries again.
                tracing::error!(%error, "purge.unsent_not_sealed");
                self.standing.send_replace(Standing::Locked);
                self.tell_all();
            }
        }
    }
}
