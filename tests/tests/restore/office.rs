//! The owner's desktop beside a server that is brought back.

use std::sync::Arc;

use folio_domain::ids::{MutationId, ThreadId};
use folio_domain::mutations::Mutation;
use folio_protocol::commands::MutateRequest;
use folio_replica::{MemoryKeeper, SecretKeeper, Standing};
use folio_tests::desk::Desk;
use folio_tests::make::{fresh, post_message, start_thread};
use folio_tests::notebook::Note;
use folio_tests::until::USUAL;

use crate::scene::{OWNER, Scene};

/// A desktop of the owner, and what it was told.
pub struct Office {
    pub desk: Desk,
    keeper: Arc<dyn SecretKeeper>,
    pub notes: Vec<Note>,
    pub thread: ThreadId,
}

impl Office {
    pub async fn new(scene: &Scene, address: &str) -> Self {
        let keeper: Arc<dyn SecretKeeper> = Arc::new(MemoryKeeper::default());
        let desk = Desk::sign_in(
            &scene.path("desk"),
            keeper.clone(),
            address,
            scene.link.clone(),
            OWNER,
        )
        .await
        .unwrap();
        let mut office = Self {
            desk,
            keeper,
            notes: Vec::new(),
            thread: ThreadId(fresh()),
        };
        let (thread, client) = (office.thread, scene.client);
        office
            .change(|mark| start_thread(thread, client, mark, "begins"))
            .await;
        office
    }

    pub async fn change(&mut self, make: impl FnOnce(&str) -> Mutation) {
        let mutation_id = MutationId(fresh());
        let mutation = make(&mutation_id.to_string());
        self.notes.push(Note::Offered {
            mutation_id,
            action: mutation.name(),
            marked: true,
        });
        self.desk
            .replica
            .mutate(MutateRequest {
                mutation_id,
                mutation,
                hold_ms: 0,
            })
            .await
            .unwrap();
        self.notes.push(Note::Saved { mutation_id });
    }

    pub async fn write(&mut self, messages: usize) {
        let thread = self.thread;
        for _ in 0..messages {
            self.change(|mark| post_message(thread, mark)).await;
        }
    }

    /// The copy closes when its sign-in is dead; the person signs in again.
    pub async fn sign_in_again(self, scene: &Scene, address: &str) -> Self {
        self.desk.replica.sync_now();
        let mut standing = self.desk.replica.standing();
        tokio::time::timeout(USUAL, standing.wait_for(|standing| *standing == Standing::Locked))
            .await
            .expect("the dead sign-in locks the copy")
            .unwrap();
        let Self {
            desk,
            keeper,
            notes,
            thread,
        } = self;
        let folder = desk.folder.clone();
        desk.replica.close().await;
        let desk = Desk::sign_in(&folder, keeper.clone(), address, scene.link.clone(), OWNER)
            .await
            .unwrap();
        Self {
            desk,
            keeper,
            notes,
            thread,
        }
    }
}
