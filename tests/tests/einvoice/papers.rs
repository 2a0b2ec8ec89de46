//! Papers with what lies in them, and the codes on them, as they come out of other people's readers.

use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::invoices::{Discount, Invoice, TaxCategory, TaxMode};
use folio_domain::stationery::Stationery;
use folio_exchange::einvoices::{Verdict, attachment_name, report, write};
use folio_paper::{Attachment, Look, PaperInput, render_invoice};

use crate::grid::{invoice, item, taken_back, terms};
use crate::judged::Folder;

fn paper(invoice: &Invoice, attachment: Option<&Attachment>) -> Vec<u8> {
    let look = Look::of(&Stationery::default(), "DE").unwrap();
    let input = PaperInput {
        invoice,
        look: &look,
        attachment,
    };
    render_invoice(&input).unwrap()
}

fn billed(currency: &str, price: &str) -> Invoice {
    let lines = vec![item("1", price, Discount::None, (TaxCategory::Standard, "19"))];
    let mut invoice = invoice(currency, TaxMode::Inclusive, Discount::None, lines);
    // The papers' words for the description come in one script.
    invoice.lines[0].item.description = "Advice & <care>".to_owned();
    invoice
}

fn attached(invoice: &Invoice, form: EinvoiceForm) -> Attachment {
    Attachment {
        name: attachment_name(form),
        bytes: write(invoice, &terms(form)).unwrap(),
        factur_x: form == EinvoiceForm::FacturX,
    }
}

#[test]
fn a_paper_carries_its_e_invoice_where_readers_look() {
    let folder = Folder::new("papers");
    let billed = billed("EUR", "119");
    let mut written = Vec::new();
    for form in EinvoiceForm::ALL {
        for (sort, invoice) in [
            ("invoice", billed.clone()),
            ("credit-note", taken_back(billed.clone())),
        ] {
            let attachment = attached(&invoice, form);
            let bytes = paper(&invoice, Some(&attachment));
            let own = report("", &bytes);
            assert_eq!(own.verdict, Verdict::Valid, "{form:?} {sort} {}", own.text());
            let carried = own.attachment.unwrap();
            assert_eq!(carried.name, attachment.name);
            assert!(
                carried.remarks.is_empty(),
                "{form:?} {sort} {:?}",
                carried.remarks
            );
            let path = folder.put(&format!("{form:?}-{sort}.pdf"), &bytes);
            written.push((form, attachment, path));
        }
    }
    let paths: Vec<_> = written.iter().map(|(_, _, path)| path.clone()).collect();
    for ((form, attachment, path), look) in written.iter().zip(folder.look(&paths)) {
        let path = path.display();
        let names: Vec<&str> = look.files.keys().map(String::as_str).collect();
        assert_eq!(names, [attachment.name], "{path}");
        assert_eq!(look.associated, [attachment.name], "{path}");
        let carried = &look.files[attachment.name];
        assert_eq!(carried.text.as_bytes(), attachment.bytes, "{path}");
        assert_eq!(carried.relationship, "/Alternative", "{path}");
        assert_eq!(carried.mime, "text/xml", "{path}");
        assert_eq!(look.intents, ["/GTS_PDFA1"], "{path}");
        assert_eq!(
            look.xmp.get("part").map(String::as_str),
            Some("3"),
            "{path} {:?}",
            look.xmp
        );
        let said = |name: &str| look.xmp.get(name).map(String::as_str);
        if *form == EinvoiceForm::FacturX {
            assert_eq!(said("DocumentType"), Some("INVOICE"), "{path}");
            assert_eq!(said("DocumentFileName"), Some("factur-x.xml"), "{path}");
            assert_eq!(said("ConformanceLevel"), Some("EN 16931"), "{path}");
            assert_eq!(look.facturx.error, None, "{path}");
            assert_eq!(look.facturx.name.as_deref(), Some("factur-x.xml"), "{path}");
            assert_eq!(look.facturx.level.as_deref(), Some("en16931"), "{path}");
        } else {
            assert_eq!(said("ConformanceLevel"), None, "{path} is no Factur-X");
            assert!(look.facturx.name.is_none(), "{path} {:?}", look.facturx);
        }
    }
}

/// The account holder, what is billed, and what the code must say, to the letter.
const CODES: &[(&str, &str, &str, &str)] = &[
    (
        "EUR",
        "Aurora Web GmbH",
        "119",
        "BCD\n002\n1\nSCT\nBYLADEM1001\nAurora Web GmbH\nDE02120300000000202051\nEUR119.00\n\n\n2026-0007",
    ),
    (
        "EUR",
        "Ĉiutage & Söhne – Café",
        "12345678.9",
        "BCD\n002\n1\nSCT\nBYLADEM1001\nĈiutage & Söhne – Café\nDE02120300000000202051\nEUR12345678.90\n\n\n2026-0007",
    ),
    (
        "INR",
        "Kolam Studio",
        "123456.7",
        "upi://pay?pa=aurora@okbank&pn=Kolam%20Studio&am=123456.70&cu=INR&tn=2026-0007",
    ),
    (
        "INR",
        "कोलम & வைகை",
        "0.01",
        "upi://pay?pa=aurora@okbank&pn=%E0%A4%95%E0%A5%8B%E0%A4%B2%E0%A4%AE%20%26%20%E0%AE%B5%E0%AF%88%E0%AE%95%E0%AF%88&am=0.01&cu=INR&tn=2026-0007",
    ),
];

