//! What a pack says of itself.

use std::collections::BTreeMap;
use std::io::{Read, Seek, SeekFrom};

use folio_domain::trail::TrailHead;
use folio_domain::{Currency, Money, MoneyError};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{MonthPack, PackError, PackInvoice, PackPayment, days_of};

/// `manifest.json` of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What the file is, and the version of its form.
    pub format: String,
    /// The organisation's id.
    pub org_id: String,
    /// The organisation's name.
    pub organisation: String,
    /// The organisation's tax id.
    pub tax_id: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Every file of the pack but this one.
    pub files: Vec<PackedFile>,
    /// Sums by currency: those of the columns of the tables.
    pub totals: Vec<PackTotals>,
    /// The numbers of invoices whose PDF is not in the pack.
    pub pdfs_missing: Vec<String>,
    /// What a file of the pack could not take.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// The trail's end when the pack was made.
    pub trail: TrailHead,
}

/// An invoice or a payment that is not in one of the files for accounting programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The file's path within the pack.
    pub path: String,
    /// The invoice's number, or the payment's id.
    pub number: String,
    /// Why.
    pub reason: LeftOutReason,
}

/// Why something cannot stand in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// The program has no invoice below zero.
    BelowZero,
    /// The program keeps its books in euros.
    NotInEuros,
    /// A line has more than one tax.
    SeveralTaxes,
    /// A tax has a rate that the program's accounts do not know.
    UnknownRate,
    /// An imported invoice's amounts do not follow from its lines.
    DoesNotAddUp,
    /// The amount has too many digits.
    TooLarge,
}

/// A file of a pack.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFile {
    /// Its path within the pack.
    pub path: String,
    /// Its size.
    pub size_bytes: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// Sums in one currency, as exact decimals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackTotals {
    /// The currency.
    pub currency: Currency,
    /// How many invoices.
    pub invoices: u32,
    /// Their sum without tax.
    pub taxable_total: String,
    /// Their tax.
    pub tax_total: String,
    /// Their sum.
    pub total: String,
    /// How many payments, reversals included.
    pub payments: u32,
    /// The sum of the payments.
    pub received: String,
}

/// The most bytes of a manifest that are read.
const MANIFEST_BYTES_MAX: u64 = 64 * 1024 * 1024;

/// The manifest of a pack, or one that was taken out of it. Those of earlier versions are read too.
///
/// # Errors
/// Neither a ZIP with a manifest nor a manifest.
pub fn manifest_of(mut file: impl Read + Seek) -> Result<Manifest, PackError> {
    let mut first = [0_u8; 1];
    file.read_exact(&mut first)?;
    file.seek(SeekFrom::Start(0))?;
    if first == *b"{" {
        return Ok(serde_json::from_reader(file.take(MANIFEST_BYTES_MAX))?);
    }
    let mut archive = zip::ZipArchive::new(file)?;
    let manifest = archive.by_name("manifest.json")?;
    Ok(serde_json::from_reader(manifest.take(MANIFEST_BYTES_MAX))?)
}

struct Sums {
    invoices: u32,
    taxable_total: Money,
    tax_total: Money,
    total: Money,
    payments: u32,
    received: Money,
}

impl Sums {
    fn zero(currency: Currency) -> Self {
        let none = Money::zero(currency);
        Self {
            invoices: 0,
            taxable_total: none,
            tax_total: none,
            total: none,
            payments: 0,
            received: none,
        }
    }
}

impl Manifest {
    pub(super) fn new(
        pack: &MonthPack<'_>,
        invoices: &[PackInvoice<'_>],
        payments: &[PackPayment<'_>],
    ) -> Result<Self, PackError> {
        let (from, to) = days_of(pack.year, pack.month)?;
        Ok(Self {
            format: "folio-month-pack/2".to_owned(),
            org_id: pack.org_id.to_string(),
            organisation: pack.organisation.name.clone(),
            tax_id: pack.organisation.tax_id.clone(),
            from,
            to,
            files: Vec::new(),
            totals: totals(invoices, payments)?,
            pdfs_missing: Vec::new(),
            left_out: Vec::new(),
            trail: pack.trail.clone(),
        })
    }
}

fn totals(invoices: &[PackInvoice<'_>], payments: &[PackPayment<'_>]) -> Result<Vec<PackTotals>, MoneyError> {
    let mut sums: BTreeMap<Currency, Sums> = BTreeMap::new();
    for one in invoices {
        let currency = one.invoice.currency;
        let sum = sums.entry(currency).or_insert_with(|| Sums::zero(currency));
        sum.invoices += 1;
        sum.taxable_total = sum.taxable_total.plus(one.invoice.taxable_total)?;
        sum.tax_total = sum.tax_total.plus(one.invoice.tax_total)?;
        sum.total = sum.total.plus(one.invoice.total)?;
    }
    for one in payments {
        let currency = one.payment.amount.currency;
        let sum = sums.entry(currency).or_insert_with(|| Sums::zero(currency));
        sum.payments += 1;
        sum.received = sum.received.plus(one.payment.amount)?;
    }
    let shown = |(currency, sum): (Currency, Sums)| PackTotals {
        currency,
        invoices: sum.invoices,
        taxable_total: sum.taxable_total.to_decimal().to_string(),
        tax_total: sum.tax_total.to_decimal().to_string(),
        total: sum.total.to_decimal().to_string(),
        payments: sum.payments,
        received: sum.received.to_decimal().to_string(),
    };
    Ok(sums.into_iter().map(shown).collect())
}
