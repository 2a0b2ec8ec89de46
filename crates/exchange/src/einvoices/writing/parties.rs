//! The business and the client, as an e-invoice names them.

use en16931::Identifier;
use en16931::codes::{contains, generated};
use en16931::invoice::{Code, Contact, Party as ModelParty, PostalAddress};
use folio_domain::addresses::Address;
use folio_domain::einvoicing::{EinvoiceForm, Endpoint};
use folio_domain::invoices::Party;

use super::Billed;

/// The electronic address schemes that are VAT numbers, by the country that they begin with (code list EAS).
const VAT_SCHEMES: &[(&str, &str)] = &[
    ("AT", "9914"),
    ("BE", "9925"),
    ("BG", "9926"),
    ("CH", "9927"),
    ("CY", "9928"),
    ("CZ", "9929"),
    ("DE", "9930"),
    ("EE", "9931"),
    ("EL", "9933"),
    ("ES", "9920"),
    ("FR", "9957"),
    ("GB", "9932"),
    ("HR", "9934"),
    ("HU", "9910"),
    ("IE", "9935"),
    ("IT", "0211"),
    ("LI", "9936"),
    ("LT", "9937"),
    ("LU", "9938"),
    ("LV", "9939"),
    ("MT", "9943"),
    ("NL", "9944"),
    ("PL", "9945"),
    ("PT", "9946"),
    ("RO", "9947"),
    ("SI", "9949"),
    ("SK", "9950"),
];

/// The business. `untaxed` is for an invoice outside the scope of VAT, which may name no VAT number (BR-O-02).
pub(super) fn seller(billed: &Billed<'_>, untaxed: bool) -> ModelParty {
    let seller = &billed.invoice.seller;
    let mut party = party(seller, untaxed);
    if party.vat_identifier.is_none() && !seller.tax_id.trim().is_empty() {
        // Some number must tell who the seller is (BR-CO-26).
        party.identifiers = vec![Identifier::new(text(&seller.tax_id))];
        party.tax_registration = (!untaxed).then(|| text(&seller.tax_id));
    }
    party.electronic_address = endpoint(&billed.terms.seller_endpoint, seller, billed.terms.form);
    party.contact = Contact {
        name: some(&seller.name),
        phone: some(&seller.phone),
        email: some(&seller.email),
    };
    party
}

/// The client.
pub(super) fn buyer(billed: &Billed<'_>, untaxed: bool) -> ModelParty {
    let buyer = &billed.invoice.buyer;
    let mut party = party(buyer, untaxed);
    party.electronic_address = endpoint(&billed.terms.buyer_endpoint, buyer, billed.terms.form);
    party.contact.phone = some(&buyer.phone);
    party.contact.email = some(&buyer.email);
    party
}

fn party(party: &Party, untaxed: bool) -> ModelParty {
    ModelParty {
        name: some(&party.name),
        vat_identifier: vat_number(&party.tax_id).filter(|_| !untaxed),
        address: address(&party.address),
        ..ModelParty::default()
    }
}

/// An address of at most three lines; further ones join the third.
pub(super) fn address(address: &Address) -> PostalAddress {
    let mut lines = address.street.lines().filter_map(some);
    let (line1, line2) = (lines.next(), lines.next());
    let rest: Vec<String> = lines.collect();
    PostalAddress {
        line1,
        line2,
        line3: some(&rest.join(", ")),
        city: some(&address.city),
        post_code: some(&address.postal_code),
        subdivision: some(&address.region),
        country: some(&address.country).map(Code::new),
    }
}

/// `tax_id` without blanks and dots, when it begins with a country as VAT numbers do (BR-CO-09).
fn vat_number(tax_id: &str) -> Option<String> {
    let number: String = tax_id.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let country = number.get(..2)?;
    let known = country == "EL" || country == "XI" || contains(generated::COUNTRY_CODES, country);
    let rest = number.get(2..)?;
    let numbered = rest.len() >= 2 && rest.bytes().any(|byte| byte.is_ascii_digit());
    (known && numbered && number.is_ascii()).then_some(number)
}

/// The electronic address: as given, else the e-mail address where a profile takes one, else the VAT number where its
/// country has a scheme for it.
fn endpoint(given: &Endpoint, party: &Party, form: EinvoiceForm) -> Option<Identifier> {
    if given.is_given() {
        return Some(Identifier::schemed(text(&given.address), text(&given.scheme)));
    }
    match form {
        EinvoiceForm::Ubl | EinvoiceForm::Cii | EinvoiceForm::FacturX => None,
        EinvoiceForm::XRechnung => some(&party.email).map(|email| Identifier::schemed(email, "EM")),
        EinvoiceForm::Peppol => {
            let number = vat_number(&party.tax_id)?;
            let country = number.get(..2)?;
            let (_, scheme) = VAT_SCHEMES.iter().find(|(known, _)| *known == country)?;
            contains(generated::PEPPOL_EAS_SCHEMES, scheme)
                .then(|| Identifier::schemed(number.clone(), *scheme))
        }
    }
}

/// `value` as XML can carry it, trimmed.
pub(super) fn text(value: &str) -> String {
    let carried = |letter: &char| {
        matches!(letter, '\t' | '\n' | '\r') || *letter >= ' ' && !matches!(letter, '\u{fffe}' | '\u{ffff}')
    };
    value
        .chars()
        .filter(carried)
        .collect::<String>()
        .trim()
        .to_owned()
}

/// [`text`], when there is some.
pub(super) fn some(value: &str) -> Option<String> {
    Some(text(value)).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_numbers_that_begin_with_a_country_are_vat_numbers() {
        let cases = [
            ("DE 123 456 789", Some("DE123456789")),
            ("EL123456789", Some("EL123456789")),
            ("27AAPFU0939F1ZV", None),
            ("133/8150/8159", None),
            ("DEUTSCH", None),
            ("", None),
        ];
        for (tax_id, expect) in cases {
            assert_eq!(vat_number(tax_id).as_deref(), expect, "{tax_id}");
        }
    }

    #[test]
    fn every_scheme_is_one() {
        assert!(
            VAT_SCHEMES
                .iter()
                .all(|(_, scheme)| contains(generated::EAS_SCHEMES, scheme))
        );
    }

    #[test]
    fn letters_that_xml_cannot_carry_are_left_out() {
        assert_eq!(text(" a\u{0}b\u{b}c\nd\u{ffff} "), "abc\nd");
    }
}
