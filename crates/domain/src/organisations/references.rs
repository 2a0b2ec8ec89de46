//! References that a payer's bank checks and hands on, made from an invoice's number: the same number always gives the
//! same reference, so that money which names it finds its invoice.

use super::accounts::modulo_97;

/// Digits before the check digit of a QR reference.
const QR_DIGITS: usize = 26;
/// The most letters after the check digits of a creditor reference (ISO 11649).
const CREDITOR_LETTERS: usize = 21;

/// The QR reference of `number` (Swiss Implementation Guidelines QR-bill 2.3, annex B): 26 digits, zeros before them,
/// and a check digit. A letter counts as two digits, A as 10 to Z as 35, so that `A-1` and `B-1` differ; what stands
/// between letters and digits counts for nothing.
///
/// None where the number cannot be one: it has letters outside ASCII, comes to more than 26 digits, or to none but
/// zeros.
#[must_use]
pub fn qr_reference(number: &str) -> Option<String> {
    let mut digits = String::new();
    for letter in told(number)?.chars() {
        digits.push_str(&letter.to_digit(36)?.to_string());
    }
    if digits.len() > QR_DIGITS || digits.bytes().all(|digit| digit == b'0') {
        return None;
    }
    let digits = format!("{digits:0>QR_DIGITS$}");
    let check = check_digit(&digits)?;
    Some(format!("{digits}{check}"))
}

/// The creditor reference of `number` (ISO 11649): `RF`, two check digits, and the number's letters and digits.
///
/// None where the number cannot be one: it has letters outside ASCII, more than 21 letters and digits, or none.
#[must_use]
pub fn creditor_reference(number: &str) -> Option<String> {
    let letters = told(number)?;
    if letters.is_empty() || letters.len() > CREDITOR_LETTERS {
        return None;
    }
    let check = 98 - modulo_97(letters.chars().chain("RF00".chars()))?;
    Some(format!("RF{check:02}{letters}"))
}

/// The letters and digits of `number` in capitals; none where it has other letters than ASCII's.
fn told(number: &str) -> Option<String> {
    let is_ascii = |letter: char| !letter.is_alphanumeric() || letter.is_ascii();
    number.chars().all(is_ascii).then(|| {
        let told = number.chars().filter(char::is_ascii_alphanumeric);
        told.map(|letter| letter.to_ascii_uppercase()).collect()
    })
}

/// The check digit of `digits`, modulo 10 recursive.
fn check_digit(digits: &str) -> Option<usize> {
    const CARRIES: [usize; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = digits.chars().try_fold(0, |carry, digit| {
        let digit = usize::try_from(digit.to_digit(10)?).ok()?;
        CARRIES.get((carry + digit) % 10).copied()
    })?;
    Some((10 - carry) % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_is_that_of_the_guidelines() {
        assert_eq!(check_digit("21000000000313947143000901"), Some(7));
        assert_eq!(
            qr_reference("21000000000313947143000901").unwrap(),
            "210000000003139471430009017"
        );
    }

    #[test]
    fn a_number_becomes_a_qr_reference_or_says_that_it_cannot() {
        assert_eq!(qr_reference("2026-0042").unwrap(), "000000000000000000202600427");
        assert_eq!(qr_reference("2026/0042"), qr_reference("2026-0042"));
        assert_ne!(qr_reference("A-1"), qr_reference("B-1"));
        assert_eq!(qr_reference("a1"), qr_reference("A-1"));
        let long = "9".repeat(27);
        for not in [
            "",
            "–",
            "0000",
            "Ä-1",
            "चालान 7",
            "१२",
            long.as_str(),
            "INVOICE-2026-000000001",
        ] {
            assert_eq!(qr_reference(not), None, "{not}");
        }
    }

    #[test]
    fn a_number_becomes_a_creditor_reference_or_says_that_it_cannot() {
        // Examples of ISO 11649 and of the guidelines.
        assert_eq!(creditor_reference("539007547034").unwrap(), "RF18539007547034");
        assert_eq!(creditor_reference("2348236").unwrap(), "RF332348236");
        let reference = creditor_reference("inv/2026-0042").unwrap();
        assert!(
            reference.starts_with("RF") && reference.ends_with("INV20260042"),
            "{reference}"
        );
        for not in ["", "--", "Ä-1", "1234567890123456789012"] {
            assert_eq!(creditor_reference(not), None, "{not}");
        }
    }
}
