//! Rules about the elements of UBL.

use en16931::codes::{contains, generated};

use super::{Found, distinct};
use crate::einvoices::tree::{Element, all, anywhere, first, named, string, text_at};

const SUPPLIER_NAME: &str = "AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName";

pub(super) fn check(root: Element<'_>, found: &mut Found) {
    for element in root.descendants().filter(|node| node.is_element()) {
        let name = element.tag_name().name();
        match name {
            "PostalAddress" | "Address" => found.unless(
                named(element, "AddressLine").count() <= 1,
                "UBL-SR-51",
                element,
                "an address has one third line at most",
            ),
            "AdditionalDocumentReference" => supporting_document(root, element, found),
            "AllowanceCharge" => {
                reasons(element, found);
                if let Some(code) = first(element, "AllowanceChargeReasonCode").map(string) {
                    let charge = text_at(element, "ChargeIndicator").as_deref() == Some("true");
                    super::reason_code(code.trim(), charge, element, found);
                }
            }
            "PartyTaxScheme" => found.unless(
                first(element, "TaxScheme/ID").is_some() && first(element, "CompanyID").is_some(),
                "UBL-SR-53",
                element,
                "a tax registration needs its scheme and its number",
            ),
            "BillingReference" => found.unless(
                first(element, "InvoiceDocumentReference/ID").is_some(),
                "UBL-SR-07",
                element,
                "a preceding invoice needs its number",
            ),
            "PayeeParty" => payee(root, element, found),
            "InvoiceLine" | "CreditNoteLine" => invoice_line(element, found),
            "InvoicedQuantity" | "CreditedQuantity" | "BaseQuantity" => quantity(element, found),
            "TaxCategory" => category(element, "BR-CL-17", found),
            "ClassifiedTaxCategory" => category(element, "BR-CL-18", found),
            "Country" => country(element, "BR-CL-14", found),
            "OriginCountry" => country(element, "BR-CL-15", found),
            "TaxSubtotal" => subtotal(element, found),
            "LegalMonetaryTotal" => needs(
                element,
                &[
                    ("LineExtensionAmount", "BR-12"),
                    ("TaxExclusiveAmount", "BR-13"),
                    ("TaxInclusiveAmount", "BR-14"),
                ],
                found,
            ),
            _ if name.ends_with("Amount") => amount(element, found),
            _ if name.ends_with("BinaryObject") => attachment(element, found),
            _ => {}
        }
    }
    whole(root, found);
}

fn supporting_document(root: Element<'_>, element: Element<'_>, found: &mut Found) {
    let code = first(element, "DocumentTypeCode").map(string);
    let code = code.as_deref();
    let credit_note = root.tag_name().name() == "CreditNote";
    let scheme = first(element, "ID").is_some_and(|id| id.attribute("schemeID").is_some());
    let fits = code == Some("130") || credit_note && code == Some("50") || !scheme && code.is_none();
    found.unless(
        fits,
        "UBL-SR-43",
        element,
        "a scheme or a type is only for an invoiced object (130) or, in a credit note, a project (50)",
    );
    if code == Some("130") {
        found.unless(
            named(element, "Attachment").next().is_none(),
            "UBL-CR-666",
            element,
            "an invoiced object has no attachment",
        );
        found.unless(
            named(element, "DocumentDescription").next().is_none(),
            "UBL-CR-673",
            element,
            "an invoiced object has no description",
        );
    }
}

fn reasons(element: Element<'_>, found: &mut Found) {
    let charge = first(element, "ChargeIndicator").map(string);
    let (reasons, category) = match charge.as_deref().map(str::trim) {
        Some("true" | "1") => ("UBL-SR-31", "BR-37"),
        _ => ("UBL-SR-30", "BR-32"),
    };
    let count = named(element, "AllowanceChargeReason").count();
    found.unless(
        count <= 1,
        reasons,
        element,
        "an allowance or charge has one reason at most",
    );
    let of_the_whole = element
        .parent_element()
        .is_some_and(|parent| parent.parent_element().is_none());
    if of_the_whole {
        let fits = vat_categories(element, "TaxCategory").next().is_some();
        found.unless(
            fits,
            category,
            element,
            "an allowance or charge needs its VAT category",
        );
    }
}

