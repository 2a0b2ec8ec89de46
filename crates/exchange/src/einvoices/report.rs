//! The verdict on a file, for a person and for a program.

use en16931::Invoice;
use serde::Serialize;

use super::declared::{Declared, Level, Syntax};
use super::document::{Attachment, ReadError, open};
use super::{extended, semantics, structure, summary, syntax, usage};

/// The most findings of one layer that a report lists.
pub(super) const FINDINGS_MAX: usize = 200;

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

/// Where a rule stands written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// The schema of UBL or CII.
    Schema,
    /// EN 16931: its semantic model and its bindings to UBL and CII.
    En16931,
    /// The Factur-X profile.
    Profile,
    /// A specification that narrows EN 16931, such as XRechnung; broken, it is a remark.
    Narrowed,
}

/// A rule that is broken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Where the rule stands written.
    pub source: Source,
    /// The rule's id, such as `BR-CO-15`; `XSD` for the schema.
    pub rule: String,
    /// Where it is broken: a line and a path, or business terms of EN 16931.
    pub place: String,
    /// What is wrong.
    pub words: String,
}

impl Finding {
    pub(super) fn new(
        source: Source,
        rule: impl Into<String>,
        place: String,
        words: impl Into<String>,
    ) -> Self {
        Self {
            source,
            rule: rule.into(),
            place,
            words: words.into(),
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
    /// The report in words, for a terminal.
    #[must_use]
    pub fn text(&self) -> String {
        summary::text(self)
    }

    fn unreadable(name: &str, error: &ReadError) -> Self {
        Self {
            name: name.to_owned(),
            verdict: Verdict::Unreadable,
            unreadable: Some(error.to_string()),
            declared: None,
            attachment: None,
            findings: Vec::new(),
            remarks: Vec::new(),
            invoice: None,
        }
    }
}

/// Reads and checks the file `bytes`, called `name`.
#[must_use]
pub fn report(name: &str, bytes: &[u8]) -> Report {
    examine(name, bytes).unwrap_or_else(|error| Report::unreadable(name, &error))
}

fn examine(name: &str, bytes: &[u8]) -> Result<Report, ReadError> {
    let document = open(bytes)?;
    let read = en16931_formats::read(document.text.as_bytes()).map_err(refused)?;
    let tree = roxmltree::Document::parse(&document.text).map_err(|error| not_xml(&error))?;
    let root = tree.root_element();
    let declared = Declared::of(root);

    let mut findings = structure::check(root, &declared);
    if !declared.known && declared.syntax == Syntax::Cii {
        findings.push(semantics::unknown_profile(&declared));
    }
    findings.extend(syntax::check(root, &declared));
    findings.extend(usage::check(root, declared.level));
    if declared.level == Level::Extended {
        findings.extend(extended::check(root));
    }
    let business = semantics::check(root, &read, &declared);
    // One rule may be looked at twice, at the element and in the model; the element says where.
    let new: Vec<Finding> = business
        .into_iter()
        .filter(|one| !findings.iter().any(|other| other.rule == one.rule))
        .collect();
    findings.extend(new);
    findings.truncate(FINDINGS_MAX);
    let verdict = if findings.is_empty() {
        Verdict::Valid
    } else {
        Verdict::BreaksRules
    };
    Ok(Report {
        name: name.to_owned(),
        verdict,
        unreadable: None,
        remarks: semantics::remarks(&read.invoice, &declared),
        declared: Some(declared),
        attachment: document.attachment,
        findings,
        invoice: Some(Box::new(read.invoice)),
    })
}

fn refused(error: en16931_formats::Error) -> ReadError {
    use en16931_formats::Error;
    match error {
        Error::Xml {
            message,
            line,
            column,
        } => ReadError::NotXml {
            line,
            column,
            why: message,
        },
        Error::NotAnInvoice { found } => ReadError::NotAnInvoice {
            hint: match found.as_str() {
                "CrossIndustryDocument" => " (it is ZUGFeRD 1.0, which EN 16931 replaced)",
                _ => "",
            },
            root: found,
        },
        other => ReadError::Refused {
            line: 1,
            why: other.to_string(),
        },
    }
}

fn not_xml(error: &roxmltree::Error) -> ReadError {
    let at = error.pos();
    ReadError::NotXml {
        line: at.row,
        column: at.col,
        why: error.to_string(),
    }
}
