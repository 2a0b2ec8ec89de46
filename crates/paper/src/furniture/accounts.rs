//! Where money is to go: the account, as its country writes it.

use folio_domain::organisations::BankDetails;

use super::{fact, heading, named_values, one_line};
use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{Align, Block, Row, Width};
use crate::payment_code;
use crate::words::Words;

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
    let table = named_values(
        [(Width::Fit, Align::Start), (Width::Share(1.0), Align::Start)],
        facts,
        1.6,
    );
    Ok(vec![heading(words.get("how-to-pay")?), Block::Gap(4.0), table])
}

fn facts(bank: &BankDetails, country: &str, reference: &str, words: Words) -> Result<Vec<Row>, PaperError> {
    let iban = payment_code::iban(&bank.account_number);
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
    if !bank.note.trim().is_empty() {
        rows.push(fact(
            words.get("note")?,
            bank.note.trim().to_owned(),
            Field::PaymentDetails,
            false,
        ));
    }
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
