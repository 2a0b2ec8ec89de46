//! From rows of line items to priced lines whose total is the one that the source states.

use folio_domain::invoices::{Discount, LineItem, PricedContent, Tax, TaxCategory, TaxMode, Totals, totals};
use folio_domain::languages::Language;
use folio_domain::{Currency, Money, Reason, Refusal};
use rust_decimal::Decimal;

use super::clients::broken_rule;
use super::columns::Column;
use super::findings::{Message, Trouble};
use super::items::{Part, RawItem, RawTax, item, plain};
use super::rates::Rates;
use super::table::Table;
use crate::tables::records::Record;

/// The priced part of an invoice as the source writes it.
pub(crate) struct Raw<'t> {
    rates: &'t Rates,
    /// Whether the stated amount may contain tax that no column shows.
    hides_tax: bool,
    currency: Currency,
    language: Language,
    items: Vec<RawItem>,
    discount: Decimal,
    discount_is_amount: Option<bool>,
    inclusive: Option<bool>,
}

/// One way to read what the source leaves open.
#[derive(Clone, Copy)]
struct Reading {
    inclusive: bool,
    discount_is_amount: bool,
    item_discount_is_amount: bool,
}

/// The priced part of an invoice, and what is doubtful about it.
pub(crate) struct Priced {
    pub(crate) content: PricedContent,
    pub(crate) totals: Totals,
    pub(crate) doubts: Vec<Trouble>,
}

const SURCHARGES: [Column; 4] = [
    Column::Surcharge1,
    Column::Surcharge2,
    Column::Surcharge3,
    Column::Surcharge4,
];

impl<'t> Raw<'t> {
    /// Reads the items of an invoice's rows.
    pub(crate) fn read(
        table: &'t Table<'_>,
        rows: &[&Record],
        currency: Currency,
        language: Language,
    ) -> Result<Self, (u32, Trouble)> {
        let mut raw = Self {
            rates: &table.rates,
            hides_tax: table.format.hides_tax,
            currency,
            language,
            items: Vec::new(),
            discount: Decimal::ZERO,
            discount_is_amount: None,
            inclusive: None,
        };
        for row in rows {
            raw.items
                .extend(item(table, row).map_err(|trouble| (row.line, trouble))?);
        }
        if let Some(first) = rows.first() {
            raw.head(table, first).map_err(|trouble| (first.line, trouble))?;
        }
        Ok(raw)
    }

    fn head(&mut self, table: &Table<'_>, row: &Record) -> Result<(), Trouble> {
        self.discount = table.number(row, Column::InvoiceDiscount)?;
        self.discount_is_amount = table.flag(row, Column::InvoiceDiscountIsAmount);
        self.inclusive = table.flag(row, Column::InvoiceInclusive);
        for column in SURCHARGES {
            let amount = table.number(row, column)?;
            if !amount.is_zero() {
                self.items.push(plain(table.title(column), amount));
            }
        }
        Ok(())
    }

    /// Whether no row had a line item.
    pub(crate) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The one line that stands for an invoice without items.
    pub(crate) fn stand_in(&mut self, description: &str, amount: Money) {
        self.items = vec![plain(description.to_owned(), amount.to_decimal())];
        self.discount = Decimal::ZERO;
    }

    fn readings(&self) -> Vec<Reading> {
        let taxed = self
            .items
            .iter()
            .any(|item| item.taxes.iter().any(|tax| !tax.is_zero()));
        let open_items = self
            .items
            .iter()
            .any(|item| !item.discount.is_zero() && item.discount_is_amount.is_none());
        let ways = |known: Option<bool>, matters: bool| match known {
            Some(known) => vec![known],
            None if matters => vec![false, true],
            None => vec![false],
        };
        let mut readings = Vec::new();
        for inclusive in ways(self.inclusive, taxed) {
            for discount_is_amount in ways(self.discount_is_amount, !self.discount.is_zero()) {
                for item_discount_is_amount in ways(None, open_items) {
                    readings.push(Reading {
                        inclusive,
                        discount_is_amount,
                        item_discount_is_amount,
                    });
                }
            }
        }
        readings
    }

