//! Stationery on paper: the templates, the accent and the logo, as other people's tools see them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop"
)]

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::organisations::Organisation;
use folio_domain::stationery::{Colour, Logo, PictureKind, Stationery, Template};
use folio_paper::{
    LogoFault, Look, PaperError, PaperInput, check_stationery, invoice_document, preview_stationery,
    render_invoice,
};
use jiff::civil::date;

mod grey;
mod reading;
mod samples;

use grey::{distance, of_pdf, of_svg};
use reading::{run, text, words};

const DRAWING: &[u8] = br##"<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40">
<defs><linearGradient id="g"><stop stop-color="#0f5c5c"/><stop offset="1" stop-color="#6cc5bf"/></linearGradient></defs>
<rect x="2" y="2" width="36" height="36" rx="8" fill="url(#g)"/><circle cx="80" cy="20" r="16" fill="#a1332b" opacity=".6"/>
</svg>"##;

/// A PNG of 3 × 2 pixels, half of it seen through.
fn png(colour: png::ColorType, pixels: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, 3, 2);
    encoder.set_color(colour);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(pixels).unwrap();
    writer.finish().unwrap();
    file
}

fn glass() -> Vec<u8> {
    let pixels = [[10, 20, 30, 255], [10, 20, 30, 128]].concat();
    png(png::ColorType::Rgba, &pixels.repeat(3))
}

/// A baseline JPEG of 8 × 8 grey pixels, written out by hand from ITU T.81: one table, one code, one block.
fn jpeg() -> Vec<u8> {
    let mut file = vec![0xFF, 0xD8, 0xFF, 0xDB, 0x00, 0x43, 0x00];
    file.extend([16; 64]);
    // Start of frame: 8 bits, 8 × 8, one component.
    file.extend([0xFF, 0xC0, 0x00, 0x0B, 8, 0, 8, 0, 8, 1, 1, 0x11, 0]);
    for class in [0x00, 0x10] {
        // One code of one bit, for the value nothing.
        file.extend([0xFF, 0xC4, 0x00, 0x14, class, 1]);
        file.extend([0; 15]);
        file.push(0);
    }
    file.extend([0xFF, 0xDA, 0x00, 0x08, 1, 1, 0x00, 0, 63, 0]);
    // No difference, then the end of the block; the rest of the byte is filled up.
    file.extend([0x3F, 0xFF, 0xD9]);
    file
}

fn with(template: Template, logo: Option<&[u8]>) -> Stationery {
    Stationery {
        template,
        logo: logo.map(|file| Logo::of(file).unwrap()),
        ..Stationery::default()
    }
}

fn printed(sample: &samples::Sample, stationery: &Stationery) -> Vec<u8> {
    let (invoice, look) = (sample.invoice(), samples::look_of(stationery));
    render_invoice(&PaperInput {
        invoice: &invoice,
        look: &look,
        attachment: None,
    })
    .unwrap()
}

fn images(pdf: &[u8]) -> Vec<String> {
    let listed = run(pdf, "pdfimages", &["-list", "{}"]);
    let listed = String::from_utf8(listed.stdout).unwrap();
    listed.lines().skip(2).map(words).collect()
}

