//! A business that never was: its clients, and invoices as its tool adds them up.

use folio_domain::invoices::{Discount, LineItem, PricedContent, Tax, TaxCategory, TaxMode, totals};
use folio_domain::{Currency, Money};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use rust_decimal::Decimal;

use super::NOTES;
use crate::dice::Dice;

/// Name, currency, country.
pub(super) const CLIENTS: [(&str, &str, &str); 16] = [
    ("Møller & Sønner ApS", "DKK", "Denmark"),
    ("கவிதா அச்சகம்", "INR", "India"),
    ("सूर्य ट्रेडर्स", "INR", "India"),
    ("Ĉielarko Kooperativo", "EUR", "Netherlands"),
    ("Gasthaus \"Zum Bären\"", "EUR", "Austria"),
    ("Doyle, Walsh, and Daughters", "EUR", "Ireland"),
    ("🌻 Sunflower Kitchen", "GBP", "United Kingdom"),
    ("Riverbend Hardware", "USD", "United States"),
    ("Quay; Dock; Pier Ltd", "GBP", "GB"),
    ("Hoshi Paper", "JPY", "Japan"),
    ("Al Waha Trading", "KWD", "Kuwait"),
    ("Maple Dental", "CAD", "Canada"),
    ("Wattle Signs", "AUD", "Australia"),
    ("Żuraw Druk", "PLN", "Poland"),
    ("=SUM(A1) Imports", "USD", "United States"),
    ("मधुबन पुस्तकालय", "INR", "India"),
];

/// What a tool's invoices can have.
#[derive(Clone, Copy)]
pub(super) struct Habits {
    /// A discount of the whole.
    pub(super) whole_discounts: bool,
    /// Discounts of a line are amounts, not percentages; none means it has none.
    pub(super) line_discounts: Option<bool>,
    /// Prices that contain the tax.
    pub(super) inclusive: bool,
    /// Whether the tax of a line is shown at all; else it is the same for the whole invoice.
    pub(super) shows_tax: bool,
    /// Whether it is shown how much of an invoice is paid; else only whether it is.
    pub(super) shows_parts: bool,
}

/// An invoice.
#[derive(Clone)]
pub(super) struct Made {
    pub(super) number: String,
    pub(super) client: &'static str,
    pub(super) currency: Currency,
    pub(super) date: Date,
    pub(super) due: Date,
    pub(super) content: PricedContent,
    /// As the tool adds it up.
    pub(super) amount: Money,
    /// What is paid, in minor units.
    pub(super) paid: i64,
}

impl Made {
    pub(super) fn balance(&self) -> Money {
        Money::new(self.amount.minor - self.paid, self.currency)
    }

    /// A line's amount without tax, and its tax.
    pub(super) fn line(&self, nth: usize) -> (Money, Money) {
        let zero = Money::zero(self.currency);
        let Ok(totals) = totals(&self.content) else {
            return (zero, zero);
        };
        let (Some(item), Some(amounts)) = (self.content.lines.get(nth), totals.lines.get(nth)) else {
            return (zero, zero);
        };
        let percent = item.taxes.first().map_or(Decimal::ZERO, |tax| tax.percent);
        let net = amounts.net;
        let exact = if self.content.tax_mode == TaxMode::Inclusive {
            net.to_decimal() * percent / (Decimal::ONE_HUNDRED + percent)
        } else {
            net.to_decimal() * percent / Decimal::ONE_HUNDRED
        };
        (net, Money::rounded(exact, self.currency).unwrap_or(zero))
    }
}

