//! Bank statements that a person opened: what the files say, put so that it can be read and worked with. A view of
//! files; nothing of it is kept.

mod mentions;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Currency, Money};

pub use mentions::only_mentioned;

/// The most bytes of the files that are opened together.
pub const BANK_BYTES_MAX: usize = 20 << 20;
/// The most files that are opened together.
pub const BANK_FILES_MAX: usize = 50;
/// The most entries that are shown; the newest of them.
pub const BANK_ENTRIES_MAX: usize = 20_000;

/// What a column of a bank's table says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankField {
    /// The day of booking.
    BookingDate,
    /// The day from which it counts for interest.
    ValueDate,
    /// The amount: below zero went out, unless another column says which way.
    Amount,
    /// Money out.
    Debit,
    /// Money in.
    Credit,
    /// A word that says which way the money went.
    Direction,
    /// The currency.
    Currency,
    /// The account that the table is of.
    Account,
    /// Who paid, or was paid.
    Counterparty,
    /// Their account.
    CounterpartyAccount,
    /// What it is for.
    Remittance,
    /// The payer's id.
    EndToEndId,
    /// The bank's id.
    BankReference,
    /// The kind of booking.
    Kind,
    /// The balance after each line.
    Balance,
    /// Whether a line is booked or only expected.
    Status,
}

impl BankField {
    /// Whether several columns may say it together.
    #[must_use]
    pub fn may_repeat(self) -> bool {
        matches!(self, Self::Counterparty | Self::Remittance)
    }
}

/// How a bank's table is read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankColumns {
    /// What each column says, from the first; none for one that is not read.
    pub fields: Vec<Option<BankField>>,
    /// Whether `03/04` is in March; none to find it out.
    pub month_first: Option<bool>,
    /// Whether a comma stands before decimals; none to find it out.
    pub decimal_comma: Option<bool>,
}

/// What a person says of a file that the file does not say itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankSaid {
    /// What the columns of a table mean; none to guess it from its headings.
    pub columns: Option<BankColumns>,
    /// The account's currency, where the file names none.
    pub currency: Option<Currency>,
    /// The account, where the file names none; empty for unknown.
    pub account: String,
}

/// A bank's table before, or after, it is said what its columns mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankTable {
    /// Its headings; empty texts where it has none.
    pub headings: Vec<String>,
    /// Its first rows.
    pub rows: Vec<Vec<String>>,
    /// How it was read, or what is guessed of it.
    pub columns: BankColumns,
    /// Whether nothing in it decides how dates are written.
    pub dates_open: bool,
    /// Whether nothing in it decides how numbers are written.
    pub numbers_open: bool,
    /// The currency, where no column says it.
    pub currency: Option<Currency>,
    /// The account, where no column says it.
    pub account: String,
}

/// Whether a file could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankVerdict {
    /// Everything was read, and nothing contradicts itself.
    Valid,
    /// It was read, but contradicts itself, or parts of it could not be read.
    BreaksRules,
    /// Nothing of it could be read.
    Unreadable,
}

/// What a text mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum BankParam {
    /// Words or numbers as they stand in the file.
    Text(String),
    /// An amount.
    Money(Money),
    /// A day.
    Day(#[ts(type = "string")] Date),
    /// How many.
    Count(u32),
}

/// A text of `bank_words.ftl` with what it mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankText {
    /// The text's id.
    pub message_key: String,
    /// What it mentions.
    pub params: BTreeMap<String, BankParam>,
}

