//! Entries that are known again.

use super::fixture;
use crate::bank::sample::{sample_file, sample_statements};
use crate::bank::*;

fn statements(text: &str) -> Vec<Statement> {
    let report = report("file", text.as_bytes());
    assert!(!report.statements.is_empty(), "{report}");
    report.statements
}

fn known(statements: &[Statement]) -> Known {
    fingerprints(statements).into_iter().flatten().collect()
}

#[test]
fn the_same_file_again_is_all_known() {
    for format in [Format::Camt, Format::Mt940, Format::Ofx, Format::Csv] {
        let made = sample_statements(3, format, 3, 20);
        let read = report("file", &sample_file(format, &made)).statements;
        assert_eq!(duplicates(&known(&made), &read).len(), 60, "{format:?}");
        assert_eq!(duplicates(&Known::default(), &read), [], "{format:?}");
    }
}

const ACCOUNT: &str = "DE02120300000000202051";

fn mt940(entries: &str) -> Vec<Statement> {
    statements(&format!(
        ":20:1\n:25:12030000/202051\n:28C:1\n:60F:C260301EUR0,00\n{entries}\n-\n"
    ))
}

fn table(lines: &str) -> Vec<Statement> {
    statements(&format!(
        "Account number;Booking Date;Amount;Currency;Description;End-to-End ID\n{lines}\n"
    ))
}

#[test]
fn one_payment_in_two_formats_is_one() {
    let told = mt940(":61:2603030303C12,50NTRFNONREF//X1\n:86:166?20EREF+RE-7?21SVWZ+Rechnung fuer Maerz 7");
    let by_id = table(&format!("{ACCOUNT};2026-03-03;12,50;EUR;something else;RE-7"));
    let by_text = table(&format!("{ACCOUNT};2026-03-03;12,50;EUR;Rechnung für März 7;"));
    let ways = |statements: &[Statement]| -> Vec<Match> {
        let found = duplicates(&known(&told), statements);
        found.into_iter().map(|duplicate| duplicate.by).collect()
    };
    assert_eq!(ways(&by_id), [Match::EndToEndId]);
    assert_eq!(ways(&by_text), [Match::Text]);
}

#[test]
fn another_payment_is_another() {
    let told = mt940(":61:2603030303C12,50NTRFNONREF\n:86:166?20EREF+RE-7?21SVWZ+Rechnung");
    for line in [
        "2026-03-04;12,50;EUR;Rechnung;RE-7",
        "2026-03-03;12,51;EUR;Rechnung;RE-7",
        "2026-03-03;-12,50;EUR;Rechnung;RE-7",
        "2026-03-03;12,50;USD;Rechnung;RE-7",
        "2026-03-03;12,50;EUR;Rechnung;RE-8",
        "2026-03-03;12,50;EUR;Anzahlung;",
    ] {
        let other = table(&format!("{ACCOUNT};{line}"));
        assert_eq!(duplicates(&known(&told), &other), [], "{line}");
    }
    let elsewhere = table("DE89370400440532013000;2026-03-03;12,50;EUR;Rechnung;RE-7");
    assert_eq!(duplicates(&known(&told), &elsewhere), []);
}

#[test]
fn equals_of_one_day_are_told_apart() {
    let line = ":61:2603030303D1,00NMSC\n:86:Kaffee\n";
    let (once, twice) = (mt940(line), mt940(&line.repeat(2)));
    let distinct = fingerprints(&twice);
    assert_ne!(distinct[0][0], distinct[0][1]);
    let found = duplicates(&known(&once), &twice);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].entry, 0);
    assert_eq!(duplicates(&known(&twice), &twice).len(), 2);
}

#[test]
fn a_statement_twice_in_one_file_is_found() {
    let bytes = fixture("mt940_german.sta");
    let twice = report("twice", &[bytes.clone(), bytes].concat()).statements;
    let found = duplicates(&Known::default(), &twice);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|duplicate| duplicate.statement == 1));
}

#[test]
fn a_fingerprint_alone_is_that_of_the_first() {
    let statement = &mt940(":61:2603030303D1,00NMSC\n:86:Kaffee\n")[0];
    let alone = fingerprint(&statement.entries[0], &statement.account);
    assert_eq!(alone, fingerprints(std::slice::from_ref(statement))[0][0]);
}
