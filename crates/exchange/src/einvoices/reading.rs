//! A file through all layers, to a report.

use super::declared::{Declared, Level, Syntax};
use super::document::open;
use super::errors::ReadError;
use super::findings::{FINDINGS_MAX, Finding};
use super::report::{Report, Verdict};
use super::{extended, repeats, semantics, structure, syntax, usage};

/// Reads and checks the file `bytes`, called `name`.
#[must_use]
pub fn report(name: &str, bytes: &[u8]) -> Report {
    examine(name, bytes).unwrap_or_else(|error| Report::unreadable(name, &error))
}

fn examine(name: &str, bytes: &[u8]) -> Result<Report, ReadError> {
    let document = open(bytes)?;
    let tree = roxmltree::Document::parse(&document.text).map_err(|error| not_xml(&error))?;
    let root = tree.root_element();
    repeats::check(root)?;
    let read = en16931_formats::read(document.text.as_bytes()).map_err(refused)?;
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
        refused: None,
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
