//! Numbers of invoices in what a payer wrote.

/// The only one of `numbers` that `text` mentions as a whole: `INV-7` is not in `INV-70`, nor `7` in `2026-7`. None
/// where it mentions several, or none.
#[must_use]
pub fn only_mentioned<'a, T>(text: &str, numbers: impl IntoIterator<Item = (&'a str, T)>) -> Option<T> {
    let text = folded(text);
    let mut found = None;
    for (number, value) in numbers {
        if mentions(&text, &folded(number)) {
            if found.is_some() {
                return None;
            }
            found = Some(value);
        }
    }
    found
}

/// Capitals and single blanks: how payers copy a number.
fn folded(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_uppercase()
}

fn mentions(text: &str, number: &str) -> bool {
    if number.is_empty() {
        return false;
    }
    let whole = |(at, found): (usize, &str)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + found.len()..).unwrap_or_default();
        !goes_on(before.chars().rev()) && !goes_on(after.chars())
    };
    text.match_indices(number).any(whole)
}

/// Whether what follows belongs to the same number: a letter or digit, or one behind a stroke.
fn goes_on(mut rest: impl Iterator<Item = char>) -> bool {
    match rest.next() {
        Some(first) if first.is_alphanumeric() => true,
        Some('-' | '/' | '.' | '_') => rest.next().is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::only_mentioned;

    #[track_caller]
    fn check(text: &str, numbers: &[&str], expect: Option<&str>) {
        let pairs = numbers.iter().map(|number| (*number, *number));
        assert_eq!(only_mentioned(text, pairs), expect, "{text}");
    }

    #[test]
    fn a_number_is_found_where_it_stands_whole_and_alone() {
        let open = ["INV-7", "INV-70", "2026-0042", "42"];
        check("Invoice inv-70, thank you", &open, Some("INV-70"));
        check("INV-7.", &open, Some("INV-7"));
        check("RG:2026-0042", &open, Some("2026-0042"));
        check("Payment of 42", &open, Some("42"));
        check("चालान 2026-0042 धन्यवाद", &open, Some("2026-0042"));
    }

    #[test]
    fn several_numbers_or_parts_of_one_are_none() {
        let open = ["INV-7", "INV-70", "2026-0042", "42"];
        check("INV-7 INV-70", &open, None);
        check("INV-71", &open, None);
        check("X2026-0042", &open, None);
        check("2026-0042/3", &open, None);
        check("1.42", &open, None);
        check("", &open, None);
        check("anything", &["", " "], None);
    }

    #[test]
    fn a_number_that_is_mentioned_twice_is_one() {
        check("2026-0042 (2026-0042)", &["2026-0042"], Some("2026-0042"));
    }
}
