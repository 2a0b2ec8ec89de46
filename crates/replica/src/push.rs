//! Pushing: the outbox goes to the server, oldest first.

use folio_protocol::sync::{PUSH_BYTES_MAX, PUSH_MUTATIONS_MAX, PushRequest, PushedMutation};
use folio_store::StoreError;
use folio_store::desktop::{self, OutboxEntry, OutboxState};

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::outbox::is_held;
use crate::replay::{mutation_of, rebase};

/// What surrounds one mutation in a push's body, at most.
const ENVELOPE_BYTES: usize = 160;

/// What surrounds the mutations.
const HEAD_BYTES: usize = 256;

impl Core {
    /// Pushes until nothing is left that may leave.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached; what it has taken is noted.
    pub(crate) async fn push_all(&self) -> Result<(), ReplicaError> {
        loop {
            let batch = self.batch().await?;
            if batch.is_empty() {
                return Ok(());
            }
            let mutations = batch.iter().map(pushed).collect::<Result<Vec<_>, _>>()?;
            let request = PushRequest {
                device_id: self.person().1,
                mutations,
            };
            let answer = self.api.push(&request).await?;
            if answer.results.is_empty() {
                // A passing fault on the server's side: nothing was taken.
                return Err(crate::link::LinkError::Broken("nothing was taken".to_owned()).into());
            }
            let mut transaction = self.store.begin().await?;
            let db = &mut *transaction;
            let any_refused = self
                .note_results(db, &answer.results, OutboxState::Acknowledged)
                .await?;
            let kinds = if any_refused {
                rebase(db, &self.scope()).await?
            } else {
                Default::default()
            };
            transaction.commit().await.map_err(StoreError::from)?;
            self.tell(kinds, Vec::new());
            self.tell_status().await?;
        }
    }

    /// The oldest changes that may leave: none after the first that is held, for what follows may build on it.
    async fn batch(&self) -> Result<Vec<OutboxEntry>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let entries = desktop::next_to_push(&mut transaction, PUSH_MUTATIONS_MAX).await?;
        drop(transaction);
        let now = self.clock.now().as_millisecond();
        let mut bytes = HEAD_BYTES;
        let fits = entries.into_iter().take_while(|entry| {
            bytes += entry.mutation.len() + ENVELOPE_BYTES;
            !is_held(entry, now) && bytes <= PUSH_BYTES_MAX
        });
        Ok(fits.collect())
    }

    /// In how many milliseconds the oldest change may leave, when it is held.
    pub(crate) async fn held_ms(&self) -> Result<Option<u64>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let first = desktop::next_to_push(&mut transaction, 1).await?;
        drop(transaction);
        let now = self.clock.now().as_millisecond();
        Ok(first
            .first()
            .filter(|entry| is_held(entry, now))
            .and_then(|entry| u64::try_from(entry.held_until - now).ok()))
    }
}

fn pushed(entry: &OutboxEntry) -> Result<PushedMutation, ReplicaError> {
    Ok(PushedMutation {
        mutation_id: entry.mutation_id,
        mid: entry.mid,
        version: entry.args_version,
        mutation: mutation_of(entry)?,
        again: entry.acknowledged_at.is_some(),
    })
}
