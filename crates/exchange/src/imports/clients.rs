//! Clients and their contacts.

use std::collections::{BTreeMap, BTreeSet};

use folio_domain::clients::Client;
use folio_domain::imports::ImportedClient;
use folio_domain::languages::Language;
use folio_domain::people::{Address, Contact};
use folio_domain::refusals::require_email;
use folio_domain::{ClientId, Currency, Refusal};

use super::Settings;
use super::columns::Column;
use super::findings::{Findings, Message, Trouble};
use super::table::Table;
use crate::tables::records::Record;
use crate::tables::{countries, currencies};

/// A client that comes.
pub(crate) struct Known {
    line: u32,
    pub(crate) client: Client,
    pub(crate) contacts: Vec<Contact>,
}

/// The clients of the files.
#[derive(Default)]
pub(crate) struct Clients {
    come: BTreeMap<String, Known>,
    refused: BTreeSet<String>,
    /// Whether a list of clients is among the files; without one, invoices bring theirs along.
    listed: bool,
}

/// What the files know a client by: its name, blanks collapsed.
pub(crate) fn key_of(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Reads lists of clients.
pub(crate) fn read<'t, 'a: 't>(
    tables: impl Iterator<Item = &'t Table<'a>>,
    settings: &Settings<'_>,
    findings: &mut Findings,
) -> Clients {
    let mut clients = Clients::default();
    for table in tables {
        clients.listed = true;
        for row in &table.rows {
            if let Err(trouble) = clients.take(table, row, settings, findings) {
                findings.refuse(table.file, row.line, trouble);
            }
        }
    }
    clients
}

impl Clients {
    fn take(
        &mut self,
        table: &Table<'_>,
        row: &Record,
        settings: &Settings<'_>,
        findings: &mut Findings,
    ) -> Result<(), Trouble> {
        let key = name_of(table, row);
        if key.is_empty() {
            return Err((Message::ClientNameless, vec![]));
        }
        let contact = contact(table, row, &key, findings);
        if let Some(known) = self.come.get_mut(&key) {
            let number = table.text(row, Column::ClientNumber);
            let other = !number.is_empty() && number != known.client.client_number;
            let new = contact.filter(|contact| !other && !known.contacts.contains(contact));
            let Some(contact) = new else {
                let params = vec![("client", key), ("line", known.line.to_string())];
                return Err((Message::ClientTwice, params));
            };
            known.contacts.push(contact);
            return Ok(());
        }
        match client(table, row, &key, settings, findings) {
            Ok(client) => {
                let known = Known {
                    line: row.line,
                    client,
                    contacts: contact.into_iter().collect(),
                };
                self.come.insert(key, known);
                Ok(())
            }
            Err(trouble) => {
                self.refused.insert(key);
                Err(trouble)
            }
        }
    }

    /// The client of that name; one that an invoice brings along is made from `row`.
    pub(crate) fn find(
        &mut self,
        table: &Table<'_>,
        row: &Record,
        settings: &Settings<'_>,
        findings: &mut Findings,
    ) -> Result<(String, &Known), Trouble> {
        let key = key_of(table.text(row, Column::ClientName));
        if self.refused.contains(&key) {
            return Err((Message::ClientRefused, vec![("client", key)]));
        }
        if key.is_empty() || (self.listed && !self.come.contains_key(&key)) {
            return Err((Message::ClientMissing, vec![("client", key)]));
        }
        if !self.come.contains_key(&key) {
            let client = client(table, row, &key, settings, findings)?;
            let contacts = contact(table, row, &key, findings).into_iter().collect();
            self.come.insert(
                key.clone(),
                Known {
                    line: row.line,
                    client,
                    contacts,
                },
            );
        }
        let known = self.come.get(&key);
        known
            .map(|known| (key.clone(), known))
            .ok_or((Message::ClientMissing, vec![("client", key)]))
    }

    /// The client of that key, when it comes.
    pub(crate) fn get(&self, key: &str) -> Option<&Known> {
        self.come.get(key)
    }

    /// The clients as the domain takes them.
    pub(crate) fn imported(self) -> Vec<ImportedClient> {
        let make = |(key, known): (String, Known)| ImportedClient {
            key,
            client: known.client,
            contacts: known.contacts,
        };
        self.come.into_iter().map(make).collect()
    }
}

