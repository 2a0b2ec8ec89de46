//! What is sold and said, in four languages.

use folio_domain::languages::Language::{self, En, Eo, Hi, Ta};

/// What is sold: description, unit, price in rupees, the most of it on one line.
pub(super) type Service = (&'static str, &'static str, i64, i64);

/// The services as a client reads them.
pub(super) fn services(language: Language) -> &'static [Service] {
    match language {
        En => &[
            ("Logo design, three drafts", "", 24_000, 1),
            ("Layout of the catalogue", "h", 1_800, 30),
            ("Business cards, 350 g, both sides", "100", 1_450, 10),
            ("Poster A2, screen print in two colours", "", 380, 60),
            ("Packaging label, pressure sensitive", "1000", 4_200, 8),
            ("Photography, half a day", "", 16_500, 2),
            ("Typesetting of the annual report", "h", 1_600, 40),
            ("Letterpress invitation", "", 95, 150),
            ("Proof print", "", 1_250, 4),
            ("Courier", "", 2_600, 1),
        ],
        Hi => &[
            ("प्रतीक-चिह्न की रचना, तीन प्रारूप", "", 22_000, 1),
            ("पुस्तक का आवरण", "", 14_500, 2),
            ("पाठ-संयोजन", "घंटा", 1_400, 40),
            ("पुस्तक छपाई, 128 पृष्ठ", "प्रति", 96, 500),
            ("निमंत्रण पत्र, लेटरप्रेस", "", 85, 200),
            ("मसाले के डिब्बे का लेबल", "1000", 3_900, 10),
            ("विवरण-पुस्तिका, 16 पृष्ठ", "प्रति", 54, 300),
            ("प्रूफ़ छपाई", "", 1_100, 4),
        ],
        Ta => &[
            ("இலச்சினை வடிவமைப்பு, மூன்று வரைவுகள்", "", 22_000, 1),
            ("நூல் அட்டை வடிவமைப்பு", "", 14_000, 3),
            ("எழுத்துக் கோப்பு", "மணி", 1_400, 40),
            ("நூல் அச்சு, 160 பக்கங்கள்", "படி", 112, 500),
            ("அழைப்பிதழ், எழுத்து அச்சு", "", 90, 200),
            ("உணவுப் பட்டியல், மடிப்புடன்", "", 240, 60),
            ("கைத்தறிப் புடவைக்கான அட்டை", "100", 2_100, 12),
            ("மெய்ப்பு அச்சு", "", 1_100, 4),
        ],
        Eo => &[
            ("Dezajno de emblemo, tri skizoj", "", 24_000, 1),
            ("Kovrilo de libro", "", 15_500, 2),
            ("Enpaĝigo de la revuo", "horo", 1_700, 36),
            ("Presado de broŝuro, 24 paĝoj", "ekz.", 78, 300),
            ("Afiŝo por la kongreso, A2", "", 390, 80),
            ("Glumarkoj, ĉirkaŭtranĉitaj", "100", 2_300, 10),
            ("Provpreso", "", 1_250, 4),
            ("Sendo per kuriero", "", 2_600, 1),
        ],
    }
}

/// Who speaks in a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Client,
    Studio,
}

/// A conversation: its title and what is said, with the hours since the message before. `{number}` stands for the
/// invoice that it is about; a conversation without it is about nothing in particular.
pub(super) struct Conversation {
    pub(super) title: &'static str,
    pub(super) about_invoice: bool,
    pub(super) said: &'static [(Voice, i64, &'static str)],
}

use Voice::{Client as C, Studio as S};

/// The conversations that a client of this language has.
pub(super) fn conversations(language: Language) -> &'static [Conversation] {
    match language {
        En => ENGLISH,
        Hi => HINDI,
        Ta => TAMIL,
        Eo => ESPERANTO,
    }
}

/// What a client writes on the last day, so that something waits to be answered.
pub(super) fn last_word(language: Language) -> &'static str {
    match language {
        En => "Could you send the print file for the second side as well? We need it by Friday.",
        Hi => "क्या दूसरे पृष्ठ की फ़ाइल भी भेज सकती हैं? शुक्रवार तक चाहिए।",
        Ta => "இரண்டாம் பக்கத்தின் அச்சுக் கோப்பையும் அனுப்ப முடியுமா? வெள்ளிக்கிழமைக்குள் வேண்டும்.",
        Eo => "Ĉu vi povus sendi ankaŭ la presdosieron por la dua flanko? Ni bezonas ĝin ĝis vendredo.",
    }
}

/// What stands below the lines of an invoice.
pub(super) fn note(language: Language) -> &'static str {
    match language {
        En => "Thank you for working with us.",
        Hi => "हमारे साथ काम करने के लिए धन्यवाद।",
        Ta => "எங்களுடன் பணியாற்றியதற்கு நன்றி.",
        Eo => "Dankon pro la kunlaboro.",
    }
}

/// What a wrong payment is reversed with.
pub(super) const REVERSED_BECAUSE: &str = "Recorded for the wrong invoice";

/// What the bill that the studio receives is called.
pub(super) const BILL: &str = "Our bill for the display shelves";

/// What a use of a credit is taken back with.
pub(super) const TAKEN_BACK_BECAUSE: &str = "The client would rather have it back";

/// Why an invoice is credited, all of it or a part, as its paper says it to the client.
pub(super) fn credited_because(language: Language, all: bool) -> &'static str {
    match (language, all) {
        (En, true) => "The order was cancelled",
        (En, false) => "Delivered later than agreed",
        (Hi, true) => "ऑर्डर रद्द हुआ",
        (Hi, false) => "तय समय के बाद पहुँचाया गया",
        (Ta, true) => "ஆணை ரத்து செய்யப்பட்டது",
        (Ta, false) => "ஒப்புக்கொண்ட நாளுக்குப் பின் வழங்கப்பட்டது",
        (Eo, true) => "La mendo estis nuligita",
        (Eo, false) => "Liverita pli malfrue ol interkonsentite",
    }
}

