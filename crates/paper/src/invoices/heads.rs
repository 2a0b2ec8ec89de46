//! The top third: who, to whom, number, how much, by when.

use folio_domain::invoices::Invoice;

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::heads::{self, Heads};
use crate::furniture::{fact, one_line};
use crate::layout::Block;
use crate::words::Words;

pub(super) fn blocks(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let home = &invoice.seller.address.country;
    Ok(heads::blocks(Heads {
        sender: heads::sender(&invoice.seller, words)?,
        title: title(invoice, words)?,
        recipient: heads::recipient("billed-to", &invoice.buyer, home, words)?,
        figure: asked(invoice, words)?,
    }))
}

fn title(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let mut rows = vec![
        fact(
            words.get("invoice-number")?,
            invoice.number.clone(),
            Field::Number,
            true,
        ),
        fact(
            words.get("issue-date")?,
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
    Ok(heads::title(words.get("invoice")?, rows))
}

fn asked(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let due = if invoice.total.minor > 0 {
        words.with("due-by", &[("date", &words.date(invoice.due_date)?)])?
    } else {
        words.get("nothing-due")?
    };
    let amount = format::money(invoice.language, invoice.total);
    Ok(heads::figure(words.get("amount-due")?, vec![amount], due))
}
