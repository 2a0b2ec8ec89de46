//! An address book, folded and escaped as the standards want it.

use super::business::CLIENTS;
use super::{ExpectedIssue, SampleExport};
use crate::imports::Message;

/// Makes an address book of about `size` cards.
pub(super) fn sample(size: u32) -> SampleExport {
    let mut book = Book::default();
    for nth in 0..size {
        let place = usize::try_from(nth).unwrap_or_default();
        let (organisation, _, country) = CLIENTS.get(place % CLIENTS.len()).copied().unwrap_or_default();
        let organisation = organisation.replace(';', "\\;").replace(',', "\\,");
        let version = if nth % 2 == 0 { "3.0" } else { "4.0" };
        let email = format!("item1.EMAIL;TYPE=work,pref:person{nth}@example.org");
        let address = format!("ADR;TYPE=work:;Back House;Main Street {nth}\\nLeft;City;;600001;{country}");
        book.card(
            version,
            &[
                &format!("FN:Ada Number {nth}"),
                &format!("N:Number {nth};Ada;;;"),
                &format!("ORG:{organisation};Accounts"),
                "EMAIL:second@example.org",
                &email,
                &address,
                "TEL;VALUE=uri;PREF=1:tel:+1-555-0100",
                "NOTE:a note that nobody reads\\, with a line\\nbreak",
            ],
        );
    }
    book.card(
        "4.0",
        &["FN:Lone Person", "N:Person;Lone;;;", "EMAIL:lone@example.org"],
    );
    book.card(
        "4.0",
        &["KIND:org", "FN:Just a Company", "EMAIL:office@example.org"],
    );
    let line = book.card("1.0", &["FN:Old Card", "N:Card;Old"]);
    book.expect(line, true, Message::CardVersion);
    let line = book.card("3.0", &["NOTE:nobody"]);
    book.expect(line, true, Message::ClientNameless);
    let line = book.card("3.0", &["FN:Odd Mail", "EMAIL:odd mail"]);
    book.expect(line, false, Message::EmailUnreadable);
    let line = book.card("3.0", &["FN:Far Away", "ADR:;;Street 1;City;;1;Atlantis"]);
    book.expect(line, false, Message::CountryUnknown);
    let line = book.line;
    book.write("BEGIN:VCARD");
    book.write("VERSION:3.0");
    book.expect(line, true, Message::CardUnclosed);
    SampleExport {
        files: vec![("contacts.vcf".to_owned(), book.text.into_bytes())],
        expected: book.expected,
        totals: Vec::new(),
        invoices: 0,
    }
}

struct Book {
    text: String,
    line: u32,
    expected: Vec<ExpectedIssue>,
}

impl Default for Book {
    fn default() -> Self {
        Self {
            text: String::new(),
            line: 1,
            expected: Vec::new(),
        }
    }
}

impl Book {
    /// Writes a card; gives the line on which it begins.
    fn card(&mut self, version: &str, lines: &[&str]) -> u32 {
        let line = self.line;
        self.write("BEGIN:VCARD");
        self.write(&format!("VERSION:{version}"));
        for line in lines {
            self.write(line);
        }
        self.write("END:VCARD");
        line
    }

    /// Writes a line, folded after forty characters.
    fn write(&mut self, line: &str) {
        for (nth, character) in line.chars().enumerate() {
            if nth > 0 && nth % 40 == 0 {
                self.text.push_str("\r\n ");
                self.line += 1;
            }
            self.text.push(character);
        }
        self.text.push_str("\r\n");
        self.line += 1;
    }

    fn expect(&mut self, line: u32, refused: bool, message: Message) {
        self.expected.push(ExpectedIssue {
            file: 0,
            line,
            refused,
            message_key: message.key(),
        });
    }
}
