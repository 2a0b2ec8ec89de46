use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::shares::invoice;
use super::totals::{any_line, content, line, vat};
use crate::ids::InvoiceId;
use crate::invoices::{Credited, Crediting, Discount, Invoice, LineItem, PricedContent, Tax, TaxMode};
use crate::money::MoneyError;
use crate::refusals::{Reason, Refusal};

fn id() -> InvoiceId {
    InvoiceId(Uuid::from_u128(1))
}

/// A credit note of `billed` that says `content`, as it is stored.
fn credit(billed: &Invoice, before: &[Invoice], content: PricedContent) -> Result<Invoice, Refusal> {
    let crediting = Crediting::of(id(), billed, before.iter().collect())?;
    let sums = crediting.totals(&content)?;
    crediting.check(&sums)?;
    let note = Invoice {
        credits: Some(crediting.named("")),
        subtotal: sums.subtotal,
        discount_total: sums.discount_total,
        taxable_total: sums.taxable_total,
        taxes: sums.taxes,
        tax_total: sums.tax_total,
        total: sums.total,
        ..invoice(content)
    };
    Ok(note.negated())
}

fn of_lines(mode: TaxMode, lines: Vec<LineItem>) -> PricedContent {
    content("EUR", mode, Discount::None, lines)
}

fn tax(name: &str, percent: &str) -> Tax {
    Tax {
        name: name.to_owned(),
        ..vat(percent)
    }
}

fn reason(refusal: &Refusal) -> &str {
    &refusal.message_key
}

fn left(billed: &Invoice, notes: &[Invoice]) -> Result<(i64, i64), MoneyError> {
    let crediting = Crediting {
        invoice_id: id(),
        invoice: billed,
        notes: notes.iter().collect(),
    };
    let tax: i64 = notes.iter().map(|note| note.tax_total.minor).sum();
    Ok((crediting.left()?.total.minor, billed.tax_total.minor + tax))
}

#[test]
fn parts_that_round_up_never_come_to_more_than_the_whole() {
    for (mode, price, percent) in [
        (TaxMode::Exclusive, "0.10", "5"),
        (TaxMode::Exclusive, "0.10", "19"),
        (TaxMode::Inclusive, "9.99", "20"),
        (TaxMode::Inclusive, "0.10", "5"),
    ] {
        let one = line("1", price, &[vat(percent)]);
        let billed = invoice(of_lines(mode, vec![one.clone(); 4]));
        let mut notes = Vec::new();
        for _ in 0..4 {
            let note = credit(&billed, &notes, of_lines(mode, vec![one.clone()])).unwrap();
            notes.push(note);
        }
        assert_eq!(
            left(&billed, &notes).unwrap(),
            (0, 0),
            "{mode:?} {price} {percent}"
        );
        let more = credit(&billed, &notes, of_lines(mode, vec![one])).unwrap_err();
        assert_eq!(reason(&more), Reason::NothingToCredit.message_key());
    }
}

#[test]
fn no_more_than_is_left_is_credited() {
    let lines = vec![
        line("2", "100", &[vat("19")]),
        line("1", "100", &[vat("7")]),
        line("1", "50", &[]),
    ];
    let billed = invoice(of_lines(TaxMode::Exclusive, lines));
    let try_one = |quantity: &str, price: &str, taxes: &[&str]| {
        let taxes: Vec<_> = taxes.iter().map(|percent| vat(percent)).collect();
        let content = of_lines(TaxMode::Exclusive, vec![line(quantity, price, &taxes)]);
        credit(&billed, &[], content).map_err(|refusal| refusal.message_key)
    };
    let key = |reason: Reason| Some(reason.message_key().to_owned());
    assert!(try_one("1", "200", &["19"]).is_ok());
    assert_eq!(
        try_one("1", "200.01", &["19"]).err(),
        key(Reason::OverCreditedTax),
        "of one tax"
    );
    assert_eq!(
        try_one("1", "1", &["21"]).err(),
        key(Reason::OverCreditedTax),
        "a tax that it has not"
    );
    assert_eq!(try_one("1", "500", &[]).err(), key(Reason::OverCredited));
    assert_eq!(try_one("0", "1", &[]).err(), key(Reason::CreditsNothing));
    assert_eq!(try_one("-1", "1", &[]).err(), key(Reason::CreditsNothing));
}

#[test]
fn a_credit_note_cannot_be_credited() {
    let billed = invoice(of_lines(TaxMode::Exclusive, vec![line("1", "10", &[])]));
    let note = Invoice {
        credits: Some(Credited {
            invoice_id: id(),
            number: "1".to_owned(),
            issue_date: billed.issue_date,
            reason: String::new(),
        }),
        ..billed
    };
    let refusal = Crediting::of(id(), &note, Vec::new()).unwrap_err();
    assert_eq!(reason(&refusal), Reason::CreditOfCredit.message_key());
}

#[test]
fn what_is_left_of_the_lines_begins_the_next_credit_note() {
    let lines = vec![line("3", "10", &[vat("19")]), line("1", "7", &[])];
    let billed = invoice(of_lines(TaxMode::Exclusive, lines));
    let note = credit(
        &billed,
        &[],
        of_lines(TaxMode::Exclusive, vec![line("2", "10", &[vat("19")])]),
    )
    .unwrap();
    let crediting = Crediting::of(id(), &billed, vec![&note]).unwrap();
    let quantities: Vec<_> = crediting.lines_left().iter().map(|item| item.quantity).collect();
    assert_eq!(quantities, [Decimal::ONE, Decimal::ONE]);
}

