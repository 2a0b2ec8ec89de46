//! Statements of account: what a client was billed and what it paid in a period, with the balance before, between and
//! after. A view of facts: nothing of it is stored, so that it cannot disagree with them.

mod ageing;
mod events;
#[cfg(test)]
mod tests;

pub use ageing::Ageing;

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ids::{ClientId, InvoiceId, PaymentId};
use crate::invoices::Party;
use crate::languages::Language;
use crate::money::{Currency, Money, MoneyError};
use crate::organisations::BankDetails;
use crate::payments::{Allocation, Payment, PaymentMethod};
use crate::refusals::{Reason, Refusal};

/// The most movements of one statement, over all its currencies: more is no paper that anybody reads.
pub const MOVEMENTS_MAX: usize = 2_000;

/// The days of a statement, the first and the last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    from: Date,
    to: Date,
}

impl Period {
    /// The days from `from` to `to`.
    ///
    /// # Errors
    /// [`Reason::OutOfRange`] when it ends before it begins.
    pub fn new(from: Date, to: Date) -> Result<Self, Refusal> {
        if to < from {
            return Err(Refusal::field(Reason::OutOfRange, "to"));
        }
        Ok(Self { from, to })
    }

    /// The first day.
    #[must_use]
    pub fn from(self) -> Date {
        self.from
    }

    /// The last day.
    #[must_use]
    pub fn to(self) -> Date {
        self.to
    }
}

/// What a statement needs of an invoice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Billed {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number.
    pub number: String,
    /// Its place in the number series; none for an imported one.
    pub sequence: Option<i64>,
    /// Whether it is a credit note.
    pub credits: bool,
    /// The date on it.
    pub issue_date: Date,
    /// When it is to be paid.
    pub due_date: Date,
    /// What was asked.
    pub total: Money,
}

/// Everything that one client was ever billed and ever paid, in any currency.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The invoices.
    pub billed: Vec<Billed>,
    /// The payments and reversals, set-offs included.
    pub paid: Vec<(PaymentId, Payment)>,
    /// What the payments were set against.
    pub set: Vec<Allocation>,
}

/// What moved the balance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum MovementKind {
    /// An invoice was issued.
    Invoice {
        /// The invoice.
        invoice_id: InvoiceId,
        /// Its number.
        number: String,
        /// When it is to be paid.
        #[ts(type = "string")]
        due_date: Date,
    },
    /// A credit note was issued.
    CreditNote {
        /// The credit note.
        invoice_id: InvoiceId,
        /// Its number.
        number: String,
    },
    /// A payment came.
    Payment {
        /// The payment.
        payment_id: PaymentId,
        /// How.
        method: PaymentMethod,
        /// The payer's reference, empty for none.
        reference: String,
    },
    /// A credit was paid out.
    Refund {
        /// The payment below zero.
        payment_id: PaymentId,
        /// How.
        method: PaymentMethod,
        /// The reference, empty for none.
        reference: String,
    },
    /// A payment was taken back.
    Reversal {
        /// The payment that was taken back.
        payment_id: PaymentId,
        /// The day it had come; none when it is not among the facts.
        #[ts(type = "string | null")]
        received_on: Option<Date>,
    },
}

/// One line of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Movement {
    /// The day.
    #[ts(type = "string")]
    pub date: Date,
    /// What happened.
    pub what: MovementKind,
    /// By how much the client owes more; below zero for a payment.
    pub amount: Money,
    /// What the client owes after it.
    pub balance: Money,
}

/// What a client owes in one currency, from day to day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CurrencyStatement {
    /// The currency.
    pub currency: Currency,
    /// What the client owed before the first day; below zero when it had paid more than it was asked.
    pub opening: Money,
    /// What happened, in order.
    pub movements: Vec<Movement>,
    /// The sum of the invoices of the period.
    pub billed: Money,
    /// The sum of the payments of the period, less reversals.
    pub paid: Money,
    /// What the client owes at the end of the last day: `opening + billed − paid`.
    pub closing: Money,
    /// How old that is.
    pub ageing: Ageing,
}

