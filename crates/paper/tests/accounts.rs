//! Receipts and statements as other people's tools see them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use folio_domain::payments::PaymentMethod;
use folio_domain::receipts::Receipt;
use folio_domain::statements::AccountStatement;
use folio_paper::{
    Document, Paper, receipt_document, render, render_receipt, render_statement, statement_document,
};
use jiff::civil::date;

mod reading;
mod samples;

use reading::{pages, run, said, text, words};
use samples::{Sample, accounts};

fn languages() -> [(Sample, &'static str); 4] {
    [
        (samples::english(), "SEPA 4471 / Rowan Tree"),
        (samples::hindi(), "एनईएफ़टी ८८१२१ / ज्योत्स्ना"),
        (samples::tamil(), "வங்கி வழி 88121 / கொள்முதல்"),
        (samples::esperanto(), "Ĝiro ĉe ŝparkaso"),
    ]
}

fn receipts() -> Vec<Receipt> {
    let languages = languages().into_iter();
    let mut receipts: Vec<Receipt> = languages
        .map(|(sample, reference)| accounts::receipt(&sample, PaymentMethod::BankTransfer, reference))
        .collect();
    let taken_back = receipts.iter().cloned().map(|receipt| Receipt {
        reversed_on: Some(date(2026, 11, 20)),
        ..receipt
    });
    let taken_back: Vec<Receipt> = taken_back.collect();
    receipts.extend(taken_back);
    receipts
}

fn statements() -> Vec<AccountStatement> {
    let languages = languages().into_iter();
    languages
        .map(|(sample, reference)| accounts::statement(&sample, reference))
        .chain([accounts::long(&samples::english(), 60)])
        .collect()
}

fn papers() -> Vec<(Document, Paper)> {
    let receipts = receipts().into_iter().map(|receipt| {
        (
            receipt_document(&receipt, &samples::look()).unwrap(),
            render_receipt(&receipt, &samples::look()).unwrap(),
        )
    });
    let statements = statements().into_iter().map(|statement| {
        (
            statement_document(&statement, &samples::look()).unwrap(),
            render_statement(&statement, &samples::look()).unwrap(),
        )
    });
    receipts.chain(statements).collect()
}

#[test]
fn every_text_is_extracted_exactly() {
    for (document, paper) in papers() {
        let extracted = words(&text(&paper.bytes, &["-raw"])).replace(' ', "");
        for expected in said(&document.blocks) {
            let expected: String = expected.split_whitespace().collect();
            assert!(
                extracted.contains(&expected),
                "{expected:?} is not in {extracted}"
            );
        }
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    for ((_, one), (_, two)) in papers().into_iter().zip(papers()) {
        assert!(one == two, "{}", one.file_name);
    }
}

#[test]
fn qpdf_finds_nothing_wrong_and_they_are_small() {
    for (_, paper) in papers() {
        let output = run(&paper.bytes, "qpdf", &["--check", "{}"]);
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert!(
            paper.bytes.len() <= 80_000,
            "{}: {}",
            paper.file_name,
            paper.bytes.len()
        );
    }
}

#[test]
fn files_are_named_in_the_language_of_the_paper() {
    let names: Vec<String> = papers().into_iter().map(|(_, paper)| paper.file_name).collect();
    for expected in [
        "Receipt Rowan Tree Bakery Ltd 2026-11-16.pdf",
        "रसीद श्रीमती ज्योत्स्ना त्रिवेदी एंड कंपनी 2026-11-16.pdf",
        "கணக்கு அறிக்கை ஸ்ரீ மீனாட்சி ஜவுளிக்கடை 2026-07-01 2026-11-20.pdf",
        "Kontoeltiro Eĥoŝanĝo Eldonejo k.d. 2026-07-01 2026-11-20.pdf",
    ] {
        assert!(
            names.iter().any(|name| name == expected),
            "{expected:?}: {names:?}"
        );
    }
    let mut receipt = accounts::receipt(&samples::english(), PaymentMethod::Cash, "");
    receipt.buyer.name = format!("../a\\b:\n{}", "long ".repeat(60));
    let name = render_receipt(&receipt, &samples::look()).unwrap().file_name;
    assert!(
        name.starts_with("Receipt ..-a-b- long") && name.ends_with("2026-11-16.pdf"),
        "{name}"
    );
    assert!(name.chars().count() < 100, "{name}");
}

#[test]
fn the_header_repeats_and_the_balance_stays_with_the_last_row() {
    for count in 4..60 {
        let statement = accounts::long(&samples::english(), count);
        let pages = pages(&render_statement(&statement, &samples::look()).unwrap().bytes);
        let end = pages
            .iter()
            .find(|page| page.contains("How old the balance is"))
            .unwrap();
        let last = statement.sections[0].movements.last().unwrap().date;
        assert!(
            end.contains(&last.strftime("%-d %B %Y").to_string()),
            "{count}: the balance stands without the last row: {end}"
        );
        assert!(end.contains("Over 90 days"), "{end}");
        for (index, page) in pages.iter().enumerate() {
            let has_rows = page.contains("Invoice 2026-") || page.contains("Payment: ");
            assert_eq!(
                page.contains("Balance (EUR)") && page.contains("Billed"),
                has_rows,
                "{count}, page {}: {page}",
                index + 1
            );
        }
    }
}

#[test]
fn no_movement_is_lost_over_the_pages() {
    let statement = accounts::long(&samples::english(), 120);
    let pages = pages(&render_statement(&statement, &samples::look()).unwrap().bytes);
    assert!(pages.len() > 3, "{}", pages.len());
    let whole = pages.concat();
    for nth in 1..=120 {
        let number = format!("Invoice 2026-{nth:04}");
        assert_eq!(whole.matches(&number).count(), 1, "{number}");
    }
    assert_eq!(whole.matches("Payment: Bank transfer").count(), 40);
    assert!(whole.contains(&format!("Page {0} of {0}", pages.len())));
}

#[test]
fn nothing_leaves_the_margins() {
    let mut wide = samples::english();
    wide.currency = "IDR";
    let mut statement = accounts::statement(&wide, &"reference".repeat(20));
    for section in &mut statement.sections {
        for money in [&mut section.opening, &mut section.closing] {
            money.minor = 98_765_432_198_765;
        }
        for part in [
            &mut section.ageing.not_due,
            &mut section.ageing.late_60,
            &mut section.ageing.late_over_90,
            &mut section.ageing.credit,
        ] {
            part.minor = 98_765_432_198_765;
        }
    }
    let documents = papers().into_iter().map(|(document, _)| document);
    for document in documents.chain([statement_document(&statement, &samples::look()).unwrap()]) {
        let boxes = text(&render(&document).unwrap(), &["-bbox"]);
        for word in boxes.lines().filter(|line| line.contains("<word")) {
            let edge = |name: &str| -> f64 {
                let from = word.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
                word[from..].split('"').next().unwrap().parse().unwrap()
            };
            // A space at the end of a line hangs over it, and nobody sees it.
            let hangs = if word.contains(" </word>") { 3.0 } else { 0.0 };
            let end = edge("xMax") - hangs;
            assert!(edge("xMin") >= 50.5 && end <= 595.28 - 50.5, "{word}");
        }
    }
}

#[test]
fn a_reader_of_the_structure_finds_its_way() {
    let paper = render_statement(&accounts::statement(&samples::tamil(), "வழி"), &samples::look()).unwrap();
    let output = run(&paper.bytes, "pdfinfo", &["-struct-text", "{}"]);
    let tree = String::from_utf8(output.stdout).unwrap();
    for expected in ["Document", "H1", "H2", "Table", "TR", "TH", "TD", "C-0104"] {
        assert!(tree.contains(expected), "{expected} is not in {tree}");
    }
    let about = run(&paper.bytes, "pdfinfo", &["{}"]);
    let about = words(&String::from_utf8(about.stdout).unwrap());
    assert!(
        about.contains("கணக்கு அறிக்கை") && about.contains("Tagged: yes"),
        "{about}"
    );
}

#[test]
fn nothing_internal_is_printed() {
    // The reason of a reversal and who recorded a payment are the business's own words.
    for (_, paper) in papers() {
        let text = text(&paper.bytes, &["-raw"]);
        for inside in ["trainee", "Asha"] {
            assert!(!text.contains(inside), "{text}");
        }
    }
}

#[test]
fn a_sign_stands_for_letters_that_no_font_has_and_tells_them() {
    type Change<T> = fn(&mut T);
    let cases: [(Change<Receipt>, &str); 5] = [
        (|paper| paper.buyer.name = "Bakery 🥐".to_owned(), "🥐"),
        (|paper| paper.buyer.address.city = "กข".to_owned(), "กข"),
        (|paper| paper.seller.name = "Studio 🥐".to_owned(), "🥐"),
        (|paper| paper.reference = "\u{7}bell".to_owned(), "\u{7}bell"),
        (|paper| paper.parts[1].number = "№ 🥐".to_owned(), "№ 🥐"),
    ];
    for (change, letters) in cases {
        let mut paper = accounts::receipt(&samples::english(), PaymentMethod::Cash, "thanks");
        change(&mut paper);
        let printed = render_receipt(&paper, &samples::look()).unwrap();
        let said = text(&printed.bytes, &["-raw"]);
        assert!(said.contains(letters), "{letters:?} is not in {said}");
    }
    let statement = accounts::statement(&samples::hindi(), "धन्यवाद 🙏🏽");
    let printed = render_statement(&statement, &samples::look()).unwrap();
    assert!(text(&printed.bytes, &["-raw"]).contains("धन्यवाद 🙏🏽"));
}
