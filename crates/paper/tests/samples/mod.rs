//! Invoices that tests, the timing example and the eye look at. All names are made up.

#![allow(dead_code, reason = "each user of this module takes some of the samples")]

pub mod accounts;

use std::sync::OnceLock;

use folio_domain::ids::{ClientId, DraftId};
use folio_domain::invoices::{
    Discount, Invoice, InvoiceLine, LineItem, Origin, Party, PricedContent, Tax, TaxCategory, TaxMode, totals,
};
use folio_domain::languages::Language;
use folio_domain::money::Currency;
use folio_domain::organisations::BankDetails;
use folio_domain::people::Address;
use folio_domain::stationery::Stationery;
use folio_paper::Look;
use jiff::civil::date;
use rust_decimal::Decimal;
use uuid::Uuid;

/// The look of a business that chose none, on A4.
pub fn look() -> Look {
    look_of(&Stationery::default())
}

/// The same, to be borrowed for ever.
pub fn plain() -> &'static Look {
    static LOOK: OnceLock<Look> = OnceLock::new();
    LOOK.get_or_init(look)
}

/// The look of `stationery` in a country that uses A4.
pub fn look_of(stationery: &Stationery) -> Look {
    Look::of(stationery, "IE").expect("a look")
}

/// What a sample is made from.
pub struct Sample {
    pub language: Language,
    pub currency: &'static str,
    pub tax_mode: TaxMode,
    pub seller: Party,
    pub buyer: Party,
    pub bank: BankDetails,
    pub discount: Discount,
    pub lines: Vec<LineItem>,
    pub number: &'static str,
    pub reference: &'static str,
    pub note: &'static str,
}

impl Sample {
    pub fn invoice(&self) -> Invoice {
        let currency = Currency::parse(self.currency).expect("a currency");
        let content = PricedContent {
            currency,
            tax_mode: self.tax_mode,
            discount: self.discount,
            lines: self.lines.clone(),
        };
        let sums = totals(&content).expect("totals");
        let lines = content
            .lines
            .into_iter()
            .zip(sums.lines)
            .map(|(item, amounts)| InvoiceLine { item, amounts });
        Invoice {
            number: self.number.to_owned(),
            client_id: ClientId(Uuid::nil()),
            origin: Origin::Issued {
                draft_id: DraftId(Uuid::nil()),
                sequence: 42,
            },
            seller: self.seller.clone(),
            bank: self.bank.clone(),
            buyer: self.buyer.clone(),
            language: self.language,
            currency,
            tax_mode: self.tax_mode,
            issue_date: date(2026, 11, 12),
            due_date: date(2026, 11, 26),
            reference: self.reference.to_owned(),
            note: self.note.to_owned(),
            discount: self.discount,
            lines: lines.collect(),
            subtotal: sums.subtotal,
            discount_total: sums.discount_total,
            taxable_total: sums.taxable_total,
            taxes: sums.taxes,
            delivered_on: None,
            einvoice: None,
            credits: None,
            tax_total: sums.tax_total,
            total: sums.total,
            issued_at: "2026-11-12T09:00:00Z".parse().expect("an instant"),
        }
    }
}

pub fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

pub fn tax(name: &str, percent: &str) -> Tax {
    Tax {
        name: name.to_owned(),
        percent: decimal(percent),
        category: TaxCategory::Standard,
    }
}

pub fn item(description: &str, quantity: &str, unit: &str, price: &str, taxes: &[Tax]) -> LineItem {
    LineItem {
        description: description.to_owned(),
        quantity: decimal(quantity),
        unit: unit.to_owned(),
        unit_price: decimal(price),
        discount: Discount::None,
        taxes: taxes.to_vec(),
    }
}

fn party(name: &str, street: &str, town: (&str, &str), country: &str, tax_id: &str) -> Party {
    Party {
        name: name.to_owned(),
        address: Address {
            street: street.to_owned(),
            postal_code: town.0.to_owned(),
            city: town.1.to_owned(),
            region: String::new(),
            country: country.to_owned(),
        },
        tax_id: tax_id.to_owned(),
        email: String::new(),
        phone: String::new(),
    }
}

