//! Every kind of paper in every template and every script, as other people's tools see it: poppler's text and
//! structure, poppler's picture, PDFium's text, qpdf and PDFBox's Preflight.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use folio_domain::Money;
use folio_domain::ids::InvoiceId;
use folio_domain::invoices::{Credited, Invoice, InvoiceLine, LineItem};
use folio_domain::payments::PaymentMethod;
use folio_domain::stationery::{Sheet, Stationery, Template};
use folio_paper::{
    Document, Look, PaperInput, invoice_document, receipt_document, render, statement_document,
};
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

mod grey;
mod reading;
mod samples;

use grey::{distance, of_pdf, png, read, show};
use reading::{run, said, text, words};
use samples::{Sample, accounts};

/// The sheets of the pictured payment part.
const SHEETS: [(&str, Sheet); 2] = [("a4", Sheet::A4), ("letter", Sheet::UsLetter)];
const KINDS: [Kind; 4] = [Kind::Invoice, Kind::CreditNote, Kind::Receipt, Kind::Statement];
const SCRIPTS: [Script; 6] = [
    Script::Latin,
    Script::Devanagari,
    Script::Tamil,
    Script::Arabic,
    Script::Hebrew,
    Script::Cjk,
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Invoice,
    CreditNote,
    Receipt,
    Statement,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Script {
    Latin,
    Devanagari,
    Tamil,
    Arabic,
    Hebrew,
    Cjk,
}

/// A business and its client who write in `script`; the words are Folio's in the language that has it.
fn sample(script: Script) -> Sample {
    let named = |client: &str, seller: &str, street: &str, work: &str, note: &'static str| {
        let mut sample = samples::english();
        sample.lines.truncate(2);
        sample.buyer.name = client.to_owned();
        sample.seller.name = seller.to_owned();
        sample.buyer.address.street = street.to_owned();
        sample.lines[0].description = work.to_owned();
        sample.note = note;
        sample
    };
    match script {
        Script::Latin => {
            let mut sample = samples::english();
            sample.lines.truncate(3);
            sample
        }
        Script::Devanagari => samples::hindi(),
        Script::Tamil => samples::tamil(),
        Script::Arabic => named(
            "مخبز الشجرة العتيقة",
            "استوديو المرفأ",
            "شارع الميناء 12",
            "تصميم الشعار",
            "شكرا جزيلا لكم",
        ),
        Script::Hebrew => named(
            "מאפיית העץ",
            "סטודיו הנמל",
            "רחוב הרצל 12",
            "עיצוב סמל",
            "תודה רבה לכם",
        ),
        Script::Cjk => named(
            "川島製菓株式会社",
            "港口工作室",
            "日本橋2丁目4番1号",
            "ロゴのデザイン、한글 표지",
            "誠にありがとうございます。",
        ),
    }
}

fn credit_note(invoice: Invoice) -> Invoice {
    let lines = invoice.lines.iter().map(|line| InvoiceLine {
        item: LineItem {
            quantity: Decimal::ZERO - line.item.quantity,
            ..line.item.clone()
        },
        amounts: folio_domain::invoices::LineAmounts {
            gross: line.amounts.gross.negated(),
            discount: line.amounts.discount.negated(),
            net: line.amounts.net.negated(),
        },
    });
    let negated = |money: Money| money.negated();
    let taxes = invoice.taxes.iter().map(|line| folio_domain::invoices::TaxLine {
        base: negated(line.base),
        amount: negated(line.amount),
        ..line.clone()
    });
    Invoice {
        lines: lines.collect(),
        taxes: taxes.collect(),
        number: "CN-2026-0003".to_owned(),
        subtotal: negated(invoice.subtotal),
        discount_total: negated(invoice.discount_total),
        taxable_total: negated(invoice.taxable_total),
        tax_total: negated(invoice.tax_total),
        total: negated(invoice.total),
        credits: Some(Credited {
            invoice_id: InvoiceId(Uuid::nil()),
            number: invoice.number.clone(),
            issue_date: date(2026, 10, 30),
            reason: invoice.note.clone(),
        }),
        note: String::new(),
        ..invoice
    }
}

