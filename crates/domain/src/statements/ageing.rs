//! How old a balance is.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Facts;
use crate::ids::{InvoiceId, PaymentId};
use crate::money::{Currency, Money, MoneyError};

/// What is open, by how many days it is past its due date, less what stands to the client's credit: the parts less
/// `credit` are the balance. No part is below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ageing {
    /// Not due yet.
    pub not_due: Money,
    /// 1 to 30 days late.
    pub late_30: Money,
    /// 31 to 60 days late.
    pub late_60: Money,
    /// 61 to 90 days late.
    pub late_90: Money,
    /// More than 90 days late.
    pub late_over_90: Money,
    /// Paid and set against no invoice, or asked back by an invoice below zero.
    pub credit: Money,
}

impl Ageing {
    fn nothing(currency: Currency) -> Self {
        let zero = Money::zero(currency);
        Self {
            not_due: zero,
            late_30: zero,
            late_60: zero,
            late_90: zero,
            late_over_90: zero,
            credit: zero,
        }
    }

    /// The parts, youngest first, without the credit.
    #[must_use]
    pub fn parts(&self) -> [Money; 5] {
        [
            self.not_due,
            self.late_30,
            self.late_60,
            self.late_90,
            self.late_over_90,
        ]
    }

    /// Whether nothing is open and nothing to the client's credit.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|part| part.minor == 0) && self.credit.minor == 0
    }

    fn part_mut(&mut self, days_late: i32) -> &mut Money {
        match days_late {
            ..=0 => &mut self.not_due,
            1..=30 => &mut self.late_30,
            31..=60 => &mut self.late_60,
            61..=90 => &mut self.late_90,
            91.. => &mut self.late_over_90,
        }
    }
}

/// The age on `day` of what was open at the end of `until`. An allocation counts from the day of its payment, and not
/// before its invoice.
///
/// # Errors
/// Sums that cannot be held.
pub(super) fn ageing(
    facts: &Facts,
    currency: Currency,
    until: Date,
    day: Date,
) -> Result<Ageing, MoneyError> {
    let mut ageing = Ageing::nothing(currency);
    let mut open: BTreeMap<InvoiceId, (Date, Money)> = facts
        .billed
        .iter()
        .filter(|invoice| invoice.total.currency == currency && invoice.issue_date <= until)
        .map(|invoice| (invoice.invoice_id, (invoice.due_date, invoice.total)))
        .collect();
    let mut came = BTreeSet::<PaymentId>::new();
    let mut loose = Money::zero(currency);
    for (id, payment) in &facts.paid {
        if payment.amount.currency == currency && payment.received_on <= until {
            came.insert(*id);
            loose = loose.plus(payment.amount)?;
        }
    }
    for part in facts.set.iter().filter(|part| came.contains(&part.payment_id)) {
        if let Some((_, left)) = open.get_mut(&part.invoice_id) {
            *left = left.minus(part.amount)?;
            loose = loose.minus(part.amount)?;
        }
    }
    for (due_date, left) in open.into_values() {
        if left.minor < 0 {
            loose = loose.plus(left.negated())?;
            continue;
        }
        let days_late = if day > due_date {
            (day - due_date).get_days()
        } else {
            0
        };
        let part = ageing.part_mut(days_late);
        *part = part.plus(left)?;
    }
    // A reversal that bears an earlier day than its payment: owed for the days between, and due on none.
    if loose.minor < 0 {
        ageing.not_due = ageing.not_due.plus(loose.negated())?;
    } else {
        ageing.credit = loose;
    }
    Ok(ageing)
}