fn euro_bank(name: &str) -> BankDetails {
    BankDetails {
        account_name: name.to_owned(),
        bank_name: "Commerzbank Köln".to_owned(),
        account_number: "DE89370400440532013000".to_owned(),
        routing_code: "COBADEFFXXX".to_owned(),
        ..BankDetails::default()
    }
}

fn indian_bank(account_name: &str, bank_name: &str, upi_id: &str) -> BankDetails {
    BankDetails {
        account_name: account_name.to_owned(),
        bank_name: bank_name.to_owned(),
        account_number: "50100234567891".to_owned(),
        routing_code: "HDFC0001234".to_owned(),
        upi_id: upi_id.to_owned(),
        ..BankDetails::default()
    }
}

/// An English invoice in euro with ten lines, two rates and both kinds of discount.
pub fn english() -> Sample {
    let high = [tax("VAT", "23")];
    let low = [tax("VAT", "13.5")];
    let mut lines = vec![
        item(
            "Brand workshop\nTwo half days with the whole team, on site",
            "2",
            "days",
            "1250",
            &high,
        ),
        item("Logo and wordmark", "1", "", "3200", &high),
        item("Typeface licence, desktop and web", "5", "seats", "48.50", &high),
        item(
            "Photography\nProducts, 24 finished pictures",
            "1.5",
            "days",
            "980",
            &low,
        ),
        item("Illustrations for the start page", "6", "", "175", &high),
        item("Website: design of seven templates", "38.25", "h", "95", &high),
        item("Website: front-end build", "61", "h", "88", &high),
        item("Copywriting, English", "3200", "words", "0.165", &high),
        item(
            "Printed catalogues, 32 pages, recycled paper",
            "500",
            "pcs",
            "3.418",
            &low,
        ),
        item("Courier to Galway", "1", "", "42.90", &high),
    ];
    lines[6].discount = Discount::Percent(decimal("10"));
    let mut seller = party(
        "Lumen & Fjord Studio",
        "14 Harbour Lane",
        ("D02 X285", "Dublin"),
        "IE",
        "IE3628739UH",
    );
    seller.email = "accounts@lumenfjord.example".to_owned();
    seller.phone = "+353 1 555 0142".to_owned();
    Sample {
        language: Language::En,
        currency: "EUR",
        tax_mode: TaxMode::Exclusive,
        seller,
        buyer: party(
            "Rowan Tree Bakery Ltd",
            "Unit 7, Mill Yard\nQuay Street",
            ("H91 E2K8", "Galway"),
            "IE",
            "IE9876543T",
        ),
        bank: euro_bank("Lumen & Fjord Studio"),
        discount: Discount::Percent(decimal("2.5")),
        lines,
        number: "2026-0042",
        reference: "PO 4471 / Spring launch",
        note: "Thank you for the good work together. Source files are in your shared folder until the end of the year.",
    }
}

/// A Hindi invoice in rupees with both halves of the goods and services tax.
pub fn hindi() -> Sample {
    let gst = [tax("CGST", "9"), tax("SGST", "9")];
    let low = [tax("CGST", "2.5"), tax("SGST", "2.5")];
    let mut seller = party(
        "नवरंग मुद्रणालय",
        "१२, किशनपोल बाज़ार",
        ("302001", "जयपुर"),
        "IN",
        "08AABCN1234F1Z5",
    );
    seller.address.region = "राजस्थान".to_owned();
    seller.phone = "+91 141 555 0199".to_owned();
    let mut buyer = party(
        "श्रीमती ज्योत्स्ना त्रिवेदी एंड कंपनी",
        "स्टेशन रोड, द्वितीय तल",
        ("313001", "उदयपुर"),
        "IN",
        "08AAACT9876K1ZP",
    );
    buyer.address.region = "राजस्थान".to_owned();
    Sample {
        language: Language::Hi,
        currency: "INR",
        tax_mode: TaxMode::Exclusive,
        seller,
        buyer,
        bank: indian_bank("नवरंग मुद्रणालय", "एचडीएफसी बैंक, जयपुर", "navrang@okhdfc"),
        discount: Discount::None,
        lines: vec![
            item(
                "विवाह निमंत्रण पत्र\nस्वर्ण मुद्रण, हस्तनिर्मित काग़ज़",
                "1500",
                "नग",
                "185.50",
                &gst,
            ),
            item("दुकान का साइनबोर्ड", "2", "नग", "48500", &gst),
            item("पाठ्यपुस्तक छपाई, कक्षा १०", "25000", "प्रति", "412.75", &low),
            item("डिज़ाइन और प्रूफ़ पढ़ना", "36", "घंटे", "1200", &gst),
        ],
        number: "2026-0117",
        reference: "क्रय आदेश ५५/२०२६",
        note: "माल प्राप्त होने पर कृपया रसीद पर हस्ताक्षर करके लौटाएँ। विलंब होने पर १.५% मासिक ब्याज लगेगा।",
    }
}

