//! Papers that are drawn up when somebody asks for them: receipts and statements of account. They are views of what
//! is recorded, so nothing of them is kept; whose they are is settled by the questions that they are drawn from. And
//! how all papers look.

mod pages;

pub(crate) use pages::pages_of;
pub use pages::preview_draft;

use axum::body::Body;
use axum::response::Response;
use folio_domain::Refusal;
use folio_domain::ids::OrgId;
use folio_domain::stationery::{self, LogoChange, SetStationery, Stationery, Template};
use folio_paper::{Look, Paper, PaperError, check_stationery, render_receipt, render_statement};
use folio_protocol::Problem;
use folio_protocol::commands::{
    PagePreview, PreviewStationery, SaveReceipt, SaveStatement, StationeryPreview,
};
use folio_protocol::queries::{OrganisationQuery, ReceiptQuery, StatementQuery};
use folio_store::queries::{AnswerError, Question, ask};

use crate::app::App;
use crate::errors::{Failure, ServerError};
use crate::http::{Session, attachment};

/// The receipt of a payment, as a download.
///
/// # Errors
/// Not found, not theirs, or a text on it that cannot be printed.
pub async fn receipt(app: &App, session: &Session, params: SaveReceipt) -> Result<Response, Failure> {
    let query = ReceiptQuery {
        payment_id: params.payment_id,
    };
    let receipt = found(app, session, &query).await?;
    let stationery = stationery(app, session.org_id).await?;
    drawn(app, move || {
        let look = Look::of(&stationery, &receipt.seller.address.country)?;
        render_receipt(&receipt, &look)
    })
    .await
}

/// A client's statement of account, as a download.
///
/// # Errors
/// Not found, not theirs, too long, or a text on it that cannot be printed.
pub async fn statement(app: &App, session: &Session, params: SaveStatement) -> Result<Response, Failure> {
    let query = StatementQuery {
        client_id: params.client_id,
        from: params.from,
        to: params.to,
    };
    let statement = found(app, session, &query).await?;
    let stationery = stationery(app, session.org_id).await?;
    drawn(app, move || {
        let look = Look::of(&stationery, &statement.seller.address.country)?;
        render_statement(&statement, &look)
    })
    .await
}

/// How a sample invoice looks on the stationery asked about.
///
/// # Errors
/// A logo that cannot be printed, or a letter of the business's particulars that no font has.
pub async fn preview_stationery(
    app: &App,
    session: &Session,
    params: PreviewStationery,
) -> Result<StationeryPreview, Failure> {
    let view = found(app, session, &OrganisationQuery {}).await?;
    let stationery = Stationery {
        template: Template::default(),
        accent: params.accent,
        sheet: params.sheet,
        logo: params.logo.applied(stationery(app, session.org_id).await?.logo),
    };
    let draw = move || folio_paper::preview_stationery(&view.organisation, &stationery, view.today);
    let preview = app.blocking(move || draw().map_err(said)).await?;
    let pages = preview.pages.into_iter();
    Ok(StationeryPreview {
        accent: preview.accent,
        pages: pages
            .map(|(template, svg)| PagePreview { template, svg })
            .collect(),
    })
}

/// How the papers of the business look now.
///
/// # Errors
/// The database breaks.
pub(crate) async fn stationery(app: &App, org_id: OrgId) -> Result<Stationery, ServerError> {
    let records = app.look(org_id, vec![stationery::read(org_id)]).await?;
    Ok(Stationery::known(&records, org_id))
}

/// Why the logo that `change` sets cannot be printed.
///
/// # Errors
/// The reading breaks off.
pub async fn check_logo(app: &App, change: &SetStationery) -> Result<Option<Refusal>, ServerError> {
    let LogoChange::Put(logo) = &change.logo else {
        return Ok(None);
    };
    // What is no picture at all is refused by the decision, which says so.
    if logo.file().is_err() {
        return Ok(None);
    }
    let stationery = Stationery {
        logo: change.logo.applied(None),
        ..Stationery::default()
    };
    app.blocking(move || match check_stationery(&stationery) {
        Ok(()) => Ok(None),
        Err(error) => Ok(Some(error.into_refusal()?)),
    })
    .await
}

async fn found<Q: Question>(app: &App, session: &Session, query: &Q) -> Result<Q::Answer, Failure> {
    match ask(&app.store, &session.scope(), app.source.now(), query).await {
        Ok(answer) => Ok(answer),
        Err(AnswerError::Refused(refusal)) => Err(Failure(refusal.into())),
        Err(AnswerError::Store(error)) => Err(error.into()),
    }
}

async fn drawn(
    app: &App,
    draw: impl FnOnce() -> Result<Paper, PaperError> + Send + 'static,
) -> Result<Response, Failure> {
    let paper = app.blocking(move || draw().map_err(said)).await?;
    Ok(attachment(
        Body::from(paper.bytes),
        "application/pdf",
        &paper.file_name,
    ))
}

/// The error as what the person can do about it, where they can.
fn said(error: PaperError) -> ServerError {
    match error.into_refusal() {
        Ok(refusal) => ServerError::Problem(Problem::from(refusal)),
        Err(broken) => broken.into(),
    }
}
