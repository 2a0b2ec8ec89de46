//! What a credit note may take back: credit notes of an invoice together never come to more than it, neither in all
//! nor in any of its taxes.

use std::collections::BTreeMap;

use super::credit::Credited;
use super::invoice::Invoice;
use super::totals::{LineItem, PricedContent, Tax, TaxLine, TaxMode, Totals, totals};
use crate::ids::InvoiceId;
use crate::money::{Money, MoneyError};
use crate::records::{Read, Records};
use crate::refusals::{Reason, Refusal};

/// An invoice that is being taken back, with the credit notes that took parts of it back before.
#[derive(Clone, Debug)]
pub struct Crediting<'a> {
    /// The invoice.
    pub invoice_id: InvoiceId,
    /// It.
    pub invoice: &'a Invoice,
    /// Its credit notes so far.
    pub notes: Vec<&'a Invoice>,
}

/// What of an invoice no credit note has taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Left {
    /// Of all of it.
    pub total: Money,
    taxable_total: Money,
    taxes: Vec<TaxLine>,
}

/// What is read of an invoice that is to be credited.
pub(super) fn crediting_reads(invoice_id: InvoiceId) -> Vec<Read> {
    vec![
        Read::one::<Invoice>(invoice_id),
        Read::all::<Invoice>("credits_id", invoice_id),
    ]
}

impl<'a> Crediting<'a> {
    /// The invoice and its credit notes among `records`.
    ///
    /// # Errors
    /// Not found; [`Reason::CreditOfCredit`] for a credit note; [`Reason::NothingToCredit`].
    pub fn known(records: &'a Records, invoice_id: InvoiceId) -> Result<Self, Refusal> {
        let notes = records.all::<Invoice>("credits_id", invoice_id);
        Self::of(
            invoice_id,
            records.get(invoice_id)?,
            notes.into_iter().map(|(_, note)| note).collect(),
        )
    }

    /// This invoice with these credit notes.
    ///
    /// # Errors
    /// [`Reason::CreditOfCredit`] for a credit note; [`Reason::NothingToCredit`].
    pub fn of(invoice_id: InvoiceId, invoice: &'a Invoice, notes: Vec<&'a Invoice>) -> Result<Self, Refusal> {
        let crediting = Self {
            invoice_id,
            invoice,
            notes,
        };
        if invoice.is_credit_note() {
            return Err(Refusal::new(Reason::CreditOfCredit));
        }
        if crediting.left()?.total.minor <= 0 {
            return Err(Refusal::new(Reason::NothingToCredit).with("number", &invoice.number));
        }
        Ok(crediting)
    }

    /// What is left.
    ///
    /// # Errors
    /// Sums that cannot be held.
    pub fn left(&self) -> Result<Left, MoneyError> {
        let mut left = Left {
            total: self.invoice.total,
            taxable_total: self.invoice.taxable_total,
            taxes: Vec::new(),
        };
        let mut taxes: BTreeMap<&Tax, (Money, Money)> = BTreeMap::new();
        let zero = Money::zero(self.invoice.currency);
        for note in &self.notes {
            left.total = left.total.plus(note.total)?;
            left.taxable_total = left.taxable_total.plus(note.taxable_total)?;
        }
        for line in [self.invoice]
            .iter()
            .chain(&self.notes)
            .flat_map(|invoice| &invoice.taxes)
        {
            let sum = taxes.entry(&line.tax).or_insert((zero, zero));
            *sum = (sum.0.plus(line.base)?, sum.1.plus(line.amount)?);
        }
        let lines = taxes.into_iter().map(|(tax, (base, amount))| TaxLine {
            tax: tax.clone(),
            base,
            amount,
        });
        left.taxes = lines.collect();
        Ok(left)
    }

