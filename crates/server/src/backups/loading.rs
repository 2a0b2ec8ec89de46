//! Rows on their way into an empty database: each must fit its table, and some are another there than in the file.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::PathBuf;

use folio_domain::ids::OrgId;
use folio_domain::invoices::Series;
use folio_domain::records::{Kind, Row};
use folio_exchange::full_export::of_kind;
use folio_store::server::dumps;
use folio_store::{StoreError, Writer};
use jiff::Timestamp;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::bad_backup;
use super::gathering::Gathered;
use crate::errors::ServerError;
use crate::invoices::ClosedJob;
use crate::jobs::JobKind;

const LINES_AT_ONCE: u64 = 500;
const BYTES_AT_ONCE: usize = 16 * 1024 * 1024;
/// The most bytes of one row.
const LINE_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// What the jobs say that would have mailed something, or made a held change, when the backup was made.
const RESTORED: &str = "restored";

/// Loads the rows of one table, where there are any.
///
/// # Errors
/// A row that does not fit, named by its file and line; or the database breaks.
pub(super) async fn load_table(
    db: &mut Writer,
    org_id: OrgId,
    table: &'static str,
    path: PathBuf,
    change: &mut Change,
    gathered: &mut Gathered,
) -> Result<(), ServerError> {
    let Ok(file) = File::open(path) else {
        return Ok(());
    };
    let kind = dumps::kind_of(table);
    let mut reader = BufReader::new(file);
    let mut at = Place {
        path: of_kind(table, kind.is_some()),
        line: 0,
    };
    let mut last: Option<Uuid> = None;
    loop {
        let (first, mut bytes) = (at.line + 1, 0);
        let (mut rows, mut records) = (Vec::new(), Vec::new());
        while at.line < first + LINES_AT_ONCE - 1 && bytes < BYTES_AT_ONCE {
            let Some(line) = at.next(&mut reader)? else {
                break;
            };
            bytes += line.len();
            let mut row: Value = serde_json::from_slice(&line).map_err(|error| at.wrong(error))?;
            let fields = row.as_object_mut().ok_or_else(|| at.wrong("no object"))?;
            change.apply(table, fields).map_err(|error| at.told(error))?;
            gathered.note_org(table, &row);
            match kind {
                Some(kind) => {
                    let record = change.record(kind, row).map_err(|error| at.told(error))?;
                    gathered.note(&record).map_err(|error| at.told(error))?;
                    // A record that stands twice would come as the second says, and nobody would know of the first.
                    // The trail's links stand in the order of their positions, which the trail itself is held to.
                    let is_after = last.replace(record.id).is_none_or(|last| last < record.id);
                    if !is_after && kind != Kind::TrailLink {
                        return Err(at.wrong("this record stands twice, or at another place than its id's"));
                    }
                    records.push(record);
                }
                None => rows.push(row),
            }
        }
        let loaded = match kind {
            _ if at.line < first => return Ok(()),
            Some(kind) => dumps::load_records(db, org_id, kind, &records).await,
            None => dumps::load(db, org_id, table, &mut rows).await,
        };
        loaded.map_err(|error| at.starting(first).told(error.into()))?;
    }
}

/// Where something is in the file that is brought back.
struct Place {
    path: String,
    line: u64,
}

impl Place {
    /// The next line, without its end; none at the end.
    fn next(&mut self, reader: &mut impl BufRead) -> Result<Option<Vec<u8>>, ServerError> {
        let mut line = Vec::new();
        let read = reader.take(LINE_BYTES_MAX).read_until(b'\n', &mut line);
        let length = read.map_err(ServerError::io("reading a part"))?;
        self.line += u64::from(length > 0);
        match line.pop() {
            None => Ok(None),
            Some(b'\n') => Ok(Some(line)),
            Some(_) if length as u64 == LINE_BYTES_MAX => Err(self.wrong("longer than a row can be")),
            Some(last) => {
                line.push(last);
                Ok(Some(line))
            }
        }
    }

