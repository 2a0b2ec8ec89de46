//! Bills that somebody received as data: a file is opened and read; nothing of it is kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A file that somebody received.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct ReceivedFile {
    /// Its name.
    pub name: String,
    /// Its bytes in Base64, at most [`folio_domain::bills::BILL_BYTES_MAX`] before coding.
    pub bytes: String,
}

/// Opens a bill.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct OpenBill {
    /// The file.
    pub file: ReceivedFile,
}

/// Saves a file that is inside a bill.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct SaveBillAttachment {
    /// The bill.
    pub file: ReceivedFile,
    /// Its place among the bill's attachments, from 0.
    pub index: u32,
}
