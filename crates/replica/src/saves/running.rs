//! Working at one save until it is whole or cannot be.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use folio_protocol::commands::{BeginSave, BegunSave, Command, Save, SaveList, SaveStage, Saves};
use folio_protocol::{Problem, ProblemCode};
use futures::StreamExt as _;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use tokio::fs::{self, File, OpenOptions};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use uuid::Uuid;

use super::{problem_of, remove_if_there};
use crate::api::Download;
use crate::errors::ReplicaError;
use crate::inner::Core;
use crate::link::LinkError;
use crate::pace::Pause;
use crate::saving::Wanted;
use crate::vault::sync_folder;

/// So often the server is asked how far it is.
const ASK_EVERY: Duration = Duration::from_millis(300);
const WRITING: &str = "writing a save";

/// Works at `wanted` until it has ended; whenever the server cannot be reached it waits and goes on.
pub(super) async fn run(core: Arc<Core>, mut wanted: Wanted) {
    let mut pause = Pause::new(core.pace);
    loop {
        let stage = match step(&core, &mut wanted).await {
            Ok(()) => SaveStage::Done,
            Err(error) if is_passing(&error) => {
                tracing::debug!(%error, "save.waits");
                core.saving.tell(wanted.save_id, SaveStage::Waiting);
                pause.failed();
                tokio::time::sleep(pause.length()).await;
                continue;
            }
            Err(error) => {
                if let Err(error) = remove_if_there(&wanted.part()) {
                    tracing::warn!(%error, "save.part_remains");
                }
                SaveStage::Failed {
                    problem: problem_of(error),
                }
            }
        };
        core.end_save(&wanted, stage);
        core.give_back(&wanted).await;
        return;
    }
}

/// What the server could not do by itself passes no sooner for trying again; a sign-in that has ended comes back.
fn is_passing(error: &ReplicaError) -> bool {
    match error.code() {
        Some(ProblemCode::Internal) => false,
        Some(ProblemCode::Unauthorised) => true,
        _ => error.is_passing(),
    }
}

/// Brings a save to its end, from wherever it is.
async fn step(core: &Core, wanted: &mut Wanted) -> Result<(), ReplicaError> {
    loop {
        let made_as = match wanted.made_as {
            Some(made_as) => made_as,
            None => begin(core, wanted).await?,
        };
        let list: SaveList = ask(core, &Command::Saves(Saves {})).await?;
        let Some(save) = list.saves.into_iter().find(|save| save.save_id == made_as) else {
            // The server does not know it any more: what is here is the beginning of another file.
            forget(core, wanted)?;
            continue;
        };
        match save.stage {
            SaveStage::Ready {
                size_bytes,
                ref sha256,
            } => {
                let whole = (size_bytes, sha256.clone());
                match fetch(core, wanted, &save, whole).await {
                    Ok(true) => return Ok(()),
                    // It went between the question and the answer, or is not what was made.
                    Ok(false) => forget(core, wanted)?,
                    Err(error) if error.code() == Some(ProblemCode::NotFound) => forget(core, wanted)?,
                    Err(error) => return Err(error),
                }
            }
            SaveStage::Failed { problem } => return Err(problem.into()),
            other => {
                core.saving.tell(wanted.save_id, other);
                tokio::time::sleep(ASK_EVERY).await;
            }
        }
    }
}

async fn begin(core: &Core, wanted: &mut Wanted) -> Result<Uuid, ReplicaError> {
    remove_if_there(&wanted.part())?;
    let begin = Command::BeginSave(BeginSave { wish: wanted.wish });
    let begun: BegunSave = ask(core, &begin).await?;
    let made_as = begun.save_id.ok_or_else(Problem::internal)?;
    wanted.made_as = Some(made_as);
    core.remember_made_as(wanted.save_id, wanted.made_as)?;
    Ok(made_as)
}

fn forget(core: &Core, wanted: &mut Wanted) -> Result<(), ReplicaError> {
    wanted.made_as = None;
    core.remember_made_as(wanted.save_id, None)
}

async fn ask<A: DeserializeOwned>(core: &Core, command: &Command) -> Result<A, ReplicaError> {
    let answer = core.api.command(command).await?;
    serde_json::from_value(answer).map_err(ReplicaError::json("saves"))
}

/// Takes what is missing of the file, and puts it where it is to be. False when what came is not what was made.
async fn fetch(
    core: &Core,
    wanted: &Wanted,
    save: &Save,
    (size_bytes, sha256): (u64, String),
) -> Result<bool, ReplicaError> {
    let part = wanted.part();
    let here = fs::metadata(&part).await.map_or(0, |part| part.len());
    let mut done = if here > size_bytes { 0 } else { here };
    let mut file = OpenOptions::new()
        .create(true)
        .write(true)
        .truncate(false)
        .open(&part)
        .await
        .map_err(ReplicaError::io(WRITING))?;
    file.set_len(done).await.map_err(ReplicaError::io(WRITING))?;
    tokio::io::AsyncSeekExt::seek(&mut file, std::io::SeekFrom::Start(done))
        .await
        .map_err(ReplicaError::io(WRITING))?;
    let told = |done| SaveStage::Arriving { done, of: size_bytes };
    core.saving.tell(wanted.save_id, told(done));
    if done < size_bytes {
        let what = Download::Save {
            save_id: save.save_id,
            offset: done,
        };
        let mut arriving = core.api.download_stream(what).await?;
        while let Some(piece) = arriving.next().await {
            let piece = piece?;
            file.write_all(&piece).await.map_err(ReplicaError::io(WRITING))?;
            done += piece.len() as u64;
            core.saving.tell(wanted.save_id, told(done));
        }
    }
    file.flush().await.map_err(ReplicaError::io(WRITING))?;
    file.sync_all().await.map_err(ReplicaError::io(WRITING))?;
    drop(file);
    if done < size_bytes {
        return Err(LinkError::Broken("the file is not whole".to_owned()).into());
    }
    if done > size_bytes || hash_of(&part).await? != sha256 {
        tracing::warn!("save.other_bytes");
        return Ok(false);
    }
    settle(&part, &wanted.out).await?;
    Ok(true)
}

async fn settle(part: &Path, out: &Path) -> Result<(), ReplicaError> {
    fs::rename(part, out).await.map_err(ReplicaError::io(WRITING))?;
    let folder = out.parent().unwrap_or(Path::new("/")).to_owned();
    tokio::task::spawn_blocking(move || sync_folder(&folder))
        .await
        .map_err(|_ended| ReplicaError::Task)?
}

async fn hash_of(path: &Path) -> Result<String, ReplicaError> {
    let mut file = File::open(path)
        .await
        .map_err(ReplicaError::io("reading a save"))?;
    let (mut hash, mut chunk) = (Sha256::new(), vec![0; 256 * 1024]);
    loop {
        let length = file
            .read(&mut chunk)
            .await
            .map_err(ReplicaError::io("reading a save"))?;
        match chunk.get(..length) {
            Some(read) if !read.is_empty() => hash.update(read),
            _ => return Ok(hex::encode(hash.finalize())),
        }
    }
}
