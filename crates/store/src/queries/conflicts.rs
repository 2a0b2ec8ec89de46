//! Values that lost when two people edited one field.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use folio_domain::fields::FieldHistory;
use folio_domain::ids::{ClientId, DraftId};
use folio_domain::invoices::{Draft, DraftLine, invoice_id};
use folio_domain::people::Contact;
use folio_domain::records::Kind;
use folio_protocol::queries::{ConflictList, ConflictsQuery, LostValue, QueryName};
use uuid::Uuid;

use super::reader::{Found, Names, Reader};
use super::{AnswerError, Question};

/// The most values of the list.
const LIST_MAX: i64 = 200;

impl Question for ConflictsQuery {
    const NAME: QueryName = QueryName::ConflictsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<ConflictList, AnswerError> {
        let statement = reader
            .records::<FieldHistory>()
            .push(" ORDER BY r.at DESC, r.id DESC LIMIT ")
            .bind(LIST_MAX);
        let found = reader.load(statement).await?;
        Ok(ConflictList {
            rows: named(reader, found).await?,
        })
    }
}

/// What is known of the records that values were lost of.
struct Known {
    lines: BTreeMap<Uuid, Found<DraftLine>>,
    drafts: BTreeMap<Uuid, Found<Draft>>,
    /// The numbers of drafts that have become invoices, by the invoice's id.
    issued: BTreeMap<Uuid, String>,
    contacts: BTreeMap<Uuid, Found<Contact>>,
    clients: Names,
    org_id: Uuid,
    organisation: String,
}

/// The lost values, newest first, each with what its record is called and what is to be opened.
pub(super) async fn named(
    reader: &Reader<'_>,
    mut found: Vec<Found<FieldHistory>>,
) -> Result<Vec<LostValue>, AnswerError> {
    found.sort_by_key(|lost| Reverse((lost.record.at, lost.id)));
    let known = known(reader, &found).await?;
    let rows = found.into_iter().map(|lost| {
        let (about, open_kind, open_id) = known.record(&lost.record);
        LostValue {
            history_id: lost.id,
            history: lost.record,
            about,
            open_kind,
            open_id,
        }
    });
    Ok(rows.collect())
}

async fn known(reader: &Reader<'_>, found: &[Found<FieldHistory>]) -> Result<Known, AnswerError> {
    let ids = |kind: Kind| -> Vec<Uuid> {
        found
            .iter()
            .filter(|lost| lost.record.about_kind == kind)
            .map(|lost| lost.record.about_id)
            .collect()
    };
    let lines = reader.by_ids::<DraftLine>(ids(Kind::DraftLine)).await?;
    let drafts = ids(Kind::Draft)
        .into_iter()
        .chain(lines.values().map(|line| line.record.draft_id.0));
    let drafts = reader.by_ids::<Draft>(drafts.collect()).await?;
    let issued = ids(Kind::Draft)
        .into_iter()
        .map(|draft| invoice_id(DraftId(draft)).0);
    let issued = reader
        .texts(Kind::Invoice, "number_key", issued.collect())
        .await?;
    let contacts = reader.by_ids::<Contact>(ids(Kind::Contact)).await?;
    let clients = drafts.values().map(|draft| draft.record.billing.client_id);
    let clients = clients
        .chain(ids(Kind::Client).into_iter().map(|id| Some(ClientId(id))))
        .chain(ids(Kind::ClientNote).into_iter().map(|id| Some(ClientId(id))))
        .chain(ids(Kind::Einvoicing).into_iter().map(|id| Some(ClientId(id))));
    let clients = reader.names(clients.collect()).await?;
    let org_id = reader.org_id().0;
    let about_own = found.iter().any(|lost| lost.record.about_id == org_id);
    let organisation = match about_own {
        true => reader.organisation().await?.name,
        false => String::new(),
    };
    Ok(Known {
        lines,
        drafts,
        issued,
        contacts,
        clients,
        org_id,
        organisation,
    })
}

impl Known {
    /// What the record of `lost` is called, and what is to be opened to see it.
    fn record(&self, lost: &FieldHistory) -> (String, Kind, Uuid) {
        let id = lost.about_id;
        match lost.about_kind {
            Kind::DraftLine => match self.lines.get(&id) {
                Some(line) => (
                    line.record.item.description.clone(),
                    Kind::Draft,
                    line.record.draft_id.0,
                ),
                None => (String::new(), Kind::DraftLine, id),
            },
            Kind::Draft => self.draft(id),
            Kind::Einvoicing if id == self.org_id => (self.organisation.clone(), Kind::Organisation, id),
            Kind::Client | Kind::ClientNote | Kind::Einvoicing => {
                (self.clients.of(Some(ClientId(id))), Kind::Client, id)
            }
            Kind::Contact => match self.contacts.get(&id) {
                Some(contact) => (contact.record.name(), Kind::Client, contact.record.client_id.0),
                None => (String::new(), Kind::Contact, id),
            },
            Kind::Organisation | Kind::Stationery => (self.organisation.clone(), Kind::Organisation, id),
            other => (String::new(), other, id),
        }
    }

    fn draft(&self, id: Uuid) -> (String, Kind, Uuid) {
        if let Some(draft) = self.drafts.get(&id) {
            let client = self.clients.of(draft.record.billing.client_id);
            let name = if draft.record.reference.is_empty() {
                client
            } else {
                draft.record.reference.clone()
            };
            return (name, Kind::Draft, id);
        }
        let invoice = invoice_id(DraftId(id)).0;
        match self.issued.get(&invoice) {
            Some(number) => (number.clone(), Kind::Invoice, invoice),
            None => (String::new(), Kind::Draft, id),
        }
    }
}
