//! Why a mutation, query or command is refused: a code that screens branch on, and a reason that a person reads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::MoneyError;

/// What kind of refusal it is; screens branch on this alone.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// There is no such thing, or it is not yours: the two are never told apart.
    NotFound,
    /// Your role does not allow it.
    Forbidden,
    /// An argument breaks a rule.
    Invalid,
    /// The record is no longer as it was seen.
    Changed,
    /// A limit of size or number is reached.
    Limit,
}

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:ident, $key:literal;)*) => {
        /// The rule that was broken.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Reason { $($(#[$doc])* $name),* }

        impl Reason {
            /// All of them.
            pub const ALL: &'static [Reason] = &[$(Reason::$name),*];

            /// The id of its text in `errors.ftl`.
            #[must_use]
            pub fn message_key(self) -> &'static str {
                match self { $(Reason::$name => $key),* }
            }

            /// The code it travels under.
            #[must_use]
            pub fn code(self) -> Code {
                match self { $(Reason::$name => Code::$code),* }
            }
        }
    };
}

reasons! {
    /// Not there, or not yours.
    NotFound = NotFound, "refused-not-found";
    /// The role does not allow it.
    Forbidden = Forbidden, "refused-forbidden";
    /// The id is taken by another record.
    IdTaken = Invalid, "refused-id-taken";
    /// A text that must not be empty is empty (`field`).
    Empty = Invalid, "refused-empty";
    /// A text is longer than `max` characters (`field`).
    TooLong = Limit, "refused-too-long";
    /// A number is outside what is allowed (`field`).
    OutOfRange = Invalid, "refused-out-of-range";
    /// An e-mail address is not one.
    NotAnEmail = Invalid, "refused-not-an-email";
    /// An amount cannot be held.
    AmountTooLarge = Invalid, "refused-amount-too-large";
    /// Two currencies met.
    MixedCurrencies = Invalid, "refused-mixed-currencies";
    /// A value does not fit its field (`field`).
    BadValue = Invalid, "refused-bad-value";
    /// There is no field of that name (`field`).
    UnknownField = Invalid, "refused-unknown-field";
    /// An invoice needs a client.
    NoClient = Invalid, "refused-no-client";
    /// An invoice needs a line.
    NoLines = Invalid, "refused-no-lines";
    /// The due date is before the issue date.
    DueBeforeIssue = Invalid, "refused-due-before-issue";
    /// The draft is not as it was seen when it was issued.
    DraftChanged = Changed, "refused-draft-changed";
    /// The draft is waiting to be issued, or gone.
    DraftClosed = Changed, "refused-draft-closed";
    /// A number series has spent numbers and cannot go back.
    SeriesInUse = Invalid, "refused-series-in-use";
    /// A number pattern has no place for the number, or more than one.
    BadPattern = Invalid, "refused-bad-pattern";
    /// Other invoices have the number that would be taken and too many after it (`number`).
    NumberTaken = Changed, "refused-number-taken";
    /// The invoice is dated more than a year ahead (`field`, `latest`).
    TooFarAhead = Invalid, "refused-too-far-ahead";
    /// A letter of the invoice has no glyph (`letter`, `field`).
    NoGlyph = Invalid, "refused-no-glyph";
    /// The e-invoice that the client gets still asks for something.
    EinvoiceIncomplete = Invalid, "refused-einvoice-incomplete";
    /// More is set against invoices than was paid.
    OverAllocated = Invalid, "refused-over-allocated";
    /// More is set against the invoice than it still asks (`number`).
    OverPaid = Invalid, "refused-over-paid";
    /// A payment must be more than nothing.
    NotPositive = Invalid, "refused-not-positive";
    /// The payment is reversed already, or is itself a reversal.
    CannotReverse = Changed, "refused-cannot-reverse";
    /// The invoice belongs to another client.
    OtherClient = Invalid, "refused-other-client";
    /// A credit note cannot be credited.
    CreditOfCredit = Invalid, "refused-credit-of-credit";
    /// Nothing of the invoice is left to credit (`number`).
    NothingToCredit = Changed, "refused-nothing-to-credit";
    /// A credit note must give something back.
    CreditsNothing = Invalid, "refused-credits-nothing";
    /// An invoice that is no credit note asks for less than nothing.
    BelowNothing = Invalid, "refused-below-nothing";
    /// More is credited than is left of the invoice (`number`).
    OverCredited = Changed, "refused-over-credited";
    /// More of a tax is credited than is left of the invoice's (`number`, `tax`, `percent`).
    OverCreditedTax = Changed, "refused-over-credited-tax";
    /// A credit note keeps its invoice's client, currency and kind of prices.
    CreditFixed = Invalid, "refused-credit-fixed";
    /// A credit note is dated before its invoice (`field`, `earliest`).
    CreditBeforeInvoice = Invalid, "refused-credit-before-invoice";
    /// More of a credit note is used than is left of it.
    OverSetOff = Changed, "refused-over-set-off";
    /// Both number series are written alike.
    SamePattern = Invalid, "refused-same-pattern";
    /// The last owner cannot leave.
    LastOwner = Invalid, "refused-last-owner";
    /// The change was taken back while it was held.
    Undone = Changed, "refused-undone";
    /// The file was imported before.
    AlreadyImported = Changed, "refused-already-imported";
    /// Another import was made or undone since this one was looked at.
    ImportMeanwhile = Changed, "refused-import-meanwhile";
    /// Something has happened to what the import brought (`what`, `label`; `rest` and `more` say whether and how much else).
    ImportTouched = Changed, "refused-import-touched";
    /// The import was made before it was kept what an import brings.
    ImportNotKept = Invalid, "refused-import-not-kept";
    /// The file is too large (`max`).
    FileTooLarge = Limit, "refused-file-too-large";
    /// A logo is neither PNG, JPEG nor SVG.
    LogoKind = Invalid, "refused-logo-kind";
    /// A logo cannot be read: it is broken, or it has no size.
    LogoBroken = Invalid, "refused-logo-broken";
    /// A logo is in a printer's colours (CMYK), which a paper for screens and printers alike cannot hold.
    LogoColours = Invalid, "refused-logo-colours";
    /// An SVG logo holds text or pictures, which look different wherever they are drawn.
    LogoText = Invalid, "refused-logo-text";
    /// Too many at once (`max`).
    TooMany = Limit, "refused-too-many";
}

