//! How a draft looks before it is issued: the pages of the invoice that it would become, marked as a draft. They are
//! drawings for a screen alone; no file is kept of them.

use folio_domain::invoices::Invoice;
use folio_domain::languages::Language;

use crate::error::PaperError;
use crate::fonts::{Family, Forms, Han, Weight};
use crate::invoices::{PaperInput, invoice_document};
use crate::layout::{self, Item, Mark, Pages, Shape};
use crate::look::Look;
use crate::pages::{DrawnPages, draw_pages};
use crate::text::{Setting, Shaper};
use crate::words::Words;
use crate::write_pages;

/// The share of a page's diagonal that the watermark takes, and the most points to its em.
const WATERMARK_SHARE: f32 = 0.62;
const WATERMARK_SIZE_MAX: f32 = 150.0;

/// The pages that `invoice` would have if it were issued now. Where its number would stand they say in its language
/// that it is a draft, and a watermark across each page says so in `reader`, the language of who looks at it.
///
/// # Errors
/// A line taller than a page, or a missing text.
pub fn draw_draft(invoice: Invoice, look: &Look, reader: Language) -> Result<DrawnPages, PaperError> {
    let draft = Invoice {
        number: Words::of(invoice.language)?.get("paper-draft")?,
        ..invoice
    };
    let document = invoice_document(&PaperInput {
        invoice: &draft,
        look,
        attachment: None,
    })?;
    let mut pages = layout::paginate(&document)?;
    mark(&mut pages, &Words::of(reader)?.get("paper-draft")?);
    draw_pages(write_pages(&pages, &document, None)?)
}

/// Puts `word` across each page, from corner to corner, behind what stands on it.
fn mark(pages: &mut Pages, word: &str) {
    let mut shaper = Shaper::new();
    let mut set = |size: f32| {
        let setting = Setting {
            weight: Weight::Bold,
            size,
            width: f32::INFINITY,
            is_rtl: false,
            forms: Forms {
                latin: Family::Sans,
                han: Han::of_text(word),
            },
        };
        shaper.lines(word, setting).into_iter().next()
    };
    let width = set(100.0).map_or(1.0, |line| line.width.max(1.0));
    let size = (100.0 * WATERMARK_SHARE * pages.width.hypot(pages.height) / width).min(WATERMARK_SIZE_MAX);
    let Some(line) = set(size) else { return };
    let item = Item {
        x: pages.width / 2.0,
        y: pages.height / 2.0,
        shape: Shape::Watermark {
            line,
            size,
            degrees: pages.height.atan2(pages.width).to_degrees(),
        },
        mark: Mark::Artifact,
    };
    for page in &mut pages.pages {
        page.items.insert(0, item.clone());
    }
}
