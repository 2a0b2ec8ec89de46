//! An invoice's paper: rendered once, kept for ever, the same bytes for everyone.

use folio_domain::ids::{InvoiceId, OrgId};
use folio_domain::invoices::{Invoice, InvoicePdf, KeepPdf};
use folio_domain::mutations::Mutation;
use folio_domain::records::{Kind, Read};
use folio_domain::stationery::{self, Stationery};
use folio_domain::trail::sha256_hex;
use folio_paper::{Look, PaperInput};

use super::attachments::einvoice_of;
use crate::app::App;
use crate::errors::ServerError;
use crate::vault::FilePlace;

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
            // What it asks for was asked before it was issued.
            let einvoice = einvoice_of(&invoice).map_err(|_missing| ServerError::Sealed("an e-invoice"))?;
            let look = Look::of(&stationery, &invoice.seller.address.country)?;
            let input = PaperInput {
                invoice: &invoice,
                look: &look,
                attachment: einvoice.as_ref(),
            };
            let bytes = folio_paper::render_invoice(&input)?;
            vault.keep(&place, &key, &bytes)?;
            Ok(bytes)
        })
        .await?;
    let size_bytes =
        i64::try_from(bytes.len()).map_err(|_large| ServerError::Sealed("an invoice's paper"))?;
    let pdf = InvoicePdf {
        sha256: sha256_hex(&bytes),
        size_bytes,
    };
    let keep = Mutation::KeepPdf(KeepPdf { invoice_id, pdf });
    let submitted = app
        .store
        .submit_as_system(org_id, vec![keep], app.source.now())
        .await?;
    app.announce(org_id, &submitted);
    Ok(())
}
