//! Swiss QR-bills (Swiss Implementation Guidelines QR-bill 2.3): what the code and its payment part say.

use folio_domain::addresses::Address;
use folio_domain::invoices::Invoice;
use folio_domain::money::Money;
use folio_domain::organisations::{creditor_reference, is_qr_iban, qr_reference, swiss_iban};

use super::latin::{in_swiss_codes, written};
use super::payee;
use super::postal::Postal;

const NAME_MAX: usize = 70;
const STREET_MAX: usize = 70;
const NUMBER_MAX: usize = 16;
const CODE_MAX: usize = 16;
const TOWN_MAX: usize = 35;
const MESSAGE_MAX: usize = 140;
/// 999,999,999.99 is the most that a bill may ask for.
const AMOUNT_MAX: i64 = 99_999_999_999;

/// Why an invoice has no QR-bill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBill {
    /// It is in another currency than francs and euro, or to another account than a Swiss one.
    NotSwiss,
    /// The payee's name has no Latin letters.
    Name,
    /// The business's address has no postal code.
    PostalCode,
    /// The business's address has no town.
    Town,
    /// The business's address has no country.
    Country,
    /// The account is a QR-IBAN, and the invoice's number cannot be a QR reference.
    Reference,
    /// It asks for more than a bill may.
    Amount,
}

/// Who pays or is paid, in the letters of the code, each part no longer than it allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct BillParty {
    pub(crate) name: String,
    pub(crate) street: String,
    pub(crate) number: String,
    pub(crate) code: String,
    pub(crate) town: String,
    pub(crate) country: String,
}

/// What the payment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Reference {
    /// Of a QR-IBAN: 27 digits.
    Qr(String),
    /// ISO 11649.
    Creditor(String),
    /// Nothing that a bank checks.
    None,
}

/// A QR-bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct QrBill {
    pub(crate) iban: String,
    pub(crate) creditor: BillParty,
    pub(crate) amount: Money,
    /// Who is to pay; none where the address does not suffice, and is left to be written by hand.
    pub(crate) debtor: Option<BillParty>,
    pub(crate) reference: Reference,
    pub(crate) message: String,
}

impl QrBill {
    /// The bill that asks for `amount` of `invoice`.
    ///
    /// # Errors
    /// Why there is none.
    pub(crate) fn of(invoice: &Invoice, amount: Money) -> Result<Self, NoBill> {
        let iban = swiss_iban(&invoice.bank.account_number).ok_or(NoBill::NotSwiss)?;
        if !matches!(amount.currency.code(), "CHF" | "EUR") {
            return Err(NoBill::NotSwiss);
        }
        if !(1..=AMOUNT_MAX).contains(&amount.minor) {
            return Err(NoBill::Amount);
        }
        let number = &invoice.number;
        let reference = if is_qr_iban(&iban) {
            Reference::Qr(qr_reference(number).ok_or(NoBill::Reference)?)
        } else {
            creditor_reference(number).map_or(Reference::None, Reference::Creditor)
        };
        Ok(Self {
            iban,
            creditor: BillParty::of(payee(invoice), &invoice.seller.address)?,
            amount,
            debtor: BillParty::of(&invoice.buyer.name, &invoice.buyer.address).ok(),
            reference,
            message: written(&format!("Invoice {number}"), in_swiss_codes, MESSAGE_MAX),
        })
    }

    /// The letters of the code: 31 lines, those after the trailer left out.
    pub(crate) fn payload(&self) -> String {
        let mut lines = vec!["SPC", "0200", "1", &self.iban];
        lines.extend(self.creditor.lines());
        // The ultimate creditor, for future use.
        lines.extend([""; 7]);
        let amount = self.amount.to_decimal().to_string();
        lines.extend([amount.as_str(), self.amount.currency.code()]);
        lines.extend(self.debtor.as_ref().map_or([""; 7], BillParty::lines));
        lines.extend(match &self.reference {
            Reference::Qr(reference) => ["QRR", reference],
            Reference::Creditor(reference) => ["SCOR", reference],
            Reference::None => ["NON", ""],
        });
        lines.extend([self.message.as_str(), "EPD"]);
        lines.join("\n")
    }
}

