//! From a broken rule to what the person must fill in, and where.

use en16931::validation::Finding as Broken;

use super::{Missing, Subject};
use crate::einvoices::findings::Finding;

/// Rules, and what they ask for.
const ASKED: &[(&[&str], Subject, &str, &str)] = &[
    (&["BR-02"], Subject::Invoice, "number", "einvoice-number"),
    (&["BR-06"], Subject::Organisation, "name", "einvoice-seller-name"),
    (
        &["BR-08", "BR-09"],
        Subject::Organisation,
        "address.country",
        "einvoice-seller-country",
    ),
    (
        &["BR-DE-3"],
        Subject::Organisation,
        "address.city",
        "einvoice-seller-city",
    ),
    (
        &["BR-DE-4"],
        Subject::Organisation,
        "address.postal_code",
        "einvoice-seller-postal-code",
    ),
    (
        &["BR-DE-2", "BR-DE-5"],
        Subject::Organisation,
        "name",
        "einvoice-seller-contact",
    ),
    (
        &["BR-DE-6", "BR-DE-27"],
        Subject::Organisation,
        "phone",
        "einvoice-seller-phone",
    ),
    (
        &["BR-DE-7", "BR-DE-28"],
        Subject::Organisation,
        "email",
        "einvoice-seller-email",
    ),
    (
        &[
            "BR-CO-26", "BR-DE-16", "BR-S-02", "BR-S-03", "BR-S-04", "BR-Z-02", "BR-Z-03", "BR-Z-04",
            "BR-E-02", "BR-E-03", "BR-E-04", "BR-G-02", "BR-G-03", "BR-G-04", "BR-CO-09",
        ],
        Subject::Organisation,
        "tax_id",
        "einvoice-seller-tax-id",
    ),
    (
        &[
            "BR-AE-02", "BR-AE-03", "BR-AE-04", "BR-IC-02", "BR-IC-03", "BR-IC-04",
        ],
        Subject::Client,
        "tax_id",
        "einvoice-both-tax-ids",
    ),
    (
        &["BR-DE-1", "BR-DE-19", "BR-DE-23-a", "BR-50", "BR-61"],
        Subject::Organisation,
        "bank.account_number",
        "einvoice-bank-account",
    ),
    (
        &["BR-62", "PEPPOL-EN16931-R020"],
        Subject::Organisation,
        "endpoint",
        "einvoice-seller-endpoint",
    ),
    (&["BR-07"], Subject::Client, "name", "einvoice-buyer-name"),
    (
        &["BR-10", "BR-11"],
        Subject::Client,
        "address.country",
        "einvoice-buyer-country",
    ),
    (
        &["BR-DE-8"],
        Subject::Client,
        "address.city",
        "einvoice-buyer-city",
    ),
    (
        &["BR-DE-9"],
        Subject::Client,
        "address.postal_code",
        "einvoice-buyer-postal-code",
    ),
    (
        &["BR-63", "PEPPOL-EN16931-R010"],
        Subject::Client,
        "endpoint",
        "einvoice-buyer-endpoint",
    ),
    (
        &["BR-CL-25", "PEPPOL-EN16931-CL008"],
        Subject::Client,
        "endpoint",
        "einvoice-endpoint-scheme",
    ),
    (
        &["BR-DE-15", "PEPPOL-EN16931-R003"],
        Subject::Invoice,
        "reference",
        "einvoice-buyer-reference",
    ),
    (
        &["BR-IC-11"],
        Subject::Invoice,
        "delivered_on",
        "einvoice-delivery-date",
    ),
    (
        &["BR-IC-12", "BR-57"],
        Subject::Client,
        "address.country",
        "einvoice-delivery-country",
    ),
    (
        &["BR-E-10"],
        Subject::Client,
        "exemption_reason",
        "einvoice-exemption-reason",
    ),
    (
        &["BR-S-05", "BR-S-06", "BR-S-07"],
        Subject::Invoice,
        "lines",
        "einvoice-standard-rate-zero",
    ),
    (
        &[
            "BR-Z-05", "BR-Z-06", "BR-E-05", "BR-E-06", "BR-AE-05", "BR-AE-06", "BR-IC-05", "BR-IC-06",
            "BR-G-05", "BR-G-06", "BR-Z-09", "BR-E-09", "BR-AE-09", "BR-IC-09", "BR-G-09",
        ],
        Subject::Invoice,
        "lines",
        "einvoice-rate-not-zero",
    ),
    (
        &[
            "BR-O-02", "BR-O-03", "BR-O-04", "BR-O-05", "BR-O-06", "BR-O-07", "BR-O-11", "BR-O-12",
            "BR-O-13", "BR-O-14",
        ],
        Subject::Invoice,
        "lines",
        "einvoice-out-of-scope-alone",
    ),
    (
        &["BR-DE-14"],
        Subject::Invoice,
        "lines",
        "einvoice-out-of-scope-xrechnung",
    ),
    (&["BR-16"], Subject::Invoice, "lines", "einvoice-no-lines"),
    (
        &["BR-25"],
        Subject::Line,
        "description",
        "einvoice-line-description",
    ),
    (
        &["BR-CL-14"],
        Subject::Client,
        "address.country",
        "einvoice-country-code",
    ),
];

/// What a rule of the model asks for.
pub(super) fn of_rule(broken: &Broken) -> Missing {
    of(&broken.rule, &broken.path.to_string(), &broken.message)
}

/// What a finding of the check asks for.
pub(super) fn of_finding(finding: &Finding) -> Missing {
    of(&finding.rule, &finding.place, &finding.words)
}

fn of(rule: &str, place: &str, words: &str) -> Missing {
    let asked = ASKED.iter().find(|(rules, ..)| rules.contains(&rule));
    match asked {
        Some((_, subject, field, key)) => {
            // A rule that holds for both parties names the one by its group: BG-4 is the seller.
            let subject = match (subject, place.starts_with("BG-4") || place.starts_with("BG-5")) {
                (Subject::Client, true) => Subject::Organisation,
                (subject, _) => *subject,
            };
            Missing::new(subject, field, key).with("rule", rule)
        }
        None => Missing::new(Subject::Invoice, "", "einvoice-rule")
            .with("rule", rule)
            .with("place", place)
            .with("words", words),
    }
}

/// Each thing once, in order: several rules may ask for one.
pub(super) fn once(mut missing: Vec<Missing>) -> Vec<Missing> {
    missing.sort();
    missing.dedup_by(|one, other| {
        one.message_key != "einvoice-rule"
            && one.message_key == other.message_key
            && one.subject == other.subject
            && one.params.get("line") == other.params.get("line")
    });
    missing
}
