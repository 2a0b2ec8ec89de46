//! Bringing a backup back.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Read};
use std::path::{Component, Path};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::ids::OrgId;
use folio_domain::invoices::Series;
use folio_store::StoreError;
use folio_store::server::dumps;
use jiff::Timestamp;
use serde_json::{Map, Value};

use super::{FORMAT, KEY, MANIFEST, Manifest, bad_backup, hash_of, identity_of, open_sealed};
use crate::app::App;
use crate::clock::Source;
use crate::config::Config;
use crate::errors::ServerError;
use crate::invoices::{self, ClosedJob};
use crate::jobs::JobKind;
use crate::keys::Key;
use folio_protocol::{Problem, ProblemCode};

const LINES_AT_ONCE: usize = 500;

/// What the jobs say that would have mailed something, or made a held change, when the backup was made.
const RESTORED: &str = "restored";

/// Brings a backup back into a home that has nothing yet, and opens it. The epoch is another one afterwards: devices
/// register anew, and offer again what they had been told was saved. Nothing is mailed that waited to be mailed when
/// the backup was made, for it has gone out since; its deliveries say so.
///
/// # Errors
/// A home that is in use, a code that does not open the file, or a file that is not whole.
pub async fn restore(
    config: Config,
    source: Source,
    backup: &Path,
    code: &str,
) -> Result<(App, OrgId), ServerError> {
    restore_with(config, source, backup, code, None).await
}

/// The same, and the next invoice takes `next_number`, where invoices were issued after the backup was made.
///
/// # Errors
/// As [`restore`]; or a number below the one that the backup gives.
pub async fn restore_with(
    config: Config,
    source: Source,
    backup: &Path,
    code: &str,
    next_number: Option<i64>,
) -> Result<(App, OrgId), ServerError> {
    let is_used = |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if is_used(&config.home) {
        return Err(Problem::new(ProblemCode::Changed, "problem-home-not-empty").into());
    }
    let identity = identity_of(code)?;
    let staging = config.home.join("restoring");
    std::fs::create_dir_all(&staging).map_err(ServerError::io("making a folder"))?;
    let (backup, folder) = (backup.to_owned(), staging.clone());
    let unpacked = tokio::task::spawn_blocking(move || unpack(&backup, &identity, &folder)).await;
    let restored = match unpacked.map_err(|_panicked| ServerError::Task)? {
        Ok(manifest) => load(config, source, &staging, &manifest, next_number).await,
        Err(error) => Err(error),
    };
    // What was unpacked is not kept, whatever came of it: it lies open on the disk.
    std::fs::remove_dir_all(&staging).map_err(ServerError::io("removing a folder"))?;
    restored
}

fn unpack(backup: &Path, identity: &age::x25519::Identity, folder: &Path) -> Result<Manifest, ServerError> {
    let mut archive = tar::Archive::new(open_sealed(backup, identity)?);
    let (mut hashes, mut manifest) = (BTreeMap::new(), None);
    for entry in archive.entries().map_err(|_bad| bad_backup())? {
        let mut entry = entry.map_err(|_bad| bad_backup())?;
        let path = entry.path().map_err(|_bad| bad_backup())?.into_owned();
        let is_plain = path.components().all(|part| matches!(part, Component::Normal(_)));
        let name = path
            .to_str()
            .filter(|_| is_plain)
            .ok_or_else(bad_backup)?
            .to_owned();
        if name == MANIFEST {
            manifest = Some(serde_json::from_reader::<_, Manifest>(&mut entry).map_err(|_bad| bad_backup())?);
        } else {
            hashes.insert(name, take(&mut entry, &folder.join(&path))?);
        }
    }
    let manifest = manifest.filter(|manifest| manifest.format == FORMAT && manifest.parts == hashes);
    manifest.ok_or_else(bad_backup)
}

/// Writes a part to `path`, and gives its SHA-256.
fn take(part: &mut impl Read, path: &Path) -> Result<String, ServerError> {
    let folder = path.parent().ok_or_else(bad_backup)?;
    std::fs::create_dir_all(folder).map_err(ServerError::io("making a folder"))?;
    let mut file = File::create(path).map_err(ServerError::io("making a file"))?;
    std::io::copy(part, &mut file).map_err(|_torn| bad_backup())?;
    file.sync_all().map_err(ServerError::io("syncing a file"))?;
    hash_of(&mut File::open(path).map_err(ServerError::io("opening a file"))?)
}

