//! Everything of a business in an open form, to leave with: no key is needed to read it, and it opens nothing.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::Path;

use folio_domain::documents::{DocumentVersion, FileState};
use folio_domain::ids::{InvoiceId, OrgId, VersionId};
use folio_domain::invoices::{Invoice, InvoicePdf};
use folio_domain::organisations::Organisation;
use folio_domain::records::{Kind, Record as _, Row};
use folio_domain::trail::TrailHead;
use folio_exchange::full_export::{ExportHead, ExportWriter, Paths, of_kind};
use folio_store::server::dumps;
use serde_json::{Map, Value};

use super::lines::{Lines, TableLines};
use super::{bad_backup, whole_file};
use crate::app::App;
use crate::errors::ServerError;
use crate::jobs::JobKind;
use crate::keys::Key;
use crate::vault::{FilePlace, Vault};

/// What an export holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Exported {
    /// How many records and rows.
    pub rows: u64,
    /// How many papers and documents.
    pub files: u64,
    /// How many papers and documents were not there, or did not open.
    pub missing: u64,
}

/// A paper or a document as it goes out.
struct Kept {
    place: FilePlace,
    path: String,
    sha256: String,
}

/// What an export is put together from: the rows of one moment, and the files that they speak of.
pub(crate) struct Opened {
    head: ExportHead,
    rows: Vec<TableLines>,
    kept: Vec<Kept>,
    vault: Vault,
    key: Key,
}

impl App {
    /// Saves everything of an organisation to `out`, open. The rows are of one moment. Nothing is at `out` until the
    /// export is whole and on the disk.
    ///
    /// # Errors
    /// A disk that cannot be written, or an organisation that is not there.
    pub async fn save_export(&self, org_id: OrgId, out: &Path) -> Result<Exported, ServerError> {
        let opened = self.gather_export(org_id).await?;
        let out = out.to_owned();
        self.blocking(move || {
            let mut exported = Exported::default();
            whole_file(&out, |file| {
                let (what, file) = opened.write::<BufWriter<_>>(file, |_, _| Ok(()))?;
                exported = what;
                Ok(file)
            })?;
            Ok(exported)
        })
        .await
    }

    /// What an export of the organisation as it is now is put together from.
    ///
    /// # Errors
    /// An organisation that is not there, or a disk that cannot be written.
    pub(crate) async fn gather_export(&self, org_id: OrgId) -> Result<Opened, ServerError> {
        let key = self.org_key(org_id).await?;
        let mut rows = Lines::new(self.config.home.join("tmp"));
        let mut found = Found::new(org_id);
        self.dump(org_id, |table, row| match dumps::kind_of(table) {
            Some(kind) => {
                found.note(kind, &row)?;
                rows.add(table, &row)
            }
            None => match found.open_form(table, row) {
                Some(row) => rows.add(table, &row),
                None => Ok(()),
            },
        })
        .await?;
        let kept = found.kept();
        Ok(Opened {
            head: found.head,
            rows: rows.end()?,
            kept,
            vault: self.vault.clone(),
            key,
        })
    }
}

/// What the rows tell on their way.
struct Found {
    org_id: OrgId,
    head: ExportHead,
    paths: Paths,
    papers: BTreeMap<InvoiceId, String>,
    pdfs: Vec<(InvoiceId, String)>,
    versions: Vec<Kept>,
}

impl Found {
    fn new(org_id: OrgId) -> Self {
        let head = ExportHead {
            org_id,
            organisation: String::new(),
            trail: TrailHead::default(),
        };
        Self {
            org_id,
            head,
            paths: Paths::default(),
            papers: BTreeMap::new(),
            pdfs: Vec::new(),
            versions: Vec::new(),
        }
    }

    /// Notes what names the export and what files belong to it.
    fn note(&mut self, kind: Kind, row: &Value) -> Result<(), ServerError> {
        let speaks_of_files = matches!(
            kind,
            Kind::Organisation | Kind::Invoice | Kind::InvoicePdf | Kind::DocumentVersion
        );
        if !speaks_of_files {
            return Ok(());
        }
        let record: Row = dumps::record_of(kind, row.clone())?;
        let body = &record.body;
        if let Some(organisation) = Organisation::from_body(body) {
            self.head.organisation.clone_from(&organisation.name);
        } else if let Some(invoice) = Invoice::from_body(body) {
            let path = self.paths.invoice(invoice);
            self.papers.insert(InvoiceId(record.id), path);
        } else if let Some(pdf) = InvoicePdf::from_body(body) {
            self.pdfs.push((InvoiceId(record.id), pdf.sha256.clone()));
        } else if let Some(version) = DocumentVersion::from_body(body) {
            self.note_version(VersionId(record.id), version);
        }
        Ok(())
    }

