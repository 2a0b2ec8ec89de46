//! How a draft looks before it is issued: the pages of the invoice that it would become, marked as a draft. They are
//! drawings for a screen alone; no file is made of them.

use folio_domain::invoices::Invoice;
use folio_domain::languages::Language;

use crate::error::PaperError;
use crate::invoices::{PaperInput, invoice_document};
use crate::layout;
use crate::look::Look;
use crate::svg::{self, Mark};
use crate::words::Words;

/// The most pages that are drawn.
pub const PAGES_MAX: usize = 20;

/// The pages of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftPages {
    /// The first [`PAGES_MAX`] of them, as SVG.
    pub pages: Vec<String>,
    /// How many there are.
    pub count: usize,
}

/// The pages that `invoice` would have if it were issued now. Where its number would stand they say in its language
/// that it is a draft, and a mark across each page says so in `reader`, the language of who looks at it.
///
/// # Errors
/// A line taller than a page, or a missing text.
pub fn draw_draft(invoice: Invoice, look: &Look, reader: Language) -> Result<DraftPages, PaperError> {
    let draft = Invoice {
        number: Words::of(invoice.language)?.get("paper-draft")?,
        ..invoice
    };
    let input = PaperInput {
        invoice: &draft,
        look,
        attachment: None,
    };
    let pages = layout::paginate(&invoice_document(&input)?)?;
    let mark = Mark::across(&pages, &Words::of(reader)?.get("paper-draft")?);
    Ok(DraftPages {
        pages: svg::draw(&pages, PAGES_MAX, mark.as_ref())?,
        count: pages.pages.len(),
    })
}