fn invoice_line(element: Element<'_>, found: &mut Found) {
    let categories = all(element, "Item/ClassifiedTaxCategory").len();
    found.unless(
        categories == 1,
        "UBL-SR-48",
        element,
        "a line has exactly one VAT category",
    );
    let vat = first(element, "Item")
        .is_some_and(|item| vat_categories(item, "ClassifiedTaxCategory").next().is_some());
    found.unless(vat, "BR-CO-04", element, "a line needs its VAT category");
    let quantity = first(element, "InvoicedQuantity").or_else(|| first(element, "CreditedQuantity"));
    found.unless(quantity.is_some(), "BR-22", element, "a line needs its quantity");
    let unit = quantity.is_some_and(|quantity| quantity.attribute("unitCode").is_some());
    found.unless(unit, "BR-23", element, "a line needs its unit");
    let price = first(element, "Price/PriceAmount").is_some();
    found.unless(price, "BR-26", element, "a line needs its net price");
}

/// The tax categories called `name` below `parent` that are of VAT and have a code.
fn vat_categories<'a>(parent: Element<'a>, name: &'a str) -> impl Iterator<Item = Element<'a>> {
    named(parent, name).filter(|category| {
        let scheme = first(*category, "TaxScheme/ID").map(string).unwrap_or_default();
        scheme.trim().eq_ignore_ascii_case("VAT") && first(*category, "ID").is_some()
    })
}

fn subtotal(element: Element<'_>, found: &mut Found) {
    needs(
        element,
        &[("TaxableAmount", "BR-45"), ("TaxAmount", "BR-46")],
        found,
    );
    let categories: Vec<Element<'_>> = vat_categories(element, "TaxCategory").collect();
    found.unless(
        !categories.is_empty(),
        "BR-47",
        element,
        "a tax needs its VAT category",
    );
    let rated = categories.iter().any(|category| {
        let code = first(*category, "ID").map(string).unwrap_or_default();
        first(*category, "Percent").is_some() || code.trim() == "O"
    });
    found.unless(
        rated,
        "BR-48",
        element,
        "a tax needs its rate, unless it is outside the scope of VAT",
    );
}

fn needs(element: Element<'_>, children: &[(&str, &'static str)], found: &mut Found) {
    for (child, rule) in children {
        let words = format!("{} needs {child}", element.tag_name().name());
        found.unless(first(element, child).is_some(), rule, element, &words);
    }
}

fn category(element: Element<'_>, rule: &'static str, found: &mut Found) {
    for id in named(element, "ID") {
        let fits = contains(generated::VAT_CATEGORY_CODES, string(id).trim());
        found.unless(fits, rule, id, "this is no code of a VAT category");
    }
}

fn country(element: Element<'_>, rule: &'static str, found: &mut Found) {
    for code in named(element, "IdentificationCode") {
        let fits = contains(generated::COUNTRY_CODES, string(code).trim());
        found.unless(fits, rule, code, "this is no code of a country");
    }
}

fn quantity(element: Element<'_>, found: &mut Found) {
    if let Some(unit) = element.attribute("unitCode") {
        let fits = contains(generated::UNIT_CODES, unit.trim());
        found.unless(fits, "BR-CL-23", element, "this is no code of a unit");
    }
}

/// A payee who is the seller is none, and must be named.
fn payee(root: Element<'_>, element: Element<'_>, found: &mut Found) {
    let seller: Vec<String> = all(root, SUPPLIER_NAME).into_iter().map(string).collect();
    let names: Vec<String> = all(element, "PartyName/Name").into_iter().map(string).collect();
    let other = names
        .iter()
        .any(|name| seller.iter().any(|seller| seller != name));
    let identifiers = all(element, "PartyIdentification/ID")
        .into_iter()
        .filter(|id| {
            id.attribute("schemeID")
                .is_some_and(|scheme| !scheme.eq_ignore_ascii_case("SEPA"))
        })
        .count();
    let fits = names.len() <= 1 && other;
    found.unless(
        fits,
        "UBL-SR-19",
        element,
        "a payee has one name, other than the seller's",
    );
    found.unless(
        identifiers <= 1 && other,
        "UBL-SR-20",
        element,
        "a payee has one identifier at most",
    );
    let registrations = all(element, "PartyLegalEntity/CompanyID").len();
    found.unless(
        registrations <= 1 && other,
        "UBL-SR-21",
        element,
        "a payee has one registration at most",
    );
}

