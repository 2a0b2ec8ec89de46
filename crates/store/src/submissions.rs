//! Submissions: mutations that a device brings, what became of them, and the queue in which they wait for their
//! transaction.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use folio_domain::Refusal;
use folio_domain::ids::{DeviceId, MutationId, OrgId};
use folio_domain::mutations::Actor;
use folio_domain::records::{Kind, Place};
use folio_protocol::sync::{MutationResult, PushedMutation};
use jiff::Timestamp;
use tokio::sync::oneshot;

use crate::error::StoreError;

/// Mutations that a device brings.
#[derive(Clone, Debug)]
pub struct Submission {
    /// The device.
    pub device_id: DeviceId,
    /// Who acts.
    pub actor: Actor,
    /// The mutations, in order.
    pub mutations: Vec<PushedMutation>,
    /// Those of them that a check before the transaction has refused (an invoice that cannot be printed).
    pub refused: BTreeMap<MutationId, Refusal>,
}

/// What became of them.
#[derive(Clone, Debug, Default)]
pub struct Submitted {
    /// One result for each mutation, in order.
    pub results: Vec<MutationResult>,
    /// The kinds of record that changed, for pokes.
    pub kinds: Vec<Kind>,
    /// Where they lie, each with the kind: who may hear of it.
    pub places: Vec<(Kind, Place)>,
    /// Whether jobs were added.
    pub jobs: bool,
}

/// The most mutations of one group, so that nobody waits long for others.
const MUTATIONS_MAX: usize = 1_000;

pub(crate) type Answer = Result<Submitted, StoreError>;

/// A submission that waits.
pub(crate) struct Waiting {
    pub(crate) org: OrgId,
    pub(crate) submission: Submission,
    pub(crate) now: Timestamp,
    pub(crate) answer: oneshot::Sender<Answer>,
}

/// Submissions that wait for their transaction.
#[derive(Default)]
pub(crate) struct Group {
    waiting: Mutex<Vec<Waiting>>,
    pub(crate) turn: tokio::sync::Mutex<()>,
}

impl Group {
    pub(crate) fn add(
        &self,
        org: OrgId,
        submission: &Submission,
        now: Timestamp,
    ) -> oneshot::Receiver<Answer> {
        let (answer, receiver) = oneshot::channel();
        let waiting = Waiting {
            org,
            submission: submission.clone(),
            now,
            answer,
        };
        self.waiting
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(waiting);
        receiver
    }

    /// Takes those who wait, oldest first, up to the limit; at least one.
    pub(crate) fn take(&self) -> Vec<Waiting> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let mut mutations = 0;
        let fits = waiting.iter().take_while(|next| {
            let fits = mutations == 0 || mutations + next.submission.mutations.len() <= MUTATIONS_MAX;
            mutations += next.submission.mutations.len();
            fits
        });
        let count = fits.count();
        waiting.drain(..count).collect()
    }
}
