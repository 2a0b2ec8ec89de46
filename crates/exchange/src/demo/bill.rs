//! A bill that the studio receives: a client who makes furniture bills it for shelves, as an e-invoice.

use folio_domain::einvoicing::{EinvoiceForm, EinvoiceTerms, Endpoint};
use folio_domain::ids::DraftId;
use folio_domain::invoices::{
    Discount, Invoice, InvoiceLine, LineItem, Origin, Party, PricedContent, Tax, TaxCategory, TaxMode,
    seller, totals,
};
use folio_domain::languages::Language;
use folio_domain::organisations::BankDetails;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::cast::Patron;
use super::people;
use crate::einvoices::write;

/// What the file is called.
pub(super) const FILE_NAME: &str = "rechnung-RE-2207.xml";

/// The bill of `from` for shelves, dated `issued_on`, as an e-invoice; none if it would break a rule.
pub(super) fn bill(from: &Patron, issued_on: Date) -> Option<Vec<u8>> {
    let (_, contact) = from.contacts.first()?;
    let studio = seller(&people::organisation());
    let content = PricedContent {
        currency: from.client.currency,
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: vec![
            line(
                "Display shelf, oiled oak, 120 × 30 cm",
                4,
                "pcs",
                Decimal::new(18_450, 2),
            ),
            line("Crate and packing for air freight", 1, "", Decimal::new(9_600, 2)),
        ],
    };
    let sums = totals(&content).ok()?;
    let invoice = Invoice {
        number: "RE-2207".to_owned(),
        client_id: from.id,
        origin: Origin::Issued {
            draft_id: DraftId(Uuid::nil()),
            sequence: 2_207,
        },
        seller: Party {
            name: from.client.name.clone(),
            address: from.client.address.clone(),
            tax_id: from.client.tax_id.clone(),
            email: contact.email.clone(),
            phone: "+49 30 5550 0188".to_owned(),
        },
        bank: BankDetails {
            account_name: from.client.name.clone(),
            account_number: "DE02120300000000202051".to_owned(),
            routing_code: "BYLADEM1001".to_owned(),
            ..BankDetails::default()
        },
        buyer: studio,
        language: Language::En,
        currency: content.currency,
        tax_mode: content.tax_mode,
        issue_date: issued_on,
        due_date: issued_on.saturating_add(30.days()),
        delivered_on: Some(issued_on),
        reference: "Kolam shelves".to_owned(),
        note: String::new(),
        discount: content.discount,
        lines: content
            .lines
            .into_iter()
            .zip(sums.lines)
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
    };
    let terms = EinvoiceTerms {
        form: EinvoiceForm::Cii,
        seller_endpoint: Endpoint::default(),
        buyer_endpoint: Endpoint::default(),
        buyer_reference: String::new(),
        exemption_reason: "Export outside the European Union".to_owned(),
    };
    write(&invoice, &terms).ok()
}

fn line(description: &str, quantity: i64, unit: &str, unit_price: Decimal) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: Decimal::from(quantity),
        unit: unit.to_owned(),
        unit_price,
        discount: Discount::None,
        taxes: vec![Tax {
            name: "VAT".to_owned(),
            percent: Decimal::ZERO,
            category: TaxCategory::Export,
        }],
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::cast::patrons;
    use super::*;
    use crate::dice::Dice;
    use crate::einvoices::report;

    #[test]
    fn it_is_an_e_invoice_without_a_finding() {
        let weber = patrons(&mut Dice::new(1), 0, 20).remove(0);
        let file = bill(&weber, date(2026, 11, 12)).unwrap();
        assert_eq!(bill(&weber, date(2026, 11, 12)).unwrap(), file);
        let report = report(FILE_NAME, &file);
        assert!(report.findings.is_empty(), "{:?}", report.findings);
        let text = String::from_utf8(file).unwrap();
        assert!(text.contains("RE-2207") && text.contains("Studio Kolam"));
    }
}
