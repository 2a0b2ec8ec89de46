//! Checking the database: what is stored must follow from its facts.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::Money;
use folio_domain::documents::{DocumentVersion, FileState};
use folio_domain::ids::VersionId;
use folio_domain::ids::{InvoiceId, OrgId};
use folio_domain::invoices::{
    Invoice, InvoicePdf, InvoiceStanding, Origin, Series, credit_series_id, series_id,
};
use folio_domain::payments::Allocation;
use folio_domain::records::{Read, Record, Row};
use folio_store::server::exports::all_of;

use crate::app::App;
use crate::errors::ServerError;
use crate::vault::FilePlace;

const PAGE: u32 = 1_000;

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// How many invoices were looked at.
    pub invoices: usize,
    /// How many papers and files were read.
    pub files: usize,
    /// What is wrong, if anything.
    pub faults: Vec<String>,
}

impl App {
    /// Checks an organisation: standings against their facts, numbers for gaps and doubles, papers and files against
    /// their hashes, the trail.
    ///
    /// # Errors
    /// The database breaks.
    pub async fn check(&self, org_id: OrgId) -> Result<CheckReport, ServerError> {
        let mut report = CheckReport::default();
        let invoices = self.all::<Invoice>(org_id).await?;
        report.invoices = invoices.len();
        self.check_standings(org_id, &invoices, &mut report).await?;
        self.check_numbers(org_id, &invoices, &mut report).await?;
        self.check_papers(org_id, &mut report).await?;
        self.check_files(org_id, &mut report).await?;
        report
            .faults
            .extend(self.verify_trail(org_id, None).await?.faults);
        Ok(report)
    }

    async fn all<R: Record>(&self, org_id: OrgId) -> Result<Vec<(Row, R)>, ServerError> {
        let (mut all, mut after) = (Vec::new(), String::new());
        loop {
            let page = all_of(&self.store, org_id, R::KIND, &after, PAGE).await?;
            let Some(last) = page.last() else { return Ok(all) };
            after = last.id.to_string();
            all.extend(
                page.into_iter()
                    .filter_map(|row| R::from_body(&row.body).cloned().map(|record| (row, record))),
            );
        }
    }

    async fn check_standings(
        &self,
        org_id: OrgId,
        invoices: &[(Row, Invoice)],
        report: &mut CheckReport,
    ) -> Result<(), ServerError> {
        let mut paid: BTreeMap<InvoiceId, Vec<Money>> = BTreeMap::new();
        for (_, part) in self.all::<Allocation>(org_id).await? {
            paid.entry(part.invoice_id).or_default().push(part.amount);
        }
        let mut credited: BTreeMap<InvoiceId, i64> = BTreeMap::new();
        for (_, note) in invoices {
            if let Some(credits) = &note.credits {
                *credited.entry(credits.invoice_id).or_default() -= note.total.minor;
            }
        }
        let standings: BTreeMap<_, _> = self
            .all::<InvoiceStanding>(org_id)
            .await?
            .into_iter()
            .map(|(row, standing)| (row.id, standing))
            .collect();
        for (row, invoice) in invoices {
            let facts = paid.remove(&InvoiceId(row.id)).unwrap_or_default();
            let expected = InvoiceStanding::fresh(invoice).with_paid(facts);
            let holds = match (standings.get(&row.id), expected) {
                (Some(stored), Ok(expected)) => {
                    (stored.total, stored.amount_paid, stored.amount_due)
                        == (expected.total, expected.amount_paid, expected.amount_due)
                        && stored.amount_credited.map(|amount| amount.minor)
                            == credited.get(&InvoiceId(row.id)).copied()
                }
                _ => false,
            };
            if !holds {
                report.faults.push(format!(
                    "invoice {}: its standing does not follow from its payments",
                    row.id
                ));
            }
        }
        for invoice_id in paid.keys() {
            report
                .faults
                .push(format!("invoice {invoice_id}: paid, and not there"));
        }
        Ok(())
    }

