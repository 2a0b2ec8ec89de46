//! Stationery before it is chosen.

use folio_domain::stationery::{Colour, LogoChange, Sheet, Template};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks how a sample invoice looks; nothing is changed by it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct PreviewStationery {
    /// The accent.
    pub accent: Colour,
    /// The sheet.
    pub sheet: Sheet,
    /// The logo, beside the one that is set.
    #[serde(default)]
    pub logo: LogoChange,
}

/// A page in one template.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PagePreview {
    /// The template.
    pub template: Template,
    /// The page as SVG, with the letters' outlines where the PDF has them.
    pub svg: String,
}

/// A sample invoice on the stationery asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StationeryPreview {
    /// The accent that is printed: a darker one where the one asked about could not be read on white.
    pub accent: Colour,
    /// The first page in each template.
    pub pages: Vec<PagePreview>,
}
