use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::invoices::InvoiceStanding;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn euro(minor: i64) -> Money {
    Money::new(minor, currency("EUR"))
}

fn day(nth: i64) -> Date {
    date(2026, 1, 1) + nth.days()
}

fn invoice(nth: u128, issued: i64, terms: i64, total: i64) -> Billed {
    Billed {
        invoice_id: InvoiceId(Uuid::from_u128(nth)),
        number: format!("2026-{nth:04}"),
        sequence: i64::try_from(nth).ok(),
        credits: false,
        issue_date: day(issued),
        due_date: day(issued + terms),
        total: euro(total),
    }
}

fn payment(nth: u128, received: i64, amount: i64, reverses: Option<u128>) -> (PaymentId, Payment) {
    let payment = Payment {
        client_id: ClientId(Uuid::nil()),
        received_on: day(received),
        amount: euro(amount),
        method: PaymentMethod::BankTransfer,
        reference: format!("transfer {nth}"),
        reverses: reverses.map(|id| PaymentId(Uuid::from_u128(id))),
        sets_off: None,
        reason: "entered twice".to_owned(),
        source: None,
        recorded_at: Timestamp::UNIX_EPOCH + i64::try_from(nth).unwrap().seconds(),
        recorded_by: "Asha".to_owned(),
    };
    (PaymentId(Uuid::from_u128(nth)), payment)
}

fn part(payment: u128, invoice: u128, amount: i64) -> Allocation {
    Allocation {
        payment_id: PaymentId(Uuid::from_u128(payment)),
        invoice_id: InvoiceId(Uuid::from_u128(invoice)),
        amount: euro(amount),
    }
}

fn period(from: i64, to: i64) -> Period {
    Period::new(day(from), day(to)).unwrap()
}

fn shown(statement: &CurrencyStatement) -> Vec<(String, i64, i64)> {
    let line = |movement: &Movement| {
        let what = match &movement.what {
            MovementKind::Invoice { number, .. } => number.clone(),
            MovementKind::CreditNote { number, .. } => number.clone(),
            MovementKind::Payment { reference, .. } | MovementKind::Refund { reference, .. } => {
                reference.clone()
            }
            MovementKind::Reversal { received_on, .. } => format!("back {received_on:?}"),
        };
        (what, movement.amount.minor, movement.balance.minor)
    };
    statement.movements.iter().map(line).collect()
}

/// Two invoices, one paid in part and in advance of the other, one payment taken back.
fn story() -> Facts {
    Facts {
        billed: vec![invoice(1, 0, 14, 1000), invoice(2, 40, 14, 500)],
        paid: vec![
            payment(10, 10, 400, None),
            payment(11, 20, 300, None),
            payment(12, 40, -300, Some(11)),
            payment(13, 40, 250, None),
        ],
        set: vec![
            part(10, 1, 400),
            part(11, 1, 300),
            part(12, 1, -300),
            part(13, 2, 200),
        ],
    }
}

#[test]
fn movements_stand_in_order_with_what_is_owed_after_each() {
    let statement = story()
        .statement(currency("EUR"), period(15, 60), day(200))
        .unwrap();
    assert_eq!(statement.opening, euro(600));
    let back = format!("back {:?}", Some(day(20)));
    assert_eq!(
        shown(&statement),
        [
            ("transfer 11".to_owned(), -300, 300),
            ("2026-0002".to_owned(), 500, 800),
            (back, 300, 1100),
            ("transfer 13".to_owned(), -250, 850),
        ]
    );
    assert_eq!(
        (statement.billed, statement.paid, statement.closing),
        (euro(500), euro(250), euro(850))
    );
    // The first is 46 days late on the last day, the second 6; 50 were set against nothing.
    let ageing = statement.ageing;
    assert_eq!(ageing.parts(), [0, 300, 600, 0, 0].map(euro));
    assert_eq!(ageing.credit, euro(50));
}

#[test]
fn days_late_are_counted_up_to_today() {
    for (today, parts) in [
        (10, [1000, 0, 0, 0, 0]),
        (14, [1000, 0, 0, 0, 0]),
        (15, [0, 1000, 0, 0, 0]),
        (44, [0, 1000, 0, 0, 0]),
        (45, [0, 0, 1000, 0, 0]),
        (75, [0, 0, 0, 1000, 0]),
        (104, [0, 0, 0, 1000, 0]),
        (105, [0, 0, 0, 0, 1000]),
    ] {
        let facts = Facts {
            billed: vec![invoice(1, 0, 14, 1000)],
            ..Facts::default()
        };
        let statement = facts
            .statement(currency("EUR"), period(0, 364), day(today))
            .unwrap();
        assert_eq!(statement.ageing.parts(), parts.map(euro), "day {today}");
    }
}

