//! The organisation's particulars and settings.

use folio_domain::einvoicing::Einvoicing;
use folio_domain::fields::FieldHistory;
use folio_domain::ids::PrincipalId;
use folio_domain::invoices::{Series, credit_series, credit_series_id, series_id};
use folio_domain::people::Member;
use folio_domain::search::sort_key;
use folio_protocol::queries::{
    MemberRow, OrganisationQuery, OrganisationView, QueryName, Settings, SettingsQuery,
};

use super::numbers::next_number;
use super::reader::Reader;
use super::{AnswerError, Question, conflicts};

/// The most people of the list.
const MEMBERS_MAX: i64 = 2_000;

impl Question for OrganisationQuery {
    const NAME: QueryName = QueryName::OrganisationQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<OrganisationView, AnswerError> {
        let organisation = reader.organisation().await?;
        Ok(OrganisationView {
            today: reader.day_in(&organisation.time_zone),
            organisation,
        })
    }
}

impl Question for SettingsQuery {
    const NAME: QueryName = QueryName::SettingsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<Settings, AnswerError> {
        let organisation = reader.organisation().await?;
        let series = reader
            .find::<Series>(series_id(reader.org_id()))
            .await?
            .map(|found| found.record);
        let year = reader.day_in(&organisation.time_zone).year();
        let own = reader.find::<Series>(credit_series_id(reader.org_id())).await?;
        let credit_series = own.map_or_else(credit_series, |found| found.record);
        let next_credit_number = next_number(reader, &credit_series, year).await?.1;
        let next_number = match &series {
            Some(series) => next_number(reader, series, year).await?.1,
            None => String::new(),
        };
        let statement = reader
            .records::<Member>()
            .push(" ORDER BY r.role_key, r.id LIMIT ")
            .bind(MEMBERS_MAX);
        let mut members = reader.load::<Member>(statement).await?;
        // The business's own people first, those who have left last.
        members.sort_by_cached_key(|member| {
            (
                member.record.ended_at.is_some(),
                member.record.role,
                sort_key(&member.record.name),
                member.id,
            )
        });
        let members = members
            .into_iter()
            .map(|member| MemberRow {
                principal_id: PrincipalId(member.id),
                member: member.record,
            })
            .collect();
        let own = reader.org_id().0;
        let einvoicing = reader.find::<Einvoicing>(own).await?;
        let found = reader.by_column::<FieldHistory>("r.about_id", vec![own]).await?;
        Ok(Settings {
            organisation,
            series,
            credit_series,
            next_credit_number,
            next_number,
            members,
            organisation_id: reader.org_id(),
            einvoicing: einvoicing.map(|found| found.record).unwrap_or_default(),
            lost: conflicts::named(reader, found).await?,
        })
    }
}
