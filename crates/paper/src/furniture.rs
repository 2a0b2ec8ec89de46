//! What every paper is furnished with: its heads, its sums, how to pay, its foot, and the styles of them all.

pub(crate) mod accounts;
mod dress;
pub(crate) mod heads;
pub(crate) mod sums;

use folio_domain::invoices::Party;
use folio_domain::languages::Language;
use folio_domain::stationery::Template;
use jiff::civil::Date;

use crate::error::PaperError;
use crate::field::Field;
use crate::fonts::Han;
use crate::layout::{
    Align, Block, Cell, Document, Header, Ink, Paragraph, Role, Row, Rule, Table, TableColumn, Text,
    TextStyle, Width,
};
use crate::look::Look;
use crate::words::Words;

pub(crate) const BODY: TextStyle = TextStyle::new(9.5);
pub(crate) const SMALL: TextStyle = TextStyle::new(8.5).ink(Ink::Muted);
const HEADING: TextStyle = TextStyle::new(10.5).bold().ink(Ink::Accent);

/// What a paper is, before its furniture.
pub(crate) struct Content<'a> {
    /// What it is called, in a viewer's title bar and at its foot.
    pub(crate) title: String,
    /// Who sends it.
    pub(crate) seller: &'a Party,
    /// Who reads it.
    pub(crate) reader: &'a Party,
    /// The language of its reader.
    pub(crate) language: Language,
    /// The date that the file carries.
    pub(crate) date: Date,
    /// From top to bottom.
    pub(crate) blocks: Vec<Block>,
}

/// The paper with its foot, as `look` has it.
pub(crate) fn document(content: Content<'_>, look: &Look) -> Document {
    let author = one_line(&content.seller.name);
    let mut blocks = content.blocks;
    dress::blocks(&mut blocks, look.template);
    Document {
        footer: Text {
            content: format!("{} · {author}", content.title),
            style: TextStyle::new(8.0).ink(Ink::Muted),
            field: Field::OrganisationName,
        },
        author,
        title: content.title,
        language: content.language,
        paper: look.paper,
        date: content.date,
        accent: look.accent,
        logo: look.logo.clone(),
        has_strip: look.template == Template::Bold,
        blocks,
        han: Han::of_country(&content.reader.address.country)
            .or_else(|| Han::of_country(&content.seller.address.country)),
        slip: None,
        is_rtl: false,
    }
}

pub(crate) fn text(content: impl Into<String>, style: TextStyle, field: Field) -> Text {
    Text {
        content: content.into(),
        style,
        field,
    }
}

pub(crate) fn paragraph(content: impl Into<String>, style: TextStyle, field: Field) -> Block {
    aligned(content, style, field, Align::Start)
}

pub(crate) fn aligned(content: impl Into<String>, style: TextStyle, field: Field, align: Align) -> Block {
    Block::Paragraph(Paragraph {
        role: Role::Body,
        text: text(content, style, field),
        align,
    })
}

pub(crate) fn body(content: impl Into<String>, field: Field) -> Block {
    paragraph(content, BODY, field)
}

pub(crate) fn heading(content: String) -> Block {
    let text = text(content, HEADING, Field::Label);
    Block::Paragraph(Paragraph {
        role: Role::Heading,
        text,
        align: Default::default(),
    })
}

/// Rows of a name and its value.
pub(crate) fn named_values(columns: [(Width, Align); 2], rows: Vec<Row>, row_padding: f32) -> Block {
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
        header: Header::Plain,
        closing: Vec::new(),
    })
}

/// A row of [`named_values`] that says one thing.
pub(crate) fn fact(label: String, value: String, field: Field, is_bold: bool) -> Row {
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

/// A name as one line, whatever was pasted into it.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The most letters of a client's name in a file's name.
const NAME_LETTERS: usize = 60;

/// The text of `key` about `client` as a file's name, without what file systems do not take.
///
/// # Errors
/// A missing text.
pub(crate) fn file_name(
    key: &str,
    client: &str,
    days: &[(&'static str, &str)],
    words: Words,
) -> Result<String, PaperError> {
    let client: String = one_line(client).chars().take(NAME_LETTERS).collect();
    let mut given = vec![("client", client.trim())];
    given.extend(days);
    let name = words.with(key, &given)?;
    let is_taken = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    let name: String = name
        .chars()
        .map(|letter| if is_taken(letter) { '-' } else { letter })
        .collect();
    Ok(format!("{}.pdf", one_line(&name)))
}
