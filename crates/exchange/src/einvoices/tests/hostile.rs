//! Bytes that mean harm: never a panic, never without a word.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::fixtures::{CII, EXTENDED, UBL, hybrid};
use crate::einvoices::{BYTES_MAX, Verdict, report};

fn looked_at(bytes: &[u8]) {
    let report = report("x", bytes);
    match report.verdict {
        Verdict::Valid => assert!(report.findings.is_empty()),
        Verdict::BreaksRules => assert!(!report.findings.is_empty()),
        Verdict::Unreadable => assert!(!report.unreadable.clone().unwrap_or_default().is_empty()),
    }
    assert!(report.text().starts_with("x: "));
    serde_json::to_string(&report).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_get_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        looked_at(&bytes);
    }

    #[test]
    fn changed_invoices_get_an_answer(
        which in 0..3_usize,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = [UBL, CII, EXTENDED][which].as_bytes().to_vec();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        looked_at(&bytes);
    }

    #[test]
    fn cut_and_moved_invoices_get_an_answer(
        which in 0..3_usize,
        from in any::<prop::sample::Index>(),
        length in 0..400_usize,
        to in any::<prop::sample::Index>(),
    ) {
        let mut bytes = [UBL, CII, EXTENDED][which].as_bytes().to_vec();
        let from = from.index(bytes.len());
        let piece: Vec<u8> = bytes.drain(from..(from + length).min(bytes.len())).collect();
        let to = to.index(bytes.len() + 1);
        bytes.splice(to..to, piece);
        looked_at(&bytes);
    }

    #[test]
    fn changed_pdfs_get_an_answer(
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = hybrid("factur-x.xml", CII.as_bytes());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        looked_at(&bytes);
    }
}

#[test]
fn what_would_grow_without_end_is_refused() {
    let bomb = "<!DOCTYPE a [<!ENTITY b 'bbbbbbbb'><!ENTITY c '&b;&b;&b;'>]><a>&c;</a>";
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (bomb.into(), "document type"),
        ("<a>".repeat(100_000).into(), "nested deeper"),
        (vec![b' '; BYTES_MAX + 1], "more than"),
        (
            UBL.replace("<cbc:ID>R-1</cbc:ID>", &"<cbc:ID>R-1</cbc:ID>".repeat(100_000))
                .into(),
            "repeated",
        ),
        (hybrid("factur-x.xml", &vec![b' '; 40 << 20]), "inflates past"),
    ];
    for (bytes, expect) in cases {
        let why = report("x", &bytes).unreadable.unwrap();
        assert!(why.contains(expect), "{why}");
    }
}

#[test]
fn a_very_long_invoice_takes_no_very_long_time() {
    let line = UBL.split_once("<cac:InvoiceLine>").unwrap().1;
    let line = line.split_once("</cac:InvoiceLine>").unwrap().0;
    let line = format!("<cac:InvoiceLine>{line}</cac:InvoiceLine>");
    let many = UBL.replacen(&line, &line.repeat(5_000), 1);
    let begun = Instant::now();
    let report = report("x", many.as_bytes());
    assert_eq!(report.verdict, Verdict::BreaksRules);
    assert_eq!(report.invoice.unwrap().lines.len(), 5_000);
    assert!(begun.elapsed() < Duration::from_secs(60), "{:?}", begun.elapsed());
}
