//! Plain words for what is wrong with a bill. The rules have hundreds of ids and each its own English; a person is told
//! what kind of thing is wrong and where, in their language, and can look at the rule itself below.

use folio_domain::bills::{BILL_BYTES_MAX, BillFinding, BillText};

use crate::einvoices::{Finding, ReadError, Source};

/// What rules are about, by their ids: whole ids first, then how ids begin and end.
const ABOUT: &[(&[&str], &str)] = &[
    (
        &["BR-01", "BR-02", "BR-03", "BR-04", "BR-05", "BR-CO-03", "BR-53"],
        "bills-rule-head",
    ),
    (
        &[
            "BR-06",
            "BR-08",
            "BR-09",
            "BR-62",
            "BR-CO-26",
            "BR-DE-2",
            "BR-DE-3",
            "BR-DE-4",
            "BR-DE-5",
            "BR-DE-6",
            "BR-DE-7",
            "BR-DE-27",
            "BR-DE-28",
            "PEPPOL-EN16931-R020",
        ],
        "bills-rule-seller",
    ),
    (
        &[
            "BR-07",
            "BR-10",
            "BR-11",
            "BR-63",
            "BR-DE-8",
            "BR-DE-9",
            "PEPPOL-EN16931-R010",
        ],
        "bills-rule-buyer",
    ),
    (
        &[
            "BR-16", "BR-21", "BR-22", "BR-23", "BR-24", "BR-25", "BR-26", "BR-27", "BR-28", "BR-54",
            "BR-64", "BR-65", "BR-CO-04",
        ],
        "bills-rule-line",
    ),
    (
        &[
            "BR-31", "BR-32", "BR-33", "BR-36", "BR-37", "BR-38", "BR-41", "BR-42", "BR-43", "BR-44",
            "BR-CO-05", "BR-CO-06", "BR-CO-07", "BR-CO-08", "BR-CO-21", "BR-CO-22", "BR-CO-23", "BR-CO-24",
        ],
        "bills-rule-reduction",
    ),
    (&["BR-12", "BR-13", "BR-14", "BR-15"], "bills-rule-sum-missing"),
    (
        &[
            "BR-CO-10", "BR-CO-11", "BR-CO-12", "BR-CO-13", "BR-CO-14", "BR-CO-15", "BR-CO-16", "BR-CO-17",
        ],
        "bills-rule-sums",
    ),
    (&["BR-29", "BR-30", "BR-CO-19", "BR-CO-20"], "bills-rule-period"),
    (
        &[
            "BR-17",
            "BR-49",
            "BR-50",
            "BR-51",
            "BR-61",
            "BR-CO-25",
            "BR-CO-27",
            "BR-DE-1",
            "BR-DE-13",
            "BR-DE-14",
            "BR-DE-19",
            "CII-SR-470",
        ],
        "bills-rule-payment",
    ),
    (
        &["BR-52", "BR-55", "BR-DE-15", "PEPPOL-EN16931-R003"],
        "bills-rule-reference",
    ),
    (&["BR-CO-09"], "bills-rule-tax-number"),
    (
        &["BR-45", "BR-46", "BR-47", "BR-48", "BR-CO-18"],
        "bills-rule-tax",
    ),
    (&["BR-57", "BR-IC-11", "BR-IC-12"], "bills-rule-delivery"),
    (&["CII-DT-097"], "bills-rule-date"),
];

/// The rules of a kind of tax: `BR-S-08` and the like.
const TAXED: &[&str] = &[
    "BR-S-", "BR-Z-", "BR-E-", "BR-AE-", "BR-IC-", "BR-G-", "BR-O-", "BR-AF-", "BR-AG-", "BR-B-",
];

/// Where something stands, by the words that a place has for it: terms of EN 16931 and elements of both syntaxes.
const AREAS: &[(&[&str], &str)] = &[
    (
        &[
            "BG-4",
            "BG-5",
            "BG-6",
            "AccountingSupplierParty",
            "SellerTradeParty",
        ],
        "bills-at-seller",
    ),
    (
        &[
            "BG-7",
            "BG-8",
            "BG-9",
            "AccountingCustomerParty",
            "BuyerTradeParty",
        ],
        "bills-at-buyer",
    ),
    (
        &[
            "BG-16",
            "BG-17",
            "BG-18",
            "BG-19",
            "PaymentMeans",
            "PaymentTerms",
            "SpecifiedTradePaymentTerms",
            "SpecifiedTradeSettlementPaymentMeans",
        ],
        "bills-at-payment",
    ),
    (
        &["BG-23", "TaxTotal", "ApplicableTradeTax", "TaxSubtotal"],
        "bills-at-taxes",
    ),
    (
        &[
            "BG-22",
            "LegalMonetaryTotal",
            "SpecifiedTradeSettlementHeaderMonetarySummation",
        ],
        "bills-at-totals",
    ),
    (
        &[
            "BG-20",
            "BG-21",
            "AllowanceCharge",
            "SpecifiedTradeAllowanceCharge",
        ],
        "bills-at-reductions",
    ),
    (
        &["BG-13", "BG-15", "Delivery", "ApplicableHeaderTradeDelivery"],
        "bills-at-delivery",
    ),
    (
        &[
            "BG-24",
            "AdditionalDocumentReference",
            "AdditionalReferencedDocument",
        ],
        "bills-at-attachments",
    ),
];

/// Elements and terms that one line is.
const LINES: &[&str] = &[
    "BG-25",
    "BG-26",
    "BG-27",
    "BG-28",
    "BG-29",
    "BG-30",
    "BG-31",
    "InvoiceLine",
    "CreditNoteLine",
    "IncludedSupplyChainTradeLineItem",
];