    async fn check_numbers(
        &self,
        org_id: OrgId,
        invoices: &[(Row, Invoice)],
        report: &mut CheckReport,
    ) -> Result<(), ServerError> {
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, invoice) in invoices {
            *numbers.entry(&invoice.number).or_default() += 1;
        }
        for (number, times) in numbers.iter().filter(|(_, times)| **times > 1) {
            report
                .faults
                .push(format!("number {number}: given {times} times"));
        }
        let ids = [series_id(org_id), credit_series_id(org_id)];
        let reads = ids.map(Read::one::<Series>).into();
        let records = self.look(org_id, reads).await?;
        let held: BTreeSet<&str> = numbers.into_keys().collect();
        for (id, credit_notes) in ids.into_iter().zip([false, true]) {
            let of_series = invoices
                .iter()
                .map(|(_, invoice)| invoice)
                .filter(|invoice| invoice.is_credit_note() == credit_notes);
            check_series(records.find::<Series>(id), of_series, &held, report);
        }
        Ok(())
    }

    async fn check_papers(&self, org_id: OrgId, report: &mut CheckReport) -> Result<(), ServerError> {
        for (row, pdf) in self.all::<InvoicePdf>(org_id).await? {
            let place = FilePlace::Paper {
                org_id,
                invoice_id: InvoiceId(row.id),
            };
            self.check_file(org_id, place, &pdf.sha256, "paper", report)
                .await?;
        }
        Ok(())
    }

    async fn check_files(&self, org_id: OrgId, report: &mut CheckReport) -> Result<(), ServerError> {
        for (row, version) in self.all::<DocumentVersion>(org_id).await? {
            if version.state == FileState::Stored {
                let (document_id, version_id) = (version.document_id, VersionId(row.id));
                let place = FilePlace::Version {
                    org_id,
                    document_id,
                    version_id,
                };
                self.check_file(org_id, place, &version.sha256, "file", report)
                    .await?;
            }
        }
        Ok(())
    }

    async fn check_file(
        &self,
        org_id: OrgId,
        place: FilePlace,
        sha256: &str,
        what: &str,
        report: &mut CheckReport,
    ) -> Result<(), ServerError> {
        let (vault, key) = (self.vault.clone(), self.org_key(org_id).await?);
        report.files += 1;
        let found = self.blocking(move || vault.sha256(&place, &key)).await;
        let fault = match found {
            Ok(Some(found)) if found == sha256 => return Ok(()),
            Ok(Some(_)) => "holds other bytes",
            Ok(None) => "is missing",
            Err(_) => "does not open",
        };
        report.faults.push(format!("{what} {place:?}: {fault}"));
        Ok(())
    }
}

/// Checks the numbers that a series has given to `invoices`; `held` are those of all.
fn check_series<'a>(
    series: Option<&Series>,
    invoices: impl Iterator<Item = &'a Invoice>,
    held: &BTreeSet<&str>,
    report: &mut CheckReport,
) {
    let mut issued = 0_i64;
    let mut years = BTreeSet::new();
    let mut sequences: BTreeMap<Option<i16>, BTreeSet<i64>> = BTreeMap::new();
    let yearly = series.is_some_and(|series| series.restarts_yearly);
    for invoice in invoices {
        if let Origin::Issued { sequence, .. } = invoice.origin {
            issued += 1;
            years.insert(invoice.issue_date.year());
            sequences
                .entry(yearly.then(|| invoice.issue_date.year()))
                .or_default()
                .insert(sequence);
        }
    }
    // Numbers that imported invoices hold are passed over, and are no holes.
    let is_held = |year: i16, number: i64| {
        let text = series.and_then(|series| series.text(year, number).ok());
        text.is_some_and(|text| held.contains(text.as_str()))
    };
    for (year, given) in &sequences {
        let years = year.map_or_else(|| years.clone(), |year| BTreeSet::from([year]));
        let (Some(first), Some(last)) = (given.first(), given.last()) else {
            continue;
        };
        let holes = (*first..=*last)
            .filter(|number| !given.contains(number))
            .filter(|number| !years.iter().any(|year| is_held(*year, *number)))
            .count();
        if holes > 0 {
            report
                .faults
                .push(format!("numbers of {year:?}: {holes} are missing"));
        }
    }
    if series.map_or(0, |series| series.spent) != issued {
        report.faults.push(format!(
            "the series has given out another count than the {issued} invoices issued"
        ));
    }
}
