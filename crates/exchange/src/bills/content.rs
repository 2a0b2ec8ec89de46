//! What an invoice of EN 16931 says, as a person reads it.

use en16931::invoice::{
    DocumentAllowanceCharge, InvoiceLine, LineAllowanceCharge, LineVat, Party, SupportingDocument,
};
use en16931::{Date as ModelDate, DocumentKind, DocumentReference, InvoiceAmount, Percentage};
use folio_domain::bills::{
    BillAmount, BillAttachment, BillContent, BillLine, BillParty, BillRate, BillReduction, BillReference,
    BillTax, BillText, BillTotals,
};
use folio_domain::{Currency, Money};
use jiff::civil::Date;

use super::{Invoice, payment, text};

/// Units of UN/ECE Recommendation 20 that have a word.
const UNITS: &[(&[&str], &str)] = &[
    (&["HUR"], "bills-unit-hours"),
    (&["DAY"], "bills-unit-days"),
    (&["MON"], "bills-unit-months"),
    (&["ANN"], "bills-unit-years"),
    (&["MIN"], "bills-unit-minutes"),
    (&["KGM"], "bills-unit-kilograms"),
    (&["MTR"], "bills-unit-metres"),
    (&["KMT"], "bills-unit-kilometres"),
    (&["MTK"], "bills-unit-square-metres"),
    (&["LTR"], "bills-unit-litres"),
    (&["KWH"], "bills-unit-kilowatt-hours"),
];
/// Units that only say that something is counted.
const COUNTED: &[&str] = &["C62", "EA", "H87", "XPP", "1", "NAR", "PCE"];

/// UNTDID 5305, and what each code says.
const TAXES: &[(&str, &str)] = &[
    ("S", "bills-tax-standard"),
    ("Z", "bills-tax-zero"),
    ("E", "bills-tax-exempt"),
    ("AE", "bills-tax-reverse-charge"),
    ("K", "bills-tax-intra-community"),
    ("G", "bills-tax-export"),
    ("O", "bills-tax-out-of-scope"),
    ("L", "bills-tax-canary-islands"),
    ("M", "bills-tax-ceuta"),
];

/// Everything that the bill says.
pub(super) fn of(invoice: &Invoice) -> BillContent {
    let currency = invoice
        .currency
        .as_ref()
        .map(|code| code.as_str().trim().to_owned());
    let currency = currency.unwrap_or_default();
    let amounts = Amounts(Currency::parse(&currency).ok());
    let period = invoice.invoicing_period.as_ref();
    let reductions = invoice.allowances.iter().map(|one| amounts.of_whole(one, false));
    let charges = invoice.charges.iter().map(|one| amounts.of_whole(one, true));
    BillContent {
        credit_note: invoice.kind == DocumentKind::CreditNote || gives_back(invoice),
        number: text(invoice.number.as_ref()),
        issue_date: invoice.issue_date.and_then(date),
        due_date: invoice.due_date.and_then(date),
        delivered_on: invoice
            .delivery
            .as_ref()
            .and_then(|delivery| delivery.date)
            .and_then(date),
        period_from: period.and_then(|period| period.start).and_then(date),
        period_to: period.and_then(|period| period.end).and_then(date),
        buyer_reference: text(invoice.buyer_reference.as_ref()),
        references: references(invoice),
        seller: party(&invoice.seller),
        buyer: party(&invoice.buyer),
        payee: text(invoice.payee.as_ref().and_then(|payee| payee.name.as_ref())),
        notes: invoice
            .notes
            .iter()
            .map(|note| text(note.note.as_ref()))
            .filter(|note| !note.is_empty())
            .collect(),
        lines: invoice.lines.iter().map(|line| amounts.line(line)).collect(),
        reductions: reductions.chain(charges).collect(),
        taxes: amounts.taxes(invoice),
        totals: amounts.totals(invoice),
        payment: payment::of(invoice),
        attachments: invoice.attachments.iter().map(attachment).collect(),
        currency,
    }
}

/// UNTDID 1001: the codes of credit notes that CII, which has one root for both, tells them by.
fn gives_back(invoice: &Invoice) -> bool {
    let code = invoice.type_code.as_ref().map(|code| code.as_str().trim());
    matches!(code, Some("81" | "83" | "381" | "396" | "532"))
}

pub(super) fn date(date: ModelDate) -> Option<Date> {
    let (month, day) = (i8::try_from(date.month()).ok()?, i8::try_from(date.day()).ok()?);
    Date::new(i16::try_from(date.year()).ok()?, month, day).ok()
}

/// Amounts in the bill's currency, when that is one.
struct Amounts(Option<Currency>);

impl Amounts {
    fn of(&self, amount: InvoiceAmount) -> BillAmount {
        let value = amount.into_decimal();
        let money = self.0.and_then(|currency| Money::rounded(value, currency).ok());
        BillAmount {
            // What rounding would change is shown as it stands.
            money: money.filter(|money| money.to_decimal() == value),
            value,
        }
    }

    fn of_whole(&self, one: &DocumentAllowanceCharge, charge: bool) -> BillReduction {
        BillReduction {
            charge,
            reason: text(one.reason.as_ref()),
            amount: self.of(one.amount),
        }
    }

    fn of_line(&self, one: &LineAllowanceCharge, charge: bool) -> BillReduction {
        BillReduction {
            charge,
            reason: text(one.reason.as_ref()),
            amount: self.of(one.amount),
        }
    }

