//! The amounts of lines without tax, as an e-invoice states them, out of those that the invoice shows.
//!
//! Where prices are without tax the amounts are the invoice's own. Where they contain it, the lines taxed alike share
//! what the invoice says is taxed, by largest remainder, so that they add up to it exactly (BR-CO-10, BR-CO-13, BR-S-08).

use folio_domain::MoneyError;
use folio_domain::invoices::{Invoice, InvoiceLine, TaxCategory, TaxMode};
use folio_domain::money::split_by_largest_remainder;
use rust_decimal::{Decimal, RoundingStrategy};

/// The decimals of a unit price that tax was taken out of.
const PRICE_DECIMALS: u32 = 6;
/// How far quantity times price may be from the amount; a receiver allows two cents.
const SLACK: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// What lines are taxed by; none for lines that no tax lies on.
pub(super) type Taxed = Option<(TaxCategory, Decimal)>;

/// A line's amounts, in major units without tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NetLine {
    /// What the line comes to (BT-131).
    pub(super) net: Decimal,
    /// What was taken off (BT-136), below zero for what was put on.
    pub(super) reduction: Decimal,
    /// How much (BT-129).
    pub(super) quantity: Decimal,
    /// The price (BT-146), never below zero.
    pub(super) price: Decimal,
    /// For how many the price is (BT-149), where it is not for one.
    pub(super) price_for: Option<Decimal>,
}

/// The lines taxed alike, and what is taken off them together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    /// The tax.
    pub(super) taxed: Taxed,
    /// What is taken off (BT-92), below zero for what is put on.
    pub(super) reduction: Decimal,
    /// What is taxed (BT-116).
    pub(super) base: Decimal,
    /// The tax (BT-117).
    pub(super) tax: Decimal,
}

/// What a line is taxed by. The invoice has at most one tax on a line when this is asked.
pub(super) fn taxed(line: &InvoiceLine) -> Taxed {
    line.item
        .taxes
        .first()
        .map(|tax| (tax.category, tax.percent.normalize()))
}

/// The amounts of each line, in order, and of each group of lines taxed alike.
pub(super) fn net(invoice: &Invoice) -> Result<(Vec<NetLine>, Vec<Group>), MoneyError> {
    let mut groups: Vec<Group> = Vec::new();
    let mut lines: Vec<Option<NetLine>> = vec![None; invoice.lines.len()];
    for line in &invoice.lines {
        let taxed = taxed(line);
        if groups.iter().any(|group| group.taxed == taxed) {
            continue;
        }
        let members: Vec<(usize, &InvoiceLine)> = invoice
            .lines
            .iter()
            .enumerate()
            .filter(|(_, other)| self::taxed(other) == taxed)
            .collect();
        let (group, nets) = share(invoice, taxed, &members)?;
        groups.push(group);
        for ((at, line), net) in members.into_iter().zip(nets) {
            if let Some(slot) = lines.get_mut(at) {
                *slot = Some(net_line(invoice, line, net));
            }
        }
    }
    Ok((lines.into_iter().flatten().collect(), groups))
}

/// A group and the net amount of each of its lines.
fn share(
    invoice: &Invoice,
    taxed: Taxed,
    members: &[(usize, &InvoiceLine)],
) -> Result<(Group, Vec<Decimal>), MoneyError> {
    let digits = invoice.currency.digits();
    let shown: i64 = members.iter().map(|(_, line)| line.amounts.net.minor).sum();
    let (base, tax) = stated(invoice, taxed);
    let amount = |minor: i64| Decimal::new(minor, digits);
    let (sum, parts) = match (invoice.tax_mode, taxed) {
        (TaxMode::Inclusive, Some((_, percent))) => {
            let discount = amount(shown - base - tax);
            let without = discount / (Decimal::ONE + percent / Decimal::ONE_HUNDRED);
            let without = folio_domain::Money::rounded(without, invoice.currency)?.minor;
            let weights: Vec<i64> = members.iter().map(|(_, line)| line.amounts.net.minor).collect();
            let sum = base.checked_add(without).ok_or(MoneyError::TooLarge)?;
            (sum, split_by_largest_remainder(sum, &weights)?)
        }
        _ => (
            shown,
            members.iter().map(|(_, line)| line.amounts.net.minor).collect(),
        ),
    };
    let group = Group {
        taxed,
        reduction: amount(sum - base),
        base: amount(base),
        tax: amount(tax),
    };
    Ok((group, parts.into_iter().map(amount).collect()))
}

/// What the invoice says is taxed so, and the tax, in minor units. Lines without tax are what is left.
fn stated(invoice: &Invoice, taxed: Taxed) -> (i64, i64) {
    let of = |wanted: &dyn Fn(&(TaxCategory, Decimal)) -> bool| {
        invoice
            .taxes
            .iter()
            .filter(|line| wanted(&(line.tax.category, line.tax.percent.normalize())))
            .fold((0, 0), |sum, line| {
                (sum.0 + line.base.minor, sum.1 + line.amount.minor)
            })
    };
    match taxed {
        Some(taxed) => of(&|other| *other == taxed),
        None => {
            let (elsewhere, _) = of(&|_| true);
            (invoice.taxable_total.minor - elsewhere, 0)
        }
    }
}

fn net_line(invoice: &Invoice, line: &InvoiceLine, net: Decimal) -> NetLine {
    let (mut quantity, mut price) = (line.item.quantity, line.item.unit_price);
    if let (TaxMode::Inclusive, Some((_, percent))) = (invoice.tax_mode, taxed(line)) {
        let without = price / (Decimal::ONE + percent / Decimal::ONE_HUNDRED);
        price = without.round_dp_with_strategy(PRICE_DECIMALS, RoundingStrategy::MidpointAwayFromZero);
    }
    if price.is_sign_negative() {
        (quantity, price) = (-quantity, -price);
    }
    let gross = match invoice.tax_mode {
        TaxMode::Exclusive => line.amounts.gross.to_decimal(),
        TaxMode::Inclusive if line.amounts.discount.minor == 0 => net,
        TaxMode::Inclusive => quantity
            .checked_mul(price)
            .unwrap_or(net)
            .round_dp_with_strategy(invoice.currency.digits(), RoundingStrategy::MidpointAwayFromZero),
    };
    let exact = quantity
        .checked_mul(price)
        .is_some_and(|product| (product - gross).abs() <= SLACK);
    if exact || quantity.is_zero() {
        return NetLine {
            net,
            reduction: gross - net,
            quantity,
            price,
            price_for: None,
        };
    }
    // The amount is rounded further than a receiver recomputes it: state it as the price of the whole quantity.
    let (quantity, price) = if gross.is_sign_negative() == quantity.is_sign_negative() {
        (quantity, gross.abs())
    } else {
        (-quantity, gross.abs())
    };
    NetLine {
        net,
        reduction: gross - net,
        quantity,
        price,
        price_for: Some(quantity.abs()),
    }
}
