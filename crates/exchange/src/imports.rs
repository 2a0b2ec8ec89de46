//! What other tools kept: their files read into a batch to commit, and a report that a person reads first. The
//! formats are listed in [`formats`]; what they have in common is read in one place, whatever the tool:
//!
//! ```text
//! files -> table       decoded, split, how numbers and dates are written; whose export it is
//!       -> the format  what is peculiar, brought into the common shape (`Format::prepare`)
//!       -> clients, groups, invoices (pricing), payments
//!       -> reading     the batch, the findings by line, the sums beside those of the source
//! ```

mod clients;
mod columns;
mod findings;
mod formats;
mod frappe_books;
mod freshbooks;
mod groups;
mod invoice_ninja;
mod invoices;
mod items;
mod mapped;
mod payments;
mod pricing;
mod quickbooks;
mod rates;
mod reading;
#[cfg(any(test, feature = "samples"))]
pub mod sample;
mod settling;
mod table;
mod text;
mod unfolding;
mod vcard;
mod wave;
mod xero;
mod zoho;

#[cfg(test)]
mod tests;

pub use findings::{MESSAGE_KEYS, Message};
pub use mapped::{TableLook, look as look_at_tables};
pub use reading::{Opened, detect, read};
pub use unfolding::unfolded;

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::{ImportBatch, ImportFormat, TableMapping, imported_id};
use folio_domain::organisations::Organisation;
use folio_domain::records::Kind;
use folio_domain::{Currency, Money, OrgId};
use jiff::Timestamp;
use serde::Serialize;
use uuid::Uuid;

/// The most bytes of one file.
pub const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;

/// A file as a person picked it.
#[derive(Clone, Copy, Debug)]
pub struct NamedFile<'a> {
    /// Its name, for the report.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// What an import must know of the organisation that it comes to.
#[derive(Clone, Debug)]
pub struct Settings<'a> {
    /// The organisation: the seller on what comes, and what holds where the files are silent.
    pub organisation: &'a Organisation,
    /// The time.
    pub now: Timestamp,
    /// Numbers of invoices that did not come from the same tool: they are taken.
    pub numbers_in_use: BTreeSet<String>,
    /// What earlier imports from the same tool brought.
    pub taken: Taken,
    /// What the columns of tables mean that no known tool wrote, by file; guessed of a file that is not among them.
    pub mappings: Vec<TableMapping>,
}

impl Settings<'_> {
    /// Whether `03/04` is in March where a file leaves it open: so it is written in a few countries.
    #[must_use]
    pub fn month_first(&self) -> bool {
        is_month_first(self.organisation)
    }
}

/// Whether people of the organisation's country write the month before the day.
#[must_use]
pub fn is_month_first(organisation: &Organisation) -> bool {
    matches!(
        organisation.address.country.as_str(),
        "US" | "PH" | "FM" | "MH" | "PW"
    )
}

/// What earlier imports from one tool brought of payments. Two exports of one business may tell of the same money in
/// different ways: once as an invoice's "paid to date", once payment by payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The organisation.
    pub org_id: OrgId,
    /// The payments.
    pub payments: BTreeSet<Uuid>,
    /// What they pay, by the invoice's number.
    pub allocated: BTreeMap<String, TakenOf>,
}

/// What earlier imports set against an invoice, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenOf {
    /// Payments alone.
    pub paid: i64,
    /// Payments less refunds.
    pub net: i64,
}

impl TakenOf {
    /// Adds what a payment, or below zero a refund, sets against the invoice.
    pub fn add(&mut self, minor: i64) {
        self.paid = self.paid.saturating_add(minor.max(0));
        self.net = self.net.saturating_add(minor);
    }
}

impl Taken {
    /// Nothing yet of an organisation.
    #[must_use]
    pub fn none(org_id: OrgId) -> Self {
        Self {
            org_id,
            payments: BTreeSet::new(),
            allocated: BTreeMap::new(),
        }
    }

    /// Whether an import from `source` brought the payment that it knows by `key`.
    pub(crate) fn holds(&self, source: &str, key: &str) -> bool {
        let id = || imported_id(self.org_id, source, Kind::Payment, key);
        !self.payments.is_empty() && self.payments.contains(&id())
    }

    /// What is set against an invoice already.
    pub(crate) fn of(&self, number: &str) -> TakenOf {
        self.allocated.get(number).copied().unwrap_or_default()
    }
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportPlan {
    /// The mutation's arguments.
    pub batch: ImportBatch,
    /// What comes and what does not.
    pub report: Report,
}

/// What comes and what does not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The tool whose export the files were read as; none when they are none of those that are known.
    pub format: Option<ImportFormat>,
    /// SHA-256 of the files in any order, in hex.
    pub files_sha256: String,
    /// How many clients come.
    pub clients: u32,
    /// How many invoices come.
    pub invoices: u32,
    /// How many payments come.
    pub payments: u32,
    /// Lines that are refused or doubtful, by file (in the order given) and line.
    pub issues: Vec<Issue>,
    /// Sums compared with the source, by currency.
    pub totals: Vec<Totals>,
}

/// A line that is refused, or that comes with a doubt.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Issue {
    /// The file.
    pub file: String,
    /// The line where the record begins, from 1, as a text editor counts.
    pub line: u32,
    /// Whether the line is left out; else it comes, with the doubt noted.
    pub refused: bool,
    /// The id of the reason's text in `imports.ftl`, one of [`MESSAGE_KEYS`].
    pub message_key: &'static str,
    /// What the text mentions.
    pub params: BTreeMap<String, String>,
}

/// Sums in one currency, beside those of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// The currency.
    pub currency: Currency,
    /// The invoices' amounts as the source states them, of what comes.
    pub source_invoiced: Money,
    /// The invoices' amounts as they come.
    pub invoiced: Money,
    /// The balances as the source states them, of what comes.
    pub source_balance: Money,
    /// The balances as they come.
    pub balance: Money,
    /// The payments as they come.
    pub paid: Money,
    /// The amounts that the source states for invoices that are refused, as far as they can be read.
    pub source_left_out: Money,
}
