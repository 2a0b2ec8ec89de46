//! Bills that somebody received as data: what such a file says, put so that a person can read it. A view of a file;
//! nothing of it is kept.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::Money;

/// The largest file that is read.
pub const BILL_BYTES_MAX: usize = 20 << 20;

/// Whether a file keeps the rules that it declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum BillVerdict {
    /// It keeps them all.
    Valid,
    /// It can be read, but breaks some.
    BreaksRules,
    /// It cannot be read as a bill.
    Unreadable,
}

/// A text of `bills.ftl` with what it mentions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillText {
    /// The text's id.
    pub message_key: String,
    /// What it mentions.
    pub params: BTreeMap<String, String>,
}

impl BillText {
    /// A text that mentions nothing.
    #[must_use]
    pub fn plain(message_key: &str) -> Self {
        Self {
            message_key: message_key.to_owned(),
            params: BTreeMap::new(),
        }
    }

    /// The same, mentioning `value` as `name`.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// A rule that the bill breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillFinding {
    /// What is wrong, in plain words.
    pub text: BillText,
    /// Where, in plain words; none where only `place` says it.
    pub area: Option<BillText>,
    /// The rule's id, such as `BR-CO-15`.
    pub rule: String,
    /// Where, as a line and a path or as terms of EN 16931.
    pub place: String,
    /// What is wrong, in the rule's own English.
    pub words: String,
}

/// An amount: whole where its currency is known, else as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillAmount {
    /// The amount; none where the currency is unknown or has fewer decimals than the file gives.
    pub money: Option<Money>,
    /// As it stands in the file.
    #[ts(type = "string")]
    pub value: Decimal,
}

/// Somebody whom the bill names. Texts are empty for what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillParty {
    /// The name.
    pub name: String,
    /// The name that they trade by, where it is another.
    pub trading_name: String,
    /// The lines of the address above the town.
    pub street: String,
    /// The postal code.
    pub postal_code: String,
    /// The town.
    pub city: String,
    /// The region.
    pub region: String,
    /// The country, ISO 3166-1 alpha-2.
    pub country: String,
    /// The tax number.
    pub tax_id: String,
    /// Whom to ask.
    pub contact: String,
    /// The phone number.
    pub phone: String,
    /// The e-mail address.
    pub email: String,
}

/// What is taken off or put on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillReduction {
    /// Whether it is put on.
    pub charge: bool,
    /// Why, empty for no word.
    pub reason: String,
    /// How much, above zero.
    pub amount: BillAmount,
}

/// A tax rate and why it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillRate {
    /// The kind of tax, a text of `bills.ftl`.
    pub kind: BillText,
    /// In percent; none where there is none.
    #[ts(type = "string | null")]
    pub percent: Option<Decimal>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillLine {
    /// Its id in the file.
    pub id: String,
    /// What is billed.
    pub name: String,
    /// More about it, and the line's note.
    pub description: String,
    /// The seller's article number, empty for none.
    pub article: String,
    /// How much.
    #[ts(type = "string")]
    pub quantity: Decimal,
    /// The unit in plain words; none for what is counted.
    pub unit: Option<BillText>,
    /// The price, of `price_for` units.
    #[ts(type = "string")]
    pub price: Decimal,
    /// For how many the price is; none for one.
    #[ts(type = "string | null")]
    pub price_for: Option<Decimal>,
    /// What is taken off or put on.
    pub reductions: Vec<BillReduction>,
    /// The tax.
    pub rate: BillRate,
    /// What it comes to, without tax.
    pub net: BillAmount,
}

/// What is taxed at one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillTax {
    /// The rate.
    pub rate: BillRate,
    /// What is taxed.
    pub base: BillAmount,
    /// The tax.
    pub amount: BillAmount,
    /// Why there is none, empty for no word.
    pub reason: String,
}

