//! The bookkeeper's pack of a month: one ZIP with every PDF, the invoices and payments as CSV and as a workbook, the
//! files of accounting programs, and a manifest with the hash of each file, the totals and the trail's end. The same
//! input gives the same bytes.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe before it; amounts, which may begin with a
//! minus, are left as they are. `docs/formats/books.md` says what each file holds.

mod accounting;
mod cells;
mod manifest;
mod names;
mod rows;
mod workbook;

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Seek, Write};

use folio_domain::books::DatevSettings;
use folio_domain::clients::Client;
use folio_domain::invoices::{Invoice, InvoicePdf, InvoiceStanding};
use folio_domain::organisations::Organisation;
use folio_domain::payments::Payment;
use folio_domain::trail::{TrailHead, sha256_hex};
use folio_domain::{ClientId, InvoiceId, Money, MoneyError, OrgId, PaymentId};
use jiff::ToSpan;
use jiff::civil::Date;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub(crate) use self::names::safe as safe_name;

pub use self::manifest::{LeftOut, LeftOutReason, Manifest, PackTotals, PackedFile, manifest_of};

/// Why a pack cannot be written.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// There is no such month.
    #[error("{0}-{1} is not a month")]
    NotAMonth(i16, i8),
    /// A sum that cannot be held.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// The file is none of the pack's.
    #[error("invoice {0} is not in the pack, or its PDF was added before")]
    UnexpectedPdf(InvoiceId),
    /// The file is not the one that was rendered when the invoice was issued.
    #[error("the PDF of invoice {0} is not the one that was issued")]
    PdfDiffers(String),
    /// The caller could not give the file.
    #[error("the PDF of invoice {number} could not be read")]
    PdfUnreadable {
        /// The invoice's number.
        number: String,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// The archive could not be written.
    #[error(transparent)]
    Zip(#[from] ZipError),
    /// The archive could not be written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
    /// A table could not be written.
    #[error(transparent)]
    Csv(#[from] csv::Error),
    /// The workbook could not be written.
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The manifest could not be written.
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// An invoice of the pack.
#[derive(Clone, Copy, Debug)]
pub struct PackInvoice<'a> {
    /// Its id.
    pub id: InvoiceId,
    /// The invoice.
    pub invoice: &'a Invoice,
    /// Where it stands.
    pub standing: &'a InvoiceStanding,
    /// Its PDF; none while it is not rendered.
    pub pdf: Option<&'a InvoicePdf>,
}

/// A payment of the pack.
#[derive(Clone, Debug)]
pub struct PackPayment<'a> {
    /// Its id.
    pub id: PaymentId,
    /// The payment.
    pub payment: &'a Payment,
    /// The client's name.
    pub client_name: &'a str,
    /// What it is set against.
    pub allocations: Vec<PackAllocation<'a>>,
}

/// What of a payment is set against one invoice.
#[derive(Clone, Copy, Debug)]
pub struct PackAllocation<'a> {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: &'a str,
    /// How much; below zero in a reversal.
    pub amount: Money,
}

/// What goes into a pack.
#[derive(Clone, Debug)]
pub struct MonthPack<'a> {
    /// The organisation's id.
    pub org_id: OrgId,
    /// The organisation.
    pub organisation: &'a Organisation,
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// The invoices of the month, in any order.
    pub invoices: Vec<PackInvoice<'a>>,
    /// The payments of the month, reversals included, in any order.
    pub payments: Vec<PackPayment<'a>>,
    /// The clients of both.
    pub clients: BTreeMap<ClientId, &'a Client>,
    /// What DATEV must be told; without it there is a file for DATEV only where the business is in its countries.
    pub datev: Option<DatevSettings>,
    /// The trail's end when the pack was made: a proof that nothing before it was rewritten.
    pub trail: TrailHead,
}

impl MonthPack<'_> {
    /// What the archive is called: `2026-03 Studio Kolam.zip`.
    #[must_use]
    pub fn file_name(&self) -> String {
        let stem = format!("{:04}-{:02} {}", self.year, self.month, self.organisation.name);
        format!("{}.zip", names::safe(&stem))
    }
}

/// The first and the last day of a month.
///
/// # Errors
/// [`PackError::NotAMonth`].
pub fn days_of(year: i16, month: i8) -> Result<(Date, Date), PackError> {
    let no_month = |_error| PackError::NotAMonth(year, month);
    let first = Date::new(year, month, 1).map_err(no_month)?;
    let next = first.checked_add(1.month()).map_err(no_month)?;
    Ok((first, next.yesterday().map_err(no_month)?))
}

/// Writes a pack; `pdf` gives the bytes of an invoice's PDF and is asked once for each invoice that has one, so that
/// only one is in memory at a time.
///
/// # Errors
/// As [`PackWriter`].
pub fn write_month_pack<W: Write + Seek>(
    pack: &MonthPack<'_>,
    mut pdf: impl FnMut(InvoiceId) -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>>,
    out: W,
) -> Result<Manifest, PackError> {
    let mut writer = PackWriter::begin(pack, out)?;
    for id in writer.wanted() {
        let bytes = pdf(id).map_err(|source| PackError::PdfUnreadable {
            number: writer.number(id),
            source,
        })?;
        writer.add_pdf(id, &bytes)?;
    }
    Ok(writer.finish()?.0)
}