#[test]
fn an_invoice_below_zero_is_credit() {
    let facts = Facts {
        billed: vec![invoice(1, 0, 14, -700), invoice(2, 1, 14, 200)],
        ..Facts::default()
    };
    let statement = facts.statement(currency("EUR"), period(0, 60), day(60)).unwrap();
    assert_eq!(statement.closing, euro(-500));
    assert_eq!(statement.ageing.credit, euro(700));
    assert_eq!(statement.ageing.late_60, euro(200));
}

#[test]
fn each_currency_stands_by_itself() {
    let mut facts = story();
    let mut yen = invoice(3, 30, 14, 0);
    yen.total = Money::new(9_000, currency("JPY"));
    facts.billed.push(yen);
    let home = currency("USD");
    let codes = |facts: &Facts, period| {
        let sections = facts.statements(period, day(100), home).unwrap();
        sections
            .iter()
            .map(|section| section.currency.code())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&facts, period(0, 60)), ["EUR", "JPY"]);
    // Before the yen there were no yen; where nothing ever was, the client's own currency says so.
    assert_eq!(codes(&facts, period(0, 20)), ["EUR"]);
    assert_eq!(codes(&Facts::default(), period(0, 20)), ["USD"]);
    assert!(Period::new(day(1), day(0)).is_err());
}

#[test]
fn a_statement_that_nobody_would_read_is_refused() {
    let many = |count: usize| Facts {
        billed: (0..count).map(|nth| invoice(nth as u128, 0, 14, 1)).collect(),
        ..Facts::default()
    };
    let home = currency("EUR");
    let ask = |facts: &Facts| facts.statements(period(0, 1), day(1), home);
    assert!(ask(&many(MOVEMENTS_MAX)).is_ok());
    let refusal = ask(&many(MOVEMENTS_MAX + 1)).unwrap_err();
    assert_eq!(refusal, Refusal::new(Reason::TooMany).with("max", MOVEMENTS_MAX));
}

/// A year of business: invoices, payments set against what is open at that moment, some of them taken back.
#[derive(Clone, Debug)]
enum Step {
    Bill {
        day: i64,
        terms: i64,
        total: i64,
    },
    Pay {
        day: i64,
        amount: i64,
        against: usize,
        part: i64,
    },
    TakeBack {
        day: i64,
        nth: usize,
    },
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        3 => (0..360_i64, 0..60_i64, -2_000..20_000_i64)
            .prop_map(|(day, terms, total)| Step::Bill { day, terms, total }),
        3 => (0..360_i64, 1..20_000_i64, 0..8_usize, 1..20_000_i64)
            .prop_map(|(day, amount, against, part)| Step::Pay { day, amount, against, part }),
        1 => (0..360_i64, 0..8_usize).prop_map(|(day, nth)| Step::TakeBack { day, nth }),
    ];
    prop::collection::vec(step, 0..24)
}

/// The facts that the steps leave, as recording and reversing payments would.
fn facts_of(steps: &[Step]) -> Facts {
    let mut facts = Facts::default();
    let mut due: BTreeMap<InvoiceId, i64> = BTreeMap::new();
    for (nth, step) in (1_u128..).zip(steps) {
        match *step {
            Step::Bill { day, terms, total } => {
                let billed = invoice(nth, day, terms, total);
                due.insert(billed.invoice_id, total);
                facts.billed.push(billed);
            }
            Step::Pay {
                day,
                amount,
                against,
                part: wished,
            } => {
                facts.paid.push(payment(nth, day, amount, None));
                let Some(billed) = facts.billed.get(against) else {
                    continue;
                };
                let left = due.get_mut(&billed.invoice_id).unwrap();
                let set = wished.min(amount).min(*left);
                if set > 0 {
                    *left -= set;
                    facts.set.push(part(nth, billed.invoice_id.0.as_u128(), set));
                }
            }
            Step::TakeBack { day, nth: which } => {
                let Some((id, taken)) = facts.paid.get(which).cloned() else {
                    continue;
                };
                let is_back = facts.paid.iter().any(|(_, each)| each.reverses == Some(id));
                if is_back || taken.reverses.is_some() {
                    continue;
                }
                let back = payment(nth, day, -taken.amount.minor, Some(id.0.as_u128()));
                let parts: Vec<Allocation> = facts
                    .set
                    .iter()
                    .filter(|set| set.payment_id == id)
                    .cloned()
                    .collect();
                for set in parts {
                    *due.get_mut(&set.invoice_id).unwrap() += set.amount.minor;
                    facts
                        .set
                        .push(part(nth, set.invoice_id.0.as_u128(), -set.amount.minor));
                }
                facts.paid.push(back);
            }
        }
    }
    facts
}

