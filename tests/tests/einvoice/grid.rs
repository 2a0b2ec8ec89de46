//! Every tax, discount, currency and kind of prices, as an invoice, a return and a credit note, in every form.

use std::fmt::Write as _;

use folio_domain::Currency;
use folio_domain::addresses::Address;
use folio_domain::einvoicing::{EinvoiceForm, EinvoiceTerms, Endpoint};
use folio_domain::ids::{ClientId, DraftId, InvoiceId};
use folio_domain::invoices::{
    Credited, Discount, Invoice, InvoiceLine, LineItem, Origin, Party, PricedContent, Tax, TaxCategory,
    TaxMode, totals,
};
use folio_domain::languages::Language;
use folio_domain::organisations::BankDetails;
use folio_exchange::einvoices::{Verdict, report, write};
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

use crate::judged::{Folder, Judgement};

/// What the grid is made of.
const CATEGORIES: [(TaxCategory, &str); 8] = [
    (TaxCategory::Standard, "19"),
    (TaxCategory::Standard, "5.5"),
    (TaxCategory::ZeroRated, "0"),
    (TaxCategory::Exempt, "0"),
    (TaxCategory::ReverseCharge, "0"),
    (TaxCategory::IntraCommunity, "0"),
    (TaxCategory::Export, "0"),
    (TaxCategory::OutOfScope, "0"),
];
const CURRENCIES: [&str; 4] = ["EUR", "INR", "JPY", "KWD"];
const MODES: [TaxMode; 2] = [TaxMode::Exclusive, TaxMode::Inclusive];
const KINDS: [Sort; 3] = [Sort::Invoice, Sort::Return, Sort::CreditNote];

/// What is billed: work, work given back without naming an invoice, or an invoice taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    Invoice,
    Return,
    CreditNote,
}

