//! The check before issuing: an invoice that cannot be printed is refused before it takes a number.

use folio_domain::Refusal;
use folio_domain::ids::{MutationId, OrgId};
use folio_domain::invoices::{Invoice, IssueInvoice};
use folio_domain::mutations::Actor;
use folio_domain::refusals::Reason;
use folio_domain::stationery::Stationery;
use folio_paper::{Checked, Field, Look, PaperError, PaperInput, check_invoice};
use folio_protocol::commands::{CheckPaper, EinvoicePlace, MissingLetters, NoBill, PaperCheck};
use folio_protocol::sync::PushedMutation;

use super::attachments::einvoice_of;
use super::prospects::prospective;
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;
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
        match checked(&invoice, &stationery) {
            Ok(_printable) => Ok(None),
            Err(error) => Ok(Some(error.into_refusal()?)),
        }
    })
    .await
}

/// How the paper of a draft comes out; nothing of a draft that cannot be issued as it was seen.
///
/// # Errors
/// The database or the fonts break.
pub async fn check_draft_paper(
    app: &App,
    session: &Session,
    asked: CheckPaper,
) -> Result<PaperCheck, Failure> {
    let issue = IssueInvoice {
        draft_id: asked.draft_id,
        content_hash: asked.content_hash,
        send: false,
    };
    let mutation_id = MutationId(app.source.id()?);
    let invoice = prospective(app, session.org_id, &session.actor, &issue, mutation_id).await?;
    let Some(invoice) = invoice else {
        return Ok(PaperCheck::default());
    };
    let stationery = papers::stationery(app, session.org_id).await?;
    let checked = app.blocking(move || Ok(checked(&invoice, &stationery))).await?;
    // What keeps it from being issued is said when it is.
    Ok(checked.map(told).unwrap_or_default())
}

fn checked(invoice: &Invoice, stationery: &Stationery) -> Result<Checked, PaperError> {
    let look = Look::of(stationery, &invoice.seller.address.country)?;
    check_invoice(&PaperInput {
        invoice,
        look: &look,
        attachment: None,
    })
}

fn told(checked: Checked) -> PaperCheck {
    use folio_paper::NoBill as Why;
    let letters = checked.missing.into_iter().map(|missing| MissingLetters {
        letters: missing.letters,
        place: match missing.field {
            Field::OrganisationName | Field::OrganisationAddress | Field::PaymentDetails => {
                EinvoicePlace::Organisation
            }
            Field::ClientName | Field::ClientAddress => EinvoicePlace::Client,
            _ => EinvoicePlace::Draft,
        },
        line: missing.field.code().1,
    });
    PaperCheck {
        letters: letters.collect(),
        no_bill: checked.no_bill.and_then(|why| {
            Some(match why {
                Why::NotSwiss => return None,
                Why::Name => NoBill::Name,
                Why::PostalCode => NoBill::PostalCode,
                Why::Town => NoBill::Town,
                Why::Country => NoBill::Country,
                Why::Reference => NoBill::Reference,
                Why::Amount => NoBill::Amount,
            })
        }),
    }
}
