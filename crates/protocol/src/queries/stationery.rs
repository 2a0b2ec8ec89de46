//! How the papers of the business look.

use folio_domain::ids::OrgId;
use folio_domain::stationery::{Colour, Stationery};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LostValue;

/// Asks how the papers of the business look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StationeryQuery {}

/// How the papers of the business look.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct StationeryView {
    /// The organisation's id, which is the stationery's.
    pub organisation_id: OrgId,
    /// The stationery: the usual one until another is chosen.
    pub stationery: Stationery,
    /// Accents to choose from.
    pub accents: Vec<Colour>,
    /// Values of it that lost when two people edited one field.
    pub lost: Vec<LostValue>,
}
