//! The line of an entry, `:61:`.

use jiff::civil::Date;

use crate::bank::findings::Rule;
use crate::bank::text::{self, Day, quoted};
use crate::bank::words::{self, Say, Words};

/// What `:61:` says. References still are as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) value: Day,
    pub(super) booked: Option<Day>,
    /// Whether money went out: a debit, or a credit that is taken back.
    pub(super) outwards: bool,
    pub(super) reversal: bool,
    /// Whether it is only expected (`EC`, `ED` of MT942).
    pub(super) expected: bool,
    pub(super) amount: &'a str,
    pub(super) kind: &'a str,
    /// The owner's reference, and what stands behind its sixteen characters.
    pub(super) reference: &'a str,
    pub(super) bank_reference: &'a str,
}

/// Reads `YYMMDD[MMDD]{C|D|RC|RD|EC|ED}[letter]amount[type]reference[//bank's reference]`.
pub(super) fn parse(text: &str) -> Result<Line<'_>, (Rule, Words)> {
    let shape = |say, wanted: &str, found: &str| {
        let stands = if found.is_empty() {
            "nothing".to_owned()
        } else {
            quoted(found)
        };
        let english = format!("{wanted} was expected, {stands} stands there");
        (Rule::Line, Words::new(say, english).value(found))
    };
    let text = text.trim_start();
    let date_length = text.bytes().take_while(u8::is_ascii_digit).count().min(6);
    let (date, rest) = text.split_at(date_length);
    if date.len() < 6 {
        return Err(shape(Say::ShapeDate, "a value date (YYMMDD)", text));
    }
    let value = text::short_day(date).ok_or_else(|| (Rule::Date, words::no_date(date)))?;
    let (booked, rest) = entry_date(rest, value.date)?;
    let (mark, rest) = mark(rest).ok_or_else(|| shape(Say::ShapeMark, "a mark (C, D, RC or RD)", rest))?;
    let rest = rest.trim_start();
    let amount_length = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        .count();
    let (amount, rest) = rest.split_at(amount_length);
    if !amount.bytes().any(|byte| byte.is_ascii_digit()) {
        let found = if amount.is_empty() { rest } else { amount };
        return Err((Rule::Amount, shape(Say::ShapeAmount, "an amount", found).1));
    }
    let (kind, rest) = kind(rest);
    let (reference, bank_reference) = rest.split_once("//").unwrap_or((rest, ""));
    Ok(Line {
        value,
        booked,
        outwards: mark.outwards,
        reversal: mark.reversal,
        expected: mark.expected,
        amount,
        kind,
        reference,
        bank_reference,
    })
}

/// The booking date without its year: the year that brings it nearest to the value date. Blanks stand for none.
fn entry_date(text: &str, value: Date) -> Result<(Option<Day>, &str), (Rule, Words)> {
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return Ok((None, text.trim_start()));
    }
    let refusal = || {
        let found: String = text.chars().take(4).collect();
        let english = format!("{} is no booking date (MMDD)", quoted(&found));
        (Rule::Date, Words::new(Say::NoDate, english).value(&found))
    };
    let (date, rest) = text
        .split_at_checked(4)
        .filter(|_| digits == 4)
        .ok_or_else(refusal)?;
    let number = |from: usize| date.get(from..from + 2)?.parse::<i8>().ok();
    let (month, day) = number(0).zip(number(2)).ok_or_else(refusal)?;
    let nearest = (-1..=1)
        .filter_map(|years| text::day(value.year().checked_add(years)?, month, day))
        .min_by_key(|found| days_between(found.date, value));
    match nearest {
        Some(found) => Ok((Some(found), rest)),
        None => Err(refusal()),
    }
}

/// How far two days lie apart, never negative.
fn days_between(one: Date, other: Date) -> i32 {
    one.since(other).map_or(i32::MAX, |span| span.get_days().abs())
}

struct Mark {
    outwards: bool,
    reversal: bool,
    expected: bool,
}

/// The mark, and past it the letter of the currency that may follow (`DR` is a debit in EUR, `RD` takes one back).
fn mark(text: &str) -> Option<(Mark, &str)> {
    let (prefix, rest) = match text.strip_prefix(['R', 'E']) {
        Some(rest) => (text.chars().next(), rest),
        None => (None, text),
    };
    let reversal = prefix == Some('R');
    let (is_debit, rest) = match (rest.strip_prefix('D'), rest.strip_prefix('C')) {
        (Some(rest), _) => (true, rest),
        (_, Some(rest)) => (false, rest),
        _ => return None,
    };
    let after_letter = rest.strip_prefix(|c: char| c.is_ascii_uppercase());
    let mark = Mark {
        outwards: is_debit != reversal,
        reversal,
        expected: prefix == Some('E'),
    };
    Some((mark, after_letter.unwrap_or(rest)))
}

/// A letter and three characters, where they are there.
fn kind(text: &str) -> (&str, &str) {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return ("", text);
    }
    let end = text.char_indices().nth(4).map_or(text.len(), |(at, _)| at);
    let (kind, rest) = text.split_at(end);
    (kind.trim(), rest)
}
