//! The top third: who, to whom, number, how much, by when.

use folio_domain::invoices::{Invoice, Party};

use super::{SMALL, named_values, one_line, paragraph, text};
use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::layout::{Align, Block, Cell, Column, Columns, Ink, Paragraph, Role, Row, Rule, TextStyle, Width};
use crate::words::Words;

const ADDRESS: TextStyle = TextStyle::new(9.0);

pub(super) fn blocks(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    Ok(vec![
        beside([1.0, 1.0], sender(invoice, words)?, title(invoice, words)?),
        Block::Gap(16.0),
        Block::Rule,
        Block::Gap(14.0),
        beside([1.0, 0.9], recipient(invoice, words)?, asked(invoice, words)?),
    ])
}

/// Two stacks side by side, their widths in the proportion `shares`.
fn beside(shares: [f32; 2], start: Vec<Block>, end: Vec<Block>) -> Block {
    let [start_share, end_share] = shares;
    let columns = vec![
        Column {
            share: start_share,
            blocks: start,
        },
        Column {
            share: end_share,
            blocks: end,
        },
    ];
    Block::Columns(Columns {
        columns,
        gutter: 18.0,
    })
}

fn sender(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let seller = &invoice.seller;
    let name = TextStyle::new(14.0).bold();
    // The two names at the top share the height of their capitals.
    let name = paragraph(one_line(&seller.name), name, Field::OrganisationName);
    let mut blocks = vec![Block::Gap(3.0), name, Block::Gap(3.0)];
    let quiet = ADDRESS.ink(Ink::Muted);
    let mut lines = address(seller, "");
    let contact: Vec<&str> = [seller.phone.trim(), seller.email.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !contact.is_empty() {
        lines.push(contact.join(" · "));
    }
    lines.extend(tax_id(seller, words)?);
    if !lines.is_empty() {
        blocks.push(paragraph(lines.join("\n"), quiet, Field::OrganisationAddress));
    }
    Ok(blocks)
}

fn recipient(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let buyer = &invoice.buyer;
    let name = TextStyle::new(11.5).bold();
    let mut blocks = vec![
        paragraph(words.get("billed-to")?, SMALL, Field::Label),
        Block::Gap(1.5),
        paragraph(one_line(&buyer.name), name, Field::ClientName),
    ];
    let mut lines = address(buyer, &invoice.seller.address.country);
    lines.extend(tax_id(buyer, words)?);
    if !lines.is_empty() {
        blocks.push(paragraph(lines.join("\n"), ADDRESS, Field::ClientAddress));
    }
    Ok(blocks)
}

fn title(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let style = TextStyle::new(22.0).bold().ink(Ink::Accent).shrinking();
    let title = Paragraph {
        role: Role::Title,
        text: text(words.get("invoice")?, style, Field::Label),
        align: Align::End,
    };
    let mut rows = vec![
        fact(
            words.get("invoice-number")?,
            invoice.number.clone(),
            true,
            Field::Number,
        ),
        fact(
            words.get("issue-date")?,
            words.date(invoice.issue_date)?,
            false,
            Field::Label,
        ),
    ];
    if let Some(delivered_on) = invoice.delivered_on {
        rows.push(fact(
            words.get("delivered-on")?,
            words.date(delivered_on)?,
            false,
            Field::Label,
        ));
    }
    if !invoice.reference.trim().is_empty() {
        rows.push(fact(
            words.get("reference")?,
            one_line(&invoice.reference),
            false,
            Field::Reference,
        ));
    }
    let facts = named_values(
        [(Width::Share(1.0), Align::End), (Width::Fit, Align::End)],
        rows,
        0.6,
    );
    Ok(vec![Block::Paragraph(title), Block::Gap(2.0), facts])
}

fn fact(label: String, value: String, is_bold: bool, field: Field) -> Row {
    let style = if is_bold {
        TextStyle::new(9.5).bold()
    } else {
        TextStyle::new(9.5)
    };
    let label = text(label, TextStyle::new(9.5).ink(Ink::Muted), Field::Label);
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

fn asked(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let end = |content: String, style: TextStyle| {
        let text = text(content, style, Field::Label);
        Block::Paragraph(Paragraph {
            role: Role::Body,
            text,
            align: Align::End,
        })
    };
    let due = if invoice.total.minor > 0 {
        words.with("due-by", &[("date", &words.date(invoice.due_date)?)])?
    } else {
        words.get("nothing-due")?
    };
    let amount = format::money(invoice.language, invoice.total);
    Ok(vec![
        end(words.get("amount-due")?, SMALL),
        end(amount, TextStyle::new(24.0).bold().shrinking()),
        end(due, TextStyle::new(10.5).bold().shrinking()),
    ])
}

/// Street, then postal code and city, then region; the country only where a letter crosses a border.
fn address(party: &Party, home: &str) -> Vec<String> {
    let address = &party.address;
    let mut lines: Vec<String> = address
        .street
        .lines()
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect();
    let town = one_line(&format!("{} {}", address.postal_code, address.city));
    let country = if address.country == home || home.is_empty() {
        ""
    } else {
        address.country.as_str()
    };
    let last: Vec<String> = [town, one_line(&address.region), country.to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    if !last.is_empty() {
        lines.push(last.join(", "));
    }
    lines
}

fn tax_id(party: &Party, words: Words) -> Result<Option<String>, PaperError> {
    let id = party.tax_id.trim();
    if id.is_empty() {
        Ok(None)
    } else {
        words.with("tax-id", &[("id", id)]).map(Some)
    }
}
