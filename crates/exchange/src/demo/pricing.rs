//! What the studio sells, and at which price and tax.

use folio_domain::Currency;
use folio_domain::clients::Client;
use folio_domain::invoices::{Discount, LineItem, Tax, TaxCategory};
use rust_decimal::Decimal;

use super::cast::HOME_REGION;
use super::words;
use crate::dice::Dice;

/// A line of an invoice to `client`.
pub(super) fn item(dice: &mut Dice, client: &Client) -> LineItem {
    let services = words::services(client.language);
    let fallback = ("Design", "h", 1_800, 12);
    let (description, unit, rupees, most) = *dice.pick(services, &fallback);
    let quantity = Decimal::from(dice.between(1, most));
    let halves = unit_is_time(unit) && dice.chance(40);
    LineItem {
        description: description.to_owned(),
        quantity: if halves {
            quantity + Decimal::new(5, 1)
        } else {
            quantity
        },
        unit: unit.to_owned(),
        unit_price: price(rupees, client.currency),
        discount: if dice.chance(6) {
            Discount::Percent(Decimal::from(10))
        } else {
            Discount::None
        },
        taxes: taxes(client),
    }
}

fn unit_is_time(unit: &str) -> bool {
    matches!(unit, "h" | "घंटा" | "மணி" | "horo")
}

/// Rupees in another currency at a round rate that never changes, to whole units where these are small.
fn price(rupees: i64, currency: Currency) -> Decimal {
    let rate = match currency.code() {
        "EUR" => Decimal::from(90),
        "GBP" => Decimal::from(105),
        "USD" => Decimal::from(84),
        "CHF" => Decimal::from(95),
        "SGD" => Decimal::from(63),
        "KWD" => Decimal::from(272),
        "JPY" => Decimal::new(56, 2),
        _ => Decimal::ONE,
    };
    (Decimal::from(rupees) / rate)
        .round_dp(currency.digits().min(2))
        .normalize()
}

/// GST: split in two within the state, whole within India, none on exports.
fn taxes(client: &Client) -> Vec<Tax> {
    let tax = |name: &str, percent: i64, category| Tax {
        name: name.to_owned(),
        percent: Decimal::from(percent),
        category,
    };
    if client.address.country != "IN" {
        vec![tax("IGST", 0, TaxCategory::Export)]
    } else if client.address.region == HOME_REGION {
        vec![
            tax("CGST", 9, TaxCategory::Standard),
            tax("SGST", 9, TaxCategory::Standard),
        ]
    } else {
        vec![tax("IGST", 18, TaxCategory::Standard)]
    }
}
