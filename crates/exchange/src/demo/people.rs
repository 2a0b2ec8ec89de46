//! The business itself and its own people.

use folio_domain::Currency;
use folio_domain::languages::Language;
use folio_domain::organisations::{BankDetails, Organisation};
use folio_domain::people::Address;
use folio_domain::permissions::Role;

use super::DemoPerson;

/// The studio.
pub(super) fn organisation() -> Organisation {
    Organisation {
        name: "Studio Kolam".to_owned(),
        address: Address {
            street: "14 Kutchery Road\nMylapore".to_owned(),
            postal_code: "600004".to_owned(),
            city: "Chennai".to_owned(),
            region: super::cast::HOME_REGION.to_owned(),
            country: "IN".to_owned(),
        },
        tax_id: "33AAAAA0000A1Z5".to_owned(),
        email: "hello@studio-kolam.example".to_owned(),
        phone: "+91 44 5550 0114".to_owned(),
        hours: "Mon–Sat 9:30–18:30".to_owned(),
        time_zone: "Asia/Kolkata".to_owned(),
        language: Language::En,
        currency: rupee(),
        payment_terms_days: 21,
        bank: BankDetails {
            account_name: "Studio Kolam".to_owned(),
            bank_name: "Example Bank, Mylapore".to_owned(),
            account_number: "000011112222".to_owned(),
            routing_code: "EXMP0000114".to_owned(),
            upi_id: "studiokolam@example".to_owned(),
            ..BankDetails::default()
        },
        invoice_note: "Thank you for working with us.".to_owned(),
    }
}

/// The studio's own people: owner, staff, bookkeeper.
pub(super) fn own() -> Vec<DemoPerson> {
    let person = |name: &str, mail: &str, role, language| DemoPerson {
        name: name.to_owned(),
        email: format!("{mail}@studio-kolam.example"),
        role,
        language,
        client_id: None,
        contact_id: None,
    };
    vec![
        person("Meera Raghavan", "meera", Role::Owner, Language::En),
        person("அருண் பிரகாஷ்", "arun", Role::Staff, Language::Ta),
        person("Lakshmi Venkat", "lakshmi", Role::Bookkeeper, Language::En),
    ]
}

/// The currency of a code that is known to be one.
pub(super) fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap_or_else(|_unknown| rupee())
}

#[allow(
    clippy::expect_used,
    reason = "INR is an ISO 4217 code; a test makes the whole business"
)]
fn rupee() -> Currency {
    Currency::parse("INR").expect("INR is a currency")
}
