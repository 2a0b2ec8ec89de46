//! Files opened together.

use folio_domain::bank::{BankAsk, BankColumns, BankField, BankParam, BankSaid, BankStatements, BankVerdict};
use folio_domain::{Currency, Money};

use super::fixture;
use crate::bank::sample::{sample_file, sample_opened, sample_statements};
use crate::bank::{Format, Opened, Statement, open};

fn opened(files: &[(&str, Vec<u8>)]) -> BankStatements {
    let said = BankSaid::default();
    let files: Vec<Opened<'_>> = files
        .iter()
        .map(|(name, bytes)| Opened {
            name,
            bytes,
            said: &said,
        })
        .collect();
    open(&files)
}

fn said(bytes: &[u8], said: &BankSaid) -> BankStatements {
    open(&[Opened {
        name: "table.csv",
        bytes,
        said,
    }])
}

/// Statements of one account, each following on the one before.
fn one_account(format: Format, statements: usize) -> Vec<Statement> {
    let one = |seed| sample_statements(seed, format, statements, 6);
    let made = (0..200).map(one).find(|made| {
        let first = &made[0];
        made.iter()
            .all(|next| next.account == first.account && next.currency == first.currency)
    });
    made.unwrap()
}

fn keys(opened: &BankStatements) -> Vec<&str> {
    let gaps = opened.accounts.iter().flat_map(|account| &account.gaps);
    gaps.map(|gap| gap.text.message_key.as_str()).collect()
}

#[test]
fn what_stands_in_several_files_is_counted_once() {
    let made = one_account(Format::Camt, 2);
    let both = sample_file(Format::Camt, &made);
    let second = sample_file(Format::Camt, &made[1..]);
    let alone = opened(&[("both.xml", both.clone())]);
    let twice = opened(&[("both.xml", both), ("again.xml", second)]);
    assert_eq!(twice.accounts, alone.accounts);
    assert_eq!(twice.accounts.len(), 1);
    assert_eq!(twice.accounts[0].adds_up, Some(true));
    assert_eq!(twice.entries.len(), alone.entries.len());
    let again = u32::try_from(made[1].entries.len()).unwrap();
    assert_eq!(twice.files[1].repeated, again);
    let marked = twice.entries.iter().filter(|entry| entry.files == [0, 1]);
    assert_eq!(u32::try_from(marked.count()).unwrap(), again);
    assert!(alone.entries.iter().all(|entry| entry.times == 1));
}

#[test]
fn a_statement_that_is_not_there_is_missed_by_number_or_by_balance() {
    let made = one_account(Format::Camt, 3);
    let file = |statements: &[Statement]| sample_file(Format::Camt, statements);
    let whole = opened(&[("one.xml", file(&made[..1])), ("rest.xml", file(&made[1..]))]);
    assert_eq!(keys(&whole), Vec::<&str>::new());
    let gap = opened(&[("three.xml", file(&made[2..])), ("one.xml", file(&made[..1]))]);
    assert_eq!(keys(&gap), ["bank-gap-number"]);
    let number = &gap.accounts[0].gaps[0].text.params["number"];
    assert_eq!(*number, BankParam::Text("2".to_owned()));

    let mut unnumbered = vec![made[0].clone(), made[2].clone()];
    for statement in &mut unnumbered {
        statement.number = None;
    }
    // Else the balances could be the same by chance.
    let opening = unnumbered[1].opening.as_mut().unwrap();
    opening.amount.minor += 1;
    assert_eq!(
        keys(&opened(&[("two.xml", file(&unnumbered))])),
        ["bank-gap-balance"]
    );
}

#[test]
fn a_refused_file_says_why_and_the_others_open() {
    let good = sample_file(Format::Mt940, &one_account(Format::Mt940, 1));
    let all = opened(&[
        ("letter.txt", fixture("letter.txt")),
        ("good.sta", good),
        ("cut.xml", fixture("camt_cut_off.xml")),
    ]);
    let verdicts: Vec<BankVerdict> = all.files.iter().map(|file| file.verdict).collect();
    assert_eq!(verdicts[0], BankVerdict::Unreadable);
    assert_ne!(verdicts[1], BankVerdict::Unreadable);
    assert_eq!(verdicts[2], BankVerdict::Unreadable);
    assert_eq!(all.files[0].findings[0].text.message_key, "bank-says-other-form");
    let cut = &all.files[2].findings[0];
    assert!(cut.line > 0, "{cut:?}");
    assert_eq!(all.accounts.len(), 1);
    assert!(all.entries.iter().all(|entry| entry.files == [1]));
}

