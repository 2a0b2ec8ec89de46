//! What each line of an invoice comes to without tax, and the tax on it, for books that are kept line by line. The
//! invoice's own amounts stand: its discount and its taxes are shared out over the lines, and the shares add up to
//! them exactly.

use super::invoice::Invoice;
use super::totals::{
    Group, LineAmounts, LineItem, PricedContent, Tax, TaxLine, TaxMode, Totals, share_discount, take_tax_out,
};
use crate::money::{Currency, Money, MoneyError, split_by_largest_remainder};

/// The share of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineShare {
    /// Without tax, the document's discount taken off: over all lines the invoice's `taxable_total`.
    pub taxable: Money,
    /// The tax on it: over all lines the sum of the invoice's `taxes`.
    pub tax: Money,
}

/// The amounts that a document states.
pub(super) struct Stated<'a> {
    pub(super) currency: Currency,
    pub(super) tax_mode: TaxMode,
    pub(super) lines: Vec<(&'a LineItem, LineAmounts)>,
    pub(super) discount_total: Money,
    pub(super) taxable_total: Money,
    pub(super) taxes: &'a [TaxLine],
}

impl<'a> Stated<'a> {
    /// Those of an invoice.
    pub(super) fn by(invoice: &'a Invoice) -> Self {
        let lines = invoice.lines.iter();
        Self {
            currency: invoice.currency,
            tax_mode: invoice.tax_mode,
            lines: lines.map(|line| (&line.item, line.amounts)).collect(),
            discount_total: invoice.discount_total,
            taxable_total: invoice.taxable_total,
            taxes: &invoice.taxes,
        }
    }

    /// Those that `content` comes to.
    pub(super) fn of(content: &'a PricedContent, sums: &'a Totals) -> Self {
        Self {
            currency: content.currency,
            tax_mode: content.tax_mode,
            lines: content.lines.iter().zip(sums.lines.iter().copied()).collect(),
            discount_total: sums.discount_total,
            taxable_total: sums.taxable_total,
            taxes: &sums.taxes,
        }
    }
}

/// Lines taxed alike.
#[derive(Clone, Debug)]
pub(super) struct Shared<'a> {
    pub(super) taxes: &'a [Tax],
    /// Which lines.
    lines: Vec<usize>,
    /// What they come to, without tax.
    pub(super) base: Money,
    /// The taxes that their prices contain; all zero where prices contain none.
    contained: Vec<Money>,
    /// What of each of their taxes lies on them.
    pub(super) amounts: Vec<Money>,
    /// Tax that no line has, of another tool's invoice.
    foreign: Money,
}

/// The share of each line of `invoice`, in their order.
///
/// The discount is shared over lines taxed alike and tax is taken out of prices as
/// [`totals`](super::totals::totals) does it; each tax of the invoice is then shared over what it was computed on.
/// An invoice that came from another tool may state amounts that do not follow from its lines: the difference is that
/// of the largest group for which no tax states what it was computed on, else of the largest.
///
/// # Errors
/// An amount that cannot be held.
pub fn line_shares(invoice: &Invoice) -> Result<Vec<LineShare>, MoneyError> {
    let zero = Money::zero(invoice.currency);
    let mut shares = vec![
        LineShare {
            taxable: zero,
            tax: zero
        };
        invoice.lines.len()
    ];
    for group in taxed_alike(&Stated::by(invoice))? {
        let nets = group.lines.iter().filter_map(|at| invoice.lines.get(*at));
        let nets: Vec<i64> = nets.map(|line| line.amounts.net.minor).collect();
        let bases = if nets.iter().sum::<i64>() == group.base.minor {
            nets
        } else {
            split_by_largest_remainder(group.base.minor, &nets)?
        };
        let tax = Money::sum(invoice.currency, group.amounts)?.plus(group.foreign)?;
        let taxes = split_by_largest_remainder(tax.minor, &bases)?;
        for ((at, base), tax) in group.lines.into_iter().zip(bases).zip(taxes) {
            if let Some(share) = shares.get_mut(at) {
                share.taxable = Money::new(base, invoice.currency);
                share.tax = Money::new(tax, invoice.currency);
            }
        }
    }
    Ok(shares)
}

