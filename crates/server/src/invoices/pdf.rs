//! An invoice's paper: rendered once, kept for ever, the same bytes for everyone.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use folio_domain::ids::{InvoiceId, OrgId};
use folio_domain::invoices::{Invoice, InvoicePdf, KeepPdf, Origin};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Read};
use folio_domain::stationery::{self, Stationery};
use folio_domain::trail::sha256_hex;
use folio_paper::{Look, PaperInput};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{InvoicePages, PaperPages};

use super::attachments::einvoice_of;
use super::codes::visible_invoice;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
use crate::keys::Key;
use crate::papers::pages_of;
use crate::vault::{FilePlace, Vault};

/// An invoice with the bytes of its paper, when the session may see it.
///
/// # Errors
/// Not found, not theirs, or not rendered yet.
pub(super) async fn visible_paper(
    app: &App,
    session: &Session,
    invoice_id: InvoiceId,
) -> Result<(Invoice, Vec<u8>), Failure> {
    let (invoice, _standing) = visible_invoice(app, session, invoice_id).await?;
    let bytes = paper_bytes(app, session.org_id, invoice_id).await?;
    let not_ready = || Failure::new(ProblemCode::NotFound, "problem-pdf-not-ready");
    Ok((invoice, bytes.ok_or_else(not_ready)?))
}

/// How an invoice or a credit note is printed, drawn from its kept paper.
///
/// # Errors
/// As [`visible_paper`].
pub async fn pages(app: &App, session: &Session, params: InvoicePages) -> Result<PaperPages, Failure> {
    let (_invoice, paper) = visible_paper(app, session, params.invoice_id).await?;
    Ok(pages_of(app, paper).await?)
}

/// The bytes of an invoice's kept paper; none until it is kept.
///
/// # Errors
/// A paper that lies elsewhere than its invoice, or bytes that are not those that were kept.
async fn paper_bytes(
    app: &App,
    org_id: OrgId,
    invoice_id: InvoiceId,
) -> Result<Option<Vec<u8>>, ServerError> {
    let records = app
        .look(
            org_id,
            vec![
                Read::one::<Invoice>(invoice_id),
                Read::one::<InvoicePdf>(invoice_id),
            ],
        )
        .await?;
    let Some(kept) = records.find::<InvoicePdf>(invoice_id).cloned() else {
        return Ok(None);
    };
    // Who may open the paper is who may see the invoice: the two lie in one place, or the paper is another's.
    let place_of = |kind| records.row(kind, invoice_id).map(|row| row.place);
    if place_of(Kind::Invoice) != place_of(Kind::InvoicePdf) {
        return Err(ServerError::Sealed("an invoice's paper"));
    }
    let (vault, key) = (app.vault.clone(), app.org_key(org_id).await?);
    let place = FilePlace::Paper { org_id, invoice_id };
    let bytes = app.blocking(move || vault.read(&place, &key)).await?;
    match bytes.filter(|bytes| sha256_hex(bytes) == kept.sha256) {
        Some(bytes) => Ok(Some(bytes)),
        None => Err(ServerError::Sealed("an invoice's paper")),
    }
}

/// Renders an invoice's paper and keeps it. Done twice, the second time finds the first's file.
///
/// # Errors
/// It may succeed later.
pub async fn render_invoice(app: &App, org_id: OrgId, invoice_id: InvoiceId) -> Result<(), ServerError> {
    let reads = vec![
        Read::one::<Invoice>(invoice_id),
        Read::one::<InvoicePdf>(invoice_id),
        stationery::read(org_id),
    ];
    let records = app.look(org_id, reads).await?;
    let Some(invoice) = records.find::<Invoice>(invoice_id).cloned() else {
        return Ok(());
    };
    if records.find::<InvoicePdf>(invoice_id).is_some() {
        return Ok(());
    }
    let stationery = Stationery::known(&records, org_id);
    let (vault, key) = (app.vault.clone(), app.org_key(org_id).await?);
    let place = FilePlace::Paper { org_id, invoice_id };
    let bytes = app
        .blocking(move || {
            if let Some(bytes) = vault.read(&place, &key)? {
                return Ok(bytes);
            }
            let look = Look::of(&stationery, &invoice.seller.address.country)?;
            let bytes = lay_out(&invoice, &look)?;
            vault.keep(&place, &key, &bytes)?;
            Ok(bytes)
        })
        .await?;
    keep(app, org_id, vec![(invoice_id, pdf_of(&bytes)?)]).await
}

