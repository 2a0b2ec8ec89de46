//! Rules about the elements of CII.

use en16931::codes::{contains, generated};
use rust_decimal::Decimal;

use super::{Found, distinct};
use crate::einvoices::declared::Level;
use crate::einvoices::tree::{Element, all, anywhere, first, named, string, text_at};

const SETTLEMENT: &str = "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement";
const MEANS: &str = "SpecifiedTradeSettlementPaymentMeans";

/// The rules of EN 16931.
pub(super) fn check(root: Element<'_>, found: &mut Found) {
    for element in root.descendants().filter(|node| node.is_element()) {
        let name = element.tag_name().name();
        match name {
            "DateTimeString" => date(element, found),
            "CountryID" => found.unless(
                contains(generated::COUNTRY_CODES, string(element).trim()),
                "BR-CL-14",
                element,
                "this is no code of a country",
            ),
            MEANS => account(element, "CII-SR-470", found),
            "SpecifiedTradeAllowanceCharge" => reason_code(element, found),
            _ if name.ends_with("ReferencedDocument") => referenced(element, found),
            _ if name.ends_with("Amount") && name != "TaxTotalAmount" => found.unless(
                element.attribute("currencyID").is_none(),
                "CII-DT-031",
                element,
                "only the tax total names a currency",
            ),
            _ if name.ends_with("TradeTax") => {
                let code = first(element, "TypeCode").map(string);
                let fits = code.as_deref().is_none_or(|code| code == "VAT");
                found.unless(fits, "CII-DT-037", element, "the tax is VAT");
            }
            _ => {}
        }
    }
    means(root, found);
    totals(root, found);
    decimals(root, found);
    canary(root, found);
    for tax in all(root, &format!("{SETTLEMENT}/ApplicableTradeTax")) {
        found.unless(
            first(tax, "BasisAmount").is_some(),
            "BR-45",
            tax,
            "a tax needs what it is taken of",
        );
        found.unless(
            first(tax, "CalculatedAmount").is_some(),
            "BR-46",
            tax,
            "a tax needs its amount",
        );
    }
}

/// One tax total at most is in the invoice's currency.
fn totals(root: Element<'_>, found: &mut Found) {
    let currency = first(root, &format!("{SETTLEMENT}/InvoiceCurrencyCode")).map(string);
    for sums in all(
        root,
        &format!("{SETTLEMENT}/SpecifiedTradeSettlementHeaderMonetarySummation"),
    ) {
        let count = named(sums, "TaxTotalAmount")
            .filter(|tax| tax.attribute("currencyID") == currency.as_deref())
            .count();
        found.unless(
            count <= 1,
            "BR-CO-15",
            sums,
            "there is one tax total at most in the invoice's currency",
        );
    }
}

/// The tax of the Canary Islands has a rate above zero.
fn canary(root: Element<'_>, found: &mut Found) {
    for element in root.descendants().filter(|node| node.is_element()) {
        let rule = match (
            element.tag_name().name(),
            element.parent_element().map(|parent| parent.tag_name().name()),
        ) {
            ("ApplicableTradeTax", Some("SpecifiedLineTradeSettlement")) => "BR-AF-05",
            ("CategoryTradeTax", _) => "BR-AF-06",
            _ => continue,
        };
        let rate: Option<Decimal> =
            text_at(element, "RateApplicablePercent").and_then(|rate| rate.parse().ok());
        let fits = text_at(element, "CategoryCode").as_deref() != Some("L")
            || rate.is_some_and(|rate| rate > Decimal::ZERO);
        found.unless(
            fits,
            rule,
            element,
            "the tax of the Canary Islands has a rate above zero",
        );
    }
}

/// Those of them that a Factur-X profile keeps.
pub(super) fn profile(root: Element<'_>, level: Level, found: &mut Found) {
    decimals(root, found);
    if level == Level::Basic {
        for element in anywhere(root, MEANS) {
            account(element, "BR-CO-27", found);
        }
    }
    if level == Level::BasicWl {
        for element in anywhere(root, MEANS) {
            account(element, "CII-SR-470", found);
        }
    }
    if matches!(level, Level::BasicWl | Level::Extended) {
        means(root, found);
    }
    if level == Level::Extended {
        for element in anywhere(root, "DateTimeString") {
            date(element, found);
        }
    }
    canary(root, found);
    if matches!(level, Level::BasicWl | Level::Basic) {
        totals(root, found);
        for tax in anywhere(root, "ApplicableTradeTax") {
            let of_a_line = tax
                .parent_element()
                .is_some_and(|parent| parent.tag_name().name() == "SpecifiedLineTradeSettlement");
            let code = first(tax, "TypeCode").map(string).unwrap_or_default();
            let rule = if of_a_line { "BR-CO-04" } else { "BR-CO-17" };
            found.unless(
                code.trim().eq_ignore_ascii_case("VAT"),
                rule,
                tax,
                "the tax is VAT",
            );
        }
    }
    for party in anywhere(root, "SellerTradeParty") {
        contact(party, "CII-SR-465", found);
    }
    for party in anywhere(root, "BuyerTradeParty") {
        contact(party, "CII-SR-466", found);
    }
}

/// Whether an allowance or charge, of the whole or of a line, says that it is a charge.
fn is_charge(element: Element<'_>) -> bool {
    text_at(element, "ChargeIndicator/Indicator").as_deref() == Some("true")
}

fn reason_code(element: Element<'_>, found: &mut Found) {
    let Some(code) = first(element, "ReasonCode").map(string) else {
        return;
    };
    super::reason_code(code.trim(), is_charge(element), element, found);
}