/// What the lines taxed alike come to, group by group; the groups add up to what the document states.
pub(super) fn taxed_alike<'a>(stated: &Stated<'a>) -> Result<Vec<Shared<'a>>, MoneyError> {
    let mut groups = groups(stated)?;
    let told = state_bases(stated, &mut groups);
    let bases = Money::sum(stated.currency, groups.iter().map(|group| group.base))?;
    let astray = stated.taxable_total.minus(bases)?;
    let largest = groups
        .iter_mut()
        .zip(told)
        .max_by_key(|(group, told)| (!told, group.base.minor.abs()));
    if let Some((largest, _)) = largest {
        largest.base = largest.base.plus(astray)?;
    }
    share_taxes(stated, &mut groups)?;
    Ok(groups)
}

/// Gives each group that alone has some tax the base that the document states for it, and says which groups those are.
fn state_bases(stated: &Stated<'_>, groups: &mut [Shared<'_>]) -> Vec<bool> {
    let mut bases: Vec<Option<Money>> = vec![None; groups.len()];
    for line in stated.taxes {
        let mut having = (0..groups.len()).filter(|at| {
            let taxes = groups.get(*at).map_or(&[][..], |group| group.taxes);
            taxes.iter().filter(|tax| **tax == line.tax).count() == 1
        });
        if let (Some(at), None) = (having.next(), having.next())
            && let Some(base) = bases.get_mut(at)
        {
            *base = Some(line.base);
        }
    }
    for (group, base) in groups.iter_mut().zip(&bases) {
        group.base = base.unwrap_or(group.base);
    }
    bases.iter().map(Option::is_some).collect()
}

fn groups<'a>(stated: &Stated<'a>) -> Result<Vec<Shared<'a>>, MoneyError> {
    let mut alike: Vec<(Group<'a>, Vec<usize>)> = Vec::new();
    for (at, (item, amounts)) in stated.lines.iter().enumerate() {
        match alike.iter_mut().find(|(group, _)| group.taxes == item.taxes) {
            Some((group, lines)) => {
                group.amount = group.amount.plus(amounts.net)?;
                lines.push(at);
            }
            None => alike.push((
                Group {
                    taxes: &item.taxes,
                    amount: amounts.net,
                },
                vec![at],
            )),
        }
    }
    let (mut groups, lines): (Vec<Group<'a>>, Vec<Vec<usize>>) = alike.into_iter().unzip();
    share_discount(&mut groups, stated.discount_total)?;
    let shared = groups.into_iter().zip(lines).map(|(group, lines)| {
        let none = vec![Money::zero(stated.currency); group.taxes.len()];
        let (base, contained) = match stated.tax_mode {
            TaxMode::Exclusive => (group.amount, none.clone()),
            TaxMode::Inclusive => take_tax_out(&group)?,
        };
        Ok(Shared {
            taxes: group.taxes,
            lines,
            base,
            contained,
            amounts: none,
            foreign: Money::zero(stated.currency),
        })
    });
    shared.collect()
}

/// Shares each tax of the invoice over the groups that have it: by what their prices contain of it, else by what it
/// is computed on. A tax that no line has, of another tool's invoice, is the first group's.
fn share_taxes(stated: &Stated<'_>, groups: &mut [Shared<'_>]) -> Result<(), MoneyError> {
    for line in stated.taxes {
        let place = |group: &Shared<'_>| group.taxes.iter().position(|tax| *tax == line.tax);
        let mut having: Vec<&mut Shared<'_>> =
            groups.iter_mut().filter(|group| place(group).is_some()).collect();
        if having.is_empty() {
            if let Some(first) = groups.first_mut() {
                first.foreign = first.foreign.plus(line.amount)?;
            }
            continue;
        }
        let weights: Vec<i64> = having
            .iter()
            .map(|group| match stated.tax_mode {
                TaxMode::Exclusive => group.base.minor,
                TaxMode::Inclusive => {
                    let contained = place(group).and_then(|at| group.contained.get(at));
                    contained.map_or(0, |amount| amount.minor)
                }
            })
            .collect();
        let parts = split_by_largest_remainder(line.amount.minor, &weights)?;
        for (group, part) in having.iter_mut().zip(parts) {
            if let Some(amount) = place(group).and_then(|at| group.amounts.get_mut(at)) {
                *amount = amount.plus(Money::new(part, stated.currency))?;
            }
        }
    }
    Ok(())
}