fn document(kind: Kind, template: Template, script: Script) -> Document {
    let sample = sample(script);
    let look = samples::look_of(&Stationery {
        template,
        ..Stationery::default()
    });
    match kind {
        Kind::Invoice => of_invoice(&sample.invoice(), &look),
        Kind::CreditNote => of_invoice(&credit_note(sample.invoice()), &look),
        Kind::Receipt => {
            let receipt = accounts::receipt(&sample, PaymentMethod::BankTransfer, sample.reference);
            receipt_document(&receipt, &look).unwrap()
        }
        Kind::Statement => {
            statement_document(&accounts::statement(&sample, sample.reference), &look).unwrap()
        }
    }
}

fn of_invoice(invoice: &Invoice, look: &Look) -> Document {
    let input = PaperInput {
        invoice,
        look,
        attachment: None,
    };
    invoice_document(&input).unwrap()
}

/// An invoice with a payment part on `sheet`.
fn qr_bill(sheet: Sheet) -> Document {
    let look = samples::look_of(&Stationery {
        sheet,
        ..Stationery::default()
    });
    of_invoice(&samples::swiss().invoice(), &look)
}

/// An invoice in letters that some fonts have and some that none has.
fn strange_letters() -> Document {
    let mut sample = samples::english();
    sample.lines.truncate(2);
    sample.buyer.name = "Bakery 🥐 საცხობი".to_owned();
    sample.lines[0].description = "Tea 茶, 直, ゆ\nSeats 💺💺".to_owned();
    of_invoice(&sample.invoice(), &samples::look())
}

/// All of them, each with what it is called.
fn all() -> Vec<(String, Script, Document)> {
    let mut all = Vec::new();
    for kind in KINDS {
        for template in Template::ALL {
            for script in SCRIPTS {
                let name = format!("{kind:?}-{template:?}-{script:?}").to_lowercase();
                all.push((name, script, document(kind, template, script)));
            }
        }
    }
    for (name, sheet) in SHEETS {
        all.push((format!("qrbill-{name}"), Script::Latin, qr_bill(sheet)));
    }
    all.push(("invoice-strange".to_owned(), Script::Latin, strange_letters()));
    all
}

/// The structure tree with its texts, as poppler reads it: a line for each paragraph and each row.
fn structure(pdf: &[u8]) -> String {
    let output = run(pdf, "pdfinfo", &["-struct-text", "{}"]);
    let tree = String::from_utf8(output.stdout).unwrap();
    let mut out = String::new();
    for line in tree.lines() {
        let (depth, content) = (line.len() - line.trim_start().len(), line.trim());
        let in_row = depth > 4;
        if let Some(said) = content.strip_prefix('"') {
            write!(out, " {}", said.trim_end_matches('"')).unwrap();
            continue;
        }
        let tag = content.split([' ', '(']).next().unwrap_or_default();
        match (tag, in_row) {
            ("", _) => {}
            ("TH" | "TD" | "P", true) => write!(out, " | {tag}").unwrap(),
            _ => write!(out, "\n{tag}").unwrap(),
        }
    }
    out
}

#[test]
fn texts_and_structure_stay_as_they_are() {
    for kind in KINDS {
        for template in Template::ALL {
            let mut whole = String::new();
            for script in SCRIPTS {
                let pdf = render(&document(kind, template, script)).unwrap();
                write!(whole, "\n——— {script:?}{}\n", structure(&pdf)).unwrap();
            }
            let name = format!("{kind:?}_{template:?}").to_lowercase();
            insta::assert_snapshot!(name, whole);
        }
    }
    let pdf = render(&qr_bill(Sheet::A4)).unwrap();
    insta::assert_snapshot!("qrbill_ledger", structure(&pdf));
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for (name, _, document) in all() {
        let output = run(&render(&document).unwrap(), "qpdf", &["--check", "{}"]);
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name}: {said}");
        assert!(
            said.contains("No syntax or stream encoding errors"),
            "{name}: {said}"
        );
    }
}

