//! Keys of PIX, the instant payments of Brazil.

/// The most letters of a key (Banco Central do Brasil, manual of the DICT).
const KEY_MAX: usize = 77;

/// The PIX key in `text` as it is registered: a CPF or CNPJ without its points, a phone number from +55 on, an e-mail
/// address or a random key in small letters. None where it is none of these, or its check digits do not hold.
#[must_use]
pub fn pix_key(text: &str) -> Option<String> {
    let key = text.trim();
    if key.contains('@') {
        return email(key);
    }
    if key.starts_with('+') {
        return phone(key);
    }
    if let Ok(random) = uuid::Uuid::try_parse(key)
        && key.len() == 36
    {
        return Some(random.hyphenated().to_string());
    }
    let is_point = |letter: char| matches!(letter, '.' | '-' | '/' | ' ');
    let letters: String = key.chars().filter(|letter| !is_point(*letter)).collect();
    let letters = letters.to_ascii_uppercase();
    let holds = match letters.len() {
        11 => cpf_holds(&letters),
        14 => cnpj_holds(&letters),
        _ => false,
    };
    holds.then_some(letters)
}

fn email(key: &str) -> Option<String> {
    let (name, host) = key.split_once('@')?;
    let is_said = |letter: u8| letter.is_ascii_alphanumeric() || b".!#$&'*+/=?^_`{|}~-".contains(&letter);
    let is_address = !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && key.len() <= KEY_MAX
        && name.bytes().all(is_said)
        && host
            .bytes()
            .all(|letter| letter.is_ascii_alphanumeric() || b".-".contains(&letter));
    is_address.then(|| key.to_ascii_lowercase())
}

/// `+55`, two digits of the area, eight or nine of the subscriber.
fn phone(key: &str) -> Option<String> {
    let is_space = |letter: char| matches!(letter, ' ' | '-' | '(' | ')');
    let number: String = key.chars().filter(|letter| !is_space(*letter)).collect();
    let digits = number.strip_prefix("+55")?;
    let is_number = matches!(digits.len(), 10 | 11)
        && digits.bytes().all(|digit| digit.is_ascii_digit())
        && !digits.starts_with('0');
    is_number.then_some(number)
}

/// A person's number: eleven digits, the last two of which check the others (Receita Federal, modulo 11).
fn cpf_holds(digits: &str) -> bool {
    let Some(values) = values(digits).filter(|_values| digits.bytes().all(|digit| digit.is_ascii_digit()))
    else {
        return false;
    };
    let (first, second) = (
        check(values.iter().take(9), 10),
        check(values.iter().take(10), 11),
    );
    !is_one_digit(digits) && values.ends_with(&[first, second])
}

/// A business's number: twelve letters or digits and two digits that check them (Receita Federal, IN 2.229/2024; a
/// letter counts as its place in ASCII less 48).
fn cnpj_holds(letters: &str) -> bool {
    let Some(values) = values(letters) else {
        return false;
    };
    let ends_in_digits = letters.bytes().skip(12).all(|digit| digit.is_ascii_digit());
    let (first, second) = (
        wrapped(values.iter().take(12), 5),
        wrapped(values.iter().take(13), 6),
    );
    ends_in_digits && !is_one_digit(letters) && values.ends_with(&[first, second])
}

/// The same digit all along passes every check and belongs to nobody.
fn is_one_digit(letters: &str) -> bool {
    let first = letters.bytes().next();
    letters.bytes().all(|letter| Some(letter) == first)
}

fn values(letters: &str) -> Option<Vec<u32>> {
    let value = |letter: u8| letter.is_ascii_alphanumeric().then(|| u32::from(letter) - 48);
    letters.bytes().map(value).collect()
}

/// Weights from `heaviest` down to two.
fn check<'v>(values: impl Iterator<Item = &'v u32>, heaviest: u32) -> u32 {
    let sum: u32 = values
        .zip((2..=heaviest).rev())
        .map(|(value, weight)| value * weight)
        .sum();
    of_remainder(sum % 11)
}

/// Weights from `heaviest` down to two, then from nine down to two.
fn wrapped<'v>(values: impl Iterator<Item = &'v u32>, heaviest: u32) -> u32 {
    let weights = (2..=heaviest).rev().chain((2..=9).rev());
    let sum: u32 = values.zip(weights).map(|(value, weight)| value * weight).sum();
    of_remainder(sum % 11)
}

fn of_remainder(remainder: u32) -> u32 {
    if remainder < 2 { 0 } else { 11 - remainder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_key_is_read_as_it_is_registered() {
        for (written, registered) in [
            ("529.982.247-25", "52998224725"),
            ("11.222.333/0001-81", "11222333000181"),
            // The example of the Receita Federal for numbers with letters.
            ("12.abc.345/01de-35", "12ABC34501DE35"),
            (" +55 (11) 91234-5678 ", "+5511912345678"),
            ("+551132345678", "+551132345678"),
            ("Fulano_da.Silva@Example.com", "fulano_da.silva@example.com"),
            (
                "123E4567-e12b-12d1-a456-426655440000",
                "123e4567-e12b-12d1-a456-426655440000",
            ),
        ] {
            assert_eq!(pix_key(written).as_deref(), Some(registered), "{written}");
        }
    }

    #[test]
    fn anything_else_is_none() {
        let long = format!("{}@example.com", "a".repeat(70));
        for not in [
            "",
            "529.982.247-26",
            "111.111.111-11",
            "11.222.333/0001-82",
            "11912345678",
            "+4917012345678",
            "+5501912345678",
            "+55119",
            "nobody@",
            "@example.com",
            "a b@example.com",
            "a@example",
            "joão@example.com",
            "123e4567e12b12d1a456426655440000",
            "{123e4567-e12b-12d1-a456-426655440000}",
            "५२९.९८२.२४७-२५",
            long.as_str(),
        ] {
            assert_eq!(pix_key(not), None, "{not}");
        }
    }
}
