//! The payment part of a Swiss QR-bill, as other people's tools see it, and the codes of portals.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use folio_domain::invoices::Invoice;
use folio_domain::stationery::{Sheet, Stationery, Template};
use folio_paper::{
    NoBill, PaperInput, check_invoice, invoice_document, payment_code, render, render_invoice,
};

mod reading;
mod samples;

use reading::{pages, run, text, words};

fn looked(invoice: &Invoice, stationery: &Stationery) -> Vec<u8> {
    let input = PaperInput {
        invoice,
        look: &samples::look_of(stationery),
        attachment: None,
    };
    render_invoice(&input).unwrap()
}

fn printed(invoice: &Invoice) -> Vec<u8> {
    looked(invoice, &Stationery::default())
}

fn no_bill(invoice: &Invoice) -> Option<NoBill> {
    let input = PaperInput {
        invoice,
        look: samples::plain(),
        attachment: None,
    };
    check_invoice(&input).unwrap().no_bill
}

/// Where `word` stands, in millimetres from the sheet's left and bottom edges to the word's left and lower edges.
fn place(pdf: &[u8], word: &str, height: f64) -> (f64, f64) {
    let boxes = text(pdf, &["-bbox"]);
    let found = boxes
        .lines()
        .rev()
        .find(|line| line.contains(&format!(">{word}<")));
    let found = found.unwrap_or_else(|| panic!("{word} is not in {boxes}"));
    let edge = |name: &str| -> f64 {
        let from = found.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
        found[from..].split('"').next().unwrap().parse().unwrap()
    };
    const MM: f64 = 25.4 / 72.0;
    (edge("xMin") * MM, (height - edge("yMax")) * MM)
}

const SAID: [&str; 14] = [
    "Separate before paying in",
    "Receipt",
    "Account / Payable to",
    "CH44 3199 9123 0008 8901 2",
    "Käserei Säntis GmbH",
    "Bahnhofstrasse 12a",
    "9057 Weissbad",
    "Acceptance point",
    "Payment part",
    "00 00000 00000 00000 02026 00427",
    "Invoice 2026-0042",
    "Payable by",
    "9400 Rorschach",
    "1 949.75",
];

#[test]
fn the_payment_part_says_what_the_guidelines_ask_for_in_every_template() {
    for template in Template::ALL {
        let invoice = samples::swiss().invoice();
        let pdf = looked(
            &invoice,
            &Stationery {
                template,
                ..Stationery::default()
            },
        );
        assert_eq!(pages(&pdf).len(), 1, "{template:?}");
        let said = words(&text(&pdf, &["-raw"])).replace('\u{A0}', " ");
        for expected in SAID {
            assert!(
                said.contains(expected),
                "{template:?}: {expected:?} is not in {said}"
            );
        }
        assert!(said.contains("Pay with the payment part"), "{said}");
        let checked = run(&pdf, "qpdf", &["--check", "{}"]);
        assert!(checked.status.success(), "{template:?}");
    }
}

#[test]
fn it_stands_where_banks_cut_it() {
    let pdf = printed(&samples::swiss().invoice());
    let height = 841.89;
    // From the Style Guide: margins of 5 mm, the fold at 62 mm, information from 118 mm on.
    let (x, y) = place(&pdf, "Receipt", height);
    assert!((x - 5.0).abs() < 0.6 && (94.0..101.0).contains(&y), "{x} {y}");
    let (x, y) = place(&pdf, "part", height);
    assert!(x > 67.0 && (94.0..101.0).contains(&y), "{x} {y}");
    let (x, _) = place(&pdf, "Additional", height);
    assert!((x - 118.0).abs() < 0.6, "{x}");
    let (x, y) = place(&pdf, "Acceptance", height);
    assert!(x > 25.0 && (17.0..24.0).contains(&y), "{x} {y}");
}

#[test]
fn it_takes_a_page_of_its_own_where_there_is_no_room() {
    let mut sample = samples::swiss();
    sample.lines = (0..12).flat_map(|_| samples::swiss().lines).collect();
    let pdf = printed(&sample.invoice());
    let pages = pages(&pdf);
    assert_eq!(pages.len(), 2);
    assert!(
        !pages[0].contains("Acceptance point") && pages[1].contains("Acceptance point"),
        "{pages:?}"
    );
    assert!(pages[1].contains("Page 2 of 2"), "{pages:?}");
}

#[test]
fn on_us_letter_it_lies_at_the_left_edge_in_its_own_size() {
    let invoice = samples::swiss().invoice();
    let pdf = looked(
        &invoice,
        &Stationery {
            sheet: Sheet::UsLetter,
            ..Stationery::default()
        },
    );
    let (a4, letter) = (printed(&invoice), pdf);
    for word in ["Receipt", "Acceptance", "Currency"] {
        let (one, other) = (place(&a4, word, 841.89), place(&letter, word, 792.0));
        assert!(
            (one.0 - other.0).abs() < 0.1 && (one.1 - other.1).abs() < 0.1,
            "{word}: {one:?} {other:?}"
        );
    }
}

