//! How the paper of a draft comes out, before it is issued.

use folio_domain::ids::DraftId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EinvoicePlace;

/// Asks how the paper of a draft comes out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
pub struct CheckPaper {
    /// The draft.
    pub draft_id: DraftId,
    /// The hash of its content as the person saw it.
    pub content_hash: String,
}

/// What a person should know of a paper before it is for ever; nothing when there is nothing, or when something else
/// keeps the draft from being issued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PaperCheck {
    /// Letters that no font has: a sign stands for them.
    pub letters: Vec<MissingLetters>,
    /// Why it has no Swiss QR-bill though it asks for francs or euro to a Swiss account.
    pub no_bill: Option<NoBill>,
}

/// Letters that no font has, and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct MissingLetters {
    /// What is written as one letter.
    pub letters: String,
    /// Where they can be changed.
    pub place: EinvoicePlace,
    /// The line of the draft, counted from one.
    #[ts(type = "number | null")]
    pub line: Option<usize>,
}

/// What keeps an invoice from having a Swiss QR-bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum NoBill {
    /// The payee's name has no Latin letters.
    Name,
    /// The business's address has no postal code.
    PostalCode,
    /// The business's address has no town.
    Town,
    /// The business's address has no country.
    Country,
    /// The account is a QR-IBAN, and the number cannot be a QR reference.
    Reference,
    /// More is asked than a bill may ask for.
    Amount,
}