/// A refusal with what its text needs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{message_key}")]
pub struct Refusal {
    /// The kind of refusal.
    pub code: Code,
    /// The text's id in `errors.ftl`.
    pub message_key: String,
    /// What the text mentions: field names, limits, numbers.
    pub params: BTreeMap<String, String>,
}

impl Refusal {
    /// A refusal for `reason`.
    #[must_use]
    pub fn new(reason: Reason) -> Self {
        Self {
            code: reason.code(),
            message_key: reason.message_key().to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }

    /// A refusal about one field.
    #[must_use]
    pub fn field(reason: Reason, field: &str) -> Self {
        Self::new(reason).with("field", field)
    }

    /// Not there, or not yours.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(Reason::NotFound)
    }
}

impl From<MoneyError> for Refusal {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::MixedCurrencies(..) => Self::new(Reason::MixedCurrencies),
            MoneyError::UnknownCurrency(code) => {
                Self::field(Reason::BadValue, "currency").with("value", code)
            }
            MoneyError::TooLarge => Self::new(Reason::AmountTooLarge),
        }
    }
}

/// Checks that `text` is neither blank nor over `max` characters.
///
/// # Errors
/// [`Reason::Empty`] or [`Reason::TooLong`] naming `field`.
pub fn require_text(field: &str, text: &str, max: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        return Err(Refusal::field(Reason::Empty, field));
    }
    limit_text(field, text, max)
}

/// Checks that `text` is not over `max` characters.
///
/// # Errors
/// [`Reason::TooLong`] naming `field`.
pub fn limit_text(field: &str, text: &str, max: usize) -> Result<(), Refusal> {
    if text.chars().count() > max {
        return Err(Refusal::field(Reason::TooLong, field).with("max", max));
    }
    Ok(())
}

/// Checks the shape of an e-mail address: one `@`, something before it, a dotted or local name after it, no blanks.
///
/// # Errors
/// [`Reason::NotAnEmail`].
pub fn require_email(text: &str) -> Result<(), Refusal> {
    let parts: Vec<&str> = text.split('@').collect();
    let ok = matches!(parts.as_slice(), [name, host] if !name.is_empty() && !host.is_empty())
        && !text.contains(char::is_whitespace)
        && text.len() <= 254;
    if ok {
        Ok(())
    } else {
        Err(Refusal::new(Reason::NotAnEmail).with("value", text))
    }
}