const ENGLISH: &[Conversation] = &[
    Conversation {
        title: "Invoice {number}",
        about_invoice: true,
        said: &[
            (
                C,
                0,
                "Our bookkeeping asks for the purchase order number on {number}. Is that possible?",
            ),
            (
                S,
                3,
                "It is on the invoice, to the right below the date. Do you see it?",
            ),
            (C, 2, "Found it, thank you. It will be paid on Monday."),
            (S, 1, "Thank you!"),
        ],
    },
    Conversation {
        title: "Colours of the catalogue",
        about_invoice: false,
        said: &[
            (
                S,
                0,
                "The first proof is ready. The blue came out darker than on your screen; shall we lighten it by ten percent?",
            ),
            (C, 20, "Yes please. And the wood on page four looks a little red."),
            (S, 5, "Both changed. The new proof is in the documents."),
            (C, 26, "Perfect. Please print."),
            (
                S,
                2,
                "It goes to the press tomorrow morning. We will write when it is on its way.",
            ),
        ],
    },
    Conversation {
        title: "Part payment of {number}",
        about_invoice: true,
        said: &[
            (
                C,
                0,
                "May we pay {number} in two parts? Half now, half at the end of the month.",
            ),
            (
                S,
                4,
                "Of course. Please put the invoice number on both transfers.",
            ),
        ],
    },
];

const HINDI: &[Conversation] = &[
    Conversation {
        title: "बिल {number}",
        about_invoice: true,
        said: &[
            (C, 0, "नमस्ते, {number} में जीएसटी संख्या सही है न? हमारे लेखाकार पूछ रहे हैं।"),
            (S, 3, "जी हाँ, हमने फिर से जाँच ली है। कुछ और चाहिए तो बताइए।"),
            (C, 5, "धन्यवाद, भुगतान कल कर देंगे।"),
            (S, 1, "बहुत-बहुत धन्यवाद।"),
        ],
    },
    Conversation {
        title: "नई पुस्तक का आवरण",
        about_invoice: false,
        said: &[
            (S, 0, "आवरण के दो प्रारूप तैयार हैं। आपको कौन-सा पसंद है?"),
            (C, 22, "पहला बहुत सुंदर है। लेखक का नाम थोड़ा बड़ा कर दीजिए।"),
            (S, 6, "कर दिया है। कृपया एक बार देख लीजिए।"),
        ],
    },
];

const TAMIL: &[Conversation] = &[
    Conversation {
        title: "விலைப்பட்டியல் {number}",
        about_invoice: true,
        said: &[
            (C, 0, "வணக்கம், {number} இன் தொகையை இரண்டு தவணைகளில் செலுத்தலாமா?"),
            (S, 4, "கண்டிப்பாக. இரண்டு முறையும் விலைப்பட்டியல் எண்ணைக் குறிப்பிடுங்கள்."),
            (C, 3, "நன்றி, முதல் தவணையை இன்றே அனுப்புகிறோம்."),
            (S, 2, "மிக்க நன்றி."),
        ],
    },
    Conversation {
        title: "கவிதைத் தொகுப்பின் அட்டை",
        about_invoice: false,
        said: &[
            (S, 0, "அட்டையின் புதிய வரைவு தயாராக உள்ளது. ஆவணங்களில் பாருங்கள்."),
            (C, 21, "மிக அழகாக இருக்கிறது. தலைப்பின் எழுத்து கொஞ்சம் தடிமனாக இருக்கலாம்."),
            (S, 4, "மாற்றிவிட்டோம். ஒப்புதல் தந்தால் அச்சுக்கு அனுப்பிவிடுவோம்."),
            (C, 18, "ஒப்புதல். அச்சிடுங்கள்."),
            (S, 2, "நாளை காலை அச்சுக்குச் செல்கிறது. அனுப்பியதும் எழுதுகிறோம்."),
        ],
    },
];

const ESPERANTO: &[Conversation] = &[
    Conversation {
        title: "Fakturo {number}",
        about_invoice: true,
        said: &[
            (
                C,
                0,
                "Saluton! La estraro kunvenas nur la venontan mardon; ĉu {number} povas atendi ĝis tiam?",
            ),
            (S, 5, "Kompreneble. Ni notis, ke la pago venos post mardo."),
            (C, 2, "Koran dankon."),
            (S, 1, "Nedankinde. Sukcesan kunvenon!"),
        ],
    },
    Conversation {
        title: "Afiŝo por la kongreso",
        about_invoice: false,
        said: &[
            (C, 0, "Ĉu eblas presi la afiŝon sur reciklita papero?"),
            (S, 6, "Jes, ni havas du specojn. Specimenoj estas survoje al vi."),
            (C, 70, "Ili alvenis. Ni elektas la pli helan."),
            (S, 3, "Bone, ni komencos ĵaŭde."),
        ],
    },
];

/// The titles of the documents that a client and the studio share: a proof, the client's text, an agreement.
pub(super) fn documents(language: Language) -> [&'static str; 3] {
    match language {
        En => ["Proof of the cover", "Text for the cover", "Agreement"],
        Hi => ["आवरण का प्रूफ़", "आवरण का पाठ", "अनुबंध"],
        Ta => ["அட்டையின் மெய்ப்பு", "அட்டைக்கான உரை", "ஒப்பந்தம்"],
        Eo => [
            "Provpreso de la kovrilo",
            "Teksto por la kovrilo",
            "Interkonsento",
        ],
    }
}
