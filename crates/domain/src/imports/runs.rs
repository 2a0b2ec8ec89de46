//! Imports that were made, and which records each of them brought.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

use crate::ids::ImportRunId;
use crate::invoices::{Invoice, Origin};
use crate::payments::Payment;
use crate::record;
use crate::records::{Kind, Record, Row, Write};

/// An import that was committed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRun {
    /// The tool that the files come from.
    pub source: String,
    /// SHA-256 of the files, in hex.
    pub files_sha256: String,
    /// The names of the files; none for an import that was made before they were kept.
    #[serde(default)]
    pub files: Vec<String>,
    /// How many clients were added.
    pub clients: u32,
    /// How many invoices were added.
    pub invoices: u32,
    /// How many payments were added.
    pub payments: u32,
    /// When.
    #[ts(type = "string")]
    pub at: Timestamp,
    /// Who.
    pub by: String,
}

record!(ImportRun |me| { "at": me.at });

/// A part of the list of what an import brought. In parts, so that no row is large.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportPart {
    /// The import.
    pub run_id: ImportRunId,
    /// The records: clients, contacts, invoices, payments and allocations. An invoice's standing goes with it.
    #[ts(type = "Array<[Kind, string]>")]
    pub records: Vec<(Kind, Uuid)>,
}

record!(ImportPart |me| { "run_id": me.run_id.0 });

/// The most records of one part.
const PART_MAX: usize = 400;

impl ImportPart {
    /// What `writes` bring, for the import `run_id`.
    pub(super) fn listing(run_id: ImportRunId, writes: &[Write]) -> Vec<Self> {
        let is_listed = |(kind, _): &(Kind, Uuid)| {
            matches!(
                kind,
                Kind::Client | Kind::Contact | Kind::Invoice | Kind::Payment | Kind::Allocation
            )
        };
        let listed: Vec<(Kind, Uuid)> = writes.iter().map(Write::key).filter(is_listed).collect();
        let parts = listed.chunks(PART_MAX).map(|records| Self {
            run_id,
            records: records.to_vec(),
        });
        parts.collect()
    }
}

/// Whether an import wrote a row of a kind that is written once. Of an allocation it is its payment that tells.
#[must_use]
pub fn is_imported(row: &Row) -> bool {
    match row.kind() {
        Kind::Invoice => Invoice::from_body(&row.body)
            .is_some_and(|invoice| matches!(invoice.origin, Origin::Imported { .. })),
        Kind::Payment => Payment::from_body(&row.body)
            .is_some_and(|payment| payment.source.is_some() && payment.reverses.is_none()),
        kind => matches!(kind, Kind::Allocation | Kind::ImportRun | Kind::ImportPart),
    }
}
