//! Which format a file has, by what stands in it.

use serde::Serialize;

use super::SIZE_BYTES_MAX;
use super::findings::{Finding, Place, Rule};
use super::mt940;
use super::text::quoted;
use super::words::{Say, Words};
use crate::tables::decode::decode;
use crate::tables::records::{Records, SEPARATORS};

/// A format that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// camt.053 of ISO 20022, any version; camt.052 as well.
    Camt,
    /// MT940 of SWIFT, and MT942.
    Mt940,
    /// OFX, as SGML (1.x) and XML (2.x).
    Ofx,
    /// A table with separators.
    Csv,
}

impl Format {
    /// Its name among people.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Camt => "camt.053",
            Self::Mt940 => "MT940",
            Self::Ofx => "OFX",
            Self::Csv => "CSV",
        }
    }
}

/// How much of a file is looked at.
const LOOK_BYTES: usize = 64 * 1024;

/// The format of a file, by its content. `name` only serves the words of the refusal.
///
/// # Errors
/// Why it is none of them.
pub fn detect(name: &str, bytes: &[u8]) -> Result<Format, Finding> {
    let refused = |rule, words: Words| Err(Finding::new(rule, Place::new(1, ""), words));
    let known = |say, text: &str| {
        refused(
            Rule::Format,
            Words::new(say, format!("{} is {text}", quoted(name))),
        )
    };
    if bytes.len() > SIZE_BYTES_MAX {
        return refused(
            Rule::Size,
            Words::new(
                Say::Size,
                format!("{} bytes; at most {SIZE_BYTES_MAX} are read", bytes.len()),
            )
            .count("max", SIZE_BYTES_MAX >> 20),
        );
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return known(
            Say::Archive,
            "an archive (ZIP, or a spreadsheet): unpack it, or save the sheet as CSV, and give the files in it",
        );
    }
    if bytes.starts_with(b"%PDF") {
        return known(Say::Pdf, "a PDF: ask the bank for camt.053, MT940, OFX or CSV");
    }
    let head = decode(bytes.get(..bytes.len().min(LOOK_BYTES)).unwrap_or(bytes)).text;
    let text = head.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    if text.is_empty() {
        return refused(
            Rule::Empty,
            Words::new(Say::Empty, format!("{} has no text in it", quoted(name))),
        );
    }
    if is_binary(text) {
        return known(Say::Binary, "not text");
    }
    if is_ofx(text) {
        return Ok(Format::Ofx);
    }
    if text.starts_with('<') {
        return match camt_kind(text) {
            Some("BkToCstmrStmt" | "BkToCstmrAcctRpt") => Ok(Format::Camt),
            Some(_) => known(
                Say::Notification,
                "a camt.054 notification, which repeats what the statement brings: give the statement (camt.053)",
            ),
            None => known(Say::OtherXml, "XML, but neither camt.053 nor OFX"),
        };
    }
    if mt940::looks_like(text) {
        return Ok(Format::Mt940);
    }
    if is_table(text) {
        return Ok(Format::Csv);
    }
    known(
        Say::OtherForm,
        "neither camt.053, MT940, OFX nor a table with separators",
    )
}

fn is_binary(text: &str) -> bool {
    let (mut odd, mut all) = (0_usize, 0_usize);
    for character in text.chars().take(4_000) {
        let is_odd = character == '\u{fffd}' || (character.is_control() && !character.is_whitespace());
        odd += usize::from(is_odd);
        all += 1;
    }
    odd * 10 > all
}

fn is_ofx(text: &str) -> bool {
    let head: String = text.chars().take(4_000).collect::<String>().to_ascii_uppercase();
    head.starts_with("OFXHEADER") || head.contains("<OFX>") || head.contains("<?OFX")
}

/// The name of the message's element, with or without a prefix.
fn camt_kind(text: &str) -> Option<&'static str> {
    ["BkToCstmrStmt", "BkToCstmrAcctRpt", "BkToCstmrDbtCdtNtfctn"]
        .into_iter()
        .find(|name| {
            text.match_indices(name).any(|(at, found)| {
                let before = text.get(..at).and_then(|text| text.chars().next_back());
                let after = text.get(at + found.len()..).and_then(|text| text.chars().next());
                matches!(before, Some('<' | ':'))
                    && after.is_none_or(|c| c.is_whitespace() || "/>".contains(c))
            })
        })
}

/// Several records of at least three cells, whatever the separator.
fn is_table(text: &str) -> bool {
    SEPARATORS.into_iter().any(|separator| {
        let records = Records::new(text, separator).take(60);
        records.filter(|record| record.cells.len() >= 3).count() >= 2
    })
}