/// An invoice and the form that it is written in.
pub struct Case {
    pub name: String,
    pub invoice: Invoice,
    pub form: EinvoiceForm,
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub fn item(quantity: &str, price: &str, discount: Discount, tax: (TaxCategory, &str)) -> LineItem {
    LineItem {
        description: "Advice & <care>\nby telephone, ज़रूरी, முக்கியம்".to_owned(),
        quantity: decimal(quantity),
        unit: "hours".to_owned(),
        unit_price: decimal(price),
        discount,
        taxes: vec![Tax {
            name: "VAT".to_owned(),
            percent: decimal(tax.1),
            category: tax.0,
        }],
    }
}

fn party(name: &str, city: (&str, &str), country: &str, tax_id: &str) -> Party {
    Party {
        name: name.to_owned(),
        address: Address {
            street: "Hafenweg 3\nHinterhaus".to_owned(),
            postal_code: city.0.to_owned(),
            city: city.1.to_owned(),
            region: String::new(),
            country: country.to_owned(),
        },
        tax_id: tax_id.to_owned(),
        email: format!("post@{}.example", country.to_lowercase()),
        phone: "+49 228 1234".to_owned(),
    }
}

/// An invoice of these lines.
pub fn invoice(currency: &str, tax_mode: TaxMode, discount: Discount, items: Vec<LineItem>) -> Invoice {
    let content = PricedContent {
        currency: Currency::parse(currency).unwrap(),
        tax_mode,
        discount,
        lines: items,
    };
    let sums = totals(&content).unwrap();
    let id = Uuid::from_u128(7);
    Invoice {
        number: "2026-0007".to_owned(),
        client_id: ClientId(id),
        origin: Origin::Issued {
            draft_id: DraftId(id),
            sequence: 7,
        },
        seller: party("Aurora Web GmbH", ("53111", "Bonn"), "DE", "DE123456789"),
        bank: BankDetails {
            account_name: "Aurora Web GmbH".to_owned(),
            account_number: "DE02 1203 0000 0000 2020 51".to_owned(),
            routing_code: "BYLADEM1001".to_owned(),
            upi_id: "aurora@okbank".to_owned(),
            ..BankDetails::default()
        },
        buyer: party("Boulangerie \"Martin\"", ("69001", "Lyon"), "FR", "FR40303265045"),
        language: Language::default(),
        currency: content.currency,
        tax_mode,
        issue_date: date(2026, 3, 1),
        due_date: date(2026, 3, 31),
        delivered_on: Some(date(2026, 2, 27)),
        reference: "PO 4711".to_owned(),
        note: "Thank you.\nSee you soon.".to_owned(),
        discount,
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
        issued_at: jiff::Timestamp::UNIX_EPOCH,
    }
}

/// The credit note that takes the whole of `invoice` back.
pub fn taken_back(mut invoice: Invoice) -> Invoice {
    invoice.credits = Some(Credited {
        invoice_id: InvoiceId(Uuid::from_u128(6)),
        number: "2026-0006".to_owned(),
        issue_date: date(2026, 2, 1),
        reason: "Delivered twice".to_owned(),
    });
    invoice.face().into_owned()
}

pub fn terms(form: EinvoiceForm) -> EinvoiceTerms {
    EinvoiceTerms {
        form,
        seller_endpoint: Endpoint::default(),
        buyer_endpoint: Endpoint::default(),
        buyer_reference: String::new(),
        exemption_reason: "Education".to_owned(),
    }
}

/// No discount, one of a line in percent or as an amount, one of the whole, and both.
fn discounts() -> [(Discount, Discount); 6] {
    let (percent, amount) = (
        Discount::Percent(decimal("12.5")),
        Discount::Amount(decimal("3.33")),
    );
    let none = Discount::None;
    [
        (none, none),
        (percent, none),
        (amount, none),
        (none, percent),
        (none, amount),
        (percent, amount),
    ]
}

/// Lines whose amounts and taxes round up, down and at the half.
fn lines(discount: Discount, tax: (TaxCategory, &str), sort: Sort) -> Vec<LineItem> {
    let mut lines = vec![
        item("3", "33.333", discount, tax),
        item("0.125", "1999.99", Discount::None, tax),
        item("7", "14.29", discount, tax),
        item("1", "0.01", Discount::None, tax),
        item("-1", "10", discount, tax),
        item("2", "-4.5", Discount::None, tax),
    ];
    if sort == Sort::Return {
        for line in &mut lines {
            line.quantity = -line.quantity;
        }
    }
    lines
}

/// Several rates on one invoice.
fn mixed(discount: Discount) -> Vec<LineItem> {
    vec![
        item("1", "0.01", Discount::None, (TaxCategory::Standard, "19")),
        item(
            "7",
            "14.29",
            Discount::Amount(decimal("0.03")),
            (TaxCategory::Standard, "19"),
        ),
        item("7", "14.29", Discount::None, (TaxCategory::Standard, "7")),
        item("1", "100", Discount::None, (TaxCategory::ZeroRated, "0")),
        item("2.5", "9.99", discount, (TaxCategory::Exempt, "0")),
    ]
}

/// The grid. Forms take turns, so that each meets every value of every other side of it.
pub fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    let mut add = |name: String, sort, invoice: Invoice| {
        let form = EinvoiceForm::ALL[cases.len() % EinvoiceForm::ALL.len()];
        let invoice = if sort == Sort::CreditNote {
            taken_back(invoice)
        } else {
            invoice
        };
        let name = format!("{:04} {form:?} {sort:?} {name}", cases.len());
        cases.push(Case { name, invoice, form });
    };
    for tax in CATEGORIES {
        for (of_lines, of_whole) in discounts() {
            for currency in CURRENCIES {
                for mode in MODES {
                    for sort in KINDS {
                        let invoice = invoice(currency, mode, of_whole, lines(of_lines, tax, sort));
                        let name = format!("{tax:?} {of_lines:?} {of_whole:?} {currency} {mode:?}");
                        add(name, sort, invoice);
                    }
                }
            }
        }
    }
    for (of_lines, of_whole) in discounts() {
        for mode in MODES {
            for sort in [Sort::Invoice, Sort::CreditNote] {
                for _each_form in EinvoiceForm::ALL {
                    let invoice = invoice("EUR", mode, of_whole, mixed(of_lines));
                    add(format!("mixed {of_lines:?} {of_whole:?} {mode:?}"), sort, invoice);
                }
            }
        }
    }
    cases
}

/// Why an invoice may stay unwritten: a form has no words for it.
fn unwritable(case: &Case, keys: &[&str]) -> bool {
    let mut expected = Vec::new();
    if case.invoice.currency.code() == "KWD" {
        expected.push("einvoice-too-many-decimals");
    }
    // XRechnung wants a rate even outside the scope of VAT, where EN 16931 forbids one.
    if case.form == EinvoiceForm::XRechnung
        && case
            .invoice
            .taxes
            .iter()
            .any(|line| line.tax.category == TaxCategory::OutOfScope)
    {
        expected.push("einvoice-out-of-scope-xrechnung");
    }
    !expected.is_empty() && keys.iter().all(|key| expected.contains(key))
}