    fn content(&self, reading: Reading) -> Result<PricedContent, Refusal> {
        let line = |item: &RawItem| {
            let is_amount = item.discount_is_amount.unwrap_or(reading.item_discount_is_amount);
            let line = LineItem {
                description: item.description.clone(),
                quantity: item.quantity.normalize(),
                unit: item.unit.clone(),
                unit_price: item.cost.normalize(),
                discount: discount(item.discount, is_amount),
                taxes: self.taxes(item, is_amount, reading.inclusive),
            };
            line.check()?;
            Ok(line)
        };
        let content = PricedContent {
            currency: self.currency,
            tax_mode: if reading.inclusive {
                TaxMode::Inclusive
            } else {
                TaxMode::Exclusive
            },
            discount: discount(self.discount, reading.discount_is_amount),
            lines: self.items.iter().map(line).collect::<Result<_, Refusal>>()?,
        };
        content.discount.check()?;
        if content.lines.is_empty() {
            return Err(Refusal::new(Reason::NoLines));
        }
        Ok(content)
    }

    /// The taxes of a line; what is stated as an amount becomes the percentage that explains it.
    fn taxes(&self, item: &RawItem, discount_is_amount: bool, inclusive: bool) -> Vec<Tax> {
        let rounded = |exact| Money::rounded(exact, self.currency).map_or(exact, Money::to_decimal);
        let gross = item.quantity.saturating_mul(item.cost);
        let off = if discount_is_amount {
            item.discount
        } else {
            gross.saturating_mul(item.discount) / Decimal::ONE_HUNDRED
        };
        // A tool takes the tax of the amount that it shows.
        let made = rounded(gross).saturating_sub(rounded(off));
        let amount = item.total.unwrap_or(made);
        let contained: Decimal = item.taxes.iter().map(RawTax::amount).sum();
        let net = if inclusive {
            amount.saturating_sub(contained)
        } else {
            amount
        };
        let made = |tax: &RawTax| {
            let percent = match tax.part {
                Part::Percent(percent) => percent,
                Part::Amount(amount) => self.rates.of(&tax.name, net, amount),
            };
            Tax {
                name: if tax.name.is_empty() { "Tax" } else { &tax.name }.to_owned(),
                percent: percent.normalize(),
                category: if percent.is_zero() {
                    TaxCategory::ZeroRated
                } else {
                    TaxCategory::Standard
                },
            }
        };
        item.taxes.iter().map(made).collect()
    }

    /// Where the tax stands in no column: the percentage on all lines that makes the total the one that is stated.
    fn with_hidden_tax(&self, number: &str, stated: Money) -> Option<Priced> {
        let untaxed = self.items.iter().all(|item| item.taxes.is_empty());
        let mut content = self.content(*self.readings().first()?).ok()?;
        let bare = totals(&content).ok()?.total;
        let tax = stated.minus(bare).ok()?;
        let same_sign = tax.minor.signum() == bare.minor.signum();
        if !(self.hides_tax && untaxed && same_sign && tax.minor != 0) {
            return None;
        }
        let percent = plain_rate(bare.to_decimal(), tax.to_decimal(), self.currency)?;
        for line in &mut content.lines {
            line.taxes.push(Tax {
                name: "Tax".to_owned(),
                percent: percent.normalize(),
                category: TaxCategory::Standard,
            });
        }
        let totals = totals(&content).ok()?;
        let params = vec![
            ("number", number.to_owned()),
            ("percent", percent.normalize().to_string()),
        ];
        (totals.total == stated).then(|| Priced {
            content,
            totals,
            doubts: vec![(Message::TaxFromTotal, params)],
        })
    }

    /// Prices the invoice so that its total is `stated`; without one, as the lines say.
    pub(crate) fn price(&self, number: &str, stated: Option<Money>) -> Result<Priced, Trouble> {
        let mut first_refusal = None;
        let mut priced: Vec<(Reading, PricedContent, Totals)> = Vec::new();
        for reading in self.readings() {
            match self
                .content(reading)
                .and_then(|content| Ok((totals(&content)?, content)))
            {
                Ok((totals, content)) => priced.push((reading, content, totals)),
                Err(refusal) => {
                    first_refusal.get_or_insert(refusal);
                }
            }
        }
        let Some((_, _, usual)) = priced.first() else {
            let refusal = first_refusal.unwrap_or_else(|| Refusal::new(Reason::NoLines));
            return Err(broken_rule(&refusal));
        };
        let Some(stated) = stated else {
            let computed = usual.total;
            let mut only = priced.swap_remove(0).into_priced(self, number);
            only.doubts.push((
                Message::TotalMissing,
                vec![("number", number.to_owned()), ("computed", shown(computed))],
            ));
            return Ok(only);
        };
        let computed = usual.total;
        if let Some(exact) = priced.iter().position(|(_, _, totals)| totals.total == stated) {
            return Ok(priced.swap_remove(exact).into_priced(self, number));
        }
        let off = |totals: &Totals| (stated.minor - totals.total.minor).abs();
        let near = priced
            .into_iter()
            .filter(|(_, content, totals)| off(totals) <= tolerance(content))
            .min_by_key(|(_, _, totals)| off(totals));
        near.and_then(|near| self.rounded(near, number, stated))
            .or_else(|| self.with_hidden_tax(number, stated))
            .ok_or_else(|| {
                let params = vec![
                    ("number", number.to_owned()),
                    ("stated", shown(stated)),
                    ("computed", shown(computed)),
                ];
                (Message::TotalDiffers, params)
            })
    }

