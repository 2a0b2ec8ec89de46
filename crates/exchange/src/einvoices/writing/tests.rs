use folio_domain::Currency;
use folio_domain::addresses::Address;
use folio_domain::clients::Client;
use folio_domain::einvoicing::Endpoint;
use folio_domain::ids::{ClientId, DraftId, InvoiceId};
use folio_domain::invoices::{
    Credited, Discount, Invoice, InvoiceLine, LineItem, Origin, PricedContent, Tax, TaxCategory, TaxMode,
    Totals, buyer, seller, totals,
};
use folio_domain::languages::Language;
use folio_domain::organisations::{BankDetails, Organisation};
use insta::assert_snapshot;
use jiff::civil::date;
use proptest::prelude::*;
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;
use crate::einvoices::{Verdict, report};

/// An exact decimal.
macro_rules! dec {
    ($value:expr) => {
        stringify!($value).replace(' ', "").parse::<Decimal>().unwrap()
    };
}

#[derive(Clone)]
struct Case {
    invoice: Invoice,
    terms: EinvoiceTerms,
}

impl Case {
    fn terms(&self, form: EinvoiceForm) -> EinvoiceTerms {
        EinvoiceTerms {
            form,
            ..self.terms.clone()
        }
    }

    fn write(&self, form: EinvoiceForm) -> Result<String, Vec<String>> {
        match write(&self.invoice, &self.terms(form)) {
            Ok(bytes) => Ok(String::from_utf8(bytes).unwrap()),
            Err(missing) => Err(missing.iter().map(words).collect()),
        }
    }
}

fn words(missing: &Missing) -> String {
    let params: Vec<String> = missing
        .params
        .iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    format!(
        "{:?} {} {} {}",
        missing.subject,
        missing.field,
        missing.message_key,
        params.join(" ")
    )
}

fn organisation() -> Organisation {
    Organisation {
        name: "Aurora Web GmbH".to_owned(),
        address: Address {
            street: "Hafenweg 3".to_owned(),
            postal_code: "53111".to_owned(),
            city: "Bonn".to_owned(),
            region: String::new(),
            country: "DE".to_owned(),
        },
        tax_id: "DE123456789".to_owned(),
        email: "hello@aurora.example".to_owned(),
        phone: "+49 228 1234".to_owned(),
        hours: String::new(),
        time_zone: "Europe/Berlin".to_owned(),
        language: Language::default(),
        currency: Currency::parse("EUR").unwrap(),
        payment_terms_days: 30,
        bank: BankDetails {
            account_name: "Aurora Web GmbH".to_owned(),
            account_number: "DE02 1203 0000 0000 2020 51".to_owned(),
            routing_code: "BYLADEM1001".to_owned(),
            ..BankDetails::default()
        },
        invoice_note: String::new(),
    }
}

fn client() -> Client {
    Client {
        name: "Boulangerie Martin".to_owned(),
        address: Address {
            street: "Rue du Four 7\nCour B".to_owned(),
            postal_code: "69001".to_owned(),
            city: "Lyon".to_owned(),
            region: String::new(),
            country: "FR".to_owned(),
        },
        tax_id: "FR40303265045".to_owned(),
        language: Language::default(),
        currency: Currency::parse("EUR").unwrap(),
        payment_terms_days: None,
        client_number: "K-17".to_owned(),
    }
}

fn tax(category: TaxCategory, percent: Decimal) -> Vec<Tax> {
    vec![Tax {
        name: "VAT".to_owned(),
        percent,
        category,
    }]
}

fn item(quantity: Decimal, unit_price: Decimal, discount: Discount, taxes: Vec<Tax>) -> LineItem {
    LineItem {
        description: "Advice\nby telephone".to_owned(),
        quantity,
        unit: "hours".to_owned(),
        unit_price,
        discount,
        taxes,
    }
}

