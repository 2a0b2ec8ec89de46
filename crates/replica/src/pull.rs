//! Pulling: the server's rows come in pages, each applied in one transaction whose last write is the cookie.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::documents::DocumentVersion;
use folio_domain::ids::MutationId;
use folio_domain::permissions::Role;
use folio_domain::records::{Kind, Record, Row};
use folio_domain::threads::{Message, Thread};
use folio_protocol::ProblemCode;
use folio_protocol::sync::{PullAnswer, PullRequest};
use folio_store::desktop::{self, CatchUp, OutboxState};
use folio_store::{Saved, Scope, StoreError, Writer};
use jiff::SignedDuration;
use uuid::Uuid;

use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::outbox::offer_again;
use crate::replay::{replay, restore};

/// How long acknowledged changes are kept, to be offered to a server that an old backup was restored on.
const KEPT_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// The most messages that one page tells of.
const MESSAGES_MAX: usize = 3;

/// What a page did.
struct Applied {
    kinds: BTreeSet<Kind>,
    messages: Vec<(String, String)>,
    more: bool,
    epoch_changed: bool,
}

impl Core {
    /// Pulls until nothing is left. Gives whether changes were put back into the queue.
    ///
    /// # Errors
    /// The server's problem, or it cannot be reached; the pages that came are applied.
    pub(crate) async fn pull_all(&self) -> Result<bool, ReplicaError> {
        // What the server had taken before the first page was asked for is in the rows once the last has come.
        let mut taken = self.acknowledged().await?;
        let mut offered_again = false;
        loop {
            let cookie = self.cookie().await?;
            let request = PullRequest {
                device_id: self.person().1,
                cookie,
            };
            let page = match self.api.pull(&request).await {
                // A restored server may have other keys and not know its own cookie: begin with a new snapshot.
                Err(error) if request.cookie.is_some() && error.code() == Some(ProblemCode::Invalid) => {
                    self.drop_cookie().await?;
                    continue;
                }
                page => page?,
            };
            let applied = self.apply(&request, page, &taken).await?;
            if applied.epoch_changed {
                taken.clear();
                offered_again = true;
            }
            self.tell(applied.kinds, applied.messages);
            self.tell_status().await?;
            if !applied.more {
                return Ok(offered_again);
            }
        }
    }

