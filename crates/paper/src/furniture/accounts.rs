//! Where money is to go: the account, as its country writes it.

use folio_domain::organisations::{BankDetails, iban};

use super::{body, fact, heading, named_values, one_line};
use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{Align, Block, Row, Width};
use crate::words::Words;

const COLUMNS: [(Width, Align); 2] = [(Width::Fit, Align::Start), (Width::Share(1.0), Align::Start)];

/// "How to pay" with the account in `bank`, of a business in `country`, and the reference to name; nothing where no
/// account is known.
///
/// # Errors
/// A missing text.
pub(crate) fn blocks(
    bank: &BankDetails,
    country: &str,
    reference: &str,
    words: Words,
) -> Result<Vec<Block>, PaperError> {
    let facts = facts(bank, country, reference, words)?;
    if facts.is_empty() {
        return Ok(Vec::new());
    }
    let table = named_values(COLUMNS, facts, 1.6);
    Ok(vec![heading(words.get("how-to-pay")?), Block::Gap(4.0), table])
}

/// "How to pay" where a payment part says it: what that does not say.
///
/// # Errors
/// A missing text.
pub(crate) fn beside_slip(bank: &BankDetails, words: Words) -> Result<Vec<Block>, PaperError> {
    let mut blocks = vec![
        heading(words.get("how-to-pay")?),
        Block::Gap(2.0),
        body(words.get("pay-with-slip")?, Field::Label),
    ];
    let mut rows = Vec::new();
    for (key, value) in [("bic", &bank.routing_code), ("bank-name", &bank.bank_name)] {
        if !value.trim().is_empty() {
            rows.push(fact(
                words.get(key)?,
                one_line(value),
                Field::PaymentDetails,
                false,
            ));
        }
    }
    rows.extend(note(bank, words)?);
    if !rows.is_empty() {
        blocks.push(Block::Gap(2.0));
        blocks.push(named_values(COLUMNS, rows, 1.2));
    }
    Ok(vec![Block::Together(blocks)])
}

/// What else a payer must know.
fn note(bank: &BankDetails, words: Words) -> Result<Option<Row>, PaperError> {
    let note = bank.note.trim();
    if note.is_empty() {
        return Ok(None);
    }
    let said = fact(words.get("note")?, note.to_owned(), Field::PaymentDetails, false);
    Ok(Some(said))
}

fn facts(bank: &BankDetails, country: &str, reference: &str, words: Words) -> Result<Vec<Row>, PaperError> {
    let iban = iban(&bank.account_number);
    let (account, account_key) = match &iban {
        Some(iban) => (in_fours(iban), "iban"),
        None => (bank.account_number.clone(), "account-number"),
    };
    let routing_key = if iban.is_some() {
        "bic"
    } else if country == "IN" {
        "ifsc"
    } else {
        "routing-code"
    };
    let given = [
        ("account-name", bank.account_name.clone()),
        (account_key, account),
        (routing_key, bank.routing_code.clone()),
        ("bank-name", bank.bank_name.clone()),
        ("upi-id", bank.upi_id.clone()),
        ("pix-key", bank.pix_key.clone()),
    ];
    let mut rows = Vec::new();
    for (key, value) in given.iter().filter(|(_, value)| !value.trim().is_empty()) {
        rows.push(fact(
            words.get(key)?,
            one_line(value),
            Field::PaymentDetails,
            false,
        ));
    }
    if !rows.is_empty() && !reference.is_empty() {
        rows.push(fact(
            words.get("payment-reference")?,
            reference.to_owned(),
            Field::Number,
            true,
        ));
    }
    rows.extend(note(bank, words)?);
    Ok(rows)
}

/// As banks print it, in groups that people can copy; the spaces may break the line nowhere.
fn in_fours(iban: &str) -> String {
    let letters: Vec<char> = iban.chars().collect();
    letters
        .chunks(4)
        .map(|group| group.iter().collect::<String>())
        .collect::<Vec<_>>()
        .join("\u{A0}")
}
