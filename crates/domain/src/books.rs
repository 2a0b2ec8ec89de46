//! What an accounting program must be told before it can take a business's bookings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::refusals::{Reason, Refusal};

/// A German chart of accounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Chart {
    /// SKR 03, by processes.
    #[default]
    Skr03,
    /// SKR 04, by the balance sheet.
    Skr04,
}

impl Chart {
    /// As in the head of a DATEV file, and after `SKR` in its name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Skr03 => "03",
            Self::Skr04 => "04",
        }
    }

    /// The chart of a code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Skr03, Self::Skr04]
            .into_iter()
            .find(|chart| chart.code() == code)
    }
}

/// What DATEV knows the business by. Only its tax adviser can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DatevSettings {
    /// The adviser's number, 1001 to 9999999.
    pub adviser_number: u32,
    /// The number that the adviser knows the business by, 1 to 99999.
    pub business_number: u32,
    /// The chart of accounts.
    pub chart: Chart,
    /// The month that the business's year begins with, 1 to 12.
    pub year_begins_in: i8,
}

impl Default for DatevSettings {
    /// The smallest numbers that DATEV takes, SKR 03 and the calendar's year.
    fn default() -> Self {
        Self {
            adviser_number: 1001,
            business_number: 1,
            chart: Chart::Skr03,
            year_begins_in: 1,
        }
    }
}

impl DatevSettings {
    /// Checks the ranges that DATEV documents for the head of its files.
    ///
    /// # Errors
    /// The first field that is out of range.
    pub fn check(&self) -> Result<(), Refusal> {
        let fields = [
            (
                "adviser_number",
                (1_001..=9_999_999).contains(&self.adviser_number),
            ),
            ("business_number", (1..=99_999).contains(&self.business_number)),
            ("year_begins_in", (1..=12).contains(&self.year_begins_in)),
        ];
        match fields.into_iter().find(|(_, good)| !good) {
            Some((field, _)) => Err(Refusal::field(Reason::OutOfRange, field)),
            None => Ok(()),
        }
    }
}