fn case(currency: &str, tax_mode: TaxMode, discount: Discount, items: Vec<LineItem>) -> Case {
    let (organisation, client) = (organisation(), client());
    let content = PricedContent {
        currency: Currency::parse(currency).unwrap(),
        tax_mode,
        discount,
        lines: items,
    };
    let Totals {
        lines,
        subtotal,
        discount_total,
        taxable_total,
        taxes,
        tax_total,
        total,
    } = totals(&content).unwrap();
    let id = Uuid::from_u128(7);
    let invoice = Invoice {
        number: "2026-0007".to_owned(),
        client_id: ClientId(id),
        origin: Origin::Issued {
            draft_id: DraftId(id),
            sequence: 7,
        },
        seller: seller(&organisation),
        bank: organisation.bank.clone(),
        buyer: buyer(&client, None),
        language: client.language,
        currency: content.currency,
        tax_mode,
        issue_date: date(2026, 3, 1),
        due_date: date(2026, 3, 31),
        delivered_on: Some(date(2026, 2, 27)),
        reference: "PO 4711".to_owned(),
        note: "Thank you.".to_owned(),
        discount,
        lines: content
            .lines
            .into_iter()
            .zip(lines)
            .map(|(item, amounts)| InvoiceLine { item, amounts })
            .collect(),
        subtotal,
        discount_total,
        taxable_total,
        taxes,
        tax_total,
        total,
        einvoice: None,
        credits: None,
        issued_at: jiff::Timestamp::UNIX_EPOCH,
    };
    let mut case = Case {
        invoice,
        terms: EinvoiceTerms {
            form: EinvoiceForm::Ubl,
            seller_endpoint: Endpoint::default(),
            buyer_endpoint: Endpoint::default(),
            buyer_reference: String::new(),
            exemption_reason: "Education".to_owned(),
        },
    };
    case.invoice.buyer.email = "compta@martin.example".to_owned();
    case
}

fn plain() -> Case {
    let lines = vec![
        item(
            dec!(2),
            dec!(50),
            Discount::None,
            tax(TaxCategory::Standard, dec!(19)),
        ),
        item(
            dec!(1),
            dec!(30),
            Discount::Percent(dec!(10)),
            tax(TaxCategory::Standard, dec!(7)),
        ),
    ];
    case("EUR", TaxMode::Exclusive, Discount::Percent(dec!(5)), lines)
}

/// What is written is valid, reads back as it was meant, and says the invoice's own amounts.
fn holds(case: &Case, form: EinvoiceForm) {
    let xml = case
        .write(form)
        .unwrap_or_else(|missing| panic!("{form:?} {missing:#?}"));
    let checked = report("x", xml.as_bytes());
    assert_eq!(checked.verdict, Verdict::Valid, "{form:?} {}", checked.text());
    assert!(checked.remarks.is_empty(), "{form:?} {}", checked.text());
    let read = *checked.invoice.unwrap();
    let face = case.invoice.face();
    assert_eq!(
        read,
        model::of(&Billed {
            invoice: &face,
            terms: &case.terms(form)
        })
        .unwrap(),
        "{form:?}"
    );
    let same = |amount: en16931::InvoiceAmount, money: folio_domain::Money| {
        assert_eq!(amount.into_decimal(), money.to_decimal(), "{form:?}");
    };
    same(read.totals.taxable_total, face.taxable_total);
    same(read.totals.vat_total.unwrap(), face.tax_total);
    same(read.totals.gross_total, face.total);
    assert_eq!(case.write(form), Ok(xml), "the same bytes again");
}

#[test]
fn a_plain_invoice_is_written_in_every_profile() {
    for form in EinvoiceForm::ALL {
        holds(&plain(), form);
    }
}

#[test]
fn what_is_written_stays_as_it_is() {
    assert_snapshot!("ubl", plain().write(EinvoiceForm::Peppol).unwrap());
    assert_snapshot!("cii", plain().write(EinvoiceForm::FacturX).unwrap());
}

/// The credit note that takes the whole of `case` back.
fn credited(mut case: Case) -> Case {
    case.invoice.credits = Some(Credited {
        invoice_id: InvoiceId(Uuid::from_u128(6)),
        number: "2026-0006".to_owned(),
        issue_date: date(2026, 2, 1),
        reason: "Delivered\ntwice".to_owned(),
    });
    case.invoice = case.invoice.face().into_owned();
    case
}

#[test]
fn a_credit_note_names_what_it_takes_back_and_says_its_amounts_above_zero() {
    for form in EinvoiceForm::ALL {
        let case = credited(plain());
        assert!(case.invoice.total.minor < 0);
        holds(&case, form);
        let read = report("x", case.write(form).unwrap().as_bytes()).invoice.unwrap();
        assert_eq!(read.kind, en16931::DocumentKind::CreditNote, "{form:?}");
        assert_eq!(read.type_code.unwrap().as_str(), "381", "{form:?}");
        let [before] = read.preceding_invoices.as_slice() else {
            panic!("{form:?} {:?}", read.preceding_invoices);
        };
        assert_eq!(before.reference.as_str(), "2026-0006");
        assert_eq!(before.issue_date.unwrap().to_string(), "2026-02-01");
        assert!(read.totals.due.into_decimal() > Decimal::ZERO, "{form:?}");
        assert_eq!(read.due_date, None);
        assert!(read.payment.unwrap().means.is_none(), "nobody pays the business");
    }
}

