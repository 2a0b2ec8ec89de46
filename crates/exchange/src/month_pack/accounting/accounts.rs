//! What accounts are called. A client's account ends with the last part of its id, so that two clients of one name
//! have two accounts; the name before it is only there to be read.

use folio_domain::ClientId;
use folio_domain::trail::sha256_hex;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;

use super::books::{Account, Books};

/// The most characters of a client's or a tax's name in an account.
const NAME_CHARS_MAX: usize = 40;

/// How a format writes names in accounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spelling {
    /// Latin letters, digits and hyphens: the parts that beancount takes in every version. Its letters may be of any
    /// script, but the vowel signs of Hindi and Tamil are marks, and those it refuses.
    Narrow,
    /// Any script, as ledger and hledger take it.
    Wide,
}

/// What `account` is called.
pub(super) fn called(account: &Account, books: &Books<'_>, spelling: Spelling) -> String {
    match account {
        Account::Money(method) => format!("Assets:Payments:{method}"),
        Account::Receivable(id) => format!("Assets:Receivable:{}", of_client(*id, books, spelling)),
        Account::Credit(id) => format!("Liabilities:Credit:{}", of_client(*id, books, spelling)),
        Account::Tax { name, percent } => format!("Liabilities:Tax:{}", of_tax(name, *percent, spelling)),
        Account::Sales => "Income:Sales".to_owned(),
        Account::Rounding => "Income:Rounding".to_owned(),
    }
}

/// What the account stands for in full, as a person wrote it; none where its name says it all.
pub(super) fn meant(account: &Account, books: &Books<'_>) -> Option<(String, Option<ClientId>)> {
    match account {
        Account::Receivable(id) | Account::Credit(id) => Some((books.name(*id).to_owned(), Some(*id))),
        Account::Tax { name, percent } => Some((format!("{name} {percent}%"), None)),
        Account::Money(_) | Account::Sales | Account::Rounding => None,
    }
}

fn of_client(id: ClientId, books: &Books<'_>, spelling: Spelling) -> String {
    let written = id.to_string();
    let tail = written.rsplit('-').next().unwrap_or_default();
    let name = books.name(id);
    match spelling {
        Spelling::Narrow => match narrow(name).as_str() {
            "" => format!("Client-{tail}"),
            name => format!("{name}-{tail}"),
        },
        Spelling::Wide => format!("{} {tail}", wide(name)).trim_start().to_owned(),
    }
}

/// A tax's name and rate. Where the narrow spelling changes the name, a part of its hash keeps two of them apart.
fn of_tax(name: &str, percent: Decimal, spelling: Spelling) -> String {
    match spelling {
        Spelling::Wide => format!("{} {percent}%", wide(name)),
        Spelling::Narrow => {
            let rate = percent.to_string().replace('.', "p");
            let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric());
            if plain && name.starts_with(|first: char| first.is_ascii_uppercase()) {
                return format!("{name}-{rate}");
            }
            let hash = sha256_hex(name.as_bytes());
            let hash = hash.get(..6).unwrap_or_default();
            match narrow(name).as_str() {
                "" => format!("Tax-{hash}-{rate}"),
                name => format!("{name}-{hash}-{rate}"),
            }
        }
    }
}

/// `Müller & Söhne` as `Muller-Sohne`; empty where nothing of it is Latin. Begins with a capital or a digit.
fn narrow(name: &str) -> String {
    let mut words: Vec<String> = vec![String::new()];
    for letter in name.nfkd() {
        match words.last_mut() {
            Some(word) if letter.is_ascii_alphanumeric() => word.push(letter),
            // An accent belongs to the letter before it.
            _ if unicode_normalization::char::is_combining_mark(letter) => {}
            Some(word) if !word.is_empty() => words.push(String::new()),
            _ => {}
        }
    }
    words.retain(|word| !word.is_empty());
    let joined: String = words.join("-").chars().take(NAME_CHARS_MAX).collect();
    let mut letters = joined.trim_end_matches('-').chars();
    match letters.next() {
        Some(first) => first.to_ascii_uppercase().to_string() + letters.as_str(),
        None => String::new(),
    }
}

/// A name without what would end an account's name or begin another part of it: no colon, semicolon, bracket or
/// quote, no control or direction mark, single blanks between its words.
pub(super) fn wide(name: &str) -> String {
    let mapped: String = name
        .chars()
        .filter_map(|letter| match letter {
            ':' | '|' => Some('-'),
            ';' => Some(','),
            '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '\\' | '*' | '!' | '=' | '@' | '#'
            | '%' | '&' => Some(' '),
            blank if blank.is_whitespace() => Some(' '),
            hidden if is_hidden(hidden) => None,
            other => Some(other),
        })
        .collect();
    let words: Vec<&str> = mapped.split(' ').filter(|word| !word.is_empty()).collect();
    let short: String = words.join(" ").chars().take(NAME_CHARS_MAX).collect();
    short.trim_end().to_owned()
}

fn is_hidden(letter: char) -> bool {
    let direction =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    letter.is_control() || direction || letter == '\u{feff}'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_narrowed_to_what_beancount_takes() {
        for (name, expected) in [
            ("Müller & Söhne GmbH", "Muller-Sohne-GmbH"),
            ("acme", "Acme"),
            ("वैकै", ""),
            ("🖨️ Print:Shop", "Print-Shop"),
            ("--", ""),
            ("3 Dots…", "3-Dots"),
            ("Ŝĉerba", "Scerba"),
        ] {
            assert_eq!(narrow(name), expected, "{name}");
        }
        assert!(narrow(&"x y ".repeat(60)).chars().count() <= NAME_CHARS_MAX);
    }

    #[test]
    fn names_keep_their_script_in_a_journal() {
        for (name, expected) in [
            ("வைகை பதிப்பகம்; சென்னை", "வைகை பதிப்பகம், சென்னை"),
            ("  two   blanks\u{a0}\t", "two blanks"),
            ("a:b|c", "a-b-c"),
            ("\u{202e}gnorw (x) [2026-01-01]", "gnorw x 2026-01-01"),
            ("* ! ; =", ","),
        ] {
            assert_eq!(wide(name), expected, "{name}");
        }
    }

    #[test]
    fn taxes_that_differ_have_accounts_that_differ() {
        let narrowly = |name: &str, percent: &str| of_tax(name, percent.parse().unwrap(), Spelling::Narrow);
        assert_eq!(narrowly("VAT", "5.5"), "VAT-5p5");
        assert_ne!(narrowly("VAT", "5.5"), narrowly("VAT", "55"));
        assert_ne!(narrowly("vat", "19"), narrowly("Vat", "19"));
        assert_ne!(narrowly("V-A-T", "19"), narrowly("V.A.T", "19"));
        assert_ne!(narrowly("வரி", "5"), narrowly("कर", "5"));
        assert!(narrowly("கர", "5").starts_with("Tax-"));
    }
}
