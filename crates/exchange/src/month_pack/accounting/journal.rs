//! The month for ledger and hledger: one journal that both read.
//!
//! What people wrote stands twice: made safe in accounts and descriptions, and whole as a JSON string in a comment.
//! In those strings colons and square brackets are escaped, for both programs look for tags and dates in comments.

use super::accounts::{Spelling, called, meant, wide};
use super::beancount::{amount, line};
use super::books::{Books, Entry};
use super::{MadeFile, Month};

/// The tags that comments carry, declared for those who have ledger be strict.
const TAGS: [&str; 11] = [
    "client",
    "client-id",
    "client-tax-id",
    "code",
    "credits",
    "due",
    "folio-id",
    "invoice",
    "name",
    "reason",
    "reference",
];

/// `2026-03.journal`
pub(super) fn file(month: &Month<'_, '_>, books: &Books<'_>) -> MadeFile {
    let mut text = String::new();
    line(
        &mut text,
        format_args!("; {}, {}", whole(&month.pack.organisation.name), month.stem()),
    );
    text.push('\n');
    for currency in &books.currencies {
        let digits = usize::try_from(currency.digits()).unwrap_or(2);
        line(&mut text, format_args!("commodity {currency}"));
        // ledger cannot read a decimal mark without digits after it, and hledger takes nothing else: a currency
        // without decimals goes without.
        if digits > 0 {
            line(
                &mut text,
                format_args!("    format 1000.{} {currency}", "0".repeat(digits)),
            );
        }
    }
    text.push('\n');
    for tag in TAGS {
        line(&mut text, format_args!("tag {tag}"));
    }
    text.push('\n');
    for account in &books.accounts {
        line(
            &mut text,
            format_args!("account {}", called(account, books, Spelling::Wide)),
        );
        if let Some((name, client)) = meant(account, books) {
            line(&mut text, format_args!("    ; name: {}", whole(&name)));
            if let Some(client) = client {
                line(&mut text, format_args!("    ; client-id: {client}"));
            }
        }
    }
    text.push('\n');
    for entry in &books.entries {
        write_entry(&mut text, entry, books);
    }
    MadeFile::new(&format!("{}.journal", month.stem()), text.into_bytes())
}

fn write_entry(text: &mut String, entry: &Entry<'_>, books: &Books<'_>) {
    line(
        text,
        format_args!(
            "{} * ({}) {} - {}",
            entry.date,
            some(wide(entry.code)),
            wide(entry.client_name),
            entry.what
        ),
    );
    line(text, format_args!("    ; folio-id: {}", entry.id));
    line(text, format_args!("    ; client: {}", whole(entry.client_name)));
    line(text, format_args!("    ; code: {}", whole(entry.code)));
    if let Some(due) = entry.due {
        line(text, format_args!("    ; due: {due}"));
    }
    for (name, note) in &entry.notes {
        line(text, format_args!("    ; {name}: {}", whole(note)));
    }
    for posting in &entry.postings {
        let account = called(&posting.account, books, Spelling::Wide);
        line(text, format_args!("    {account}  {}", amount(posting.amount)));
        if !posting.invoice.is_empty() {
            line(text, format_args!("    ; invoice: {}", whole(posting.invoice)));
        }
    }
    text.push('\n');
}

/// A text as a JSON string that no program takes for more than a comment.
fn whole(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let mut safe = String::with_capacity(json.len());
    for letter in json.chars() {
        match letter {
            ':' => safe.push_str("\\u003a"),
            '[' => safe.push_str("\\u005b"),
            ']' => safe.push_str("\\u005d"),
            other => safe.push(other),
        }
    }
    safe
}

/// A code that is never empty.
fn some(code: String) -> String {
    if code.is_empty() { "-".to_owned() } else { code }
}
