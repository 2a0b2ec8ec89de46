//! The languages that Folio speaks, on screen, in mail and on paper.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language of the texts in `locales/`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Hindi.
    Hi,
    /// Tamil.
    Ta,
    /// Esperanto.
    Eo,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::En, Self::Hi, Self::Ta, Self::Eo];

    /// Its BCP 47 tag, which is also the name of its folder under `locales/`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Hi => "hi",
            Self::Ta => "ta",
            Self::Eo => "eo",
        }
    }

    /// The language of a tag such as `hi` or `ta-IN`.
    #[must_use]
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag
            .split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}