/// The sums, as the bill states them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillTotals {
    /// All lines.
    pub lines: BillAmount,
    /// Without tax.
    pub without_tax: BillAmount,
    /// The tax; none where it states none.
    pub tax: Option<BillAmount>,
    /// With tax.
    pub with_tax: BillAmount,
    /// What was paid before.
    pub paid: Option<BillAmount>,
    /// What the sum was rounded by.
    pub rounding: Option<BillAmount>,
    /// What is to be paid.
    pub due: BillAmount,
}

/// An account that the bill may be paid to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillAccount {
    /// An IBAN or another number.
    pub number: String,
    /// Whose it is.
    pub name: String,
    /// The bank.
    pub bank: String,
}

/// How to pay. Texts are empty for what the bill does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillPayment {
    /// By what, in plain words; none for what has none.
    pub means: Option<BillText>,
    /// By what, in the bill's words.
    pub words: String,
    /// The accounts.
    pub accounts: Vec<BillAccount>,
    /// What to say with the payment.
    pub reference: String,
    /// The terms.
    pub terms: String,
    /// The mandate of a direct debit.
    pub mandate: String,
    /// The account that a direct debit draws on.
    pub debited: String,
    /// The last digits of the card that was used.
    pub card: String,
}

/// Another document that the bill names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillReference {
    /// What kind of document: a text of `bills.ftl`.
    pub kind: BillText,
    /// Its number.
    pub number: String,
    /// Its date.
    #[ts(type = "string | null")]
    pub date: Option<Date>,
}

/// A file inside the bill, or a document elsewhere that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillAttachment {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub description: String,
    /// How large the file is; none where there is no file to save.
    #[ts(type = "number | null")]
    pub size_bytes: Option<u64>,
    /// Where it is to be found, empty for nowhere else.
    pub address: String,
}

/// What a bill says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BillContent {
    /// Whether it gives money back.
    pub credit_note: bool,
    /// Its number, empty for none.
    pub number: String,
    /// The currency, as the file names it.
    pub currency: String,
    /// The date on it.
    #[ts(type = "string | null")]
    pub issue_date: Option<Date>,
    /// When it is to be paid.
    #[ts(type = "string | null")]
    pub due_date: Option<Date>,
    /// When what it bills was delivered.
    #[ts(type = "string | null")]
    pub delivered_on: Option<Date>,
    /// The first day of what it bills.
    #[ts(type = "string | null")]
    pub period_from: Option<Date>,
    /// The last day of what it bills.
    #[ts(type = "string | null")]
    pub period_to: Option<Date>,
    /// What the buyer asked to find on it, empty for nothing.
    pub buyer_reference: String,
    /// Other documents.
    pub references: Vec<BillReference>,
    /// Who bills.
    pub seller: BillParty,
    /// Who is billed.
    pub buyer: BillParty,
    /// Who is paid, where it is not the seller.
    pub payee: String,
    /// The notes.
    pub notes: Vec<String>,
    /// The lines.
    pub lines: Vec<BillLine>,
    /// What is taken off or put on the whole.
    pub reductions: Vec<BillReduction>,
    /// The taxes.
    pub taxes: Vec<BillTax>,
    /// The sums.
    pub totals: BillTotals,
    /// How to pay.
    pub payment: BillPayment,
    /// Its files.
    pub attachments: Vec<BillAttachment>,
}

/// A file that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Bill {
    /// The file.
    pub file_name: String,
    /// The verdict.
    pub verdict: BillVerdict,
    /// Why it cannot be read; none when it can.
    pub unreadable: Option<BillText>,
    /// The specification that it follows and the syntax it is written in, as they are called; empty when unreadable.
    pub written_as: String,
    /// The file inside the PDF that was read, for a PDF.
    pub inside: Option<String>,
    /// The rules that it breaks.
    pub findings: Vec<BillFinding>,
    /// Rules of a narrower specification that it breaks: its receiver may refuse it.
    pub remarks: Vec<BillFinding>,
    /// What it says; none when it cannot be read.
    pub content: Option<BillContent>,
}
