//! Whole files: what is said of good ones, of broken ones, and of bytes that are no invoice.

mod fixtures;
mod hostile;

use insta::{assert_json_snapshot, assert_snapshot};

use self::fixtures::{CII, CREDIT_NOTE, EXTENDED, MINIMUM, UBL, hybrid};
use super::{Level, Report, Verdict, report};

fn check(text: &str) -> Report {
    report("invoice.xml", text.as_bytes())
}

fn rules(report: &Report) -> Vec<&str> {
    report
        .findings
        .iter()
        .map(|finding| finding.rule.as_str())
        .collect()
}

#[test]
fn good_invoices_are_valid() {
    for text in [UBL, CREDIT_NOTE, CII, MINIMUM, EXTENDED] {
        let report = check(text);
        assert_eq!(report.verdict, Verdict::Valid, "{}", report.text());
    }
}

#[test]
fn the_profile_decides_which_rules_hold() {
    let levels = [UBL, CII, MINIMUM, EXTENDED].map(|text| check(text).declared.unwrap().level);
    assert_eq!(
        levels,
        [Level::Core, Level::Core, Level::Minimum, Level::Extended]
    );
}

#[test]
fn a_report_reads_well() {
    assert_snapshot!("ubl_text", check(UBL).text());
    assert_json_snapshot!("cii_json", check(CII));
    let broken = CII.replace("<ram:DuePayableAmount>119.00", "<ram:DuePayableAmount>118.00");
    assert_snapshot!("broken_text", check(&broken).text());
    assert_snapshot!("unreadable_text", check("<html></html>").text());
}

/// Changes that break a good invoice: what they are, to which invoice, from which text to which.
const CHANGES: &[(&str, &str, &str, &str)] = &[
    (
        "an amount that is no number",
        CII,
        "<ram:ChargeAmount>50.00",
        "<ram:ChargeAmount>50,00",
    ),
    (
        "an element in the wrong place",
        UBL,
        "<cbc:ID>R-1</cbc:ID>",
        "<cbc:Note>x</cbc:Note><cbc:ID>R-1</cbc:ID>",
    ),
    (
        "an element that is none",
        UBL,
        "<cbc:ID>R-1</cbc:ID>",
        "<cbc:ID>R-1</cbc:ID><cbc:Colour>red</cbc:Colour>",
    ),
    ("a missing element", CII, "<ram:TypeCode>380</ram:TypeCode>", ""),
    (
        "an attribute too many",
        CII,
        "<ram:TypeCode>380",
        "<ram:TypeCode lang=\"de\">380",
    ),
    (
        "a missing attribute",
        UBL,
        "<cbc:PayableAmount currencyID=\"EUR\">",
        "<cbc:PayableAmount>",
    ),
    ("text between elements", UBL, "<cac:Price>", "<cac:Price>about "),
    (
        "a currency where none belongs",
        CII,
        "<ram:GrandTotalAmount>",
        "<ram:GrandTotalAmount currencyID=\"EUR\">",
    ),
    (
        "three decimals",
        UBL,
        "\"EUR\">119.00</cbc:PayableAmount>",
        "\"EUR\">119.001</cbc:PayableAmount>",
    ),
    (
        "a tax with three decimals",
        CII,
        "<ram:CalculatedAmount>19.00",
        "<ram:CalculatedAmount>19.001",
    ),
    (
        "a sum that is wrong",
        UBL,
        "\"EUR\">119.00</cbc:PayableAmount>",
        "\"EUR\">120.00</cbc:PayableAmount>",
    ),
    (
        "a code that is none",
        CII,
        "<ram:InvoiceCurrencyCode>EUR",
        "<ram:InvoiceCurrencyCode>EUX",
    ),
    (
        "no seller",
        UBL,
        "<cbc:RegistrationName>Aurora Web GmbH</cbc:RegistrationName>",
        "",
    ),
    ("a date that is none", CII, "20260301<", "20260231<"),
    (
        "a profile that is none",
        CII,
        "urn:cen.eu:en16931:2017",
        "urn:example:mine",
    ),
    (
        "more than the profile has",
        MINIMUM,
        "<ram:CountryID>",
        "<ram:CityName>Bonn</ram:CityName><ram:CountryID>",
    ),
    (
        "a tolerance that is used up",
        EXTENDED,
        "<ram:LineTotalAmount>100.02",
        "<ram:LineTotalAmount>100.05",
    ),
    (
        "neither a due date nor terms",
        EXTENDED,
        "<ram:DueDateDateTime><udt:DateTimeString format=\"102\">20260331</udt:DateTimeString></ram:DueDateDateTime>",
        "",
    ),
    (
        "a freight charge left out",
        EXTENDED,
        "<ram:ChargeTotalAmount>10.00",
        "<ram:ChargeTotalAmount>0.00",
    ),
];

#[test]
fn each_layer_finds_what_is_its_own() {
    let found: Vec<String> = CHANGES
        .iter()
        .map(|(name, base, from, to)| {
            assert!(base.contains(from), "{name}");
            let report = check(&base.replacen(from, to, 1));
            assert_eq!(report.verdict, Verdict::BreaksRules, "{name}");
            format!("{name}: {}", rules(&report).join(" "))
        })
        .collect();
    assert_snapshot!("layers", found.join("\n"));
}

#[test]
fn a_narrower_specification_is_a_remark() {
    let xrechnung = UBL.replace(
        "urn:cen.eu:en16931:2017<",
        "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0<",
    );
    let report = check(&xrechnung);
    assert_eq!(report.verdict, Verdict::Valid);
    assert!(
        report.remarks.iter().any(|remark| remark.rule == "BR-DE-15"),
        "{}",
        report.text()
    );
}

#[test]
fn a_hybrid_pdf_is_read_by_each_of_its_names() {
    for name in [
        "factur-x.xml",
        "ZUGFeRD-invoice.xml",
        "zugferd-invoice.xml",
        "xrechnung.xml",
        "einvoice.xml",
    ] {
        let report = report("invoice.pdf", &hybrid(name, CII.as_bytes()));
        assert_eq!(report.verdict, Verdict::Valid, "{}", report.text());
        assert_eq!(report.attachment.unwrap().name, name);
    }
    let other = report("invoice.pdf", &hybrid("photo.xml", CII.as_bytes()));
    assert_eq!(other.verdict, Verdict::Unreadable);
    assert!(other.unreadable.unwrap().contains("photo.xml"));
}

#[test]
fn a_file_of_the_former_standard_is_named() {
    let text = "<rsm:CrossIndustryDocument xmlns:rsm='urn:ferd:CrossIndustryDocument:invoice:1p0'/>";
    assert!(check(text).unreadable.unwrap().contains("ZUGFeRD 1.0"));
}

#[test]
fn verdicts_are_exit_codes() {
    let codes = [Verdict::Valid, Verdict::BreaksRules, Verdict::Unreadable].map(Verdict::exit_code);
    assert_eq!(codes, [0, 1, 2]);
}
