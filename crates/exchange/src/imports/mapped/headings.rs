//! What a heading means, in the languages that tables are mostly written in.

use folio_domain::imports::{TableField as F, TableKind};

use crate::imports::columns::folded;

/// Headings that mean one thing wherever they stand.
#[rustfmt::skip]
const PLAIN: &[(F, &[&str])] = &[
    (
        F::ClientName,
        &[
        "client", "client name", "customer", "customer name", "bill to", "billed to", "company",
        "company name", "kunde", "kundenname", "firma", "auftraggeber", "client facturé", "nom du client",
        "société", "cliente", "nombre del cliente", "razón social", "klant", "klantnaam", "bedrijf",
        "ग्राहक", "ग्राहक का नाम", "पार्टी", "வாடிக்கையாளர்", "வாடிக்கையாளர் பெயர்", "kliento",
        "nomo de kliento", "party", "party name",
    ],
    ),
    (
        F::ClientNumber,
        &[
        "client number", "customer number", "customer no", "client no", "client id", "customer id",
        "kundennummer", "kundennr", "numéro client", "n client", "número de cliente", "klantnummer",
        "ग्राहक संख्या", "வாடிக்கையாளர் எண்", "klientnumero",
    ],
    ),
    (
        F::FirstName,
        &[
        "first name", "given name", "vorname", "prénom", "voornaam", "पहला नाम", "முதல் பெயர்",
        "persona nomo",
    ],
    ),
    (
        F::LastName,
        &[
        "last name", "surname", "family name", "nachname", "apellidos", "apellido", "achternaam", "उपनाम",
        "familia nomo",
    ],
    ),
    (
        F::Email,
        &[
        "email", "e-mail", "e-mail address", "email address", "mail", "e-mail-adresse", "courriel",
        "adresse e-mail", "correo", "correo electrónico", "e-mailadres", "ईमेल", "மின்னஞ்சல்", "retpoŝto",
        "retpoŝtadreso",
    ],
    ),
    (
        F::Phone,
        &[
        "phone", "telephone", "phone number", "mobile", "telefon", "téléphone", "teléfono", "telefoon",
        "फ़ोन", "फोन", "मोबाइल", "தொலைபேசி", "கைபேசி", "telefono",
    ],
    ),
    (
        F::Street,
        &[
        "street", "address", "address 1", "address line 1", "street address", "billing address", "straße",
        "strasse", "anschrift", "adresse", "rue", "dirección", "calle", "straat", "adres", "पता", "முகவரி",
        "strato", "adreso",
    ],
    ),
    (
        F::Street2,
        &[
        "street 2", "address 2", "address line 2", "adresszusatz", "complément d'adresse",
    ],
    ),
    (
        F::PostalCode,
        &[
        "zip", "zip code", "postal code", "postcode", "pin code", "pincode", "plz", "postleitzahl",
        "code postal", "código postal", "पिन कोड", "அஞ்சல் குறியீடு", "poŝtkodo",
    ],
    ),
    (
        F::City,
        &[
        "city", "town", "stadt", "ort", "ville", "ciudad", "plaats", "stad", "शहर", "நகரம்", "urbo",
    ],
    ),
    (
        F::Region,
        &[
        "state", "province", "region", "county", "bundesland", "région", "provincia", "provincie", "राज्य",
        "மாநிலம்", "regiono",
    ],
    ),
    (
        F::Country,
        &[
        "country", "land", "pays", "país", "देश", "நாடு", "lando",
    ],
    ),
    (
        F::TaxId,
        &[
        "tax id", "vat id", "vat number", "vat no", "gstin", "gst number", "gst no", "tax number",
        "ust-id", "ust-idnr", "ustid", "steuernummer", "n tva", "numéro de tva", "nif", "cif",
        "btw-nummer", "btw nummer", "जीएसटीआईएन", "कर संख्या", "வரி எண்", "impostnumero",
    ],
    ),
    (
        F::PaymentTerms,
        &[
        "payment terms", "terms", "net days", "zahlungsziel", "délai de paiement", "betalingstermijn",
    ],
    ),
    (
        F::Currency,
        &[
        "currency", "currency code", "währung", "devise", "moneda", "valuta", "मुद्रा", "நாணயம்", "valuto",
    ],
    ),
    (
        F::InvoiceNumber,
        &[
        "invoice", "invoice number", "invoice no", "invoice #", "invoice nr", "inv no", "bill no",
        "bill number", "rechnung", "rechnungsnummer", "rechnungsnr", "rechnung nr", "facture",
        "numéro de facture", "n facture", "factura", "número de factura", "factuur", "factuurnummer",
        "बिल", "बिल संख्या", "इनवॉइस", "चालान संख्या", "விலைப்பட்டியல்", "விலைப்பட்டியல் எண்", "fakturo",
        "fakturnumero", "numero de fakturo",
    ],
    ),
    (
        F::InvoiceDate,
        &[
        "invoice date", "date of invoice", "issue date", "issued", "bill date", "rechnungsdatum",
        "date de facture", "date de facturation", "fecha de factura", "factuurdatum", "बिल तिथि",
        "बिल दिनांक", "விலைப்பட்டியல் தேதி", "fakturdato",
    ],
    ),
    (
        F::DueDate,
        &[
        "due date", "due", "payable by", "fällig", "fällig am", "fälligkeit", "fälligkeitsdatum",
        "échéance", "date d'échéance", "vencimiento", "fecha de vencimiento", "vervaldatum", "देय तिथि",
        "नियत तिथि", "செலுத்த வேண்டிய தேதி", "pagdato", "limdato",
    ],
    ),
    (
        F::Status,
        &[
        "status", "invoice status", "zustand", "statut", "estado", "स्थिति", "நிலை", "stato",
    ],
    ),
    (
        F::Note,
        &[
        "note", "notes", "comment", "comments", "bemerkung", "notiz", "remarque", "nota", "notas",
        "opmerking", "टिप्पणी", "குறிப்பு", "noto",
    ],
    ),
    (
        F::Description,
        &[
        "description", "item", "item description", "item name", "product", "service", "line",
        "beschreibung", "bezeichnung", "artikel", "leistung", "position", "désignation", "article",
        "produit", "descripción", "concepto", "producto", "omschrijving", "विवरण", "वस्तु", "விவரம்",
        "பொருள்", "priskribo", "varo",
    ],
    ),
    (
        F::Quantity,
        &[
        "quantity", "qty", "menge", "anzahl", "quantité", "qté", "cantidad", "aantal", "मात्रा", "அளவு",
        "kvanto",
    ],
    ),
    (
        F::Unit,
        &[
        "unit", "einheit", "unité", "unidad", "eenheid", "इकाई", "அலகு", "unuo",
    ],
    ),
    (
        F::Price,
        &[
        "price", "unit price", "rate", "unit cost", "einzelpreis", "preis", "stückpreis", "prix",
        "prix unitaire", "precio", "precio unitario", "prijs", "दर", "मूल्य", "விலை", "prezo", "unuoprezo",
    ],
    ),
    (
        F::LineDiscount,
        &[
        "discount", "line discount", "discount %", "rabatt", "remise", "descuento", "korting", "छूट",
        "தள்ளுபடி", "rabato",
    ],
    ),
    (
        F::LineTotal,
        &[
        "line total", "line amount", "net", "net amount", "nettobetrag", "netto", "positionssumme",
        "montant ht", "total ht", "base imponible", "importe neto", "netto bedrag", "शुद्ध राशि",
        "நிகரத் தொகை", "neta sumo",
    ],
    ),
    (
        F::TaxName,
        &[
        "tax name", "tax type", "vat type", "steuerart", "type de tva", "impuesto", "कर का नाम",
        "வரிப் பெயர்", "imposto",
    ],
    ),
    (
        F::TaxPercent,
        &[
        "tax %", "vat %", "gst %", "tax rate", "vat rate", "gst rate", "tax percent", "ust %", "mwst %",
        "mwst", "mwst-satz", "steuersatz", "ust-satz", "tva %", "taux de tva", "taux tva", "iva %",
        "tipo de iva", "btw %", "btw-tarief", "कर %", "कर दर", "वरी %", "வரி %", "imposto %",
        "impostprocento",
    ],
    ),
    (
        F::TaxAmount,
        &[
        "tax", "vat", "gst", "tax amount", "vat amount", "steuerbetrag", "mwst-betrag", "montant tva",
        "importe iva", "btw bedrag", "कर राशि", "வரித் தொகை", "impostsumo",
    ],
    ),
    (
        F::Paid,
        &[
        "paid", "amount paid", "paid amount", "bezahlt", "payé", "montant payé", "pagado", "betaald",
        "भुगतान की गई राशि", "செலுத்தியது", "pagita",
    ],
    ),
    (
        F::PaidOn,
        &[
        "paid on", "date paid", "paid date", "bezahlt am", "payé le", "pagado el", "betaald op",
        "भुगतान तिथि तक", "pagita je",
    ],
    ),
    (
        F::Balance,
        &[
        "balance", "balance due", "amount due", "open", "open amount", "outstanding", "offen",
        "offener betrag", "restbetrag", "solde", "reste à payer", "saldo", "pendiente", "openstaand",
        "शेष", "बाकी", "நிலுவை", "restas", "pagenda",
    ],
    ),
    (
        F::PaymentNumber,
        &[
        "payment number", "payment no", "payment id", "receipt number", "receipt no", "transaction id",
        "zahlungsnummer", "भुगतान संख्या", "pagnumero",
    ],
    ),
    (
        F::PaymentDate,
        &[
        "payment date", "date of payment", "received on", "received", "zahlungsdatum", "eingang",
        "zahlungseingang", "date de paiement", "fecha de pago", "betaaldatum", "भुगतान तिथि",
        "செலுத்திய தேதி", "dato de pago",
    ],
    ),
    (
        F::PaymentAmount,
        &[
        "payment amount", "amount received", "payment", "zahlung", "zahlbetrag", "montant reçu",
        "paiement", "pago", "importe del pago", "betaling", "भुगतान राशि", "செலுத்திய தொகை", "pago sumo",
        "sumo de pago",
    ],
    ),
    (
        F::PaymentMethod,
        &[
        "payment method", "method", "mode", "payment mode", "paid by", "zahlungsart", "zahlungsweise",
        "mode de paiement", "forma de pago", "betaalwijze", "भुगतान विधि", "செலுத்தும் முறை", "pagmaniero",
    ],
    ),
];

