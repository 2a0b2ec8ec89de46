//! A file of an export as text, and where its heading stands.

use super::columns::{Heading, heading};
use super::findings::{Findings, Message};
use super::formats::Format;
use super::{FILE_BYTES_MAX, NamedFile};
use crate::tables::decode::decode;
use crate::tables::folds;
use crate::tables::records::{Records, SEPARATORS};
use crate::tables::workbook::{self, Unreadable};

/// A file that can be read: its text.
pub(crate) struct Text {
    pub(crate) file: String,
    pub(crate) text: String,
    /// Whether its encoding was guessed.
    guessed: bool,
}

/// Where a file's heading stands, as a format reads it.
pub(crate) struct Headed {
    pub(super) separator: char,
    pub(super) nth: usize,
    pub(crate) heading: Heading,
}

/// A heading is looked for in so many records from the top.
const HEADING_WITHIN: usize = 10;

impl Text {
    /// Decodes a file. None, with the reason among the findings, when nothing can be in it.
    pub(crate) fn read(file: &NamedFile<'_>, findings: &mut Findings) -> Option<Self> {
        if file.bytes.len() > FILE_BYTES_MAX {
            let max = format!("{} MB", FILE_BYTES_MAX / 1024 / 1024);
            findings.refuse(file.name, 1, (Message::FileTooLarge, vec![("max", max)]));
            return None;
        }
        if workbook::is_one(file.bytes) {
            let message = match workbook::sheets(file.bytes) {
                Err(Unreadable::TooLarge) => Message::WorkbookTooLarge,
                Err(Unreadable::Broken) => Message::WorkbookUnreadable,
                Ok(_) => Message::FileEmpty,
            };
            findings.refuse(file.name, 1, (message, vec![]));
            return None;
        }
        let mended = folds::mended(file.bytes);
        let decoded = decode(mended.as_deref().unwrap_or(file.bytes));
        if decoded.text.trim().is_empty() {
            findings.refuse(file.name, 1, (Message::FileEmpty, vec![]));
            return None;
        }
        Some(Self {
            file: file.name.to_owned(),
            text: decoded.text,
            guessed: decoded.guessed,
        })
    }

    /// Says that the encoding was guessed, where it was.
    pub(crate) fn doubt_encoding(&self, findings: &mut Findings) {
        if self.guessed {
            findings.doubt(&self.file, 1, (Message::EncodingGuessed, vec![]));
        }
    }

    /// Splits by the separator that gives a heading with the most columns that the format knows.
    pub(crate) fn headed(&self, format: &Format) -> Option<Headed> {
        let headed = SEPARATORS.iter().filter_map(|separator| {
            let found = Records::new(&self.text, *separator)
                .take(HEADING_WITHIN)
                .enumerate();
            let mut found = found.filter_map(|(nth, record)| {
                Some(Headed {
                    separator: *separator,
                    nth,
                    heading: heading(format, &record.cells)?,
                })
            });
            found.next()
        });
        headed.max_by_key(|headed| headed.heading.columns.len())
    }
}
