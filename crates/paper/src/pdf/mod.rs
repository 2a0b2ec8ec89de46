//! From laid-out pages to a file.

mod attachments;
pub(crate) mod colour;
mod cut;
mod finish;
mod images;
mod printer;
mod structure;

pub(crate) use printer::Printpdf;

use jiff::civil::Date;

use crate::Attachment;
use crate::error::PaperError;
use crate::layout::Pages;

/// What a file says about itself.
#[derive(Clone, Debug)]
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    /// BCP 47.
    pub(crate) language: &'static str,
    pub(crate) date: Date,
    /// A file that travels inside.
    pub(crate) attachment: Option<Attachment>,
}

/// Writes laid-out pages in some file format, by some library. Another writer can take this one's place
/// without the layout noticing.
pub(crate) trait Backend {
    /// The file's bytes: the same pages always give the same bytes.
    ///
    /// # Errors
    /// A font that cannot be cut, or a file that cannot be put together.
    fn write(&self, pages: &Pages, about: &About) -> Result<Vec<u8>, PaperError>;
}
