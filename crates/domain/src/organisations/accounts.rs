//! Account numbers, read.

/// The IBAN in `text` without spaces, when its check digits hold (ISO 13616: the rotated number modulo 97 is 1).
#[must_use]
pub fn iban(text: &str) -> Option<String> {
    let iban: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_uppercase();
    let is_shaped = (15..=34).contains(&iban.len()) && iban.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let (country, rest) = iban.split_at_checked(4)?;
    if !is_shaped || !country.bytes().take(2).all(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    (modulo_97(rest.chars().chain(country.chars()))? == 1).then_some(iban)
}

/// The Swiss or Liechtenstein IBAN in `text`, which a QR-bill asks for.
#[must_use]
pub fn swiss_iban(text: &str) -> Option<String> {
    iban(text).filter(|iban| iban.len() == 21 && (iban.starts_with("CH") || iban.starts_with("LI")))
}

/// Whether a Swiss `iban` is a QR-IBAN, which takes payments with a QR reference alone: its institution's number lies
/// between 30000 and 31999 (Swiss Implementation Guidelines QR-bill 2.3, 4.2.2).
#[must_use]
pub fn is_qr_iban(iban: &str) -> bool {
    let institution = iban.get(4..9).and_then(|digits| digits.parse::<u32>().ok());
    institution.is_some_and(|number| (30_000..=31_999).contains(&number))
}

/// The number that `letters` write, a letter as its two digits from 10 for A on, modulo 97; none for anything else
/// than letters and digits of ASCII.
pub(super) fn modulo_97(letters: impl Iterator<Item = char>) -> Option<u32> {
    let mut letters = letters;
    letters.try_fold(0_u32, |remainder, letter| {
        let value = letter.to_digit(36)?;
        Some((remainder * if value < 10 { 10 } else { 100 } + value) % 97)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_digits_are_checked() {
        for good in [
            "GB29 NWBK 6016 1331 9268 19",
            "FR1420041010050500013M02606",
            "NO9386011117947",
        ] {
            assert!(iban(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "DE",
            "DE8937040044053201300",
            "1289370400440532013000",
            "GB29NWBK60161331926818",
            "ÄÖ29NWBK60161331926819",
        ] {
            assert_eq!(iban(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_swiss_account_may_ask_for_a_qr_reference() {
        // The examples of the guidelines.
        let qr = swiss_iban("CH44 3199 9123 0008 8901 2").unwrap();
        let plain = swiss_iban("CH58 0079 1123 0008 8901 2").unwrap();
        assert_eq!((is_qr_iban(&qr), is_qr_iban(&plain)), (true, false));
        assert!(swiss_iban("LI21 0881 0000 2324 013A A").is_some());
        assert_eq!(swiss_iban("DE89 3704 0044 0532 0130 00"), None);
    }
}
