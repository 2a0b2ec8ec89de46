//! Files that a person opens together: each is read, what stands in several is counted once, and accounts are put
//! together from all of them. Pure; nothing is kept.

mod accounts;

use folio_domain::bank::{
    BANK_ENTRIES_MAX, BankAsk, BankColumns, BankEntry, BankFile, BankFinding, BankSaid, BankSeverity,
    BankStatements, BankTable, BankVerdict,
};

use self::accounts::Accounts;
use super::duplicates::{Known, fingerprints};
use super::findings::{Finding, Rule, Severity};
use super::model::{Entry, Statement};
use super::report::Verdict;
use super::{Format, Hints, Reading, detect, look_at_table, mapping_of, read, read_with_mapping};

/// A file that a person gave.
#[derive(Clone, Copy, Debug)]
pub struct Opened<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// What the person says of it.
    pub said: &'a BankSaid,
}

/// What the files say together. Each says something: one that cannot be read says why.
#[must_use]
pub fn open(files: &[Opened<'_>]) -> BankStatements {
    let mut gathered = Gathered::default();
    let mut shown = Vec::new();
    for (nth, file) in files.iter().enumerate() {
        let (reading, table) = read_one(file);
        let repeated = gathered.add(count(nth), &reading.statements);
        shown.push(shown_file(file, &reading, table, repeated));
    }
    let mut entries = gathered.entries;
    let accounts = gathered.accounts.shown(&entries);
    // Entries of one day stay in the order of their file.
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.booking_date));
    let left_out = count(entries.len().saturating_sub(BANK_ENTRIES_MAX));
    entries.truncate(BANK_ENTRIES_MAX);
    BankStatements {
        files: shown,
        accounts,
        entries,
        left_out,
    }
}

fn read_one(file: &Opened<'_>) -> (Reading, Option<BankTable>) {
    let hints = Hints {
        currency: file.said.currency,
        account: Some(file.said.account.clone()).filter(|account| !account.trim().is_empty()),
    };
    if detect(file.name, file.bytes) != Ok(Format::Csv) {
        return (read(file.name, file.bytes, &hints), None);
    }
    let reading = match &file.said.columns {
        None => read(file.name, file.bytes, &hints),
        Some(columns) => match mapping_of(file.bytes, columns, &hints) {
            Ok(mapping) => read_with_mapping(file.bytes, &mapping),
            Err(finding) => Reading {
                format: Some(Format::Csv),
                statements: Vec::new(),
                findings: vec![finding],
            },
        },
    };
    (reading, table(file, &hints))
}

fn table(file: &Opened<'_>, hints: &Hints) -> Option<BankTable> {
    let look = look_at_table(file.bytes, hints)?;
    let said = |guessed: BankColumns| file.said.columns.clone().unwrap_or(guessed);
    Some(BankTable {
        dates_open: look.columns.month_first.is_none(),
        numbers_open: look.columns.decimal_comma.is_none(),
        headings: look.headings,
        rows: look.rows,
        columns: said(look.columns),
        currency: look.currency,
        account: look.account,
    })
}

fn shown_file(file: &Opened<'_>, reading: &Reading, table: Option<BankTable>, repeated: u32) -> BankFile {
    let mut findings: Vec<&Finding> = reading.findings.iter().collect();
    findings.sort_by_key(|finding| (finding.severity, finding.place.line));
    let unnamed_currency = || {
        reading.format == Some(Format::Mt940)
            && findings.iter().any(|finding| finding.rule == Rule::Currency)
            && file.said.currency.is_none()
    };
    let ask = match &table {
        _ if !reading.statements.is_empty() => None,
        Some(_) => Some(BankAsk::Columns),
        None => unnamed_currency().then_some(BankAsk::Currency),
    };
    BankFile {
        name: file.name.to_owned(),
        format: reading
            .format
            .map(|format| format.title().to_owned())
            .unwrap_or_default(),
        verdict: match Verdict::of(&reading.statements, &reading.findings) {
            Verdict::Valid => BankVerdict::Valid,
            Verdict::BreaksRules => BankVerdict::BreaksRules,
            Verdict::Unreadable => BankVerdict::Unreadable,
        },
        entries: count(
            reading
                .statements
                .iter()
                .map(|statement| statement.entries.len())
                .sum(),
        ),
        repeated,
        findings: findings.into_iter().map(shown_finding).collect(),
        ask,
        table,
    }
}