#[test]
fn a_table_whose_columns_are_not_known_asks_for_them_and_is_read_as_said() {
    let bytes = fixture("csv_no_headings.csv");
    let asked = opened(&[("table.csv", bytes.clone())]);
    assert_eq!(asked.files[0].ask, Some(BankAsk::Columns));
    let table = asked.files[0].table.clone().unwrap();
    assert_eq!(table.headings, ["", "", ""]);
    assert_eq!(table.columns.fields, [None, None, None]);
    assert_eq!(table.rows.len(), 2);

    let columns = BankColumns {
        fields: vec![
            Some(BankField::BookingDate),
            Some(BankField::Counterparty),
            Some(BankField::Amount),
        ],
        month_first: Some(true),
        decimal_comma: Some(false),
    };
    let without_currency = BankSaid {
        columns: Some(columns.clone()),
        ..BankSaid::default()
    };
    let refused = said(&bytes, &without_currency);
    assert_eq!(refused.files[0].ask, Some(BankAsk::Columns));
    assert_eq!(refused.files[0].findings[0].rule, "BANK-CURRENCY");

    let currency = Currency::parse("EUR").unwrap();
    let read = said(
        &bytes,
        &BankSaid {
            columns: Some(columns.clone()),
            currency: Some(currency),
            account: "DE02 1203 0000 0000 2020 51".to_owned(),
        },
    );
    assert_eq!(read.files[0].ask, None);
    assert_eq!(read.files[0].table.clone().unwrap().columns, columns);
    assert_eq!(read.accounts[0].id, "DE02120300000000202051");
    assert_eq!(read.entries.len(), 2);
    assert_eq!(read.accounts[0].came, Some(Money::new(300, currency)));
}

#[test]
fn doubtful_dates_are_read_as_said_in_a_table_whose_headings_are_known() {
    let bytes = fixture("csv_doubtful_dates.csv");
    let asked = opened(&[("table.csv", bytes.clone())]);
    let table = asked.files[0].table.clone().unwrap();
    assert_eq!(asked.files[0].ask, Some(BankAsk::Columns));
    assert!(table.dates_open);
    assert!(table.columns.fields.contains(&Some(BankField::BookingDate)));
    let as_said = |month_first| {
        let columns = BankColumns {
            month_first: Some(month_first),
            ..table.columns.clone()
        };
        let read = said(
            &bytes,
            &BankSaid {
                columns: Some(columns),
                ..BankSaid::default()
            },
        );
        read.entries.last().unwrap().booking_date.to_string()
    };
    assert_ne!(as_said(true), as_said(false));
}

#[test]
fn a_message_without_a_currency_asks_for_it() {
    let text = ":20:X\n:25:12345678/4711\n:28C:1\n:61:2601020102C12,50NTRFX\n:86:Invoice\n-\n";
    let asked = opened(&[("x.sta", text.as_bytes().to_vec())]);
    assert_eq!(asked.files[0].ask, Some(BankAsk::Currency));
    let read = said(
        text.as_bytes(),
        &BankSaid {
            currency: Some(Currency::parse("EUR").unwrap()),
            ..BankSaid::default()
        },
    );
    assert_eq!(read.entries.len(), 1);
    assert_eq!(read.files[0].ask, None);
}

/// What the tests of the screens show is what opening gives.
#[test]
fn the_screens_see_what_opening_gives() {
    let page =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../ui/src/features/bank/sample.json");
    let shown: serde_json::Value = serde_json::from_slice(&std::fs::read(page).unwrap()).unwrap();
    let made = serde_json::to_value(sample_opened()).unwrap();
    assert_eq!(shown, made, "see the example bank_opened");
}

/// Every sample in every format opens, and reading it again adds nothing.
#[test]
fn samples_of_every_format_open_together() {
    for format in [Format::Camt, Format::Mt940, Format::Ofx, Format::Csv] {
        let file = sample_file(format, &sample_statements(7, format, 3, 20));
        let once = opened(&[("a", file.clone())]);
        let twice = opened(&[("a", file.clone()), ("b", file)]);
        assert_eq!(once.entries.len(), twice.entries.len(), "{format:?}");
        assert_eq!(once.accounts, twice.accounts, "{format:?}");
        assert_eq!(twice.files[1].entries, twice.files[1].repeated, "{format:?}");
        assert!(once.entries.len() >= 20, "{format:?}");
        assert!(
            once.entries
                .is_sorted_by(|one, next| one.booking_date >= next.booking_date)
        );
    }
}
