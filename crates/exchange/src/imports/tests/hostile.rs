//! Files as nobody should write them, and as many do.

use super::formats::{nothing, one, plan};
use crate::imports::ImportPlan;

const HEAD: &str = "ContactName,InvoiceNumber,InvoiceDate,DueDate,Total,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,LineAmount,TaxType,TaxAmount,Currency,Type,Status";

/// A row of Xero's: an invoice of one line, paid or not.
fn row(number: &str, date: &str, amount: &str, currency: &str, kind: &str) -> String {
    format!(
        "Birch,{number},{date},{date},{amount},0,{amount},Print,1,{amount},{amount},,0,{currency},{kind},Authorised"
    )
}

fn xero(rows: &[String]) -> String {
    format!("{HEAD}\n{}\n", rows.join("\n"))
}

fn sales(number: &str, date: &str, amount: &str) -> String {
    row(number, date, amount, "EUR", "Sales invoice")
}

fn read(text: &str) -> ImportPlan {
    plan(&one("SalesInvoices.csv", text), None, nothing())
}

fn come(plan: &ImportPlan) -> Vec<(&str, i64)> {
    let invoices = plan.batch.invoices.iter();
    invoices
        .map(|invoice| (invoice.invoice.number.as_str(), invoice.invoice.total.minor))
        .collect()
}

fn said(plan: &ImportPlan) -> Vec<(u32, &str)> {
    let issues = plan.report.issues.iter();
    issues.map(|issue| (issue.line, issue.message_key)).collect()
}

#[test]
fn every_way_to_write_letters_and_lines_reads_alike() {
    let text = xero(&[
        sales("I-1", "13/01/2026", "10.50"),
        sales("I-2", "14/01/2026", "2.00"),
    ]);
    let expected = read(&text).batch.invoices;
    assert_eq!(expected.len(), 2);
    let wide = |mark: &[u8], unit: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(unit);
        mark.iter().copied().chain(units).collect::<Vec<u8>>()
    };
    let cases = [
        [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        wide(b"\xff\xfe", u16::to_le_bytes),
        wide(b"\xfe\xff", u16::to_be_bytes),
        text.replace('\n', "\r\n").into_bytes(),
        text.replace('\n', "\r").into_bytes(),
        text.replace(',', ";").into_bytes(),
        text.replace(',', "\t").into_bytes(),
        text.replace(',', "|").into_bytes(),
    ];
    for (nth, bytes) in cases.into_iter().enumerate() {
        let files = [("SalesInvoices.csv".to_owned(), bytes)];
        let plan = plan(&files, None, nothing());
        assert_eq!(plan.batch.invoices, expected, "{nth}: {:?}", plan.report.issues);
    }
}

#[test]
fn commas_before_decimals_are_understood_where_semicolons_divide() {
    let rows = [
        sales("I-1", "13/01/2026", "1.234.50").replace(".50", "#50"),
        sales("I-2", "13/01/2026", "0#99"),
    ];
    let text = xero(&rows).replace(',', ";").replace('#', ",");
    assert_eq!(come(&read(&text)), [("I-1", 123_450), ("I-2", 99)]);
}

#[test]
fn rows_with_another_separator_are_refused_by_their_line() {
    let rows = [
        sales("I-1", "13/01/2026", "10.50"),
        sales("I-2", "13/01/2026", "10.50").replace(',', ";"),
        sales("I-3", "13/01/2026", "10.50") + ",and,more",
    ];
    let plan = read(&xero(&rows));
    assert_eq!(come(&plan), [("I-1", 1_050)]);
    let lines: Vec<u32> = said(&plan).iter().map(|(line, _)| *line).collect();
    assert!(lines.contains(&3) && lines.contains(&4), "{:?}", said(&plan));
}

#[test]
fn a_number_that_stands_twice_is_not_guessed() {
    let rows = [
        sales("I-1", "13/01/2026", "10.50"),
        sales("I-1", "14/02/2026", "99.00"),
        sales("I-2", "13/01/2026", "1.00"),
    ];
    let plan = read(&xero(&rows));
    let twice = said(&plan)
        .into_iter()
        .filter(|(_, key)| *key == "import-invoice-number-twice");
    assert!(twice.count() >= 1, "{:?}", said(&plan));
    assert!(!come(&plan).contains(&("I-1", 9_900)), "{:?}", come(&plan));
    assert!(come(&plan).contains(&("I-2", 100)));
}

#[test]
fn what_is_owed_to_the_client_and_what_is_in_another_currency_keeps_its_sum() {
    let rows = [
        row("CN-1", "13/01/2026", "-10.00", "EUR", "Sales credit note"),
        row("I-1", "13/01/2026", "50.00", "EUR", "Sales invoice"),
        row("I-2", "13/01/2026", "700", "JPY", "Sales invoice"),
        row("I-3", "13/01/2026", "7.005", "BHD", "Sales invoice"),
        row("I-4", "13/01/2026", "7.50", "JPY", "Sales invoice"),
        row("I-5", "13/01/2026", "7.50", "XXQ", "Sales invoice"),
    ];
    let plan = read(&xero(&rows));
    assert_eq!(
        come(&plan),
        [("CN-1", -1_000), ("I-1", 5_000), ("I-2", 700), ("I-3", 7_005)]
    );
    for totals in &plan.report.totals {
        assert_eq!(totals.source_invoiced, totals.invoiced);
        assert_eq!(totals.source_balance, totals.balance);
    }
    let keys = said(&plan);
    assert!(keys.contains(&(6, "import-amount-too-fine")), "{keys:?}");
    assert!(keys.contains(&(7, "import-currency-unknown")), "{keys:?}");
}

#[test]
fn a_cell_of_a_megabyte_is_refused_and_its_neighbours_come() {
    let huge = "x".repeat(1024 * 1024);
    let rows = [
        sales("I-1", "13/01/2026", "10.50").replace("Print", &huge),
        sales(&huge, "13/01/2026", "10.50"),
        sales("I-3", "13/01/2026", "10.50").replace("Birch", &huge),
        sales("I-4", "13/01/2026", "10.50").replace("10.50", &"9".repeat(1024 * 1024)),
        sales("I-5", "13/01/2026", "10.50"),
    ];
    let plan = read(&xero(&rows));
    assert_eq!(come(&plan), [("I-5", 1_050)]);
    let lines: Vec<u32> = said(&plan).iter().map(|(line, _)| *line).collect();
    assert!((2..=5).all(|line| lines.contains(&line)), "{lines:?}");
    for issue in &plan.report.issues {
        for value in issue.params.values() {
            assert!(value.len() < 2_000, "{}: {}", issue.message_key, value.len());
        }
    }
}

#[test]
fn a_hundred_thousand_lines_are_read_to_the_cent() {
    let rows: Vec<String> = (0..100_000_u32)
        .map(|nth| {
            sales(
                &format!("I-{nth}"),
                "13/01/2026",
                &format!("{}.{:02}", nth % 900, nth % 100),
            )
        })
        .collect();
    let plan = read(&xero(&rows));
    let sum: i64 = (0..100_000_i64).map(|nth| nth % 900 * 100 + nth % 100).sum();
    assert_eq!(plan.report.invoices, 100_000, "{:?}", said(&plan).first());
    assert_eq!(plan.report.totals[0].invoiced.minor, sum);
}
