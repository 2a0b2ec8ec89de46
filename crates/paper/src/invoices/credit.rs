//! What a credit note says beside what an invoice says: which invoice it takes back, and why.

use folio_domain::invoices::Credited;

use crate::error::PaperError;
use crate::field::Field;
use crate::furniture::{BODY, one_line, paragraph};
use crate::layout::Block;
use crate::words::Words;

/// "Credits invoice N of DATE", and the reason where one is given.
///
/// # Errors
/// A missing text.
pub(super) fn blocks(credited: &Credited, words: Words) -> Result<Vec<Block>, PaperError> {
    let date = words.date(credited.issue_date)?;
    let number = one_line(&credited.number);
    let said = words.with("paper-credit-of", &[("number", &number), ("date", &date)])?;
    let mut blocks = vec![paragraph(said, BODY.bold(), Field::Number)];
    let reason = credited.reason.trim();
    if !reason.is_empty() {
        let said = words.with("paper-credit-reason", &[("reason", reason)])?;
        blocks.push(paragraph(said, BODY, Field::Reason));
    }
    Ok(vec![Block::Gap(14.0), Block::Together(blocks)])
}
