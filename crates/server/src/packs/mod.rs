//! A month's pack for the bookkeeper: every paper, the lists and a manifest in one ZIP.

use std::collections::BTreeMap;
use std::io::{Seek as _, SeekFrom};

use axum::body::Body;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use folio_domain::MutationId;
use folio_domain::books::{Chart, DatevSettings};
use folio_domain::clients::Client;
use folio_domain::ids::{ClientId, InvoiceId, PaymentId};
use folio_domain::invoices::{ExportPack, Invoice, InvoicePdf, InvoiceStanding};
use folio_domain::mutations::Mutation;
use folio_domain::organisations::{self, Organisation};
use folio_domain::payments::{Allocation, Payment};
use folio_domain::records::{Read, Record as _, Records, Row};
use folio_exchange::month_pack::{
    MonthPack, PackAllocation, PackError, PackInvoice, PackPayment, days_of, write_month_pack,
};
use folio_protocol::{Problem, ProblemCode};
use folio_store::server::exports::of_days;
use folio_store::{Scope, StoreError};
use futures::stream;
use jiff::civil::Date;
use serde::Deserialize;
use tokio::io::AsyncReadExt as _;

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Session, attachment};
use crate::invoices;
use crate::sync::submit_one;
use crate::vault::FilePlace;

const CHUNK: usize = 64 * 1024;
/// How many missing papers are laid out before a person is told how far it is.
const PAPERS_AT_ONCE: usize = 32;

/// A pack in a file of its own that is gone when it is closed.
pub struct Packed {
    /// What it is called.
    pub file_name: String,
    /// Its bytes, from the beginning.
    pub file: std::fs::File,
    /// How many invoices it holds.
    pub invoices: u32,
    /// How many payments it holds.
    pub payments: u32,
}

/// Which pack.
#[derive(Clone, Copy, Debug)]
pub struct PackWish {
    /// The year.
    pub year: i16,
    /// The month, 1 to 12.
    pub month: i8,
    /// What DATEV must be told, when it is known.
    pub datev: Option<DatevSettings>,
}

/// What DATEV must be told, as an address carries it: what is left out is as usual.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub struct DatevParams {
    /// The adviser's number.
    pub adviser_number: Option<u32>,
    /// The business's number.
    pub business_number: Option<u32>,
    /// The chart of accounts.
    pub chart: Option<Chart>,
    /// The month that the business's year begins with.
    pub year_begins_in: Option<i8>,
}

impl DatevParams {
    /// The settings; none when the address names none of them.
    #[must_use]
    pub fn settings(self) -> Option<DatevSettings> {
        let usual = DatevSettings::default();
        let named = self.adviser_number.is_some()
            || self.business_number.is_some()
            || self.chart.is_some()
            || self.year_begins_in.is_some();
        named.then(|| DatevSettings {
            adviser_number: self.adviser_number.unwrap_or(usual.adviser_number),
            business_number: self.business_number.unwrap_or(usual.business_number),
            chart: self.chart.unwrap_or(usual.chart),
            year_begins_in: self.year_begins_in.unwrap_or(usual.year_begins_in),
        })
    }
}

/// `GET /api/packs/{year}/{month}`, with what DATEV must be told after it.
pub async fn download(
    State(app): State<App>,
    session: Session,
    Path((year, month)): Path<(i16, i8)>,
    datev: Result<Query<DatevParams>, QueryRejection>,
) -> Result<Response, Failure> {
    let Query(datev) =
        datev.map_err(|_unreadable| Failure::new(ProblemCode::Invalid, "problem-bad-request"))?;
    let datev = datev.settings();
    deliver(&app, &session, PackWish { year, month, datev }).await
}

/// A pack as a download: taking it is one look, noted in the trail before a byte leaves.
///
/// # Errors
/// No such month, settings out of range, or a paper that is not the one that was issued.
pub async fn deliver(app: &App, session: &Session, wish: PackWish) -> Result<Response, Failure> {
    let not_a_month = || Failure(Problem::new(ProblemCode::NotFound, "refused-not-found"));
    let (from, to) = days_of(wish.year, wish.month).map_err(|_no_month| not_a_month())?;
    let packed = pack(app, &session.scope(), wish).await?;
    let export = ExportPack {
        from,
        to,
        invoices: packed.invoices,
        payments: packed.payments,
    };
    submit_one(
        app,
        session,
        MutationId(app.source.id()?),
        Mutation::ExportPack(export),
    )
    .await?;
    let size = packed
        .file
        .metadata()
        .map_err(ServerError::io("reading a pack"))?
        .len();
    let mut response = attachment(body(packed.file), "application/zip", &packed.file_name);
    response
        .headers_mut()
        .insert(http::header::CONTENT_LENGTH, size.into());
    Ok(response)
}

