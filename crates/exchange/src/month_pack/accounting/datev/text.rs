//! Texts as DATEV takes them.

use unicode_normalization::UnicodeNormalization as _;

use crate::month_pack::cells::defused;

/// `text` in quotes, cut to so many characters; without control characters, quotes doubled, no formula.
pub(super) fn quoted(text: &str, chars_max: usize) -> String {
    let plain: String = defused(text)
        .chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .flat_map(known)
        .take(chars_max)
        .collect();
    format!("\"{}\"", plain.trim().replace('"', "\"\""))
}

/// A document's number of the characters that DATEV allows in it: letters, digits and a few signs. It does not begin
/// with a sign that a spreadsheet would compute with.
pub(super) fn document(number: &str) -> String {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "$&%*+-/_".contains(letter);
    let mut safe: String = number
        .trim()
        .nfc()
        .flat_map(known)
        .map(|letter| if allowed(letter) { letter } else { '-' })
        .collect();
    if safe.starts_with(['+', '-']) {
        safe.replace_range(..1, "_");
    }
    safe
}

/// A letter as Windows-1252 has it: itself, else its base letter without accents, else a question mark.
fn known(letter: char) -> Vec<char> {
    let fits = |letter: char| {
        let text = letter.to_string();
        !encoding_rs::WINDOWS_1252.encode(&text).2
    };
    if fits(letter) {
        return vec![letter];
    }
    if unicode_normalization::char::is_combining_mark(letter) {
        return Vec::new();
    }
    let bases = std::iter::once(letter).nfkd();
    let bases: Vec<char> = bases
        .filter(|base| !unicode_normalization::char::is_combining_mark(*base))
        .collect();
    if !bases.is_empty() && bases.iter().all(|base| fits(*base)) {
        bases
    } else {
        vec!['?']
    }
}

/// The bytes in Windows-1252; every letter has been made to fit it before.
pub(super) fn windows_1252(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1252.encode(text).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_fit_windows_1252() {
        for (text, expected) in [
            ("Müller \"Groß\" €", "\"Müller \"\"Groß\"\" €\""),
            ("Ŝĉerba", "\"Scerba\""),
            ("line\none", "\"line one\""),
            ("=1+1", "\"'=1+1\""),
            ("கரு", "\"??\""),
        ] {
            let found = quoted(text, 60);
            assert_eq!(found, expected, "{text}");
            assert!(!encoding_rs::WINDOWS_1252.encode(&found).2);
        }
        assert_eq!(quoted(&"x".repeat(100), 60).len(), 62);
    }

    #[test]
    fn numbers_of_documents_have_allowed_signs_alone() {
        for (number, expected) in [
            ("2026/0001", "2026/0001"),
            ("A 1;b", "A-1-b"),
            ("-7", "_7"),
            ("RE\u{b7}9 வ", "RE-9--"),
        ] {
            assert_eq!(document(number), expected, "{number}");
        }
    }
}
