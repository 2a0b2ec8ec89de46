//! Issued invoices as e-invoices. What a profile asks for and the invoice does not say is not guessed: it comes back
//! as a list of what the person must fill in, and where.

mod asked;
mod lines;
mod model;
mod parties;
mod units;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use en16931::{Invoice as Model, profiles};
use en16931_formats::Syntax as Format;
use folio_domain::einvoicing::{EinvoiceForm, EinvoiceTerms};
use folio_domain::invoices::Invoice;
use serde::{Deserialize, Serialize};

use super::document::OTHER_NAME;
use super::findings::{Finding, Source};
use super::reading::report;

/// The name under which an e-invoice of `form` travels inside a PDF.
#[must_use]
pub fn attachment_name(form: EinvoiceForm) -> &'static str {
    match form {
        EinvoiceForm::FacturX => "factur-x.xml",
        EinvoiceForm::XRechnung => "xrechnung.xml",
        EinvoiceForm::Ubl | EinvoiceForm::Cii | EinvoiceForm::Peppol => OTHER_NAME,
    }
}

/// The rules that a form is checked by.
fn rules(form: EinvoiceForm) -> &'static en16931::Profile {
    match form {
        EinvoiceForm::Ubl | EinvoiceForm::Cii | EinvoiceForm::FacturX => &profiles::EN16931,
        EinvoiceForm::XRechnung => &profiles::XRECHNUNG,
        EinvoiceForm::Peppol => &profiles::PEPPOL_BIS_3,
    }
}

fn syntax(form: EinvoiceForm) -> Format {
    match form {
        EinvoiceForm::Ubl | EinvoiceForm::XRechnung | EinvoiceForm::Peppol => Format::Ubl,
        EinvoiceForm::Cii | EinvoiceForm::FacturX => Format::Cii,
    }
}

/// An invoice as its paper says it, and what was agreed on.
#[derive(Clone, Copy, Debug)]
struct Billed<'a> {
    invoice: &'a Invoice,
    terms: &'a EinvoiceTerms,
}

/// What something that is missing belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// The business's particulars.
    Organisation,
    /// The client's.
    Client,
    /// The invoice itself.
    Invoice,
    /// One of its lines.
    Line,
}

/// What must be filled in, or chosen otherwise, before an invoice can be written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Missing {
    /// What it belongs to.
    pub subject: Subject,
    /// The field there.
    pub field: &'static str,
    /// The text's id.
    pub message_key: &'static str,
    /// What the text mentions: the rule, a line's number, a value.
    pub params: BTreeMap<String, String>,
}

impl Missing {
    fn new(subject: Subject, field: &'static str, message_key: &'static str) -> Self {
        Self {
            subject,
            field,
            message_key,
            params: BTreeMap::new(),
        }
    }

    fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// Writes `invoice` as an e-invoice on these `terms`. The same input gives the same bytes, and what is written passes
/// [`super::report`] with no finding and no remark. A credit note says its amounts above zero, as its paper does.
///
/// # Errors
/// Everything that the person must fill in, at once.
pub fn write(invoice: &Invoice, terms: &EinvoiceTerms) -> Result<Vec<u8>, Vec<Missing>> {
    let face = invoice.face();
    let model = model::of(&Billed {
        invoice: &face,
        terms,
    })?;
    let broken = rules(terms.form).validate(&model);
    let fatal: Vec<Missing> = broken
        .findings()
        .iter()
        .filter(|finding| finding.severity == en16931::Severity::Fatal)
        .map(asked::of_rule)
        .collect();
    let mut missing = asked::once(fatal);
    if !missing.is_empty() {
        return Err(missing);
    }
    let bytes = xml(&model, terms.form)?;
    let report = report("", &bytes);
    missing = asked::once(
        report
            .findings
            .iter()
            .chain(&report.remarks)
            .map(asked::of_finding)
            .collect(),
    );
    if missing.is_empty() {
        Ok(bytes)
    } else {
        Err(missing)
    }
}

fn xml(model: &Model, form: EinvoiceForm) -> Result<Vec<u8>, Vec<Missing>> {
    let lost = |entry: &en16931_formats::report::Entry| {
        let place = entry.term.clone().unwrap_or_else(|| entry.path.clone());
        let rule = entry.rule.clone().unwrap_or_default();
        asked::of_finding(&Finding::new(Source::Schema, rule, place, entry.message.clone()))
    };
    let written = en16931_formats::write_unchecked(model, syntax(form))
        .map_err(|error| asked::once(error.entries.iter().map(lost).collect()))?;
    let losses: Vec<Missing> = written
        .entries
        .iter()
        .filter(|entry| entry.is_loss())
        .map(lost)
        .collect();
    if losses.is_empty() {
        Ok(written.xml.into_bytes())
    } else {
        Err(asked::once(losses))
    }
}