#[test]
fn poppler_reads_every_text_as_it_was_written() {
    for (name, script, document) in all() {
        // Only its own order of reading turns right-to-left lines around.
        let order: &[&str] = match script {
            Script::Arabic | Script::Hebrew => &[],
            _ => &["-raw"],
        };
        let extracted = text(&render(&document).unwrap(), order);
        found(&name, script, &extracted, &document, |_| true);
    }
}

#[test]
fn pdfium_reads_every_text_as_it_was_written() {
    let Some(programs) = std::env::var_os("FOLIO_TEST_PDFIUM") else {
        panic!("FOLIO_TEST_PDFIUM names no folder: `cargo xtask test paper` installs PDFium and sets it");
    };
    let folder = tempfile::tempdir().unwrap();
    // PDFium takes joined and reversed letters apart by where they stand; poppler reads those lines, in another test.
    let mut all = all();
    all.retain(|(_, script, _)| !matches!(script, Script::Arabic | Script::Hebrew));
    for (name, _, document) in &all {
        std::fs::write(
            folder.path().join(format!("{name}.pdf")),
            render(document).unwrap(),
        )
        .unwrap();
    }
    let script = "import pathlib, sys, pypdfium2\n\
                  for path in pathlib.Path(sys.argv[1]).glob('*.pdf'):\n\
                  \x20   pages = pypdfium2.PdfDocument(path)\n\
                  \x20   text = '\\n'.join(page.get_textpage().get_text_range() for page in pages)\n\
                  \x20   path.with_suffix('.txt').write_text(text, encoding='utf-8')\n";
    let read = Command::new(Path::new(&programs).join("python"))
        .args(["-c", script])
        .arg(folder.path())
        .status();
    assert!(read.unwrap().success());
    for (name, script, document) in &all {
        let extracted = std::fs::read_to_string(folder.path().join(format!("{name}.txt"))).unwrap();
        // It leaves letters beyond the first 65,536 out of what `ActualText` says.
        found(name, *script, &extracted, document, |letter| letter <= '\u{ffff}');
    }
}

/// Whether all that `document` says is in `extracted`, spaces and line ends aside. Readers turn right-to-left lines
/// around as a whole, so of these each word is looked for by itself. Letters that a reader is known not to read are not
/// looked for.
fn found(name: &str, script: Script, extracted: &str, document: &Document, is_read: fn(char) -> bool) {
    let plain = |text: &str| -> String {
        let marks = |letter: &char| {
            is_read(*letter)
                && !letter.is_whitespace()
                && !matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')
        };
        text.chars().filter(marks).collect()
    };
    let extracted = plain(extracted);
    let by_words = matches!(script, Script::Arabic | Script::Hebrew);
    for expected in said(&document.blocks) {
        let parts: Vec<String> = if by_words {
            expected.split_whitespace().map(plain).collect()
        } else {
            vec![plain(&expected)]
        };
        for part in parts {
            assert!(
                extracted.contains(&part),
                "{name}: {part:?} is not in {extracted}"
            );
        }
    }
}

/// What Preflight, which knows PDF/A-1b, may say of a file that is built to PDF/A-3 (`docs/formats/paper.md`).
const ALLOWED: [&str; 5] = ["3.1.11", "7.11.2", "1.4", "1.4.7", "1.2.9"];

/// PDFBox with what it takes from other packages.
const JARS: [&str; 7] = [
    "preflight",
    "pdfbox2",
    "fontbox2",
    "xmpbox",
    "commons-logging",
    "javax.activation",
    "jaxb-api",
];

