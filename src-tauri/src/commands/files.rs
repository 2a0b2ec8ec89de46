//! Saving papers and documents where a person says.

use folio_protocol::Problem;
use folio_protocol::commands::{
    SaveBillAttachment, SaveEinvoice, SaveFile, SavePdf, SaveReceipt, SaveStatement, SavedFile,
};
use folio_replica::Replica;
use tauri::AppHandle;

use crate::dialogs;

/// Saves an invoice's PDF.
///
/// # Errors
/// Not there, not rendered yet, or the file cannot be written.
pub async fn save_pdf(app: &AppHandle, replica: &Replica, params: &SavePdf) -> Result<SavedFile, Problem> {
    let (number, bytes) = replica.invoice_pdf(params.invoice_id).await?;
    dialogs::save(app, &format!("{number}.pdf"), bytes).await
}

/// Saves the e-invoice that travels in an invoice's PDF.
///
/// # Errors
/// The invoice has none, its PDF is not rendered yet, or the file cannot be written.
pub async fn save_einvoice(
    app: &AppHandle,
    replica: &Replica,
    params: &SaveEinvoice,
) -> Result<SavedFile, Problem> {
    let (number, bytes) = replica.einvoice(params.invoice_id).await?;
    dialogs::save(app, &format!("{number}.xml"), bytes).await
}

/// Saves the receipt of a payment, drawn up on this computer.
///
/// # Errors
/// Not there, a text on it that cannot be printed, or the file cannot be written.
pub async fn save_receipt(
    app: &AppHandle,
    replica: &Replica,
    params: &SaveReceipt,
) -> Result<SavedFile, Problem> {
    let paper = replica.receipt(params).await?;
    dialogs::save(app, &paper.file_name, paper.bytes).await
}

/// Saves a client's statement of account, drawn up on this computer.
///
/// # Errors
/// Not there, too long, a text on it that cannot be printed, or the file cannot be written.
pub async fn save_statement(
    app: &AppHandle,
    replica: &Replica,
    params: &SaveStatement,
) -> Result<SavedFile, Problem> {
    let paper = replica.statement(params).await?;
    dialogs::save(app, &paper.file_name, paper.bytes).await
}

/// Saves a file that is inside a bill that somebody received.
///
/// # Errors
/// There is no such file in it, or the file cannot be written.
pub async fn save_bill_attachment(
    app: &AppHandle,
    replica: &Replica,
    params: SaveBillAttachment,
) -> Result<SavedFile, Problem> {
    let file = replica.bill_attachment(params).await?;
    dialogs::save(app, &file.name, file.bytes).await
}

/// Saves a document's version.
///
/// # Errors
/// Not there, not yet there, or the file cannot be written.
pub async fn save_file(app: &AppHandle, replica: &Replica, params: &SaveFile) -> Result<SavedFile, Problem> {
    let (name, bytes) = replica.file(params.version_id).await?;
    dialogs::save(app, &name, bytes).await
}