/// Writes a pack piece by piece, for callers that fetch the PDFs as they go.
pub struct PackWriter<'p, W: Write + Seek> {
    zip: ZipWriter<W>,
    invoices: Vec<PackInvoice<'p>>,
    paths: BTreeMap<InvoiceId, String>,
    added: BTreeSet<InvoiceId>,
    manifest: Manifest,
}

impl<'p, W: Write + Seek> PackWriter<'p, W> {
    /// Begins a pack with its tables.
    ///
    /// # Errors
    /// No such month, sums that cannot be held, or a writer that fails.
    pub fn begin(pack: &MonthPack<'p>, out: W) -> Result<Self, PackError> {
        let mut invoices = pack.invoices.clone();
        invoices.sort_by(|left, right| {
            let key = |one: &PackInvoice<'_>| (one.invoice.issue_date, one.invoice.number.clone(), one.id);
            key(left).cmp(&key(right))
        });
        let mut payments = pack.payments.clone();
        // No money came with a set-off, and it moves nothing from one client's account to another.
        payments.retain(|one| one.payment.sets_off.is_none());
        payments.sort_by_key(|one| (one.payment.received_on, one.id));
        let paths = names::paths(&invoices);
        let manifest = Manifest::new(pack, &invoices, &payments)?;
        let mut writer = Self {
            zip: ZipWriter::new(out),
            invoices,
            paths,
            added: BTreeSet::new(),
            manifest,
        };
        writer.add_tables(&payments)?;
        for file in accounting::files(pack, &writer.invoices, &payments)? {
            writer.add(&file.path, &file.bytes, CompressionMethod::Deflated)?;
            writer.manifest.left_out.extend(file.left_out);
        }
        Ok(writer)
    }

    /// Adds what people read: two tables as CSV, and all of them as a workbook.
    fn add_tables(&mut self, payments: &[PackPayment<'_>]) -> Result<(), PackError> {
        let invoices = rows::invoices(&self.invoices, &self.paths);
        let payments = rows::payments(payments)?;
        let sheets = [
            ("Invoices", &invoices),
            ("Lines", &rows::lines(&self.invoices)?),
            ("Payments", &payments),
            ("Totals", &rows::totals(&self.manifest.totals)),
        ];
        let workbook = workbook::workbook(&sheets)?;
        self.add("invoices.csv", &invoices.csv()?, CompressionMethod::Deflated)?;
        self.add("payments.csv", &payments.csv()?, CompressionMethod::Deflated)?;
        // A workbook is compressed in itself.
        self.add("books.xlsx", &workbook, CompressionMethod::Stored)
    }

    /// The invoices whose PDFs are still to be added, in the pack's order.
    #[must_use]
    pub fn wanted(&self) -> Vec<InvoiceId> {
        let open = self
            .invoices
            .iter()
            .filter(|one| one.pdf.is_some() && !self.added.contains(&one.id));
        open.map(|one| one.id).collect()
    }

    fn number(&self, id: InvoiceId) -> String {
        let found = self.invoices.iter().find(|one| one.id == id);
        found.map(|one| one.invoice.number.clone()).unwrap_or_default()
    }

    /// Adds the PDF of an invoice.
    ///
    /// # Errors
    /// A file that is none of the pack's, or not the one that was issued, or a writer that fails.
    pub fn add_pdf(&mut self, id: InvoiceId, bytes: &[u8]) -> Result<(), PackError> {
        let wanted = self
            .invoices
            .iter()
            .find(|one| one.id == id)
            .and_then(|one| Some((one.invoice, one.pdf?)));
        let (Some((invoice, pdf)), Some(path)) = (wanted, self.paths.get(&id).cloned()) else {
            return Err(PackError::UnexpectedPdf(id));
        };
        if sha256_hex(bytes) != pdf.sha256 {
            return Err(PackError::PdfDiffers(invoice.number.clone()));
        }
        if !self.added.insert(id) {
            return Err(PackError::UnexpectedPdf(id));
        }
        self.add(&path, bytes, CompressionMethod::Stored)
    }

    /// Ends the pack with its manifest. Invoices whose PDF was not added are named in it.
    ///
    /// # Errors
    /// A writer that fails.
    pub fn finish(mut self) -> Result<(Manifest, W), PackError> {
        let missing = self.invoices.iter().filter(|one| !self.added.contains(&one.id));
        self.manifest.pdfs_missing = missing.map(|one| one.invoice.number.clone()).collect();
        let mut json = serde_json::to_vec_pretty(&self.manifest)?;
        json.push(b'\n');
        self.start("manifest.json", CompressionMethod::Deflated)?;
        self.zip.write_all(&json)?;
        Ok((self.manifest, self.zip.finish()?))
    }

    fn add(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) -> Result<(), PackError> {
        self.start(path, method)?;
        self.zip.write_all(bytes)?;
        self.manifest.files.push(PackedFile {
            path: path.to_owned(),
            size_bytes: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            sha256: sha256_hex(bytes),
        });
        Ok(())
    }

    fn start(&mut self, path: &str, method: CompressionMethod) -> Result<(), PackError> {
        // No clock: the same pack has the same bytes whenever it is made.
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        Ok(self.zip.start_file(path, options)?)
    }
}