fn shown_finding(finding: &Finding) -> BankFinding {
    BankFinding {
        severity: match finding.severity {
            Severity::Unread => BankSeverity::Unread,
            Severity::Broken => BankSeverity::Broken,
            Severity::Note => BankSeverity::Note,
        },
        rule: finding.rule.id().to_owned(),
        text: finding.text.clone(),
        line: finding.place.line,
        path: finding.place.path.clone(),
    }
}

/// What the files brought so far.
#[derive(Default)]
struct Gathered {
    entries: Vec<BankEntry>,
    accounts: Accounts,
    known: Known,
    /// Which entry each of the known is.
    owners: Vec<usize>,
}

impl Gathered {
    /// Adds the statements of the file at `file`; gives how many of their entries were there already.
    fn add(&mut self, file: u32, statements: &[Statement]) -> u32 {
        let mut repeated = 0;
        for (statement, prints) in statements.iter().zip(fingerprints(statements)) {
            let account = self.accounts.of(statement);
            let mut members = Vec::new();
            for (entry, print) in statement.entries.iter().zip(&prints) {
                let known = self.known.find_at(print).and_then(|(_, at)| self.owners.get(at));
                let owner = known.copied().unwrap_or(self.entries.len());
                match self.entries.get_mut(owner) {
                    Some(there) => {
                        again(there, file, entry);
                        repeated += 1;
                    }
                    None => self.entries.push(shown_entry(entry, account, file)),
                }
                members.push(owner);
            }
            for (print, owner) in prints.into_iter().zip(&members) {
                self.known.add(print);
                self.owners.push(*owner);
            }
            self.accounts.add(account, statement, members);
        }
        repeated
    }
}

/// Notes that an entry stands in one more place, and takes from it what the first did not say.
fn again(there: &mut BankEntry, file: u32, entry: &Entry) {
    there.times += 1;
    if there.files.last() != Some(&file) {
        there.files.push(file);
    }
    there.booked |= entry.booked;
    let more = shown_entry(entry, there.account, file);
    let texts = [
        (&mut there.counterparty, more.counterparty),
        (&mut there.counterparty_account, more.counterparty_account),
        (&mut there.counterparty_bank, more.counterparty_bank),
        (&mut there.remittance, more.remittance),
        (&mut there.end_to_end_id, more.end_to_end_id),
        (&mut there.bank_reference, more.bank_reference),
        (&mut there.reference, more.reference),
    ];
    for (known, more) in texts {
        if known.is_empty() {
            *known = more;
        }
    }
}

fn shown_entry(entry: &Entry, account: u32, file: u32) -> BankEntry {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    BankEntry {
        account,
        booking_date: entry.booking_date,
        value_date: entry.value_date,
        amount: entry.amount,
        counterparty: text(&entry.counterparty),
        counterparty_account: text(
            &entry
                .counterparty_iban
                .clone()
                .or_else(|| entry.counterparty_account.clone()),
        ),
        counterparty_bank: text(&entry.counterparty_bank),
        remittance: entry.remittance.clone(),
        end_to_end_id: text(&entry.end_to_end_id),
        bank_reference: text(&entry.bank_reference),
        reference: text(&entry.reference),
        kind: text(&entry.kind),
        reversal: entry.reversal,
        booked: entry.booked,
        files: vec![file],
        times: 1,
        line: entry.place.line,
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
