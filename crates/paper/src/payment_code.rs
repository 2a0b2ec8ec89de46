//! QR codes that a banking app pays from.

use std::fmt::Write as _;

use folio_domain::money::Money;
use folio_domain::organisations::BankDetails;
use qrcode::{Color, EcLevel, QrCode};

use crate::error::PaperError;

/// The letters that a payment code holds, or `None` where there is no code for this currency and these details.
///
/// Euro and an IBAN give a SEPA credit transfer (EPC069-12, version 002); rupees and a UPI address give a UPI link.
#[must_use]
pub(crate) fn payload(bank: &BankDetails, payee: &str, amount: Money, reference: &str) -> Option<String> {
    if amount.minor <= 0 {
        return None;
    }
    let payee = if bank.account_name.trim().is_empty() {
        payee
    } else {
        &bank.account_name
    };
    match amount.currency.code() {
        "EUR" => {
            let iban = iban(&bank.account_number)?;
            Some(sepa(&iban, &bank.routing_code, payee, amount, reference))
        }
        "INR" if bank.upi_id.contains('@') => Some(upi(bank.upi_id.trim(), payee, amount, reference)),
        _ => None,
    }
}

/// The IBAN in `text` without spaces, when its check digits hold (ISO 13616: the rotated number modulo 97 is 1).
#[must_use]
pub(crate) fn iban(text: &str) -> Option<String> {
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
    let remainder = rest
        .chars()
        .chain(country.chars())
        .try_fold(0_u32, |remainder, letter| {
            let value = letter.to_digit(36)?;
            Some((remainder * if value < 10 { 10 } else { 100 } + value) % 97)
        })?;
    (remainder == 1).then_some(iban)
}

fn sepa(iban: &str, bic: &str, payee: &str, amount: Money, reference: &str) -> String {
    let bic: String = bic.chars().filter(|letter| !letter.is_whitespace()).collect();
    let bic = if matches!(bic.len(), 8 | 11) && bic.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        bic
    } else {
        String::new()
    };
    let payee: String = one_line(payee).chars().take(70).collect();
    let reference: String = one_line(reference).chars().take(140).collect();
    format!(
        "BCD\n002\n1\nSCT\n{bic}\n{payee}\n{iban}\nEUR{}\n\n\n{reference}",
        amount.to_decimal()
    )
}

fn upi(id: &str, payee: &str, amount: Money, reference: &str) -> String {
    let (id, payee, reference) = (
        escaped(id),
        escaped(&one_line(payee)),
        escaped(&one_line(reference)),
    );
    format!(
        "upi://pay?pa={id}&pn={payee}&am={}&cu=INR&tn={reference}",
        amount.to_decimal()
    )
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Percent-encoding of all but RFC 3986's unreserved letters and the `@` of a UPI address.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~@".contains(&byte) {
            escaped.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(escaped, "%{byte:02X}");
        }
    }
    escaped
}

/// The modules of a code that holds `payload`, row by row, and how many to the side.
///
/// # Errors
/// More letters than a code holds.
pub(crate) fn modules(payload: &str) -> Result<(Vec<bool>, usize), PaperError> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M)
        .map_err(|failure| PaperError::PaymentCode(failure.to_string()))?;
    let modules = code
        .to_colors()
        .into_iter()
        .map(|colour| colour == Color::Dark)
        .collect();
    Ok((modules, code.width()))
}

#[cfg(test)]
mod tests {
    use folio_domain::money::Currency;

    use super::*;

    fn bank() -> BankDetails {
        BankDetails {
            account_name: "Lumen  Studio\nGmbH".to_owned(),
            account_number: "de89 3704 0044 0532 0130 00".to_owned(),
            routing_code: "COBADEFFXXX".to_owned(),
            upi_id: "lumen@okbank".to_owned(),
            ..BankDetails::default()
        }
    }

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn euro_gives_a_sepa_transfer() {
        let payload = payload(&bank(), "ignored", money(123_450, "EUR"), "2026-0042").unwrap();
        let expected = "BCD\n002\n1\nSCT\nCOBADEFFXXX\nLumen Studio GmbH\nDE89370400440532013000\nEUR1234.50\n\n\n2026-0042";
        assert_eq!(payload, expected);
    }

    #[test]
    fn rupees_give_a_upi_link() {
        let payload = payload(&bank(), "ignored", money(1_234_567_890, "INR"), "2026/42").unwrap();
        assert_eq!(
            payload,
            "upi://pay?pa=lumen@okbank&pn=Lumen%20Studio%20GmbH&am=12345678.90&cu=INR&tn=2026%2F42"
        );
    }

    #[test]
    fn nothing_to_pay_or_no_way_to_gives_no_code() {
        assert_eq!(payload(&bank(), "x", money(0, "EUR"), "1"), None);
        assert_eq!(payload(&bank(), "x", money(-5, "EUR"), "1"), None);
        assert_eq!(payload(&bank(), "x", money(5, "USD"), "1"), None);
        let broken = BankDetails {
            account_number: "DE89370400440532013001".to_owned(),
            ..bank()
        };
        assert_eq!(payload(&broken, "x", money(5, "EUR"), "1"), None);
    }

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
        ] {
            assert_eq!(iban(bad), None, "{bad}");
        }
    }
}
