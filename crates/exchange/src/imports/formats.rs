//! The formats that can be read. One more is a file with its columns and its peculiarities, and a line in each of
//! two lists: [`ImportFormat`] and [`of`].

use folio_domain::imports::ImportFormat;

use super::columns::{Column, FileKind, Named};
use super::findings::Findings;
use super::table::Table;
use super::{frappe_books, freshbooks, invoice_ninja, mapped, quickbooks, vcard, wave, xero, zoho};

/// How the files of a tool are read.
pub(crate) struct Format {
    /// Which tool.
    pub(crate) format: ImportFormat,
    /// What a file with these folded headings lists; none when it is none of the tool's.
    pub(crate) kind_of: fn(&[String]) -> Option<FileKind>,
    /// What the columns say, in files of one kind or of any; the first that fits counts.
    pub(crate) columns: &'static [(Option<FileKind>, &'static [Named])],
    /// Headings that no other tool uses.
    pub(crate) marks: &'static [&'static str],
    /// Answers to questions that the files do not answer because the tool knows but one.
    pub(crate) always: &'static [(Column, bool)],
    /// Brings what is peculiar into the common shape, before numbers and dates are looked at.
    pub(crate) prepare: for<'a> fn(Vec<Table<'a>>, &mut Findings) -> Vec<Table<'a>>,
    /// Whether payments say nothing of the invoices that they are for.
    pub(crate) payments_name_no_invoice: bool,
    /// Whether amounts contain tax that no column shows.
    pub(crate) hides_tax: bool,
}

/// A format without peculiarities.
pub(crate) fn as_it_is<'a>(tables: Vec<Table<'a>>, _findings: &mut Findings) -> Vec<Table<'a>> {
    tables
}

/// How a tool's files are read.
pub(crate) fn of(format: ImportFormat) -> &'static Format {
    match format {
        ImportFormat::InvoiceNinja => &invoice_ninja::FORMAT,
        ImportFormat::ZohoInvoice => &zoho::FORMAT,
        ImportFormat::QuickbooksOnline => &quickbooks::FORMAT,
        ImportFormat::Xero => &xero::FORMAT,
        ImportFormat::Freshbooks => &freshbooks::FORMAT,
        ImportFormat::Wave => &wave::FORMAT,
        ImportFormat::FrappeBooks => &frappe_books::FORMAT,
        ImportFormat::Vcard => &vcard::FORMAT,
        ImportFormat::Table => &mapped::FORMAT,
    }
}
