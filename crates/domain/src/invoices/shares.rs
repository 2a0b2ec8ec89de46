//! What each line of an invoice comes to without tax, and the tax on it, for books that are kept line by line. The
//! invoice's own amounts stand: its discount and its taxes are shared out over the lines, and the shares add up to
//! them exactly.

use super::invoice::Invoice;
use super::totals::{Group, Tax, TaxMode, share_discount, take_tax_out};
use crate::money::{Money, MoneyError, split_by_largest_remainder};

/// The share of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineShare {
    /// Without tax, the document's discount taken off: over all lines the invoice's `taxable_total`.
    pub taxable: Money,
    /// The tax on it: over all lines the sum of the invoice's `taxes`.
    pub tax: Money,
}

/// Lines taxed alike.
struct Shared<'a> {
    taxes: &'a [Tax],
    /// Which lines.
    lines: Vec<usize>,
    /// What they come to, without tax.
    base: Money,
    /// The taxes that their prices contain; all zero where prices contain none.
    contained: Vec<Money>,
    /// Their tax.
    tax: Money,
}

/// The share of each line of `invoice`, in their order.
///
/// The discount is shared over lines taxed alike and tax is taken out of prices as
/// [`totals`](super::totals::totals) does it; each tax of the invoice is then shared over what it was computed on.
/// An invoice that came from another tool may state amounts that do not follow from its lines: the difference is the
/// largest group's.
///
/// # Errors
/// An amount that cannot be held.
pub fn line_shares(invoice: &Invoice) -> Result<Vec<LineShare>, MoneyError> {
    let zero = Money::zero(invoice.currency);
    let mut groups = groups(invoice)?;
    let bases = Money::sum(invoice.currency, groups.iter().map(|group| group.base))?;
    let astray = invoice.taxable_total.minus(bases)?;
    if let Some(largest) = groups.iter_mut().max_by_key(|group| group.base.minor.abs()) {
        largest.base = largest.base.plus(astray)?;
    }
    share_taxes(invoice, &mut groups)?;
    let mut shares = vec![
        LineShare {
            taxable: zero,
            tax: zero
        };
        invoice.lines.len()
    ];
    for group in groups {
        let nets = group.lines.iter().filter_map(|at| invoice.lines.get(*at));
        let nets: Vec<i64> = nets.map(|line| line.amounts.net.minor).collect();
        let bases = if nets.iter().sum::<i64>() == group.base.minor {
            nets
        } else {
            split_by_largest_remainder(group.base.minor, &nets)?
        };
        let taxes = split_by_largest_remainder(group.tax.minor, &bases)?;
        for ((at, base), tax) in group.lines.into_iter().zip(bases).zip(taxes) {
            if let Some(share) = shares.get_mut(at) {
                share.taxable = Money::new(base, invoice.currency);
                share.tax = Money::new(tax, invoice.currency);
            }
        }
    }
    Ok(shares)
}

fn groups(invoice: &Invoice) -> Result<Vec<Shared<'_>>, MoneyError> {
    let mut alike: Vec<(Group<'_>, Vec<usize>)> = Vec::new();
    for (at, line) in invoice.lines.iter().enumerate() {
        match alike.iter_mut().find(|(group, _)| group.taxes == line.item.taxes) {
            Some((group, lines)) => {
                group.amount = group.amount.plus(line.amounts.net)?;
                lines.push(at);
            }
            None => alike.push((
                Group {
                    taxes: &line.item.taxes,
                    amount: line.amounts.net,
                },
                vec![at],
            )),
        }
    }
    let (mut groups, lines): (Vec<Group<'_>>, Vec<Vec<usize>>) = alike.into_iter().unzip();
    share_discount(&mut groups, invoice.discount_total)?;
    let shared = groups.into_iter().zip(lines).map(|(group, lines)| {
        let none = vec![Money::zero(invoice.currency); group.taxes.len()];
        let (base, contained) = match invoice.tax_mode {
            TaxMode::Exclusive => (group.amount, none),
            TaxMode::Inclusive => take_tax_out(&group)?,
        };
        Ok(Shared {
            taxes: group.taxes,
            lines,
            base,
            contained,
            tax: Money::zero(invoice.currency),
        })
    });
    shared.collect()
}

/// Shares each tax of the invoice over the groups that have it: by what their prices contain of it, else by what it
/// is computed on. A tax that no line has, of another tool's invoice, is the first group's.
fn share_taxes(invoice: &Invoice, groups: &mut [Shared<'_>]) -> Result<(), MoneyError> {
    for line in &invoice.taxes {
        let place = |group: &Shared<'_>| group.taxes.iter().position(|tax| *tax == line.tax);
        let mut having: Vec<&mut Shared<'_>> =
            groups.iter_mut().filter(|group| place(group).is_some()).collect();
        if having.is_empty() {
            if let Some(first) = groups.first_mut() {
                first.tax = first.tax.plus(line.amount)?;
            }
            continue;
        }
        let weights: Vec<i64> = having
            .iter()
            .map(|group| match invoice.tax_mode {
                TaxMode::Exclusive => group.base.minor,
                TaxMode::Inclusive => {
                    let contained = place(group).and_then(|at| group.contained.get(at));
                    contained.map_or(0, |amount| amount.minor)
                }
            })
            .collect();
        let parts = split_by_largest_remainder(line.amount.minor, &weights)?;
        for (group, part) in having.iter_mut().zip(parts) {
            group.tax = group.tax.plus(Money::new(part, invoice.currency))?;
        }
    }
    Ok(())
}