#[test]
fn the_grid_holds() {
    let alike: &[(TaxCategory, Decimal)] = &[
        (TaxCategory::Standard, dec!(19)),
        (TaxCategory::Standard, dec!(5.5)),
        (TaxCategory::ZeroRated, dec!(0)),
        (TaxCategory::Exempt, dec!(0)),
        (TaxCategory::ReverseCharge, dec!(0)),
        (TaxCategory::IntraCommunity, dec!(0)),
        (TaxCategory::Export, dec!(0)),
        (TaxCategory::OutOfScope, dec!(0)),
    ];
    let discounts = [
        Discount::None,
        Discount::Percent(dec!(12.5)),
        Discount::Amount(dec!(3.33)),
    ];
    for (category, percent) in alike {
        for discount in discounts {
            for tax_mode in [TaxMode::Exclusive, TaxMode::Inclusive] {
                for currency in ["EUR", "JPY", "HUF", "USD"] {
                    let lines = vec![
                        item(dec!(3), dec!(33.333), discount, tax(*category, *percent)),
                        item(
                            dec!(0.125),
                            dec!(1999.99),
                            Discount::None,
                            tax(*category, *percent),
                        ),
                        item(dec!(-1), dec!(10), discount, tax(*category, *percent)),
                        item(dec!(2), dec!(-4.5), Discount::None, tax(*category, *percent)),
                    ];
                    let case = case(currency, tax_mode, discount, lines);
                    let taken_back = credited(case.clone());
                    for form in EinvoiceForm::ALL {
                        // XRechnung wants a rate even outside the scope of VAT, which EN 16931 forbids there.
                        let unwritable =
                            *category == TaxCategory::OutOfScope && form == EinvoiceForm::XRechnung;
                        if !unwritable {
                            holds(&case, form);
                            holds(&taken_back, form);
                        }
                    }
                }
            }
        }
    }
}

