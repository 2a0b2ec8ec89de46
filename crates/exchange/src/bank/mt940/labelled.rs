//! `:86:` in words with colons: `IBAN: … BIC: … NAAM: … OMSCHRIJVING: …`, as Dutch banks write it for people.

use super::details::Details;
use crate::bank::text;

const LABELS: [&str; 9] = [
    "IBAN",
    "REK",
    "BIC",
    "NAAM",
    "OMSCHRIJVING",
    "KENMERK",
    "MACHTIGING",
    "INCASSANT",
    "VOOR",
];

/// Reads words with colons; none where no account and no name is among them.
pub(super) fn read(flowing: &str) -> Option<Details> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for label in LABELS {
        for (at, _) in flowing.match_indices(label) {
            let after = at + label.len();
            let before = flowing.get(..at).and_then(|before| before.chars().next_back());
            let apart = before.is_none_or(|c| c.is_whitespace() || c == '/');
            if apart && flowing.get(after..).is_some_and(|rest| rest.starts_with(':')) {
                found.push((at, after + 1, label));
            }
        }
    }
    found.sort_unstable();
    let mut details = Details::default();
    let first = found.first().map_or(flowing.len(), |(at, _, _)| *at);
    let about = text::tidy(flowing.get(..first).unwrap_or_default().trim_end_matches('/'));
    let ends = found.iter().skip(1).map(|(at, _, _)| *at);
    for ((_, from, label), to) in found.iter().zip(ends.chain([flowing.len()])) {
        let value = flowing.get(*from..to).unwrap_or_default();
        let value = value.trim().trim_end_matches('/');
        match *label {
            "IBAN" | "REK" if text::has_iban_shape(&text::bare(value)) => {
                details.account = details.account.or_else(|| text::some(value));
            }
            "BIC" => details.bank = details.bank.or_else(|| text::some(value)),
            "NAAM" => details.counterparty = details.counterparty.or_else(|| text::some(value)),
            "KENMERK" => details.end_to_end_id = details.end_to_end_id.or_else(|| text::id(value)),
            "OMSCHRIJVING" => details.remittance = text::tidy(value),
            _ => {}
        }
    }
    if details.account.is_none() && details.counterparty.is_none() {
        return None;
    }
    if details.remittance.is_empty() {
        details.remittance = about;
    }
    Some(details)
}
