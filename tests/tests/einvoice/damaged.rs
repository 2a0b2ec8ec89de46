//! E-invoices that were damaged at random: what Folio says of them is what the published validations say.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::invoices::{Discount, TaxCategory, TaxMode};
use folio_exchange::einvoices::{Finding, Report, Verdict, report, write};
use roxmltree::{Document, Node};

use crate::grid::{cases, invoice, item, terms};
use crate::judged::{Folder, Judgement};

/// Of a hundred verdicts, how many must agree at least.
const AGREEMENT_MIN: usize = 99;

/// SplitMix64 (Steele, Lea, Flood 2014).
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn pick<T: Clone>(&mut self, items: &[T]) -> T {
        items[usize::try_from(self.throw() % items.len() as u64).unwrap()].clone()
    }
}

/// What is done to an invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Damage {
    /// An amount, a quantity or a rate is another.
    Number,
    /// A code is one that no list has, or another list's.
    Code,
    /// A date is none, or another.
    Date,
    /// A text is emptied.
    Empty,
    /// An element is gone, with all in it.
    Gone,
    /// An element stands twice.
    Twice,
    /// An element changes places with the one after it.
    Swapped,
}

const DAMAGES: [Damage; 7] = [
    Damage::Number,
    Damage::Code,
    Damage::Date,
    Damage::Empty,
    Damage::Gone,
    Damage::Twice,
    Damage::Swapped,
];
const NUMBERS: [&str; 8] = [
    "0",
    "0.01",
    "1",
    "-1.00",
    "119.001",
    "99999999.99",
    "1e2",
    "12,50",
];
const CODES: [&str; 10] = ["S", "Z", "E", "O", "K", "XX", "EUX", "380", "0", "ZZZ"];
const DATES: [&str; 4] = ["2026-02-31", "20260229", "2027-01-01", "20270101"];

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() && !is_date(text)
}

fn is_date(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.len() == 8 && digits.starts_with("202")
}

fn is_code(text: &str) -> bool {
    (1..=4).contains(&text.len())
        && text
            .chars()
            .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
}

/// `xml` with one damage; none where there is nothing to do it to.
fn damaged(xml: &str, damage: Damage, dice: &mut Dice) -> Option<String> {
    let tree = Document::parse(xml).unwrap();
    let texts: Vec<Node<'_, '_>> = tree
        .descendants()
        .filter(|node| node.is_text() && node.text().is_some_and(|text| !text.trim().is_empty()))
        .collect();
    let elements: Vec<Node<'_, '_>> = tree
        .root_element()
        .descendants()
        .skip(1)
        .filter(Node::is_element)
        .collect();
    let text_that = |fits: fn(&str) -> bool, dice: &mut Dice| -> Option<Range<usize>> {
        let fitting: Vec<_> = texts
            .iter()
            .filter(|node| fits(node.text().unwrap_or_default()))
            .collect();
        (!fitting.is_empty()).then(|| dice.pick(&fitting).range())
    };
    let put = |range: Range<usize>, text: &str| {
        let mut changed = xml.to_owned();
        changed.replace_range(range, text);
        changed
    };
    Some(match damage {
        Damage::Number => put(text_that(is_number, dice)?, dice.pick(&NUMBERS)),
        Damage::Code => put(text_that(is_code, dice)?, dice.pick(&CODES)),
        Damage::Date => put(text_that(is_date, dice)?, dice.pick(&DATES)),
        Damage::Empty => put(dice.pick(&texts).range(), ""),
        Damage::Gone => put(dice.pick(&elements).range(), ""),
        Damage::Twice => {
            let range = dice.pick(&elements).range();
            put(range.end..range.end, &xml[range])
        }
        Damage::Swapped => {
            let pairs: Vec<_> = elements
                .iter()
                .filter_map(|one| Some((one.range(), one.next_sibling_element()?.range())))
                .collect();
            let (one, next) = dice.pick(&pairs);
            let (moved, stayed) = (&xml[next.clone()], &xml[one.clone()]);
            format!(
                "{}{moved}{}{stayed}{}",
                &xml[..one.start],
                &xml[one.end..next.start],
                &xml[next.end..]
            )
        }
    })
}

/// The invoices that are damaged: one of each tax and sort in each form.
fn whole() -> Vec<(String, String)> {
    let chosen = cases()
        .into_iter()
        .filter(|case| case.invoice.currency.code() == "EUR");
    let written = chosen.step_by(7).filter_map(|case| {
        let bytes = write(&case.invoice, &terms(case.form)).ok()?;
        Some((case.name, String::from_utf8(bytes).unwrap()))
    });
    written.collect()
}

/// For CII of EN 16931 the stylesheet of the Factur-X profile of that name stands in. It leaves out what the binding says
/// of elements (`CII-*`), such as how a date is written; a verdict that rests on those alone cannot be compared.
fn can_be_compared(own: &Report) -> bool {
    let undated = own.findings.iter().any(|finding| finding.rule == "CII-DT-097");
    let of_the_binding =
        |finding: &Finding| finding.rule.starts_with("CII-") || undated && finding.rule == "BR-03";
    own.findings.is_empty() || !own.findings.iter().all(of_the_binding)
}

fn said(judgement: &Judgement, own: &Report) -> String {
    let mut out = String::new();
    write!(out, "here {:?}", own.verdict).unwrap();
    for finding in &own.findings {
        write!(out, " {}@{}", finding.rule, finding.place).unwrap();
    }
    writeln!(out, "{}", own.unreadable.clone().unwrap_or_default()).unwrap();
    writeln!(
        out,
        "there {:?} {:?} {:?}",
        judgement.unreadable, judgement.schema, judgement.rules
    )
    .unwrap();
    out
}

