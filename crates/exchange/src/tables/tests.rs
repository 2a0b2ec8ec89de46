use proptest::prelude::*;

use super::dates::{self, DayOrder};
use super::decode::decode;
use super::numbers::{self, DecimalMark, Hint};
use super::records::Records;
use super::{countries, currencies};

#[test]
fn numbers_are_read_as_written() {
    use DecimalMark::{Comma, Dot};
    for (text, mark, expected) in [
        ("1234.5", Dot, Some("1234.5")),
        ("1,234.50", Dot, Some("1234.50")),
        ("1.234,50", Comma, Some("1234.50")),
        ("1 234,50", Comma, Some("1234.50")),
        ("1\u{a0}234,50 €", Comma, Some("1234.50")),
        ("1'234.50", Dot, Some("1234.50")),
        ("12,34,567.8", Dot, Some("1234567.8")),
        ("($400.00)", Dot, Some("-400.00")),
        ("$13.50 ", Dot, Some("13.50")),
        ("Rs. 500", Dot, Some("500")),
        ("-5", Dot, Some("-5")),
        ("5-", Dot, Some("-5")),
        ("\u{2212}5 %", Dot, Some("-5")),
        (".5", Dot, Some("0.5")),
        ("12,50", Dot, None),
        ("1.2.3", Dot, None),
        ("1,2345", Dot, None),
        ("twelve", Dot, None),
        ("", Dot, None),
        ("-", Dot, None),
        ("12 EUR 5", Dot, None),
        ("1/2", Dot, None),
        ("99999999999999999999999999999999", Dot, None),
        ("0.00000000000000000000000000000001", Dot, None),
    ] {
        let value = numbers::written(text).and_then(|written| written.value(mark));
        assert_eq!(
            value.map(|value| value.to_string()).as_deref(),
            expected,
            "{text}"
        );
    }
}

#[test]
fn numbers_tell_their_decimal_mark() {
    use DecimalMark::{Comma, Dot};
    for (text, hint) in [
        ("12", Hint::None),
        ("12.5", Hint::Only(Dot)),
        ("12,50", Hint::Only(Comma)),
        ("1,234", Hint::Either),
        ("1.234", Hint::Either),
        ("0,123", Hint::Only(Comma)),
        ("1234,567", Hint::Only(Comma)),
        ("1,234,567", Hint::Only(Dot)),
        ("1.234,5", Hint::Only(Comma)),
    ] {
        assert_eq!(numbers::written(text).unwrap().hint(), hint, "{text}");
    }
}

#[test]
fn dates_are_read_as_written() {
    for (text, expected) in [
        ("2026-03-04", "2026-03-04"),
        ("2026-03-04 10:20:30", "2026-03-04"),
        ("2026-03-04T10:20:30Z", "2026-03-04"),
        ("2026/3/4", "2026-03-04"),
        ("4.3.2026", "2026-03-04"),
        ("4. März 2026", "2026-03-04"),
        ("04/Mar/2026", "2026-03-04"),
        ("Mar 4, 2026", "2026-03-04"),
        ("Wed Mar 4, 2026", "2026-03-04"),
        ("13/4/26", "2026-04-13"),
        ("4/13/26", "2026-04-13"),
        ("03/04/2026", "2026-04-03"),
    ] {
        let read = dates::written(text).and_then(|written| written.date(DayOrder::DayFirst));
        assert_eq!(read.unwrap().to_string(), expected, "{text}");
    }
    for text in [
        "",
        "31/02/2026",
        "soon",
        "2026-13-01",
        "1/1/1",
        "5/5",
        "99999-01-01",
        "2026-02-30",
    ] {
        assert_eq!(
            dates::written(text).and_then(|written| written.date(DayOrder::DayFirst)),
            None,
            "{text}"
        );
    }
}

#[test]
fn lines_are_counted_as_an_editor_does() {
    let text = "a,b\r\n\"1\r\n2\",x\n\ny \"z\" q,\"in \"\"out\"\" \"\nlast";
    let records: Vec<_> = Records::new(text, ',')
        .map(|record| (record.line, record.cells.join("|")))
        .collect();
    let expected = [
        (1, "a|b"),
        (2, "1\r\n2|x"),
        (4, ""),
        (5, "y \"z\" q|in \"out\" "),
        (6, "last"),
    ];
    assert_eq!(records, expected.map(|(line, cells)| (line, cells.to_owned())));
    assert!(Records::new("\"a\nb", ',').next().unwrap().unclosed);
}

#[test]
fn names_are_found() {
    assert_eq!(countries::code_of("germany"), Some("DE"));
    assert_eq!(countries::code_of("in"), Some("IN"));
    assert_eq!(countries::code_of("Atlantis"), None);
    assert_eq!(currencies::named("Indian Rupee").unwrap().code(), "INR");
    assert_eq!(currencies::of_sign("$"), None);
    assert_eq!(currencies::of_sign("€").unwrap().code(), "EUR");
}

#[test]
fn encodings_are_found() {
    let wide: Vec<u8> = "Name,Ĉielarko"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(decode(&wide).text, "Name,Ĉielarko");
    assert_eq!(decode(b"\xef\xbb\xbfa").text, "a");
    assert_eq!(decode(b"\x80").text, "€");
    for (bytes, text, guessed) in [
        (
            b"<?xml version='1.0' encoding='ISO-8859-2'?><a>\xB3</a>".as_slice(),
            "ł",
            false,
        ),
        (
            b"<?xml version=\"1.0\" encoding=\"windows-1251\"?><a>\xE6</a>",
            "ж",
            false,
        ),
        (
            b"<?xml version=\"1.0\" encoding=\"klingon\"?><a>\xE9</a>",
            "é",
            true,
        ),
        (
            b"OFXHEADER:100\nENCODING:USASCII\nCHARSET:1250\n\n<OFX><A>\xB3",
            "ł",
            false,
        ),
        (
            b"OFXHEADER:100\nENCODING:USASCII\nCHARSET:NONE\n\n<OFX><A>\xE9",
            "é",
            true,
        ),
        (b"Name,Town\nEncoding,\xE9", "é", true),
    ] {
        let decoded = decode(bytes);
        assert_eq!(
            (decoded.text.contains(text), decoded.guessed),
            (true, guessed),
            "{text}"
        );
    }
}

proptest! {
    #[test]
    fn any_cell_is_answered(text in ".{0,40}") {
        if let Some(written) = numbers::written(&text) {
            for mark in [DecimalMark::Dot, DecimalMark::Comma] {
                written.value(mark);
            }
            written.hint();
        }
        if let Some(written) = dates::written(&text) {
            written.date(DayOrder::MonthFirst);
        }
        dates::order_of(&text);
    }

    #[test]
    fn what_is_quoted_is_read_back(cells in proptest::collection::vec("[a\",\n\r ;é]{0,6}", 2..5)) {
        let quoted: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let records: Vec<_> = Records::new(&quoted.join(","), ',').collect();
        prop_assert_eq!(records.len(), 1);
        prop_assert_eq!(&records[0].cells, &cells);
    }
}
