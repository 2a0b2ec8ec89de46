//! The top third: who, to whom, what paper it is, and the one figure that it is about.

use folio_domain::invoices::Party;

use super::{SMALL, aligned, named_values, one_line, paragraph, text};
use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{Align, Block, Column, Columns, Ink, Paragraph, Role, Row, TextStyle, Width};
use crate::words::Words;

const ADDRESS: TextStyle = TextStyle::new(9.0);
/// The figure that a paper is about.
const FIGURE: TextStyle = TextStyle::new(24.0).bold().shrinking();
/// The same where there are several.
const FIGURE_OF_MANY: TextStyle = TextStyle::new(16.0).bold().shrinking();

/// The four corners of the top third.
pub(crate) struct Heads {
    /// The business.
    pub(crate) sender: Vec<Block>,
    /// What paper it is.
    pub(crate) title: Vec<Block>,
    /// The client.
    pub(crate) recipient: Vec<Block>,
    /// What it is about.
    pub(crate) figure: Vec<Block>,
}

pub(crate) fn blocks(heads: Heads) -> Vec<Block> {
    vec![
        beside([1.0, 1.0], heads.sender, heads.title),
        Block::Gap(16.0),
        Block::Rule,
        Block::Gap(14.0),
        beside([1.0, 0.9], heads.recipient, heads.figure),
    ]
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

/// The business with all that it is reached and registered by.
pub(crate) fn sender(seller: &Party, words: Words) -> Result<Vec<Block>, PaperError> {
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

/// The client below `label`; its country is said where it is not `home`.
pub(crate) fn recipient(
    label: &str,
    buyer: &Party,
    home: &str,
    words: Words,
) -> Result<Vec<Block>, PaperError> {
    let name = TextStyle::new(11.5).bold();
    let mut blocks = vec![
        paragraph(words.get(label)?, SMALL, Field::Label),
        Block::Gap(1.5),
        paragraph(one_line(&buyer.name), name, Field::ClientName),
    ];
    let mut lines = address(buyer, home);
    lines.extend(tax_id(buyer, words)?);
    if !lines.is_empty() {
        blocks.push(paragraph(lines.join("\n"), ADDRESS, Field::ClientAddress));
    }
    Ok(blocks)
}

/// What the paper is, and the facts that it is found by.
pub(crate) fn title(name: String, facts: Vec<Row>) -> Vec<Block> {
    let style = TextStyle::new(22.0).bold().ink(Ink::Accent).shrinking();
    let title = Paragraph {
        role: Role::Title,
        text: text(name, style, Field::Label),
        align: Align::End,
    };
    let facts = named_values(
        [(Width::Share(1.0), Align::End), (Width::Fit, Align::End)],
        facts,
        0.6,
    );
    vec![Block::Paragraph(title), Block::Gap(2.0), facts]
}

/// What the paper is about: a label, an amount or several, and what is to be known about it.
pub(crate) fn figure(label: String, amounts: Vec<String>, below: String) -> Vec<Block> {
    let style = if amounts.len() > 1 { FIGURE_OF_MANY } else { FIGURE };
    let end = |content: String, style: TextStyle| aligned(content, style, Field::Label, Align::End);
    let mut blocks = vec![end(label, SMALL)];
    blocks.extend(amounts.into_iter().map(|amount| end(amount, style)));
    if !below.is_empty() {
        blocks.push(end(below, TextStyle::new(10.5).bold().shrinking()));
    }
    blocks
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
