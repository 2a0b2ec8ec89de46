//! Why a paper cannot be made.

use folio_domain::refusals::{Reason, Refusal};

use crate::field::Field;

/// Why a logo cannot be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoFault {
    /// It is broken, empty, or far too large.
    Broken,
    /// It is in a printer's colours.
    Colours,
    /// A drawing with text or pictures in it.
    Text,
}

/// Why a paper cannot be made.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum PaperError {
    /// Something that may not be torn is taller than a page; the field's text is to be shortened.
    #[error("{field} is longer than a page")]
    DoesNotFit {
        /// Where it stands.
        field: Field,
    },
    /// The logo cannot be printed; another is to be chosen.
    #[error("the logo cannot be printed: {0:?}")]
    Logo(LogoFault),
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
    /// A file that is to be shown cannot be read.
    #[error("the PDF cannot be read: {0}")]
    Read(String),
    /// The file could not be put together.
    #[error("the PDF cannot be written: {0}")]
    Write(String),
}

impl PaperError {
    /// What a person can do about it: a refusal that names the field whose text is to be changed.
    ///
    /// # Errors
    /// The error itself where nothing that a person wrote is to blame.
    pub fn into_refusal(self) -> Result<Refusal, Self> {
        match self {
            Self::DoesNotFit { field } => Ok(about(Reason::TooLong, field).with("max", "1")),
            Self::Logo(fault) => Ok(Refusal::new(match fault {
                LogoFault::Broken => Reason::LogoBroken,
                LogoFault::Colours => Reason::LogoColours,
                LogoFault::Text => Reason::LogoText,
            })),
            broken => Err(broken),
        }
    }
}

fn about(reason: Reason, field: Field) -> Refusal {
    let refusal = Refusal::field(reason, field.name());
    match field.code().1 {
        Some(line) => refusal.with("line", line),
        None => refusal,
    }
}
