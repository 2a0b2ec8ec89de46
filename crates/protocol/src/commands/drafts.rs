//! Drafts before they are issued.

use folio_domain::ids::DraftId;
use folio_domain::languages::Language;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks how a draft would be printed; nothing is changed by it, and no file is made.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct PreviewDraft {
    /// The draft.
    pub draft_id: DraftId,
    /// The language of the mark across its pages: that of who looks at them.
    pub language: Language,
}

/// The pages of a draft, marked as such, without a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DraftPreview {
    /// The first of them as SVG, with the letters' outlines where the PDF will have them.
    pub pages: Vec<String>,
    /// How many there are.
    pub page_count: u32,
}
