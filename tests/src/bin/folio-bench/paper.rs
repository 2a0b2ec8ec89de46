//! Rendering invoices: the median of many, after a warm-up.

use std::time::Instant;

use anyhow::Result;
use folio_domain::clients::Client;
use folio_domain::ids::{ClientId, DraftId, LineId};
use folio_domain::invoices::{
    Billing, Discount, Draft, DraftLine, DraftState, Invoice, LineItem, Origin, Parts, Tax, TaxCategory,
    TaxMode, assemble,
};
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_paper::{PaperInput, PaperSize, render_invoice};
use folio_tests::business;
use jiff::{Timestamp, civil::date};
use uuid::Uuid;

use crate::figure::{Report, percentile_ms};

const ROUNDS: usize = 40;

pub fn measure(report: &Report) -> Result<()> {
    for (name, lines, goal) in [
        ("paper.invoice_10_lines_ms", 10, 5.0),
        ("paper.invoice_500_lines_ms", 500, 80.0),
    ] {
        let invoice = invoice(lines, 0)?;
        let input = PaperInput {
            invoice: &invoice,
            paper_size: PaperSize::A4,
            attachment: None,
        };
        let bytes = render_invoice(&input)?.len();
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let begin = Instant::now();
            render_invoice(&input)?;
            times.push(begin.elapsed());
        }
        report.figure(name, percentile_ms(&mut times, 0.5), "ms", goal);
        if lines == 10 {
            report.figure("paper.bytes", bytes as f64, "bytes", 40_000.0);
        }
    }
    Ok(())
}

/// An invoice of so many lines; the `nth` has words of its own.
pub fn invoice(lines: u128, nth: usize) -> Result<Invoice> {
    let organisation = business::organisation("Studio Kaveri");
    let currency = Currency::parse("EUR")?;
    let client_id = ClientId(Uuid::from_u128(1));
    let client = Client {
        name: "Müller & Söhne GmbH".to_owned(),
        address: organisation.address.clone(),
        tax_id: "DE123456789".to_owned(),
        language: Language::En,
        currency,
        payment_terms_days: None,
        client_number: String::new(),
    };
    let draft = Draft {
        billing: Billing {
            client_id: Some(client_id),
            currency,
            tax_mode: TaxMode::Exclusive,
        },
        issue_date: None,
        payment_terms_days: 14,
        delivered_on: None,
        discount: Discount::None,
        reference: "PO-4711".to_owned(),
        note: "Thank you for your trust.".to_owned(),
        credits: None,
        credit_reason: String::new(),
        state: DraftState::Open,
        created_at: Timestamp::UNIX_EPOCH,
        edited_at: Timestamp::UNIX_EPOCH,
    };
    let draft_id = DraftId(Uuid::from_u128(2));
    let lines: Vec<(LineId, DraftLine)> = (0..lines)
        .map(|line| (LineId(Uuid::from_u128(line)), draft_line(draft_id, nth, line)))
        .collect();
    let lines: Vec<(LineId, &DraftLine)> = lines.iter().map(|(id, line)| (*id, line)).collect();
    let parts = Parts {
        organisation: &organisation,
        client_id,
        client: &client,
        contact: None,
        draft: &draft,
        lines: &lines,
        einvoice: None,
        crediting: None,
    };
    let origin = Origin::Issued {
        draft_id,
        sequence: 1,
    };
    Ok(assemble(
        &parts,
        format!("2026-{:04}", nth + 1),
        origin,
        date(2026, 3, 1),
        Timestamp::UNIX_EPOCH,
    )?)
}

fn draft_line(draft_id: DraftId, invoice: usize, nth: u128) -> DraftLine {
    let item = LineItem {
        description: format!("Design of page {nth} of book {invoice}, with two rounds of corrections"),
        quantity: 3.into(),
        unit: "h".to_owned(),
        unit_price: rust_decimal::Decimal::new(8_550, 2),
        discount: Discount::None,
        taxes: vec![Tax {
            name: "VAT".to_owned(),
            percent: 19.into(),
            category: TaxCategory::Standard,
        }],
    };
    DraftLine {
        draft_id,
        order_key: format!("{nth:06}"),
        item,
    }
}
