//! The list of accounts in the app's folder. What stands here in plain text are addresses and ids; names lie in the
//! keyring.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::Account;
use crate::errors::ReplicaError;
use crate::standing::Unsent;
use crate::vault::sync_folder;

const NAME: &str = "accounts.json";

/// An account whose access was taken away, until a person has seen it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The account.
    pub id: Uuid,
    /// What of it lies sealed.
    pub unsent: Option<Unsent>,
}

/// The accounts of this computer.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Register {
    /// Every account that there is a copy of, in the order in which they came.
    pub(super) accounts: Vec<Account>,
    /// The one that was shown last.
    pub(super) current: Option<Uuid>,
    /// Those that a person is signed in to. A list from before there could be several does not say; then it was the
    /// current one alone.
    #[serde(default)]
    signed_in: Option<BTreeSet<Uuid>>,
    /// Those that have ended.
    #[serde(default)]
    pub(super) ended: Vec<Ended>,
    /// As a list from before says what the last purge left sealed; it does not say whose it was.
    #[serde(default, skip_serializing)]
    unsent: Option<Unsent>,
}

impl Register {
    pub(super) fn read(folder: &Path) -> Result<Self, ReplicaError> {
        let mut register: Self = match fs::read(folder.join(NAME)) {
            Ok(json) => serde_json::from_slice(&json).map_err(ReplicaError::json("accounts.json"))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::default(),
            Err(error) => return Err(ReplicaError::io("reading accounts.json")(error)),
        };
        if let Some(unsent) = register.unsent.take() {
            let (id, unsent) = (Uuid::nil(), Some(unsent));
            register.ended.push(Ended { id, unsent });
        }
        Ok(register)
    }

    pub(super) fn write(&self, folder: &Path) -> Result<(), ReplicaError> {
        let failed = "writing accounts.json";
        let json = serde_json::to_vec_pretty(self).map_err(ReplicaError::json("accounts.json"))?;
        let fresh = folder.join(format!("{NAME}.new"));
        let mut file = fs::File::create(&fresh).map_err(ReplicaError::io(failed))?;
        file.write_all(&json).map_err(ReplicaError::io(failed))?;
        file.sync_all().map_err(ReplicaError::io(failed))?;
        fs::rename(&fresh, folder.join(NAME)).map_err(ReplicaError::io(failed))?;
        sync_folder(folder)
    }

    pub(super) fn is_signed_in(&self, id: Uuid) -> bool {
        match &self.signed_in {
            Some(signed_in) => signed_in.contains(&id),
            None => self.current == Some(id),
        }
    }

    /// Notes whether a person is signed in to an account.
    pub(super) fn set_signed_in(&mut self, id: Uuid, is: bool) {
        let current = self.current;
        let signed_in = self
            .signed_in
            .get_or_insert_with(|| current.into_iter().collect());
        if is {
            signed_in.insert(id);
        } else {
            signed_in.remove(&id);
        }
    }

    /// Takes an account in; one that is there already stays where it is.
    pub(super) fn take_in(&mut self, account: &Account) {
        self.set_signed_in(account.id, true);
        // Whose unsent work it was that a list from before tells of is not known: whoever signs in has seen it.
        self.ended
            .retain(|ended| ended.id != account.id && !ended.id.is_nil());
        if self.accounts.iter().all(|known| known.id != account.id) {
            self.accounts.push(account.clone());
        }
    }

    /// Forgets an account whose copy is gone, and remembers that it was there.
    pub(super) fn end(&mut self, id: Uuid, unsent: Option<&Unsent>) {
        let before = self.ended.iter().position(|ended| ended.id == id);
        let before = before.and_then(|index| self.ended.remove(index).unsent);
        let unsent = unsent.cloned().or(before);
        self.ended.push(Ended { id, unsent });
        self.set_signed_in(id, false);
        self.accounts.retain(|account| account.id != id);
        self.current = self.current.filter(|current| *current != id);
    }
}