/// A Tamil invoice in rupees.
pub fn tamil() -> Sample {
    let gst = [tax("CGST", "9"), tax("SGST", "9")];
    let mut seller = party(
        "பொன்னி நெசவாலை",
        "45, கைத்தறி வீதி",
        ("631502", "காஞ்சிபுரம்"),
        "IN",
        "33AAECP4321L1Z8",
    );
    seller.address.region = "தமிழ்நாடு".to_owned();
    seller.phone = "+91 44 5550 0178".to_owned();
    let mut buyer = party(
        "ஸ்ரீ மீனாட்சி ஜவுளிக்கடை",
        "12, கொத்தவால் சாவடித் தெரு",
        ("625001", "மதுரை"),
        "IN",
        "33AABCM8765Q1ZT",
    );
    buyer.address.region = "தமிழ்நாடு".to_owned();
    Sample {
        language: Language::Ta,
        currency: "INR",
        tax_mode: TaxMode::Exclusive,
        seller,
        buyer,
        bank: indian_bank("பொன்னி நெசவாலை", "இந்தியன் வங்கி, காஞ்சிபுரம்", "ponni@indianbank"),
        discount: Discount::Amount(decimal("2500")),
        lines: vec![
            item(
                "பட்டுப் புடவை, தங்கச் சரிகை\nகோயில் கரை, கையால் நெய்தது",
                "40",
                "",
                "18500",
                &gst,
            ),
            item("பருத்தி வேட்டி, ஐந்து முழம்", "250", "எண்", "640.50", &gst),
            item("சாயமிடுதல் மற்றும் கொண்டுவருதல்", "1", "", "9800", &gst),
        ],
        number: "2026-0008",
        reference: "கொள்முதல் ஆணை 31",
        note: "பொருட்களைச் சரிபார்த்து ஒரு வாரத்திற்குள் தெரிவிக்கவும். மீண்டும் வருக!",
    }
}

/// An Esperanto invoice in euro whose prices contain the tax.
pub fn esperanto() -> Sample {
    let high = [tax("AVI", "19")];
    let low = [tax("AVI", "7")];
    let mut lines = vec![
        item(
            "Traduko de jarraporto\nEl la germana, 48 paĝoj, kun provlegado",
            "48",
            "paĝoj",
            "31.50",
            &high,
        ),
        item("Ĉeesta interpretado, ĵaŭda kunsido", "6.5", "h", "92", &high),
        item(
            "Lernolibro «Ŝlosilo», ĝisdatigita eldono",
            "30",
            "ekz.",
            "18.90",
            &low,
        ),
    ];
    lines[2].discount = Discount::Amount(decimal("27"));
    let mut seller = party(
        "Ĉiutaga Lingvoservo",
        "Zamenhofstraße 8",
        ("50667", "Köln"),
        "DE",
        "DE811907980",
    );
    seller.email = "kontoro@lingvoservo.example".to_owned();
    Sample {
        language: Language::Eo,
        currency: "EUR",
        tax_mode: TaxMode::Inclusive,
        seller,
        buyer: party(
            "Eĥoŝanĝo Eldonejo k.d.",
            "ul. Lipowa 3",
            ("15-427", "Białystok"),
            "PL",
            "PL5420201234",
        ),
        bank: euro_bank("Ĉiutaga Lingvoservo"),
        discount: Discount::None,
        lines,
        number: "2026-0003",
        reference: "",
        note: "Dankon pro via fido!",
    }
}

