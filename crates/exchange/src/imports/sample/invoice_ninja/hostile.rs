//! What can be wrong with an export, one case each.

use std::collections::BTreeMap;

use folio_domain::Money;
use jiff::ToSpan;

use super::{MadeInvoice, Maker, comma, currency};
use crate::imports::Message as M;
use crate::imports::sample::posters;

/// How many cases [`invoice`] knows.
pub(super) const INVOICE_CASES: u32 = 26;

type Cells = BTreeMap<&'static str, String>;

/// Rows of the clients' list that are refused or doubted.
pub(super) fn clients(maker: &mut Maker) {
    let row = |maker: &mut Maker, name: &str, country: &str, code: &str, mail: &str| {
        maker
            .clients
            .row(&[name, "", "", "", "", "", country, "", code, "", "", "", mail, ""])
    };
    let line = row(maker, "Bitcoin Bar", "Malta", "XBT", "bar@example.org");
    maker.expect(0, line, true, M::CurrencyUnknown);
    let line = row(maker, "", "Malta", "EUR", "");
    maker.expect(0, line, true, M::ClientNameless);
    let line = row(maker, "Ærø  Bogtryk", "Denmark", "DKK", "");
    maker.expect(0, line, true, M::ClientTwice);
    // A second contact of a client stands in a row of its own.
    row(maker, "Ærø Bogtryk", "Denmark", "DKK", "second@example.org");
    let line = row(maker, "Atlantis Ferries", "Atlantis", "EUR", "ferry@example.org");
    maker.expect(0, line, false, M::CountryUnknown);
    let line = row(maker, "No Mail Inc", "US", "USD", "no mail");
    maker.expect(0, line, false, M::EmailUnreadable);
}

fn base(maker: &Maker, case: u32, nth: u32) -> MadeInvoice {
    let euro = currency("EUR");
    let start = jiff::civil::date(2024, 1, 3);
    MadeInvoice {
        number: format!("H-{case:02}"),
        client: super::CLIENTS.first().map_or("", |(name, _, _)| *name),
        currency: euro,
        date: start.checked_add(i64::from(nth % 700).days()).unwrap_or(start),
        content: posters(euro),
        amount: Money::new(24_600, euro),
        paid: if maker.come == 0 { 24_600 } else { 0 },
    }
}

fn put(title: &'static str, value: &str) -> impl Fn(usize, &mut Cells) {
    move |_, cells| {
        cells.insert(title, value.to_owned());
    }
}

/// Writes the invoice of a case; a case that is not known writes nothing.
pub(super) fn invoice(maker: &mut Maker, case: u32, nth: u32) {
    let made = MadeInvoice {
        paid: 0,
        ..base(maker, case, nth)
    };
    match case {
        0..=12 => spoilt(maker, case, &made),
        13..=16 => numbered(maker, case, &made),
        17..=24 => doubtful(maker, case, made),
        25 => negative(maker, made),
        _ => {}
    }
}

/// One cell is wrong and the invoice is refused.
fn spoilt(maker: &mut Maker, case: u32, made: &MadeInvoice) {
    let (title, value, message) = match case {
        0 => ("Client Currency", "XBT", M::CurrencyUnknown),
        1 => ("Client Name", "", M::ClientMissing),
        2 => ("Client Name", "Nobody We Know", M::ClientMissing),
        3 => ("Client Name", "Bitcoin Bar", M::ClientRefused),
        4 => ("Invoice Amount", "246,10", M::TotalDiffers),
        5 => ("Invoice Date", "31/02/2026", M::DateUnreadable),
        6 => ("Invoice Date", "", M::DateMissing),
        7 => ("Invoice Status", "Draft", M::InvoiceDraft),
        8 => ("Invoice Status", "Cancelled", M::InvoiceCancelled),
        9 => ("Invoice Balance", "300,00", M::BalanceOdd),
        10 => ("Invoice Amount", "246,005", M::AmountTooFine),
        11 => ("Invoice Amount", "246,00 USD", M::CurrencyDiffers),
        _ => ("Item Tax Rate 1", "140", M::ValueRefused),
    };
    let line = maker.write(made, put(title, value));
    maker.expect(1, line, true, message);
}

/// Rows and numbers that clash.
fn numbered(maker: &mut Maker, case: u32, made: &MadeInvoice) {
    match case {
        13 => {
            let line = maker.write(made, |nth, cells| {
                if nth == 1 {
                    cells.insert("Item Quantity", "twelve".to_owned());
                }
            });
            maker.expect(1, line + 1, true, M::NumberUnreadable);
        }
        14 => {
            maker.take(made);
            let later = MadeInvoice {
                date: made.date.tomorrow().unwrap_or(made.date),
                ..made.clone()
            };
            let line = maker.write(&later, |_, _| {});
            maker.expect(1, line, true, M::InvoiceNumberTwice);
            let other = MadeInvoice {
                client: "Garage Fünf",
                ..made.clone()
            };
            let line = maker.write(&other, |_, _| {});
            maker.expect(1, line, true, M::InvoiceNumberTwice);
        }
        15 => {
            maker.take(made);
            let between = MadeInvoice {
                number: "H-15b".to_owned(),
                ..made.clone()
            };
            maker.take(&between);
            let line = maker.write(made, |_, _| {});
            maker.expect(1, line, true, M::InvoiceNumberTwice);
        }
        _ => {
            let one = |made: &MadeInvoice| {
                let mut made = made.clone();
                made.content.lines.truncate(1);
                made
            };
            let line = maker.write(&one(made), put("Invoice Invoice Number", ""));
            maker.expect(1, line, true, M::InvoiceNumberMissing);
            let wide: Vec<&str> = std::iter::repeat_n("x", super::INVOICE_TITLES.len() + 1).collect();
            let line = maker.invoices.row(&wide);
            maker.expect(1, line, true, M::RowTooWide);
        }
    }
}