/// How many damaged invoices agree, out of how many, by damage.
#[derive(Default)]
struct Tally {
    agree: usize,
    valid: usize,
    of: usize,
}

#[test]
fn of_damaged_invoices_both_sides_say_the_same() {
    let wanted: usize = std::env::var("FOLIO_TEST_DAMAGED")
        .expect("FOLIO_TEST_DAMAGED is not set: run `cargo xtask test einvoice`")
        .parse()
        .unwrap();
    let folder = Folder::new("damaged");
    let whole = whole();
    let mut dice = Dice(16_931);
    let mut files = Vec::new();
    while files.len() < wanted {
        let damage = DAMAGES[files.len() % DAMAGES.len()];
        let (name, xml) = dice.pick(&whole);
        let Some(changed) = damaged(&xml, damage, &mut dice) else {
            continue;
        };
        let own = report("", changed.as_bytes());
        if changed == xml || !can_be_compared(&own) {
            continue;
        }
        let path = folder.put(&format!("{:05}.xml", files.len()), changed.as_bytes());
        files.push((format!("{damage:?} of {name}"), damage, path, own));
    }
    let paths: Vec<_> = files.iter().map(|(_, _, path, _)| path.clone()).collect();
    let mut tallies: BTreeMap<Damage, Tally> = BTreeMap::new();
    let mut differences = String::new();
    for ((name, damage, path, own), judgement) in files.iter().zip(folder.judge(&paths)) {
        let agree = judgement.is_valid() == (own.verdict == Verdict::Valid);
        let tally = tallies.entry(*damage).or_default();
        tally.of += 1;
        tally.agree += usize::from(agree);
        tally.valid += usize::from(judgement.is_valid());
        if !agree {
            writeln!(
                differences,
                "{name}: {}\n{}",
                path.display(),
                said(&judgement, own)
            )
            .unwrap();
        }
    }
    folder.put("differences.txt", differences.as_bytes());
    let (agree, of) = tallies
        .values()
        .fold((0, 0), |sum, tally| (sum.0 + tally.agree, sum.1 + tally.of));
    for (damage, tally) in &tallies {
        println!(
            "{damage:?}: {} of {} agree, {} stayed valid",
            tally.agree, tally.of, tally.valid
        );
        assert!(tally.valid < tally.of, "{damage:?} damages nothing");
    }
    println!("{agree} of {of} verdicts agree\n{differences}");
    assert!(
        agree * 100 >= of * AGREEMENT_MIN,
        "{agree} of {of} verdicts agree:\n{differences}"
    );
}

#[test]
fn each_reader_notices_what_is_its_own() {
    let folder = Folder::new("planted");
    let lines = vec![item("2", "50", Discount::None, (TaxCategory::Standard, "19"))];
    let billed = invoice("EUR", TaxMode::Exclusive, Discount::None, lines);
    let xml = |form| String::from_utf8(write(&billed, &terms(form)).unwrap()).unwrap();
    let plant = |name: &str, form: EinvoiceForm, from: &str, to: &str| {
        let whole = xml(form);
        assert!(whole.contains(from), "{name}");
        folder.put(name, whole.replacen(from, to, 1).as_bytes())
    };
    let files = [
        plant(
            "ubl-order.xml",
            EinvoiceForm::Ubl,
            "<cbc:ID>2026-0007</cbc:ID>",
            "",
        ),
        plant(
            "ubl-sum.xml",
            EinvoiceForm::XRechnung,
            "\"EUR\">119.00</cbc:PayableAmount>",
            "\"EUR\">118.00</cbc:PayableAmount>",
        ),
        plant(
            "cii-order.xml",
            EinvoiceForm::Cii,
            "<ram:TypeCode>380</ram:TypeCode>",
            "<ram:Sort>380</ram:Sort>",
        ),
        plant(
            "cii-sum.xml",
            EinvoiceForm::FacturX,
            "<ram:DuePayableAmount>119.00",
            "<ram:DuePayableAmount>118.00",
        ),
        plant(
            "peppol-sum.xml",
            EinvoiceForm::Peppol,
            "\"EUR\">119.00</cbc:PayableAmount>",
            "\"EUR\">118.00</cbc:PayableAmount>",
        ),
        folder.put("cut.xml", &xml(EinvoiceForm::Ubl).as_bytes()[..400]),
        folder.put("letter.xml", b"<letter xmlns='urn:example:letter'/>"),
    ];
    let judged = folder.judge(&files);
    let [order, sum, cii_order, cii_sum, peppol, cut, letter] = judged.as_slice() else {
        panic!("{judged:?}");
    };
    assert!(!order.schema.is_empty(), "{order:?}");
    assert!(
        sum.schema.is_empty() && sum.rules.contains_key("BR-CO-16"),
        "{sum:?}"
    );
    assert!(!cii_order.schema.is_empty(), "{cii_order:?}");
    assert!(
        cii_sum.schema.is_empty() && !cii_sum.rules.is_empty(),
        "{cii_sum:?}"
    );
    assert!(
        peppol.peppol.as_ref().is_some_and(|found| !found.is_empty()),
        "{peppol:?}"
    );
    assert!(
        cut.unreadable.is_some() && letter.unreadable.is_some(),
        "{cut:?} {letter:?}"
    );
}
