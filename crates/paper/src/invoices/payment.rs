//! How to pay: the account, the reference, and a code for a banking app.

use folio_domain::invoices::Invoice;

use super::{BODY, SMALL, heading, named_values, one_line, text};
use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::layout::{Align, Block, Cell, Column, Columns, Figure, Ink, Paragraph, Role, Row, Rule, Width};
use crate::payment_code;
use crate::words::Words;

/// 30 mm: a phone reads it from an arm's length, and it fits beside five lines.
const CODE_PT: usize = 85;

pub(super) fn blocks(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let facts = facts(invoice, words)?;
    if facts.is_empty() || invoice.total.minor <= 0 {
        return Ok(Vec::new());
    }
    let table = named_values(
        [(Width::Fit, Align::Start), (Width::Share(1.0), Align::Start)],
        facts,
        1.6,
    );
    let heading = heading(words.get("how-to-pay")?);
    let start = vec![heading, Block::Gap(4.0), table];
    let mut columns = vec![Column {
        share: 0.7,
        blocks: start,
    }];
    columns.extend(code(invoice, words)?.map(|blocks| Column { share: 0.3, blocks }));
    Ok(vec![
        Block::Gap(18.0),
        Block::Columns(Columns {
            columns,
            gutter: 14.0,
        }),
    ])
}

fn facts(invoice: &Invoice, words: Words) -> Result<Vec<Row>, PaperError> {
    let bank = &invoice.bank;
    let iban = payment_code::iban(&bank.account_number);
    let (account, account_key) = match &iban {
        Some(iban) => (in_fours(iban), "iban"),
        None => (bank.account_number.clone(), "account-number"),
    };
    let routing_key = if iban.is_some() {
        "bic"
    } else if invoice.seller.address.country == "IN" {
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
    if !rows.is_empty() {
        rows.push(fact(
            words.get("payment-reference")?,
            invoice.number.clone(),
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

fn fact(label: String, value: String, field: Field, is_bold: bool) -> Row {
    let style = if is_bold { BODY.bold() } else { BODY };
    let label = text(label, BODY.ink(Ink::Muted), Field::Label);
    Row {
        cells: vec![
            Cell { texts: vec![label] },
            Cell {
                texts: vec![text(value, style, field)],
            },
        ],
        rule: Rule::None,
    }
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

fn code(invoice: &Invoice, words: Words) -> Result<Option<Vec<Block>>, PaperError> {
    let payload = payment_code::payload(
        &invoice.bank,
        &invoice.seller.name,
        invoice.total,
        &invoice.number,
    );
    let Some(payload) = payload else { return Ok(None) };
    let (modules, side) = payment_code::modules(&payload)?;
    // A dense code grows, so that a module stays wider than half a millimetre.
    let size_pt = u16::try_from(CODE_PT.max(side * 17 / 10)).unwrap_or(u16::MAX);
    let amount = format::money(invoice.language, invoice.total);
    let name = one_line(&invoice.seller.name);
    let given = [
        ("amount", amount.as_str()),
        ("name", name.as_str()),
        ("reference", invoice.number.as_str()),
    ];
    let alt = words.with("payment-code-alt", &given)?;
    let caption = text(words.get("scan-to-pay")?, SMALL.shrinking(), Field::Label);
    Ok(Some(vec![
        Block::Figure(Figure {
            modules,
            side,
            size_pt,
            align: Align::End,
            alt,
        }),
        Block::Paragraph(Paragraph {
            role: Role::Body,
            text: caption,
            align: Align::End,
        }),
    ]))
}
