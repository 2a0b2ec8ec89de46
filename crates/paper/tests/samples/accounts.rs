//! Receipts and statements of the same businesses as the invoices.

use folio_domain::Money;
use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::money::Currency;
use folio_domain::payments::{Allocation, Payment, PaymentMethod};
use folio_domain::receipts::{Receipt, ReceiptPart, unallocated};
use folio_domain::statements::{AccountStatement, Billed, Facts, Period};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use uuid::Uuid;

use super::Sample;

/// A payment of two invoices with something left over, in the business, language and currency of `sample`.
pub fn receipt(sample: &Sample, method: PaymentMethod, reference: &str) -> Receipt {
    let invoice = sample.invoice();
    let currency = invoice.currency;
    let part = |nth: u128, issue_date: Date, total: i64, amount: i64| ReceiptPart {
        invoice_id: InvoiceId(Uuid::from_u128(nth)),
        number: format!("2026-{nth:04}"),
        issue_date,
        total: Money::new(total, currency),
        amount: Money::new(amount, currency),
    };
    let total = invoice.total.minor;
    let parts = vec![
        part(37, date(2026, 9, 30), total, total),
        part(42, date(2026, 11, 12), total * 2, total / 3),
    ];
    let amount = Money::new(total * 3 / 2, currency);
    Receipt {
        payment_id: PaymentId(Uuid::nil()),
        client_id: ClientId(Uuid::nil()),
        language: sample.language,
        seller: invoice.seller,
        buyer: invoice.buyer,
        received_on: date(2026, 11, 16),
        amount,
        method,
        reference: reference.to_owned(),
        unallocated: unallocated(amount, &parts).expect("a sum"),
        parts,
        reversed_on: None,
    }
}

fn billed(nth: u128, issue_date: Date, minor: i64, currency: Currency) -> Billed {
    Billed {
        invoice_id: InvoiceId(Uuid::from_u128(nth)),
        number: format!("2026-{nth:04}"),
        credits: false,
        sequence: i64::try_from(nth).ok(),
        issue_date,
        due_date: issue_date + 14.days(),
        total: Money::new(minor, currency),
    }
}

fn paid(
    nth: u128,
    received_on: Date,
    amount: Money,
    how: (PaymentMethod, &str),
    reverses: Option<u128>,
) -> (PaymentId, Payment) {
    let (method, reference) = how;
    let payment = Payment {
        client_id: ClientId(Uuid::nil()),
        received_on,
        amount,
        method,
        reference: reference.to_owned(),
        reverses: reverses.map(|id| PaymentId(Uuid::from_u128(id))),
        sets_off: None,
        reason: "Typed twice by the trainee".to_owned(),
        source: None,
        recorded_at: Timestamp::UNIX_EPOCH + i64::try_from(nth).unwrap_or_default().seconds(),
        recorded_by: "Asha Verma".to_owned(),
    };
    (PaymentId(Uuid::from_u128(nth)), payment)
}

fn part(payment: u128, invoice: u128, amount: Money) -> Allocation {
    Allocation {
        payment_id: PaymentId(Uuid::from_u128(payment)),
        invoice_id: InvoiceId(Uuid::from_u128(invoice)),
        amount,
    }
}

/// Half a year: invoices of every age, a payment with something left over, and one that was taken back.
pub fn facts(currency: Currency, reference: &str) -> Facts {
    let money = |minor| Money::new(minor, currency);
    let transfer = (PaymentMethod::BankTransfer, reference);
    Facts {
        billed: vec![
            billed(11, date(2026, 5, 20), 1_280_000, currency),
            billed(23, date(2026, 7, 15), 945_050, currency),
            billed(31, date(2026, 8, 25), 310_000, currency),
            billed(37, date(2026, 9, 30), 88_025, currency),
            billed(42, date(2026, 11, 12), 2_273_997, currency),
        ],
        paid: vec![
            paid(1, date(2026, 6, 2), money(1_000_000), transfer, None),
            paid(
                2,
                date(2026, 8, 3),
                money(945_050),
                (PaymentMethod::Cheque, ""),
                None,
            ),
            paid(
                3,
                date(2026, 8, 10),
                money(-945_050),
                (PaymentMethod::Cheque, ""),
                Some(2),
            ),
            paid(4, date(2026, 10, 14), money(120_000), transfer, None),
        ],
        set: vec![
            part(1, 11, money(1_000_000)),
            part(2, 23, money(945_050)),
            part(3, 23, money(-945_050)),
            part(4, 37, money(88_025)),
        ],
    }
}

/// The third quarter and what came of it, in the business, language and currency of `sample`.
pub fn statement(sample: &Sample, reference: &str) -> AccountStatement {
    let currency = Currency::parse(sample.currency).expect("a currency");
    of(
        sample,
        &facts(currency, reference),
        (date(2026, 7, 1), date(2026, 11, 20)),
    )
}

/// The statement of `facts` over some days.
pub fn of(sample: &Sample, facts: &Facts, days: (Date, Date)) -> AccountStatement {
    let invoice = sample.invoice();
    let (from, to) = days;
    let period = Period::new(from, to).expect("a period");
    let today = date(2026, 11, 22);
    AccountStatement {
        client_id: ClientId(Uuid::nil()),
        language: sample.language,
        seller: invoice.seller,
        bank: invoice.bank,
        buyer: invoice.buyer,
        client_number: "C-0104".to_owned(),
        from,
        to,
        drawn_up_on: today,
        sections: facts
            .statements(period, today, invoice.currency)
            .expect("statements"),
    }
}

/// `count` invoices, every third one paid: for page breaks.
pub fn long(sample: &Sample, count: u128) -> AccountStatement {
    let currency = Currency::parse(sample.currency).expect("a currency");
    let money = |minor| Money::new(minor, currency);
    let mut facts = Facts::default();
    for nth in 1..=count {
        let day = date(2026, 1, 2) + i64::try_from(nth * 3 / 2).unwrap_or_default().days();
        facts.billed.push(billed(nth, day, 12_345, currency));
        if nth % 3 == 0 {
            let how = (PaymentMethod::BankTransfer, "SEPA credit");
            facts
                .paid
                .push(paid(nth, day + 5.days(), money(12_345), how, None));
            facts.set.push(part(nth, nth, money(12_345)));
        }
    }
    of(sample, &facts, (date(2026, 1, 1), date(2026, 11, 20)))
}
