//! SEPA and UPI: codes that take any letters.

use std::fmt::Write as _;

use folio_domain::money::Money;

use super::one_line;

pub(super) fn sepa(iban: &str, bic: &str, payee: &str, amount: Money, reference: &str) -> String {
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

pub(super) fn upi(id: &str, payee: &str, amount: Money, reference: &str) -> String {
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

#[cfg(test)]
mod tests {
    use folio_domain::money::Currency;

    use super::*;

    fn money(minor: i64, code: &str) -> Money {
        Money::new(minor, Currency::parse(code).unwrap())
    }

    #[test]
    fn euro_gives_a_sepa_transfer() {
        let payload = sepa(
            "DE89370400440532013000",
            "COBADEFFXXX",
            "Lumen  Studio\nGmbH",
            money(123_450, "EUR"),
            "2026-0042",
        );
        let expected = "BCD\n002\n1\nSCT\nCOBADEFFXXX\nLumen Studio GmbH\nDE89370400440532013000\nEUR1234.50\n\n\n2026-0042";
        assert_eq!(payload, expected);
    }

    #[test]
    fn rupees_give_a_upi_link() {
        let payload = upi(
            "lumen@okbank",
            "Lumen  Studio\nGmbH",
            money(1_234_567_890, "INR"),
            "2026/42",
        );
        assert_eq!(
            payload,
            "upi://pay?pa=lumen@okbank&pn=Lumen%20Studio%20GmbH&am=12345678.90&cu=INR&tn=2026%2F42"
        );
    }
}
