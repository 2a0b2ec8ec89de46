//! The check before issuing: an invoice that cannot be printed is refused before it takes a number.

use folio_domain::Refusal;
use folio_domain::ids::OrgId;
use folio_domain::invoices::IssueInvoice;
use folio_domain::mutations::Actor;
use folio_domain::refusals::Reason;
use folio_paper::{Look, PaperInput, check_invoice};
use folio_protocol::sync::PushedMutation;

use super::attachments::einvoice_of;
use super::prospects::prospective;
use crate::app::App;
use crate::errors::ServerError;
use crate::papers;

/// Why the invoice that `issue` makes cannot be printed, or not go out as the e-invoice that its client gets. A draft
/// that cannot be issued at all is left to the engine.
///
/// # Errors
/// The database or the fonts break.
pub async fn check_paper(
    app: &App,
    org_id: OrgId,
    actor: &Actor,
    issue: &IssueInvoice,
    pushed: &PushedMutation,
) -> Result<Option<Refusal>, ServerError> {
    let Some(invoice) = prospective(app, org_id, actor, issue, pushed.mutation_id).await? else {
        return Ok(None);
    };
    let stationery = papers::stationery(app, org_id).await?;
    app.blocking(move || {
        if einvoice_of(&invoice).is_err() {
            return Ok(Some(Refusal::new(Reason::EinvoiceIncomplete)));
        }
        let checked = Look::of(&stationery, &invoice.seller.address.country).and_then(|look| {
            check_invoice(&PaperInput {
                invoice: &invoice,
                look: &look,
                attachment: None,
            })
        });
        match checked {
            Ok(_pages) => Ok(None),
            Err(error) => Ok(Some(error.into_refusal()?)),
        }
    })
    .await
}
