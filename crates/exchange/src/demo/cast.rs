//! The clients and their contacts.

use folio_domain::clients::Client;
use folio_domain::languages::Language::{self, En, Eo, Hi, Ta};
use folio_domain::people::{Address, Contact};
use folio_domain::{ClientId, ContactId};

use super::people::currency;
use crate::dice::Dice;

/// The state of the studio; within it GST is split in two.
pub(super) const HOME_REGION: &str = "Tamil Nadu";

/// How a client pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Habit {
    /// Before it is due.
    Prompt,
    /// Around the day it is due.
    Usual,
    /// Weeks after.
    Late,
}

/// A client of the story.
#[derive(Clone, Debug)]
pub(super) struct Patron {
    pub(super) id: ClientId,
    pub(super) client: Client,
    pub(super) contacts: Vec<(ContactId, Contact)>,
    pub(super) habit: Habit,
    /// Whether the first contact has a sign-in.
    pub(super) signs_in: bool,
    pub(super) note: &'static str,
}

struct Sketch {
    name: &'static str,
    language: Language,
    currency: &'static str,
    street: &'static str,
    town: (&'static str, &'static str, &'static str, &'static str),
    tax_id: &'static str,
    contacts: &'static [(&'static str, &'static str, &'static str)],
    habit: Habit,
    signs_in: bool,
    note: &'static str,
}

const fn sketch(
    name: &'static str,
    language: Language,
    currency: &'static str,
    street: &'static str,
    town: (&'static str, &'static str, &'static str, &'static str),
    contacts: &'static [(&'static str, &'static str, &'static str)],
) -> Sketch {
    let (habit, signs_in, tax_id, note) = (Habit::Usual, false, "", "");
    Sketch {
        name,
        language,
        currency,
        street,
        town,
        tax_id,
        contacts,
        habit,
        signs_in,
        note,
    }
}

const CAST: [Sketch; 20] = [
    Sketch {
        habit: Habit::Prompt,
        signs_in: true,
        tax_id: "DE999999999",
        note: "Wants the purchase order number on every invoice. Pays on the first of the month.",
        ..sketch(
            "Weber Möbel GmbH",
            En,
            "EUR",
            "Lindenufer 8",
            ("10115", "Berlin", "", "DE"),
            &[("Anna", "Weber", "anna"), ("Buchhaltung", "", "rechnung")],
        )
    },
    Sketch {
        signs_in: true,
        tax_id: "33BBBBB0000B1Z4",
        note: "Prefers a call after four. Proofs on paper, always.",
        ..sketch(
            "வைகை பதிப்பகம்",
            Ta,
            "INR",
            "27 மேல மாசி வீதி",
            ("625001", "மதுரை", HOME_REGION, "IN"),
            &[("கவிதா", "செல்வம்", "kavitha"), ("முருகன்", "", "murugan")],
        )
    },
    Sketch {
        signs_in: true,
        tax_id: "09CCCCC0000C1Z3",
        ..sketch(
            "सरस्वती प्रकाशन",
            Hi,
            "INR",
            "5 हज़रतगंज",
            ("226001", "लखनऊ", "Uttar Pradesh", "IN"),
            &[("सुनीता", "मिश्रा", "sunita")],
        )
    },
    Sketch {
        signs_in: true,
        habit: Habit::Late,
        note: "The board meets once a month; payment comes after it.",
        ..sketch(
            "Esperanto-Asocio Verda Ponto",
            Eo,
            "EUR",
            "Nieuwe Binnenweg 176",
            ("3015 BA", "Rotterdam", "", "NL"),
            &[("Petro", "Novak", "petro"), ("Kasisto", "", "kaso")],
        )
    },
    Sketch {
        tax_id: "GB999999973",
        ..sketch(
            "Hawthorn & Lane Ltd",
            En,
            "GBP",
            "3 Quay Street",
            ("BS1 4DA", "Bristol", "", "GB"),
            &[("Tom", "Hawthorn", "tom")],
        )
    },
    Sketch {
        habit: Habit::Late,
        note: "Twice promised, twice late. Half in advance from now on.",
        ..sketch(
            "Blue Heron Coffee",
            En,
            "USD",
            "2210 SE Division St",
            ("97202", "Portland", "Oregon", "US"),
            &[("Maya", "Ortiz", "maya")],
        )
    },
    Sketch {
        tax_id: "33DDDDD0000D1Z2",
        habit: Habit::Prompt,
        ..sketch(
            "Coromandel Textiles",
            En,
            "INR",
            "88 Anna Salai",
            ("600002", "Chennai", HOME_REGION, "IN"),
            &[("Farhan", "Ahmed", "farhan"), ("Accounts", "", "accounts")],
        )
    },
    sketch(
        "Sakura Papers",
        En,
        "JPY",
        "2-11 Kanda Jimbocho",
        ("101-0051", "Tokyo", "", "JP"),
        &[("Yuki", "Tanaka", "yuki")],
    ),
    sketch(
        "Al Noor Trading",
        En,
        "KWD",
        "Block 4, Salem Al Mubarak Street",
        ("22001", "Salmiya", "", "KW"),
        &[("Huda", "Al-Sabah", "huda")],
    ),
    Sketch {
        tax_id: "08EEEEE0000E1Z1",
        habit: Habit::Prompt,
        ..sketch(
            "अन्नपूर्णा मसाले",
            Hi,
            "INR",
            "12 जौहरी बाज़ार",
            ("302003", "जयपुर", "Rajasthan", "IN"),
            &[("राजेश", "अग्रवाल", "rajesh")],
        )
    },
    Sketch {
        habit: Habit::Late,
        ..sketch(
            "गंगा हस्तशिल्प",
            Hi,
            "INR",
            "34 दशाश्वमेध रोड",
            ("221001", "वाराणसी", "Uttar Pradesh", "IN"),
            &[("मोहन", "यादव", "mohan")],
        )
    },
    sketch(
        "नवयुग विद्यालय",
        Hi,
        "INR",
        "7 राजपुर मार्ग",
        ("110054", "दिल्ली", "Delhi", "IN"),
        &[("प्रधानाचार्य", "शर्मा", "office")],
    ),
    sketch(
        "हिमालय ट्रेक्स",
        Hi,
        "INR",
        "1 मसूरी रोड",
        ("248001", "देहरादून", "Uttarakhand", "IN"),
        &[("नेहा", "रावत", "neha")],
    ),
    Sketch {
        tax_id: "33FFFFF0000F1Z0",
        ..sketch(
            "காவேரி உணவகம்",
            Ta,
            "INR",
            "9 தெற்கு வீதி",
            ("613001", "தஞ்சாவூர்", HOME_REGION, "IN"),
            &[("செந்தில்", "குமார்", "senthil")],
        )
    },
    Sketch {
        tax_id: "33GGGGG0000G1Z9",
        habit: Habit::Late,
        note: "கைத்தறி கண்காட்சிக்கு முன் எப்போதும் அவசரம்.",
        ..sketch(
            "முல்லை கைத்தறி",
            Ta,
            "INR",
            "45 செவ்வாய்பேட்டை",
            ("636002", "சேலம்", HOME_REGION, "IN"),
            &[("வள்ளி", "", "valli")],
        )
    },
    sketch(
        "பாரதி பள்ளி",
        Ta,
        "INR",
        "2 அவிநாசி சாலை",
        ("641018", "கோயம்புத்தூர்", HOME_REGION, "IN"),
        &[("தலைமை ஆசிரியர்", "", "office")],
    ),
    sketch(
        "சிங்கைத் தமிழ் நூலகம்",
        Ta,
        "SGD",
        "51 Serangoon Road",
        ("217959", "Singapore", "", "SG"),
        &[("நளினி", "இராமன்", "nalini")],
    ),
    sketch(
        "Eldonejo Ŝipo",
        Eo,
        "EUR",
        "Nádražní 32",
        ("150 00", "Prago", "", "CZ"),
        &[("Jana", "Ŝtěpánková", "jana")],
    ),
    Sketch {
        habit: Habit::Late,
        ..sketch(
            "Kafejo Ĵaŭdo",
            Eo,
            "EUR",
            "18 rue de la Barre",
            ("69002", "Liono", "", "FR"),
            &[("Luko", "", "luko")],
        )
    },
    sketch(
        "Muzeo de Lingvoj",
        Eo,
        "CHF",
        "Rue du Rhône 61",
        ("1204", "Ĝenevo", "", "CH"),
        &[("Klara", "Meier", "klara")],
    ),
];

