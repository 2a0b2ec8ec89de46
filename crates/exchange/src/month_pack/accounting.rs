//! A month for accounting programs: double entry as plain text, and the files that QuickBooks, Xero and DATEV take.

mod accounts;
mod beancount;
mod books;
mod datev;
mod invoice_lines;
mod journal;
mod quickbooks;
mod xero;

use self::books::Books;
use super::manifest::LeftOut;
use super::{MonthPack, PackError, PackInvoice, PackPayment};

/// The folder of the pack that these files lie in.
const FOLDER: &str = "accounting";

/// A file of the pack.
pub(super) struct MadeFile {
    /// Its path within the pack.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What could not be put into it.
    pub(super) left_out: Vec<LeftOut>,
}

impl MadeFile {
    fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            path: format!("{FOLDER}/{name}"),
            bytes,
            left_out: Vec::new(),
        }
    }
}

/// What the files are made from, in the pack's order.
#[derive(Clone, Copy)]
struct Month<'p, 'a> {
    pack: &'p MonthPack<'a>,
    invoices: &'p [PackInvoice<'a>],
    payments: &'p [PackPayment<'a>],
}

impl Month<'_, '_> {
    /// `2026-03`
    fn stem(&self) -> String {
        format!("{:04}-{:02}", self.pack.year, self.pack.month)
    }

    fn seller_country(&self) -> &str {
        &self.pack.organisation.address.country
    }
}

/// Every file for accounting programs.
pub(super) fn files(
    pack: &MonthPack<'_>,
    invoices: &[PackInvoice<'_>],
    payments: &[PackPayment<'_>],
) -> Result<Vec<MadeFile>, PackError> {
    let month = Month {
        pack,
        invoices,
        payments,
    };
    let books = Books::of(&month)?;
    let mut files = beancount::files(&month, &books);
    files.push(journal::file(&month, &books));
    files.extend(quickbooks::files(&month)?);
    files.extend(xero::files(&month)?);
    files.extend(datev::file(&month)?);
    Ok(files)
}
