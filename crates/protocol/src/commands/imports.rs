//! Imports of other tools' files, and undoing them.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::ids::ImportRunId;
use folio_domain::imports::{ImportFormat, TableMapping};
use folio_domain::{Currency, Money};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::problems::Problem;

/// A file of an import.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ImportFile {
    /// Its name.
    pub name: String,
    /// Its bytes in Base64.
    pub bytes: String,
}

/// Reads another tool's files.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewImport {
    /// The tool; none to find it out from the files.
    #[serde(default)]
    pub format: Option<ImportFormat>,
    /// What the columns of tables mean, for the format [`ImportFormat::Table`]; guessed of a file that is not among
    /// them.
    #[serde(default)]
    pub mappings: Vec<TableMapping>,
    /// The files.
    pub files: Vec<ImportFile>,
}

/// Takes another tool's files over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CommitImport {
    /// The tool; none to find it out from the files.
    #[serde(default)]
    pub format: Option<ImportFormat>,
    /// What the columns of tables mean, for the format [`ImportFormat::Table`]; guessed of a file that is not among
    /// them.
    #[serde(default)]
    pub mappings: Vec<TableMapping>,
    /// The files, as they were read for the report that the person saw.
    pub files: Vec<ImportFile>,
    /// The report's [`ImportReport::files_sha256`].
    pub files_sha256: String,
    /// The report's [`ImportReport::after`]; none from a screen that does not know of it.
    #[serde(default)]
    pub after: Option<BTreeSet<ImportRunId>>,
}

/// A line that is refused, or that was read with a doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportIssue {
    /// The file.
    pub file: String,
    /// The line where the record begins, from 1, as a text editor counts.
    pub line: u32,
    /// Whether the line is left out; else it comes, with the doubt noted.
    pub refused: bool,
    /// The reason's text in `errors.ftl`.
    pub message_key: String,
    /// What the text mentions: the column and the value.
    pub params: BTreeMap<String, String>,
}

/// Sums of an import in one currency, beside those of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportTotals {
    /// The currency.
    pub currency: Currency,
    /// The invoices' amounts as the source states them, of what comes.
    pub source_invoiced: Money,
    /// The invoices' amounts as they come.
    pub invoiced: Money,
    /// The balances as the source states them, of what comes.
    pub source_balance: Money,
    /// The balances as they come.
    pub balance: Money,
    /// The payments as they come.
    pub paid: Money,
}

/// What an import brings, or brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// The tool whose export the files were read as; none when they are none of those that are known.
    #[serde(default)]
    pub format: Option<ImportFormat>,
    /// SHA-256 of the files, in hex.
    pub files_sha256: String,
    /// How many clients come.
    pub clients: u32,
    /// How many invoices come.
    pub invoices: u32,
    /// How many payments come.
    pub payments: u32,
    /// How many records were there already and are left as they are.
    pub known: u32,
    /// Lines that are refused or doubtful.
    pub issues: Vec<ImportIssue>,
    /// Sums compared with the source.
    pub totals: Vec<ImportTotals>,
    /// Whether it was committed.
    pub committed: bool,
    /// The imports that had been made when the files were read. When others are made or undone meanwhile, the files
    /// are to be read again.
    #[serde(default)]
    pub after: BTreeSet<ImportRunId>,
}

/// Asks what undoing an import would remove.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckImportUndo {
    /// The import.
    pub run_id: ImportRunId,
}

/// Sums in one currency of what an undoing removes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportUndoSums {
    /// The currency.
    pub currency: Currency,
    /// The invoices' amounts.
    pub invoiced: Money,
    /// The payments.
    pub paid: Money,
}

/// What undoing an import would remove.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportUndoCheck {
    /// How many clients.
    pub clients: u32,
    /// How many contacts.
    pub contacts: u32,
    /// How many invoices.
    pub invoices: u32,
    /// How many payments.
    pub payments: u32,
    /// Their sums, by currency.
    pub sums: Vec<ImportUndoSums>,
    /// Why it cannot be undone; none when it can.
    pub problem: Option<Problem>,
}

/// Undoes an import.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct TakeImportBack {
    /// The import.
    pub run_id: ImportRunId,
}

/// Asks how tables look, to say what their columns mean.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct LookAtTables {
    /// The files.
    pub files: Vec<ImportFile>,
}

/// How a table looks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportTable {
    /// Its headings.
    pub headings: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// What is guessed of it.
    pub guess: TableMapping,
    /// Whether nothing in it decides how dates are written.
    pub dates_open: bool,
    /// Whether nothing in it decides how numbers are written.
    pub numbers_open: bool,
}

/// How tables look: one for each file, or for each sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportTables {
    /// The tables.
    pub tables: Vec<ImportTable>,
}
