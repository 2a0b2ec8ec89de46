//! A table with semicolons, decimal commas and days first.

use folio_domain::Money;

use crate::bank::model::{Entry, Statement};

const HEADINGS: &str = "Account IBAN;Booking Date;Value Date;Counterparty;Counterparty IBAN;\
                        Remittance information;End-to-End ID;Bank reference;Type;Amount;Currency;Balance";

pub(super) fn write(statements: &[Statement]) -> String {
    let mut text = format!("{HEADINGS}\r\n");
    for statement in statements {
        let mut balance = statement
            .opening
            .as_ref()
            .map_or(0, |opening| opening.amount.minor);
        for entry in &statement.entries {
            balance += entry.amount.minor;
            text.push_str(&row(statement, entry, Money::new(balance, statement.currency)));
        }
    }
    text
}

fn row(statement: &Statement, entry: &Entry, balance: Money) -> String {
    let day = |date: jiff::civil::Date| date.strftime("%d.%m.%Y").to_string();
    let number = |money: Money| money.to_decimal().to_string().replace('.', ",");
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let cells = [
        statement.account.id.clone(),
        day(entry.booking_date),
        entry.value_date.map(day).unwrap_or_default(),
        text(&entry.counterparty),
        text(&entry.counterparty_iban),
        entry.remittance.clone(),
        text(&entry.end_to_end_id),
        text(&entry.bank_reference),
        text(&entry.kind),
        number(entry.amount),
        statement.currency.code().to_owned(),
        number(balance),
    ];
    let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
    format!("{}\r\n", quoted.join(";"))
}