#[test]
fn an_imported_invoice_is_credited_as_it_stands() {
    let lines = vec![line("1", "100", &[vat("19")])];
    let mut billed = invoice(of_lines(TaxMode::Exclusive, lines.clone()));
    billed.tax_total.minor -= 3;
    billed.taxes[0].amount.minor -= 3;
    billed.total.minor -= 3;
    let note = credit(&billed, &[], of_lines(TaxMode::Exclusive, lines)).unwrap();
    assert_eq!(note.total, billed.total.negated());
}

proptest! {
    #[test]
    fn an_invoice_and_its_full_credit_are_nothing(
        lines in prop::collection::vec(any_line(), 1..12),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD", "INR"]),
        inclusive in any::<bool>(),
        off in 0_i64..100,
        in_percent in any::<bool>(),
    ) {
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let off = Decimal::from(off);
        let discount = if in_percent { Discount::Percent(off) } else { Discount::Amount(off) };
        let content = content(code, mode, discount, lines);
        let billed = invoice(content.clone());
        prop_assume!(billed.total.minor > 0);
        let note = credit(&billed, &[], content).unwrap();
        let pairs = [
            (billed.subtotal, note.subtotal),
            (billed.discount_total, note.discount_total),
            (billed.taxable_total, note.taxable_total),
            (billed.tax_total, note.tax_total),
            (billed.total, note.total),
        ];
        for (asked, given) in pairs {
            prop_assert_eq!(asked.plus(given).unwrap().minor, 0);
        }
        for (asked, given) in billed.taxes.iter().zip(&note.taxes) {
            prop_assert_eq!(&asked.tax, &given.tax);
            prop_assert_eq!(asked.amount.minor + given.amount.minor, 0);
            prop_assert_eq!(asked.base.minor + given.base.minor, 0);
        }
        prop_assert_eq!(&note.face().lines, &billed.lines);
        prop_assert_eq!(left(&billed, &[note]).unwrap(), (0, 0));
    }

    #[test]
    fn credits_in_any_parts_stay_within_the_invoice(
        lines in prop::collection::vec(any_line(), 2..8),
        inclusive in any::<bool>(),
        parts in prop::collection::vec(1_usize..8, 1..5),
    ) {
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let billed = invoice(of_lines(mode, lines.clone()));
        prop_assume!(billed.total.minor >= 0);
        let mut notes: Vec<Invoice> = Vec::new();
        let mut rest = lines;
        for part in parts {
            let taken: Vec<LineItem> = rest.drain(..part.min(rest.len())).collect();
            if let Ok(note) = credit(&billed, &notes, of_lines(mode, taken)) {
                prop_assert!(note.total.minor < 0);
                notes.push(note);
            }
        }
        let (total, _) = left(&billed, &notes).unwrap();
        prop_assert!(total >= 0, "{total}");
    }

    #[test]
    fn the_rest_of_an_invoice_is_credited_to_the_cent_however_it_was_split(
        lines in prop::collection::vec((1_i64..6, 1_i64..200_000, 0_usize..4, 0_u32..4), 1..6),
        code in prop::sample::select(vec!["EUR", "JPY", "KWD"]),
        inclusive in any::<bool>(),
        discount in 0_usize..4,
        steps in prop::collection::vec(prop::collection::vec(0_i64..3, 6), 1..5),
    ) {
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let in_amount = discount == 3;
        let discount = [
            Discount::None,
            Discount::Percent(Decimal::new(125, 1)),
            Discount::Percent(Decimal::new(3, 0)),
            Discount::Amount(Decimal::new(37, 2)),
        ][discount];
        let kinds = [
            vec![vat("19")],
            vec![tax("CGST", "9"), tax("SGST", "9")],
            vec![tax("CGST", "2.5"), tax("SGST", "2.5")],
            vec![],
        ];
        let lines = lines.iter().enumerate().map(|(nth, (quantity, price, kind, scale))| LineItem {
            // Of an amount the share of each tax is not the same in a part: that is no rounding.
            taxes: kinds[if in_amount { 1 } else { *kind }].clone(),
            description: nth.to_string(),
            ..line(&quantity.to_string(), &Decimal::new(*price, *scale).to_string(), &[])
        });
        let billed = invoice(content(code, mode, discount, lines.collect()));
        prop_assume!(billed.total.minor > 0);
        let mut notes: Vec<Invoice> = Vec::new();
        for step in steps {
            let Ok(crediting) = Crediting::of(id(), &billed, notes.iter().collect()) else { break };
            let mut items = crediting.lines_left();
            for (item, wanted) in items.iter_mut().zip(step) {
                item.quantity = item.quantity.min(Decimal::from(wanted));
            }
            items.retain(|item| !item.quantity.is_zero());
            let discount = crediting.discount_left().unwrap();
            if let Ok(note) = credit(&billed, &notes, content(code, mode, discount, items)) {
                notes.push(note);
            }
        }
        if let Ok(crediting) = Crediting::of(id(), &billed, notes.iter().collect()) {
            let rest = content(code, mode, crediting.discount_left().unwrap(), crediting.lines_left());
            let note = credit(&billed, &notes, rest);
            prop_assert!(note.is_ok(), "{:?}", note.err());
            notes.extend(note);
        }
        prop_assert_eq!(left(&billed, &notes).unwrap(), (0, 0));
        for asked in &billed.taxes {
            let given: i64 = notes.iter().flat_map(|note| &note.taxes)
                .filter(|given| given.tax == asked.tax).map(|given| given.amount.minor).sum();
            prop_assert_eq!(asked.amount.minor + given, 0);
        }
    }
}
