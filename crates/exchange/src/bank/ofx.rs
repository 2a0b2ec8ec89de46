//! OFX: 1.x in SGML, where single values need no end tag, and 2.x in XML; statements of accounts and of cards.

mod tree;

use folio_domain::Currency;

use super::ENTRIES_MAX;
use super::findings::{Finding, Findings, Place, Rule};
use super::model::{Account, Balance, Entry, Statement};
use super::text::{self, quoted};
use super::words::{self, Say, Words};
use super::xml::Element;

/// Reads every statement of a file.
pub(crate) fn read(text: &str, findings: &mut Findings) -> Vec<Statement> {
    let root = match tree::parse(text, findings) {
        Ok(root) => root,
        Err(finding) => {
            findings.push(finding);
            return Vec::new();
        }
    };
    let mut found = Vec::new();
    collect(&root, &mut found);
    let mut statements = Vec::new();
    let mut left = ENTRIES_MAX;
    for (index, element) in found.into_iter().enumerate() {
        let path = format!("{}[{}]", element.name, index + 1);
        if matches!(element.name.as_str(), "INVSTMTRS" | "STATUS") {
            let (rule, words) = unusable(element);
            findings.add(rule, Place::new(element.line, path), words);
            continue;
        }
        match statement(element, &path, &mut left, findings) {
            Ok(statement) => statements.push(statement),
            Err(finding) => findings.push(finding),
        }
    }
    statements
}

/// Statements, and refusals that a bank sent instead.
fn collect<'a>(element: &'a Element, found: &mut Vec<&'a Element>) {
    for child in &element.children {
        match child.name.as_str() {
            "STMTRS" | "CCSTMTRS" | "INVSTMTRS" => found.push(child),
            "STATUS" if child.text_at("SEVERITY") == Some("ERROR") => found.push(child),
            _ => collect(child, found),
        }
    }
}

fn unusable(element: &Element) -> (Rule, Words) {
    if element.name == "INVSTMTRS" {
        return (
            Rule::Format,
            Words::new(Say::Securities, "a statement of securities, which is not read"),
        );
    }
    let code = element.text_at("CODE").unwrap_or_default();
    let message = element.text_at("MESSAGE").unwrap_or_default();
    let english = format!(
        "the bank answered with the error {} {}",
        quoted(code),
        quoted(message)
    );
    let words = Words::new(Say::BankError, english)
        .named("code", code)
        .named("message", message);
    (Rule::Nothing, words)
}

fn statement(
    element: &Element,
    path: &str,
    left: &mut usize,
    findings: &mut Findings,
) -> Result<Statement, Finding> {
    let place = Place::new(element.line, path);
    let code = element.text_at("CURDEF").unwrap_or_default();
    let currency = Currency::parse(code).map_err(|_unknown| {
        let english = format!(
            "CURDEF is {}, not a currency that is in use; the statement was left out",
            quoted(code)
        );
        let words = Words::new(Say::NoCurrencyLeft, english).value(code);
        Finding::new(Rule::Currency, place.clone(), words)
    })?;
    let account = element
        .child("BANKACCTFROM")
        .or_else(|| element.child("CCACCTFROM"));
    let of_account = |name: &str| account.and_then(|account| account.text_at(name));
    let account = Account {
        id: of_account("ACCTID").map(text::bare).unwrap_or_default(),
        bank: of_account("BANKID").and_then(text::some),
        owner: None,
    };
    let mut statement = Statement::new(account, currency, place.clone());
    if let Some(balance) = element.child("LEDGERBAL") {
        statement.closing = closing(balance, currency, path, findings);
    }
    for (list, transaction) in [("BANKTRANLIST", "STMTTRN"), ("BANKTRANLISTP", "STMTTRNP")] {
        let Some(list) = element.child(list) else {
            continue;
        };
        let mut date = |name: &str| {
            let element = list.child(name)?;
            day(element, path, findings).map(|day| day.date)
        };
        statement.from = statement.from.or(date("DTSTART"));
        statement.to = statement.to.or(date("DTEND"));
        for (index, element) in list.all(transaction).enumerate() {
            if *left == 0 {
                findings.add(Rule::Limit, Place::new(element.line, path), words::more_entries());
                break;
            }
            *left -= 1;
            let path = format!("{path}/{transaction}[{}]", index + 1);
            match entry(element, &path, currency, findings) {
                Ok(entry) => statement.entries.push(entry),
                Err(finding) => findings.push(finding),
            }
        }
    }
    if statement.closing.is_none() && statement.entries.is_empty() {
        return Err(Finding::new(Rule::Nothing, place, words::empty_statement()));
    }
    Ok(statement)
}