#[test]
fn preflight_finds_what_part_3_allows_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = String::new();
    for (name, _, document) in all() {
        let path = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&path, render(&document).unwrap()).unwrap();
        writeln!(files, "{}", path.display()).unwrap();
    }
    let list = folder.path().join("list");
    std::fs::write(&list, &files).unwrap();
    let output = Command::new("java")
        .args([
            "-cp",
            &JARS.map(|jar| format!("/usr/share/java/{jar}.jar")).join(":"),
        ])
        .args(["org.apache.pdfbox.preflight.Validator_A1b", "xml", "group"])
        .arg(&list)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}; `cargo xtask setup` installs it"));
    let told = String::from_utf8_lossy(&output.stderr);
    let report = std::fs::read_to_string(folder.path().join("list.preflight.xml"));
    let report = report.unwrap_or_else(|error| panic!("{error}: {told}"));
    assert_eq!(report.matches("<preflight name=").count(), files.lines().count());
    assert!(!report.contains("<exceptionThrown>"), "{report}");
    let mut codes = BTreeSet::new();
    for error in report.split("<code>").skip(1) {
        let code = error.split("</code>").next().unwrap();
        let about = error.split("</details>").next().unwrap();
        assert!(ALLOWED.contains(&code), "{about}");
        codes.insert(code);
    }
    assert!(
        codes.contains("7.11.2"),
        "a file of part 3 is none of part 1: {codes:?}"
    );
}

/// The pictures that are kept: every kind in every template, and an invoice in every script.
fn pictured() -> Vec<(String, Document)> {
    let mut all = Vec::new();
    for kind in KINDS {
        for template in Template::ALL {
            let name = format!("{kind:?}-{template:?}").to_lowercase();
            all.push((name, document(kind, template, Script::Latin)));
        }
    }
    for (name, sheet) in SHEETS {
        all.push((format!("qrbill-{name}"), qr_bill(sheet)));
    }
    all.push(("invoice-strange".to_owned(), strange_letters()));
    for script in &SCRIPTS[1..] {
        let name = format!("invoice-{script:?}").to_lowercase();
        all.push((name, document(Kind::Invoice, Template::Ledger, *script)));
    }
    all
}

/// How far the grey of a pixel may lie from the picture, on the average of the page and at the worst place of it,
/// each place four pixels wide and high: another version of poppler draws edges a little differently.
const MEAN_MAX: f64 = 1.0;
const PLACE_MAX: f64 = 48.0;

#[test]
fn pages_look_as_they_did() {
    let draws_anew = std::env::var_os("FOLIO_TEST_DRAW_ANEW").is_some();
    let mut strange = Vec::new();
    for (name, document) in pictured() {
        let drawn = of_pdf(&render(&document).unwrap());
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/pictures/{name}.png"));
        if draws_anew {
            std::fs::write(&kept, png(&drawn)).unwrap();
            continue;
        }
        let before =
            read(&std::fs::read(&kept).unwrap_or_else(|error| panic!("{}: {error}", kept.display())));
        let (mean, worst) = distance(&before, &drawn);
        if mean > MEAN_MAX || worst > PLACE_MAX {
            let shown = show(&name, &before, &drawn);
            strange.push(format!(
                "{name}: mean {mean:.2}, worst {worst:.0}; see {}",
                shown.display()
            ));
        }
    }
    assert!(
        !draws_anew,
        "the pictures are drawn anew: look at them, then run without FOLIO_TEST_DRAW_ANEW"
    );
    assert!(strange.is_empty(), "{strange:#?}");
}

#[test]
fn a_credit_note_names_its_invoice_and_asks_for_nothing() {
    for template in Template::ALL {
        let pdf = render(&document(Kind::CreditNote, template, Script::Latin)).unwrap();
        let said = words(&text(&pdf, &["-layout"]));
        for expected in [
            "Credit note",
            "Credits invoice 2026-0042 of 30 October 2026",
            "Reason: Thank you for the good work together.",
            "Credited to",
        ] {
            assert!(said.contains(expected), "{expected:?} is not in {said}");
        }
        for never in ["How to pay", "Amount due", "Due by", "Scan with", "\u{2212}€"] {
            assert!(!said.contains(never), "{never:?} is in {said}");
        }
    }
}
