//! Made-up exports of other tools, each with every kind of trouble in it, and the list of what must be found.

mod book;
mod business;
mod dialects;
mod hostile;
pub mod invoice_ninja;
mod ledger;
mod sheet;

use folio_domain::Currency;
use folio_domain::imports::ImportFormat;
use folio_domain::invoices::{Discount, LineItem, PricedContent, Tax, TaxCategory, TaxMode};
use rust_decimal::Decimal;

/// A line that must be refused or doubted.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExpectedIssue {
    /// The file, from 0.
    pub file: usize,
    /// The line.
    pub line: u32,
    /// Whether it is left out.
    pub refused: bool,
    /// The reason.
    pub message_key: &'static str,
}

/// What the source states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpectedTotals {
    /// The currency.
    pub currency: Currency,
    /// The amounts of the invoices, in minor units.
    pub invoiced: i64,
    /// Their balances, in minor units.
    pub balance: i64,
}

/// An export with what must be found in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleExport {
    /// The files, by name.
    pub files: Vec<(String, Vec<u8>)>,
    /// Every line that must be refused or doubted, by file and line.
    pub expected: Vec<ExpectedIssue>,
    /// What the source states of the invoices that can come, by currency.
    pub totals: Vec<ExpectedTotals>,
    /// How many invoices can come.
    pub invoices: u32,
}

/// Makes an export of `size` invoices that can come, give or take the hostile ones, as the tool writes it. The same
/// seed makes the same files.
#[must_use]
pub fn sample(format: ImportFormat, seed: u64, size: u32) -> SampleExport {
    match format {
        ImportFormat::InvoiceNinja => of_invoice_ninja(seed, size),
        ImportFormat::ZohoInvoice => ledger::sample(&dialects::ZOHO, seed, size),
        ImportFormat::QuickbooksOnline => ledger::sample(&dialects::QUICKBOOKS, seed, size),
        ImportFormat::Xero => ledger::sample(&dialects::XERO, seed, size),
        ImportFormat::Freshbooks => ledger::sample(&dialects::FRESHBOOKS, seed, size),
        ImportFormat::Wave => ledger::sample(&dialects::WAVE, seed, size),
        ImportFormat::FrappeBooks => ledger::sample(&dialects::FRAPPE_BOOKS, seed, size),
        ImportFormat::Table => ledger::sample(&dialects::TABLE, seed, size),
        ImportFormat::Vcard => book::sample(size),
    }
}

fn of_invoice_ninja(seed: u64, size: u32) -> SampleExport {
    let export = invoice_ninja::sample_invoice_ninja(seed, size);
    let contents = [export.clients_csv, export.invoices_csv, export.payments_csv];
    let names = invoice_ninja::FILE_NAMES.iter().map(|name| (*name).to_owned());
    SampleExport {
        files: names.zip(contents).collect(),
        expected: export.expected,
        totals: export.totals,
        invoices: export.invoices,
    }
}

/// Notes of lines, each hard to read in its own way.
const NOTES: [&str; 5] = [
    "",
    "two lines\nof notes",
    "tab\tinside",
    "ends with a quote\"",
    "semi;colon",
];

/// What an invoice over 246 bills, 205 without tax: the plain one beside which one thing is wrong.
fn posters(currency: Currency) -> PricedContent {
    let line = |text: &str, quantity: i64, price: i64| LineItem {
        description: text.to_owned(),
        quantity: Decimal::from(quantity),
        unit: String::new(),
        unit_price: Decimal::new(price, 2).normalize(),
        discount: Discount::None,
        taxes: vec![Tax {
            name: "VAT".into(),
            percent: Decimal::from(20),
            category: TaxCategory::Standard,
        }],
    };
    PricedContent {
        currency,
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: vec![line("Poster", 10, 1_250), line("Frame", 2, 4_000)],
    }
}
