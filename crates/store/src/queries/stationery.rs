//! How the papers of the business look.

use folio_domain::fields::FieldHistory;
use folio_domain::records::Kind;
use folio_domain::stationery::{Colour, Stationery};
use folio_protocol::queries::{QueryName, StationeryQuery, StationeryView};

use super::reader::Reader;
use super::{AnswerError, Question, conflicts};

impl Question for StationeryQuery {
    const NAME: QueryName = QueryName::StationeryQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<StationeryView, AnswerError> {
        let own = reader.org_id().0;
        let found = reader.find::<Stationery>(own).await?;
        let mut lost = reader.by_column::<FieldHistory>("r.about_id", vec![own]).await?;
        lost.retain(|lost| lost.record.about_kind == Kind::Stationery);
        Ok(StationeryView {
            organisation_id: reader.org_id(),
            stationery: found.map(|found| found.record).unwrap_or_default(),
            accents: Colour::PRESETS.to_vec(),
            lost: conflicts::named(reader, lost).await?,
        })
    }
}
