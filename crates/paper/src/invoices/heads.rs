//! The top third: who, to whom, number, how much, by when.

use folio_domain::invoices::Invoice;

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::heads::{self, Heads};
use crate::furniture::{fact, one_line};
use crate::layout::{Block, Row};
use crate::look::Look;
use crate::words::Words;

pub(super) fn blocks(invoice: &Invoice, look: &Look, words: Words) -> Result<Vec<Block>, PaperError> {
    let home = &invoice.seller.address.country;
    let (title, recipient) = if invoice.is_credit_note() {
        ("paper-credit", "paper-credit-to")
    } else {
        ("invoice", "billed-to")
    };
    let heads = Heads {
        seller: &invoice.seller,
        title: words.get(title)?,
        facts: facts(invoice, words)?,
        recipient: heads::recipient(recipient, &invoice.buyer, home, words)?,
        figure: asked(invoice, words)?,
    };
    heads::blocks(heads, look, words)
}

fn facts(invoice: &Invoice, words: Words) -> Result<Vec<Row>, PaperError> {
    let (number, date) = if invoice.is_credit_note() {
        ("paper-credit-number", "paper-credit-date")
    } else {
        ("invoice-number", "issue-date")
    };
    let mut rows = vec![
        fact(words.get(number)?, invoice.number.clone(), Field::Number, true),
        fact(
            words.get(date)?,
            words.date(invoice.issue_date)?,
            Field::Label,
            false,
        ),
    ];
    if let Some(delivered_on) = invoice.delivered_on {
        rows.push(fact(
            words.get("delivered-on")?,
            words.date(delivered_on)?,
            Field::Label,
            false,
        ));
    }
    if !invoice.reference.trim().is_empty() {
        rows.push(fact(
            words.get("reference")?,
            one_line(&invoice.reference),
            Field::Reference,
            false,
        ));
    }
    Ok(rows)
}

fn asked(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let amount = format::money(invoice.language, invoice.total);
    if invoice.is_credit_note() {
        let label = words.get("paper-credit-amount")?;
        return Ok(heads::figure(label, vec![amount], String::new()));
    }
    let due = if invoice.total.minor > 0 {
        words.with("due-by", &[("date", &words.date(invoice.due_date)?)])?
    } else {
        words.get("nothing-due")?
    };
    Ok(heads::figure(words.get("amount-due")?, vec![amount], due))
}
