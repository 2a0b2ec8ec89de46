//! From fragments to pages: what fits goes on, what may not be torn moves together.

use folio_domain::languages::Language;

use crate::error::PaperError;
use crate::field::Field;
use crate::fonts::Family;
use crate::layout::model::{Align, Block, Document, Ink, Row, Table, Text};
use crate::layout::pages::{Fill, Item, Mark, Node, NodeId, Page, Pages, Shape, Tag};
use crate::layout::setter::{Area, Fragment, Setter, rule};
use crate::layout::slip;
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

/// How much of its gaps a paper gives up, step by step, so that a little that is left over needs no page of its own.
const SQUEEZES: [f32; 2] = [0.75, 0.5];
/// A last page filled no further than this is a little.
const LITTLE: f32 = 0.3;
/// The most pages for which it is tried: on more, nobody misses one.
const SQUEEZED_PAGES: usize = 3;

/// Lays `document` out on pages, a little closer where that saves one.
///
/// # Errors
/// Something that may not be torn and is taller than a page, or a word of Folio's own that is missing.
pub(crate) fn paginate(document: &Document) -> Result<Pages, PaperError> {
    let mut shaper = Shaper::new();
    let (pages, filled) = laid_out(document, &mut shaper, 1.0)?;
    let count = pages.pages.len();
    if (2..=SQUEEZED_PAGES).contains(&count) && filled <= LITTLE {
        for squeeze in SQUEEZES {
            let (closer, _) = laid_out(document, &mut shaper, squeeze)?;
            if closer.pages.len() < count {
                return Ok(closer);
            }
        }
    }
    Ok(pages)
}

/// The pages, and how much of the last one is filled.
fn laid_out(document: &Document, shaper: &mut Shaper, squeeze: f32) -> Result<(Pages, f32), PaperError> {
    let (width, height) = document.paper.points();
    let root = Node {
        tag: Tag::Document,
        parent: None,
        alt: None,
        actual_text: None,
        language: None,
    };
    let is_tall = matches!(document.language, Language::Hi | Language::Ta);
    let mut setter = Setter {
        shaper,
        nodes: vec![root],
        is_rtl: document.is_rtl,
        is_tall,
        han: document.han,
        latin: Family::Sans,
        squeeze,
        missing: Vec::new(),
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
            for fragment in setter.block(block, inner, NodeId(0)) {
                sheets.flow(fragment, field)?;
            }
        }
    }
    let slip_top = height - slip::HEIGHT;
    if document.slip.is_some() && sheets.y > slip_top - slip::ABOVE - FOOT {
        sheets.turn();
    }
    let filled = (sheets.y - MARGIN) / height;
    add_feet(document, &mut setter, &mut sheets.pages, inner, height)?;
    let mut pages = Pages {
        width,
        height,
        pages: sheets.pages,
        nodes: Vec::new(),
        accent: document.accent,
        logo: document.logo.clone(),
        missing: Vec::new(),
    };
    if document.is_rtl {
        mirror(&mut pages);
    }
    if let (Some(slip), Some(last)) = (&document.slip, pages.pages.last_mut()) {
        // The form stands as banks know it, whichever way the paper reads.
        setter.is_rtl = false;
        last.items
            .extend(slip::placed(&mut setter, slip, (slip_top, width)));
    }
    pages.nodes = setter.nodes;
    pages.missing = setter.missing;
    Ok((pages, filled))
}

/// Rows one after the other; the header again on each new page; the closing blocks with the last row.
fn flow_table(
    setter: &mut Setter<'_>,
    sheets: &mut Sheets,
    table: &Table,
    width: f32,
) -> Result<(), PaperError> {
    let set = setter.table(table, width, NodeId(0));
    let closing = setter.stack(&table.closing, width, NodeId(0));
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
    setter: &mut Setter<'_>,
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
        let end = setter.set(&page_of, width / 3.0, 1.0);
        let mut start = setter.set(&document.footer, width * 0.64, 1.0);
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
        let top = if document.slip.is_some() && index + 1 == count {
            height - slip::HEIGHT - slip::ABOVE - FOOT + 10.0
        } else {
            height - MARGIN - FOOT + 10.0
        };
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
            Shape::Line { line, .. } | Shape::Watermark { line, .. } => line.width,
            Shape::Fill { width, .. } | Shape::Logo { width, .. } => *width,
            Shape::Modules { size, .. } => *size,
        };
        item.x = page_width - item.x - width;
    }
}
