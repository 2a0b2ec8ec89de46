//! Drafts with their lines, totals and what keeps them from being issued.

mod paper;

pub use paper::draft_paper;

use folio_domain::clients::Client;
use folio_domain::einvoicing::EinvoiceTerms;
use folio_domain::fields::FieldHistory;
use folio_domain::ids::{ClientId, DraftId, InvoiceId, LineId};
use folio_domain::invoices::{
    Crediting, Draft, DraftLine, DraftState, Invoice, Origin, Parts, PricedContent, Series, Totals, assemble,
    content_hash, credit_series, credit_series_id, invoice_id, lines_of, series_id, totals,
};
use folio_domain::money::MoneyError;
use folio_domain::organisations::Organisation;
use folio_domain::people::Contact;
use folio_domain::records::{Read, Record, Records, Row};
use folio_domain::refusals::{Reason, Refusal, require_text};
use folio_protocol::queries::{
    CreditingView, DraftDetail, DraftLineView, DraftList, DraftQuery, DraftRow, DraftsQuery, PreviewAnswer,
    PreviewInvoice, QueryName,
};
use uuid::Uuid;

use super::numbers::next_number;
use super::reader::{Found, Reader};
use super::{AnswerError, Question, clients, conflicts, invoice};

/// The most drafts of a list.
const LIST_MAX: i64 = 1_000;
/// The most lines that a preview adds up.
const PREVIEW_LINES_MAX: usize = 2_000;

impl Question for DraftsQuery {
    const NAME: QueryName = QueryName::DraftsQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<DraftList, AnswerError> {
        let statement = reader
            .records::<Draft>()
            .when("r.client_id", self.client_id.map(|client| client.0))
            .push(" ORDER BY r.edited_at DESC, r.id DESC LIMIT ")
            .bind(LIST_MAX);
        let drafts = reader.load::<Draft>(statement).await?;
        let lines = lines(reader, drafts.iter().map(|draft| draft.id).collect()).await?;
        let names = reader
            .names(
                drafts
                    .iter()
                    .map(|draft| draft.record.billing.client_id)
                    .collect(),
            )
            .await?;
        let rows = drafts.into_iter().map(
            |Found {
                 id, record: draft, ..
             }| {
                let content = draft.priced(&lines_of(&lines, DraftId(id)));
                let total = shown_totals(&content, None)?.total;
                let is_credit_note = draft.credits.is_some();
                Ok(DraftRow {
                    draft_id: DraftId(id),
                    client_name: names.of(draft.billing.client_id),
                    total: if is_credit_note { total.negated() } else { total },
                    is_credit_note,
                    waiting: draft.state == DraftState::Waiting,
                    edited_at: draft.edited_at,
                })
            },
        );
        Ok(DraftList {
            rows: rows.collect::<Result<_, Refusal>>()?,
        })
    }
}

/// The lines of these drafts, as the domain's functions take them.
async fn lines(reader: &Reader<'_>, drafts: Vec<Uuid>) -> Result<Records, AnswerError> {
    let mut records = Records::default();
    for line in reader.by_column::<DraftLine>("r.draft_id", drafts).await? {
        let read = Read::one::<DraftLine>(line.id);
        let body = line.record.into_body();
        records.learn(
            read,
            vec![Row {
                id: line.id,
                place: line.place,
                version: 0,
                body,
            }],
        );
    }
    Ok(records)
}

/// The amounts of `content`; those of no lines while they cannot be held, which the hindrance says.
fn shown_totals(content: &PricedContent, credited: Option<&Credited>) -> Result<Totals, MoneyError> {
    let sums = match credited.map(Credited::crediting) {
        Some(crediting) => crediting.totals(content),
        None => totals(content),
    };
    sums.or_else(|_too_large| {
        totals(&PricedContent {
            lines: Vec::new(),
            ..content.clone()
        })
    })
}

impl Question for DraftQuery {
    const NAME: QueryName = QueryName::DraftQuery;

