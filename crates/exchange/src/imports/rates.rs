//! What percentage a tax is, where a file states it as an amount of money.
//!
//! Amounts of tax are rounded, so several percentages explain one of them. Of a tax that a file names again and
//! again, the percentage that explains the most amounts is taken, and of several that do, the plainest one.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::columns::Column;
use super::table::Table;
use crate::tables::records::Record;

/// The percentages of a file's taxes, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rates {
    by_name: BTreeMap<String, Decimal>,
}

/// The columns of a line's taxes: name, percentage, amount.
pub(crate) const AMOUNTS: [(Column, Column, Column); 2] = [
    (Column::ItemTaxName1, Column::ItemTaxRate1, Column::ItemTaxAmount1),
    (Column::ItemTaxName2, Column::ItemTaxRate2, Column::ItemTaxAmount2),
];

/// More pairs than this say nothing new.
const PAIRS_MAX: usize = 500;

impl Rates {
    /// Looks at every line of `table`.
    pub(crate) fn learn(table: &Table<'_>) -> Self {
        let mut pairs: BTreeMap<String, Vec<(Decimal, Decimal)>> = BTreeMap::new();
        for (name, _, amount) in AMOUNTS.iter().filter(|(_, _, amount)| table.has(*amount)) {
            for row in &table.rows {
                let (Some(net), Ok(Some(tax))) = (net(table, row), table.amount(row, *amount)) else {
                    continue;
                };
                let of_name = pairs.entry(table.text(row, *name).to_owned()).or_default();
                if !net.is_zero() && !tax.value.is_zero() && of_name.len() < PAIRS_MAX {
                    of_name.push((net, tax.value));
                }
            }
        }
        let by_name = pairs
            .into_iter()
            .filter_map(|(name, pairs)| Some((name.clone(), commonest(&name, &pairs)?)));
        Self {
            by_name: by_name.collect(),
        }
    }

    /// The percentage of the tax `name` that is `tax` on `net`, which does not contain it.
    pub(crate) fn of(&self, name: &str, net: Decimal, tax: Decimal) -> Decimal {
        if let Some(known) = self.by_name.get(name).filter(|rate| explains(**rate, net, tax)) {
            return *known;
        }
        let candidates = candidates(name, net, tax);
        let plainest = candidates.iter().find(|rate| explains(**rate, net, tax));
        plainest.or(candidates.last()).copied().unwrap_or_default()
    }
}

/// A line's amount, as the file states it or its price says.
fn net(table: &Table<'_>, row: &Record) -> Option<Decimal> {
    let value = |column| Some(table.amount(row, column).ok()??.value);
    value(Column::ItemTotal).or_else(|| {
        let quantity = value(Column::ItemQuantity).unwrap_or(Decimal::ONE);
        quantity.checked_mul(value(Column::ItemCost)?)
    })
}

fn commonest(name: &str, pairs: &[(Decimal, Decimal)]) -> Option<Decimal> {
    let (net, tax) = pairs.iter().max_by_key(|(net, _)| net.abs())?;
    let mut tried = candidates(name, *net, *tax);
    // The amounts may contain the tax.
    tried.extend(candidates(name, net.checked_sub(*tax)?, *tax));
    let fits = |rate: Decimal| {
        let fit = |(net, tax): &&(Decimal, Decimal)| {
            explains(rate, *net, *tax) || explains(rate, *net - *tax, *tax)
        };
        pairs.iter().filter(fit).count()
    };
    let best = tried.iter().map(|rate| fits(*rate)).max()?;
    let mut best = tried.into_iter().filter(|rate| fits(*rate) == best);
    best.next()
}

/// Percentages that `tax` on `net` may be, the plainest first.
fn candidates(name: &str, net: Decimal, tax: Decimal) -> Vec<Decimal> {
    let mut candidates: Vec<Decimal> = written(name).into_iter().collect();
    let exact = tax
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|part| part.checked_div(net));
    if let Some(exact) = exact {
        candidates.extend((0..=4).map(|digits| exact.round_dp(digits).normalize()));
    }
    candidates.retain(|rate| *rate >= Decimal::ZERO && *rate <= Decimal::ONE_HUNDRED);
    candidates
}

/// Whether `rate` percent of `net` are `tax`, rounded to its decimals but to no fewer than a currency may have.
fn explains(rate: Decimal, net: Decimal, tax: Decimal) -> bool {
    // `68.7400` is as fine as `68.74`, and `20.00` not as coarse as `20`.
    let digits = tax.normalize().scale().max(tax.scale().min(2)).min(4);
    let half = Decimal::new(5, digits + 1);
    let part = net.checked_mul(rate).map(|part| part / Decimal::ONE_HUNDRED);
    part.is_some_and(|part| (part - tax).abs() <= half)
}

/// The percentage that a tax's name mentions: `20% (VAT on Income)`, `GST 18`.
fn written(name: &str) -> Option<Decimal> {
    let is_part = |character: char| character.is_ascii_digit() || character == '.';
    let number = name
        .split(|character: char| !is_part(character))
        .find(|part| part.bytes().any(|byte| byte.is_ascii_digit()))?;
    let rate: Decimal = number.trim_matches('.').parse().ok()?;
    (rate <= Decimal::ONE_HUNDRED).then(|| rate.normalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tax_is_as_plain_as_its_amounts_allow() {
        let dec = |text: &str| text.parse::<Decimal>().unwrap();
        let cases = [
            ("15% GST on Income", "458.24", "68.74", "15"),
            ("Standard Rate Sales", "458.24", "68.74", "15"),
            ("VAT", "1.15", "0.20", "17"),
            ("Moms", "1000.00", "255.00", "25.5"),
            ("Sales Tax", "1234.56", "109.57", "8.875"),
            ("No VAT", "12.00", "0", "0"),
            ("Wrong 50%", "100", "20", "20"),
        ];
        for (name, net, tax, rate) in cases {
            let found = Rates::default().of(name, dec(net), dec(tax));
            assert!(explains(found, dec(net), dec(tax)), "{name}");
            assert!((found - dec(rate)).abs() < dec("0.01"), "{name}: {found}");
        }
    }

    #[test]
    fn what_a_file_repeats_decides() {
        let pairs: Vec<(Decimal, Decimal)> = (1..60)
            .map(|nth| {
                let net = Decimal::new(nth * 137, 2);
                (net, (net * Decimal::new(175, 3)).round_dp(2))
            })
            .collect();
        let found = commonest("VAT", &pairs);
        assert!(
            pairs
                .iter()
                .all(|(net, tax)| explains(found.unwrap(), *net, *tax)),
            "{found:?}"
        );
    }
}
