//! Address books as vCard 2.1, 3.0 and 4.0 (versit's specification, RFC 2426, RFC 6350): people and businesses as
//! clients and their contacts.
//!
//! Cards of one organisation are contacts of one client; a card without an organisation is a client of its own.

mod lines;

use folio_domain::imports::ImportFormat;

use lines::{from_quoted_printable, is_quoted_printable, unfolded};

use super::columns::{Column, FileKind};
use super::findings::{Findings, Message, Trouble};
use super::formats::{Format, as_it_is};
use super::table::Table;
use super::text::Text;
use crate::tables::records::Record;

pub(crate) const FORMAT: Format = Format {
    format: ImportFormat::Vcard,
    kind_of: |_| None,
    columns: &[],
    marks: &[],
    always: &[],
    prepare: as_it_is,
    payments_name_no_invoice: false,
    hides_tax: false,
};

const COLUMNS: [(Column, &str); 11] = [
    (Column::ClientName, "ORG"),
    (Column::ContactFirstName, "N"),
    (Column::ContactLastName, "N"),
    (Column::ContactEmail, "EMAIL"),
    (Column::ContactPhone, "TEL"),
    (Column::ClientStreet, "ADR"),
    (Column::ClientSuite, "ADR"),
    (Column::ClientCity, "ADR"),
    (Column::ClientRegion, "ADR"),
    (Column::ClientPostalCode, "ADR"),
    (Column::ClientCountry, "ADR"),
];

/// Whether a text is an address book.
pub(crate) fn is_one(text: &str) -> bool {
    text.trim_start()
        .get(..11)
        .is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards of an address book, a row each.
pub(crate) fn table<'a>(text: &'a Text, findings: &mut Findings) -> Table<'a> {
    let mut rows = Vec::new();
    let mut card: Option<Card> = None;
    for (line, content) in unfolded(&text.text) {
        let Some(property) = Property::read(&content) else {
            continue;
        };
        match (property.name.as_str(), property.value.to_uppercase().as_str()) {
            ("BEGIN", "VCARD") => {
                if let Some(torn) = card.replace(Card::at(line)) {
                    findings.refuse(&text.file, torn.line, (Message::CardUnclosed, vec![]));
                }
            }
            ("END", "VCARD") => {
                if let Some(card) = card.take() {
                    match card.row() {
                        Ok(row) => rows.push(row),
                        Err((line, trouble)) => findings.refuse(&text.file, line, trouble),
                    }
                }
            }
            _ => {
                if let Some(card) = &mut card {
                    card.take(property);
                }
            }
        }
    }
    if let Some(torn) = card {
        findings.refuse(&text.file, torn.line, (Message::CardUnclosed, vec![]));
    }
    Table::made(&text.file, FileKind::Clients, &FORMAT, &COLUMNS, rows)
}

/// `item1.EMAIL;TYPE=work,pref:ada@example.org`
struct Property {
    name: String,
    preferred: bool,
    /// The encoding of its letters, where the value is quoted-printable (version 2.1).
    quoted_printable: Option<String>,
    /// As it is written, with its escapes.
    value: String,
}

impl Property {
    fn read(line: &str) -> Option<Self> {
        let mut quoted = false;
        let colon = line.char_indices().find(|(_, character)| {
            quoted ^= *character == '"';
            *character == ':' && !quoted
        });
        let (head, value) = line.split_at(colon?.0);
        let mut parts = head.split(';');
        let name = parts.next()?;
        let name = name.rsplit_once('.').map_or(name, |(_, name)| name);
        let parameters: Vec<String> = parts.map(str::to_lowercase).collect();
        let preferred = parameters.iter().any(|parameter| {
            parameter.starts_with("pref") || (parameter.starts_with("type=") && parameter.contains("pref"))
        });
        let charset = parameters.iter().find_map(|one| one.strip_prefix("charset="));
        let quoted_printable = is_quoted_printable(head).then(|| charset.unwrap_or_default().to_owned());
        Some(Self {
            name: name.trim().to_uppercase(),
            preferred,
            quoted_printable,
            value: value.get(1..).unwrap_or_default().trim().to_owned(),
        })
    }

