//! Clients, their contacts and balances.

use std::collections::BTreeMap;

use folio_domain::clients::{Client, ClientNote};
use folio_domain::einvoicing::{EinvoiceChoice, Einvoicing};
use folio_domain::fields::FieldHistory;
use folio_domain::ids::{ClientId, ContactId, PrincipalId};
use folio_domain::people::{Contact, Member};
use folio_domain::records::Kind;
use folio_domain::search::sort_key;
use folio_protocol::queries::{
    ClientDetail, ClientPage, ClientQuery, ClientRow, ClientsQuery, ContactView, LostValue, Owed, QueryName,
};

use super::balances::{Balance, balances, by_currency};
use super::cursor::{cut, decode, one_more, page_size};
use super::reader::{Found, Reader};
use super::statement::Statement;
use super::words::Words;
use super::{AnswerError, Question, conflicts};

/// The most rows of a page.
const PAGE_MAX: u32 = 500;

impl Question for ClientsQuery {
    const NAME: QueryName = QueryName::ClientsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ClientPage, AnswerError> {
        let today = reader.today().await?;
        let size = page_size(self.limit, PAGE_MAX);
        let mut statement = reader.records::<Client>();
        if let Some(words) = self.search.as_deref().and_then(Words::parse) {
            statement = named(reader, statement, &words).await?;
        }
        if let Some(after) = &self.after {
            let [key, id] = decode::<2>(after)?;
            statement = statement
                .push(" AND r.sort_key >= ")
                .bind(key.as_str())
                .push(" AND (r.sort_key > ")
                .bind(key.as_str())
                .push(" OR r.id > ")
                .bind(id)
                .push(")");
        }
        let statement = statement
            .push(" ORDER BY r.sort_key, r.id LIMIT ")
            .bind(one_more(size));
        let found = reader.load::<Client>(statement).await?;
        let (found, next) = cut(found, size, |client| {
            vec![sort_key(&client.record.name), client.id.to_string()]
        });

        let ids: Vec<ClientId> = found.iter().map(|client| ClientId(client.id)).collect();
        let mut owed = owed_by(balances(reader, today, Some(ids.clone())).await?);
        let mut contacts = first_contacts(reader, &ids).await?;
        let rows = found.into_iter().map(|client| {
            let client_id = ClientId(client.id);
            ClientRow {
                client_id,
                client: client.record,
                owed: owed.remove(&client_id).unwrap_or_default(),
                contact_name: contacts.remove(&client_id).unwrap_or_default(),
            }
        });
        Ok(ClientPage {
            rows: rows.collect(),
            next,
        })
    }
}

/// With the condition that the words find the client, or one of its contacts.
async fn named(reader: &Reader<'_>, statement: Statement, words: &Words) -> Result<Statement, AnswerError> {
    let (clients, contacts) = (
        words.ranked(reader, Kind::Client).await?,
        words.ranked(reader, Kind::Contact).await?,
    );
    let own = clients.restrict(statement.push(" AND ((1 = 1"), "r.id");
    let seen = reader.visible(Kind::Contact, "c");
    let open = format!(") OR r.id IN (SELECT c.client_id FROM contact AS c WHERE c.org_id = $1 AND {seen}");
    Ok(contacts.restrict(own.push(&open), "c.id").push("))"))
}

fn owed_by(balances: Vec<Balance>) -> BTreeMap<ClientId, Vec<Owed>> {
    let mut owed: BTreeMap<ClientId, Vec<Owed>> = BTreeMap::new();
    for balance in balances {
        owed.entry(balance.client_id).or_default().push(balance.owed);
    }
    for sums in owed.values_mut() {
        sums.sort_by_key(|sum| sum.currency);
    }
    owed
}

/// The name of each client's first contact.
async fn first_contacts(
    reader: &Reader<'_>,
    clients: &[ClientId],
) -> Result<BTreeMap<ClientId, String>, AnswerError> {
    let contacts = reader
        .by_column::<Contact>("r.client_id", clients.iter().map(|client| client.0).collect())
        .await?;
    let mut first = BTreeMap::new();
    for contact in contacts {
        first
            .entry(contact.record.client_id)
            .or_insert_with(|| contact.record.name());
    }
    Ok(first)
}

impl Question for ClientQuery {
    const NAME: QueryName = QueryName::ClientQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ClientDetail, AnswerError> {
        let client = reader.get::<Client>(self.client_id).await?.record;
        let today = reader.today().await?;
        let note = reader
            .find::<ClientNote>(self.client_id)
            .await?
            .map(|found| found.record.text);
        // The business's own affair.
        let (einvoicing, usual_form) = if reader.shows(Kind::Einvoicing) {
            let (own, usual) = einvoicing(reader, self.client_id).await?;
            (Some(own), EinvoiceChoice::Usual.or(usual.choice))
        } else {
            (None, None)
        };
        let contacts = reader
            .by_column::<Contact>("r.client_id", vec![self.client_id.0])
            .await?;
        let lost = lost(reader, self.client_id, &contacts).await?;
        Ok(ClientDetail {
            client_id: self.client_id,
            client,
            note,
            einvoicing,
            usual_form,
            contacts: with_members(reader, contacts).await?,
            owed: by_currency(&balances(reader, today, Some(vec![self.client_id])).await?),
            lost,
        })
    }
}

/// The contacts, each with the sign-in that it has now, as far as the asker may see it.
async fn with_members(
    reader: &Reader<'_>,
    contacts: Vec<Found<Contact>>,
) -> Result<Vec<ContactView>, AnswerError> {
    let members = reader
        .by_column::<Member>(
            "r.contact_id",
            contacts.iter().map(|contact| contact.id).collect(),
        )
        .await?;
    let members: BTreeMap<ContactId, PrincipalId> = members
        .into_iter()
        .filter(|member| member.record.ended_at.is_none())
        .filter_map(|member| Some((member.record.contact_id?, PrincipalId(member.id))))
        .collect();
    let views = contacts.into_iter().map(|contact| ContactView {
        contact_id: ContactId(contact.id),
        contact: contact.record,
        member_id: members.get(&ContactId(contact.id)).copied(),
    });
    Ok(views.collect())
}

/// How a client is billed by e-invoice, and every client that says nothing itself.
pub(super) async fn einvoicing(
    reader: &Reader<'_>,
    client: ClientId,
) -> Result<(Einvoicing, Einvoicing), AnswerError> {
    let mut found = reader
        .by_ids::<Einvoicing>(vec![client.0, reader.org_id().0])
        .await?;
    let mut take = |id| found.remove(&id).map(|found| found.record).unwrap_or_default();
    Ok((take(client.0), take(reader.org_id().0)))
}

/// What was lost about a client and its contacts; the business's own affair.
async fn lost(
    reader: &Reader<'_>,
    client: ClientId,
    contacts: &[Found<Contact>],
) -> Result<Vec<LostValue>, AnswerError> {
    if reader.is_client() {
        return Ok(Vec::new());
    }
    let about = contacts
        .iter()
        .map(|contact| contact.id)
        .chain([client.0])
        .collect();
    let found = reader.by_column::<FieldHistory>("r.about_id", about).await?;
    conflicts::named(reader, found).await
}
