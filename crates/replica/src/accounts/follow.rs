//! Following the copies that are open: what changes in each is told in its account's name.

use std::sync::Arc;

use tokio::sync::broadcast::error::RecvError;
use uuid::Uuid;

use super::{Accounts, OpenAccount, Told};
use crate::home::Account;
use crate::inner::Change;
use crate::replica::Replica;
use crate::standing::Standing;

impl Accounts {
    /// Begins to tell what happens to a copy.
    pub(super) fn follow(self: &Arc<Self>, open: &OpenAccount) {
        let (id, replica) = (open.account.id, &open.replica);
        tokio::spawn(tell_changes(
            Arc::downgrade(self),
            id,
            replica.person().org_name,
            replica.changes(),
        ));
        tokio::spawn(tell_status(Arc::downgrade(self), id, replica.status()));
        let watched = Arc::downgrade(replica);
        tokio::spawn(
            self.clone()
                .watch_standing(open.account.clone(), watched, replica.standing()),
        );
    }

    /// Follows whether a copy may be used. One whose server is in this process comes back by itself.
    async fn watch_standing(
        self: Arc<Self>,
        account: Account,
        watched: std::sync::Weak<Replica>,
        mut standing: tokio::sync::watch::Receiver<Standing>,
    ) {
        let Ok(ended) = standing
            .wait_for(|standing| matches!(standing, Standing::Locked | Standing::Purged(_)))
            .await
            .map(|ended| ended.clone())
        else {
            return;
        };
        // Signing out locks too; then another copy, or none, is open by now.
        let is_held = || {
            let held = self.read();
            let open = held.open.get(&account.id);
            open.is_some_and(|open| std::ptr::eq(Arc::as_ptr(&open.replica), watched.as_ptr()))
        };
        match &ended {
            Standing::Purged(unsent) => {
                if let Err(error) = self.home.forget(account.id, unsent.as_ref()) {
                    tracing::error!(%error, "account.not_forgotten");
                }
                if is_held() {
                    self.let_go(account.id, &ended);
                }
            }
            Standing::Locked if is_held() => self.come_back(&account).await,
            Standing::Locked | Standing::Ending | Standing::Open => {}
        }
        (self.tell)(Told::List);
    }

    fn let_go(&self, id: Uuid, ended: &Standing) {
        let mut held = self.write();
        held.open.remove(&id);
        if held.shown == Some(id) {
            held.shown = None;
            held.problem = ended.problem();
        }
    }

    async fn come_back(self: &Arc<Self>, account: &Account) {
        let renewed = match self.servers.sign_in_again(account).await {
            Ok(None) => return,
            Ok(Some(answer)) => match self.servers.link(account).await {
                Ok(link) => self.renew(&account.server, link, answer).await.map(drop),
                Err(problem) => Err(problem),
            },
            Err(problem) => Err(problem),
        };
        if let Err(problem) = renewed {
            tracing::error!(account = %account.id, key = problem.message_key, "account.not_signed_in_again");
        }
    }
}

async fn tell_changes(
    accounts: std::sync::Weak<Accounts>,
    account: Uuid,
    business: String,
    mut changes: tokio::sync::broadcast::Receiver<Change>,
) {
    loop {
        let change = match changes.recv().await {
            Ok(change) => change,
            // Whoever listens reads everything again.
            Err(RecvError::Lagged(_)) => Change::default(),
            Err(RecvError::Closed) => return,
        };
        let Some(accounts) = accounts.upgrade() else {
            return;
        };
        let business = business.clone();
        (accounts.tell)(Told::Changed {
            account,
            business,
            change,
        });
    }
}

async fn tell_status(
    accounts: std::sync::Weak<Accounts>,
    account: Uuid,
    mut status: tokio::sync::watch::Receiver<folio_protocol::sync::SyncStatus>,
) {
    loop {
        let now = status.borrow_and_update().clone();
        let Some(accounts) = accounts.upgrade() else {
            return;
        };
        (accounts.tell)(Told::Status { account, status: now });
        drop(accounts);
        if status.changed().await.is_err() {
            return;
        }
    }
}
