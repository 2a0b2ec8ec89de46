//! What can be wrong with an export, one case each, as far as the tool's files can have it.

use folio_domain::Money;
use folio_domain::invoices::TaxMode;

use super::business::Made;
use super::ledger::{CLIENT_FILE, Changes, INVOICE_FILE, Ledger, OTHER_FILE, Pay, Say, Shape, Who};
use crate::imports::Message as M;

/// Rows of the clients' list that are refused or doubted.
pub(super) fn clients(ledger: &mut Ledger) {
    let has = |ledger: &Ledger, what: Who| ledger.dialect.clients.iter().any(|(_, who)| *who == what);
    if has(ledger, Who::Currency) {
        let line = ledger.client(&[(Who::Name, "Bitcoin Bar"), (Who::Currency, "XBT")]);
        ledger.expect(CLIENT_FILE, line, true, M::CurrencyUnknown);
    }
    let nobody = [Who::Name, Who::FirstName, Who::LastName, Who::Currency].map(|who| (who, ""));
    let line = ledger.client(&nobody);
    ledger.expect(CLIENT_FILE, line, true, M::ClientNameless);
    let again = [
        (Who::Name, "Hoshi  Paper"),
        (Who::Currency, "JPY"),
        (Who::Country, "Japan"),
        (Who::Email, "client9@example.org"),
    ];
    let line = ledger.client(&again);
    ledger.expect(CLIENT_FILE, line, true, M::ClientTwice);
    if has(ledger, Who::Country) {
        let line = ledger.client(&[(Who::Name, "Atlantis Ferries"), (Who::Country, "Atlantis")]);
        ledger.expect(CLIENT_FILE, line, false, M::CountryUnknown);
    }
    let line = ledger.client(&[(Who::Name, "No Mail Inc"), (Who::Email, "no mail")]);
    ledger.expect(CLIENT_FILE, line, false, M::EmailUnreadable);
    if has(ledger, Who::Kind) {
        let line = ledger.client(&[(Who::Name, "Paper Mill"), (Who::Kind, "vendor")]);
        ledger.expect(CLIENT_FILE, line, true, M::RowsLeftOut);
    }
}

/// Invoices that are refused or doubted.
pub(super) fn invoices(ledger: &mut Ledger) {
    spoilt(ledger);
    numbers(ledger);
    doubtful(ledger);
    payments(ledger);
}

/// One cell is wrong and the invoice is refused.
fn spoilt(ledger: &mut Ledger) {
    let amount = if ledger.has(Say::Amount) {
        Say::Amount
    } else {
        Say::Gross
    };
    let cases: &[(Say, &str, M)] = &[
        (Say::Currency, "XBT", M::CurrencyUnknown),
        (Say::Client, "", M::ClientMissing),
        (Say::Client, "Nobody We Know", M::ClientMissing),
        (amount, "199.99", M::TotalDiffers),
        (Say::Date, "2024-02-31", M::DateUnreadable),
        (Say::Date, "", M::DateMissing),
        (Say::Status, "Draft", M::InvoiceDraft),
        (Say::Status, "Void", M::InvoiceCancelled),
        (Say::Balance, "300.00", M::BalanceOdd),
        (Say::Amount, "246.005", M::AmountTooFine),
    ];
    for (nth, (say, text, message)) in cases.iter().enumerate() {
        let is_books = ledger.dialect.shape == Shape::Books;
        // Reports group by client, and an empty name is no group.
        let impossible = *say == Say::Client && text.is_empty() && ledger.dialect.shape == Shape::Reports;
        if !ledger.has(*say) || impossible || (is_books && *say == Say::Currency) {
            continue;
        }
        let made = ledger.base(&format!("H-{nth:02}"));
        // A balance above the amount would be the first thing that is wrong.
        let paid = (Say::Balance, "0.00");
        let changes: Changes<'_> = match message {
            M::TotalDiffers => &[(*say, *text), paid],
            _ => &[(*say, *text)],
        };
        let line = ledger.write(&made, changes);
        ledger.expect(INVOICE_FILE, line, true, *message);
    }
    let made = ledger.base("H-20");
    if ledger.has(Say::Quantity) {
        let line = ledger.write(&made, &[(Say::Quantity, "twelve")]);
        ledger.expect(INVOICE_FILE, line, true, M::NumberUnreadable);
    }
}

/// Numbers that clash or are missing, and rows that are too wide.
fn numbers(ledger: &mut Ledger) {
    let mut made = ledger.base("H-30");
    ledger.take(&made);
    if ledger.dialect.shape == Shape::Rows {
        let later = (ledger.dialect.date)(jiff::civil::date(2024, 5, 18));
        let line = ledger.write(&made, &[(Say::Date, &later)]);
        ledger.expect(INVOICE_FILE, line, true, M::InvoiceNumberTwice);
        made.content.lines.truncate(1);
        let line = ledger.write(&made, &[(Say::Number, "")]);
        ledger.expect(INVOICE_FILE, line, true, M::InvoiceNumberMissing);
    }
    let wide: Vec<&str> = std::iter::repeat_n("x", ledger.dialect.invoices.len() + 1).collect();
    let line = ledger.invoices.row(&wide);
    ledger.expect(INVOICE_FILE, line, true, M::RowTooWide);
}

