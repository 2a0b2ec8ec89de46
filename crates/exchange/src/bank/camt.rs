//! camt.053 of ISO 20022 in every version, by local names; camt.052, which has the same shape, as well.
//!
//! What moved between versions is looked for at each of its places: a status is text up to version 7 and a code from
//! 8 on, a party's name stands in the party or in `Pty`, a bank is a `BIC` or a `BICFI`.

mod entries;

use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::ENTRIES_MAX;
use super::findings::{Finding, Findings, Place, Rule};
use super::model::{Account, Balance, Statement, Sum};
use super::text::{self, quoted};
use super::words::{self, Say, Words};
use super::xml::{self, Element};

/// Reads every statement of a message.
pub(crate) fn read(text: &str, findings: &mut Findings) -> Vec<Statement> {
    let root = match xml::parse(text) {
        Ok(root) => root,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let Some((path, message)) = message(&root, &root.name, 0) else {
        let place = Place::new(root.line, format!("/{}", root.name));
        findings.add(
            Rule::Format,
            place,
            Words::new(Say::NoStatement, "there is no bank-to-customer statement in it"),
        );
        return Vec::new();
    };
    let kind = if message.name == "BkToCstmrStmt" {
        "Stmt"
    } else {
        "Rpt"
    };
    let mut statements = Vec::new();
    let mut left = ENTRIES_MAX;
    for (index, element) in message.all(kind).enumerate() {
        let path = format!("/{path}/{kind}[{}]", index + 1);
        match statement(element, &path, left, findings) {
            Ok(statement) => {
                left = left.saturating_sub(statement.entries.len());
                statements.push(statement);
            }
            Err(finding) => findings.push(finding),
        }
    }
    statements
}

/// The message in its document, which may stand in an envelope.
fn message<'a>(element: &'a Element, path: &str, depth: u32) -> Option<(String, &'a Element)> {
    if matches!(element.name.as_str(), "BkToCstmrStmt" | "BkToCstmrAcctRpt") {
        return Some((path.to_owned(), element));
    }
    if depth > 6 {
        return None;
    }
    let mut children = element.children.iter();
    children.find_map(|child| message(child, &format!("{path}/{}", child.name), depth + 1))
}

fn statement(
    element: &Element,
    path: &str,
    entries_left: usize,
    findings: &mut Findings,
) -> Result<Statement, Finding> {
    let place = Place::new(element.line, path);
    let currency = currency(element, &place)?;
    let mut statement = Statement::new(account(element), currency, place);
    statement.reference = element.text_at("Id").and_then(text::some);
    statement.number = element
        .text_at_any(&["ElctrncSeqNb", "LglSeqNb"])
        .and_then(text::some);
    statement.from = period(element, &["FrToDt/FrDtTm", "FrToDt/FrDt"], path, findings);
    statement.to = period(element, &["FrToDt/ToDtTm", "FrToDt/ToDt"], path, findings);
    balances(element, path, &mut statement, findings);
    let summary = |name: &str| element.at("TxsSummry").and_then(|summary| summary.child(name));
    statement.stated.credits = summary("TtlCdtNtries").and_then(|sum| stated(sum, currency));
    statement.stated.debits = summary("TtlDbtNtries").and_then(|sum| stated(sum, currency));
    for (index, entry) in element.all("Ntry").enumerate() {
        if statement.entries.len() >= entries_left {
            findings.add(Rule::Limit, Place::new(entry.line, path), words::more_entries());
            break;
        }
        let path = format!("{path}/Ntry[{}]", index + 1);
        entries::read(entry, &path, index + 1, &mut statement, findings);
    }
    if statement.entries.is_empty() && statement.opening.is_none() && statement.closing.is_none() {
        return Err(Finding::new(
            Rule::Nothing,
            statement.place,
            words::empty_statement(),
        ));
    }
    Ok(statement)
}

/// The account's currency: its own, else that of a balance, else that of the first entry.
fn currency(element: &Element, place: &Place) -> Result<Currency, Finding> {
    let of_amount = |name: &str| element.child(name)?.child("Amt")?.currency.as_deref();
    let code = element
        .text_at("Acct/Ccy")
        .or_else(|| of_amount("Bal"))
        .or_else(|| of_amount("Ntry"));
    let Some(code) = code else {
        let english = "nothing in this statement names a currency";
        let words = Words::new(Say::CurrencyMissing, english);
        return Err(Finding::new(Rule::Currency, place.clone(), words));
    };
    Currency::parse(code).map_err(|_unknown| {
        let english = format!(
            "{} is not a currency that is in use; the statement was left out",
            quoted(code)
        );
        let words = Words::new(Say::NoCurrencyLeft, english).value(code);
        Finding::new(Rule::Currency, place.clone(), words)
    })
}

fn account(element: &Element) -> Account {
    let id = element.text_at_any(&[
        "Acct/Id/IBAN",
        "Acct/Id/Othr/Id",
        "Acct/Id/PrtryAcct/Id",
        "Acct/Id/BBAN",
    ]);
    let bank = element.at("Acct/Svcr/FinInstnId").and_then(bank_id);
    Account {
        id: id.map(text::bare).unwrap_or_default(),
        bank,
        owner: element
            .text_at_any(&["Acct/Ownr/Nm", "Acct/Ownr/Pty/Nm"])
            .and_then(text::some),
    }
}

