//! A draft's pages: those of the invoice that it would become, marked, and without a number.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use folio_domain::invoices::Invoice;
use folio_domain::languages::Language;
use folio_domain::stationery::{Stationery, Template};
use folio_paper::{PAGES_MAX, PaperInput, draw_draft, draw_pages, render_invoice};

mod samples;

/// The colour that nothing but the watermark has.
const WATERMARK: &str = "#e4e2df";

/// The letters of a page's watermark, and where its other letters stand.
fn parted(page: &str) -> (Vec<&str>, Vec<&str>) {
    let letters = page.lines().filter(|line| line.contains("<use "));
    letters.partition(|letter| letter.contains(WATERMARK))
}

/// Where a letter stands, whatever its outline is numbered.
fn place(letter: &&str) -> String {
    letter.split_once("transform=").unwrap().1.to_owned()
}

#[test]
fn they_have_the_letters_and_places_of_the_paper_itself() {
    for template in Template::ALL {
        let look = samples::look_of(&Stationery {
            template,
            ..Stationery::default()
        });
        for sample in [samples::english(), samples::tamil(), samples::long(60)] {
            let invoice = sample.invoice();
            let drawn = draw_draft(invoice.clone(), &look, Language::Eo).unwrap();
            let word = match invoice.language {
                Language::Ta => "வரைவு",
                _ => "Draft",
            };
            let numbered = Invoice {
                number: word.to_owned(),
                ..invoice
            };
            let input = PaperInput {
                invoice: &numbered,
                look: &look,
                attachment: None,
            };
            let paper = draw_pages(render_invoice(&input).unwrap()).unwrap();
            assert_eq!((drawn.pages.len(), drawn.count), (paper.pages.len(), paper.count));
            for (page, whole) in drawn.pages.iter().zip(&paper.pages) {
                let (mark, rest) = parted(page);
                let (no_mark, letters) = parted(whole);
                let places = |letters: &[&str]| letters.iter().map(place).collect::<Vec<_>>();
                assert_eq!(places(&rest), places(&letters));
                assert_eq!((mark.len(), no_mark.len()), ("Malneto".len(), 0));
            }
        }
    }
}

#[test]
fn the_mark_is_in_the_language_of_who_looks() {
    let marks = Language::ALL.map(|reader| {
        let drawn = draw_draft(samples::english().invoice(), samples::plain(), reader).unwrap();
        let letters = parted(&drawn.pages[0]).0;
        letters.iter().map(place).collect::<Vec<_>>()
    });
    for (nth, mark) in marks.iter().enumerate() {
        assert!(mark.len() >= 3, "{mark:?}");
        assert!(marks[nth + 1..].iter().all(|other| other != mark));
    }
}

#[test]
fn of_many_pages_the_first_are_drawn_and_all_are_counted() {
    let drawn = draw_draft(samples::long(900).invoice(), samples::plain(), Language::En).unwrap();
    assert_eq!(drawn.pages.len(), PAGES_MAX);
    assert!(drawn.count > PAGES_MAX, "{}", drawn.count);
}

#[test]
fn a_sign_stands_for_a_letter_that_no_font_has() {
    let mut invoice = samples::english().invoice();
    let plain = draw_draft(invoice.clone(), samples::plain(), Language::En).unwrap();
    invoice.lines[1].item.description.push_str(" \u{10FFFD}");
    let odd = draw_draft(invoice, samples::plain(), Language::En).unwrap();
    assert_eq!(odd.count, plain.count);
    assert_ne!(odd.pages, plain.pages);
}
