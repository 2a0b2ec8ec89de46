//! The fields of a message to a statement.

use folio_domain::Currency;

use super::balances::{self, currency_code, known_currency};
use super::details::{self, Details};
use super::fields::Field;
use super::line61::{self, Line};
use crate::bank::Hints;
use crate::bank::findings::{Finding, Findings, Place, Rule};
use crate::bank::model::{Account, Entry, Statement};
use crate::bank::text::{self, quoted};
use crate::bank::words::{self, Say, Words};

/// Builds a statement; none, with findings, when nothing in it can be held.
pub(super) fn statement(message: &[Field<'_>], hints: &Hints, findings: &mut Findings) -> Option<Statement> {
    let line = message.first().map_or(0, |field| field.line);
    let account_field = message.iter().find(|field| matches!(field.tag, "25" | "25P"));
    let (account, beside) = account_field.map(balances::account).unwrap_or_default();
    let currency = match currency(message, beside.or(hints.currency)) {
        Ok(currency) => currency,
        Err(finding) => {
            findings.push(finding);
            return None;
        }
    };
    let mut statement = Statement::new(account, currency, Place::new(line, ""));
    heads(message, &mut statement, findings);
    entries(message, &mut statement, findings);
    let says_something =
        statement.opening.is_some() || statement.closing.is_some() || !statement.entries.is_empty();
    if !says_something {
        findings.add(Rule::Nothing, statement.place, words::empty_statement());
        return None;
    }
    Some(statement)
}

/// The currency that the first field names which names one.
fn currency(message: &[Field<'_>], beside_account: Option<Currency>) -> Result<Currency, Finding> {
    let named = message
        .iter()
        .find_map(|field| Some((field, currency_code(field)?)));
    let entries = message.iter().filter(|field| field.tag == "61").count();
    match (named, beside_account) {
        (Some((field, code)), _) => known_currency(&code).map_err(|words| {
            let words = words.in_english(|english| {
                format!("{english}; the statement was left out, its entries (:61:, {entries}) with it")
            });
            Finding::new(
                Rule::Currency,
                Place::new(field.line, format!(":{}:", field.tag)),
                words,
            )
        }),
        (None, Some(currency)) => Ok(currency),
        (None, None) if entries == 0 => {
            let line = message.first().map_or(0, |field| field.line);
            let place = Place::new(line, "");
            Err(Finding::new(Rule::Nothing, place, words::empty_statement()))
        }
        (None, None) => {
            let first = message.iter().find(|field| field.tag == "61").or(message.first());
            let place = first.map(|field| Place::new(field.line, format!(":{}:", field.tag)));
            let english = format!(
                "no field names a currency (:60F:, :62F:, :34F: or :25:), without which an amount says nothing; \
                 the statement was left out, its entries (:61:, {entries}) with it"
            );
            let words = Words::new(Say::CurrencyMissing, english);
            Err(Finding::new(Rule::Currency, place.unwrap_or_default(), words))
        }
    }
}

/// Everything but the entries.
fn heads(message: &[Field<'_>], statement: &mut Statement, findings: &mut Findings) {
    for field in message {
        match field.tag {
            "20" => statement.reference = text::some(field.head()),
            "28" | "28C" => statement.number = text::some(field.head()),
            "60F" | "60M" | "62F" | "62M" => balance(field, statement, findings),
            "90C" | "90D" => match balances::sum(field) {
                Ok(sum) if field.tag == "90C" => statement.stated.credits = Some(sum),
                Ok(sum) => statement.stated.debits = Some(sum),
                Err(finding) => findings.push(finding),
            },
            _ => {}
        }
    }
}

fn balance(field: &Field<'_>, statement: &mut Statement, findings: &mut Findings) {
    let (balance, moved) = match balances::balance(field) {
        Ok(read) => read,
        Err(finding) => return findings.push(finding),
    };
    if moved {
        let english = format!(
            "the date of {} was read as its month's last day",
            quoted(field.head())
        );
        let words = Words::new(Say::MonthEnd, english).value(field.head());
        findings.add(Rule::MonthEnd, balance.place.clone(), words);
    }
    let (kept, what) = if field.tag.starts_with("60") {
        (&mut statement.opening, "opening")
    } else {
        (&mut statement.closing, "closing")
    };
    if kept.is_some() {
        let english = format!("a second {what} balance in one statement was left out");
        let words = Words::new(Say::SecondBalance, english).money("amount", balance.amount);
        findings.add(Rule::Line, balance.place, words);
    } else {
        *kept = Some(balance);
    }
}

/// Each `:61:` with the `:86:` and `:NS:` that follow it. What follows the closing balance is about the statement.
fn entries(message: &[Field<'_>], statement: &mut Statement, findings: &mut Findings) {
    let mut fields = message.iter().peekable();
    while let Some(field) = fields.next() {
        if field.tag != "61" {
            continue;
        }
        let (mut about, mut non_swift): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
        while let Some(more) = fields.next_if(|next| matches!(next.tag, "86" | "NS")) {
            let lines = if more.tag == "86" {
                &mut about
            } else {
                &mut non_swift
            };
            lines.extend(&more.lines);
        }
        match entry(field, &about, &non_swift, statement, findings) {
            Ok(entry) => statement.entries.push(entry),
            Err(finding) => findings.push(finding),
        }
    }
}

fn entry(
    field: &Field<'_>,
    about: &[&str],
    non_swift: &[&str],
    statement: &Statement,
    findings: &mut Findings,
) -> Result<Entry, Finding> {
    let place = Place::new(field.line, ":61:");
    let first = field.lines.first().copied().unwrap_or_default();
    let more = field.lines.get(1..).unwrap_or_default();
    // A file that is cut to a width may tear the line itself apart.
    let mended = more.first().map(|next| format!("{first}{next}"));
    let (line, supplement) = match (line61::parse(first), mended.as_deref().map(line61::parse)) {
        (Ok(line), _) => (line, more),
        (Err(_), Some(Ok(line))) => (line, more.get(1..).unwrap_or_default()),
        (Err((rule, words)), _) => return Err(Finding::new(rule, place, words)),
    };
    let amount = text::amount(line.amount, statement.currency)
        .map_err(|words| Finding::new(Rule::Amount, place.clone(), words))?;
    let amount = if line.outwards { amount.negated() } else { amount };
    let booked = line.booked.unwrap_or(line.value);
    if line.value.moved || booked.moved {
        let english = format!("a date of {} was read as its month's last day", quoted(first));
        let words = Words::new(Say::MonthEnd, english).value(first);
        findings.add(Rule::MonthEnd, place.clone(), words);
    }
    if line.expected {
        let english = "entries that are only expected (EC, ED) are read, but count in no sum";
        let words = Words::new(Say::Pending, english);
        findings.add(Rule::Pending, place.clone(), words);
    }
    let mut entry = Entry::new(booked.date, amount, place);
    entry.value_date = Some(line.value.date);
    entry.reversal = line.reversal;
    entry.booked = !line.expected;
    let details = if about.is_empty() && !non_swift.is_empty() {
        details::non_swift(non_swift)
    } else {
        details::read(about, line.reference)
    };
    fill(&mut entry, &line, supplement, details, &statement.account);
    Ok(entry)
}

/// Brings together what `:61:`, its supplement and `:86:` say.
fn fill(entry: &mut Entry, line: &Line<'_>, supplement: &[&str], details: Details, own: &Account) {
    let (reference, behind) = owner_reference(line.reference);
    let beside = text::tidy(&details::flow(supplement));
    entry.kind = match (text::some(line.kind), details.code) {
        (Some(kind), Some(code)) => Some(format!("{kind}/{code}")),
        (kind, code) => kind.or(code),
    };
    entry.bank_reference = own_reference(line.bank_reference);
    entry.reference = own_reference(reference).or(details.reference);
    entry.end_to_end_id = details.end_to_end_id;
    entry.counterparty = details.counterparty.or_else(|| text::some(behind));
    entry.counterparty_bank = details.bank;
    let repeated = [reference, &beside]
        .into_iter()
        .map(text::bare)
        .find(|number| text::has_iban_shape(number));
    let number = details.account.or(repeated.clone());
    if let Some(number) = number.filter(|number| text::bare(number) != own.id) {
        entry.set_counterparty_account(&number);
    }
    entry.remittance = details.remittance;
    let is_account = repeated.is_some_and(|number| number == text::bare(&beside));
    let is_name = entry.counterparty.as_ref().is_some_and(|name| *name == beside);
    if entry.remittance.is_empty() && !is_account && !is_name {
        entry.remittance = beside;
    }
}

/// Sixteen characters are the owner's reference; where blanks pad it, a name follows.
fn owner_reference(text: &str) -> (&str, &str) {
    let end = text.char_indices().nth(16).map_or(text.len(), |(at, _)| at);
    match text.split_at_checked(end) {
        Some((reference, name)) if reference.ends_with(' ') => (reference.trim(), name),
        _ => (text, ""),
    }
}

/// A reference; none for the words that only point to `:86:`.
fn own_reference(text: &str) -> Option<String> {
    let points = ["EREF", "KREF", "PREF", "MREF", "NONE"];
    text::id(text).filter(|id| !points.contains(&id.trim_end_matches('+')))
}