/// Invoices that come with a doubt.
fn doubtful(maker: &mut Maker, case: u32, mut made: MadeInvoice) {
    let message = match case {
        17 => {
            made.amount.minor = 20_500;
            let line = maker.write(&made, put("Invoice Uses Inclusive Taxes", ""));
            maker.expect(1, line, false, M::TaxesIncluded);
            return maker.count(&made);
        }
        18 => {
            // Five euros off 205 before tax.
            made.amount.minor = 24_000;
            let line = maker.write(&made, |_, cells| {
                cells.insert("Invoice Discount", "5".to_owned());
                cells.insert("Invoice Is Amount Discount", String::new());
            });
            maker.expect(1, line, false, M::DiscountAsAmount);
            return maker.count(&made);
        }
        19 => {
            let due = super::day_first(made.date.yesterday().unwrap_or(made.date));
            let line = maker.write(&made, put("Invoice Due Date", &due));
            maker.expect(1, line, false, M::DueBeforeIssue);
            return maker.count(&made);
        }
        20 => {
            made.content.lines.truncate(1);
            let line = maker.write(&made, |_, cells| {
                for title in [
                    "Item Product",
                    "Item Quantity",
                    "Item Cost",
                    "Item Tax Name 1",
                    "Item Tax Rate 1",
                ] {
                    cells.insert(title, String::new());
                }
            });
            maker.expect(1, line, false, M::InvoiceNoItems);
            return maker.count(&made);
        }
        21 => {
            let line = maker.write(&made, |_, cells| {
                cells.insert("Invoice Amount", String::new());
                cells.insert("Invoice Balance", String::new());
            });
            maker.expect(1, line, false, M::TotalMissing);
            return maker.count(&made);
        }
        22 => {
            made.paid = 10_000;
            M::PaidUnrecorded
        }
        23 => {
            made.amount.minor += 2;
            M::TotalRounded
        }
        _ => {
            made.amount.minor -= 1;
            M::TotalRounded
        }
    };
    let line = maker.write(&made, |_, cells| {
        // The currency may stand beside the amount.
        cells.insert("Invoice Amount", format!("{} EUR", comma(made.amount)));
    });
    maker.expect(1, line, false, message);
    maker.count(&made);
}

/// A credit: nothing is wrong with it.
fn negative(maker: &mut Maker, mut made: MadeInvoice) {
    for line in &mut made.content.lines {
        line.quantity = -line.quantity;
    }
    made.amount = made.amount.negated();
    maker.take(&made);
}

/// Rows of the payments' list that are refused or doubted, with the invoices that they need.
pub(super) fn payments(maker: &mut Maker) {
    let first = super::CLIENTS.first().map_or("", |(name, _, _)| *name);
    let base = base(maker, 90, 90);
    let line = maker.payment("10.00", "INV/9999", first, "Completed");
    maker.expect(2, line, true, M::PaymentUnknownInvoice);
    let line = maker.payment("10.00", "H-00", first, "Completed");
    maker.expect(2, line, true, M::PaymentInvoiceRefused);
    let line = maker.payment("10.00", "H-14", "Garage Fünf", "Completed");
    maker.expect(2, line, true, M::PaymentOtherClient);
    let line = maker.payment("0.00", "H-14", first, "Completed");
    maker.expect(2, line, true, M::PaymentNothing);
    let line = maker.payment("10.00", "H-14", first, "Failed");
    maker.expect(2, line, true, M::PaymentFailed);
    let line = maker.payment("ten", "H-14", first, "Completed");
    maker.expect(2, line, true, M::NumberUnreadable);
    let line = maker.payment("12.50", "", first, "Completed");
    maker.expect(2, line, false, M::PaymentNoInvoice);

    // More than the invoice asks: the rest is credit.
    let full = MadeInvoice {
        number: "H-91".to_owned(),
        paid: 24_600,
        ..base.clone()
    };
    maker.write(&full, |_, _| {});
    maker.count(&full);
    let line = maker.payment("250.00", "H-91", first, "Completed");
    maker.expect(2, line, false, M::PaymentOverBalance);

    // One payment for two invoices.
    for number in ["H-92", "H-93"] {
        let full = MadeInvoice {
            number: number.to_owned(),
            paid: 24_600,
            ..base.clone()
        };
        maker.write(&full, |_, _| {});
        maker.count(&full);
    }
    let line = maker.payment("492.00", "H-92, H-93", first, "Completed");
    maker.expect(2, line, false, M::PaymentSeveral);

    // Two payments that look alike are two, unless they bear one number.
    let half = MadeInvoice {
        number: "H-94".to_owned(),
        paid: 20_000,
        ..base
    };
    maker.write(&half, |_, _| {});
    maker.count(&half);
    maker.payment("100.00", "H-94", first, "Completed");
    maker.payment("100.00", "H-94", first, "Completed");
    maker.payment_number -= 1;
    let line = maker.payment("100.00", "H-94", first, "Completed");
    maker.expect(2, line, true, M::PaymentTwice);
}

/// A quote that is never closed swallows the rest of the file: it stands at its end.
pub(super) fn last(maker: &mut Maker) {
    let line = maker.invoices.torn("\"torn off; H-99; 12,00\r\nand so on");
    maker.expect(1, line, true, M::QuoteUnclosed);
}
