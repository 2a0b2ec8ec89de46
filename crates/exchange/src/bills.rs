//! Bills that somebody received as data, put so that a person can read them: what a file says, whether it keeps its
//! rules, and in plain words where it does not. Pure: bytes in, values out.

mod content;
mod payment;
mod words;

#[cfg(test)]
mod tests;

use folio_domain::bills::{Bill, BillText, BillVerdict};

use crate::einvoices::{Model, Report, Syntax, Verdict, report};

/// A file inside a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillFile {
    /// What it is called.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What the file `bytes`, called `name`, says. It always says something: a file that is no bill says why.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> Bill {
    let report = report(name, bytes);
    let verdict = match report.verdict {
        Verdict::Valid => BillVerdict::Valid,
        Verdict::BreaksRules => BillVerdict::BreaksRules,
        Verdict::Unreadable => BillVerdict::Unreadable,
    };
    Bill {
        file_name: name.to_owned(),
        verdict,
        unreadable: unreadable(&report),
        written_as: written_as(&report),
        inside: report.attachment.as_ref().map(|file| file.name.clone()),
        findings: report.findings.iter().map(words::finding).collect(),
        remarks: report.remarks.iter().map(words::finding).collect(),
        content: report.invoice.as_deref().map(content::of),
    }
}

/// The file that stands at `index` among the attachments of the bill `bytes`; none where there is no such file.
#[must_use]
pub fn attachment(bytes: &[u8], index: usize) -> Option<BillFile> {
    let invoice = report("", bytes).invoice?;
    let document = invoice.attachments.get(index)?;
    let file = document.attachment.as_ref()?;
    Some(BillFile {
        name: content::file_name(document),
        bytes: file.content().to_vec(),
    })
}

fn unreadable(report: &Report) -> Option<BillText> {
    let why = report.refused.as_ref()?;
    Some(words::refused(why))
}

fn written_as(report: &Report) -> String {
    let Some(declared) = &report.declared else {
        return String::new();
    };
    let syntax = match declared.syntax {
        Syntax::Ubl => "UBL",
        Syntax::Cii => "CII",
    };
    format!("{}, {syntax}", declared.name())
}

/// The words of an optional text.
fn text(value: Option<&String>) -> String {
    value.map(|text| text.trim().to_owned()).unwrap_or_default()
}

/// The invoices that are read are of EN 16931.
type Invoice = Model;
