//! Letters for codes that know but a few.

use deunicode::deunicode_char;

use super::one_line;

/// `text` on one line, in the letters that `knows` takes: others in plain letters that sound or look alike, those
/// that have none, emoji and control signs left out; `max` letters at most.
pub(super) fn written(text: &str, knows: fn(char) -> bool, max: usize) -> String {
    let mut written = String::new();
    for letter in one_line(text).chars() {
        if knows(letter) {
            written.push(letter);
        } else if has_plain_letters(letter) {
            let plain = deunicode_char(letter).unwrap_or_default();
            written.extend(plain.chars().filter(|plain| knows(*plain)));
        }
    }
    let written: String = one_line(&written).chars().take(max).collect();
    written.trim_end().to_owned()
}

/// What Swiss QR codes take (Swiss Implementation Guidelines QR-bill 2.3, 4.1.1): Latin letters up to Extended-A,
/// Romanian's four and the euro sign.
pub(super) fn in_swiss_codes(letter: char) -> bool {
    matches!(letter, ' '..='~' | '\u{A1}'..='\u{AC}' | '\u{AE}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '€')
}

/// What can be seen of ASCII.
pub(super) fn in_ascii(letter: char) -> bool {
    matches!(letter, ' '..='~')
}

/// Letters, digits, dashes, quotation marks and the like; a picture is no word.
fn has_plain_letters(letter: char) -> bool {
    letter.is_alphanumeric()
        || matches!(letter, '\u{A1}'..='\u{BF}' | '\u{2010}'..='\u{205E}' | '\u{20A0}'..='\u{214F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_stay_or_become_plain_or_go() {
        for (text, swiss, ascii) in [
            ("Zoë Šťastná", "Zoë Šťastná", "Zoe Stastna"),
            ("São  João\n& Filhos", "São João & Filhos", "Sao Joao & Filhos"),
            ("Łódź – “Œuvre”", "Łódź - \"Œuvre\"", "Lodz - \"OEuvre\""),
            ("Привет Ωμέγα", "Privet Omega", "Privet Omega"),
            ("Bakery 🥐☃", "Bakery", "Bakery"),
            ("Zoe\u{308} \u{7}bell\u{AD}", "Zoe bell", "Zoe bell"),
            ("10 €", "10 €", "10 EUR"),
            ("🥐", "", ""),
        ] {
            assert_eq!(written(text, in_swiss_codes, 70), swiss, "{text}");
            assert_eq!(written(text, in_ascii, 70), ascii, "{text}");
        }
        assert_eq!(written("abcd efgh", in_ascii, 5), "abcd");
    }
}
