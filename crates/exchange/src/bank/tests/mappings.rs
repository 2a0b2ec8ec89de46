//! Tables with a mapping that is given, and hints for one that is guessed.

use folio_domain::Currency;

use super::fixture;
use crate::bank::*;

fn eur() -> Currency {
    Currency::parse("EUR").unwrap()
}

fn mapping() -> Mapping {
    Mapping {
        delimiter: ',',
        header_line: 0,
        decimal: Mark::Dot,
        dates: DateOrder::MonthFirst,
        booking_date: Column::Index(0),
        value_date: None,
        amount: AmountColumns::Signed(Column::Index(2)),
        currency: Given::Value(eur()),
        account: Given::Value("4711".to_owned()),
        counterparty: vec![Column::Index(1)],
        counterparty_account: None,
        remittance: Vec::new(),
        end_to_end_id: None,
        bank_reference: None,
        kind: None,
        balance: None,
        status: None,
    }
}

#[test]
fn a_table_without_headings_is_read_by_positions() {
    let reading = read_with_mapping(&fixture("csv_no_headings.csv"), &mapping());
    assert_eq!(reading.findings, []);
    let statement = &reading.statements[0];
    assert_eq!(statement.account.id, "4711");
    let amounts: Vec<i64> = statement.entries.iter().map(|entry| entry.amount.minor).collect();
    assert_eq!(amounts, [100, 200]);
    assert_eq!(statement.entries[1].counterparty.as_deref(), Some("Harbour"));
}

#[test]
fn what_is_in_doubt_can_be_said() {
    let by_name = |name: &str| Column::Name(name.to_owned());
    let mapping = Mapping {
        header_line: 1,
        booking_date: by_name("Date"),
        amount: AmountColumns::Signed(by_name("Amount")),
        currency: Given::Column(by_name("Currency")),
        counterparty: Vec::new(),
        remittance: vec![by_name("Description")],
        ..mapping()
    };
    let bytes = fixture("csv_doubtful_dates.csv");
    let first = |mapping: &Mapping| read_with_mapping(&bytes, mapping).statements[0].entries[0].booking_date;
    assert_eq!(first(&mapping).to_string(), "2026-03-04");
    let day_first = Mapping {
        dates: DateOrder::DayFirst,
        ..mapping.clone()
    };
    assert_eq!(first(&day_first).to_string(), "2026-04-03");

    let json = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&json).unwrap(), mapping);

    let wrong = Mapping {
        booking_date: by_name("Day"),
        ..mapping
    };
    let reading = read_with_mapping(&bytes, &wrong);
    assert_eq!(reading.findings[0].rule, Rule::Columns);
    assert!(reading.statements.is_empty());
}

#[test]
fn hints_complete_what_a_table_leaves_out() {
    let hints = Hints {
        currency: Some(eur()),
        account: Some("DE02 1203 0000 0000 2020 51".to_owned()),
    };
    let report = report_with("table", &fixture("csv_no_currency.csv"), &hints);
    assert_eq!(report.verdict, Verdict::Valid, "{report}");
    assert_eq!(report.statements[0].account.id, "DE02120300000000202051");
    let guessed = guess_mapping(&fixture("csv_no_currency.csv"), &hints).unwrap();
    assert_eq!(guessed.currency, Given::Value(eur()));
}

#[test]
fn a_hint_brings_a_currency_to_what_names_none() {
    let hint = |code: &str| Hints {
        currency: Currency::parse(code).ok(),
        account: None,
    };
    let table = report_with("table", &fixture("csv_indian_en.csv"), &hint("INR"));
    assert_eq!(table.verdict, Verdict::Valid, "{table}");
    let minors: Vec<i64> = table.statements[0]
        .entries
        .iter()
        .map(|entry| entry.amount.minor)
        .collect();
    assert_eq!(minors, [12_500_000, -1_000_000]);
    let closing = table.statements[0]
        .closing
        .as_ref()
        .map(|closing| closing.amount.minor);
    assert_eq!(closing, Some(12_000_000));

    let fragment = report_with("fragment", &fixture("mt940_fragment.sta"), &hint("EUR"));
    assert_eq!(fragment.statements[0].entries[0].amount.minor, 3_000);
}

#[test]
fn a_guess_says_what_is_not_certain() {
    for (name, words) in [
        ("csv_doubtful_dates.csv", "every date can be read in two ways"),
        ("csv_doubtful_amounts.csv", "every amount can be read in two ways"),
        ("csv_mixed_marks.csv", "others a decimal comma"),
        ("csv_no_currency.csv", "names the currency"),
        ("csv_no_headings.csv", "no line has headings"),
        ("csv_two_amounts.csv", "two columns are headed “Amount”"),
        ("csv_whose_account.csv", "the column headed “Kontonummer” seems"),
    ] {
        let refusal = guess_mapping(&fixture(name), &Hints::default()).unwrap_err();
        assert!(refusal.words.contains(words), "{name}: {}", refusal.words);
        assert!(refusal.place.line > 0);
    }
}

#[test]
fn tables_as_banks_and_shops_write_them_are_read() {
    let read = |text: &str| {
        let report = report("table", text.as_bytes());
        let minors = report.statements.iter().flat_map(|one| &one.entries);
        let minors: Vec<i64> = minors.map(|entry| entry.amount.minor).collect();
        (report.verdict, minors, report.findings)
    };
    let (verdict, minors, _) = read(
        "Buchungsdatum;Zahlungspflichtige*r;Verwendungszweck;Betrag (€)\n\
         02.03.26;Anna;Rechnung 1;1.119,00\n13.03.26;Bank;Entgelt;-5,90\n",
    );
    assert_eq!(
        (verdict, minors),
        (Verdict::Valid, vec![111_900, -590]),
        "a sign in the heading"
    );

    let (verdict, minors, _) = read(
        "Tran Date,CHQNO,PARTICULARS,DR (INR),CR (INR),BAL\n\
         13-03-2026,-,NEFT/KAVITA, ,25000.00,125000.00\n15-03-2026,-,IMPS/PAPER,5000.00, ,120000.00\n",
    );
    assert_eq!(
        (verdict, minors),
        (Verdict::Valid, vec![2_500_000, -500_000]),
        "short headings"
    );

    let (verdict, minors, findings) = read(
        "Date,Description,Amount,Currency,State\n\
         2026-03-01,Kavita,100.00,EUR,COMPLETED\n,Shop,-5.00,EUR,PENDING\n\
         **This statement needs no signature,,,,\n",
    );
    assert_eq!((verdict, minors), (Verdict::Valid, vec![10_000]), "{findings:?}");
    let rules: Vec<Rule> = findings.iter().map(|finding| finding.rule).collect();
    assert!(
        rules.contains(&Rule::Pending) && rules.contains(&Rule::Remark),
        "{rules:?}"
    );

    let torn =
        "Date,Description,Amount,Currency\n2026-03-01,Kavita,100.00,EUR\n\"2026-03-02,Anna,7.00,EUR\"\n";
    assert_eq!(
        read(torn).0,
        Verdict::BreaksRules,
        "an entry in one cell is no remark"
    );
    let undated =
        "Date,Description,Amount,Currency,State\n2026-03-01,A,1.00,EUR,BOOKED\n,B,2.00,EUR,BOOKED\n";
    assert_eq!(read(undated).0, Verdict::BreaksRules, "a booked line has a day");
}
