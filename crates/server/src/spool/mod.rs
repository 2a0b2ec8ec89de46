//! The spool: files that were made for one person and wait to be taken. Each lies sealed beside a line that says how
//! far it is; both are on the disk, so that every process sees them and a start finds them. Whoever makes a file holds
//! a lock beside them while it does: the system lets go of it when the maker ends, however it ends.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use folio_domain::ids::{OrgId, PrincipalId};
use folio_protocol::commands::{SaveStage, SaveWish};
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::clock::Source;
use crate::errors::ServerError;
use crate::vault::{FilePlace, Vault};

/// A file waits for so long to be taken.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// A save as the server knows it. It names nobody and nothing: ids, a month, how far it is.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Spooled {
    /// Its id.
    pub save_id: Uuid,
    /// Whose it is.
    pub principal_id: PrincipalId,
    /// What it is of.
    pub wish: SaveWish,
    /// How far it is: making, ready or failed.
    pub stage: SaveStage,
    /// When that was so.
    pub at: Timestamp,
}

/// That somebody makes a save, for as long as it is held.
pub struct Making {
    /// Closing it lets go of the lock.
    _lock: File,
}

/// The folder of what waits to be taken.
#[derive(Clone)]
pub struct Spool {
    folder: PathBuf,
    /// Where the files lie, each sealed.
    pub vault: Vault,
    /// Nobody notes a save while another removes it.
    noting: Arc<Mutex<()>>,
}

impl Spool {
    /// The spool in `folder`, which other processes may use too.
    #[must_use]
    pub fn new(folder: PathBuf, source: &Source) -> Self {
        Self {
            vault: Vault::new(folder.clone(), source.clone()),
            folder,
            noting: Arc::default(),
        }
    }

    /// Begins the save that `decide` makes of those that are there, unless it makes none. While it decides, nobody
    /// else begins one of the same organisation, in this process or another.
    ///
    /// # Errors
    /// Those of `decide`, or a disk that cannot be written.
    pub fn begin<E: From<ServerError>>(
        &self,
        org_id: OrgId,
        now: Timestamp,
        decide: impl FnOnce(&[Spooled]) -> Result<Option<Spooled>, E>,
    ) -> Result<Option<(Spooled, Making)>, E> {
        let folder = self.folder.join(org_id.to_string());
        std::fs::create_dir_all(&folder).map_err(ServerError::io("making a folder"))?;
        let turn = open_lock(&folder.with_extension("turn"))?;
        turn.lock().map_err(ServerError::io("waiting for a turn"))?;
        let Some(spooled) = decide(&self.all(org_id, now))? else {
            return Ok(None);
        };
        let lock = open_lock(&self.lock(org_id, spooled.save_id))?;
        lock.lock().map_err(ServerError::io("holding a save"))?;
        self.note(org_id, &spooled)?;
        Ok(Some((spooled, Making { _lock: lock })))
    }