/// The grid's files, and how many cases a form has no words for.
pub fn written(folder: &Folder) -> (Vec<(Case, std::path::PathBuf)>, usize) {
    let mut files = Vec::new();
    let mut refused = 0;
    for (at, case) in cases().into_iter().enumerate() {
        match write(&case.invoice, &terms(case.form)) {
            Ok(bytes) => {
                let own = report("", &bytes);
                assert_eq!(own.verdict, Verdict::Valid, "{} {}", case.name, own.text());
                let path = folder.put(&format!("{at:04}.xml"), &bytes);
                files.push((case, path));
            }
            Err(missing) => {
                let keys: Vec<&str> = missing.iter().map(|one| one.message_key).collect();
                assert!(unwritable(&case, &keys), "{} is not written: {keys:?}", case.name);
                refused += 1;
            }
        }
    }
    (files, refused)
}

/// What the readers find wrong in a file that Folio wrote.
fn faults(case: &Case, judgement: &Judgement) -> String {
    let mut faults = String::new();
    if let Some(why) = &judgement.unreadable {
        writeln!(faults, "unreadable: {why}").unwrap();
    }
    for error in &judgement.schema {
        writeln!(faults, "schema: {error}").unwrap();
    }
    for (rule, words) in &judgement.rules {
        writeln!(faults, "{rule}: {words}").unwrap();
    }
    // This reader compares a tax to the hundredth even where a currency has no hundredths, as BR-CO-17 does not.
    let has_cents = case.invoice.currency.digits() == 2;
    for finding in judgement.peppol.iter().flatten().filter(|_finding| has_cents) {
        writeln!(faults, "peppol: {finding}").unwrap();
    }
    faults
}

#[test]
fn what_is_written_passes_the_published_validations() {
    let folder = Folder::new("grid");
    let (files, refused) = written(&folder);
    let paths: Vec<_> = files.iter().map(|(_, path)| path.clone()).collect();
    let judgements = folder.judge(&paths);
    let mut bad = Vec::new();
    let mut by_peppol = 0;
    for ((case, _), judgement) in files.iter().zip(&judgements) {
        let faults = faults(case, judgement);
        if !faults.is_empty() {
            bad.push(format!("{}\n{faults}", case.name));
        }
        assert_eq!(
            judgement.peppol.is_some(),
            case.form == EinvoiceForm::Peppol,
            "{}",
            case.name
        );
        by_peppol += usize::from(judgement.peppol.is_some());
    }
    println!(
        "{} written and judged, {by_peppol} of them by Peppol's rules too, {refused} without words in their form",
        files.len()
    );
    assert!(files.len() > 800 && by_peppol > 150 && refused < files.len() / 2);
    assert!(bad.is_empty(), "{} are refused:\n{}", bad.len(), bad.join("\n"));
}

#[test]
fn a_credit_note_is_one_to_other_readers() {
    let lines = vec![item("2", "50", Discount::None, (TaxCategory::Standard, "19"))];
    let note = taken_back(invoice("EUR", TaxMode::Exclusive, Discount::None, lines));
    for form in EinvoiceForm::ALL {
        let xml = String::from_utf8(write(&note, &terms(form)).unwrap()).unwrap();
        let tree = roxmltree::Document::parse(&xml).unwrap();
        // The texts in the first element of a name.
        let words = |name: &str| -> Vec<String> {
            let mut elements = tree.descendants().filter(|node| node.tag_name().name() == name);
            let texts = elements
                .next()
                .unwrap()
                .descendants()
                .filter(roxmltree::Node::is_text);
            let words = texts.map(|node| node.text().unwrap_or_default().trim().to_owned());
            words.filter(|word| !word.is_empty()).collect()
        };
        if matches!(form, EinvoiceForm::Cii | EinvoiceForm::FacturX) {
            assert_eq!(words("TypeCode"), ["381"]);
            assert_eq!(words("DuePayableAmount"), ["119.00"]);
            assert_eq!(words("InvoiceReferencedDocument"), ["2026-0006", "20260201"]);
        } else {
            assert_eq!(tree.root_element().tag_name().name(), "CreditNote");
            assert_eq!(words("CreditNoteTypeCode"), ["381"]);
            assert_eq!(words("CreditedQuantity"), ["2"]);
            assert_eq!(words("PayableAmount"), ["119.00"]);
            assert_eq!(words("InvoiceDocumentReference"), ["2026-0006", "2026-02-01"]);
        }
    }
}
