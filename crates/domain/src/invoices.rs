//! Invoices: drafts and their lines, totals, number series, issuing, and what happens to an issued invoice.

mod credit;
mod credit_notes;
mod crediting;
mod draft;
mod drafting;
mod invoice;
mod issuing;
mod looks;
mod order;
mod series;
mod shares;
mod standing;
mod totals;

#[cfg(test)]
mod tests;

pub use credit::Credited;
pub use credit_notes::CreditInvoice;
pub use crediting::{Crediting, Left};
pub use draft::{Billing, Draft, DraftLine, DraftState, content_hash, lines_of};
pub use drafting::{AddLine, CreateDraft, DeleteLine, DiscardDraft, EditDraft, EditLine, MoveLine};
pub use invoice::{
    Invoice, InvoiceLine, InvoicePdf, Origin, Parts, Party, assemble, buyer, invoice_id, seller,
};
pub use issuing::{IssueInvoice, KeepPdf, MarkSent, SendInvoice};
pub use looks::{ExportPack, LOOKS_COALESCE, ViewInvoice};
pub use series::{Series, SetSeries, credit_series, credit_series_id, series_id};
pub use shares::{LineShare, line_shares};
pub use standing::{InvoiceStanding, InvoiceStatus};
pub(crate) use standing::{standing_reads, standing_restated};
pub use totals::{
    Discount, LineAmounts, LineItem, PricedContent, Tax, TaxCategory, TaxLine, TaxMode, Totals, totals,
};
