//! Amounts, quantities and rates as each language writes them, from exact numbers.

use folio_domain::languages::Language;
use folio_domain::money::{Currency, Money};
use rust_decimal::Decimal;

/// U+2212: as wide as a digit, and never broken from its number.
const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: char = '\u{A0}';

/// How a language writes numbers.
#[derive(Clone, Copy)]
struct Marks {
    decimal: char,
    group: char,
    /// Thousands, then pairs: 1,23,45,678.
    is_indian: bool,
}

fn marks(language: Language, currency: Option<Currency>) -> Marks {
    let is_rupee = currency.is_some_and(|currency| currency.code() == "INR");
    match language {
        Language::En => Marks {
            decimal: '.',
            group: ',',
            is_indian: is_rupee,
        },
        Language::Hi | Language::Ta => Marks {
            decimal: '.',
            group: ',',
            is_indian: true,
        },
        Language::Eo => Marks {
            decimal: ',',
            group: NO_BREAK_SPACE,
            is_indian: is_rupee,
        },
    }
}

/// `money` without its currency, for columns whose currency is said once.
pub(crate) fn amount(language: Language, money: Money) -> String {
    let digits = money.currency.digits() as usize;
    let minor = money.minor.unsigned_abs().to_string();
    let padded = format!("{minor:0>width$}", width = digits + 1);
    let (whole, fraction) = padded.split_at(padded.len() - digits);
    written(
        money.minor < 0,
        whole,
        fraction,
        marks(language, Some(money.currency)),
    )
}

/// `money` with its currency: a sign that cannot be mistaken, else the code.
pub(crate) fn money(language: Language, money: Money) -> String {
    let positive = Money::new(money.minor.saturating_abs(), money.currency);
    let number = amount(language, positive);
    let minus = if money.minor < 0 {
        MINUS.to_string()
    } else {
        String::new()
    };
    let space = NO_BREAK_SPACE;
    match (sign(money.currency), language) {
        (Some(sign), Language::Eo) => format!("{minus}{sign}{space}{number}"),
        (Some(sign), _) => format!("{minus}{sign}{number}"),
        (None, _) => format!("{minus}{}{space}{number}", money.currency.code()),
    }
}

/// A price of one: exact, with at least the currency's digits.
pub(crate) fn unit_price(language: Language, price: Decimal, currency: Currency) -> String {
    let mut price = price.normalize();
    if price.scale() < currency.digits() {
        price.rescale(currency.digits());
    }
    decimal(price, marks(language, Some(currency)))
}

/// A quantity, without zeros that say nothing.
pub(crate) fn quantity(language: Language, quantity: Decimal) -> String {
    decimal(quantity.normalize(), marks(language, None))
}

/// A rate in percent.
pub(crate) fn percent(language: Language, percent: Decimal) -> String {
    format!("{}%", quantity(language, percent))
}

fn decimal(number: Decimal, marks: Marks) -> String {
    let text = number.abs().to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    written(
        number.is_sign_negative() && !number.is_zero(),
        whole,
        fraction,
        marks,
    )
}

fn written(is_negative: bool, whole: &str, fraction: &str, marks: Marks) -> String {
    let mut text = String::new();
    if is_negative {
        text.push(MINUS);
    }
    let digits = whole.len();
    for (index, digit) in whole.chars().enumerate() {
        let left = digits - index;
        let begins_group = left == 3
            || left > 3
                && if marks.is_indian {
                    left % 2 == 1
                } else {
                    left.is_multiple_of(3)
                };
        if index > 0 && begins_group {
            text.push(marks.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(marks.decimal);
        text.push_str(fraction);
    }
    text
}

/// Signs that stand for one currency only; `$` is the US dollar's, the others are written as codes.
fn sign(currency: Currency) -> Option<&'static str> {
    Some(match currency.code() {
        "EUR" => "€",
        "GBP" => "£",
        "INR" => "₹",
        "JPY" => "¥",
        "USD" => "$",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(language: Language, minor: i64, code: &str) -> String {
        money(language, Money::new(minor, Currency::parse(code).unwrap())).replace('\u{A0}', "_")
    }

    #[test]
    fn money_follows_currency_and_language() {
        let cases = [
            (Language::En, 123_450, "EUR", "€1,234.50"),
            (Language::En, 5, "EUR", "€0.05"),
            (Language::En, 0, "USD", "$0.00"),
            (Language::En, -123_456_789, "USD", "−$1,234,567.89"),
            (Language::En, 1_234_567_890, "INR", "₹1,23,45,678.90"),
            (Language::Hi, 1_234_567_890, "INR", "₹1,23,45,678.90"),
            (Language::Ta, 1_234_567_890, "INR", "₹1,23,45,678.90"),
            (Language::Hi, 123_456_789, "EUR", "€12,34,567.89"),
            (Language::Eo, 123_450, "EUR", "€_1_234,50"),
            (Language::Eo, -99, "CHF", "−CHF_0,99"),
            (Language::En, 1_234_567, "JPY", "¥1,234,567"),
            (Language::En, 7, "KWD", "KWD_0.007"),
            (Language::En, 1_234_567, "KWD", "KWD_1,234.567"),
            (Language::En, i64::MIN + 1, "JPY", "−¥9,223,372,036,854,775,807"),
        ];
        for (language, minor, code, expected) in cases {
            assert_eq!(shown(language, minor, code), expected);
        }
    }

    #[test]
    fn decimals_stay_exact() {
        let price = |text: &str, code: &str| {
            unit_price(
                Language::En,
                text.parse().unwrap(),
                Currency::parse(code).unwrap(),
            )
        };
        assert_eq!(price("12", "EUR"), "12.00");
        assert_eq!(price("0.12345", "EUR"), "0.12345");
        assert_eq!(price("1200.50", "JPY"), "1,200.5");
        assert_eq!(price("-3", "KWD"), "−3.000");
        assert_eq!(quantity(Language::Eo, "1234.50".parse().unwrap()), "1\u{A0}234,5");
        assert_eq!(quantity(Language::En, "10.000".parse().unwrap()), "10");
        assert_eq!(percent(Language::En, "7.70".parse().unwrap()), "7.7%");
    }
}
