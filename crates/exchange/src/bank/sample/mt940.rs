//! MT940 as German banks write it, in UTF-8.

use folio_domain::Money;

use crate::bank::model::{Balance, Entry, Statement};

pub(super) fn write(statements: &[Statement]) -> String {
    statements.iter().map(one).collect()
}

fn one(statement: &Statement) -> String {
    let mut lines = vec![
        format!(":20:{}", statement.reference.as_deref().unwrap_or("NONREF")),
        format!(":25:{}", statement.account.id),
        format!(":28C:{}", statement.number.as_deref().unwrap_or("0")),
    ];
    lines.extend(statement.opening.as_ref().map(|opening| balance("60F", opening)));
    for entry in &statement.entries {
        lines.push(line(entry));
        lines.extend(cut(&format!(":86:{}", details(entry)), 65));
    }
    lines.extend(statement.closing.as_ref().map(|closing| balance("62F", closing)));
    lines.push("-".to_owned());
    lines.iter().map(|line| format!("{line}\r\n")).collect()
}

fn amount(money: Money) -> String {
    let text = money.to_decimal().abs().to_string().replace('.', ",");
    if text.contains(',') {
        text
    } else {
        format!("{text},")
    }
}

fn balance(tag: &str, balance: &Balance) -> String {
    let mark = if balance.amount.minor < 0 { "D" } else { "C" };
    let date = balance.date.map(|date| date.strftime("%y%m%d").to_string());
    format!(
        ":{tag}:{mark}{}{}{}",
        date.unwrap_or_default(),
        balance.amount.currency,
        amount(balance.amount)
    )
}

fn line(entry: &Entry) -> String {
    let value = entry.value_date.unwrap_or(entry.booking_date);
    let mark = match (entry.reversal, entry.amount.minor < 0) {
        (false, false) => "C",
        (false, true) => "D",
        (true, false) => "RD",
        (true, true) => "RC",
    };
    let kind = entry
        .kind
        .as_deref()
        .unwrap_or("NMSC")
        .split('/')
        .next()
        .unwrap_or_default();
    let reference = entry.reference.as_deref().unwrap_or("NONREF");
    let bank = entry.bank_reference.as_ref().map(|bank| format!("//{bank}"));
    format!(
        ":61:{}{}{mark}{}{kind}{reference}{}",
        value.strftime("%y%m%d"),
        entry.booking_date.strftime("%m%d"),
        amount(entry.amount),
        bank.unwrap_or_default()
    )
}

/// The numbered parts: what is named by SEPA's words first, then bank, account and name.
fn details(entry: &Entry) -> String {
    let code = entry.kind.as_deref().and_then(|kind| kind.split('/').nth(1));
    let mut about = Vec::new();
    if let Some(id) = &entry.end_to_end_id {
        about.extend(cut(&format!("EREF+{id}"), 27));
    }
    if !entry.remittance.is_empty() {
        about.extend(cut(&format!("SVWZ+{}", entry.remittance), 27));
    }
    let mut text = code.unwrap_or("999").to_owned();
    for (number, part) in (20..30).chain(60..64).zip(about) {
        text.push_str(&format!("?{number}{part}"));
    }
    if let Some(bank) = &entry.counterparty_bank {
        text.push_str(&format!("?30{bank}"));
    }
    let number = entry
        .counterparty_iban
        .as_ref()
        .or(entry.counterparty_account.as_ref());
    if let Some(number) = number {
        text.push_str(&format!("?31{number}"));
    }
    let name = entry.counterparty.iter().flat_map(|name| cut(name, 27));
    for (number, part) in (32..34).zip(name) {
        text.push_str(&format!("?{number}{part}"));
    }
    text
}

fn cut(text: &str, width: usize) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    characters
        .chunks(width)
        .map(|line| line.iter().collect())
        .collect()
}
