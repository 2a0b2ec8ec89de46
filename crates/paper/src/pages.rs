//! The pages of a PDF as drawings, for a screen that shows a paper without a reader of PDF: what it shows is drawn from
//! the file itself.

use std::sync::Arc;

use hayro_svg::hayro_interpret::InterpreterSettings;
use hayro_svg::hayro_syntax::Pdf;
use hayro_svg::{RenderCache, SvgRenderSettings, convert};

use crate::error::PaperError;

/// The most pages that are drawn.
pub const PAGES_MAX: usize = 20;

/// The pages of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawnPages {
    /// The first [`PAGES_MAX`] of them, as SVG without a ground, which is the paper's white: letters are
    /// outlines, and nothing is loaded from elsewhere.
    pub pages: Vec<String>,
    /// How many there are.
    pub count: usize,
}

/// Draws the pages of a PDF that this crate made.
///
/// # Errors
/// The bytes are no PDF.
pub fn draw_pages(pdf: Vec<u8>) -> Result<DrawnPages, PaperError> {
    let pdf = Pdf::new(Arc::new(pdf)).map_err(|error| PaperError::Read(format!("{error:?}")))?;
    let (cache, reading) = (RenderCache::new(), InterpreterSettings::default());
    let drawing = SvgRenderSettings::default();
    let pages = pdf.pages();
    let drawn = pages.iter().take(PAGES_MAX);
    Ok(DrawnPages {
        pages: drawn
            .map(|page| convert(page, &cache, &reading, &drawing))
            .collect(),
        count: pages.len(),
    })
}
