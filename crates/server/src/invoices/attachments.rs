//! The e-invoice that travels in an invoice's paper.

use folio_domain::einvoicing::EinvoiceForm;
use folio_domain::invoices::Invoice;
use folio_exchange::einvoices::{self, Missing};
use folio_paper::Attachment;

/// The e-invoice that goes out with `invoice`; none for the paper alone.
///
/// # Errors
/// Everything that it still asks for.
pub(super) fn einvoice_of(invoice: &Invoice) -> Result<Option<Attachment>, Vec<Missing>> {
    let Some(terms) = &invoice.einvoice else {
        return Ok(None);
    };
    let bytes = einvoices::write(invoice, terms)?;
    Ok(Some(Attachment {
        name: einvoices::attachment_name(terms.form),
        bytes,
        factur_x: terms.form == EinvoiceForm::FacturX,
    }))
}
