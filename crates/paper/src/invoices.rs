//! What an invoice says on paper.

mod amounts;
mod credit;
mod heads;
mod payment;

use folio_domain::invoices::Invoice;

use crate::Attachment;
use crate::error::PaperError;
use crate::field::Field;
use crate::furniture::{Content, body, document, heading};
use crate::layout::{Block, Document};
use crate::look::Look;
use crate::payment_code::Code;
use crate::slip;
use crate::words::Words;

/// A note up to so many letters stands beside the totals, where the paper is empty.
const SHORT_NOTE: usize = 240;

/// What an invoice is printed from. The invoice is frozen and carries its language, the business and the bank
/// details as they were at issue, so nothing else can change the paper.
#[derive(Clone, Copy, Debug)]
pub struct PaperInput<'a> {
    /// The invoice.
    pub invoice: &'a Invoice,
    /// How it looks.
    pub look: &'a Look,
    /// A file that travels inside.
    pub attachment: Option<&'a Attachment>,
}

/// The paper of an invoice as blocks, before it has pages.
///
/// # Errors
/// A missing text, or a payment code that cannot be made.
pub fn invoice_document(input: &PaperInput<'_>) -> Result<Document, PaperError> {
    // A credit note says in its name that its amounts are given back; on paper they stand above zero.
    let invoice = input.invoice.face();
    let invoice = invoice.as_ref();
    let words = Words::of(invoice.language)?;
    let notes = note(invoice, words)?;
    let is_note_short = invoice.note.chars().count() <= SHORT_NOTE && invoice.note.lines().count() <= 4;
    let mut beside = amounts::tax_notes(invoice, words)?;
    let mut blocks = heads::blocks(invoice, input.look, words)?;
    if is_note_short {
        beside.extend(notes.iter().cloned());
    }
    if let Some(credited) = &invoice.credits {
        blocks.extend(credit::blocks(credited, words)?);
    }
    blocks.push(Block::Gap(18.0));
    blocks.push(amounts::lines(invoice, beside, words)?);
    // Nobody pays a credit note.
    let mut slip = None;
    if !invoice.is_credit_note() {
        let code = Code::of(invoice, invoice.total);
        blocks.extend(payment::blocks(invoice, code.as_ref(), words)?);
        if let Some(Code::Swiss(bill)) = &code {
            slip = Some(slip::of(bill)?);
        }
    }
    if !is_note_short {
        blocks.push(Block::Gap(14.0));
        blocks.extend(notes);
    }
    let titled = if invoice.is_credit_note() {
        "paper-credit-titled"
    } else {
        "invoice-titled"
    };
    let content = Content {
        title: words.with(titled, &[("number", &invoice.number)])?,
        seller: &invoice.seller,
        reader: &invoice.buyer,
        language: invoice.language,
        date: invoice.issue_date,
        blocks,
    };
    Ok(Document {
        slip,
        ..document(content, input.look)
    })
}

/// The note below everything, its heading never alone at the foot of a page.
fn note(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let mut parts = invoice
        .note
        .trim()
        .split('\n')
        .map(|part| body(part, Field::Note));
    let Some(first) = parts.next().filter(|_first| !invoice.note.trim().is_empty()) else {
        return Ok(Vec::new());
    };
    let heading = heading(words.get("note")?);
    let mut blocks = vec![
        Block::Gap(4.0),
        Block::Together(vec![heading, Block::Gap(2.0), first]),
    ];
    blocks.extend(parts);
    Ok(blocks)
}
