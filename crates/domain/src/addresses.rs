//! Postal addresses.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusals::{Reason, Refusal, limit_text};

/// A postal address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Address {
    /// Street and number, further lines separated by line breaks.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// City.
    pub city: String,
    /// State or province, empty where unused.
    pub region: String,
    /// ISO 3166-1 alpha-2 code, empty when unknown.
    pub country: String,
}

impl Address {
    /// Checks the lengths and the country's code.
    ///
    /// # Errors
    /// The first field that is wrong.
    pub fn check(&self) -> Result<(), Refusal> {
        limit_text("street", &self.street, 300)?;
        limit_text("postal_code", &self.postal_code, 20)?;
        limit_text("city", &self.city, 100)?;
        limit_text("region", &self.region, 100)?;
        let code = self.country.as_bytes();
        if !(code.is_empty() || code.len() == 2 && code.iter().all(u8::is_ascii_uppercase)) {
            return Err(Refusal::field(Reason::BadValue, "country"));
        }
        Ok(())
    }

    /// Its lines as written on an envelope, without the country.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let town = format!("{} {}", self.postal_code, self.city).trim().to_owned();
        let street = self.street.lines().map(|line| line.trim().to_owned());
        street
            .chain([town, self.region.clone()])
            .filter(|line| !line.is_empty())
            .collect()
    }
}
