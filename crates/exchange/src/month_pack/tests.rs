use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use folio_domain::invoices::{
    Discount, Invoice, InvoiceLine, LineItem, Origin, PricedContent, Tax, TaxCategory, TaxMode, buyer,
    seller, totals,
};
use folio_domain::payments::PaymentMethod;
use folio_domain::{ClientId, Currency, Money};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::*;

const MARK_BYTES: &[u8] = b"\xef\xbb\xbf";

struct Made {
    id: InvoiceId,
    invoice: Invoice,
    standing: InvoiceStanding,
    pdf: Option<InvoicePdf>,
    bytes: Vec<u8>,
}

fn organisation() -> Organisation {
    let json = serde_json::json!({
        "name": "Studio: Kolam", "address": {}, "tax_id": "T1", "email": "", "phone": "", "hours": "",
        "time_zone": "Asia/Kolkata", "language": "en", "currency": "INR", "payment_terms_days": 14,
        "bank": {}, "invoice_note": "",
    });
    serde_json::from_value(json).unwrap()
}

fn content(currency: Currency, price: i64) -> PricedContent {
    let tax = Tax {
        name: "GST".to_owned(),
        percent: Decimal::from(18),
        category: TaxCategory::Standard,
    };
    let item = LineItem {
        description: "x".to_owned(),
        quantity: Decimal::ONE,
        unit: String::new(),
        unit_price: Decimal::new(price, 2),
        discount: Discount::None,
        taxes: vec![tax],
    };
    PricedContent {
        currency,
        tax_mode: TaxMode::Exclusive,
        discount: Discount::None,
        lines: vec![item],
    }
}

fn made(nth: u128, client: &str, code: &str, price: i64, day: i8) -> Made {
    let currency = Currency::parse(code).unwrap();
    let organisation = organisation();
    let client = serde_json::json!({
        "name": client, "address": {}, "tax_id": "=1+1", "language": "ta", "currency": code,
        "payment_terms_days": null, "client_number": "",
    });
    let client: folio_domain::clients::Client = serde_json::from_value(client).unwrap();
    let content = content(currency, price);
    let sums = totals(&content).unwrap();
    let date = Date::new(2026, 3, day).unwrap();
    let invoice = Invoice {
        number: format!("2026/{nth:04}"),
        client_id: ClientId(Uuid::from_u128(1)),
        origin: Origin::Imported {
            source: "x".to_owned(),
        },
        seller: seller(&organisation),
        bank: organisation.bank.clone(),
        buyer: buyer(&client, None),
        language: client.language,
        currency,
        tax_mode: TaxMode::Exclusive,
        issue_date: date,
        due_date: date,
        reference: "@cmd".to_owned(),
        note: String::new(),
        discount: Discount::None,
        lines: content
            .lines
            .into_iter()
            .zip(sums.lines)
            .map(|(item, amounts)| InvoiceLine { item, amounts })
            .collect(),
        subtotal: sums.subtotal,
        discount_total: sums.discount_total,
        taxable_total: sums.taxable_total,
        taxes: sums.taxes,
        delivered_on: None,
        einvoice: None,
        credits: None,
        tax_total: sums.tax_total,
        total: sums.total,
        issued_at: "2026-03-01T00:00:00Z".parse().unwrap(),
    };
    let bytes = format!("%PDF {nth}").into_bytes();
    let pdf = (nth != 3).then(|| InvoicePdf {
        sha256: sha256_hex(&bytes),
        size_bytes: 6,
    });
    Made {
        id: InvoiceId(Uuid::from_u128(nth)),
        standing: InvoiceStanding::fresh(&invoice),
        invoice,
        pdf,
        bytes,
    }
}

fn payment(minor: i64) -> Payment {
    Payment {
        client_id: ClientId(Uuid::from_u128(1)),
        received_on: Date::new(2026, 3, 9).unwrap(),
        amount: Money::new(minor, Currency::parse("INR").unwrap()),
        method: PaymentMethod::Upi,
        reference: "-2+3".to_owned(),
        reverses: None,
        sets_off: None,
        reason: String::new(),
        source: None,
        recorded_at: "2026-03-09T00:00:00Z".parse().unwrap(),
        recorded_by: "Meera".to_owned(),
    }
}

