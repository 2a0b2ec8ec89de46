//! What must hold within a statement, and from one to the next.

use std::collections::BTreeMap;

use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::detect::Format;
use super::findings::{Findings, Place, Rule};
use super::model::{Balance, Statement, Sum};
use super::text;
use super::words::{Say, Words};

/// Holds all statements of a file against the rules.
pub(crate) fn check(format: Option<Format>, statements: &[Statement], findings: &mut Findings) {
    for statement in statements {
        account(format, statement, findings);
        currencies(statement, findings);
        sum(statement, findings);
        stated(statement, findings);
        dates(statement, findings);
    }
    sequence(statements, findings);
}

fn account(format: Option<Format>, statement: &Statement, findings: &mut Findings) {
    let id = &statement.account.id;
    if id.is_empty() {
        // Most banks' tables say nothing of the account; the other formats must.
        let (rule, say, english) = if format == Some(Format::Csv) {
            let english = "the table does not say which account it is of";
            (Rule::Unnamed, Say::Unnamed, english)
        } else {
            let english = "the statement does not say which account it is of";
            (Rule::Account, Say::Account, english)
        };
        findings.add(rule, statement.place.clone(), Words::new(say, english));
    } else if text::has_iban_shape(id) && !text::iban_checks(id) {
        let english = format!("{id} looks like an IBAN, but its check digits do not fit");
        let words = Words::new(Say::Iban, english).value(id);
        findings.add(Rule::Iban, statement.place.clone(), words);
    }
}

fn currencies(statement: &Statement, findings: &mut Findings) {
    let balances = [("opening", &statement.opening), ("closing", &statement.closing)];
    let balances = balances.into_iter().filter_map(|(name, balance)| {
        let balance = balance.as_ref()?;
        Some((format!("the {name} balance"), balance.amount, &balance.place))
    });
    let entries = statement
        .entries
        .iter()
        .map(|entry| ("the entry".to_owned(), entry.amount, &entry.place));
    for (what, amount, place) in balances.chain(entries) {
        if amount.currency != statement.currency {
            let english = format!(
                "{what} is in {}, the statement in {}",
                amount.currency, statement.currency
            );
            let words = Words::new(Say::Mixed, english)
                .money("amount", amount)
                .currency("currency", statement.currency);
            findings.add(Rule::Mixed, place.clone(), words);
        }
    }
}

/// Opening balance and booked entries make the closing balance.
fn sum(statement: &Statement, findings: &mut Findings) {
    let (Some(opening), Some(closing)) = (&statement.opening, &statement.closing) else {
        return;
    };
    let amounts = statement.booked().map(|entry| entry.amount);
    let made = Money::sum(statement.currency, amounts).and_then(|sum| opening.amount.plus(sum));
    match made {
        Ok(made) if made == closing.amount => {}
        Ok(made) if made.currency == closing.amount.currency => {
            let english = format!(
                "opening {} and the entries make {}, but the closing balance is {}",
                opening.amount.to_decimal(),
                made.to_decimal(),
                closing.amount.to_decimal()
            );
            let words = Words::new(Say::Sum, english)
                .money("opening", opening.amount)
                .money("made", made)
                .money("closing", closing.amount);
            findings.add(Rule::Sum, closing.place.clone(), words);
        }
        Ok(_) => {}
        Err(error) => findings.add(
            Rule::Sum,
            closing.place.clone(),
            Words::new(Say::SumLarge, format!("the sum cannot be made: {error}")),
        ),
    }
}

/// What the bank counted and summed. Some banks count what is only expected as well.
fn stated(statement: &Statement, findings: &mut Findings) {
    let directions = [
        ("in", Say::StatedIn, statement.stated.credits, 1_i64),
        ("out", Say::StatedOut, statement.stated.debits, -1),
    ];
    for (name, say, stated, sign) in directions {
        let Some(stated) = stated else {
            continue;
        };
        let (booked, all) = (counted(statement, sign, false), counted(statement, sign, true));
        let fits = |found: (u32, i64)| {
            stated.count.is_none_or(|count| count == found.0)
                && stated.amount.is_none_or(|amount| amount.minor == found.1)
        };
        if !fits(booked) && !fits(all) {
            let found = Sum {
                count: Some(booked.0),
                amount: Some(Money::new(booked.1, statement.currency)),
            };
            let english = format!(
                "going {name}, the bank states {}; the entries have {}",
                sum_words(stated),
                sum_words(found)
            );
            let words = Words::new(say, english)
                .count("count", usize::try_from(booked.0).unwrap_or(usize::MAX))
                .money("sum", Money::new(booked.1, statement.currency));
            findings.add(Rule::Stated, statement.place.clone(), words);
        }
    }
}