#[test]
fn a_phone_reads_from_the_page_what_is_to_be_paid() {
    let folder = Folder::new("codes");
    for (at, (currency, holder, price, expected)) in CODES.iter().enumerate() {
        let mut invoice = billed(currency, price);
        invoice.bank.account_name = (*holder).to_owned();
        let path = folder.put(&format!("{at}.pdf"), &paper(&invoice, None));
        assert_eq!(folder.scan(&path), [*expected], "{holder}");
    }
}

/// An invoice of a business at `place`, to the account `number` or the PIX key, numbered as billed.
fn payable(currency: &str, price: &str, number: &str, pix_key: &str, place: (&str, &str, &str)) -> Invoice {
    let mut invoice = billed(currency, price);
    invoice.bank.account_number = number.to_owned();
    invoice.bank.pix_key = pix_key.to_owned();
    let address = &mut invoice.seller.address;
    (address.postal_code, address.city, address.country) =
        (place.0.to_owned(), place.1.to_owned(), place.2.to_owned());
    invoice
}

const QR_IBAN: &str = "CH44 3199 9123 0008 8901 2";
const IBAN: &str = "CH58 0079 1123 0008 8901 2";
const BIEL: (&str, &str, &str) = ("CH-2501", "Biel", "CH");
/// What a Swiss code says of the creditor after his name, and of who is to pay.
const BETWEEN: &str = "\nHafenweg\n3\n2501\nBiel\nCH\n\n\n\n\n\n\n\n";
const DEBTOR: &str = "S\nBoulangerie \"Martin\"\nHafenweg\n3\n69001\nLyon\nFR\n";

#[test]
fn a_phone_reads_a_swiss_qr_bill_through_its_cross() {
    let folder = Folder::new("swiss-codes");
    let long = "Zürcher Käse-Manufaktur 🧀\n".repeat(12);
    let seventy: String = "Zürcher Käse-Manufaktur ".repeat(12).chars().take(70).collect();
    for (at, (currency, price, number, holder, name, reference)) in [
        (
            "CHF",
            "1949.75",
            QR_IBAN,
            "Robert Schneider AG",
            "Robert Schneider AG",
            "QRR\n000000000000000000202600076",
        ),
        (
            "EUR",
            "0.01",
            QR_IBAN,
            "Œuvre & Čaj Łódź",
            "Œuvre & Čaj Łódź",
            "QRR\n000000000000000000202600076",
        ),
        (
            "CHF",
            "999999999.99",
            IBAN,
            "Привет GmbH",
            "Privet GmbH",
            "SCOR\nRF6320260007",
        ),
        (
            "CHF",
            "12",
            IBAN,
            long.as_str(),
            seventy.trim_end(),
            "SCOR\nRF6320260007",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let mut invoice = payable(currency, price, number, "", BIEL);
        invoice.bank.account_name = holder.to_owned();
        let path = folder.put(&format!("{at}.pdf"), &paper(&invoice, None));
        let iban = number.replace(' ', "");
        let amount = format!("{:.2}", price.parse::<f64>().unwrap());
        let expected = format!(
            "SPC\n0200\n1\n{iban}\nS\n{name}{BETWEEN}{amount}\n{currency}\n{DEBTOR}{reference}\nInvoice 2026-0007\nEPD"
        );
        assert_eq!(folder.scan(&path), [expected], "{holder}");
    }
}

#[test]
fn a_phone_reads_a_pix_code() {
    let folder = Folder::new("pix-codes");
    let place = ("01310-100", "São Paulo", "BR");
    let mut invoice = payable(
        "BRL",
        "1234.56",
        "",
        "123e4567-e12b-12d1-a456-426655440000",
        place,
    );
    invoice.bank.account_name = "Padaria São João 🥐\n& Irmãos Ltda".to_owned();
    let path = folder.put("pix.pdf", &paper(&invoice, None));
    let read = folder.scan(&path);
    let before_check = "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865407\
        1234.565802BR5925Padaria Sao Joao & Irmaos6009Sao Paulo62120508202600076304";
    assert_eq!(read.len(), 1);
    assert_eq!(read[0].len(), before_check.len() + 4);
    assert!(read[0].starts_with(before_check), "{read:?}");
    let copied = folio_paper::payment_code(&invoice, invoice.total)
        .unwrap()
        .unwrap()
        .copied;
    assert_eq!(copied.as_deref(), Some(read[0].as_str()));
}

#[test]
fn a_paper_that_nothing_is_to_be_paid_by_has_no_code() {
    let folder = Folder::new("no-codes");
    let note = folder.put("note.pdf", &paper(&taken_back(billed("EUR", "119")), None));
    assert!(folder.scan(&note).is_empty(), "a credit note asks for nothing");
    let dollars = folder.put("dollars.pdf", &paper(&billed("USD", "119"), None));
    assert!(folder.scan(&dollars).is_empty(), "dollars have no such code");
}
