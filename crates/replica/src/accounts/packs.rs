//! The packs of a month of several businesses in one folder.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use folio_protocol::commands::{BegunPacks, CommandName, RefusedPack, SaveWish};
use folio_protocol::{Problem, ProblemCode};
use uuid::Uuid;

use super::Accounts;
use crate::file_names::plain_name;
use crate::saving::beside;

impl Accounts {
    /// Begins to save the packs of a month of `wanted` into `folder`. One that cannot be begun hinders no other.
    pub async fn save_packs(&self, wanted: &[Uuid], (year, month): (i16, i8), folder: &Path) -> BegunPacks {
        let wish = SaveWish::MonthPack {
            year,
            month,
            datev: None,
        };
        let mut packs = BegunPacks {
            begun: Some(0),
            refused: Vec::new(),
        };
        let mut taken = self.names_under_way();
        for id in wanted {
            match self.begin_pack(*id, wish, folder, &mut taken).await {
                Ok(()) => packs.begun = packs.begun.map(|begun| begun + 1),
                Err(problem) => packs.refused.push(RefusedPack {
                    account: *id,
                    problem,
                }),
            }
        }
        packs
    }

    /// The names that are spoken for, though nothing lies there yet.
    fn names_under_way(&self) -> BTreeSet<String> {
        let held = self.read();
        let saves = held.open.values().flat_map(|open| open.replica.saves().saves);
        saves
            .filter(|save| !save.stage.has_ended())
            .map(|save| save.file_name.to_lowercase())
            .collect()
    }

    async fn begin_pack(
        &self,
        id: Uuid,
        wish: SaveWish,
        folder: &Path,
        taken: &mut BTreeSet<String>,
    ) -> Result<(), Problem> {
        let replica = self.replica(Some(id)).await?;
        let person = replica.person();
        if !CommandName::BeginSave.roles().contains(&person.access.role) {
            return Err(Problem::new(ProblemCode::Forbidden, "refused-forbidden"));
        }
        let is_under_way =
            |save: &folio_protocol::commands::Save| save.wish == wish && !save.stage.has_ended();
        if replica.saves().saves.iter().any(is_under_way) {
            return Ok(());
        }
        let out = free_place(folder, &stem(wish, &person.org_name), taken);
        replica.begin_save(wish, &out)?;
        Ok(())
    }

    /// Ends the save of an account's pack.
    ///
    /// # Errors
    /// The account is not open, or what there is of the file cannot be removed.
    pub async fn cancel_pack(&self, account: Uuid, save_id: Uuid) -> Result<(), Problem> {
        self.replica(Some(account)).await?.cancel_save(save_id).await
    }
}

fn stem(wish: SaveWish, business: &str) -> String {
    match wish {
        SaveWish::MonthPack { year, month, .. } => plain_name(&format!("{year:04}-{month:02} {business}")),
        SaveWish::Everything => plain_name(business),
    }
}

/// A place in `folder` that no other pack of this time takes and where nothing lies: two businesses may have one name,
/// and a folder may hold the packs of an earlier day.
fn free_place(folder: &Path, stem: &str, taken: &mut BTreeSet<String>) -> PathBuf {
    let mut nth = 1_u32;
    loop {
        let name = match nth {
            1 => format!("{stem}.zip"),
            nth => format!("{stem} ({nth}).zip"),
        };
        let place = folder.join(&name);
        let lies_there = place.exists() || beside(&place, ".part").exists();
        // Some systems take large and small letters for the same.
        if !lies_there && taken.insert(name.to_lowercase()) {
            return place;
        }
        nth += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_packs_come_to_lie_at_one_place() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("2026-02 Ink.zip"), "of an earlier day").unwrap();
        std::fs::write(folder.path().join("2026-02 Ink (2).zip.part"), "on its way").unwrap();
        let mut taken = BTreeSet::new();
        let wish = SaveWish::MonthPack {
            year: 2026,
            month: 2,
            datev: None,
        };
        let names: Vec<String> = ["Ink", "Paper", "PAPER", "முருகன்", "முருகன்", "a/b"]
            .iter()
            .map(|name| free_place(folder.path(), &stem(wish, name), &mut taken))
            .map(|place| place.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        assert_eq!(
            names,
            [
                "2026-02 Ink (3).zip",
                "2026-02 Paper.zip",
                "2026-02 PAPER (2).zip",
                "2026-02 முருகன்.zip",
                "2026-02 முருகன் (2).zip",
                "2026-02 a-b.zip",
            ]
        );
    }
}
