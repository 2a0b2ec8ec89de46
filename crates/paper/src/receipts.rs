//! What a receipt says on paper.

use folio_domain::payments::PaymentMethod;
use folio_domain::receipts::{Receipt, ReceiptPart};

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::heads::{self, Heads};
use crate::furniture::sums::{self, cell, column, sum};
use crate::furniture::{BODY, Content, document, fact, file_name, one_line, paragraph};
use crate::layout::{Align, Block, Document, Row, Rule, Width};
use crate::look::Look;
use crate::words::Words;

/// The paper of a receipt as blocks, before it has pages.
///
/// # Errors
/// A missing text.
pub fn receipt_document(receipt: &Receipt, look: &Look) -> Result<Document, PaperError> {
    let words = Words::of(receipt.language)?;
    let home = &receipt.seller.address.country;
    let heads = Heads {
        seller: &receipt.seller,
        title: words.get("receipt")?,
        facts: facts(receipt, words)?,
        recipient: heads::recipient("received-from", &receipt.buyer, home, words)?,
        figure: figure(receipt, words)?,
    };
    let mut blocks = heads::blocks(heads, look, words)?;
    blocks.push(Block::Gap(18.0));
    if let Some(day) = receipt.reversed_on {
        let said = words.with("receipt-reversed", &[("date", &words.date(day)?)])?;
        blocks.extend([paragraph(said, BODY.bold(), Field::Label), Block::Gap(12.0)]);
    }
    blocks.push(parts(receipt, words)?);
    let content = Content {
        title: words.with("receipt-titled", &[("date", &words.date(receipt.received_on)?)])?,
        seller: &receipt.seller,
        reader: &receipt.buyer,
        language: receipt.language,
        date: receipt.reversed_on.unwrap_or(receipt.received_on),
        blocks,
    };
    Ok(document(content, look))
}

/// What the file of a receipt is called.
///
/// # Errors
/// A missing text.
pub(crate) fn receipt_file_name(receipt: &Receipt) -> Result<String, PaperError> {
    let date = receipt.received_on.to_string();
    let words = Words::of(receipt.language)?;
    file_name("receipt-file", &receipt.buyer.name, &[("date", &date)], words)
}

/// How a payment came, in words.
///
/// # Errors
/// A missing text.
pub(crate) fn method(method: PaymentMethod, words: Words) -> Result<String, PaperError> {
    words.get(match method {
        PaymentMethod::BankTransfer => "method-bank-transfer",
        PaymentMethod::Cash => "method-cash",
        PaymentMethod::Card => "method-card",
        PaymentMethod::Cheque => "method-cheque",
        PaymentMethod::Upi => "method-upi",
        PaymentMethod::Other => "method-other",
    })
}

fn facts(receipt: &Receipt, words: Words) -> Result<Vec<Row>, PaperError> {
    let received_on = words.date(receipt.received_on)?;
    let mut facts = vec![
        fact(words.get("received-on")?, received_on, Field::Label, true),
        fact(
            words.get("payment-method")?,
            method(receipt.method, words)?,
            Field::Label,
            false,
        ),
    ];
    let reference = one_line(&receipt.reference);
    if !reference.is_empty() {
        facts.push(fact(words.get("reference")?, reference, Field::Reference, false));
    }
    Ok(facts)
}

fn figure(receipt: &Receipt, words: Words) -> Result<Vec<Block>, PaperError> {
    let amount = format::money(receipt.language, receipt.amount);
    let below = match receipt.reversed_on {
        Some(day) => words.with("reversed-on", &[("date", &words.date(day)?)])?,
        None => String::new(),
    };
    Ok(heads::figure(words.get("amount-received")?, vec![amount], below))
}

/// The invoices that it was set against, and what is left over.
fn parts(receipt: &Receipt, words: Words) -> Result<Block, PaperError> {
    let columns = vec![
        column(words.get("paid-invoice")?, Width::Share(1.0), Align::Start),
        column(words.get("issue-date")?, Width::Fit, Align::End),
        column(words.get("invoice-total")?, Width::Fit, Align::End),
        column(words.get("paid-part")?, Width::Fit, Align::End),
    ];
    let rows = receipt.parts.iter().map(|part| row(receipt, part, words));
    let rows = rows.collect::<Result<Vec<_>, _>>()?;
    let mut steps = Vec::new();
    if receipt.unallocated.minor != 0 {
        let key = if receipt.reversed_on.is_some() {
            "unallocated"
        } else {
            "stays-as-credit"
        };
        let amount = format::amount(receipt.language, receipt.unallocated);
        steps.push(sum(words.get(key)?, amount, Field::Label));
    }
    let label = sums::labelled("total-received", receipt.amount, words)?;
    let total = sums::total(label, receipt.amount, receipt.language, !steps.is_empty());
    steps.push(total);
    Ok(sums::table(columns, rows, vec![sums::closing(Vec::new(), steps)]))
}

fn row(receipt: &Receipt, part: &ReceiptPart, words: Words) -> Result<Row, PaperError> {
    let language = receipt.language;
    Ok(Row {
        cells: vec![
            cell(part.number.clone(), Field::Number),
            cell(words.date(part.issue_date)?, Field::Label),
            cell(format::amount(language, part.total), Field::Label),
            cell(format::amount(language, part.amount), Field::Label),
        ],
        rule: Rule::Hair,
    })
}