/// A finding, as a person reads it.
pub(super) fn finding(finding: &Finding) -> BillFinding {
    BillFinding {
        text: BillText::plain(about(&finding.rule, finding.source)),
        area: area(&finding.place),
        rule: finding.rule.clone(),
        place: finding.place.clone(),
        words: finding.words.clone(),
    }
}

fn about(rule: &str, source: Source) -> &'static str {
    if let Some((_, key)) = ABOUT.iter().find(|(rules, _)| rules.contains(&rule)) {
        return key;
    }
    if rule.starts_with("BR-DEC-") || rule == "UBL-DT-01" {
        return "bills-rule-decimals";
    }
    if rule.starts_with("BR-CL-") || rule.contains("-CL0") {
        return "bills-rule-code";
    }
    if rule.starts_with("BR-FXEXT-CO-") {
        return "bills-rule-sums";
    }
    if TAXED.iter().any(|prefix| rule.starts_with(prefix)) {
        return match rule.rsplit('-').next() {
            Some("08" | "09") => "bills-rule-sums",
            _ => "bills-rule-tax",
        };
    }
    let of_the_form = ["UBL-", "CII-", "FX-SCH"]
        .iter()
        .any(|prefix| rule.starts_with(prefix));
    match source {
        Source::Schema => "bills-rule-structure",
        _ if of_the_form => "bills-rule-structure",
        Source::Narrowed => "bills-rule-narrowed",
        Source::En16931 | Source::Profile => "bills-rule-other",
    }
}

fn area(place: &str) -> Option<BillText> {
    let words: Vec<&str> = place
        .split(['/', ' ', ','])
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .collect();
    let split = |word: &str| -> (String, Option<usize>) {
        let (name, number) = word.split_once('[').unwrap_or((word, ""));
        (name.to_owned(), number.trim_end_matches(']').parse().ok())
    };
    let line = words.iter().find_map(|word| {
        let (name, number) = split(word);
        LINES.contains(&name.as_str()).then_some((name, number))
    });
    if let Some((name, number)) = line {
        // Terms count from nought, elements from one; one alone bears no number.
        let number = number.map_or(1, |number| {
            if name.starts_with("BG-") {
                number + 1
            } else {
                number
            }
        });
        return Some(BillText::plain("bills-at-line").with("line", number));
    }
    let known = AREAS.iter().find(|(names, _)| {
        words.iter().any(|word| {
            let (name, _) = split(word);
            names.contains(&name.as_str())
        })
    });
    known.map(|(_, key)| BillText::plain(key))
}

/// Why a file is no bill.
pub(super) fn refused(why: &ReadError) -> BillText {
    match why {
        ReadError::Empty => BillText::plain("bills-unreadable-empty"),
        ReadError::TooLarge { .. } => {
            BillText::plain("bills-unreadable-large").with("max", BILL_BYTES_MAX >> 20)
        }
        ReadError::Encoding(_) => BillText::plain("bills-unreadable-letters"),
        ReadError::Refused { line, .. } => BillText::plain("bills-unreadable-odd").with("line", line),
        ReadError::NotXml { line, .. } => BillText::plain("bills-unreadable-text").with("line", line),
        ReadError::NotAnInvoice { hint, .. } if !hint.is_empty() => BillText::plain("bills-unreadable-old"),
        ReadError::NotAnInvoice { root, .. } => BillText::plain("bills-unreadable-other").with("root", root),
        ReadError::NoneInPdf(_) => BillText::plain("bills-unreadable-pdf-none"),
        ReadError::Pdf(_) => BillText::plain("bills-unreadable-pdf"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_in_words() {
        let cases = [
            ("BG-22", Some(("bills-at-totals", ""))),
            ("BG-25[2]/BT-131", Some(("bills-at-line", "3"))),
            ("line 40, Invoice/cac:InvoiceLine", None),
            (
                "line 40, Invoice/InvoiceLine[3]/Price",
                Some(("bills-at-line", "3")),
            ),
            ("line 40, Invoice/InvoiceLine/Price", Some(("bills-at-line", "1"))),
            (
                "line 9, Invoice/AccountingSupplierParty/Party",
                Some(("bills-at-seller", "")),
            ),
            ("BT-2", None),
        ];
        for (place, expected) in cases {
            let found = area(place);
            let found = found.as_ref().map(|text| {
                let line = text.params.get("line").map(String::as_str).unwrap_or_default();
                (text.message_key.as_str(), line)
            });
            assert_eq!(found, expected, "{place}");
        }
    }

    #[test]
    fn rules_are_told_by_what_they_are_about() {
        let cases = [
            ("XSD", Source::Schema, "bills-rule-structure"),
            ("BR-CO-15", Source::En16931, "bills-rule-sums"),
            ("BR-S-08", Source::En16931, "bills-rule-sums"),
            ("BR-S-02", Source::En16931, "bills-rule-tax"),
            ("BR-CL-14", Source::En16931, "bills-rule-code"),
            ("BR-DEC-20", Source::En16931, "bills-rule-decimals"),
            ("BR-DE-15", Source::Narrowed, "bills-rule-reference"),
            ("BR-DE-99", Source::Narrowed, "bills-rule-narrowed"),
            ("BR-99", Source::En16931, "bills-rule-other"),
        ];
        for (rule, source, expected) in cases {
            assert_eq!(about(rule, source), expected, "{rule}");
        }
    }
}
