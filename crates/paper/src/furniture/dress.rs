//! What a template changes of a paper without changing what it says: headers, headings and the lines of sums.

use folio_domain::stationery::Template;

use crate::layout::{Block, Header, Ink, Role, Rule, Table};

/// Dresses `blocks` as `template` has it.
pub(super) fn blocks(blocks: &mut [Block], template: Template) {
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => {
                if paragraph.role == Role::Heading && template == Template::Letter {
                    paragraph.text.style.ink = Ink::Strong;
                }
            }
            Block::Columns(columns) => {
                for column in &mut columns.columns {
                    self::blocks(&mut column.blocks, template);
                }
            }
            Block::Table(table) => dress_table(table, template),
            Block::Together(inside) | Block::Band(inside) => self::blocks(inside, template),
            Block::Figure(_) | Block::Logo(_) | Block::Gap(_) | Block::Rule | Block::StrongRule => {}
        }
    }
}

fn dress_table(table: &mut Table, template: Template) {
    if table.columns.iter().any(|column| column.title.is_some()) {
        table.header = match template {
            Template::Ledger => Header::Plain,
            Template::Letter => Header::Ruled,
            Template::Bold => Header::Filled,
        };
        // The header's own line or ground is enough above the first row.
        if template != Template::Ledger
            && let Some(first) = table.rows.first_mut()
        {
            first.rule = Rule::None;
        }
    }
    if template == Template::Bold {
        for row in table.rows.iter_mut().filter(|row| row.rule == Rule::Strong) {
            row.rule = Rule::Accent;
        }
    }
    blocks(&mut table.closing, template);
}
