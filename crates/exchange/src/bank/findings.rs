//! What is said about a file: what could not be read, which rules it breaks, what is only worth knowing.

use std::fmt;

use folio_domain::bank::BankText;
use serde::{Deserialize, Serialize};

use super::words::{Say, Words};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A part of the file, or all of it, was left out.
    Unread,
    /// It was read, and contradicts itself.
    Broken,
    /// Worth knowing; nothing is wrong.
    Note,
}

macro_rules! rules {
    ($($name:ident $id:literal $severity:ident $meaning:literal;)*) => {
        /// What a finding is about. `docs/formats/bank.md` lists them.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule { $(#[doc = $meaning] $name),* }

        impl Rule {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name by which lists and programs know it.
            #[must_use]
            pub fn id(self) -> &'static str {
                match self { $(Self::$name => $id),* }
            }

            /// How much it weighs.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),* }
            }

            /// What it demands, in a sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $(Self::$name => $meaning),* }
            }
        }
    };
}

rules! {
    Empty "BANK-EMPTY" Unread "A file has something in it.";
    Size "BANK-SIZE" Unread "A file is at most 32 MiB.";
    Format "BANK-FORMAT" Unread "A file is a bank statement in one of the formats that are read.";
    Xml "BANK-XML" Unread "XML is well formed, and ends.";
    Entity "BANK-ENTITY" Unread "XML declares no document type and uses no entity of its own.";
    Depth "BANK-DEPTH" Unread "Elements are nested at most 64 deep.";
    Limit "BANK-LIMIT" Unread "A file has at most 200,000 entries, and 1,000 findings are told.";
    Line "BANK-LINE" Unread "A line has the shape that its place demands.";
    Date "BANK-DATE" Unread "A date is one.";
    Amount "BANK-AMOUNT" Unread "An amount is a number that fits its currency's decimals.";
    Currency "BANK-CURRENCY" Unread "A statement names a currency of ISO 4217 that is in use.";
    Columns "BANK-COLUMNS" Unread "What the columns of a table mean is certain.";
    Nothing "BANK-NOTHING" Unread "A statement has a balance or an entry.";
    Account "BANK-ACCOUNT" Broken "A statement names its account.";
    Sum "BANK-SUM" Broken "The opening balance and the booked entries make the closing balance.";
    Mixed "BANK-MIXED" Broken "Balances and entries are in the statement's currency.";
    When "BANK-WHEN" Broken "Dates lie near each other, and a period ends after it begins.";
    Sequence "BANK-SEQUENCE" Broken "A statement opens with what the one before closed with.";
    Stated "BANK-STATED" Broken "Counts and sums that the bank states are those of the entries.";
    Batch "BANK-BATCH" Broken "The parts of a batch make its amount.";
    Running "BANK-RUNNING" Broken "The balance after each line is the one before and the line's amount.";
    Encoding "BANK-ENCODING" Note "Text is UTF-8 or says what it is.";
    MonthEnd "BANK-MONTH-END" Note "29 and 30 February, as banks count interest by months of thirty days, are the month's last day.";
    Iban "BANK-IBAN" Note "The check digits of an IBAN fit.";
    Unnamed "BANK-UNNAMED" Note "A table may leave its account to the person who reads it.";
    Pending "BANK-PENDING" Note "Entries that are not booked count in no sum.";
    Remark "BANK-REMARK" Note "A line of a table that holds one text alone and no digit is no entry.";
    Whole "BANK-WHOLE" Note "A batch that does not say its parts' amounts is one entry.";
}

impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// Where in a file something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// The line, from 1, as a text editor counts; 0 for the file as a whole.
    pub line: u32,
    /// The field or the path to the element; empty where a line says enough.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub path: String,
}

impl Place {
    /// A place in a line.
    pub(crate) fn new(line: u32, path: impl Into<String>) -> Self {
        Self {
            line,
            path: path.into(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.path.as_str()) {
            (0, "") => f.write_str("the file"),
            (0, path) => f.write_str(path),
            (line, "") => write!(f, "line {line}"),
            (line, path) => write!(f, "line {line}, {path}"),
        }
    }
}

/// Something that is said about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// What it is about.
    pub rule: Rule,
    /// How much it weighs: the rule's own weight.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is the matter, in English.
    pub words: String,
    /// The same as a text of `bank_words.ftl`, for screens.
    #[serde(skip)]
    pub text: BankText,
}

impl Finding {
    pub(crate) fn new(rule: Rule, place: Place, words: Words) -> Self {
        Self {
            rule,
            severity: rule.severity(),
            place,
            words: words.english,
            text: words.text,
        }
    }
}

const FINDINGS_MAX: usize = 1_000;

/// Findings as they come in.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    left_out: usize,
}

impl Findings {
    pub(crate) fn add(&mut self, rule: Rule, place: Place, words: Words) {
        self.push(Finding::new(rule, place, words));
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        // What holds for a whole file, or for many of its entries alike, is told where it is met first.
        let once = matches!(
            finding.rule,
            Rule::Encoding | Rule::Pending | Rule::Unnamed | Rule::Iban | Rule::Remark
        );
        if once && self.list.iter().any(|known| known.rule == finding.rule) {
            return;
        }
        if self.list.len() < FINDINGS_MAX {
            self.list.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    pub(crate) fn has_unread(&self) -> bool {
        self.list
            .iter()
            .any(|finding| finding.severity == Severity::Unread)
    }

    pub(crate) fn into_list(mut self) -> Vec<Finding> {
        if self.left_out > 0 {
            let english = format!("{} more findings are not told one by one", self.left_out);
            let words = Words::new(Say::MoreFindings, english).count("count", self.left_out);
            self.list.push(Finding::new(Rule::Limit, Place::default(), words));
        }
        self.list
    }
}
