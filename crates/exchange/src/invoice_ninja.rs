//! Invoice Ninja's CSV export, versions 4 and 5: clients, invoices (a row for each line item) and payments, in any
//! order, each in any number of files. Numbers, dates and amounts come as they were: an invoice whose lines do not
//! add up to the amount that the source states is refused, or, where rounding alone divides them, gets a line that
//! makes up for it.

mod clients;
mod columns;
mod groups;
mod invoices;
mod payments;
mod pricing;
#[cfg(any(test, feature = "samples"))]
pub mod sample;
mod table;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::ImportBatch;
use folio_domain::trail::sha256_hex;
use folio_domain::{Currency, Money};

use self::columns::FileKind;
use self::table::Table;
use crate::imports::{Findings, ImportPlan, Issue, NamedFile, Report, Settings, Totals};

/// The name of the tool, as imported records bear it.
pub const SOURCE: &str = "invoice-ninja";

/// Reads the files of an export. Never fails: what cannot be read stands in the report.
#[must_use]
pub fn read(files: &[NamedFile<'_>], settings: &Settings<'_>) -> ImportPlan {
    let mut findings = Findings::default();
    // In a file that leaves it open, 03/04 is March in the few countries that write so.
    let month_first = matches!(
        settings.organisation.address.country.as_str(),
        "US" | "PH" | "FM" | "MH" | "PW"
    );
    let tables: Vec<Table<'_>> = files
        .iter()
        .filter_map(|file| Table::read(file, month_first, &mut findings))
        .collect();
    let of = |kind: FileKind| tables.iter().filter(move |table| table.kind == kind);

    let mut clients = clients::read(of(FileKind::Clients), settings, &mut findings);
    let groups = groups::group(of(FileKind::Invoices), &mut findings);
    let invoices = invoices::read(&groups, &mut clients, settings, &mut findings);
    let found = payments::rows(of(FileKind::Payments), &groups, &mut findings);
    let settled = payments::settle(found, &invoices, &clients, &settings.taken, &mut findings);

    let files_sha256 = files_sha256(files);
    let totals = totals(&invoices, &settled);
    let batch = ImportBatch {
        source: SOURCE.to_owned(),
        files_sha256: files_sha256.clone(),
        clients: clients.imported(),
        invoices: invoices
            .come
            .into_iter()
            .map(|incoming| incoming.imported())
            .collect(),
        payments: settled.payments,
    };
    let count = |records: usize| u32::try_from(records).unwrap_or(u32::MAX);
    let issues: Vec<Issue> = findings.sorted(files);
    let report = Report {
        files_sha256,
        clients: count(batch.clients.len()),
        invoices: count(batch.invoices.len()),
        payments: count(batch.payments.len()),
        issues,
        totals,
    };
    ImportPlan { batch, report }
}

/// SHA-256 of the files whatever their order, in hex: of the sorted hashes of each.
fn files_sha256(files: &[NamedFile<'_>]) -> String {
    let hashes: BTreeSet<String> = files.iter().map(|file| sha256_hex(file.bytes)).collect();
    sha256_hex(hashes.into_iter().collect::<Vec<_>>().join("\n").as_bytes())
}

fn totals(invoices: &invoices::Invoices<'_>, settled: &payments::Settled) -> Vec<Totals> {
    let mut sums: BTreeMap<Currency, Totals> = BTreeMap::new();
    for payment in &settled.payments {
        let sum = sums
            .entry(payment.amount.currency)
            .or_insert_with_key(|currency| zero(*currency));
        sum.paid.minor = sum.paid.minor.saturating_add(payment.amount.minor);
    }
    for incoming in &invoices.come {
        let invoice = &incoming.invoice;
        let sum = sums
            .entry(invoice.currency)
            .or_insert_with_key(|currency| zero(*currency));
        let (total, part) = (
            invoice.total.minor,
            settled
                .allocated
                .get(invoice.number.as_str())
                .copied()
                .unwrap_or_default(),
        );
        let stated = incoming.stated.map_or(total, |stated| stated.minor);
        let paid = incoming.paid.map_or(part, |paid| paid.minor);
        for (slot, change) in [
            (&mut sum.source_invoiced, stated),
            (&mut sum.invoiced, total),
            (&mut sum.source_balance, stated.saturating_sub(paid)),
            (&mut sum.balance, total.saturating_sub(part)),
        ] {
            slot.minor = slot.minor.saturating_add(change);
        }
    }
    for stated in &invoices.left_out {
        let sum = sums
            .entry(stated.currency)
            .or_insert_with_key(|currency| zero(*currency));
        sum.source_left_out.minor = sum.source_left_out.minor.saturating_add(stated.minor);
    }
    sums.into_values().collect()
}

fn zero(currency: Currency) -> Totals {
    let none = Money::zero(currency);
    Totals {
        currency,
        source_invoiced: none,
        invoiced: none,
        source_balance: none,
        balance: none,
        paid: none,
        source_left_out: none,
    }
}
