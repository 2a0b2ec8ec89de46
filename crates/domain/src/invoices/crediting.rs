//! What a credit note may take back: credit notes of an invoice together never come to more than it, neither in all
//! nor in any of its taxes.

use std::collections::BTreeMap;

use super::credit::Credited;
use super::invoice::Invoice;
use super::shares::{Shared, Stated, taxed_alike};
use super::totals::{Discount, LineItem, PricedContent, Tax, TaxLine, TaxMode, Totals, totals};
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
    /// to the cent, whoever computed the invoice, and one that repeats all that is left comes to what is left; one that
    /// takes the rest of a tax takes what is left of it, and rounding alone never makes it more.
    ///
    /// # Errors
    /// An amount that cannot be held.
    pub fn totals(&self, content: &PricedContent) -> Result<Totals, MoneyError> {
        if self.notes.is_empty() && *content == self.invoice.priced() {
            return Ok(self.invoice.standing_totals());
        }
        let sums = totals(content)?;
        let mut groups = taxed_alike(&Stated::of(content, &sums))?;
        if self.fit(content, &mut groups)? {
            of_groups(content, &sums, &groups)
        } else {
            Ok(sums)
        }
    }

    /// Brings the groups of a credit note to what is left of them, where rounding alone sets them apart: wholly where
    /// it takes back every line of which something is left, else no further down than to that. Says whether any changed.
    fn fit(&self, content: &PricedContent, groups: &mut [Shared<'_>]) -> Result<bool, MoneyError> {
        let Some(left) = self.groups_left()? else {
            return Ok(false);
        };
        let (lines_left, rounding) = (self.lines_left(), self.rounding());
        let near = |one: &Money, other: &Money| one.minor.abs_diff(other.minor) <= rounding;
        let mut changed = false;
        for group in groups {
            let Some(rest) = left.iter().find(|rest| rest.taxes == group.taxes) else {
                continue;
            };
            let of = |lines: &[LineItem]| -> Vec<LineItem> {
                let alike = lines.iter().filter(|line| line.taxes == group.taxes);
                alike.cloned().collect()
            };
            let (own, all) = (of(&content.lines), of(&lines_left));
            let is_part = own.iter().all(|line| all.iter().any(|item| holds(item, line)));
            let fits = near(&group.base, &rest.base)
                && group
                    .amounts
                    .iter()
                    .zip(&rest.amounts)
                    .all(|(own, rest)| near(own, rest));
            let takes_rest = own == all && fits;
            let fitted = |own: Money, rest: Money, may_lower: bool| {
                let is_over = may_lower && near(&own, &rest) && !Self::within(own, rest);
                if takes_rest || is_over { rest } else { own }
            };
            let base = fitted(group.base, rest.base, is_part);
            let amounts = group.amounts.iter().zip(&rest.amounts);
            let may_lower = is_part || !self.notes.is_empty();
            let amounts: Vec<Money> = amounts
                .map(|(own, rest)| fitted(*own, *rest, may_lower))
                .collect();
            changed |= base != group.base || amounts != group.amounts;
            (group.base, group.amounts) = (base, amounts);
        }
        Ok(changed)
    }

    /// What is left of the lines taxed alike; none where credit notes took back what is taxed as none of the lines is.
    fn groups_left(&self) -> Result<Option<Vec<Shared<'_>>>, MoneyError> {
        let mut left = taxed_alike(&Stated::by(self.invoice))?;
        for note in &self.notes {
            for back in taxed_alike(&Stated::by(note))? {
                let Some(rest) = left.iter_mut().find(|rest| rest.taxes == back.taxes) else {
                    return Ok(None);
                };
                rest.base = rest.base.plus(back.base)?;
                for (amount, back) in rest.amounts.iter_mut().zip(back.amounts) {
                    *amount = amount.plus(back)?;
                }
            }
        }
        Ok(Some(left))
    }

    /// The most minor units by which rounding sets apart an invoice and its credit notes: one for each line that was
    /// taken back, and one for each tax and for the whole of each document.
    fn rounding(&self) -> u64 {
        let lines: usize = self.notes.iter().map(|note| note.lines.len()).sum();
        let wholes = (self.notes.len() + 1) * (self.invoice.taxes.len() + 1);
        (lines + wholes) as u64
    }

    /// The reduction of the whole with which a credit note begins: of an amount, what no credit note took back.
    ///
    /// # Errors
    /// Sums that cannot be held.
    pub fn discount_left(&self) -> Result<Discount, MoneyError> {
        if self.notes.is_empty() || !matches!(self.invoice.discount, Discount::Amount(_)) {
            return Ok(self.invoice.discount);
        }
        let taken = self.notes.iter().map(|note| note.discount_total);
        let left = Money::sum(
            self.invoice.currency,
            [self.invoice.discount_total].into_iter().chain(taken),
        )?;
        Ok(if left.minor > 0 {
            Discount::Amount(left.to_decimal())
        } else {
            Discount::None
        })
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

/// The amounts of `content` with those of its groups; what they are apart by is in the discount.
fn of_groups(content: &PricedContent, sums: &Totals, groups: &[Shared<'_>]) -> Result<Totals, MoneyError> {
    let zero = Money::zero(content.currency);
    let taxable_total = Money::sum(content.currency, groups.iter().map(|group| group.base))?;
    let mut taxes: BTreeMap<&Tax, (Money, Money)> = BTreeMap::new();
    for group in groups {
        for (tax, amount) in group.taxes.iter().zip(&group.amounts) {
            let sum = taxes.entry(tax).or_insert((zero, zero));
            *sum = (sum.0.plus(group.base)?, sum.1.plus(*amount)?);
        }
    }
    let lines = taxes.into_iter().map(|(tax, (base, amount))| TaxLine {
        tax: tax.clone(),
        base,
        amount,
    });
    let taxes: Vec<TaxLine> = lines.collect();
    let tax_total = Money::sum(content.currency, taxes.iter().map(|line| line.amount))?;
    let total = taxable_total.plus(tax_total)?;
    let after_discount = match content.tax_mode {
        TaxMode::Exclusive => taxable_total,
        TaxMode::Inclusive => total,
    };
    Ok(Totals {
        lines: sums.lines.clone(),
        subtotal: sums.subtotal,
        discount_total: sums.subtotal.minus(after_discount)?,
        taxable_total,
        taxes,
        tax_total,
        total,
    })
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
