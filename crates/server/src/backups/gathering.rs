//! What the rows tell while they are brought back: whether the trail holds, and which files belong to them.

use std::collections::BTreeMap;

use folio_domain::documents::{DocumentVersion, FileState};
use folio_domain::ids::{ActivityId, InvoiceId, OrgId, VersionId};
use folio_domain::invoices::InvoicePdf;
use folio_domain::organisations::Organisation;
use folio_domain::records::{Record as _, Row};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_exchange::full_export::ExportReader;
use serde_json::Value;

use crate::errors::ServerError;
use crate::keys::Key;
use crate::trail::Chain;
use crate::vault::{FilePlace, Vault};

/// The trail and the files of rows that come in.
pub(super) struct Gathered {
    org_id: OrgId,
    /// The trail's end as the export says of itself.
    told: Option<TrailHead>,
    /// The trail's end in the organisation's own row.
    stored: Option<TrailHead>,
    is_named: bool,
    commitments: BTreeMap<ActivityId, String>,
    links: Vec<TrailLink>,
    files: Vec<(FilePlace, String)>,
}

impl Gathered {
    /// Nothing yet, of an organisation; `told` is its trail's end, where the file says it of itself.
    pub(super) fn new(org_id: OrgId, told: Option<TrailHead>) -> Self {
        Self {
            org_id,
            told,
            stored: None,
            is_named: false,
            commitments: BTreeMap::new(),
            links: Vec::new(),
            files: Vec::new(),
        }
    }

    /// Notes the trail's end, which the organisation's own row tells.
    pub(super) fn note_org(&mut self, table: &str, row: &Value) {
        let end = |row: &Value| {
            Some(TrailHead {
                position: row.get("trail_position")?.as_i64()?,
                hash: row.get("trail_hash")?.as_str()?.to_owned(),
            })
        };
        if table == "org" {
            self.stored = end(row);
        }
    }

    /// Notes what a record tells of the business, the trail or a file.
    ///
    /// # Errors
    /// The record is another business.
    pub(super) fn note(&mut self, record: &Row) -> Result<(), ServerError> {
        let (org_id, body) = (self.org_id, &record.body);
        if Organisation::from_body(body).is_some() {
            if OrgId(record.id) != org_id {
                let other = OrgId(record.id);
                return Err(ServerError::NotWhole(format!(
                    "the business {other}, not {org_id}"
                )));
            }
            self.is_named = true;
        } else if let Some(activity) = Activity::from_body(body) {
            self.commitments
                .insert(ActivityId(record.id), activity.commitment());
        } else if let Some(link) = TrailLink::from_body(body) {
            self.links.push(link.clone());
        } else if let Some(pdf) = InvoicePdf::from_body(body) {
            let invoice_id = InvoiceId(record.id);
            self.files
                .push((FilePlace::Paper { org_id, invoice_id }, pdf.sha256.clone()));
        } else if let Some(version) = DocumentVersion::from_body(body)
            && version.state == FileState::Stored
        {
            let place = FilePlace::Version {
                org_id,
                document_id: version.document_id,
                version_id: VersionId(record.id),
            };
            self.files.push((place, version.sha256.clone()));
        }
        Ok(())
    }

    /// Follows the trail from its beginning to the end that the organisation's row tells.
    ///
    /// # Errors
    /// An organisation without its row, or a trail that does not hold.
    pub(super) fn check(&mut self) -> Result<(), ServerError> {
        let stored = self
            .stored
            .take()
            .filter(|_| self.is_named)
            .ok_or_else(|| ServerError::NotWhole("the business itself is not in it".to_owned()))?;
        if self.told.take().is_some_and(|told| told != stored) {
            let said = "the trail does not hold: the manifest names another end of it";
            return Err(ServerError::NotWhole(said.to_owned()));
        }
        self.links.sort_by_key(|link| link.position);
        let mut chain = Chain::new(None);
        for link in self.links.drain(..) {
            let commitment = self.commitments.remove(&link.activity_id);
            chain.take(&link, commitment.as_deref());
        }
        let (_, faults) = chain.end(&stored);
        match (faults.first(), self.commitments.len()) {
            (None, 0) => Ok(()),
            (Some(fault), _) => Err(ServerError::NotWhole(format!("the trail does not hold: {fault}"))),
            (None, loose) => Err(ServerError::NotWhole(format!(
                "the trail does not hold: {loose} entries are not in it"
            ))),
        }
    }

    /// Seals the files of an export with `key`.
    ///
    /// # Errors
    /// A file that the records speak of and that is neither there nor noted as missing, or a disk that cannot be
    /// written.
    pub(super) fn keep_files(
        self,
        mut export: ExportReader<std::fs::File>,
        vault: &Vault,
        key: &Key,
    ) -> Result<(), ServerError> {
        let by_hash = export.by_hash();
        for (place, sha256) in self.files {
            let Some(path) = by_hash.get(&sha256) else {
                let is_noted = export.manifest().missing.iter().any(|file| file.sha256 == sha256);
                if is_noted {
                    continue;
                }
                return Err(ServerError::NotWhole(format!(
                    "the file with SHA-256 {sha256} is not in it"
                )));
            };
            let mut bytes = Vec::new();
            export.write_to(path, &mut bytes)?;
            vault.keep(&place, key, &bytes)?;
        }
        Ok(())
    }
}
