//! What a check of a file tells: to a person as text, to a program as JSON.

use std::fmt;

use folio_domain::Money;
use serde::Serialize;

use super::detect::Format;
use super::findings::{Finding, Severity};
use super::model::Statement;
use super::{Hints, read};

/// What is to be thought of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Everything was read, and no rule is broken.
    Valid,
    /// It was read, but breaks rules, or parts of it could not be read.
    BreaksRules,
    /// Nothing could be read.
    Unreadable,
}

impl Verdict {
    /// What is to be thought of a file of which this was read and found.
    pub(crate) fn of(statements: &[Statement], findings: &[Finding]) -> Self {
        if statements.is_empty() {
            Self::Unreadable
        } else if findings.iter().any(|finding| finding.severity != Severity::Note) {
            Self::BreaksRules
        } else {
            Self::Valid
        }
    }

    /// The exit code of a check: 0, 1 or 2.
    #[must_use]
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Valid => 0,
            Self::BreaksRules => 1,
            Self::Unreadable => 2,
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::BreaksRules => "read, but breaks rules",
            Self::Unreadable => "unreadable",
        }
    }
}

/// What was found in one file. Its `Display` is the text for a terminal; serialised it is the whole model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The file's name, as it was given.
    pub name: String,
    /// Its format; none when it is in none of those that are read.
    pub format: Option<Format>,
    /// What is to be thought of it.
    pub verdict: Verdict,
    /// What was read.
    pub statements: Vec<Statement>,
    /// What was found: first what could not be read, then broken rules, then notes.
    pub findings: Vec<Finding>,
}

/// Reads and checks a file.
#[must_use]
pub fn report(name: &str, bytes: &[u8]) -> Report {
    report_with(name, bytes, &Hints::default())
}

/// Reads and checks a file of which more is known than it says itself.
#[must_use]
pub fn report_with(name: &str, bytes: &[u8], hints: &Hints) -> Report {
    let reading = read(name, bytes, hints);
    let mut findings = reading.findings;
    findings.sort_by_key(|finding| (finding.severity, finding.place.line));
    let verdict = Verdict::of(&reading.statements, &findings);
    Report {
        name: name.to_owned(),
        format: reading.format,
        verdict,
        statements: reading.statements,
        findings,
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = self.format.map(|format| format!("{}, ", format.title()));
        writeln!(
            f,
            "{}: {}{}",
            self.name,
            format.unwrap_or_default(),
            self.verdict.words()
        )?;
        for statement in &self.statements {
            writeln!(f, "  {}", line(statement))?;
        }
        for finding in &self.findings {
            let weight = match finding.severity {
                Severity::Unread => "not read",
                Severity::Broken => "broken",
                Severity::Note => "note",
            };
            writeln!(
                f,
                "  {weight}: {} ({}): {}",
                finding.rule.id(),
                finding.place,
                finding.words
            )?;
        }
        Ok(())
    }
}

/// A statement on one line: account, period, entries, sums, balances.
fn line(statement: &Statement) -> String {
    let account = if statement.account.id.is_empty() {
        "unnamed account"
    } else {
        &statement.account.id
    };
    let number = statement.number.as_ref();
    let mut line = format!("{account} {}", statement.currency);
    if let Some(number) = number {
        line.push_str(&format!(" no. {number}"));
    }
    if let Some((from, to)) = statement.period() {
        line.push_str(&if from == to {
            format!(", {from}")
        } else {
            format!(", {from} to {to}")
        });
    }
    let entries = statement.entries.len();
    line.push_str(&format!(
        ", {entries} {}",
        if entries == 1 { "entry" } else { "entries" }
    ));
    let shown = |money: Money| money.to_decimal().to_string();
    if let Some((credits, debits)) = statement.sums() {
        line.push_str(&format!(", in {}, out {}", shown(credits), shown(debits)));
    }
    let balances = [("opening", &statement.opening), ("closing", &statement.closing)];
    for (name, balance) in balances {
        if let Some(balance) = balance {
            line.push_str(&format!(", {name} {}", shown(balance.amount)));
        }
    }
    line
}
