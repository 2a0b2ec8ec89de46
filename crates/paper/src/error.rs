//! Why a paper cannot be made.

use crate::field::Field;

/// Why a paper cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PaperError {
    /// No font has a letter; nothing was written, and the field's text is to be changed.
    #[error("{field} has {letters:?}, which no font on hand can print")]
    MissingGlyph {
        /// The letter, or the cluster of letters that is written as one.
        letters: String,
        /// Where it stands.
        field: Field,
    },
    /// Something that may not be torn is taller than a page; the field's text is to be shortened.
    #[error("{field} is longer than a page")]
    DoesNotFit {
        /// Where it stands.
        field: Field,
    },
    /// A text of `locales/*/paper.ftl` is missing or broken.
    #[error("the text {key} is missing in {language}")]
    MissingText {
        /// The message's key.
        key: String,
        /// The language's tag.
        language: &'static str,
    },
    /// A payment code cannot hold what it should say.
    #[error("the payment code cannot be made: {0}")]
    PaymentCode(String),
    /// A font could not be cut to the letters used.
    #[error("the font {font} cannot be cut: {reason}")]
    Font {
        /// PostScript name.
        font: &'static str,
        /// What the cutter said.
        reason: String,
    },
    /// The file could not be put together.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}