    /// The amounts, above zero, of a credit note that says `content`. One that repeats the whole invoice comes to it
    /// to the cent, whoever computed the invoice; one that takes the rest of a tax takes what is left of it, and
    /// rounding alone never makes it more.
    ///
    /// # Errors
    /// An amount that cannot be held.
    pub fn totals(&self, content: &PricedContent) -> Result<Totals, MoneyError> {
        if self.notes.is_empty() && *content == self.invoice.priced() {
            return Ok(self.invoice.standing_totals());
        }
        let mut sums = totals(content)?;
        let left = self.left()?;
        let slack = i64::try_from(self.notes.len()).unwrap_or(i64::MAX);
        for line in &mut sums.taxes {
            let Some(rest) = left.of(&line.tax) else {
                continue;
            };
            let is_rest = match content.tax_mode {
                TaxMode::Exclusive => line.base == rest.base,
                TaxMode::Inclusive => line.base.plus(line.amount)? == rest.base.plus(rest.amount)?,
            };
            let over = line.amount.minor - rest.amount.minor;
            if is_rest {
                line.clone_from(rest);
            } else if content.tax_mode == TaxMode::Exclusive && (1..=slack).contains(&over) {
                line.amount = rest.amount;
            }
        }
        sums.tax_total = Money::sum(content.currency, sums.taxes.iter().map(|line| line.amount))?;
        match content.tax_mode {
            TaxMode::Exclusive => sums.total = sums.taxable_total.plus(sums.tax_total)?,
            TaxMode::Inclusive => sums.taxable_total = sums.total.minus(sums.tax_total)?,
        }
        Ok(sums)
    }

    /// Checks that a credit note with these amounts, above zero, takes back something, and no more than is left.
    ///
    /// # Errors
    /// [`Reason::CreditsNothing`], [`Reason::OverCredited`], [`Reason::OverCreditedTax`].
    pub fn check(&self, sums: &Totals) -> Result<(), Refusal> {
        if sums.total.minor <= 0 {
            return Err(Refusal::new(Reason::CreditsNothing));
        }
        let left = self.left()?;
        let is_over = |part: Money, whole: Money| !Self::within(part, whole);
        if sums.total.minor > left.total.minor || is_over(sums.taxable_total, left.taxable_total) {
            return Err(Refusal::new(Reason::OverCredited).with("number", &self.invoice.number));
        }
        let zero = Money::zero(self.invoice.currency);
        for line in &sums.taxes {
            let (base, amount) = left
                .of(&line.tax)
                .map_or((zero, zero), |rest| (rest.base, rest.amount));
            if is_over(line.base, base) || is_over(line.amount, amount) {
                return Err(Refusal::new(Reason::OverCreditedTax)
                    .with("number", &self.invoice.number)
                    .with("tax", &line.tax.name)
                    .with("percent", line.tax.percent.normalize()));
            }
        }
        Ok(())
    }

    /// Whether `part` lies between nothing and `whole`, on whichever side of nothing that is.
    fn within(part: Money, whole: Money) -> bool {
        (whole.minor.min(0)..=whole.minor.max(0)).contains(&part.minor)
    }

    /// What of the invoice's lines no credit note has taken back: where a new one begins.
    #[must_use]
    pub fn lines_left(&self) -> Vec<LineItem> {
        let lines = self.invoice.lines.iter();
        let mut items: Vec<LineItem> = lines.map(|line| line.item.clone()).collect();
        if self.notes.is_empty() {
            return items;
        }
        for note in &self.notes {
            for back in &note.face().lines {
                if let Some(item) = items.iter_mut().find(|item| holds(item, &back.item)) {
                    item.quantity -= back.item.quantity;
                }
            }
        }
        items.retain(|item| !item.quantity.is_zero());
        items
    }

    /// How the credit note names the invoice.
    #[must_use]
    pub fn named(&self, reason: &str) -> Credited {
        Credited {
            invoice_id: self.invoice_id,
            number: self.invoice.number.clone(),
            issue_date: self.invoice.issue_date,
            reason: reason.to_owned(),
        }
    }
}

/// Whether `back` takes back a part of `item` or all of it.
fn holds(item: &LineItem, back: &LineItem) -> bool {
    let alike = LineItem {
        quantity: item.quantity,
        ..back.clone()
    } == *item;
    alike
        && item.quantity.is_sign_negative() == back.quantity.is_sign_negative()
        && item.quantity.abs() >= back.quantity.abs()
}

impl Left {
    fn of(&self, tax: &Tax) -> Option<&TaxLine> {
        self.taxes.iter().find(|line| line.tax == *tax)
    }
}