fn amount(element: Element<'_>, found: &mut Found) {
    if let Some(currency) = element.attribute("currencyID") {
        let fits = contains(generated::CURRENCY_CODES, currency.trim());
        found.unless(fits, "BR-CL-03", element, "this is no code of a currency");
    }
    decimals(element, found);
}

fn decimals(element: Element<'_>, found: &mut Found) {
    let unit_price = element.tag_name().name().ends_with("PriceAmount");
    let of_a_price = element.ancestors().skip(1).any(|node| {
        node.tag_name().name() == "AllowanceCharge"
            && node
                .parent_element()
                .is_some_and(|parent| parent.tag_name().name() == "Price")
    });
    if unit_price || of_a_price {
        return;
    }
    let amount = string(element);
    let decimals = amount
        .split_once('.')
        .map_or(0, |(_, decimals)| decimals.chars().count());
    found.unless(
        decimals <= 2,
        "UBL-DT-01",
        element,
        "an amount has two decimals at most",
    );
}

fn attachment(element: Element<'_>, found: &mut Found) {
    let has = |name: &str| element.attribute(name).is_some();
    found.unless(
        has("mimeCode"),
        "UBL-DT-06",
        element,
        "an attachment needs its type (mimeCode)",
    );
    found.unless(
        has("filename"),
        "UBL-DT-07",
        element,
        "an attachment needs its file name",
    );
}

fn whole(root: Element<'_>, found: &mut Found) {
    tax_total(root, found);
    let sepa = all_anywhere(root, "PartyIdentification", "ID")
        .into_iter()
        .filter(|id| {
            id.attribute("schemeID")
                .is_some_and(|scheme| scheme.eq_ignore_ascii_case("SEPA"))
        })
        .count();
    found.unless(
        sepa <= 1,
        "UBL-SR-29",
        root,
        "there is one bank-assigned creditor identifier at most",
    );
    let registrations = all(root, "AccountingSupplierParty/Party/PartyTaxScheme").len();
    found.unless(
        registrations <= 2,
        "UBL-SR-42",
        root,
        "the seller has two tax registrations at most",
    );
    let references = anywhere(root, "PaymentID").map(string).collect();
    found.unless(
        distinct(references) <= 1,
        "UBL-SR-44",
        root,
        "there is one payment reference",
    );
    let codes = anywhere(root, "PaymentMeansCode").map(string).collect();
    found.unless(
        distinct(codes) <= 1,
        "UBL-SR-47",
        root,
        "there is one means of payment",
    );
    let texts = all(root, "PaymentMeans/PaymentMeansCode")
        .into_iter()
        .filter(|code| code.attribute("name").is_some())
        .count();
    found.unless(
        texts <= 1,
        "UBL-SR-46",
        root,
        "there is one text on the means of payment",
    );
}

/// Exactly one tax total is in the invoice's currency.
fn tax_total(root: Element<'_>, found: &mut Found) {
    let currency = first(root, "DocumentCurrencyCode").map(string);
    let count = all(root, "TaxTotal/TaxAmount")
        .into_iter()
        .filter(|tax| tax.attribute("currencyID") == currency.as_deref())
        .count();
    let fits = currency.is_none() || count == 1;
    found.unless(
        fits,
        "BR-CO-15",
        root,
        "there is one tax total in the invoice's currency",
    );
}

fn all_anywhere<'a>(root: Element<'a>, parent: &str, name: &str) -> Vec<Element<'a>> {
    anywhere(root, parent)
        .flat_map(|parent| named(parent, name).collect::<Vec<_>>())
        .collect()
}