#[test]
fn a_right_to_left_paper_keeps_its_form() {
    let mut sample = samples::swiss();
    sample.buyer.name = "מאפיית העץ".to_owned();
    let invoice = sample.invoice();
    let input = PaperInput {
        invoice: &invoice,
        look: samples::plain(),
        attachment: None,
    };
    let mut document = invoice_document(&input).unwrap();
    let plain = render(&document).unwrap();
    document.is_rtl = true;
    let mirrored = render(&document).unwrap();
    for word in ["Receipt", "Acceptance", "Currency"] {
        assert_eq!(
            place(&plain, word, 841.89),
            place(&mirrored, word, 841.89),
            "{word}"
        );
    }
}

#[test]
fn a_reader_of_the_structure_hears_english() {
    let pdf = printed(&samples::swiss().invoice());
    let tree = run(&pdf, "pdfinfo", &["-struct-text", "{}"]);
    let tree = String::from_utf8(tree.stdout).unwrap();
    let slip = &tree[tree.find("Sect").unwrap()..];
    for expected in ["H2", "Figure", "Payment part", "Acceptance point"] {
        assert!(slip.contains(expected), "{expected} is not in {slip}");
    }
}

#[test]
fn what_is_missing_is_named_and_the_account_stands_there_plainly() {
    type Change = fn(&mut Invoice);
    let cases: [(Change, NoBill); 5] = [
        (|invoice| invoice.seller.address.city.clear(), NoBill::Town),
        (|invoice| invoice.seller.address.country.clear(), NoBill::Country),
        (
            |invoice| invoice.seller.address.postal_code.clear(),
            NoBill::PostalCode,
        ),
        (|invoice| invoice.number = "चालान 7".to_owned(), NoBill::Reference),
        (
            |invoice| invoice.bank.account_name = "🥐".to_owned(),
            NoBill::Name,
        ),
    ];
    for (change, why) in cases {
        let mut invoice = samples::swiss().invoice();
        change(&mut invoice);
        assert_eq!(no_bill(&invoice), Some(why));
        let said = words(&text(&printed(&invoice), &["-raw"])).replace('\u{A0}', " ");
        assert!(
            said.contains("IBAN CH44 3199 9123 0008 8901 2"),
            "{why:?}: {said}"
        );
        assert!(!said.contains("Acceptance point"), "{why:?}");
    }
    assert_eq!(no_bill(&samples::swiss().invoice()), None);
    assert_eq!(no_bill(&samples::english().invoice()), None);
}

#[test]
fn a_client_without_a_whole_address_is_written_in_by_hand() {
    let mut invoice = samples::swiss().invoice();
    invoice.buyer.address.country.clear();
    let said = words(&text(&printed(&invoice), &["-raw"]));
    assert_eq!(said.matches("Payable by (name/address)").count(), 2, "{said}");
}

#[test]
fn the_longest_names_stay_inside() {
    let mut invoice = samples::swiss().invoice();
    invoice.bank.account_name = "W".repeat(300);
    invoice.buyer.name = "MW ".repeat(100);
    invoice.buyer.address.street = format!("{} 12345", "Wagenwegwiese ".repeat(20));
    invoice.buyer.address.city = "Wolfenschiessenwaldmattweilerwangen".to_owned();
    let pdf = printed(&invoice);
    let boxes = text(&pdf, &["-bbox"]);
    let slip = boxes.split(">Separate<").nth(1).unwrap();
    for word in slip.lines().filter(|line| line.contains("<word")) {
        let edge = |name: &str| -> f64 {
            let from = word.find(&format!("{name}=\"")).unwrap() + name.len() + 2;
            word[from..].split('"').next().unwrap().parse().unwrap()
        };
        assert!(
            edge("xMax") <= 595.28 - 14.0 && edge("yMax") <= 841.89 - 13.0,
            "{word}"
        );
    }
}

#[test]
fn portals_learn_what_is_scanned_and_what_is_pasted() {
    let swiss = samples::swiss().invoice();
    let code = payment_code(&swiss, swiss.total).unwrap().unwrap();
    assert_eq!((code.scheme, &code.copied), ("QR-bill", &None));
    let brazilian = samples::brazilian().invoice();
    let code = payment_code(&brazilian, brazilian.total).unwrap().unwrap();
    let copied = code.copied.unwrap();
    assert_eq!(code.scheme, "PIX");
    assert!(
        copied.starts_with("00020126360014br.gov.bcb.pix011411222333000181"),
        "{copied}"
    );
    // A QR-IBAN takes no SEPA transfer.
    let mut euro = samples::english().invoice();
    euro.bank.account_number = swiss.bank.account_number;
    euro.seller.address.city.clear();
    assert_eq!(payment_code(&euro, euro.total).unwrap(), None);
}
