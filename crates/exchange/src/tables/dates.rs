//! Dates as people and tools write them.

use jiff::civil::Date;

/// What comes first in a date of three numbers such as `03/04/2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayOrder {
    DayFirst,
    MonthFirst,
}

/// A date taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// It can be read in one way.
    Clear(Date),
    /// Two numbers that are day and month in an order to be found out, and the year.
    Open(i8, i8, i16),
}

/// Takes `text` apart: `2026-03-04`, `4.3.2026`, `04/03/2026`, `4 Mar 2026`, `March 4, 2026`, also with a weekday
/// before and a time of day behind.
pub(crate) fn written(text: &str) -> Option<Written> {
    let text = without_time(text.trim());
    let dotted = text.contains('.') && !text.contains(['/', '-']);
    let mut parts: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    if parts.len() == 4 && parts.first().is_some_and(|part| part.parse::<u16>().is_err()) {
        parts.remove(0);
    }
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    if first.len() == 4 && first.bytes().all(|byte| byte.is_ascii_digit()) {
        let month = number(second).or_else(|| month(second))?;
        return clear(first.parse().ok()?, month, number(third)?);
    }
    let year = year(third)?;
    match (number(first), number(second)) {
        (Some(day), None) => clear(year, month(second)?, day),
        (None, Some(day)) => clear(year, month(first)?, day),
        (Some(day), Some(month)) if dotted || day > 12 => clear(year, month, day),
        (Some(month), Some(day)) if day > 12 || day == month => clear(year, month, day),
        (Some(first), Some(second)) => Some(Written::Open(first, second, year)),
        (None, None) => None,
    }
}

/// What a date of three numbers says about their order; none when the order makes no difference or is written out.
pub(crate) fn order_of(text: &str) -> Option<DayOrder> {
    let text = without_time(text.trim());
    if !text.contains(['/', '-']) {
        return None;
    }
    let mut parts = text.split(['/', '-']).map(number);
    match (parts.next()?, parts.next()?) {
        (Some(13..=31), Some(1..=12)) => Some(DayOrder::DayFirst),
        (Some(1..=12), Some(13..=31)) => Some(DayOrder::MonthFirst),
        _ => None,
    }
}

impl Written {
    /// The date, read in this order.
    pub(crate) fn date(self, order: DayOrder) -> Option<Date> {
        let (month, day, year) = match (self, order) {
            (Self::Clear(date), _) => return Some(date),
            (Self::Open(day, month, year), DayOrder::DayFirst)
            | (Self::Open(month, day, year), DayOrder::MonthFirst) => (month, day, year),
        };
        in_range(year, month, day)
    }
}

fn without_time(text: &str) -> &str {
    let before = text.find(':').and_then(|colon| text.get(..colon)).unwrap_or(text);
    if before.len() == text.len() {
        return text;
    }
    before
        .rfind([' ', 'T'])
        .and_then(|blank| before.get(..blank))
        .unwrap_or(text)
}

fn number(part: &str) -> Option<i8> {
    (part.len() <= 2).then(|| part.parse().ok()).flatten()
}

fn year(part: &str) -> Option<i16> {
    let digits = part.len();
    let year: i16 = part.parse().ok()?;
    match digits {
        4 => Some(year),
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// English and German names and their usual shortenings.
fn month(part: &str) -> Option<i8> {
    let name: String = part.chars().take(3).flat_map(char::to_lowercase).collect();
    let month = match name.as_str() {
        "jan" => 1,
        "feb" => 2,
        "mar" | "mär" | "mrz" => 3,
        "apr" => 4,
        "may" | "mai" => 5,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" => 9,
        "oct" | "okt" => 10,
        "nov" => 11,
        "dec" | "dez" => 12,
        _ => return None,
    };
    Some(month)
}

fn clear(year: i16, month: i8, day: i8) -> Option<Written> {
    in_range(year, month, day).map(Written::Clear)
}

fn in_range(year: i16, month: i8, day: i8) -> Option<Date> {
    if !(1970..=2100).contains(&year) {
        return None;
    }
    Date::new(year, month, day).ok()
}
