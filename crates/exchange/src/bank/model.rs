//! What a bank says, whatever the format it said it in.

use folio_domain::{Currency, Money};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::findings::Place;
use super::text;

/// The account that a statement is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// Its IBAN without blanks, or the number that the bank gives it; empty when the file names none.
    pub id: String,
    /// The bank: its BIC or national code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bank: Option<String>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

impl Account {
    /// Whether the id has the shape of an IBAN.
    #[must_use]
    pub fn is_iban(&self) -> bool {
        text::has_iban_shape(&self.id)
    }
}

/// What is in the account at a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Balance {
    /// How much; negative when overdrawn.
    pub amount: Money,
    /// On which day, where the file says so.
    pub date: Option<Date>,
    /// Whether it stands between two pages of one statement.
    pub interim: bool,
    /// Where it stands.
    pub place: Place,
}

/// How many entries of one direction the bank says there are, and their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sum {
    /// How many; batches count once.
    pub count: Option<u32>,
    /// How much, never negative.
    pub amount: Option<Money>,
}

/// What the bank says of the entries as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stated {
    /// Money in.
    pub credits: Option<Sum>,
    /// Money out.
    pub debits: Option<Sum>,
}

/// One statement of one account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Whose money.
    pub account: Account,
    /// The account's currency.
    pub currency: Currency,
    /// The name that the bank gives the statement.
    pub reference: Option<String>,
    /// Its number in the bank's counting, with the page where there are several.
    pub number: Option<String>,
    /// The first day that it is about, where the file says so.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// What was there before the entries.
    pub opening: Option<Balance>,
    /// What is there after them.
    pub closing: Option<Balance>,
    /// Counts and sums, where the bank states them.
    pub stated: Stated,
    /// What happened.
    pub entries: Vec<Entry>,
    /// Where it begins.
    pub place: Place,
}

impl Statement {
    /// An empty statement.
    pub(crate) fn new(account: Account, currency: Currency, place: Place) -> Self {
        Self {
            account,
            currency,
            reference: None,
            number: None,
            from: None,
            to: None,
            opening: None,
            closing: None,
            stated: Stated::default(),
            entries: Vec::new(),
            place,
        }
    }

    /// The days that it covers: as the file says, else from its balances and entries.
    #[must_use]
    pub fn period(&self) -> Option<(Date, Date)> {
        let dates = || self.entries.iter().map(|entry| entry.booking_date);
        let opened = self.opening.as_ref().and_then(|balance| balance.date);
        let closed = self.closing.as_ref().and_then(|balance| balance.date);
        let from = self.from.or(opened).or_else(|| dates().min()).or(closed)?;
        let to = self.to.or(closed).or_else(|| dates().max()).unwrap_or(from);
        Some((from, to))
    }

    /// What its booked entries bring in and take out, neither negative, in its own currency; none when a sum does
    /// not fit.
    #[must_use]
    pub fn sums(&self) -> Option<(Money, Money)> {
        let (mut credits, mut debits) = (Money::zero(self.currency), Money::zero(self.currency));
        for entry in self
            .booked()
            .filter(|entry| entry.amount.currency == self.currency)
        {
            if entry.amount.minor < 0 {
                debits = debits.minus(entry.amount).ok()?;
            } else {
                credits = credits.plus(entry.amount).ok()?;
            }
        }
        Some((credits, debits))
    }

    /// The entries that count.
    pub(crate) fn booked(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(|entry| entry.booked)
    }
}

/// Money that came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The day on which the bank booked it; the value date where it names no other.
    pub booking_date: Date,
    /// The day from which it counts for interest.
    pub value_date: Option<Date>,
    /// How much: above zero came in, below went out.
    pub amount: Money,
    /// Who paid, or was paid.
    pub counterparty: Option<String>,
    /// Their IBAN, without blanks.
    pub counterparty_iban: Option<String>,
    /// Their account's number where it is no IBAN.
    pub counterparty_account: Option<String>,
    /// Their bank: BIC or national code.
    pub counterparty_bank: Option<String>,
    /// What it is for, as the payer wrote it; else what the bank says. Blanks are single.
    pub remittance: String,
    /// The id that the payer gave it for its whole way.
    pub end_to_end_id: Option<String>,
    /// The id that the bank gave it.
    pub bank_reference: Option<String>,
    /// The id that the account's owner gave it.
    pub reference: Option<String>,
    /// The kind of booking in the format's own code: `NTRF`, `166`, `PMNT/RCDT/ESCT`, `CREDIT`.
    pub kind: Option<String>,
    /// Whether it takes back an earlier one. The sign is already that of what happens now.
    pub reversal: bool,
    /// Whether it is booked, not only expected.
    pub booked: bool,
    /// What the parts of one batch have in common; none outside of a batch.
    pub batch: Option<String>,
    /// Where it stands.
    pub place: Place,
}

impl Entry {
    /// A booked entry of which nothing more is known.
    pub(crate) fn new(booking_date: Date, amount: Money, place: Place) -> Self {
        Self {
            booking_date,
            value_date: None,
            amount,
            counterparty: None,
            counterparty_iban: None,
            counterparty_account: None,
            counterparty_bank: None,
            remittance: String::new(),
            end_to_end_id: None,
            bank_reference: None,
            reference: None,
            kind: None,
            reversal: false,
            booked: true,
            batch: None,
            place,
        }
    }

    /// Notes the counterparty's account: an IBAN as such, anything else as a plain number.
    pub(crate) fn set_counterparty_account(&mut self, number: &str) {
        let bare = text::bare(number);
        if text::has_iban_shape(&bare) {
            self.counterparty_iban = Some(bare);
        } else if bare.chars().any(|c| c.is_alphanumeric() && c != '0') {
            self.counterparty_account = Some(bare);
        }
    }
}
