//! Amounts, dates, names and numbers of accounts, as machines of banks write them.

use folio_domain::{Currency, Money};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::words::{Say, Words};

use crate::tables::numbers::{self, DecimalMark};

/// Text with single blanks, none at its ends, and no control characters.
pub(crate) fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()) {
        if word.is_empty() {
            continue;
        }
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    tidy
}

/// Tidy text, none when nothing is left.
pub(crate) fn some(text: &str) -> Option<String> {
    let text = tidy(text);
    (!text.is_empty()).then_some(text)
}

/// An id; none for the words by which banks say that there is none.
pub(crate) fn id(text: &str) -> Option<String> {
    let id = some(text)?;
    let none = ["NOTPROVIDED", "NOT PROVIDED", "NONREF", "NOREF", "NOTAVAILABLE"]
        .iter()
        .any(|word| id.eq_ignore_ascii_case(word));
    let says_something = id.chars().any(char::is_alphanumeric);
    (says_something && !none).then_some(id)
}

/// Letters and digits alone, in capitals: how numbers of accounts are compared. Dots, blanks and strokes go, a slash
/// stays.
pub(crate) fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() || *c == '/')
        .flat_map(char::to_uppercase)
        .collect()
}

/// Two letters, two digits, 11 to 30 letters and digits (ISO 13616).
pub(crate) fn has_iban_shape(text: &str) -> bool {
    let bytes = text.as_bytes();
    let shape = |from: usize, to: usize, fits: fn(&u8) -> bool| {
        bytes.get(from..to).is_some_and(|part| part.iter().all(fits))
    };
    (15..=34).contains(&bytes.len())
        && shape(0, 2, u8::is_ascii_uppercase)
        && shape(2, 4, u8::is_ascii_digit)
        && shape(4, bytes.len(), u8::is_ascii_alphanumeric)
        && bytes.iter().skip(4).any(u8::is_ascii_digit)
}

/// Whether the check digits of an IBAN fit: the number, its first four characters moved to the end and letters
/// written as 10 to 35, leaves 1 when divided by 97 (ISO 7064, MOD 97-10).
pub(crate) fn iban_checks(iban: &str) -> bool {
    if !has_iban_shape(iban) {
        return false;
    }
    let (head, tail) = iban.split_at(4);
    let mut rest = 0_u32;
    for character in tail.chars().chain(head.chars()) {
        let Some(value) = character.to_digit(36) else {
            return false;
        };
        rest = if value > 9 {
            rest * 100 + value
        } else {
            rest * 10 + value
        } % 97;
    }
    rest == 1
}

/// Four letters of a bank, two of a country, two or five more of place and branch (ISO 9362).
pub(crate) fn has_bic_shape(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes.len(), 8 | 11)
        && bytes.iter().take(6).all(u8::is_ascii_uppercase)
        && bytes
            .iter()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
}

/// An amount of a format in which the last dot or comma stands before the decimals: `1234,5`, `1234.50`, `800,`,
/// `-12.00`.
///
/// # Errors
/// Why it is none, in words.
pub(crate) fn amount(text: &str, currency: Currency) -> Result<Money, Words> {
    let text = text.trim();
    let plain = text.chars().all(|c| c.is_ascii_digit() || ".,+-".contains(c));
    let mark = match (text.rfind('.'), text.rfind(',')) {
        (Some(dot), Some(comma)) if comma > dot => DecimalMark::Comma,
        (None, Some(_)) => DecimalMark::Comma,
        _ => DecimalMark::Dot,
    };
    let value = numbers::written(text)
        .filter(|_| plain && text.len() <= 40)
        .and_then(|written| written.value(mark));
    match value {
        Some(value) => exact(value, currency),
        None => Err(Words::new(Say::NoAmount, format!("{} is no amount", quoted(text))).value(text)),
    }
}

/// The amount in minor units, when it has no more decimals than its currency.
///
/// # Errors
/// Why it cannot be held, in words.
pub(crate) fn exact(value: Decimal, currency: Currency) -> Result<Money, Words> {
    let written = value.to_string();
    let large = || Words::new(Say::AmountLarge, format!("{value} is too large")).value(&written);
    let money = Money::rounded(value, currency).map_err(|_too_large| large())?;
    if money.to_decimal() == value {
        Ok(money)
    } else {
        let english = format!("{value} has more decimals than {currency} has");
        Err(Words::new(Say::Decimals, english)
            .value(&written)
            .currency("currency", currency))
    }
}

/// Foreign text as it may stand in a message: short, on one line, in quotes.
pub(crate) fn quoted(text: &str) -> String {
    format!("“{}”", shortened(text))
}

/// The same without quotes.
pub(crate) fn shortened(text: &str) -> String {
    let mut shown: String = tidy(text).chars().take(60).collect();
    if text.chars().count() > 60 {
        shown.push('…');
    }
    shown
}

/// A date, and whether the month's last day stands for one that it does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) date: Date,
    pub(crate) moved: bool,
}

/// A date of three numbers. Some banks count interest by months of thirty days and write 29 or 30 February.
pub(crate) fn day(year: i16, month: i8, day: i8) -> Option<Day> {
    if !(1970..=2100).contains(&year) || !(1..=31).contains(&day) {
        return None;
    }
    let first = Date::new(year, month, 1).ok()?;
    let last = first.days_in_month();
    if day > last && (month != 2 || day > 30) {
        return None;
    }
    let date = Date::new(year, month, day.min(last)).ok()?;
    Some(Day {
        date,
        moved: day > last,
    })
}

/// `YYMMDD`. Years from 80 on are of the last century (SWIFT's rule).
pub(crate) fn short_day(digits: &str) -> Option<Day> {
    let number = |from: usize| digits.get(from..from + 2)?.parse::<i8>().ok();
    let is_plain = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let year = i16::from(number(0).filter(|_| is_plain)?);
    let year = if year >= 80 { 1900 + year } else { 2000 + year };
    day(year, number(2)?, number(4)?)
}

/// The date at the beginning of ISO 8601 (`2026-03-04`, `2026-03-04T10:00:00+01:00`) or of OFX (`20260304103000`).
pub(crate) fn iso_day(text: &str) -> Option<Day> {
    let text = text.trim();
    let (year, month, rest) = if text.as_bytes().get(4) == Some(&b'-') {
        let (head, rest) = text.split_at_checked(8)?;
        let (year, month) = head.strip_suffix('-')?.split_once('-')?;
        (year, month, rest)
    } else {
        (text.get(..4)?, text.get(4..6)?, text.get(6..)?)
    };
    let (digits, after) = rest.split_at_checked(2)?;
    let is_plain = [year, month, digits]
        .iter()
        .all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let after_fits = after.is_empty() || after.starts_with(['T', 'Z', '+', '-', ' ', '[', '.']) || {
        text.as_bytes().get(4) != Some(&b'-') && after.starts_with(|c: char| c.is_ascii_digit())
    };
    if !is_plain || !after_fits {
        return None;
    }
    day(year.parse().ok()?, month.parse().ok()?, digits.parse().ok()?)
}
