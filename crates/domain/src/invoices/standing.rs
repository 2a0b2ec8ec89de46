//! What has happened to an invoice since it was issued. Everything in it follows from facts (allocations, looks,
//! mails) and is written in the same transaction as they are.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::invoice::Invoice;
use crate::allocations::Allocation;
use crate::ids::{ClientId, InvoiceId};
use crate::money::{Currency, Money, MoneyError};
use crate::record;
use crate::records::{Place, Read, Records, Write};
use crate::refusals::Refusal;

/// Where an invoice stands; its id is the invoice's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct InvoiceStanding {
    /// The client.
    pub client_id: ClientId,
    /// The currency.
    pub currency: Currency,
    /// The date on it.
    #[ts(type = "string")]
    pub issue_date: Date,
    /// When it is to be paid.
    #[ts(type = "string")]
    pub due_date: Date,
    /// What was asked.
    pub total: Money,
    /// The sum of its allocations, those of set-offs included.
    pub amount_paid: Money,
    /// What is left to pay; below zero when too much was paid, and while a credit note's credit is not used up.
    pub amount_due: Money,
    /// What credit notes take back of it; none while none does.
    #[serde(default)]
    pub amount_credited: Option<Money>,
    /// When it reached the client; none before.
    #[ts(type = "string | null")]
    pub sent_at: Option<Timestamp>,
    /// When someone of the client first opened it here; none before.
    #[ts(type = "string | null")]
    pub viewed_at: Option<Timestamp>,
    /// Who that was; empty before.
    pub viewed_by: String,
}

record!(InvoiceStanding |me| {
    "client_id": me.client_id.0,
    "issue_date": me.issue_date,
    // What gives back is due on no day.
    "due_date": (me.total.minor >= 0).then_some(me.due_date),
    "currency": me.currency.code(),
    "total": me.total.minor,
    "amount_due": me.amount_due.minor,
    "open": !me.is_settled(),
    "status": me.status().as_str(),
});

/// An invoice's status, derived. Overdue is no status: see [`InvoiceStanding::days_late`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStatus {
    /// Has a number, has not left yet.
    Issued,
    /// Has reached the client.
    Sent,
    /// Someone of the client has opened it here.
    Viewed,
    /// Some of it is paid.
    PartiallyPaid,
    /// All of it is paid; a credit note's credit is used up.
    Paid,
    /// Credit notes take all of it back, and nothing is left to pay.
    Credited,
}

impl InvoiceStatus {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Issued,
        Self::Sent,
        Self::Viewed,
        Self::PartiallyPaid,
        Self::Paid,
        Self::Credited,
    ];

    /// As stored.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Issued => "issued",
            Self::Sent => "sent",
            Self::Viewed => "viewed",
            Self::PartiallyPaid => "partially_paid",
            Self::Paid => "paid",
            Self::Credited => "credited",
        }
    }
}

impl InvoiceStanding {
    /// The standing of an invoice that nothing has happened to.
    #[must_use]
    pub fn fresh(invoice: &Invoice) -> Self {
        Self {
            client_id: invoice.client_id,
            currency: invoice.currency,
            issue_date: invoice.issue_date,
            due_date: invoice.due_date,
            total: invoice.total,
            amount_paid: Money::zero(invoice.currency),
            amount_due: invoice.total,
            amount_credited: None,
            sent_at: None,
            viewed_at: None,
            viewed_by: String::new(),
        }
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> InvoiceStatus {
        if self.is_settled() {
            let credited = self.amount_credited.map_or(0, |amount| amount.minor);
            if credited > 0 && credited >= self.total.minor {
                InvoiceStatus::Credited
            } else {
                InvoiceStatus::Paid
            }
        } else if self.amount_paid.minor != 0 {
            InvoiceStatus::PartiallyPaid
        } else if self.viewed_at.is_some() {
            InvoiceStatus::Viewed
        } else if self.sent_at.is_some() {
            InvoiceStatus::Sent
        } else {
            InvoiceStatus::Issued
        }
    }

    /// Whether nothing is left to pay, or to give back.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.amount_due.minor == 0 || (self.amount_due.minor < 0) == (self.total.minor >= 0)
    }

    /// How many days it is late on `today`: 0 when it is not, or nothing is due; what gives back is never late.
    #[must_use]
    pub fn days_late(&self, today: Date) -> i32 {
        if self.is_settled() || self.total.minor < 0 || today <= self.due_date {
            return 0;
        }
        (today - self.due_date).get_days()
    }

    /// The same with these allocations as the facts.
    ///
    /// # Errors
    /// Amounts that cannot be held, or an allocation in another currency.
    pub fn with_paid(&self, allocations: impl IntoIterator<Item = Money>) -> Result<Self, MoneyError> {
        let amount_paid = Money::sum(self.currency, allocations)?;
        let amount_due = self.total.minus(amount_paid)?;
        Ok(Self {
            amount_paid,
            amount_due,
            ..self.clone()
        })
    }

    /// The same with one more credit note that takes `amount` back.
    ///
    /// # Errors
    /// Amounts that cannot be held.
    pub(super) fn with_credited(&self, amount: Money) -> Result<Self, MoneyError> {
        let before = self.amount_credited.unwrap_or(Money::zero(self.currency));
        Ok(Self {
            amount_credited: Some(before.plus(amount)?),
            ..self.clone()
        })
    }
}

/// The reads behind [`standing_restated`].
#[must_use]
pub(crate) fn standing_reads(invoice_id: InvoiceId) -> Vec<Read> {
    vec![
        Read::one::<InvoiceStanding>(invoice_id),
        Read::all::<Allocation>("invoice_id", invoice_id),
    ]
}

/// The standing of an invoice with `change` added to its allocations, as a write in the place where it lies.
///
/// # Errors
/// Not found, or amounts that cannot be held.
pub(crate) fn standing_restated(
    records: &Records,
    invoice_id: InvoiceId,
    change: Money,
) -> Result<(InvoiceStanding, Write), Refusal> {
    let standing: &InvoiceStanding = records.get(invoice_id)?;
    let facts = records.all::<Allocation>("invoice_id", invoice_id);
    let amounts = facts
        .iter()
        .map(|(_, allocation)| allocation.amount)
        .chain([change]);
    let after = standing.with_paid(amounts)?;
    let place = Place::shared(standing.client_id);
    let write = Write::put(invoice_id, place, after.clone());
    Ok((after, write))
}
