//! How papers are printed, for a screen that has no reader of PDF.

use folio_domain::ids::{DraftId, InvoiceId};
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

/// Asks for the pages of what was issued, drawn from the PDF itself.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, TS)]
pub struct InvoicePages {
    /// The invoice or credit note.
    pub invoice_id: InvoiceId,
}

/// The pages of a paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperPages {
    /// The first of them as SVG, with the letters' outlines where the PDF has them.
    pub pages: Vec<String>,
    /// How many there are.
    pub page_count: u32,
}
