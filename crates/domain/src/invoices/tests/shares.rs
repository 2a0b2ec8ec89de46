use proptest::prelude::*;
use rust_decimal::Decimal;

use super::totals::{any_line, content, currency, line, vat};
use crate::addresses::Address;
use crate::ids::ClientId;
use crate::invoices::{
    Discount, Invoice, InvoiceLine, Origin, Party, PricedContent, TaxMode, line_shares, totals,
};
use crate::languages::Language;
use crate::money::Money;

pub(super) fn invoice(content: PricedContent) -> Invoice {
    let sums = totals(&content).unwrap();
    let nobody = Party {
        name: String::new(),
        address: Address::default(),
        tax_id: String::new(),
        email: String::new(),
        phone: String::new(),
    };
    let date = jiff::civil::date(2026, 3, 1);
    let lines = content.lines.into_iter().zip(sums.lines);
    Invoice {
        number: String::new(),
        client_id: ClientId(uuid::Uuid::nil()),
        origin: Origin::Imported {
            source: "other".to_owned(),
        },
        seller: nobody.clone(),
        bank: crate::organisations::BankDetails::default(),
        buyer: nobody,
        language: Language::En,
        currency: content.currency,
        tax_mode: content.tax_mode,
        issue_date: date,
        due_date: date,
        reference: String::new(),
        note: String::new(),
        discount: content.discount,
        lines: lines
            .map(|(item, amounts)| InvoiceLine { item, amounts })
            .collect(),
        subtotal: sums.subtotal,
        discount_total: sums.discount_total,
        taxable_total: sums.taxable_total,
        taxes: sums.taxes,
        tax_total: sums.tax_total,
        total: sums.total,
        delivered_on: None,
        einvoice: None,
        credits: None,
        issued_at: "2026-03-01T00:00:00Z".parse().unwrap(),
    }
}

/// The shares as (without tax, tax) in minor units.
fn shares(invoice: &Invoice) -> Vec<(i64, i64)> {
    let shares = line_shares(invoice).unwrap();
    shares
        .iter()
        .map(|share| (share.taxable.minor, share.tax.minor))
        .collect()
}

#[test]
fn discount_and_tax_are_shared_out() {
    let lines = vec![
        line("1", "100", &[vat("19")]),
        line("1", "50", &[vat("7")]),
        line("1", "50", &[]),
    ];
    let tenth = Discount::Percent(Decimal::TEN);
    let outside = invoice(content("EUR", TaxMode::Exclusive, tenth, lines.clone()));
    assert_eq!(shares(&outside), [(9000, 1710), (4500, 315), (4500, 0)]);
    let inside = invoice(content("EUR", TaxMode::Inclusive, tenth, lines));
    assert_eq!(shares(&inside), [(7563, 1437), (4206, 294), (4500, 0)]);
}

#[test]
fn lines_that_cancel_out_keep_their_own_amounts() {
    let lines = vec![line("1", "100", &[vat("19")]), line("-1", "100", &[vat("19")])];
    let none = invoice(content("EUR", TaxMode::Exclusive, Discount::None, lines));
    let taxable: Vec<i64> = shares(&none).iter().map(|share| share.0).collect();
    assert_eq!(taxable, [10_000, -10_000]);
}

#[test]
fn amounts_that_do_not_follow_from_the_lines_stand() {
    let lines = vec![line("1", "100", &[vat("19")]), line("1", "1", &[])];
    let mut odd = invoice(content("EUR", TaxMode::Exclusive, Discount::None, lines));
    odd.taxable_total.minor -= 3;
    odd.taxes[0].amount.minor += 2;
    // The tax says what it was computed on, so the difference lies on the line without one.
    assert_eq!(shares(&odd), [(10_000, 1902), (97, 0)]);
}

proptest! {
    #[test]
    fn shares_add_up_to_the_invoice(
        lines in prop::collection::vec(any_line(), 1..12),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD", "INR"]),
        inclusive in any::<bool>(),
        off in 0_i64..100,
    ) {
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let asked = invoice(content(code, mode, Discount::Percent(Decimal::from(off)), lines));
        for invoice in [asked.negated(), asked] {
            let shares = line_shares(&invoice).unwrap();
            let taxable = Money::sum(currency(code), shares.iter().map(|share| share.taxable)).unwrap();
            let tax = Money::sum(currency(code), shares.iter().map(|share| share.tax)).unwrap();
            prop_assert_eq!(taxable, invoice.taxable_total);
            prop_assert_eq!(tax, invoice.tax_total);
        }
    }
}