fn closing(element: &Element, currency: Currency, path: &str, findings: &mut Findings) -> Option<Balance> {
    let path = format!("{path}/LEDGERBAL");
    let place = Place::new(element.line, path.as_str());
    let amount = match text::amount(element.text_at("BALAMT").unwrap_or_default(), currency) {
        Ok(amount) => amount,
        Err(words) => {
            findings.add(Rule::Amount, place, words);
            return None;
        }
    };
    let date = element
        .child("DTASOF")
        .and_then(|date| day(date, &path, findings));
    Some(Balance {
        amount,
        date: date.map(|day| day.date),
        interim: false,
        place,
    })
}

fn day(element: &Element, path: &str, findings: &mut Findings) -> Option<text::Day> {
    let day = text::iso_day(&element.text);
    let place = || Place::new(element.line, format!("{path}/{}", element.name));
    match day {
        None => findings.add(Rule::Date, place(), words::no_date(&element.text)),
        Some(day) if day.moved => {
            let english = format!("{} was read as {}", quoted(&element.text), day.date);
            let words = Words::new(Say::MonthEnd, english).value(&element.text);
            findings.add(Rule::MonthEnd, place(), words);
        }
        Some(_) => {}
    }
    day
}

fn entry(
    element: &Element,
    path: &str,
    currency: Currency,
    findings: &mut Findings,
) -> Result<Entry, Finding> {
    let place = Place::new(element.line, path);
    let refusal = |rule, words: Words| Finding::new(rule, place.clone(), words);
    if let Some(corrected) = element.text_at("CORRECTFITID") {
        let english = format!(
            "it corrects the entry {} of an earlier file; it was left out, look at both",
            quoted(corrected)
        );
        let words = Words::new(Say::Correction, english).value(corrected);
        return Err(refusal(Rule::Line, words));
    }
    let currency = match element.text_at("CURRENCY/CURSYM") {
        Some(code) => {
            Currency::parse(code).map_err(|_unknown| refusal(Rule::Currency, words::no_currency(code)))?
        }
        None => currency,
    };
    let amount = element.text_at("TRNAMT").unwrap_or_default();
    let amount = text::amount(amount, currency).map_err(|words| refusal(Rule::Amount, words))?;
    let posted = element.child("DTPOSTED").or_else(|| element.child("DTTRAN"));
    let posted = posted.ok_or_else(|| refusal(Rule::Date, Words::new(Say::DateMissing, "it has no date")))?;
    let posted = text::iso_day(&posted.text)
        .and_then(|_| day(posted, path, findings))
        .ok_or_else(|| refusal(Rule::Date, words::no_date(&posted.text)))?;
    let mut entry = Entry::new(posted.date, amount, place.clone());
    entry.booked = element.name != "STMTTRNP";
    if !entry.booked {
        let words = Words::new(Say::Pending, "pending entries are read, but count in no sum");
        findings.add(Rule::Pending, place.clone(), words);
    }
    let available = element
        .child("DTAVAIL")
        .and_then(|date| day(date, path, findings));
    entry.value_date = available.map(|day| day.date);
    entry.kind = element.text_at("TRNTYPE").and_then(text::some);
    entry.bank_reference = element.text_at("FITID").and_then(text::id);
    entry.reference = element.text_at_any(&["REFNUM", "CHECKNUM"]).and_then(text::id);
    entry.counterparty = element
        .text_at_any(&["PAYEE/NAME", "EXTDNAME", "NAME"])
        .and_then(text::some);
    entry.remittance = element.text_at("MEMO").map(text::tidy).unwrap_or_default();
    if let Some(number) = element.text_at_any(&["BANKACCTTO/ACCTID", "CCACCTTO/ACCTID"]) {
        entry.set_counterparty_account(number);
    }
    entry.counterparty_bank = element.text_at("BANKACCTTO/BANKID").and_then(text::some);
    Ok(entry)
}