fn packed(month: i8, reversed: bool) -> Result<(Manifest, Vec<u8>), PackError> {
    let mut made = [
        made(1, "வைகை, \"பதிப்பகம்\"", "INR", 10_050, 2),
        made(2, "../etc/passwd", "JPY", 30_000, 1),
        made(3, "+Plus", "INR", -2_000, 5),
    ];
    if reversed {
        made.reverse();
    }
    let payments = [payment(11_859), payment(-500)];
    let organisation = organisation();
    let pack = MonthPack {
        org_id: OrgId(Uuid::from_u128(9)),
        organisation: &organisation,
        year: 2026,
        month,
        invoices: made
            .iter()
            .map(|one| PackInvoice {
                id: one.id,
                invoice: &one.invoice,
                standing: &one.standing,
                pdf: one.pdf.as_ref(),
            })
            .collect(),
        payments: payments
            .iter()
            .enumerate()
            .map(|(nth, payment)| PackPayment {
                id: PaymentId(Uuid::from_u128(nth as u128)),
                payment,
                client_name: "=HYPERLINK(1)",
                allocations: vec![PackAllocation {
                    invoice_id: InvoiceId(Uuid::from_u128(1)),
                    number: "2026/0001",
                    amount: payment.amount,
                }],
            })
            .collect(),
        clients: BTreeMap::new(),
        datev: None,
        trail: TrailHead::default(),
    };
    let bytes: BTreeMap<InvoiceId, Vec<u8>> = made.iter().map(|one| (one.id, one.bytes.clone())).collect();
    let mut out = Cursor::new(Vec::new());
    let manifest = write_month_pack(&pack, |id| Ok(bytes[&id].clone()), &mut out)?;
    Ok((manifest, out.into_inner()))
}

#[test]
fn a_pack_says_what_is_in_it() {
    let (manifest, bytes) = packed(3, false).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut read = |path: &str| {
        let mut content = Vec::new();
        zip.by_name(path).unwrap().read_to_end(&mut content).unwrap();
        content
    };
    for file in &manifest.files {
        let content = read(&file.path);
        assert_eq!(
            (sha256_hex(&content), content.len() as u64),
            (file.sha256.clone(), file.size_bytes)
        );
    }
    let stored: Manifest = serde_json::from_slice(&read("manifest.json")).unwrap();
    assert_eq!(stored, manifest);
    assert_eq!(manifest.pdfs_missing, ["2026/0003"]);
    let paths: Vec<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "invoices.csv",
            "payments.csv",
            "books.xlsx",
            "accounting/books.beancount",
            "accounting/2026-03.beancount",
            "accounting/2026-03.journal",
            "accounting/quickbooks-invoices.csv",
            "accounting/xero-invoices.csv",
            "invoices/2026-0002 ..-etc-passwd.pdf",
            "invoices/2026-0001 வைகை, -பதிப்பகம்-.pdf",
        ]
    );

    for (path, column, totals) in [("invoices.csv", "total", true), ("payments.csv", "amount", false)] {
        let content = read(path);
        let mut table = csv::Reader::from_reader(content.strip_prefix(b"\xef\xbb\xbf".as_slice()).unwrap());
        let titles = table.headers().unwrap().clone();
        let place = |name: &str| titles.iter().position(|title| title == name).unwrap();
        let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
        for row in table.records() {
            let row = row.unwrap();
            let currency = row[place("currency")].to_owned();
            *sums.entry(currency).or_default() += row[place(column)].parse::<Decimal>().unwrap();
            for (title, cell) in titles.iter().zip(row.iter()) {
                let amount = cell.parse::<Decimal>().is_ok();
                assert!(
                    amount || !cell.starts_with(['=', '+', '-', '@', '\t']),
                    "{title}: {cell}"
                );
            }
        }
        for sum in &manifest.totals {
            let stated = if totals { &sum.total } else { &sum.received };
            assert_eq!(
                sums.get(sum.currency.code()).copied().unwrap_or_default(),
                stated.parse().unwrap()
            );
        }
    }
}

