//! Bills that somebody received as data: read where they come in, and forgotten.

use axum::body::Body;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use folio_domain::bills::{BILL_BYTES_MAX, Bill};
use folio_exchange::bills;
use folio_protocol::ProblemCode;
use folio_protocol::commands::{OpenBill, ReceivedFile, SaveBillAttachment};

use crate::app::App;
use crate::errors::Failure;
use crate::http::attachment;

/// What the file says.
///
/// # Errors
/// More bytes than are read, or no Base64.
pub async fn open(app: &App, params: OpenBill) -> Result<Bill, Failure> {
    let bytes = decode(&params.file)?;
    let name = params.file.name;
    Ok(app.blocking(move || Ok(bills::read(&name, &bytes))).await?)
}

/// A file that is inside the bill, as a download.
///
/// # Errors
/// As [`open`], or there is no such file in it.
pub async fn save_attachment(app: &App, params: SaveBillAttachment) -> Result<Response, Failure> {
    let bytes = decode(&params.file)?;
    let index = usize::try_from(params.index).map_err(|_too_large| Failure::not_found())?;
    let found = app.blocking(move || Ok(bills::attachment(&bytes, index))).await?;
    let file = found.ok_or_else(Failure::not_found)?;
    // What strangers put into a bill is never shown by a browser as what they say it is.
    let media_type = "application/octet-stream";
    Ok(attachment(Body::from(file.bytes), media_type, &file.name))
}

fn decode(file: &ReceivedFile) -> Result<Vec<u8>, Failure> {
    let bad = |_error| Failure::new(ProblemCode::Invalid, "problem-bad-request");
    let bytes = STANDARD.decode(&file.bytes).map_err(bad)?;
    if bytes.len() > BILL_BYTES_MAX {
        return Err(Failure::new(ProblemCode::Limit, "problem-body-too-large"));
    }
    Ok(bytes)
}
