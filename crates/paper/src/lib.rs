//! Papers: an invoice, a receipt or a statement in, the bytes of a tagged PDF out. Pure: no clock, no chance; no
//! files save for one font of the system, where letters ask for it ([`docs/formats/paper.md`]).
//!
//! What is printed becomes a [`Document`] of blocks, the blocks become pages (breaks, direction, faces, shaping), and a
//! writer behind a small trait makes the file. For letters that no font has a sign stands, which tells them to whoever
//! copies or listens; [`check_invoice`] names them before the paper is made.

mod drafts;
mod error;
mod field;
mod fonts;
mod format;
mod furniture;
mod invoices;
mod layout;
mod look;
mod pages;
mod payment_code;
mod pdf;
mod picture;
mod preview;
mod receipts;
mod sample;
mod slip;
mod statements;
mod text;
mod words;

pub use drafts::draw_draft;
pub use error::{LogoFault, PaperError};
pub use field::Field;
pub use invoices::{PaperInput, invoice_document};
pub use layout::{
    Align, Block, Cell, Column, Columns, Document, Figure, Header, Ink, LogoBox, MissingLetters, PaperSize,
    Paragraph, Role, Row, Rule, Table, TableColumn, Text, TextStyle, Width,
};
pub use look::{Look, check_stationery, readable};
pub use pages::{DrawnPages, PAGES_MAX, draw_pages};
pub use payment_code::NoBill;
pub use preview::{StationeryPreview, preview_stationery};
pub use receipts::receipt_document;
pub use sample::sample_invoice;
pub use statements::statement_document;

use folio_domain::receipts::Receipt;
use folio_domain::statements::AccountStatement;
use pdf::Backend;

/// A file that travels inside a paper: the e-invoice beside what people read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, in ASCII.
    pub name: &'static str,
    /// Its bytes, XML.
    pub bytes: Vec<u8>,
    /// Whether the paper says of itself that it is a Factur-X file, profile EN 16931.
    pub factur_x: bool,
}

/// How a paper comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// How many sheets it takes.
    pub pages: usize,
    /// Letters that no font has: a sign stands for them.
    pub missing: Vec<MissingLetters>,
    /// Why it has no QR-bill though it asks for francs or euro to a Swiss account.
    pub no_bill: Option<NoBill>,
}

/// The PDF of an invoice. The same build gives the same bytes for the same invoice, whenever it is asked.
///
/// # Errors
/// A line taller than a page, a missing text, or a file that cannot be put together.
pub fn render_invoice(input: &PaperInput<'_>) -> Result<Vec<u8>, PaperError> {
    write(&invoice_document(input)?, input.attachment.cloned())
}

/// Lays an invoice out without writing it: glyphs, texts and page breaks are all tried.
///
/// # Errors
/// As [`render_invoice`].
pub fn check_invoice(input: &PaperInput<'_>) -> Result<Checked, PaperError> {
    let pages = layout::paginate(&invoice_document(input)?)?;
    Ok(Checked {
        pages: pages.pages.len(),
        missing: pages.missing,
        no_bill: payment_code::no_bill(input.invoice),
    })
}

/// A paper that is drawn up when somebody asks for it, ready to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// What its file is called, in the language of the paper.
    pub file_name: String,
    /// The PDF.
    pub bytes: Vec<u8>,
}

/// The PDF of a receipt. The same build gives the same bytes for the same receipt.
///
/// # Errors
/// As [`render_invoice`].
pub fn render_receipt(receipt: &Receipt, look: &Look) -> Result<Paper, PaperError> {
    Ok(Paper {
        file_name: receipts::receipt_file_name(receipt)?,
        bytes: render(&receipt_document(receipt, look)?)?,
    })
}

/// The PDF of a statement of account. The same build gives the same bytes for the same statement.
///
/// # Errors
/// As [`render_invoice`].
pub fn render_statement(statement: &AccountStatement, look: &Look) -> Result<Paper, PaperError> {
    Ok(Paper {
        file_name: statements::statement_file_name(statement)?,
        bytes: render(&statement_document(statement, look)?)?,
    })
}

/// The PDF of any document of blocks.
///
/// # Errors
/// As [`render_invoice`].
pub fn render(document: &Document) -> Result<Vec<u8>, PaperError> {
    write(document, None)
}

fn write(document: &Document, attachment: Option<Attachment>) -> Result<Vec<u8>, PaperError> {
    write_pages(&layout::paginate(document)?, document, attachment)
}

fn write_pages(
    pages: &layout::Pages,
    document: &Document,
    attachment: Option<Attachment>,
) -> Result<Vec<u8>, PaperError> {
    let about = pdf::About {
        title: document.title.clone(),
        author: document.author.clone(),
        language: document.language.tag(),
        date: document.date,
        attachment,
    };
    pdf::Printpdf.write(pages, &about)
}

/// `money` with its currency, as papers in `language` write it: mails say it the same way.
#[must_use]
pub fn money_in_words(language: folio_domain::languages::Language, money: folio_domain::Money) -> String {
    format::money(language, money)
}

/// `date` in full, as papers in `language` write it.
///
/// # Errors
/// A missing text.
pub fn date_in_words(
    language: folio_domain::languages::Language,
    date: jiff::civil::Date,
) -> Result<String, PaperError> {
    words::Words::of(language)?.date(date)
}

/// What a payer scans to pay `amount_due` of `invoice`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScannedCode {
    /// `EPC` (SEPA), `UPI`, `PIX` or `QR-bill`.
    pub scheme: &'static str,
    /// Whether the Swiss cross stands in its middle, seven parts of forty-six wide.
    pub has_cross: bool,
    /// What is pasted into a banking app instead, where its scheme has that.
    pub copied: Option<String>,
    /// The modules row by row, true for dark.
    pub modules: Vec<Vec<bool>>,
}

/// The code that pays `amount_due` of `invoice`; none where its currency and account have no such code.
///
/// # Errors
/// More letters than a code holds.
pub fn payment_code(
    invoice: &folio_domain::invoices::Invoice,
    amount_due: folio_domain::Money,
) -> Result<Option<ScannedCode>, PaperError> {
    let Some(code) = payment_code::Code::of(invoice, amount_due) else {
        return Ok(None);
    };
    let payload = code.payload();
    let (modules, side) = payment_code::modules(&payload)?;
    Ok(Some(ScannedCode {
        scheme: code.scheme(),
        modules: modules.chunks(side.max(1)).map(<[bool]>::to_vec).collect(),
        has_cross: matches!(code, payment_code::Code::Swiss(_)),
        copied: matches!(code, payment_code::Code::Pix(_)).then_some(payload),
    }))
}
