//! What headings of banks' tables mean, in the languages in which banks write them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use folio_domain::Currency;
use folio_domain::bank::BankField;
use unicode_normalization::UnicodeNormalization;

use crate::tables::currencies;

/// What columns say, with the headings that mean them, without blanks: English ones before the stroke; behind it German,
/// French, Dutch, Spanish, Italian, Polish, Scandinavian, Hindi, Tamil and Esperanto. Where several columns of a
/// table fit one field, the heading that stands first here is it; for what it is for, all are.
const HEADINGS: &[(BankField, &str)] = &[
    (
        BankField::BookingDate,
        "bookingdate bookeddate dateposted postingdate posteddate postdate completeddate \
         transactiondate txndate trandate date | buchungstag buchungsdatum buchung datum \
         datedecomptabilisation datecomptable dateopération datedopération dateoperation \
         datedoperation boekdatum boekingsdatum transactiedatum fechaoperación fechadeoperación \
         fechaoperacion fechacontable fecha datacontabile dataoperazione data dataksięgowania \
         dataoperacji bokföringsdag bokføringsdato dato लेनदेनतिथि दिनांक तिथि तारीख பரிவர்த்தனைதேதி \
         தேதி தேதிகள் registrodato",
    ),
    (
        BankField::ValueDate,
        "valuedate valuedt | valutadatum valuta wertstellung wertstellungstag wert datevaleur \
         datedevaleur rentedatum fechavalor fechadevalor datavaluta datawaluty valutadato मूल्यतिथि \
         मूल्यदिनांक மதிப்புதேதி valordato",
    ),
    (
        BankField::Amount,
        "amount transactionamount net | netto betrag umsatz montant montantdelopération bedrag transactiebedrag \
         importe importo monto kwota belopp beløb beløp राशि रकम தொகை sumo kvanto",
    ),
    (
        BankField::Debit,
        "debit debitamount debits withdrawal withdrawals withdrawalamt withdrawalamount moneyout \
         paidout dr | soll lastschrift ausgang débit af débitos cargo cargos debe addebiti नामे निकासी \
         आहरण பற்று எடுப்பு debeto elspezo",
    ),
    (
        BankField::Credit,
        "credit creditamount credits deposit deposits depositamt depositamount moneyin paidin cr | haben \
         gutschrift eingang crédit bij créditos abono abonos haber accrediti जमा வரவு வைப்பு kredito \
         enspezo",
    ),
    (
        BankField::Direction,
        "debitcredit creditdebit drcr crdr dc | afbij sollhaben sh debetcredit sens",
    ),
    (
        BankField::Currency,
        "currency ccy accountcurrency | währung waehrung devise munt muntsoort valutasoort moneda \
         divisa moeda waluta मुद्रा நாணயம் monunuo",
    ),
    (
        BankField::Account,
        "accountnumber accountiban | auftragskonto ibanauftragskonto konto kontonummer compte \
         numérodecompte rekening rekeningnummer ibanbban cuenta खातासंख्या கணக்குஎண் kontonumero",
    ),
    (
        BankField::Counterparty,
        "counterparty counterpartyname partnername payee payer name payeename nameofcounterparty | \
         beguenstigterzahlungspflichtiger begünstigterzahlungspflichtiger namezahlungsbeteiligter \
         auftraggeberempfänger begünstigterauftraggeber auftraggeberbegünstigter empfänger \
         zahlungsempfänger zahlungspflichtiger zahlungspflichtigeempfänger contrepartie \
         nomdelacontrepartie tiers bénéficiaire naamtegenpartij naamomschrijving naam tegenpartij \
         beneficiario ordenante contraparte nadawcaodbiorca प्राप्तकर्ता பெறுநர் kontraŭulo nomo",
    ),
    (
        BankField::CounterpartyAccount,
        "counterpartyaccount counterpartyiban partneriban | kontonummeriban ibankontonummer \
         ibanzahlungsbeteiligter ibandescontrahenten ibanbeneficiario comptecontrepartie \
         tegenrekening tegenrekeningibanbban cuentadestino",
    ),
    (
        BankField::Remittance,
        "paymentreference remittanceinformation description transactiondescription details \
         transactiondetails narration narrative particulars memo | verwendungszweck mitteilung \
         mededelingen mededeling omschrijving omschrijving1 omschrijving2 omschrijving3 communication \
         libellé libelle libelléopération motif concepto descripción descripcion observaciones \
         causale descrizione tytuł tytułem विवरण विवरणी வர்ணனை விவரம் விவரங்கள் priskribo celo",
    ),
    (
        BankField::EndToEndId,
        "endtoendid endtoendreference e2eid | kundenreferenzendtoend endtoendreferenz",
    ),
    (
        BankField::BankReference,
        "bankreference transactionid transactionreference fitid reference referencenumber refno \
         refnochequeno chqrefno chqrefnumber chqno | bankreferenz transactiereferentie volgnr référence \
         referencia संदर्भसंख्या குறிப்புஎண் referenco",
    ),
    (
        BankField::Kind,
        "transactiontype type | buchungstext umsatzart umsatztyp mutatiesoort typeopération tipo \
         speco code",
    ),
    (
        BankField::Balance,
        "balance runningbalance closingbalance balanceaftertransaction bal | saldo saldonachbuchung \
         kontostand solde saldonatrn saldonamutatie शेष शेषराशि இருப்பு",
    ),
    (BankField::Status, "state status | statut estado stato स्थिति நிலை"),
];

