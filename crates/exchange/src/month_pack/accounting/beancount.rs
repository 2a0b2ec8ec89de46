//! The month for beancount: the month's entries in one file, and in another what must be said once before them
//! (commodities, accounts, with the names as people wrote them). Months are joined by including several of the first
//! kind.

use std::fmt::Write as _;

use folio_domain::Money;

use super::accounts::{Spelling, called, meant};
use super::books::{Books, Entry};
use super::{MadeFile, Month};

/// When accounts are opened: before every business, so that no entry comes too early.
const OPENED: &str = "1970-01-01";

/// `books.beancount` and `2026-03.beancount`.
pub(super) fn files(month: &Month<'_, '_>, books: &Books<'_>) -> Vec<MadeFile> {
    let stem = month.stem();
    let mut entries = String::new();
    for entry in &books.entries {
        write_entry(&mut entries, entry, books);
    }
    vec![
        MadeFile::new("books.beancount", opening(month, books).into_bytes()),
        MadeFile::new(&format!("{stem}.beancount"), entries.into_bytes()),
    ]
}

fn opening(month: &Month<'_, '_>, books: &Books<'_>) -> String {
    let organisation = month.pack.organisation;
    let (stem, mut text) = (month.stem(), String::new());
    let title = quoted(&format!("{} {stem}", organisation.name));
    line(&mut text, format_args!("option \"title\" {title}"));
    for currency in &books.currencies {
        line(
            &mut text,
            format_args!("option \"operating_currency\" \"{currency}\""),
        );
    }
    text.push('\n');
    for currency in &books.currencies {
        line(&mut text, format_args!("{OPENED} commodity {currency}"));
    }
    text.push('\n');
    for account in &books.accounts {
        line(
            &mut text,
            format_args!("{OPENED} open {}", called(account, books, Spelling::Narrow)),
        );
        if let Some((name, client)) = meant(account, books) {
            line(&mut text, format_args!("  name: {}", quoted(&name)));
            if let Some(client) = client {
                line(&mut text, format_args!("  client-id: \"{client}\""));
            }
        }
    }
    text.push('\n');
    line(&mut text, format_args!("include \"{stem}.beancount\""));
    text
}

fn write_entry(text: &mut String, entry: &Entry<'_>, books: &Books<'_>) {
    let links: Vec<String> = entry.invoices.iter().map(|id| format!(" ^{id}")).collect();
    line(
        text,
        format_args!(
            "{} * {} {}{}",
            entry.date,
            quoted(entry.client_name),
            quoted(&format!("{} {}", entry.what, entry.code)),
            links.concat()
        ),
    );
    line(text, format_args!("  folio-id: \"{}\"", entry.id));
    if let Some(due) = entry.due {
        line(text, format_args!("  due: {due}"));
    }
    for (name, note) in &entry.notes {
        line(text, format_args!("  {name}: {}", quoted(note)));
    }
    for posting in &entry.postings {
        let account = called(&posting.account, books, Spelling::Narrow);
        line(text, format_args!("  {account}  {}", amount(posting.amount)));
        if !posting.invoice.is_empty() {
            line(text, format_args!("    invoice: {}", quoted(posting.invoice)));
        }
    }
    text.push('\n');
}

/// `-118.00 EUR`
pub(super) fn amount(amount: Money) -> String {
    format!("{} {}", amount.to_decimal(), amount.currency)
}

/// A string as beancount reads it. Line breaks are escaped, for it limits how many a string may have; it has no
/// escape for other control characters, so those are shown by their Unicode pictures.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\u{7f}' => quoted.push('\u{2421}'),
            control if u32::from(control) < 0x20 => {
                quoted.push(char::from_u32(0x2400 + u32::from(control)).unwrap_or('\u{fffd}'));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}

/// Adds a line.
pub(super) fn line(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{line}");
}
