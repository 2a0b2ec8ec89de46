//! Bank statements: files are opened together and read; nothing of them is kept.

use folio_domain::bank::BankSaid;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ReceivedFile;

/// A bank's file, and what a person says of it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct BankFileGiven {
    /// The file.
    pub file: ReceivedFile,
    /// What it does not say itself.
    pub said: BankSaid,
}

/// Opens bank statements together: at most [`folio_domain::bank::BANK_FILES_MAX`] files that have at most
/// [`folio_domain::bank::BANK_BYTES_MAX`] in all.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenBankStatements {
    /// The files.
    pub files: Vec<BankFileGiven>,
}