/// Headings that mean what the kind of the table lets them mean.
#[rustfmt::skip]
const AMOUNT: &[&str] = &[
        "amount", "total", "sum", "grand total", "invoice total", "total amount", "invoice amount",
        "gross", "betrag", "summe", "gesamt", "gesamtbetrag", "bruttobetrag", "brutto", "montant",
        "montant ttc", "total ttc", "importe", "importe total", "total factura", "bedrag", "totaal",
        "राशि", "कुल", "कुल राशि", "தொகை", "மொத்தம்", "sumo", "totalo",
    ];
#[rustfmt::skip]
const DATE: &[&str] = &[
        "date", "datum", "fecha", "दिनांक", "तारीख", "तिथि", "தேதி", "dato",
    ];
#[rustfmt::skip]
const NUMBER: &[&str] = &[
        "number", "no", "nr", "nummer", "numéro", "número", "संख्या", "எண்", "numero",
    ];
#[rustfmt::skip]
const NAME: &[&str] = &[
        "name", "full name", "nom", "nombre", "naam", "नाम", "பெயர்", "nomo",
    ];
#[rustfmt::skip]
const REFERENCE: &[&str] = &[
        "reference", "ref", "reference number", "po number", "purchase order", "referenz", "bestellnummer",
        "référence", "referencia", "referentie", "संदर्भ", "குறிப்பு எண்", "referenco",
    ];