#[test]
fn every_template_says_the_same() {
    let mut said: Vec<Vec<String>> = Vec::new();
    for template in Template::ALL {
        let pdf = printed(&samples::hindi(), &with(template, Some(DRAWING)));
        let checked = run(&pdf, "qpdf", &["--check", "{}"]);
        assert!(
            checked.status.success(),
            "{}",
            String::from_utf8_lossy(&checked.stdout)
        );
        let mut all: Vec<String> = text(&pdf, &["-raw"])
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        // Dots between parts and the numbers of pages come and go with the lines.
        all.retain(|word| word.chars().count() > 1);
        all.sort();
        all.dedup();
        said.push(all);
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(said[0], said[2]);
}

#[test]
fn a_logo_keeps_its_proportions_and_what_shines_through() {
    let svg = images(&printed(
        &samples::english(),
        &with(Template::Bold, Some(DRAWING)),
    ));
    assert!(
        svg[0].contains("image 1400 467 rgb") && svg[1].contains("smask 1400 467 gray"),
        "{svg:?}"
    );
    let glass = images(&printed(
        &samples::english(),
        &with(Template::Ledger, Some(&glass())),
    ));
    assert!(
        glass[0].contains("image 3 2 rgb") && glass[1].contains("smask 3 2 gray"),
        "{glass:?}"
    );
    let solid = png(png::ColorType::Grayscale, &[0, 40, 80, 120, 160, 200]);
    let solid = images(&printed(
        &samples::english(),
        &with(Template::Letter, Some(&solid)),
    ));
    assert!(
        solid.len() == 1 && solid[0].contains("image 3 2 rgb"),
        "{solid:?}"
    );
    let grey = printed(&samples::english(), &with(Template::Letter, Some(&jpeg())));
    let listed = images(&grey);
    assert!(
        listed.len() == 1 && listed[0].contains("gray 1 8 jpeg"),
        "{listed:?}"
    );
    assert!(images(&printed(&samples::english(), &with(Template::Bold, None))).is_empty());
}

#[test]
fn a_reader_of_the_structure_hears_of_the_logo() {
    let pdf = printed(&samples::english(), &with(Template::Ledger, Some(DRAWING)));
    let tree = String::from_utf8(run(&pdf, "pdfinfo", &["-struct", "{}"]).stdout).unwrap();
    assert!(tree.contains("Figure"), "{tree}");
    let about = run(&pdf, "qpdf", &["--qdf", "--object-streams=disable", "{}", "-"]).stdout;
    let alt = "Logo of Lumen & Fjord Studio"
        .encode_utf16()
        .flat_map(u16::to_be_bytes);
    let alt: String = alt.map(|byte| format!("{byte:02x}")).collect();
    assert!(String::from_utf8_lossy(&about).to_lowercase().contains(&alt));
}

#[test]
fn the_same_stationery_gives_the_same_bytes() {
    for template in Template::ALL {
        let stationery = with(template, Some(DRAWING));
        let again = || printed(&samples::tamil(), &stationery);
        assert!(again() == again(), "{template:?}");
        let plain = with(template, None);
        let bytes = printed(&samples::english(), &plain).len();
        assert!(bytes <= 40_000, "{template:?} takes {bytes} bytes");
    }
}

#[test]
fn a_logo_that_cannot_be_printed_is_refused_with_its_reason() {
    let svg =
        |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>");
    let mut shared = String::from("<defs><path id='a0' d='M0 0h9v9z'/>");
    for level in 1..=7 {
        let uses = format!("<use href='#a{}'/>", level - 1).repeat(10);
        shared.push_str(&format!("<g id='a{level}'>{uses}</g>"));
    }
    shared.push_str("</defs><use href='#a7'/>");
    let mut cut = glass();
    cut.truncate(cut.len() - 20);
    let mut cut_jpeg = jpeg();
    cut_jpeg.truncate(30);
    let cases: Vec<(&str, Vec<u8>, LogoFault)> = vec![
        ("a PNG cut short", cut, LogoFault::Broken),
        ("a JPEG cut short", cut_jpeg, LogoFault::Broken),
        ("a broken SVG", b"<svg><".to_vec(), LogoFault::Broken),
        (
            "an SVG that shows nothing",
            svg("").into_bytes(),
            LogoFault::Broken,
        ),
        ("an SVG of millions", svg(&shared).into_bytes(), LogoFault::Broken),
        (
            "an SVG with text",
            svg("<text y='9'>Hi</text>").into_bytes(),
            LogoFault::Text,
        ),
        (
            "an SVG with a picture",
            svg("<image href='/etc/hostname'/>").into_bytes(),
            LogoFault::Text,
        ),
    ];
    for (what, file, fault) in cases {
        let stationery = with(Template::Ledger, Some(&file));
        let refused = check_stationery(&stationery);
        assert_eq!(refused, Err(PaperError::Logo(fault)), "{what}");
        let told = refused.unwrap_err().into_refusal().unwrap();
        assert!(told.message_key.starts_with("refused-logo-"), "{what}");
        assert!(Look::of(&stationery, "IN").is_err(), "{what}");
    }
    let disguised = Stationery {
        logo: Some(Logo {
            kind: PictureKind::Png,
            bytes: STANDARD.encode(jpeg()),
        }),
        ..Stationery::default()
    };
    assert_eq!(
        check_stationery(&disguised),
        Err(PaperError::Logo(LogoFault::Broken))
    );
}

#[test]
fn the_paper_prints_well_in_grey() {
    // A pale accent is darkened before it is printed, in the letters and under them.
    let pale = Stationery {
        accent: Colour::parse("#ffe600").unwrap(),
        template: Template::Bold,
        ..Stationery::default()
    };
    let invoice = samples::english().invoice();
    let look = samples::look_of(&pale);
    let input = PaperInput {
        invoice: &invoice,
        look: &look,
        attachment: None,
    };
    let [red, green, blue] = invoice_document(&input).unwrap().accent;
    assert!(red < 0x90 && green < 0x80 && blue == 0, "{red} {green} {blue}");
}

#[test]
fn a_preview_draws_the_page_that_is_printed() {
    let business = business();
    let stationery = with(Template::Ledger, Some(DRAWING));
    let preview = preview_stationery(&business, &stationery, date(2026, 11, 22)).unwrap();
    assert_eq!(preview.accent, Colour::TEAL);
    let invoice = folio_paper::sample_invoice(&business, date(2026, 11, 22)).unwrap();
    let papers = Template::ALL.map(|template| {
        let look = samples::look_of(&with(template, Some(DRAWING)));
        let input = PaperInput {
            invoice: &invoice,
            look: &look,
            attachment: None,
        };
        of_pdf(&render_invoice(&input).unwrap())
    });
    for (nth, (template, svg)) in preview.pages.iter().enumerate() {
        assert_eq!(*template, Template::ALL[nth]);
        assert!(svg.len() < 400_000, "{template:?}: {}", svg.len());
        let page = of_svg(svg);
        let gaps = papers.each_ref().map(|paper| distance(&page, paper).0);
        for (other, gap) in gaps.iter().enumerate().filter(|(other, _)| *other != nth) {
            assert!(
                gaps[nth] * 2.0 < *gap,
                "{template:?} is drawn like {:?}: {gaps:?}",
                Template::ALL[other]
            );
        }
    }
}

fn business() -> Organisation {
    let sample = samples::tamil();
    Organisation {
        name: sample.seller.name.clone(),
        address: sample.seller.address.clone(),
        tax_id: sample.seller.tax_id.clone(),
        email: String::new(),
        phone: sample.seller.phone.clone(),
        hours: String::new(),
        time_zone: "Asia/Kolkata".to_owned(),
        language: sample.language,
        currency: sample.invoice().currency,
        payment_terms_days: 14,
        bank: sample.bank,
        invoice_note: String::new(),
    }
}
