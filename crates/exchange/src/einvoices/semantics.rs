//! The business rules of EN 16931, as the crate `en16931` evaluates them on its model.
//!
//! Its rules are the standard's; a verdict follows the published validation. Where the two differ, this module says so:
//! rules that only the standard has do not count, and each Factur-X profile leaves some out.

use std::borrow::Cow;

use en16931::invoice::LineVat;
use en16931::validation::{Source as Provenance, ValidationReport, rules};
use en16931::{Invoice, InvoiceAmount, Severity, profiles};
use en16931_formats::Read;
use en16931_formats::report::{Entry, Kind};
use rust_decimal::Decimal;

use super::declared::{Declared, Level, Syntax};
use super::findings::{Finding, Source};
use super::tree::{Element, all, anywhere, first, string, text_at};

const TRANSACTION: &str = "SupplyChainTradeTransaction";

/// Rules that Factur-X BASIC WL leaves out, for it has no lines. Its codes are checked by its own table.
const NOT_IN_BASIC_WL: &[&str] = &[
    "BR-16", "BR-21", "BR-22", "BR-23", "BR-24", "BR-25", "BR-26", "BR-27", "BR-28", "BR-30", "BR-41",
    "BR-42", "BR-43", "BR-44", "BR-52", "BR-54", "BR-64", "BR-65", "BR-AE-01", "BR-AE-02", "BR-AE-05",
    "BR-AE-08", "BR-AF-01", "BR-AF-02", "BR-AF-05", "BR-AF-08", "BR-AG-01", "BR-AG-02", "BR-AG-05",
    "BR-AG-08", "BR-B-01", "BR-B-02", "BR-CO-04", "BR-CO-07", "BR-CO-08", "BR-CO-10", "BR-CO-20", "BR-CO-23",
    "BR-CO-24", "BR-E-01", "BR-E-02", "BR-E-05", "BR-E-08", "BR-G-01", "BR-G-02", "BR-G-05", "BR-G-08",
    "BR-IC-01", "BR-IC-02", "BR-IC-05", "BR-IC-08", "BR-O-01", "BR-O-02", "BR-O-05", "BR-O-08", "BR-O-12",
    "BR-S-01", "BR-S-02", "BR-S-05", "BR-S-08", "BR-Z-01", "BR-Z-02", "BR-Z-05", "BR-Z-08",
];

/// Rules that Factur-X MINIMUM keeps, of those that its few elements can break.
const IN_MINIMUM: &[&str] = &[
    "BR-01",
    "BR-02",
    "BR-03",
    "BR-04",
    "BR-05",
    "BR-06",
    "BR-07",
    "BR-08",
    "BR-09",
    "BR-13",
    "BR-14",
    "BR-15",
    "BR-CO-09",
    "BR-CO-26",
    "BR-DEC-12",
    "BR-DEC-13",
    "BR-DEC-14",
    "BR-DEC-18",
];

/// Rules that Factur-X EXTENDED leaves out or replaces (see [`super::extended`]).
const NOT_IN_EXTENDED: &[&str] = &[
    "BR-22", "BR-23", "BR-24", "BR-26", "BR-27", "BR-28", "BR-38", "BR-44", "BR-54", "BR-AE-01", "BR-AE-08",
    "BR-AF-01", "BR-AF-08", "BR-AF-10", "BR-AG-01", "BR-AG-08", "BR-AG-10", "BR-CO-04", "BR-CO-06",
    "BR-CO-08", "BR-CO-10", "BR-CO-11", "BR-CO-12", "BR-CO-13", "BR-CO-15", "BR-CO-16", "BR-CO-17",
    "BR-CO-22", "BR-CO-24", "BR-E-01", "BR-E-08", "BR-G-01", "BR-G-08", "BR-IC-01", "BR-IC-08", "BR-O-01",
    "BR-O-02", "BR-O-03", "BR-O-04", "BR-O-08", "BR-O-11", "BR-O-12", "BR-O-13", "BR-O-14", "BR-S-01",
    "BR-S-08", "BR-S-09", "BR-S-10", "BR-Z-01", "BR-Z-08", "BR-Z-10",
];

