//! The imports that were made.

use std::collections::BTreeSet;

use folio_domain::ids::ImportRunId;
use folio_domain::imports::ImportRun;
use folio_domain::records::Kind;
use folio_protocol::queries::{ImportList, ImportRow, ImportsQuery, QueryName};
use uuid::Uuid;

use super::reader::{Reader, id_at};
use super::{AnswerError, Question};

/// The most imports of the list.
const LIST_MAX: i64 = 100;

impl Question for ImportsQuery {
    const NAME: QueryName = QueryName::ImportsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ImportList, AnswerError> {
        let statement = reader
            .records::<ImportRun>()
            .push(" ORDER BY r.at DESC, r.id DESC LIMIT ")
            .bind(LIST_MAX);
        let runs = reader.load::<ImportRun>(statement).await?;
        let ids = runs.iter().map(|run| run.id).collect();
        let select = || reader.select(Kind::ImportPart, "DISTINCT r.run_id", "");
        let parts = reader
            .chunked(ids, |part| select().among("r.run_id", part))
            .await?;
        let listed = parts.iter().map(|row| id_at(row, 0));
        let listed: BTreeSet<Uuid> = listed.collect::<Result<_, _>>()?;
        let imports = runs.into_iter().map(|run| ImportRow {
            run_id: ImportRunId(run.id),
            is_listed: listed.contains(&run.id),
            run: run.record,
        });
        Ok(ImportList {
            imports: imports.collect(),
        })
    }
}