/// Makes `count` clients: the cast, and beyond it branches of the same names.
pub(super) fn patrons(dice: &mut Dice, at_ms: i64, count: usize) -> Vec<Patron> {
    let whole = CAST.iter().cycle().take(count).enumerate();
    whole
        .map(|(nth, sketch)| patron(dice, at_ms, nth, sketch))
        .collect()
}

fn patron(dice: &mut Dice, at_ms: i64, nth: usize, sketch: &Sketch) -> Patron {
    let branch = nth / CAST.len();
    let name = if branch == 0 {
        sketch.name.to_owned()
    } else {
        format!("{} {}", sketch.name, branch + 1)
    };
    let id = ClientId(dice.uuid(at_ms));
    let (postal_code, city, region, country) = sketch.town;
    let client = Client {
        name,
        address: Address {
            street: sketch.street.to_owned(),
            postal_code: postal_code.to_owned(),
            city: city.to_owned(),
            region: region.to_owned(),
            country: country.to_owned(),
        },
        tax_id: sketch.tax_id.to_owned(),
        language: sketch.language,
        currency: currency(sketch.currency),
        payment_terms_days: (nth % 4 == 1).then_some(30),
        client_number: format!("K{:03}", nth + 1),
    };
    let contacts = sketch
        .contacts
        .iter()
        .enumerate()
        .map(|(place, (first_name, last_name, mail))| {
            let contact = Contact {
                client_id: id,
                first_name: (*first_name).to_owned(),
                last_name: (*last_name).to_owned(),
                email: format!("{mail}@client{:02}.example", nth + 1),
                phone: format!("+00 555 {:04}", 1000 + nth * 10 + place),
                language: None,
                gets_invoices: true,
            };
            (ContactId(dice.uuid(at_ms)), contact)
        });
    Patron {
        id,
        client,
        contacts: contacts.collect(),
        habit: sketch.habit,
        signs_in: sketch.signs_in && branch == 0,
        note: if branch == 0 { sketch.note } else { "" },
    }
}
