//! E-invoices: what a draft still needs for one, and the one that travels in a kept paper.

use folio_domain::ids::{InvoiceId, MutationId};
use folio_domain::invoices::{Invoice, IssueInvoice};
use folio_exchange::einvoices::{self, Missing, Subject};
use folio_protocol::ProblemCode;
use folio_protocol::commands::{CheckEinvoice, EinvoiceCheck, EinvoiceMissing, EinvoicePlace};

use super::attachments::einvoice_of;
use super::pdf::visible_paper;
use super::prospects::prospective;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;

/// What the e-invoice of a draft still asks for.
///
/// # Errors
/// The database breaks.
pub async fn check_einvoice(
    app: &App,
    session: &Session,
    asked: CheckEinvoice,
) -> Result<EinvoiceCheck, Failure> {
    let issue = IssueInvoice {
        draft_id: asked.draft_id,
        content_hash: asked.content_hash,
        send: false,
    };
    let mutation_id = MutationId(app.source.id()?);
    let invoice = prospective(app, session.org_id, &session.actor, &issue, mutation_id).await?;
    let Some(invoice) = invoice else {
        return Ok(EinvoiceCheck { missing: Vec::new() });
    };
    let written = app.blocking(move || Ok(einvoice_of(&invoice))).await?;
    let missing = written.err().unwrap_or_default();
    Ok(EinvoiceCheck {
        missing: missing.into_iter().map(told).collect(),
    })
}

fn told(missing: Missing) -> EinvoiceMissing {
    let place = match missing.subject {
        Subject::Organisation => EinvoicePlace::Organisation,
        Subject::Client => EinvoicePlace::Client,
        Subject::Invoice | Subject::Line => EinvoicePlace::Draft,
    };
    EinvoiceMissing {
        place,
        field: missing.field.to_owned(),
        message_key: missing.message_key.to_owned(),
        params: missing.params,
    }
}

/// The e-invoice in an invoice's kept paper, with the invoice.
///
/// # Errors
/// An invoice that is not the asker's, that has none, or whose paper is not there yet.
pub(super) async fn kept_einvoice(
    app: &App,
    session: &Session,
    invoice_id: InvoiceId,
) -> Result<(Invoice, Vec<u8>), Failure> {
    let (invoice, paper) = visible_paper(app, session, invoice_id).await?;
    let none = || Failure::new(ProblemCode::NotFound, "problem-no-einvoice");
    let form = invoice.einvoice.as_ref().ok_or_else(none)?.form;
    let found = app
        .blocking(move || {
            einvoices::attached(&paper, einvoices::attachment_name(form))
                .map_err(|_broken| ServerError::Sealed("an invoice's paper"))
        })
        .await?;
    Ok((invoice, found.ok_or_else(none)?))
}
