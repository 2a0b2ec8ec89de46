//! A sample invoice: the business's own particulars, made-up words for the rest.

use folio_domain::ids::{ClientId, DraftId};
use folio_domain::invoices::{
    Discount, Invoice, InvoiceLine, LineItem, Origin, Party, PricedContent, Tax, TaxCategory, TaxMode,
    seller, totals,
};
use folio_domain::organisations::Organisation;
use folio_domain::people::Address;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan as _};
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::error::PaperError;
use crate::words::Words;

/// A sample invoice of `organisation`, dated `today`, in its language and currency.
///
/// # Errors
/// A missing text.
pub fn sample_invoice(organisation: &Organisation, today: Date) -> Result<Invoice, PaperError> {
    let words = Words::of(organisation.language)?;
    let content = PricedContent {
        currency: organisation.currency,
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: lines(words)?,
    };
    let sums = totals(&content).map_err(|failure| PaperError::Write(failure.to_string()))?;
    let lines = content.lines.into_iter().zip(sums.lines);
    Ok(Invoice {
        number: format!("{}-0042", today.year()),
        client_id: ClientId(Uuid::nil()),
        origin: Origin::Issued {
            draft_id: DraftId(Uuid::nil()),
            sequence: 42,
        },
        seller: seller(organisation),
        bank: organisation.bank.clone(),
        buyer: client(words)?,
        language: organisation.language,
        currency: organisation.currency,
        tax_mode: TaxMode::Exclusive,
        issue_date: today,
        due_date: today.saturating_add(organisation.payment_terms_days.days()),
        delivered_on: None,
        reference: String::new(),
        note: match organisation.invoice_note.trim() {
            "" => words.get("sample-note")?,
            own => own.to_owned(),
        },
        discount: Discount::None,
        lines: lines
            .map(|(item, amounts)| InvoiceLine { item, amounts })
            .collect(),
        subtotal: sums.subtotal,
        discount_total: sums.discount_total,
        taxable_total: sums.taxable_total,
        taxes: sums.taxes,
        tax_total: sums.tax_total,
        total: sums.total,
        einvoice: None,
        credits: None,
        issued_at: Timestamp::UNIX_EPOCH,
    })
}

fn lines(words: Words) -> Result<Vec<LineItem>, PaperError> {
    let tax = Tax {
        name: words.get("sample-tax")?,
        percent: Decimal::from(18),
        category: TaxCategory::Standard,
    };
    let line = |key: &str, quantity: i64, unit: &str, price: i64| -> Result<LineItem, PaperError> {
        Ok(LineItem {
            description: words.get(key)?,
            quantity: Decimal::from(quantity),
            unit: unit.to_owned(),
            unit_price: Decimal::from(price),
            discount: Discount::None,
            taxes: vec![tax.clone()],
        })
    };
    let hours = words.get("sample-hours")?;
    Ok(vec![
        line("sample-line-1", 2, "", 1_250)?,
        line("sample-line-2", 38, &hours, 95)?,
        line("sample-line-3", 500, "", 3)?,
    ])
}

fn client(words: Words) -> Result<Party, PaperError> {
    Ok(Party {
        name: words.get("sample-client")?,
        address: Address {
            street: words.get("sample-street")?,
            city: words.get("sample-city")?,
            ..Address::default()
        },
        tax_id: String::new(),
        email: String::new(),
        phone: String::new(),
    })
}