fn body(file: std::fs::File) -> Body {
    let file = tokio::fs::File::from_std(file);
    Body::from_stream(stream::unfold(file, |mut file| async {
        let mut chunk = vec![0; CHUNK];
        match file.read(&mut chunk).await {
            Ok(0) => None,
            Ok(length) => {
                chunk.truncate(length);
                Some((Ok(chunk), file))
            }
            Err(error) => Some((Err(error), file)),
        }
    }))
}

/// Everything that a pack is put together from.
struct Material {
    organisation: Organisation,
    invoices: Vec<Row>,
    payments: Vec<Row>,
    /// Standings, papers, allocations, clients, and the invoices that the payments paid.
    records: Records,
}

/// The pack of a month, of what `scope` shows.
///
/// # Errors
/// No such month, settings out of range, or a paper that is not the one that was issued.
pub async fn pack(app: &App, scope: &Scope, wish: PackWish) -> Result<Packed, ServerError> {
    pack_telling(app, scope, wish, |_, _| Ok(())).await
}

/// The same; `tell` hears how many of how many papers are done, and ends the work with what it returns as an error.
/// Papers that are missing are laid out first, on as many cores as there are.
///
/// # Errors
/// As [`pack`]; or what `tell` says.
pub async fn pack_telling(
    app: &App,
    scope: &Scope,
    wish: PackWish,
    mut tell: impl FnMut(u64, u64) -> Result<(), ServerError> + Send + 'static,
) -> Result<Packed, ServerError> {
    let PackWish { year, month, datev } = wish;
    if let Some(settings) = datev {
        settings.check()?;
    }
    let (from, to) = days_of(year, month).map_err(told)?;
    let mut material = gather(app, scope, from, to).await?;
    let missing = material.missing_papers();
    let all = material.invoices.len() as u64;
    let of = all + missing.len() as u64;
    let mut done = 0;
    for some in missing.chunks(PAPERS_AT_ONCE) {
        tell(done, of)?;
        invoices::render_missing(app, scope.org_id, some).await?;
        done += some.len() as u64;
    }
    if !missing.is_empty() {
        material = gather(app, scope, from, to).await?;
    }
    let org = app.org(scope.org_id).await?;
    let (vault, key, org_id) = (app.vault.clone(), app.org_key(scope.org_id).await?, scope.org_id);
    let folder = app.config.home.join("tmp");
    app.blocking(move || {
        let invoices = material.pack_invoices()?;
        let payments = material.pack_payments()?;
        let organisation = &material.organisation;
        let counts = (invoices.len(), payments.len());
        let pack = MonthPack {
            org_id,
            organisation,
            year,
            month,
            invoices,
            payments,
            clients: material.clients(),
            datev,
            trail: org.trail,
        };
        let mut file = temporary(&folder)?;
        let mut paper = |invoice_id: InvoiceId| -> Result<Vec<u8>, Box<dyn std::error::Error + Send + Sync>> {
            tell(done, of)?;
            done += 1;
            let bytes = vault.read(&FilePlace::Paper { org_id, invoice_id }, &key)?;
            bytes.ok_or_else(|| "the file is not there".into())
        };
        write_month_pack(&pack, &mut paper, &mut file).map_err(told)?;
        file.seek(SeekFrom::Start(0))
            .map_err(ServerError::io("reading a pack"))?;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(Packed {
            file_name: pack.file_name(),
            file,
            invoices: count(counts.0),
            payments: count(counts.1),
        })
    })
    .await
}

fn told(error: PackError) -> ServerError {
    match error {
        PackError::NotAMonth(..) => Problem::not_found().into(),
        broken => ServerError::Setting(broken.to_string()),
    }
}

/// A file that has no name: it goes with its handle, whatever ends the process.
fn temporary(folder: &std::path::Path) -> Result<std::fs::File, ServerError> {
    std::fs::create_dir_all(folder).map_err(ServerError::io("making a folder"))?;
    tempfile::tempfile_in(folder).map_err(ServerError::io("making a pack"))
}

