use folio_domain::bills::BillVerdict;
use folio_domain::{Currency, Money};

use super::*;

const UBL: &str = include_str!("../einvoices/tests/fixtures/invoice.ubl.xml");
const CII: &str = include_str!("../einvoices/tests/fixtures/invoice.cii.xml");
const CREDIT_NOTE: &str = include_str!("../einvoices/tests/fixtures/credit_note.ubl.xml");

fn euro(minor: i64) -> Option<Money> {
    Some(Money::new(minor, Currency::parse("EUR").unwrap()))
}

#[test]
fn both_syntaxes_read_alike() {
    for (name, xml) in [("bill.xml", UBL), ("bill.xml", CII)] {
        let bill = read(name, xml.as_bytes());
        assert_eq!(bill.verdict, BillVerdict::Valid, "{:?}", bill.findings);
        assert!(bill.findings.is_empty() && bill.unreadable.is_none());
        let content = bill.content.unwrap();
        assert_eq!(content.number, "R-1");
        assert_eq!(content.seller.name, "Aurora Web GmbH");
        assert_eq!(content.currency, "EUR");
        assert_eq!(content.totals.due.money, euro(11_900));
        assert_eq!(content.totals.tax.unwrap().money, euro(1_900));
        assert!(!content.lines.is_empty() && !content.taxes.is_empty());
        assert!(!content.credit_note);
    }
}

#[test]
fn a_credit_note_is_told() {
    let bill = read("note.xml", CREDIT_NOTE.as_bytes());
    assert!(bill.content.unwrap().credit_note);
}

#[test]
fn what_is_wrong_is_told_in_plain_words_with_its_place() {
    let broken = UBL.replacen(
        "\"EUR\">119.00</cbc:PayableAmount>",
        "\"EUR\">120.00</cbc:PayableAmount>",
        1,
    );
    let bill = read("bill.xml", broken.as_bytes());
    assert_eq!(bill.verdict, BillVerdict::BreaksRules);
    let [finding] = bill.findings.as_slice() else {
        panic!("{:?}", bill.findings);
    };
    assert_eq!(finding.text.message_key, "bills-rule-sums");
    assert_eq!(finding.area.as_ref().unwrap().message_key, "bills-at-totals");
    assert_eq!(finding.rule, "BR-CO-16");
    assert!(!finding.words.is_empty());
    assert_eq!(
        bill.content.unwrap().totals.due.money,
        euro(12_000),
        "as the bill says it"
    );
}

#[test]
fn a_file_that_is_no_bill_says_why() {
    let cases: [(&[u8], &str); 6] = [
        (b"", "bills-unreadable-empty"),
        (b"dear all", "bills-unreadable-text"),
        (b"<letter/>", "bills-unreadable-other"),
        (b"<!DOCTYPE a><a/>", "bills-unreadable-odd"),
        (b"<a>\xE9</a>", "bills-unreadable-letters"),
        (b"%PDF-1.7 no more", "bills-unreadable-pdf"),
    ];
    for (bytes, expected) in cases {
        let bill = read("x", bytes);
        assert_eq!(bill.verdict, BillVerdict::Unreadable);
        assert_eq!(bill.unreadable.unwrap().message_key, expected);
        assert!(bill.content.is_none());
    }
}

#[test]
fn a_currency_that_is_none_leaves_its_amounts_as_they_stand() {
    let odd = UBL.replace("EUR", "EUX");
    let content = read("bill.xml", odd.as_bytes()).content.unwrap();
    assert_eq!(content.currency, "EUX");
    assert_eq!(content.totals.due.money, None);
    assert_eq!(content.totals.due.value.to_string(), "119.00");
}

#[test]
fn files_inside_can_be_taken_out() {
    let carried = r#"<cac:AdditionalDocumentReference><cbc:ID>T-1</cbc:ID>
        <cbc:DocumentDescription>Time sheet</cbc:DocumentDescription>
        <cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/csv" filename="time.csv">aG91cnM7Mg==</cbc:EmbeddedDocumentBinaryObject></cac:Attachment>
        </cac:AdditionalDocumentReference>"#;
    let with = UBL.replacen(
        "<cac:AccountingSupplierParty>",
        &format!("{carried}<cac:AccountingSupplierParty>"),
        1,
    );
    let bill = read("bill.xml", with.as_bytes());
    let content = bill.content.unwrap();
    let [file] = content.attachments.as_slice() else {
        panic!("{:?}", content.attachments);
    };
    assert_eq!((file.name.as_str(), file.size_bytes), ("time.csv", Some(7)));
    assert_eq!(file.description, "Time sheet");
    let taken = attachment(with.as_bytes(), 0).unwrap();
    assert_eq!(
        (taken.name.as_str(), taken.bytes.as_slice()),
        ("time.csv", b"hours;2".as_slice())
    );
    assert_eq!(attachment(with.as_bytes(), 1), None);
    assert_eq!(attachment(b"", 0), None);
}