    /// Notes how far a save is that is there; says whether it was.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn update(&self, org_id: OrgId, spooled: &Spooled) -> Result<bool, ServerError> {
        let _turn = self.noting.lock().unwrap_or_else(PoisonError::into_inner);
        let is_there = self.line(org_id, spooled.save_id).is_file();
        if is_there {
            self.note(org_id, spooled)?;
        }
        Ok(is_there)
    }

    fn note(&self, org_id: OrgId, spooled: &Spooled) -> Result<(), ServerError> {
        let path = self.line(org_id, spooled.save_id);
        let folder = path.parent().ok_or(ServerError::Sealed("the spool's folder"))?;
        std::fs::create_dir_all(folder).map_err(ServerError::io("making a folder"))?;
        // Whoever reads meanwhile finds the line before or this one, never half of it.
        let mut file = tempfile::NamedTempFile::new_in(folder).map_err(ServerError::io("noting a save"))?;
        file.write_all(&serde_json::to_vec(spooled)?)
            .map_err(ServerError::io("noting a save"))?;
        file.persist(path)
            .map_err(|error| ServerError::io("noting a save")(error.error))?;
        Ok(())
    }

    /// A save that is there; one whose maker has ended is not.
    #[must_use]
    pub fn find(&self, org_id: OrgId, save_id: Uuid, now: Timestamp) -> Option<Spooled> {
        let json = std::fs::read(self.line(org_id, save_id)).ok()?;
        let spooled: Spooled = serde_json::from_slice(&json).ok()?;
        let is_kept = now.duration_since(spooled.at) <= KEPT;
        let is_made = matches!(spooled.stage, SaveStage::Making { .. });
        let has_ended = is_made && !self.is_held(org_id, save_id);
        (is_kept && !has_ended).then_some(spooled)
    }

    /// Whether somebody makes the save. Where that cannot be known, it counts as made.
    fn is_held(&self, org_id: OrgId, save_id: Uuid) -> bool {
        match File::open(self.lock(org_id, save_id)) {
            // Two who ask at once do not meet in each other.
            Ok(lock) => matches!(
                lock.try_lock_shared(),
                Err(TryLockError::WouldBlock | TryLockError::Error(_))
            ),
            Err(error) => error.kind() != std::io::ErrorKind::NotFound,
        }
    }

    /// An organisation's saves, oldest first.
    #[must_use]
    pub fn all(&self, org_id: OrgId, now: Timestamp) -> Vec<Spooled> {
        let ids = ids_in(&self.folder.join(org_id.to_string()));
        let mut found: Vec<Spooled> = ids
            .into_iter()
            .filter_map(|save_id| self.find(org_id, save_id, now))
            .collect();
        // The ids carry the time.
        found.sort_by_key(|spooled| spooled.save_id);
        found
    }

    /// Removes a save with its file, or with what there is of one, as far as they are there.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn remove(&self, org_id: OrgId, save_id: Uuid) -> Result<(), ServerError> {
        let _turn = self.noting.lock().unwrap_or_else(PoisonError::into_inner);
        let file = FilePlace::Save { org_id, save_id }.path(&self.folder);
        let part = file.with_extension("part");
        let paths = [self.line(org_id, save_id), file, part, self.lock(org_id, save_id)];
        for path in paths {
            match std::fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(ServerError::io("removing a save")(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes what nobody has taken in time, and what was never finished.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn sweep(&self, now: Timestamp) -> Result<(), ServerError> {
        let Ok(orgs) = std::fs::read_dir(&self.folder) else {
            return Ok(());
        };
        for org in orgs {
            let org = org.map_err(ServerError::io("reading the spool"))?.path();
            let name = org.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let Ok(org_id) = name.parse().map(OrgId) else {
                continue;
            };
            for save_id in ids_in(&org) {
                if self.find(org_id, save_id, now).is_none() {
                    self.remove(org_id, save_id)?;
                }
            }
        }
        Ok(())
    }

    fn line(&self, org_id: OrgId, save_id: Uuid) -> PathBuf {
        self.beside(org_id, save_id, "json")
    }

    fn lock(&self, org_id: OrgId, save_id: Uuid) -> PathBuf {
        self.beside(org_id, save_id, "lock")
    }

    fn beside(&self, org_id: OrgId, save_id: Uuid, ending: &str) -> PathBuf {
        let folder = self.folder.join(org_id.to_string());
        folder.join(format!("{save_id}.{ending}"))
    }
}

fn open_lock(path: &Path) -> Result<File, ServerError> {
    let mut options = OpenOptions::new();
    let opened = options.create(true).truncate(false).write(true).open(path);
    opened.map_err(ServerError::io("opening a lock"))
}

/// The ids of the saves of which something lies in a folder: a line, a file, or a part of one.
fn ids_in(folder: &Path) -> BTreeSet<Uuid> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return BTreeSet::new();
    };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    names
        .filter_map(|name| name.split('.').next()?.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests;
