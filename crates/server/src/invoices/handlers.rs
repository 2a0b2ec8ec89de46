//! The routes of invoices: the paper, and the link that opens one.

use axum::Json;
use axum::body::Body;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use folio_domain::ids::InvoiceId;
use folio_domain::invoices::Invoice;
use folio_protocol::sessions::OpenLinkRequest;

use super::einvoices::kept_einvoice;
use super::links::open_link;
use super::pdf::visible_paper;
use crate::app::App;
use crate::errors::Failure;
use crate::http::{Address, Input, Session, attachment};
use crate::sessions::cookies;

/// `GET /api/invoices/{invoice_id}/pdf`
pub async fn download(
    State(app): State<App>,
    session: Session,
    Path(invoice_id): Path<InvoiceId>,
) -> Result<Response, Failure> {
    let (invoice, bytes) = visible_paper(&app, &session, invoice_id).await?;
    Ok(attachment(
        Body::from(bytes),
        "application/pdf",
        &format!("{}.pdf", file_stem(&invoice)),
    ))
}

/// `GET /api/invoices/{invoice_id}/einvoice`
pub async fn download_einvoice(
    State(app): State<App>,
    session: Session,
    Path(invoice_id): Path<InvoiceId>,
) -> Result<Response, Failure> {
    let (invoice, bytes) = kept_einvoice(&app, &session, invoice_id).await?;
    Ok(attachment(
        Body::from(bytes),
        "application/xml",
        &format!("{}.xml", file_stem(&invoice)),
    ))
}

/// The invoice's number as a file's name: without what file systems do not take.
fn file_stem(invoice: &Invoice) -> String {
    let is_taken = |letter: char| letter.is_control() || r#"/\:*?"<>|"#.contains(letter);
    invoice
        .number
        .chars()
        .map(|letter| if is_taken(letter) { '-' } else { letter })
        .collect()
}

/// `POST /api/links/open`
pub async fn open(
    State(app): State<App>,
    address: Address,
    Input(request): Input<OpenLinkRequest>,
) -> Result<Response, Failure> {
    let (answer, tokens) = open_link(&app, address, &request.token).await?;
    let mut response = Json(answer).into_response();
    cookies::set(response.headers_mut(), &app.config, &tokens);
    Ok(response)
}