    fn wrong(&self, what: impl std::fmt::Display) -> ServerError {
        ServerError::NotWhole(format!("{}, line {}: {what}", self.path, self.line))
    }

    /// The same, of lines that go in together.
    fn starting(&self, first: u64) -> Self {
        Self {
            path: self.path.clone(),
            line: first,
        }
    }

    /// `error` with its place, where it is the file that is wrong and not the disk or the database.
    fn told(&self, error: ServerError) -> ServerError {
        match error {
            ServerError::Store(error) if error.is_by_data() => self.wrong(format_args!(
                "this row or one of the {LINES_AT_ONCE} after it: {error}"
            )),
            ServerError::Store(error @ StoreError::Corrupt { .. }) => self.wrong(error),
            ServerError::NotWhole(what) => self.wrong(what),
            ServerError::Problem(problem) if problem.message_key == "problem-bad-backup" => {
                self.wrong("a field is missing, or is something else than it must be")
            }
            other => other,
        }
    }
}

/// What is another on the new server than in the backup.
pub(super) struct Change {
    pub(super) wrapped_key: String,
    pub(super) epoch: String,
    /// The public key of backups to come, where the file names none.
    pub(super) recipient: Option<String>,
    pub(super) now: Timestamp,
    pub(super) next_number: Option<i64>,
    /// The jobs that are not done any more.
    pub(super) closed: Vec<ClosedJob>,
}

impl Change {
    /// Whether the file is an export, which holds nothing that opens anything.
    fn is_open(&self) -> bool {
        self.recipient.is_some()
    }

    /// The record that a row is. Of an export nothing may get lost: what a later Folio has added is no use without it.
    fn record(&self, kind: Kind, row: Value) -> Result<Row, ServerError> {
        let before = self.is_open().then(|| row.get("body").cloned()).flatten();
        let record = dumps::record_of(kind, row)?;
        if let Some(before) = before {
            let after: Value = serde_json::from_str(&record.body.to_json()?)?;
            if let Some(lost) = lost_field(&before, &after) {
                let said = format!("this Folio does not know the field {lost:?}: a later one made the file");
                return Err(ServerError::NotWhole(said));
            }
        }
        Ok(record)
    }

    fn apply(&mut self, table: &str, row: &mut Map<String, Value>) -> Result<(), ServerError> {
        match table {
            "org" => {
                row.insert("wrapped_file_key".to_owned(), self.wrapped_key.clone().into());
                row.insert("epoch".to_owned(), self.epoch.clone().into());
                if let Some(recipient) = &self.recipient {
                    row.insert("recovery_recipient".to_owned(), recipient.clone().into());
                }
            }
            // No password at all: nobody signs in with it before another was chosen.
            "principal" if self.is_open() => {
                row.insert("password_hash".to_owned(), String::new().into());
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
        let body = match row.get("body").ok_or_else(bad_backup)? {
            Value::String(text) => serde_json::from_str(text),
            object => serde_json::from_value(object.clone()),
        };
        let mut series: Series = body.map_err(|_bad| bad_backup())?;
        if next < series.next {
            let said = format!("--next-number {next}: the backup is at {} already", series.next);
            return Err(ServerError::Setting(said));
        }
        series.next = next;
        // Where each year counts for itself, it is the year of the last number that goes on from there.
        if let Some(of_year) = series.year.and_then(|year| series.nexts.get_mut(&year)) {
            *of_year = next;
        }
        row.insert("body".to_owned(), serde_json::to_value(&series)?);
        Ok(())
    }
}

/// A field with something in it that `before` has and `after` lacks.
fn lost_field(before: &Value, after: &Value) -> Option<String> {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            let mut fields = before.iter().filter(|(_, value)| !value.is_null());
            fields.find_map(|(name, value)| match after.get(name) {
                Some(kept) => lost_field(value, kept),
                None => Some(name.clone()),
            })
        }
        (Value::Array(before), Value::Array(after)) => before
            .iter()
            .zip(after)
            .find_map(|(before, after)| lost_field(before, after)),
        _ => None,
    }
}
