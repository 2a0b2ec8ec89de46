//! Totals of an invoice: line amounts, discounts, tax per category on the sum, as EN 16931 computes them
//! (BR-CO-10 to BR-CO-17). Screen, paper, e-invoice, CSV and API all show what [`totals`] gives.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::money::{Currency, Money, MoneyError, split_by_largest_remainder};
use crate::refusals::{Reason, Refusal, limit_text, require_text};

/// Whether unit prices contain the tax.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaxMode {
    /// Tax is added to the prices.
    #[default]
    Exclusive,
    /// The prices contain the tax.
    Inclusive,
}

/// The reason a rate applies: EN 16931's category codes (UNTDID 5305).
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaxCategory {
    /// S: a standard or reduced rate.
    #[default]
    Standard,
    /// Z: zero rated.
    ZeroRated,
    /// E: exempt.
    Exempt,
    /// AE: the buyer owes the tax.
    ReverseCharge,
    /// K: supply within the European Union.
    IntraCommunity,
    /// G: export.
    Export,
    /// O: outside the scope of tax.
    OutOfScope,
}

/// A tax on a line.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
pub struct Tax {
    /// What it is called: VAT, GST, CGST.
    pub name: String,
    /// Its rate in percent, an exact decimal.
    #[ts(type = "string")]
    pub percent: Decimal,
    /// Why it applies.
    pub category: TaxCategory,
}

/// A reduction of a price.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "kind", content = "value")]
pub enum Discount {
    /// No reduction.
    #[default]
    None,
    /// So many percent, an exact decimal between 0 and 100.
    Percent(#[ts(type = "string")] Decimal),
    /// An amount in major units, an exact decimal.
    Amount(#[ts(type = "string")] Decimal),
}

/// What a line says, in a draft and in an issued invoice alike.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LineItem {
    /// What is billed.
    pub description: String,
    /// How much of it, an exact decimal; below zero for a return.
    #[ts(type = "string")]
    pub quantity: Decimal,
    /// What one is called: hour, piece; empty for none.
    pub unit: String,
    /// The price of one in major units, an exact decimal.
    #[ts(type = "string")]
    pub unit_price: Decimal,
    /// A reduction of this line.
    pub discount: Discount,
    /// The taxes on it; none for an untaxed line.
    pub taxes: Vec<Tax>,
}

/// What totals are computed from.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct PricedContent {
    /// The currency.
    pub currency: Currency,
    /// Whether the prices contain the tax.
    pub tax_mode: TaxMode,
    /// A reduction of the whole.
    pub discount: Discount,
    /// The lines.
    pub lines: Vec<LineItem>,
}

/// The amounts of one line.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LineAmounts {
    /// Quantity times unit price.
    pub gross: Money,
    /// The line's discount, not below zero for a positive line.
    pub discount: Money,
    /// What is left: EN 16931 BT-131.
    pub net: Money,
}

/// The sum of one tax.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct TaxLine {
    /// The tax.
    pub tax: Tax,
    /// What it is computed on, without the tax.
    pub base: Money,
    /// The tax itself.
    pub amount: Money,
}

/// The amounts of an invoice. `total` = `taxable_total` + `tax_total`, always; prices that contain tax included.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Totals {
    /// One for each line, in their order.
    pub lines: Vec<LineAmounts>,
    /// The sum of the lines' `net`, with tax where the prices contain it.
    pub subtotal: Money,
    /// The discount of the whole.
    pub discount_total: Money,
    /// What is left, without tax.
    pub taxable_total: Money,
    /// One for each tax that occurs.
    pub taxes: Vec<TaxLine>,
    /// The sum of the taxes.
    pub tax_total: Money,
    /// What is asked.
    pub total: Money,
}

/// The most lines of an invoice.
pub const LINES_MAX: usize = 2_000;

impl LineItem {
    /// Checks texts, scales and ranges.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        limit_text("description", &self.description, 2_000)?;
        limit_text("unit", &self.unit, 20)?;
        check_decimal("quantity", self.quantity)?;
        check_decimal("unit_price", self.unit_price)?;
        self.discount.check()?;
        if self.taxes.len() > 4 {
            return Err(Refusal::field(Reason::TooMany, "taxes").with("max", 4));
        }
        for tax in &self.taxes {
            require_text("tax_name", &tax.name, 40)?;
            check_percent("tax_percent", tax.percent)?;
        }
        Ok(())
    }
}

impl Discount {
    /// Checks the range.
    ///
    /// # Errors
    /// A percentage outside 0 to 100, or an amount below zero.
    pub fn check(&self) -> Result<(), Refusal> {
        match self {
            Self::None => Ok(()),
            Self::Percent(percent) => check_percent("discount", *percent),
            Self::Amount(amount) if amount.is_sign_negative() && !amount.is_zero() => {
                Err(Refusal::field(Reason::OutOfRange, "discount"))
            }
            Self::Amount(amount) => check_decimal("discount", *amount),
        }
    }

    /// What it takes off `amount`, rounded to the currency's minor unit.
    fn of(self, amount: Money) -> Result<Money, MoneyError> {
        match self {
            Self::None => Ok(Money::zero(amount.currency)),
            Self::Percent(percent) => {
                let part = amount
                    .to_decimal()
                    .checked_mul(percent)
                    .ok_or(MoneyError::TooLarge)?;
                Money::rounded(part / Decimal::ONE_HUNDRED, amount.currency)
            }
            Self::Amount(value) => Money::rounded(value, amount.currency),
        }
    }
}