    async fn acknowledged(&self) -> Result<Vec<MutationId>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        let entries = desktop::entries(&mut transaction, &[OutboxState::Acknowledged]).await?;
        Ok(entries.into_iter().map(|entry| entry.mutation_id).collect())
    }

    async fn cookie(&self) -> Result<Option<String>, ReplicaError> {
        let mut transaction = self.store.begin_read().await?;
        Ok(desktop::replica(&mut transaction)
            .await?
            .and_then(|state| state.cookie))
    }

    async fn drop_cookie(&self) -> Result<(), ReplicaError> {
        tracing::info!("sync.cookie_dropped");
        let mut transaction = self.store.begin().await?;
        let db = &mut *transaction;
        let mut state = desktop::replica(db)
            .await?
            .ok_or(StoreError::UnknownOrganisation)?;
        state.start_snapshot();
        desktop::put_replica(db, &state).await?;
        Ok(transaction.commit().await.map_err(StoreError::from)?)
    }

    async fn apply(
        &self,
        request: &PullRequest,
        page: PullAnswer,
        taken: &[MutationId],
    ) -> Result<Applied, ReplicaError> {
        let mut transaction = self.store.begin().await?;
        let db = &mut *transaction;
        let mut state = desktop::replica(db)
            .await?
            .ok_or(StoreError::UnknownOrganisation)?;
        let epoch_changed = !state.epoch.is_empty() && state.epoch != page.epoch;
        if epoch_changed {
            tracing::info!("sync.epoch_changed");
            begin_again(db, &mut state).await?;
        } else if request.cookie.is_none() {
            desktop::clear_seen(db).await?;
        }
        let mut scope = self.scope();
        scope.actor.access = page.access.clone();

        let news = news(&page)?;
        if state.caught_up == CatchUp::Again {
            let seen: Vec<(Kind, Uuid)> = page.rows.iter().map(|row| (row.kind, row.id)).collect();
            desktop::mark_seen(db, &seen).await?;
        }
        let messages = if state.caught_up == CatchUp::Done {
            self.messages(db, &scope, &news).await?
        } else {
            Vec::new()
        };
        let mut kinds = restore(db, &scope, news).await?;
        if page.caught_up && state.caught_up == CatchUp::Again {
            kinds.extend(desktop::delete_unseen(db, state.org_id).await?);
            desktop::clear_seen(db).await?;
        }
        self.note_results(db, &page.results, OutboxState::Kept).await?;
        if page.caught_up && !epoch_changed {
            for id in taken {
                desktop::set_state(db, *id, OutboxState::Kept, None, None).await?;
            }
        }
        kinds.extend(replay(db, &scope).await?);
        let before = self.clock.now() - KEPT_FOR;
        desktop::forget_kept(db, before.as_millisecond()).await?;

        let (mut person, _) = self.person();
        let access_changed = person.access != page.access;
        person.access = page.access;
        state.person = serde_json::to_string(&person).map_err(ReplicaError::json("person"))?;
        state.epoch = page.epoch;
        if page.caught_up {
            state.caught_up = CatchUp::Done;
        }
        state.cookie = Some(page.cookie);
        desktop::put_replica(db, &state).await?;
        transaction.commit().await.map_err(StoreError::from)?;

        if page.caught_up {
            self.set_connection(|connection| connection.complete = true);
        }
        let copied = page.caught_up && !self.complete.send_replace(true);
        if access_changed {
            self.set_person(person);
        }
        if access_changed || copied {
            self.tell_all();
        }
        Ok(Applied {
            kinds,
            messages,
            more: page.more,
            epoch_changed,
        })
    }

    /// What a notification says of messages that have come: who wrote, and about what. A client is told of the
    /// business's, the business of its clients'.
    async fn messages(
        &self,
        db: &mut Writer,
        scope: &Scope,
        news: &[Saved],
    ) -> Result<Vec<(String, String)>, ReplicaError> {
        let is_client = scope.actor.access.role == Role::Client;
        let mut found = Vec::new();
        for ((kind, id), row) in news {
            let Some(message) = row.as_ref().and_then(|row| Message::from_body(&row.body)) else {
                continue;
            };
            let from_other_side = (message.author_role == Role::Client) != is_client;
            if !from_other_side || found.len() == MESSAGES_MAX {
                continue;
            }
            let is_known = !folio_store::rows::by_ids(db, scope.org_id, *kind, &[*id])
                .await?
                .is_empty();
            if !is_known {
                let subject = self.subject(db, scope, news, message.thread_id.0).await?;
                found.push((message.author_name.clone(), subject));
            }
        }
        Ok(found)
    }

    async fn subject(
        &self,
        db: &mut Writer,
        scope: &Scope,
        news: &[Saved],
        thread: Uuid,
    ) -> Result<String, ReplicaError> {
        let subject = |row: &Row| Thread::from_body(&row.body).map(|thread| thread.title.clone());
        let fresh = news
            .iter()
            .find(|((kind, id), _)| *kind == Kind::Thread && *id == thread);
        if let Some(row) = fresh.and_then(|(_, row)| row.as_ref()) {
            return Ok(subject(row).unwrap_or_default());
        }
        let known = folio_store::rows::by_ids(db, scope.org_id, Kind::Thread, &[thread]).await?;
        Ok(known.first().and_then(subject).unwrap_or_default())
    }
}

/// A backup was restored on the server: take a new snapshot, and offer what it may have lost once more.
async fn begin_again(db: &mut Writer, state: &mut desktop::Replica) -> Result<(), ReplicaError> {
    state.start_snapshot();
    desktop::clear_seen(db).await?;
    offer_again(
        db,
        state,
        &[OutboxState::Kept, OutboxState::Acknowledged, OutboxState::Waiting],
    )
    .await
}

/// The page's rows, each once. A row that is both gone and sent was moved between grants: sent counts.
fn news(page: &PullAnswer) -> Result<Vec<Saved>, ReplicaError> {
    let mut news: BTreeMap<(Kind, Uuid), Option<Row>> = page
        .gone
        .iter()
        .map(|gone| ((gone.kind, gone.id), None))
        .collect();
    for wire in &page.rows {
        news.insert((wire.kind, wire.id), Some(desktop::row_from_wire(wire)?));
    }
    Ok(news.into_iter().collect())
}

/// The version with this id as the copy holds it, and whether the server has seen it.
pub(crate) async fn version_row(
    db: &mut Writer,
    scope: &Scope,
    id: Uuid,
) -> Result<Option<(DocumentVersion, bool)>, ReplicaError> {
    let rows = folio_store::rows::by_ids(db, scope.org_id, Kind::DocumentVersion, &[id]).await?;
    let Some(row) = rows.first().filter(|row| scope.shows(row)) else {
        return Ok(None);
    };
    Ok(DocumentVersion::from_body(&row.body).map(|version| (version.clone(), row.version > 0)))
}
