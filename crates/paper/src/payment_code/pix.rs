//! PIX: a static BR Code, EMV's fields of tag, length and value (Banco Central do Brasil, manual of the BR Code 2.0).

use crc::{CRC_16_IBM_3740, Crc};
use folio_domain::money::Money;

use super::latin::{in_ascii, written};

const NAME_MAX: usize = 25;
const TOWN_MAX: usize = 15;
const REFERENCE_MAX: usize = 25;
/// The most digits, point included, that EMV gives an amount.
const AMOUNT_MAX: usize = 13;
/// Says that the payee gave no reference.
const NO_REFERENCE: &str = "***";

/// The code that pays `amount` to `key`, which is also the text that is copied and pasted; none where the payee's name
/// or town has no plain letters, or the amount has too many digits.
pub(super) fn payload(key: &str, payee: &str, town: &str, amount: Money, number: &str) -> Option<String> {
    let (name, town) = (
        written(payee, in_ascii, NAME_MAX),
        written(town, in_ascii, TOWN_MAX),
    );
    let amount = amount.to_decimal().to_string();
    if name.is_empty() || town.is_empty() || amount.len() > AMOUNT_MAX {
        return None;
    }
    let account = [field("00", "br.gov.bcb.pix"), field("01", key)].concat();
    let fields = [
        field("00", "01"),
        field("26", &account),
        field("52", "0000"),
        // ISO 4217: 986 is the real.
        field("53", "986"),
        field("54", &amount),
        field("58", "BR"),
        field("59", &name),
        field("60", &town),
        field("62", &field("05", &reference(number))),
    ];
    // The check is of everything before it, its own tag and length included.
    let checked = format!("{}6304", fields.concat());
    Some(format!("{checked}{:04X}", check(&checked)))
}

/// Every value here is of ASCII and shorter than a hundred letters.
fn field(tag: &str, value: &str) -> String {
    format!("{tag}{:02}{value}", value.len())
}

/// What the payee's bank hands on: letters and digits alone. A number that is none of these is not said.
fn reference(number: &str) -> String {
    let told: String = number.chars().filter(char::is_ascii_alphanumeric).collect();
    if told.is_empty() || told.len() > REFERENCE_MAX {
        NO_REFERENCE.to_owned()
    } else {
        told
    }
}

/// CRC-16 with the polynomial 0x1021 from 0xFFFF on (EMV QRCPS, 4.7.3).
fn check(text: &str) -> u16 {
    Crc::<u16>::new(&CRC_16_IBM_3740).checksum(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use folio_domain::money::Currency;

    use super::*;

    fn reais(minor: i64) -> Money {
        Money::new(minor, Currency::parse("BRL").unwrap())
    }

    #[test]
    fn the_check_is_that_of_the_manuals_example() {
        let example = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304";
        assert_eq!(check(example), 0x1D3D);
    }

    #[test]
    fn a_code_is_the_manuals_example_with_an_amount_and_a_reference() {
        let code = payload(
            "123e4567-e12b-12d1-a456-426655440000",
            "Fulano de Tal",
            "BRASÍLIA",
            reais(12_345),
            "2026-0042",
        );
        let expected = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406123.455802BR5913Fulano de Tal6008BRASILIA62120508202600426304A873";
        assert_eq!(code.as_deref(), Some(expected));
    }

    #[test]
    fn hostile_names_keep_to_the_lengths() {
        let name = "Padaria São João 🥐\n".repeat(20);
        let code = payload("52998224725", &name, "São José do Rio Preto", reais(1), "पर्ची").unwrap();
        assert!(code.contains("5924Padaria Sao Joao Padaria6"), "{code}");
        assert!(code.contains("6015Sao Jose do Rio62070503***6304"), "{code}");
        assert!(code.contains("54040.01"), "{code}");
        assert!(code.is_ascii());
        for (name, town) in [("🥐", "Brasilia"), ("Fulano", " \n"), ("", "Brasilia")] {
            assert_eq!(
                payload("52998224725", name, town, reais(1), "1"),
                None,
                "{name:?} {town:?}"
            );
        }
        assert_eq!(payload("52998224725", "A", "B", reais(i64::MAX), "1"), None);
        assert!(
            payload("52998224725", "A", "B", reais(1), &"9".repeat(26))
                .unwrap()
                .contains("0503***")
        );
    }
}