    fn line(&self, line: &InvoiceLine) -> BillLine {
        let more = [line.item.description.as_ref(), line.note.as_ref()];
        let more: Vec<String> = more
            .into_iter()
            .map(text)
            .filter(|part| !part.is_empty())
            .collect();
        let reductions = line.allowances.iter().map(|one| self.of_line(one, false));
        let charges = line.charges.iter().map(|one| self.of_line(one, true));
        let price_for = line.price.base_quantity.map(en16931::Quantity::into_decimal);
        BillLine {
            id: line.id.trim().to_owned(),
            name: text(line.item.name.as_ref()),
            description: more.join("\n"),
            article: text(line.item.seller_identifier.as_ref()),
            quantity: line.quantity.into_decimal().normalize(),
            unit: unit(line.unit_code.as_str().trim()),
            price: line.price.net_price.into_decimal().normalize(),
            price_for: price_for
                .map(|quantity| quantity.normalize())
                .filter(|quantity| *quantity != rust_decimal::Decimal::ONE),
            reductions: reductions.chain(charges).collect(),
            rate: rate(&line.vat),
            net: self.of(line.net_amount),
        }
    }

    fn taxes(&self, invoice: &Invoice) -> Vec<BillTax> {
        let taxes = invoice.vat_breakdown.iter().map(|tax| BillTax {
            rate: rated(tax.category.as_str(), tax.rate),
            base: self.of(tax.taxable_amount),
            amount: self.of(tax.tax_amount),
            reason: text(tax.exemption_reason.as_ref()),
        });
        taxes.collect()
    }

    fn totals(&self, invoice: &Invoice) -> BillTotals {
        let totals = &invoice.totals;
        BillTotals {
            lines: self.of(totals.line_total),
            without_tax: self.of(totals.taxable_total),
            tax: totals.vat_total.map(|amount| self.of(amount)),
            with_tax: self.of(totals.gross_total),
            paid: totals.paid.map(|amount| self.of(amount)),
            rounding: totals.rounding.map(|amount| self.of(amount)),
            due: self.of(totals.due),
        }
    }
}

fn unit(code: &str) -> Option<BillText> {
    if code.is_empty() || COUNTED.contains(&code) {
        return None;
    }
    let known = UNITS.iter().find(|(codes, _)| codes.contains(&code));
    Some(match known {
        Some((_, key)) => BillText::plain(key),
        None => BillText::plain("bills-unit-code").with("code", code),
    })
}

fn rate(vat: &LineVat) -> BillRate {
    rated(vat.category.as_str(), vat.rate)
}

fn rated(category: &str, percent: Option<Percentage>) -> BillRate {
    let category = category.trim();
    let known = TAXES.iter().find(|(code, _)| *code == category);
    BillRate {
        kind: match known {
            Some((_, key)) => BillText::plain(key),
            None => BillText::plain("bills-tax-other").with("code", category),
        },
        percent: percent.map(|percent| percent.into_decimal().normalize()),
    }
}

fn references(invoice: &Invoice) -> Vec<BillReference> {
    let mut found = Vec::new();
    let mut add = |key: &str, reference: Option<&DocumentReference>, date: Option<Date>| {
        if let Some(reference) = reference.filter(|reference| !reference.is_blank()) {
            found.push(BillReference {
                kind: BillText::plain(key),
                number: reference.as_str().trim().to_owned(),
                date,
            });
        }
    };
    for before in &invoice.preceding_invoices {
        add(
            "bills-reference-invoice",
            Some(&before.reference),
            before.issue_date.and_then(date),
        );
    }
    add(
        "bills-reference-order",
        invoice.purchase_order_reference.as_ref(),
        None,
    );
    add(
        "bills-reference-sales-order",
        invoice.sales_order_reference.as_ref(),
        None,
    );
    add(
        "bills-reference-contract",
        invoice.contract_reference.as_ref(),
        None,
    );
    add(
        "bills-reference-project",
        invoice.project_reference.as_ref(),
        None,
    );
    add(
        "bills-reference-delivery",
        invoice.despatch_advice_reference.as_ref(),
        None,
    );
    found
}

fn party(party: &Party) -> BillParty {
    let address = &party.address;
    let street = [&address.line1, &address.line2, &address.line3];
    let street: Vec<String> = street
        .into_iter()
        .map(|line| text(line.as_ref()))
        .filter(|line| !line.is_empty())
        .collect();
    let name = text(party.name.as_ref());
    let trading_name = text(party.trading_name.as_ref());
    let tax_id = text(party.vat_identifier.as_ref());
    BillParty {
        trading_name: if trading_name == name {
            String::new()
        } else {
            trading_name
        },
        name,
        street: street.join("\n"),
        postal_code: text(address.post_code.as_ref()),
        city: text(address.city.as_ref()),
        region: text(address.subdivision.as_ref()),
        country: address
            .country
            .as_ref()
            .map(|code| code.as_str().trim().to_owned())
            .unwrap_or_default(),
        tax_id: if tax_id.is_empty() {
            text(party.tax_registration.as_ref())
        } else {
            tax_id
        },
        contact: text(party.contact.name.as_ref()),
        phone: text(party.contact.phone.as_ref()),
        email: text(party.contact.email.as_ref()),
    }
}

fn attachment(document: &SupportingDocument) -> BillAttachment {
    BillAttachment {
        name: file_name(document),
        description: text(document.description.as_ref()),
        size_bytes: document
            .attachment
            .as_ref()
            .map(|file| file.content().len() as u64),
        address: text(document.uri.as_ref()),
    }
}

/// What a file inside a bill is called: as the bill says, else by the document's number.
pub(super) fn file_name(document: &SupportingDocument) -> String {
    let named = document.attachment.as_ref().map(|file| file.filename().trim());
    let named = named.filter(|name| !name.is_empty());
    named.unwrap_or(document.reference.as_str().trim()).to_owned()
}