/// Renders and keeps those of these invoices' papers that are missing, on as many cores as there are. One that cannot
/// be laid out stays missing. An invoice that was imported has none: it was not issued here.
///
/// # Errors
/// The database breaks, or a disk that cannot be written.
pub async fn render_missing(app: &App, org_id: OrgId, ids: &[InvoiceId]) -> Result<(), ServerError> {
    let mut reads = vec![stationery::read(org_id)];
    for id in ids {
        reads.extend([Read::one::<Invoice>(*id), Read::one::<InvoicePdf>(*id)]);
    }
    let records = app.look(org_id, reads).await?;
    let wanted: Vec<(InvoiceId, Invoice)> = ids
        .iter()
        .filter(|id| records.find::<InvoicePdf>(**id).is_none())
        .filter_map(|id| Some((*id, records.find::<Invoice>(*id)?.clone())))
        .filter(|(_, invoice)| matches!(invoice.origin, Origin::Issued { .. }))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let press = Press {
        org_id,
        stationery: Stationery::known(&records, org_id),
        vault: app.vault.clone(),
        key: app.org_key(org_id).await?,
    };
    let made = app.blocking(move || press.render_all(&wanted)).await?;
    keep(app, org_id, made).await
}

/// What the papers of one business are printed with.
struct Press {
    org_id: OrgId,
    stationery: Stationery,
    vault: Vault,
    key: Key,
}

impl Press {
    fn render_all(
        &self,
        wanted: &[(InvoiceId, Invoice)],
    ) -> Result<Vec<(InvoiceId, InvoicePdf)>, ServerError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let share = wanted.len().div_ceil(cores).max(1);
        std::thread::scope(|scope| {
            let workers: Vec<_> = wanted
                .chunks(share)
                .map(|part| scope.spawn(move || self.render_part(part)))
                .collect();
            let mut made = Vec::with_capacity(wanted.len());
            for worker in workers {
                made.extend(worker.join().map_err(|_panicked| ServerError::Task)??);
            }
            Ok(made)
        })
    }

    fn render_part(
        &self,
        part: &[(InvoiceId, Invoice)],
    ) -> Result<Vec<(InvoiceId, InvoicePdf)>, ServerError> {
        // A logo is read once, not for every paper; the country, on which the sheet depends, hardly ever changes.
        let mut looks: BTreeMap<&str, Look> = BTreeMap::new();
        let mut made = Vec::with_capacity(part.len());
        for (invoice_id, invoice) in part {
            let look = match looks.entry(&invoice.seller.address.country) {
                Entry::Occupied(there) => there.into_mut(),
                Entry::Vacant(new) => {
                    let look = Look::of(&self.stationery, new.key())?;
                    new.insert(look)
                }
            };
            if let Some(bytes) = self.paper(*invoice_id, invoice, look)? {
                made.push((*invoice_id, pdf_of(&bytes)?));
            }
        }
        Ok(made)
    }

    /// The paper that lies there, or a new one that is kept; none when it cannot be laid out.
    fn paper(
        &self,
        invoice_id: InvoiceId,
        invoice: &Invoice,
        look: &Look,
    ) -> Result<Option<Vec<u8>>, ServerError> {
        let place = FilePlace::Paper {
            org_id: self.org_id,
            invoice_id,
        };
        if let Some(bytes) = self.vault.read(&place, &self.key)? {
            return Ok(Some(bytes));
        }
        let bytes = match lay_out(invoice, look) {
            Ok(bytes) => bytes,
            Err(error) => {
                tracing::warn!(%error, invoice.id = %invoice_id, "paper.not_laid_out");
                return Ok(None);
            }
        };
        self.vault.keep(&place, &self.key, &bytes)?;
        // A job may have kept the same paper meanwhile: what lies there counts.
        Ok(Some(self.vault.read(&place, &self.key)?.unwrap_or(bytes)))
    }
}

fn lay_out(invoice: &Invoice, look: &Look) -> Result<Vec<u8>, ServerError> {
    // What it asks for was asked before it was issued.
    let einvoice = einvoice_of(invoice).map_err(|_missing| ServerError::Sealed("an e-invoice"))?;
    let input = PaperInput {
        invoice,
        look,
        attachment: einvoice.as_ref(),
    };
    Ok(folio_paper::render_invoice(&input)?)
}

fn pdf_of(bytes: &[u8]) -> Result<InvoicePdf, ServerError> {
    Ok(InvoicePdf {
        sha256: sha256_hex(bytes),
        size_bytes: i64::try_from(bytes.len()).map_err(|_large| ServerError::Sealed("an invoice's paper"))?,
    })
}

/// Notes papers that are on the disk.
async fn keep(app: &App, org_id: OrgId, made: Vec<(InvoiceId, InvoicePdf)>) -> Result<(), ServerError> {
    let keep = |(invoice_id, pdf)| Mutation::KeepPdf(KeepPdf { invoice_id, pdf });
    let submitted = app
        .store
        .submit_as_system(org_id, made.into_iter().map(keep).collect(), app.source.now())
        .await?;
    app.announce(org_id, &submitted);
    Ok(())
}
