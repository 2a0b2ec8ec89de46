//! The verdict on a file, for a person and for a program.

use en16931::Invoice;
use serde::Serialize;

use super::declared::Declared;
use super::document::Attachment;
use super::errors::ReadError;
use super::findings::Finding;

/// What a file is worth as an e-invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It keeps every rule of the profile that it declares.
    Valid,
    /// It was read, but breaks rules.
    BreaksRules,
    /// It could not be read as an e-invoice.
    Unreadable,
}

impl Verdict {
    /// What a command ends with: 0, 1 or 2.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::BreaksRules => 1,
            Self::Unreadable => 2,
        }
    }
}

/// What was found in a file.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// The file, as it was called.
    pub name: String,
    /// The verdict.
    pub verdict: Verdict,
    /// Why it cannot be read; none when it can.
    pub unreadable: Option<String>,
    /// The same, for a program.
    #[serde(skip)]
    pub refused: Option<ReadError>,
    /// What it declares; none when it cannot be read.
    pub declared: Option<Declared>,
    /// The file in the PDF, for a PDF.
    pub attachment: Option<Attachment>,
    /// Every rule that it breaks.
    pub findings: Vec<Finding>,
    /// What a receiver may refuse although it breaks no rule of EN 16931: rules of a specification that narrows it.
    pub remarks: Vec<Finding>,
    /// The invoice, in the terms of EN 16931; none when it cannot be read.
    pub invoice: Option<Box<Invoice>>,
}

impl Report {
    /// The report on a file that cannot be read.
    pub(super) fn unreadable(name: &str, error: &ReadError) -> Self {
        Self {
            name: name.to_owned(),
            verdict: Verdict::Unreadable,
            unreadable: Some(error.to_string()),
            refused: Some(error.clone()),
            declared: None,
            attachment: None,
            findings: Vec::new(),
            remarks: Vec::new(),
            invoice: None,
        }
    }
}
