//! The invoice that a draft would become, for its pages: nothing is written, and no number is taken.

use folio_domain::ids::DraftId;
use folio_domain::invoices::{Draft, Invoice, Origin, lines_of};
use folio_domain::refusals::{Reason, Refusal};
use folio_protocol::commands::CommandName;
use jiff::Timestamp;

use super::{lines, parties};
use crate::queries::AnswerError;
use crate::queries::reader::Reader;
use crate::{Scope, Store};

/// The invoice that this draft would become if it were issued at `now`, without a number.
///
/// # Errors
/// Whoever may not see drafts; a draft that is not there, not the asker's, or that lacks its client or its lines.
pub async fn draft_paper(
    store: &Store,
    scope: &Scope,
    now: Timestamp,
    draft_id: DraftId,
) -> Result<Invoice, AnswerError> {
    if !CommandName::PreviewDraft
        .roles()
        .contains(&scope.actor.access.role)
    {
        return Err(Refusal::new(Reason::Forbidden).into());
    }
    let reader = Reader::new(store, scope, now);
    let draft = reader.get::<Draft>(draft_id).await?.record;
    let records = lines(&reader, vec![draft_id.0]).await?;
    let lines = lines_of(&records, draft_id);
    let parties = parties(&reader, &draft).await?;
    let (client_id, client) = parties
        .client
        .as_ref()
        .ok_or_else(|| Refusal::new(Reason::NoClient))?;
    let origin = Origin::Issued {
        draft_id,
        sequence: 0,
    };
    let without_number = (String::new(), origin);
    let invoice = parties.assembled(&reader, (*client_id, client), (&draft, &lines), without_number)?;
    Ok(invoice)
}
