//! The trail, in words.

use folio_domain::ids::ActivityId;
use folio_domain::mutations::MutationName;
use folio_domain::permissions::Role;
use folio_domain::records::Kind;
use folio_domain::refusals::{Reason, Refusal};
use folio_domain::trail::Activity;
use folio_protocol::queries::{ActivityItem, ActivityPage, ActivityQuery, QueryName};
use uuid::Uuid;

use super::cursor::{cut, decode, one_more, page_size, rows_max};
use super::reader::{Found, Reader};
use super::{AnswerError, Question};

/// The most entries of a page.
const PAGE_MAX: u32 = 200;
/// The most entries that stand beside a record.
const ABOUT_MAX: i64 = 200;

impl Question for ActivityQuery {
    const NAME: QueryName = QueryName::ActivityQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ActivityPage, AnswerError> {
        let size = page_size(self.limit, PAGE_MAX);
        let role = self.clients_only.then_some(Role::Client.as_str());
        let mut statement = reader
            .records::<Activity>()
            .when("r.client_id", self.client_id.map(|client| client.0))
            .when("r.actor_role", role);
        if let Some(after) = &self.after {
            let [at, id] = decode::<2>(after)?;
            let at: i64 = at
                .parse()
                .map_err(|_other_list| Refusal::field(Reason::BadValue, "after"))?;
            statement = statement
                .push(" AND r.at <= ")
                .bind(at)
                .push(" AND (r.at < ")
                .bind(at)
                .push(" OR r.id < ")
                .bind(id)
                .push(")");
        }
        let statement = statement
            .push(" ORDER BY r.at DESC, r.id DESC LIMIT ")
            .bind(one_more(size));
        let found = reader.load::<Activity>(statement).await?;
        let (found, next) = cut(found, size, |entry| {
            vec![entry.record.at.as_millisecond().to_string(), entry.id.to_string()]
        });
        Ok(ActivityPage {
            rows: items(reader, found).await?,
            next,
        })
    }
}

/// What happened to the record with this id, newest first.
pub(super) async fn about(reader: &Reader<'_>, id: Uuid) -> Result<Vec<ActivityItem>, AnswerError> {
    let statement = reader
        .records::<Activity>()
        .when("r.about_id", Some(id))
        .push(" ORDER BY r.at DESC, r.id DESC LIMIT ")
        .bind(ABOUT_MAX);
    let found = reader.load(statement).await?;
    items(reader, found).await
}

/// The latest looks of clients, newest first.
pub(super) async fn looks(reader: &Reader<'_>, limit: usize) -> Result<Vec<ActivityItem>, AnswerError> {
    let looks = [
        MutationName::ViewInvoice,
        MutationName::ViewDocument,
        MutationName::ExportPack,
    ];
    let statement = reader
        .records::<Activity>()
        .when("r.actor_role", Some(Role::Client.as_str()))
        .among("r.action", looks.map(MutationName::as_str))
        .push(" ORDER BY r.at DESC, r.id DESC LIMIT ")
        .bind(rows_max(limit));
    let found = reader.load(statement).await?;
    items(reader, found).await
}

async fn items(reader: &Reader<'_>, found: Vec<Found<Activity>>) -> Result<Vec<ActivityItem>, AnswerError> {
    let names = reader
        .names(found.iter().map(|entry| entry.place.client_id).collect())
        .await?;
    let about_invoices = found.iter().map(|entry| &entry.record);
    let about_invoices = about_invoices
        .filter(|activity| activity.about_kind == Some(Kind::Invoice))
        .filter_map(|activity| activity.about_id);
    let credit_notes = reader.credit_notes(about_invoices).await?;
    let items = found.into_iter().map(|entry| ActivityItem {
        activity_id: ActivityId(entry.id),
        client_name: names.of(entry.place.client_id),
        is_credit_note: entry.record.about_id.is_some_and(|id| credit_notes.contains(&id)),
        activity: entry.record,
    });
    Ok(items.collect())
}