    /// Adds the untaxed line that makes up for rounding. A discount of the whole touches that line too, so prices
    /// near the difference are tried until the total is the one stated.
    fn rounded(&self, near: (Reading, PricedContent, Totals), number: &str, stated: Money) -> Option<Priced> {
        let computed = near.2.total;
        let difference = stated.minor - computed.minor;
        let label = match self.language {
            Language::En => "Rounding",
            Language::Hi => "पूर्णांकन",
            Language::Ta => "முழுமையாக்கம்",
            Language::Eo => "Rondigo",
        };
        for nudge in [0_i64, 1, -1, 2, -2, 3, -3] {
            let price = Money::new(difference + nudge, self.currency).to_decimal();
            let mut content = near.1.clone();
            content.lines.push(LineItem {
                description: label.to_owned(),
                quantity: Decimal::ONE,
                unit: String::new(),
                unit_price: price.normalize(),
                discount: Discount::None,
                taxes: Vec::new(),
            });
            let Ok(totals) = totals(&content) else { continue };
            if totals.total == stated {
                let mut priced = (near.0, content, totals).into_priced(self, number);
                let params = vec![
                    ("number", number.to_owned()),
                    ("stated", shown(stated)),
                    ("computed", shown(computed)),
                    ("difference", shown(Money::new(difference, self.currency))),
                ];
                priced.doubts.push((Message::TotalRounded, params));
                return Some(priced);
            }
        }
        None
    }
}

trait IntoPriced {
    fn into_priced(self, raw: &Raw<'_>, number: &str) -> Priced;
}

impl IntoPriced for (Reading, PricedContent, Totals) {
    fn into_priced(self, raw: &Raw<'_>, number: &str) -> Priced {
        let (reading, content, totals) = self;
        let mut doubts = Vec::new();
        let about = || vec![("number", number.to_owned())];
        if reading.inclusive && raw.inclusive.is_none() {
            doubts.push((Message::TaxesIncluded, about()));
        }
        if (reading.discount_is_amount && raw.discount_is_amount.is_none()) || reading.item_discount_is_amount
        {
            doubts.push((Message::DiscountAsAmount, about()));
        }
        Priced {
            content,
            totals,
            doubts,
        }
    }
}

/// What rounding can make of an invoice at most: half a unit for each line's amount and for each tax on it, which
/// other tools round line by line, and one for a discount of the whole.
fn tolerance(content: &PricedContent) -> i64 {
    let halves: usize = content.lines.iter().map(|line| 1 + line.taxes.len()).sum();
    let halves = i64::try_from(halves).unwrap_or(i64::MAX - 1);
    (halves + 1) / 2 + i64::from(content.discount != Discount::None)
}

/// The percentage that makes `tax` of `net`, when it is one that governments set: the plainest of whole ones, of
/// twentieths and of eighths.
fn plain_rate(net: Decimal, tax: Decimal, currency: Currency) -> Option<Decimal> {
    let half = Decimal::new(5, currency.digits() + 1);
    let exact = tax.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(net)?;
    let nearest = [1, 2, 20, 8].map(|parts| {
        let parts = Decimal::from(parts);
        (exact * parts).round() / parts
    });
    let mut plain = nearest.into_iter().filter(|rate| {
        let made = net * *rate / Decimal::ONE_HUNDRED;
        (made - tax).abs() <= half && *rate > Decimal::ZERO && *rate <= Decimal::from(35)
    });
    plain.next()
}

/// An amount as a person reads it.
pub(crate) fn shown(amount: Money) -> String {
    format!("{} {}", amount.to_decimal(), amount.currency)
}

fn discount(value: Decimal, is_amount: bool) -> Discount {
    match (value.is_zero(), is_amount) {
        (true, _) => Discount::None,
        (false, true) => Discount::Amount(value.normalize()),
        (false, false) => Discount::Percent(value.normalize()),
    }
}
