//! The code lists of EN 16931, by the names that the tables of this module call them by.

use en16931::codes::{contains, generated};

/// The codes of the list `name`, sorted; none for a name that is none.
pub(super) fn list(name: &str) -> Option<&'static [&'static str]> {
    Some(match name {
        "allowance_reason" => generated::ALLOWANCE_REASON_CODES,
        "charge_reason" => generated::CHARGE_REASON_CODES,
        "country" => generated::COUNTRY_CODES,
        "currency" => generated::CURRENCY_CODES,
        "eas" => generated::EAS_SCHEMES,
        "icd" => generated::ICD_SCHEMES,
        "invoice_type" => generated::INVOICE_TYPE_CODES,
        "item_classification" => generated::ITEM_CLASSIFICATION_SCHEMES,
        "mime" => generated::PEPPOL_MIME_CODES,
        "note_subject" => generated::NOTE_SUBJECT_CODES,
        "payment_means" => generated::PAYMENT_MEANS_CODES,
        "reference_qualifier" => generated::REFERENCE_QUALIFIERS,
        "unit" => generated::UNIT_CODES,
        "vat_category" => generated::VAT_CATEGORY_CODES,
        "vatex" => generated::VATEX_CODES,
        _ => return None,
    })
}

/// A list of codes: those of a list of EN 16931, with some more or fewer.
#[derive(Debug, Default)]
pub(super) struct CodeList {
    base: &'static [&'static str],
    with: Vec<&'static str>,
    without: Vec<&'static str>,
}

impl CodeList {
    /// Reads `&LIST +CODE -CODE` or `CODE CODE …`; none where a list is not known.
    pub(super) fn parse(text: &'static str) -> Option<Self> {
        let mut found = Self::default();
        for word in text.split_whitespace() {
            if let Some(name) = word.strip_prefix('&') {
                found.base = list(name)?;
            } else if let Some(code) = word.strip_prefix('+') {
                found.with.push(code);
            } else if let Some(code) = word.strip_prefix('-') {
                found.without.push(code);
            } else {
                found.with.push(word);
            }
        }
        Some(found)
    }

    /// Whether `code` is in the list.
    pub(super) fn has(&self, code: &str) -> bool {
        self.with.contains(&code) || contains(self.base, code) && !self.without.contains(&code)
    }
}