async fn load(
    config: Config,
    source: Source,
    staging: &Path,
    manifest: &Manifest,
    next_number: Option<i64>,
) -> Result<(App, OrgId), ServerError> {
    let org_id = manifest.org_id;
    let key = std::fs::read(staging.join(KEY)).map_err(ServerError::io("reading a part"))?;
    let key = <[u8; 32]>::try_from(key.as_slice()).map_err(|_length| bad_backup())?;
    let home = config.home.clone();
    let app = App::prepare(config, source).await?;
    let wrapped = app
        .keys
        .wrap_org_key(&app.source, org_id, &Key::from_bytes(key))?;
    let mut change = Change {
        wrapped_key: STANDARD.encode(&wrapped),
        epoch: app.source.id()?.to_string(),
        now: app.source.now(),
        next_number,
        closed: Vec::new(),
    };
    let mut transaction = app.store.begin().await?;
    for table in dumps::tables() {
        let Ok(file) = File::open(staging.join(format!("rows/{table}.jsonl"))) else {
            continue;
        };
        let mut rows: Vec<Value> = Vec::with_capacity(LINES_AT_ONCE);
        for line in BufReader::new(file).lines() {
            let line = line.map_err(ServerError::io("reading a part"))?;
            let mut row: Value = serde_json::from_str(&line).map_err(|_bad| bad_backup())?;
            change.apply(table, row.as_object_mut().ok_or_else(bad_backup)?)?;
            rows.push(row);
            if rows.len() == LINES_AT_ONCE {
                dumps::load(&mut transaction, table, &rows).await?;
                rows.clear();
            }
        }
        dumps::load(&mut transaction, table, &rows).await?;
    }
    invoices::give_up_mails(&app, &mut transaction, org_id, &change.closed).await?;
    let files = staging.join("files");
    if files.is_dir() {
        std::fs::rename(files, home.join("files")).map_err(ServerError::io("moving the files"))?;
    }
    transaction.commit().await.map_err(StoreError::from)?;
    let report = app.verify_trail(org_id, None).await?;
    if report.faults.is_empty() {
        app.begin_jobs();
        Ok((app, org_id))
    } else {
        Err(bad_backup())
    }
}

/// What is another on the new server than in the backup.
struct Change {
    wrapped_key: String,
    epoch: String,
    now: Timestamp,
    next_number: Option<i64>,
    /// The jobs that are not done any more.
    closed: Vec<ClosedJob>,
}

impl Change {
    fn apply(&mut self, table: &str, row: &mut Map<String, Value>) -> Result<(), ServerError> {
        match table {
            "org" => {
                row.insert("wrapped_file_key".to_owned(), self.wrapped_key.clone().into());
                row.insert("epoch".to_owned(), self.epoch.clone().into());
            }
            "job" => self.close(row)?,
            "series" => self.count_on(row)?,
            _ => {}
        }
        Ok(())
    }

    /// A paper is rendered still; what would go out, or be made in somebody's name, is not.
    fn close(&mut self, row: &mut Map<String, Value>) -> Result<(), ServerError> {
        let text = |name: &str| row.get(name).and_then(Value::as_str).ok_or_else(bad_backup);
        let kind = JobKind::parse(text("kind")?);
        let is_open = row.get("done_at").is_none_or(Value::is_null);
        if !is_open || kind == Some(JobKind::RenderInvoice) {
            return Ok(());
        }
        self.closed.extend(
            kind.map(|kind| {
                Ok::<_, ServerError>(ClosedJob {
                    kind,
                    job_id: text("job_id")?.parse().map_err(|_bad| bad_backup())?,
                    payload: text("payload")?.to_owned(),
                })
            })
            .transpose()?,
        );
        row.insert("done_at".to_owned(), self.now.as_millisecond().into());
        row.insert("last_error".to_owned(), RESTORED.into());
        Ok(())
    }

    fn count_on(&self, row: &mut Map<String, Value>) -> Result<(), ServerError> {
        let Some(next) = self.next_number else {
            return Ok(());
        };
        let body = row.get("body").and_then(Value::as_str).ok_or_else(bad_backup)?;
        let mut series: Series = serde_json::from_str(body).map_err(|_bad| bad_backup())?;
        if next < series.next {
            let said = format!("--next-number {next}: the backup is at {} already", series.next);
            return Err(ServerError::Setting(said));
        }
        series.next = next;
        // Where each year counts for itself, it is the year of the last number that goes on from there.
        if let Some(of_year) = series.year.and_then(|year| series.nexts.get_mut(&year)) {
            *of_year = next;
        }
        let body = serde_json::to_string(&series)?;
        row.insert("body".to_owned(), body.into());
        Ok(())
    }
}