    /// Its parts: semicolons divide, unless a backslash stands before them.
    fn parts(&self) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut characters = self.value.chars();
        while let Some(character) = characters.next() {
            let plain = match character {
                ';' => {
                    parts.push(String::new());
                    continue;
                }
                '\\' => match characters.next() {
                    Some('n' | 'N') => '\n',
                    Some(escaped) => escaped,
                    None => break,
                },
                other => other,
            };
            if let Some(part) = parts.last_mut() {
                part.push(plain);
            }
        }
        match &self.quoted_printable {
            Some(charset) => parts
                .iter()
                .map(|part| from_quoted_printable(part, charset))
                .collect(),
            None => parts,
        }
    }
}

/// A card as its lines are read.
#[derive(Default)]
struct Card {
    line: u32,
    version: String,
    full_name: String,
    name: Vec<String>,
    organisation: String,
    is_organisation: bool,
    email: Option<(bool, String)>,
    phone: Option<(bool, String)>,
    address: Option<(bool, Vec<String>)>,
}

impl Card {
    fn at(line: u32) -> Self {
        Self {
            line,
            ..Self::default()
        }
    }

    fn take(&mut self, property: Property) {
        let parts = property.parts();
        let whole = || parts.join("; ");
        let preferred = property.preferred;
        match property.name.as_str() {
            "VERSION" => self.version = whole(),
            "FN" if self.full_name.is_empty() => self.full_name = whole(),
            "N" => self.name = parts,
            "ORG" => self.organisation = parts.into_iter().next().unwrap_or_default(),
            "KIND" | "X-ABSHOWAS" => {
                let kind = whole().to_lowercase();
                self.is_organisation = matches!(kind.as_str(), "org" | "company");
            }
            "EMAIL" => better(&mut self.email, preferred, whole()),
            "TEL" => {
                let number = whole();
                let number = number.strip_prefix("tel:").unwrap_or(&number).to_owned();
                better(&mut self.phone, preferred, number);
            }
            "ADR" => better(&mut self.address, preferred, parts),
            _ => {}
        }
    }

    /// The card as a row of [`COLUMNS`].
    fn row(self) -> Result<Record, (u32, Trouble)> {
        if !matches!(self.version.as_str(), "2.1" | "3.0" | "4.0") {
            let params = vec![("value", self.version)];
            return Err((self.line, (Message::CardVersion, params)));
        }
        let part = |parts: &[String], place: usize| parts.get(place).cloned().unwrap_or_default();
        let (mut first, mut last) = (part(&self.name, 1), part(&self.name, 0));
        let organisation = if self.is_organisation && self.organisation.is_empty() {
            self.full_name.clone()
        } else {
            self.organisation.clone()
        };
        if self.is_organisation {
            (first, last) = (String::new(), String::new());
        } else if first.is_empty() && last.is_empty() && self.full_name != organisation {
            first = self.full_name.clone();
        }
        let client = if organisation.is_empty() {
            self.full_name
        } else {
            organisation
        };
        let address = self.address.map(|(_, address)| address).unwrap_or_default();
        let text = |value: Option<(bool, String)>| value.map(|(_, value)| value).unwrap_or_default();
        let mut cells = vec![client, first, last, text(self.email), text(self.phone)];
        cells.extend([2, 1, 3, 4, 5, 6].map(|place| part(&address, place)));
        Ok(Record {
            line: self.line,
            cells,
            unclosed: false,
        })
    }
}

/// Keeps the first of several, or the one that is preferred.
fn better<T>(kept: &mut Option<(bool, T)>, preferred: bool, value: T) {
    if kept
        .as_ref()
        .is_none_or(|(was_preferred, _)| preferred && !was_preferred)
    {
        *kept = Some((preferred, value));
    }
}
