//! Tables of amounts: their columns, their cells, and the sums below the last row.

use folio_domain::Money;
use folio_domain::languages::Language;

use super::{BODY, named_values, text};
use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::layout::{
    Align, Block, Cell, Column, Columns, Header, Ink, Row, Rule, Table, TableColumn, TextStyle, Width,
};
use crate::words::Words;

/// A titled column.
pub(crate) fn column(title: String, width: Width, align: Align) -> TableColumn {
    let style = TextStyle::new(8.5).bold().ink(Ink::Muted);
    TableColumn {
        title: Some(text(title, style, Field::Label)),
        width,
        align,
    }
}

/// A cell with one text in it.
pub(crate) fn cell(content: impl Into<String>, field: Field) -> Cell {
    Cell {
        texts: vec![text(content, BODY, field)],
    }
}

/// A table that ends in `closing`, which stays with its last row.
pub(crate) fn table(columns: Vec<TableColumn>, rows: Vec<Row>, closing: Vec<Block>) -> Block {
    Block::Table(Table {
        columns,
        rows,
        row_padding: 3.7,
        gutter: 13.0,
        has_row_titles: false,
        header: Header::Plain,
        closing,
    })
}

/// One step of a sum.
pub(crate) fn sum(label: String, amount: String, field: Field) -> Row {
    let label = text(label, BODY.ink(Ink::Muted), field);
    let amount = text(amount, BODY, Field::Label);
    Row {
        cells: vec![Cell { texts: vec![label] }, Cell { texts: vec![amount] }],
        rule: Rule::None,
    }
}

/// What a sum comes to: a strong line above it where there are steps before it.
pub(crate) fn total(label: String, amount: Money, language: Language, has_steps: bool) -> Row {
    let style = TextStyle::new(12.0).bold();
    let cells = [label, format::money(language, amount)].map(|content| Cell {
        texts: vec![text(content, style, Field::Label)],
    });
    Row {
        cells: cells.into(),
        rule: if has_steps { Rule::Strong } else { Rule::None },
    }
}

/// The label of a total, which names the currency.
///
/// # Errors
/// A missing text.
pub(crate) fn labelled(key: &str, amount: Money, words: Words) -> Result<String, PaperError> {
    words.with(key, &[("currency", amount.currency.code())])
}

/// The sums at the end side below a line, `beside` them what is short enough.
pub(crate) fn closing(beside: Vec<Block>, sums: Vec<Row>) -> Block {
    let sums = named_values(
        [(Width::Share(1.0), Align::Start), (Width::Fit, Align::End)],
        sums,
        2.4,
    );
    let below = Block::Columns(Columns {
        columns: vec![
            Column {
                share: 0.44,
                blocks: beside,
            },
            Column {
                share: 0.56,
                blocks: vec![sums],
            },
        ],
        gutter: 20.0,
    });
    Block::Together(vec![Block::Rule, Block::Gap(6.0), below])
}
