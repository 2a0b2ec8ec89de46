//! Why a file is no e-invoice.

/// Why a file is not an e-invoice that can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file is empty.
    #[error("the file is empty")]
    Empty,
    /// The file or the XML in it is larger than what is read.
    #[error("{what} has {bytes} bytes, more than the {max} that are read")]
    TooLarge {
        /// The file, or the XML in it.
        what: &'static str,
        /// Its size.
        bytes: usize,
        /// The limit.
        max: usize,
    },
    /// The letters are in an encoding that is not known, or not in the one that the file names.
    #[error("the letters are not in the encoding {0:?}")]
    Encoding(String),
    /// The XML does more than an invoice needs: depth, number of elements, a document type.
    #[error("line {line}: {why}")]
    Refused {
        /// The line.
        line: usize,
        /// What it does.
        why: String,
    },
    /// Not XML.
    #[error("line {line}, column {column}: {why}")]
    NotXml {
        /// The line.
        line: u32,
        /// The column.
        column: u32,
        /// What the parser met.
        why: String,
    },
    /// XML, but no invoice of UBL or CII.
    #[error("the root element is {root}, which is no invoice of UBL or CII{hint}")]
    NotAnInvoice {
        /// The root element.
        root: String,
        /// What it is instead, when that is known.
        hint: &'static str,
    },
    /// A PDF that carries no e-invoice.
    #[error("the PDF cannot be read as an e-invoice: {0}")]
    NoneInPdf(String),
    /// A PDF that cannot be read.
    #[error("the PDF cannot be read as an e-invoice: {0}")]
    Pdf(String),
}