#[test]
fn lines_of_several_taxes_add_up() {
    let discounts = [
        Discount::None,
        Discount::Percent(dec!(3)),
        Discount::Amount(dec!(10)),
    ];
    for discount in discounts {
        for tax_mode in [TaxMode::Exclusive, TaxMode::Inclusive] {
            let lines = vec![
                item(
                    dec!(1),
                    dec!(0.01),
                    Discount::None,
                    tax(TaxCategory::Standard, dec!(19)),
                ),
                item(
                    dec!(7),
                    dec!(14.29),
                    Discount::Amount(dec!(0.03)),
                    tax(TaxCategory::Standard, dec!(19)),
                ),
                item(
                    dec!(7),
                    dec!(14.29),
                    Discount::None,
                    tax(TaxCategory::Standard, dec!(7)),
                ),
                item(
                    dec!(1),
                    dec!(100),
                    Discount::None,
                    tax(TaxCategory::ZeroRated, dec!(0)),
                ),
                item(
                    dec!(2.5),
                    dec!(9.99),
                    Discount::Percent(dec!(33)),
                    tax(TaxCategory::Exempt, dec!(0)),
                ),
            ];
            let case = case("EUR", tax_mode, discount, lines);
            for form in EinvoiceForm::ALL {
                holds(&case, form);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_amounts_add_up(
        lines in proptest::collection::vec(
            (1..100_000_i64, 0..3_u32, 0..1_000_000_i64, 0..4_u32, 0..3_usize, 0..100_i64),
            1..8,
        ),
        inclusive in any::<bool>(),
        discount in 0..50_i64,
    ) {
        let rates = [dec!(19), dec!(7), dec!(5.5)];
        let lines = lines
            .into_iter()
            .map(|(quantity, scale, price, digits, rate, off)| {
                let reduction = if off < 60 { Discount::None } else { Discount::Percent(Decimal::from(off)) };
                let taxes = tax(TaxCategory::Standard, rates[rate]);
                item(Decimal::new(quantity, scale), Decimal::new(price, digits), reduction, taxes)
            })
            .collect();
        let mode = if inclusive { TaxMode::Inclusive } else { TaxMode::Exclusive };
        let case = case("EUR", mode, Discount::Percent(Decimal::from(discount)), lines);
        holds(&case, EinvoiceForm::Peppol);
        holds(&case, EinvoiceForm::Cii);
    }
}

#[test]
fn what_is_missing_is_asked_for_all_at_once() {
    let mut bare = plain();
    bare.invoice.seller.tax_id.clear();
    bare.invoice.seller.phone.clear();
    bare.invoice.seller.address = Address::default();
    bare.invoice.buyer.address = Address::default();
    bare.invoice.buyer.email.clear();
    bare.invoice.buyer.tax_id.clear();
    bare.invoice.bank = BankDetails::default();
    bare.invoice.reference.clear();
    let asked: Vec<String> = EinvoiceForm::ALL
        .into_iter()
        .map(|form| format!("{form:?}\n{}", bare.write(form).unwrap_err().join("\n")))
        .collect();
    assert_snapshot!("missing", asked.join("\n\n"));
}

#[test]
fn what_the_standard_has_no_words_for_is_refused() {
    let standard = |percent| tax(TaxCategory::Standard, percent);
    let one = |taxes| vec![item(dec!(1), dec!(10), Discount::None, taxes)];
    let both = [standard(dec!(9)), standard(dec!(9))].concat();
    let mut nameless = plain();
    nameless.invoice.lines[1].item.description = " \u{1} ".to_owned();
    let mixed = [one(standard(dec!(19))), one(Vec::new())].concat();
    let scopes = [
        one(standard(dec!(19))),
        one(tax(TaxCategory::OutOfScope, dec!(0))),
    ]
    .concat();
    let of = |currency, lines| case(currency, TaxMode::Exclusive, Discount::None, lines);
    let mut reasonless = of("EUR", one(tax(TaxCategory::Exempt, dec!(0))));
    reasonless.terms.exemption_reason.clear();
    let mut undelivered = of("EUR", one(tax(TaxCategory::IntraCommunity, dec!(0))));
    undelivered.invoice.delivered_on = None;
    let cases = [
        ("two taxes on a line", of("EUR", one(both))),
        ("a line without tax beside one with", of("EUR", mixed)),
        (
            "three decimals",
            of(
                "KWD",
                vec![item(dec!(1), dec!(1.005), Discount::None, standard(dec!(5)))],
            ),
        ),
        ("no description", nameless),
        ("a standard rate of nothing", of("EUR", one(standard(dec!(0))))),
        (
            "an exempt rate of something",
            of("EUR", one(tax(TaxCategory::Exempt, dec!(5)))),
        ),
        ("outside the scope beside standard", of("EUR", scopes)),
        ("exempt without a reason", reasonless),
        ("within the Union without a date", undelivered),
    ];
    let refused: Vec<String> = cases
        .iter()
        .map(|(name, case)| {
            format!(
                "{name}: {}",
                case.write(EinvoiceForm::Ubl).unwrap_err().join("; ")
            )
        })
        .collect();
    assert_snapshot!("refused", refused.join("\n"));
}

#[test]
fn lines_without_any_tax_are_outside_the_scope() {
    let case = case(
        "EUR",
        TaxMode::Exclusive,
        Discount::Amount(dec!(1)),
        vec![item(dec!(1), dec!(10), Discount::None, Vec::new())],
    );
    holds(&case, EinvoiceForm::Ubl);
    let read = report("x", case.write(EinvoiceForm::Cii).unwrap().as_bytes())
        .invoice
        .unwrap();
    assert_eq!(read.vat_breakdown[0].category.as_str(), "O");
    assert_eq!(read.seller.vat_identifier, None);
}

#[test]
fn a_given_address_goes_before_a_guessed_one() {
    let mut case = plain();
    let endpoint = |scheme: &str, address: &str| Endpoint {
        scheme: scheme.to_owned(),
        address: address.to_owned(),
    };
    case.terms.seller_endpoint = endpoint("0204", "991-01234-44");
    case.terms.buyer_endpoint = endpoint("0204", "991-33333-33");
    let xml = case.write(EinvoiceForm::XRechnung).unwrap();
    assert!(xml.contains("schemeID=\"0204\">991-33333-33<") && !xml.contains("schemeID=\"EM\""));
    case.terms.buyer_endpoint = endpoint("9999", "x");
    assert!(case.write(EinvoiceForm::Peppol).unwrap_err()[0].contains("einvoice-endpoint-scheme"));
}