    fn note_version(&mut self, version_id: VersionId, version: &DocumentVersion) {
        if version.state != FileState::Stored {
            return;
        }
        if let Some(path) = self.paths.file(&version.sha256, &version.file_name) {
            self.versions.push(Kept {
                place: FilePlace::Version {
                    org_id: self.org_id,
                    document_id: version.document_id,
                    version_id,
                },
                path,
                sha256: version.sha256.clone(),
            });
        }
    }

    /// A row of the server's own without what would open something; none when nothing is left that another server
    /// could use. Links are not taken along, for who has one could use it there; nor is work that was done.
    fn open_form(&mut self, table: &str, mut row: Value) -> Option<Value> {
        let fields = row.as_object_mut()?;
        match table {
            "org" => {
                for secret in ["epoch", "wrapped_file_key", "recovery_recipient"] {
                    fields.remove(secret);
                }
                self.head.trail = TrailHead {
                    position: fields.get("trail_position")?.as_i64()?,
                    hash: fields.get("trail_hash")?.as_str()?.to_owned(),
                };
            }
            "principal" => {
                fields.remove("password_hash");
            }
            "link" => return None,
            "job" if !is_open_work(fields) => return None,
            _ => {}
        }
        Some(row)
    }

    fn kept(&mut self) -> Vec<Kept> {
        let mut kept = Vec::with_capacity(self.pdfs.len() + self.versions.len());
        for (invoice_id, sha256) in self.pdfs.drain(..) {
            let Some(path) = self.papers.get(&invoice_id).cloned() else {
                continue;
            };
            let org_id = self.org_id;
            let place = FilePlace::Paper { org_id, invoice_id };
            kept.push(Kept { place, path, sha256 });
        }
        kept.sort_by(|left, right| left.path.cmp(&right.path));
        self.versions.sort_by(|left, right| left.path.cmp(&right.path));
        kept.append(&mut self.versions);
        kept
    }
}

/// Whether a job is work that another server goes on with: a paper to be rendered, a mail to be given up.
fn is_open_work(job: &Map<String, Value>) -> bool {
    let kind = job.get("kind").and_then(Value::as_str).and_then(JobKind::parse);
    let is_open = job.get("done_at").is_none_or(Value::is_null);
    is_open
        && matches!(
            kind,
            Some(JobKind::RenderInvoice | JobKind::MailInvoice | JobKind::MailOne)
        )
}

impl Opened {
    /// Writes the export to `out`, piece by piece, and gives `out` back once everything has gone into it. `tell`
    /// hears how many of how many parts are done; what it returns as an error ends the writing.
    ///
    /// # Errors
    /// `out` takes no more, or `tell` says so.
    pub(crate) fn write<W: Write>(
        self,
        out: W,
        mut tell: impl FnMut(u64, u64) -> Result<(), ServerError>,
    ) -> Result<(Exported, W), ServerError> {
        let of = (self.rows.len() + self.kept.len()) as u64;
        let mut writer = ExportWriter::begin(self.head, out)?;
        let (mut exported, mut done) = (Exported::default(), 0);
        for mut lines in self.rows {
            tell(done, of)?;
            let path = of_kind(lines.table, dumps::kind_of(lines.table).is_some());
            writer.add_lines(&path, lines.count, &mut lines.file)?;
            exported.rows += lines.count;
            done += 1;
        }
        for kept in self.kept {
            tell(done, of)?;
            // A file that is lost must not keep its business from leaving.
            let found = self.vault.sha256(&kept.place, &self.key);
            if matches!(&found, Ok(Some(sha256)) if *sha256 == kept.sha256) {
                writer.add(&kept.path, |to| pour(&self.vault, &kept.place, &self.key, to))?;
                exported.files += 1;
            } else {
                tracing::warn!(place = ?kept.place, "export.file_missing");
                writer.note_missing(&kept.path, &kept.sha256);
                exported.missing += 1;
            }
            done += 1;
        }
        tell(done, of)?;
        let (_, out) = writer.finish()?;
        Ok((exported, out))
    }
}

/// Writes a file of the vault to `to`, a frame at a time.
fn pour(vault: &Vault, place: &FilePlace, key: &Key, to: &mut dyn Write) -> Result<(), ServerError> {
    let mut frames = vault.open(place, key)?.ok_or_else(bad_backup)?;
    while let Some(frame) = frames.next_frame()? {
        to.write_all(&frame)
            .map_err(ServerError::io("writing an export"))?;
    }
    Ok(())
}