    async fn answer(&self, reader: &Reader<'_>) -> Result<DraftDetail, AnswerError> {
        let draft = reader.get::<Draft>(self.draft_id).await?.record;
        let records = lines(reader, vec![self.draft_id.0]).await?;
        let lines = lines_of(&records, self.draft_id);
        let parties = parties(reader, &draft).await?;
        let about = lines
            .iter()
            .map(|(id, _)| id.0)
            .chain([self.draft_id.0])
            .collect();
        let lost = reader.by_column::<FieldHistory>("r.about_id", about).await?;
        let credited = parties.credited.as_ref();
        let totals = shown_totals(&draft.priced(&lines), credited).map_err(Refusal::from)?;
        let views = lines
            .iter()
            .zip(nets(&totals, lines.len()))
            .map(|((id, line), net)| DraftLineView {
                line_id: *id,
                item: line.item.clone(),
                net,
            });
        Ok(DraftDetail {
            draft_id: self.draft_id,
            crediting: credited.map(Credited::view).transpose().map_err(Refusal::from)?,
            client_name: parties
                .client
                .as_ref()
                .map(|(_, client)| client.name.clone())
                .unwrap_or_default(),
            recipients: parties.recipients(),
            einvoice: parties.einvoice.as_ref().map(|terms| terms.form),
            lines: views.collect(),
            content_hash: content_hash(&draft, &lines),
            hindrance: parties.ready(reader, self.draft_id, &draft, &lines).err(),
            invoice_id: invoice_id(self.draft_id),
            lost: conflicts::named(reader, lost).await?,
            totals,
            draft,
        })
    }
}

/// The net amount of each of `count` lines; nothing for those that `totals` has no place for.
fn nets(totals: &Totals, count: usize) -> impl Iterator<Item = folio_domain::Money> + '_ {
    let nothing = folio_domain::Money::zero(totals.total.currency);
    totals
        .lines
        .iter()
        .map(|line| line.net)
        .chain(std::iter::repeat(nothing))
        .take(count)
}

/// The invoice that a draft takes back, with its credit notes so far.
struct Credited {
    id: InvoiceId,
    invoice: Invoice,
    notes: Vec<Found<Invoice>>,
}

impl Credited {
    async fn of(reader: &Reader<'_>, id: Option<InvoiceId>) -> Result<Option<Self>, AnswerError> {
        let Some(id) = id else { return Ok(None) };
        let Some(found) = reader.find::<Invoice>(id).await? else {
            return Ok(None);
        };
        let notes = invoice::notes(reader, id).await?;
        Ok(Some(Self {
            id,
            invoice: found.record,
            notes,
        }))
    }

    fn crediting(&self) -> Crediting<'_> {
        Crediting {
            invoice_id: self.id,
            invoice: &self.invoice,
            notes: self.notes.iter().map(|note| &note.record).collect(),
        }
    }

    fn view(&self) -> Result<CreditingView, MoneyError> {
        Ok(CreditingView {
            invoice_id: self.id,
            number: self.invoice.number.clone(),
            issue_date: self.invoice.issue_date,
            total: self.invoice.total,
            left: self.crediting().left()?.total,
        })
    }
}

/// Who is concerned by a draft.
struct Parties {
    organisation: Organisation,
    /// The place and the text of the number that the invoice would take, or why it takes none.
    number: Result<(i64, String), Refusal>,
    client: Option<(ClientId, Client)>,
    contacts: Vec<Found<Contact>>,
    einvoice: Option<EinvoiceTerms>,
    credited: Option<Credited>,
}

async fn series(reader: &Reader<'_>, draft: &Draft) -> Result<Option<Series>, AnswerError> {
    let (id, usual) = if draft.credits.is_some() {
        (credit_series_id(reader.org_id()), Some(credit_series()))
    } else {
        (series_id(reader.org_id()), None)
    };
    let own = reader.find::<Series>(id).await?;
    Ok(own.map(|found| found.record).or(usual))
}

