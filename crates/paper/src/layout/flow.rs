//! From fragments to pages: what fits goes on, what may not be torn moves together.

use folio_domain::languages::Language;

use crate::error::PaperError;
use crate::field::Field;
use crate::layout::model::{Align, Block, Document, Ink, Row, Table, Text};
use crate::layout::pages::{Fill, Item, Mark, Node, NodeId, Page, Pages, Shape, Tag};
use crate::layout::setter::{Area, Fragment, Setter, rule};
use crate::text::Shaper;
use crate::words;

/// 18 mm.
pub(super) const MARGIN: f32 = 51.02;
/// What the foot takes, its gap included.
const FOOT: f32 = 24.0;
const FOOT_INK: Ink = Ink::Muted;
/// The strip of the accent at the top of a page.
const STRIP: f32 = 9.0;

/// The sheet being filled.
struct Sheets {
    pages: Vec<Page>,
    y: f32,
    bottom: f32,
}

impl Sheets {
    fn fits(&self, height: f32) -> bool {
        self.y + height <= self.bottom + 0.01
    }

    fn is_at_top(&self) -> bool {
        self.y <= MARGIN
    }

    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = MARGIN;
    }

    fn put(&mut self, fragment: Fragment) {
        if fragment.is_gap && self.is_at_top() {
            return;
        }
        let y = self.y;
        if let Some(page) = self.pages.last_mut() {
            let placed = fragment.items.into_iter().map(|item| Item {
                x: item.x + MARGIN,
                y: item.y + y,
                ..item
            });
            page.items.extend(placed);
        }
        self.y += fragment.height;
    }

    /// Puts `fragment` here, or at the top of the next page; what is taller than a page is refused.
    fn flow(&mut self, fragment: Fragment, field: Field) -> Result<(), PaperError> {
        if !self.fits(fragment.height) && !self.is_at_top() {
            self.turn();
        }
        if !self.fits(fragment.height) && !fragment.is_gap {
            return Err(PaperError::DoesNotFit { field });
        }
        self.put(fragment);
        Ok(())
    }
}

/// Lays `document` out on pages.
///
/// # Errors
/// A letter that no font has, or a word of Folio's own that is missing.
pub(crate) fn paginate(document: &Document) -> Result<Pages, PaperError> {
    let (width, height) = document.paper.points();
    let root = Node {
        tag: Tag::Document,
        parent: None,
        alt: None,
        actual_text: None,
    };
    let is_tall = matches!(document.language, Language::Hi | Language::Ta);
    let mut setter = Setter {
        shaper: Shaper::new(),
        nodes: vec![root],
        is_rtl: document.is_rtl,
        is_tall,
    };
    let mut sheets = Sheets {
        pages: vec![Page::default()],
        y: MARGIN,
        bottom: height - MARGIN - FOOT,
    };
    let inner = width - 2.0 * MARGIN;
    for block in &document.blocks {
        if let Block::Table(table) = block {
            flow_table(&mut setter, &mut sheets, table, inner)?;
        } else {
            let field = block.first_field().unwrap_or(Field::Label);
            for fragment in setter.block(block, inner, NodeId(0))? {
                sheets.flow(fragment, field)?;
            }
        }
    }
    add_feet(document, &mut setter, &mut sheets.pages, inner, height)?;
    let mut pages = Pages {
        width,
        height,
        pages: sheets.pages,
        nodes: setter.nodes,
        accent: document.accent,
        logo: document.logo.clone(),
    };
    if document.is_rtl {
        mirror(&mut pages);
    }
    Ok(pages)
}

/// Rows one after the other; the header again on each new page; the closing blocks with the last row.
fn flow_table(setter: &mut Setter, sheets: &mut Sheets, table: &Table, width: f32) -> Result<(), PaperError> {
    let set = setter.table(table, width, NodeId(0))?;
    let closing = setter.stack(&table.closing, width, NodeId(0))?;
    let header_height = set.header.as_ref().map_or(0.0, |header| header.height);
    let count = set.rows.len();
    for (index, row) in set.rows.into_iter().enumerate() {
        let is_last = index + 1 == count;
        let tail = if is_last { closing.height } else { 0.0 };
        let head = if index == 0 { header_height } else { 0.0 };
        let turns = !sheets.fits(head + row.height + tail) && !sheets.is_at_top();
        if turns {
            sheets.turn();
        }
        let header = if index == 0 {
            set.header.clone()
        } else {
            set.repeated_header.clone()
        };
        if let Some(header) = header
            && (index == 0 || turns)
        {
            sheets.put(header);
        }
        if !sheets.fits(row.height) {
            let field = table.rows.get(index).and_then(Row::first_field);
            return Err(PaperError::DoesNotFit {
                field: field.unwrap_or(Field::Label),
            });
        }
        sheets.put(row);
    }
    let field = table
        .closing
        .iter()
        .find_map(Block::first_field)
        .unwrap_or(Field::Label);
    sheets.flow(closing, field)
}

fn add_feet(
    document: &Document,
    setter: &mut Setter,
    pages: &mut [Page],
    width: f32,
    height: f32,
) -> Result<(), PaperError> {
    let count = pages.len();
    for (index, page) in pages.iter_mut().enumerate() {
        if document.has_strip && index > 0 {
            page.items.push(strip(width + 2.0 * MARGIN));
        }
        let mut fragment = Fragment {
            items: vec![rule(0.0, width)],
            ..Fragment::default()
        };
        let page_of = Text {
            content: words::page_of(document.language, index + 1, count)?,
            style: document.footer.style.ink(FOOT_INK),
            field: document.footer.field,
        };
        let end = setter.set(&page_of, width / 3.0, 1.0)?;
        let mut start = setter.set(&document.footer, width * 0.64, 1.0)?;
        start.lines.truncate(1);
        let is_tall = start.is_tall() || end.is_tall();
        let end_area = Area {
            x: width * 2.0 / 3.0,
            y: 6.0,
            width: width / 3.0,
            align: Align::End,
            is_tall,
        };
        setter.put(end, end_area, Mark::Artifact, &mut fragment);
        let start_area = Area {
            x: 0.0,
            y: 6.0,
            width: width * 0.64,
            align: Align::Start,
            is_tall,
        };
        setter.put(start, start_area, Mark::Artifact, &mut fragment);
        let top = height - MARGIN - 14.0;
        page.items.extend(fragment.items.into_iter().map(|item| Item {
            x: item.x + MARGIN,
            y: item.y + top,
            ..item
        }));
    }
    Ok(())
}

fn strip(width: f32) -> Item {
    let shape = Shape::Fill {
        width,
        height: STRIP,
        fill: Fill::Accent,
    };
    Item {
        x: 0.0,
        y: 0.0,
        shape,
        mark: Mark::Artifact,
    }
}

/// Turns the page over left to right, letters excepted.
fn mirror(pages: &mut Pages) {
    let page_width = pages.width;
    for item in pages.pages.iter_mut().flat_map(|page| &mut page.items) {
        let width = match &item.shape {
            Shape::Line { line, .. } => line.width,
            Shape::Fill { width, .. } | Shape::Logo { width, .. } => *width,
            Shape::Modules { size, .. } => *size,
        };
        item.x = page_width - item.x - width;
    }
}