/// Amounts have two decimals at most; unit prices and what is taken off them may have more.
fn decimals(root: Element<'_>, found: &mut Found) {
    for element in root.descendants().filter(|node| node.is_element()) {
        let Some(rule) = decimals_rule(element) else {
            continue;
        };
        let amount = string(element);
        let decimals = amount.trim().split_once('.').map_or(0, |(_, after)| after.len());
        found.unless(decimals <= 2, rule, element, "an amount has two decimals at most");
    }
}

fn decimals_rule(element: Element<'_>) -> Option<&'static str> {
    let parent = element.parent_element()?;
    Some(match (parent.tag_name().name(), element.tag_name().name()) {
        ("SpecifiedTradeSettlementHeaderMonetarySummation", name) => match name {
            "LineTotalAmount" => "BR-DEC-09",
            "AllowanceTotalAmount" => "BR-DEC-10",
            "ChargeTotalAmount" => "BR-DEC-11",
            "TaxBasisTotalAmount" => "BR-DEC-12",
            "TaxTotalAmount" => "BR-DEC-13",
            "GrandTotalAmount" => "BR-DEC-14",
            "TotalPrepaidAmount" => "BR-DEC-16",
            "RoundingAmount" => "BR-DEC-17",
            "DuePayableAmount" => "BR-DEC-18",
            _ => return None,
        },
        ("SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount") => "BR-DEC-23",
        ("ApplicableTradeTax", "BasisAmount") => "BR-DEC-19",
        ("ApplicableTradeTax", "CalculatedAmount") => "BR-DEC-20",
        ("SpecifiedTradeAllowanceCharge", name) => {
            let of_the_whole =
                parent.parent_element()?.tag_name().name() == "ApplicableHeaderTradeSettlement";
            match (name, of_the_whole, is_charge(parent)) {
                ("ActualAmount", true, false) => "BR-DEC-01",
                ("BasisAmount", true, false) => "BR-DEC-02",
                ("ActualAmount", true, true) => "BR-DEC-05",
                ("BasisAmount", true, true) => "BR-DEC-06",
                ("ActualAmount", false, false) => "BR-DEC-24",
                ("BasisAmount", false, false) => "BR-DEC-25",
                ("ActualAmount", false, true) => "BR-DEC-27",
                ("BasisAmount", false, true) => "BR-DEC-28",
                _ => return None,
            }
        }
        _ => return None,
    })
}

fn date(element: Element<'_>, found: &mut Found) {
    let text = string(element);
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = |range| {
        text.get(range)
            .and_then(|part: &str| part.parse::<u8>().ok())
            .unwrap_or(0)
    };
    let day = (1..=12).contains(&number(4..6)) && (1..=31).contains(&number(6..8));
    match element.attribute("format") {
        Some("102") => found.unless(
            digits && text.len() == 8 && day,
            "CII-DT-097",
            element,
            "a date with format 102 is written YYYYMMDD",
        ),
        Some("205") => found.unless(
            digits && text.len() == 12 && day && number(8..10) < 24 && number(10..12) < 60,
            "BR-FXEXT-CII-DT-097a",
            element,
            "a time with format 205 is written YYYYMMDDHHMM",
        ),
        _ => {}
    }
}

/// A transfer goes to one account, by IBAN or by another number.
fn account(element: Element<'_>, rule: &'static str, found: &mut Found) {
    let code = first(element, "TypeCode").map(string).unwrap_or_default();
    if !matches!(code.trim(), "30" | "58") {
        return;
    }
    let has = |name: &str| first(element, &format!("PayeePartyCreditorFinancialAccount/{name}")).is_some();
    found.unless(
        has("IBANID") != has("ProprietaryID"),
        rule,
        element,
        "a transfer needs either an IBAN or another account number",
    );
}

fn means(root: Element<'_>, found: &mut Found) {
    let values = |name: &str| {
        anywhere(root, MEANS)
            .flat_map(|means| named(means, name).collect::<Vec<_>>())
            .map(|element| string(element).split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    };
    found.unless(
        distinct(values("TypeCode")) <= 1,
        "CII-SR-467",
        root,
        "there is one means of payment",
    );
    found.unless(
        distinct(values("Information")) <= 1,
        "CII-SR-468",
        root,
        "there is one text on the means of payment",
    );
}

fn contact(party: Element<'_>, rule: &'static str, found: &mut Found) {
    let has = |name: &str| first(party, &format!("DefinedTradeContact/{name}")).is_some();
    found.unless(
        !(has("PersonName") && has("DepartmentName")),
        rule,
        party,
        "a contact is a person or a department",
    );
}

/// Of the documents that an invoice refers to, only some may say more than their number.
fn referenced(element: Element<'_>, found: &mut Found) {
    let name = element.tag_name().name();
    let codes: Vec<String> = named(element, "TypeCode").map(string).collect();
    let additional = name == "AdditionalReferencedDocument";
    let is = |code: &str| additional && codes.iter().any(|found| found == code);
    let supporting = is("916");
    let rules = [
        ("URIID", supporting, "CII-DT-015"),
        ("TypeCode", is("50") || is("130") || supporting, "CII-DT-018"),
        ("Name", supporting, "CII-DT-021"),
        ("AttachmentBinaryObject", supporting, "CII-DT-022"),
        ("ReferenceTypeCode", is("130"), "CII-DT-024"),
        (
            "FormattedIssueDateTime",
            name == "InvoiceReferencedDocument",
            "CII-DT-027",
        ),
    ];
    for (child, allowed, rule) in rules {
        let holds = allowed || named(element, child).next().is_none();
        found.unless(holds, rule, element, &format!("this reference has no {child}"));
    }
}
