//! How to pay: the account, the reference, and a code for a banking app.

use folio_domain::invoices::Invoice;

use crate::error::PaperError;
use crate::field::Field;
use crate::format;
use crate::furniture::{SMALL, accounts, aligned, one_line};
use crate::layout::{Align, Block, Column, Columns, Figure};
use crate::payment_code::{self, Code};
use crate::words::Words;

/// 30 mm: a phone reads it from an arm's length, and it fits beside five lines.
const CODE_PT: usize = 85;

pub(super) fn blocks(invoice: &Invoice, code: Option<&Code>, words: Words) -> Result<Vec<Block>, PaperError> {
    if invoice.total.minor <= 0 {
        return Ok(Vec::new());
    }
    let country = &invoice.seller.address.country;
    let blocks = match code {
        Some(Code::Swiss(_)) => accounts::beside_slip(&invoice.bank, words)?,
        code => {
            let start = accounts::blocks(&invoice.bank, country, &invoice.number, words)?;
            if start.is_empty() {
                return Ok(Vec::new());
            }
            let mut columns = vec![Column {
                share: 0.7,
                blocks: start,
            }];
            if let Some(code) = code {
                let blocks = figure(invoice, code, words)?;
                columns.push(Column { share: 0.3, blocks });
            }
            vec![Block::Columns(Columns {
                columns,
                gutter: 14.0,
            })]
        }
    };
    Ok([vec![Block::Gap(18.0)], blocks].concat())
}

fn figure(invoice: &Invoice, code: &Code, words: Words) -> Result<Vec<Block>, PaperError> {
    let (modules, side) = payment_code::modules(&code.payload())?;
    // A dense code grows, so that a module stays wider than half a millimetre.
    let size_pt = u16::try_from(CODE_PT.max(side * 17 / 10)).unwrap_or(u16::MAX);
    let amount = format::money(invoice.language, invoice.total);
    let name = one_line(&invoice.seller.name);
    let given = [
        ("amount", amount.as_str()),
        ("name", name.as_str()),
        ("reference", invoice.number.as_str()),
    ];
    let alt = words.with("payment-code-alt", &given)?;
    let caption = words.get("scan-to-pay")?;
    Ok(vec![
        Block::Figure(Figure {
            modules,
            side,
            size_pt,
            align: Align::End,
            alt,
        }),
        aligned(caption, SMALL.shrinking(), Field::Label, Align::End),
    ])
}
