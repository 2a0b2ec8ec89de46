//! How stationery looks before it is chosen: the same invoice in every template.

use folio_domain::organisations::Organisation;
use folio_domain::stationery::{Colour, Stationery, Template};
use jiff::civil::Date;

use crate::error::PaperError;
use crate::invoices::{PaperInput, invoice_document};
use crate::look::{Look, readable};
use crate::pages::draw_pages;
use crate::render;
use crate::sample::sample_invoice;

/// A sample invoice as each template prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationeryPreview {
    /// The accent that is printed: the one chosen, or a darker one where that could not be read.
    pub accent: Colour,
    /// The first page in each template, as SVG.
    pub pages: Vec<(Template, String)>,
}

/// What `stationery` makes of a sample invoice of `organisation`, dated `today`.
///
/// # Errors
/// A logo that cannot be printed, or a letter of the business's own particulars that no font has.
pub fn preview_stationery(
    organisation: &Organisation,
    stationery: &Stationery,
    today: Date,
) -> Result<StationeryPreview, PaperError> {
    let invoice = sample_invoice(organisation, today)?;
    let look = Look::of(stationery, &organisation.address.country)?;
    let page = |template: Template| {
        let look = Look {
            template,
            ..look.clone()
        };
        let input = PaperInput {
            invoice: &invoice,
            look: &look,
            attachment: None,
        };
        let drawn = draw_pages(render(&invoice_document(&input)?)?)?;
        let first = drawn.pages.into_iter().next();
        Ok((template, first.unwrap_or_default()))
    };
    let pages = Template::ALL.into_iter().map(page);
    Ok(StationeryPreview {
        accent: readable(stationery.accent),
        pages: pages.collect::<Result<_, PaperError>>()?,
    })
}
