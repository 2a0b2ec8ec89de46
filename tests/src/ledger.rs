//! What a server's database holds of one organisation, read for the judge: row by row, without the engine that
//! wrote it.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result};
use folio_domain::documents::{Document, DocumentVersion};
use folio_domain::ids::OrgId;
use folio_domain::invoices::{Draft, DraftLine, Invoice, InvoiceStanding, Series};
use folio_domain::payments::{Allocation, Payment};
use folio_domain::records::{Kind, Record, Row};
use folio_domain::threads::{Message, Thread};
use folio_domain::trail::{Activity, TrailHead, TrailLink};
use folio_protocol::sync::MutationResult;
use folio_store::Store;
use folio_store::server::exports::all_of;
use sqlx::Row as _;
use uuid::Uuid;

const PAGE: u32 = 1_000;

/// Everything that the judge looks at.
#[derive(Clone, Debug)]
pub struct Ledger {
    /// The stored results.
    pub results: Vec<MutationResult>,
    /// The end of the trail, as the organisation's row has it.
    pub head: TrailHead,
    /// All rows, by kind.
    pub rows: BTreeMap<Kind, Vec<Row>>,
}

impl Ledger {
    /// Reads it.
    ///
    /// # Errors
    /// The database breaks, or a row does not fit its kind.
    pub async fn read(store: &Store, org: OrgId) -> Result<Self> {
        let found = sqlx::query("SELECT result FROM mutation_result WHERE org_id = $1")
            .bind(org.to_string())
            .fetch_all(store.reader())
            .await?;
        let results = found
            .iter()
            .map(|row| Ok(serde_json::from_str(row.try_get(0)?)?))
            .collect::<Result<Vec<MutationResult>>>()?;
        let head = store.org(org).await?.context("no such organisation")?.trail;
        let mut rows = BTreeMap::new();
        for kind in Kind::ALL {
            rows.insert(*kind, all_rows(store, org, *kind).await?);
        }
        Ok(Self { results, head, rows })
    }

    /// The records of one kind with their ids.
    pub fn all<R: Record>(&self) -> impl Iterator<Item = (Uuid, &R)> {
        let rows = self.rows.get(&R::KIND).into_iter().flatten();
        rows.filter_map(|row| Some((row.id, R::from_body(&row.body)?)))
    }

    /// The number series of invoices, or of credit notes, if it is set up.
    #[must_use]
    pub fn series(&self, credit_notes: bool) -> Option<&Series> {
        let name = if credit_notes { "credit_notes" } else { "invoices" };
        let mut all = self.all::<Series>().map(|(_, series)| series);
        all.find(|series| series.name == name)
    }

    /// Every text in which a driver leaves its mutation's id, each as often as it stands there. What a reversal
    /// repeats of its payment does not count.
    #[must_use]
    pub fn marks(&self) -> BTreeMap<&str, usize> {
        let payments = self.all::<Payment>().map(|(_, payment)| {
            if payment.reverses.is_some() {
                payment.reason.as_str()
            } else {
                payment.reference.as_str()
            }
        });
        let invoices = self.all::<Invoice>().flat_map(|(_, invoice)| {
            let lines = invoice.lines.iter().map(|line| line.item.description.as_str());
            lines.chain([invoice.note.as_str()])
        });
        let texts = payments
            .chain(invoices)
            .chain(self.all::<Message>().map(|(_, message)| message.text.as_str()))
            .chain(self.all::<Thread>().map(|(_, thread)| thread.title.as_str()))
            .chain(self.all::<Draft>().map(|(_, draft)| draft.note.as_str()))
            .chain(
                self.all::<DraftLine>()
                    .map(|(_, line)| line.item.description.as_str()),
            )
            .chain(
                self.all::<Document>()
                    .map(|(_, document)| document.title.as_str()),
            );
        let mut marks = BTreeMap::new();
        for text in texts {
            *marks.entry(text).or_default() += 1;
        }
        marks
    }

    /// The trail's entries, each with its id.
    pub fn activities(&self) -> impl Iterator<Item = (Uuid, &Activity)> {
        self.all::<Activity>()
    }

    /// The trail's links in their order.
    #[must_use]
    pub fn links(&self) -> Vec<&TrailLink> {
        let mut links: Vec<&TrailLink> = self.all::<TrailLink>().map(|(_, link)| link).collect();
        links.sort_by_key(|link| link.position);
        links
    }

    /// The standings, by invoice.
    #[must_use]
    pub fn standings(&self) -> BTreeMap<Uuid, &InvoiceStanding> {
        self.all::<InvoiceStanding>().collect()
    }

    /// What is set against each invoice, in minor units.
    #[must_use]
    pub fn allocated(&self) -> BTreeMap<Uuid, i64> {
        let mut sums = BTreeMap::new();
        for (_, part) in self.all::<Allocation>() {
            *sums.entry(part.invoice_id.0).or_default() += part.amount.minor;
        }
        sums
    }

    /// The versions of documents.
    #[must_use]
    pub fn versions(&self) -> BTreeMap<Uuid, &DocumentVersion> {
        self.all::<DocumentVersion>().collect()
    }
}

/// All rows of one kind.
///
/// # Errors
/// As [`Ledger::read`].
pub async fn all_rows(store: &Store, org: OrgId, kind: Kind) -> Result<Vec<Row>> {
    let mut rows: Vec<Row> = Vec::new();
    loop {
        let after = rows.last().map(|row| row.id.to_string()).unwrap_or_default();
        let page = all_of(store, org, kind, &after, PAGE).await?;
        let ends = page.len() < usize::try_from(PAGE)?;
        rows.extend(page);
        if ends {
            return Ok(rows);
        }
    }
}