fn check_percent(field: &str, percent: Decimal) -> Result<(), Refusal> {
    if percent < Decimal::ZERO || percent > Decimal::ONE_HUNDRED || percent.scale() > 6 {
        return Err(Refusal::field(Reason::OutOfRange, field));
    }
    Ok(())
}

fn check_decimal(field: &str, value: Decimal) -> Result<(), Refusal> {
    if value.abs() > Decimal::from(1_000_000_000_000_i64) || value.scale() > 8 {
        return Err(Refusal::field(Reason::OutOfRange, field));
    }
    Ok(())
}

/// Lines taxed alike: the unit in which the document's discount and the tax contained in prices are shared out.
pub(super) struct Group<'a> {
    pub(super) taxes: &'a [Tax],
    pub(super) amount: Money,
}

/// Computes the amounts of `content`.
///
/// Each line is rounded to the minor unit (BT-131); the document's discount is shared over lines taxed alike by
/// largest remainder; each tax is computed once on its sum and rounded (BR-CO-17). Where prices contain tax, it is
/// taken out of the sum of lines taxed alike, so that the total is what the prices add up to.
///
/// # Errors
/// An amount that cannot be held.
pub fn totals(content: &PricedContent) -> Result<Totals, MoneyError> {
    let currency = content.currency;
    let lines = content
        .lines
        .iter()
        .map(|line| amounts(line, currency))
        .collect::<Result<Vec<_>, _>>()?;
    let subtotal = Money::sum(currency, lines.iter().map(|line| line.net))?;
    let discount_total = content.discount.of(subtotal)?;

    let mut groups = group(content, &lines)?;
    share_discount(&mut groups, discount_total)?;

    let mut taxable_total = Money::zero(currency);
    let mut sums: BTreeMap<&Tax, (Money, Money)> = BTreeMap::new();
    for group in &groups {
        let (base, contained) = match content.tax_mode {
            TaxMode::Exclusive => (group.amount, vec![Money::zero(currency); group.taxes.len()]),
            TaxMode::Inclusive => take_tax_out(group)?,
        };
        taxable_total = taxable_total.plus(base)?;
        for (tax, amount) in group.taxes.iter().zip(contained) {
            let sum = sums
                .entry(tax)
                .or_insert((Money::zero(currency), Money::zero(currency)));
            *sum = (sum.0.plus(base)?, sum.1.plus(amount)?);
        }
    }
    let mut taxes = Vec::with_capacity(sums.len());
    for (tax, (base, contained)) in sums {
        let amount = match content.tax_mode {
            TaxMode::Exclusive => percent_of(base, tax.percent)?,
            TaxMode::Inclusive => contained,
        };
        taxes.push(TaxLine {
            tax: tax.clone(),
            base,
            amount,
        });
    }
    let tax_total = Money::sum(currency, taxes.iter().map(|line| line.amount))?;
    let total = taxable_total.plus(tax_total)?;
    Ok(Totals {
        lines,
        subtotal,
        discount_total,
        taxable_total,
        taxes,
        tax_total,
        total,
    })
}

fn amounts(line: &LineItem, currency: Currency) -> Result<LineAmounts, MoneyError> {
    let exact = line
        .quantity
        .checked_mul(line.unit_price)
        .ok_or(MoneyError::TooLarge)?;
    let gross = Money::rounded(exact, currency)?;
    let discount = line.discount.of(gross)?;
    let net = gross.minus(discount)?;
    Ok(LineAmounts { gross, discount, net })
}

fn group<'a>(content: &'a PricedContent, lines: &[LineAmounts]) -> Result<Vec<Group<'a>>, MoneyError> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (line, amounts) in content.lines.iter().zip(lines) {
        match groups.iter_mut().find(|group| group.taxes == line.taxes) {
            Some(group) => group.amount = group.amount.plus(amounts.net)?,
            None => groups.push(Group {
                taxes: &line.taxes,
                amount: amounts.net,
            }),
        }
    }
    Ok(groups)
}

pub(super) fn share_discount(groups: &mut [Group<'_>], discount: Money) -> Result<(), MoneyError> {
    let weights: Vec<i64> = groups.iter().map(|group| group.amount.minor).collect();
    let parts = split_by_largest_remainder(discount.minor, &weights)?;
    for (group, part) in groups.iter_mut().zip(parts) {
        group.amount = group.amount.minus(Money::new(part, discount.currency))?;
    }
    Ok(())
}

/// The base of a group whose amount contains its taxes, and each tax.
pub(super) fn take_tax_out(group: &Group<'_>) -> Result<(Money, Vec<Money>), MoneyError> {
    let percents: Decimal = group.taxes.iter().map(|tax| tax.percent).sum();
    let share = Decimal::ONE + percents / Decimal::ONE_HUNDRED;
    let base = Money::rounded(group.amount.to_decimal() / share, group.amount.currency)?;
    let contained = group.amount.minus(base)?;
    let weights = group
        .taxes
        .iter()
        .map(|tax| {
            i64::try_from(tax.percent * Decimal::from(1_000_000)).map_err(|_overflow| MoneyError::TooLarge)
        })
        .collect::<Result<Vec<_>, _>>()?;
    let parts = split_by_largest_remainder(contained.minor, &weights)?;
    Ok((
        base,
        parts
            .into_iter()
            .map(|part| Money::new(part, group.amount.currency))
            .collect(),
    ))
}

fn percent_of(base: Money, percent: Decimal) -> Result<Money, MoneyError> {
    let exact = base
        .to_decimal()
        .checked_mul(percent)
        .ok_or(MoneyError::TooLarge)?;
    Money::rounded(exact / Decimal::ONE_HUNDRED, base.currency)
}
