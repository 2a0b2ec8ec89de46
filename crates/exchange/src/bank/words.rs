//! What is the matter with a file, twice: in English for terminals and logs, and as a text of `bank_words.ftl` with what it
//! mentions, for screens in any language.

use folio_domain::bank::{BankParam, BankText};
use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::text;

/// How deep elements may be nested.
pub(crate) const DEPTH_MAX: usize = 64;
/// The most elements of a file.
pub(crate) const ELEMENTS_MAX: usize = 2_000_000;

macro_rules! says {
    ($($name:ident $key:literal;)*) => {
        /// The texts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Say { $($name),* }

        impl Say {
            fn key(self) -> &'static str {
                match self { $(Self::$name => $key),* }
            }
        }
    };
}

says! {
    Empty "bank-says-empty";
    Size "bank-says-size";
    Archive "bank-says-archive";
    Pdf "bank-says-pdf";
    Binary "bank-says-binary";
    Notification "bank-says-notification";
    OtherXml "bank-says-other-xml";
    OtherForm "bank-says-other-form";
    Encoding "bank-says-encoding";
    NoStatement "bank-says-no-statement";
    EmptyStatement "bank-says-empty-statement";
    MoreFindings "bank-says-more-findings";
    MoreEntries "bank-says-more-entries";
    MoreElements "bank-says-more-elements";
    TooDeep "bank-says-too-deep";
    Malformed "bank-says-malformed";
    CutOff "bank-says-cut-off";
    DocumentType "bank-says-document-type";
    Entity "bank-says-entity";
    Securities "bank-says-securities";
    BankError "bank-says-bank-error";
    Correction "bank-says-correction";
    NoDate "bank-says-no-date";
    DateMissing "bank-says-date-missing";
    MonthEnd "bank-says-month-end";
    NoAmount "bank-says-no-amount";
    AmountMissing "bank-says-amount-missing";
    AmountLarge "bank-says-amount-large";
    Decimals "bank-says-decimals";
    NoCurrency "bank-says-no-currency";
    NoCurrencyLeft "bank-says-no-currency-left";
    CurrencyMissing "bank-says-currency-missing";
    NoDirection "bank-says-no-direction";
    DirectionMissing "bank-says-direction-missing";
    InAndOut "bank-says-in-and-out";
    NeitherInNorOut "bank-says-neither-in-nor-out";
    Pending "bank-says-pending";
    PendingUndated "bank-says-pending-undated";
    Remark "bank-says-remark";
    NoStatus "bank-says-no-status";
    PartsSilent "bank-says-parts-silent";
    PartsDiffer "bank-says-parts-differ";
    ForeignField "bank-says-foreign-field";
    SecondBalance "bank-says-second-balance";
    NoBalance "bank-says-no-balance";
    NoSum "bank-says-no-sum";
    ShapeDate "bank-says-shape-date";
    ShapeMark "bank-says-shape-mark";
    ShapeAmount "bank-says-shape-amount";
    OpenQuote "bank-says-open-quote";
    NoColumn "bank-says-no-column";
    NoHeadings "bank-says-no-headings";
    NoDateColumn "bank-says-no-date-column";
    NoAmountColumn "bank-says-no-amount-column";
    MixedAmountColumns "bank-says-mixed-amount-columns";
    TwoColumns "bank-says-two-columns";
    OthersAccounts "bank-says-others-accounts";
    SeveralSigns "bank-says-several-signs";
    MixedMarks "bank-says-mixed-marks";
    MixedGroups "bank-says-mixed-groups";
    OpenAmounts "bank-says-open-amounts";
    MixedDates "bank-says-mixed-dates";
    OpenDates "bank-says-open-dates";
    Running "bank-says-running";
    Account "bank-says-account";
    Unnamed "bank-says-unnamed";
    Iban "bank-says-iban";
    Mixed "bank-says-mixed";
    Sum "bank-says-sum";
    SumLarge "bank-says-sum-large";
    StatedIn "bank-says-stated-in";
    StatedOut "bank-says-stated-out";
    PeriodBackwards "bank-says-period-backwards";
    EntryFar "bank-says-entry-far";
    ValueFar "bank-says-value-far";
    Sequence "bank-says-sequence";
}

/// What is the matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) english: String,
    pub(crate) text: BankText,
}

impl Words {
    pub(crate) fn new(say: Say, english: impl Into<String>) -> Self {
        Self {
            english: english.into(),
            text: BankText::plain(say.key()),
        }
    }

    /// Mentions what stands in the file, shortened, as `value`.
    pub(crate) fn value(self, value: &str) -> Self {
        self.named("value", value)
    }

    /// Mentions what stands in the file, shortened, as `name`.
    pub(crate) fn named(self, name: &str, value: &str) -> Self {
        self.with(name, BankParam::Text(text::shortened(value)))
    }

    pub(crate) fn currency(self, name: &str, currency: Currency) -> Self {
        self.with(name, BankParam::Text(currency.code().to_owned()))
    }

    pub(crate) fn money(self, name: &str, money: Money) -> Self {
        self.with(name, BankParam::Money(money))
    }

    pub(crate) fn day(self, name: &str, day: Date) -> Self {
        self.with(name, BankParam::Day(day))
    }

    pub(crate) fn count(self, name: &str, count: usize) -> Self {
        self.with(name, BankParam::Count(u32::try_from(count).unwrap_or(u32::MAX)))
    }

    /// The same text, in other English.
    pub(crate) fn in_english(self, english: impl FnOnce(&str) -> String) -> Self {
        let english = english(&self.english);
        Self { english, ..self }
    }

    fn with(self, name: &str, param: BankParam) -> Self {
        Self {
            text: self.text.with(name, param),
            ..self
        }
    }
}

/// `value` stands where a date should.
pub(crate) fn no_date(value: &str) -> Words {
    Words::new(Say::NoDate, format!("{} is no date", text::quoted(value))).value(value)
}

/// `code` is none of a currency that is in use.
pub(crate) fn no_currency(code: &str) -> Words {
    let english = format!("{} is not a currency that is in use", text::quoted(code));
    Words::new(Say::NoCurrency, english).value(code)
}

/// More entries than are read.
pub(crate) fn more_entries() -> Words {
    let max = super::ENTRIES_MAX;
    let english = format!("more than {max} entries; the rest was left out");
    Words::new(Say::MoreEntries, english).count("max", max)
}

/// A statement without anything in it.
pub(crate) fn empty_statement() -> Words {
    let english = "neither a balance nor an entry could be read of this statement";
    Words::new(Say::EmptyStatement, english)
}

/// A declared document type.
pub(crate) fn document_type() -> Words {
    let english = "it declares a document type, which a statement has no need of and which can do harm";
    Words::new(Say::DocumentType, english)
}

/// More elements than are read.
pub(crate) fn more_elements() -> Words {
    let english = format!("more than {ELEMENTS_MAX} elements");
    Words::new(Say::MoreElements, english).count("max", ELEMENTS_MAX)
}

/// Elements nested deeper than they are read.
pub(crate) fn too_deep() -> Words {
    let english = format!("elements are nested deeper than {DEPTH_MAX}");
    Words::new(Say::TooDeep, english).count("max", DEPTH_MAX)
}
