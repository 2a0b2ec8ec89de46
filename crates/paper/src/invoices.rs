//! What an invoice says on paper.

mod amounts;
mod heads;
mod payment;

use folio_domain::invoices::Invoice;

use crate::Attachment;
use crate::error::PaperError;
use crate::field::Field;
use crate::layout::{
    Align, Block, Document, Ink, PaperSize, Paragraph, Role, Row, Table, TableColumn, Text, TextStyle, Width,
};
use crate::words::Words;

/// Folio's teal; white on it and it on white both keep a contrast above 7.
const ACCENT: [u8; 3] = [0x0F, 0x5C, 0x5C];

const BODY: TextStyle = TextStyle::new(9.5);
const SMALL: TextStyle = TextStyle::new(8.5).ink(Ink::Muted);
const HEADING: TextStyle = TextStyle::new(10.5).bold().ink(Ink::Accent);

/// A note up to so many letters stands beside the totals, where the paper is empty.
const SHORT_NOTE: usize = 240;

/// What an invoice is printed from. The invoice is frozen and carries its language, the business and the bank
/// details as they were at issue, so nothing else can change the paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperInput<'a> {
    /// The invoice.
    pub invoice: &'a Invoice,
    /// The sheet.
    pub paper_size: PaperSize,
    /// A file that travels inside.
    pub attachment: Option<&'a Attachment>,
}

/// The paper of an invoice as blocks, before it has pages.
///
/// # Errors
/// A missing text, or a payment code that cannot be made.
pub fn invoice_document(input: &PaperInput<'_>) -> Result<Document, PaperError> {
    let invoice = input.invoice;
    let words = Words::of(invoice.language)?;
    let notes = note(invoice, words)?;
    let is_note_short = invoice.note.chars().count() <= SHORT_NOTE && invoice.note.lines().count() <= 4;
    let mut beside = amounts::tax_notes(invoice, words)?;
    let mut blocks = heads::blocks(invoice, words)?;
    if is_note_short {
        beside.extend(notes.iter().cloned());
    }
    blocks.push(Block::Gap(18.0));
    blocks.push(amounts::lines(invoice, beside, words)?);
    blocks.extend(payment::blocks(invoice, words)?);
    if !is_note_short {
        blocks.push(Block::Gap(14.0));
        blocks.extend(notes);
    }
    let title = words.with("invoice-titled", &[("number", &invoice.number)])?;
    let footer = format!("{title} · {}", one_line(&invoice.seller.name));
    Ok(Document {
        author: one_line(&invoice.seller.name),
        footer: Text {
            content: footer,
            style: TextStyle::new(8.0).ink(Ink::Muted),
            field: Field::OrganisationName,
        },
        title,
        language: invoice.language,
        paper: input.paper_size,
        date: invoice.issue_date,
        accent: ACCENT,
        blocks,
        is_rtl: false,
    })
}

/// The note below everything, its heading never alone at the foot of a page.
fn note(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let mut parts = invoice
        .note
        .trim()
        .split('\n')
        .map(|part| body(part, Field::Note));
    let Some(first) = parts.next().filter(|_first| !invoice.note.trim().is_empty()) else {
        return Ok(Vec::new());
    };
    let heading = heading(words.get("note")?);
    let mut blocks = vec![
        Block::Gap(4.0),
        Block::Together(vec![heading, Block::Gap(2.0), first]),
    ];
    blocks.extend(parts);
    Ok(blocks)
}

fn text(content: impl Into<String>, style: TextStyle, field: Field) -> Text {
    Text {
        content: content.into(),
        style,
        field,
    }
}

fn paragraph(content: impl Into<String>, style: TextStyle, field: Field) -> Block {
    Block::Paragraph(Paragraph {
        role: Role::Body,
        text: text(content, style, field),
        align: Default::default(),
    })
}

fn body(content: impl Into<String>, field: Field) -> Block {
    paragraph(content, BODY, field)
}

fn heading(content: String) -> Block {
    let text = text(content, HEADING, Field::Label);
    Block::Paragraph(Paragraph {
        role: Role::Heading,
        text,
        align: Default::default(),
    })
}

/// Rows of a name and its value.
fn named_values(columns: [(Width, Align); 2], rows: Vec<Row>, row_padding: f32) -> Block {
    let columns = columns.map(|(width, align)| TableColumn {
        title: None,
        width,
        align,
    });
    Block::Table(Table {
        columns: columns.into(),
        rows,
        row_padding,
        gutter: 12.0,
        has_row_titles: true,
        closing: Vec::new(),
    })
}

/// A name as one line, whatever was pasted into it.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
