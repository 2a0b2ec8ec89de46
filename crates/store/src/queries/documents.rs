//! Documents and their versions.

use std::collections::BTreeMap;

use folio_domain::documents::{Document, DocumentVersion};
use folio_domain::ids::{ClientId, DocumentId, VersionId};
use folio_domain::records::{Kind, Place, Side};
use folio_protocol::queries::{
    DocumentDetail, DocumentList, DocumentQuery, DocumentRow, DocumentsQuery, QueryName, VersionView,
};
use sqlx::Row as _;
use uuid::Uuid;

use super::cursor::rows_max;
use super::reader::{Found, Reader, found};
use super::{AnswerError, Question, activity};

/// The most documents of a list.
const LIST_MAX: usize = 500;

impl Question for DocumentsQuery {
    const NAME: QueryName = QueryName::DocumentsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<DocumentList, AnswerError> {
        Ok(DocumentList {
            rows: newest(reader, self.client_id, LIST_MAX).await?,
        })
    }
}

/// At most `limit` documents of `client`, or of all that the asker may see, newest first.
pub(super) async fn newest(
    reader: &Reader<'_>,
    client: Option<ClientId>,
    limit: usize,
) -> Result<Vec<DocumentRow>, AnswerError> {
    let statement = reader
        .records::<Document>()
        .when("r.client_id", reader.client(client).map(|client| client.0))
        .push(" ORDER BY r.added_at DESC, r.id DESC LIMIT ")
        .bind(rows_max(limit));
    let documents = reader.load(statement).await?;
    rows(reader, documents).await
}

/// The rows of `documents`, in their order. A document of which no version may be seen has none.
pub(super) async fn rows(
    reader: &Reader<'_>,
    documents: Vec<Found<Document>>,
) -> Result<Vec<DocumentRow>, AnswerError> {
    let mut newest = newest_versions(reader, documents.iter().map(|document| document.id).collect()).await?;
    let names = reader
        .names(
            documents
                .iter()
                .map(|document| Some(document.record.client_id))
                .collect(),
        )
        .await?;
    let rows = documents.into_iter().filter_map(|document| {
        let (version, versions) = newest.remove(&document.id)?;
        Some(DocumentRow {
            document_id: DocumentId(document.id),
            client_name: names.of(Some(document.record.client_id)),
            shared: is_shared(document.place),
            document: document.record,
            version_id: VersionId(version.id),
            version: version.record,
            versions,
        })
    });
    Ok(rows.collect())
}

/// The newest version of each of these documents, and how many versions it has.
async fn newest_versions(
    reader: &Reader<'_>,
    documents: Vec<Uuid>,
) -> Result<BTreeMap<Uuid, (Found<DocumentVersion>, u32)>, AnswerError> {
    let columns = "r.id, r.client_id, r.side, r.body, COUNT(*) OVER (PARTITION BY r.document_id) AS versions, \
                   ROW_NUMBER() OVER (PARTITION BY r.document_id ORDER BY r.added_at DESC, r.id DESC) AS nth";
    let statement = |part| {
        reader
            .select(Kind::DocumentVersion, columns, "")
            .among("r.document_id", part)
            .within(
                "SELECT v.id, v.client_id, v.side, v.body, v.versions FROM (",
                ") AS v WHERE v.nth = 1",
            )
    };
    let rows = reader.chunked(documents, statement).await?;
    rows.iter()
        .map(|row| {
            let version = found::<DocumentVersion>(row)?;
            let versions = u32::try_from(row.try_get::<i64, _>(4)?).unwrap_or(u32::MAX);
            Ok((version.record.document_id.0, (version, versions)))
        })
        .collect()
}

fn is_shared(place: Place) -> bool {
    place.side != Side::Internal
}

impl Question for DocumentQuery {
    const NAME: QueryName = QueryName::DocumentQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<DocumentDetail, AnswerError> {
        let document = reader.get::<Document>(self.document_id).await?;
        let mut versions = reader
            .by_column::<DocumentVersion>("r.document_id", vec![self.document_id.0])
            .await?;
        versions.sort_by_key(|version| std::cmp::Reverse((version.record.added_at, version.id)));
        let names = reader.names(vec![Some(document.record.client_id)]).await?;
        Ok(DocumentDetail {
            document_id: self.document_id,
            client_name: names.of(Some(document.record.client_id)),
            shared: is_shared(document.place),
            document: document.record,
            versions: versions
                .into_iter()
                .map(|version| VersionView {
                    version_id: VersionId(version.id),
                    version: version.record,
                })
                .collect(),
            activity: activity::about(reader, self.document_id.0).await?,
        })
    }
}