async fn gather(app: &App, scope: &Scope, from: Date, to: Date) -> Result<Material, ServerError> {
    let (invoices, payments) = of_days(&app.store, scope, from, to).await?;
    let mut reads = vec![organisations::read(scope.org_id)];
    for row in &invoices {
        reads.extend([
            Read::one::<InvoiceStanding>(row.id),
            Read::one::<InvoicePdf>(row.id),
        ]);
        reads.extend(row.place.client_id.map(Read::one::<Client>));
    }
    for row in &payments {
        reads.push(Read::all::<Allocation>("payment_id", row.id));
        reads.extend(row.place.client_id.map(Read::one::<Client>));
    }
    let mut records = app.look(scope.org_id, reads).await?;
    let organisation = records.get::<Organisation>(scope.org_id)?.clone();
    let paid: Vec<Read> = payments
        .iter()
        .flat_map(|row| records.all::<Allocation>("payment_id", row.id))
        .map(|(_, part)| Read::one::<Invoice>(part.invoice_id))
        .collect();
    let others = app.look(scope.org_id, paid.clone()).await?;
    for read in paid {
        if let Read::One(kind, id) = &read {
            let rows = others.row(*kind, *id).cloned().into_iter().collect();
            records.learn(read, rows);
        }
    }
    Ok(Material {
        organisation,
        invoices,
        payments,
        records,
    })
}

impl Material {
    /// The invoices that have no paper yet.
    fn missing_papers(&self) -> Vec<InvoiceId> {
        let missing = self
            .invoices
            .iter()
            .filter(|row| self.records.find::<InvoicePdf>(row.id).is_none());
        missing.map(|row| InvoiceId(row.id)).collect()
    }

    fn clients(&self) -> BTreeMap<ClientId, &Client> {
        let rows = self.invoices.iter().chain(&self.payments);
        let ids = rows.filter_map(|row| row.place.client_id);
        ids.filter_map(|id| Some((id, self.records.find::<Client>(id)?)))
            .collect()
    }

    fn pack_invoices(&self) -> Result<Vec<PackInvoice<'_>>, ServerError> {
        let invoices = self.invoices.iter().map(|row| {
            Ok(PackInvoice {
                id: InvoiceId(row.id),
                invoice: Invoice::from_body(&row.body).ok_or_else(|| torn(row, "it is none"))?,
                standing: self
                    .records
                    .find::<InvoiceStanding>(row.id)
                    .ok_or_else(|| torn(row, "it has no standing"))?,
                pdf: self.records.find::<InvoicePdf>(row.id),
            })
        });
        invoices.collect()
    }

    fn pack_payments(&self) -> Result<Vec<PackPayment<'_>>, ServerError> {
        let mut payments = Vec::with_capacity(self.payments.len());
        for row in &self.payments {
            let payment = Payment::from_body(&row.body).ok_or_else(|| torn(row, "it is none"))?;
            if payment.sets_off.is_none() {
                payments.push(self.pack_payment(row, payment)?);
            }
        }
        Ok(payments)
    }

    fn pack_payment<'a>(&'a self, row: &Row, payment: &'a Payment) -> Result<PackPayment<'a>, ServerError> {
        let client = self.records.find::<Client>(payment.client_id);
        let parts = self.records.all::<Allocation>("payment_id", row.id);
        let mut allocations: BTreeMap<InvoiceId, PackAllocation<'_>> = BTreeMap::new();
        for (_, part) in parts {
            let invoice = self.records.find::<Invoice>(part.invoice_id);
            let invoice = invoice.ok_or_else(|| torn(row, "what it pays is not there"))?;
            let set = PackAllocation {
                invoice_id: part.invoice_id,
                number: &invoice.number,
                amount: part.amount,
            };
            allocations.insert(part.invoice_id, set);
        }
        Ok(PackPayment {
            id: PaymentId(row.id),
            payment,
            client_name: client.map_or("", |client| client.name.as_str()),
            allocations: allocations.into_values().collect(),
        })
    }
}

/// A row without what belongs to it. Books that leave it out would be wrong and look right.
fn torn(row: &Row, why: &str) -> ServerError {
    StoreError::corrupt(format!("{} {}", row.kind().table(), row.id), why.to_owned()).into()
}
