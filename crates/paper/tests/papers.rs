//! Papers as other people's tools see them: poppler reads the text back, qpdf checks the file.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use folio_domain::invoices::{Discount, Invoice, TaxCategory};
use folio_domain::stationery::{Sheet, Stationery};
use folio_paper::{Attachment, Field, MissingLetters, PaperError, PaperInput, check_invoice, render_invoice};
use proptest::prelude::*;

mod reading;
mod samples;

use reading::{pages, run, text, words};

fn input(invoice: &Invoice) -> PaperInput<'_> {
    PaperInput {
        invoice,
        look: samples::plain(),
        attachment: None,
    }
}

fn printed(invoice: &Invoice) -> Vec<u8> {
    render_invoice(&input(invoice)).unwrap()
}

fn all() -> Vec<samples::Sample> {
    vec![
        samples::english(),
        samples::hindi(),
        samples::tamil(),
        samples::esperanto(),
        samples::yen(),
        samples::dinar(),
        samples::long(60),
    ]
}

#[test]
fn the_same_invoice_gives_the_same_bytes() {
    for sample in all() {
        assert!(
            printed(&sample.invoice()) == printed(&sample.invoice()),
            "{}",
            sample.number
        );
    }
}

#[test]
fn qpdf_finds_nothing_wrong() {
    for sample in all() {
        let output = run(&printed(&sample.invoice()), "qpdf", &["--check", "{}"]);
        let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{said}");
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
}

#[test]
fn a_file_travels_inside() {
    let invoice = samples::hindi().invoice();
    let attachment = Attachment {
        name: "factur-x.xml",
        bytes: "<a>धन्यवाद</a>".as_bytes().to_vec(),
        factur_x: true,
    };
    let with = PaperInput {
        attachment: Some(&attachment),
        ..input(&invoice)
    };
    let pdf = render_invoice(&with).unwrap();
    assert!(pdf == render_invoice(&with).unwrap(), "the same bytes again");
    let checked = run(&pdf, "qpdf", &["--check", "{}"]);
    assert!(
        checked.status.success(),
        "{}",
        String::from_utf8_lossy(&checked.stdout)
    );
    let listed = run(&pdf, "qpdf", &["--list-attachments", "--verbose", "{}"]);
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(
        listed.contains("factur-x.xml") && listed.contains("mime type: text/xml"),
        "{listed}"
    );
    let taken = run(&pdf, "qpdf", &["--show-attachment=factur-x.xml", "{}"]);
    assert_eq!(taken.stdout, attachment.bytes);
    // XMP stands there as it is.
    let packet = String::from_utf8_lossy(&pdf);
    assert!(packet.contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>"));
    assert!(!String::from_utf8_lossy(&printed(&invoice)).contains("fx:"));
}

#[test]
fn a_ten_line_invoice_is_small() {
    for sample in [
        samples::english(),
        samples::hindi(),
        samples::tamil(),
        samples::esperanto(),
    ] {
        let bytes = printed(&sample.invoice()).len();
        assert!(bytes <= 40_000, "{} takes {bytes} bytes", sample.number);
    }
}

#[test]
fn every_word_can_be_read_back() {
    for sample in all() {
        let invoice = sample.invoice();
        let text = words(&text(&printed(&invoice), &["-raw"]));
        let lines = invoice
            .lines
            .iter()
            .flat_map(|line| line.item.description.lines());
        let said = [
            &invoice.buyer.address.city,
            &invoice.seller.name,
            &invoice.number,
            &invoice.reference,
        ];
        for expected in lines.chain(said.into_iter().map(String::as_str)) {
            assert!(text.contains(&words(expected)), "{expected:?} is not in {text}");
        }
        for word in invoice
            .note
            .split_whitespace()
            .chain(invoice.buyer.name.split_whitespace())
        {
            assert!(text.contains(word), "{word:?} is not in {text}");
        }
    }
}

#[test]
fn amounts_stand_as_the_domain_has_them() {
    let text = words(&text(&printed(&samples::hindi().invoice()), &["-layout"]));
    for expected in [
        "₹1,13,28,458.50",
        "1,03,18,750.00 पर CGST 2.5%",
        "26 नवंबर 2026 तक देय",
        "25,000 प्रति",
    ] {
        assert!(text.contains(expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn the_header_repeats_and_no_row_is_lost() {
    let pages = pages(&printed(&samples::long(60).invoice()));
    assert_eq!(pages.len(), 3);
    for (index, page) in pages.iter().enumerate() {
        assert!(
            page.contains("Unit price"),
            "page {} has no header: {page}",
            index + 1
        );
        assert!(page.contains(&format!("Page {} of 3", index + 1)), "{page}");
    }
    let whole = pages.concat();
    for number in 1..=60 {
        let visit = format!("Maintenance visit {number}");
        let visits = whole
            .match_indices(&visit)
            .filter(|(at, found)| !whole[at + found.len()..].starts_with(|next: char| next.is_ascii_digit()));
        assert_eq!(visits.count(), 1, "line {number}");
    }
}

#[test]
fn totals_stay_with_the_last_row() {
    for count in 8..40 {
        let pages = pages(&printed(&samples::long(count).invoice()));
        let last_row = format!("Maintenance visit {count}");
        let page = pages.iter().find(|page| page.contains("Total (EUR)")).unwrap();
        assert!(
            page.contains(&last_row),
            "{count} lines: the total stands without the last row: {page}"
        );
    }
}

#[test]
fn nothing_leaves_the_margins() {
    let mut wide = samples::english();
    wide.currency = "IDR";
    for line in &mut wide.lines {
        line.unit_price = samples::decimal("987654321.75");
    }
    wide.lines[0].description =
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft".repeat(3);
    let samples = all().into_iter().chain([wide]);
    for sample in samples {
        let invoice = sample.invoice();
        for (sheet, width) in [(Sheet::A4, 595.28), (Sheet::UsLetter, 612.0)] {
            let pdf = render_invoice(&PaperInput {
                invoice: &invoice,
                look: &samples::look_of(&Stationery {
                    sheet,
                    ..Stationery::default()
                }),
                attachment: None,
            })
            .unwrap();
            let boxes = text(&pdf, &["-bbox"]);
            for word in boxes.lines().filter(|line| line.contains("<word")) {
                let edge = |name: &str| -> f64 {
                    let from = word.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
                    word[from..].split('"').next().unwrap().parse().unwrap()
                };
                assert!(edge("xMin") >= 50.5 && edge("xMax") <= width - 50.5, "{word}");
            }
        }
    }
}

#[test]
fn a_reader_of_the_structure_finds_its_way() {
    let output = run(
        &printed(&samples::hindi().invoice()),
        "pdfinfo",
        &["-struct-text", "{}"],
    );
    let tree = String::from_utf8(output.stdout).unwrap();
    for expected in [
        "Document",
        "H1",
        "H2",
        "Table",
        "TR",
        "TH",
        "TD",
        "Figure",
        "navrang@okhdfc",
    ] {
        assert!(tree.contains(expected), "{expected} is not in {tree}");
    }
    let about = run(&printed(&samples::tamil().invoice()), "pdfinfo", &["{}"]);
    let about = String::from_utf8(about.stdout).unwrap();
    assert!(about.contains("விலைப்பட்டியல் 2026-0008"), "{about}");
    assert!(words(&about).contains("Tagged: yes"), "{about}");
}

#[test]
fn a_sign_stands_for_letters_that_no_font_has_and_tells_them() {
    type Change = fn(&mut Invoice);
    let cases: [(Change, &str, Field); 7] = [
        (
            |invoice| invoice.buyer.name = "Bakery 🥐".to_owned(),
            "🥐",
            Field::ClientName,
        ),
        (
            |invoice| invoice.buyer.address.street = "ก 1".to_owned(),
            "ก",
            Field::ClientAddress,
        ),
        (
            |invoice| invoice.seller.name = "Studio ☃\u{FE0F}".to_owned(),
            "☃\u{FE0F}",
            Field::OrganisationName,
        ),
        (
            |invoice| invoice.lines[2].item.description = "Seats 💺".to_owned(),
            "💺",
            Field::LineDescription(3),
        ),
        (
            |invoice| invoice.lines[4].item.unit = "㎡".to_owned(),
            "㎡",
            Field::LineUnit(5),
        ),
        (|invoice| invoice.note = "Thanks 🙏🏽".to_owned(), "🙏🏽", Field::Note),
        (
            |invoice| invoice.reference = "\u{7}bell".to_owned(),
            "\u{7}",
            Field::Reference,
        ),
    ];
    for (change, letters, field) in cases {
        let mut invoice = samples::english().invoice();
        change(&mut invoice);
        let checked = check_invoice(&input(&invoice)).unwrap();
        let letters = letters.to_owned();
        assert!(
            checked.missing.contains(&MissingLetters {
                letters: letters.clone(),
                field
            }),
            "{checked:?}"
        );
        let pdf = printed(&invoice);
        assert!(text(&pdf, &["-raw"]).contains(&letters), "{letters:?}");
        let checked = run(&pdf, "qpdf", &["--check", "{}"]);
        assert!(checked.status.success(), "{letters:?}");
    }
    assert!(
        check_invoice(&input(&samples::english().invoice()))
            .unwrap()
            .missing
            .is_empty()
    );
}

#[test]
fn what_xml_cannot_say_keeps_out_of_the_metadata() {
    let mut invoice = samples::english().invoice();
    invoice.number = "2026\u{1}-\u{FFFF}7".to_owned();
    let pdf = printed(&invoice);
    let packet = String::from_utf8_lossy(&pdf);
    assert!(packet.contains("Invoice 2026-7</rdf:li>"));
}

#[test]
fn han_letters_stand_in_the_forms_of_their_reader() {
    for (country, face) in [
        ("JP", "CJKjp"),
        ("KR", "CJKkr"),
        ("CN", "CJKsc"),
        ("TW", "CJKtc"),
        ("HK", "CJKhk"),
    ] {
        let mut invoice = samples::english().invoice();
        invoice.buyer.name = "直骨角".to_owned();
        invoice.buyer.address.country = country.to_owned();
        let fonts = run(&printed(&invoice), "pdffonts", &["{}"]);
        let fonts = String::from_utf8(fonts.stdout).unwrap();
        assert!(
            fonts.contains(face) && fonts.matches("CJK").count() == 1,
            "{country}: {fonts}"
        );
    }
}

#[test]
fn a_little_that_is_left_over_takes_no_page_of_its_own() {
    for template in folio_domain::stationery::Template::ALL {
        let look = samples::look_of(&Stationery {
            template,
            ..Stationery::default()
        });
        for sample in [samples::hindi(), samples::tamil()] {
            let invoice = sample.invoice();
            let checked = check_invoice(&PaperInput {
                look: &look,
                ..input(&invoice)
            })
            .unwrap();
            assert_eq!(checked.pages, 1, "{template:?} {}", sample.number);
        }
    }
}

#[test]
fn a_line_taller_than_a_page_is_refused() {
    let mut invoice = samples::english().invoice();
    invoice.lines[1].item.description = "row\n".repeat(400);
    let refusal = PaperError::DoesNotFit {
        field: Field::LineDescription(2),
    };
    assert_eq!(check_invoice(&input(&invoice)), Err(refusal));
}

#[test]
fn a_long_note_goes_on_over_the_page() {
    let mut invoice = samples::english().invoice();
    invoice.note = "One more condition of this work.\n".repeat(90);
    assert_eq!(check_invoice(&input(&invoice)).unwrap().pages, 3);
}

#[test]
fn reasons_for_no_tax_are_said_once() {
    let mut sample = samples::english();
    for line in &mut sample.lines {
        line.taxes = vec![samples::tax("VAT", "0")];
        line.taxes[0].category = TaxCategory::ReverseCharge;
    }
    let text = text(&printed(&sample.invoice()), &["-raw"]);
    assert_eq!(
        words(&text).matches("the customer accounts for the tax").count(),
        1,
        "{text}"
    );
}

#[test]
fn right_to_left_names_are_set_in_their_own_order() {
    let mut invoice = samples::english().invoice();
    invoice.buyer.name = "מאפיית העץ".to_owned();
    invoice.buyer.address.street = "רחוב הרצל 12".to_owned();
    invoice.reference = "مخبز الشجرة".to_owned();
    let is_mark = |letter: char| ('\u{202A}'..='\u{202E}').contains(&letter);
    let text = text(&printed(&invoice), &[]).replace(is_mark, "");
    assert!(text.contains("מאפיית העץ"), "{text}");
    assert!(text.contains("רחוב הרצל"), "{text}");
    assert!(text.contains("مخبز الشجرة"), "{text}");
}

#[test]
fn a_credit_asks_for_nothing() {
    let mut sample = samples::english();
    sample.discount = Discount::None;
    for line in &mut sample.lines {
        line.quantity = -line.quantity;
        line.discount = Discount::None;
    }
    let text = text(&printed(&sample.invoice()), &["-layout"]);
    assert!(text.contains("Nothing to pay"), "{text}");
    assert!(!text.contains("IBAN"), "{text}");
}

/// What the four languages are made of, the hard parts among them: vowel signs on either side, conjuncts, the repha.
const SYLLABLES: &[&str] = &[
    "a",
    "ĉe",
    "ĝi",
    "ŭo",
    "ß",
    "kia ",
    "12",
    ",5 ",
    "क",
    "कि",
    "की ",
    "र्क",
    "क्ष",
    "ज्ञ",
    "त्र",
    "श्री ",
    "ट्ठ",
    "ह्म",
    "द्ध्य",
    "ड़",
    "ॐ",
    "हूँ ",
    "१२",
    "।",
    "க",
    "கி",
    "கீ",
    "கு",
    "கூ",
    "கெ",
    "கே",
    "கை ",
    "கொ",
    "கோ",
    "கௌ ",
    "க்ஷ",
    "ஸ்ரீ ",
    "ங்",
    "ணை",
    "₹",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_printed_or_too_long(description in any::<String>(), name in "[\\PC]{0,60}", note in "[\\s\\p{L}\\p{M}]{0,80}") {
        let mut invoice = samples::esperanto().invoice();
        invoice.lines[0].item.description = description;
        invoice.buyer.name = name;
        invoice.note = note;
        match render_invoice(&input(&invoice)) {
            Ok(_) | Err(PaperError::DoesNotFit { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn words_of_the_four_languages_are_always_printed(syllables in prop::collection::vec(prop::sample::select(SYLLABLES), 1..40)) {
        let mut invoice = samples::hindi().invoice();
        invoice.lines[0].item.description = syllables.concat();
        let pdf = printed(&invoice);
        let text = words(&text(&pdf, &["-raw"])).replace(' ', "");
        let expected = syllables.concat().replace(' ', "");
        prop_assert!(text.contains(&expected), "{expected:?} is not in {text}");
    }
}

#[test]
fn a_right_to_left_paper_is_mirrored() {
    let invoice = samples::english().invoice();
    let mut document = folio_paper::invoice_document(&input(&invoice)).unwrap();
    document.is_rtl = true;
    let mirrored = text(&folio_paper::render(&document).unwrap(), &["-bbox"]);
    let plain = text(&printed(&invoice), &["-bbox"]);
    let left_edge = |boxes: &str, word: &str| -> f64 {
        let line = boxes
            .lines()
            .find(|line| line.contains(&format!(">{word}<")))
            .unwrap();
        line.split("xMin=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .parse()
            .unwrap()
    };
    for word in ["Description", "Billed", "Note"] {
        assert!(left_edge(&plain, word) < 320.0, "{word}");
        assert!(left_edge(&mirrored, word) > 220.0, "{word}");
        assert!(left_edge(&mirrored, word) > left_edge(&plain, word), "{word}");
    }
    assert!(left_edge(&mirrored, "Amount") < 100.0);
}
