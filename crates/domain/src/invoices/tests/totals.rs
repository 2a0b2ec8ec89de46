use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::invoices::{Discount, LineItem, PricedContent, Tax, TaxCategory, TaxMode, totals};
use crate::money::{Currency, Money, split_by_largest_remainder};

pub(super) fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(super) fn vat(percent: &str) -> Tax {
    Tax {
        name: "VAT".to_owned(),
        percent: decimal(percent),
        category: TaxCategory::Standard,
    }
}

pub(super) fn line(quantity: &str, price: &str, taxes: &[Tax]) -> LineItem {
    LineItem {
        description: "Work".to_owned(),
        quantity: decimal(quantity),
        unit: String::new(),
        unit_price: decimal(price),
        discount: Discount::None,
        taxes: taxes.to_vec(),
    }
}

struct Case {
    name: &'static str,
    content: PricedContent,
    subtotal: i64,
    tax_total: i64,
    total: i64,
}

pub(super) fn content(code: &str, mode: TaxMode, discount: Discount, lines: Vec<LineItem>) -> PricedContent {
    PricedContent {
        currency: currency(code),
        tax_mode: mode,
        discount,
        lines,
    }
}

fn cases() -> Vec<Case> {
    use Discount::{None, Percent};
    use TaxMode::{Exclusive, Inclusive};
    let three = vec![
        line("1", "0.10", &[vat("19")]),
        line("1", "0.10", &[vat("19")]),
        line("1", "0.10", &[vat("19")]),
    ];
    let cgst = |name: &str| Tax {
        name: name.to_owned(),
        ..vat("9")
    };
    vec![
        // Each line alone would round 0.019 to 0.02 and give 0.06: the tax is computed once on the sum.
        Case {
            name: "tax on the sum",
            content: content("EUR", Exclusive, None, three),
            subtotal: 30,
            tax_total: 6,
            total: 36,
        },
        Case {
            name: "prices that contain tax add up to the total",
            content: content("EUR", Inclusive, None, vec![line("3", "9.99", &[vat("20")])]),
            subtotal: 2997,
            tax_total: 499,
            total: 2997,
        },
        Case {
            name: "yen have no decimals",
            content: content("JPY", Exclusive, None, vec![line("1.5", "333", &[vat("10")])]),
            subtotal: 500,
            tax_total: 50,
            total: 550,
        },
        Case {
            name: "dinars have three",
            content: content("KWD", Exclusive, None, vec![line("1", "1.2345", &[])]),
            subtotal: 1235,
            tax_total: 0,
            total: 1235,
        },
        Case {
            name: "a discount on the whole is shared over the rates",
            content: content(
                "EUR",
                Exclusive,
                Percent(decimal("10")),
                vec![line("1", "100", &[vat("19")]), line("1", "50", &[vat("7")])],
            ),
            subtotal: 15_000,
            tax_total: 1_710 + 315,
            total: 13_500 + 2_025,
        },
        Case {
            name: "two taxes on one line",
            content: content(
                "INR",
                Exclusive,
                None,
                vec![line("1", "1000", &[cgst("CGST"), cgst("SGST")])],
            ),
            subtotal: 100_000,
            tax_total: 18_000,
            total: 118_000,
        },
        Case {
            name: "two taxes in one price",
            content: content(
                "INR",
                Inclusive,
                None,
                vec![line("1", "1180", &[cgst("CGST"), cgst("SGST")])],
            ),
            subtotal: 118_000,
            tax_total: 18_000,
            total: 118_000,
        },
        Case {
            name: "a returned line",
            content: content(
                "EUR",
                Exclusive,
                None,
                vec![line("2", "10", &[vat("19")]), line("-1", "10", &[vat("19")])],
            ),
            subtotal: 1_000,
            tax_total: 190,
            total: 1_190,
        },
    ]
}

#[test]
fn known_totals() {
    for case in cases() {
        let result = totals(&case.content).unwrap();
        assert_eq!(result.subtotal.minor, case.subtotal, "subtotal: {}", case.name);
        assert_eq!(result.tax_total.minor, case.tax_total, "tax: {}", case.name);
        assert_eq!(result.total.minor, case.total, "total: {}", case.name);
    }
}

#[test]
fn an_amount_that_cannot_be_held_is_an_error() {
    let huge = content(
        "EUR",
        TaxMode::Exclusive,
        Discount::None,
        vec![line("1000000000000", "1000000000000", &[])],
    );
    assert!(totals(&huge).is_err());
}

prop_compose! {
    pub(super) fn any_line()(
        quantity in -1_000_i64..100_000,
        price in -10_000_i64..10_000_000,
        scale in 0_u32..4,
        percents in prop::collection::vec(prop::sample::select(vec!["0", "5", "7", "7.7", "9", "18", "19", "20.5"]), 0..3),
        off in 0_i64..100,
    ) -> LineItem {
        let mut taxes: Vec<Tax> = Vec::new();
        for (nth, percent) in percents.iter().enumerate() {
            taxes.push(Tax { name: format!("T{nth}"), ..vat(percent) });
        }
        LineItem {
            description: "x".to_owned(),
            quantity: Decimal::new(quantity, 2),
            unit: String::new(),
            unit_price: Decimal::new(price, scale),
            discount: Discount::Percent(Decimal::from(off)),
            taxes,
        }
    }
}

#[test]
fn a_split_over_weights_on_both_sides_of_nothing_ends_or_is_refused() {
    let large = 500_000_000;
    let weights = [large, large, -large, 1 - large];
    assert_eq!(
        split_by_largest_remainder(10_000_000_000, &weights).unwrap(),
        [
            5_000_000_000_000_000_000,
            5_000_000_000_000_000_000,
            -5_000_000_000_000_000_000,
            -4_999_999_990_000_000_000
        ]
    );
    assert!(split_by_largest_remainder(i64::MAX, &weights).is_err());
}

proptest! {
    #[test]
    fn lines_taxes_and_total_agree(
        lines in prop::collection::vec(any_line(), 1..20),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD", "INR"]),
        inclusive in any::<bool>(),
        off in 0_i64..100,
    ) {
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let content = content(code, mode, Discount::Percent(Decimal::from(off)), lines);
        let result = totals(&content).unwrap();
        let money = currency(code);
        let net = Money::sum(money, result.lines.iter().map(|line| line.net)).unwrap();
        prop_assert_eq!(net, result.subtotal);
        let taxes = Money::sum(money, result.taxes.iter().map(|tax| tax.amount)).unwrap();
        prop_assert_eq!(taxes, result.tax_total);
        prop_assert_eq!(result.taxable_total.plus(result.tax_total).unwrap(), result.total);
        let left = result.subtotal.minus(result.discount_total).unwrap();
        match mode {
            TaxMode::Exclusive => prop_assert_eq!(left, result.taxable_total),
            TaxMode::Inclusive => prop_assert_eq!(left, result.total),
        }
    }

    #[test]
    fn a_split_adds_up(total in -1_000_000_i64..1_000_000, weights in prop::collection::vec(0_i64..10_000, 1..20)) {
        let parts = split_by_largest_remainder(total, &weights).unwrap();
        prop_assert_eq!(parts.iter().sum::<i64>(), total);
        prop_assert_eq!(parts.len(), weights.len());
    }
}
