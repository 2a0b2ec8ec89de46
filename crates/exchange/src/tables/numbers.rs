//! Numbers as people and tools write them.

use std::str::FromStr;

use rust_decimal::Decimal;

/// Which character stands before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalMark {
    Dot,
    Comma,
}

/// What one number says about the decimal mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hint {
    /// It has no separator.
    None,
    /// It can only be read with this mark.
    Only(DecimalMark),
    /// `1,234` or `1.234`: a thousand or one and a bit.
    Either,
}

/// A number taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    negative: bool,
    /// Digits, dots and commas.
    digits: String,
    /// A currency's sign or code beside it, empty for none.
    pub(crate) sign: String,
}

/// Takes `text` apart: minus before or after, or parentheses as bookkeepers write them; a currency before or after;
/// blanks and apostrophes between digits.
pub(crate) fn written(text: &str) -> Option<Written> {
    let text = text.trim();
    let (mut negative, text) = match text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')')) {
        Some(inner) => (true, inner.trim()),
        None => (false, text),
    };
    let (mut digits, mut sign, mut closed) = (String::new(), String::new(), false);
    for character in text.chars() {
        match character {
            '0'..='9' if !closed => digits.push(character),
            '.' | ',' if !sign.is_empty() && (digits.is_empty() || closed) => {}
            '.' | ',' if !closed => digits.push(character),
            '-' | '\u{2212}' if !negative => negative = true,
            '+' if digits.is_empty() => {}
            '%' | '\'' | '\u{2019}' => {}
            blank if blank.is_whitespace() => {}
            other if other.is_alphabetic() || is_currency_sign(other) => {
                closed = !digits.is_empty();
                sign.push(other);
            }
            _ => return None,
        }
    }
    let has_digit = digits.bytes().any(|byte| byte.is_ascii_digit());
    (has_digit && sign.chars().count() <= 4).then_some(Written {
        negative,
        digits,
        sign,
    })
}

fn is_currency_sign(character: char) -> bool {
    matches!(
        character,
        '$' | '¢' | '£' | '¤' | '¥' | '৳' | '฿' | '\u{20a0}'..='\u{20c0}'
    )
}

impl Written {
    /// What it says about the decimal mark.
    pub(crate) fn hint(&self) -> Hint {
        use DecimalMark::{Comma, Dot};
        let count = |mark: char| self.digits.matches(mark).count();
        match (count('.'), count(',')) {
            (0, 0) => Hint::None,
            (0, 1) => single(&self.digits, ',', Comma),
            (1, 0) => single(&self.digits, '.', Dot),
            (0, _) => Hint::Only(Dot),
            (_, 0) => Hint::Only(Comma),
            _ if self.digits.rfind('.') > self.digits.rfind(',') => Hint::Only(Dot),
            _ => Hint::Only(Comma),
        }
    }

    /// The number, when it can be read with this decimal mark: what stands before the decimals may be grouped by
    /// thousands, or as in India by lakhs.
    pub(crate) fn value(&self, mark: DecimalMark) -> Option<Decimal> {
        let (decimal, group) = match mark {
            DecimalMark::Dot => ('.', ','),
            DecimalMark::Comma => (',', '.'),
        };
        let (whole, fraction) = self.digits.split_once(decimal).unwrap_or((&self.digits, ""));
        if fraction.contains([decimal, group]) {
            return None;
        }
        let groups: Vec<&str> = whole.split(group).collect();
        if let [first, middle @ .., last] = groups.as_slice() {
            let fits = (1..=3).contains(&first.len())
                && last.len() == 3
                && middle.iter().all(|part| matches!(part.len(), 2 | 3));
            if !fits {
                return None;
            }
        }
        let whole = groups.concat();
        let whole = if whole.is_empty() { "0" } else { &whole };
        let plain = if fraction.is_empty() {
            whole.to_owned()
        } else {
            format!("{whole}.{fraction}")
        };
        let value = Decimal::from_str(&plain).ok()?;
        // Decimal rounds what it cannot hold; money must not.
        let exact =
            value.to_string() == plain || value.normalize() == Decimal::from_str_exact(&plain).ok()?;
        exact.then_some(if self.negative { -value } else { value })
    }
}

fn single(digits: &str, mark: char, meant: DecimalMark) -> Hint {
    let (before, after) = digits.split_once(mark).unwrap_or((digits, ""));
    let could_group = after.len() == 3 && (1..=3).contains(&before.len()) && !before.starts_with('0');
    if could_group {
        Hint::Either
    } else {
        Hint::Only(meant)
    }
}

/// The decimal mark of a column, from what its numbers say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Votes {
    dot: u32,
    comma: u32,
    /// How many numbers leave it open.
    pub(crate) open: u32,
}

impl Votes {
    pub(crate) fn add(&mut self, hint: Hint) {
        match hint {
            Hint::None => {}
            Hint::Only(DecimalMark::Dot) => self.dot += 1,
            Hint::Only(DecimalMark::Comma) => self.comma += 1,
            Hint::Either => self.open += 1,
        }
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.dot += other.dot;
        self.comma += other.comma;
        self.open += other.open;
    }

    /// Whether some numbers demand one mark and some the other.
    pub(crate) fn is_divided(self) -> bool {
        self.dot > 0 && self.comma > 0
    }

    /// The mark that most numbers demand; none when no number demands one.
    pub(crate) fn mark(self) -> Option<DecimalMark> {
        match (self.dot, self.comma) {
            (0, 0) => None,
            (dot, comma) if comma > dot => Some(DecimalMark::Comma),
            _ => Some(DecimalMark::Dot),
        }
    }
}
