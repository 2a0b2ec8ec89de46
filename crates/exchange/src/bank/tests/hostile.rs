//! Whatever bytes come: no panic, no hang, no silence.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::fixture;
use crate::bank::sample::{sample_file, sample_statements};
use crate::bank::*;

fn speaks(bytes: &[u8]) -> Result<(), TestCaseError> {
    let started = Instant::now();
    let report = report("file", bytes);
    prop_assert!(started.elapsed() < Duration::from_secs(30));
    prop_assert_eq!(
        report.verdict == Verdict::Unreadable,
        report.statements.is_empty()
    );
    let unread = report
        .findings
        .iter()
        .any(|finding| finding.severity == Severity::Unread);
    prop_assert!(
        unread || !report.statements.is_empty(),
        "refused without a reason"
    );
    prop_assert!(!report.to_string().is_empty());
    prop_assert!(fingerprints(&report.statements).len() == report.statements.len());
    Ok(())
}

/// Beginnings that lead into each of the readers.
const HEADS: [&str; 6] = [
    "<Document><BkToCstmrStmt><Stmt>",
    ":20:X\n:25:1\n:60F:C260101EUR1,00\n",
    "OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKTRANLIST>",
    "Date,Description,Amount,Currency\n",
    "{1:F01}{2:O940}{4:\n:61:",
    "",
];
const PIECES: [&str; 30] = [
    "<",
    ">",
    "&",
    ";",
    "&#x41;",
    "<Ntry>",
    "</Ntry>",
    "<Amt Ccy=\"EUR\">",
    "<![CDATA[",
    "]]>",
    "<!--",
    "<STMTTRN>",
    "<MEMO>",
    "</OFX>",
    ":61:",
    ":86:",
    ":62F:",
    "-}",
    "\n",
    "\r",
    "?20",
    "?",
    "/REMI/",
    "2601010101C1,00NTRF",
    "\"",
    ",",
    "2026-01-01",
    "-1.234,5",
    "\u{0}",
    "é",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn arbitrary_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        speaks(&bytes)?;
    }

    #[test]
    fn arbitrary_pieces(
        head in 0_usize..HEADS.len(),
        pieces in proptest::collection::vec(0_usize..PIECES.len(), 0..200),
    ) {
        let mut text = HEADS[head].to_owned();
        text.extend(pieces.iter().map(|piece| PIECES[*piece]));
        speaks(text.as_bytes())?;
    }

    #[test]
    fn mutated_files(
        format in 0_usize..4,
        seed in any::<u64>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0_u8..3), 1..12),
    ) {
        let format = [Format::Camt, Format::Mt940, Format::Ofx, Format::Csv][format];
        let mut bytes = sample_file(format, &sample_statements(seed, format, 2, 5));
        for (place, byte, change) in changes {
            let at = place.index(bytes.len());
            match change {
                0 => bytes[at] = byte,
                1 => bytes.truncate(at.max(1)),
                _ => bytes.insert(at, byte),
            }
        }
        speaks(&bytes)?;
    }
}

#[test]
fn large_and_odd_files_end_quickly() {
    let many = |piece: &str| piece.repeat(400_000 / piece.len());
    for text in [
        format!("<Document><BkToCstmrStmt>{}", many("<Stmt>")),
        format!("<Document><BkToCstmrStmt><Stmt>{}", many("<Ntry/>")),
        format!(":20:1\n:25:1\n:60F:C260101EUR1,\n:61:{}", many("1")),
        format!(":20:1\n:25:1\n:60F:C260101EUR1,\n{}", many(":61:x\n")),
        format!(
            ":20:1\n:25:1\n:60F:C260101EUR1,\n:61:260101C1,NMSC\n:86:{}",
            many("?20EREF+")
        ),
        format!(
            ":20:1\n:25:1\n:60F:C260101EUR1,\n:61:260101C1,NMSC\n:86:{}",
            many("/REMI/")
        ),
        format!(":20:1\n:25:1\n:60F:C260101EUR1,\n{}", many(":60F:C260101EUR1,\n")),
        format!("<OFX>{}", many("<A>")),
        format!("<OFX>{}", many("<A></B>")),
        format!("<OFX>{}", many("<")),
        format!("<OFX>{}", many("<!--")),
        format!("<OFX><STMTRS><MEMO>{}", many("&")),
        format!("Date,Description,Amount,Currency\n{}", many("\"   \" ")),
        format!(
            "Date,Description,Amount,Currency\n{}",
            many("2026-01-01,a,1.00,EUR\n")
        ),
        many(","),
        many("\""),
    ] {
        let started = Instant::now();
        let spoken = speaks(text.as_bytes());
        let head: String = text.chars().take(90).collect();
        assert!(spoken.is_ok(), "{head}: {spoken:?} after {:?}", started.elapsed());
    }
}

#[test]
fn size_entries_and_findings_are_bounded() {
    let too_large = vec![b' '; SIZE_BYTES_MAX + 1];
    assert_eq!(report("large", &too_large).findings[0].rule, Rule::Size);

    let mut text = ":20:1\n:25:1\n:60F:C260101EUR0,\n".to_owned();
    text.push_str(&":61:nonsense\n".repeat(3_000));
    let report = report("faults", text.as_bytes());
    assert_eq!(report.findings.len(), 1_001);
    let last = report
        .findings
        .iter()
        .find(|finding| finding.rule == Rule::Limit)
        .unwrap();
    assert!(last.words.starts_with("2000 more"), "{}", last.words);

    let table = format!(
        "Date,Amount,Currency\n{}",
        "2026-01-01,1,EUR\n".repeat(ENTRIES_MAX + 5)
    );
    let reading = read("table", table.as_bytes(), &Hints::default());
    assert_eq!(reading.statements[0].entries.len(), ENTRIES_MAX);
    assert!(reading.findings.iter().any(|finding| finding.rule == Rule::Limit));
}

#[test]
fn a_cut_off_file_never_reads_as_whole() {
    for name in ["camt_v02_batch.xml", "ofx_2_card.ofx"] {
        let whole = fixture(name);
        let end = whole.len() - 20;
        for cut in (200..end).step_by(97) {
            assert_ne!(
                report(name, &whole[..cut]).verdict,
                Verdict::Valid,
                "{name} at {cut}"
            );
        }
    }
}
