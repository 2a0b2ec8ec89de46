//! `:86:` in numbered parts, as German banks agreed on it and Dutch, Polish and Luxembourg banks took it over:
//! a three-digit code of the kind of business, then parts that a separator and two digits begin (`?20…?29` what it
//! is for, `?30` bank, `?31` account, `?32?33` name, `?60…?63` more of what it is for). Within what it is for, SEPA
//! puts words such as `EREF+` and `SVWZ+` before what they name.

use super::details::Details;
use crate::bank::text;

/// The width to which a part is cut.
const WIDTH: usize = 27;

/// Reads numbered parts; none where the text has none.
pub(super) fn read(joined: &str) -> Option<Details> {
    let start = joined.trim_start();
    let digits = start.bytes().take_while(u8::is_ascii_digit).count();
    let (code, rest) = start
        .split_at_checked(digits)
        .filter(|(code, _)| matches!(code.len(), 0 | 2 | 3))?;
    let rest = rest.trim();
    if rest.is_empty() && code.len() == 3 {
        return Some(Details {
            code: Some(code.to_owned()),
            ..Details::default()
        });
    }
    let separator = rest.chars().next().filter(|c| "?<>~^+@|*;§".contains(*c))?;
    let parts = parts(rest, separator)?;
    let of = |wanted: &[std::ops::RangeInclusive<u8>]| -> Vec<&str> {
        let matching = parts
            .iter()
            .filter(|(code, _)| wanted.iter().any(|range| range.contains(code)));
        matching.map(|(_, value)| *value).collect()
    };
    let (about, starts) = glued(&of(&[20..=29, 39..=59, 60..=99]));
    let mut details = named(&about, &starts);
    if details.remittance.is_empty() {
        details.remittance = text::tidy(&of(&[0..=0]).join(" "));
    }
    let bank = of(&[30..=30]).concat();
    details.bank = text::some(&bank).or(details.bank);
    let iban = of(&[38..=38]).concat();
    let number = if text::has_iban_shape(&text::bare(&iban)) {
        iban
    } else {
        of(&[31..=31]).concat()
    };
    details.account = text::some(&number).or(details.account);
    // Banks that number the parts otherwise put the counterparty's account in the tenth.
    if separator == '>' && details.account.is_none() {
        details.account = text::some(&of(&[10..=10]).concat());
    }
    details.counterparty = text::some(&glued(&of(&[32..=33])).0).or(details.counterparty);
    details.code = (code.len() == 3).then(|| code.to_owned());
    Some(details)
}

/// The parts with their numbers, when the text begins with one.
fn parts(text: &str, separator: char) -> Option<Vec<(u8, &str)>> {
    let number = |at: usize| {
        let digits = text.get(at..at + 2)?;
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u8>().ok().filter(|_| plain)
    };
    let mut begins: Vec<(usize, usize, u8)> = Vec::new();
    for (at, found) in text.match_indices(separator) {
        let after = at + found.len();
        if let Some(number) = number(after) {
            begins.push((at, after + 2, number));
        }
    }
    if begins.first().is_none_or(|(at, _, _)| *at != 0) {
        return None;
    }
    let ends = begins.iter().skip(1).map(|(at, _, _)| *at).chain([text.len()]);
    let parts = begins.iter().zip(ends);
    Some(
        parts
            .filter_map(|((_, from, number), to)| Some((*number, text.get(*from..to)?)))
            .collect(),
    )
}

/// Parts as one text, with where each begins: one that is cut at its full width goes on in the next, others are words
/// apart.
pub(super) fn glued(parts: &[&str]) -> (String, Vec<usize>) {
    let mut glued = String::new();
    let mut starts = Vec::new();
    let mut full = true;
    for part in parts {
        if !full {
            glued.push(' ');
        }
        starts.push(glued.len());
        full = part.chars().count() >= WIDTH;
        glued.push_str(part);
    }
    (glued, starts)
}

const WORDS: [&str; 16] = [
    "EREF", "KREF", "MREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE", "BREF", "RREF", "PURP",
    "IBAN", "BIC", "MTLG",
];

/// Takes apart what SEPA's words name. A word stands at a part's beginning or behind a blank, and a plus or a colon
/// follows it.
fn named(about: &str, starts: &[usize]) -> Details {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for word in WORDS {
        for (at, _) in about.match_indices(word) {
            let after = at + word.len();
            let apart = starts.binary_search(&at).is_ok()
                || about
                    .get(..at)
                    .is_some_and(|before| before.ends_with(char::is_whitespace));
            let named = about
                .get(after..)
                .is_some_and(|rest| rest.starts_with(['+', ':']));
            if apart && named {
                found.push((at, after + 1, word));
            }
        }
    }
    found.sort_unstable();
    let first = found.first().map_or(about.len(), |(at, _, _)| *at);
    let mut details = Details::default();
    let mut remittance = vec![about.get(..first).unwrap_or_default()];
    let ends = found.iter().skip(1).map(|(at, _, _)| *at).chain([about.len()]);
    for ((_, from, word), to) in found.iter().zip(ends) {
        let value = about.get(*from..to).unwrap_or_default();
        match *word {
            "SVWZ" | "MTLG" => remittance.push(value),
            "EREF" => details.end_to_end_id = details.end_to_end_id.or_else(|| text::id(value)),
            "KREF" => details.reference = details.reference.or_else(|| text::id(value)),
            "IBAN" => {
                let number = text::bare(value);
                details.account = text::has_iban_shape(&number)
                    .then_some(number)
                    .or(details.account);
            }
            "BIC" => {
                let bank = text::bare(value);
                details.bank = text::has_bic_shape(&bank).then_some(bank).or(details.bank);
            }
            _ => {}
        }
    }
    details.remittance = text::tidy(&remittance.join(" "));
    details
}