fn sum_words(sum: Sum) -> String {
    let count = sum.count.map(|count| format!("a count of {count}"));
    let amount = sum
        .amount
        .map(|amount| format!("a sum of {}", amount.to_decimal()));
    let parts: Vec<String> = count.into_iter().chain(amount).collect();
    parts.join(" and ")
}

/// How many entries of one direction there are, and their sum; the parts of a batch count once, by the batch's sign.
fn counted(statement: &Statement, sign: i64, expected_too: bool) -> (u32, i64) {
    let (mut count, mut sum) = (0_u32, 0_i64);
    let entries = statement
        .entries
        .iter()
        .filter(|entry| expected_too || entry.booked);
    let mut groups: Vec<(Option<&str>, i64)> = Vec::new();
    for entry in entries {
        let batch = entry.batch.as_deref();
        match groups.last_mut() {
            Some((known, minor)) if batch.is_some() && *known == batch => {
                *minor = minor.saturating_add(entry.amount.minor);
            }
            _ => groups.push((batch, entry.amount.minor)),
        }
    }
    for (_, minor) in groups {
        if minor.signum() == sign {
            count += 1;
            sum = sum.saturating_add(minor.saturating_abs());
        }
    }
    (count, sum)
}

const DAYS_APART_MAX: i32 = 400;

/// Without a clock only the file's own dates can be held against each other.
fn dates(statement: &Statement, findings: &mut Findings) {
    let date = |balance: &Option<Balance>| balance.as_ref().and_then(|balance| balance.date);
    let pairs = [
        (statement.from, statement.to),
        (date(&statement.opening), date(&statement.closing)),
    ];
    for (from, to) in pairs {
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            let english = format!("the period ends on {to}, before it begins on {from}");
            let words = Words::new(Say::PeriodBackwards, english)
                .day("from", from)
                .day("to", to);
            findings.add(Rule::When, statement.place.clone(), words);
        }
    }
    let Some((from, to)) = statement.period() else {
        return;
    };
    for entry in &statement.entries {
        let booked = entry.booking_date;
        if apart(booked, from) > DAYS_APART_MAX
            && apart(booked, to) > DAYS_APART_MAX
            && !(from..=to).contains(&booked)
        {
            let english = format!("booked on {booked}, far outside of the statement ({from} to {to})");
            let words = Words::new(Say::EntryFar, english)
                .day("booked", booked)
                .day("from", from)
                .day("to", to);
            findings.add(Rule::When, entry.place.clone(), words);
        }
        if let Some(value) = entry.value_date
            && apart(value, booked) > DAYS_APART_MAX
        {
            let english = format!("booked on {booked}, but valued on {value}");
            let words = Words::new(Say::ValueFar, english)
                .day("booked", booked)
                .day("valued", value);
            findings.add(Rule::When, entry.place.clone(), words);
        }
    }
}

fn apart(one: Date, other: Date) -> i32 {
    one.since(other).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The statements of one account in the order of their days; those of one day in the order of the file.
fn sequence(statements: &[Statement], findings: &mut Findings) {
    let mut accounts: BTreeMap<(&str, Currency), Vec<&Statement>> = BTreeMap::new();
    for statement in statements
        .iter()
        .filter(|statement| !statement.account.id.is_empty())
    {
        let key = (statement.account.id.as_str(), statement.currency);
        accounts.entry(key).or_default().push(statement);
    }
    for mut of_account in accounts.into_values() {
        let day = |balance: &Option<Balance>| balance.as_ref().and_then(|balance| balance.date);
        let newest_first = of_account
            .windows(2)
            .all(|pair| matches!(pair, [one, next] if day(&one.closing) > day(&next.closing)));
        if newest_first {
            of_account.reverse();
        }
        of_account.sort_by_key(|statement| day(&statement.closing));
        for pair in of_account.windows(2) {
            let [before, after] = pair else {
                continue;
            };
            let (Some(closing), Some(opening)) = (&before.closing, &after.opening) else {
                continue;
            };
            if closing.amount != opening.amount {
                let english = format!(
                    "it opens with {}, but the statement before ({}) closed with {}: one may be missing",
                    opening.amount.to_decimal(),
                    before
                        .closing
                        .as_ref()
                        .map_or(&Place::default(), |closing| &closing.place),
                    closing.amount.to_decimal()
                );
                let words = Words::new(Say::Sequence, english)
                    .money("opening", opening.amount)
                    .money("closing", closing.amount);
                findings.add(Rule::Sequence, opening.place.clone(), words);
            }
        }
    }
}
