//! The pages of papers, for a screen.

use folio_paper::{DrawnPages, Look, draw_draft, draw_pages};
use folio_protocol::commands::{PaperPages, PreviewDraft};
use folio_store::queries::{AnswerError, draft_paper};

use super::{said, stationery};
use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::Session;

/// How a draft would be printed.
///
/// # Errors
/// Not found, not theirs, a draft that lacks its client or lines, or a text on it that cannot be printed.
pub async fn preview_draft(
    app: &App,
    session: &Session,
    params: PreviewDraft,
) -> Result<PaperPages, Failure> {
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
    Ok(shown(app.blocking(move || draw().map_err(said)).await?))
}

/// The pages of a PDF that was made here.
///
/// # Errors
/// The bytes are no PDF.
pub(crate) async fn pages_of(app: &App, pdf: Vec<u8>) -> Result<PaperPages, ServerError> {
    let drawn = app
        .blocking(move || draw_pages(pdf).map_err(ServerError::from))
        .await?;
    Ok(shown(drawn))
}

fn shown(drawn: DrawnPages) -> PaperPages {
    PaperPages {
        pages: drawn.pages,
        page_count: u32::try_from(drawn.count).unwrap_or(u32::MAX),
    }
}
