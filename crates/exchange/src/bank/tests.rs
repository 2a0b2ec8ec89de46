//! Files of our own, friendly and hostile, and what is said of them; files made from the model, read back.

mod duplicates;
mod hostile;
mod mappings;
mod opened;
mod parts;
mod round_trips;

use std::fmt::Write;
use std::path::PathBuf;

use super::*;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/bank/tests/fixtures")
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap()
}

/// A report with every entry in full.
fn told(report: &Report) -> String {
    let mut told = report.to_string();
    for statement in &report.statements {
        writeln!(
            told,
            "\n{:?} {:?} at {}",
            statement.account, statement.reference, statement.place
        )
        .unwrap();
        for entry in &statement.entries {
            let value = entry.value_date.map(|date| format!(" (value {date})"));
            let marks = [(entry.reversal, " reversal"), (!entry.booked, " expected")];
            let marks: String = marks
                .iter()
                .filter(|(is, _)| *is)
                .map(|(_, word)| *word)
                .collect();
            writeln!(
                told,
                "- {}{} {} {}{marks} at {}",
                entry.booking_date,
                value.unwrap_or_default(),
                entry.amount.to_decimal(),
                entry.amount.currency,
                entry.place
            )
            .unwrap();
            let fields = [
                ("counterparty", entry.counterparty.as_deref()),
                ("iban", entry.counterparty_iban.as_deref()),
                ("account", entry.counterparty_account.as_deref()),
                ("bank", entry.counterparty_bank.as_deref()),
                (
                    "about",
                    Some(entry.remittance.as_str()).filter(|text| !text.is_empty()),
                ),
                ("end to end", entry.end_to_end_id.as_deref()),
                ("bank's id", entry.bank_reference.as_deref()),
                ("own id", entry.reference.as_deref()),
                ("kind", entry.kind.as_deref()),
                ("batch", entry.batch.as_deref()),
            ];
            for (name, value) in fields {
                if let Some(value) = value {
                    writeln!(told, "    {name}: {value}").unwrap();
                }
            }
        }
    }
    told
}

#[test]
fn every_file_is_told_as_agreed() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert!(names.len() > 40);
    for name in names {
        insta::assert_snapshot!(name.as_str(), told(&report(&name, &fixture(&name))));
    }
}

#[test]
fn a_refusal_always_says_why() {
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let report = report(&name, &fixture(&name));
        if report.verdict == Verdict::Unreadable {
            let unread = report
                .findings
                .iter()
                .find(|finding| finding.severity == Severity::Unread);
            assert!(unread.is_some_and(|finding| finding.words.len() > 10), "{name}");
        }
    }
}

/// What only a large file breaks is tested apart.
#[test]
fn every_rule_is_broken_by_some_file() {
    let mut met = vec![Rule::Size, Rule::Limit];
    for entry in std::fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let findings = report(&name, &fixture(&name)).findings;
        met.extend(findings.iter().map(|finding| finding.rule));
    }
    for rule in Rule::ALL {
        assert!(met.contains(rule), "{rule:?}");
    }
}

#[test]
fn the_model_serialises_whole() {
    let report = report("mt940_german.sta", &fixture("mt940_german.sta"));
    let json = serde_json::to_value(&report).unwrap();
    let statements: Vec<Statement> = serde_json::from_value(json["statements"].clone()).unwrap();
    assert_eq!(statements, report.statements);
    // From the report itself: what order the fields of a value have depends on who else is compiled along.
    insta::assert_json_snapshot!("json", report);
}

#[test]
fn verdicts_are_exit_codes() {
    for (name, code) in [
        ("camt_v02_batch.xml", 0),
        ("mt940_sequence.sta", 1),
        ("mt940_fragment.sta", 2),
    ] {
        assert_eq!(report(name, &fixture(name)).verdict.exit_code(), code, "{name}");
    }
}

#[test]
fn the_page_lists_every_rule_as_the_code_has_it() {
    let page = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/formats/bank.md");
    let page = std::fs::read_to_string(page).unwrap();
    for rule in Rule::ALL {
        let severity = match rule.severity() {
            Severity::Unread => "not read",
            Severity::Broken => "broken",
            Severity::Note => "note",
        };
        let line = format!("| `{}` | {severity} | {} |", rule.id(), rule.meaning());
        assert!(page.contains(&line), "docs/formats/bank.md lacks: {line}");
    }
    assert_eq!(page.matches("| `BANK-").count(), Rule::ALL.len());
}
