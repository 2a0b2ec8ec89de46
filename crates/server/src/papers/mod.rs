//! Papers that are drawn up when somebody asks for them: receipts and statements of account. They are views of what
//! is recorded, so nothing of them is kept; whose they are is settled by the questions that they are drawn from.

use axum::body::Body;
use axum::response::Response;
use folio_paper::{Paper, PaperError, render_receipt, render_statement};
use folio_protocol::Problem;
use folio_protocol::commands::{SaveReceipt, SaveStatement};
use folio_protocol::queries::{ReceiptQuery, StatementQuery};
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
    drawn(app, move || render_receipt(&receipt)).await
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
    drawn(app, move || render_statement(&statement)).await
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
    let paper = app
        .blocking(move || {
            draw().map_err(|error| match error.into_refusal() {
                Ok(refusal) => ServerError::Problem(Problem::from(refusal)),
                Err(broken) => broken.into(),
            })
        })
        .await?;
    Ok(attachment(
        Body::from(paper.bytes),
        "application/pdf",
        &paper.file_name,
    ))
}
