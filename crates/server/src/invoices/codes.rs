//! The code that a payer scans.

use folio_domain::ids::InvoiceId;
use folio_domain::invoices::{Invoice, InvoiceStanding};
use folio_protocol::commands::{PaymentCode, PaymentCodeAnswer};
use folio_protocol::queries::InvoiceQuery;
use folio_store::queries::{AnswerError, ask};

use crate::app::App;
use crate::errors::Failure;
use crate::http::Session;

/// The invoice and where it stands, when the session may see it.
///
/// # Errors
/// Not found, or not theirs.
pub(super) async fn visible_invoice(
    app: &App,
    session: &Session,
    invoice_id: InvoiceId,
) -> Result<(Invoice, InvoiceStanding), Failure> {
    match ask(
        &app.store,
        &session.scope(),
        app.source.now(),
        &InvoiceQuery { invoice_id },
    )
    .await
    {
        Ok(detail) => Ok((detail.invoice, detail.standing)),
        Err(AnswerError::Refused(refusal)) => Err(Failure(refusal.into())),
        Err(AnswerError::Store(error)) => Err(error.into()),
    }
}

/// What a payer scans to pay what is left of an invoice.
///
/// # Errors
/// Not found, or not theirs.
pub async fn payment_code(
    app: &App,
    session: &Session,
    invoice_id: InvoiceId,
) -> Result<PaymentCodeAnswer, Failure> {
    let (invoice, standing) = visible_invoice(app, session, invoice_id).await?;
    let code = folio_paper::payment_code(&invoice, standing.amount_due)?;
    let code = code.map(|code| PaymentCode {
        scheme: code.scheme.to_owned(),
        copied: code.copied,
        has_cross: code.has_cross,
        modules: code.modules,
    });
    Ok(PaymentCodeAnswer { code })
}
