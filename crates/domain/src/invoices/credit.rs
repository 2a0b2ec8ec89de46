//! Credit notes. A credit note is an invoice below zero that names the invoice it takes back, so that every sum
//! (what is owed, a statement, a month, the books) is right without knowing of it; its paper says the same amounts
//! above zero (UNTDID 1001 code 381).

use std::borrow::Cow;

use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::invoice::{Invoice, InvoiceLine};
use super::totals::{LineAmounts, LineItem, PricedContent, TaxLine, Totals};
use crate::ids::InvoiceId;

/// The invoice that a credit note takes back, wholly or in part, as the credit note says it (EN 16931 BG-3).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Credited {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// Its number (BT-25).
    pub number: String,
    /// The date on it (BT-26).
    #[ts(type = "string")]
    pub issue_date: Date,
    /// Why, in the words of who credits it; empty for no reason given.
    pub reason: String,
}

impl LineAmounts {
    fn negated(self) -> Self {
        Self {
            gross: self.gross.negated(),
            discount: self.discount.negated(),
            net: self.net.negated(),
        }
    }
}

impl Invoice {
    /// Whether it takes back an invoice.
    #[must_use]
    pub fn is_credit_note(&self) -> bool {
        self.credits.is_some()
    }

    /// The day on which it is to be paid; none for a credit note, which is due on no day.
    #[must_use]
    pub fn falls_due(&self) -> Option<Date> {
        (!self.is_credit_note()).then_some(self.due_date)
    }

    /// What its paper and its e-invoice say: of a credit note the same amounts and quantities with their signs
    /// turned, for it says in its name already that they are given back. Of an invoice itself.
    #[must_use]
    pub fn face(&self) -> Cow<'_, Self> {
        if self.is_credit_note() {
            Cow::Owned(self.negated())
        } else {
            Cow::Borrowed(self)
        }
    }

    /// The same with the sign of every quantity and amount turned; discounts stay as they were agreed.
    #[must_use]
    pub(super) fn negated(&self) -> Self {
        let lines = self.lines.iter().map(|line| InvoiceLine {
            item: LineItem {
                quantity: Decimal::ZERO - line.item.quantity,
                ..line.item.clone()
            },
            amounts: line.amounts.negated(),
        });
        let taxes = self.taxes.iter().map(|line| TaxLine {
            base: line.base.negated(),
            amount: line.amount.negated(),
            ..line.clone()
        });
        Self {
            lines: lines.collect(),
            taxes: taxes.collect(),
            subtotal: self.subtotal.negated(),
            discount_total: self.discount_total.negated(),
            taxable_total: self.taxable_total.negated(),
            tax_total: self.tax_total.negated(),
            total: self.total.negated(),
            ..self.clone()
        }
    }

    /// What its totals are computed from.
    pub(super) fn priced(&self) -> PricedContent {
        PricedContent {
            currency: self.currency,
            tax_mode: self.tax_mode,
            discount: self.discount,
            lines: self.lines.iter().map(|line| line.item.clone()).collect(),
        }
    }

    /// Its amounts as they stand on it.
    pub(super) fn standing_totals(&self) -> Totals {
        Totals {
            lines: self.lines.iter().map(|line| line.amounts).collect(),
            subtotal: self.subtotal,
            discount_total: self.discount_total,
            taxable_total: self.taxable_total,
            taxes: self.taxes.clone(),
            tax_total: self.tax_total,
            total: self.total,
        }
    }
}
