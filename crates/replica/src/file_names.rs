//! Names of files that a person is offered.

/// The most characters of a suggested name.
const NAME_CHARS_MAX: usize = 120;

/// A name that is a name and nothing else, whatever was uploaded or typed as a number.
#[must_use]
pub fn plain_name(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|letter| {
            if letter.is_control() || "/\\:*?\"<>|".contains(letter) {
                '-'
            } else {
                letter
            }
        })
        .take(NAME_CHARS_MAX)
        .collect();
    let plain = plain.trim().trim_start_matches('.').to_owned();
    if plain.is_empty() {
        "folio".to_owned()
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::plain_name;

    #[test]
    fn names_are_names() {
        for (given, plain) in [
            ("2026-0001.pdf", "2026-0001.pdf"),
            ("../../etc/passwd", "-..-etc-passwd"),
            ("C:\\x.pdf", "C--x.pdf"),
            ("चालान.pdf", "चालान.pdf"),
            ("..", "folio"),
            ("", "folio"),
        ] {
            assert_eq!(plain_name(given), plain, "{given:?}");
        }
    }
}
