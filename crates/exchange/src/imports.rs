//! What every import gives: the batch to commit, and a report that a person reads first.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::imports::{ImportBatch, imported_id};
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

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)*) => {
        /// Why a line is refused or doubtful.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Message { $($(#[$doc])* $name),* }

        impl Message {
            /// The id of its text in `imports.ftl`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Message::$name => $key),* }
            }
        }

        /// The ids of all texts; `imports.ftl` has each in every language.
        pub const MESSAGE_KEYS: &[&str] = &[$($key),*];
    };
}

messages! {
    /// None of the files that are known.
    FileUnknown = "import-file-unknown";
    /// Nothing in it.
    FileEmpty = "import-file-empty";
    /// More bytes than can be read (`max`).
    FileTooLarge = "import-file-too-large";
    /// Its encoding was guessed.
    EncodingGuessed = "import-encoding-guessed";
    /// A quoted cell does not end.
    QuoteUnclosed = "import-quote-unclosed";
    /// More cells than the header has.
    RowTooWide = "import-row-too-wide";
    /// A cell that must hold a number holds none (`column`, `value`).
    NumberUnreadable = "import-number-unreadable";
    /// Nothing in the file says whether it is a thousand or one and a bit (`column`, `value`, `read_as`).
    NumberAmbiguous = "import-number-ambiguous";
    /// A cell that must hold a date holds none (`column`, `value`).
    DateUnreadable = "import-date-unreadable";
    /// Nothing in the file says whether day or month comes first (`value`, `read_as`).
    DateAmbiguous = "import-date-ambiguous";
    /// No date (`column`).
    DateMissing = "import-date-missing";
    /// Not a currency (`value`).
    CurrencyUnknown = "import-currency-unknown";
    /// The amount bears another currency than the row (`value`, `currency`).
    CurrencyDiffers = "import-currency-differs";
    /// More decimals than the currency has (`column`, `value`, `currency`).
    AmountTooFine = "import-amount-too-fine";
    /// A text is too long, or a number beyond what is possible (`column`).
    ValueRefused = "import-value-refused";
    /// A client without a name.
    ClientNameless = "import-client-nameless";
    /// Two clients of one name (`client`, `line`).
    ClientTwice = "import-client-twice";
    /// An invoice or payment names no client, or one that is in none of the files (`client`).
    ClientMissing = "import-client-missing";
    /// The client was refused (`client`).
    ClientRefused = "import-client-refused";
    /// Not a country; kept as a line of the address (`value`).
    CountryUnknown = "import-country-unknown";
    /// Not an e-mail address; left out (`value`).
    EmailUnreadable = "import-email-unreadable";
    /// An invoice without a number.
    InvoiceNumberMissing = "import-invoice-number-missing";
    /// A number that another invoice of the files bears (`number`, `line`).
    InvoiceNumberTwice = "import-invoice-number-twice";
    /// A number that an invoice here bears (`number`).
    InvoiceNumberInUse = "import-invoice-number-in-use";
    /// A draft in the source (`number`).
    InvoiceDraft = "import-invoice-draft";
    /// Cancelled or reversed in the source (`number`).
    InvoiceCancelled = "import-invoice-cancelled";
    /// No line items: one line with the amount stands for them (`number`).
    InvoiceNoItems = "import-invoice-no-items";
    /// The due date lies before the date (`number`).
    DueBeforeIssue = "import-due-before-issue";
    /// No amount stated: the computed one is taken (`number`, `computed`).
    TotalMissing = "import-total-missing";
    /// The lines do not add up to the stated amount (`number`, `stated`, `computed`).
    TotalDiffers = "import-total-differs";
    /// They differ by rounding; a line makes up for it (`number`, `stated`, `computed`, `difference`).
    TotalRounded = "import-total-rounded";
    /// No column says whether prices contain tax; the amount says they do (`number`).
    TaxesIncluded = "import-taxes-included";
    /// No column says whether a discount is a percentage; the amount says it is none (`number`).
    DiscountAsAmount = "import-discount-as-amount";
    /// The balance does not fit the amount (`number`, `amount`, `balance`).
    BalanceOdd = "import-balance-odd";
    /// The balance says more was paid than the payments do (`number`, `amount`).
    PaidUnrecorded = "import-paid-unrecorded";
    /// A payment for an invoice that is in none of the files (`number`).
    PaymentUnknownInvoice = "import-payment-unknown-invoice";
    /// A payment for an invoice that was refused (`number`).
    PaymentInvoiceRefused = "import-payment-invoice-refused";
    /// A payment for an invoice of another client (`number`, `client`).
    PaymentOtherClient = "import-payment-other-client";
    /// More than the invoice took; the rest comes as credit (`number`, `amount`).
    PaymentOverBalance = "import-payment-over-balance";
    /// The source says no more was paid than came before (`number`, `amount`).
    PaymentCovered = "import-payment-covered";
    /// For several invoices: it comes as one payment for each (`numbers`).
    PaymentSeveral = "import-payment-several";
    /// For no invoice: it comes as credit.
    PaymentNoInvoice = "import-payment-no-invoice";
    /// A payment without an amount.
    PaymentNothing = "import-payment-nothing";
    /// A payment that failed in the source (`status`).
    PaymentFailed = "import-payment-failed";
    /// Two payments bear one number (`number`, `line`).
    PaymentTwice = "import-payment-twice";
}

/// Issues as they are found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    found: Vec<Issue>,
}

/// A message with what its text mentions.
pub(crate) type Trouble = (Message, Vec<(&'static str, String)>);

/// The most characters of a value that a report repeats.
const VALUE_CHARS_MAX: usize = 80;

impl Findings {
    pub(crate) fn refuse(&mut self, file: &str, line: u32, trouble: Trouble) {
        self.note(file, line, true, trouble);
    }

    pub(crate) fn doubt(&mut self, file: &str, line: u32, trouble: Trouble) {
        self.note(file, line, false, trouble);
    }

    fn note(&mut self, file: &str, line: u32, refused: bool, (message, params): Trouble) {
        let shortened = |value: String| match value.char_indices().nth(VALUE_CHARS_MAX) {
            Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
            None => value,
        };
        let params = params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), shortened(value)))
            .collect();
        self.found.push(Issue {
            file: file.to_owned(),
            line,
            refused,
            message_key: message.key(),
            params,
        });
    }

    /// The issues by file, in the order of `files`, and line.
    pub(crate) fn sorted(mut self, files: &[NamedFile<'_>]) -> Vec<Issue> {
        let place = |issue: &Issue| files.iter().position(|file| file.name == issue.file);
        self.found
            .sort_by(|left, right| (place(left), left).cmp(&(place(right), right)));
        self.found
    }
}