/// A bank's BIC, else the code that its country gives it.
fn bank_id(institution: &Element) -> Option<String> {
    institution
        .text_at_any(&["BICFI", "BIC", "ClrSysMmbId/MmbId", "ClrSysMmbId/Id", "Othr/Id"])
        .and_then(text::some)
}

fn period(element: &Element, paths: &[&str], at: &str, findings: &mut Findings) -> Option<Date> {
    let found = paths.iter().find_map(|path| element.at(path))?;
    let day = text::iso_day(&found.text);
    if day.is_none() {
        findings.add(
            Rule::Date,
            Place::new(found.line, at),
            words::no_date(&found.text),
        );
    }
    day.map(|day| day.date)
}

/// The amount in `Amt`, with the sign of `CdtDbtInd` beside it.
fn signed_amount(element: &Element, path: &str) -> Result<Money, Finding> {
    let refusal = |rule, line, words: Words| Finding::new(rule, Place::new(line, path), words);
    let Some(amount) = element.child("Amt") else {
        let words = Words::new(Say::AmountMissing, "it has no amount");
        return Err(refusal(Rule::Amount, element.line, words));
    };
    let code = amount.currency.as_deref().unwrap_or_default();
    let currency = Currency::parse(code)
        .map_err(|_unknown| refusal(Rule::Currency, amount.line, words::no_currency(code)))?;
    let money =
        text::amount(&amount.text, currency).map_err(|words| refusal(Rule::Amount, amount.line, words))?;
    match element.text_at("CdtDbtInd") {
        Some("CRDT") => Ok(money),
        Some("DBIT") => Ok(money.negated()),
        Some(other) => {
            let english = format!("{} is neither CRDT nor DBIT", quoted(other));
            let words = Words::new(Say::NoDirection, english).value(other);
            Err(refusal(Rule::Amount, element.line, words))
        }
        None => Err(refusal(
            Rule::Amount,
            element.line,
            Words::new(
                Say::DirectionMissing,
                "it does not say whether money came or went",
            ),
        )),
    }
}

/// A date in `Dt` or `DtTm`.
fn date_in(element: &Element, path: &str, findings: &mut Findings) -> Option<Date> {
    let found = element.child("Dt").or_else(|| element.child("DtTm"))?;
    let place = || Place::new(found.line, format!("{path}/{}", element.name));
    match text::iso_day(&found.text) {
        Some(day) => {
            if day.moved {
                let english = format!("{} was read as {}", quoted(&found.text), day.date);
                let words = Words::new(Say::MonthEnd, english).value(&found.text);
                findings.add(Rule::MonthEnd, place(), words);
            }
            Some(day.date)
        }
        None => {
            findings.add(Rule::Date, place(), words::no_date(&found.text));
            None
        }
    }
}

/// Booked balances: opening, or the day before's closing; closing; and those between pages.
fn balances(element: &Element, path: &str, statement: &mut Statement, findings: &mut Findings) {
    let mut interim = Vec::new();
    let mut before = None;
    for (index, found) in element.all("Bal").enumerate() {
        let path = format!("{path}/Bal[{}]", index + 1);
        let code = found.text_at_any(&["Tp/CdOrPrtry/Cd", "Tp/Cd", "Tp/CdOrPrtry/Prtry"]);
        let code = code.unwrap_or_default();
        if !matches!(code, "OPBD" | "PRCD" | "CLBD" | "ITBD") {
            continue;
        }
        let amount = match signed_amount(found, &path) {
            Ok(amount) => amount,
            Err(finding) => {
                findings.push(finding);
                continue;
            }
        };
        let between_pages = found.text_at("Tp/SubTp/Cd") == Some("INTM");
        let balance = Balance {
            amount,
            date: found.child("Dt").and_then(|date| date_in(date, &path, findings)),
            interim: between_pages || code == "ITBD",
            place: Place::new(found.line, path),
        };
        match code {
            "OPBD" => statement.opening = statement.opening.take().or(Some(balance)),
            "PRCD" => before = Some(balance),
            "CLBD" => statement.closing = statement.closing.take().or(Some(balance)),
            _ => interim.push(balance),
        }
    }
    statement.opening = statement.opening.take().or(before);
    let mut interim = interim.into_iter();
    if statement.opening.is_none() && (statement.closing.is_some() || interim.len() > 1) {
        statement.opening = interim.next();
    }
    if statement.closing.is_none() && element.name == "Stmt" {
        statement.closing = interim.next_back();
    }
}

fn stated(sum: &Element, currency: Currency) -> Option<Sum> {
    let count = sum.text_at("NbOfNtries").and_then(|count| count.parse().ok());
    let amount = sum
        .text_at("Sum")
        .and_then(|amount| text::amount(amount, currency).ok());
    (count.is_some() || amount.is_some()).then_some(Sum { count, amount })
}