fn is(heading: &str, words: &[&str]) -> bool {
    words.iter().any(|word| folded(word) == heading)
}

fn plain(heading: &str) -> Option<F> {
    let mut known = PLAIN.iter();
    known
        .find(|(_, words)| is(heading, words))
        .map(|(field, _)| *field)
}

fn kind_of(names: &[String]) -> Option<TableKind> {
    let has = |field: F| names.iter().any(|name| plain(name) == Some(field));
    let any = |words: &[&str]| names.iter().any(|name| is(name, words));
    let billed = [
        F::Description,
        F::Quantity,
        F::Price,
        F::InvoiceDate,
        F::DueDate,
        F::Balance,
        F::LineTotal,
    ];
    let paid = [F::PaymentDate, F::PaymentAmount, F::PaymentMethod];
    if paid.into_iter().any(has) && !billed.into_iter().any(has) {
        Some(TableKind::Payments)
    } else if (has(F::InvoiceNumber) || billed.into_iter().any(has))
        && (any(AMOUNT) || billed.into_iter().any(has))
    {
        Some(TableKind::Invoices)
    } else {
        (has(F::ClientName) || any(NAME)).then_some(TableKind::Clients)
    }
}

fn field(heading: &str, kind: TableKind) -> Option<F> {
    let open: &[(&[&str], [Option<F>; 3])] = &[
        (AMOUNT, [None, Some(F::Total), Some(F::PaymentAmount)]),
        (DATE, [None, Some(F::InvoiceDate), Some(F::PaymentDate)]),
        (
            NUMBER,
            [
                Some(F::ClientNumber),
                Some(F::InvoiceNumber),
                Some(F::PaymentNumber),
            ],
        ),
        (
            NAME,
            [Some(F::ClientName), Some(F::ClientName), Some(F::ClientName)],
        ),
        (REFERENCE, [None, Some(F::Reference), Some(F::PaymentReference)]),
    ];
    let of_kind = |[clients, invoices, payments]: [Option<F>; 3]| match kind {
        TableKind::Clients => clients,
        TableKind::Invoices => invoices,
        TableKind::Payments => payments,
    };
    let mut known = open.iter();
    let by_kind = || {
        known
            .find(|(words, _)| is(heading, words))
            .and_then(|(_, fields)| of_kind(*fields))
    };
    plain(heading)
        .filter(|field| field.kinds().contains(&kind))
        .or_else(by_kind)
}

/// What a table lists, and what each of its columns says, as far as the headings tell. A field is given to one column.
pub(super) fn guess(headings: &[String]) -> (Option<TableKind>, Vec<Option<F>>) {
    let names: Vec<String> = headings.iter().map(|heading| folded(heading)).collect();
    let kind = kind_of(&names);
    let mut taken = Vec::new();
    let mut fields = Vec::with_capacity(names.len());
    for name in &names {
        let found = kind
            .and_then(|kind| field(name, kind))
            .filter(|field| !taken.contains(field));
        taken.extend(found);
        fields.push(found);
    }
    (kind, fields)
}
