//! Balances, sums and accounts: `:60F:`, `:62F:`, `:90D:`, `:25:`.

use folio_domain::Currency;

use super::fields::Field;
use crate::bank::findings::{Finding, Place, Rule};
use crate::bank::model::{Account, Balance, Sum};
use crate::bank::text::{self, quoted};
use crate::bank::words::{self, Say, Words};

/// A balance, and whether its day was moved to the month's end: `C200101EUR444,29`.
pub(super) fn balance(field: &Field<'_>) -> Result<(Balance, bool), Finding> {
    let place = Place::new(field.line, format!(":{}:", field.tag));
    let refusal = |rule, words: Words| Finding::new(rule, place.clone(), words);
    let shape = || {
        let english = format!(
            "{} is no balance: a mark (C or D), a date, a currency and an amount",
            quoted(field.head())
        );
        let words = Words::new(Say::NoBalance, english).value(field.head());
        refusal(Rule::Line, words)
    };
    let packed: String = field
        .lines
        .concat()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let (mark, rest) = packed.split_at_checked(1).ok_or_else(shape)?;
    let outwards = match mark {
        "C" => false,
        "D" => true,
        _ => return Err(shape()),
    };
    let (date, rest) = rest.split_at_checked(6).ok_or_else(shape)?;
    let day = text::short_day(date).ok_or_else(|| refusal(Rule::Date, words::no_date(date)))?;
    let (code, amount) = rest.split_at_checked(3).ok_or_else(shape)?;
    let currency = known_currency(code).map_err(|words| refusal(Rule::Currency, words))?;
    let amount = text::amount(amount, currency).map_err(|words| refusal(Rule::Amount, words))?;
    let balance = Balance {
        amount: if outwards { amount.negated() } else { amount },
        date: Some(day.date),
        interim: field.tag.ends_with('M'),
        place,
    };
    Ok((balance, day.moved))
}

/// The currency of a code.
pub(super) fn known_currency(code: &str) -> Result<Currency, Words> {
    Currency::parse(code).map_err(|_unknown| words::no_currency(code))
}

/// The code of the currency that a field names, if it is one that does.
pub(super) fn currency_code(field: &Field<'_>) -> Option<String> {
    let packed: String = field.head().chars().filter(|c| !c.is_whitespace()).collect();
    let code = match field.tag {
        "60F" | "60M" | "62F" | "62M" | "64" | "65" => packed.get(7..10),
        "34F" => packed.get(..3),
        "90C" | "90D" => packed.trim_start_matches(|c: char| c.is_ascii_digit()).get(..3),
        _ => None,
    }?;
    code.bytes()
        .all(|byte| byte.is_ascii_alphabetic())
        .then(|| code.to_owned())
}

/// How many entries there are, and their sum: `1EUR2,30`.
pub(super) fn sum(field: &Field<'_>) -> Result<Sum, Finding> {
    let packed: String = field
        .lines
        .concat()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let place = Place::new(field.line, format!(":{}:", field.tag));
    let digits = packed.bytes().take_while(u8::is_ascii_digit).count();
    let (count, rest) = packed.split_at_checked(digits).unwrap_or(("", &packed));
    let read = || {
        let shape = || {
            let english = format!("{} is no number, currency and sum", quoted(&packed));
            Words::new(Say::NoSum, english).value(&packed)
        };
        let (code, amount) = rest.split_at_checked(3).ok_or_else(shape)?;
        text::amount(amount, known_currency(code)?)
    };
    let amount = read().map_err(|words| Finding::new(Rule::Line, place, words))?;
    Ok(Sum {
        count: count.parse().ok(),
        amount: Some(amount),
    })
}

/// The account, and the currency that some banks write behind it: `12345678/1020304050`, `NL91ABNA0417164300EUR`,
/// `BANKDEFF/1234567/EUR`, and for `:25P:` the bank on the next line.
pub(super) fn account(field: &Field<'_>) -> (Account, Option<Currency>) {
    let mut number = text::bare(field.head());
    let mut currency = None;
    let cut = number.len().saturating_sub(3);
    if let Some((head, tail)) = number.split_at_checked(cut)
        && !text::iban_checks(&number)
        && head.ends_with(|c: char| c.is_ascii_digit() || c == '/')
        && tail.bytes().all(|byte| byte.is_ascii_uppercase())
        && let Ok(found) = Currency::parse(tail)
    {
        currency = Some(found);
        number = head.trim_end_matches('/').to_owned();
    }
    let mut account = Account::default();
    if let Some((bank, rest)) = number.split_once('/') {
        let is_code = bank.len() == 8 && bank.bytes().all(|byte| byte.is_ascii_digit());
        if is_code || text::has_bic_shape(bank) {
            account.bank = Some(bank.to_owned());
        }
        if text::has_bic_shape(bank) || text::has_iban_shape(rest) {
            number = rest.to_owned();
        }
    }
    if field.tag == "25P" {
        let bank = field.lines.get(1).map(|line| text::bare(line));
        account.bank = bank.filter(|bank| text::has_bic_shape(bank)).or(account.bank);
    }
    account.id = number;
    (account, currency)
}