/// The business rules that the invoice breaks, and the elements of which there are too many.
pub(super) fn check(root: Element<'_>, read: &Read, declared: &Declared) -> Vec<Finding> {
    let invoice = as_bound(root, &read.invoice, declared.syntax);
    let report = profiles::EN16931.validate(&invoice);
    let counted = report
        .findings()
        .iter()
        .filter(|finding| finding.severity == Severity::Fatal)
        .filter(|finding| counts(&finding.rule, declared.level))
        .filter(|finding| match finding.rule.as_str() {
            "BR-49" => instructs_payment(root, declared.syntax),
            "BR-03" => !is_dated(root, declared.level),
            "BR-50" | "BR-61" => transfers(root, declared.syntax),
            _ => true,
        });
    let mut found: Vec<Finding> = counted.map(broken).collect();
    if matches!(declared.level, Level::Core | Level::Basic) {
        found.extend(exact(&invoice, declared.syntax, &report));
    }
    if declared.level == Level::Core {
        found.extend(
            read.entries
                .iter()
                .filter(|entry| is_repeated(entry))
                .map(repeated),
        );
    }
    found
}

/// The invoice with those terms that the binding to CII tells apart by an attribute taken as it has them: the reader
/// also takes a tax number without its scheme, and a tax total without its currency, for what they may have meant.
fn as_bound<'a>(root: Element<'_>, invoice: &'a Invoice, syntax: Syntax) -> Cow<'a, Invoice> {
    if syntax == Syntax::Ubl {
        return Cow::Borrowed(invoice);
    }
    let mut bound = invoice.clone();
    let registered = |party: &str, scheme: &str| {
        let path =
            format!("{TRANSACTION}/ApplicableHeaderTradeAgreement/{party}/SpecifiedTaxRegistration/ID");
        let ids = all(root, &path).into_iter();
        ids.filter(|id| id.attribute("schemeID") == Some(scheme))
            .map(|id| string(id).trim().to_owned())
            .next()
    };
    bound.seller.vat_identifier = registered("SellerTradeParty", "VA");
    bound.seller.tax_registration = registered("SellerTradeParty", "FC");
    bound.buyer.vat_identifier = registered("BuyerTradeParty", "VA");
    let settlement = first(root, &format!("{TRANSACTION}/ApplicableHeaderTradeSettlement"));
    let currency = settlement.and_then(|settlement| text_at(settlement, "InvoiceCurrencyCode"));
    let sums = settlement.map(|settlement| {
        all(
            settlement,
            "SpecifiedTradeSettlementHeaderMonetarySummation/TaxTotalAmount",
        )
    });
    let in_currency = |amount: &Element<'_>| amount.attribute("currencyID") == currency.as_deref();
    if !sums.unwrap_or_default().iter().any(in_currency) {
        bound.totals.vat_total = None;
    }
    Cow::Owned(bound)
}

/// VAT categories whose taxed amount the binding compares exactly, each with the part of its rule's id, and whether the
/// amounts are told apart by rate. The other categories have a tolerance of one unit.
fn compared_exactly(syntax: Syntax) -> &'static [(&'static str, &'static str, bool)] {
    match syntax {
        Syntax::Ubl => &[
            ("AE", "AE", false),
            ("E", "E", false),
            ("G", "G", false),
            ("K", "IC", false),
            ("O", "O", false),
            ("Z", "Z", false),
        ],
        Syntax::Cii => &[
            ("S", "S", true),
            ("L", "AF", true),
            ("M", "AG", true),
            ("O", "O", false),
        ],
    }
}

/// The rules BR-*-08 where they have no tolerance.
fn exact(invoice: &Invoice, syntax: Syntax, report: &ValidationReport) -> Vec<Finding> {
    let mut found = Vec::new();
    for tax in &invoice.vat_breakdown {
        let code = tax.category.as_str();
        let Some((_, id, by_rate)) = compared_exactly(syntax).iter().find(|(known, ..)| *known == code)
        else {
            continue;
        };
        if *by_rate && tax.rate.is_none() {
            continue;
        }
        let meant = |vat: &LineVat| vat.category.as_str() == code && (!by_rate || vat.rate == tax.rate);
        let lines = invoice
            .lines
            .iter()
            .filter(|line| meant(&line.vat))
            .map(|line| line.net_amount);
        let charges = invoice
            .charges
            .iter()
            .filter(|part| meant(&part.vat))
            .map(|part| part.amount);
        let less = invoice
            .allowances
            .iter()
            .filter(|part| meant(&part.vat))
            .map(|part| part.amount);
        let sum: Decimal = lines.chain(charges).map(InvoiceAmount::into_decimal).sum();
        let expected = sum - less.map(InvoiceAmount::into_decimal).sum::<Decimal>();
        let rule = format!("BR-{id}-08");
        if expected != tax.taxable_amount.into_decimal() && !report.has(&rule) {
            let stated = tax.taxable_amount;
            let words = format!("The taxed amount is what is taxed so: expected {expected}, found {stated}.");
            found.push(Finding::new(
                Source::En16931,
                rule,
                "BG-23/BT-116".to_owned(),
                words,
            ));
        }
    }
    found
}