impl BillParty {
    fn of(name: &str, address: &Address) -> Result<Self, NoBill> {
        let postal = Postal::read(address);
        let said = |text: &str, max: usize| written(text, in_swiss_codes, max);
        let found = Self {
            name: said(name, NAME_MAX),
            street: said(&postal.street, STREET_MAX),
            number: said(&postal.number, NUMBER_MAX),
            code: said(&postal.code, CODE_MAX),
            town: said(&postal.town, TOWN_MAX),
            country: postal.country,
        };
        for (part, missing) in [
            (&found.name, NoBill::Name),
            (&found.code, NoBill::PostalCode),
            (&found.town, NoBill::Town),
            (&found.country, NoBill::Country),
        ] {
            if !part.chars().any(char::is_alphanumeric) {
                return Err(missing);
            }
        }
        Ok(found)
    }

    /// Structured ("S"): the only kind that the guidelines still know.
    fn lines(&self) -> [&str; 7] {
        let Self {
            name,
            street,
            number,
            code,
            town,
            country,
        } = self;
        ["S", name, street, number, code, town, country]
    }
}

#[cfg(test)]
mod tests {
    use folio_domain::money::Currency;

    use super::*;

    fn francs(minor: i64) -> Money {
        Money::new(minor, Currency::parse("CHF").unwrap())
    }

    fn party(parts: [&str; 6]) -> BillParty {
        let [name, street, number, code, town, country] = parts.map(str::to_owned);
        BillParty {
            name,
            street,
            number,
            code,
            town,
            country,
        }
    }

    /// The example of the guidelines, its message and references as they stand there.
    #[test]
    fn the_code_says_what_the_guidelines_example_says() {
        let bill = QrBill {
            iban: "CH4431999123000889012".to_owned(),
            creditor: party(["Robert Schneider AG", "Rue du Lac", "1268", "2501", "Biel", "CH"]),
            amount: francs(194_975),
            debtor: Some(party([
                "Pia-Maria Rutschmann-Schnyder",
                "Grosse Marktgasse",
                "28",
                "9400",
                "Rorschach",
                "CH",
            ])),
            reference: Reference::Qr("210000000003139471430009017".to_owned()),
            message: "Order of 15 June 2020".to_owned(),
        };
        let expected = "SPC\n0200\n1\nCH4431999123000889012\n\
            S\nRobert Schneider AG\nRue du Lac\n1268\n2501\nBiel\nCH\n\
            \n\n\n\n\n\n\n\
            1949.75\nCHF\n\
            S\nPia-Maria Rutschmann-Schnyder\nGrosse Marktgasse\n28\n9400\nRorschach\nCH\n\
            QRR\n210000000003139471430009017\nOrder of 15 June 2020\nEPD";
        assert_eq!(bill.payload(), expected);
        assert_eq!(expected.lines().count(), 31);
        let by_hand = QrBill {
            debtor: None,
            reference: Reference::None,
            ..bill
        };
        assert!(
            by_hand
                .payload()
                .ends_with("CHF\n\n\n\n\n\n\n\nNON\n\nOrder of 15 June 2020\nEPD")
        );
        assert_eq!(by_hand.payload().lines().count(), 31);
    }

    #[test]
    fn hostile_names_keep_to_the_letters_and_lengths() {
        let address = Address {
            street: format!("{} 12", "Straße ".repeat(60)),
            postal_code: "8001".to_owned(),
            city: "Zürich 🏔\n".repeat(30),
            region: String::new(),
            country: "CH".to_owned(),
        };
        let party = BillParty::of(&"Bäckerei 🥐\nनवरंग ".repeat(30), &address).unwrap();
        assert_eq!(party.name.chars().count(), NAME_MAX);
        assert!(party.street.chars().count() <= STREET_MAX && party.town.chars().count() <= TOWN_MAX);
        let all = party.lines().concat();
        assert!(all.chars().all(in_swiss_codes), "{all}");
        assert_eq!(BillParty::of("🥐", &address), Err(NoBill::Name));
        let without = |change: fn(&mut Address)| {
            let mut address = address.clone();
            change(&mut address);
            BillParty::of("A", &address).unwrap_err()
        };
        assert_eq!(without(|address| address.country.clear()), NoBill::Country);
        assert_eq!(without(|address| address.city.clear()), NoBill::Town);
        assert_eq!(without(|address| address.postal_code.clear()), NoBill::PostalCode);
    }
}