/// The invoice of that number, always the same but for the dice.
pub(super) fn invoice(dice: &mut Dice, nth: u32, habits: Habits) -> Made {
    let place = usize::try_from(nth).unwrap_or_default() % CLIENTS.len();
    let (client, code, _) = CLIENTS.get(place).copied().unwrap_or_default();
    let currency = currency(code);
    let inclusive = habits.inclusive && dice.chance(12);
    let rate = rates(dice);
    let percent = (habits.whole_discounts && dice.chance(15)).then(|| Decimal::from(dice.between(1, 20)));
    // A discount is of the whole or of lines.
    let of_lines = Habits {
        line_discounts: habits.line_discounts.filter(|_| percent.is_none()),
        ..habits
    };
    let count = dice.between(1, 5);
    let lines = (0..count).map(|line| {
        let mut item = item(dice, currency, line, of_lines);
        if !habits.shows_tax {
            item.taxes = vec![rate.clone()];
        }
        item
    });
    let lines: Vec<LineItem> = lines.collect();
    let content = PricedContent {
        currency,
        tax_mode: if inclusive {
            TaxMode::Inclusive
        } else {
            TaxMode::Exclusive
        },
        discount: percent.map_or(Discount::None, Discount::Percent),
        lines,
    };
    let amount = if habits.shows_tax {
        line_by_line(&content)
    } else {
        totals(&content).map_or(Money::zero(currency), |totals| totals.total)
    };
    let paid = match dice.between(0, 9) {
        _ if amount.minor <= 0 => 0,
        0..=5 => amount.minor,
        6 if habits.shows_parts => amount.minor / 3,
        _ => 0,
    };
    let start = date(2024, 1, 3);
    let issued = start.checked_add(i64::from(nth).days()).unwrap_or(start);
    Made {
        number: format!("INV-{:05}", nth + 1),
        client,
        currency,
        date: issued,
        due: issued.checked_add(30.days()).unwrap_or(issued),
        content,
        amount,
        paid,
    }
}

fn rates(dice: &mut Dice) -> Tax {
    let rates: [(&str, i64, u32); 4] = [("VAT", 20, 0), ("GST", 18, 0), ("MwSt", 19, 0), ("Moms", 255, 1)];
    let (name, rate, scale) = *dice.pick(&rates, &("VAT", 20, 0));
    Tax {
        name: name.to_owned(),
        percent: Decimal::new(rate, scale),
        category: TaxCategory::Standard,
    }
}

fn item(dice: &mut Dice, currency: Currency, nth: i64, habits: Habits) -> LineItem {
    let products = [
        "Letterpress",
        "Binding 📕",
        "அட்டை",
        "छपाई",
        "Grafiko",
        "Proof, final",
        "\"Express\"",
    ];
    let description = format!(
        "{}\n{}",
        dice.pick(&products, &"Letterpress"),
        dice.pick(&NOTES, &"")
    );
    let cost = Decimal::new(dice.between(150_000, 9_999_999), 4).round_dp(2);
    let whole = currency.digits() == 0;
    let cost = if whole {
        (cost * Decimal::ONE_HUNDRED).trunc()
    } else {
        cost
    };
    let quantity = Decimal::new(dice.between(1, 80), 1).normalize();
    let discounted = dice.chance(10);
    let discount = match habits.line_discounts {
        Some(true) if discounted => {
            let digits = currency.digits().min(2);
            Discount::Amount((quantity * cost / Decimal::TEN).round_dp(digits).normalize())
        }
        Some(false) if discounted => Discount::Percent(Decimal::from(5)),
        _ => Discount::None,
    };
    let refund = nth > 0 && habits.shows_tax && discount == Discount::None && dice.chance(6);
    let tax = rates(dice);
    LineItem {
        description: description.trim_end_matches('\n').to_owned(),
        quantity,
        unit: String::new(),
        unit_price: if refund { -cost } else { cost }.normalize(),
        discount,
        taxes: if dice.chance(70) { vec![tax] } else { Vec::new() },
    }
}

/// The total of a tool that rounds the tax of each line. Differs from [`totals`] by rounding. With a discount of the
/// whole, or prices that contain the tax, both add up alike.
pub(super) fn line_by_line(content: &PricedContent) -> Money {
    let zero = Money::zero(content.currency);
    let Ok(ours) = totals(content) else { return zero };
    if content.discount != Discount::None || content.tax_mode == TaxMode::Inclusive {
        return ours.total;
    }
    let mut total = ours.subtotal;
    for (line, amounts) in content.lines.iter().zip(&ours.lines) {
        for tax in &line.taxes {
            let exact = amounts.net.to_decimal() * tax.percent / Decimal::ONE_HUNDRED;
            let rounded = Money::rounded(exact, content.currency).unwrap_or(zero);
            total = total.plus(rounded).unwrap_or(total);
        }
    }
    total
}

pub(super) fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap_or_else(|_unknown| fallback())
}

#[allow(
    clippy::expect_used,
    reason = "INR is in the list of currencies, and this is test data"
)]
fn fallback() -> Currency {
    Currency::parse("INR").expect("INR is a currency")
}