/// Whether a Factur-X profile that does not check how a date is written has one.
fn is_dated(root: Element<'_>, level: Level) -> bool {
    matches!(level, Level::Minimum | Level::BasicWl | Level::Basic)
        && all(root, "ExchangedDocument/IssueDateTime/DateTimeString")
            .into_iter()
            .any(|date| date.attribute("format") == Some("102") && !string(date).is_empty())
}

/// The finding that an invoice of CII names no known profile, so that no schema is its.
pub(super) fn unknown_profile(declared: &Declared) -> Finding {
    let words = match &declared.specification {
        Some(specification) => format!("{specification:?} names no profile that is known"),
        None => "the invoice names no profile".to_owned(),
    };
    Finding::new(Source::Schema, "XSD", "BT-24".to_owned(), words)
}

/// The rules that the invoice breaks of a specification that narrows EN 16931, where it declares one.
pub(super) fn remarks(invoice: &Invoice, declared: &Declared) -> Vec<Finding> {
    let Some(profile) = declared.narrowed() else {
        return Vec::new();
    };
    let core = profiles::EN16931.validate(invoice);
    profile
        .validate(invoice)
        .fatal()
        .filter(|finding| !core.has(&finding.rule))
        .map(|finding| Finding {
            source: Source::Narrowed,
            ..broken(finding)
        })
        .take(super::findings::FINDINGS_MAX)
        .collect()
}

fn counts(rule: &str, level: Level) -> bool {
    let published = rules::explain(rule)
        .is_none_or(|rule| matches!(rule.source, Provenance::Both | Provenance::ArtefactOnly));
    let code_list = rule.starts_with("BR-CL-");
    published
        && match level {
            Level::Core => true,
            Level::Basic => !code_list,
            Level::BasicWl => !code_list && !NOT_IN_BASIC_WL.contains(&rule),
            Level::Extended => !code_list && !NOT_IN_EXTENDED.contains(&rule),
            Level::Minimum => IN_MINIMUM.contains(&rule),
        }
}

/// The model takes a payment reference alone for an instruction; the rule means the element.
fn instructs_payment(root: Element<'_>, syntax: Syntax) -> bool {
    let name = match syntax {
        Syntax::Ubl => "PaymentMeans",
        Syntax::Cii => "SpecifiedTradeSettlementPaymentMeans",
    };
    anywhere(root, name).next().is_some()
}

/// Whether money is sent to an account that is given. Where none is, the binding to CII has another rule.
fn transfers(root: Element<'_>, syntax: Syntax) -> bool {
    let (means, code, account) = match syntax {
        Syntax::Ubl => ("PaymentMeans", "PaymentMeansCode", None),
        Syntax::Cii => (
            "SpecifiedTradeSettlementPaymentMeans",
            "TypeCode",
            Some("PayeePartyCreditorFinancialAccount"),
        ),
    };
    anywhere(root, means).any(|means| {
        let code = text_at(means, code);
        let given = account.is_none_or(|account| first(means, account).is_some());
        matches!(code.as_deref(), Some("30" | "58")) && given
    })
}

fn broken(finding: &en16931::validation::Finding) -> Finding {
    let mut words = finding.message.clone();
    if let Some(detail) = &finding.detail {
        words.push_str(&format!(
            " Expected {}, found {}.",
            detail.expected, detail.actual
        ));
    }
    if let Some(hint) = &finding.hint {
        words.push_str(&format!(" ({hint})"));
    }
    Finding::new(
        Source::En16931,
        finding.rule.clone(),
        finding.path.to_string(),
        words,
    )
}

/// Whether the reader met an element more often than a fatal rule allows. Those of the schema are found by
/// [`super::structure`].
fn is_repeated(entry: &Entry) -> bool {
    entry.kind == Kind::Duplicate && entry.rule.is_some()
}

fn repeated(entry: &Entry) -> Finding {
    let rule = entry.rule.clone().unwrap_or_default();
    Finding::new(Source::En16931, rule, entry.path.clone(), entry.message.clone())
}