#[test]
fn the_same_pack_has_the_same_bytes() {
    assert_eq!(packed(3, false).unwrap().1, packed(3, true).unwrap().1);
    assert!(matches!(packed(13, false), Err(PackError::NotAMonth(2026, 13))));
}

#[test]
fn another_pdf_is_refused() {
    let one = made(1, "A", "INR", 100, 1);
    let organisation = organisation();
    let invoice = PackInvoice {
        id: one.id,
        invoice: &one.invoice,
        standing: &one.standing,
        pdf: one.pdf.as_ref(),
    };
    let pack = MonthPack {
        org_id: OrgId(Uuid::nil()),
        organisation: &organisation,
        year: 2026,
        month: 2,
        invoices: vec![invoice],
        payments: vec![],
        clients: BTreeMap::new(),
        datev: None,
        trail: TrailHead::default(),
    };
    assert_eq!(pack.file_name(), "2026-02 Studio- Kolam.zip");
    let mut writer = PackWriter::begin(&pack, Cursor::new(Vec::new())).unwrap();
    assert!(
        matches!(writer.add_pdf(one.id, b"other"), Err(PackError::PdfDiffers(number)) if number == "2026/0001")
    );
    assert!(matches!(
        writer.add_pdf(InvoiceId(Uuid::nil()), b""),
        Err(PackError::UnexpectedPdf(_))
    ));
    writer.add_pdf(one.id, &one.bytes).unwrap();
    assert!(matches!(
        writer.add_pdf(one.id, &one.bytes),
        Err(PackError::UnexpectedPdf(_))
    ));
    assert_eq!(days_of(2024, 2).unwrap().1.day(), 29);
}

#[test]
fn names_are_safe_everywhere() {
    for (text, expected) in [
        ("a/b\\c:d", "a-b-c-d"),
        ("  . x\t\ny .", "x y"),
        ("CON", "_CON"),
        ("lpt1.txt", "_lpt1.txt"),
        ("", "_"),
        ("...", "_"),
        ("evil\u{202e}fdp", "evil-fdp"),
        ("தமிழ் 🖨️", "தமிழ் 🖨️"),
    ] {
        assert_eq!(names::safe(text), expected, "{text}");
    }
    assert_eq!(names::safe(&"x".repeat(500)).len(), 80);
}

#[test]
fn no_table_holds_a_formula() {
    let mut zip = zip::ZipArchive::new(Cursor::new(packed(3, false).unwrap().1)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    let tables = names.iter().filter(|name| name.ends_with(".csv"));
    assert!(tables.clone().count() >= 4);
    for name in tables {
        let mut content = Vec::new();
        zip.by_name(name).unwrap().read_to_end(&mut content).unwrap();
        let text = content.strip_prefix(MARK_BYTES).unwrap();
        for row in csv::Reader::from_reader(text).records() {
            for cell in row.unwrap().iter() {
                let formula = cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(!formula || cell.parse::<Decimal>().is_ok(), "{name}: {cell}");
            }
        }
    }
}

#[test]
fn manifests_of_packs_are_read_back_also_those_of_earlier_versions() {
    let (manifest, bytes) = packed(3, false).unwrap();
    assert_eq!(manifest_of(Cursor::new(bytes)).unwrap(), manifest);
    let mut earlier = serde_json::to_value(&manifest).unwrap();
    earlier.as_object_mut().unwrap().remove("left_out");
    earlier["format"] = "folio-month-pack/1".into();
    let read = manifest_of(Cursor::new(serde_json::to_vec(&earlier).unwrap())).unwrap();
    assert_eq!(read.trail, manifest.trail);
    for broken in [&b""[..], b"{", b"PK", b"no pack at all"] {
        assert!(manifest_of(Cursor::new(broken)).is_err());
    }
}
