//! Addresses as payment codes want them: street, number, postal code, town and country apart.

use folio_domain::addresses::Address;

use super::one_line;

/// The most letters of a house number in a code.
const NUMBER_MAX: usize = 16;

/// An address by its parts, each empty where it is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Postal {
    pub(super) street: String,
    pub(super) number: String,
    pub(super) code: String,
    pub(super) town: String,
    /// ISO 3166-1 alpha-2.
    pub(super) country: String,
}

impl Postal {
    /// The parts of `address`, also where people wrote postal code and town into one line.
    pub(super) fn read(address: &Address) -> Self {
        let mut lines: Vec<String> = address
            .street
            .lines()
            .map(one_line)
            .filter(|line| !line.is_empty())
            .collect();
        let (mut code, mut town) = (one_line(&address.postal_code), one_line(&address.city));
        let whole = match (code.is_empty(), town.is_empty()) {
            (true, false) => coded_town(&town),
            (false, true) => coded_town(&code),
            (true, true) if lines.len() > 1 => {
                let found = lines.last().and_then(|last| coded_town(last));
                if found.is_some() {
                    lines.pop();
                }
                found
            }
            _ => None,
        };
        if let Some(whole) = whole {
            (code, town) = whole;
        }
        let (street, number) = street(&lines);
        Self {
            street,
            number,
            code: without_country(&code).to_owned(),
            town,
            country: address.country.clone(),
        }
    }
}

/// `8001 Zürich` or `CH-8001 Zürich` as code and town.
fn coded_town(line: &str) -> Option<(String, String)> {
    let (code, town) = line.split_once(' ')?;
    let digits = without_country(code);
    let is_code = (4..=6).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_code.then(|| (digits.to_owned(), town.trim().to_owned()))
}

/// A postal code without the sign of a country before it (`CH-`, `FL-`, `D-`).
fn without_country(code: &str) -> &str {
    match code.split_once('-') {
        Some((country, rest))
            if (1..=2).contains(&country.len())
                && country.bytes().all(|letter| letter.is_ascii_uppercase())
                && rest.starts_with(|digit: char| digit.is_ascii_digit()) =>
        {
            rest
        }
        _ => code,
    }
}

/// Street and house number: of several lines the last one that ends in a number, else the last.
fn street(lines: &[String]) -> (String, String) {
    let numbered = lines.iter().rev().find_map(|line| numbered(line));
    let last = || (lines.last().cloned().unwrap_or_default(), String::new());
    numbered.unwrap_or_else(last)
}

/// `Seestrasse 12`, `Seestrasse 12a` and `Seestrasse 12 a`, the number apart.
fn numbered(line: &str) -> Option<(String, String)> {
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let (before, last) = line.rsplit_once(' ')?;
    let (street, number) = if is_number(last) {
        (before, last.to_owned())
    } else {
        let (street, number) = before.rsplit_once(' ')?;
        let is_suffix = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
        if !is_suffix || !is_number(number) {
            return None;
        }
        (street, format!("{number} {last}"))
    };
    let fits = number.chars().count() <= NUMBER_MAX && street.chars().any(char::is_alphabetic);
    fits.then(|| (street.trim_end_matches([',', ' ']).to_owned(), number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_however_it_was_written() {
        for (written, street, number, code, town) in [
            (
                ["Seestrasse 12", "8001", "Zürich"],
                "Seestrasse",
                "12",
                "8001",
                "Zürich",
            ),
            (
                ["Seestrasse 12 a", "CH-8001", "Zürich"],
                "Seestrasse",
                "12 a",
                "8001",
                "Zürich",
            ),
            (
                ["c/o Meier\nSeestr. 12a\nHinterhaus", "", "8001 Zürich"],
                "Seestr.",
                "12a",
                "8001",
                "Zürich",
            ),
            (
                ["Seestrasse 12\nFL-9490 Vaduz", "", ""],
                "Seestrasse",
                "12",
                "9490",
                "Vaduz",
            ),
            (["Im Dorf", "9490 Vaduz", ""], "Im Dorf", "", "9490", "Vaduz"),
            (
                ["14 Harbour Lane", "D02 X285", "Dublin"],
                "14 Harbour Lane",
                "",
                "D02 X285",
                "Dublin",
            ),
            (
                ["Mill Yard\nQuay Street", "", "Galway"],
                "Quay Street",
                "",
                "",
                "Galway",
            ),
            (["8001 Zürich", "", ""], "8001 Zürich", "", "", ""),
            (
                ["ul. Lipowa 3", "15-427", "Białystok"],
                "ul. Lipowa",
                "3",
                "15-427",
                "Białystok",
            ),
            (["", "", ""], "", "", "", ""),
        ] {
            let [lines, postal_code, city] = written.map(str::to_owned);
            let address = Address {
                street: lines,
                postal_code,
                city,
                ..Address::default()
            };
            let postal = Postal::read(&address);
            assert_eq!(
                [&postal.street, &postal.number, &postal.code, &postal.town].map(String::as_str),
                [street, number, code, town],
                "{written:?}"
            );
        }
    }
}
