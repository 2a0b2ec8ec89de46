//! An invoice's paper: rendered once, kept for ever, the same bytes for everyone.

use folio_domain::ids::{InvoiceId, OrgId};
use folio_domain::invoices::{Invoice, InvoicePdf, KeepPdf, Origin};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Read};
use folio_domain::trail::sha256_hex;
use folio_paper::PaperInput;

use super::attachments::einvoice_of;
use super::check::paper_size;
use crate::app::App;
use crate::errors::ServerError;
use crate::keys::Key;
use crate::vault::{FilePlace, Vault};

/// The bytes of an invoice's kept paper; none until it is kept.
///
/// # Errors
/// A paper that lies elsewhere than its invoice, or bytes that are not those that were kept.
pub async fn paper_bytes(
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
    ];
    let records = app.look(org_id, reads).await?;
    let Some(invoice) = records.find::<Invoice>(invoice_id).cloned() else {
        return Ok(());
    };
    if records.find::<InvoicePdf>(invoice_id).is_some() {
        return Ok(());
    }
    let (vault, key) = (app.vault.clone(), app.org_key(org_id).await?);
    let place = FilePlace::Paper { org_id, invoice_id };
    let bytes = app
        .blocking(move || {
            if let Some(bytes) = vault.read(&place, &key)? {
                return Ok(bytes);
            }
            let bytes = lay_out(&invoice)?;
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
    let reads = ids
        .iter()
        .flat_map(|id| [Read::one::<Invoice>(*id), Read::one::<InvoicePdf>(*id)]);
    let records = app.look(org_id, reads.collect()).await?;
    let wanted: Vec<(InvoiceId, Invoice)> = ids
        .iter()
        .filter(|id| records.find::<InvoicePdf>(**id).is_none())
        .filter_map(|id| Some((*id, records.find::<Invoice>(*id)?.clone())))
        .filter(|(_, invoice)| matches!(invoice.origin, Origin::Issued { .. }))
        .collect();
    if wanted.is_empty() {
        return Ok(());
    }
    let (vault, key) = (app.vault.clone(), app.org_key(org_id).await?);
    let made = app
        .blocking(move || render_all(&wanted, org_id, &vault, &key))
        .await?;
    keep(app, org_id, made).await
}

fn render_all(
    wanted: &[(InvoiceId, Invoice)],
    org_id: OrgId,
    vault: &Vault,
    key: &Key,
) -> Result<Vec<(InvoiceId, InvoicePdf)>, ServerError> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = wanted.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let workers: Vec<_> = wanted
            .chunks(share)
            .map(|part| scope.spawn(move || render_part(part, org_id, vault, key)))
            .collect();
        let mut made = Vec::with_capacity(wanted.len());
        for worker in workers {
            made.extend(worker.join().map_err(|_panicked| ServerError::Task)??);
        }
        Ok(made)
    })
}

fn render_part(
    part: &[(InvoiceId, Invoice)],
    org_id: OrgId,
    vault: &Vault,
    key: &Key,
) -> Result<Vec<(InvoiceId, InvoicePdf)>, ServerError> {
    let mut made = Vec::with_capacity(part.len());
    for (invoice_id, invoice) in part {
        let place = FilePlace::Paper {
            org_id,
            invoice_id: *invoice_id,
        };
        let bytes = match vault.read(&place, key)? {
            Some(bytes) => bytes,
            None => match lay_out(invoice) {
                Ok(bytes) => {
                    vault.keep(&place, key, &bytes)?;
                    // A job may have kept the same paper meanwhile: what lies there counts.
                    vault.read(&place, key)?.unwrap_or(bytes)
                }
                Err(error) => {
                    tracing::warn!(%error, invoice.id = %invoice_id, "paper.not_laid_out");
                    continue;
                }
            },
        };
        made.push((*invoice_id, pdf_of(&bytes)?));
    }
    Ok(made)
}

fn lay_out(invoice: &Invoice) -> Result<Vec<u8>, ServerError> {
    // What it asks for was asked before it was issued.
    let einvoice = einvoice_of(invoice).map_err(|_missing| ServerError::Sealed("an e-invoice"))?;
    let input = PaperInput {
        invoice,
        paper_size: paper_size(invoice),
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