/// What the invoices' standings say is due, and what of the payments is set against nothing.
fn due_and_credit(facts: &Facts) -> (i64, i64) {
    let due = facts.billed.iter().map(|billed| {
        let fresh = InvoiceStanding {
            client_id: ClientId(Uuid::nil()),
            currency: billed.total.currency,
            issue_date: billed.issue_date,
            due_date: billed.due_date,
            total: billed.total,
            amount_paid: euro(0),
            amount_due: billed.total,
            amount_credited: None,
            sent_at: None,
            viewed_at: None,
            viewed_by: String::new(),
        };
        let set = facts.set.iter().filter(|set| set.invoice_id == billed.invoice_id);
        fresh
            .with_paid(set.map(|set| set.amount))
            .unwrap()
            .amount_due
            .minor
    });
    let paid: i64 = facts.paid.iter().map(|(_, payment)| payment.amount.minor).sum();
    let set: i64 = facts.set.iter().map(|set| set.amount.minor).sum();
    (due.sum(), paid - set)
}

#[test]
fn a_credit_note_gives_back_and_its_set_off_is_no_payment() {
    let note = Billed {
        credits: true,
        ..invoice(2, 5, 0, -3_000)
    };
    let mut set_off = payment(3, 5, 0, None);
    set_off.1.sets_off = Some(note.invoice_id);
    let facts = Facts {
        billed: vec![invoice(1, 0, 10, 10_000), note],
        paid: vec![set_off, payment(4, 8, 8_000, None), payment(5, 9, -1_000, None)],
        set: vec![part(3, 1, 3_000), part(3, 2, -3_000), part(4, 1, 7_000)],
    };
    let statement = facts.statement(currency("EUR"), period(0, 30), day(30)).unwrap();
    assert_eq!(
        shown(&statement),
        [
            ("2026-0001".to_owned(), 10_000, 10_000),
            ("2026-0002".to_owned(), -3_000, 7_000),
            ("transfer 4".to_owned(), -8_000, -1_000),
            ("transfer 5".to_owned(), 1_000, 0),
        ]
    );
    assert!(matches!(
        statement.movements[1].what,
        MovementKind::CreditNote { .. }
    ));
    assert!(matches!(statement.movements[3].what, MovementKind::Refund { .. }));
    assert!(statement.ageing.is_empty(), "{:?}", statement.ageing);
    let early = facts.statement(currency("EUR"), period(0, 4), day(30)).unwrap();
    assert_eq!(early.closing.minor, 10_000, "not before its day");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn opening_and_movements_are_closing(steps in steps(), from in 0..360_i64, days in 0..360_i64, today in 0..400_i64) {
        let facts = facts_of(&steps);
        let statement = facts.statement(currency("EUR"), period(from, from + days), day(today)).unwrap();
        let moved: i64 = statement.movements.iter().map(|movement| movement.amount.minor).sum();
        prop_assert_eq!(statement.opening.minor + moved, statement.closing.minor);
        prop_assert_eq!(statement.billed.minor - statement.paid.minor, moved);
        let last = statement.movements.last().map_or(statement.opening, |movement| movement.balance);
        prop_assert_eq!(last, statement.closing);
        prop_assert!(statement.movements.is_sorted_by_key(|movement| movement.date));
        let aged: i64 = statement.ageing.parts().iter().map(|part| part.minor).sum();
        prop_assert_eq!(aged - statement.ageing.credit.minor, statement.closing.minor);
        prop_assert!(statement.ageing.parts().iter().all(|part| part.minor >= 0));
        prop_assert!(statement.ageing.credit.minor >= 0);
    }

    #[test]
    fn one_statement_goes_on_where_the_other_ended(steps in steps(), cut in 1..359_i64) {
        let facts = facts_of(&steps);
        let of = |from, to| facts.statement(currency("EUR"), period(from, to), day(400)).unwrap();
        let (whole, first, second) = (of(0, 360), of(0, cut), of(cut + 1, 360));
        prop_assert_eq!(first.closing, second.opening);
        prop_assert_eq!(second.closing, whole.closing);
        let joined: Vec<Movement> = first.movements.into_iter().chain(second.movements).collect();
        prop_assert_eq!(joined, whole.movements);
    }

    #[test]
    fn in_the_end_it_is_what_the_standings_say(steps in steps()) {
        let facts = facts_of(&steps);
        let statement = facts.statement(currency("EUR"), period(0, 360), day(400)).unwrap();
        let (due, credit) = due_and_credit(&facts);
        prop_assert_eq!(statement.closing.minor, due - credit);
    }
}
