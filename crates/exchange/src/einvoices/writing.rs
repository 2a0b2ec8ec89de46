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
use folio_domain::addresses::Address;
use folio_domain::clients::Client;
use folio_domain::invoices::Invoice;
use folio_domain::organisations::Organisation;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::findings::{Finding, Source};
use super::reading::report;

/// How an e-invoice is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// EN 16931 in UBL 2.1.
    Ubl,
    /// EN 16931 in CII.
    Cii,
    /// XRechnung 3.0, in UBL.
    XRechnung,
    /// Peppol BIS Billing 3.0, in UBL.
    Peppol,
    /// The XML that a Factur-X PDF carries, profile EN 16931.
    FacturX,
}

impl Profile {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Ubl, Self::Cii, Self::XRechnung, Self::Peppol, Self::FacturX];

    fn rules(self) -> &'static en16931::Profile {
        match self {
            Self::Ubl | Self::Cii | Self::FacturX => &profiles::EN16931,
            Self::XRechnung => &profiles::XRECHNUNG,
            Self::Peppol => &profiles::PEPPOL_BIS_3,
        }
    }

    fn format(self) -> Format {
        match self {
            Self::Ubl | Self::XRechnung | Self::Peppol => Format::Ubl,
            Self::Cii | Self::FacturX => Format::Cii,
        }
    }
}

/// An electronic address: where a network delivers invoices to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Endpoint {
    /// The scheme, a code of the EAS list such as `9930` or `EM`.
    pub scheme: String,
    /// The address in that scheme.
    pub address: String,
}

/// What an e-invoice may need beside the invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Particulars {
    /// The business's electronic address (BT-34).
    pub seller_endpoint: Option<Endpoint>,
    /// The client's electronic address (BT-49).
    pub buyer_endpoint: Option<Endpoint>,
    /// What the client asked to find on its invoices (BT-10), such as a Leitweg-ID; else the invoice's reference.
    pub buyer_reference: Option<String>,
    /// The client's order (BT-13).
    pub order_reference: Option<String>,
    /// When it was delivered (BT-72).
    pub delivery_date: Option<Date>,
    /// Where it was delivered to (BG-15); else the client's address, for a supply within the European Union.
    pub delivery_address: Option<Address>,
    /// Why no tax is asked (BT-120), for exempt lines.
    pub exemption_reason: Option<String>,
}

/// An invoice and what surrounds it.
#[derive(Clone, Copy, Debug)]
pub struct Billed<'a> {
    /// The invoice, as issued.
    pub invoice: &'a Invoice,
    /// The business.
    pub organisation: &'a Organisation,
    /// The client.
    pub client: &'a Client,
    /// The rest.
    pub particulars: &'a Particulars,
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

/// Writes `billed` as an e-invoice. The same input gives the same bytes, and what is written passes
/// [`super::report`] with no finding and no remark.
///
/// # Errors
/// Everything that the person must fill in, at once.
pub fn write(billed: &Billed<'_>, profile: Profile) -> Result<Vec<u8>, Vec<Missing>> {
    let model = model::of(billed, profile)?;
    let broken = profile.rules().validate(&model);
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
    let bytes = xml(&model, profile)?;
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

fn xml(model: &Model, profile: Profile) -> Result<Vec<u8>, Vec<Missing>> {
    let lost = |entry: &en16931_formats::report::Entry| {
        let place = entry.term.clone().unwrap_or_else(|| entry.path.clone());
        let rule = entry.rule.clone().unwrap_or_default();
        asked::of_finding(&Finding::new(Source::Schema, rule, place, entry.message.clone()))
    };
    let written = en16931_formats::write_unchecked(model, profile.format())
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