/// What a heading means, how well it fits (0 best), and the currency that some banks write into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) field: BankField,
    pub(super) rank: usize,
    /// Whether it is English, or written alike there.
    pub(super) english: bool,
    pub(super) currency: Option<Currency>,
}

/// No heading of a bank is longer.
const HEADING_BYTES_MAX: usize = 200;

/// The headings as they are compared, with field, rank and whether they are English.
static FOLDED: LazyLock<BTreeMap<String, (BankField, usize, bool)>> = LazyLock::new(|| {
    let of_role = |(field, headings): &(BankField, &'static str)| {
        let field = *field;
        let english = headings
            .split_ascii_whitespace()
            .position(|heading| heading == "|");
        let ranked = headings.split_ascii_whitespace().enumerate();
        let known = ranked.filter(|(_, heading)| *heading != "|");
        known.map(move |(rank, heading)| {
            let is_english = english.is_none_or(|end| rank < end);
            (folded(heading), (field, rank, is_english))
        })
    };
    HEADINGS.iter().flat_map(of_role).collect()
});

/// The meaning of a heading, none when it is not known.
pub(super) fn meaning(heading: &str) -> Option<Meaning> {
    if heading.is_empty() || heading.len() > HEADING_BYTES_MAX {
        return None;
    }
    let of = |text: &str, currency: Option<Currency>| {
        let (field, rank, english) = *FOLDED.get(&folded(text))?;
        Some(Meaning {
            field,
            rank,
            english,
            currency,
        })
    };
    // A sign, as in `Betrag (€)`, is no letter: without it the whole heading would be known, and the currency lost.
    match without_currency(heading) {
        (bare, Some(currency)) => of(&bare, Some(currency)).or_else(|| of(heading, None)),
        (_, None) => of(heading, None),
    }
}

fn folded(text: &str) -> String {
    text.nfkc()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

/// `Betrag (EUR)`, `Amount in USD`, `Montant €`: the heading without its currency, and the currency.
fn without_currency(heading: &str) -> (String, Option<Currency>) {
    let apart = |c: char| c.is_whitespace() || "()[]/-_.".contains(c);
    let mut words: Vec<&str> = heading.split(apart).filter(|word| !word.is_empty()).collect();
    let currency = words.pop().and_then(currencies::of_sign);
    if words
        .last()
        .is_some_and(|word| matches!(*word, "in" | "en" | "em"))
    {
        words.pop();
    }
    (words.join(" "), currency)
}

/// Whether a heading can only mean the account that the table is of.
pub(super) fn is_own_account(heading: &str) -> bool {
    ["accountiban", "auftragskonto", "ibanauftragskonto", "ibanbban"].contains(&folded(heading).as_str())
}

/// Which way a word of a direction column says that money went: true for out.
pub(super) fn is_outwards(word: &str) -> Option<bool> {
    const OUT: &[&str] = &[
        "-",
        "af",
        "d",
        "dr",
        "db",
        "dt",
        "debit",
        "debet",
        "soll",
        "s",
        "débit",
        "debe",
        "cargo",
        "dbit",
        "out",
        "नामे",
        "பற்று",
        "debeto",
    ];
    const IN: &[&str] = &[
        "+",
        "bij",
        "c",
        "cr",
        "ct",
        "credit",
        "kredit",
        "haben",
        "h",
        "crédit",
        "haber",
        "abono",
        "crdt",
        "in",
        "जमा",
        "வரவு",
        "kredito",
    ];
    let word = word.trim().trim_end_matches('.').to_lowercase();
    match (OUT.contains(&word.as_str()), IN.contains(&word.as_str())) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// Whether a word of a status column says that a line is booked; none when the word is not known.
pub(super) fn is_booked(word: &str) -> Option<bool> {
    const BOOKED: &[&str] = &[
        "",
        "completed",
        "booked",
        "book",
        "posted",
        "cleared",
        "settled",
        "gebucht",
        "umsatz gebucht",
        "geboekt",
        "exécuté",
        "comptabilisé",
        "contabilizado",
    ];
    const EXPECTED: &[&str] = &[
        "pending",
        "pdng",
        "authorised",
        "authorized",
        "vorgemerkt",
        "umsatz vorgemerkt",
        "reverted",
        "declined",
        "failed",
        "cancelled",
        "canceled",
        "en attente",
        "pendiente",
        "in behandeling",
        "gereserveerd",
    ];
    let word = word.trim().to_lowercase();
    match (BOOKED.contains(&word.as_str()), EXPECTED.contains(&word.as_str())) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}
