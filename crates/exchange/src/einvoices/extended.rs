//! The business rules that Factur-X EXTENDED puts in place of some of EN 16931: amounts may differ by a cent for each
//! part of a sum, lines may be grouped, and there are freight charges. Ids as in Factur-X 1.09 (`BR-FXEXT-*`).

mod amounts;
mod lines;

use super::findings::{FINDINGS_MAX, Finding, Source};
use super::tree::{Element, all, anywhere, first, place, text_at};

const TRANSACTION: &str = "SupplyChainTradeTransaction";

/// Every such rule that the XML below `root` breaks.
pub(super) fn check(root: Element<'_>) -> Vec<Finding> {
    let mut found = Found::default();
    let invoice = Extended::of(root);
    lines::check(&invoice, &mut found);
    amounts::check(&invoice, &mut found);
    for element in anywhere(root, "ApplicableProductCharacteristic") {
        characteristic(element, &mut found);
    }
    for element in anywhere(root, "SpecifiedTaxRegistration") {
        let sellers = element
            .ancestors()
            .any(|node| node.tag_name().name() == "SellerTradeParty");
        for id in all(element, "ID").into_iter().filter(|_| !sellers) {
            let vat = id.attribute("schemeID") == Some("VA");
            found.unless(
                vat,
                "BR-FXEXT-03",
                id,
                "only the seller has a tax number that is no VAT identifier",
            );
        }
    }
    notes(root, &mut found);
    found.findings
}

/// What is found, up to a limit.
#[derive(Default)]
struct Found {
    findings: Vec<Finding>,
}

impl Found {
    fn unless(&mut self, holds: bool, rule: impl Into<String>, at: Element<'_>, words: &str) {
        if !holds && self.findings.len() < FINDINGS_MAX {
            self.findings
                .push(Finding::new(Source::Profile, rule, place(at), words));
        }
    }
}

/// The parts of an invoice that the rules are about.
struct Extended<'a> {
    /// The root.
    root: Element<'a>,
    /// Every line.
    lines: Vec<Element<'a>>,
    /// The header settlement.
    settlement: Option<Element<'a>>,
}

impl<'a> Extended<'a> {
    fn of(root: Element<'a>) -> Self {
        Self {
            root,
            lines: all(root, &format!("{TRANSACTION}/IncludedSupplyChainTradeLineItem")),
            settlement: first(root, &format!("{TRANSACTION}/ApplicableHeaderTradeSettlement")),
        }
    }

    /// The lines that bill something: those that are no group and no information.
    fn details(&self) -> impl Iterator<Item = Element<'a>> {
        self.lines.iter().copied().filter(|line| is_detail(*line))
    }
}

fn is_detail(line: Element<'_>) -> bool {
    match first(line, "AssociatedDocumentLineDocument/LineStatusReasonCode") {
        None => true,
        Some(code) => super::tree::string(code) == "DETAIL",
    }
}

fn characteristic(element: Element<'_>, found: &mut Found) {
    let has = |name: &str| first(element, name).is_some();
    found.unless(
        has("Description") || has("TypeCode"),
        "BR-FXEXT-BR-54-1",
        element,
        "an attribute of an item needs its name",
    );
    let measure = first(element, "ValueMeasure");
    let measured = measure
        .and_then(|measure| measure.attribute("unitCode"))
        .is_some_and(|unit| !unit.is_empty());
    let fits = match (has("Value"), measure) {
        (true, measure) => measure.is_none(),
        (false, _) => measured,
    };
    found.unless(
        fits,
        "BR-FXEXT-BR-54-2",
        element,
        "an attribute of an item needs a value, or a measure with unit",
    );
}

fn notes(root: Element<'_>, found: &mut Found) {
    for note in anywhere(root, "IncludedNote") {
        let parent = note.parent_element().map(|parent| parent.tag_name().name());
        let rule = match parent {
            Some("ExchangedDocument") => "BR-FXEXT-01",
            Some("AssociatedDocumentLineDocument") => "BR-FXEXT-02",
            _ => continue,
        };
        let has = |name: &str| first(note, name).is_some();
        let fits = !has("SubjectCode") || has("ContentCode") || has("Content");
        found.unless(fits, rule, note, "a note with a subject needs its text or a code");
    }
}

/// Whether `VAT`, in capitals or not, is the tax.
fn is_vat(tax: Element<'_>) -> bool {
    text_at(tax, "TypeCode").is_some_and(|code| code.eq_ignore_ascii_case("VAT"))
}
