//! The columns of a posting batch, and which of them a booking fills.

use folio_domain::Money;
use jiff::civil::Date;

use super::text::{document, quoted};

/// How many columns version 13 has.
pub(super) const COLUMNS: usize = 125;

const BEFORE_DOCUMENT_FACTS: [&str; 20] = [
    "Umsatz (ohne Soll/Haben-Kz)",
    "Soll/Haben-Kennzeichen",
    "WKZ Umsatz",
    "Kurs",
    "Basis-Umsatz",
    "WKZ Basis-Umsatz",
    "Konto",
    "Gegenkonto (ohne BU-Schlüssel)",
    "BU-Schlüssel",
    "Belegdatum",
    "Belegfeld 1",
    "Belegfeld 2",
    "Skonto",
    "Buchungstext",
    "Postensperre",
    "Diverse Adressnummer",
    "Geschäftspartnerbank",
    "Sachverhalt",
    "Zinssperre",
    "Beleglink",
];

const BETWEEN: [&str; 11] = [
    "KOST1 - Kostenstelle",
    "KOST2 - Kostenstelle",
    "Kost-Menge",
    "EU-Land u. UStID (Bestimmung)",
    "EU-Steuersatz (Bestimmung)",
    "Abw. Versteuerungsart",
    "Sachverhalt L+L",
    "Funktionsergänzung L+L",
    "BU 49 Hauptfunktionstyp",
    "BU 49 Hauptfunktionsnummer",
    "BU 49 Funktionsergänzung",
];

const AFTER_MORE_FACTS: [&str; 38] = [
    "Stück",
    "Gewicht",
    "Zahlweise",
    "Forderungsart",
    "Veranlagungsjahr",
    "Zugeordnete Fälligkeit",
    "Skontotyp",
    "Auftragsnummer",
    "Buchungstyp",
    "USt-Schlüssel (Anzahlungen)",
    "EU-Mitgliedstaat (Anzahlungen)",
    "Sachverhalt L+L (Anzahlungen)",
    "EU-Steuersatz (Anzahlungen)",
    "Erlöskonto (Anzahlungen)",
    "Herkunft-Kz",
    "Leerfeld",
    "KOST-Datum",
    "SEPA-Mandatsreferenz",
    "Skontosperre",
    "Gesellschaftername",
    "Beteiligtennummer",
    "Identifikationsnummer",
    "Zeichnernummer",
    "Postensperre bis",
    "Bezeichnung SoBil-Sachverhalt",
    "Kennzeichen SoBil-Buchung",
    "Festschreibung",
    "Leistungsdatum",
    "Datum Zuord. Steuerperiode",
    "Fälligkeit",
    "Generalumkehr (GU)",
    "Steuersatz",
    "Land",
    "Abrechnungsreferenz",
    "BVV-Position",
    "EU-Land u. UStID (Ursprung)",
    "EU-Steuersatz (Ursprung)",
    "Abw. Skontokonto",
];

/// The second line.
pub(super) fn titles() -> String {
    let facts = |count: usize, name: &str, dash: &str| -> Vec<String> {
        let pair = |nth| {
            [
                format!("{name} - Art {nth}"),
                format!("{name}{dash} Inhalt {nth}"),
            ]
        };
        (1..=count).flat_map(pair).collect()
    };
    let fixed = |titles: &[&str]| -> Vec<String> { titles.iter().map(|title| (*title).to_owned()).collect() };
    let all = [
        fixed(&BEFORE_DOCUMENT_FACTS),
        facts(8, "Beleginfo", " -"),
        fixed(&BETWEEN),
        facts(20, "Zusatzinformation", "-"),
        fixed(&AFTER_MORE_FACTS),
    ];
    all.concat().join(";")
}

/// One line of the batch.
pub(super) struct Booking<'a> {
    /// Below zero it is booked the other way round.
    pub(super) amount: Money,
    /// The account that is debited.
    pub(super) account: String,
    /// The account that is credited.
    pub(super) against: String,
    pub(super) date: Date,
    /// The number that joins an invoice and its payments; empty for none.
    pub(super) document: &'a str,
    /// What a person reads: the client's name.
    pub(super) words: &'a str,
    /// Where the buyer owes the tax; else empty.
    pub(super) buyer_tax_id: &'a str,
    pub(super) due: Option<Date>,
}

impl Booking<'_> {
    /// It as a line, without its end.
    pub(super) fn line(&self) -> String {
        let mut fields = vec![String::new(); COLUMNS];
        let mut put = |nth: usize, text: String| {
            if let Some(field) = fields.get_mut(nth - 1) {
                *field = text;
            }
        };
        let debit_or_credit = if self.amount.minor < 0 { "H" } else { "S" };
        let unsigned = self.amount.to_decimal().abs().to_string();
        put(1, unsigned.replace('.', ","));
        put(2, quoted(debit_or_credit, 1));
        put(3, quoted(self.amount.currency.code(), 3));
        put(7, self.account.clone());
        put(8, self.against.clone());
        put(10, self.date.strftime("%d%m").to_string());
        put(11, quoted(&document(self.document), 36));
        put(14, quoted(self.words, 60));
        if !self.buyer_tax_id.is_empty() {
            let compact: String = self
                .buyer_tax_id
                .chars()
                .filter(|letter| !letter.is_whitespace())
                .collect();
            put(40, quoted(&compact, 15));
        }
        put(114, "0".to_owned());
        if let Some(due) = self.due {
            put(117, due.strftime("%d%m%Y").to_string());
        }
        fields.join(";")
    }
}

#[cfg(test)]
mod tests {
    use folio_domain::Currency;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_booking_stands_in_its_columns() {
        let titles = titles();
        let titles: Vec<&str> = titles.split(';').collect();
        assert_eq!(titles.len(), COLUMNS);
        let booking = Booking {
            amount: Money::new(-11_900, Currency::parse("EUR").unwrap()),
            account: "10001".to_owned(),
            against: "8400".to_owned(),
            date: date(2026, 3, 9),
            document: "2026/0001",
            words: "Müller",
            buyer_tax_id: "FR 123",
            due: Some(date(2026, 4, 1)),
        };
        let line = booking.line();
        let filled: Vec<(&str, &str)> = titles
            .into_iter()
            .zip(line.split(';'))
            .filter(|(_, field)| !field.is_empty())
            .collect();
        assert_eq!(
            filled,
            [
                ("Umsatz (ohne Soll/Haben-Kz)", "119,00"),
                ("Soll/Haben-Kennzeichen", "\"H\""),
                ("WKZ Umsatz", "\"EUR\""),
                ("Konto", "10001"),
                ("Gegenkonto (ohne BU-Schlüssel)", "8400"),
                ("Belegdatum", "0903"),
                ("Belegfeld 1", "\"2026/0001\""),
                ("Buchungstext", "\"Müller\""),
                ("EU-Land u. UStID (Bestimmung)", "\"FR123\""),
                ("Festschreibung", "0"),
                ("Fälligkeit", "01042026"),
            ]
        );
    }
}
