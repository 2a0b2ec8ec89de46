//! What an export says of itself.

use std::collections::BTreeMap;

use folio_domain::OrgId;
use folio_domain::trail::TrailHead;
use serde::{Deserialize, Serialize};

use super::EXPORT_FORMAT;

/// Whose export it is, and as of when.
#[derive(Clone, Debug)]
pub struct ExportHead {
    /// The organisation's id.
    pub org_id: OrgId,
    /// The organisation's name.
    pub organisation: String,
    /// The trail's end: the moment that the records are of, and a proof that nothing before it was rewritten.
    pub trail: TrailHead,
}

/// `manifest.json` of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportManifest {
    /// What the file is, and the version of its form.
    pub format: String,
    /// The organisation's id.
    pub org_id: OrgId,
    /// The organisation's name.
    pub organisation: String,
    /// The trail's end when the records were read.
    pub trail: TrailHead,
    /// How many lines each file of records has, by its path.
    pub counts: BTreeMap<String, u64>,
    /// Every file of the archive but this one.
    pub files: Vec<ExportedFile>,
    /// Files that the records speak of, and which were not there or did not open.
    #[serde(default)]
    pub missing: Vec<MissingFile>,
}

/// A file of an export.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedFile {
    /// Its path within the archive.
    pub path: String,
    /// Its size.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// A file that an export could not take along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MissingFile {
    /// Where it would be.
    pub path: String,
    /// SHA-256 of what was kept, in hex.
    pub sha256: String,
}

impl ExportManifest {
    pub(super) fn new(head: ExportHead) -> Self {
        Self {
            format: EXPORT_FORMAT.to_owned(),
            org_id: head.org_id,
            organisation: head.organisation,
            trail: head.trail,
            counts: BTreeMap::new(),
            files: Vec::new(),
            missing: Vec::new(),
        }
    }
}
