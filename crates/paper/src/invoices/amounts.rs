//! The lines, the totals and the tax by rate.

use std::collections::BTreeSet;

use folio_domain::invoices::{Discount, Invoice, InvoiceLine, Tax, TaxCategory, TaxLine, TaxMode};

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::sums::{self, cell, column, sum};
use crate::furniture::{BODY, SMALL, paragraph, text};
use crate::layout::{Align, Block, Cell, Row, Rule, Text, Width};
use crate::words::Words;

/// The table of lines with the totals that stay with its last row, `beside` them what is short enough.
pub(super) fn lines(invoice: &Invoice, beside: Vec<Block>, words: Words) -> Result<Block, PaperError> {
    let has_tax = invoice.lines.iter().any(|line| !line.item.taxes.is_empty());
    let mut columns = vec![
        column(words.get("line-description")?, Width::Share(1.0), Align::Start),
        column(words.get("line-quantity")?, Width::Fit, Align::End),
        column(words.get("line-unit-price")?, Width::Fit, Align::End),
    ];
    if has_tax {
        columns.push(column(words.get("line-tax")?, Width::Fit, Align::End));
    }
    columns.push(column(words.get("line-amount")?, Width::Fit, Align::End));
    let rows = invoice
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| row(invoice, line, index + 1, has_tax, words));
    let rows = rows.collect::<Result<_, _>>()?;
    Ok(sums::table(columns, rows, vec![totals(invoice, beside, words)?]))
}

fn row(
    invoice: &Invoice,
    line: &InvoiceLine,
    number: usize,
    has_tax: bool,
    words: Words,
) -> Result<Row, PaperError> {
    let language = invoice.language;
    let item = &line.item;
    let quantity = match item.unit.trim() {
        "" => format::quantity(language, item.quantity),
        unit => format!("{}\u{A0}{unit}", format::quantity(language, item.quantity)),
    };
    let mut cells = vec![
        Cell {
            texts: description(invoice, line, number, words)?,
        },
        cell(quantity, Field::LineUnit(number)),
        cell(
            format::unit_price(language, item.unit_price, invoice.currency),
            Field::Label,
        ),
    ];
    if has_tax {
        let rates: Vec<String> = item
            .taxes
            .iter()
            .map(|tax| format::percent(language, tax.percent))
            .collect();
        cells.push(cell(rates.join(" + "), Field::Label));
    }
    cells.push(cell(format::amount(language, line.amounts.net), Field::Label));
    Ok(Row {
        cells,
        rule: Rule::Hair,
    })
}

/// The first line says what it is, further ones explain it, the last one what was taken off.
fn description(
    invoice: &Invoice,
    line: &InvoiceLine,
    number: usize,
    words: Words,
) -> Result<Vec<Text>, PaperError> {
    let field = Field::LineDescription(number);
    let whole = line.item.description.trim();
    let (first, rest) = whole.split_once('\n').unwrap_or((whole, ""));
    let mut texts = vec![text(first.trim(), BODY, field)];
    if !rest.trim().is_empty() {
        texts.push(text(rest.trim(), SMALL, field));
    }
    if line.amounts.discount.minor != 0 {
        let amount = format::amount(invoice.language, line.amounts.discount.negated());
        let content = match line.item.discount {
            Discount::Percent(rate) => {
                let rate = format::percent(invoice.language, rate);
                words.with("line-discount", &[("rate", &rate), ("amount", &amount)])?
            }
            Discount::Amount(_) | Discount::None => {
                words.with("line-discount-amount", &[("amount", &amount)])?
            }
        };
        texts.push(text(content, SMALL, Field::Label));
    }
    Ok(texts)
}

/// The sums at the end side, a strong line above what is asked.
fn totals(invoice: &Invoice, beside: Vec<Block>, words: Words) -> Result<Block, PaperError> {
    let mut rows = steps(invoice, words)?;
    let label = sums::labelled("total-with-currency", invoice.total, words)?;
    let total = sums::total(label, invoice.total, invoice.language, !rows.is_empty());
    let is_inclusive = invoice.tax_mode == TaxMode::Inclusive;
    let tax_key = if is_inclusive { "tax-included-on" } else { "tax-on" };
    let taxes = invoice
        .taxes
        .iter()
        .map(|tax| tax_row(invoice, tax, tax_key, words));
    let mut taxes = taxes.collect::<Result<Vec<_>, _>>()?;
    if is_inclusive {
        rows.push(total);
        rows.append(&mut taxes);
    } else {
        rows.append(&mut taxes);
        rows.push(total);
    }
    Ok(sums::closing(beside, rows))
}

/// From the lines' sum to what the tax is taken on; nothing when the lines' sum is what is asked.
fn steps(invoice: &Invoice, words: Words) -> Result<Vec<Row>, PaperError> {
    let language = invoice.language;
    let is_inclusive = invoice.tax_mode == TaxMode::Inclusive;
    let has_tax = !invoice.taxes.is_empty();
    let has_discount = invoice.discount_total.minor != 0;
    let mut rows = Vec::new();
    let mut step =
        |label: String, money| rows.push(sum(label, format::amount(language, money), Field::Label));
    if has_discount || has_tax && !is_inclusive {
        let key = if is_inclusive && has_tax {
            "subtotal-with-tax"
        } else {
            "subtotal"
        };
        step(words.get(key)?, invoice.subtotal);
    }
    if has_discount {
        let label = match invoice.discount {
            Discount::Percent(rate) => {
                words.with("discount-rate", &[("rate", &format::percent(language, rate))])?
            }
            Discount::Amount(_) | Discount::None => words.get("discount")?,
        };
        step(label, invoice.discount_total.negated());
        if !is_inclusive && has_tax {
            step(words.get("taxable-total")?, invoice.taxable_total);
        }
    }
    Ok(rows)
}

fn tax_row(invoice: &Invoice, line: &TaxLine, key: &str, words: Words) -> Result<Row, PaperError> {
    let language = invoice.language;
    let rate = format::percent(language, line.tax.percent);
    let base = format::amount(language, line.base);
    let label = words.with(
        key,
        &[("name", line.tax.name.trim()), ("rate", &rate), ("base", &base)],
    )?;
    Ok(sum(label, format::amount(language, line.amount), Field::TaxName))
}

/// Why no tax was taken, once for each reason that occurs.
pub(super) fn tax_notes(invoice: &Invoice, words: Words) -> Result<Vec<Block>, PaperError> {
    let taxes: BTreeSet<(TaxCategory, &str)> = invoice
        .taxes
        .iter()
        .map(|line| (line.tax.category, note_name(&line.tax)))
        .collect();
    let mut blocks = Vec::new();
    for (category, name) in taxes {
        if let Some(key) = note_key(category) {
            blocks.push(paragraph(
                words.with(key, &[("name", name)])?,
                SMALL,
                Field::TaxName,
            ));
        }
    }
    Ok(blocks)
}

/// The tax's name where the note says it, so that the others are said once only.
fn note_name(tax: &Tax) -> &str {
    match tax.category {
        TaxCategory::ZeroRated | TaxCategory::Exempt => tax.name.trim(),
        _ => "",
    }
}

fn note_key(category: TaxCategory) -> Option<&'static str> {
    Some(match category {
        TaxCategory::Standard => return None,
        TaxCategory::ZeroRated => "tax-zero-rated",
        TaxCategory::Exempt => "tax-exempt",
        TaxCategory::ReverseCharge => "tax-reverse-charge",
        TaxCategory::IntraCommunity => "tax-intra-community",
        TaxCategory::Export => "tax-export",
        TaxCategory::OutOfScope => "tax-out-of-scope",
    })
}