async fn parties(reader: &Reader<'_>, draft: &Draft) -> Result<Parties, AnswerError> {
    let organisation = reader.organisation().await?;
    let series = series(reader, draft).await?;
    let credited = Credited::of(reader, draft.credits).await?;
    let (client, contacts, einvoice) = match draft.billing.client_id {
        None => (None, Vec::new(), None),
        Some(id) => {
            let client = reader.find::<Client>(id).await?.map(|found| (id, found.record));
            let (own, usual) = clients::einvoicing(reader, id).await?;
            (
                client,
                reader.by_column::<Contact>("r.client_id", vec![id.0]).await?,
                EinvoiceTerms::between(&usual, &own),
            )
        }
    };
    let day = draft.issue_date.unwrap_or(reader.day_in(&organisation.time_zone));
    let number = match &series {
        None => Err(Refusal::field(Reason::BadValue, "series")),
        Some(series) => match next_number(reader, series, day.year()).await {
            Ok(number) => Ok(number),
            Err(AnswerError::Refused(refusal)) => Err(refusal),
            Err(broken) => return Err(broken),
        },
    };
    Ok(Parties {
        organisation,
        number,
        client,
        contacts,
        einvoice,
        credited,
    })
}

impl Parties {
    /// To whom the invoice would be mailed.
    fn recipients(&self) -> Vec<String> {
        let mailed = self.contacts.iter().map(|contact| &contact.record);
        mailed
            .filter(|contact| contact.gets_invoices && !contact.email.is_empty())
            .map(|contact| contact.email.clone())
            .collect()
    }

    /// Goes through what issuing will ask of the draft.
    fn ready(
        &self,
        reader: &Reader<'_>,
        draft_id: DraftId,
        draft: &Draft,
        lines: &[(LineId, &DraftLine)],
    ) -> Result<(), Refusal> {
        if draft.state == DraftState::Waiting {
            return Err(Refusal::new(Reason::DraftClosed));
        }
        let (client_id, client) = self
            .client
            .as_ref()
            .ok_or_else(|| Refusal::new(Reason::NoClient))?;
        draft.check()?;
        if lines.is_empty() {
            return Err(Refusal::new(Reason::NoLines));
        }
        for (_, line) in lines {
            require_text("description", &line.item.description, 2_000)?;
            line.item.check()?;
        }
        let (sequence, number) = self.number.clone()?;
        let origin = Origin::Issued { draft_id, sequence };
        self.assembled(reader, (*client_id, client), (draft, lines), (number, origin))
            .map(|_invoice| ())
    }

    /// The invoice that the draft would become.
    fn assembled(
        &self,
        reader: &Reader<'_>,
        (client_id, client): (ClientId, &Client),
        (draft, lines): (&Draft, &[(LineId, &DraftLine)]),
        (number, origin): (String, Origin),
    ) -> Result<Invoice, Refusal> {
        let contact = self
            .contacts
            .iter()
            .map(|contact| &contact.record)
            .find(|contact| contact.gets_invoices);
        let crediting = match (draft.credits, &self.credited) {
            (None, _) => None,
            (Some(_), None) => return Err(Refusal::not_found()),
            (Some(_), Some(credited)) => {
                let notes = credited.notes.iter().map(|note| &note.record).collect();
                Some(Crediting::of(credited.id, &credited.invoice, notes)?)
            }
        };
        let parts = Parts {
            organisation: &self.organisation,
            client_id,
            client,
            contact,
            draft,
            lines,
            einvoice: self.einvoice.as_ref(),
            crediting: crediting.as_ref(),
        };
        let today = reader.day_in(&self.organisation.time_zone);
        assemble(&parts, number, origin, today, reader.now())
    }
}

impl Question for PreviewInvoice {
    const NAME: QueryName = QueryName::PreviewInvoice;

    async fn answer(&self, reader: &Reader<'_>) -> Result<PreviewAnswer, AnswerError> {
        let credited = Credited::of(reader, self.credits).await?;
        Ok(match preview(&self.content, credited.as_ref()) {
            Ok(totals) => PreviewAnswer {
                totals: Some(totals),
                hindrance: None,
            },
            Err(refusal) => PreviewAnswer {
                totals: None,
                hindrance: Some(refusal),
            },
        })
    }
}

fn preview(content: &PricedContent, credited: Option<&Credited>) -> Result<Totals, Refusal> {
    if content.lines.len() > PREVIEW_LINES_MAX {
        return Err(Refusal::new(Reason::TooMany).with("max", PREVIEW_LINES_MAX));
    }
    content.discount.check()?;
    content
        .lines
        .iter()
        .try_for_each(folio_domain::invoices::LineItem::check)?;
    Ok(match credited.map(Credited::crediting) {
        Some(crediting) => crediting.totals(content)?,
        None => totals(content)?,
    })
}
