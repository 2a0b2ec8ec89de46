//! Why lines are refused or doubtful, and the lines of which it was found.

use super::Issue;

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
    /// None of the files that are known (`tools`).
    FileUnknown = "import-file-unknown";
    /// None of the chosen tool's files (`tool`).
    FileNotOfTool = "import-file-not-of-tool";
    /// Another tool's file (`tool`, `looks_like`).
    FileOfOtherTool = "import-file-of-other-tool";
    /// Invoices without line items: each comes as one line.
    FileNoItems = "import-file-no-items";
    /// A file that states no amounts of invoices.
    FileNoTotals = "import-file-no-totals";
    /// No payments are listed: for what is paid, one payment each is added.
    FileNoPayments = "import-file-no-payments";
    /// Payments that do not say for which invoices they are.
    FilePaymentsSpread = "import-file-payments-spread";
    /// Rows that are neither an invoice nor a payment nor a client (`kind`, `count`).
    RowsLeftOut = "import-rows-left-out";
    /// Nothing in it.
    FileEmpty = "import-file-empty";
    /// A table of which it is not known what its columns mean, or that lacks one that is needed.
    TableUnread = "import-table-unread";
    /// A workbook that unpacks to more than can be read.
    WorkbookTooLarge = "import-workbook-too-large";
    /// A workbook that is none, or locked.
    WorkbookUnreadable = "import-workbook-unreadable";
    /// More bytes than can be read (`max`).
    FileTooLarge = "import-file-too-large";
    /// Its encoding was guessed.
    EncodingGuessed = "import-encoding-guessed";
    /// A quoted cell does not end.
    QuoteUnclosed = "import-quote-unclosed";
    /// A card of an address book without an end.
    CardUnclosed = "import-card-unclosed";
    /// A card of a version that is not read (`value`).
    CardVersion = "import-card-version";
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
    /// The tax stands in no column; the amount says what it is (`number`, `percent`).
    TaxFromTotal = "import-tax-from-total";
    /// No column says whether prices contain tax; the amount says they do (`number`).
    TaxesIncluded = "import-taxes-included";
    /// No column says whether a discount is a percentage; the amount says it is none (`number`).
    DiscountAsAmount = "import-discount-as-amount";
    /// The balance does not fit the amount (`number`, `amount`, `balance`).
    BalanceOdd = "import-balance-odd";
    /// Partially paid, and nothing says how much (`number`).
    PaidUnknown = "import-paid-unknown";
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
    /// What is left of a payment after the client's invoices (`amount`): it comes as credit.
    PaymentRest = "import-payment-rest";
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

    /// Whether `message` is among them.
    pub(crate) fn has(&self, message: Message) -> bool {
        self.found.iter().any(|issue| issue.message_key == message.key())
    }

    /// The issues by file, in the order of `files`, and line.
    pub(crate) fn sorted(mut self, files: &[String]) -> Vec<Issue> {
        let place = |issue: &Issue| files.iter().position(|file| *file == issue.file);
        self.found
            .sort_by(|left, right| (place(left), left).cmp(&(place(right), right)));
        self.found
    }
}
