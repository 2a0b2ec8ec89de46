//! Order keys: texts between any two of which another fits, so that a line can be put between two others without
//! touching them.

const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A key after `low` and before `high`, byte by byte; an absent one means the end of the list on that side.
/// Keys never end in the lowest digit, so that one always fits before.
pub(super) fn between(low: Option<&str>, high: Option<&str>) -> String {
    let mut key = String::new();
    let (mut low, mut high) = (digits(low), high.map(|high| digits(Some(high))));
    loop {
        let from = next(&mut low).unwrap_or(0);
        let to = high
            .as_mut()
            .map_or(DIGITS.len(), |high| next(high).unwrap_or(DIGITS.len()));
        if from + 1 < to {
            push(&mut key, usize::midpoint(from, to));
            return key;
        }
        push(&mut key, from);
        if from < to {
            high = None;
        }
    }
}

fn digits(key: Option<&str>) -> std::vec::IntoIter<usize> {
    let value = |byte: u8| DIGITS.iter().position(|digit| *digit == byte).unwrap_or(0);
    key.unwrap_or_default()
        .bytes()
        .map(value)
        .collect::<Vec<_>>()
        .into_iter()
}

fn next(digits: &mut std::vec::IntoIter<usize>) -> Option<usize> {
    digits.next()
}

fn push(key: &mut String, digit: usize) {
    key.push(DIGITS.get(digit).map_or('0', |byte| char::from(*byte)));
}
