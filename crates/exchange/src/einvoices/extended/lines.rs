//! Lines of EXTENDED, which may be groups and parts of groups.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::amounts::{amount, cents};
use super::{Extended, Found, is_detail, is_vat};
use crate::einvoices::tree::{Element, all, first, text_at};

const DOCUMENT: &str = "AssociatedDocumentLineDocument";
const NET: &str =
    "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount";

pub(super) fn check(invoice: &Extended<'_>, found: &mut Found) {
    for line in invoice.details() {
        detail(line, found);
    }
    groups(invoice, found);
    for line in &invoice.lines {
        for charge in all(
            *line,
            "SpecifiedLineTradeSettlement/SpecifiedTradeAllowanceCharge",
        ) {
            super::amounts::reason(charge, "BR-FXEXT-BR-44", found);
        }
    }
}

/// What a line that bills something must have.
fn detail(line: Element<'_>, found: &mut Found) {
    let quantity = first(line, "SpecifiedLineTradeDelivery/BilledQuantity");
    found.unless(
        quantity.is_some(),
        "BR-FXEXT-BR-22",
        line,
        "a line needs its quantity",
    );
    let unit = quantity.is_some_and(|quantity| quantity.attribute("unitCode").is_some());
    found.unless(unit, "BR-FXEXT-BR-23", line, "a line needs its unit");
    found.unless(
        first(line, NET).is_some(),
        "BR-FXEXT-BR-24",
        line,
        "a line needs its net amount",
    );
    let price = first(
        line,
        "SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount",
    );
    found.unless(
        price.is_some(),
        "BR-FXEXT-BR-26",
        line,
        "a line needs its net price",
    );
    let taxes = all(line, "SpecifiedLineTradeSettlement/ApplicableTradeTax");
    let named = taxes
        .iter()
        .any(|tax| first(*tax, "TypeCode").is_some_and(|code| crate::einvoices::tree::string(code) == "VAT"));
    let category = taxes
        .iter()
        .any(|tax| is_vat(*tax) && first(*tax, "CategoryCode").is_some());
    found.unless(
        named && category,
        "BR-FXEXT-CO-04",
        line,
        "a line needs its VAT category",
    );
}

/// Lines below others: a part names a group that is there, and a group's amount is that of its parts.
fn groups(invoice: &Extended<'_>, found: &mut Found) {
    let mut parts: BTreeMap<String, Vec<Element<'_>>> = BTreeMap::new();
    let ids: Vec<Option<String>> = invoice.lines.iter().map(|line| id(*line)).collect();
    for line in &invoice.lines {
        let Some(parent) = text_at(*line, &format!("{DOCUMENT}/ParentLineID")) else {
            continue;
        };
        let subtype = text_at(*line, &format!("{DOCUMENT}/LineStatusReasonCode"));
        found.unless(
            subtype.is_some(),
            "BR-FXEXT-06",
            *line,
            "a line below another needs its subtype",
        );
        let known = ids.contains(&Some(parent.clone()));
        found.unless(
            known,
            "BR-FXEXT-11",
            *line,
            "the line that this one is part of is not there",
        );
        parts.entry(parent).or_default().push(*line);
    }
    for line in invoice
        .lines
        .iter()
        .filter(|line| is_group(**line) && first(**line, NET).is_some())
    {
        let own = id(*line)
            .and_then(|id| parts.get(&id))
            .map_or(&[][..], Vec::as_slice);
        let complete = own
            .iter()
            .filter(|part| is_group(**part))
            .all(|part| first(*part, NET).is_some());
        found.unless(
            complete,
            "BR-FXEXT-12",
            *line,
            "groups in a group with an amount need one too",
        );
        let counted = own
            .iter()
            .filter(|part| is_group(**part) || is_marked_detail(**part));
        let sum: Option<Decimal> = counted.map(|part| amount(*part, NET)).sum();
        let fits = sum.map(cents) == amount(*line, NET);
        found.unless(
            fits,
            "BR-FXEXT-08",
            *line,
            "a group's amount is the sum of its parts",
        );
    }
}

fn id(line: Element<'_>) -> Option<String> {
    text_at(line, &format!("{DOCUMENT}/LineID"))
}

fn is_group(line: Element<'_>) -> bool {
    text_at(line, &format!("{DOCUMENT}/LineStatusReasonCode")).as_deref() == Some("GROUP")
}

fn is_marked_detail(line: Element<'_>) -> bool {
    is_detail(line) && first(line, &format!("{DOCUMENT}/LineStatusReasonCode")).is_some()
}
