//! Saving papers, documents and packs where a person says.

use folio_protocol::Problem;
use folio_protocol::commands::{SaveFile, SaveMonthPack, SavePdf, SavedFile};

use crate::desktop::Desktop;
use crate::dialogs;

/// Saves an invoice's PDF.
///
/// # Errors
/// Not there, not rendered yet, or the file cannot be written.
pub async fn save_pdf(desktop: &Desktop, params: &SavePdf) -> Result<SavedFile, Problem> {
    let (number, bytes) = desktop.replica().await?.invoice_pdf(params.invoice_id).await?;
    dialogs::save(&desktop.app, &format!("{number}.pdf"), bytes).await
}

/// Saves a document's version.
///
/// # Errors
/// Not there, not yet there, or the file cannot be written.
pub async fn save_file(desktop: &Desktop, params: &SaveFile) -> Result<SavedFile, Problem> {
    let (name, bytes) = desktop.replica().await?.file(params.version_id).await?;
    dialogs::save(&desktop.app, &name, bytes).await
}

/// Saves a month's pack.
///
/// # Errors
/// Not allowed, the server cannot be reached, or the file cannot be written.
pub async fn save_month_pack(desktop: &Desktop, params: &SaveMonthPack) -> Result<SavedFile, Problem> {
    let bytes = desktop
        .replica()
        .await?
        .month_pack(params.year, params.month, params.datev)
        .await?;
    let name = format!("{:04}-{:02}.zip", params.year, params.month);
    dialogs::save(&desktop.app, &name, bytes).await
}