impl BankText {
    /// A text that mentions nothing.
    #[must_use]
    pub fn plain(message_key: &str) -> Self {
        Self {
            message_key: message_key.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same, mentioning `param` as `name`.
    #[must_use]
    pub fn with(mut self, name: &str, param: BankParam) -> Self {
        self.params.insert(name.to_owned(), param);
        self
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankSeverity {
    /// A part of the file, or all of it, was left out.
    Unread,
    /// It was read, and contradicts itself.
    Broken,
    /// Worth knowing; nothing is wrong.
    Note,
}

/// Something that is said about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankFinding {
    /// How much it weighs.
    pub severity: BankSeverity,
    /// The rule's id, as `docs/formats/bank.md` lists it.
    pub rule: String,
    /// What is the matter.
    pub text: BankText,
    /// The line, from 1; 0 for the file as a whole.
    pub line: u32,
    /// The field or the path to the element; empty where a line says enough.
    pub path: String,
}

/// What a person is to say before a file can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BankAsk {
    /// What its columns mean.
    Columns,
    /// In which currency its account is.
    Currency,
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankFile {
    /// Its name.
    pub name: String,
    /// What its format is called; empty when it is none of those that are read.
    pub format: String,
    /// Whether it could be read.
    pub verdict: BankVerdict,
    /// How many entries were read of it.
    pub entries: u32,
    /// How many of them an earlier file had brought.
    pub repeated: u32,
    /// What is to be said about it: first what could not be read, then contradictions, then notes.
    pub findings: Vec<BankFinding>,
    /// What it asks for; none when it was read.
    pub ask: Option<BankAsk>,
    /// The table, where it is one.
    pub table: Option<BankTable>,
}

/// What is in an account at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankBalance {
    /// How much; negative when overdrawn.
    pub amount: Money,
    /// On which day, where the file says so.
    #[ts(type = "string | null")]
    pub date: Option<Date>,
}

/// Something that is missing between two statements of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankGap {
    /// What is missing.
    pub text: BankText,
}

/// An account, in one currency, from all files that were opened together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankAccount {
    /// Its IBAN without blanks, or the number that the bank gives it; empty when no file names one.
    pub id: String,
    /// The bank: its BIC or national code; empty for none.
    pub bank: String,
    /// Whose it is; empty for none.
    pub owner: String,
    /// Its currency.
    pub currency: Currency,
    /// The first day that the statements are about.
    #[ts(type = "string | null")]
    pub from: Option<Date>,
    /// The last day.
    #[ts(type = "string | null")]
    pub to: Option<Date>,
    /// What was there before the entries.
    pub opening: Option<BankBalance>,
    /// What is there after them.
    pub closing: Option<BankBalance>,
    /// What booked entries brought in; none when the sum does not fit.
    pub came: Option<Money>,
    /// What booked entries took out, not negative; none when the sum does not fit.
    pub went: Option<Money>,
    /// Whether the opening balance and the booked entries make the closing one; none where a balance is missing.
    pub adds_up: Option<bool>,
    /// How many statements there are.
    pub statements: u32,
    /// How many entries, each counted once.
    pub entries: u32,
    /// What is missing between its statements.
    pub gaps: Vec<BankGap>,
}

/// Money that came or went. Texts are empty for what the files do not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankEntry {
    /// Its account's place among the accounts, from 0.
    pub account: u32,
    /// The day of booking.
    #[ts(type = "string")]
    pub booking_date: Date,
    /// The day from which it counts for interest.
    #[ts(type = "string | null")]
    pub value_date: Option<Date>,
    /// How much: above zero came in, below went out.
    pub amount: Money,
    /// Who paid, or was paid.
    pub counterparty: String,
    /// Their IBAN or number.
    pub counterparty_account: String,
    /// Their bank.
    pub counterparty_bank: String,
    /// What it is for.
    pub remittance: String,
    /// The payer's id.
    pub end_to_end_id: String,
    /// The bank's id.
    pub bank_reference: String,
    /// The owner's own id.
    pub reference: String,
    /// The kind of booking in the format's own code.
    pub kind: String,
    /// Whether it takes back an earlier one.
    pub reversal: bool,
    /// Whether it is booked, not only expected.
    pub booked: bool,
    /// The files that it stands in, by their places from 0: more than one for what was brought again.
    pub files: Vec<u32>,
    /// How often it stands in them.
    pub times: u32,
    /// The line of the first of them where it stands, from 1.
    pub line: u32,
}

/// Files that were opened together, and what they say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BankStatements {
    /// The files, in the order in which they were given.
    pub files: Vec<BankFile>,
    /// The accounts, by their ids.
    pub accounts: Vec<BankAccount>,
    /// The entries, each once, the newest first.
    pub entries: Vec<BankEntry>,
    /// How many older entries are not among them: there are more than are shown.
    pub left_out: u32,
}