/// A client without a name goes by its contact's.
fn name_of(table: &Table<'_>, row: &Record) -> String {
    let text = |column| table.text(row, column);
    let contact = format!(
        "{} {}",
        text(Column::ContactFirstName),
        text(Column::ContactLastName)
    );
    let names = [
        text(Column::ClientName).to_owned(),
        contact,
        text(Column::ContactEmail).to_owned(),
    ];
    names
        .iter()
        .map(|name| key_of(name))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

fn client(
    table: &Table<'_>,
    row: &Record,
    name: &str,
    settings: &Settings<'_>,
    findings: &mut Findings,
) -> Result<Client, Trouble> {
    let text = |column| table.text(row, column).to_owned();
    let client = Client {
        name: name.to_owned(),
        address: address(table, row, findings),
        tax_id: text(Column::ClientTaxId),
        language: language(&text(Column::ClientLanguage)).unwrap_or(settings.organisation.language),
        currency: currency(table, row)?.unwrap_or(settings.organisation.currency),
        payment_terms_days: terms(&text(Column::ClientTerms)),
        client_number: text(Column::ClientNumber),
    };
    client.check().map_err(|refusal| broken_rule(&refusal))?;
    Ok(client)
}

/// The currency that a row names; none when it names none.
pub(crate) fn currency(table: &Table<'_>, row: &Record) -> Result<Option<Currency>, Trouble> {
    let text = table.text(row, Column::Currency);
    if text.is_empty() {
        return Ok(None);
    }
    let unknown = || (Message::CurrencyUnknown, vec![("value", text.to_owned())]);
    currencies::named(text).map(Some).ok_or_else(unknown)
}

/// A rule of the domain that a row breaks, named by the field that it is about.
pub(crate) fn broken_rule(refusal: &Refusal) -> Trouble {
    let field = refusal.params.get("field").cloned();
    (
        Message::ValueRefused,
        vec![("column", field.unwrap_or_else(|| refusal.message_key.clone()))],
    )
}

fn address(table: &Table<'_>, row: &Record, findings: &mut Findings) -> Address {
    let text = |column| table.text(row, column).to_owned();
    let mut street = vec![
        text(Column::ClientStreet),
        text(Column::ClientSuite),
        text(Column::ClientStreet3),
        text(Column::ClientStreet4),
    ];
    let country = text(Column::ClientCountry);
    let code = countries::code_of(&country);
    if code.is_none() && !country.is_empty() {
        findings.doubt(
            table.file,
            row.line,
            (Message::CountryUnknown, vec![("value", country.clone())]),
        );
        street.push(country);
    }
    street.retain(|line| !line.is_empty());
    Address {
        street: street.join("\n"),
        postal_code: text(Column::ClientPostalCode),
        city: text(Column::ClientCity),
        region: text(Column::ClientRegion),
        country: code.unwrap_or_default().to_owned(),
    }
}

fn contact(table: &Table<'_>, row: &Record, client: &str, findings: &mut Findings) -> Option<Contact> {
    let text = |column| table.text(row, column).to_owned();
    let (mut first_name, mut last_name) = (text(Column::ContactFirstName), text(Column::ContactLastName));
    let (mut email, mut phone) = (
        first_address(&text(Column::ContactEmail)),
        text(Column::ContactPhone),
    );
    if phone.is_empty() && table.has(Column::ClientPhone) {
        phone = text(Column::ClientPhone);
    }
    if [&first_name, &last_name, &email, &phone]
        .iter()
        .all(|part| part.is_empty())
    {
        return None;
    }
    if !email.is_empty() && require_email(&email).is_err() {
        findings.doubt(
            table.file,
            row.line,
            (Message::EmailUnreadable, vec![("value", email.clone())]),
        );
        email = String::new();
    }
    if first_name.is_empty() {
        first_name = std::mem::take(&mut last_name);
    }
    if first_name.is_empty() {
        first_name = client.chars().take(100).collect();
    }
    let contact = Contact {
        // Put right by the import: a client's id is made from its key.
        client_id: ClientId(uuid::Uuid::nil()),
        first_name,
        last_name,
        gets_invoices: !email.is_empty(),
        email,
        phone,
        language: None,
    };
    if let Err(refusal) = contact.check() {
        findings.doubt(table.file, row.line, broken_rule(&refusal));
        return None;
    }
    Some(contact)
}

/// Several addresses may stand in one cell; the first is taken.
fn first_address(text: &str) -> String {
    let mut parts = text.split([',', ';', ' ']).map(str::trim);
    let first = parts.find(|part| part.contains('@'));
    first.unwrap_or(text).to_owned()
}

fn language(text: &str) -> Option<Language> {
    match text.to_lowercase().as_str() {
        "hindi" | "हिन्दी" => Some(Language::Hi),
        "tamil" | "தமிழ்" => Some(Language::Ta),
        "esperanto" => Some(Language::Eo),
        "english" => Some(Language::En),
        tag if tag.len() == 2 || tag.chars().nth(2).is_some_and(|mark| matches!(mark, '-' | '_')) => {
            Language::parse(tag)
        }
        _ => None,
    }
}

/// `30`, `Net 30`.
fn terms(text: &str) -> Option<i32> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|days| (0..=365).contains(days))
}