/// `count` lines of English, some long, for page breaks and timing.
pub fn long(count: usize) -> Sample {
    let taxes = [tax("VAT", "23")];
    let lines = (1..=count).map(|number| {
        let description = match number % 5 {
            0 => format!(
                "Maintenance visit {number}\nReplaced worn seals, cleaned filters and tested the pressure"
            ),
            _ => format!("Maintenance visit {number}, plant room and roof"),
        };
        item(
            &description,
            &format!("{}.5", number % 7 + 1),
            "h",
            &format!("{}.25", 60 + number % 40),
            &taxes,
        )
    });
    Sample {
        lines: lines.collect(),
        discount: Discount::None,
        ..english()
    }
}

/// Yen: no minor unit, no tax.
pub fn yen() -> Sample {
    let mut seller = party(
        "Kawa Trading GK",
        "2-4-1 Nihonbashi, Chuo-ku",
        ("103-0027", "Tokyo"),
        "JP",
        "T1234567890123",
    );
    seller.email = "billing@kawa.example".to_owned();
    Sample {
        currency: "JPY",
        seller,
        bank: BankDetails {
            account_name: "Kawa Trading GK".to_owned(),
            bank_name: "Mizuho Bank, Nihonbashi".to_owned(),
            account_number: "0012345".to_owned(),
            routing_code: "MHCBJPJT".to_owned(),
            ..BankDetails::default()
        },
        lines: vec![
            item("Ceramic bowls, indigo glaze", "1200", "pcs", "1450", &[]),
            item("Crating and export papers", "1", "", "86000", &[]),
        ],
        discount: Discount::None,
        note: "",
        ..english()
    }
}

/// Kuwaiti dinar: three decimals, a return, and a very long name.
pub fn dinar() -> Sample {
    Sample {
        currency: "KWD",
        buyer: party(
            "The International Consolidated Company for Desalination Equipment, Spare Parts, Maintenance and \
             Engineering Consultancy (K.S.C. Closed)",
            "Shuwaikh Industrial Area, Street 12",
            ("70050", "Kuwait City"),
            "KW",
            "",
        ),
        lines: vec![
            item(
                "High-pressure membrane module, 8 inch",
                "64",
                "pcs",
                "1185.375",
                &[],
            ),
            item("Return: damaged on arrival", "-2", "pcs", "1185.375", &[]),
        ],
        discount: Discount::None,
        note: "",
        ..english()
    }
}

/// Francs to a Swiss QR-IBAN: an invoice with a payment part.
pub fn swiss() -> Sample {
    let taxes = [tax("MWST", "8.1")];
    let mut seller = party(
        "Käserei Säntis GmbH",
        "Bahnhofstrasse 12a",
        ("9057", "Weissbad"),
        "CH",
        "CHE-123.456.788 MWST",
    );
    seller.email = "büro@kaeserei.example".to_owned();
    Sample {
        currency: "CHF",
        seller,
        buyer: party(
            "Pia-Maria Rutschmann-Schnyder",
            "Grosse Marktgasse 28",
            ("9400", "Rorschach"),
            "CH",
            "",
        ),
        bank: BankDetails {
            account_name: "Käserei Säntis GmbH".to_owned(),
            bank_name: "Example Bank, Appenzell".to_owned(),
            account_number: "CH44 3199 9123 0008 8901 2".to_owned(),
            routing_code: "EXMPCH22XXX".to_owned(),
            ..BankDetails::default()
        },
        lines: vec![
            item("Alpkäse, ein Jahr gereift", "12.5", "kg", "31.60", &taxes),
            item("Lieferung nach Rorschach", "1", "", "1408.65", &taxes),
        ],
        discount: Discount::None,
        note: "",
        ..english()
    }
}

/// Reais to a PIX key.
pub fn brazilian() -> Sample {
    Sample {
        currency: "BRL",
        seller: party(
            "Padaria São João & Irmãos Ltda",
            "Rua das Flores, 45",
            ("01310-100", "São José do Rio Preto"),
            "BR",
            "11.222.333/0001-81",
        ),
        bank: BankDetails {
            pix_key: "11.222.333/0001-81".to_owned(),
            ..BankDetails::default()
        },
        discount: Discount::None,
        ..english()
    }
}

/// English with an Arabic and a Hebrew name in it.
pub fn arabic_name() -> Sample {
    let buyer = party(
        "مخبز الشجرة العتيقة",
        "רחוב הרצל 12",
        ("70050", "Kuwait City"),
        "KW",
        "",
    );
    Sample { buyer, ..english() }
}
