//! The spool: files that were made for one person and wait to be taken. Each lies sealed beside a line that says how
//! far it is; both are on the disk, so that every process sees them and a start finds them.

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
/// Who makes a file says so at least this often, or has ended.
const SILENCE_MAX: SignedDuration = SignedDuration::from_mins(10);

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
    /// The running server that makes it.
    pub maker: Uuid,
}

/// The folder of what waits to be taken.
#[derive(Clone)]
pub struct Spool {
    folder: PathBuf,
    /// Where the files lie, each sealed.
    pub vault: Vault,
    /// This running server.
    pub maker: Uuid,
    /// Whether another process may be making a file in this folder.
    shared: bool,
    /// Nobody notes a save while another removes it.
    noting: Arc<Mutex<()>>,
}

impl Spool {
    /// The spool in `folder`, which other processes use too where it is `shared`.
    ///
    /// # Errors
    /// The source of chance has nothing to give.
    pub fn new(folder: PathBuf, source: &Source, shared: bool) -> Result<Self, ServerError> {
        Ok(Self {
            vault: Vault::new(folder.clone(), source.clone()),
            folder,
            maker: source.id()?,
            shared,
            noting: Arc::default(),
        })
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

    /// Notes a save, whether it was there or not.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn note(&self, org_id: OrgId, spooled: &Spooled) -> Result<(), ServerError> {
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
        let silent = now.duration_since(spooled.at);
        let is_made = matches!(spooled.stage, SaveStage::Making { .. });
        let has_ended = is_made && spooled.maker != self.maker && (!self.shared || silent > SILENCE_MAX);
        (!has_ended && silent <= KEPT).then_some(spooled)
    }

    /// An organisation's saves, oldest first.
    #[must_use]
    pub fn all(&self, org_id: OrgId, now: Timestamp) -> Vec<Spooled> {
        let ids = lines(&self.folder.join(org_id.to_string()));
        let mut found: Vec<Spooled> = ids
            .into_iter()
            .filter_map(|save_id| self.find(org_id, save_id, now))
            .collect();
        // The ids carry the time.
        found.sort_by_key(|spooled| spooled.save_id);
        found
    }

    /// Removes a save with its file, as far as they are there.
    ///
    /// # Errors
    /// A disk that cannot be written.
    pub fn remove(&self, org_id: OrgId, save_id: Uuid) -> Result<(), ServerError> {
        let _turn = self.noting.lock().unwrap_or_else(PoisonError::into_inner);
        let place = FilePlace::Save { org_id, save_id };
        for path in [self.line(org_id, save_id), place.path(&self.folder)] {
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
            for save_id in lines(&org) {
                if self.find(org_id, save_id, now).is_none() {
                    self.remove(org_id, save_id)?;
                }
            }
        }
        Ok(())
    }

    fn line(&self, org_id: OrgId, save_id: Uuid) -> PathBuf {
        self.folder
            .join(org_id.to_string())
            .join(format!("{save_id}.json"))
    }
}

/// The ids of the lines in a folder.
fn lines(folder: &Path) -> Vec<Uuid> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let names = entries.filter_map(|entry| Some(entry.ok()?.file_name().to_string_lossy().into_owned()));
    names
        .filter_map(|name| name.strip_suffix(".json")?.parse().ok())
        .collect()
}
