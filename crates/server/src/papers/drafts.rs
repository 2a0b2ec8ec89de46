//! The pages of a draft.

use folio_paper::{Look, draw_draft};
use folio_protocol::commands::{DraftPreview, PreviewDraft};
use folio_store::queries::{AnswerError, draft_paper};

use super::{said, stationery};
use crate::app::App;
use crate::errors::Failure;
use crate::http::Session;

/// How a draft would be printed.
///
/// # Errors
/// Not found, not theirs, a draft that lacks its client or lines, or a text on it that cannot be printed.
pub async fn preview_draft(
    app: &App,
    session: &Session,
    params: PreviewDraft,
) -> Result<DraftPreview, Failure> {
    let found = draft_paper(&app.store, &session.scope(), app.source.now(), params.draft_id).await;
    let invoice = found.map_err(|error| match error {
        AnswerError::Refused(refusal) => Failure(refusal.into()),
        AnswerError::Store(error) => error.into(),
    })?;
    let stationery = stationery(app, session.org_id).await?;
    let draw = move || {
        let look = Look::of(&stationery, &invoice.seller.address.country)?;
        draw_draft(invoice, &look, params.language)
    };
    let drawn = app.blocking(move || draw().map_err(said)).await?;
    Ok(DraftPreview {
        pages: drawn.pages,
        page_count: u32::try_from(drawn.count).unwrap_or(u32::MAX),
    })
}