/// A statement with whom it is from and to: everything that its paper says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountStatement {
    /// The client.
    pub client_id: ClientId,
    /// The language of its paper: the client's.
    pub language: Language,
    /// The business.
    pub seller: Party,
    /// How to pay.
    pub bank: BankDetails,
    /// The client.
    pub buyer: Party,
    /// The number that the business knows the client by, empty for none.
    pub client_number: String,
    /// The first day.
    #[ts(type = "string")]
    pub from: Date,
    /// The last day.
    #[ts(type = "string")]
    pub to: Date,
    /// The day on which it was drawn up: what is recorded later is not in it.
    #[ts(type = "string")]
    pub drawn_up_on: Date,
    /// One for each currency in which something is or was owed, by its code; at least one.
    pub sections: Vec<CurrencyStatement>,
}

impl Facts {
    /// The statements of a period, one for each currency in which something happened or is open; if there is none,
    /// an empty one in `home`. Days late are counted up to `today` at most.
    ///
    /// # Errors
    /// [`Reason::TooMany`] beyond [`MOVEMENTS_MAX`], or sums that cannot be held.
    pub fn statements(
        &self,
        period: Period,
        today: Date,
        home: Currency,
    ) -> Result<Vec<CurrencyStatement>, Refusal> {
        let mut sections = Vec::new();
        for currency in self.currencies() {
            let section = self.statement(currency, period, today)?;
            if section.says_something() {
                sections.push(section);
            }
        }
        let movements: usize = sections.iter().map(|section| section.movements.len()).sum();
        if movements > MOVEMENTS_MAX {
            return Err(Refusal::new(Reason::TooMany).with("max", MOVEMENTS_MAX));
        }
        if sections.is_empty() {
            sections.push(self.statement(home, period, today)?);
        }
        Ok(sections)
    }

    fn currencies(&self) -> BTreeSet<Currency> {
        let billed = self.billed.iter().map(|invoice| invoice.total.currency);
        let paid = self.paid.iter().map(|(_, payment)| payment.amount.currency);
        billed.chain(paid).collect()
    }

    /// The statement in one currency.
    ///
    /// # Errors
    /// Sums that cannot be held.
    pub fn statement(
        &self,
        currency: Currency,
        period: Period,
        today: Date,
    ) -> Result<CurrencyStatement, MoneyError> {
        let before = |date: Date| date < period.from;
        let opening = self
            .billed_when(currency, before)?
            .minus(self.paid_when(currency, before)?)?;
        let within = |date: Date| (period.from..=period.to).contains(&date);
        let billed = self.billed_when(currency, within)?;
        let paid = self.paid_when(currency, within)?;
        let mut balance = opening;
        let movements = self.events(currency, within).into_iter().map(|event| {
            balance = balance.plus(event.amount)?;
            Ok(Movement {
                date: event.date,
                what: event.what,
                amount: event.amount,
                balance,
            })
        });
        Ok(CurrencyStatement {
            currency,
            opening,
            movements: movements.collect::<Result<_, MoneyError>>()?,
            billed,
            paid,
            closing: opening.plus(billed)?.minus(paid)?,
            ageing: ageing::ageing(self, currency, period.to, period.to.min(today))?,
        })
    }

    fn billed_when(&self, currency: Currency, when: impl Fn(Date) -> bool) -> Result<Money, MoneyError> {
        let invoices = self.billed.iter().filter(|invoice| when(invoice.issue_date));
        let totals = invoices.map(|invoice| invoice.total);
        Money::sum(currency, totals.filter(|total| total.currency == currency))
    }

    fn paid_when(&self, currency: Currency, when: impl Fn(Date) -> bool) -> Result<Money, MoneyError> {
        let payments = self.paid.iter().filter(|(_, payment)| when(payment.received_on));
        let amounts = payments.map(|(_, payment)| payment.amount);
        Money::sum(currency, amounts.filter(|amount| amount.currency == currency))
    }
}

impl CurrencyStatement {
    /// Whether anything happened in the period, or something is open.
    fn says_something(&self) -> bool {
        self.opening.minor != 0 || !self.movements.is_empty() || !self.ageing.is_empty()
    }
}
