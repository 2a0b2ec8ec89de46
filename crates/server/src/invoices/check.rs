//! The check before issuing: an invoice that cannot be printed is refused before it takes a number.

use folio_domain::Refusal;
use folio_domain::ids::OrgId;
use folio_domain::invoices::{Invoice, IssueInvoice};
use folio_domain::mutations::Actor;
use folio_domain::refusals::Reason;
use folio_paper::{Field, PaperError, PaperInput, PaperSize, check_invoice};
use folio_protocol::sync::PushedMutation;

use super::attachments::einvoice_of;
use super::prospects::prospective;
use crate::app::App;
use crate::errors::ServerError;

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
    app.blocking(move || {
        if einvoice_of(&invoice).is_err() {
            return Ok(Some(Refusal::new(Reason::EinvoiceIncomplete)));
        }
        let input = PaperInput {
            invoice: &invoice,
            paper_size: paper_size(&invoice),
            attachment: None,
        };
        match check_invoice(&input) {
            Ok(_pages) => Ok(None),
            Err(error) => refusal_of(error).map(Some),
        }
    })
    .await
}

fn refusal_of(error: PaperError) -> Result<Refusal, ServerError> {
    match error {
        PaperError::MissingGlyph { letters, field } => {
            Ok(about(Reason::NoGlyph, field).with("letter", letters))
        }
        PaperError::DoesNotFit { field } => Ok(about(Reason::TooLong, field).with("max", "1")),
        broken => Err(broken.into()),
    }
}

fn about(reason: Reason, field: Field) -> Refusal {
    let name = match field {
        Field::Label => "label",
        Field::OrganisationName | Field::ClientName => "name",
        Field::OrganisationAddress | Field::ClientAddress => "address",
        Field::Number => "number",
        Field::Reference => "reference",
        Field::LineDescription(_) => "description",
        Field::LineUnit(_) => "unit",
        Field::TaxName => "tax",
        Field::PaymentDetails => "bank",
        Field::Note => "note",
    };
    let refusal = Refusal::field(reason, name);
    match field.code().1 {
        Some(line) => refusal.with("line", line),
        None => refusal,
    }
}

/// The sheet that the seller's country uses.
pub(super) fn paper_size(invoice: &Invoice) -> PaperSize {
    match invoice.seller.address.country.as_str() {
        "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "VE" => PaperSize::Letter,
        _ => PaperSize::A4,
    }
}