/// Invoices that come with a doubt, and a credit with which nothing is wrong.
fn doubtful(ledger: &mut Ledger) {
    if ledger.has(Say::Due) {
        let made = ledger.base("H-40");
        let early = (ledger.dialect.date)(jiff::civil::date(2024, 5, 16));
        let line = ledger.write(&made, &[(Say::Due, &early)]);
        ledger.expect(INVOICE_FILE, line, false, M::DueBeforeIssue);
        if !ledger.dialect.habits.shows_tax {
            ledger.expect(INVOICE_FILE, line, false, M::TaxFromTotal);
        }
        ledger.count(&made);
    }
    if ledger.dialect.habits.inclusive && ledger.has(Say::Inclusive) {
        let mut made = ledger.base("H-41");
        made.content.tax_mode = TaxMode::Inclusive;
        made.amount = Money::new(20_500, made.currency);
        let line = ledger.write(&made, &[(Say::Inclusive, "")]);
        ledger.expect(INVOICE_FILE, line, false, M::TaxesIncluded);
        ledger.count(&made);
    }
    if ledger.has(Say::Amount) && ledger.dialect.habits.shows_tax {
        let mut made = ledger.base("H-42");
        made.amount.minor += 2;
        let line = ledger.write(&made, &[]);
        ledger.expect(INVOICE_FILE, line, false, M::TotalRounded);
        ledger.count(&made);
    }
    if ledger.dialect.shape == Shape::Rows {
        let mut made = ledger.base("H-43");
        for line in &mut made.content.lines {
            line.quantity = -line.quantity;
        }
        made.amount = made.amount.negated();
        ledger.take(&made);
    }
    if !ledger.dialect.habits.shows_parts {
        let made = ledger.base("H-45");
        let line = ledger.write(&made, &[(Say::Status, "partial")]);
        ledger.expect(INVOICE_FILE, line, false, M::PaidUnknown);
        ledger.count(&made);
    }
    if ledger.has(Say::Kind) && ledger.dialect.shape != Shape::Books {
        let made = ledger.base("H-44");
        let kind = if ledger.dialect.shape == Shape::Rows {
            "Bill"
        } else {
            "Estimate"
        };
        let line = ledger.write(&made, &[(Say::Kind, kind)]);
        ledger.expect(INVOICE_FILE, line, true, M::RowsLeftOut);
        if ledger.dialect.shape == Shape::Reports {
            ledger.expect(OTHER_FILE, ledger.listed_at, true, M::RowsLeftOut);
        }
    }
}

/// A payment beside its invoice.
fn paid(made: &Made, minor: i64) -> Made {
    Made {
        paid: minor,
        ..made.clone()
    }
}

/// Payments that are refused or doubted, with the invoices that they need.
fn payments(ledger: &mut Ledger) {
    if ledger.dialect.payments.is_empty() {
        return;
    }
    let first = ledger.base("H-50");
    let made = paid(&first, 24_600);
    ledger.write(&made, &[]);
    ledger.count(&made);
    let of = |number: &'static str, amount: &'static str| {
        [
            (Pay::Client, "Ĉielarko Kooperativo"),
            (Pay::Currency, "EUR"),
            (Pay::Invoice, number),
            (Pay::Amount, amount),
            (Pay::Applied, amount),
        ]
    };
    let cases = [
        (of("H-99", "10.00"), M::PaymentUnknownInvoice),
        (of("H-04", "10.00"), M::PaymentInvoiceRefused),
        (of("H-50", "0.00"), M::PaymentNothing),
        (of("H-50", "ten"), M::NumberUnreadable),
    ];
    for (said, message) in cases {
        let line = ledger.payment(&said);
        ledger.expect(OTHER_FILE, line, true, message);
    }
    // More than the invoice asks: the rest is credit.
    let line = ledger.payment(&of("H-50", "250.00"));
    ledger.expect(OTHER_FILE, line, false, M::PaymentOverBalance);
    // What is left of a payment is credit, too.
    let rest = [
        (Pay::Client, "Hoshi Paper"),
        (Pay::Currency, "JPY"),
        (Pay::Amount, "1200"),
        (Pay::Applied, ""),
        (Pay::Unused, "1200"),
    ];
    let line = ledger.payment(&rest);
    ledger.expect(OTHER_FILE, line, false, M::PaymentNoInvoice);
    // What is paid without a payment to show for it.
    let silent = paid(&ledger.base("H-51"), 10_000);
    let line = ledger.write(&silent, &[]);
    ledger.expect(INVOICE_FILE, line, false, M::PaidUnrecorded);
    ledger.count(&silent);
}

/// What is said once of a whole file.
pub(super) fn files(ledger: &mut Ledger) {
    match ledger.dialect.shape {
        Shape::Rows if ledger.dialect.payments.is_empty() => {
            ledger.expect(INVOICE_FILE, 1, false, M::FileNoPayments);
        }
        Shape::Reports => {
            ledger.expect(OTHER_FILE, 1, false, M::FilePaymentsSpread);
        }
        Shape::Books => {
            let made = ledger.base("");
            let line = ledger.write(&made, &[(Say::Number, ""), (Say::Client, "")]);
            // The lines are of one kind, what is owed is of another.
            ledger.expect(INVOICE_FILE, line, true, M::RowsLeftOut);
            ledger.expect(INVOICE_FILE, line + 2, true, M::RowsLeftOut);
        }
        Shape::Rows => {}
    }
}

/// A quote that is never closed swallows the rest of the file: it stands at its end.
pub(super) fn last(ledger: &mut Ledger) {
    let line = ledger.invoices.torn("\"torn off, H-99, 12.00\r\nand so on");
    ledger.expect(INVOICE_FILE, line, true, M::QuoteUnclosed);
}
