//! `:86:` in words between slashes: `/EREF/…/NAME/…/REMI/…`, as Dutch, Belgian and many other banks write it.

use super::details::Details;
use crate::bank::text;

const WORDS: [&str; 34] = [
    "EREF",
    "PREF",
    "IREF",
    "KREF",
    "MARF",
    "CREF",
    "CSID",
    "CNTP",
    "REMI",
    "PURP",
    "ULTC",
    "ULTD",
    "RTRN",
    "SVCL",
    "ISDT",
    "BENM",
    "ORDP",
    "NAME",
    "ADDR",
    "IBAN",
    "BIC",
    "TRTP",
    "TRCD",
    "ACCT",
    "EXCH",
    "CHGS",
    "OCMT",
    "SUM",
    "AREF",
    "BUSP",
    "DCID",
    "CDTRREFTP",
    "CDTRREF",
    "PY",
];
/// One of these must be there: the others are words of many texts.
const SURE: [&str; 11] = [
    "EREF", "REMI", "NAME", "IBAN", "TRTP", "BENM", "ORDP", "CNTP", "MARF", "KREF", "CDTRREF",
];

/// Reads words between slashes; none where the text has none.
pub(super) fn read(joined: &str) -> Option<Details> {
    let pieces: Vec<&str> = joined.split('/').collect();
    let last = pieces.len().saturating_sub(1);
    let is_word = |at: usize, piece: &str| at > 0 && at < last && WORDS.contains(&piece.trim());
    let sure = |(at, piece): (usize, &&str)| at > 0 && at < last && SURE.contains(&piece.trim());
    if !joined.trim_start().starts_with('/') && !joined.contains("/REMI/") {
        return None;
    }
    if !pieces.iter().enumerate().any(sure) {
        return None;
    }
    let mut named: Vec<(&str, Vec<&str>)> = vec![("", Vec::new())];
    for (at, piece) in pieces.iter().enumerate() {
        if is_word(at, piece) {
            named.push((piece.trim(), Vec::new()));
        } else if let Some((_, values)) = named.last_mut() {
            values.push(piece);
        }
    }
    Some(details(&named))
}

fn details(named: &[(&str, Vec<&str>)]) -> Details {
    let mut details = Details::default();
    let mut about = Vec::new();
    for (word, values) in named {
        let value = values.join("/");
        let value = value.trim_matches(|c: char| c == '/' || c.is_whitespace());
        match *word {
            "" | "PY" => about.push(value.to_owned()),
            "REMI" | "CDTRREF" => about.push(remittance(value)),
            "EREF" => details.end_to_end_id = details.end_to_end_id.or_else(|| text::id(value)),
            "KREF" | "PREF" | "IREF" => details.reference = details.reference.or_else(|| text::id(value)),
            "NAME" => details.counterparty = details.counterparty.or_else(|| text::some(value)),
            "IBAN" | "ACCT" => details.account = details.account.or_else(|| text::some(value)),
            "BIC" => details.bank = details.bank.or_else(|| text::some(value)),
            "CNTP" => {
                let mut values = values.iter().map(|value| text::some(value));
                let mut next = || values.next().flatten();
                (details.account, details.bank) = (next().or(details.account), next().or(details.bank));
                details.counterparty = next().or(details.counterparty);
            }
            _ => {}
        }
    }
    details.remittance = text::tidy(&about.join(" "));
    details
}

/// The text without the words that tell free from structured.
fn remittance(value: &str) -> String {
    let value = ["USTD", "STRD"]
        .iter()
        .find_map(|word| value.strip_prefix(word)?.strip_prefix('/'))
        .unwrap_or(value);
    let value = value.strip_prefix("CUR/").unwrap_or(value);
    value.trim_matches('/').to_owned()
}
